"""The pages about one client, kept from the last build: who changed nothing is not worked out again.

What such a page says follows from the client's own file, its lines in the journal, its history, the shared files, the
reference date, the theme and our code: from no other client. All of that together is the key of the client. Its pages
are those of the old site, once their bytes are what was written then; they go to the new site as they are.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from macros.afleidingen.verhuld import schuilnaam
from macros.load import geheugenbestand
from macros.load.omgeving import bewaarplek
from macros.site.onderdelen import KLANTDELEN
from macros.site.oplevering import Gezien

if TYPE_CHECKING:
    from macros.site.pages import Bouw

ALLEEN_DE_KLANT = frozenset({*KLANTDELEN, "account_delen", "accountkaart", "canvas", "gebeurd"})
"""The parts that say nothing of other clients."""
PAGINAS = "paginas"
"""Where it is kept, beside the accounts."""
VAN_VEEL = frozenset({"dagboek", "geschiedenis"})
"""What the shared files hold of all clients, each of which has its own share of it in its key."""


class Klantbladen(NamedTuple):
    """The pages about one client as they were written."""

    sleutel: str
    bladen: dict[str, bytes]
    """File below the site → a print of its bytes."""
    plaatsen: dict[str, str]
    """As `Gezien.plaatsen`."""
    gezocht: tuple[tuple[str, str, str], ...]
    """As `Gezien.gezocht`: file and id that a link leads to, and the page with it."""

    @classmethod
    def van(cls, sleutel: str, bladen: dict[str, bytes], gezien: Gezien) -> Klantbladen:
        """The pages of a client, of which this was seen."""
        gezocht = tuple((*doel, bestand) for doel, bestand in gezien.gezocht.items())
        return cls(sleutel, bladen, gezien.plaatsen, gezocht)

    def gezien(self) -> Gezien:
        """What the pages lead to."""
        return Gezien(plaatsen=self.plaatsen, gezocht={(doel, anker): bestand for doel, anker, bestand in self.gezocht})

    def neem_over(self, oude: Path, site: Path) -> bool:
        """Put the pages in the new site; leave nothing and return False when one is not what was written then."""
        for nummer, (bestand, afdruk) in enumerate(self.bladen.items()):
            doel = site / bestand
            try:
                doel.parent.mkdir(parents=True, exist_ok=True)
                _zelfde(oude / bestand, doel)
                # The file that is in the new site is looked at, for another build may replace the old one meanwhile.
                goed = sha256(doel.read_bytes()).digest() == afdruk
            except OSError:
                goed = False
            if not goed:
                for eerder in list(self.bladen)[: nummer + 1]:
                    (site / eerder).unlink(missing_ok=True)
                return False
        return True


def _zelfde(van: Path, naar: Path) -> None:
    """Let the new site have this file of the old one; a copy where a disk cannot give a file two names."""
    try:
        os.link(van, naar)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copyfile(van, naar)


@dataclass(frozen=True, slots=True)
class Vorige:
    """What the last build of the same folder into the same site left."""

    site: Path
    """The site from before."""
    klanten: Mapping[str, Klantbladen]
    """By id; of each only where its key is the same nothing has changed."""
    afdrukken: Mapping[str, str]
    """A print of each account file, from before the files were read for this build."""


def vorige(folder: Path, site: Path) -> Vorige:
    """Look what the last build of `folder` into `site` left; to be asked before the files are read."""
    return Vorige(site, lees(folder, site), afdrukken(folder))


def lees(folder: Path, site: Path, plek: str = PAGINAS) -> dict[str, Klantbladen]:
    """What the last build of `folder` into `site` bewaard_ at a place, by client."""
    bekend = geheugenbestand.lees(bewaarplek(folder, plek), _kenmerk(site)) or {}
    return {naam: Klantbladen(*een) for naam, een in bekend.items()}


def schrijf(folder: Path, site: Path, klanten: Mapping[str, Klantbladen], plek: str = PAGINAS) -> None:
    """Keep these for the next build, which looks for their bytes in `site`."""
    alles = {naam: tuple(een) for naam, een in klanten.items()}
    geheugenbestand.schrijf(bewaarplek(folder, plek), _kenmerk(site), alles)


def _kenmerk(site: Path) -> str:
    """Which site it is, and the code that knows what stands in the memory."""
    return f"{site} {geheugenbestand.van_onze_code()}"


def afdrukken(folder: Path) -> dict[str, str]:
    """A print of the bytes of each account file, by its name without `.yml`.

    Taken before the files are read and once more after: of one that changed meanwhile nobody knows which was read.
    """
    return {pad.stem: sha256(pad.read_bytes()).hexdigest() for pad in sorted(folder.glob("*.yml")) if pad.is_file()}


def sleutels(bouw: Bouw, families: Iterable[str], voor_het_lezen: Mapping[str, str]) -> dict[str, str]:
    """The key of each client whose pages of these families can be kept.

    `voor_het_lezen` are the prints from before the files were read.
    """
    gedeeld, geschiedenis = bouw.portefeuille.gedeeld, bouw.portefeuille.gedeeld.geschiedenis
    sjablonen = bouw.sjablonen()
    basis = sha256(geheugenbestand.van_onze_code().encode())
    nu, alle = afdrukken(bouw.map), {}
    # The names of a client that hides are taken out of what all others say.
    verborgen = [(een, afdruk) for een, afdruk in nu.items() if schuilnaam(een) in bouw.portefeuille.dossiers]
    for deel in (
        *(getattr(gedeeld, een.name) for een in fields(gedeeld) if een.name not in VAN_VEEL),
        *(geschiedenis.is_er, geschiedenis.begin, geschiedenis.gedeeld),
        sorted({een.bestand for regels in gedeeld.dagboek.values() for een in regels}),
        *(bouw.portefeuille.peildatum, bouw.portefeuille.vast, bouw.map, bouw.site_url, bouw.bewerk_basis),
        *(bouw.bewerk_map, bouw.uit, bouw.registers, [sjablonen[familie] for familie in families]),
        verborgen,
    ):
        basis.update(repr(deel).encode())
    for klant in bouw.portefeuille.dossiers:
        if klant in nu and nu[klant] == voor_het_lezen.get(klant):
            eigen = basis.copy()
            eigen.update(repr((nu[klant], gedeeld.dagboek.get(klant), geschiedenis.klanten.get(klant))).encode())
            alle[klant] = eigen.hexdigest()
    return alle
