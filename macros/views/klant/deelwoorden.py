"""What stands in each part of a client page, in the few words on its fold; empty for a part that holds nothing."""

from macros.afleidingen.contact.web import aanwezig
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import open_aannames, open_toezeggingen
from macros.portefeuille.hoofdstukken import EERST, raad
from macros.portefeuille.klantdeel import klantdeel
from macros.views.canvas.canvasfeiten import label, vulling
from macros.views.klant.account_tijdlijn import gebeurtenissen
from macros.views.lessen.lessen import lijkt_op
from macros.woorden import labels, taal

Woorden = tuple[int, str, str]
"""How many, and the words for one and for more."""


def _tel(*dingen: Woorden) -> str:
    """Count what is there: "2 kansen · 1 concurrent"; what is not there is left out."""
    return taal.met_punten(*(taal.aantal(*een) for een in dingen if een[0]))


def over(dossier: Dossier) -> str:
    """Say what kind of client it is and since when."""
    account = dossier.account
    segment = f"{dossier.segment.waarde}-klant" if dossier.segment.waarde else "nog geen segment"
    sinds = f"klant sinds {account.klant_sinds.year}" if account.klant_sinds else ""
    return taal.met_punten(segment, account.branche, sinds)


def momenten(dossier: Dossier) -> str:
    """Name the first day that asks for something."""
    komt = [punt for punt in dossier.agenda if not (punt.gedaan or punt.is_herinnering)]
    if not komt:
        return ""
    meer = f"en nog {len(komt) - 1}" if len(komt) > 1 else ""
    return taal.met_punten(f"{komt[0].naam} {taal.datum_compact(komt[0].datum)}", meer)


def methode(dossier: Dossier) -> str:
    """Count the paragraphs that help now."""
    return _tel(
        (len(raad(dossier)[:EERST]), "stuk van het handboek dat nu helpt", "stukken van het handboek die nu helpen")
    )


def klantbeeld(dossier: Dossier) -> str:
    """Say the level, and count the reasons beside our own work."""
    beeld = dossier.klantbeeld
    redenen = taal.aantal(len(beeld.redenen), "reden", "redenen") if beeld.redenen else ""
    werk = taal.aantal(len(dossier.huiswerk), "punt", "punten") if dossier.huiswerk else ""
    stand = ", ".join(filter(None, (labels.KLANTBEELD[beeld.niveau].tekst.lower(), redenen)))
    return taal.met_punten(stand, f"huiswerk: {werk or 'gedaan'}")


def lessen(dossier: Dossier) -> str:
    """Count the lessons that this client looks like, and the signs that were seen here."""
    return _tel(
        (len(lijkt_op(dossier)), "les", "lessen"), (len(dossier.account.signalen), "signaal gezien", "signalen gezien")
    )


def contracten(dossier: Dossier) -> str:
    """Count the contracts by whether they are over."""
    klaar = sum(stand.fase.waarde == "beeindigd" for stand in dossier.contracten.values())
    nu = len(dossier.contracten) - klaar
    return _tel((nu, "contract", "contracten"), (klaar, "beëindigd", "beëindigd"))


def canvas(dossier: Dossier) -> str:
    """Say how far the current canvas is; without one that it should have begun, if it should."""
    nu = next((stand for stand in dossier.canvassen.values() if stand.huidig), None)
    if nu:
        return taal.met_punten(label(nu).tekst.lower(), vulling(nu))
    if dossier.canvassen:
        return _tel((len(dossier.canvassen), "eerder canvas", "eerdere canvassen"))
    return labels.CANVAS_STAND[dossier.canvas_stand].tekst.lower() if dossier.canvas_hoort else ""


def driehoek(dossier: Dossier) -> str:
    """Say which role is missing, and how many projects run."""
    mist = [gat.veld.partition(".")[2] for gat in dossier.gaten if gat.veld.startswith("driehoek.")]
    rollen = "er mist een rol" if {"contractmanager", "projectmanagers"} & set(mist) else "rollen ingevuld"
    return taal.met_punten(rollen, _tel((len(dossier.account.projecten), "project", "projecten")))


def mensen(dossier: Dossier) -> str:
    """Count who is there, and who of them decides."""
    alle = dossier.account.contactpersonen
    nu = [persoon for persoon in alle if aanwezig(persoon, dossier.peildatum)]
    beslissers = sum(persoon.rol_bvt == "beslisser" for persoon in nu)
    vertrokken = len(alle) - len(nu)
    return _tel(
        (len(nu), "contactpersoon", "contactpersonen"),
        (beslissers, "beslisser", "beslissers"),
        (vertrokken, "vertrokken", "vertrokken"),
    )


def web(dossier: Dossier) -> str:
    """Count the holes in the web of relations."""
    gaten = _tel((len(dossier.web_gaten), "gat in ons web", "gaten in ons web"))
    return gaten or ("op orde" if dossier.account.contactpersonen else "")


