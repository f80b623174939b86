"""When a chapter of the handbook helps with a client: each function gives the reason today, or "" when it does not.

Only facts that a reader can look up on the client's page; the chapter itself says what to do about them.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from macros.afleidingen.canvas.canvasstand import NIET_NODIG
from macros.afleidingen.canvas.lesgelijkenis import gelijkenissen
from macros.afleidingen.contact.web import aanwezig
from macros.afleidingen.contract.momenten import Contractstand, verstuurd, vraagt_besluit
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.bewaren import te_oud
from macros.afleidingen.klant.segment import c_besluit_gevraagd
from macros.afleidingen.klant.tevredenheid import nooit_gevraagd
from macros.afleidingen.klant.toernooi import honkjaar
from macros.portefeuille.klantfeiten import driehoek_van, in_beeld, loopt
from macros.woorden import taal

STIL_VOLK = ("stille_klacht", "koopsignaal")
"""Signs that aftercare is about."""
VROEG = frozenset({"nog_niet_gestart", "opstart"})


def einddatum_voorbij(dossier: Dossier) -> str:
    """A contract ended and nobody recorded what was agreed."""
    namen = [stand.contract.titel for stand in dossier.contracten.values() if stand.fase.waarde == "verlopen"]
    return f"{taal.opsomming(namen)}: einddatum voorbij, geen uitkomst vastgelegd" if namen else ""


def opgezegd(dossier: Dossier) -> str:
    """Notice was given, or a look back is still to be held."""
    namen = [stand.contract.titel for stand in dossier.contracten.values() if stand.fase.waarde == "opgezegd"]
    if namen:
        return f"{taal.opsomming(namen)}: opgezegd"
    dag = dossier.postmortem_vervalt.waarde
    return f"Terugblik uiterlijk {taal.datum(dag)}" if dag else ""


def herstel_nodig(dossier: Dossier) -> str:
    """A mark of the last year is below the norm, and nobody made a plan."""
    return _reden(dossier, "garantie_geschonden")


def herstel_loopt(dossier: Dossier) -> str:
    """The plan is there; what is left is to keep it."""
    return _reden(dossier, "garantie_herstel")


def _reden(dossier: Dossier, soort: str) -> str:
    return next((reden.tekst for reden in dossier.klantbeeld.redenen if reden.soort == soort), "")


def termijn_nadert(dossier: Dossier) -> str:
    """A notice deadline or option date comes near: within the first reminder before notice."""
    dagen = max(dossier.gedeeld.instellingen.herinnering_voor_opzegging_dagen, default=0)
    soorten = (("Opzegdeadline", "opzegdeadline"), ("Optiedeadline", "optiedeadline"))
    nabij = [
        (dag, f"{naam} {stand.contract.titel}: {taal.datum(dag)}")
        for stand in lopend(dossier)
        if vraagt_besluit(stand, dossier.peildatum)
        for naam, veld in soorten
        if nadert(dag := getattr(stand, veld).waarde, dossier.peildatum, dagen)
    ]
    return min(nabij)[1] if nabij else ""


def canvas_nodig(dossier: Dossier) -> str:
    """A required canvas is missing, unfinished or old."""
    woorden = {"ontbreekt": "Nog geen canvas", "bezig": "Het canvas is nog niet af", "verouderd": "Het canvas is oud"}
    return woorden.get(dossier.canvas_stand, "")


def sessie_nodig(dossier: Dossier) -> str:
    """The retention phase of a contract that asks for a canvas runs, and no team made that canvas yet."""
    in_retentie = any(
        stand.fase.waarde == "retentie" and dossier.canvas_per_contract[naam].stand != NIET_NODIG
        for naam, stand in dossier.contracten.items()
    )
    zonder = not any(stand.huidig and stand.canvas.sessie_op for stand in dossier.canvassen.values())
    return "De retentiefase loopt en er was nog geen teamsessie" if in_retentie and zonder else ""


def retentie_begint(dossier: Dossier) -> str:
    """The retention phase begins within the first reminder, or a canvas was begun too late."""
    dagen = max(dossier.gedeeld.instellingen.herinnering_voor_retentie_dagen, default=0)
    begin = [(stand.start_retentiefase.waarde, stand.contract.titel) for stand in lopend(dossier)]
    nabij = [(dag, titel) for dag, titel in begin if dag and nadert(dag, dossier.peildatum, dagen)]
    if nabij:
        dag, titel = min(nabij)
        van = f" van {titel}" if len(dossier.contracten) > 1 else ""
        return f"De retentiefase{van} begint op {taal.datum(dag)}"
    return "Later begonnen dan afgesproken" if dossier.op_tijd_gestart is False else ""


def voorstel_nadert(dossier: Dossier) -> str:
    """A proposal is due within a quarter, or is late."""
    kwartaal = dossier.gedeeld.instellingen.voorstel_voor_beslisdatum_dagen
    dagen = [
        dag
        for stand in lopend(dossier)
        if stand.fase.waarde == "retentie" and not verstuurd(stand, dossier.peildatum)
        if (dag := stand.voorstel_uiterlijk.waarde) and dag <= dossier.peildatum + timedelta(days=kwartaal)
    ]
    return f"Voorstel uiterlijk {taal.datum(min(dagen))}" if dagen else ""


def lijkt_op_les(dossier: Dossier) -> str:
    """Something recorded here looks like the sign of a lesson."""
    if not in_beeld(dossier):
        return ""
    gelijk = gelijkenissen(dossier.account, dossier.gedeeld, dossier.canvassen, dossier.peildatum)
    return next((f"Lijkt op de les “{gevonden.les.titel}”" for gevonden in gelijk), "")


def zorg(dossier: Dossier) -> str:
    """The client shows reasons to worry."""
    return _eerste_reden(dossier) if dossier.klantbeeld.niveau == "zorg" and in_beeld(dossier) else ""


def let_op(dossier: Dossier) -> str:
    """The client shows something, or our own call says otherwise than the client does."""
    if not in_beeld(dossier):
        return ""
    if dossier.klantbeeld.niveau == "onbekend":
        if all(contract.startdatum > dossier.peildatum for contract in dossier.account.contracten):
            return ""  # nobody could have told us anything yet
        return "We hoorden te lang niets: het klantbeeld is onbekend"
    return _eerste_reden(dossier)


def _eerste_reden(dossier: Dossier) -> str:
    """The first reason of the picture of the client; on overviews without the names of people."""
    for reden in dossier.klantbeeld.redenen:
        return "Een beslisser is nog niet overtuigd" if reden.soort == "beslisser_kritisch" else reden.kort
    return ""


def nieuw_bij_ons(dossier: Dossier) -> str:
    """The work has just begun, or begins soon."""
    return "Het contract is net begonnen" if dossier.fase.waarde == "opstart" else _nog_te_beginnen(dossier)


def _nog_te_beginnen(dossier: Dossier) -> str:
    return "Het contract begint binnenkort" if dossier.fase.waarde == "nog_niet_gestart" else ""


def web_heeft_gaten(dossier: Dossier) -> str:
    """Somebody new is to be met, or we know too few people."""
    if dossier.kennismaking:
        eerste = min(uiterlijk.waarde for uiterlijk in dossier.kennismaking.values())
        return f"Kennismaken met een nieuw gezicht, uiterlijk {taal.datum(eerste)}"
    gaten = len(dossier.web_gaten) if in_beeld(dossier) else 0
    return f"{taal.aantal(gaten, 'gat', 'gaten')} in het web" if gaten else ""


def driehoek_niet_op_orde(dossier: Dossier) -> str:
    """Something about the roles asks for a decision; the page *Driehoek* counts the same clients."""
    punten = driehoek_van(dossier).punten if loopt(dossier) else ()
    return punten[0].tekst if punten else ""


def past_niet(dossier: Dossier) -> str:
    """Client or terms do not fit, or are not judged while the contract is new."""
    if dossier.juiste_klant_stand.waarde in {"onjuist", "twijfel"} and in_beeld(dossier):
        return "Klant of voorwaarden passen niet goed bij ons"
    nieuw = dossier.fase.waarde in VROEG and dossier.juiste_klant_stand.waarde is None
    return "Nog niet gekeken of deze klant bij ons past" if nieuw else ""


def blik_nadert(dossier: Dossier) -> str:
    """A fresh look is due within a month, or is late."""
    dag, maand = dossier.fresheyes_vervalt.waarde, timedelta(days=dossier.gedeeld.instellingen.stand_maand_dagen)
    nabij = dag and dag <= dossier.peildatum + maand and not dossier.uitstellen.voor("frisse_blik")
    return f"Frisse blik uiterlijk {taal.datum(dag)}" if dag and nabij else ""


def contact_te_laat(dossier: Dossier) -> str:
    """A talk or a message is late, or the client has nothing running."""
    laat = max(dossier.contact, key=lambda stand: stand.dagen_te_laat, default=None)
    if laat and laat.dagen_te_laat:
        return f"{laat.naam}: {taal.aantal(laat.dagen_te_laat, 'dag', 'dagen')} te laat"
    if dag := dossier.windstilte_sinds.waarde:
        return f"Windstilte sinds {taal.datum(dag)}"
    bericht = dossier.bericht_volgende.waarde
    return "Een nuttig bericht is te laat" if bericht and bericht < dossier.peildatum else ""


def stil_signaal(dossier: Dossier) -> str:
    """A quiet complaint or a sign of buying waits for us."""
    woorden = {"stille_klacht": "Stille klacht", "koopsignaal": "Koopsignaal"}
    open_ = [
        (moment.datum, woorden[signaal.soort])
        for moment in dossier.account.contactmomenten
        for signaal in moment.signalen
        if moment.datum <= dossier.peildatum and signaal.soort in STIL_VOLK and signaal.opgevolgd_op is None
    ]
    return f"{max(open_)[1]} van {taal.datum(max(open_)[0])}" if open_ else ""


def open_kansen(dossier: Dossier) -> str:
    """Chances of every kind lie open at a client who is content, as the client's page lists them."""
    kansen = [kans for kans in dossier.account.kansen if kans.is_open]
    aantal = len(kansen) if dossier.klantbeeld.niveau != "zorg" and in_beeld(dossier) else 0
    return f"{taal.aantal(aantal, 'kans', 'kansen')} genoteerd" if aantal else ""


