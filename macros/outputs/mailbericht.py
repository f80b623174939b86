"""A message as a file that mail programs open (`.eml`, RFC 5322): the same words with and without marks.

Nobody is named as sender or receiver: we keep no address (domain 2.9), and whatever sends it adds both. `X-Unsent` lets
a program that knows it open the file as a message to be sent.
"""

from __future__ import annotations

from datetime import date, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from zoneinfo import ZoneInfo

GRENS = "=_retentiehandboek"
"""Between the parts; no text in quoted-printable holds an equals sign with an underscore behind it."""


def mailbericht(onderwerp: str, tekst: str, html: str, dag: date, zone: ZoneInfo) -> bytes:
    """Write the message, dated at the start of a day in the team's time zone: never by the clock.

    `onderwerp` is one line.
    """
    bericht = EmailMessage(policy=SMTP)
    bericht["Subject"] = onderwerp
    bericht["Date"] = format_datetime(datetime.combine(dag, time(), zone))
    bericht["X-Unsent"] = "1"
    bericht.set_content(tekst, cte="quoted-printable")
    bericht.add_alternative(html, subtype="html", cte="quoted-printable")
    bericht.set_boundary(GRENS)
    return bericht.as_bytes()
