"""One list of problems in the shape that each place shows: a terminal, a git server, a scanner, a report of tests.

Every shape says the same, from the same list: where it stands, what is wrong, and where the rule is explained. What a
file says is data in each of them: it starts no command, ends no attribute and calls nobody.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from macros.load.problem import FOUT, WAARSCHUWING, Problem, zichtbaar
from macros.woorden.markdown import ontsnapt

NAAM = "handboek"
UITLEG = "bijdragen/meldingen/"
"""The page of the site that explains every rule; below it an anchor for each."""
BRON = "docs/bijdragen/meldingen.md"
"""The same for who does not know the address of the site."""
GITHUB_MEEST = 10
"""Remarks of one severity that GitHub shows for a step; of more it says nothing."""
SAMENVATTING_MEEST = 900_000
"""Bytes of a summary of a job that GitHub takes, with some room."""


class Gevonden(NamedTuple):
    """What a shape is made of."""

    problemen: Sequence[Problem]
    """Sorted by file, line and column."""
    site: str | None = None
    """Address of the site, ending in a slash; None while it has none."""

    def uitleg(self, code: str = "") -> str | None:
        """Address of what is said about a rule, or about all; None without a site."""
        return f"{self.site}{UITLEG}{f'#{code}' if code else ''}" if self.site else None


def als_tekst(gevonden: Gevonden) -> str:
    """A line for each problem, and where the names of the rules are explained."""
    if not gevonden.problemen:
        return ""
    waar = gevonden.uitleg() or BRON
    return "\n".join([*map(str, gevonden.problemen), f"Uitleg bij elke naam tussen haken: {waar}"])


# --- GitHub and Azure DevOps: commands in the log ---


def als_github(gevonden: Gevonden) -> str:
    """Workflow commands, which show on the line in a pull request; what GitHub would drop is a plain line of the log.

    The summary of the job (`github_samenvatting`) holds all of them.
    """
    regels: list[str] = []
    rest: list[str] = []
    getoond: Counter[str] = Counter()
    for probleem in gevonden.problemen:
        getoond[probleem.ernst] += 1
        past = getoond[probleem.ernst] <= GITHUB_MEEST
        # The runner also obeys an older form of command, anywhere in a line.
        (regels if past else rest).append(_github(probleem) if past else str(probleem).replace("##[", "##\\["))
    if rest:
        regels += [f"GitHub toont er hoogstens {GITHUB_MEEST} per soort bij de regels; dit zijn de andere:", *rest]
    return "\n".join(regels)


def _github(probleem: Problem) -> str:
    soort = "error" if probleem.ernst == FOUT else "warning"
    titel = f"{probleem.ernst.capitalize()}: {probleem.code}"
    eigenschappen = {"file": probleem.bestand, "line": probleem.regel, "col": probleem.kolom, "title": titel}
    lijst = ",".join(f"{naam}={_voor_github(str(waarde), eigenschap=True)}" for naam, waarde in eigenschappen.items())
    return f"::{soort} {lijst}::{_voor_github(probleem.tekst)}"


def _voor_github(tekst: str, *, eigenschap: bool = False) -> str:
    """Escape for a workflow command; in a property the colon and comma have a meaning too."""
    tekst = zichtbaar(tekst).replace("%", "%25")
    return tekst.replace(":", "%3A").replace(",", "%2C") if eigenschap else tekst


def github_samenvatting(gevonden: Gevonden, slot: str) -> str:
    """All problems as Markdown, for the summary of a job, with the closing line `slot`."""
    regels = ["### Controle van de bestanden", "", ontsnapt(slot), ""]
    if gevonden.problemen:
        regels += ["| Waar | Wat | Regel |", "| --- | --- | --- |"]
    over = SAMENVATTING_MEEST
    for nummer, probleem in enumerate(gevonden.problemen):
        rij = _rij(probleem, gevonden.uitleg(probleem.code))
        over -= len(rij.encode())
        if over < 0:
            regels += ["", f"En nog {len(gevonden.problemen) - nummer} andere; ze staan in het verslag van de stap."]
            break
        regels.append(rij)
    return "\n".join([*regels, ""])


def _rij(probleem: Problem, uitleg: str | None) -> str:
    naam = ontsnapt(probleem.code)
    delen = (
        ontsnapt(zichtbaar(f"{probleem.bestand}:{probleem.regel}")),
        ontsnapt(zichtbaar(f"{probleem.ernst}: {probleem.tekst}")),
        f"[{naam}]({uitleg})" if uitleg else naam,
    )
    return f"| {' | '.join(delen)} |"


_AZURE = str.maketrans({"%": "%AZP25", ";": "%3B", "]": "%5D", "\r": "%0D", "\n": "%0A"})


def als_azure(gevonden: Gevonden) -> str:
    """Logging commands, which show in the summary of a run of Azure DevOps."""
    return "\n".join(map(_azure, gevonden.problemen))


def _azure(probleem: Problem) -> str:
    eigenschappen = {
        "type": "error" if probleem.ernst == FOUT else "warning",
        "sourcepath": probleem.bestand,
        "linenumber": probleem.regel,
        "columnnumber": probleem.kolom,
        "code": probleem.code,
    }
    lijst = "".join(f"{naam}={zichtbaar(str(waarde)).translate(_AZURE)};" for naam, waarde in eigenschappen.items())
    return f"##vso[task.logissue {lijst}]{zichtbaar(probleem.tekst).translate(_AZURE)}"


# --- reports that a git server or scanner reads ---


def als_gitlab(gevonden: Gevonden) -> str:
    """A Code Quality report of GitLab; a fingerprint does not hold the line, so that a moved problem is an old one."""
    keer: Counter[str] = Counter()
    lijst = []
    for probleem in gevonden.problemen:
        kern = f"{probleem.bestand}\0{probleem.code}\0{probleem.tekst}"
        keer[kern] += 1
        lijst.append(
            {
                "description": zichtbaar(probleem.tekst),
                "check_name": probleem.code,
                "fingerprint": _vingerafdruk(kern, keer[kern]),
                "severity": "major" if probleem.ernst == FOUT else "minor",
                "location": {"path": zichtbaar(probleem.bestand), "lines": {"begin": probleem.regel}},
            }
        )
    return _json(lijst)


def _vingerafdruk(kern: str, keer: int) -> str:
    """The same in each run, and another for the second time that the same is said of a file."""
    return sha256(f"{kern}\0{keer}".encode(errors="surrogatepass")).hexdigest()


def als_sarif(gevonden: Gevonden) -> str:
    """SARIF 2.1.0, for code scanning."""
    regels = sorted({probleem.code: probleem for probleem in reversed(gevonden.problemen)}.items())
    plek = {code: nummer for nummer, (code, _) in enumerate(regels)}
    keer: Counter[str] = Counter()
    uitkomsten = []
    for probleem in gevonden.problemen:
        kern = f"{probleem.bestand}\0{probleem.code}\0{probleem.tekst}"
        keer[kern] += 1
        gebied = {"startLine": probleem.regel, "startColumn": probleem.kolom}
        uri = quote(probleem.bestand, errors="surrogatepass")
        uitkomsten.append(
            {
                "ruleId": probleem.code,
                "ruleIndex": plek[probleem.code],
                "level": _niveau(probleem),
                "message": {"text": zichtbaar(probleem.tekst)},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}, "region": gebied}}],
                "partialFingerprints": {"handboek/v1": _vingerafdruk(kern, keer[kern])},
            }
        )
    programma = {
        "name": NAAM,
        "informationUri": gevonden.uitleg(),
        "rules": [_sarifregel(code, probleem, gevonden.uitleg(code)) for code, probleem in regels],
    }
    run = {
        "tool": {"driver": {naam: waarde for naam, waarde in programma.items() if waarde is not None}},
        "columnKind": "unicodeCodePoints",
        "results": uitkomsten,
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return _json({"$schema": schema, "version": "2.1.0", "runs": [run]})


def _sarifregel(code: str, probleem: Problem, uitleg: str | None) -> dict[str, Any]:
    hulp = f"Wat deze melding betekent, met een fout en een goed voorbeeld: {uitleg or f'{BRON}, bij {code}'}"
    regel: dict[str, Any] = {
        "id": code,
        "shortDescription": {"text": code.replace("-", " ").replace("_", " ").capitalize()},
        "help": {"text": hulp},
        "defaultConfiguration": {"level": _niveau(probleem)},
    }
    return regel | ({"helpUri": uitleg} if uitleg else {})


def _niveau(probleem: Problem) -> str:
    return {FOUT: "error", WAARSCHUWING: "warning"}[probleem.ernst]


def als_rdjson(gevonden: Gevonden) -> str:
    """What reviewdog reads, to put remarks on the lines at any git server."""
    return _json(
        {
            "source": {"name": NAAM},
            "severity": "ERROR" if any(probleem.ernst == FOUT for probleem in gevonden.problemen) else "WARNING",
            "diagnostics": [_rd(probleem, gevonden.uitleg(probleem.code)) for probleem in gevonden.problemen],
        }
    )


def _rd(probleem: Problem, uitleg: str | None) -> dict[str, Any]:
    plek = {"line": probleem.regel, "column": probleem.kolom}
    return {
        "message": zichtbaar(probleem.tekst),
        "severity": _niveau(probleem).upper(),
        "code": {"value": probleem.code} | ({"url": uitleg} if uitleg else {}),
        "location": {"path": zichtbaar(probleem.bestand), "range": {"start": plek}},
    }


def als_junit(gevonden: Gevonden) -> str:
    """A report of tests: an error is a test that failed, a warning one that was skipped, nothing at all one that held.

    GitLab shows failed tests in a merge request, and Azure DevOps in a tab of the run.
    """
    fouten = sum(probleem.ernst == FOUT for probleem in gevonden.problemen)
    aantal = max(len(gevonden.problemen), 1)
    telling = f'tests="{aantal}" failures="{fouten}" errors="0" skipped="{len(gevonden.problemen) - fouten}"'
    gevallen = list(map(_geval, gevonden.problemen)) or [f'    <testcase classname="{NAAM}" name="alle bestanden"/>']
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<testsuites name="{NAAM}" {telling}>',
            f'  <testsuite name="{NAAM}" {telling}>',
            *gevallen,
            "  </testsuite>",
            "</testsuites>",
        ]
    )


def _geval(probleem: Problem) -> str:
    bestand, regel = _xml(probleem.bestand), probleem.regel
    naam = _xml(f"{probleem.bestand}:{regel}:{probleem.kolom} {probleem.code}")
    tekst, code = quoteattr(_xml(probleem.tekst)), quoteattr(probleem.code)
    kop = f'<testcase classname="{NAAM}" name={quoteattr(naam)} file={quoteattr(bestand)} line="{regel}">'
    if probleem.ernst != FOUT:
        return f"    {kop}<skipped message={tekst}/></testcase>"
    return f"    {kop}<failure type={code} message={tekst}>{escape(_xml(str(probleem)))}</failure></testcase>"


def _xml(tekst: str) -> str:
    """Without the signs that XML does not know."""
    return "".join(teken for teken in zichtbaar(tekst) if ord(teken) & 0xFFFE != 0xFFFE)


def _json(waarde: object) -> str:
    return json.dumps(waarde, ensure_ascii=False, indent=2)


VORMEN: dict[str, Callable[[Gevonden], str]] = {
    "text": als_tekst,
    "github": als_github,
    "gitlab": als_gitlab,
    "sarif": als_sarif,
    "rdjson": als_rdjson,
    "junit": als_junit,
    "azure": als_azure,
}
"""How the problems are printed, by the name of `--format`."""
