"""A bare git repository, worked with by the plumbing of git: no work tree, nothing of the user's own settings."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

LEEG: Mapping[str, str] = {}


class BezetError(Exception):
    """A branch is not where it was said to be, or two versions cannot be put together."""


def git(folder: Path, *woorden: str, invoer: bytes = b"", omgeving: Mapping[str, str] = LEEG) -> bytes:
    """Run git in `folder` and return what it prints; raises CalledProcessError when it refuses."""
    opdracht = [shutil.which("git") or "git", *woorden]
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("GIT_")}
    eigen = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        opdracht, cwd=folder, input=invoer, env={**schoon, **eigen, **omgeving}, capture_output=True, check=True
    ).stdout


def als(wie: str) -> dict[str, str]:
    """Return the variables that make `wie` the author of a commit."""
    post = f"{'.'.join(wie.lower().split())}@handboek.example"
    namen = {"GIT_AUTHOR_NAME": wie, "GIT_COMMITTER_NAME": wie}
    return namen | {"GIT_AUTHOR_EMAIL": post, "GIT_COMMITTER_EMAIL": post}


class Bewaarplaats:
    """The repository at `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _git(self, *woorden: str, invoer: bytes = b"", omgeving: Mapping[str, str] = LEEG) -> str:
        return git(self.folder, *woorden, invoer=invoer, omgeving=omgeving).decode().strip()

    def kop(self, tak: str) -> str | None:
        """Return the commit of a branch; None when there is no such branch."""
        return self.commit_van(f"refs/heads/{tak}")

    def commit_van(self, ref: str) -> str | None:
        """Return the commit that a name, a branch or a sha stands for."""
        try:
            return self._git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        except subprocess.CalledProcessError:
            return None

    def takken(self) -> list[str]:
        """Return the names of all branches."""
        return self._git("for-each-ref", "--format=%(refname:lstrip=2)", "refs/heads").split()

    def boom_van(self, commit: str) -> str:
        """Return the tree of a commit."""
        return self._git("rev-parse", f"{commit}^{{tree}}")

    def lees(self, ref: str, pad: str) -> tuple[str, bytes] | None:
        """Return the sha and the bytes of a file; None when it is not there."""
        regel = self._git("ls-tree", ref, "--", pad)
        if not regel or " blob " not in regel:
            return None
        sha = regel.split()[2]
        return sha, git(self.folder, "cat-file", "blob", sha)

    def blob(self, inhoud: bytes) -> str:
        """Keep bytes; return their sha."""
        return self._git("hash-object", "-w", "--stdin", invoer=inhoud)

    def boom(self, basis: str, bestanden: Mapping[str, str]) -> str:
        """Return the tree `basis` with these blobs put in, by path."""
        with tempfile.TemporaryDirectory() as tijdelijk:
            index = {"GIT_INDEX_FILE": str(Path(tijdelijk) / "index")}
            self._git("read-tree", basis, omgeving=index)
            regels = "".join(f"100644 {sha}\t{pad}\0" for pad, sha in bestanden.items())
            self._git("update-index", "-z", "--add", "--index-info", invoer=regels.encode(), omgeving=index)
            return self._git("write-tree", omgeving=index)

    def commit(self, boom: str, ouders: list[str], bericht: str, wie: str) -> str:
        """Make a loose commit."""
        delen = [woord for ouder in ouders for woord in ("-p", ouder)]
        return self._git("commit-tree", boom, *delen, invoer=bericht.encode(), omgeving=als(wie))

    def schrijf(self, ouder: str, bestanden: Mapping[str, bytes], bericht: str, wie: str) -> str:
        """Make a loose commit of some files on another."""
        shas = {pad: self.blob(inhoud) for pad, inhoud in bestanden.items()}
        return self.commit(self.boom(self.boom_van(ouder), shas), [ouder], bericht, wie)

    def zet(self, tak: str, nieuw: str, oud: str | None) -> None:
        """Move a branch from `oud` (None: it is not there yet) to `nieuw`; raises BezetError elsewhere."""
        try:
            self._git("update-ref", f"refs/heads/{tak}", nieuw, oud or "0" * 40)
        except subprocess.CalledProcessError as fout:
            raise BezetError(fout.stderr.decode()) from None

    def is_voorouder(self, oud: str, nieuw: str) -> bool:
        """Whether `nieuw` goes on from `oud`."""
        return self._git("merge-base", oud, nieuw) == oud

    def verschil(self, doel: str, bron: str) -> str:
        """Return what a branch changed since it left `doel`: from the merge base, not from where `doel` is now."""
        return git(self.folder, "diff", "--no-color", f"{doel}...{bron}").decode(errors="replace")

    def berichten(self, doel: str, bron: str) -> list[str]:
        """Return the messages of the commits that only `bron` has, the first one first."""
        uit = self._git("log", "--reverse", "--format=%B%x00", f"{doel}..{bron}")
        return [bericht.strip() for bericht in uit.split("\0") if bericht.strip()]

    def voeg_samen(self, doel: str, bron: str, bericht: str, wie: str) -> str:
        """Merge one branch into another; raises BezetError where git cannot."""
        kop, ander = self.kop(doel), self.kop(bron)
        if kop is None or ander is None:
            raise BezetError("a branch is gone")
        try:
            boom = self._git("merge-tree", "--write-tree", kop, ander).splitlines()[0]
        except subprocess.CalledProcessError as fout:
            raise BezetError(fout.stdout.decode()) from None
        nieuw = self.commit(boom, [kop, ander], bericht, wie)
        self.zet(doel, nieuw, kop)
        return nieuw
