"""What the search box knows: the pages and their paragraphs, the glossary, events, fields, colleagues and clients.

The index is one file of short lists, fetched when somebody goes to search (docs/assets/js/zoeken.js); zoeker.js reads
it, and says there what makes a place come first. Very many clients stand beside it (zoekblokken.py).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape, unescape
from pathlib import Path
from typing import Any, NamedTuple

from macros.load.velden import velden_van
from macros.model.instellingen import Instellingen
from macros.portefeuille.portefeuille import Portefeuille
from macros.site.pages import Bouw
from macros.site.zoekblokken import MAP, schrijf_ernaast, verdeeld
from macros.site.zoekmensen import collegas, klanten
from macros.views.delen.stukken import hoofdletter
from macros.views.handboek.instellingen import genoemde_gebeurtenissen
from macros.views.handboek.velden import kenmerk, secties
from macros.woorden.antwoorden import antwoorden
from macros.woorden.begrippen import PAGINA, TAG, begrippenlijst

Zoekregel = dict[str, Any]
"""One entry in the form of the theme's search index: `location`, `title`, `text`, `tags`; text is HTML."""

VORM = 2
"""Which form the index has. Its name carries no hash, so a page that was open may meet the index of a newer site.

Raise it here and in zoeker.js when a list gets another order or another meaning.
"""
NAAR_VOREN = 3.0
"""What happens at a client stands in a table of which the index knows the titles only."""
SOORTEN = {
    "handboek": "Handboek",
    "inwerken": "Inwerken",
    "bijdragen": "Iets aanpassen",
    "overleg": "Collega",
    "accounts": "Klant",
}
"""By the first part of an address, what a page is; any other is an overview."""
_CODE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
"""Code is looked up by its name in the reference: in a line below a title nobody can read it."""


class Blad(NamedTuple):
    """A page or a paragraph of one."""

    plek: str
    titel: str
    tekst: str
    woorden: str
    """Other words by which it can be found; not shown."""
    gewicht: float


def schrijf(paginas: Iterable[Zoekregel], bouw: Bouw, site: Path) -> None:
    """Write the index below `site`, and the files beside it."""
    index, ernaast = zoekindex(paginas, bouw.portefeuille)
    schrijf_ernaast(site, {f"{MAP}search_index.json": index, **ernaast})


def zoekindex(paginas: Iterable[Zoekregel], portefeuille: Portefeuille) -> tuple[str, dict[str, str]]:
    """Return the index as JSON: what the theme found on the pages, and what only the data and the words know.

    With it come the files beside it, name in the site → JSON: none for a portfolio of an ordinary size.

    Of `bladen` a page comes before its paragraphs. `antwoorden` and `begrippen` lead from a question to a number in it.
    """
    regels = [*paginas, *_begrippen(), *_gebeurtenissen(), *veldregels()]
    bladen = _per_pagina([*(_blad(regel) for regel in regels), *(Blad(*een) for een in collegas(portefeuille))])
    nummers = {blad.plek: nummer for nummer, blad in reversed([*enumerate(bladen)])}
    van_klanten, ernaast = verdeeld([*klanten(portefeuille)])
    gegevens = {
        "vorm": VORM,
        "soorten": SOORTEN,
        "bladen": [_kort(blad) for blad in bladen],
        "antwoorden": _genummerd(antwoorden().antwoorden, nummers),
        "begrippen": _genummerd(_hoofdstukken(), nummers),
        "klantbladen": [[een.pad, een.titel, " ".join(een.woorden)] for een in antwoorden().klantbladen],
        **van_klanten,
    }
    return json.dumps(gegevens, ensure_ascii=False, separators=(",", ":")), ernaast


def _blad(regel: Zoekregel) -> Blad:
    woorden = [*regel.get("tags", ()), *antwoorden().antwoorden.get(regel["location"], ())]
    tekst = _kaal(_CODE.sub(" ", regel["text"]))
    return Blad(regel["location"], _kaal(regel["title"]), tekst, " ".join(woorden), regel.get("boost", 1))


def _kaal(html: str) -> str:
    return " ".join(unescape(TAG.sub(" ", html)).split())


