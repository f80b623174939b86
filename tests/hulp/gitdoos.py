"""A repository of git to try things in, whatever the settings of the machine are."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

_EIGEN = ("-c", "user.name=Test", "-c", "user.email=test@handboek.invalid", "-c", "core.autocrlf=false")


def git(map_: Path, *opdracht: str, invoer: str | None = None) -> str:
    """Run git in a folder, and return what it says; what goes wrong fails the test."""
    omgeving = {**os.environ, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}
    klaar = subprocess.run(
        ["git", *_EIGEN, *opdracht],  # noqa: S607  whichever is there
        cwd=map_,
        input=None if invoer is None else invoer.encode(),
        capture_output=True,
        check=False,
        env=omgeving,
    )
    assert 0 == klaar.returncode, klaar.stderr.decode()
    return klaar.stdout.decode()


def voorraad(map_: Path, bestanden: Mapping[str, str] | None = None) -> None:
    """Make a repository of a folder, with these files beside those that are there."""
    for naam, tekst in {"leeg": "", **(bestanden or {})}.items():
        (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
        (map_ / naam).write_bytes(tekst.encode())
    git(map_, "init", "--quiet", "--initial-branch=main")
    git(map_, "add", "--all")
    git(map_, "commit", "--quiet", "--message=Begin")
