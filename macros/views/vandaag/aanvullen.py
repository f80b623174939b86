"""Nog aan te vullen: what misses per client and what filling it buys, contract dates to verify, warnings of the check.

A missing fact is no fault. Clients run by what hurts most: nobody who guards the contracts, a renewal in preparation,
then the segment; the gaps of one client keep the order of the model (domain 2.12).
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from macros import controles
from macros.aandacht.punt import SEGMENTEN
from macros.afleidingen.canvas.canvaskwaliteit import SOORTEN as KWALITEIT
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.load.problem import Bevinding
from macros.portefeuille.klantfeiten import feiten
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes
from macros.views.delen.keuzes import Keuze
from macros.views.delen.wanneer import hoofdletter
from macros.woorden import labels, taal
from macros.woorden.labels import Label

CONTRACTMANAGER = "driehoek.contractmanager"
"""The first gap of all: nobody guards the contracts."""
DRINGEND = ("verlopen", "retentie", "opgezegd", "opstart")
"""Phases in which a missing fact hurts more."""
ELDERS = frozenset({*KWALITEIT, "vak-te-vol", "verlopen", "einddatum-voorlopig", "voortgezet-zonder-afspraak"})
"""Warnings that stand on the canvas itself, or here among the contracts to verify."""
HOOGSTENS = 5
"""Gaps of one client that are written out; the client page has them all."""


@dataclass(frozen=True, slots=True)
class Klant:
    """One client with facts to fill in."""

    id: str
    naam: str
    segment: Label | None
    """A, B or C; None without one."""
    segment_waarde: str
    """A, B, C or `geen`: what the filter reads."""
    fase: Label
    wie: str
    wie_naam: str
    gaten: tuple[str, ...]
    """What misses and what filling it buys, the first few."""
    meer: int
    bewerk: str
    """Address where the file is changed; empty when there is none."""


@dataclass(frozen=True, slots=True)
class Navraag:
    """One contract of which something must be verified."""

    account: str
    klant: str
    titel: str
    tekst: str
    anker: str
    wie: str
    segment_waarde: str
    """A, B, C or `geen`."""


@dataclass(frozen=True, slots=True)
class Melding:
    """One warning of the check."""

    tekst: str
    code: str


@dataclass(frozen=True, slots=True)
class Opvallend:
    """What the check warns of in one file."""

    account: str
    """Id of the client; empty for a shared file."""
    naam: str
    wie: str
    """Id of the account manager; empty for a shared file."""
    segment_waarde: str
    """A, B, C or `geen`; empty for a shared file."""
    bewerk: str
    """Address where the client's file is changed; empty when there is none."""
    meldingen: tuple[Melding, ...]


@dataclass(frozen=True)
class Aanvullen:
    """What `aanvullen.html` may use."""

    template: ClassVar[str] = "aanvullen.html"
    zin: str
    keuzes: tuple[Keuze, ...]
    navragen: tuple[Navraag, ...]
    """Contracts to verify, in the order of the clients."""
    klanten: tuple[Klant, ...]
    """Clients with gaps, what hurts most first."""
    opvallend: tuple[Opvallend, ...]
    """Warnings of the check, by client; those about the shared files last."""


def aanvullen(portefeuille: Portefeuille, bewerk_url: Callable[[str], str]) -> Aanvullen:
    """Make the register of what misses; `bewerk_url` gives the address where a client's file is changed, or ""."""
    opvallend = tuple(_opvallend(portefeuille, bewerk_url))
    met_gaten = sorted((dossier for dossier in portefeuille.dossiers.values() if dossier.gaten), key=_pijn)
    klanten = tuple(_klant(dossier, portefeuille, bewerk_url) for dossier in met_gaten)
    navragen = tuple(navraag for dossier in portefeuille.dossiers.values() for navraag in _navragen(dossier))
    van_klanten = (een for een in opvallend if een.account)
    rijen: tuple[Klant | Navraag | Opvallend, ...] = (*klanten, *navragen, *van_klanten)
    return Aanvullen(
        zin=_zin(met_gaten),
        keuzes=(
            keuzes.personen(portefeuille, (rij.wie for rij in rijen), "Accountmanager"),
            keuzes.segmenten(None if rij.segment_waarde == "geen" else rij.segment_waarde for rij in rijen),
        ),
        navragen=navragen,
        klanten=klanten,
        opvallend=opvallend,
    )


