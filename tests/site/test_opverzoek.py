"""What is answered when a browser asks, and when MkDocs is asked to build again; without a server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from voorbeeldklanten import ACCOUNTS
from watchdog.events import FileModifiedEvent, FileSystemEventHandler

from macros.site import serveren
from macros.site.opverzoek import OpVerzoek
from macros.site.pages import Bouw
from macros.views.render import VIEWS

KLANT, BLAD, SJABLOON = f"{ACCOUNTS}/meerdal-zorggroep.yml", "docs/kalender/index.md", str(VIEWS / "een.html")


@pytest.fixture
def op_verzoek(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpVerzoek]:
    """A site of one page, of which MkDocs wrote the frame."""
    blad = tmp_path / "kalender/index.html"
    blad.parent.mkdir()
    blad.write_text("<h1>Kalender</h1>", encoding="utf-8")
    een = OpVerzoek()
    een.toon(Bouw(een.lees(ACCOUNTS), ACCOUNTS), tmp_path)
    monkeypatch.setattr(serveren, "OP_VERZOEK", een)
    yield een
    assert een._naast  # noqa: SLF001
    een._naast.cleanup()  # noqa: SLF001


@pytest.mark.parametrize("adres", ["kalender/", "kalender/index.html", "/kalender/", "kalender//", "x/../kalender/"])
def test_a_page_has_its_address(op_verzoek: OpVerzoek, adres: str) -> None:
    """
    Written out, with a slash too many or by a way around: it is the same page.
    """
    gekregen = op_verzoek.antwoord(adres)

    assert gekregen
    assert b"<h1>Kalender</h1>" == gekregen.inhoud


@pytest.mark.parametrize("adres", ["kalenderindex.html", "xindex.html", "nergens/", "a" * 5000 + "/", "\0/", "../etc/"])
def test_no_page_has_another_address(op_verzoek: OpVerzoek, adres: str) -> None:
    """
    Not one that only ends in the name of a page's file, nor one that no file can have: MkDocs says it is not there.
    """
    assert op_verzoek.antwoord(adres) is None


@dataclass
class Bouwer:
    """A server that writes down what is built; a change may come, or the build fail, while it goes on."""

    server: LiveReloadServer
    gewijzigd: set[str] = field(default_factory=set)
    intussen: set[str] = field(default_factory=set)
    mislukt: bool = False
    gebouwd: int = 0

    def bouw(self) -> None:
        """Count a build of MkDocs."""
        self.gebouwd += 1
        self.gewijzigd |= self.intussen
        if self.mislukt:
            raise Abort("kapot")

    def na(self, *paden: str) -> int:
        """Return how often MkDocs built after these files changed."""
        self.gewijzigd |= {*paden}
        eerst = self.gebouwd
        with suppress(Abort):
            self.server.builder()
        return self.gebouwd - eerst


@pytest.fixture
def bouwer(op_verzoek: OpVerzoek, tmp_path: Path) -> Iterator[Bouwer]:
    """Return what builds the site of `op_verzoek`."""
    assert op_verzoek.antwoord("kalender/")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, str(tmp_path))
    een = Bouwer(server)
    server.builder = een.bouw
    serveren.bouw_wat_moet(server, een.gewijzigd, ACCOUNTS)
    yield een
    server.server_close()


@pytest.mark.parametrize(
    ("paden", "keer"),
    [((KLANT,), 0), ((SJABLOON,), 0), ((KLANT, SJABLOON), 0), ((BLAD,), 1), ((KLANT, BLAD), 1), ((), 1)],
)
def test_mkdocs_builds_what_is_of_mkdocs(bouwer: Bouwer, paden: tuple[str, ...], keer: int) -> None:
    """
    A change of accounts and templates needs no build; what nobody wrote down may be anything.
    """
    assert keer == bouwer.na(*paden)


def test_a_page_that_changes_while_it_is_read_is_read_again(bouwer: Bouwer) -> None:
    """
    It changed twice, the second time during the build and together with an account.
    """
    bouwer.intussen = {BLAD, KLANT}
    assert bouwer.na(BLAD) == 1

    bouwer.intussen = set()

    assert bouwer.na() == 1
    assert bouwer.na(KLANT) == 0


def test_a_page_of_a_build_that_failed_is_not_forgotten(bouwer: Bouwer) -> None:
    """
    After it only an account changes; the page still has to be made.
    """
    bouwer.mislukt = True
    assert bouwer.na(BLAD) == 1
    assert bouwer.na(KLANT) == 1

    bouwer.mislukt = False

    assert bouwer.na(KLANT) == 1
    assert bouwer.na(KLANT) == 0


def test_a_change_is_written_down_before_it_is_told(tmp_path: Path) -> None:
    """
    Who hears of a change may build at once, of what is written down then.
    """
    kijker, gezien = serveren._Kijker(), list[set[str]]()  # noqa: SLF001
    gehoord = _luisteraar(lambda: gezien.append(set(kijker.gewijzigd)))

    kijker.schedule(gehoord, str(tmp_path))
    [[schrijver]] = kijker._handlers.values()  # noqa: SLF001
    schrijver.dispatch(FileModifiedEvent("een.md"))

    assert [{"een.md"}] == gezien


def _luisteraar(hoort: Callable[[], None]) -> FileSystemEventHandler:
    class Luisteraar(FileSystemEventHandler):
        def on_any_event(self, event: object) -> None:  # noqa: ARG002
            hoort()

    return Luisteraar()
