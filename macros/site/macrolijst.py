"""The macros by name. Parts of a page leave a slot; small texts (a date, a number, a link) stand in the line itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import partial
from html import escape
from typing import Any
from urllib.parse import urlsplit

from macros.load.omgeving import lees_peildatum
from macros.model.instellingen import Instellingen
from macros.publiceren import inrichting
from macros.site import pages
from macros.site.naslag import naslag
from macros.site.onderdelen import Onderdeel, OnderdeelError, onderdelen
from macros.views.handboek import instellingen
from macros.woorden import taal

Macro = Callable[..., str]

LEESTEKENS = re.compile(r"[!-/:-@\[-`{-~]")
"""Every ASCII punctuation mark: as an entity it means nothing to Markdown."""


def macros(env: Any) -> dict[str, Macro]:
    """Return every macro; `env` tells at each call which page it stands on."""
    delen = {naam: _deelmacro(naam, deel) for naam, deel in {**onderdelen(), **naslag()}.items()}
    return {
        **delen,
        "afspraak": afspraak,
        "datum": datum,
        "instelling": instelling,
        "link": partial(_link, env),
        "meld": partial(_meld, env),
        "peildatum": peildatum,
        "serverbestand": serverbestand,
    }


def datum(tekst: str) -> str:
    """Print `2026-12-31` as "31 december 2026"; anything but a date is an error."""
    return taal.datum(lees_peildatum(tekst))


def peildatum() -> str:
    """Print the reference date of this build."""
    return taal.datum(pages.huidig().portefeuille.peildatum)


def instelling(naam: str) -> str:
    """Print one of the team's settings as a reader says it: "18", "60 en 14", "ja"."""
    if naam not in {veld.name for veld in fields(Instellingen)}:
        raise OnderdeelError(f"er is geen instelling '{naam}'; zie de lijst van instellingen in het handboek")
    return _markdown(_leesbaar(getattr(pages.huidig().portefeuille.gedeeld.instellingen, naam)))


def afspraak() -> str:
    """Mark a rule that is an agreement of this team and not part of a method."""
    return '<span class="afspraak">afspraak van het team</span>'


def serverbestand(naam: str) -> str:
    """Print a sample for a server as `handboek inrichten` writes it, for the address of this site."""
    if naam not in inrichting.namen():
        raise OnderdeelError(f"er is geen bestand '{naam}'; kies uit: {taal.opsomming(inrichting.namen())}")
    ingesteld = pages.huidig().portefeuille.gedeeld.instellingen
    host = urlsplit(ingesteld.site_url or "").hostname or "handboek.intern.example"
    waarden = inrichting.waarden("/srv/handboek", f"https://{host}/", "handboek", ingesteld.voorstellen)
    return f"```text\n{inrichting.ingevuld(naam, waarden)}```"


def _deelmacro(naam: str, deel: Onderdeel) -> Macro:
    def macro(*args: str, **kwargs: str) -> str:
        return pages.huidig().merk(deel, pages.Oproep(naam, args, kwargs))

    return macro


def _link(env: Any, account: str, tekst: str = "", anker: str = "") -> str:
    """Print a link to a client's page: its name, or `tekst`; `anker` is a heading's id on that page."""
    bouw = pages.huidig()
    pagina = bouw.pagina(env.page.url)
    dossiers = pagina.portefeuille_van(account).dossiers
    if account not in dossiers:
        raise OnderdeelError(f"er is geen klant '{account}' om naar te verwijzen")
    bouw.genoemd.add(account)
    adres = f"{pagina.basis}accounts/{account}/{anker and '#' + anker}"
    return f'<a href="{escape(adres)}">{_markdown(tekst or dossiers[account].naam)}</a>'


def _meld(env: Any, *gebeurtenissen: str) -> str:
    """Name events, each with a link to what is asked; without names those that this chapter explains."""
    hoofdstuk = env.page.url.removeprefix("handboek/")
    try:
        genoemd = instellingen.genoemde_gebeurtenissen(gebeurtenissen, hoofdstuk)
    except ValueError as fout:
        raise OnderdeelError(str(fout)) from fout
    lijst = f"{pages.huidig().pagina(env.page.url).basis}bijdragen/gebeurtenissen/#"
    return taal.opsomming([f'<a href="{lijst}{een.id}">{_markdown(een.titel)}</a>' for een in genoemd])


def _leesbaar(waarde: object) -> str:
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, date):
        return taal.datum(waarde)
    if isinstance(waarde, int | float):
        return taal.getal(waarde)
    if isinstance(waarde, list):
        return taal.opsomming([_leesbaar(deel) for deel in waarde])
    return "niet ingesteld" if waarde is None else str(waarde)


def _markdown(tekst: str) -> str:
    """Return text that Markdown prints as it is."""
    return LEESTEKENS.sub(lambda teken: f"&#{ord(teken[0])};", tekst)
