"""What happens between the client and us: new faces, promises, signals, decisions, a decent farewell.

And the rhythm of keeping in touch (domain 3.8).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from macros.aandacht.punt import Aandachtspunt, Maker
from macros.afleidingen.contact.berichten import lezers
from macros.afleidingen.contact.contact import PROCES, Contactstand
from macros.afleidingen.contact.web import aanwezig, met_open_plek, open_met
from macros.afleidingen.contract.datums import gehouden
from macros.afleidingen.contract.perioden import eind_van, in_beheer_sinds
from macros.afleidingen.klant.afspraken import is_nagevraagd, is_teruggekomen, navragen_op, terug_op
from macros.afleidingen.klant.segment import VOLDOET_NIET, c_besluit_gevraagd, criteria_onder, klantbesluit_gevraagd
from macros.afleidingen.klant.terugblikken import afsluitlijst
from macros.model.werk import SOORTEN
from macros.portefeuille.acties import openstaand
from macros.woorden import taal

SPREEK = {
    "bezoek": "Ga langs op {} niveau",
    "belafspraak": "Bel iemand op {} niveau",
    "overleg": "Overleg op {} niveau",
    "bericht": "Stuur een bericht op {} niveau",
    "procesafstemming": "Houd de procesafstemming",
    "nazorg": "Vraag na hoe het gaat op {} niveau",
}
"""What a contact rule asks, by its form; the layer of the client fills the place."""


def ritmepunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give each contact rule whose turn it is, and the next message."""
    for regel in maker.dossier.contact:
        yield from _contact(maker, regel)
    yield from _bericht(maker)


def trainingspunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Ask after half a year whether a training helped, and come back after a year; no talk by itself answers that."""
    dossier = maker.dossier
    instellingen, alle, peildatum = dossier.gedeeld.instellingen, dossier.account.trainingen, dossier.peildatum
    for training in alle:
        if not gehouden(training.datum, peildatum) or is_teruggekomen(training, alle, peildatum):
            continue
        terug, doelgroep = terug_op(training, instellingen), training.doelgroep or "de gebruikers"
        titel, dag, doel = f"Kom terug op de training voor {doelgroep}", terug, training.doel_lang
        if not (maker.nabij(terug) or is_nagevraagd(training, peildatum)):
            dag, titel = navragen_op(training, instellingen), f"Vraag wat er vastzit na de training voor {doelgroep}"
        waarom = f"Het doel: {doel}" if doel else f"Getraind op {taal.datum(training.datum)}"
        over = str(training.datum)
        yield from maker.punt("training", titel, dag, anker="trainingen", waarom=waarom, over=over)


def _contact(maker: Maker, regel: Contactstand) -> Iterator[Aandachtspunt]:
    """One contact rule; the reason is the real rhythm beside the agreed one."""
    if maker.nabij(regel.volgende.waarde):
        yield from maker.punt(
            "contact",
            SPREEK[regel.vorm].format(regel.laag),
            regel.volgende.waarde,
            waarom=ritme(regel, maker.dossier.peildatum),
            anker=f"waarom-contact-{regel.regel}",
            wie=regel.personen[0] if regel.personen else None,
            wacht=(regel.regel,),
            over=PROCES if regel.vorm == "procesafstemming" else "",
        )


def _bericht(maker: Maker) -> Iterator[Aandachtspunt]:
    aantal = maker.dossier.berichten_12m
    if aantal is not None and maker.nabij(maker.dossier.bericht_volgende.waarde):
        niemand = not lezers(maker.dossier.account, maker.dossier.peildatum)
        yield from maker.punt(
            "bericht",
            "Vraag wie bij de klant berichten mag krijgen" if niemand else "Stuur de klant een nuttig bericht",
            maker.dossier.bericht_volgende.waarde,
            waarom=f"{taal.aantal(aantal, 'bericht', 'berichten')} in twaalf maanden",
            anker="contact",
        )


def ritme(regel: Contactstand, peildatum: date) -> str:
    """Say the real rhythm beside the agreed one: "88 dagen niet gesproken (afspraak: 61)"."""
    dagen = taal.aantal((peildatum - regel.sinds).days, "dag", "dagen")
    nog = "" if regel.laatste == regel.sinds else "nog "
    return f"{dagen} {nog}niet gesproken (afspraak: {regel.elke_dagen})"


AFSLUITEN = {
    "punten": "punten afspreken",
    "overdracht": "overdracht",
    "laatste_gesprek": "laatste gesprek",
    "volgen": "mensen kiezen om te volgen",
}
"""The lines of the closing checklist that are still to do, in words."""


def klantpunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give what the client, or a decision about the client, waits for."""
    yield from _kennismakingen(maker)
    yield from _opvolgers(maker)
    yield from _wijzigingen(maker)
    yield from _koopsignalen(maker)
    yield from _besluiten(maker)


def afsluitpunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give the closing of a client that leaves altogether; a client that only fell silent is kept in touch with."""
    dossier = maker.dossier
    standen = dossier.contracten.values()
    if dossier.windstilte_sinds.waarde or any(s.fase.waarde not in {"opgezegd", "beeindigd"} for s in standen):
        return
    eind = max((dag for stand in standen if (dag := eind_van(stand))), default=None)
    sinds = in_beheer_sinds(dossier.account)
    open_ = [stap for stap in afsluitlijst(dossier.account, dossier.fase.waarde, dossier.peildatum) if not stap.gedaan]
    if open_ and eind is not None and (sinds is None or eind >= sinds):
        yield from maker.punt(
            "afsluiting",
            "Rond netjes af met de klant",
            eind,
            waarom=f"Nog te doen: {taal.opsomming([AFSLUITEN[stap.naam] for stap in open_])}",
            anker="tevredenheid",
        )


def _kennismakingen(maker: Maker) -> Iterator[Aandachtspunt]:
    personen = {persoon.id: persoon for persoon in maker.dossier.account.contactpersonen}
    for wie, uiterlijk in maker.dossier.kennismaking.items():
        persoon = personen[wie]
        met_naam = maker.dossier.gedeeld.instellingen.toon_contactnamen
        gezien = maker.dossier.gesproken.get(wie)  # before that day in another post: the face is not what is new
        nieuw = f"Nieuw gezicht: {persoon.functie}"
        if persoon.sinds:
            sinds = f"sinds {taal.datum(persoon.sinds)}"
            bekend = gezien and gezien < persoon.sinds
            nieuw = f"Heeft een nieuwe rol {sinds}: {persoon.functie}" if bekend else f"{nieuw}, {sinds}"
        yield from maker.punt(
            "kennismaking",
            f"Maak kennis met {persoon.naam if met_naam else persoon.functie}",
            uiterlijk.waarde,
            waarom=nieuw,
            anker=f"waarom-kennismaking-{wie}",
            contracten=(wie,),
        )


def _opvolgers(maker: Maker) -> Iterator[Aandachtspunt]:
    """Who decided or was heard and left has somebody in their place, as soon as we should have met a new face.

    Of who will leave it is asked before that day: then they can still introduce us.
    """
    dossier, gedeeld = maker.dossier, maker.dossier.gedeeld
    for persoon in met_open_plek(dossier.account.contactpersonen):
        weg = persoon.vertrokken_op or dossier.peildatum
        uiterlijk, waarom = weg + timedelta(days=gedeeld.instellingen.kennismaking_dagen), "Weg sinds"
        straks = ""
        if aanwezig(persoon, dossier.peildatum):
            uiterlijk, waarom = weg, "Vertrekt op"
            beloofd = len(open_met(dossier.account, persoon.id))
            nog = f"; nog open: {taal.aantal(beloofd, 'toezegging', 'toezeggingen')}" if beloofd else ""
            straks = f"; laat je voorstellen aan wie erna komt{nog}"
        yield from maker.punt(
            "opvolger",
            f"Vraag wie {persoon.naam if gedeeld.instellingen.toon_contactnamen else persoon.functie} opvolgt",
            uiterlijk,
            waarom=f"{waarom} {taal.datum(weg)}: {persoon.functie}{straks}",
            anker="mensen",
            over=persoon.id,
        )


def _wijzigingen(maker: Maker) -> Iterator[Aandachtspunt]:
    """A change is followed up as soon as a new face; that of a person is the introduction of who came since."""
    dossier = maker.dossier
    dagen = timedelta(days=dossier.gedeeld.instellingen.kennismaking_dagen)
    sinds = in_beheer_sinds(dossier.account)
    for wijziging in dossier.account.wijzigingen:
        oud = sinds is not None and wijziging.datum < sinds
        nieuw = (persoon.sinds for persoon in dossier.account.contactpersonen if wijziging.soort == "contactpersoon")
        gevolgd = gehouden(wijziging.opgevolgd_op, dossier.peildatum) or any(
            dag and dag >= wijziging.datum - dagen for dag in nieuw
        )
        if gehouden(wijziging.datum, dossier.peildatum) and not oud and not gevolgd:
            yield from maker.punt(
                "wijziging",
                f"Volg de wijziging op: {wijziging.tekst}",
                wijziging.datum + dagen,
                waarom="Vraag wat de klant nu verwacht, en loop de criteria opnieuw na",
                anker="tijdlijn",
                over=wijziging.tekst or "",
            )


def _koopsignalen(maker: Maker) -> Iterator[Aandachtspunt]:
    """A client who shows an interest is answered as soon as one who complains."""
    dossier = maker.dossier
    geduld = timedelta(days=dossier.gedeeld.instellingen.klantbeeld_klacht_dagen)
    for moment in dossier.account.contactmomenten:
        for signaal in moment.signalen if gehouden(moment.datum, dossier.peildatum) else ():
            gevolgd = signaal.kans is not None or gehouden(signaal.opgevolgd_op, dossier.peildatum)
            if signaal.soort == "koopsignaal" and not gevolgd:
                yield from maker.punt(
                    "koopsignaal",
                    f"Maak een kans van het koopsignaal: {signaal.tekst or moment.kern or 'gesprek'}",
                    moment.datum + geduld,
                    waarom=f"Gehoord op {taal.datum(moment.datum)}",
                    anker="contact",
                    over=signaal.id or signaal.tekst or "",
                )


def _besluiten(maker: Maker) -> Iterator[Aandachtspunt]:
    """What the manager decides: a client that does not fit at once, a C client within a month."""
    dossier = maker.dossier
    account, peildatum = dossier.account, dossier.peildatum
    if klantbesluit_gevraagd(account):
        fout = [c.tekst for c, oordeel in criteria_onder(account, dossier.gedeeld.criteria) if oordeel == VOLDOET_NIET]
        getoetst = account.juiste_klant.getoetst_op if account.juiste_klant else None
        yield from maker.punt(
            "klantbesluit",
            "Beslis of we zo doorgaan met deze klant",
            getoetst or peildatum,
            waarom=f"Voldoet niet: {taal.opsomming(fout)}",
            anker="waarom-juiste-klant-stand",
            wie=maker.leidinggevende,
        )
    if c_besluit_gevraagd(account, dossier.segment.waarde):
        keuze, waarde = account.segment_keuze, account.waarde
        sinds = keuze.op if keuze else (waarde.definitief_op if waarde else None)
        maand = timedelta(days=dossier.gedeeld.instellingen.stand_maand_dagen)
        yield from maker.punt(
            "c_besluit",
            "Beslis over deze C-klant: houden, afbouwen of afscheid nemen",
            sinds + maand if sinds else peildatum,
            waarom=f"C-klant sinds {taal.datum(sinds)}" if sinds else "Nog geen besluit",
            anker="gaten",
            wie=maker.leidinggevende,
        )


def beloofdpunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give the promises, actions, assumptions and complaints of one client whose day is near or has passed."""
    for open_ in openstaand(maker.dossier):
        opdracht = SOORTEN[open_.soort].opdracht
        # Without words of its own a kind comes up in another way: actions of a repair plan with its new mark, which is
        # asked as a whole, and a buying signal from the talk, as it has no day in the register.
        if opdracht and maker.nabij(open_.datum):
            yield from maker.punt(
                open_.soort,
                opdracht.format(open_.titel),
                open_.datum,
                waarom=open_.waarom,
                wie=open_.wie,
                anker="/" + open_.doel,
                wacht=(open_.uitstel.onderwerp,) if open_.uitstel else (),
                over=open_.over,
            )
