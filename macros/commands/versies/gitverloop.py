"""The main branch as git knows it: which commits touched the accounts folder, who wrote them, what they left there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from macros.commands.versies.gitversie import GEWOON, GeenVersieError, Git, is_yaml

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
