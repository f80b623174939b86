"""MkDocs side: reads the portfolio before a build, fills what macros left, writes the page families.

MkDocs loads this file by its path, not as part of the package. Under `serve` a change of an account, a page, a template
or a style shows at once; a change of our own Python needs a restart.
"""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import CountHandler

from macros.load.bestanden import reden
from macros.load.omgeving import OngeldigeOmgevingError, accountsmap, bewaarplek
from macros.load.problem import ProblemenGevonden
from macros.site import (
    atom,
    bewaard,
    bladbron,
    bladgeheugen,
    families,
    klantkeuring,
    menu,
    oplevering,
    opverzoek,
    pages,
    splitsen,
    vast,
    zoeken,
)
from macros.site.bladgeheugen import BLADEN
from macros.site.hoofdstuk import aangekleed, met_leestijd
from macros.site.opverzoek import OP_VERZOEK
from macros.site.serveren import (
    antwoord_op_verzoek,
    bouw_wat_moet,
    houd_de_laatste_goede,
    kijk_vaker,
    onthoud_bestandenlijst,
)
from macros.site.sitemap import SITEMAP, sitemap
from macros.site.sitemap import schrijf as schrijf_sitemap
from macros.site.themarand import voor_het_thema, zonder_muis
from macros.views.sjabloongeheugen import GEHEUGEN
from macros.views.veranderd.veranderdfeed import FEED

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from macros.load.vaart import Intussen
    from macros.site.bewaard import Klantbladen, Vorige
    from macros.site.families import Geschreven

ROOT = Path(__file__).resolve().parents[2]

log = get_plugin_logger("handboek")

_site: list[Path] = []
"""Where the site comes; it is built beside it."""
_vorige: list[Vorige] = []
"""What the last build left."""
_schrijvers: list[Intussen[Geschreven]] = []
"""Who writes the pages of the families, once that began."""
_bewaren: dict[str, Klantbladen] = {}
"""What this build leaves for the next."""
_secties: dict[str, Any] = {}
_uit: set[str] = set()
"""Pages, as paths below `docs/`, of parts that the team switched off."""


