"""MkDocs side: reads the portfolio before a build, fills what macros left, writes the page families.

MkDocs loads this file by its path, not as part of the package. Each event imports the package anew, because under
`serve` its modules are dropped when their code changed; only a change in this file needs a restart.
"""

from __future__ import annotations

import os
import re
import sys
from datetime import UTC, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils.meta import get_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]


_gelezen: dict[Path, int] = {}
"""Change time of each module of the package when it was last imported."""
_serve: list[str] = []
_secties: dict[str, Any] = {}
_uit: set[str] = set()
"""Pages, as paths below `docs/`, of parts that the team switched off."""


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001, FBT001
    """Under `serve` MkDocs itself knows the address of the site, and what did not change is not worked out again."""
    _serve[:] = [command] * (command == "serve")
    if _serve:
        sys.path.insert(0, str(ROOT))
        from macros.serveren import onthoud

        onthoud()


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the portfolio. An error in it ends the build before anything of the old site is touched."""
    if str(ROOT) not in sys.path:  # MkDocs puts sys.path back after it has loaded a hook
        sys.path.insert(0, str(ROOT))
    _vergeet_oude_code()
    from macros import pages, taal
    from macros.omgeving import PEILDATUM, OngeldigeOmgevingError
    from macros.problem import ProblemenGevonden

    try:
        bouw = pages.begin(
            urljoin(f"{config.repo_url or ''}/", config.edit_uri or ""), config.site_url if _serve else None
        )
    except (ProblemenGevonden, OngeldigeOmgevingError) as fout:
        raise PluginError(str(fout)) from None
    portefeuille = bouw.portefeuille
    config.site_url = bouw.site_url
    config.extra["handboek"] = {
        "peildatum": portefeuille.peildatum.isoformat(),
        "peildatum_tekst": taal.datum(portefeuille.peildatum),
        "voorbeeld": portefeuille.vast,
        "vast": portefeuille.vast or PEILDATUM in os.environ,
        "pagina_verouderd_dagen": portefeuille.gedeeld.instellingen.pagina_verouderd_dagen,
    }
    _uit.clear()
    _uit.update(_paginas_van_wat_uit_staat(Path(config.docs_dir), portefeuille.gedeeld.instellingen.onderdelen))
    config.nav = _zonder(config.nav, _uit)
    middernacht = datetime.combine(portefeuille.peildatum, time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(middernacht.timestamp()))  # MkDocs stamps its sitemap with it
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the pages of parts that are off, and join the style sheets into one file.

    The sheet with the tokens comes first; the name of the file carries a hash of its content.
    """
    for pad in _uit:
        files.remove(files.src_uris[pad])
    bladen = [bestand for bestand in files if bestand.src_uri.startswith("assets/css/")]
    bladen.sort(key=lambda bestand: (bestand.name != "basis", bestand.src_uri))
    inhoud = "\n".join(bestand.content_string for bestand in bladen)
    naam = f"assets/handboek.{sha256(inhoud.encode()).hexdigest()[:10]}.css"
    for bestand in bladen:
        files.remove(bestand)
    files.append(File.generated(config, naam, content=inhoud, inclusion=InclusionLevel.INCLUDED))
    config.extra_css = [naam]
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001
    """Remember in which part of the menu a family belongs: that of the index page in its folder."""
    for folder in ("accounts", "overleg"):
        index = files.get_file_from_path(f"{folder}/index.md")
        _secties[folder] = index.page.parent if index and index.page else None
    return nav


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Let marks stand in a family's file for the title, the edit link and the address."""
    if "familie" in page.meta:
        from macros import pages

        page.meta["title"] = page.title = pages.TITEL
        page.edit_url = None if "bewerken" in page.meta.get("hide", ()) else pages.BEWERK
        page.canonical_url = pages.CANONIEK if config.site_url else None
        page.parent = _secties[page.file.src_uri.split("/")[0]]
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Put owner, reading time and date of review under the title of a chapter, and explain its words."""
    from macros import hoofdstuktekst

    return hoofdstuktekst.aangekleed(html, page.meta, "../" * page.url.count("/"), page.url)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001
    """Under `serve`: compile the theme's templates once, and put them around a page only when that page changed."""
    from macros.sjablonen import GEHEUGEN

    env.bytecode_cache = GEHEUGEN
    if _serve:
        from macros.serveren import onthoud_paginas

        onthoud_paginas(env, config)
    return env


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Put the pages of the families in the site map, instead of their Markdown files."""
    if template_name != "sitemap.xml" or not config.site_url:
        return output_content
    from macros import pages
    from macros.sitemap import sitemap

    bouw = pages.huidig()
    return sitemap(output_content, bouw.adressen(), bouw.portefeuille.peildatum)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001
    """Fill the slots of an ordinary page; keep a family's file for later, and out of the site."""
    from macros import pages

    bouw = pages.huidig()
    if "familie" in page.meta:
        bouw.onthoud(page.meta["familie"], output)
        return ""
    return bouw.vul(output, page.url)


