"""Wat veranderde: what the team did to the files since the last publication and in the last week, client by client.

What follows comes first: days that moved, work that came, a klantbeeld that is another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Alinea, Blad, Leeg, Opsomming, Tussenkop, Vouw, Zin
from macros.views.delen.onderdeel import Kaart, kaart, kaartstand, overzicht
from macros.views.delen.stukken import Bij, Link, Reeks, klant
from macros.views.delen.veranderd import Los, door, gedeelde, gewicht, losse, regel, vanaf, week_terug
from macros.views.delen.werklijst import Deel, Regel, kaal
from macros.views.render import Inhoud
from macros.views.veranderd.veranderdfeed import FEED
from macros.woorden import taal
from macros.woorden.labels import Label

EERST = 6
"""Sentences of a client that stand open."""
GEEN = (
    "Op deze site staat dit nog niet aan: de beheerder van de site kan het aanzetten. Daarna staat hier per klant wat"
    " een collega veranderde."
)
NIETS = "In deze dagen is er niets veranderd."
STIL = "Deze site staat stil op een vaste dag. Wat er daarna veranderde, staat er niet bij."
ZONDER = Label("De beheerder zet dit aan", "–", "stil")
KLANTBEELD = "keer iets in het klantbeeld"
ZWAAR = 2
"""Up to this weight a sentence is about a day that decides, the klantbeeld or the phase, or new work."""


@overzicht
def veranderd(portefeuille: Portefeuille) -> Blad:
    """Make the page."""
    geschiedenis = portefeuille.gedeeld.geschiedenis
    if not geschiedenis.is_er:
        meer = Alinea(Link("Voor de beheerder: zo zet je dit aan", "bijdragen/publiceren/#geschiedenis"))
        return Blad("veranderd", (Leeg(GEEN), meer))
    week = week_terug(portefeuille)
    blokken: list[Inhoud] = [Zin(_zin(portefeuille, week))]
    if portefeuille.vast:
        blokken.append(Alinea(STIL, zacht=True))
    if geschiedenis.vorige and geschiedenis.vorige.dag <= portefeuille.peildatum:
        van = geschiedenis.vorige
        blokken.append(Tussenkop("Sinds de vorige publicatie", "publicatie", bij=f"van {taal.datum(van.dag)}"))
        blokken += _deel(portefeuille, van.dag, na=van.nummer)
    blokken.append(Tussenkop("De afgelopen week", "week", bij=f"vanaf {taal.datum(week)}"))
    blokken += _deel(portefeuille, week)
    wegen = (Link("Volg dit als feed", FEED), Link("Zo doe je dat", "agenda/#feed"))
    blokken.append(Alinea(Reeks(wegen, " ·"), zacht=True))
    return Blad("veranderd", tuple(blokken))


@kaart("veranderd/")
def veranderdkaart(portefeuille: Portefeuille) -> Kaart:
    """Count the clients that changed in a week, and the days that moved."""
    vraag = "Wat is er veranderd sinds ik keek, en wat volgt daaruit?"
    if not portefeuille.gedeeld.geschiedenis.is_er:
        return Kaart(vraag, "Nog niets", "te zien op deze site", ZONDER)
    per_klant = _per_klant(portefeuille, week_terug(portefeuille))
    zwaar = sum(gewicht(een.zin) == 0 for _, los in per_klant for een in los)
    woorden = "datum verschoof" if zwaar == 1 else "datums verschoven"
    telt = f"{'klant' if len(per_klant) == 1 else 'klanten'} veranderd in een week"
    return Kaart(vraag, len(per_klant), telt, kaartstand(zwaar, woorden))


def _per_klant(portefeuille: Portefeuille, dag: date, na: int = 0) -> list[tuple[Dossier, list[Los]]]:
    """The sentences of every client that changed from a day on, by a commit after `na`; what weighs most first."""
    gevonden = [
        (dossier, los)
        for dossier in portefeuille.dossiers.values()
        if (los := losse(een for een in vanaf(dossier, dag) if een.nummer > na))
    ]
    return sorted(gevonden, key=lambda paar: (gewicht(paar[1][0].zin), paar[0].naam))


def _zin(portefeuille: Portefeuille, week: date) -> str:
    per_klant = _per_klant(portefeuille, week)
    zinnen = [een.zin for _, los in per_klant for een in los]
    if not zinnen:
        return f"Sinds {taal.datum(week)} is er bij geen klant iets veranderd."
    gevolg = [
        taal.aantal(aantal, een, meer)
        for aantal, een, meer in (
            (sum(gewicht(zin) == 0 for zin in zinnen), "beslissende datum verschoof", "beslissende datums verschoven"),
            (
                sum(zin.waar == ("klantbeeld",) for zin in zinnen),
                KLANTBEELD,
                KLANTBEELD,
            ),
            (sum(gewicht(zin) == ZWAAR for zin in zinnen), "ding erbij op Vandaag", "dingen erbij op Vandaag"),
        )
        if aantal
    ]
    bij = taal.aantal(len(per_klant), "klant", "klanten")
    volgt = f": {taal.opsomming(gevolg)}" if gevolg else ""
    return f"Sinds {taal.datum(week)} veranderde er iets bij {bij}{volgt}."


def _deel(portefeuille: Portefeuille, dag: date, na: int = 0) -> Iterator[Inhoud]:
    """The clients, and what the team changed for everybody."""
    per_klant = _per_klant(portefeuille, dag, na)
    samen = losse(een for een in gedeelde(portefeuille.gedeeld, dag, portefeuille.peildatum) if een.nummer > na)
    if not per_klant and not samen:
        yield Leeg(NIETS)
    if per_klant:
        yield kaal(*(_klant(dossier, los) for dossier, los in per_klant))
    if samen:
        regels = tuple((een.zin.tekst, Bij(_wanneer(portefeuille, een))) for een in samen)
        yield Vouw("Voor iedereen: instellingen, team en berichten", Opsomming(regels), len(regels))


def _klant(dossier: Dossier, los: Sequence[Los]) -> Deel:
    regels = [Regel(regel(dossier, een)) for een in los]
    rest = regels[EERST:]
    meer = [Deel(f"En nog {len(rest)}", rest, dicht=True)] * bool(rest)
    return Deel(klant(dossier, "veranderd", segment=True), regels[:EERST], delen=meer)


def _wanneer(portefeuille: Portefeuille, een: Los) -> str:
    return f"{taal.datum_compact(een.van.dag)}, door {door(portefeuille.gedeeld, een.van)}"
