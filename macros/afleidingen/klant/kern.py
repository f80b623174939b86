"""The values that the rest of a dossier rests on: contracts, phase, segment, and from which day we count."""

from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contract.fasen import accountfase
from macros.afleidingen.contract.momenten import Contractstand, contractstand
from macros.afleidingen.contract.windstilte import in_beheer_sinds, ingangsdatum, windstilte_sinds
from macros.afleidingen.klant.afspraken import Uitstellen, lopend_uitstel
from macros.afleidingen.klant.segment import score, segment
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum
from macros.model.account import Account
from macros.model.basis import Segment
from macros.model.gedeeld import Gedeeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Kern:
    """What everything else about an account rests on."""

    account: Account
    gedeeld: Gedeeld
    peildatum: date
    contracten: dict[str, Contractstand]
    fase: Verklaard[str | None]
    score: Verklaard[float | None]
    segment: Verklaard[Segment | None]
    windstilte_sinds: VerklaardeDatum
    ingangsdatum: date | None
    """Due base; None while contact rules and messages rest."""
    in_beheer_sinds: date | None
    uitstellen: Uitstellen

    @property
    def standen(self) -> list[Contractstand]:
        """The contracts, in file order."""
        return list(self.contracten.values())


def maak_kern(account: Account, gedeeld: Gedeeld, peildatum: date) -> Kern:
    """Derive the contracts, the segment and the days we count from."""
    inst, segmentatie = gedeeld.instellingen, gedeeld.segmentatie
    contracten = {c.id: contractstand(c, account, inst, peildatum) for c in account.contracten}
    standen = list(contracten.values())
    punten = score(account, segmentatie, inst)
    stilte = windstilte_sinds(standen)
    return Kern(
        account=account,
        gedeeld=gedeeld,
        peildatum=peildatum,
        contracten=contracten,
        fase=accountfase(standen),
        score=punten,
        segment=segment(account, punten.waarde, segmentatie.drempels),
        windstilte_sinds=stilte,
        ingangsdatum=ingangsdatum(account, standen, stilte.waarde),
        in_beheer_sinds=in_beheer_sinds(account),
        uitstellen=lopend_uitstel(account, peildatum),
    )
