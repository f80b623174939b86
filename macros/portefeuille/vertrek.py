"""Why clients stay and leave: what they said, what looks back taught us, how contracts ended (domain 1.6, 5.6)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.terugblikken import PIJLERS, terugblikken
from macros.model.contract import Contract
from macros.model.review import Postmortem
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.verlengingen import Besluit


@dataclass(frozen=True, slots=True)
class Vertrek:
    """One contract that ended or is to end without another, by notice or by a lost outcome."""

    dossier: Dossier
    contract: Contract
    op: date
    """Day we knew."""
    hoe: str
    """How it was decided: a key of `verlengingen.HOE`."""
    reden: str
    """The reason as it was given; empty when nobody wrote it down."""
    verslag: Postmortem | None
    """The look back that was held."""


def vertrekken(alle: Sequence[Besluit]) -> tuple[Vertrek, ...]:
    """List every contract that was lost, the latest first; the reason comes from the notice, else from the outcome."""
    gevonden = [_vertrek(besluit) for besluit in alle if besluit.beslissing.afloop == "verloren"]
    return tuple(sorted(gevonden, key=lambda vertrek: vertrek.op, reverse=True))


def pijlers(portefeuille: Portefeuille) -> dict[str, tuple[tuple[Dossier, str], ...]]:
    """Where it went wrong, by pillar: each client with the words of its look back."""
    per_pijler: dict[str, list[tuple[Dossier, str]]] = {pijler: [] for pijler in PIJLERS}
    for dossier, verslag in _verslagen(portefeuille):
        for pijler in PIJLERS:
            deel = getattr(verslag, pijler)
            if deel and deel.waar_mis:
                per_pijler[pijler].append((dossier, deel.waar_mis))
    return {pijler: tuple(regels) for pijler, regels in per_pijler.items()}


def aflopen(alle: Sequence[Besluit]) -> dict[str, Counter[int]]:
    """How contracts were decided: for each way how often in each year; only contracts that can be renewed."""
    per_wijze: dict[str, Counter[int]] = {}
    for besluit in alle:
        if besluit.telt:
            per_wijze.setdefault(besluit.beslissing.hoe, Counter())[besluit.beslissing.op.year] += 1
    return per_wijze


def _vertrek(besluit: Besluit) -> Vertrek:
    dossier, beslissing = besluit.dossier, besluit.beslissing
    contract = beslissing.contract
    opzegging = contract.opzegging
    return Vertrek(
        dossier=dossier,
        contract=contract,
        op=beslissing.op,
        hoe=beslissing.hoe,
        reden=(opzegging.reden if opzegging and opzegging.reden else "") or beslissing.toelichting,
        verslag=next((verslag for d, verslag in _van_dossier(dossier) if verslag.contract == contract.id), None),
    )


def _verslagen(portefeuille: Portefeuille) -> Iterator[tuple[Dossier, Postmortem]]:
    for dossier in portefeuille.dossiers.values():
        yield from _van_dossier(dossier)


def _van_dossier(dossier: Dossier) -> Iterator[tuple[Dossier, Postmortem]]:
    """The looks back that were held."""
    for blik in terugblikken(dossier.account, dossier.gedeeld.instellingen, dossier.peildatum):
        if blik.gehouden_op and blik.verslag:
            yield dossier, blik.verslag
