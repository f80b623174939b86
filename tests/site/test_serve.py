"""`mkdocs serve`: a change of any kind shows by itself, and every address answers what a fresh build makes.

How soon is measured by `make bench`; a test on a busy machine can only say whether.
"""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import getsource, signature
from pathlib import Path

import pytest
from gebouwd import Bouwplaats, schone_omgeving
from mkdocs.livereload import LiveReloadServer

from macros.site import serveren

KLANT = "accounts/meerdal-zorggroep/"
VERVERST = re.compile(rb"<script>\s*var livereload.*?</script>(?=\s*</body>|$)", re.DOTALL)
TWEE_KEER = """
import os
import re
import shutil
import sys
from pathlib import Path
from mkdocs.commands.build import build
from mkdocs.config import load_config
from macros.site import bladbron

bladbron.siteadres = lambda *_: sys.argv[1]
build(load_config("mkdocs.yml", site_dir="vers", strict=True))
os.environ["HANDBOEK_ACCOUNTS"] = shutil.copytree("accounts", "accounts-uit")
instellingen = Path("accounts-uit/_gedeeld/instellingen.yml")
delen = "onderdelen: {honken: false, toernooi: false, scores: false, zelfscan: false, berichten: false}"
tekst, aantal = re.subn("^onderdelen: .*$", delen, instellingen.read_text(encoding="utf-8"), flags=re.MULTILINE)
assert aantal == 1
instellingen.write_text(tekst, encoding="utf-8")
build(load_config("mkdocs.yml", site_dir="uit", strict=True))
"""
"""A build of everything at the address of the server, and one with every part off; a warning ends it."""


@dataclass(frozen=True)
class Kopie:
    """A copy of the project that is being served."""

    map: Path
    adres: str
    log: Path
    """What the server says."""

    def verander(self, bestand: str, oud: str, nieuw: str) -> None:
        """Write something else in a file."""
        pad = self.map / bestand
        tekst = pad.read_text(encoding="utf-8")
        assert oud in tekst, bestand
        pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")


@pytest.fixture(scope="module")
def kopie(bouwplaats: Bouwplaats, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kopie]:
    """Serve a copy of the project on a free port until the tests are done; the tests change its files.

    A warning ends a build, so that a build is refused too after all of the site was made.
    """
    doel = tmp_path_factory.mktemp("project")
    bouwplaats.kopie(doel)
    (doel / "tijdelijk").mkdir()
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        kopie = Kopie(doel, f"http://127.0.0.1:{vrij.getsockname()[1]}/", doel / "log")
    with kopie.log.open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--strict", "--dev-addr", kopie.adres.split("/")[2]],
            cwd=doel,
            env=omgeving(doel, "1") | {"TMPDIR": str(doel / "tijdelijk")},
            stderr=log,
        )
        try:
            wacht(lambda: server.poll() is not None or "Vandaag" in lees(kopie.adres), seconden=180)
            assert server.poll() is None, kopie.log.read_text("utf-8")
            yield kopie
        finally:
            server.terminate()
            server.wait(10)


def omgeving(folder: Path, zaad: str) -> dict[str, str]:
    """Return the variables for a command in a copy, which orders its hashes in its own way."""
    return schone_omgeving() | {"PYTHONPATH": str(folder), "PYTHONHASHSEED": zaad}


def lees(adres: str) -> str:
    """Return a page, or nothing while the server is not ready."""
    try:
        with urllib.request.urlopen(adres, timeout=20) as antwoord:  # noqa: S310
            return str(antwoord.read().decode())
    except OSError:
        return ""


def wacht(klaar: Callable[[], bool], seconden: float = 60) -> float:
    """Return after how many seconds it was so; fail when it never was."""
    begin = time.monotonic()
    while time.monotonic() - begin < seconden:
        if klaar():
            return time.monotonic() - begin
        time.sleep(0.05)
    pytest.fail(f"not ready within {seconden} s")


def wacht_op(adres: str, tekst: str, seconden: float = 60) -> float:
    """Return after how many seconds `tekst` stood on the page; fail when it never came."""
    return wacht(lambda: tekst in lees(adres), seconden)


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "pad"),
    [
        ("accounts/meerdal-zorggroep.yml", "naam: Meerdal Zorggroep", "naam: Meerdal Nieuw", KLANT),
        ("docs/accounts/_account.md", '"Wat komt eraan"', '"Wat er komt"', KLANT),
        ("docs/kalender/index.md", "# Kalender", "# Kalender van verlengingen", "kalender/"),
        ("macros/views/klant/accountkop.html", '"accountkop"', '"accountkop nieuw-sjabloon"', KLANT),
    ],
)
def test_a_change_shows_soon(kopie: Kopie, bestand: str, oud: str, nieuw: str, pad: str) -> None:
    """
    A change in an account, a family's page, a page or a template comes on the screen without a restart.
    """
    kopie.verander(bestand, oud, nieuw)

    assert wacht_op(kopie.adres + pad, nieuw.rsplit(": ", maxsplit=1)[-1].strip('#" ')) > 0


