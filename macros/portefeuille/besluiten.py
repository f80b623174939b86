"""How contracts were decided, why clients leave, what looks back taught us (domain 1.6, 3.7, 5.6)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contract.perioden import TELT, Beslissing, beslissingen
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.terugblikken import PIJLERS, terugblikken
from macros.model.contract import Contract
from macros.model.review import Postmortem
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille

HOE = {
    "optie": "optie gelicht",
    "stilzwijgend": "vanzelf verlengd",
    "overeenkomst": "verlengd bij overeenkomst",
    "voorlopig": "vanzelf verlengd, nog niet vastgelegd",
    "opgezegd_klant": "opgezegd door de klant",
    "opgezegd_wij": "opgezegd door ons",
    "doorgegaan": "doorgegaan zonder afspraak",
    "geen_uitkomst": "nog geen uitkomst",
    "verlengd": "verlengd",
    "verlengd_beter": "verlengd, voorwaarden beter",
    "verlengd_slechter": "verlengd, voorwaarden slechter",
    "verloren": "verloren",
    "aanbesteed_gewonnen": "aanbesteding gewonnen",
    "aanbesteed_verloren": "aanbesteding verloren",
}
"""The words for how a contract was decided."""


@dataclass(frozen=True, slots=True)
class Besluit:
    """A decision with its client."""

    dossier: Dossier
    beslissing: Beslissing

    @property
    def telt(self) -> bool:
        """Whether this kind of contract can be renewed at all."""
        return self.beslissing.contract.soort in TELT

    @property
    def gelijk(self) -> bool | None:
        """Whether the account manager's own call was right; None without a call before it, or while it was doubt."""
        call = self.beslissing.contract.inschatting
        if not self.met_inschatting or call is None or call.verwachting == "twijfel":
            return None
        return (call.verwachting == "verlengt") == (self.beslissing.afloop == "behouden")

    @property
    def met_inschatting(self) -> bool:
        """Whether there was a dated call up to the day it was decided, and it has been decided."""
        call = self.beslissing.contract.inschatting
        return call is not None and call.op is not None and call.op <= self.beslissing.op and self.is_beslist

    @property
    def is_beslist(self) -> bool:
        """Whether it was really decided; silence and an end without outcome are no answer to a call."""
        return self.beslissing.afloop != "open" and self.beslissing.hoe != "voorlopig"


@dataclass(frozen=True, slots=True)
class Vertrek:
    """One contract that ended or is to end without another, by notice or by a lost outcome."""

    dossier: Dossier
    contract: Contract
    op: date
    """Day we knew."""
    hoe: str
    """How it was decided: a key of HOE."""
    reden: str
    """The reason as it was given; empty when nobody wrote it down."""
    verslag: Postmortem | None
    """The look back that was held."""


@per_portefeuille
def besluiten(portefeuille: Portefeuille) -> tuple[Besluit, ...]:
    """List every decision about every contract, per client and by day."""
    return tuple(
        Besluit(dossier, beslissing)
        for dossier in portefeuille.dossiers.values()
        for stand in dossier.contracten.values()
        for beslissing in beslissingen(stand.contract, portefeuille.peildatum)
    )


def getoetst(alle: Sequence[Besluit]) -> tuple[Besluit, ...]:
    """The first decision after each call: what the call was about."""
    eerste: dict[tuple[str, str], Besluit] = {}
    for besluit in alle:
        if besluit.met_inschatting:
            eerste.setdefault((besluit.dossier.id, besluit.beslissing.contract.id), besluit)
    return tuple(eerste.values())


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
