"""Contact with one client, and all that happened: start, talks, changes, marks, reviews, renewals and endings."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.dossier import Dossier
from macros.model.contact import Contactmoment, Contactsignaal
from macros.views.delen import berichten, namen
from macros.views.delen.aantekening import procesuitkomst, vertel
from macros.views.delen.blad import Alinea, Blad, Feiten, Leeg, Naast, Opsomming, Tussenkop, Vouw
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import Bij, Dag, Link, Nadruk, Onder, Waarom, Zacht, geleden, wanneer
from macros.views.render import Inhoud
from macros.woorden import labels, taal

OPEN_MOMENTEN = 3
"""Moments that stand open on the page."""


@klantmacro
def account_contact(dossier: Dossier) -> Blad:
    """Show the standing of each contact rule with the messages, beside the log: what is planned, then the latest."""
    if dossier.contact:
        # The longest overdue first.
        regels: Inhoud = Opsomming(tuple(_regel(dossier, stand) for stand in dossier.contact))
    else:
        zonder = "Geen contactafspraken die nu lopen."
        regels = Leeg(zonder if dossier.segment.waarde else "Geen contactafspraken: kies eerst een segment.")
    return Blad("account-contact", (Naast(((regels, *_berichten(dossier)), tuple(_momenten_per_stand(dossier)))),))


def _regel(dossier: Dossier, stand: Contactstand) -> Inhoud:
    """Word one agreement: how long ago or how late, how often, and who of us."""
    wij = namen.collegas(dossier, stand.personen) or labels.woord(labels.ROL, stand.wie).tekst
    wie = " met ".join(filter(None, (wij, namen.contacten(dossier, stand.met))))
    if stand.stand == "te_laat":
        dagen = (dossier.peildatum - stand.sinds).days
        nooit = "" if stand.laatste else "nog "
        stil = f"{taal.aantal(dagen, 'dag', 'dagen')} {nooit}niet gesproken (afspraak: {stand.elke_dagen})"
        hoe = taal.met_punten(stil, wie)
    else:
        laatst = f"laatst {geleden(stand.laatste, dossier.peildatum)}" if stand.laatste else "nog nooit"
        straks = stand.wacht.woorden if stand.wacht else wanneer(stand.volgende.waarde, dossier.peildatum)
        hoe = taal.met_punten(straks, f"{laatst}, afspraak {stand.elke_dagen} dagen", wie)
    return (
        None if stand.stand == "op_tijd" else labels.STAND[stand.stand],
        Nadruk(stand.naam),
        Waarom(stand.volgende, f"waarom-contact-{stand.regel}"),
        Bij(hoe),
    )


def _berichten(dossier: Dossier) -> Iterator[Inhoud]:
    """Count the messages of a year against the norm, with the next and the last one and who may get them."""
    if dossier.berichten_12m is None:
        return
    norm = dossier.gedeeld.instellingen.berichten_per_jaar
    aantal = taal.aantal(dossier.berichten_12m, "bericht", "berichten")
    yield f"{aantal} in twaalf maanden (afspraak: {norm})"
    if dossier.bericht_volgende.waarde:
        yield Zacht("het volgende uiterlijk"), Waarom(dossier.bericht_volgende, "waarom-bericht-volgende")
    laatste = _laatste(dossier)
    yield Bij(f"Laatst: {laatste}" if laatste else None)
    nieuwsbrief = berichten.nieuwsbrief(dossier, lambda mensen: taal.opsomming([mens.naam for mens in mensen]))
    yield Bij(f"Nieuwsbrief {nieuwsbrief}" if nieuwsbrief else None)


def _laatste(dossier: Dossier) -> str:
    """Say what the last message was about, when it went out and whether we called about it."""
    bericht = berichten.laatste(dossier)
    if bericht is None:
        return ""
    op = bericht.nagebeld.get(dossier.id)
    nagebeld = f", nagebeld op {taal.datum(op)}" if op else ""
    return f"“{berichten.onderwerp(bericht)}”, {taal.datum(bericht.datum)}{nagebeld}"


def _momenten_per_stand(dossier: Dossier) -> Iterator[Inhoud]:
    momenten = sorted(dossier.account.contactmomenten, key=lambda moment: moment.datum)
    if gepland := [moment for moment in momenten if moment.datum > dossier.peildatum]:
        yield Tussenkop("Gepland", niveau=3)
        yield _momenten(dossier, gepland)
    gehouden = [moment for moment in reversed(momenten) if moment.datum <= dossier.peildatum]
    yield Tussenkop("Gesprekken", niveau=3)
    yield _momenten(dossier, gehouden[:OPEN_MOMENTEN]) if gehouden else Leeg("Nog geen gesprek vastgelegd.")
    if len(gehouden) > OPEN_MOMENTEN:
        # Parts of this page also stand on pages of the handbook, so that a link names its page.
        elders = Link("wat er gebeurde", f"accounts/{dossier.id}/#tijdlijn")
        yield Alinea((f"{len(gehouden) - OPEN_MOMENTEN} eerder: zie", elders), zacht=True)


def _momenten(dossier: Dossier, momenten: Iterable[Contactmoment]) -> Opsomming:
    return Opsomming(tuple(_moment(dossier, moment) for moment in momenten))


def _moment(dossier: Dossier, moment: Contactmoment) -> Inhoud:
    """Word one contact: when, how, who of us with whom, what was said, and what the client let show."""
    wij, zij = namen.collega(dossier, moment.wie), namen.contacten(dossier, moment.met)
    wie = " met ".join(filter(None, (wij, zij)))
    gevraagd = [v.tekst for v in dossier.account.verwachtingen if v.id in moment.nagevraagd]
    return (
        Dag(moment.datum, voluit=True),
        Zacht(", ".join(filter(None, (labels.VORM[moment.vorm].tekst, wie)))),
        Onder(moment.kern) if moment.kern else None,
        *(Onder(tekst) for tekst in procesuitkomst(moment)),
        Onder(f"Nagevraagd: {'; '.join(gevraagd)}") if gevraagd else None,
        *(Onder((labels.SIGNAAL[signaal.soort], signaaltekst(signaal))) for signaal in moment.signalen),
    )


def signaaltekst(signaal: Contactsignaal) -> str:
    """What the client let show, and when something was done with it; empty when nobody wrote either down."""
    gedaan = f"opgevolgd op {taal.datum(signaal.opgevolgd_op)}" if signaal.opgevolgd_op else ""
    return ", ".join(filter(None, (signaal.tekst, gedaan)))


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
    alles = gebeurtenissen(dossier)
    eerder = alles[EERST:]
    return Blad(
        "account-tijdlijn",
        (
            _jaren(alles[:EERST]) if alles else Leeg("Nog niets vastgelegd."),
            Vouw(f"{len(eerder)} eerder", _jaren(eerder)) if eerder else None,
        ),
    )


def gebeurtenissen(dossier: Dossier) -> list[Gebeurtenis]:
    """Give everything with a day until the peildatum, the latest first."""
    bronnen = (_contracten, _samenwerking, _reviews, _canvassen, _gesprekken, _notities)
    alles = [g for bron in bronnen for g in bron(dossier) if g.datum <= dossier.peildatum]
    return sorted(alles, key=lambda gebeurtenis: gebeurtenis.datum, reverse=True)


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
        if not contract.startdatum_geschat:
            yield Gebeurtenis(contract.startdatum, "Contract", f"{contract.titel} begonnen")
        for optie in contract.opties:
            if optie.status == "gelicht" and optie.datum_gelicht:
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
        for dag, wat in ((training.nagevraagd_op, "nagevraagd"), (training.teruggekomen_op, "teruggekomen")):
            if dag:
                yield Gebeurtenis(dag, "Training", _met(f"Training {wat}", training.doelgroep))


def _reviews(dossier: Dossier) -> Iterator[Gebeurtenis]:
    for review in dossier.account.fresheyes:
        if review.uitgevoerd_op:
            naam = "Collegiale frisse blik" if review.extern is False else "Frisse blik"
            yield Gebeurtenis(review.uitgevoerd_op, "Frisse blik", _met(naam, review.door))
    for terugblik in dossier.account.postmortems:
        if terugblik.uitgevoerd_op:
            yield Gebeurtenis(terugblik.uitgevoerd_op, "Terugblik", _met("Terugblik na vertrek", terugblik.door))


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
    regels = {een.id: een for een in dossier.aantekeningen}
    for moment in dossier.account.contactmomenten:
        met = namen.contacten(dossier, moment.met)
        verder = vertel(dossier, regels[moment.id]) if moment.id in regels else ()
        soort = labels.VORM[moment.vorm].tekst
        gemerkt = (_met(labels.SIGNAAL[signaal.soort].tekst, signaaltekst(signaal)) for signaal in moment.signalen)
        kern = " · ".join(filter(None, (moment.kern, *procesuitkomst(moment), *gemerkt, *verder)))
        yield Gebeurtenis(moment.datum, soort, _met(met or namen.collega(dossier, moment.wie) or soort, kern))
    for persoon in dossier.account.contactpersonen:
        if persoon.kennismaking_op:
            yield Gebeurtenis(persoon.kennismaking_op, "Kennismaking", persoon.voluit)


def _notities(dossier: Dossier) -> Iterator[Gebeurtenis]:
    """What the journal says of a day on which nobody was spoken to."""
    for een in dossier.aantekeningen:
        if not een.regel.is_gesprek:
            tekst = " · ".join(vertel(dossier, een)).removeprefix("Notitie: ")
            yield Gebeurtenis(een.regel.datum, "Notitie", _met(namen.collega(dossier, een.wie), tekst))


def _met(tekst: str, toelichting: str | None) -> str:
    return f"{tekst}: {toelichting}" if toelichting else tekst
