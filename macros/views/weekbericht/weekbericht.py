"""The week of one colleague as a message, to be sent by the team itself: the things of Vandaag in the same words.

A mail shows in a list and on a locked phone before anybody opens it: the subject and the first lines count clients, and
name none. It holds no amount. Of what changed it tells what a reader must know (a day that decides, the klantbeeld, new
work), because the other sentences may hold an amount or what we think of somebody. A team that lets no name of a client
travel with its calendars (`feed_met_klantnaam`) gets numbers and links only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from textwrap import fill
from typing import ClassVar, NamedTuple

from macros.aandacht.punt import SEGMENTEN
from macros.aandacht.week import Ding, Week, groepen, weken
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.platgeslagen import plat
from macros.views.delen.stukken import over
from macros.views.delen.vastleggen import toelichting
from macros.views.delen.veranderd import Los, deel_van, gewicht, losse, vanaf, week_terug
from macros.views.delen.werklijst import WACHT
from macros.views.kalender import kalenderregels
from macros.views.kalender.rooster import rooster
from macros.views.overleg.kring import aanwezigheid, kringen
from macros.views.vandaag.weekblok import OOK_TE_LAAT, RITME, ritme_in_woorden, weekzin
from macros.views.vandaag.weekblok import pad as weekpad
from macros.woorden import taal

STRAKS_DAGEN = 28
"""How far the part about what comes looks ahead: four weeks."""
HOOGSTENS = 7
"""Most lines of what comes and of what changed; of the week itself the team says how many (`vandaag_hoogstens`)."""
BELANGRIJK = 2
"""Heaviest weight of a change that a message tells (`views/delen/veranderd.py`)."""
INTERN = (
    "Dit bericht is intern en alleen voor {}. Stuur het niet door, ook niet naar je eigen adres, en lees het niet waar"
    " een ander meekijkt: er staat in wat we over klanten weten."
)
SLOT = (
    "Intern bericht voor {} uit het Retentiehandboek, met de gegevens van {}. Is er iets gedaan of klopt er iets niet,"
    " leg het dan vast op de site: een antwoord op dit bericht verandert daar niets."
)
LANG = 400
"""Most signs of one text: a mail of over 102 kB is cut by some programs."""


class Weg(NamedTuple):
    """Words that lead somewhere."""

    tekst: str
    plek: str
    """Path below the root of the site."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of a message."""

    wanneer: str
    klant: str
    """Name and segment; empty for what is about more clients."""
    wat: Weg
    bij: str = ""
    """Why, and when it is done."""
    ook: str = ""
    """How much more of this client is late."""


@dataclass(frozen=True, slots=True)
class Groep:
    """Lines under one heading."""

    kop: str
    regels: tuple[Regel, ...]
    noot: str = ""
    """What is said under the heading."""
    rest: int = 0
    """How much more there is."""
    plek: str = ""
    """Where that is, below the root of the site."""

    @property
    def verder(self) -> Weg | None:
        """The way to the rest; None when everything stands here."""
        return Weg(f"{'Nog ' if self.regels else ''}{self.rest} op de site", self.plek) if self.rest else None


@dataclass(frozen=True)
class Weekbericht:
    """What `weekbericht.html` and the text of it may use."""

    template: ClassVar[str] = "weekbericht.html"
    onderwerp: str
    """Of the mail: no name of anybody, nothing that is late."""
    dag: str
    """The day of its data."""
    zin: str
    """The week in one line, which names no client."""
    waarschuwing: str
    """For whom it is; stands between the line that a locked phone shows and the first client."""
    straks: str
    """What comes first of who has nothing to do; mostly empty."""
    aanwezig: str
    """Who is away and who stands in; mostly empty."""
    geheel: Weg
    groepen: tuple[Groep, ...]
    slot: str
    """What it is, and what an answer does."""
    site: str
    """Address of the site, ending in a slash; empty when that is not known: then the paths are printed."""


