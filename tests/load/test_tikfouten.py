"""Each typing mistake is one message, at the line where it was made, that says what to write."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.load import yaml12, yamlparser
from macros.load.load import lees_map

TEAM = "personen:\n  - {id: anouk-de-wit, naam: Anouk de Wit}\n"
KOP = "id: acme\nnaam: Acme\ndriehoek: {accountmanager: anouk-de-wit}\n"
CONTRACT = "contracten:\n  - id: beheer\n    titel: Beheer\n    startdatum: 2024-01-01\n    einddatum: 2026-12-31\n"
CANVAS = "contracten: []\ncanvassen:\n  - id: '2026'\n    gestart_op: 2026-01-01\n"


def moment(*regels: str) -> str:
    """Write talks, the first on line 5."""
    return "contactmomenten:\n" + "".join(f"  {regel}\n" for regel in regels) + "contracten: []\n"


HEEL = KOP + "contracten: []\nbranche: zorg\n"
VORM = {
    "merge marks": (
        KOP + "<<<<<<< HEAD\ncontracten: []\n=======\n>>>>>>> b\n",
        4,
        "bewaar wat waar is, soms allebei, en haal",
    ),
    "a merge mark left behind": (KOP + "contracten: []\n=======\nbranche: zorg\n", 5, "na een samenvoeging in git"),
    "the base of a merge": (KOP + "contracten: []\n||||||| 1a2b3c\n", 5, "na een samenvoeging in git"),
    "a comma in braces": (
        KOP + moment("- {datum: 2026-03-01, kern: Blij, maar druk}"),
        5,
        'zet de hele tekst tussen aanhalingstekens: kern: "Blij, maar druk"',
    ),
    "two commas": (KOP + moment("- {datum: 2026-03-01, kern: Ja, nee, ja}"), 5, 'kern: "Ja, nee, ja"'),
    "a colon in braces": (
        KOP + moment("- {datum: 2026-03-01, kern: Jaargesprek: alles goed}"),
        5,
        'tussen aanhalingstekens: kern: "Jaargesprek: alles goed"',
    ),
    "a colon in a line": (
        KOP + moment("- datum: 2026-03-01", "  kern: Jaargesprek: goed"),
        6,
        'kern: "Jaargesprek: goed"',
    ),
    "curly quotes": (
        KOP + moment("- {datum: 2026-03-01, kern: “Blij, maar druk”}"),
        5,
        'typ een recht aanhalingsteken: "',
    ),
    "curly quotes that can be read": (KOP + CONTRACT + "branche: “zorg”\n", 9, "uit een tekstverwerker"),
    "an apostrophe": (KOP + moment("- {datum: 2026-03-01, kern: 'Foto's bekeken'}"), 5, 'zet " om de hele tekst'),
    "quotes in quotes": (
        KOP + moment('- {datum: 2026-03-01, kern: "Hij zei "prima""}'),
        5,
        "want er staat een \" in; zet ' om de hele tekst",
    ),
    "a quote that stays open until the next": (
        KOP + moment('- {datum: 2026-03-01, kern: "Goed}', *["- {datum: 2026-03-01, kern: A}"] * 17, '- {kern: "B"}'),
        5,
        'hier begint een tekst met ", en het tweede " ontbreekt',
    ),
    "a quote that stays open": (KOP + "branche: 'zorg\ncontracten: []\n", 4, "het tweede ' ontbreekt"),
    "a space too many": (
        KOP + CONTRACT + "     jaarwaarde: 3\n",
        9,
        "1 spatie te ver naar rechts; zet hem recht onder",
    ),
    "a space too many at the left": (KOP + "contracten: []\n branche: zorg\n", 5, "recht onder 'contracten'"),
    "a space too few": (KOP + CONTRACT + "   jaarwaarde: 3\n", 9, "1 spatie te ver naar links; zet hem recht onder"),
    "a dash without a space": (
        KOP + moment("-{datum: 2026-03-01}"),
        5,
        "een gewoon streepje en een spatie; schrijf: - {d",
    ),
    "words behind a dash": (KOP + "contracten: []\naliassen:\n  -Acme\n  -Acme BV\n", 6, "schrijf: - Acme"),
    "a long dash": (KOP + moment("– {datum: 2026-03-01}"), 5, "een gewoon streepje en een spatie; schrijf: - {d"),
    "bullets": (KOP + "contracten: []\naliassen:\n  • Acme\n  • AC\n", 6, "schrijf: - Acme"),
    "an item without its dash": (
        KOP
        + CONTRACT
        + "    id: werkplek\n    titel: Werkplek\n    startdatum: 2024-01-01\n    einddatum: 2026-12-31\n",
        9,
        "een gewoon streepje en een spatie; schrijf: - id: …",
    ),
    "no space behind a colon": (KOP.replace("naam: A", "naam:A") + "contracten: []\n", 2, "schrijf: naam: Acme"),
    "no space in braces": (KOP + moment("- {datum:2026-03-01}"), 5, "schrijf: datum: 2026-03-01"),
    "no space before a bracket": (KOP + moment("- {datum: 2026-03-01, met:[h-b]}"), 5, "schrijf: met: [h-b]"),
    "a question mark": (KOP + "contracten: []\nklant_sinds: ?\n", 5, "weet je het nog niet, laat dit veld dan weg"),
    "a remark in braces": (KOP + "branche: zorg\nomzet: {2025: 1 #2}\n", 5, "wat na # staat, is een opmerking"),
    "a comma in an amount": (KOP + "contracten: []\nomzet: {2025: 410,000}\n", 5, "schrijf: 2025: 410000"),
    "a comma in a mark": (
        KOP + "contracten: []\nevaluaties: [{datum: 2026-01-01, cijfer_resultaat: 7,5}]\n",
        5,
        "schrijf: cijfer_resultaat: 7.5",
    ),
    "the file twice": (HEEL * 2, 6, "de tekst staat er twee keer in; bewaar één van de twee"),
    "the file twice, glued": (HEEL.rstrip("\n") * 2, 5, "de tekst staat er twee keer in; bewaar één van de twee"),
}
INHOUD = {
    "a name for an id": (KOP + moment("- {datum: 2026-03-01, wie: Anouk de Wit}"), 5, "schrijf anouk-de-wit"),
    "a contact's name for an id": (KOP + moment("- {datum: 2026-03-01, met: [H. Bakker]}"), 5, "schrijf h-bakker"),
    "a promise in a contract": (
        KOP + CONTRACT + "    toezeggingen: []\n",
        9,
        "het hoort bij een klant: zet het helemaal links",
    ),
    "a notice period at the left": (
        KOP + "opzegtermijn: {aantal: 3, eenheid: maanden}\ncontracten: []\n",
        4,
        "het hoort bij een contract: zet het onder contracten, met vier spaties ervoor",
    ),
    "the account manager at the left": (
        "id: acme\nnaam: Acme\naccountmanager: anouk-de-wit\ncontracten: []\n",
        3,
        "het hoort bij de driehoek: zet het onder driehoek",
    ),
    "a box too far to the left": (KOP + CANVAS + "    strategie: {conclusie: x}\n", 8, "zet het onder vakken"),
    "a box too far to the right": (
        KOP + CANVAS + "    vakken:\n      strategie:\n        conclusie: x\n        team: {conclusie: y}\n",
        11,
        "een stap te ver naar rechts: zet het recht onder 'strategie'",
    ),
    "a field by its other name": (
        KOP + CANVAS + "    vakken: {strategie: {conclusie: x, oordeel_datum: 2026-01-01}}\n",
        8,
        "bedoel je 'oordeel_op'?",
    ),
    "a field that misses by its other name": (
        KOP + CONTRACT.replace("einddatum", "einde"),
        8,
        "bedoel je 'einddatum'?",
    ),
    "a term in words": (
        KOP + CONTRACT + "    opzegtermijn: 3 maanden\n",
        9,
        "schrijf {aantal: 3, eenheid: maanden}",
    ),
    "a day without its noughts": (KOP + moment("- {datum: 2026-4-3}"), 5, "dus 2026-04-03"),
    "a day in words": (KOP + moment("- {datum: 3 april 2026}"), 5, "dus 2026-04-03"),
    "thousands with a letter": (KOP + CONTRACT + "    jaarwaarde: 210k\n", 9, "schrijf zonder punten: 210000"),
    "not known yet": (KOP + CONTRACT + "    jaarwaarde: n.v.t.\n", 9, "weet je het nog niet, laat dit veld dan weg"),
    "a year of two digits": (KOP + "contracten: []\nomzet: {25: 410}\n", 5, "geen jaar; schrijf het helemaal: 2025"),
    "an end that is none": (KOP + CONTRACT.replace("2026-12-31", "9999-12-31"), 8, "dan soort: onbepaalde_tijd"),
    "a colon in a list": (KOP + "contracten: []\naliassen: [Acme: zorg]\n", 5, 'aanhalingstekens: "Acme: zorg"'),
}  # fmt: skip


@pytest.fixture(params=["C", "Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read with each of the two parsers."""
    if request.param == "Python":
        monkeypatch.setattr(yamlparser, "HIER", yamlparser.IN_PYTHON)


