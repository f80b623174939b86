"""The samples for web servers, tried: each starts nginx, Apache or Caddy as an administrator would, on a free port.

Only the ports are others, because those of a web server are taken or not allowed; curl asks, and looks at what comes.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from macros.model.instellingen import Voorstellen
from macros.publiceren import inrichting

NAAM = "handboek.test"
COLLEGA = "lotte:geheim"
BCRYPT = "$2y$04$KalFeuWC35nuDUtl/0bQye0QMDU5U20A2eJCu2aOrQZ45BHPGfcem"
"""That password as Caddy wants it, made with little work: `caddy hash-password` makes each request take a second."""
APACHE_MODULES = Path("/usr/lib/apache2/modules")
_APACHE = """
ServerRoot {folder}
PidFile {folder}/apache.pid
ErrorLog {folder}/apache.log
ServerName {naam}
User www-data
Group www-data
Listen 127.0.0.1:{tls}
Listen 127.0.0.1:{plat}
{modules}
TypesConfig /etc/mime.types
IncludeOptional {folder}/vhost.conf
"""
_NGINX = """
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
{user}
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    include {folder}/site.conf;
}}
"""
_MODULES = (
    "mpm_event authn_core authn_file authz_core authz_host authz_user auth_basic alias dir mime headers filter deflate "
    "ssl socache_shmcb reqtimeout"
)


@dataclass(frozen=True, slots=True)
class Gekregen:
    """What curl got."""

    status: int
    koppen: dict[str, str]
    """Lower case."""
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Webserver:
    """A server that runs."""

    map: Path
    poort: int

    @property
    def adres(self) -> str:
        """Of the site."""
        return f"https://{NAAM}:{self.poort}/"

    def haal(self, pad: str = "", *opties: str, aanmelden: str = COLLEGA) -> Gekregen:
        """Ask for a page with curl, as a colleague unless `aanmelden` is empty."""
        curl = ["curl", "--silent", "--show-error", "--include", "--http1.1", "--max-time", "10"]
        curl += ["--cacert", str(self.map / "server/tls.crt"), "--resolve", f"{NAAM}:{self.poort}:127.0.0.1"]
        curl += [*(["--user", aanmelden] if aanmelden else []), *opties, self.adres + pad]
        uit = subprocess.run(curl, capture_output=True, check=True).stdout
        kop, _, inhoud = uit.partition(b"\r\n\r\n")
        regels = kop.decode().splitlines()
        koppen = {regel.split(":")[0].lower(): regel.partition(":")[2].strip() for regel in regels[1:]}
        return Gekregen(int(regels[0].split()[1]), koppen, inhoud)


def vrije_poort() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        return int(deur.getsockname()[1])


def certificaat(folder: Path) -> None:
    """Make a certificate that signs itself, and the password of a colleague, where the samples look for them."""
    folder.mkdir(parents=True, exist_ok=True)
    opdracht = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    opdracht += ["-days", "60", "-subj", f"/CN={NAAM}", "-addext", f"subjectAltName=DNS:{NAAM}"]
    opdracht += ["-keyout", str(folder / "tls.key"), "-out", str(folder / "tls.crt")]
    subprocess.run(opdracht, check=True, capture_output=True)
    naam, _, woord = COLLEGA.partition(":")
    geheim = zeg("openssl", "passwd", "-apr1", woord)
    (folder / "wachtwoorden").write_text(f"{naam}:{geheim}", encoding="utf-8")
    for pad in folder.iterdir():
        pad.chmod(0o644)


def nginx_met_openid(folder: Path, poort: int) -> str:
    """Return our samples for nginx and its login put together as they say, for a guard at a port of this machine."""
    certificaat(folder / "server")
    waarden = inrichting.waarden(str(folder), f"https://{NAAM}/", "handboek", Voorstellen())
    aanmelden = inrichting.ingevuld("nginx-openid.conf", waarden).replace("127.0.0.1:4180", f"127.0.0.1:{poort}")
    gewoon, regels = re.subn(r"(?m)^    auth_basic.*\n", "", inrichting.ingevuld("nginx.conf", waarden))
    assert 2 == regels
    return gewoon.replace("    error_page 404", f"{aanmelden}    error_page 404")


@contextmanager
def webserver(soort: str, map_: Path, voorbeeld: str, **extra: str) -> Iterator[Webserver]:
    """Run a server by the text of its sample; `extra` names more modules of Apache."""
    tls, plat = vrije_poort(), vrije_poort()
    folder = map_ / f"draait-{soort}"
    folder.mkdir(mode=0o755)
    opdracht = {"nginx": _nginx, "apache": _apache, "caddy": _caddy}[soort](folder, voorbeeld, tls, plat, **extra)
    omgeving = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "HOME": str(folder)}
    with (folder / "uit.log").open("wb") as log:
        loop = subprocess.Popen(opdracht, stdout=log, stderr=log, env=omgeving)
    try:
        _wacht(tls, loop, folder)
        yield Webserver(map_, tls)
    finally:
        loop.terminate()
        loop.wait(10)


def _nginx(folder: Path, voorbeeld: str, tls: int, plat: int) -> list[str]:
    tekst = voorbeeld.replace("listen 443", f"listen 127.0.0.1:{tls}").replace("listen 80", f"listen 127.0.0.1:{plat}")
    (folder / "site.conf").write_text(tekst, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(_NGINX.format(folder=folder, user=user), encoding="utf-8")
    return ["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder), "-g", "daemon off;"]


def _apache(folder: Path, voorbeeld: str, tls: int, plat: int, modules: str = "") -> list[str]:
    geladen = "\n".join(
        f"LoadModule {naam}_module {APACHE_MODULES}/mod_{naam}.so"
        for naam in f"{_MODULES} {modules}".split()
        if (APACHE_MODULES / f"mod_{naam}.so").exists()
    )
    kop = _APACHE.format(folder=folder, naam=NAAM, tls=tls, plat=plat, modules=geladen)
    (folder / "apache.conf").write_text(kop, encoding="utf-8")
    tekst = voorbeeld.replace("*:443", f"*:{tls}").replace("*:80", f"*:{plat}")
    (folder / "vhost.conf").write_text(tekst, encoding="utf-8")
    return ["apache2", "-f", str(folder / "apache.conf"), "-D", "FOREGROUND"]


def _caddy(folder: Path, voorbeeld: str, tls: int, plat: int) -> list[str]:
    naam = COLLEGA.partition(":")[0]
    (folder.parent / "server/wachtwoorden-caddy").write_text(f"{naam} {BCRYPT}\n", encoding="utf-8")
    tekst = re.sub(rf"(?m)^{re.escape(NAAM)} \{{", f"https://{NAAM}:{tls} {{", voorbeeld)
    kop = f"{{\n\tadmin off\n\thttp_port {plat}\n\tauto_https disable_redirects\n}}\n"
    (folder / "Caddyfile").write_text(kop + tekst, encoding="utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def zeg(*opdracht: str) -> str:
    """Run a program and return what it printed."""
    return subprocess.run(opdracht, check=True, capture_output=True, text=True).stdout


def wacht_op(poort: int) -> None:
    """Wait until something listens at a port of this machine, ten seconds at most."""
    for _ in range(200):
        if _luistert(poort):
            return
        time.sleep(0.05)
    raise AssertionError(f"nothing listens at port {poort}")


def _luistert(poort: int) -> bool:
    with socket.socket() as deur:
        return deur.connect_ex(("127.0.0.1", poort)) == 0


def _wacht(poort: int, loop: subprocess.Popen[bytes], folder: Path) -> None:
    for _ in range(200):
        if _luistert(poort):
            return
        assert loop.poll() is None, _logboeken(folder)
        time.sleep(0.05)
    raise AssertionError(_logboeken(folder))


def _logboeken(folder: Path) -> str:
    return "\n".join(pad.read_text(encoding="utf-8", errors="replace") for pad in folder.glob("*.log"))


def is_er(soort: str) -> bool:
    """Whether the program of a server is on this machine."""
    return shutil.which({"apache": "apache2"}.get(soort, soort)) is not None