def _pijn(dossier: Dossier) -> tuple[bool, bool, int, int, str]:
    """Sort by what hurts most."""
    bewaakt = all(gat.veld != CONTRACTMANAGER for gat in dossier.gaten)
    rustig = dossier.fase.waarde not in DRINGEND
    return bewaakt, rustig, SEGMENTEN.index(dossier.segment.waarde), -len(dossier.gaten), dossier.naam


def _zin(met_gaten: Iterable[Dossier]) -> str:
    aantallen = [len(dossier.gaten) for dossier in met_gaten]
    if not aantallen:
        return "Er ontbreekt niets: alle gegevens waar de site om vraagt, zijn ingevuld."
    gegevens = taal.aantal(sum(aantallen), "gegeven ontbreekt", "gegevens ontbreken")
    return f"{gegevens} bij {taal.aantal(len(aantallen), 'klant', 'klanten')}. Bovenaan staat wat het meest oplevert."


def _klant(dossier: Dossier, portefeuille: Portefeuille, bewerk_url: Callable[[str], str]) -> Klant:
    segment, wie, fase = dossier.segment.waarde, dossier.account.driehoek.accountmanager, dossier.fase.waarde
    return Klant(
        id=dossier.id,
        naam=dossier.naam,
        segment=labels.SEGMENT[segment] if segment else None,
        segment_waarde=segment or "geen",
        fase=labels.woord(labels.FASE, fase) if fase else labels.GEEN_CONTRACT,
        wie=wie,
        wie_naam=portefeuille.naam(wie),
        gaten=tuple(gat.tekst for gat in dossier.gaten[:HOOGSTENS]),
        meer=max(0, len(dossier.gaten) - HOOGSTENS),
        bewerk=bewerk_url(dossier.id),
    )


def _navragen(dossier: Dossier) -> Iterator[Navraag]:
    for naam, stand in dossier.contracten.items():
        tekst = _navraag(stand)
        if tekst:
            yield Navraag(
                account=dossier.id,
                klant=dossier.naam,
                titel=stand.contract.titel,
                tekst=tekst,
                anker=f"waarom-{naam}-einddatum-actueel",
                wie=dossier.account.driehoek.accountmanager,
                segment_waarde=dossier.segment.waarde or "geen",
            )


def _opvallend(portefeuille: Portefeuille, bewerk_url: Callable[[str], str]) -> Iterator[Opvallend]:
    """The warnings of `handboek check`, save what this page and the canvas say already."""
    samen: dict[str, list[Bevinding]] = {}
    for bestand, bevinding in controles.over_alles(feiten(portefeuille)):
        samen.setdefault(bestand, []).append(bevinding)
    for dossier in portefeuille.dossiers.values():
        bevindingen = [*controles.over_klant(dossier), *samen.pop(f"{dossier.id}.yml", ())]
        if meldingen := tuple(_meldingen(bevindingen)):
            yield Opvallend(
                account=dossier.id,
                naam=dossier.naam,
                wie=dossier.account.driehoek.accountmanager,
                segment_waarde=dossier.segment.waarde or "geen",
                bewerk=bewerk_url(dossier.id),
                meldingen=meldingen,
            )
    for bestand, bevindingen in samen.items():
        yield Opvallend("", bestand, wie="", segment_waarde="", bewerk="", meldingen=tuple(_meldingen(bevindingen)))


def _meldingen(bevindingen: Iterable[Bevinding]) -> Iterator[Melding]:
    for gevonden in bevindingen:
        if gevonden.code not in ELDERS:
            yield Melding(f"{hoofdletter(gevonden.tekst)}.", gevonden.code)


def _navraag(stand: Contractstand) -> str:
    """Say what to verify about a contract; empty when its dates are agreed."""
    eind = stand.einddatum_actueel.waarde
    op = f" op {taal.datum(eind)}" if eind else ""
    if stand.fase.waarde == "verlopen":
        return f"Liep af{op}. Vul in wat is afgesproken: een uitkomst, een verlenging of een opzegging"
    if stand.fase.waarde == "beeindigd":
        return ""
    if stand.contract.voortgezet_zonder_afspraak:
        return f"Liep af{op} en gaat door zonder afspraak. Leg vast tot wanneer, en hoe je kunt opzeggen"
    if stand.einddatum_voorlopig and eind:
        return f"Vanzelf verlengd tot en met {taal.datum(eind)}. Controleer dit en zet het bij de verlengingen"
    return ""
