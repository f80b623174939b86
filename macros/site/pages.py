"""From portfolio to pages: the slots that macros leave, and the families that are written straight to the site.

A macro does not put its HTML into the Markdown. It leaves a mark, and the mark is replaced when the theme is done:
Markdown cannot misread the data, and neither the parser nor the search index sees it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from html import escape
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import urljoin

from macros.load import geschiedenis
from macros.load.load import Lading, lees_map
from macros.load.omgeving import PROJECT, accountsmap, geschiedenisbestand, peildatum
from macros.load.vaart import zonder_opruimen
from macros.portefeuille.portefeuille import Portefeuille, portefeuille
from macros.site.gepast import wegwijzer
from macros.site.kruimels import kruimels
from macros.site.onderdelen import Onderdeel
from macros.site.oplevering import MERK, Gezien
from macros.site.pagina import ALLE, VOORBEELD, Pagina
from macros.views import render
from macros.views.delen import aantekening
from macros.views.handboek import veldvoorbeeld
from macros.views.overzichten.overzichten import Menuregel
from macros.views.render import zonder_merk

BLANCO = re.compile(r"\n\s*\n")
"""Blank lines, of which the theme leaves many around a text."""

KOPLINK = re.compile(r'<a class="headerlink".*?</a>')
"""The mark beside a heading that links to it: on a page of a family the table of contents gives the same address."""

TITEL, BEWERK, CANONIEK = (f"@@handboek:{naam}@@" for naam in ("titel", "bewerk", "canoniek"))
"""Marks for what the theme prints outside the text: the title, the edit link and the canonical address."""

VOORBEELDMELDING = (
    '<p class="stand stand--voorbeeld">Dit is de ingebouwde voorbeeldklant. De klant en de mensen zijn verzonnen.</p>'
)

Vulling = Callable[[Pagina], str]


class Oproep(NamedTuple):
    """What an author wrote for a part: the macro, and what stands between its brackets."""

    naam: str
    args: tuple[str, ...] = ()
    kwargs: Mapping[str, str] = MappingProxyType({})


class Sjabloon(NamedTuple):
    """A family's file when the theme is done with it, and the parts that fill its slots."""

    html: str
    delen: Mapping[str, Oproep]
    """By what stands in the slot."""


class Gemaakt(NamedTuple):
    """A finished page of a family."""

    html: str
    voor_klant: str
    """What was filled in on a page for a client; empty for any other."""


def voorbeeldportefeuille() -> Portefeuille:
    """Return the portfolio of the built-in sample client, at the date its own settings fix."""
    lading = lees_map(veldvoorbeeld.VOORBEELD, voorbeeld=True)
    vast = lading.gedeeld.instellingen.peildatum_vast
    if vast is None:
        raise ValueError("the built-in sample needs a peildatum_vast")
    return portefeuille(lading, vast)


