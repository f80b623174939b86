"""What one account manager left behind for the next: from whom, since when, and what is still open (domain 2.2, 5.5).

A change of our own account manager is a change for the client too, so it belongs in `wijzigingen`.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from macros.model.account import Account

VOORAF = timedelta(days=31)
"""How long before the handover the change may be recorded: the client often hears it earlier."""


@dataclass(frozen=True, slots=True)
class Overdracht:
    """One handover."""

    van: str
    """Id of the colleague who had this client before."""
    op: date | None
    """Day of the handover; None when nobody wrote it down."""
    beloften: int
    """Promises of ours that are still open."""
    vastgelegd: bool
    """Whether `wijzigingen` holds a change of our own team around that day; without a day: any such change."""


def overdracht(account: Account) -> Overdracht | None:
    """Return the handover of this client; None when it always had the same account manager."""
    if account.vorige_accountmanager is None:
        return None
    op = account.overgedragen_op
    return Overdracht(
        van=account.vorige_accountmanager,
        op=op,
        beloften=sum(belofte.van == "wij" and belofte.stand == "open" for belofte in account.toezeggingen),
        vastgelegd=any(
            wijziging.soort == "eigen_team" and (op is None or wijziging.datum >= op - VOORAF)
            for wijziging in account.wijzigingen
        ),
    )
