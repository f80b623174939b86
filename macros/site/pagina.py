"""One page of the site, as the parts of a page see it, and the families of pages.

Of a family one Markdown file, rendered once, becomes a page for every account, canvas or colleague. The file keeps the
order and the headings, the macros in it leave slots. A page of the family is that text with its slots filled; MkDocs,
Markdown and the theme work once for the whole family, so an account costs milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.afleidingen.dossier import Dossier
    from macros.model.team import Persoon
    from macros.portefeuille.portefeuille import Portefeuille
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from macros.portefeuille.collegabladen import OP_EEN_BLAD, collegabladen
from macros.views.canvas.canvasfeiten import heeft_nieuw
from macros.views.delen.collegablad import blad_van
from macros.views.kalender import rooster
from macros.views.overleg import overlegvervolg
from macros.views.overleg.mijnoverzicht import paginanaam
from macros.views.overzichten.overzichten import Menuregel
from macros.views.vandaag import vandaag

VOORBEELD = "voorbeeld"
"""Id of the built-in sample client; the loader refuses it for a real one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagina:
    """Where a page is, what it is about, and the portfolio it draws on."""

    pad: str
    """Address below the root of the site, ending in a slash; empty for the front page."""
    portefeuille: Portefeuille
    voorbeeld: Portefeuille
    """The portfolio of the built-in sample client."""
    bewerk_url: Callable[[str], str]
    """Account id → the page where a colleague changes that file."""
    registers: tuple[Menuregel, ...] = ()
    """What stands under Overzichten in the menu."""
    titel: str = ""
    """Plain text; escaped where it is printed."""
    deel: str = ""
    """What a page below a client's shows of it: "Retentiecanvas"; empty for the client's own."""
    dossier: Dossier | None = None
    """The account this page is about, on a page of an account."""
    canvas: str | None = None
    """Id of the canvas this page shows; None on the empty form."""
    persoon: Persoon | None = None
    """The colleague this page is about."""
    nummer: int = 1
    """Which part of something that has too much for one page."""
    register: Menuregel | None = None
    """The register of which this page shows the clients of one colleague."""

    @property
    def basis(self) -> str:
        """Relative path from this page to the root of the site."""
        return "../" * self.pad.count("/")

    def portefeuille_van(self, account: str | None) -> Portefeuille:
        """Return the portfolio that `account` belongs to: the sample's for `voorbeeld`, else the page's own."""
        return self.voorbeeld if account == VOORBEELD else self.portefeuille


# --- page families ---

Paginas = Callable[[Pagina], Iterator[Pagina]]


@dataclass(frozen=True, slots=True)
class Familie:
    """One family: which Markdown file it comes from, and which pages it makes of a portfolio."""

    bestand: str
    """Path below `docs/`; at the same depth as its pages, so that the theme's relative links fit."""
    paginas: Paginas
    """From a page that holds only the portfolio to the family's pages, in file order."""
    voor_klant: bool = False
    """Whether its pages are for outside: then they hold only what the client may see."""


def accounts(basis: Pagina) -> Iterator[Pagina]:
    """One page for each account."""
    for dossier in basis.portefeuille.dossiers.values():
        yield replace(basis, pad=f"accounts/{dossier.id}/", titel=dossier.naam, dossier=dossier)


def gesprekken(basis: Pagina) -> Iterator[Pagina]:
    """For each account what to read before a visit."""
    return _onder(basis, "gesprek/", "Voor je naar binnen gaat", "{deel}: {naam}")


def sessies(basis: Pagina) -> Iterator[Pagina]:
    """For each account the papers of a team session: agenda and facts, the empty canvas, the sheet of the review."""
    return _onder(basis, "sessie/", "Teamsessie", "{deel}: {naam}")


def gebeurtenissen(basis: Pagina) -> Iterator[Pagina]:
    """For each account what can happen, each with the lines that write it down."""
    return _onder(basis, "gebeurd/", "Wat is er gebeurd?", "{deel} {naam}")


def klantoverzichten(basis: Pagina) -> Iterator[Pagina]:
    """For each account the sheet that the client may see."""
    return _onder(basis, "klant/", "Klantoverzicht", "{deel} {naam}")


def overdrachten(basis: Pagina) -> Iterator[Pagina]:
    """For each account what a successor reads."""
    return _onder(basis, "overdracht/", "Overdracht", "{deel}: {naam}")


def _onder(basis: Pagina, onder: str, deel: str, titel: str) -> Iterator[Pagina]:
    """One page below that of each account."""
    for dossier in basis.portefeuille.dossiers.values():
        heet = titel.format(deel=deel, naam=dossier.naam)
        yield replace(basis, pad=f"accounts/{dossier.id}/{onder}", titel=heet, deel=deel, dossier=dossier)


def canvassen(basis: Pagina) -> Iterator[Pagina]:
    """A page for each canvas, and the empty form `nieuw` for an account that asks for one."""
    for dossier in basis.portefeuille.dossiers.values():
        for naam in (*dossier.canvassen, *((None,) if heeft_nieuw(dossier) else ())):
            pad, deel = f"accounts/{dossier.id}/canvas/{naam or 'nieuw'}/", "Retentiecanvas"
            yield replace(basis, pad=pad, titel=f"{deel} {dossier.naam}", deel=deel, dossier=dossier, canvas=naam)