def on_startup(command: str, dirty: bool) -> None:  # noqa: ARG001, FBT001
    """What did not change is not worked out again; under `serve` MkDocs itself knows the address of the site."""
    bladgeheugen.onthoud()
    OP_VERZOEK.aan = command == "serve"
    if OP_VERZOEK.aan:
        onthoud_bestandenlijst()
        antwoord_op_verzoek()


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the portfolio. An error in it ends the build before anything of the old site is touched."""
    bladbron.weiger_losse_bestanden(config)
    bladbron.in_zandbak()
    # A link is followed: what it leads to is replaced, not the link.
    _site[:] = [Path(os.path.realpath(config.site_dir))]
    _bewaren.clear()
    try:
        _vorige[:] = [] if OP_VERZOEK.aan else [bewaard.vorige(accountsmap(), _site[0])]
        bouw = pages.begin(bladbron.bewerk_basis(config, log), OP_VERZOEK.lees if OP_VERZOEK.aan else None)
        koppen = bladbron.lees_koppen(Path(config.docs_dir))
    except (ProblemenGevonden, OngeldigeOmgevingError) as fout:
        raise PluginError(str(fout)) from None
    portefeuille = bouw.portefeuille
    ingesteld = portefeuille.gedeeld.instellingen.site_url
    # Under `serve` the address is that of the server.
    config.site_url = (config.site_url or "") if OP_VERZOEK.aan else bladbron.siteadres(config, ingesteld, log)
    bouw.site_url = bouw.gezien.site_url = config.site_url
    config.extra["handboek"] = voor_het_thema(portefeuille)
    _uit.clear()
    onderdelen = portefeuille.gedeeld.instellingen.onderdelen
    _uit.update(pad for pad, kop in koppen.items() if "onderdeel" in kop and not getattr(onderdelen, kop["onderdeel"]))
    config.nav, bouw.uit = menu.zonder(config.nav, _uit), pages.links_naar(_uit)
    middernacht = datetime.combine(portefeuille.peildatum, time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(middernacht.timestamp()))  # MkDocs stamps its sitemap with it
    try:
        config.site_dir = str(oplevering.ernaast(_site[0]))
    except OSError as fout:
        raise PluginError(f"de site kan niet naast {_site[0]} gemaakt worden: {reden(fout)}") from None
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the pages of parts that are off, and join the style sheets into one file.

    The sheet with the tokens comes first; the names of what a page loads carry a hash of their content.
    """
    for pad in _uit:
        files.remove(files.src_uris[pad])
    bladen = sorted((ROOT / "macros/views").rglob("*.css"), key=lambda blad: (blad.stem != "basis", blad.name))
    namen = vast.met_afdruk(files)
    heel = "\n".join(blad.read_text(encoding="utf-8") for blad in bladen)
    inhoud = vast.noem(vast.kort(heel), namen, "assets/")
    naam = f"assets/handboek.{vast.afdruk(inhoud.encode())}.css"
    files.append(File.generated(config, naam, content=inhoud, inclusion=InclusionLevel.INCLUDED))
    for bestand in splitsen.familiebestanden(files, config, pages.huidig().portefeuille):
        files.append(bestand)
    # A name with a hash may stay in the browser for ever; a changed sheet has another one.
    config.extra_css = [naam]
    config.extra["handboek"]["namen"] = namen
    for script in config.extra_javascript:
        if not isinstance(script, str):
            script.path = namen.get(script.path, script.path)
    alle = bladgeheugen.van_alle(config, sorted(config.extra.items()), list(map(str, config.extra_javascript)))
    BLADEN.begin(bewaarplek(pages.huidig().map, "bladen"), alle)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG001
    """Remember in which part of the menu a family belongs, that of the index page in its folder; and the registers."""
    for folder in ("accounts", "inwerken", "kalender", "overleg"):
        index = files.get_file_from_path(f"{folder}/index.md")
        _secties[folder] = index.page.parent if index and index.page else None
    _secties.update(splitsen.secties(files))
    pages.huidig().registers = tuple(menu.registers(files))
    return nav


@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Let marks stand in a family's file for the title, the edit link and the address."""
    if "familie" in page.meta:
        page.meta["title"] = page.title = pages.TITEL
        page.edit_url = None if "bewerken" in page.meta.get("hide", ()) else pages.BEWERK
        page.canonical_url = pages.CANONIEK if config.site_url else None
        page.parent = _secties.get(page.meta["familie"]) or _secties.get(page.file.src_uri.split("/")[0])
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Put owner, reading time and date of review under the title of a chapter, and explain its words."""
    dag = pages.huidig().portefeuille.peildatum
    html = splitsen.met_wegwijzer(vast.noem_in_pagina(html, config.extra["handboek"]["namen"]), page)
    maak = partial(aangekleed, html, page.meta, "../" * page.url.count("/"), page.url, dag)
    return BLADEN.eens(f"aangekleed {page.url}", (html, sorted(page.meta.items()), dag), maak)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001
    """Compile the theme's templates once, and put them around a page only when that page changed.

    The files of the families go through the theme first: their pages are written while the others are made.
    """
    env.bytecode_cache = GEHEUGEN
    for bestand in [een for een in files.documentation_pages() if een.page and "familie" not in een.page.meta]:
        files.remove(bestand)
        files.append(bestand)
    bladgeheugen.onthoud_thema(env)
    return env


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Put the pages of the families in the site map, instead of their Markdown files."""
    if template_name != SITEMAP or not config.site_url:
        return zonder_muis(output_content)
    if OP_VERZOEK.aan:
        OP_VERZOEK.later(SITEMAP, partial(schrijf_sitemap, output_content))
        return output_content
    return sitemap(output_content, pages.huidig())


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Fill the slots of an ordinary page; keep a family's file for later, and out of the site."""
    bouw = pages.huidig()
    output = zonder_muis(output)
    if "familie" in page.meta:
        bouw.onthoud(page.meta["familie"], output)
        return ""
    if OP_VERZOEK.aan:
        return output
    _schrijvers[:] = _schrijvers or [families.begin(bouw, Path(config.site_dir), _vorige.pop())]
    _schrijvers[0].verder()
    klaar = met_leestijd(bouw.vul(output, page.url))
    bouw.gezien.lees(page.file.dest_uri, klaar)
    return klaar


