"""The folder that a web server reads: every publication in a folder of its own, and one link to the one that counts.

    releases/0007-2026-11-29-ff0ea44c1d2e/site/      a whole site, never changed once it is there
    releases/0007-2026-11-29-ff0ea44c1d2e/eigen.txt  which of its lasting files are its own, see `overnemen`
    huidig -> releases/0007-2026-11-29-ff0ea44c1d2e/site

Changing the link is one rename: a reader gets the old site or the new one. Whatever stops a publication leaves the link
as it was. A preview of a branch has the same shape below `voorbeelden/<branch>/`, with its link in `voorbeeld/`.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_RELEASE = re.compile(r"(\d{4,})-\d{4}-\d{2}-\d{2}-[\w-]+")
_TAK = re.compile(r"[A-Za-z0-9_][\w.-]*(?:/[A-Za-z0-9_][\w.-]*)*", re.ASCII)
BEZIG = ".bezig-"
"""Begin of the name of a folder in which a site is being made."""
STATUS = "status.json"
EIGEN = "eigen.txt"
MISLUKT = "mislukt"
"""File beside the publications: why the last one did not come."""


class PubliceerError(Exception):
    """Nothing was published; the message is one Dutch sentence that says why."""


@dataclass(frozen=True, slots=True)
class Plek:
    """Where one site stands: the site itself, or a preview of a branch."""

    map: Path
    """What `--to` names."""
    tak: str = ""
    """Branch of a preview; empty for the site itself."""

    def __post_init__(self) -> None:
        """Refuse a branch whose name is no address."""
        if self.tak and not _TAK.fullmatch(self.tak):
            raise PubliceerError(
                f"van de tak '{self.tak}' komt geen voorbeeld: gebruik in de naam alleen letters, cijfers, punten, "
                "streepjes en schuine strepen"
            )

    @property
    def releases(self) -> Path:
        """The folder of the publications."""
        return self.map / "voorbeelden" / self.tak / "releases" if self.tak else self.map / "releases"

    @property
    def link(self) -> Path:
        """What the web server reads."""
        return self.map / "voorbeeld" / self.tak if self.tak else self.map / "huidig"

    def alle(self) -> list[Path]:
        """Every whole publication, oldest first."""
        with suppress(FileNotFoundError):
            mappen = [pad for pad in self.releases.iterdir() if _RELEASE.fullmatch(pad.name)]
            return sorted(mappen, key=_nummer)
        return []

    def huidige(self) -> Path | None:
        """The publication that is read now; None when there is none."""
        if not self.link.is_symlink():
            return None
        release = (self.link.parent / self.link.readlink()).parent
        return release if release.is_dir() else None

    def nieuwe(self, peildatum: str, commit: str) -> Path:
        """The folder for a new publication; it is not made."""
        nummer = max(map(_nummer, self.alle()), default=0) + 1
        return self.releases / f"{nummer:04}-{peildatum}-{commit[:12] or 'zonder-git'}"

    def wijs(self, release: Path) -> None:
        """Let readers see this publication from now on, in one step. Raises `OSError`."""
        self.link.parent.mkdir(parents=True, exist_ok=True)
        nieuw = self.link.with_name(f".{self.link.name}.nieuw")
        nieuw.unlink(missing_ok=True)
        nieuw.symlink_to(os.path.relpath(release / "site", self.link.parent), target_is_directory=True)
        nieuw.replace(self.link)

    def ruim_op(self, bewaar: int) -> None:
        """Keep the last `bewaar` publications and the one that is read; what a killed one was making goes too."""
        huidige = self.huidige()
        for release in self.alle()[:-bewaar]:
            if release != huidige:
                shutil.rmtree(release, ignore_errors=True)
        for rest in self.resten():
            shutil.rmtree(rest, ignore_errors=True)

    def noteer(self, mislukt: str) -> None:
        """Remember why the last publication did not come; empty when it did. A full disk may forget it."""
        pad = self.releases / MISLUKT
        with suppress(OSError):
            if mislukt:
                pad.write_text(f"{mislukt}\n", encoding="utf-8")
            else:
                pad.unlink(missing_ok=True)

    def mislukt(self) -> str:
        """Why the last publication did not come; empty when it did."""
        pad = self.releases / MISLUKT
        return pad.read_text(encoding="utf-8").strip() if pad.is_file() else ""

    def resten(self) -> Iterator[Path]:
        """What publications that did not end left behind."""
        yield from self.releases.glob(f"{BEZIG}*")

    def haal_weg(self) -> None:
        """Take a preview away: first the link, then what it led to, then folders that are empty now."""
        self.link.unlink(missing_ok=True)
        wortels = self.map / "voorbeeld", self.map / "voorbeelden"
        shutil.rmtree(self.releases.parent, ignore_errors=True)
        for pad, wortel in ((self.link, wortels[0]), (self.releases.parent, wortels[1])):
            for ouder in pad.parents:
                if ouder == wortel or not ouder.is_relative_to(wortel) or next(ouder.iterdir(), None):
                    break
                ouder.rmdir()


def _nummer(release: Path) -> int:
    return int(release.name.partition("-")[0])
