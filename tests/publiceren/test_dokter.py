"""`handboek dokter` says of each thing whether it is in order, and otherwise what to do."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib import metadata
from pathlib import Path

import pytest
from click.testing import CliRunner
from draaiend import draaiend

from macros.commands import hoofd
from macros.model.instellingen import Voorstellen
from macros.publiceren import dokter
from macros.publiceren.inrichting import beleid
from macros.publiceren.plek import Plek
from macros.publiceren.publicatie import Opdracht, publiceer
from macros.publiceren.webdokter import web


def stil(_regel: str) -> None:
    """Say nothing."""


@pytest.mark.parametrize(
    ("voorstellen", "mag"),
    [
        (Voorstellen(), "'self'"),
        (Voorstellen(soort="gitlab", adres="https://git.example/"), "'self' https://git.example"),
        (Voorstellen(soort="github"), "'self' https://api.github.com"),
        (Voorstellen(soort="github", adres="https://hub.example"), "'self' https://hub.example"),
        (Voorstellen(soort="azure"), "'self' https://dev.azure.com https://login.microsoftonline.com"),
    ],
)
def test_the_policy_lets_in_exactly_the_git_server(voorstellen: Voorstellen, mag: str) -> None:
    """
    What pages may ask outside the site is where proposals go, and nothing else.
    """
    assert f"; connect-src {mag}; " in beleid(voorstellen)
    assert "'unsafe-eval'" not in beleid(voorstellen)


def test_a_folder_without_a_site_asks_to_publish(tmp_path: Path) -> None:
    """
    Nothing was published yet: the first thing to do.
    """
    [een] = dokter.publicatie(Plek(tmp_path), date(2026, 3, 16), 1)

    assert (f"In {tmp_path} staat nog geen site", f"Publiceer met: handboek publish --to {tmp_path}") == (
        een.wat,
        een.doe,
    )


@pytest.mark.parametrize(("dag", "oud"), [(16, False), (17, False), (18, True)])
def test_a_site_grows_old(tmp_path: Path, opdracht: Callable[..., Opdracht], dag: int, oud: bool) -> None:  # noqa: FBT001
    """
    A site of yesterday is in order; one of the day before was not made anew at night.
    """
    publiceer(opdracht("v1"), stil)

    actueel = next(dokter.publicatie(Plek(tmp_path / "publiek"), date(2026, 3, dag), 1))

    assert oud is not actueel.goed
    assert actueel.wat.startswith("De site is van 16 maart 2026")


def test_why_the_last_publication_failed_is_remembered(tmp_path: Path, opdracht: Callable[..., Opdracht]) -> None:
    """
    Until one succeeds.
    """
    publiceer(opdracht("v1"), stil)
    plek = Plek(tmp_path / "publiek")

    plek.noteer("de schijf is vol")
    assert "De laatste publicatie is niet gelukt: de schijf is vol" in {
        een.wat for een in dokter.publicatie(plek, date(2026, 3, 16), 1) if not een.goed
    }
    publiceer(opdracht("v2"), stil)
    assert "" == plek.mislukt()


def test_monitoring_gets_one_line_and_a_code(tmp_path: Path, opdracht: Callable[..., Opdracht]) -> None:
    """
    1 where the site is older than asked, or absent; a wrong call is 2.
    """
    publiceer(opdracht("v1"), stil)
    vraag = ["dokter", "--bewaking", "--to"]
    leeg = CliRunner().invoke(hoofd, [*vraag, str(tmp_path / "leeg")])
    oud = CliRunner().invoke(hoofd, [*vraag, str(tmp_path / "publiek")])

    assert (1, 1, 2) == (leeg.exit_code, oud.exit_code, CliRunner().invoke(hoofd, vraag[:2]).exit_code)
    assert oud.output.startswith("niet goed De site is van 16 maart 2026, ")
    assert 2 == len(oud.output.splitlines())


@pytest.mark.parametrize(
    ("antwoord", "inhoud", "code", "zegt"),
    [
        (
            200,
            {"peildatum": "2026-03-16", "peildatum_vast": True},
            0,
            "goed      De site is van 16 maart 2026, een vaste",
        ),
        (200, {"peildatum": "2026-03-16"}, 1, "niet goed De site is van 16 maart 2026, "),
        (200, "een pagina om je aan te melden", 1, "niet goed Zonder aanmelden is niet te zien van welke dag"),
        (401, {}, 1, "niet goed Zonder aanmelden is niet te zien van welke dag"),
    ],
)
def test_monitoring_over_the_web_is_no_success_when_it_sees_nothing(
    antwoord: int, inhoud: object, code: int, zegt: str
) -> None:
    """
    It says which day the site is of, and nothing else; a server that hides it is no server of today.
    """

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(antwoord)
            self.end_headers()
            self.wfile.write(json.dumps(inhoud).encode())

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    with draaiend(HTTPServer(("127.0.0.1", 0), Server)) as server:
        adres = f"http://127.0.0.1:{server.server_address[1]}/"
        gedaan = CliRunner().invoke(hoofd, ["dokter", "--bewaking", "--site", adres])

    assert (code, True) == (gedaan.exit_code, gedaan.output.startswith(zegt)), gedaan.output
    assert 1 + code == len(gedaan.output.splitlines())


def test_a_server_that_does_not_answer_is_said() -> None:
    """
    No traceback: what to look at.
    """
    [een] = web("https://127.0.0.1:1/", "", beleid(Voorstellen()), date(2026, 3, 16), 1)

    assert een.wat.startswith("De site is niet te bekijken: 127.0.0.1:1 geeft geen antwoord")
    assert not een.goed


def test_packages_are_compared_with_the_lock() -> None:
    """
    Either of two versions is right where the lock has one for each Python; what is for another system is not missed.
    """
    hier = metadata.version("click")
    slot = f"click=={hier} ; python_version < '3.12' \\\nclick==99 ; python_version >= '3.12' \\\n"

    assert [] == list(dokter._anders(slot + "elders==1 ; sys_platform == 'win32' \\\n"))  # noqa: SLF001
    assert [f"click is {hier} en hoort 99 te zijn", "weg ontbreekt"] == list(dokter._anders("click==99\nweg==1\n"))  # noqa: SLF001


def test_the_whole_examination_has_a_sum() -> None:
    """
    Everything that can be asked of this machine is asked, and the last line says how it stands.
    """
    gedaan = CliRunner().invoke(hoofd, ["dokter"])

    regels = gedaan.output.splitlines()
    assert any(regel.endswith("fouten in de gegevens") for regel in regels)
    assert regels[-1] == "Alles is in orde." or regels[-1].startswith("Niet in orde: ")
    assert gedaan.exit_code == (regels[-1] != "Alles is in orde.")
