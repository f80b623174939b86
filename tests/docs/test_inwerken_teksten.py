"""The pages of Inwerken: links arrive, every question has a page, settings are real, examples can be copied."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path, PurePosixPath
from posixpath import normpath
from textwrap import dedent

import pytest
import yaml
from menu import DOCS, bladen
from pydantic import TypeAdapter

from macros.load.yaml12 import lees
from macros.model.account import Account
from macros.model.dagboek import Weekblad
from macros.model.instellingen import Instellingen
from macros.oefenen.oefeningen import OEFENINGEN

PAGINAS = sorted((DOCS / "inwerken").glob("*.md"))
VRAGEN = (
    "Hoe werken wij in het kort?",
    "In welke volgorde lees ik?",
    "Welke klanten krijg ik?",
    "Wat is van elke klant het verhaal op één pagina?",
    "Wat moet ik binnen dertig dagen doen?",
    "Met wie moet ik kennismaken?",
    "Wat betekenen de woorden?",
    "Hoe vul ik een bestand of een canvas in?",
    "Hoe dien ik een wijziging in?",
    "Hoe ziet een goed ingevuld canvas eruit?",
    "Waarom verloren we eerder klanten?",
)
"""The questions of a new account manager (domain 5.5)."""


def naam(pagina: Path) -> str:
    """Name a page in the output of pytest."""
    return pagina.relative_to(DOCS).as_posix()


def tekst(pagina: Path) -> str:
    """Read a page."""
    return pagina.read_text(encoding="utf-8")


@pytest.mark.parametrize("pagina", PAGINAS, ids=naam)
def test_links_arrive(pagina: Path) -> None:
    """
    Each link inside the site leads to a page, and its anchor to a heading of that page.
    """
    kapot = []
    for doel in re.findall(r"\]\((?!https?://)([^)\s]+)\)", tekst(pagina)):
        pad, _, anker = doel.partition("#")
        bestand = DOCS / normpath(PurePosixPath(naam(pagina)).parent / pad) if pad else pagina
        if not bestand.is_file() or (anker and f"{{: #{anker} }}" not in tekst(bestand)):
            kapot.append(doel)

    assert [] == kapot


@pytest.mark.parametrize("pagina", PAGINAS, ids=naam)
def test_each_page_is_in_the_menu_and_has_an_owner(pagina: Path) -> None:
    """
    A page that nobody owns grows old.
    """
    kop = yaml.safe_load(tekst(pagina).split("---\n")[1])

    assert naam(pagina) in bladen()
    assert {"eigenaar", "herzien"} <= kop.keys()


@pytest.mark.parametrize("pagina", PAGINAS, ids=naam)
def test_settings_exist(pagina: Path) -> None:
    """
    A number comes from a setting that really is one.
    """
    bekend = {veld.name for veld in fields(Instellingen)}

    assert set() == set(re.findall(r"instelling\(\"(\w+)\"\)", tekst(pagina))) - bekend


@pytest.mark.parametrize("vraag", VRAGEN)
def test_each_question_leads_to_a_page(vraag: str) -> None:
    """
    The table at the end of Inwerken has a row with a link for it.
    """
    rijen = dict(re.findall(r"^\| (.+?\?) \| (.+) \|$", tekst(DOCS / "inwerken/index.md"), re.MULTILINE))

    assert re.search(r"\]\([\w/.#-]+\)|link\(", rijen[vraag])


def test_the_self_test_has_twenty_questions_with_an_explained_answer() -> None:
    """
    Numbered, each with an answer and the chapter that holds it.
    """
    vragen = re.findall(
        r"<summary[^>]*>(\d+)\. .+?</summary>\n\n(.+)\n\n</details>", tekst(DOCS / "inwerken/zelftest.md")
    )

    assert [str(nummer) for nummer in range(1, 21)] == [nummer for nummer, _ in vragen]
    assert all(re.search(r"\w.+ Lees meer: \[.+\]\(\.\./handboek/", antwoord) for _, antwoord in vragen)


def test_every_list_to_tick_has_a_name_of_its_own() -> None:
    """
    Ticks are kept by that name: two lists with one name would share them.
    """
    namen = [lijst for pagina in PAGINAS for lijst in re.findall(r'data-vinkjes="([\w-]+)"', tekst(pagina))]

    assert {"dag-1", "dag-30", "dag-60", "dag-90", "overdracht-gever", "overdracht-ontvanger"} <= set(namen)
    assert len(namen) == len(set(namen))


@pytest.mark.parametrize("nummer", range(1, len(OEFENINGEN) + 1))
def test_each_exercise_is_explained(nummer: int) -> None:
    """
    Under its number and title, with the name of the client it is about.
    """
    oefening = OEFENINGEN[nummer - 1]
    deel = tekst(DOCS / "inwerken/oefenen.md").partition(f" {{: #oefening-{nummer} }}")
    uitleg = deel[2].partition("\n## ")[0]
    woorden = re.sub(r"\W+", "-", uitleg.lower())

    assert deel[0].endswith(f"## Oefening {nummer}: {oefening.titel[0].lower()}{oefening.titel[1:]}")
    assert oefening.account.removeprefix("zorgcentrum-") in woorden
    assert not oefening.antwoordbestand or "*Jouw antwoord*" in uitleg
    assert not oefening.regels or oefening.regels[1] in uitleg


@pytest.mark.parametrize("pagina", ["overdracht", "oefenen"])
def test_examples_can_be_copied(pagina: str) -> None:
    """
    Each block of YAML is a valid part of a client's file, or a week of the journal.
    """
    blokken = re.findall(r"^ *```yaml\n(.*?)^ *```$", tekst(DOCS / f"inwerken/{pagina}.md"), re.MULTILINE | re.DOTALL)
    klant = {"id": "klant", "naam": "Klant", "driehoek": {"accountmanager": "lotte"}, "contracten": []}

    assert blokken
    for blok in blokken:
        lezing = lees(dedent(blok).encode())
        assert () == lezing.fouten
        deel = dict(lezing.waarde or {})
        if "regels" in deel:
            assert TypeAdapter(Weekblad).validate_python(deel)
            continue
        if "doelen" in deel:
            deel = {"canvassen": [{"id": "2026", "gestart_op": "2026-06-29", **deel}]}
        assert TypeAdapter(Account).validate_python(klant | deel, strict=False)