def _per_pagina(bladen: list[Blad]) -> list[Blad]:
    """Bring the paragraphs to their pages: an entry that was added stands at the end."""
    paginas = {pad: nummer for nummer, pad in enumerate(dict.fromkeys(blad.plek.partition("#")[0] for blad in bladen))}
    return sorted(bladen, key=lambda blad: (paginas[blad.plek.partition("#")[0]], "#" in blad.plek))


def _kort(blad: Blad) -> list[Any]:
    """Leave out at the end what says nothing."""
    waarden = [*blad]
    for leeg in (1, "", ""):
        if waarden[-1] != leeg:
            break
        waarden.pop()
    return waarden


def _genummerd(vragen: Mapping[str, Iterable[str]], nummers: Mapping[str, int]) -> list[list[Any]]:
    """Pair each question with the number of the page that answers it; a page of a part that is off is not there."""
    return [[vraag, nummers[plek]] for plek, alle in vragen.items() if plek in nummers for vraag in alle]


def _hoofdstukken() -> dict[str, list[str]]:
    """Address of a paragraph → the words of the glossary that it explains."""
    plekken: dict[str, list[str]] = {}
    for begrip in begrippenlijst().begrippen:
        plekken.setdefault(f"handboek/{begrip.hoofdstuk}", []).extend(begrip.zoekwoorden)
    return plekken


def _begrippen() -> list[Zoekregel]:
    """The page with all words says nothing of itself to the index, which would know each word twice."""
    woorden = [
        {
            "location": f"{PAGINA}#{begrip.id}",
            "title": escape(hoofdletter(begrip.woord)),
            "text": escape(begrip.betekenis),
            # The first one is the word itself, which the title says.
            "tags": list(begrip.zoekwoorden[1:]),
        }
        for begrip in begrippenlijst().begrippen
    ]
    return [{"location": PAGINA, "title": "Begrippenlijst", "text": ""}, *woorden]


def _gebeurtenissen() -> list[Zoekregel]:
    """What can happen at a client: the list of it stands in a table, which the index does not see."""
    return [
        {
            "location": f"bijdragen/gebeurtenissen/#{een.id}",
            "title": escape(een.titel),
            "text": escape(een.uitleg.replace("`", "")),
            "boost": NAAR_VOREN,
        }
        for een in genoemde_gebeurtenissen((), "")
    ]


# --- the field reference: one entry for each part of a file, and one for the settings ---

GEWICHT = 0.15
PAGINAS = {"account": "bijdragen/velden/", "weekblad": "bijdragen/velden/", "instellingen": "bijdragen/instellingen/"}
"""Where the sections of a file stand; those of the other files stand on one page."""
GEDEELD = "bijdragen/gedeeld/"
GEDEELDE_BESTANDEN = "team lessen berichten segmentatie criteria canvasindeling vragenlijsten honken"
"""The shared files whose sections are listed, in the order of the pages."""


def veldregels() -> list[Zoekregel]:
    """Return the entries, in the form of the theme's search index; text is HTML."""
    alle = secties()
    regels: dict[str, Zoekregel] = {}
    for bestand in ("account", "weekblad", *GEDEELDE_BESTANDEN.split(), "werving"):
        for sectie in alle[bestand]:
            plek = f"{PAGINAS.get(bestand, GEDEELD)}#{sectie.anker}"
            woorden = (woord for veld in sectie.velden for woord in (veld.naam, veld.titel))
            regels.setdefault(sectie.anker, _regel(plek, f"Velden van {sectie.naam}", woorden))
    return [*regels.values(), _instellingen()]


def _instellingen() -> Zoekregel:
    woorden = (woord for naam, veld in velden_van(Instellingen).items() for woord in (naam, veld.title or ""))
    return _regel(f"{PAGINAS[kenmerk(Instellingen)]}#alle", "Alle instellingen met hun waarde", woorden)


def _regel(plek: str, titel: str, woorden: Iterator[str]) -> Zoekregel:
    tekst = ", ".join(dict.fromkeys(woorden))
    return {"location": plek, "title": escape(titel), "text": escape(tekst), "boost": GEWICHT}
