"""Under `serve` a page is made when a browser asks for it, from the files as they are then.

A build ends there with the theme: its pages keep their slots, and what follows from the accounts alone (families,
calendars, search, what an editor needs) is not written at all. After a change of accounts or templates MkDocs is not
even asked again, unless it printed something of them itself. So a change shows as soon as one page can be made of it,
however many clients there are.

What a whole build says of all pages together, such as a link that leads nowhere, is not said here; what it says of the
one page is.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from os.path import isfile
from pathlib import Path
from posixpath import normpath
from tempfile import TemporaryDirectory
from typing import NamedTuple

from macros.load.herlezen import Herlezer
from macros.portefeuille.portefeuille import Portefeuille
from macros.site import families, klantkeuring, pages
from macros.site.hoofdstuk import met_leestijd
from macros.site.oplevering import Gezien
from macros.site.pages import Bouw
from macros.site.pagina import ALLE, Pagina
from macros.site.themarand import voor_het_thema
from macros.views import render

Maker = Callable[[Bouw, Path], None]
"""Writes a part of the site below a folder."""
BLAD = "index.html"
OPRUIMEN = 20
"""After so many builds of MkDocs, of 2 MB each, everything is looked through for what nobody holds any more."""


class Antwoord(NamedTuple):
    """What stands at an address."""

    inhoud: bytes = b""
    blad: bool = False
    """Whether it is a page."""
    bezwaren: Sequence[str] = ()
    """Why a build would refuse the page."""
    elders: bool = False
    """Whether it is a page whose address ends in a slash."""


class OpVerzoek:
    """The site as it is asked for; one for the whole of `serve`, whose requests come from several threads."""

    def __init__(self) -> None:
        self.aan = False
        """Whether this is `serve`; if not, a build writes all it makes."""
        self.slot = threading.RLock()
        """Held while a page is made, and while the site changes."""
        self._lezer: Herlezer | None = None
        self._bouw: Bouw | None = None
        self._site = Path()
        self._delen: dict[str, Maker] = {}
        self._later: dict[str, Maker] = {}
        self._bladen: dict[str, Antwoord] = {}
        self._gemaakt: set[str] = set()
        self._naast: TemporaryDirectory[str] | None = None
        self._keren = 0
        """How often MkDocs built."""

    # --- what there is ---

    def later(self, deel: str, maak: Maker) -> None:
        """Let the build under way make this part of the site when it is asked for.

        `deel` is what the addresses of it begin with: `bewerken/`.
        """
        self._later[deel] = maak

    def toon(self, bouw: Bouw, site: Path) -> None:
        """Answer from this build from now on; MkDocs wrote its pages, with their slots, below `site`."""
        self._site, self._delen, self._later = site, self._later, {}
        self._begin(bouw)
        self._keren += 1
        if self._keren % OPRUIMEN == 0:
            # The macros plugin still holds the last build when the files of this one are read and kept from the search.
            gc.unfreeze()
            gc.collect()

    def ververs(self, *, sjablonen: bool) -> bool:
        """Read the accounts again, and the templates if they changed; False when MkDocs itself printed something else.

        Raises `ProblemenGevonden` and `OngeldigeOmgevingError`; then the answers stay what they were.
        """
        oud = self._bouw
        if oud is None:
            return False
        if sjablonen:
            render.lees_opnieuw()
        nieuw = replace(oud, portefeuille=self.lees(oud.map), gezien=Gezien(oud.site_url))
        if _gedrukt(oud) != _gedrukt(nieuw):
            return False
        self._begin(nieuw)
        return True

    def lees(self, folder: Path) -> Portefeuille:
        """Read the accounts, of which this remembers those that did not change."""
        if self._lezer is None or self._lezer.map != folder:
            self._lezer = Herlezer(folder)
        # What is read next is kept out of the search for unreachable cycles, and these would be with it.
        gc.collect()
        return pages.lees(self._lezer.lees, self._bouw.portefeuille if self._bouw else None)

    def _begin(self, bouw: Bouw) -> None:
        self._bouw = bouw
        klantkeuring.lees_opnieuw()
        self._bladen, self._gemaakt = {}, set()
        if self._naast:
            self._naast.cleanup()
        self._naast = TemporaryDirectory(prefix="handboek_", ignore_cleanup_errors=True)

    # --- what is asked ---

    def antwoord(self, adres: str) -> Antwoord | None:
        """What stands at an address below the site; None for what MkDocs wrote whole, and for what is not there.

        Raises what a part raises that cannot be made.
        """
        schoon = normpath(f"/{adres}").lstrip("/")
        if adres.endswith("/") or not schoon or f"/{schoon}".endswith(f"/{BLAD}"):
            return self._blad(f"{schoon.removesuffix(BLAD).rstrip('/')}/".lstrip("/"))
        if self._bouw and any(een.pad == f"{schoon}/" for _, een in _mogelijke(self._bouw, schoon)):
            return Antwoord(elders=True)
        return self._bestand(schoon)

    def _blad(self, pad: str) -> Antwoord | None:
        if self._bouw is None:
            return None
        if pad not in self._bladen:
            gemaakt = self._gewoon(self._bouw, pad) or self._van_familie(self._bouw, pad)
            if gemaakt is None:
                return None
            self._bladen[pad] = gemaakt
        return self._bladen[pad]

    def _gewoon(self, bouw: Bouw, pad: str) -> Antwoord | None:
        bron = self._site / pad / BLAD
        if not isfile(bron):  # noqa: PTH113  this says no to a name that no file can have, and a path raises
            return None
        html, gezien = met_leestijd(bouw.vul(bron.read_text(encoding="utf-8"), pad)), Gezien(bouw.site_url)
        gezien.lees(f"{pad}{BLAD}", html)
        return Antwoord(html.encode(), blad=True, bezwaren=gezien.fouten)

    def _van_familie(self, bouw: Bouw, pad: str) -> Antwoord | None:
        gezien = Gezien(bouw.site_url)
        for familie, pagina in _mogelijke(bouw, pad):
            if pagina.pad == pad:
                html = families.afgemaakt(bouw, familie, pagina, gezien)
                return Antwoord(html.encode(), blad=True, bezwaren=gezien.fouten)
        return None

    def _bestand(self, pad: str) -> Antwoord | None:
        deel = next((deel for deel in self._delen if pad.startswith(deel)), None)
        if deel is None or self._bouw is None or self._naast is None:
            return None
        if deel not in self._gemaakt:
            self._delen[deel](self._bouw, Path(self._naast.name))
            self._gemaakt.add(deel)
        bestand = Path(self._naast.name, pad)
        return Antwoord(bestand.read_bytes()) if isfile(bestand) else None  # noqa: PTH113


OP_VERZOEK = OpVerzoek()


def _mogelijke(bouw: Bouw, pad: str) -> Iterator[tuple[str, Pagina]]:
    """The pages of the families that stand in the same part of the site."""
    for familie in bouw.families:
        if ALLE[familie].bestand.partition("/")[0] == pad.partition("/")[0]:
            yield from ((familie, pagina) for pagina in bouw.paginas(familie))


def _gedrukt(bouw: Bouw) -> tuple[object, ...]:
    """What MkDocs, Markdown and the theme saw of the accounts."""
    alle = bouw.portefeuille
    namen: Mapping[str, str] = {id_: een.naam for id_, een in alle.dossiers.items() if id_ in bouw.genoemd}
    return voor_het_thema(alle), alle.gedeeld.instellingen, list(alle.dossiers), namen
