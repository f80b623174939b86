"""How the retention figures of one year go together: renewal rate low and revenue retention high are both true."""

from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contract.perioden import eind_van
from macros.portefeuille.besluiten import Besluit, besluiten
from macros.portefeuille.klantjaren import jaren
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers.omzetretentie import Omzetloop, omzetjaren, omzetloop
from macros.portefeuille.telling import Aandeel
from macros.woorden import taal


@dataclass(frozen=True, slots=True)
class Jaarbeeld:
    """The last full year of which revenue is known."""

    loop: Omzetloop
    besluiten: tuple[Besluit, ...]
    """What was to be decided in it, of contracts that can be renewed."""

    @property
    def aantal(self) -> Aandeel:
        """`verlengingsgraad` by number."""
        return Aandeel(sum(b.beslissing.afloop == "behouden" for b in self.besluiten), len(self.besluiten))

    @property
    def waarde(self) -> Aandeel:
        """`verlengingsgraad` by yearly value; what has none is left out."""
        return Aandeel(self._waarde("behouden"), self._waarde("behouden", "verloren", "open"))

    @property
    def nog_niet_weg(self) -> int:
        """Yearly value that was lost in the year, of contracts that ran to the end of it at least."""
        slot = date(self.loop.jaar, 12, 31)
        return sum(
            besluit.beslissing.waarde or 0
            for besluit in self.besluiten
            if besluit.beslissing.afloop == "verloren" and _eind(besluit) >= slot
        )

    def _waarde(self, *aflopen: str) -> int:
        return sum(b.beslissing.waarde or 0 for b in self.besluiten if b.beslissing.afloop in aflopen)


def jaarbeeld(portefeuille: Portefeuille) -> Jaarbeeld | None:
    """Look at the last full year; None while the revenue of two years in a row is nowhere known."""
    over = jaren(portefeuille)
    omzet = omzetjaren(portefeuille, over)
    lopen = [loop for jaar in over if (loop := omzetloop(jaar, omzet)).begin > 0]
    if not lopen:
        return None
    alle = besluiten(portefeuille)
    return Jaarbeeld(lopen[-1], tuple(b for b in alle if b.telt and b.beslissing.op.year == lopen[-1].jaar))


def rijm(portefeuille: Portefeuille) -> str:
    """Say in one sentence how revenue retention and renewal rate go together; empty while there is no revenue."""
    beeld, valuta = jaarbeeld(portefeuille), portefeuille.gedeeld.instellingen.valuta
    if beeld is None:
        return ""
    loop = beeld.loop
    bruto, netto = procent(loop.bruto), procent(loop.netto)
    omzet = f"In {loop.jaar} bleef {bruto} van de omzet (bruto), en {netto} met groei erbij (netto)"
    if not beeld.besluiten:
        return f"{omzet}; er was dat jaar geen contract aan een beslismoment toe, dus een verlengingsgraad is er niet."
    van = beeld.waarde.noemer
    graad = (
        f"de verlengingsgraad ({procent(beeld.aantal, 0)} van de contracten, {procent(beeld.waarde)} van hun waarde) "
        f"gaat alleen over de {taal.bedrag(van, valuta)} waarover toen is beslist, "
        f"{procent(Aandeel(van, loop.begin), 0)} van die omzet"
    )
    later = (
        f", en {taal.bedrag(beeld.nog_niet_weg, valuta)} verlies daarvan liep door tot eind {loop.jaar}: dat zie je "
        "pas daarna"
        if beeld.nog_niet_weg
        else ""
    )
    return f"{omzet}; {graad}{later}."


def procent(aandeel: Aandeel, decimalen: int = 1) -> str:
    """Write a share as the tables have it."""
    return "n.v.t." if aandeel.procent is None else taal.procent(round(aandeel.procent, decimalen or None))


def _eind(besluit: Besluit) -> date:
    """Last day of the contract; one that nobody knows says nothing."""
    return eind_van(besluit.dossier.contracten[besluit.beslissing.contract.id]) or date.min
