"""Calendars as files (`.ics`, RFC 5545 and 7986), written by the build beside the pages.

All days are whole days that keep nobody busy: no time zone, no alarm, no recurrence. Texts are escaped by the
`icalendar` library, each sentence once; its own way to write a whole event takes ten times as long, so lines are put
together here, and a test reads them back with it. It takes long to import, so only a build imports this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from icalendar import vText

from macros.load.vaart import verdeel
from macros.portefeuille.agendadag import Agendadag, bestandsnaam, roepnaam
from macros.portefeuille.agendadagen import agendadagen
from macros.portefeuille.agendas import agendas, van_klant
from macros.portefeuille.portefeuille import Portefeuille
from macros.site.pages import Bouw

VERVERS = "PT12H"
"""How often a program is asked to look again: a site is made once a day or oftener."""
KOP = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Retentiehandboek//NL", "CALSCALE:GREGORIAN")
WAARUIT = "Gemaakt uit het Retentiehandboek; wat je hier verandert, komt daar niet terecht."
LEEG = (
    "BEGIN:VTIMEZONE",
    "TZID:Etc/UTC",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000",
    "END:STANDARD",
    "END:VTIMEZONE",
)
"""What stands in a calendar without a day: RFC 5545 (3.4) asks for at least one part, and some programs refuse a file
without; this one shows nowhere."""
EINDE = "\r\n"
REGELEINDE = r"\n"
"""What stands for a new line within a text."""
KORT = 75
"""A line of so many octets is folded."""
VOUW = b"\r\n "
ESCAPES = rb"\^"
"""What means something together with the sign behind it: some programs want the two on one line."""
BEWAARD = 2**16
"""Lines that are remembered: those of a thousand clients, for a site that is made again and again under `serve`."""


class Geschreven(NamedTuple):
    """A day with the lines that stand for it."""

    dag: Agendadag
    tekst: bytes


def schrijf(bouw: Bouw, site: Path) -> None:
    """Write every calendar below `site`."""
    alles = [een for deel in verdeel(partial(_klanten, bouw, site), len(bouw.portefeuille.dossiers)) for een in deel]
    alles.sort(key=lambda een: een.dag.uid)
    teksten = {een.dag.uid: een.tekst for een in alles}
    for agenda in agendas(bouw.portefeuille, [een.dag for een in alles]):
        delen = (teksten.get(dag.uid) or gebeurtenis(dag, bouw.site_url) for dag in agenda.dagen)
        _bewaar(site / agenda.pad, kalender(agenda.naam, delen))


def _klanten(bouw: Bouw, site: Path, deel: int, delen: int) -> list[Geschreven]:
    """Write the calendar of each client of one share, and return its days; those of the sample client stay its own."""
    samen: list[Geschreven] = []
    for portefeuille in (bouw.portefeuille, bouw.voorbeeld):
        eigen = list(_van(portefeuille, site, bouw.site_url, deel, delen))
        samen += eigen if portefeuille is bouw.portefeuille else ()
    return samen


def _van(portefeuille: Portefeuille, site: Path, basis: str, deel: int, delen: int) -> Iterator[Geschreven]:
    for dossier in list(portefeuille.dossiers.values())[deel::delen]:
        if dossier.verborgen:
            continue
        dagen = [Geschreven(dag, gebeurtenis(dag, basis)) for dag in agendadagen(dossier)]
        naam = f"Retentieagenda {roepnaam(dossier)}"
        _bewaar(site / van_klant(bestandsnaam(dossier)), kalender(naam, (een.tekst for een in dagen)))
        yield from dagen


def kalender(naam: str, gebeurtenissen: Iterable[bytes]) -> bytes:
    """Put the parts of a calendar together."""
    tekst = b"".join(gebeurtenissen)
    kop = (*KOP, *_kop(naam), *(() if tekst else LEEG))
    return b"".join((*map(regel, kop), tekst, regel("END:VCALENDAR")))


def _kop(naam: str) -> Iterator[str]:
    for veld in ("NAME", "X-WR-CALNAME"):
        yield f"{veld}:{tekst(naam)}"
    for veld in ("DESCRIPTION", "X-WR-CALDESC"):
        yield f"{veld}:{tekst(WAARUIT)}"
    yield f"REFRESH-INTERVAL;VALUE=DURATION:{VERVERS}"
    yield f"X-PUBLISHED-TTL:{VERVERS}"


def gebeurtenis(dag: Agendadag, basis: str) -> bytes:
    """Write one day; `basis` is the address of the site, empty where that is unknown: then no line leads to it."""
    return b"".join(map(regel, _gebeurtenis(dag, basis)))


def _gebeurtenis(dag: Agendadag, basis: str) -> Sequence[str]:
    adres = f"{basis}{dag.doel}" if basis else ""
    uitleg = REGELEINDE.join(map(tekst, (*dag.uitleg, *filter(None, (adres,)))))
    return (
        "BEGIN:VEVENT",
        f"UID:{dag.uid}",
        f"DTSTAMP:{dag.stempel.tijd:%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{dag.stempel.reeks}",
        f"DTSTART;VALUE=DATE:{_datum(dag.dag)}",
        # The first day that it is over.
        f"DTEND;VALUE=DATE:{_datum(dag.dag + timedelta(days=1))}",
        f"SUMMARY:{tekst(dag.titel)}",
        f"DESCRIPTION:{uitleg}",
        *([f"URL:{adres}"] if adres else []),
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _datum(dag: date) -> str:
    return f"{dag:%Y%m%d}"


@lru_cache(maxsize=BEWAARD)
def tekst(waarde: str) -> str:
    """Escape a text: line breaks, commas, semicolons and the backslash itself."""
    return vText(waarde).to_ical().decode()


def regel(inhoud: str) -> bytes:
    """One line with its end, folded below 75 octets and never within a character."""
    if len(inhoud) < KORT and inhoud.isascii():
        return f"{inhoud}{EINDE}".encode()
    return _gevouwen(inhoud)


def _gevouwen(inhoud: str) -> bytes:
    """Fold as the library does, which goes sign by sign: that was most of what a calendar costs."""
    ruw, begin, delen = inhoud.encode(), 0, []
    while len(ruw) - begin >= KORT:
        eind = begin + KORT - 1
        while ruw[eind] & 0xC0 == 0x80:  # within a character
            eind -= 1
        eind -= ruw[eind - 1] in ESCAPES
        delen.append(ruw[begin:eind])
        begin = eind
    return VOUW.join((*delen, ruw[begin:])) + EINDE.encode()


def _bewaar(pad: Path, inhoud: bytes) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_bytes(inhoud)
