"""Which subjects may wait on the peildatum: an `uitstel` holds until and including its `tot` (domain 2.2)."""

from collections.abc import Iterable
from datetime import date

from macros.model.account import Account, Uitstel

Uitstellen = dict[str, Uitstel]
"""By `onderwerp`: the id of a rule, contract or canvas, or a kind of work."""


def lopend_uitstel(account: Account, peildatum: date) -> Uitstellen:
    """Every postponement that holds on the peildatum; of two on one subject the longest."""
    lopend = (uitstel for uitstel in account.uitstel if peildatum <= uitstel.tot)
    return {uitstel.onderwerp: uitstel for uitstel in sorted(lopend, key=lambda uitstel: uitstel.tot)}


def uitstel_van(onderwerpen: Iterable[str], uitstellen: Uitstellen) -> Uitstel | None:
    """The longest postponement that covers one of `onderwerpen`, if any."""
    gevonden = [uitstellen[onderwerp] for onderwerp in onderwerpen if onderwerp in uitstellen]
    return max(gevonden, key=lambda uitstel: uitstel.tot, default=None)