@pytest.fixture
def problemen(tmp_path: Path) -> Callable[[str], list[tuple[int, str]]]:
    """Read one account and give line and text of its problems."""

    def lees(tekst: str) -> list[tuple[int, str]]:
        (tmp_path / "_gedeeld").mkdir()
        (tmp_path / "_gedeeld" / "team.yml").write_text(TEAM, encoding="utf-8")
        (tmp_path / "acme.yml").write_text(tekst, encoding="utf-8")
        return [(een.regel, een.tekst) for een in lees_map(tmp_path).problemen]

    return lees


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("naam", VORM)
def test_a_mistake_of_form_is_one_message(naam: str, problemen: Callable[[str], list[tuple[int, str]]]) -> None:
    """
    It stands at the line of the cause, not where the parser gave up, whichever parser that is.
    """
    tekst, regel, zegt = VORM[naam]

    [(gevonden, zin)] = problemen(tekst)

    assert regel == gevonden
    assert zegt in zin


@pytest.mark.parametrize("naam", INHOUD)
def test_a_mistake_of_content_is_one_message(naam: str, problemen: Callable[[str], list[tuple[int, str]]]) -> None:
    """
    It says the value, the name or the place that was meant.
    """
    tekst, regel, zegt = INHOUD[naam]

    [(gevonden, zin)] = problemen(tekst)

    assert regel == gevonden
    assert zegt in zin


STIL = [
    'kern: "Hij zei: “prima”, en ging"',
    "kern: “Prima” zei hij",
    "kern: |\n      • Eerst dit\n      - dan dat #2 'en zo",
    'kern: "Een tekst: die doorloopt\n      op een volgende regel"',
    "kern: Wat nu?   # een opmerking",
    "kern: -5 graden",
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("regel", STIL)
def test_what_may_be_written_stays_silent(regel: str) -> None:
    """
    Signs that look like a mistake elsewhere are text here.
    """
    lezing = yaml12.lees(
        (KOP + "contracten: []\ncontactmomenten:\n  - datum: 2026-03-01\n    " + regel + "\n").encode()
    )

    assert ((), ()) == (lezing.fouten, lezing.opmerkingen)
