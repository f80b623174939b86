"""What git knows of the accounts folder: how it was at a revision, and which commits touched it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from shutil import which
from typing import NamedTuple

YAML = (".yml", ".yaml")
GEWOON = "100"
"""How the mode of an ordinary file begins: a link or a submodule holds no account."""
VERGELIJK = "vergelijk dan twee mappen"
ONDIEP = "deze kopie heeft niet de hele geschiedenis; haal die eerst op met: git fetch --unshallow"


class GeenVersieError(ValueError):
    """There is no such version; the message is Dutch and complete."""


class Git:
    """Asks git about the repository that holds a folder."""

    def __init__(self, folder: Path, anders: str = VERGELIJK) -> None:
        """`anders`: what to do without git. Raises `GeenVersieError` without it, and for a folder in no repository."""
        self._folder = folder
        self._programma = which("git") or ""
        if not self._programma:
            raise GeenVersieError(f"git staat niet op deze computer; {anders}, of installeer git")
        if self._vraag("rev-parse", "--is-inside-work-tree").strip() != b"true":
            raise GeenVersieError(f"{folder} staat niet in een git-repository; {anders}")

    def commit(self, naam: str) -> str:
        """The commit that a branch, tag or number names; raises `GeenVersieError` for anything else."""
        # A name that begins with a dash would be an option of git.
        if not naam.startswith("-") and (
            gevonden := self._vraag("rev-parse", "--verify", "--quiet", f"{naam}^{{commit}}")
        ):
            return gevonden.decode().strip()
        waarom = f": {ONDIEP}" if self.ondiep else "; kijk met git branch -a of git log welke er zijn"
        raise GeenVersieError(f"'{naam}' is geen versie die git kent{waarom}")

    def op(self, moment: int, woorden: str) -> str:
        """The commit that the main branch stood at just before a moment, in seconds since 1970.

        Raises `GeenVersieError` when there was none; `woorden` says then when that was.
        """
        if gevonden := self._vraag("rev-list", "-1", "--first-parent", f"--before=@{moment - 1}", "HEAD", "--", "."):
            return gevonden.decode().strip()
        raad = f": {ONDIEP}" if self.ondiep else "; kies een latere dag"
        raise GeenVersieError(f"op {woorden} stond hier nog niets van in git{raad}")

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

    @property
    def archief(self) -> str:
        """Where git keeps the history; the same for two folders of one repository."""
        return self._vraag("rev-parse", "--path-format=absolute", "--git-common-dir").decode().strip()

    def anders(self, basis: str, kop: str | None) -> bool:
        """Whether the folder differs between two commits; without `kop` between one and the files as they are now."""
        return bool(self._vraag("diff", "--name-only", basis, *([kop] if kop else []), "--", "."))

    def zet_neer(self, commit: str, naar: Path, eindigt: tuple[str, ...] = YAML) -> None:
        """Write every file of the folder with one of these endings, as it was at a commit, below `naar`."""
        naar.mkdir(parents=True, exist_ok=True)
        boom = self.boom(commit, eindigt)
        inhoud = self.inhoud(boom.values())
        for naam, blob in boom.items():
            pad = naar / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(inhoud[blob])

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

    def boom(self, commit: str, eindigt: tuple[str, ...] = YAML) -> dict[str, str]:
        """The blob of every file in the folder with one of these endings at a commit, by name below the folder."""
        rijen = self._vraag("ls-tree", "-r", "-z", commit, "--", ".").decode(errors="replace").split("\0")
        delen = (rij.partition("\t") for rij in rijen if rij)
        return {naam: kop.split()[2] for kop, _, naam in delen if kop.startswith(GEWOON) and naam.endswith(eindigt)}

    def inhoud(self, blobs: Iterable[str]) -> dict[str, bytes]:
        """What stands in blobs."""
        gevraagd = sorted(set(blobs))
        uit = self._vraag("cat-file", "--batch", invoer="".join(f"{blob}\n" for blob in gevraagd).encode())
        gevonden, plek = {}, 0
        for blob in gevraagd:
            einde = uit.index(b"\n", plek)
            lengte = int(uit[plek:einde].split()[2])
            gevonden[blob] = uit[einde + 1 : einde + 1 + lengte]
            plek = einde + lengte + 2
        return gevonden

    def _vraag(self, *woorden: str, invoer: bytes | None = None) -> bytes:
        """What git answers; nothing when it refuses."""
        opdracht = [self._programma, "-C", str(self._folder), *woorden]
        uit = subprocess.run(opdracht, input=invoer, capture_output=True, check=False)  # noqa: S603  our own words
        return uit.stdout if uit.returncode == 0 else b""


def is_yaml(naam: str) -> bool:
    """Whether a file is one that we read, or would read under a better name."""
    return naam.endswith(YAML)


# --- the main branch: which commits touched the folder, who wrote them, what they left there ---

_VELD, _REGEL = "\x1f", "\x1e"
_KOP = f"--format={_REGEL}%H{_VELD}%P{_VELD}%ct{_VELD}%aN{_VELD}%aE{_VELD}"


class Inzending(NamedTuple):
    """One commit on the main branch that touched the folder."""

    commit: str
    nummer: int
    """Its place on the branch, from 1."""
    tijd: datetime
    auteur: tuple[str, str]
    """Name and address of who wrote it; of a merge the last one on the branch that it brought in."""
    bestanden: Mapping[str, str | None]
    """The blob of each YAML file that it changed, by name below the folder; None for one that went."""


class Gitverloop(Git):
    """Asks git about the past of a folder."""

    def inzendingen(self, kop: str) -> list[Inzending]:
        """Every commit of the first parents of `kop` that touched the folder, the oldest first."""
        plek = {commit: n for n, commit in enumerate(self._woorden("rev-list", "--first-parent", "--reverse", kop), 1)}
        uit = self._tekst(
            "log", "--first-parent", "-m", "--reverse", "--raw", "--no-abbrev", "--no-renames", "--relative", "-z",
            _KOP, kop, "--", ".",
        )  # fmt: skip
        ruw = [stuk.split(_VELD, 5) for stuk in uit.split(_REGEL)[1:]]
        tweede = {commit: ouders.split()[1] for commit, ouders, *_ in ruw if len(ouders.split()) > 1}
        schrijvers = self._schrijvers(tweede.values())
        return [
            Inzending(
                commit,
                plek[commit],
                datetime.fromtimestamp(int(tijd), UTC),
                schrijvers.get(tweede.get(commit, ""), (naam, adres)),
                dict(_bestanden(rest)),
            )
            for commit, _, tijd, naam, adres, rest in ruw
        ]

    def _schrijvers(self, commits: Iterable[str]) -> dict[str, tuple[str, str]]:
        gevraagd = "".join(f"{een}\n" for een in commits).encode()
        if not gevraagd:
            return {}
        uit = self._vraag("log", "--no-walk=unsorted", "--stdin", _KOP, invoer=gevraagd).decode(errors="replace")
        delen = (stuk.split(_VELD) for stuk in uit.split(_REGEL)[1:])
        return {commit: (naam, adres) for commit, _, _, naam, adres, _ in delen}

    def op_de_tak(self, gevraagd: str, kop: str) -> tuple[str, int, datetime] | None:
        """The commit that is meant, with its place and time; None for anything but a first parent of `kop`."""
        rij = self._woorden("rev-list", "--first-parent", "--reverse", kop)
        try:
            commit = self.commit(gevraagd)
        except GeenVersieError:
            return None
        if commit not in rij:
            return None
        tijd = self._tekst("show", "--no-patch", "--format=%ct", commit).strip()
        return commit, rij.index(commit) + 1, datetime.fromtimestamp(int(tijd), UTC)

    def _tekst(self, *woorden: str) -> str:
        return self._vraag(*woorden).decode(errors="replace")

    def _woorden(self, *woorden: str) -> Sequence[str]:
        return self._tekst(*woorden).split()


def _bestanden(ruw: str) -> Iterable[tuple[str, str | None]]:
    """What `--raw -z` says: ":mode mode blob blob letter", then the name, each ended by a zero."""
    delen = [deel for deel in ruw.strip("\n").split("\0") if deel.strip("\n")]
    for kop, naam in zip(delen[::2], delen[1::2], strict=True):
        _, soort, _, blob, _ = kop.lstrip("\n:").split()
        if is_yaml(naam):
            yield naam, blob if soort.startswith(GEWOON) else None