def fan_bij_klant(dossier: Dossier) -> str:
    """Somebody at the client recommends us."""
    er_nog = (p for p in dossier.account.contactpersonen if aanwezig(p, dossier.peildatum))
    fan = in_beeld(dossier) and any(persoon.houding == "fan" for persoon in er_nog)
    return "Iemand bij de klant is fan van ons" if fan else ""


def segment_onbekend(dossier: Dossier) -> str:
    """No segment, or a C client without a decision."""
    if in_beeld(dossier) and dossier.segment.waarde is None:
        return "Nog geen segment"
    if in_beeld(dossier) and c_besluit_gevraagd(dossier.account, dossier.segment.waarde):
        return "C-klant zonder besluit"
    berekend = dossier.segment_berekend
    anders = berekend is not None and berekend != dossier.segment.waarde and in_beeld(dossier)
    return f"De score zegt {berekend}, gekozen is {dossier.segment.waarde}" if anders else ""


def nooit_een_cijfer(dossier: Dossier) -> str:
    """The client was never asked for a mark."""
    stil = in_beeld(dossier) and nooit_gevraagd(dossier.account.evaluaties, dossier.peildatum)
    return "Deze klant gaf nog nooit een cijfer" if stil and dossier.fase.waarde not in VROEG else ""


def honken_van_dit_jaar(dossier: Dossier) -> str:
    """The bases of this year are set out; counted as the page *Honken* does."""
    jaar = honkjaar(dossier.account.honken, dossier.peildatum.year, dossier.peildatum)
    aan = jaar and dossier.gedeeld.instellingen.onderdelen.honken
    return f"{taal.aantal(jaar.honk_stand, 'honk', 'honken')} gehaald dit jaar" if aan and jaar else ""