def collegas(basis: Pagina) -> Iterator[Pagina]:
    """One page for each colleague in the team file, more for who has more to do than one page holds."""
    for persoon in basis.portefeuille.gedeeld.personen.values():
        titel = paginanaam(basis.portefeuille, persoon)
        for nummer in range(1, overlegvervolg.aantal_delen(basis.portefeuille, persoon) + 1):
            heet = f"{titel}, deel {nummer}" if nummer > 1 else titel
            yield replace(basis, pad=overlegvervolg.pad(persoon.id, nummer), titel=heet, persoon=persoon, nummer=nummer)


def begin(basis: Pagina) -> Iterator[Pagina]:
    """For each colleague where to begin with the clients that were taken over."""
    for persoon in basis.portefeuille.gedeeld.personen.values():
        pad, deel = f"inwerken/jouw-klanten/{persoon.id}/", "Zo begin je"
        yield replace(basis, pad=pad, titel=f"{deel}: {persoon.naam}", persoon=persoon)


def kalenders(basis: Pagina) -> Iterator[Pagina]:
    """One page for each colleague with a day or a contract in the calendar, more where one page does not hold it."""
    personen = basis.portefeuille.gedeeld.personen
    for wie, nummer in rooster.bladen(basis.portefeuille):
        titel = f"Kalender van {personen[wie].naam}{f', deel {nummer}' if nummer > 1 else ''}"
        yield replace(basis, pad=rooster.pad(wie, nummer), titel=titel, persoon=personen[wie], nummer=nummer)


FAMILIES = {
    "account": Familie("accounts/_account.md", accounts),
    "gesprek": Familie("accounts/_account/gesprek.md", gesprekken),
    "sessie": Familie("accounts/_account/sessie.md", sessies),
    "gebeurd": Familie("accounts/_account/gebeurd.md", gebeurtenissen),
    "overdracht": Familie("accounts/_account/overdracht.md", overdrachten),
    "klant": Familie("accounts/_account/klant.md", klantoverzichten, voor_klant=True),
    "canvas": Familie("accounts/_account/canvas/_canvas.md", canvassen),
    "overleg": Familie("overleg/_collega.md", collegas),
    "begin": Familie("inwerken/jouw-klanten/_collega.md", begin),
    "kalender": Familie("kalender/_collega.md", kalenders),
}
"""By the word that the front matter of the Markdown file gives: `familie: account`."""


# --- registers that are too long for one page ---

KANSEN = 3 * OP_EEN_BLAD
"""Most chances on one page; every other register has at least a row for each client."""


def gesplitst(register: str, portefeuille: Portefeuille) -> bool:
    """Whether the colleagues have pages of a register."""
    kansen = register != "kansen/" or KANSEN < sum(len(d.account.kansen) for d in portefeuille.dossiers.values())
    return bool(collegabladen(portefeuille)) and kansen


def _van_collega(register: Menuregel, basis: Pagina) -> Iterator[Pagina]:
    """One page for each colleague with clients, more for who has more of them than one page holds."""
    if not gesplitst(register.pad, basis.portefeuille):
        return
    personen = basis.portefeuille.gedeeld.personen
    for wie, delen in collegabladen(basis.portefeuille).items():
        naam = basis.portefeuille.naam(wie)
        for nummer, deel in enumerate(delen, 1):
            yield replace(
                basis,
                pad=blad_van(register.pad, wie, nummer),
                titel=f"{register.titel}: {naam}{f', deel {nummer}' if nummer > 1 else ''}",
                portefeuille=deel,
                persoon=personen.get(wie),
                nummer=nummer,
                register=register,
            )


def _week(register: Menuregel, basis: Pagina) -> Iterator[Pagina]:
    """One page for each colleague with a week."""
    for wie, naam in vandaag.met_blad(basis.portefeuille):
        persoon = basis.portefeuille.gedeeld.personen.get(wie)
        yield replace(basis, pad=f"week/{wie}/", titel=f"Week van {naam}", persoon=persoon, register=register)


PER_COLLEGA = {
    f"van-{url.strip('/').replace('/', '-')}": Menuregel(titel, url)
    for url, titel in {
        "accounts/": "Klanten",
        "contacten/": "Contactschema",
        "segmenten/": "Segmenten",
        "driehoek/": "Driehoek en werkdruk",
        "klantcijfers/": "Klantcijfers",
        "kansen/": "Kansen",
        "reviews/": "Frisse blik en terugblik",
        "op-het-spel/": "Op het spel",
        "behoud/": "Behoud in cijfers",
        "behoud/formules/": "Alle cijfers",
        "acties/": "Acties en toezeggingen",
        "aanvullen/": "Nog aan te vullen",
        "inwerken/jouw-klanten/": "Jouw klanten",
    }.items()
}
"""The registers of which a colleague may have a page, by the name of that family. It is made of the page's own file."""

REGISTERS = {
    "van-vandaag": Familie("week/_collega.md", partial(_week, Menuregel("Vandaag", ""))),
    **{naam: Familie(f"{regel.pad}_van.md", partial(_van_collega, regel)) for naam, regel in PER_COLLEGA.items()},
}
"""The families that are there when a register is too long for one page."""
ALLE = {**FAMILIES, **REGISTERS}
