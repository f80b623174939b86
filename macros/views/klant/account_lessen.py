"""Lijkt op een eerdere les: what was recorded at one client that we have seen go wrong before, and what we did."""

from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.contact.versheid import gehouden
from macros.afleidingen.dossier import Dossier
from macros.model.groei import Lessignaal
from macros.views.delen.lijsten import Regel, bij
from macros.views.lessen.lijkt_op import LijktOp, lijkt_op
from macros.woorden import taal


@dataclass(frozen=True)
class AccountLessen:
    """What `account_lessen.html` may use."""

    template: ClassVar[str] = "account_lessen.html"
    gelijk: tuple[LijktOp, ...]
    """Lessons that this client looks like, what one of us recorded first."""
    gedaan: tuple[Regel, ...]
    """Signs that were dealt with, the latest first: what was seen, what we did and what came of it."""


def account_lessen(dossier: Dossier) -> AccountLessen:
    """Show the lessons that find this client, and the signs that were dealt with."""
    gedaan = [signaal for signaal in dossier.account.signalen if gehouden(signaal.gedaan_op, dossier.peildatum)]
    gedaan.sort(key=lambda signaal: signaal.datum, reverse=True)
    return AccountLessen(lijkt_op(dossier), tuple(_gedaan(dossier, signaal) for signaal in gedaan))


def _gedaan(dossier: Dossier, signaal: Lessignaal) -> Regel:
    titels = {les.id: les.titel for les in dossier.gedeeld.lessen.lessen}
    return Regel(
        tekst=signaal.signaal or titels.get(signaal.les or "", "Waarschuwingssignaal"),
        bij=bij(
            f"gezien op {taal.datum(signaal.datum)}",
            f"les: {titels[signaal.les]}" if signaal.signaal and signaal.les in titels else None,
            f"stap: {signaal.actiestap}" if signaal.actiestap else None,
            f"gedaan op {taal.datum(signaal.gedaan_op)}" if signaal.gedaan_op else None,
            f"uitkomst: {signaal.uitkomst}" if signaal.uitkomst else None,
        ),
    )
