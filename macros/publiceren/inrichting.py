"""Sets up a server: a repository with hooks, the script they call, and samples for systemd and web servers."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from macros.load.bestanden import reden
from macros.model.instellingen import Voorstellen
from macros.publiceren.plek import PubliceerError

SERVER = Path(__file__).with_name("server")
OPSLAG = "handboek.git"
UITVOERBAAR = {
    "publiceer": "bin/publiceer",
    "update": f"{OPSLAG}/hooks/update",
    "post-receive": f"{OPSLAG}/hooks/post-receive",
}
"""Scripts by name, and where they come below the folder."""
_INVULLEN = re.compile("@([A-Z]+)@")
_MAP = re.compile(r"/[\w./-]+", re.ASCII)
_GEBRUIKER = re.compile(r"[a-z_][a-z0-9_-]*")


def namen() -> tuple[str, ...]:
    """The samples by file name, sorted."""
    return tuple(sorted(pad.name for pad in SERVER.iterdir() if pad.is_file()))


def ingevuld(naam: str, waarden: Mapping[str, str]) -> str:
    """Return a sample with its open places filled in. Raises `KeyError` for a place without a value."""
    tekst = (SERVER / naam).read_text(encoding="utf-8")
    return _INVULLEN.sub(lambda plek: waarden[plek[1]], tekst)


def waarden(map_: str, adres: str, gebruiker: str, voorstellen: Voorstellen) -> dict[str, str]:
    """What the open places of the samples become. Raises `PubliceerError` for what cannot stand in a script."""
    delen = urlsplit(adres)
    if delen.scheme != "https" or not delen.hostname or delen.path.strip("/") or delen.port:
        raise PubliceerError(
            f"'{adres}' is geen adres waarop een site alleen staat; schrijf het als https://handboek.intern.example/"
        )
    if not _MAP.fullmatch(map_):
        raise PubliceerError(
            f"'{map_}' kan geen map zijn voor de server; kies een pad als /srv/handboek, zonder spaties"
        )
    if not _GEBRUIKER.fullmatch(gebruiker):
        raise PubliceerError(f"'{gebruiker}' is geen naam van een gebruiker; kies een naam als handboek")
    return {"MAP": map_, "NAAM": delen.hostname, "GEBRUIKER": gebruiker, "CSP": beleid(voorstellen)}


def richt_in(map_: Path, invulling: Mapping[str, str]) -> list[Path]:
    """Make the folders, the repository and the files; what is there already is made anew, but the repository stays.

    Returns the files that were written. Raises `PubliceerError`.
    """
    try:
        for deel in ("bin", "log", "omgevingen", "server", "site", "werk"):
            (map_ / deel).mkdir(parents=True, exist_ok=True)
        _opslag(map_ / OPSLAG)
        geschreven = []
        for naam in namen():
            pad = map_ / UITVOERBAAR.get(naam, f"server/{naam}")
            pad.parent.mkdir(parents=True, exist_ok=True)
            nieuw = pad.with_name(f".{pad.name}.nieuw")
            nieuw.write_text(ingevuld(naam, invulling), encoding="utf-8")
            nieuw.chmod(0o755 if naam in UITVOERBAAR else 0o644)
            nieuw.replace(pad)
            geschreven.append(pad)
    except OSError as fout:
        raise PubliceerError(f"in {map_} lukt het niet: {reden(fout)}") from fout
    return geschreven


def _opslag(pad: Path) -> None:
    """Make the bare repository; git leaves one that is there as it is."""
    git = shutil.which("git")
    if git is None:
        raise PubliceerError("git staat niet op deze computer; installeer het met apt-get install git")
    opdrachten = [
        ["init", "--quiet", "--bare", "--initial-branch=main", str(pad)],
        # The hook says in Dutch that main stays.
        ["--git-dir", str(pad), "config", "receive.denyDeleteCurrent", "ignore"],
    ]
    for opdracht in opdrachten:
        subprocess.run([git, *opdracht], check=True, capture_output=True)  # noqa: S603


_AZURE = "https://dev.azure.com https://login.microsoftonline.com"


# --- what the web server must say with every page; one text for the samples, the docs and `handboek dokter` ---


def beleid(voorstellen: Voorstellen) -> str:
    """Return the Content-Security-Policy: the site itself, and to hand in proposals exactly the team's git server.

    The theme writes scripts and styles in its pages; WebAssembly is for changing a page where it is read.
    """
    return "; ".join(
        (
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            " ".join(filter(None, ("connect-src 'self'", _smederij(voorstellen)))),
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def _smederij(voorstellen: Voorstellen) -> str:
    """The addresses outside the site that its pages may ask."""
    if voorstellen.soort == "azure":
        return _AZURE
    adres = voorstellen.adres or ""
    if voorstellen.soort == "github" and urlsplit(adres or "https://github.com").netloc == "github.com":
        return "https://api.github.com"
    return "" if voorstellen.soort == "patch" else adres.rstrip("/")
