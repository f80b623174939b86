"""Every shape of the check says the same, is valid where it is read, and lets no text of a file do anything there."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from macros.controles.vormen import (
    GITHUB_MEEST,
    SAMENVATTING_MEEST,
    VORMEN,
    Gevonden,
    github_samenvatting,
)
from macros.load.problem import FOUT, WAARSCHUWING, Problem

SCHEMAS = Path(__file__).resolve().parents[1] / "data" / "vormen"
SITE = "https://handboek.intern.example/"
NAAR = "100% mis; \"ja\" & 'nee' <b>vet</b> [zie] @iedereen, a:b `x` |\r\n::error::gemeen\n##vso[task.x]##[error]x]]>"
PROBLEMEN = (
    Problem("accounts/a,b:c;d].yml", 3, 7, FOUT, "onbekend-veld", NAAR),
    Problem("accounts/acme.yml", 4, 1, FOUT, "datum", "'1-5-2026' is geen datum"),
    Problem("accounts/acme.yml", 4, 9, FOUT, "datum", "'1-5-2026' is geen datum"),
    Problem('accounts/é ￿\x07<&".yml', 1, 1, WAARSCHUWING, "vak-te-vol", "te vol\x00￾"),
)
JSON = ("sarif", "rdjson", "gitlab")


def gezien(tekst: str) -> str:
    """What is left of a text once the signs that nobody sees are written out."""
    return tekst.replace("\r\n", "\\r\\n").replace("\n", "\\n").replace("\x07", "\\x07").replace("\x00", "\\x00")


def schema(vorm: str) -> Any:
    """The schema of a shape."""
    return json.loads((SCHEMAS / f"{vorm}.schema.json").read_text(encoding="utf-8"))


def geldig(vorm: str, waarde: object) -> bool:
    """Whether a document follows the schema of its shape, addresses included."""
    keurt = jsonschema.Draft7Validator(schema(vorm), format_checker=jsonschema.FormatChecker())
    return bool(keurt.is_valid(waarde))


@pytest.mark.parametrize("vorm", JSON)
@pytest.mark.parametrize("problemen", [(), PROBLEMEN], ids=["none", "some"])
@pytest.mark.parametrize("site", [None, SITE], ids=["without a site", "with a site"])
def test_a_report_follows_its_schema(vorm: str, problemen: tuple[Problem, ...], site: str | None) -> None:
    """
    With problems and without, for a site with an address and for one without.
    """
    assert geldig(vorm, json.loads(VORMEN[vorm](Gevonden(problemen, site))))


BREKEN: dict[str, list[Callable[[Any], object]]] = {
    "sarif": [
        lambda d: d.update(version="2.0.0"),
        lambda d: _gebied(d).update(startLine="3"),
        lambda d: _gebied(d).update(startLine=0),
        lambda d: d["runs"][0]["results"][0].pop("message"),
        lambda d: d["runs"][0]["results"][0].update(level="fout"),
        lambda d: d["runs"][0]["tool"]["driver"].pop("name"),
        lambda d: d["runs"][0]["tool"]["driver"]["rules"][0].update(helpUri="bijdragen/meldingen/"),
        lambda d: _plek(d)["artifactLocation"].update(uri="accounts/a b.yml"),
    ],
    "rdjson": [
        lambda d: d.pop("diagnostics"),
        lambda d: d["diagnostics"][0].update(severity="error"),
        lambda d: d["diagnostics"][0].update(code="datum"),
        lambda d: d["diagnostics"][0]["location"].pop("path"),
        lambda d: d["diagnostics"][0]["location"]["range"]["start"].update(line="3"),
    ],
    "gitlab": [
        lambda d: d[0].pop("fingerprint"),
        lambda d: d[0].update(severity="fout"),
        lambda d: d[0]["location"].update(path="./accounts/acme.yml"),
        lambda d: d[0]["location"]["lines"].update(begin="3"),
        lambda d: d[0].update(fingerprint="kort"),
    ],
}


def _plek(sarif: Any) -> Any:
    return sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]


def _gebied(sarif: Any) -> Any:
    return _plek(sarif)["region"]


@pytest.mark.parametrize(("vorm", "nummer"), [(vorm, n) for vorm, alle in BREKEN.items() for n in range(len(alle))])
def test_a_broken_report_is_noticed(vorm: str, nummer: int) -> None:
    """
    The schema is really applied.
    """
    stuk = copy.deepcopy(json.loads(VORMEN[vorm](Gevonden(PROBLEMEN, SITE))))

    BREKEN[vorm][nummer](stuk)

    assert not geldig(vorm, stuk)


# --- each shape read back by the rules of who reads it ---

Gelezen = tuple[str, int, str, str, str]
"""File, line, severity, code, text."""


def uit_github(regel: str) -> Gelezen:
    """As the runner of GitHub reads a line; raises ValueError when it is no command of an error or warning."""
    past = re.fullmatch(r"::(error|warning) ([^:]*)::(.*)", regel)
    if past is None:
        raise ValueError(regel)
    soort, eigenschappen, tekst = past.groups()
    velden = {
        naam: waarde.replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
        for naam, _, waarde in (deel.partition("=") for deel in eigenschappen.split(","))
    }
    ernst = {"error": FOUT, "warning": WAARSCHUWING}[soort]
    code = velden["title"].partition(": ")[2]
    return velden["file"], int(velden["line"]), ernst, code, tekst.replace("%25", "%")


def uit_azure(regel: str) -> Gelezen:
    """As the agent of Azure reads a line; raises ValueError when it is no command that logs an issue."""
    past = re.fullmatch(r"##vso\[task\.logissue ([^\]]*)\](.*)", regel)
    if past is None:
        raise ValueError(regel)

    def los(tekst: str) -> str:
        for hoe, teken in {"%3B": ";", "%5D": "]", "%0D": "\r", "%0A": "\n", "%AZP25": "%"}.items():
            tekst = tekst.replace(hoe, teken)
        return tekst

    velden = {naam: los(waarde) for naam, _, waarde in (een.partition("=") for een in past[1].split(";") if een)}
    ernst = {"error": FOUT, "warning": WAARSCHUWING}[velden["type"]]
    return velden["sourcepath"], int(velden["linenumber"]), ernst, velden["code"], los(past[2])


def uit_sarif(tekst: str) -> list[Gelezen]:
    """The results of a SARIF log."""
    ernst = {"error": FOUT, "warning": WAARSCHUWING}
    uit = []
    for een in json.loads(tekst)["runs"][0]["results"]:
        plek = een["locations"][0]["physicalLocation"]
        bestand, regel = unquote(plek["artifactLocation"]["uri"]), plek["region"]["startLine"]
        uit.append((bestand, regel, ernst[een["level"]], een["ruleId"], een["message"]["text"]))
    return uit


def uit_rdjson(tekst: str) -> list[Gelezen]:
    """The diagnostics that reviewdog gets."""
    ernst = {"ERROR": FOUT, "WARNING": WAARSCHUWING}
    uit = []
    for een in json.loads(tekst)["diagnostics"]:
        plek = een["location"]
        regel = plek["range"]["start"]["line"]
        uit.append((plek["path"], regel, ernst[een["severity"]], een["code"]["value"], een["message"]))
    return uit


def uit_gitlab(tekst: str) -> list[Gelezen]:
    """The remarks of a Code Quality report."""
    ernst = {"major": FOUT, "minor": WAARSCHUWING}
    return [
        (
            een["location"]["path"],
            een["location"]["lines"]["begin"],
            ernst[een["severity"]],
            een["check_name"],
            een["description"],
        )
        for een in json.loads(tekst)
    ]


def uit_junit(tekst: str) -> list[Gelezen]:
    """The tests of a JUnit report that did not hold; raises ValueError when its counts are not those of its tests."""
    wortel = ET.fromstring(tekst)  # noqa: S314  written by ourselves a moment ago
    [groep] = wortel
    gevallen = list(groep)
    for kop in (wortel, groep):
        telling = [int(kop.attrib[naam]) for naam in ("tests", "failures", "errors", "skipped")]
        if telling != [len(gevallen), len(groep.findall("*/failure")), 0, len(groep.findall("*/skipped"))]:
            raise ValueError(f"{telling} for {len(gevallen)} tests")
    uit = []
    for geval in gevallen:
        for deel in geval:
            ernst = {"failure": FOUT, "skipped": WAARSCHUWING}[deel.tag]
            code = geval.attrib["name"].rpartition(" ")[2]
            uit.append((geval.attrib["file"], int(geval.attrib["line"]), ernst, code, deel.attrib["message"]))
    return uit


TERUG: dict[str, Callable[[str], list[Gelezen]]] = {
    "github": lambda tekst: [uit_github(regel) for regel in tekst.split("\n")],
    "azure": lambda tekst: [uit_azure(regel) for regel in tekst.split("\n")],
    "sarif": uit_sarif,
    "rdjson": uit_rdjson,
    "gitlab": uit_gitlab,
    "junit": uit_junit,
}


@pytest.mark.parametrize("vorm", TERUG)
def test_nasty_text_comes_back_as_it_was(vorm: str) -> None:
    """
    Ends of lines, percents, colons, brackets, quotes, tags and at signs are text for who reads the shape.

    A sign that nobody sees is written out, and XML leaves out the two that it does not know.
    """
    verwacht = [(gezien(een.bestand), een.regel, een.ernst, een.code, gezien(een.tekst)) for een in PROBLEMEN]
    if vorm == "sarif":  # an address of a file holds every sign
        verwacht = [(een.bestand, *rest[1:]) for een, rest in zip(PROBLEMEN, verwacht, strict=True)]
    if vorm == "junit":
        verwacht = [
            (bestand.replace("￿", ""), regel, ernst, code, tekst.replace("￾", ""))
            for bestand, regel, ernst, code, tekst in verwacht
        ]

    assert verwacht == TERUG[vorm](VORMEN[vorm](Gevonden(PROBLEMEN, SITE)))


@pytest.mark.parametrize(
    ("vorm", "stuk"),
    [
        ("github", "::fout file=accounts/acme.yml,line=4::tekst"),
        ("github", "::error file=a:b.yml,line=4,title=Fout%3A x::tekst"),
        ("azure", "##vso[task.logissue type=error;sourcepath=a.yml;tekst"),
        ("azure", "##vso[task.complete result=Failed]"),
        ("junit", '<testsuites tests="2" failures="0" errors="0" skipped="0"><testsuite/></testsuites>'),
        ("junit", "<testsuites><testsuite>&</testsuite></testsuites>"),
    ],
)
def test_a_broken_command_is_noticed(vorm: str, stuk: str) -> None:
    """
    The reading back is strict.
    """
    with pytest.raises((ValueError, KeyError, ET.ParseError)):
        TERUG[vorm](stuk)


@pytest.mark.parametrize("vorm", VORMEN)
def test_nothing_found_is_a_whole_report(vorm: str) -> None:
    """
    A report of nothing is valid too; lines are just not there.
    """
    uit = VORMEN[vorm](Gevonden(()))

    assert ("" == uit) == (vorm in {"text", "github", "azure"})
    if vorm == "junit":
        assert [] == uit_junit(uit)


def test_what_github_would_drop_is_said_elsewhere() -> None:
    """
    It shows ten errors and ten warnings of a step: the summary of the job holds all.

    The others are lines of the log that start no command.
    """
    alle = [
        Problem("accounts/acme.yml", regel, 1, ernst, "datum", f"nummer {regel} ##[error]::error::x")
        for ernst in (FOUT, WAARSCHUWING)
        for regel in range(1, 15)
    ]

    regels = VORMEN["github"](Gevonden(alle, SITE)).split("\n")
    samen = github_samenvatting(Gevonden(alle, SITE), "14 fouten en 14 waarschuwingen")

    opdrachten = [regel for regel in regels if regel.startswith("::")]
    assert 2 * GITHUB_MEEST == len(opdrachten)
    assert 2 * (14 - GITHUB_MEEST) == len([regel for regel in regels if regel.startswith("accounts/acme.yml:")])
    assert not [regel for regel in regels if "##[" in regel and regel not in opdrachten]
    assert 28 == samen.count("| accounts/")
    assert f"]({SITE}bijdragen/meldingen/#datum) |" in samen


def test_a_long_summary_is_cut_with_words() -> None:
    """
    GitHub takes one megabyte, and shows nothing of more.
    """
    alle = [Problem("accounts/acme.yml", regel, 1, FOUT, "datum", "x" * 5_000) for regel in range(1, 301)]

    samen = github_samenvatting(Gevonden(alle, SITE), "300 fouten")

    assert SAMENVATTING_MEEST < len(samen.encode()) + 6_000 < 1_048_576
    assert re.search(r"\nEn nog \d+ andere; ze staan in het verslag van de stap\.\n$", samen)


def test_a_moved_problem_keeps_its_fingerprint() -> None:
    """
    A line above it is no new problem; the same twice in a file are two.
    """
    eerst, later = (
        json.loads(VORMEN["gitlab"](Gevonden([Problem("a.yml", regel + n, 1, FOUT, "datum", "x") for n in (0, 1)])))
        for regel in (4, 9)
    )

    assert [een["fingerprint"] for een in eerst] == [een["fingerprint"] for een in later]
    assert 2 == len({een["fingerprint"] for een in eerst})


def test_each_rule_leads_to_its_explanation() -> None:
    """
    In a scanner, at reviewdog and in a terminal.
    """
    gevonden = Gevonden(PROBLEMEN, SITE)

    regels = json.loads(VORMEN["sarif"](gevonden))["runs"][0]["tool"]["driver"]["rules"]
    codes = [een["code"] for een in json.loads(VORMEN["rdjson"](gevonden))["diagnostics"]]

    assert {een["id"]: f"{SITE}bijdragen/meldingen/#{een['id']}" for een in regels} == {
        een["id"]: een["helpUri"] for een in regels
    }
    assert all(een["helpUri"] in een["help"]["text"] for een in regels)
    assert [f"{SITE}bijdragen/meldingen/#{een['value']}" for een in codes] == [een["url"] for een in codes]
    assert f"\nUitleg bij elke naam tussen haken: {SITE}bijdragen/meldingen/" in VORMEN["text"](gevonden)
    assert "docs/bijdragen/meldingen.md" in VORMEN["text"](Gevonden(PROBLEMEN))
