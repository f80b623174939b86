"""Reading a week of the journal quickly never makes it different."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from dagboektijd import dagboektijd, schrijf_dagboek
from hypothesis import given
from hypothesis import strategies as st

from macros.load import dagboek, gewoneweek, yaml12, yamlparser
from macros.load.bestanden import voor_het_lezen
from macros.load.load import Lader

VOORBEELDEN = Path(__file__).parents[2] / "accounts"
SCHEMA = "# yaml-language-server: $schema=../../../docs/assets/schema/dagboek.schema.json\nregels:\n"
"""How a week begins that `handboek` made."""
GOED = """\
regels:
  - klant: acme
    datum: 2026-03-17
    met: [p-een, "2026w11-rik-1-nieuw"]
    kern: Wil graag één voorstel, voor 3 locaties (Zuid)
    klopt_nog: [relaties, v1]
    belofte: {tekst: Voorstel sturen, voor_datum: 2026-04-15}
  - klant: acme
    datum: 2026-03-18
    kern: "Zei: \\"morgen\\", # en verder niets"
    signaal: {soort: koop, tekst: ""}
"""
WAARDEN = [
    *("Besprak het najaar", "acme", "2026-03-17", "2026-13-45", "17-03-2026", "12", "1.5", "-3", "06-12345678"),
    *("true", "null", "false positief", "null.", "nullen", "waar: niet", "waar:", "halve #zin", "halve # zin"),
    *('"een citaat"', '"\\"hoi\\""', '"\\n"', '"half', "'enkel'", '"a" b', '"…"', "… Wie?", '"… Wie?"', "• punt"),
    *("“krul”", "&anker", "*ster", "!etiket", "% procent", "@ wie", "`x`", "> blok", "| blok", "-", "- a", "?", ""),
    *("[]", "[a, b]", "[a,b]", "[a, a]", "[1, b]", "[true, b]", '["a", "b c"]', "[a", "[a, [b]]", "[ a]", "[a-]"),
    *("{}", "{soort: koop}", "{soort: koop, soort: klacht}", "{soort: a, tekst}", '{tekst: "a, soort: b"}', "{a}"),
    *("{tekst: it's (goed), soort: koop}", "{soort: koop,tekst: a}", "{tekst: a - b}", "{tekst: 5}", "{tekst: a?}"),
    *("jan@acme.example", '"Mail jan@acme.example"', "True", "~", "1e3", "0x1F"),
    *("12-", "a--b", "a_-b", "9" * 15, "Bel 0612345678", "Bel +31 6 12345678 terug", "bsn 123456782"),
    *("a ", "a\t", "a\r", "a\u00a0", "\u00a0a", "a\u2028b", "a\ufeff", "a\x00", "a\\b", "😀 blij", "ÿ", "<<"),
]
PLAATSEN = [
    *("  - {}: a\n", "  - kern: {}\n", "  - kern: a\n    kern: {}\n", "  - met: [{}]\n", "  - met: [a, {}, b]\n"),
    *("  - signaal: {{{}: a}}\n", "  - signaal: {{tekst: {}}}\n", "  - signaal: {{soort: a, tekst: {}, kans: b}}\n"),
]
SLEUTELS = st.sampled_from(
    ["klant", "datum", "kern", "met", "klopt_nog", "klaar", "belofte", "signaal", "hobby", "id", "true", "7", "Kern"]
)
LETTERS = st.text(st.sampled_from([*"ab1-_ ,.:#'\"\\[]{}|>?!&*%@`…•“é\u00a0\n\r\t"]), max_size=12)
REGELS = st.builds(
    "{}{}:{}{}{}".format,
    st.sampled_from(["  - ", "    ", "  - ", "    ", "  ", "   ", "- ", "      ", "    - ", "", "  # "]),
    SLEUTELS,
    st.sampled_from([" ", " ", " ", "", "  ", "\n      "]),
    st.sampled_from(WAARDEN) | LETTERS,
    st.sampled_from(["\n", "\n", "\n", "\n", "\r\n", "", "\n\n", "  # opmerking\n", "\n      en verder\n"]),
)
WEKEN = st.builds(
    "{}{}{}".format,
    st.sampled_from(
        ["regels:\n", "regels: \n", "", "---\nregels:\n", "# week\nregels:\n", "regels: []\n", SCHEMA, f" {SCHEMA}"]
    ),
    st.lists(REGELS, max_size=7).map("".join),
    st.sampled_from(["", "", "", "opgeruimd: [1]\n", "regels:\n", "...\n", "\n"]),
)


def geknoeid(plek: int, lengte: int, erin: str) -> str:
    """The good week with some signs of it replaced."""
    plek %= len(GOED)
    return GOED[:plek] + erin + GOED[plek + lengte :]


def ingevuld(plaats: str, waarde: str) -> str:
    """A week with something in one place that is not what belongs there."""
    return f"regels:\n{plaats.format(waarde)}"


KNOEIWERK = st.builds(geknoeid, st.integers(0, 2000), st.integers(0, 6), LETTERS)
INGEVULD = st.builds(ingevuld, st.sampled_from(PLAATSEN), st.sampled_from(WAARDEN) | LETTERS)


@pytest.fixture(params=[yamlparser.HIER, yamlparser.IN_PYTHON], ids=["c", "python"])
def lees(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], bool]:
    """Read a week both ways, compare, and say whether the quick reader took it."""
    monkeypatch.setattr(yamlparser, "HIER", request.param)

    def gelijk(tekst: str) -> bool:
        waarde = None if voor_het_lezen(tekst.encode()) else gewoneweek.lees(tekst)
        if waarde is not None:
            lezing = yaml12.lees(tekst.encode())
            assert (repr(waarde), (), ()) == (repr(lezing.waarde), lezing.fouten, lezing.opmerkingen)
        return waarde is not None

    return gelijk


def test_wat_snel_gelezen_wordt_is_hetzelfde(lees: Callable[[str], bool]) -> None:
    """
    What the quick reader takes, both parsers read without a word, and as the same values of the same kinds.
    """

    @given(WEKEN | KNOEIWERK | INGEVULD)
    def gelijk(tekst: str) -> None:
        lees(tekst)

    gelijk()

    assert lees(GOED)
    assert lees(GOED.replace("regels:\n", SCHEMA))


def test_wat_in_een_gewone_week_kan_staan(lees: Callable[[str], bool]) -> None:
    """
    Every odd value in every place is left to the parser, or read as it does; many are read.
    """
    snel = [ingevuld(plaats, waarde) for plaats in PLAATSEN for waarde in WAARDEN if lees(ingevuld(plaats, waarde))]

    assert len(snel) > 60


@pytest.fixture(scope="module")
def map_(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with 16 weeks of eight colleagues."""
    map_ = tmp_path_factory.mktemp("dagboek") / "accounts"
    assert 128 == schrijf_dagboek(map_, 16)
    return map_


