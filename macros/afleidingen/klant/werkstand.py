"""What homework is made of: everything derived about one client, and one thing to do (domain 2.11)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.canvas.canvasstand import Contractcanvas, in_retentie
from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.contact.web import Webgat
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.klant.gaten import Gat
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkstand:
    """Everything homework is made of."""

    account: Account
    gedeeld: Gedeeld
    peildatum: date
    contracten: Mapping[str, Contractstand]
    canvas_per_contract: Mapping[str, Contractcanvas]
    fresheyes_vervalt: VerklaardeDatum
    postmortem_vervalt: VerklaardeDatum
    kennismaking: dict[str, Verklaard[date]]
    web_gaten: tuple[Webgat, ...]
    contact: tuple[Contactstand, ...]
    bericht_volgende: VerklaardeDatum
    gaten: tuple[Gat, ...]

    @property
    def retentie(self) -> list[Contractstand]:
        """The contracts in retention, in file order."""
        return [stand for stand in self.contracten.values() if in_retentie(stand)]

    def te_laat(self, dag: date | None) -> int:
        """Days since a due day passed; 0 when there is none or it has not passed."""
        return max(0, (self.peildatum - dag).days) if dag else 0

    @property
    def leidinggevende(self) -> str:
        """The manager of the account manager, who plans the reviews; else the account manager."""
        accountmanager = self.account.driehoek.accountmanager
        persoon = self.gedeeld.personen.get(accountmanager)
        return (persoon and persoon.leidinggevende) or accountmanager


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing to do, before anyone looked whether it may wait."""

    soort: str
    tekst: str
    anker: str
    wie: str | None = None
    """None: the account manager."""
    datum: date | None = None
    dagen_te_laat: int = 0
    onderwerpen: tuple[str, ...] = ()
    """Rule or canvas: an `uitstel` of one of these lets it wait."""
    contracten: tuple[str, ...] = ()
    """Contracts it is for: it may wait when every one of them may."""
