"""The samples for nginx, Apache and Caddy do what the page for administrators says of them."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import webserver as ws
from webserver import Webserver

from macros.model.instellingen import Voorstellen
from macros.publiceren import inrichting
from macros.publiceren.inrichting import beleid
from macros.publiceren.plek import Plek, PubliceerError
from macros.publiceren.publicatie import Opdracht, publiceer
from macros.publiceren.webdokter import web

VOORSTELLEN = Voorstellen(soort="forgejo", adres="https://git.intern.example")
SAMPLES = {"nginx": "nginx.conf", "apache": "apache.conf", "caddy": "Caddyfile"}


def stil(_regel: str) -> None:
    """Say nothing."""


@pytest.fixture(scope="module")
def map_() -> Iterator[Path]:
    """A folder that the user of a web server may read, with a certificate."""
    folder = Path(tempfile.mkdtemp(prefix="handboek-"))
    folder.chmod(0o755)
    ws.certificaat(folder / "server")
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(params=sorted(SAMPLES))
def server(request: pytest.FixtureRequest, map_: Path, opdracht: Callable[..., Opdracht]) -> Iterator[Webserver]:
    """Each server with its sample, over a site that was published and a preview."""
    soort: str = request.param
    if not (ws.is_er(soort) and shutil.which("curl") and shutil.which("openssl")):
        pytest.skip(f"{soort}, curl or openssl is not on this machine")
    waarden = inrichting.waarden(str(map_), f"https://{ws.NAAM}/", "handboek", VOORSTELLEN)
    for versie, tak in (("v1", ""), ("zo wordt het", "voorstel/molen")):
        een = opdracht(versie, tak=tak)
        publiceer(Opdracht(Plek(map_ / "site", tak), bouw=een.bouw), stil)
    with ws.webserver(soort, map_, inrichting.ingevuld(SAMPLES[soort], waarden)) as draait:
        yield draait
    shutil.rmtree(map_ / f"draait-{soort}")


def test_a_sample_does_what_it_says(server: Webserver, map_: Path, opdracht: Callable[..., Opdracht]) -> None:
    """
    A stranger sees nothing; a colleague gets pages with the policy, kept as long as they may be.

    A publication shows at once; a preview and the page for a wrong address are there.
    """
    site = map_ / "site/huidig"
    (site / "agenda.ics").write_text("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", encoding="utf-8")
    (site / "lang").mkdir(exist_ok=True)
    (site / "lang/index.html").write_text(f"<html>{'lang ' * 1000}</html>", encoding="utf-8")

    assert 401 == server.haal(aanmelden="").status
    assert 401 == server.haal(aanmelden="lotte:raden").status
    assert 401 == server.haal("voorbeeld/voorstel/molen/", aanmelden="").status
    voor = server.haal()
    assert (200, b"v1") == (voor.status, re.sub(b"<.*?>", b"", voor.inhoud))
    assert beleid(VOORSTELLEN) == voor.koppen["content-security-policy"]
    assert "https://git.intern.example" in voor.koppen["content-security-policy"]
    assert "no-cache" == voor.koppen["cache-control"]
    assert "nosniff" == voor.koppen["x-content-type-options"]
    [script] = re.findall('src="(.*?)"', voor.inhoud.decode())
    assert "private, max-age=31536000, immutable" == server.haal(script).koppen["cache-control"]
    assert "no-cache" == server.haal(script, aanmelden="").koppen["cache-control"]
    assert "no-cache" == server.haal(script.replace("js/", "js/weg-")).koppen["cache-control"]
    for index in ("search/search_index.json", "bewerken/nu.json"):
        assert "no-cache" == server.haal(index).koppen["cache-control"]
    assert server.haal("agenda.ics").koppen["content-type"].startswith("text/calendar")
    ingepakt = server.haal("lang/", "--header", "Accept-Encoding: gzip")
    assert "gzip" == ingepakt.koppen["content-encoding"]
    assert b"lang lang" in gzip.decompress(ingepakt.inhoud)
    assert b"zo wordt het" in server.haal("voorbeeld/voorstel/molen/").inhoud
    weg = server.haal("bestaat/niet/")
    assert (404, True) == (weg.status, b"weg" in weg.inhoud)
    assert 200 == server.haal("status.json", aanmelden="").status

    def weer(pad: str, antwoord: ws.Gekregen) -> ws.Gekregen:
        return server.haal(pad, "--header", f"If-None-Match: {antwoord.koppen['etag']}")

    zoeken = server.haal("search/search_index.json")
    assert [304, 304] == [weer("", voor).status, weer("search/search_index.json", zoeken).status]
    publiceer(Opdracht(Plek(map_ / "site"), bouw=opdracht("v2").bouw), stil)
    assert b"v2" in weer("", voor).inhoud
    assert b"v2" in weer("search/search_index.json", zoeken).inhoud
    assert 200 == server.haal(script).status
    publiceer(Opdracht(Plek(map_ / "site"), bouw=opdracht("v1").bouw), stil)


@pytest.mark.skipif(not (ws.is_er("nginx") and shutil.which("curl")), reason="nginx or curl is not on this machine")
def test_the_server_in_a_container_leaves_the_door_to_another(map_: Path, opdracht: Callable[..., Opdracht]) -> None:
    """
    It asks nobody to log in, and sends along what the others do; it never names the port that only the other knows.
    """
    publiceer(Opdracht(Plek(map_ / "container"), bouw=opdracht("v1").bouw), stil)
    waarden = inrichting.waarden(str(map_), f"https://{ws.NAAM}/", "handboek", VOORSTELLEN)
    tekst = inrichting.ingevuld("nginx-container.conf", waarden)
    tls = f"ssl_certificate {map_}/server/tls.crt;\n    ssl_certificate_key {map_}/server/tls.key;"
    for oud, nieuw in (
        ("listen 8080;", f"listen 443 ssl;\n    {tls}"),
        ("/usr/share/nginx/html", f"{map_}/container/huidig"),
    ):
        assert 1 == tekst.count(oud)
        tekst = tekst.replace(oud, nieuw)

    with ws.webserver("nginx", map_, tekst) as server:
        voor = server.haal(aanmelden="")
        [script] = re.findall('src="(.*?)"', voor.inhoud.decode())
        assert (200, beleid(VOORSTELLEN)) == (voor.status, voor.koppen["content-security-policy"])
        assert ("no-cache", "nosniff") == (voor.koppen["cache-control"], voor.koppen["x-content-type-options"])
        assert "private, max-age=31536000, immutable" == server.haal(script, aanmelden="").koppen["cache-control"]
        assert "no-cache" == server.haal(f"{script}x", aanmelden="").koppen["cache-control"]
        assert (301, "/p0/") == (
            server.haal("p0", aanmelden="").status,
            server.haal("p0", aanmelden="").koppen["location"],
        )
        assert b"weg" in server.haal("bestaat/niet/", aanmelden="").inhoud
    shutil.rmtree(map_ / "draait-nginx")


def test_the_doctor_finds_a_sample_in_order(server: Webserver, map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What the samples say is what `handboek dokter` asks for; a site of long ago, and a policy that differs, it names.
    """
    monkeypatch.setenv("SSL_CERT_FILE", str(map_ / "server/tls.crt"))
    _in_hosts(monkeypatch)
    klopt = beleid(VOORSTELLEN)

    goed = list(web(server.adres, ws.COLLEGA, klopt, date(2026, 3, 17), 1))
    later = list(web(server.adres, ws.COLLEGA, beleid(Voorstellen()), date(2026, 3, 20), 1))

    assert [] == [
        een.wat for een in goed if not een.goed and "ingepakt" not in een.wat and "Certificaat" not in een.wat
    ]
    assert 7 <= len(goed)
    assert {"De site is van 16 maart 2026, 4 dagen oud", "Content-Security-Policy wijkt af bij connect-src"} <= {
        een.wat for een in later if not een.goed
    }


