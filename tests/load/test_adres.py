"""Changes by address: the right place, and not a letter elsewhere."""

from datetime import date

import pytest

from macros.load.wijzigen.adres import Bewerking, Erbij, Weg, Wijziging, Zet, wijzig
from macros.load.wijzigen.inlassen import NietInTeLassenError, Waarde, inhoud

KLANT = """\
id: acme
naam: Acme  # zo heet hij
contracten:
  - id: beheer
    titel: Beheer
    opzegtermijn: {aantal: 3, eenheid: maanden}
    # de volgende
  - {id: telefonie, titel: Telefonie}
contactpersonen:
  - id: h-bakker
    relaties: [anouk, rik]
toezeggingen: []
opstart:
"""


@pytest.mark.parametrize(
    ("wijziging", "oud", "nieuw"),
    [
        (Zet(("naam",), "Acme & Zonen"), "naam: Acme  #", 'naam: "Acme & Zonen"  #'),
        (Zet(("contracten", "telefonie", "titel"), "Bellen"), "titel: Telefonie}", "titel: Bellen}"),
        (Zet(("contracten", "beheer", "opzegtermijn", "aantal"), 6), "aantal: 3", "aantal: 6"),
        (
            Zet(("contracten", "beheer", "einddatum"), date(2029, 12, 31)),
            "eenheid: maanden}\n",
            "eenheid: maanden}\n    einddatum: 2029-12-31\n",
        ),
        (
            Zet(("contracten", "telefonie", "inschatting", "op"), date(2026, 3, 16)),
            "titel: Telefonie}",
            "titel: Telefonie, inschatting: {op: 2026-03-16}}",
        ),
        (
            Erbij(("contracten", "beheer", "verlengingen"), {"datum": date(2026, 3, 16), "soort": "overeenkomst"}),
            "eenheid: maanden}\n",
            "eenheid: maanden}\n    verlengingen:\n      - {datum: 2026-03-16, soort: overeenkomst}\n",
        ),
        (Erbij(("contactpersonen", "h-bakker", "relaties"), "sara"), "rik]", "rik, sara]"),
        (Erbij(("toezeggingen",), {"id": "t1", "tekst": "Iets"}), "[]", "[{id: t1, tekst: Iets}]"),
        (Zet(("opstart", "kickoff_op"), date(2026, 3, 16)), "opstart:", "opstart: {kickoff_op: 2026-03-16}"),
        (
            Erbij(("wijzigingen",), {"datum": date(2026, 3, 16), "tekst": "Nieuwe eigenaar"}),
            "opstart:\n",
            "opstart:\nwijzigingen:\n  - {datum: 2026-03-16, tekst: Nieuwe eigenaar}\n",
        ),
        (Zet(("afsluiting", "overdracht_klaar_op"), date(2026, 3, 16)), "opstart:\n",
         "opstart:\nafsluiting: {overdracht_klaar_op: 2026-03-16}\n"),
    ],
)  # fmt: skip
def test_alleen_wat_bedoeld_is(wijziging: Wijziging, oud: str, nieuw: str) -> None:
    """The change stands where its address says, and every other letter stays."""
    assert KLANT.count(oud) == 1
    assert wijzig(KLANT, [wijziging]) == KLANT.replace(oud, nieuw)


def test_wat_te_breed_is_krijgt_regels() -> None:
    """A map that does not fit on a line gets one for each of its parts."""
    les = "Een lange zin over wat er misging en waarom dat zo was, " * 2
    opzegging: dict[str, Waarde] = {"ontvangen_op": date(2026, 3, 1), "reden": les}
    nieuw = wijzig(KLANT, [Zet(("contracten", "beheer", "opzegging"), opzegging)])
    assert f'    opzegging:\n      ontvangen_op: 2026-03-01\n      reden: "{les}"\n    # de volgende\n' in nieuw