def weekbericht(portefeuille: Portefeuille, wie: str) -> Weekbericht:
    """Write the message of a colleague in service."""
    week, instellingen = weken(portefeuille)[wie], portefeuille.gedeeld.instellingen
    delen = (*_week(week, portefeuille), *_straks(week, portefeuille), *_veranderd(wie, portefeuille))
    met_naam = instellingen.feed_met_klantnaam
    # Only the sentence behind the first one names a client.
    zin, _, straks = weekzin(week, portefeuille).partition(". ")
    dag = taal.datum(portefeuille.peildatum)
    bij = taal.aantal(len(week.klanten), "klant", "klanten")
    return Weekbericht(
        onderwerp=f"Je week van {dag}: {f'iets bij {bij}' if week.moet else 'niets moet deze week'}",
        dag=dag,
        zin=f"{zin.rstrip('.')}.",
        waarschuwing=INTERN.format(portefeuille.naam(wie)),
        straks=straks if met_naam else "",
        aanwezig=aanwezigheid(portefeuille, portefeuille.gedeeld.personen[wie], kringen(portefeuille)[wie]),
        geheel=Weg("Je hele week", weekpad(wie, portefeuille)),
        groepen=delen if met_naam else tuple(map(_geteld, delen)),
        slot=SLOT.format(portefeuille.naam(wie), dag),
        site=f"{instellingen.site_url.rstrip('/')}/" if instellingen.site_url else "",
    )


def _geteld(groep: Groep) -> Groep:
    """The same without a word about a client: how many lines there are, and where."""
    return replace(groep, regels=(), noot="", rest=len(groep.regels) + groep.rest)


# --- the week ---


def _week(week: Week, portefeuille: Portefeuille) -> Iterator[Groep]:
    """The groups of Vandaag, and the rounds of the team in one line."""
    plek = f"overleg/{week.wie}/#werk"
    for kop, stand, getoond, rest in groepen(week, portefeuille.gedeeld.instellingen):
        regels = tuple(_regel(ding, portefeuille) for ding in getoond)
        yield Groep(kop, regels, "" if stand else plat(WACHT).alles, len(rest), plek)
    if week.ritme:
        wat = _kort(ritme_in_woorden(week, portefeuille.peildatum))
        yield Groep(RITME, (Regel("", "", Weg(wat, week.ritme[0].doel)),), plek=plek)


def _regel(ding: Ding, portefeuille: Portefeuille) -> Regel:
    punt, meer = ding.eerste, len(ding.punten) - 1
    dossier = portefeuille.dossiers.get(punt.id)
    voor = f"van {portefeuille.naam(punt.voor)}" if punt.voor else ""
    return Regel(
        "" if punt.uitstel else over(dossier or portefeuille, punt.datum).woorden,
        ", ".join(filter(None, (_klant(dossier.naam, dossier.segment.waarde) if dossier else "", voor))),
        Weg(_kort(punt.titel), punt.doel),
        _kort(toelichting(punt)),
        f"{OOK_TE_LAAT.format(meer)}." if meer else "",
    )


def _klant(naam: str, letter: str | None) -> str:
    return f"{_kort(naam)} ({letter})" if letter in SEGMENTEN and letter else _kort(naam)


# --- what comes ---


def _straks(week: Week, portefeuille: Portefeuille) -> Iterator[Groep]:
    """The days of the own calendar, save those of which the week says already what to do."""
    alles, tot = rooster(portefeuille), portefeuille.peildatum + timedelta(days=STRAKS_DAGEN)
    contracten = (een.deel for een in alles.per_persoon.get(week.wie, ()))
    _, komend = kalenderregels.regels(contracten, portefeuille.peildatum)
    komend += alles.opleveringen_van.get(week.wie, ())
    gezegd = {punt.doel for punt in week.nu}
    regels = [
        Regel(taal.datum(een.dag), _klant(een.naam, een.segment), Weg(_kort(f"{een.wat}: {een.titel}"), een.doel))
        for een in kalenderregels.op_dag(kalenderregels.van(komend, week.wie))
        if een.dag <= tot and een.doel not in gezegd
    ]
    if regels:
        meer = max(0, len(regels) - HOOGSTENS)
        kop = f"Komt eraan, tot en met {taal.datum(tot)}"
        yield Groep(kop, tuple(regels[:HOOGSTENS]), "", meer, f"kalender/{week.wie}/")


