"""Lists that the handbook shares with the product are the same lists: agenda, criteria and questions."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
HANDBOEK = ROOT / "docs" / "handboek"
STANDAARD = ROOT / "macros" / "model" / "standaard"
ZWAARTE = {"knock_out": "harde eis", "zwaar": "zwaar", "licht": "licht"}


def tekst(hoofdstuk: str) -> str:
    """Read a chapter."""
    return (HANDBOEK / f"{hoofdstuk}.md").read_text(encoding="utf-8")


def tabel(hoofdstuk: str, anker: str) -> list[tuple[str, ...]]:
    """Give the rows of the first table under a heading, without its head."""
    _, gevonden, rest = tekst(hoofdstuk).partition(f"{{: #{anker} }}")
    assert gevonden
    rijen = re.search(r"(?:^\|.*\|\n)+", rest, re.MULTILINE)
    assert rijen
    return [tuple(cel.strip() for cel in rij.strip("|").split("|")) for rij in rijen[0].splitlines()[2:]]


def test_agenda_is_that_of_the_sheets() -> None:
    """Who reads the chapter and who prints the sheets sees the same day."""
    vel = (ROOT / "macros/views/canvas/sessie.html").read_text(encoding="utf-8")
    agenda = vel[vel.index('id="agenda"') : vel.index("</table>")]
    cellen = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", rij) for rij in agenda.split("<tr>")]
    rijen = [tuple(html.unescape(re.sub(r"<[^>]+>", "", cel)) for cel in rij[:3]) for rij in cellen if len(rij) == 4]

    assert rijen[-len(tabel("teamsessie", "agenda")) :] == tabel("teamsessie", "agenda")


def test_criteria_are_those_of_a_new_team() -> None:
    """The table of criteria says what a new team gets, and how heavy each one is."""
    criteria = yaml.safe_load((STANDAARD / "criteria.yml").read_text(encoding="utf-8"))
    regels = [(c["tekst"], ZWAARTE[c["zwaarte"]]) for c in criteria["juiste_klanten"] + criteria["juiste_voorwaarden"]]

    assert regels == tabel("juiste-klant", "criteria")


@pytest.mark.parametrize(
    ("lijst", "hoofdstuk"),
    [
        ("kickoff", "opstart"),
        ("kennismaking", "invloedsweb"),
        ("fresheyes", "frisse-blik"),
        ("postmortem", "terugblik"),
        ("gesprek", "nazorg"),
        ("training", "nazorg"),
        ("zelfscan_vragen", "netwerken"),
        ("zelfscan_uitdagingen", "netwerken"),
    ],
)
def test_questions_are_those_of_the_sheets(lijst: str, hoofdstuk: str) -> None:
    """The chapter asks what the printed sheet of questions asks."""
    lijsten = yaml.safe_load((STANDAARD / "vragenlijsten.yml").read_text(encoding="utf-8"))["vragenlijsten"]
    vragen = [vraag["tekst"] for soort in lijsten if soort["id"] == lijst for vraag in soort["vragen"]]
    kaal = tekst(hoofdstuk).replace("**", "")

    assert vragen
    assert [] == [vraag for vraag in vragen if vraag not in kaal]
