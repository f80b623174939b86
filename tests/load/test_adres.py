"""Changes by address: the right place, and not a letter elsewhere."""

from datetime import date

import pytest

from macros.load.adres import Erbij, Wijziging, Zet, wijzig
from macros.load.inlassen import NietInTeLassenError, Waarde

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
        ("\n  - a\n", [], "\n  []\n"),
        ("\r\n  - a\r\n  - b\r\n", ["b", "c"], "\r\n  - b\r\n  - c\r\n"),
    ],
)
def test_een_lijst_met_streepjes(lijst: str, nieuw: list[Waarde], verwacht: str) -> None:
    """A list with a dash a line keeps that form; what stays at its start stays as it is."""
    assert f"namen:{verwacht}x: 1\n" == wijzig(f"namen:{lijst}x: 1\n", [Zet(("namen",), nieuw)])


@pytest.mark.parametrize("lijst", ["\n  - a  # eerst\n  - b\n", "\n  - |\n    a\n", "\n  - {a: 1}\n  # weg\n  - b\n"])
def test_een_opmerking_gaat_niet_verloren(lijst: str) -> None:
    """What would be lost with the old list is not thrown away: the reader is asked to do it."""
    with pytest.raises(NietInTeLassenError, match="de waarde staat over meer regels"):
        wijzig(f"namen:{lijst}", [Zet(("namen",), ["x"])])
