"""Writes the pages of the families straight to the site, and looks at each of them meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from macros.load.vaart import Intussen
from macros.site import klantkeuring
from macros.site.bewaard import ALLEEN_DE_KLANT, Klantbladen, Vorige, sleutels
from macros.site.oplevering import Gezien
from macros.site.pages import Bouw
from macros.site.pagina import Pagina

Blad = tuple[str, Pagina]
"""A family, and a page of it."""


class Geschreven(NamedTuple):
    """What a share of the pages became."""

    klanten: dict[str, Klantbladen]
    """By its id, the pages of each client that the next build can keep."""
    gezien: Gezien
    """What the others lead to, and what is wrong with any of them."""


def begin(bouw: Bouw, site: Path, vorige: Vorige) -> Intussen[Geschreven]:
    """Begin to write every family page below the folder `site`, as soon as all their files are through the theme.

    With many clients others write them while this process goes on. `vorige` is what the last build left.
    """
    sjablonen = bouw.sjablonen().items()
    klantfamilies = [naam for naam, een in sjablonen if {deel.naam for deel in een.delen.values()} <= ALLEEN_DE_KLANT]
    bouw.sleutels = sleutels(bouw, klantfamilies, vorige.afdrukken)
    werk = _Schrijver(bouw, site, vorige, klantfamilies, bouw.sleutels)
    return Intussen(werk.schrijf_deel, len(bouw.portefeuille.dossiers))


def afgemaakt(bouw: Bouw, familie: str, pagina: Pagina, gezien: Gezien) -> str:
    """Make one page of a family; `gezien` learns what it leads to and what is wrong with it."""
    gemaakt, bestand = bouw.maak(familie, pagina), f"{pagina.pad}index.html"
    gezien.lees(bestand, gemaakt.html)
    if gemaakt.voor_klant and pagina.dossier:
        gezien.fouten += klantkeuring.bezwaren(bestand, gemaakt.voor_klant, pagina.dossier)
    return gemaakt.html


@dataclass(frozen=True, slots=True)
class _Schrijver:
    bouw: Bouw
    site: Path
    vorige: Vorige
    klantfamilies: list[str]
    """Those whose pages are about one client and no more."""
    sleutels: Mapping[str, str]

    def schrijf_deel(self, deel: int, delen: int) -> Geschreven:
        """Write, or keep, the pages of every so many clients, and of every so many of the others."""
        klanten: dict[str, Klantbladen] = {}
        gezien = Gezien(self.bouw.site_url)
        for klant, bladen in islice(self._groepen(), deel, None, delen):
            vroeger = self.vorige.klanten.get(klant)
            if vroeger and vroeger.sleutel == self.sleutels[klant] and vroeger.neem_over(self.vorige.site, self.site):
                klanten[klant] = vroeger
                continue
            # A menu that was looked at is that of all pages as deep.
            eigen = Gezien(self.bouw.site_url, menus=gezien.menus)
            afdrukken = {bestand: sha256(inhoud).digest() for bestand, inhoud in self._schrijf(bladen, eigen)}
            if klant and not eigen.fouten:
                klanten[klant] = Klantbladen.van(self.sleutels[klant], afdrukken, eigen)
            else:
                gezien.voeg_toe(eigen)
        return Geschreven(klanten, gezien)

    def _groepen(self) -> Iterator[tuple[str, list[Blad]]]:
        """All pages: those of each client that has a key together, every other by itself."""
        per_klant: dict[str, list[Blad]] = {klant: [] for klant in self.sleutels}
        overig: list[Blad] = []
        for familie in self.bouw.sjablonen():
            for pagina in self.bouw.paginas(familie):
                eigen = familie in self.klantfamilies and pagina.portefeuille is self.bouw.portefeuille
                klant = pagina.dossier.id if pagina.dossier and eigen else ""
                per_klant.get(klant, overig).append((familie, pagina))
        yield from per_klant.items()
        yield from (("", [blad]) for blad in overig)

    def _schrijf(self, bladen: list[Blad], gezien: Gezien) -> Iterator[tuple[str, bytes]]:
        for familie, pagina in bladen:
            bestand, inhoud = f"{pagina.pad}index.html", afgemaakt(self.bouw, familie, pagina, gezien).encode()
            (self.site / pagina.pad).mkdir(parents=True, exist_ok=True)
            (self.site / bestand).write_bytes(inhoud)
            yield bestand, inhoud