def _in_hosts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the name of the site lead to this machine."""
    import socket  # noqa: PLC0415

    gewoon = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda naam, *rest, **meer: gewoon("127.0.0.1" if naam == ws.NAAM else naam, *rest, **meer),
    )


def test_every_place_is_filled_in() -> None:
    """
    No sample keeps an open place, and what cannot stand in a script is refused.
    """
    waarden = inrichting.waarden("/srv/handboek", "https://h.example/", "handboek", Voorstellen())

    for naam in inrichting.namen():
        tekst = inrichting.ingevuld(naam, waarden)
        assert not re.search("@[A-Z]+@", tekst), naam
    for map_, adres, gebruiker in (
        ("/srv/het hand'boek", "https://h.example/", "handboek"),
        ("/srv/handboek", "http://h.example/", "handboek"),
        ("/srv/handboek", "https://h.example/", "root; rm"),
    ):
        with pytest.raises(PubliceerError):
            inrichting.waarden(map_, adres, gebruiker, Voorstellen())


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not on this machine")
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    """
    The unit and the timer have no word that systemd does not know, and the timer runs after two at night.
    """
    waarden = inrichting.waarden(str(tmp_path), "https://h.example/", "root", Voorstellen())
    (tmp_path / "bin").mkdir()
    shutil.copy("/bin/true", tmp_path / "bin/publiceer")
    units = [tmp_path / naam for naam in ("handboek-nacht.service", "handboek-nacht.timer", "oauth2-proxy.service")]
    for unit in units:
        unit.write_text(inrichting.ingevuld(unit.name, waarden), encoding="utf-8")

    gezegd = _systemd("verify", *map(str, units)).stderr

    # The program that Debian does not bring is the one thing that may be missed here.
    klachten = [regel for regel in gezegd.splitlines() if re.search("handboek|oauth2", regel)]
    assert [] == [regel for regel in klachten if "/usr/local/bin/oauth2-proxy is not executable" not in regel]
    [moment] = re.findall(r"OnCalendar=(.*)", units[1].read_text(encoding="utf-8"))
    volgende = _systemd("calendar", moment).stdout
    assert "03:17:00" in volgende


def _systemd(*vraag: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["systemd-analyze", *vraag], capture_output=True, text=True, check=False)  # noqa: S607
