"""What happened at clients since the last talk, as files and journal say, and what was changed in those files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from macros.afleidingen.dossier import Dossier
from macros.model.contact import Contactmoment
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille
from macros.views.delen.aantekening import beloofd, procesuitkomst, vertel
from macros.views.delen.stukken import Dag, Link, Zacht
from macros.views.delen.veranderd import Los, deel_van, door, gewicht, losse, vanaf, week_terug
from macros.views.delen.werklijst import Deel, Regel, Werklijst, kaal
from macros.woorden import labels, taal


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One thing that happened."""

    dag: date
    id: str
    naam: str
    tekst: str


def gebeurd(dossier: Dossier, sinds: date) -> Iterator[Gebeurtenis]:
    """Give what was recorded from `sinds` up to and including the peildatum."""
    bronnen = (_contact, _afspraken, _contracten, _oordelen, _dagboek)
    gevonden = (feit for bron in bronnen for feit in bron(dossier))
    # What a line of the journal did is told of it, and may be told of the promise as well.
    for dag, tekst in dict.fromkeys(gevonden):
        if dag is not None and sinds <= dag <= dossier.peildatum:
            yield Gebeurtenis(dag, dossier.id, dossier.naam, tekst)


def _dagboek(dossier: Dossier) -> Iterator[tuple[date | None, str]]:
    """The notes, and what else the lines of the journal say; their talks are contact moments."""
    for een in dossier.aantekeningen:
        yield from ((een.regel.datum, tekst) for tekst in vertel(dossier, een) if tekst)


@per_portefeuille
def geschreven(portefeuille: Portefeuille) -> dict[str, list[Gebeurtenis]]:
    """What each colleague wrote in the journal this week, about any client; by colleague."""
    sinds = week_terug(portefeuille)
    gevonden: dict[str, list[Gebeurtenis]] = {}
    for dossier in portefeuille.dossiers.values():
        momenten = {m.id: m for m in dossier.account.contactmomenten}
        for een in dossier.aantekeningen:
            if sinds <= een.regel.datum <= portefeuille.peildatum:
                gesprek = [tekst for _, tekst in _gesprek(dossier, momenten[een.id])] if een.id in momenten else ()
                gevonden.setdefault(een.wie, []).extend(
                    Gebeurtenis(een.regel.datum, dossier.id, dossier.naam, tekst)
                    for tekst in (*gesprek, *vertel(dossier, een))
                )
    return gevonden


def _contact(dossier: Dossier) -> Iterator[tuple[date | None, str]]:
    for moment in dossier.account.contactmomenten:
        yield from _gesprek(dossier, moment)


def _gesprek(dossier: Dossier, moment: Contactmoment) -> Iterator[tuple[date, str]]:
    met_naam = dossier.gedeeld.instellingen.toon_contactnamen
    namen = {p.id: p.naam if met_naam else p.functie for p in dossier.account.contactpersonen}
    vorm = labels.woord(labels.VORM, moment.vorm).tekst
    met = taal.opsomming([namen[wie] for wie in moment.met if wie in namen])
    yield moment.datum, f"{vorm}{f' met {met}' if met else ''}{f': {moment.kern}' if moment.kern else ''}"
    yield from ((moment.datum, tekst) for tekst in procesuitkomst(moment))
    for signaal in moment.signalen:
        soort = labels.woord(labels.SIGNAAL, signaal.soort).tekst
        yield moment.datum, f"{soort}{f': {signaal.tekst}' if signaal.tekst else ''}"


def _afspraken(dossier: Dossier) -> Iterator[tuple[date | None, str]]:
    account = dossier.account
    for toezegging in account.toezeggingen:
        yield toezegging.gedaan_op, beloofd(toezegging.van, toezegging.tekst)
        if toezegging.stand != "open":
            stand = labels.woord(labels.TOEZEGGING_STAND, toezegging.stand).tekst
            yield toezegging.stand_op, f"{stand}: {toezegging.tekst}"
    for aanname in account.aannames:
        if aanname.stand != "open":
            yield aanname.stand_op, f"{labels.woord(labels.AANNAME_STAND, aanname.stand).tekst}: {aanname.tekst}"
    for wijziging in account.wijzigingen:
        soort = labels.woord(labels.WIJZIGING_SOORT, wijziging.soort).tekst
        yield wijziging.datum, f"{soort}{f': {wijziging.tekst}' if wijziging.tekst else ''}"


