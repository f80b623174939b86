"""The file that mail programs open: both forms of one message, the same bytes each time, nobody's address."""

from __future__ import annotations

from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from zoneinfo import ZoneInfo

from macros.outputs.mailbericht import GRENS, mailbericht

TEKST = f"Fijne week, één → twee €\n.\nFrom hier tot {GRENS}\n{'lang ' * 300}\n"
HTML = f"<!DOCTYPE html><html lang=nl><title>x</title><p>één {GRENS}</p>"
DAG, ZONE = date(2026, 7, 6), ZoneInfo("Europe/Amsterdam")


def test_both_forms_come_back_as_they_were() -> None:
    """
    Python's own reader finds the text first and then the marks, as mail programs expect, whatever stands in them.
    """
    gelezen = message_from_bytes(mailbericht("Je week: één klant", TEKST, HTML, DAG, ZONE), policy=default)
    assert isinstance(gelezen, EmailMessage)

    tekst, html = gelezen.iter_parts()
    assert "multipart/alternative" == gelezen.get_content_type()
    assert ["text/plain", "text/html"] == [deel.get_content_type() for deel in (tekst, html)]
    assert TEKST == tekst.get_content().replace("\r\n", "\n")
    assert HTML == html.get_content().strip()
    assert [] == [*gelezen.defects, *tekst.defects, *html.defects]
    assert "Je week: één klant" == gelezen["Subject"]


def test_it_says_the_day_and_nobody() -> None:
    """
    The date is the one that was asked, in summer time too; no sender, receiver or number of the moment.
    """
    gelezen = message_from_bytes(mailbericht("Je week", TEKST, HTML, DAG, ZONE), policy=default)

    assert "Mon, 06 Jul 2026 00:00:00 +0200" == gelezen["Date"]
    assert {"Subject", "Date", "X-Unsent", "MIME-Version", "Content-Type"} == set(gelezen.keys())


def test_it_travels_whole() -> None:
    """
    Only signs that every mail server takes, in lines of at most 78, and ends of line as the net asks.
    """
    ruw = mailbericht("Je week", TEKST, HTML, DAG, ZONE)

    assert ruw.isascii()
    assert max(map(len, ruw.split(b"\r\n"))) <= 78
    assert ruw.count(b"\n") == ruw.count(b"\r\n")
    assert ruw == mailbericht("Je week", TEKST, HTML, DAG, ZONE)
