"""The shape of the package: data flows one way, one module reads the clock, few know MkDocs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

PAKKET = Path(__file__).resolve().parents[2] / "macros"

KAMERS = (
    "model",
    "load",
    "woorden",
    "afleidingen",
    "portefeuille",
    "aandacht",
    "gebeurtenissen",
    "controles",
    "invoer",
    "verschil",
    "oefenen",
    "outputs",
    "publiceren",
    "views",
    "commands",
    "site",
    "bewerken",
)
"""The folders of the package in the order in which data flows: each may use itself and those before it."""
BEGANE_GROND = ("__init__", "__main__")
"""The two modules that Python asks for by name; they open a door to the last rooms."""

MKDOCS = {"bewerken.haak", "site.bladbron", "site.bladgeheugen", "site.hooks", "site.serveren", "site.splitsen"}
"""The only modules that may know MkDocs: everything else outlives it."""


def modules() -> Iterator[tuple[str, Path]]:
    """Yield every module with its name below the package, such as `views.canvas`."""
    for pad in sorted(PAKKET.rglob("*.py")):
        yield ".".join(pad.relative_to(PAKKET).with_suffix("").parts), pad


@cache
def imports(pad: Path) -> tuple[str, ...]:
    """Return every module that a file imports anywhere in it, types too."""
    return tuple(_imports(pad))


def _imports(pad: Path) -> Iterator[str]:
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            yield from (naam.name for naam in knoop.names)
        elif isinstance(knoop, ast.ImportFrom):
            assert 0 == knoop.level, f"{pad}: write the whole name of the module"
            yield from (f"{knoop.module}.{naam.name}" for naam in knoop.names)


def kamer(naam: str) -> str:
    """Return the folder that a module stands in, or its own name when it stands loose in the package."""
    return naam.split(".", maxsplit=1)[0]


def pijlen() -> set[tuple[str, str]]:
    """Return every pair of rooms of which the first uses the second."""
    gebruikt = (
        (kamer(naam), kamer(gevonden.removeprefix("macros.")))
        for naam, pad in modules()
        for gevonden in imports(pad)
        if gevonden.startswith("macros.")
    )
    return {(van, naar) for van, naar in gebruikt if van != naar and van in KAMERS}


def test_the_folders_are_the_rooms() -> None:
    """
    A reader finds everything from the folder listing: these rooms, and no loose module.
    """
    assert {*KAMERS, *BEGANE_GROND} == {kamer(naam) for naam, _ in modules()}


def test_data_flows_one_way() -> None:
    """
    A room uses only rooms that stand before it, so no two use each other.
    """
    assert set() == {(van, naar) for van, naar in pijlen() if KAMERS.index(naar) > KAMERS.index(van)}


def test_the_house_stays_simple() -> None:
    """
    Few rooms know each other: a new arrow is a decision, and is made here.

    `bewerken` is the whole site once more, in a browser: it may use whatever it runs there.
    """
    tussen = {(van, naar) for van, naar in pijlen() if van != "bewerken"}

    assert 69 >= len(tussen), sorted(tussen)


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

    assert {"load.clock"} == lezers


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
    A template stands beside the module that makes its view and names it; shared pieces start with an underscore.
    """
    sjablonen = [pad for pad in (PAKKET / "views").rglob("*.html") if not pad.name.startswith("_")]
    genoemd = {
        (module.parent, naam)
        for module in (PAKKET / "views").rglob("*.py")
        for naam in re.findall(r'template: ClassVar\[str\] = "([^"]+)"', module.read_text(encoding="utf-8"))
    }

    assert genoemd == {(pad.parent, pad.name) for pad in sjablonen}


def test_every_style_sheet_belongs_to_a_template() -> None:
    """
    Each class of a style sheet starts with the name of its file; only the tokens and the theme are shared.
    """
    bladen = (PAKKET / "views").rglob("*.css")
    verkeerd: dict[str, set[str]] = {}
    for blad in bladen:
        kaal = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", blad.read_text(encoding="utf-8"), flags=re.DOTALL)
        klassen = {klasse for klasse in re.findall(r"\.([a-z][\w-]*)", kaal) if not klasse.startswith("md-")}
        if blad.stem != "basis":
            vreemd = {klasse for klasse in klassen if not klasse.startswith(blad.stem.replace("_", "-"))}
            verkeerd |= {blad.name: vreemd} if vreemd else {}

    assert {} == verkeerd
