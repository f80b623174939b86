"""A server from nothing: a push becomes the site, a wrong one is refused, a branch has its preview."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import webserver as ws
from click.testing import CliRunner
from gebouwd import PROJECT, Bouwplaats, schone_omgeving
from gitdoos import git, voorraad
from sshdoos import Deur, sshdeur

from macros.commands import hoofd
from macros.publiceren.plek import Plek

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("nginx", "curl", "openssl", "flock", "ssh"))) or not Path("/usr/sbin/sshd").exists(),
    reason="nginx, curl, openssl or openssh-server is not here",
)


@pytest.fixture(scope="module")
def server() -> Iterator[Path]:
    """A folder as `handboek inrichten` makes it, whose Python is the one that runs the tests."""
    folder = Path(tempfile.mkdtemp(prefix="handboek-"))
    folder.chmod(0o755)
    gedaan = CliRunner().invoke(hoofd, ["inrichten", str(folder), "--adres", f"https://{ws.NAAM}/"])
    assert 0 == gedaan.exit_code, gedaan.output
    ws.certificaat(folder / "server")
    slot = hashlib.sha256((PROJECT / "requirements-site.lock").read_bytes()).hexdigest()[:12]
    python = folder / f"omgevingen/{slot}/bin/python"
    python.parent.mkdir(parents=True)
    (python.parents[1] / "klaar").touch()
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def push(project: Path, *wat: str) -> tuple[int, str]:
    """Push; return the exit code and what the server said."""
    gedaan = subprocess.run(
        ["git", "push", "server", *wat],  # noqa: S607
        cwd=project,
        env=schone_omgeving() | {"LC_ALL": "C"},
        capture_output=True,
        text=True,
        check=False,
    )
    return gedaan.returncode, re.sub(r"(?m)^remote: ?| +$", "", gedaan.stderr)


def test_a_push_becomes_the_site(server: Path, tmp_path: Path, bouwplaats: Bouwplaats) -> None:
    """
    Publish on a merge, refuse bad data with its place, make and remove a preview: all by git over ssh, and curl.

    What the hooks say, who pushes reads; a key that may push may do nothing else.
    """
    sleutels, project = tmp_path / "sleutels", tmp_path / "project"
    sleutels.mkdir()
    with sshdeur(sleutels) as deur:
        _volg(server, project, bouwplaats, deur)
        assert "unrecognized command 'id'" in deur.voer_uit("id")


def _volg(server: Path, project: Path, bouwplaats: Bouwplaats, deur: Deur) -> None:
    """Go through the life of a repository on a server."""
    bouwplaats.kopie(project)
    for naam in ("requirements-site.lock", ".gitignore"):
        shutil.copy(PROJECT / naam, project)
    voorraad(project)
    git(project, "remote", "add", "server", deur.adres(server / "handboek.git"))
    git(project, "config", "core.sshCommand", shlex.join(deur.ssh))
    tekst = (server / "server/nginx.conf").read_text(encoding="utf-8")

    code, gezegd = push(project, "main")
    assert 0 == code, gezegd
    assert re.search(r"^De site is vernieuwd in \d+ seconden?\.$", gezegd, re.MULTILINE), gezegd
    with ws.webserver("nginx", server, tekst) as lezer:
        assert (401, 200) == (lezer.haal(aanmelden="").status, lezer.haal().status)
        status = json.loads(lezer.haal("status.json").inhoud)
        assert git(project, "rev-parse", "HEAD").strip() == status["commit"]
        assert {"peildatum", "klanten", "waarschuwingen", "gemaakt_op", "duur_seconden"} <= set(status)

        klant = project / "accounts/brasmeer-logistiek.yml"
        goed = klant.read_text(encoding="utf-8")
        klant.write_text(goed + "opzegtermijn: 3\n", encoding="utf-8")
        git(project, "commit", "--quiet", "--all", "--message=Fout")
        code, gezegd = push(project, "main")
        assert 1 == code
        assert re.search(r"^accounts/brasmeer-logistiek\.yml:\d+:\d+: fout: ", gezegd, re.MULTILINE), gezegd
        assert "Geweigerd: verbeter wat hierboven staat en push opnieuw." in gezegd
        assert 200 == lezer.haal().status

        git(project, "reset", "--quiet", "--hard", "HEAD~1")
        git(project, "switch", "--quiet", "--create", "voorstel/brasmeer")
        klant.write_text(re.sub("(?m)^naam: .*", "naam: Brasmeer Anders", goed), encoding="utf-8")
        git(project, "commit", "--quiet", "--all", "--message=Naam")
        code, gezegd = push(project, "voorstel/brasmeer")
        assert "Het voorbeeld van voorstel/brasmeer is vernieuwd" in gezegd
        blad = lezer.haal("voorbeeld/voorstel/brasmeer/accounts/brasmeer-logistiek/").inhoud.decode()
        assert "Brasmeer Anders" in blad
        assert "Zo wordt de site als het voorstel <strong>voorstel/brasmeer</strong> doorgaat." in blad
        assert b"Brasmeer Anders" not in lezer.haal("accounts/brasmeer-logistiek/").inhoud

        push(project, "--delete", "voorstel/brasmeer")
        assert 404 == lezer.haal("voorbeeld/voorstel/brasmeer/").status
        assert 200 == lezer.haal().status
    assert "main kan niet weg" in push(project, "--delete", "main")[1]
    git(project, "switch", "--quiet", "--orphan", "anders")
    git(project, "commit", "--quiet", "--allow-empty", "--message=Anders")
    assert "haal eerst op wat anderen op main zetten" in push(project, "--force", "anders:main")[1]
    assert ["main"] == [pad.name for pad in (server / "werk").iterdir()]
    assert 1 == len(Plek(server / "site").alle())
    nacht = subprocess.run(
        [server / "bin/publiceer"], capture_output=True, text=True, check=True, env=schone_omgeving()
    )
    assert "stond er al met deze gegevens" in nacht.stdout
