"""What happened at clients since a week ago, from account files and from the journal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros.afleidingen.dossier import Dossier
from macros.model.contact import Contactmoment
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille
from macros.views.delen.aantekening import beloofd, procesuitkomst, vertel
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
    sinds = vanaf(portefeuille)
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


def vanaf(portefeuille: Portefeuille) -> date:
    """The first day that the talk looks back to."""
    return portefeuille.peildatum - timedelta(days=portefeuille.gedeeld.instellingen.stand_week_dagen)


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
