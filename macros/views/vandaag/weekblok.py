"""The week of one colleague on Vandaag: at most seven things that show, and everything else folded behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from macros.aandacht.punt import SEGMENTEN, Aandachtspunt
from macros.aandacht.week import Ding, Week, groepen, moet_nu, weken
from macros.afleidingen.contact.bezetting import waarnemer
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.collegabladen import collegabladen
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Opsomming, Vouw
from macros.views.delen.punten import puntregel
from macros.views.delen.stukken import Aaneen, Bij, Link, Zacht, hoofdletter, klant, over, straks, wanneer
from macros.views.delen.vastleggen import mag_dit_wachten, opdracht, zo_leg_je_het_vast
from macros.views.delen.werklijst import WACHT, Deel, Regel, Werklijst, termijn
from macros.views.overleg.kring import aanwezigheid, kringen, weg
from macros.views.render import Inhoud, Stuk
from macros.woorden import taal
from macros.woorden.opmaak import opmaak

UITKLAPBAAR = 20
"""Most rows in a fold; what is beyond stands on the page of that colleague."""
IN_DE_VOUW = 400
"""Most rows in the folds of all colleagues together: the page of a large team stays light."""
OP_EEN_BLAD = 12
"""Most weeks on one page, of a few hundred elements each."""
LAAT_PER_KLANT = 9
"""Most late things of one client that are written out."""
OP_PAPIER = 3
"""How many of those are printed."""
GENOEMD = 2
"""Most clients that the list of the team names beside a colleague."""
RITME = "Ritme van het team"
OOK_TE_LAAT = "En nog {} te laat bij deze klant"
KLANTEN_MET_GATEN = 5
"""How many clients the last part shows: a start, the register has them all."""


@dataclass(frozen=True, slots=True)
class Weekblok:
    """What `vandaag.html` shows of one colleague."""

    id: str
    naam: str
    kort: str
    """The week in a few words, for the list of the team."""
    bij: tuple[Inhoud, ...]
    """What to begin with and how near that is, who is away and who stands in; may be empty."""
    zin: str
    """The week in one line."""
    aanwezig: tuple[Inhoud, ...]
    """Who is away, who stands in; may be empty."""
    lijst: Werklijst
    rustig: bool
    """Whether nothing must be done this week."""
    leeg: bool
    """Whether nothing at all stands here: no sheet of paper is spent on it."""
    pad: str
    """Address of this week below the root of the site."""


@dataclass(frozen=True, slots=True)
class OpPapier(Stuk):
    """Words for who reads a sheet, where the screen shows more."""

    tekst: str

    def html(self, basis: str) -> Markup:  # noqa: ARG002  every piece is asked the same
        """Print the words; they show on paper only."""
        return opmaak('<p class="werklijst__papier">{}</p>', self.tekst)


def eigen_bladen(portefeuille: Portefeuille) -> bool:
    """Whether each colleague has a page, because one page would not hold the weeks of all."""
    return len(weken(portefeuille)) > OP_EEN_BLAD and bool(collegabladen(portefeuille))


def pad(wie: str, portefeuille: Portefeuille) -> str:
    """Give the address of the week of one colleague below the root of the site."""
    return f"week/{wie}/" if eigen_bladen(portefeuille) else f"#week-{wie}"


def weekblok(week: Week, portefeuille: Portefeuille, personen: int) -> Weekblok:
    """Write the week of one of so many colleagues."""
    vouw = min(UITKLAPBAAR, max(1, IN_DE_VOUW // personen))
    delen = (*_delen(week, portefeuille, vouw), *_gaten(week.wie, portefeuille))
    return Weekblok(
        id=week.wie,
        naam=portefeuille.naam(week.wie),
        kort=_kort(week, portefeuille),
        bij=tuple(_bij(week, portefeuille)),
        zin=weekzin(week, portefeuille),
        aanwezig=tuple(_aanwezig(week.wie, portefeuille)),
        lijst=Werklijst(f"week-{week.wie}-lijst", (), "", delen, niveau=2, doel="", vorm="week"),
        rustig=not week.moet,
        leeg=week.leeg,
        pad=pad(week.wie, portefeuille),
    )


def _delen(week: Week, portefeuille: Portefeuille, vouw: int) -> Iterator[Deel]:
    """The three groups, of which at most `vandaag_hoogstens` things show, and the rounds of the team folded."""

    def rest(dingen: Sequence[Ding]) -> list[Deel]:
        meer = len(dingen) - vouw
        verder = Link(f"Nog {meer} op de pagina van {portefeuille.naam(week.wie)}", f"overleg/{week.wie}/#werk")
        regels = [_regel(ding, portefeuille) for ding in dingen[:vouw]]
        slot = Alinea(verder, zacht=True) if meer > 0 else None
        return [Deel(f"Nog {len(dingen)}", regels, slot=slot, dicht=True)] if dingen else []

    for groep in groepen(week, portefeuille.gedeeld.instellingen):
        yield Deel(
            groep.kop,
            [_regel(ding, portefeuille) for ding in groep.getoond],
            noot=None if groep.stand else WACHT,
            delen=rest(groep.rest),
            op=groep.stand,
        )
    if week.ritme:
        wat = Zacht(ritme_in_woorden(week, portefeuille.peildatum))
        yield Deel((RITME, wat), [_rij(punt, portefeuille) for punt in week.ritme], dicht=True)


def ritme_in_woorden(week: Week, peildatum: date) -> str:
    """Say the first round of the team and how many there are; of a week that has one."""
    eerste, meer = week.ritme[0], len(week.ritme) - 1
    return f"{eerste.titel}, {wanneer(eerste.datum, peildatum)}{f', en nog {meer}' if meer else ''}"


def _regel(ding: Ding, portefeuille: Portefeuille) -> Regel:
    """Write one thing; of all that is late at a client what to begin with, the rest on a line that opens."""
    if len(ding.punten) == 1:
        return _rij(ding.eerste, portefeuille)
    eerste, rest = ding.eerste, len(ding.punten) - 1
    rijen = [
        (termijn(punt.datum, portefeuille.dossiers[punt.id]), opdracht(punt, *_wegen(punt, portefeuille)))
        for punt in ding.punten[1 : LAAT_PER_KLANT + 1]
    ]
    verder = Link(f"en nog {rest - LAAT_PER_KLANT}", f"overleg/{eerste.wie}/#werk")
    inhoud = (
        Opsomming(tuple(rijen)),
        Zacht(verder) if rest > LAAT_PER_KLANT else None,
        OpPapier(f"En nog {rest - OP_PAPIER} op de site.") if rest > OP_PAPIER else None,
    )
    eigen = _rij(eerste, portefeuille)
    return replace(eigen, wat=(eigen.wat, Vouw(OOK_TE_LAAT.format(rest), inhoud)))


def _rij(punt: Aandachtspunt, portefeuille: Portefeuille) -> Regel:
    """Write one point with the ways to do it."""
    regel = puntregel(punt, portefeuille)
    # What a client waits for is for this week, however far its last day is.
    stand = "deze_week" if regel.stand == "deze_maand" and moet_nu(punt) else regel.stand
    wegen = _wegen(punt, portefeuille)
    return Regel(opdracht(punt), _klant(punt, portefeuille), wanneer=regel.wanneer, doe=wegen, stand=stand)


def _wegen(punt: Aandachtspunt, portefeuille: Portefeuille) -> tuple[Link, ...]:
    """The event that ends it, else the page where it is done; and the way to let it wait."""
    if punt.uitstel:
        return ()
    doen = zo_leg_je_het_vast(punt, portefeuille) or Link("Hier doe je het", punt.doel, punt.titel)
    return tuple(filter(None, (doen, mag_dit_wachten(punt, portefeuille))))


def _klant(punt: Aandachtspunt, portefeuille: Portefeuille) -> Inhoud:
    """Name the client, and for whom it is done."""
    dossier = portefeuille.dossiers.get(punt.id)
    voor = Bij(f"van {portefeuille.naam(punt.voor)}") if punt.voor else None
    return (klant(dossier, segment=True) if dossier else None, voor) if dossier or voor else None


def _bij(week: Week, portefeuille: Portefeuille) -> Iterator[Inhoud]:
    """Say in the list of the team what to begin with, and who stands in for whom."""
    if week.moet:
        eerste, meer = week.moet[0].eerste, len(week.moet[0].punten) - 1
        naam = f"{eerste.naam}: " if eerste.naam else ""
        dag = over(portefeuille.dossiers.get(eerste.id, portefeuille), eerste.datum)
        yield Aaneen((f"Begin met {naam}{eerste.titel}, ", dag, f", en nog {meer}." if meer else "."))
    if kring := kringen(portefeuille).get(week.wie):
        persoon = portefeuille.gedeeld.personen[week.wie]
        yield hoofdletter(weg(portefeuille, persoon, kring).removeprefix(f"{persoon.naam} is "))
        if kring.voor:
            yield f"Neemt waar voor {taal.opsomming([ander.naam for ander, _ in kring.voor])}."


def _kort(week: Week, portefeuille: Portefeuille) -> str:
    """Say the week as the list of the team does: at which client something is late, or at how many."""
    if not week.moet:
        return "niets moet deze week"
    wie = [portefeuille.dossiers[een].naam for een in sorted(week.klanten_te_laat)]
    bij = taal.opsomming(wie) if len(wie) <= GENOEMD else str(len(wie))
    laat = f", te laat bij {bij}" if wie else ""
    return f"iets bij {taal.aantal(len(week.klanten), 'klant', 'klanten')}{laat}"


def weekzin(week: Week, portefeuille: Portefeuille) -> str:
    """Say the week in one line: for how many clients something must be done, and of how many something is late."""
    if week.moet:
        return deze_week(len(week.klanten), len(week.klanten_te_laat))
    later = sorted((ding.eerste for ding in week.mag), key=lambda punt: (punt.datum, punt.naam, punt.titel))
    if later:
        punt = later[0]
        return f"Niets moet deze week. {eerstvolgende(punt.titel, punt.naam, punt.datum, portefeuille.peildatum)}"
    eigen = [dossier for dossier in portefeuille.dossiers.values() if namen.doet(dossier) == week.wie]
    wacht = ", en er staat niets te wachten" if week.leeg else ""
    return f"Niets moet deze week{wacht}. {eerste_besluit(eigen, portefeuille.peildatum)}".strip()


def deze_week(klanten: int, te_laat: int) -> str:
    """Count clients, never things: a client of whom much is late is one client."""
    moet = f"Deze week moet er iets bij {taal.aantal(klanten, 'klant', 'klanten')}"
    if not te_laat:
        return f"{moet}; niets is te laat."
    if klanten == 1:
        return f"{moet}, en daar is iets te laat."
    return f"{moet}; bij {te_laat if te_laat < klanten else 'allemaal'} is iets te laat."


def eerste_besluit(dossiers: Iterable[Dossier], peildatum: date) -> str:
    """Say which decision on a contract comes first; empty when there is none."""
    besluiten = [(d.beslismoment.waarde, d.naam) for d in dossiers if d.beslismoment.waarde is not None]
    if not besluiten:
        return ""
    dag, naam = min(besluiten)
    return eerstvolgende("het beslismoment", naam, dag, peildatum)


def eerstvolgende(wat: str, klant: str, dag: date, peildatum: date) -> str:
    """Say what comes next; of a day from before we kept the client, which is not late, only the day."""
    over = straks(dag, peildatum) if dag >= peildatum else ""
    return f"Eerstvolgende: {wat} ({klant}){over and f', {over}'}, op {taal.datum(dag)}."


def _aanwezig(wie: str, portefeuille: Portefeuille) -> Iterator[Inhoud]:
    """Say who is away and who stands in, and where that work stands then."""
    persoon = portefeuille.gedeeld.personen.get(wie)
    if persoon is None:
        return
    yield aanwezigheid(portefeuille, persoon, kringen(portefeuille)[wie])
    door = waarnemer(wie, portefeuille.gedeeld.personen, portefeuille.peildatum)
    if door and door != wie:
        yield Link(f"De week van {portefeuille.naam(door)}", pad(door, portefeuille))


@per_portefeuille
def _met_gaten(portefeuille: Portefeuille) -> dict[str, list[Dossier]]:
    """The clients of each colleague of which facts miss, the most important first: by segment, then the most gaps."""
    van: dict[str, list[Dossier]] = {}
    for dossier in portefeuille.dossiers.values():
        if dossier.gaten and dossier.fase.waarde not in {None, "beeindigd"}:
            van.setdefault(namen.doet(dossier), []).append(dossier)
    for eigen in van.values():
        eigen.sort(key=lambda d: (SEGMENTEN.index(d.segment.waarde), -len(d.gaten), d.naam))
    return van


def _gaten(wie: str, portefeuille: Portefeuille) -> Iterator[Deel]:
    """Give the first gap of the most important clients, folded: it may wait, and helps all the same."""
    eigen = _met_gaten(portefeuille).get(wie, [])
    if eigen:
        regels = [_gat(dossier) for dossier in eigen[:KLANTEN_MET_GATEN]]
        kop = ("Nog aan te vullen bij de belangrijkste klanten", Zacht(f"{len(regels)}"))
        slot = Alinea(Link("Alles wat nog aan te vullen is", f"aanvullen/?wie={wie}"), zacht=True)
        yield Deel(kop, regels, slot=slot, dicht=True)


def _gat(dossier: Dossier) -> Regel:
    meer = len(dossier.gaten) - 1
    wat = (dossier.gaten[0].tekst, Zacht(f"en nog {meer}") if meer else None)
    return Regel(wat, klant(dossier, "gaten"))