# --- what changed ---


def _veranderd(wie: str, portefeuille: Portefeuille) -> Iterator[Groep]:
    """What a reader must know of a week, of the own clients or those of the own team; nothing without a history."""
    sinds = week_terug(portefeuille)
    alle = [(dossier, los) for dossier in _klanten(wie, portefeuille) for los in losse(vanaf(dossier, sinds))]
    zwaar = sorted(
        (paar for paar in alle if gewicht(paar[1].zin) <= BELANGRIJK),
        key=lambda paar: (gewicht(paar[1].zin), paar[0].naam, -paar[1].van.nummer),
    )
    if alle:
        regels = tuple(_verandering(dossier, los) for dossier, los in zwaar[:HOOGSTENS])
        yield Groep(f"Veranderd sinds {taal.datum(sinds)}", regels, "", len(alle) - len(regels), "veranderd/")


def _klanten(wie: str, portefeuille: Portefeuille) -> list[Dossier]:
    eigen = [dossier for dossier in portefeuille.dossiers.values() if wie in namen.driehoek(dossier)]
    return eigen or kringen(portefeuille)[wie].ploeg


def _verandering(dossier: Dossier, los: Los) -> Regel:
    plek = f"accounts/{dossier.id}/#{deel_van(los.zin)}"
    klant = _klant(dossier.naam, dossier.segment.waarde)
    return Regel(taal.datum_compact(los.van.dag), klant, Weg(_kort(los.zin.tekst), plek))


def _kort(tekst: str) -> str:
    """A text on one line, cut where it is very long."""
    tekst = " ".join(tekst.split())
    return tekst if len(tekst) <= LANG else f"{tekst[: LANG - 1]}…"


# --- the same as plain text, for a program that shows no marks or a reader who wants none ---

BREED = 72
_GEVAARLIJK = re.compile(r"^(?=From |\.|>)", re.MULTILINE)
"""How a line may not begin: mail programs take it for a new message, its end, or what somebody else wrote."""


def weektekst(bericht: Weekbericht) -> str:
    """Write the message in lines of at most 72 signs, but for an address, which stays whole so that it can be followed.

    Lines end in a line feed; mail programs send them with what the net asks for.
    """
    return _GEVAARLIJK.sub(" ", "\n\n".join(_blokken(bericht)) + "\n")


def _blokken(bericht: Weekbericht) -> Iterator[str]:
    """What stands between two empty lines."""
    yield _kop(f"Je week van {bericht.dag}", "=")
    yield from map(_gevouwen, filter(None, (bericht.zin, bericht.waarschuwing, bericht.straks, bericht.aanwezig)))
    yield _weg(bericht.geheel, bericht.site)
    for groep in bericht.groepen:
        yield _kop(groep.kop, "-")
        yield from map(_gevouwen, filter(None, (groep.noot,)))
        yield from (_als_tekst(regel, bericht.site) for regel in groep.regels)
        if groep.verder:
            yield _weg(groep.verder, bericht.site)
    yield _gevouwen(bericht.slot)


def _kop(kop: str, streep: str) -> str:
    return f"{kop}\n{streep * len(kop)}"


def _als_tekst(regel: Regel, site: str) -> str:
    """One line of the message on lines of its own, behind an asterisk."""
    kop = " - ".join(filter(None, (regel.wanneer, regel.klant)))
    eerste, *rest = filter(None, (kop, regel.wat.tekst, regel.bij, regel.ook))
    adres = f"  {site or '/'}{regel.wat.plek}"
    return "\n".join((_gevouwen(eerste, "* "), *(_gevouwen(tekst, "  ") for tekst in rest), adres))


def _weg(weg: Weg, site: str) -> str:
    return f"{_gevouwen(f'{weg.tekst}:')}\n{site or '/'}{weg.plek}"


def _gevouwen(tekst: str, begin: str = "") -> str:
    return fill(
        tekst,
        BREED,
        initial_indent=begin,
        subsequent_indent=" " * len(begin),
        break_long_words=False,
        break_on_hyphens=False,
    )
