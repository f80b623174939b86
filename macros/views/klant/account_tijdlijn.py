"""What happened with one client, the latest first: start, talks, changes, marks, reviews, renewals and endings."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from macros.afleidingen.dossier import Dossier
from macros.views.delen import namen
from macros.views.delen.blad import Blad, Feiten, Leeg, Tussenkop, Vouw
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import Nadruk
from macros.views.klant.account_contact import signaaltekst
from macros.views.render import Inhoud
from macros.woorden import labels, taal

EERST = 18
"""Events that stand open on the page."""


class Gebeurtenis(NamedTuple):
    """One thing that happened."""

    datum: date
    soort: str
    tekst: str


@klantmacro
def account_tijdlijn(dossier: Dossier) -> Blad:
    """Tell what happened until the peildatum, by year; what is planned stands under the moments."""
    bronnen = (_contracten, _samenwerking, _reviews, _canvassen, _gesprekken)
    alles = [g for bron in bronnen for g in bron(dossier) if g.datum <= dossier.peildatum]
    alles.sort(key=lambda gebeurtenis: gebeurtenis.datum, reverse=True)
    eerder = alles[EERST:]
    return Blad(
        "account-tijdlijn",
        (
            _jaren(alles[:EERST]) if alles else Leeg("Nog niets vastgelegd."),
            Vouw(f"{len(eerder)} eerder", _jaren(eerder)) if eerder else None,
        ),
    )


def _jaren(gebeurtenissen: list[Gebeurtenis]) -> Inhoud:
    return [
        (
            Tussenkop(str(jaar), niveau=3),
            Feiten(tuple((taal.datum_compact(g.datum), (Nadruk(g.soort), g.tekst)) for g in groep)),
        )
        for jaar, groep in groupby(gebeurtenissen, key=lambda gebeurtenis: gebeurtenis.datum.year)
    ]


def _contracten(dossier: Dossier) -> Iterator[Gebeurtenis]:
    if dossier.account.klant_sinds:
        yield Gebeurtenis(dossier.account.klant_sinds, "Klant", "Klant geworden")
    for contract in dossier.account.contracten:
        yield Gebeurtenis(contract.startdatum, "Contract", f"{contract.titel} begonnen")
        for optie in contract.opties:
            if optie.datum_gelicht:
                yield Gebeurtenis(
                    optie.datum_gelicht, "Contract", f"{contract.titel}: optie van {optie.maanden} maanden gelicht"
                )
        for verlenging in contract.verlengingen:
            woorden = labels.VERLENGING_SOORT[verlenging.soort].tekst.lower()
            tot = taal.datum(verlenging.nieuwe_einddatum)
            yield Gebeurtenis(verlenging.datum, "Contract", f"{contract.titel} {woorden}, tot en met {tot}")
        for uitkomst in contract.uitkomsten:
            woorden = labels.RESULTAAT[uitkomst.resultaat].tekst.lower()
            yield Gebeurtenis(uitkomst.datum, "Uitkomst", _met(f"{contract.titel}: {woorden}", uitkomst.toelichting))
        if contract.opzegging:
            door = "de klant" if contract.opzegging.door == "klant" else "ons"
            tekst = _met(f"{contract.titel} opgezegd door {door}", contract.opzegging.reden)
            yield Gebeurtenis(contract.opzegging.ontvangen_op, "Opzegging", tekst)
        if contract.voorstel and contract.voorstel.verstuurd_op:
            yield Gebeurtenis(contract.voorstel.verstuurd_op, "Voorstel", f"Voorstel {contract.titel} verstuurd")


def _samenwerking(dossier: Dossier) -> Iterator[Gebeurtenis]:
    account = dossier.account
    if account.opstart and account.opstart.kickoff_op:
        yield Gebeurtenis(account.opstart.kickoff_op, "Kick-off", "Kick-off met de klant")
    if account.overgedragen_op:
        nieuw = namen.collega(dossier, account.driehoek.accountmanager)
        yield Gebeurtenis(account.overgedragen_op, "Overdracht", f"Accountmanager werd {nieuw}")
    for wijziging in account.wijzigingen:
        soort = labels.WIJZIGING_SOORT[wijziging.soort].tekst if wijziging.soort else "Wijziging"
        vervolg = f", opgevolgd op {taal.datum(wijziging.opgevolgd_op)}" if wijziging.opgevolgd_op else ""
        yield Gebeurtenis(wijziging.datum, "Wijziging", f"{soort}: {wijziging.tekst}{vervolg}")
    for evaluatie in account.evaluaties:
        cijfers = [taal.getal(c) for c in (evaluatie.cijfer_resultaat, evaluatie.cijfer_samenwerking) if c is not None]
        tekst = " en ".join(cijfers) or "evaluatie zonder cijfer"
        yield Gebeurtenis(evaluatie.datum, "Cijfer", _met(tekst, evaluatie.opdracht))
    for signaal in account.signalen:
        yield Gebeurtenis(signaal.datum, "Signaal", signaal.signaal or "Waarschuwingssignaal uit een les")
    for training in account.trainingen:
        yield Gebeurtenis(training.datum, "Training", _met("Gebruikerstraining", training.doelgroep))


def _reviews(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for review in dossier.account.fresheyes:
        if review.uitgevoerd_op:
            naam = "Collegiale frisse blik" if review.extern is False else "Frisse blik"
            yield Gebeurtenis(review.uitgevoerd_op, "Review", _met(naam, review.door))
    for terugblik in dossier.account.postmortems:
        if terugblik.uitgevoerd_op:
            yield Gebeurtenis(terugblik.uitgevoerd_op, "Review", _met("Terugblik na vertrek", terugblik.door))


def _canvassen(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for stand in dossier.canvassen.values():
        canvas = stand.canvas
        yield Gebeurtenis(canvas.gestart_op, "Canvas", f"Retentiecanvas {canvas.id} begonnen")
        if canvas.sessie_op:
            yield Gebeurtenis(canvas.sessie_op, "Canvas", f"Teamsessie over canvas {canvas.id}")
        if canvas.tussenevaluatie:
            woord = labels.woord(labels.WERKT_HET, canvas.tussenevaluatie.werkt_het).tekst.lower()
            yield Gebeurtenis(canvas.tussenevaluatie.datum, "Canvas", f"Tussenevaluatie canvas {canvas.id}: {woord}")


def _gesprekken(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for moment in dossier.account.contactmomenten:
        met = namen.contacten(dossier, moment.met)
        soort = labels.VORM[moment.vorm].tekst
        gemerkt = (_met(labels.SIGNAAL[signaal.soort].tekst, signaaltekst(signaal)) for signaal in moment.signalen)
        kern = " · ".join(filter(None, (moment.kern, *gemerkt)))
        yield Gebeurtenis(moment.datum, soort, _met(met or namen.collega(dossier, moment.wie) or soort, kern))
    for persoon in dossier.account.contactpersonen:
        if persoon.kennismaking_op:
            yield Gebeurtenis(persoon.kennismaking_op, "Kennismaking", f"{persoon.naam}, {persoon.functie}")


def _met(tekst: str, toelichting: str | None) -> str:
    return f"{tekst}: {toelichting}" if toelichting else tekst