def test_meer_wijzigingen_na_elkaar() -> None:
    """A later change may build on what an earlier one made."""
    nieuw = wijzig(KLANT, [Erbij(("kansen",), {"id": "k1", "tekst": "Meer"}), Zet(("kansen", "k1", "status"), "loopt")])
    assert nieuw.endswith("kansen:\n  - {id: k1, tekst: Meer, status: loopt}\n")


def test_wat_weg_is_wordt_niet_gemaakt() -> None:
    """An id that is gone is no reason to make half an item."""
    with pytest.raises(NietInTeLassenError, match="'wifi' staat er niet meer"):
        wijzig(KLANT, [Zet(("contracten", "wifi", "titel"), "Wifi")])


@pytest.mark.parametrize(
    ("pad", "oud", "nieuw"),
    [
        (("naam",), "naam: Acme  # zo heet hij\n", ""),
        (("contracten", "beheer", "titel"), "    titel: Beheer\n", ""),
        (("contracten", "beheer", "id"), "  - id: beheer\n    titel", "  - titel"),
        (("contracten", "beheer", "opzegtermijn", "aantal"), "aantal: 3, ", ""),
        (("contracten", "telefonie"), "    # de volgende\n  - {id: telefonie, titel: Telefonie}\n", ""),
        (("contracten", "telefonie", "titel"), ", titel: Telefonie}", "}"),
        (("contactpersonen", "h-bakker", "relaties", "anouk"), "[anouk, rik]", "[rik]"),
        (("contactpersonen", "h-bakker", "relaties", 1), "[anouk, rik]", "[anouk]"),
        (("contactpersonen", "h-bakker"), "contactpersonen:\n  - id: h-bakker\n    relaties: [anouk, rik]\n", ""),
        (("toezeggingen",), "toezeggingen: []\n", ""),
        (("opstart",), "opstart:\n", ""),
    ],
)
def test_wat_weg_moet(pad: tuple[str | int, ...], oud: str, nieuw: str) -> None:
    """A key or an item goes with the remarks that belong to it; a list that becomes empty goes with its key."""
    assert KLANT.count(oud) == 1
    verwacht = KLANT.replace(oud, nieuw)
    if pad == ("contracten", "telefonie"):  # this remark stands as deep as the keys of the item above it
        verwacht = verwacht.replace("maanden}\n", "maanden}\n    # de volgende\n")
    assert wijzig(KLANT, [Weg(pad)]) == verwacht


def test_wat_leeg_wordt() -> None:
    """Up to a key that the model requires, or at which a remark stands, everything that becomes empty goes."""
    tekst = "contracten:\n  - id: a\nwaarde:\n  scores: {x: 1}\nopstart:  # loopt\n  kickoff_op: 2026-01-01\n"
    weg: list[Bewerking] = [
        Weg(("contracten", "a", "id")),
        Weg(("waarde", "scores", "x")),
        Weg(("opstart", "kickoff_op")),
    ]
    assert wijzig(tekst, weg) == "contracten: []\nopstart: {}  # loopt\n"


def test_wat_er_niet_staat_hoeft_niet_weg() -> None:
    """Taking away what somebody else took away is done."""
    assert wijzig(KLANT, [Weg(("contracten", "wifi")), Weg(("waarde", "scores", "x"))]) == KLANT


GEVOUWEN = """\
vakken:
  relaties:
    conclusie: >-   # met het team
      Een lange zin over de relaties bij deze klant, die over een paar regels is gezet,
      zodat iedereen hem kan lezen zonder opzij te schuiven. De tweede zin gaat door
      op een regel van haar eigen en noemt Anouk de Wit bij haar naam, omdat zij dit
      gesprek voert. De derde zegt wat er nog moet gebeuren voor de zomer begint, en
      de vierde dat we daar in maart op terugkomen, met de nieuwe directeur erbij en
      met een plan.

    # hieronder wat het draagt
    punten: [een]
"""


