"""Sites of one size made in several ways, in turn, so that the machine is as busy for the one as for the other."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import hugomanier
from generator import schrijf_portefeuille
from meting import PROJECT, Meting, mediaan, meet

VOORBEELD = 14
"""So many clients has the example; with any other number they are generated."""
GEWOON_TOT = 60
"""Above so many clients the registers have pages of colleagues, which the ordinary way does not make."""
EIGEN, WARM = "ours, cold", "ours, one client changed"
HUGO, UITGEVOERD = "Hugo", "Hugo, every byte from a template"
GEVOED = "Hugo, fed with our derived values"
GEWOON = "the ordinary MkDocs way"
_JAARWAARDE = re.compile(r"(jaarwaarde: )(\d+)")


@dataclass(frozen=True)
class Uitkomst:
    """What one way of making a site cost, and what it made."""

    aantal: int
    """Clients."""
    manier: str
    meting: Meting
    bytes: int
    """Of all files of the site, as they are and not as a disk rounds them."""
    bestanden: int


class Plek:
    """The folder in which the sites of one size are made, each in a folder of its own; it must not exist yet."""

    def __init__(self, folder: Path, aantal: int) -> None:
        self.aantal = aantal
        self.folder = folder
        self.accounts = folder / "accounts"
        self.project = folder / "hugo"
        if aantal == VOORBEELD:
            shutil.copytree(PROJECT / "accounts", self.accounts)
        else:
            schrijf_portefeuille(self.accounts, aantal)

    @property
    def manieren(self) -> dict[str, Callable[[], tuple[Meting, Path]]]:
        """The ways to make this site, in the order in which they take turns: each measures itself and says where."""
        van_hugo = {HUGO: self._hugo, UITGEVOERD: self._uitgevoerd, GEVOED: self._gevoed}
        return {
            EIGEN: self._koud,
            WARM: self._warm,
            **(van_hugo if hugomanier.vind() else {}),
            **({GEWOON: self._gewoon} if self.aantal <= GEWOON_TOT else {}),
        }

    def vergeet(self) -> None:
        """Take away everything that an earlier build or check of ours kept, the site too.

        What is compiled stays, of Python and of templates: that belongs to the program, and Hugo comes compiled.
        """
        for naam in ("eigen", ".cache"):
            shutil.rmtree(self.folder / naam, ignore_errors=True)

    def wijzig(self) -> None:
        """Change one fact of one client: what its first contract is worth."""
        for pad in sorted(self.accounts.glob("*.yml")):
            tekst, keren = _JAARWAARDE.subn(lambda deel: f"{deel[1]}{int(deel[2]) + 1000}", _lees(pad), count=1)
            if keren:
                pad.write_text(tekst, encoding="utf-8")
                return
        raise SystemExit(f"no contract in {self.accounts} has a value")

    def _koud(self) -> tuple[Meting, Path]:
        self.vergeet()
        return self._bouw("eigen")

    def _warm(self) -> tuple[Meting, Path]:
        self.wijzig()
        return self._bouw("eigen")

    def _gewoon(self) -> tuple[Meting, Path]:
        shutil.rmtree(self.folder / "gewoon", ignore_errors=True)
        return self._bouw("gewoon", "--config-file", str(PROJECT / "tests/bench/gewone_manier.yml"))

    def _bouw(self, naam: str, *extra: str) -> tuple[Meting, Path]:
        site = self.folder / naam / "site"
        opdracht = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site), *extra]
        return meet(opdracht, self.accounts), site

    def _hugo(self) -> tuple[Meting, Path]:
        return self._met_hugo(hugomanier.opdracht(self.project))

    def _uitgevoerd(self) -> tuple[Meting, Path]:
        return self._met_hugo(hugomanier.opdracht(self.project, uitgevoerd=True))

    def _gevoed(self) -> tuple[Meting, Path]:
        vooraf = [sys.executable, str(PROJECT / "tests/bench/hugogevoed.py"), str(self.accounts), str(self.project)]
        return self._met_hugo([*vooraf, *hugomanier.opdracht(self.project)])

    def _met_hugo(self, opdracht: list[str]) -> tuple[Meting, Path]:
        """Run Hugo, or what runs it, on a project that follows our site as it was built first."""
        if not self.project.exists():
            hugomanier.maak(self.folder / "eigen/site", self.accounts, self.project)
        (self.project / "data/afgeleid.json").unlink(missing_ok=True)
        for oud in ("public", "cache"):
            shutil.rmtree(self.project / oud, ignore_errors=True)
        return meet(opdracht, self.accounts), self.project / "public"


def _lees(pad: Path) -> str:
    return pad.read_text(encoding="utf-8")


def vergelijk(plek: Plek, rondes: int) -> Iterator[Uitkomst]:
    """Make the site in every way, so many times in turn; yield the medians, in the order of the ways."""
    metingen: dict[str, list[Meting]] = {manier: [] for manier in plek.manieren}
    sites: dict[str, Path] = {}
    for ronde in range(rondes):
        for manier, maak in plek.manieren.items():
            meting, sites[manier] = maak()
            metingen[manier].append(meting)
            wat = f"{plek.aantal:,} clients, round {ronde + 1} of {rondes}, {manier}"
            print(f"{wat}: {meting.wand:.1f} s, CPU {meting.cpu:.1f} s", file=sys.stderr, flush=True)
    paginas = {manier: len(list(site.rglob("*.html"))) for manier, site in sites.items()}
    if len(set(paginas.values())) > 1:
        raise SystemExit(f"not the same number of pages: {paginas}")
    for manier, gemeten in metingen.items():
        bestanden = [pad.stat().st_size for pad in sites[manier].rglob("*") if pad.is_file()]
        yield Uitkomst(plek.aantal, manier, mediaan(gemeten), sum(bestanden), len(bestanden))