@dataclass(slots=True)
class Bouw:
    """Everything one build of the site shares; made anew for each build."""

    portefeuille: Portefeuille
    map: Path
    """The folder the accounts were read from."""
    site_url: str = ""
    """Address of the published site, ending in a slash; empty when unknown."""
    bewerk_basis: str = ""
    """What the forge's edit links start with, `…/edit/main/docs/`; empty without a forge."""
    uit: re.Pattern[str] | None = None
    """Links to pages of parts that are off, with their text; None when no part is off."""
    registers: tuple[Menuregel, ...] = ()
    """What stands under Overzichten in the menu, once that is read."""
    gezien: Gezien = field(default_factory=Gezien)
    """What the finished pages lead to."""
    voorbeeld: Portefeuille = field(default_factory=voorbeeldportefeuille)
    genoemd: set[str] = field(default_factory=set)
    """The clients whose name an author's text holds, printed before any slot is filled."""
    sleutels: Mapping[str, str] = field(default_factory=dict)
    """Of each client of which something can be kept for the next build; see `bewaard.sleutels`."""
    bewerk_map: str = ""
    """What the addresses of the account files in the forge start with; found with `bewerk_basis` when not given."""
    _vullingen: dict[str, Vulling] = field(default_factory=dict)
    """By what stands in the slot."""
    _oproepen: dict[str, Oproep] = field(default_factory=dict)
    """What an author wrote, by the same."""
    _sjablonen: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        folder = self.map.resolve()
        # A hidden folder is not in the repository, so its files have no page in the forge.
        eigen = folder.is_relative_to(PROJECT) and not folder.name.startswith(".")
        if self.bewerk_basis and eigen:
            self.bewerk_map = urljoin(self.bewerk_basis, f"../{folder.relative_to(PROJECT).as_posix()}/")
        weken = aantekening.weekbladen(self.portefeuille) if self.bewerk_map else ()
        render.weekbladen({week: f"{self.bewerk_map}{week}" for week in weken})

    def pagina(self, pad: str) -> Pagina:
        """Return an ordinary page of the site at `pad`, such as `kalender/`."""
        return Pagina(
            pad=pad,
            portefeuille=self.portefeuille,
            voorbeeld=self.voorbeeld,
            bewerk_url=self.bewerk_url,
            registers=self.registers,
        )

    def bewerk_url(self, account: str) -> str:
        """Return where a colleague changes the file of `account` in the forge's web editor.

        Empty for a file that is not in this repository: the sample client, a folder elsewhere, or a hidden one such
        as a learner's practice portfolio. Empty too for a client whose name stays hidden, for its file has that name.
        """
        dossier = self.portefeuille.dossiers.get(account)
        geen = not self.bewerk_map or account == VOORBEELD or (dossier is not None and dossier.verborgen)
        return "" if geen else f"{self.bewerk_map}{account}.yml"

    def merk(self, onderdeel: Onderdeel, oproep: Oproep) -> str:
        """Keep a part for later and return the mark that stands in its place."""
        slot = str(len(self._vullingen))
        self._vullingen[slot], self._oproepen[slot] = _vulling(onderdeel, oproep), oproep
        return f"<!--handboek:{slot}-->"

    def vul(self, html: str, pad: str) -> str:
        """Return the finished HTML of the ordinary page at `pad`, every slot filled."""
        return self._zonder_uit("".join(self._samengevoegd(MERK.split(html), self.pagina(pad))))

    @property
    def families(self) -> Iterable[str]:
        """The families that there are in this build."""
        return self._sjablonen.keys()

    def onthoud(self, familie: str, html: str) -> None:
        """Keep a family's finished Markdown file for `bladen`, without blank lines and links of headings."""
        self._sjablonen[familie] = BLANCO.sub("\n", KOPLINK.sub("", html))

    def sjablonen(self) -> dict[str, Sjabloon]:
        """Return what the pages of each family are made of, for who makes one of them elsewhere."""
        slots = {familie: self._oproepen.keys() & MERK.findall(html) for familie, html in self._sjablonen.items()}
        return {
            familie: Sjabloon(self._sjablonen[familie], {slot: self._oproepen[slot] for slot in sorted(eigen, key=int)})
            for familie, eigen in slots.items()
        }

    def neem_over(self, familie: str, sjabloon: Sjabloon, onderdelen: Mapping[str, Onderdeel]) -> None:
        """Make the pages of a family of a build that was done elsewhere."""
        self._sjablonen[familie] = sjabloon.html
        self._vullingen |= {slot: _vulling(onderdelen[een.naam], een) for slot, een in sjabloon.delen.items()}

    def blad(self, familie: str, pad: str) -> str | None:
        """Return the HTML of one page of a family; None when there is no such page."""
        pagina = next((een for een in self.paginas(familie) if een.pad == pad), None)
        return self.maak(familie, pagina).html if pagina else None

    def maak(self, familie: str, pagina: Pagina) -> Gemaakt:
        """Make one page of a family."""
        gevuld = list(self._samengevoegd(_stukken(self._sjablonen[familie]), pagina))
        voor_klant = "\n".join(gevuld[1::2]) if ALLE[familie].voor_klant else ""
        return Gemaakt(self._klaar(gevuld, pagina), voor_klant)

    def paginas(self, familie: str) -> Iterator[Pagina]:
        """Yield the pages of one family; those of the sample client come last, so that links to it work."""
        begin = self.pagina("")
        gezien = set()
        for basis in (begin, replace(begin, portefeuille=self.voorbeeld)):
            for pagina in ALLE[familie].paginas(basis):
                if pagina.pad not in gezien:
                    gezien.add(pagina.pad)
                    yield pagina

    def adressen(self) -> Iterator[str]:
        """Yield the full address of every family page of the portfolio, for the site map."""
        begin = self.pagina("")
        return (self.site_url + pagina.pad for familie in ALLE.values() for pagina in familie.paginas(begin))

    def _samengevoegd(self, stukken: Sequence[str], pagina: Pagina) -> Iterator[str]:
        """Fill a text that was split at its marks: literal and mark take turns."""
        for nummer, stuk in enumerate(stukken):
            if nummer % 2 == 0:
                yield stuk
            elif vulling := self._vullingen.get(stuk):
                yield vulling(pagina)
            else:
                yield self._eigen(stuk, pagina)

    def _klaar(self, gevuld: Iterable[str], pagina: Pagina) -> str:
        return _van_hieruit(self._zonder_uit("".join(gevuld)), pagina)

    def _zonder_uit(self, html: str) -> str:
        """Leave the words of a link to a page of a part that is off."""
        return self.uit.sub(r"\1", html) if self.uit else html

    def _eigen(self, naam: str, pagina: Pagina) -> str:
        """What the theme prints of the page itself; the marks that the hook and the theme leave."""
        if naam == "voorbeeld":
            return VOORBEELDMELDING if pagina.portefeuille is self.voorbeeld else ""
        if naam == "kruimels":
            return kruimels(pagina)
        if naam == "bladen":
            return wegwijzer(pagina)
        tekst = {"titel": pagina.titel, "canoniek": self.site_url + pagina.pad, "bewerk": self._bewerk(pagina)}
        # One that is not ours stays, and the look at the finished site names the page.
        return zonder_merk(escape(tekst[naam])) if naam in tekst else f"@@handboek:{naam}@@"

    def _bewerk(self, pagina: Pagina) -> str:
        """Where the pencil of the page leads: the account's file, or else the page that explains changing things."""
        adres = self.bewerk_url(pagina.dossier.id) if pagina.dossier else ""
        return adres or f"{pagina.basis}bijdragen/"