def test_a_new_week_shows_soon(kopie: Kopie) -> None:
    """
    The first line that a colleague writes in the journal, in a folder that was not there, comes on the screen too.
    """
    week = kopie.map / "accounts/_dagboek/2019/w01-anouk-de-wit.yml"
    week.parent.mkdir(parents=True, exist_ok=True)
    week.write_text(
        "regels: [{klant: meerdal-zorggroep, datum: 2026-03-10, kern: Vers notitieblok}]\n", encoding="utf-8"
    )

    assert wacht_op(kopie.adres + KLANT, "Vers notitieblok") > 0


def test_a_broken_file_leaves_the_old_site_standing(kopie: Kopie) -> None:
    """
    While a file has an error the last good site answers, with the error on top; repaired, the change shows.
    """
    bestand, blad = "accounts/brasmeer-logistiek.yml", "accounts/brasmeer-logistiek/"

    kopie.verander(bestand, "naam: Brasmeer Logistiek", "naam: [Brasmeer")
    wacht_op(kopie.adres + blad, "accounts/brasmeer-logistiek.yml:")
    gezien = lees(kopie.adres + blad)
    kopie.verander(bestand, "naam: [Brasmeer", "naam: Brasmeer Hersteld")

    assert "<h1>Brasmeer Logistiek</h1>" in gezien
    assert 'role="alert"' in gezien
    assert wacht_op(kopie.adres + blad, "Brasmeer Hersteld") > 0
    assert 'role="alert"' not in lees(kopie.adres + blad)


def test_a_build_with_a_warning_leaves_the_old_site_standing(kopie: Kopie) -> None:
    """
    A page got a part more, and a link that leads nowhere: other pages still have their own parts, not those beside it.
    """
    eerst = (kopie.map / "docs/acties/index.md").read_text(encoding="utf-8")
    kalender, melding = lees(f"{kopie.adres}kalender/"), re.compile(r'<pre role="alert".*?</pre>', re.DOTALL)

    kopie.verander("docs/acties/index.md", "{{ acties", "[weg](nergens.md)\n\n{{ vandaag() }}\n\n{{ acties")
    wacht_op(f"{kopie.adres}kalender/", "Dit is de vorige versie.")
    gezien = melding.sub("", lees(f"{kopie.adres}kalender/"))
    (kopie.map / "docs/acties/index.md").write_text(eerst, encoding="utf-8")

    assert VERVERST.sub(b"", kalender.encode()) == VERVERST.sub(b"", gezien.encode())
    wacht(lambda: 'role="alert"' not in lees(f"{kopie.adres}kalender/"))


def test_what_is_answered_is_a_fresh_build(kopie: Kopie) -> None:
    """
    After a change in a page, the menu, a style, the theme and a setting, then one in accounts alone: byte for byte.

    The fresh build orders its hashes in another way, so the same data and date give the same bytes anywhere. A build
    with every part off has no warning either, and of bases and tournament neither page nor line in the menu.
    """
    kopie.verander("docs/reviews/index.md", "# ", "# Nieuwe ")
    kopie.verander("macros/views/delen/basis.css", "}", "} /* nieuw */")
    kopie.verander("macros/site/thema/partials/copyright.html", "<", "<!-- nieuw --><")
    kopie.verander("mkdocs.yml", "- Kalender:", "- Nieuwe kalender:")
    kopie.verander("mkdocs.yml", "site_name: ", "site_name: Nieuw ")
    wacht_op(kopie.adres, "Nieuw Retentiehandboek")
    lees(f"{kopie.adres}search/search_index.json")
    kopie.verander("accounts/waterschap-ammerdiep.yml", "naam: Waterschap Ammerdiep", "naam: Ammerdiep Nieuw")
    wacht_op(kopie.adres + "accounts/waterschap-ammerdiep/", "Ammerdiep Nieuw")
    opdracht = [sys.executable, "-c", TWEE_KEER, kopie.adres]
    subprocess.run(opdracht, cwd=kopie.map, env=omgeving(kopie.map, "7"), check=True, timeout=300)

    vers, uit = (inhoud(kopie.map / naam) for naam in ("vers", "uit"))
    assert [] == [naam for naam, bytes_ in vers.items() if bytes_ != antwoord(kopie.adres + naam)]
    assert b"Nieuwe kalender" in vers["handboek/nazorg/index.html"]
    assert {"honken/index.html", "toernooi/index.html"} <= vers.keys() - uit.keys()
    menu = re.search(r"<nav.*</nav>", uit["index.html"].decode(), re.DOTALL)
    assert menu
    assert not re.search(r"href=\"[^\"]*(?:honken|toernooi)/\"", menu[0])


