"""A door for git over ssh: sshd on a free port of this machine, for who runs the tests and with a key of its own.

The line that lets the key in is the one that the page for administrators gives, so what it allows is what they allow.
"""

from __future__ import annotations

import getpass
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gebouwd import PROJECT
from webserver import vrije_poort, wacht_op

PAGINA = PROJECT / "docs/bijdragen/publiceren.md"
_SSHD = """
ListenAddress 127.0.0.1
Port {poort}
HostKey {folder}/server
AuthorizedKeysFile {folder}/sleutels
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
"""


@dataclass(frozen=True, slots=True)
class Deur:
    """A door that is open."""

    wie: str
    """User and host."""
    poort: int
    ssh: tuple[str, ...]
    """The ssh client with the key and the host that it knows."""

    def adres(self, opslag: Path) -> str:
        """Of a repository, for git."""
        return f"ssh://{self.wie}:{self.poort}{opslag}"

    def voer_uit(self, opdracht: str) -> str:
        """Ask for another command than git; return what comes."""
        gedaan = subprocess.run(
            [*self.ssh, "-p", str(self.poort), self.wie, opdracht], capture_output=True, text=True, check=False
        )
        return gedaan.stdout + gedaan.stderr


@contextmanager
def sshdeur(folder: Path) -> Iterator[Deur]:
    """Run sshd meanwhile; keys and settings come in `folder`."""
    sshd, poort = shutil.which("sshd", path=f"{os.environ['PATH']}:/usr/sbin"), vrije_poort()
    assert sshd, "sshd is not on this machine"
    for naam in ("server", "lotte"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / naam], check=True)  # noqa: S607
    publiek = {naam: (folder / f"{naam}.pub").read_text(encoding="utf-8") for naam in ("server", "lotte")}
    [ervoor] = re.findall(r"(?m)^echo '(restrict,.*) ssh-ed25519 ", PAGINA.read_text(encoding="utf-8"))
    (folder / "sleutels").write_text(f"{ervoor} {publiek['lotte']}", encoding="utf-8")
    (folder / "bekend").write_text(f"[127.0.0.1]:{poort} {publiek['server']}", encoding="utf-8")
    (folder / "sshd.conf").write_text(_SSHD.format(folder=folder, poort=poort), encoding="utf-8")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    opties = (
        "-i",
        str(folder / "lotte"),
        "-F",
        "none",
        "-o",
        "BatchMode=yes",
        "-o",
        f"UserKnownHostsFile={folder}/bekend",
    )
    with (folder / "sshd.log").open("wb") as log:
        loop = subprocess.Popen([sshd, "-D", "-e", "-f", str(folder / "sshd.conf")], stderr=log)
    try:
        wacht_op(poort)
        yield Deur(f"{getpass.getuser()}@127.0.0.1", poort, ("ssh", *opties))
    finally:
        loop.terminate()
        loop.wait(10)