def _contracten(dossier: Dossier) -> Iterator[tuple[date | None, str]]:
    for stand in dossier.contracten.values():
        contract = stand.contract
        for uitkomst in contract.uitkomsten:
            resultaat = labels.woord(labels.RESULTAAT, uitkomst.resultaat).tekst.lower()
            yield uitkomst.datum, f"{contract.titel}: {resultaat}"
        for verlenging in contract.verlengingen:
            tot = taal.datum(verlenging.nieuwe_einddatum)
            yield verlenging.datum, f"{contract.titel}: verlengd tot en met {tot}"
        if contract.opzegging:
            door = "de klant" if contract.opzegging.door == "klant" else "ons"
            yield contract.opzegging.ontvangen_op, f"{contract.titel}: opgezegd door {door}"
        if contract.voorstel:
            yield contract.voorstel.verstuurd_op, f"{contract.titel}: voorstel verstuurd"
            yield contract.voorstel.besproken_op, f"{contract.titel}: voorstel besproken"


def _oordelen(dossier: Dossier) -> Iterator[tuple[date | None, str]]:
    for evaluatie in dossier.account.evaluaties:
        cijfers = [c for c in (evaluatie.cijfer_resultaat, evaluatie.cijfer_samenwerking) if c is not None]
        if cijfers:
            gegeven = taal.opsomming([taal.getal(cijfer) for cijfer in cijfers])
            yield evaluatie.datum, f"Cijfer {gegeven}: {evaluatie.opdracht or 'evaluatie'}"
    for review in dossier.account.fresheyes:
        yield review.uitgevoerd_op, "Frisse blik gehouden"
    for canvas in dossier.canvassen.values():
        yield canvas.canvas.gestart_op, f"Retentiecanvas {canvas.canvas.id} begonnen"
        yield canvas.canvas.sessie_op, f"Teamsessie voor Retentiecanvas {canvas.canvas.id}"
        if canvas.canvas.tussenevaluatie:
            yield canvas.canvas.tussenevaluatie.datum, f"Tussenevaluatie van Retentiecanvas {canvas.canvas.id}"


# --- what was changed in the files of a colleague's clients: the first thing to look at together ---

LICHT = 4
"""From this weight on a sentence is no matter for the talk: a next contact that moved, a line of the journal."""
OPEN = 6
"""Sentences that stand open."""


class Nieuws(NamedTuple):
    """One thing that changed at a client."""

    dossier: Dossier
    los: Los

    @property
    def tekens(self) -> int:
        """How long its line is."""
        return len(self.dossier.naam + self.los.zin.tekst + door(self.dossier.gedeeld, self.los.van))


def nieuws(dossiers: Iterable[Dossier]) -> list[Nieuws]:
    """What changed at these clients since the last talk, what weighs most first, then by client."""
    alles = [Nieuws(een, los) for een in dossiers for los in losse(vanaf(een, week_terug(een)))]
    zwaar = [een for een in alles if gewicht(een.los.zin) < LICHT]
    return sorted(zwaar, key=lambda een: (gewicht(een.los.zin), een.dossier.naam, -een.los.van.nummer))


def nieuwslijst(nieuw: Sequence[Nieuws], sinds: date, gedrukt: int) -> Werklijst:
    """The list, of which so many lines are printed."""
    regels = [_regel(een) for een in nieuw]
    rest = regels[OPEN:]
    return kaal(
        Deel(
            ("Wat veranderde sinds het vorige overleg", Zacht(f"vanaf {taal.datum(sinds)}")),
            regels[:OPEN],
            "In de bestanden van deze klanten is niets veranderd waar je het over hoeft te hebben.",
            anker="veranderd",
            gedrukt=min(gedrukt, OPEN),
            delen=[Deel(f"En nog {len(rest)}", rest, dicht=True, gedrukt=0)] * bool(rest),
        ),
        niveau=2,
    )


def _regel(een: Nieuws) -> Regel:
    dossier, los = een
    klant = Link(dossier.naam, f"accounts/{dossier.id}/#{deel_van(los.zin)}")
    wie = Zacht((Dag(los.van.dag), f"door {door(dossier.gedeeld, los.van)}"))
    return Regel((klant, los.zin.tekst, wie))
