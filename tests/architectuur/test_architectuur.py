"""The shape of the package: data flows one way, one module reads the clock, few know MkDocs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import hooks

PAKKET = Path(__file__).resolve().parents[2] / "macros"

STROOM = [
    ("problem", "taal", "clock", "schrijven", "vaart", "sjablonen"),
    ("yaml12", "yamlfout", "inlassen", "begrippen"),
    ("model",),
    (
        "omgeving",
        "velden",
        "veldsoort",
        "veldvoorbeeld",
        "plaatsen",
        "keuren",
        "modelfout",
        "samenhang",
        "privacy",
        "verwijzingen",
        "load",
    ),
    ("verklaring",),
    ("afleidingen",),
    ("dossier",),
    ("portefeuille",),
    ("overzichten", "aandacht", "controles"),
    ("labels",),
    ("views",),
    ("render",),
    ("invoer", "oefenen", "outputs"),
    ("commands", "__main__"),
    ("pagina",),
    ("onderdelen", "families", "zoeken", "zoekvelden", "sitemap", "hoofdstuktekst"),
    ("vindplaatsen", "levensloop", "losmaken", "naslag"),
    ("pages",),
    ("macrolijst", "wegschrijven"),
    ("__init__", "serveren", "hooks"),
]
"""The modules and folders of the package in the order in which data flows; those of one row may use each other."""

MKDOCS = {"hooks", "serveren"}
"""The only modules that may know MkDocs: everything else outlives it."""


def modules() -> Iterator[tuple[str, Path]]:
    """Yield every module with its name below the package, such as `views.canvas`."""
    for pad in sorted(PAKKET.rglob("*.py")):
        yield ".".join(pad.relative_to(PAKKET).with_suffix("").parts), pad


def imports(pad: Path) -> Iterator[str]:
    """Yield every module that a file imports anywhere in it, types too."""
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            yield from (naam.name for naam in knoop.names)
        elif isinstance(knoop, ast.ImportFrom):
            assert 0 == knoop.level, f"{pad}: write the whole name of the module"
            yield from (f"{knoop.module}.{naam.name}" for naam in knoop.names)


def rang(naam: str) -> int:
    """Return the place of a module in the flow, by the first part of its name."""
    eerste = naam.split(".", maxsplit=1)[0]
    return next(nummer for nummer, rij in enumerate(STROOM) if eerste in rij)


@pytest.mark.parametrize(("naam", "pad"), list(modules()))
def test_imports_follow_the_flow(naam: str, pad: Path) -> None:
    """
    A module imports only from its own stage or from an earlier one.
    """
    eigen = [gevonden.removeprefix("macros.") for gevonden in imports(pad) if gevonden.startswith("macros.")]

    tegen = [gevonden for gevonden in eigen if rang(gevonden) > rang(naam)]

    assert [] == tegen


def test_only_the_hook_knows_mkdocs() -> None:
    """
    Whatever makes the pages could make them for another site generator.
    """
    kenners = {naam for naam, pad in modules() for gevonden in imports(pad) if gevonden.startswith("mkdocs")}

    assert kenners == MKDOCS


def test_only_the_clock_reads_the_clock() -> None:
    """
    Everything else gets its date as an argument, so that the same data and date give the same bytes.
    """
    lezen = re.compile(r"\b(?:date|datetime)\.(?:today|now|utcnow)\(|\btime\.(?:time|localtime|gmtime|strftime)\(")

    lezers = {naam for naam, pad in modules() if lezen.search(pad.read_text(encoding="utf-8"))}

    assert {"clock"} == lezers


def test_no_module_is_long() -> None:
    """
    A module fits in a reader's head: at most 300 lines.
    """
    lang = {
        naam: regels for naam, pad in modules() if (regels := len(pad.read_text(encoding="utf-8").splitlines())) > 300
    }

    assert {} == lang


def test_every_template_belongs_to_a_view() -> None:
    """
    A template stands beside the module that makes its view; shared pieces start with an underscore.
    """
    sjablonen = [pad for pad in (PAKKET / "views").glob("*.html") if not pad.name.startswith("_")]

    assert [] == [pad.name for pad in sjablonen if not pad.with_suffix(".py").exists()]


def test_every_style_sheet_belongs_to_a_template() -> None:
    """
    Each class of a style sheet starts with the name of its file; only the tokens and the theme are shared.
    """
    bladen = (PAKKET.parent / "docs/assets/css").glob("*.css")
    verkeerd: dict[str, set[str]] = {}
    for blad in bladen:
        kaal = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", blad.read_text(encoding="utf-8"), flags=re.DOTALL)
        klassen = {klasse for klasse in re.findall(r"\.([a-z][\w-]*)", kaal) if not klasse.startswith("md-")}
        if blad.stem != "basis":
            vreemd = {klasse for klasse in klassen if not klasse.startswith(blad.stem.replace("_", "-"))}
            verkeerd |= {blad.name: vreemd} if vreemd else {}

    assert {} == verkeerd


@pytest.mark.parametrize(("naam", "pad"), list(modules()), ids=lambda deel: deel if isinstance(deel, str) else "")
def test_serve_sees_every_import(naam: str, pad: Path) -> None:
    """
    Under `serve` a module is dropped when one that it uses has changed; the hook finds those by their lines.
    """
    gezien = set(hooks._imports(pad))  # noqa: SLF001

    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            assert not [deel.name for deel in knoop.names if deel.name.startswith("macros")], naam
        elif isinstance(knoop, ast.ImportFrom) and (knoop.module or "").startswith("macros"):
            assert {str(knoop.module), *(f"{knoop.module}.{deel.name}" for deel in knoop.names)} <= gezien
