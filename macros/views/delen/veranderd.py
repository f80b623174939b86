"""What changed since a day, as every page tells it: what matters first, and in place with day, person and was → is.

Nothing here is shown without a history (`handboek geschiedenis`), and nothing of after the peildatum.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from markupsafe import Markup

from macros.afleidingen.dossier import Dossier
from macros.model.gedeeld import Gedeeld
from macros.model.geschiedenis import Verteld, Wijziging, tot_dag
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.stukken import Bij, Link
from macros.views.render import Inhoud, Stuk, veilig
from macros.woorden import taal
from macros.woorden.opmaak import opmaak

TEKEN = "Δ"
"""Not the pencil, which leads to changing something."""
ONBEKEND = "onbekend"
"""Who wrote something when the name in git is that of no colleague."""
DELEN = {
    "contracten": "contracten",
    "contactpersonen": "mensen",
    "verwachtingen": "verwachtingen",
    "aannames": "verwachtingen",
    "wijzigingen": "verwachtingen",
    "signalen": "verwachtingen",
    "toezeggingen": "beloften",
    "contactregels": "contact",
    "contactmomenten": "contact",
    "dagboek": "contact",
    "contact": "contact",
    "bericht_volgende": "contact",
    "evaluaties": "tevredenheid",
    "fresheyes": "tevredenheid",
    "postmortems": "tevredenheid",
    "fresheyes_vervalt": "tevredenheid",
    "postmortem_vervalt": "tevredenheid",
    "garantie": "tevredenheid",
    "kansen": "kansen",
    "concurrenten": "kansen",
    "canvassen": "canvas",
    "canvas_stand": "canvas",
    "canvas_volledigheid": "canvas",
    "driehoek": "driehoek",
    "projecten": "driehoek",
    "kennismaking": "web",
    "web": "web",
    "klantbeeld": "klantbeeld",
    "gaten": "gaten",
    "vandaag": "momenten",
}
"""The part of a client page where a fact or what follows from it stands, by how its path begins; others: `over`."""
KOPPEN = {
    "contracten": "contracten",
    "mensen": "mensen bij de klant",
    "verwachtingen": "verwachtingen en problemen",
    "beloften": "toezeggingen",
    "contact": "contact",
    "tevredenheid": "cijfers en frisse blikken",
    "kansen": "kansen en concurrenten",
    "canvas": "Retentiecanvas",
    "driehoek": "wie doet wat",
    "web": "wie kent wie",
    "klantbeeld": "klantbeeld",
    "gaten": "nog aan te vullen",
    "momenten": "wat komt eraan",
    "over": "over deze klant",
}
"""What the way to each of those parts is called in a list."""
_BESLIST = ("opzegdeadline", "einddatum_actueel", "beslisdatum", "laatste_dag", "optiedeadline", "uiterste_publicatie")
"""Days on which a contract is decided."""
_GEWICHT_VAN_STAND = {"klantbeeld": 1, "fase": 1, "contracten": 1, "segment": 4, "garantie": 4}


class Los(NamedTuple):
    """One sentence with the change that it is of."""

    van: Wijziging
    zin: Verteld


def vanaf(dossier: Dossier, dag: date) -> tuple[Wijziging, ...]:
    """The changes of a client from a day on, the newest first."""
    alle = dossier.gedeeld.geschiedenis.van(dossier.id, dossier.peildatum)
    return tuple(reversed([een for een in alle if een.dag >= dag]))


def gedeelde(gedeeld: Gedeeld, dag: date, peildatum: date) -> tuple[Wijziging, ...]:
    """The same of the shared files."""
    return tuple(reversed([een for een in tot_dag(gedeeld.geschiedenis.gedeeld, peildatum) if een.dag >= dag]))


def week_terug(alles: Dossier | Portefeuille) -> date:
    """The first day since the last weekly talk: what the talk, and whoever looks back a week, looks back to."""
    return alles.peildatum - timedelta(days=alles.gedeeld.instellingen.stand_week_dagen)


def losse(wijzigingen: Iterable[Wijziging]) -> list[Los]:
    """Every sentence, the one that a reader must know first; of one weight the newest first.

    Of a fact or day that changed more than once the last one is told.
    """
    alle = [Los(een, zin) for een in wijzigingen for zin in (*een.gevolgen, *een.zinnen)]
    laatste: dict[tuple[object, ...], Los] = {}
    for los in alle:
        # What has no place of its own is told by its words: a line of the journal, an item on Vandaag.
        eigen = los.zin.soort in ("anders", "datum") or los.zin.waar in (("fase",), ("canvas_volledigheid",))
        laatste.setdefault((los.zin.waar,) if eigen else (los.zin.waar, los.zin.tekst), los)
    return sorted(laatste.values(), key=lambda los: (gewicht(los.zin), -los.van.nummer))


def gewicht(zin: Verteld) -> int:
    """How much a reader must know it: 0 the days on which a contract is decided, 6 what is mere bookkeeping."""
    begin, einde = str(zin.waar[0]) if zin.waar else "", str(zin.waar[-1]) if zin.waar else ""
    if zin.soort == "datum":
        return 0 if begin == "contracten" and einde.startswith(_BESLIST) else 5
    if zin.soort == "stand":
        return _GEWICHT_VAN_STAND.get(begin, 5)
    if zin.soort == "werk":
        return 2 if zin.wordt else 6  # new work has a day; what is gone had one, and what is missed has none
    return 4 if zin.soort in ("dagboek", "volgorde") else 3


def door(gedeeld: Gedeeld, wijziging: Wijziging) -> str:
    """Who wrote it, by name."""
    persoon = gedeeld.personen.get(wijziging.wie or "")
    return persoon.naam if persoon else ONBEKEND


def deel_van(zin: Verteld) -> str:
    """The part of the client page that a sentence is about."""
    return DELEN.get(str(zin.waar[0]), "over") if zin.waar else "over"


def regel(dossier: Dossier, los: Los) -> Inhoud:
    """One sentence in a list: what, and in small when, by whom, and the way to where it stands."""
    deel = deel_van(los.zin)
    plek = Link(KOPPEN[deel], f"accounts/{dossier.id}/#{deel}", bij=f"van {dossier.naam}")
    return los.zin.tekst, Bij((f"{taal.datum_compact(los.van.dag)}, door {door(dossier.gedeeld, los.van)} ·", plek))


@dataclass(frozen=True, slots=True)
class Gewijzigd(Stuk):
    """The mark of a change where it stands: "Δ Gewijzigd 12 nov 2026 door Sara Bos: was … → …".

    The browser can narrow the marks of a page to those from a later day (veranderd.js).
    """

    dag: date
    wie: str
    tekst: str

    def html(self, basis: str) -> Markup:  # noqa: ARG002  every piece is asked the same
        """Print the mark."""
        return opmaak(
            '<span class="gewijzigd" data-gewijzigd="{}">{} <b>Gewijzigd <time datetime="{}">{}</time>'
            "</b> door {}: {}</span>",
            self.dag,
            TEKEN,
            self.dag,
            taal.datum_compact(self.dag),
            veilig(self.wie),
            veilig(self.tekst),
        )


def merken(dossier: Dossier, los: Iterable[Los], kop: Callable[[str], str] | None = None) -> tuple[Gewijzigd, ...]:
    """The marks of sentences; `kop` shortens what stands before the first colon."""
    return tuple(
        Gewijzigd(een.van.dag, door(dossier.gedeeld, een.van), _was(een.zin, kop or (lambda woorden: woorden)))
        for een in los
    )


def _was(zin: Verteld, kop: Callable[[str], str]) -> str:
    """A sentence in place: "Omvang: was L → XL"."""
    titel, teken, rest = zin.tekst.partition(": ")
    if not teken:
        return zin.tekst
    was = "was " if zin.soort == "anders" and " → " in rest else ""
    return f"{kop(titel)}: {was}{rest}"


class Keuze(NamedTuple):
    """A day from which marks can be shown, with what it is: "de coach het canvas las"."""

    dag: date
    woorden: str


@dataclass(frozen=True, slots=True)
class Sindskeuze(Stuk):
    """From which day marks are shown; without a script those of the first choice, and nothing to choose."""

    keuzes: tuple[Keuze, ...]
    """The earliest first."""
    tot: date

    def html(self, basis: str) -> Markup:  # noqa: ARG002  every piece is asked the same
        """Print the choice, which the script shows."""
        opties = Markup().join(
            opmaak('<option value="{}">{}</option>', een.dag, veilig(een.woorden)) for een in self.keuzes
        )
        eerste = self.keuzes[0].dag
        return opmaak(
            '<p class="gewijzigd__keuze" data-sinds hidden><label>Toon wijzigingen <select>{}'
            '<option value="">vanaf een dag</option></select></label>'
            ' <label hidden>Vanaf <input type="date" min="{}" max="{}" value="{}"></label>'
            ' <span role="status" class="zacht"></span></p>',
            opties,
            eerste,
            self.tot,
            eerste,
        )


def in_delen(los: Sequence[Los]) -> dict[str, list[Los]]:
    """Sentences by the part of the client page that they are about."""
    per_deel: dict[str, list[Los]] = {}
    for een in los:
        per_deel.setdefault(deel_van(een.zin), []).append(een)
    return per_deel
