"""The calendar entries of one contract: the derived dates in the order of 3.6, sorted by date."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from macros.afleidingen.contract import datums
from macros.afleidingen.contract.fasen import BESLOTEN
from macros.afleidingen.contract.looptijd import open_opties
from macros.afleidingen.contract.momenten import Contractstand, aangekondigd, besloten, verschenen, verstuurd
from macros.afleidingen.klant.afspraken import Respijt, Uitstellen, stand_met
from macros.model.instellingen import Instellingen
from macros.woorden.taal import aantal

EINDE = frozenset({"laatste_dag", "einddatum_actueel"})
"""Entries that still come when the contract has been decided."""
VANZELF = EINDE | {"start_retentiefase", "opzegdeadline", "uiterste_publicatie", "indexering_op", "einddatum_maximaal"}
"""Entries that simply happen: once they have passed nothing is left to do."""

WERK = {
    "start_retentiefase": "start_retentiefase",
    "tussenevaluatie_op": "tussenevaluatie",
    "voorstel_uiterlijk": "voorstel",
    "optiedeadline": "optie",
    "aankondigen_op": "aankondigen",
    "actiedatum_opzegging": "opzegdeadline",
    "uiterste_publicatie": "publicatie",
    "einddatum_actueel": "einddatum_voorbij",
}
"""The kind of work that an entry asks for, and by which it may be put off; the others wait with their contract."""


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """One day in the calendar of a contract."""

    soort: str
    """Unique in the contract and stable between builds: `opzegdeadline`, `herinnering-60`, `optiedeadline-2`."""
    datum: date
    naam: str
    contract: str
    stand: str
    """As `datums.stand`, or `uitgesteld`; `op_tijd` when `gedaan`, because nothing can be late any more."""
    gedaan: bool
    """Nothing is left to do: it was done, it passed by itself, or the contract has been decided."""
    wacht: Respijt | None
    """What lets it wait today; None when it does not, or is `gedaan`."""
    anker: str
    """Where the client page explains this date: `waarom-<contract>-<veld>`."""

    @property
    def is_herinnering(self) -> bool:
        """Whether it only says that another day comes near: only the calendar shows it."""
        return self.soort.startswith("herinnering")


class Ingang(NamedTuple):
    """A day for the calendar, not yet judged."""

    veld: str
    """Derived value that explains this day."""
    dag: date | None
    naam: str
    soort: str = ""
    """Kind, when it is not `veld`."""


def agenda(
    stand: Contractstand,
    instellingen: Instellingen,
    peildatum: date,
    sinds: date | None = None,
    uitstellen: Uitstellen | None = None,
) -> tuple[Agendapunt, ...]:
    """List the entries of a contract by date, on one day in the order of the method; past ones are listed too.

    What passed before `sinds`, the day from which we keep the client, asks nothing any more. Without `uitstellen`
    nothing waits.
    """
    ingangen = (*_retentie(stand, instellingen), *_opties(stand, instellingen), *_einde(stand, instellingen))
    punten = [
        Agendapunt(
            soort=ingang.soort or ingang.veld,
            datum=ingang.dag,
            naam=ingang.naam,
            contract=stand.contract.id,
            stand="op_tijd" if gedaan else stand_met(wacht, datums.stand(ingang.dag, peildatum, instellingen)),
            gedaan=gedaan,
            wacht=wacht,
            anker=f"waarom-{stand.contract.id}-{ingang.veld.replace('_', '-')}",
        )
        for ingang in ingangen
        if ingang.dag
        for gedaan in [datums.geerfd(ingang.dag, peildatum, sinds) or _gedaan(stand, ingang, ingang.dag, peildatum)]
        for wacht in [None if gedaan or not uitstellen else _wacht(ingang.veld, stand, uitstellen)]
    ]
    return tuple(sorted(punten, key=lambda punt: punt.datum))


def _retentie(stand: Contractstand, instellingen: Instellingen) -> Iterator[Ingang]:
    """Give what the retention phase asks for."""
    start = stand.start_retentiefase.waarde
    yield Ingang("start_retentiefase", start, "Start retentiefase")
    for vooraf in instellingen.herinnering_voor_retentie_dagen:
        naam = f"Over {aantal(vooraf, 'dag', 'dagen')} start de retentiefase"
        dag = start - timedelta(days=vooraf) if start else None
        yield Ingang("start_retentiefase", dag, naam, f"herinnering-{vooraf}")
    yield Ingang("tussenevaluatie_op", stand.tussenevaluatie_op.waarde, "Tussenevaluatie")
    yield Ingang("voorstel_uiterlijk", stand.voorstel_uiterlijk.waarde, "Voorstel uiterlijk")


def _opties(stand: Contractstand, instellingen: Instellingen) -> Iterator[Ingang]:
    """Give the deadline of each open option; ask well ahead for one that has no agreed deadline.

    A contract that simply went on after its end has open options without a deadline: those give nothing.
    """
    met_deadline = zip(open_opties(stand.contract), stand.optiedeadlines, strict=False)
    for nummer, (optie, deadline) in enumerate(met_deadline, 1):
        achtervoegsel = f"-{nummer}" if nummer > 1 else ""
        if optie.uiterlijk is None and deadline.waarde:
            vragen = datums.min_maanden(datums.dag_erna(deadline.waarde), instellingen.optie_vragen_vooraf_maanden)
            yield Ingang("optiedeadline", vragen, "Vraag wat er met de optie gebeurt", f"optie_vragen{achtervoegsel}")
        yield Ingang("optiedeadline", deadline.waarde, "Optie uiterlijk lichten", f"optiedeadline{achtervoegsel}")


def _einde(stand: Contractstand, instellingen: Instellingen) -> Iterator[Ingang]:
    """Give the days around notice and the end; a second day that only repeats the end, or comes after it, is left out.

    The price does not change any more after the last day of a contract under notice.
    """
    laatste, eind = stand.laatste_dag.waarde, stand.einddatum_actueel.waarde
    yield Ingang("aankondigen_op", stand.aankondigen_op.waarde, "Verlenging aankondigen")
    yield Ingang("actiedatum_opzegging", stand.actiedatum_opzegging.waarde, "In actie voor de opzegdeadline")
    yield Ingang("opzegdeadline", stand.opzegdeadline.waarde, "Opzegdeadline")
    deadline = stand.opzegdeadline.waarde
    for vooraf in instellingen.herinnering_voor_opzegging_dagen:
        naam = f"Nog {aantal(vooraf, 'dag', 'dagen')} tot de opzegdeadline"
        dag = deadline - timedelta(days=vooraf) if deadline else None
        yield Ingang("opzegdeadline", dag, naam, f"herinnering-opzegging-{vooraf}")
    aanbesteding = stand.contract.aanbesteding
    wanneer = "verwacht" if aanbesteding and aanbesteding.verwachte_publicatie else "uiterlijk"
    yield Ingang("uiterste_publicatie", stand.uiterste_publicatie.waarde, f"Publicatie aanbesteding {wanneer}")
    if not (laatste and stand.indexering_op.waarde and stand.indexering_op.waarde > laatste):
        yield Ingang("indexering_op", stand.indexering_op.waarde, "Indexering")
    if laatste != eind:
        yield Ingang("laatste_dag", laatste, "Laatste dag na opzegging")
    if laatste and eind and laatste < eind:
        return
    yield Ingang("einddatum_actueel", eind, "Einddatum (voorlopig)" if stand.einddatum_voorlopig else "Einddatum")
    if stand.einddatum_maximaal.waarde != eind and not laatste:
        yield Ingang("einddatum_maximaal", stand.einddatum_maximaal.waarde, "Einddatum met alle opties")


def _wacht(veld: str, stand: Contractstand, uitstellen: Uitstellen) -> Respijt | None:
    contract = stand.contract.id
    return uitstellen.voor(WERK[veld], contracten=(contract,)) if veld in WERK else uitstellen.van(contract)


def _gedaan(stand: Contractstand, ingang: Ingang, dag: date, peildatum: date) -> bool:
    """Tell whether nothing is left to do for an entry."""
    veld, voorbij = ingang.veld, dag < peildatum
    if stand.fase.waarde in BESLOTEN:
        return voorbij or veld not in EINDE
    if stand.fase.waarde == "verlopen":
        return voorbij and veld != "einddatum_actueel"
    return (voorbij and veld in VANZELF) or (ingang.soort or veld).startswith(tuple(_gedaan_werk(stand, peildatum)))


def _gedaan_werk(stand: Contractstand, peildatum: date) -> Iterator[str]:
    """Name the entries that were done, or have lost their purpose because the notice deadline passed.

    Who decided needs no reminder of the deadline any more; the day itself stays, until then the client may give notice.
    """
    deadline = stand.opzegdeadline.waarde
    if stand.tussenevaluatie_gehouden:
        yield "tussenevaluatie_op"
    if verstuurd(stand, peildatum):
        yield "voorstel_uiterlijk"
    if aangekondigd(stand, peildatum):
        yield "aankondigen_op"
    if verschenen(stand, peildatum):
        yield "uiterste_publicatie"
    if besloten(stand, peildatum):
        yield from ("actiedatum_opzegging", "herinnering-opzegging")
    if deadline and deadline < peildatum:
        yield from ("aankondigen_op", "actiedatum_opzegging")
