"""The one module that reads the clock: everything else receives the *peildatum* as an argument.

So the same data and the same date give the same bytes.
"""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo


def vandaag(tijdzone: str) -> date:
    """Return the calendar day it is now in `tijdzone` (an IANA name, such as `Europe/Amsterdam`)."""
    return datetime.now(ZoneInfo(tijdzone)).date()


def nu(tijdzone: str) -> datetime:
    """Return the moment it is now in `tijdzone`, in whole seconds; for what tells when something was done."""
    return datetime.now(ZoneInfo(tijdzone)).replace(microsecond=0)
