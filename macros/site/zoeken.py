"""What the search box knows: accounts, the glossary, fields, and search words beside what pages say themselves.

The search of the theme has no Dutch stems, finds no word inside a longer one and minds accents. So every entry gets
the words somebody may type for it (`tags`, which the theme searches and the site does not show).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from typing import Any

from macros.afleidingen.contact.web import aanwezig
from macros.afleidingen.dossier import Dossier
from macros.load.velden import velden_van
from macros.model.instellingen import Instellingen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.handboek.instellingen import genoemde_gebeurtenissen
from macros.views.handboek.velden import kenmerk, secties
from macros.woorden.begrippen import PAGINA, TAG, begrippenlijst, zonder_accenten

Zoekregel = dict[str, Any]
"""One entry in the form of the theme's search index: `location`, `title`, `text`, `tags`; text is HTML."""

GEBEURD = 4.0
"""Who types what happened types a sentence of common words: without weight every page about clients comes before it."""
WOORD = re.compile(r"[^\W\d_]+")


def zoekregels(portefeuille: Portefeuille) -> list[Zoekregel]:
    """Return one entry for each account, word of the glossary, event and part of the field reference."""
    accounts = [
        {
            "location": f"accounts/{dossier.id}/",
            "title": escape(dossier.naam),
            "text": escape(_tekst(dossier, portefeuille)),
        }
        for dossier in portefeuille.dossiers.values()
    ]
    return [*_begrippen(), *_gebeurtenissen(), *veldregels(), *accounts]


def _gebeurtenissen() -> list[Zoekregel]:
    """What can happen at a client: the list of it stands in a table, which the index does not see."""
    return [
        {
            "location": f"bijdragen/gebeurtenissen/#{een.id}",
            "title": escape(een.titel),
            "text": escape(een.uitleg.replace("`", "")),
            "boost": GEBEURD,
        }
        for een in genoemde_gebeurtenissen((), "")
    ]


def verrijkt(regels: Iterable[Zoekregel]) -> list[Zoekregel]:
    """Return the entries with the words by which somebody may look for them."""
    return [_verrijkt(regel) for regel in regels]


def _begrippen() -> list[Zoekregel]:
    woorden = [
        {
            "location": f"{PAGINA}#{begrip.id}",
            "title": escape(begrip.woord),
            "text": escape(begrip.betekenis),
            # The first one is the word itself, which the title says.
            "tags": list(begrip.zoekwoorden[1:]),
        }
        for begrip in begrippenlijst().begrippen
    ]
    return [{"location": PAGINA, "title": "Begrippenlijst", "text": "", "tags": ["woorden", "begrip"]}, *woorden]


def _verrijkt(regel: Zoekregel) -> Zoekregel:
    bekend = {woord.lower() for woord in WOORD.findall(regel["title"])}
    woorden = dict.fromkeys(
        woord.lower() for woord in (*regel.get("tags", ()), *_bij_plek().get(regel["location"], ()), *_uit_tekst(regel))
    )
    meer = [woord for woord in woorden if woord not in bekend]
    return {**regel, "tags": meer} if meer else regel


def _uit_tekst(regel: Zoekregel) -> Iterable[str]:
    """Words of the title and text without their accents, and the ends of longer words of the title.

    An account has no body: of its text, the titles of its contracts among it, the ends count too.
    """
    titel, tekst = TAG.sub(" ", regel["title"]), TAG.sub(" ", regel["text"])
    for woord in WOORD.findall(f"{titel} {tekst}"):
        if not woord.isascii():
            yield zonder_accenten(woord)
    for woord in WOORD.findall(f"{titel} {tekst}" if regel["location"].startswith("accounts/") else titel):
        yield from _delen(woord.lower())


@cache
def _delen(woord: str) -> tuple[str, ...]:
    return tuple(deel for deel in begrippenlijst().woorddelen if woord.endswith(deel) and woord != deel)


@cache
def _bij_plek() -> dict[str, tuple[str, ...]]:
    """Address of a page or paragraph → the search words that the glossary gives it."""
    plekken = dict(begrippenlijst().paginas)
    for begrip in begrippenlijst().begrippen:
        plek = f"handboek/{begrip.hoofdstuk}"
        plekken[plek] = (*plekken.get(plek, ()), *begrip.zoekwoorden)
    return plekken


def _tekst(dossier: Dossier, portefeuille: Portefeuille) -> str:
    """The words by which a colleague may look for a client; functions of people, never their names."""
    account = dossier.account
    woorden = [
        *account.aliassen,
        account.klantnummer,
        account.branche,
        portefeuille.naam(account.driehoek.accountmanager),
        *(contract.titel for contract in account.contracten),
        *(persoon.functie for persoon in account.contactpersonen if aanwezig(persoon, dossier.peildatum)),
    ]
    return ", ".join(dict.fromkeys(woord for woord in woorden if woord))


# --- the field reference: one entry for each part of a file, and one for the settings ---

GEWICHT = 0.4
PAGINAS = {"account": "bijdragen/velden/", "weekblad": "bijdragen/velden/", "instellingen": "bijdragen/instellingen/"}
"""Where the sections of a file stand; those of the other files stand on one page."""
GEDEELD = "bijdragen/gedeeld/"
GEDEELDE_BESTANDEN = "team lessen berichten segmentatie criteria canvasindeling vragenlijsten honken"
"""The shared files whose sections are listed, in the order of the pages."""


def veldregels() -> list[dict[str, Any]]:
    """Return the entries, in the form of the theme's search index; text is HTML."""
    alle = secties()
    regels: dict[str, dict[str, Any]] = {}
    for bestand in ("account", "weekblad", *GEDEELDE_BESTANDEN.split(), "werving"):
        for sectie in alle[bestand]:
            plek = f"{PAGINAS.get(bestand, GEDEELD)}#{sectie.anker}"
            woorden = (woord for veld in sectie.velden for woord in (veld.naam, veld.titel))
            regels.setdefault(sectie.anker, _regel(plek, f"Velden van {sectie.naam}", woorden))
    return [*regels.values(), _instellingen()]


def _instellingen() -> dict[str, Any]:
    woorden = (woord for naam, veld in velden_van(Instellingen).items() for woord in (naam, veld.title or ""))
    return _regel(f"{PAGINAS[kenmerk(Instellingen)]}#alle", "Alle instellingen met hun waarde", woorden)


def _regel(plek: str, titel: str, woorden: Iterator[str]) -> dict[str, Any]:
    tekst = ", ".join(dict.fromkeys(woorden))
    return {"location": plek, "title": escape(titel), "text": escape(tekst), "boost": GEWICHT}