def test_een_woord_in_een_gevouwen_tekst() -> None:
    """Of a text over six lines only the line with the other word changes."""
    pad = ("vakken", "relaties", "conclusie")
    oud = inhoud(GEVOUWEN)["vakken"]["relaties"]["conclusie"]

    nieuw = wijzig(GEVOUWEN, [Zet(pad, oud.replace("Anouk de Wit", "Bram"))])

    assert nieuw == GEVOUWEN.replace("Anouk de Wit", "Bram")


@pytest.mark.parametrize("vorm", ["|", "|-", ">", '"', "'", ""])
def test_tekst_over_regels_houdt_zijn_vorm(vorm: str) -> None:
    """Whatever the form, the other line stays, and so does what stands below."""
    begin, eind = (f"{vorm}\n    ", "") if vorm[:1] in ("|", ">") and vorm else (vorm, vorm)
    tekst = f"a:\n  b: {begin}Het eerste deel\n    en het tweede{eind}\n\n  # erna\n  c: 1\n"

    oud = inhoud(tekst)["a"]["b"]

    assert wijzig(tekst, [Zet(("a", "b"), oud.replace("eerste", "laatste"))]) == tekst.replace("eerste", "laatste")


def test_een_tekst_van_meer_regels() -> None:
    """What has lines of its own is written as such lines, with the remark behind it where it was."""
    nieuw = wijzig(KLANT, [Zet(("naam",), "Acme\n\nen Zonen"), Zet(("contracten", "telefonie", "titel"), "a\nb")])
    assert nieuw == KLANT.replace("Acme  # zo heet hij", "|-  # zo heet hij\n  Acme\n\n  en Zonen").replace(
        "titel: Telefonie}", 'titel: "a\\nb"}'
    )


def test_een_lijst_verandert_per_item() -> None:
    """Of a list only what is new, other or gone changes; what stays keeps its form and its remarks."""
    contracten: list[Waarde] = [
        {"id": "nieuw", "titel": "Nieuw"},
        {"id": "beheer", "titel": "Beheer", "opzegtermijn": {"aantal": 6, "eenheid": "maanden"}},
    ]
    assert wijzig(KLANT, [Zet(("contracten",), contracten)]) == KLANT.replace(
        "  - id: beheer\n", "  - id: nieuw\n    titel: Nieuw\n  - id: beheer\n"
    ).replace("aantal: 3", "aantal: 6").replace("  - {id: telefonie, titel: Telefonie}\n", "")


@pytest.mark.parametrize(
    ("waarde", "geschreven"),
    [
        (True, "true"),
        (0.1 + 0.2, "0.3"),
        (7.0, "7.0"),
        (date(2026, 3, 1), "2026-03-01"),
        ("true", '"true"'),
        ([], "[]"),
    ],
)
def test_elk_soort_waarde(waarde: Waarde, geschreven: str) -> None:
    """Numbers as the reader of accounts reads them, and a text that looks like something else between quotes."""
    assert wijzig(KLANT, [Zet(("x",), waarde)]) == f"{KLANT}x: {geschreven}\n"


def test_wie_naar_zichzelf_verwijst() -> None:
    """Where one place says what another does, a change would show in both."""
    with pytest.raises(NietInTeLassenError, match="verwijst naar zichzelf"):
        wijzig("a: &x {b: 1}\nc: *x\n", [Zet(("a", "b"), 2)])


@pytest.mark.parametrize("tekst", ["", "# Mijn week\n", "# Mijn week", "regels:\n", "regels: []\n"])
def test_een_sleutel_op_een_regel(tekst: str) -> None:
    """What is added may get a line for each key, also in a file that says nothing yet: its remarks stay."""
    regel: dict[str, Waarde] = {"klant": "acme", "met": ["h-bakker"]}
    erbij = [Erbij(("regels",), regel, kort=False), Erbij(("regels",), {**regel, "klant": "bolt"}, kort=False)]

    nieuw = wijzig(tekst, erbij)

    assert nieuw.startswith("# Mijn week\n") == tekst.startswith("#")
    regels = nieuw.removeprefix("# Mijn week\n")
    assert "regels:\n" + "".join(f"  - klant: {n}\n    met: [h-bakker]\n" for n in ("acme", "bolt")) == regels.replace(
        "regels: \n", "regels:\n"
    )