def _vulling(onderdeel: Onderdeel, oproep: Oproep) -> Vulling:
    def vul(pagina: Pagina) -> str:
        return render.html(onderdeel(pagina, *oproep.args, **oproep.kwargs), pagina.basis)

    return vul


@lru_cache(maxsize=len(ALLE))
def _stukken(html: str) -> tuple[str, ...]:
    """A family's file, split at its marks."""
    return tuple(MERK.split(html))


def _van_hieruit(html: str, pagina: Pagina) -> str:
    """Shorten the links to this page and below: a part writes them in full, for where it stands on another page."""
    eigen = f'href="{pagina.basis}{pagina.pad}'
    # A link to the page itself would become empty, and an empty link loads the page anew.
    return html.replace(eigen, 'href="').replace('href=""', f'{eigen}"')


def links_naar(paginas: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds the links to `paginas`, given as paths below `docs/`; None when there are none."""
    mappen = [re.sub(r"(/index)?\.md$", "", pad) for pad in paginas]
    if not mappen:
        return None
    # From a page beside it, the way to it holds its last part only.
    einden = "|".join(sorted({re.escape(naam) for pad in mappen for naam in (pad, pad.split("/")[-1])}))
    return re.compile(rf'<a\b[^<>]*?\shref="(?:\.\./)+(?:{einden})/(?:#[^"]*)?"[^<>]*>(.*?)</a>', re.DOTALL)


_huidig: list[Bouw] = []


def begin(bewerk_basis: str, lezer: Callable[[Path], Portefeuille] | None = None) -> Bouw:
    """Read the portfolio, with `lezer` when it is given, and make it the build that `huidig` returns.

    Raises `ProblemenGevonden` for errors in the files and `OngeldigeOmgevingError` for a wrong folder, date or history.
    """
    folder = accountsmap()
    render.lees_opnieuw()
    gelezen = lezer(folder) if lezer else lees(partial(lees_map, folder))
    _huidig[:] = [Bouw(gelezen, folder, bewerk_basis=bewerk_basis)]
    return _huidig[0]


def lees(lezer: Callable[[], Lading], vorige: Portefeuille | None = None) -> Portefeuille:
    """Read the files and derive; raises as `begin`. Of `vorige` is taken over what is the same."""
    with zonder_opruimen():
        lading = lezer()
        verloop = geschiedenis.lees(geschiedenisbestand())
        lading = replace(lading, gedeeld=replace(lading.gedeeld, geschiedenis=verloop))
        return portefeuille(lading, peildatum(lading.gedeeld.instellingen), vorige)


def huidig() -> Bouw:
    """Return the build that is under way; the hook and the macros share it."""
    return _huidig[0]