@event_priority(100)
def _families(config: MkDocsConfig) -> None:
    """Wait until the pages of the families are written; the index of the search plugin makes place for ours."""
    zoeker: Any = config.plugins["material/search"]
    _delen["search/"] = partial(zoeken.schrijf, zoeker.search_index.entries)
    zoeker.search_index.generate_search_index = lambda _vorige: ""
    bouw = pages.huidig()
    for geschreven in _schrijvers.pop().antwoorden() if _schrijvers else ():
        bouw.gezien.voeg_toe(geschreven.gezien)
        for klant, bladen in geschreven.klanten.items():
            bouw.gezien.voeg_toe(bladen.gezien())
            _bewaren[klant] = bladen


@event_priority(-50)
def _andere_delen(config: MkDocsConfig) -> None:
    """Write what is no page; under `serve` when it is asked for."""
    for deel, maak in _delen.items():
        if OP_VERZOEK.aan:
            OP_VERZOEK.later(deel, maak)
        else:
            maak(pages.huidig(), Path(config.site_dir))


def _agendas(bouw: pages.Bouw, site: Path) -> None:
    from macros.site import ics  # noqa: PLC0415  its library takes as long to import as many pages to write

    ics.schrijf(bouw, site)


_delen: dict[str, opverzoek.Maker] = {
    "agenda/": _agendas,
    FEED: atom.schrijf,
    vast.STATUS: vast.schrijf_status,
}
"""What follows from the accounts and is no page: what its addresses begin with, and who writes it."""


@event_priority(-100)
def _keur_en_vervang(config: MkDocsConfig) -> None:
    """Look at what was made, and put it in the place of the old site; a build that MkDocs will refuse is not."""
    gezakt = any(isinstance(deel, CountHandler) and deel.get_counts() for deel in logging.getLogger("mkdocs").handlers)
    bouw, site = pages.huidig(), Path(config.site_dir)
    try:
        if not OP_VERZOEK.aan:
            bouw.gezien.fouten += klantkeuring.elders(site, bouw.portefeuille.dossiers)
            bouw.gezien.keur(site)
        if not gezakt:
            oplevering.vervang(_site[0])
    except oplevering.OndeugdelijkError as fout:
        raise PluginError(str(fout)) from None
    except OSError as fout:
        raise PluginError(f"de site in {_site[0]} kan niet vervangen worden: {reden(fout)}") from None
    config.site_dir = str(_site[0])
    GEHEUGEN.bewaar()
    BLADEN.bewaar()
    if OP_VERZOEK.aan and not gezakt:
        OP_VERZOEK.toon(bouw, _site[0])
    elif not OP_VERZOEK.aan:
        bewaard.schrijf(bouw.map, _site[0], _bewaren)


on_post_build = CombinedEvent(_families, _andere_delen, _keur_en_vervang)


def on_build_error(error: Exception) -> None:  # noqa: ARG001
    """Leave nothing of a build that failed; the site from before it stands."""
    while _schrijvers:
        _schrijvers.pop().stop()
    for site in _site:
        oplevering.ruim_op(site)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG001
    """Watch the folder of accounts that is in use, wherever it is, and closely."""
    server.watch(str(pages.huidig().map))
    gewijzigd = kijk_vaker(server)
    if OP_VERZOEK.aan:
        bouw_wat_moet(server, gewijzigd, pages.huidig().map)
    houd_de_laatste_goede(server)
    return server
