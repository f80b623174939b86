"""Contracts as bars over the years: which years, which pieces, which marks.

Every place is a percentage of the width, so a browser scales the whole by one number. The years follow from the data
and the peildatum: one contract that ends in 2048 does not squash the rest, its bar runs out of view with the year
beside it; a portfolio that ended years ago shows the years in which it ended.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contact.driehoek import contractmanager_van
from macros.afleidingen.contract.agenda import VANZELF
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.views.delen import namen
from macros.woorden import taal

JAREN_TERUG, JAREN_VOORUIT = 1, 4
"""The years shown around the peildatum, as far as any contract reaches."""
HOOGSTENS = 8
"""The most years in view: with more, a month is too narrow to read."""

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
    tekst: str
    """What it is and when: "opzegdeadline 30 sep 2026"."""


@dataclass(frozen=True, slots=True)
class Balk:
    """One contract on the timeline."""

    account: str
    klant: str
    titel: str
    wie: str
    """Who has work on it, parted by spaces; the account manager first."""
    segment: str
    """A, B, C or `geen`."""
    fase: str
    vlakken: tuple[Vlak, ...]
    merken: tuple[Merk, ...]
    voor: str
    """Year in which the bar ends left of the view, else empty."""
    na: str
    """Year in which the bar ends right of the view, else empty; "geen einde" for an open end."""


@dataclass(frozen=True, slots=True)
class Groep:
    """The bars of one account manager."""

    naam: str
    balken: tuple[Balk, ...]
    """The nearest decision first, contracts without one last."""


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
    """Whether a contract belongs on the timeline: an ended one only while its end is in view."""
    dag = einde(stand)
    return stand.fase.waarde != "beeindigd" or dag is None or dag.year >= beeld.eerste


def betrokken(dossier: Dossier, stand: Contractstand) -> str:
    """Who has work on a contract, for the filter: the account manager and contract manager, each with who stands in."""
    return " ".join(
        dict.fromkeys((*namen.van_wie(dossier), *namen.van_wie(dossier, contractmanager_van(stand, dossier.account))))
    )


def balk(dossier: Dossier, stand: Contractstand, beeld: Venster) -> Balk:
    """Make the bar of one contract."""
    dag = einde(stand)
    return Balk(
        account=dossier.id,
        klant=dossier.naam,
        titel=stand.contract.titel,
        wie=betrokken(dossier, stand),
        segment=dossier.segment.waarde or "geen",
        fase=stand.fase.waarde,
        vlakken=tuple(_vlakken(stand, beeld)),
        merken=tuple(_merken(dossier, stand, beeld)),
        voor=str(dag.year) if dag is not None and dag.year < beeld.eerste else "",
        na="geen einde" if dag is None else str(dag.year) if dag.year > beeld.laatste else "",
    )


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
        soort = {"opgezegd": "opgezegd", "geregeld": "geregeld"}.get(stand.fase.waarde, "voorbij")
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


def _merken(dossier: Dossier, stand: Contractstand, beeld: Venster) -> Iterator[Merk]:
    """Make the marks in view, one for each day, of what is not done; none when the contract is settled or over."""
    if stand.fase.waarde in {"beeindigd", "verlopen", "opgezegd", "geregeld"}:
        return
    per_dag: dict[date, list[str]] = {}
    for veld in MERKEN:
        dag = getattr(stand, veld).waarde
        gedaan = veld not in VANZELF and dossier.gedaan(stand.contract.id, veld)
        if dag is not None and beeld.bevat(dag) and not gedaan:
            per_dag.setdefault(dag, []).append(veld)
    for dag, velden in sorted(per_dag.items()):
        namen = " en ".join(MERKEN[veld][1] for veld in velden)
        yield Merk(MERKEN[velden[0]][0], beeld.plek(dag), f"{namen} {taal.datum_compact(dag)}")


def jaren(beeld: Venster) -> Sequence[int]:
    """Return the years in view."""
    return range(beeld.eerste, beeld.laatste + 1)
