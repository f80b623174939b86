"""Whether nginx with oauth2-proxy lets in who logged in and nobody else, by our own samples.

    PATH=$PATH:~/go/bin .venv/bin/python tests/bench/aanmeldproef.py

Needs nginx, curl, openssl, `oauth2-proxy` (go install github.com/oauth2-proxy/oauth2-proxy/v7@v7.15.6) and
`oauth2-mock-server` (npm), the stand-in for the login service of an organisation. It knows one person, and of that one
a name and no mail address: the name counts as address here. Prints a line for each trial; ends with 1 when one failed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), *(str(ROOT / "tests" / deel) for deel in ("bench", "site", "hulp", "publiceren"))]

import webserver as ws  # noqa: E402
from proefsite import regel  # noqa: E402

from macros.model.instellingen import Voorstellen  # noqa: E402
from macros.publiceren import inrichting  # noqa: E402

SCRIPT = "assets/js/tijd.0123456789.js"


@contextmanager
def loopt(log: Path, *opdracht: str) -> Iterator[None]:
    """Run a program meanwhile."""
    with log.open("wb") as stroom:
        loop = subprocess.Popen(opdracht, stdout=stroom, stderr=stroom)
    try:
        yield
    finally:
        loop.terminate()
        loop.wait(10)


@contextmanager
def deur(folder: Path, email_domains: str) -> Iterator[ws.Webserver]:
    """Run the login service, oauth2-proxy and nginx with our samples over a small site."""
    folder.mkdir(mode=0o755)
    site = folder / "site/huidig"
    for pad in ("index.html", "404.html", "klant/index.html", "status.json", SCRIPT):
        (site / pad).parent.mkdir(parents=True, exist_ok=True)
        (site / pad).write_text("geheim", encoding="utf-8")
    dienst, poort = ws.vrije_poort(), ws.vrije_poort()
    with ws.webserver("nginx", folder, ws.nginx_met_openid(folder, poort)) as server:
        waarden = inrichting.waarden(str(folder), f"https://{ws.NAAM}/", "handboek", Voorstellen())
        cfg = inrichting.ingevuld("oauth2-proxy.cfg", waarden)
        for oud, nieuw in (
            ("https://aanmelden.intern.example", f"http://localhost:{dienst}"),
            ("vul-in-wat-openssl-zegt", ws.zeg("openssl", "rand", "-hex", "16").strip()),
            ("127.0.0.1:4180", f"127.0.0.1:{poort}"),
            (f"https://{ws.NAAM}/", server.adres),
            ('["intern.example"]', email_domains),
        ):
            assert oud in cfg, oud
            cfg = cfg.replace(oud, nieuw)
        (folder / "oauth2-proxy.cfg").write_text(cfg + 'oidc_email_claim = "sub"\n', encoding="utf-8")
        with loopt(folder / "dienst.log", "oauth2-mock-server", "-a", "127.0.0.1", "-p", str(dienst)):
            ws.wacht_op(dienst)
            with loopt(folder / "proxy.log", "oauth2-proxy", "--config", str(folder / "oauth2-proxy.cfg")):
                ws.wacht_op(poort)
                yield server


def meld_aan(server: ws.Webserver, pad: str, pot: Path) -> tuple[list[int], str]:
    """Open an address as a browser does: follow to the service, back, and to the page; return the answers and it."""
    koekjes = ("--cookie", str(pot), "--cookie-jar", str(pot))
    weg = server.haal(pad, *koekjes, aanmelden="")
    terug = ws.zeg("curl", "-s", "-o", "/dev/null", "-w", "%{redirect_url}", weg.koppen.get("location", ""))
    binnen = server.haal(terug.removeprefix(server.adres), *koekjes, aanmelden="")
    waar = binnen.koppen.get("location", "")
    pagina = server.haal(waar.removeprefix(server.adres).lstrip("/"), *koekjes, aanmelden="") if waar else binnen
    return [weg.status, binnen.status, pagina.status], waar


def main() -> int:
    """Try everything; return the exit code."""
    folder = Path(tempfile.mkdtemp(prefix="handboek-aanmelden-"))
    folder.chmod(0o755)
    goed = []
    try:
        with deur(folder / "open", '["*"]') as server:
            begin = time.monotonic()
            pad = "klant/?fase=behoud&sorteer=naam"
            gedaan = meld_aan(server, pad, folder / "pot")
            hoe = f"{gedaan} in {time.monotonic() - begin:.1f} s"
            goed.append(regel("vreemde, aanmelden, pagina", hoe, gedaan == ([302, 302, 200], f"/{pad}")))
            vreemd = {naam: server.haal(naam, aanmelden="").status for naam in ("", SCRIPT, "bestaat-niet/")}
            goed.append(regel("zonder aanmelden", str(vreemd), set(vreemd.values()) == {302}))
            zelf = [
                f"X-{een}: lotte@intern.example" for een in ("Forwarded-User", "Forwarded-Email", "Auth-Request-User")
            ]
            zelf += ["X-Forwarded-Access-Token: x", "X-Forwarded-Uri: /status.json", "X-Original-URL: /oauth2/start"]
            zelf += ["Authorization: Bearer x", "Cookie: _oauth2_proxy=lotte"]
            los = [server.haal("", "--header", een, aanmelden="").status for een in zelf]
            goed.append(regel("koppen van buiten", str(los), set(los) == {302}))
            elders = server.haal("oauth2/start?rd=https://elders.example/", aanmelden="").koppen["location"]
            gevraagd = server.haal("", "--header", "X-Forwarded-Host: elders.example", aanmelden="").koppen["location"]
            goed.append(regel("naar een andere site", "nooit", "elders" not in elders + gevraagd))
            goed.append(regel("bewaking op de server", "", server.haal("status.json", aanmelden="").status == 200))
        with deur(folder / "dicht", '["intern.example"]') as server:
            gedaan = meld_aan(server, "klant/", folder / "pot2")
            goed.append(regel("iemand van elders", str(gedaan), gedaan[0][-1] == 403))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if all(goed) else 1


if __name__ == "__main__":
    sys.exit(main())
