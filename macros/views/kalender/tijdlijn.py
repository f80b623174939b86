"""Contracts as bars over the years: which years, which pieces, which marks.

Every place is a percentage of the width, so a browser scales the whole by one number. The years follow from the data
and the peildatum: one contract that ends in 2048 does not squash the rest, its bar runs out of view with the year
beside it; a portfolio that ended years ago shows the years in which it ended. Marks that would cover each other stand
in lanes above one another, each on its own day; how many days a mark takes follows from the narrowest year of the
style (tijdlijn.css).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf

from macros.afleidingen.contact.driehoek import contractmanager_van
from macros.afleidingen.contract.agenda import VANZELF
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.beurt import Beurt, beurt
from macros.views.delen import namen
from macros.woorden import taal

JAREN_TERUG, JAREN_VOORUIT = 1, 4
"""The years shown around the peildatum, as far as any contract reaches."""
HOOGSTENS = 8
"""The most years in view: with more, a month is too narrow to read."""
MERK_DAGEN = 64
"""The days that a mark takes: a year is at least 5.5rem wide, a mark with the space beside it .95rem."""

MERKEN = {
    "opzegdeadline": ("O", "opzegdeadline", "Tot en met deze dag kan de klant opzeggen (en wij ook)"),
    "optiedeadline": ("L", "optie", "Laatste dag om de optie te lichten"),
    "uiterste_publicatie": ("P", "publicatie", "Uiterste publicatie van de aanbesteding"),
    "voorstel_uiterlijk": ("V", "voorstel", "Uiterste dag voor ons voorstel"),
    "aankondigen_op": ("A", "aankondigen", "Vertel de klant dat het contract vanzelf verlengt"),
}
"""Deadlines with a mark on the bar: letter, short name, meaning. Of two on one day the first gives the letter."""


@dataclass(frozen=True, slots=True)
class Venster:
    """The years in view."""

    eerste: int
    """First year, from 1 January."""
    laatste: int
    """Last year, to 31 December."""

    def plek(self, dag: date) -> float:
        """Where `dag` starts, as a percentage of the width; days outside lie at the edges."""
        van, tot = date(self.eerste, 1, 1).toordinal(), date(self.laatste + 1, 1, 1).toordinal()
        return round(100 * min(max(dag.toordinal() - van, 0), tot - van) / (tot - van), 2)

    def bevat(self, dag: date) -> bool:
        """Whether `dag` is in view."""
        return self.eerste <= dag.year <= self.laatste


@dataclass(frozen=True, slots=True)
class Vlak:
    """One piece of a bar."""

    soort: str
    """End of the CSS class: `basis`, `retentie`, `voorlopig`, `optie`, `geregeld`, `opgezegd` or `voorbij`."""
    links: float
    """Where it starts, in percent."""
    breedte: float
    """How wide it is, in percent."""


@dataclass(frozen=True, slots=True)
class Merk:
    """One deadline on a bar."""

    letter: str
    links: float
    """Where it stands, in percent."""
    baan: float
    """How many lanes below the middle of its row; negative above it."""
    tekst: str
    """What it is, when, and who acts: "opzegdeadline 30 sep 2026, Rik Smeets"."""


@dataclass(frozen=True, slots=True)
class Balk:
    """One contract on the timeline."""

    account: str
    klant: str
    titel: str
    tot: str
    """Until when it runs where that is out of view: "tot en met 2031", "geen einde"; empty else."""
    wie: str
    """Who has work on it, parted by spaces; the account manager first."""
    beurt: str
    """Who acts first: id of a colleague."""
    voor: str
    """Name of the colleague in whose place that is; empty for who acts on the own account."""
    segment: str
    """A, B, C or `geen`."""
    fase: str
    vlakken: tuple[Vlak, ...]
    merken: tuple[Merk, ...]
    banen: int
    """How many lanes its marks take; at least 1."""


@dataclass(frozen=True, slots=True)
class Groep:
    """The bars on which one colleague acts first."""

    wie: str
    """Id of the colleague."""
    naam: str
    balken: tuple[Balk, ...]
    """The first decision on top."""


def venster(standen: Iterable[Contractstand], peildatum: date) -> Venster:
    """Choose the years in view.

    Normally last year up to four years ahead, less when no contract reaches that far. When every contract ended before
    that, the view goes back to the last end and still reaches today, if that fits in HOOGSTENS years.
    """
    einden = [einde(stand) or date(peildatum.year + 1, 1, 1) for stand in standen]
    laatste_einde = max((dag.year for dag in einden), default=peildatum.year)
    if laatste_einde < peildatum.year - JAREN_TERUG:
        eerste = laatste_einde - JAREN_TERUG
        return Venster(eerste, min(peildatum.year, eerste + HOOGSTENS - 1))
    return Venster(
        peildatum.year - JAREN_TERUG, min(max(laatste_einde, peildatum.year + 1), peildatum.year + JAREN_VOORUIT)
    )


def einde(stand: Contractstand) -> date | None:
    """Last day the contract can reach: of its notice, its options or its term; None when it has no end."""
    if stand.laatste_dag.waarde is not None:
        return stand.laatste_dag.waarde
    if stand.fase.waarde == "onbepaald":
        return None
    return stand.einddatum_maximaal.waarde or stand.einddatum_actueel.waarde


def in_beeld(stand: Contractstand, beeld: Venster) -> bool:
    """Whether the end of a contract that has ended is so near that the calendar names it."""
    dag = einde(stand)
    return dag is None or dag.year >= beeld.eerste


def betrokken(dossier: Dossier, stand: Contractstand, eerst: Beurt) -> str:
    """Who has work on a contract, for the filter: account and contract manager, who stands in, and who acts first."""
    manager = contractmanager_van(stand, dossier.account)
    return " ".join(dict.fromkeys((*namen.van_wie(dossier), *namen.van_wie(dossier, manager), *eerst)))


def balk(dossier: Dossier, stand: Contractstand, beeld: Venster, eerst: Beurt, *, dubbel: bool = False) -> Balk:
    """Make the bar of one contract, on which it is first the turn of `eerst`.

    `dubbel`: another contract of this client has the same title, so this one says since when it runs.
    """
    merken, banen = _merken(dossier, stand, beeld)
    sinds = f" (vanaf {taal.datum_compact(stand.contract.startdatum)})" if dubbel else ""
    return Balk(
        account=dossier.id,
        klant=dossier.naam,
        titel=stand.contract.titel + sinds,
        tot=_tot(einde(stand), beeld),
        wie=betrokken(dossier, stand, eerst),
        beurt=eerst.door,
        voor="" if eerst.door == eerst.wie else namen.collega(dossier, eerst.wie),
        segment=dossier.segment.waarde or "geen",
        fase=stand.getoonde_fase,
        vlakken=tuple(_vlakken(stand, beeld)),
        merken=merken,
        banen=banen,
    )


def _tot(dag: date | None, beeld: Venster) -> str:
    if dag is None:
        return "geen einde"
    return "" if beeld.bevat(dag) else f"tot en met {dag.year}"


def _vlakken(stand: Contractstand, beeld: Venster) -> Iterator[Vlak]:
    """Cut the bar in pieces; a piece outside the view gives nothing."""
    for soort, van, tot in _stukken(stand, date(beeld.laatste + 1, 1, 1)):
        links, rechts = beeld.plek(van), beeld.plek(tot)
        if rechts > links:
            yield Vlak(soort, links, round(rechts - links, 2))


def _stukken(stand: Contractstand, verte: date) -> Iterator[tuple[str, date, date]]:
    """Name the pieces of a contract with their first day and the day after their last."""
    start = stand.contract.startdatum
    eind = _na(einde(stand) if stand.fase.waarde == "opgezegd" else stand.einddatum_actueel.waarde, verte)
    if stand.fase.waarde == "onbepaald":
        eind = verte
    if stand.fase.waarde in {"beeindigd", "verlopen", "opgezegd", "geregeld"}:
        soorten = {"opgezegd": "opgezegd", "verloren": "opgezegd", "geregeld": "geregeld"}
        soort = soorten.get(stand.getoonde_fase, "voorbij")
        yield soort, start, eind
        return
    retentie = stand.start_retentiefase.waarde or eind
    voorlopig = stand.periode_start if stand.einddatum_voorlopig else eind
    yield "basis", start, min(retentie, voorlopig, eind)
    yield "voorlopig", voorlopig, max(voorlopig, min(retentie, eind))
    yield "retentie", retentie, eind
    yield "optie", eind, _na(stand.einddatum_maximaal.waarde, eind)


def _na(dag: date | None, anders: date) -> date:
    """Return the day after `dag`, or `anders` when there is no such day."""
    return anders if dag is None else date.fromordinal(dag.toordinal() + 1)


def _merken(dossier: Dossier, stand: Contractstand, beeld: Venster) -> tuple[tuple[Merk, ...], int]:
    """Make the marks in view, one for each day, of what is not done, and count their lanes.

    There are none when the contract is settled or over.
    """
    if stand.fase.waarde in {"beeindigd", "verlopen", "opgezegd", "geregeld"}:
        return (), 1
    per_dag: dict[date, list[str]] = {}
    for veld in MERKEN:
        dag = getattr(stand, veld).waarde
        gedaan = veld not in VANZELF and dossier.gedaan(stand.contract.id, veld)
        if dag is not None and beeld.bevat(dag) and not gedaan:
            per_dag.setdefault(dag, []).append(veld)
    dagen = sorted(per_dag)
    banen = _banen(dagen, beeld)
    aantal = max(banen, default=0) + 1
    merken = []
    for dag, baan in zip(dagen, banen, strict=True):
        velden = per_dag[dag]
        wat = " en ".join(MERKEN[veld][1] for veld in velden)
        wie = beurt(dossier, stand, velden[0], dag).naam(dossier.gedeeld.personen)
        tekst = f"{wat} {taal.datum_compact(dag)}, {wie}"
        merken.append(Merk(MERKEN[velden[0]][0], beeld.plek(dag), baan - (aantal - 1) / 2, tekst))
    return tuple(merken), aantal


def _banen(dagen: Sequence[date], beeld: Venster) -> list[int]:
    """Give each day the first lane in which the mark before it ends; a mark at the edge stays inside the view."""
    eerste, laatste = (
        date(beeld.eerste, 1, 1).toordinal() + MERK_DAGEN // 2,
        date(beeld.laatste, 12, 31).toordinal() - MERK_DAGEN // 2,
    )
    banen, bezet = [], [-inf] * len(dagen)
    for dag in dagen:
        plek = min(max(dag.toordinal(), eerste), laatste)
        baan = next(baan for baan, vorige in enumerate(bezet) if plek - vorige >= MERK_DAGEN)
        bezet[baan] = plek
        banen.append(baan)
    return banen


def jaren(beeld: Venster) -> Sequence[int]:
    """Return the years in view."""
    return range(beeld.eerste, beeld.laatste + 1)


def lijnen(beeld: Venster) -> tuple[str, str]:
    """Draw the lines at each 1 January, and at the other quarters, as paths of 100 wide and 1 high."""
    begin = [date(jaar, 1, 1) for jaar in jaren(beeld)]
    kwartalen = [dag.replace(month=maand) for dag in begin for maand in (4, 7, 10)]
    return _pad(begin, beeld), _pad(kwartalen, beeld)


def _pad(dagen: Iterable[date], beeld: Venster) -> str:
    return "".join(f"M{beeld.plek(dag):g} 0v1" for dag in dagen)