def verwachtingen(dossier: Dossier) -> str:
    """Count what the client expects, what we assume, and what is a problem."""
    account = dossier.account
    nu = [een for een in account.verwachtingen if een.stand != "vervallen"]
    return _tel(
        (len(nu), "verwachting", "verwachtingen"),
        (sum(een.stand == "niet_gehaald" for een in nu), "niet gehaald", "niet gehaald"),
        (sum(een.is_open for een in account.problemen), "open probleem", "open problemen"),
        (len(open_aannames(account)), "aanname", "aannames"),
        (len(account.innovaties), "idee", "ideeën"),
    )


def beloften(dossier: Dossier) -> str:
    """Count what is open on both sides, or else say that all is done."""
    kanten = ((van, len(open_toezeggingen(dossier.account, van))) for van in ("wij", "klant"))
    open_ = taal.met_punten(
        *(f"{'wij' if van == 'wij' else 'de klant'} {aantal} open" for van, aantal in kanten if aantal)
    )
    return open_ or ("alles afgehandeld" if dossier.account.toezeggingen else "")


def contact(dossier: Dossier) -> str:
    """Count the agreements that are late and the messages of a year, and say when the last talk was."""
    laat = sum(stand.stand == "te_laat" for stand in dossier.contact)
    dagen = [moment.datum for moment in dossier.account.contactmomenten if moment.datum <= dossier.peildatum]
    laatst = f"laatst op {taal.datum_compact(max(dagen))}" if dagen else ""
    afspraken = (
        "" if laat or not dossier.contact else _tel((len(dossier.contact), "afspraak op tijd", "afspraken op tijd"))
    )
    uit = dossier.berichten_12m
    berichten = taal.aantal(uit, "bericht in twaalf maanden", "berichten in twaalf maanden") if uit is not None else ""
    # With agreements there are words already, and the fold is one line on a phone.
    return taal.met_punten(
        f"{laat} te laat" if laat else "", afspraken, laatst or ("" if afspraken or laat else berichten)
    )


def tevredenheid(dossier: Dossier) -> str:
    """Name the last mark."""
    laatste = dossier.cijfer_laatste
    cijfers = (
        [taal.getal(een) for een in (laatste.resultaat, laatste.samenwerking) if een is not None] if laatste else []
    )
    op = f" op {taal.datum_compact(laatste.datum)}" if laatste else ""
    return f"laatste cijfer {' en '.join(cijfers)}{op}" if cijfers else "nog geen cijfer"


def kansen(dossier: Dossier) -> str:
    """Count goals, chances and competitors."""
    account = dossier.account
    return _tel(
        (len(account.doelen_klant), "doel", "doelen"),
        (len(account.kansen), "kans", "kansen"),
        (len(account.concurrenten), "concurrent", "concurrenten"),
    )


def tijdlijn(dossier: Dossier) -> str:
    """Count what happened, and say when last."""
    alles = gebeurtenissen(dossier)
    laatst = f"laatst op {taal.datum_compact(alles[0].datum)}" if alles else ""
    return taal.met_punten(_tel((len(alles), "gebeurtenis", "gebeurtenissen")), laatst)


def zicht(dossier: Dossier) -> str:
    """Count what stands on the sheet for the client; its name always does."""
    deel = klantdeel(dossier)
    lijsten = (deel.doelen, deel.verwachtingen, deel.acties, deel.beloofd, deel.gevraagd, deel.problemen, deel.ideeen)
    punten = sum(map(len, lijsten))
    return (
        _tel(
            (len(deel.contracten), "contract", "contracten"),
            (punten, "punt", "punten"),
            (len(deel.cijfers), "evaluatie", "evaluaties"),
        )
        or "alleen de naam"
    )


def gaten(dossier: Dossier) -> str:
    """Count what is still to be filled in."""
    return _tel((len(dossier.gaten), "veld", "velden"))


WAARTOE = {
    "momenten": "Schrijf een contract op: dan rekent het handboek elke dag uit waarop iets moet.",
    "methode": "Alles loopt volgens de werkwijze.",
    "lessen": "Niets genoteerd dat op een eerdere les lijkt.",
    "contracten": "Schrijf op wat er is getekend: dan zie je wanneer er wordt beslist en wat het waard is.",
    "canvas": "Een Retentiecanvas hoeft nu niet. Begin er een zodra je vooruit wilt kijken.",
    "mensen": "Schrijf op wie over ons beslist: dan zie je met wie we de relatie hebben.",
    "web": "Volgt vanzelf uit de mensen bij de klant: wie van ons kent wie?",
    "contact": "Kies een segment: dan volgt hoe vaak wie van ons met wie spreekt.",
    "tijdlijn": "Leg een gesprek vast: dan weet een collega wat er speelde.",
    "gaten": "Alles is ingevuld.",
}
"""What filling an empty part brings, or why it is fine that it is empty."""