def niet_verder(dossier: Dossier) -> str:
    """A base of this year ended with NO GO, and what must come first is not agreed by itself."""
    jaar = honkjaar(dossier.account.honken, dossier.peildatum.year, dossier.peildatum)
    aan = jaar and dossier.gedeeld.instellingen.onderdelen.honken
    return f"NO GO na honk {jaar.no_go}" if aan and jaar and jaar.no_go else ""


def in_de_vijver(dossier: Dossier) -> str:
    """A company that may join the tournament again."""
    aan = dossier.gedeeld.instellingen.onderdelen.toernooi
    return "In de kweekvijver" if aan and dossier.account.kweekvijver is not None else ""


def telt_niet_mee(dossier: Dossier) -> str:
    """Figures miss this client: no revenue, or an end without an outcome."""
    jaar = dossier.gedeeld.instellingen.peiljaar or dossier.peildatum.year - 1
    mist = in_beeld(dossier) and jaar not in dossier.account.omzet
    return f"Geen omzet van {jaar}: deze klant telt niet mee in de cijfers" if mist else ""


def te_lang_bewaard(dossier: Dossier) -> str:
    """Somebody left, or a talk was held, so long ago that the file may not hold them any more."""
    regels = dossier.gedeeld.dagboek.get(dossier.id, ())
    oud = te_oud(dossier.account, regels, dossier.gedeeld.instellingen, dossier.peildatum)
    gesprek = oud.momenten or oud.regels
    wat = "Een vertrokken contactpersoon staat" if oud.mensen else "Een gesprek of notitie staat" if gesprek else ""
    return f"{wat} te lang in het bestand" if wat else ""


def pas_overgenomen(dossier: Dossier) -> str:
    """The client came to us, or to this account manager, in the last quarter."""
    dagen = dossier.gedeeld.instellingen.opstart_dagen
    account = dossier.account
    for woord, dag in (("Overgedragen", account.overgedragen_op), ("In beheer", account.in_beheer_sinds)):
        if dag and timedelta() <= dossier.peildatum - dag < timedelta(days=dagen):
            return f"{woord} {'op' if woord == 'Overgedragen' else 'sinds'} {taal.datum(dag)}"
    return ""


def ingestapt(dossier: Dossier) -> str:
    """The client came while its retention phase ran: the canvas begins behind."""
    stap = any(canvas.ingestapt for canvas in dossier.canvas_per_contract.values())
    return "Ingestapt tijdens de retentiefase" if stap else ""


def lopend(dossier: Dossier) -> Iterator[Contractstand]:
    """The contracts that still have something to decide."""
    return (s for s in dossier.contracten.values() if s.fase.waarde not in {"beeindigd", "opgezegd", "geregeld"})


def nadert(dag: date | None, peildatum: date, dagen: int) -> bool:
    """Whether a day is today or within so many days."""
    return dag is not None and peildatum <= dag <= peildatum + timedelta(days=dagen)
