"""Where the processor time of a cold build goes: a row for each step, and for each kind of page about a client.

    .venv/bin/python tests/bench/waarheen.py --aantal 300

One process does everything, so that the figures add up; `make bench` says what the same costs over all cores.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from generator import schrijf_portefeuille
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from macros.bewerken import neerzetten, uitgave
from macros.load import vaart
from macros.site import ics, pages
from macros.site.oplevering import Gezien

STAPPEN: tuple[tuple[str, Any, str], ...] = (
    ("reading the files", pages, "lees_map"),
    ("deriving", pages, "portefeuille"),
    ("Markdown of `docs/`", Page, "render"),
    ("filling the other pages", pages.Bouw, "vul"),
    ("looking at links and marks", Gezien, "lees"),
    ("judging the whole", Gezien, "keur"),
    ("calendars", ics, "schrijf"),
    ("what an editor fetches", uitgave, "schrijf"),
    ("the Python for the browser", neerzetten, "zet_neer"),
)
"""What is timed: in words, where it stands, and its name."""


def tijden(accounts: Path) -> dict[str, float]:
    """Build the site of a folder without anything of an earlier build; seconds of processor time by step."""
    gemeten: dict[str, float] = defaultdict(float)

    def meet(naam: Callable[..., str], functie: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(functie)
        def gemeten_(*args: Any, **kwargs: Any) -> Any:
            begin = time.process_time()
            try:
                return functie(*args, **kwargs)
            finally:
                gemeten[naam(*args)] += time.process_time() - begin

        return gemeten_

    vaart.VANAF = sys.maxsize
    for woorden, plek, naam in STAPPEN:
        setattr(plek, naam, meet(lambda *_, woorden=woorden: woorden, getattr(plek, naam)))
    setattr(pages.Bouw, "maak", meet(lambda _bouw, familie, *_: f"pages `{familie}`", pages.Bouw.maak))  # noqa: B010
    os.environ |= {"HANDBOEK_ACCOUNTS": str(accounts), "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryDirectory() as site:
        begin = time.process_time()
        config = load_config(site_dir=site)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        gemeten["all of it"] = time.process_time() - begin
    gemeten["the rest: theme, search, menus, writing"] = 2 * gemeten["all of it"] - sum(gemeten.values())
    return gemeten


def main() -> None:
    """Print the table."""
    keuzes = argparse.ArgumentParser(description=__doc__)
    keuzes.add_argument("--aantal", type=int, default=300, help="clients, invented")
    aantal = keuzes.parse_args().aantal
    with tempfile.TemporaryDirectory() as naam:
        schrijf_portefeuille(Path(naam) / "accounts", aantal)
        gemeten = tijden(Path(naam) / "accounts")
    print(f"| {aantal:,} clients, one process | CPU s | ms a client |\n| --- | --: | --: |")
    for stap, seconden in sorted(gemeten.items(), key=lambda paar: -paar[1]):
        print(f"| {stap} | {seconden:.2f} | {1000 * seconden / aantal:.1f} |")


if __name__ == "__main__":
    main()