@event_priority(100)
def on_post_build(config: MkDocsConfig) -> None:
    """Write the families, and add the accounts to the search index before the search plugin writes it."""
    from macros import pages
    from macros.wegschrijven import schrijf
    from macros.zoeken import verrijkt, zoekregels

    bouw = pages.huidig()
    schrijf(bouw, Path(config.site_dir))
    zoeker: Any = config.plugins["material/search"]
    zoeker.search_index.entries = verrijkt([*zoeker.search_index.entries, *zoekregels(bouw.portefeuille)])


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG001
    """Watch the folder of accounts that is in use, wherever it is, and closely."""
    from macros import pages
    from macros.serveren import kijk_vaker

    server.watch(str(pages.huidig().map))
    kijk_vaker(server)
    return server


def _paginas_van_wat_uit_staat(docs: Path, onderdelen: object) -> Iterator[str]:
    """Yield the pages whose front matter names a part (`onderdeel: toernooi`) that is off."""
    for pad in docs.rglob("*.md"):
        _, gegevens = get_data(pad.read_text(encoding="utf-8"))
        if "onderdeel" in gegevens and not getattr(onderdelen, gegevens["onderdeel"]):
            yield pad.relative_to(docs).as_posix()


def _zonder(nav: Any, paginas: set[str]) -> Any:  # noqa: ANN401
    """Return the menu of mkdocs.yml, lists of one-item maps and paths, without the lines of `paginas`."""
    if isinstance(nav, list):
        return [regel for deel in nav if (regel := _zonder(deel, paginas))]
    if isinstance(nav, dict):
        return {titel: inhoud for titel, deel in nav.items() if (inhoud := _zonder(deel, paginas))}
    return None if nav in paginas else nav


def _vergeet_oude_code() -> None:
    """Drop from memory what changed since it was imported, and every module that uses it, however far away."""
    nu = {bestand: bestand.stat().st_mtime_ns for bestand in (ROOT / "macros").rglob("*.py")}
    weg = {_modulenaam(bestand) for bestand in nu if _gelezen.get(bestand, nu[bestand]) != nu[bestand]}
    gebruikt = {_modulenaam(bestand): set(_imports(bestand)) for bestand in nu} if weg else {}
    while meer := {naam for naam, van in gebruikt.items() if naam not in weg and weg & van}:
        weg |= meer
    for naam in weg:
        houder, _, eigen = naam.rpartition(".")
        if houder in sys.modules:  # `from macros import x` looks there first
            vars(sys.modules[houder]).pop(eigen, None)
        sys.modules.pop(naam, None)
    _gelezen.clear()
    _gelezen.update(nu)


def _modulenaam(bestand: Path) -> str:
    return ".".join(bestand.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


_IMPORT = re.compile(r"^[ \t]*from (macros[\w.]*) import (\([^)]*\)|.*)", re.MULTILINE)


def _imports(bestand: Path) -> Iterator[str]:
    """Yield the names that a module imports, each possibly a module: `from macros import taal` gives both parts.

    Looking for the lines takes a fiftieth of the time of parsing, and this is done for every module after a change.
    """
    for van, namen in _IMPORT.findall(bestand.read_text(encoding="utf-8")):
        yield van
        yield from (f"{van}.{naam}" for naam in re.findall(r"\w+", namen))
