"""Omzetretentie: how much revenue of the clients we had stayed, shrank and grew from one year to the next (domain 1.6).

Only full calendar years count. A client whose revenue of the second year is not known is left out, unless it has left:
then there was none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.klantjaren import spannen
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Aandeel, Maat, Retentiecijfer, Telling
from macros.woorden import taal

UITLEG = (
    "Dit gaat over de omzet van hele jaren, de verlengingsgraad over de contracten die in een jaar aan een "
    "beslismoment toe waren; die twee lopen dus uiteen. Van een klant die op 31 december vertrekt, verdwijnt de omzet "
    "hier pas een jaar later."
)
LEEG = (
    "Van geen enkele klant is de omzet van twee volle jaren bekend. Vul bij je klanten omzet in, per jaar: dan zie je "
    "hoeveel omzet blijft."
)


@dataclass(frozen=True, slots=True)
class Omzetjaar:
    """The revenue of one client in a year and in the year before; whole units of the currency, without VAT."""

    id: str
    jaar: int
    begin: int
    """Revenue of the year before; 0 for a client without."""
    eind: int | None
    """Revenue of the year; None when it is not known."""

    @property
    def telt(self) -> bool:
        """Whether it is part of the revenue we began with, and both years are known."""
        return self.begin > 0 and self.eind is not None


@dataclass(frozen=True, slots=True)
class Omzetloop:
    """Where the revenue of one year went; amounts of all clients that count together."""

    jaar: int
    begin: int
    verlies: int
    """Revenue of clients that bought nothing any more."""
    krimp: int
    """What the others bought less."""
    groei: int
    """What the others bought more."""
    onbekend: int
    """Clients with revenue at the start whose revenue of the year is not known: left out."""

    @property
    def bruto(self) -> Aandeel:
        """Gross revenue retention: without growth, so never above one."""
        return Aandeel(self.begin - self.verlies - self.krimp, self.begin)

    @property
    def netto(self) -> Aandeel:
        """Net revenue retention: growth of the same clients counts, new clients do not."""
        return Aandeel(self.begin - self.verlies - self.krimp + self.groei, self.begin)


def cijfer(portefeuille: Portefeuille, over: Sequence[int]) -> Retentiecijfer:
    """Add up the revenue, gross and net."""
    omzet = omzetjaren(portefeuille, over)
    noten = (_onbekend_noot(omzetloop(jaar, omzet).onbekend, jaar) for jaar in over)
    return Retentiecijfer(
        id="omzetretentie",
        titel="Omzetretentie",
        formule="omzet van de klanten van vorig jaar: bruto zonder groei (nooit boven 100%), netto met groei",
        maten=(Maat("bruto", bruto(omzet), geld=True), Maat("netto", netto(omzet), geld=True)),
        leeg="" if bruto(omzet) else LEEG,
        noot=" ".join((UITLEG, *filter(None, noten))),
        elders="retentiefactor",
    )


def omzetjaren(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[Omzetjaar, ...]:
    """Pair the revenue of every client with that of the year before, for the full years of `over`."""
    vol = [jaar for jaar in over if jaar < portefeuille.peildatum.year]
    return tuple(paar for dossier in portefeuille.dossiers.values() for paar in _paren(dossier, vol))


def omzetloop(jaar: int, klanten: Iterable[Omzetjaar]) -> Omzetloop:
    """Add up one year; clients that did not count at the start are left out."""
    van_jaar = [klant for klant in klanten if klant.jaar == jaar and klant.begin > 0]
    paren = [(klant.begin, klant.eind) for klant in van_jaar if klant.eind is not None]
    return Omzetloop(
        jaar=jaar,
        begin=sum(begin for begin, _ in paren),
        verlies=sum(begin for begin, eind in paren if eind == 0),
        krimp=sum(begin - eind for begin, eind in paren if 0 < eind < begin),
        groei=sum(eind - begin for begin, eind in paren if eind > begin),
        onbekend=len(van_jaar) - len(paren),
    )


def bruto(klanten: Iterable[Omzetjaar]) -> tuple[Telling, ...]:
    """Rows of the gross revenue retention: each client's end is capped at its begin."""
    return tuple(_telling(k, min(k.begin, k.eind)) for k in klanten if k.eind is not None and k.telt)


def netto(klanten: Iterable[Omzetjaar]) -> tuple[Telling, ...]:
    """Rows of the net revenue retention."""
    return tuple(_telling(k, k.eind) for k in klanten if k.eind is not None and k.telt)


def _telling(klant: Omzetjaar, over: int) -> Telling:
    return Telling(klant.id, klant.jaar, over, klant.begin, "")


def _paren(dossier: Dossier, over: Sequence[int]) -> Iterator[Omzetjaar]:
    omzet = dossier.account.omzet
    for jaar in over:
        begin, eind = omzet.get(jaar - 1, 0), omzet.get(jaar)
        if begin and eind is None and _weg(dossier, jaar):
            eind = 0
        if begin or eind:
            yield Omzetjaar(dossier.id, jaar, begin, eind)


def _weg(dossier: Dossier, jaar: int) -> bool:
    """Whether a client had contracts, and none of them ran after the first day of the year."""
    tijden = [tijd for tijd in spannen(dossier) if tijd[0] <= date(jaar, 12, 31)]
    return bool(tijden) and all(eind is not None and eind < date(jaar, 1, 1) for _, eind in tijden)


def _onbekend_noot(onbekend: int, jaar: int) -> str:
    if not onbekend:
        return ""
    return f"Van {taal.aantal(onbekend, 'klant', 'klanten')} is de omzet over {jaar} niet bekend: die tellen niet mee."