def inhoud(site: Path) -> dict[str, bytes]:
    """Return every file of a site by its path, save the packed site map: nobody reads it while writing."""
    bestanden = {pad.relative_to(site).as_posix(): pad for pad in site.rglob("*") if pad.is_file()}
    return {naam: pad.read_bytes() for naam, pad in bestanden.items() if not naam.endswith(".gz")}


def antwoord(adres: str) -> bytes:
    """Return what stands at an address, without what waits there for the next change."""
    with urllib.request.urlopen(adres, timeout=60) as gekregen:  # noqa: S310
        return VERVERST.sub(b"", gekregen.read())


def test_a_client_that_comes_and_goes(kopie: Kopie) -> None:
    """
    Its page and its calendar come and go with its file; the address of a page is also known without its slash.
    """
    bestand = kopie.map / "accounts/net-nieuw.yml"
    blad, agenda = f"{kopie.adres}accounts/net-nieuw/", f"{kopie.adres}agenda/klant/net-nieuw.ics"
    assert not lees(blad)

    bestand.write_text(
        "id: net-nieuw\nnaam: Net Nieuw\ndriehoek: {accountmanager: anouk-de-wit}\ncontracten: []\n", encoding="utf-8"
    )
    wacht_op(blad, "Net Nieuw")
    assert "BEGIN:VCALENDAR" in lees(agenda)
    assert blad == urllib.request.urlopen(blad.rstrip("/"), timeout=60).url  # noqa: S310  our own server
    bestand.unlink()

    wacht(lambda: not lees(blad))
    assert not lees(agenda)
    assert not lees(blad.rstrip("/"))
    assert "Vandaag" in lees(kopie.adres)


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "pad", "zin"),
    [
        (
            "docs/acties/index.md",
            "{{ acties",
            '{{ canvas("nergens") }} {{ acties',
            "acties/",
            "schrijf de naam van een bestand",
        ),
        (
            "macros/views/klant/klantoverzicht.html",
            "<",
            "@@handboek:iets@@<",
            "accounts/meerdal-zorggroep/klant/",
            "hier bleef een merkteken van ons staan",
        ),
    ],
)
def test_a_page_says_what_is_wrong_with_it(
    kopie: Kopie, bestand: str, oud: str, nieuw: str, pad: str, zin: str
) -> None:
    """
    What a build would refuse stands on top of the page; the other pages have nothing of it.
    """
    eerst = (kopie.map / bestand).read_text(encoding="utf-8")
    kopie.verander(bestand, oud, nieuw)

    wacht_op(kopie.adres + pad, zin)
    assert zin not in lees(kopie.adres)
    assert "Traceback" not in kopie.log.read_text(encoding="utf-8")

    (kopie.map / bestand).write_text(eerst, encoding="utf-8")
    wacht(lambda: 'role="alert"' not in lees(kopie.adres + pad))


def test_a_name_that_an_author_wrote_follows_its_client(kopie: Kopie) -> None:
    """
    MkDocs printed it in the text of the page, so that text is made again.
    """
    kopie.verander("docs/honken/index.md", "# ", '{{ link("brasmeer-logistiek") }}\n\n# ')
    wacht_op(f"{kopie.adres}honken/", 'href="../accounts/brasmeer-logistiek/">Brasmeer')

    kopie.verander("accounts/brasmeer-logistiek.yml", "naam: Brasmeer", "naam: Grasmeer")

    assert wacht_op(f"{kopie.adres}honken/", 'href="../accounts/brasmeer-logistiek/">Grasmeer') > 0


def test_what_is_patched_of_the_server_is_as_we_know_it() -> None:
    """
    MkDocs may change what is its own: then this says so before a browser waits in vain.
    """
    assert ["self", "content", "epoch"] == list(signature(LiveReloadServer._inject_js_into_html).parameters)  # noqa: SLF001
    assert ["self", "environ", "start_response"] == list(signature(LiveReloadServer._serve_request).parameters)  # noqa: SLF001
    assert "self._visible_epoch == self._wanted_epoch" in getsource(LiveReloadServer._serve_request)  # noqa: SLF001
    assert "self.builder()" in getsource(LiveReloadServer._build_loop)  # noqa: SLF001


def test_bytecode_is_no_change(tmp_path: Path) -> None:
    """
    Python writes it during a build: looking at it would ask for another one.
    """
    for naam in ("macros.py", "__pycache__/macros.pyc", "sub/blad.html"):
        pad = tmp_path / naam
        pad.parent.mkdir(exist_ok=True)
        pad.touch()

    gezien = {deel.name for deel in serveren._bestanden_en_mappen(str(tmp_path))}  # noqa: SLF001

    assert {"macros.py", "sub"} == gezien
