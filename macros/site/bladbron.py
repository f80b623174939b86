"""What comes in besides the accounts, looked at before a build: the pages in `docs/`, the addresses in `mkdocs.yml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from difflib import get_close_matches
from functools import partial
from logging import Logger, LoggerAdapter
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urljoin

from jinja2.runtime import Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from mkdocs.exceptions import PluginError
from mkdocs.utils.meta import YAML_RE, get_data
from mkdocs_macros import context, plugin

from macros.load import yaml12
from macros.load.bestanden import voor_het_lezen
from macros.load.problem import FOUT, Problem, ProblemenGevonden
from macros.model.instellingen import Onderdelen
from macros.site.pagina import FAMILIES
from macros.views.sjabloongeheugen import GEHEUGEN
from macros.woorden import labels

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

Log: TypeAlias = "Logger | LoggerAdapter[Logger]"
_KEUZES = {
    "eigenaar": frozenset(labels.ROL),
    "familie": frozenset(FAMILIES),
    "onderdeel": frozenset(veld.name for veld in fields(Onderdelen)),
}
_THEMA = ("boost", "description", "hide", "icon", "search", "status", "subtitle", "tags", "template", "title")
"""Keys that MkDocs and the theme read."""
_BEKEND = frozenset((*_KEUZES, "herzien", *_THEMA))
_ONLEESBAAR = ("bom", "geen-utf-8", "samenvoeging", "te-groot")
"""What makes a page unfit to read; a tab or a hard space is no harm in Markdown."""


def lees_koppen(docs: Path) -> dict[str, dict[str, Any]]:
    """Return what stands above every page, by its path below `docs`; raise `ProblemenGevonden` for what is wrong."""
    koppen: dict[str, dict[str, Any]] = {}
    problemen: list[Problem] = []
    for pad in sorted(docs.rglob("*.md")):
        naam, inhoud = pad.relative_to(docs).as_posix(), pad.read_bytes()
        onleesbaar = voor_het_lezen(inhoud)
        if onleesbaar and onleesbaar.code in _ONLEESBAAR:
            problemen.append(Problem(f"docs/{naam}", onleesbaar[0], onleesbaar[1], FOUT, *onleesbaar[2:]))
            continue
        tekst = inhoud.decode().replace("\r\n", "\n")
        koppen[naam] = get_data(tekst)[1]
        problemen += [
            Problem(f"docs/{naam}", regel, 1, FOUT, "paginakop", zin)
            for regel, zin in _fouten_in_kop(naam, tekst, koppen[naam])
        ]
    if problemen:
        raise ProblemenGevonden(problemen)
    return koppen


def _fouten_in_kop(naam: str, tekst: str, kop: dict[str, Any]) -> Iterator[tuple[int, str]]:
    if not tekst.startswith("---"):
        return
    blok = YAML_RE.match(tekst)
    if blok is None:
        yield 1, "de kop van deze pagina is niet afgesloten; zet --- alleen op een regel onder de laatste regel ervan"
        return
    if fouten := yaml12.lees(blok[1].encode()).fouten:
        yield from ((fout.regel + 1, f"in de kop van deze pagina: {fout.tekst}") for fout in fouten)
        return
    for sleutel, waarde in kop.items():
        if zin := _fout(naam, str(sleutel), waarde):
            plek = re.search(rf"^['\"]?{re.escape(str(sleutel))}\b", blok[1], re.MULTILINE)
            yield blok[1].count("\n", 0, plek.start() if plek else 0) + 2, zin


def _fout(naam: str, sleutel: str, waarde: object) -> str | None:
    """What is wrong with one line above a page."""
    if sleutel not in _BEKEND:
        lijkt = get_close_matches(sleutel, _BEKEND, 1)
        raad = f"bedoel je '{lijkt[0]}'?" if lijkt else f"kies uit: {', '.join(sorted(_BEKEND))}"
        return f"'{sleutel}' kennen we niet boven een pagina; {raad}"
    if sleutel == "herzien" and not isinstance(waarde, date):
        return f"herzien: '{waarde}' is geen datum; schrijf jaar-maand-dag zonder aanhalingstekens, zoals 2026-03-16"
    if sleutel in _KEUZES and waarde not in _KEUZES[sleutel]:
        return f"{sleutel}: '{waarde}' bestaat niet; kies uit: {', '.join(sorted(_KEUZES[sleutel]))}"
    if sleutel == "familie" and naam != FAMILIES[str(waarde)].bestand:
        return f"familie: '{waarde}' hoort in docs/{FAMILIES[str(waarde)].bestand}; haal de regel hier weg"
    if sleutel in ("description", "title") and not isinstance(waarde, str):
        return f"{sleutel}: zet de tekst tussen aanhalingstekens"
    return None


class Zandbak(ImmutableSandboxedEnvironment):
    """The Jinja of our pages: a page may call our macros, and nothing else of the program or of this computer.

    A proposal can change a page, and a build of it must not run what it likes.
    """

    def compile(self, source: Any, name: str | None = None, *rest: Any, **more: Any) -> Any:
        """Compile the text of a page once, for as long as it stays the same; what has a name goes Jinja's own way."""
        gewoon = partial(super().compile, source, name, *rest, **more)
        eigen = isinstance(source, str) and name is None and not rest and not more
        return GEHEUGEN.van_pagina(source, gewoon) if eigen else gewoon()

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Keep modules out of reach: MkDocs hands the page its settings, and those hold the hooks."""
        return not isinstance(obj, ModuleType) and super().is_safe_attribute(obj, attr, value)

    def is_safe_callable(self, obj: Any) -> bool:
        """Allow macros, what Jinja itself has, and the methods of plain values."""
        functie = getattr(obj, "func", obj)  # a macro may be a partial
        eigen = str(getattr(functie, "__module__", "")).startswith(("jinja2.", "macros.site.", "mkdocs_macros.context"))
        plain = isinstance(getattr(obj, "__self__", None), str | int | float | list | dict | tuple)
        return super().is_safe_callable(obj) and (eigen or plain or isinstance(obj, Macro))


def in_zandbak() -> None:
    """Let the macros plugin make its Jinja of `Zandbak`, without what it asks git a dozen times for each build.

    No page needs the name and the mail address of who committed last, and the same data must give the same bytes.
    """
    setattr(plugin, "Environment", Zandbak)  # noqa: B010  a plain assignment is none to a type checker
    setattr(context, "get_git_info", dict)  # noqa: B010


def bewerk_basis(config: MkDocsConfig, log: Log) -> str:
    """Return what the edit links of the forge start with, `…/edit/main/docs/`; empty where that is not known."""
    if config.repo_url and config.edit_uri is None and not config.edit_uri_template:
        log.warning(
            "mkdocs.yml: van de git-server in repo_url weten we niet waar je een bestand wijzigt, dus "
            "'Bestand wijzigen' wijst nergens naar; zet er edit_uri bij, zoals edit/main/docs/, of schrijf "
            'edit_uri: ""'
        )
    return urljoin(f"{config.repo_url}/", config.edit_uri) if config.repo_url and config.edit_uri else ""


def siteadres(config: MkDocsConfig, ingesteld: str | None, log: Log) -> str:
    """Return the address of the published site, ending in a slash: from the settings, else from `mkdocs.yml`.

    There it is in the wrong file: commands do not read it, and that is said.
    """
    if config.site_url and not ingesteld:
        log.warning(
            "mkdocs.yml: site_url hoort in accounts/_gedeeld/instellingen.yml, want daar lezen de opdrachten het ook; "
            "zet de regel daar en haal hem hier weg"
        )
    elif config.site_url and config.site_url.rstrip("/") != (ingesteld or "").rstrip("/"):
        raise PluginError(
            f"mkdocs.yml: site_url is hier {config.site_url} en in accounts/_gedeeld/instellingen.yml {ingesteld}; "
            "haal de regel hier weg"
        )
    adres = ingesteld or config.site_url or ""
    return f"{adres.rstrip('/')}/" if adres else ""


def weiger_losse_bestanden(config: MkDocsConfig) -> None:
    """Refuse the setting that gives every page another address: ours are made as folders."""
    if not config.use_directory_urls:
        raise PluginError(
            "mkdocs.yml: use_directory_urls: false werkt hier niet, want elke pagina van een klant is een map; "
            "haal de regel weg"
        )
