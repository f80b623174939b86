"""The accounts folder as it was at a revision of git, in a folder of its own that goes when it was read."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which

ONDIEP = "deze kopie heeft niet de hele geschiedenis; haal die eerst op met: git fetch --unshallow"


class GeenVersieError(ValueError):
    """There is no such version; the message is Dutch and complete."""


class Git:
    """Asks git about the repository that holds a folder."""

    def __init__(self, folder: Path) -> None:
        """Raises `GeenVersieError` when git is not there, or the folder is in no repository."""
        self._folder = folder
        self._programma = which("git") or ""
        if not self._programma:
            raise GeenVersieError("git staat niet op deze computer; vergelijk twee mappen, of installeer git")
        if self._vraag("rev-parse", "--is-inside-work-tree").strip() != b"true":
            raise GeenVersieError(f"{folder} staat niet in een git-repository; vergelijk dan twee mappen")

    def commit(self, naam: str) -> str:
        """The commit that a branch, tag or number names; raises `GeenVersieError` for anything else."""
        # A name that begins with a dash would be an option of git.
        if not naam.startswith("-") and (
            gevonden := self._vraag("rev-parse", "--verify", "--quiet", f"{naam}^{{commit}}")
        ):
            return gevonden.decode().strip()
        waarom = f": {ONDIEP}" if self.ondiep else "; kijk met git branch -a of git log welke er zijn"
        raise GeenVersieError(f"'{naam}' is geen versie die git kent{waarom}")

    @property
    def ondiep(self) -> bool:
        """Whether only the last part of the history is here."""
        return self._vraag("rev-parse", "--is-shallow-repository").strip() == b"true"

    def begin(self, basis: str, kop: str) -> str:
        """Where `kop` began to differ from `basis`: what others changed there since then is no part of a proposal."""
        if gevonden := self._vraag("merge-base", basis, kop).decode().split():
            return gevonden[0]
        if self.ondiep:
            raise GeenVersieError(f"waar dit voorstel begon, is niet te vinden: {ONDIEP}")
        return basis

    def zet_neer(self, commit: str, naar: Path) -> None:
        """Write every YAML file of the accounts folder, as it was at a commit, below `naar`."""
        naar.mkdir(parents=True, exist_ok=True)
        for naam, inhoud in self._bestanden(commit):
            pad = naar / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(inhoud)

    def andere_bestanden(self, begin: str, kop: str | None) -> tuple[str, ...]:
        """Paths from the root of the repository that differ outside the folder; without `kop` as they are now.

        A file that git does not know yet is not among them.
        """
        van = self._vraag("rev-parse", "--show-prefix").decode().strip()
        kanten = [begin, kop] if kop else [begin]
        uit = self._vraag("diff", "--name-only", "--no-renames", "-z", *kanten, "--", ":/")
        return tuple(
            pad for pad in uit.decode(errors="replace").split("\0") if pad and not (van and pad.startswith(van))
        )

    def _bestanden(self, commit: str) -> Iterator[tuple[str, bytes]]:
        rijen = self._vraag("ls-tree", "-r", "-z", commit, "--", ".").decode(errors="replace").split("\0")
        delen = (rij.partition("\t") for rij in rijen if rij)
        # Only ordinary files: a link or a submodule holds no account.
        gewoon = [(kop.split()[2], naam) for kop, _, naam in delen if kop.startswith("100")]
        gewoon = [(blob, naam) for blob, naam in gewoon if naam.endswith((".yml", ".yaml"))]
        uit = self._vraag("cat-file", "--batch", invoer="".join(f"{blob}\n" for blob, _ in gewoon).encode())
        plek = 0
        for _, naam in gewoon:
            kop, _, _ = uit[plek:].partition(b"\n")
            plek += len(kop) + 1
            lengte = int(kop.split()[2])
            yield naam, uit[plek : plek + lengte]
            plek += lengte + 1

    def _vraag(self, *woorden: str, invoer: bytes | None = None) -> bytes:
        """What git answers; nothing when it refuses."""
        opdracht = [self._programma, "-C", str(self._folder), *woorden]
        uit = subprocess.run(opdracht, input=invoer, capture_output=True, check=False)  # noqa: S603  our own words
        return uit.stdout if uit.returncode == 0 else b""