@given(tekst=WEKEN | KNOEIWERK | INGEVULD)
def test_dezelfde_problemen_op_dezelfde_plek(map_: Path, tekst: str) -> None:
    """
    Whatever a week says, reading it with all others gives what the way gives that says what is wrong.
    """
    naam = "_dagboek/2023/w13-collega-a.yml"
    lader = Lader(map_, proef={naam.removesuffix(".yml"): tekst.encode()})

    _, samen = dagboek.lees({naam: tekst.encode()}, lader._weekblad)  # noqa: SLF001  the slow way

    assert lader._weekblad(naam) == samen  # noqa: SLF001


def test_snel_en_langzaam_lezen_hetzelfde(map_: Path) -> None:
    """
    All lines of a whole folder are the same by either way.
    """
    lader = Lader(map_)
    alle = {een.id: een for regels in lader.gedeeld.dagboek.values() for een in regels}
    langzaam = [een for naam, *_ in dagboek.weekbestanden(map_) for een in lader._weekblad(naam).regels]  # noqa: SLF001

    assert alle == {een.id: een for een in langzaam}
    assert 128 * 3 == len(alle)


def test_bijna_elke_week_is_gewoon() -> None:
    """
    What the commands wrote for the example clients is read quickly.
    """
    weken = [pad.read_text(encoding="utf-8") for _, pad, _ in dagboek.weekbestanden(VOORBEELDEN)]

    langzaam = [tekst for tekst in weken if gewoneweek.lees(tekst) is None]

    assert len(langzaam) <= len(weken) // 10


def test_drie_jaar_van_acht_collegas(tmp_path: Path) -> None:
    """
    1,248 weeks take under a fifth of a second on a quiet machine; here with room for a busy one.
    """
    assert 1248 == schrijf_dagboek(tmp_path / "accounts")

    assert dagboektijd(tmp_path / "accounts", 3).wand < 2