@pytest.mark.parametrize(
    ("lijst", "nieuw", "verwacht"),
    [
        ("\n  - a\n  - b\n", ["a", "b", "c"], "\n  - a\n  - b\n  - c\n"),
        ("\n- a  # eerst\n- b\n", ["a", "b", "c d"], "\n- a  # eerst\n- b\n- c d\n"),
        ("\n  - a\n  - b\n", ["b"], "\n  - b\n"),
        ("\n  - a\n  - b\n", ["p", "q", "r"], "\n  - p\n  - q\n  - r\n"),
        ("\n  - a\n", [], " []\n"),
        ("\r\n  - a\r\n  - b\r\n", ["b", "c"], "\r\n  - b\r\n  - c\r\n"),
    ],
)
def test_een_lijst_met_streepjes(lijst: str, nieuw: list[Waarde], verwacht: str) -> None:
    """A list with a dash a line keeps that form; what stays at its start stays as it is."""
    assert f"namen:{verwacht}x: 1\n" == wijzig(f"namen:{lijst}x: 1\n", [Zet(("namen",), nieuw)])


@pytest.mark.parametrize(
    ("lijst", "verwacht"),
    [
        ("\n  - a  # eerst\n  - b\n", "\n  - x  # eerst\n"),
        ("\n  - {a: 1}\n\n  # los\n\n  - b\n", "\n  - x\n\n  # los\n\n"),
    ],
)
def test_een_opmerking_gaat_niet_verloren(lijst: str, verwacht: str) -> None:
    """A remark stays, unless it belongs to an item that goes."""
    assert f"namen:{verwacht}" == wijzig(f"namen:{lijst}", [Zet(("namen",), ["x"])])


def test_een_andere_volgorde() -> None:
    """What only gets another place keeps its form, and its remarks go with it."""
    een = "  # de eerste\n  - id: een\n    titel: 'Eén'   # kort\n"
    twee = '  - {id: twee, titel: "Twee"}\n    # na twee\n'
    drie = "  - id: drie\n    titel: >-\n      Drie\n      regels\n"
    waarden: list[Waarde] = [
        {"id": "drie", "titel": "Drie regels"},
        {"id": "twee", "titel": "Twee!"},
        {"id": "een", "titel": "Eén"},
    ]

    nieuw = wijzig(f"lijst:\n{een}{twee}{drie}", [Zet(("lijst",), waarden)])

    assert nieuw == f"lijst:\n{drie}{twee.replace('Twee', 'Twee!')}{een}"


@pytest.mark.parametrize(
    ("lijst", "verwacht"),
    [
        ("a, b", "b, a"),
        ("\n  a, # eerst\n  b\n  ", "\n  b, a # eerst\n  "),
        ("\n  # eerst\n  a,\n  b\n  ", "\n  # eerst\n  b, a\n  "),
    ],
)
def test_another_order_between_brackets(lijst: str, verwacht: str) -> None:
    """A word that has no remark can move past one that has."""
    assert f"namen: [{verwacht}]\n" == wijzig(f"namen: [{lijst}]\n", [Zet(("namen",), ["b", "a"])])


@pytest.mark.parametrize("lijst", ["  a, b # laatst\n", "  a,\n  # laatst\n  b\n"])
def test_a_remark_between_brackets_does_not_move(lijst: str) -> None:
    """It has no place of its own there and would be lost: a person does it; beside other words it stays."""
    tekst = f"namen: [\n{lijst}  ]\nx: 1\n"

    with pytest.raises(NietInTeLassenError, match="regel 1: hier staan opmerkingen; doe dit met de hand"):
        wijzig(tekst, [Zet(("namen",), ["b", "a"])])
    assert "# laatst" in wijzig(tekst, [Zet(("namen",), ["a", "b", "c"])])
