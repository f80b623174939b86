"""Warnings about the client: who is missing, which mark waits for a plan, what to ask again, whom to forget."""

from collections.abc import Iterator
from datetime import timedelta

from macros.afleidingen.contact.berichten import lezers
from macros.afleidingen.contact.bezetting import afwezig_op
from macros.afleidingen.contact.contact import contactregels
from macros.afleidingen.contact.web import zonder_opvolger
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import nagevraagd_op
from macros.afleidingen.klant.bewaren import TeOud, te_oud
from macros.afleidingen.klant.blikken import collega_van, op_naam
from macros.afleidingen.klant.terugblikken import terugblik_open
from macros.afleidingen.klant.toernooi import BEZIG, GEHAALD, honkjaar
from macros.load.problem import Bevinding, Loc
from macros.model.samenwerking import Verwachting
from macros.portefeuille.collegiaal import team
from macros.woorden import taal
from macros.woorden.taal import datum, getal

EEN_JAAR = 365
"""Days for which a message counts."""


def sponsor_ontbreekt(dossier: Dossier) -> Iterator[Bevinding]:
    """Een A-klant heeft een sponsor in de directie."""
    if dossier.segment.waarde == "A" and dossier.account.driehoek.directie_sponsor is None and _loopt(dossier):
        tekst = "deze A-klant heeft geen sponsor in de directie; vul in wie het is"
        yield Bevinding(("driehoek",), "sponsor-ontbreekt", tekst, veld="directie_sponsor")


def contactregels_ontbreken(dossier: Dossier) -> Iterator[Bevinding]:
    """Een A-klant heeft contactregels."""
    if dossier.segment.waarde != "A" or not _loopt(dossier):
        return
    if not contactregels(dossier.account, dossier.segment.waarde, dossier.gedeeld):
        tekst = "deze A-klant heeft geen contactregels; zet er minstens één weer aan"
        yield Bevinding(("contactregels",), "contactregels-ontbreken", tekst)


def cijfer_zonder_herstelplan(dossier: Dossier) -> Iterator[Bevinding]:
    """Bij een cijfer onder de norm hoort een herstelplan."""
    norm = dossier.gedeeld.instellingen.cijfer_norm
    for nummer, evaluatie in enumerate(dossier.account.evaluaties):
        cijfers = [cijfer for cijfer in (evaluatie.cijfer_resultaat, evaluatie.cijfer_samenwerking) if cijfer]
        if evaluatie.datum > dossier.peildatum or evaluatie.herstelplan or not cijfers or min(cijfers) >= norm:
            continue
        dag = datum(evaluatie.datum)
        laag = f"het cijfer van {dag} ligt onder de norm ({getal(norm)})"
        tekst = f"{laag} en er is geen herstelplan; maak er een met de klant"
        yield Bevinding(("evaluaties", nummer), "herstelplan-ontbreekt", tekst)


def nog_in_kweekvijver(dossier: Dossier) -> Iterator[Bevinding]:
    """Een klant met een contract staat niet meer in de kweekvijver."""
    if dossier.account.kweekvijver is not None and _loopt(dossier):
        tekst = "deze klant heeft een contract en staat nog in de kweekvijver; haal kweekvijver weg"
        yield Bevinding(("kweekvijver",), "nog-in-kweekvijver", tekst)


def bericht_zonder_lezer(dossier: Dossier) -> Iterator[Bevinding]:
    """Een bericht aan een klant telt pas als iemand daar het mag krijgen."""
    if not dossier.gedeeld.instellingen.onderdelen.berichten:
        return
    for bericht in dossier.gedeeld.berichten.berichten:
        dagen = (dossier.peildatum - bericht.datum).days
        genoemd = bericht.aan != "alle" and dossier.id in bericht.aan.accounts
        if genoemd and dagen <= EEN_JAAR and not lezers(dossier.account, bericht.datum):
            wat = f" '{bericht.onderwerp}'" if bericht.onderwerp else ""
            tekst = (
                f"het bericht{wat} van {datum(bericht.datum)} ging naar deze klant en telt niet: van niemand daar "
                "staat dat het mag; vraag het na en zet het bij die persoon"
            )
            yield Bevinding(("contactpersonen",), "bericht-zonder-lezer", tekst, veld="nieuwsbrief")


def zelfde_manager(dossier: Dossier) -> Iterator[Bevinding]:
    """De contractmanager is een ander dan de accountmanager."""
    driehoek = dossier.account.driehoek
    tekst = "de contractmanager is ook de accountmanager; kies een ander, dan kijken er twee mensen mee"
    if driehoek.contractmanager == driehoek.accountmanager:
        yield Bevinding(("driehoek", "contractmanager"), "zelfde-manager", tekst)
    for nummer, contract in enumerate(dossier.account.contracten):
        if contract.contractmanager == driehoek.accountmanager:
            yield Bevinding(("contracten", nummer, "contractmanager"), "zelfde-manager", tekst)


def terugblik_niet_gepland(dossier: Dossier) -> Iterator[Bevinding]:
    """Zegt de klant op, dan is er een terugblik gepland."""
    gepland = {blik.contract for blik in dossier.account.postmortems if blik.gepland_op or blik.uitgevoerd_op}
    open_ = terugblik_open(dossier.account, dossier.peildatum)
    for nummer, contract in enumerate(dossier.account.contracten):
        opgezegd = contract.opzegging is not None and contract.opzegging.door == "klant"
        if opgezegd and contract.id in open_ and contract.id not in gepland:
            tekst = f"de klant zegde contract '{contract.titel}' op; plan een terugblik"
            yield Bevinding(("contracten", nummer, "opzegging"), "terugblik-niet-gepland", tekst, veld="postmortems")


def sessie_afwezig(dossier: Dossier) -> Iterator[Bevinding]:
    """Wie op de dag van een teamsessie afwezig is, doet niet mee."""
    for nummer, canvas in enumerate(dossier.account.canvassen):
        dag = canvas.sessie_op
        for plek, wie in enumerate(canvas.deelnemers) if dag and dag > dossier.peildatum else ():
            persoon = dossier.gedeeld.personen.get(wie)
            if dag and persoon and afwezig_op(persoon, dag):
                weg = f"{persoon.naam} is afwezig op {datum(dag)}, de dag van de teamsessie"
                tekst = f"{weg}; kies een andere dag of collega"
                yield Bevinding(("canvassen", nummer, "deelnemers", plek), "sessie-afwezig", tekst)


def blik_van_eigen_collega(dossier: Dossier) -> Iterator[Bevinding]:
    """Een frisse blik komt van iemand die niet voor deze klant werkt."""
    personen, eigen = dossier.gedeeld.personen, team(dossier.account)
    for nummer, blik in enumerate(dossier.account.fresheyes):
        nog = blik.uitgevoerd_op is None and blik.gepland_op and blik.gepland_op > dossier.peildatum
        for wie in sorted(eigen & collega_van(blik, op_naam(personen.values()))) if nog else ():
            tekst = f"{personen[wie].naam} werkt voor deze klant en kijkt dus niet met een frisse blik; vraag een ander"
            yield Bevinding(("fresheyes", nummer, "door"), "blik-van-eigen-collega", tekst)


def opvolger_ontbreekt(dossier: Dossier) -> Iterator[Bevinding]:
    """Bij wie over ons besliste en wegging, staat wie het overnam."""
    weg = {persoon.id for persoon in zonder_opvolger(dossier.account.contactpersonen, dossier.peildatum)}
    for nummer, persoon in enumerate(dossier.account.contactpersonen):
        if persoon.id in weg and _loopt(dossier):
            tekst = f"{persoon.naam} besliste mee en is weg; vul in wie het overnam, of dat niemand dat deed"
            yield Bevinding(("contactpersonen", nummer, "vertrokken_op"), "opvolger-ontbreekt", tekst, veld="opvolger")


def _loopt(dossier: Dossier) -> bool:
    """Whether we still work for this client, or are about to."""
    return dossier.fase.waarde not in (None, "beeindigd")


def vermoeden_niet_nagevraagd(dossier: Dossier) -> Iterator[Bevinding]:
    """Een vermoede verwachting wordt snel nagevraagd."""
    dagen = dossier.gedeeld.instellingen.vermoed_dagen
    for nummer, verwachting in _lopend(dossier):
        if verwachting.soort == "vermoed" and not _vers(dossier, verwachting, dagen):
            tekst = f"verwachting '{verwachting.tekst}' vermoeden we alleen; vraag die na en zet de dag erbij"
            yield Bevinding(("verwachtingen", nummer), "vermoeden-niet-nagevraagd", tekst, veld="gecheckt_op")


def verwachting_verouderd(dossier: Dossier) -> Iterator[Bevinding]:
    """Een verwachting wordt elk half jaar opnieuw nagevraagd."""
    dagen = dossier.gedeeld.instellingen.verwachting_verouderd_dagen
    for nummer, verwachting in _lopend(dossier):
        gevraagd = nagevraagd_op(verwachting, dossier.account, dossier.peildatum).waarde
        if verwachting.soort != "vermoed" and gevraagd and not _vers(dossier, verwachting, dagen):
            stil = (dossier.peildatum - gevraagd).days
            tekst = f"verwachting '{verwachting.tekst}' is al {stil} dagen niet nagevraagd; vraag die opnieuw na"
            yield Bevinding(("verwachtingen", nummer), "verwachting-verouderd", tekst, veld="gecheckt_op")


def vertrokken_persoon(dossier: Dossier) -> Iterator[Bevinding]:
    """Wie lang weg is, halen we weg uit het bestand."""
    maanden = dossier.gedeeld.instellingen.persoon_bewaren_maanden
    for nummer in _te_oud(dossier).mensen:
        tekst = (
            f"{dossier.account.contactpersonen[nummer].naam} is meer dan {maanden} maanden weg; 'handboek opruimen' "
            "haalt de gegevens weg en zet in gesprekken en toezeggingen een oud-contact"
        )
        plek = ("contactpersonen", nummer, "vertrokken_op")
        yield Bevinding(plek, "persoon-lang-weg", tekst, veld="oud-contact")


def oude_gesprekken(dossier: Dossier) -> Iterator[Bevinding]:
    """Een contactmoment bewaren we niet langer dan afgesproken."""
    maanden = dossier.gedeeld.instellingen.moment_bewaren_maanden
    oud = _te_oud(dossier)
    notities = {een.id for een in oud.regels} - {dossier.account.contactmomenten[n].id for n in oud.momenten}
    if aantal := len(oud.momenten) + len(notities):
        hoeveel = taal.aantal(aantal, "gesprek of notitie is", "gesprekken en notities zijn")
        tekst = f"{hoeveel} ouder dan {maanden} maanden; langer bewaren we ze niet, 'handboek opruimen' haalt ze weg"
        plek: Loc = ("contactmomenten", oud.momenten[0], "datum") if oud.momenten else ()
        yield Bevinding(plek, "gesprek-te-oud", tekst)


def _te_oud(dossier: Dossier) -> TeOud:
    regels = dossier.gedeeld.dagboek.get(dossier.id, ())
    return te_oud(dossier.account, regels, dossier.gedeeld.instellingen, dossier.peildatum)


def verder_na_no_go(dossier: Dossier) -> Iterator[Bevinding]:
    """Na een honk met NO GO begint het volgende honk niet, tot er opnieuw is beslist."""
    for jaar, gezet in dossier.account.honken.items():
        stand = honkjaar(dossier.account.honken, jaar, dossier.peildatum)
        for nummer in sorted(gezet) if stand and stand.no_go else ():
            if stand and nummer > (stand.no_go or 0) and stand.standen.get(nummer) in (BEZIG, GEHAALD):
                tekst = (
                    f"honk {nummer} is begonnen na NO GO op honk {stand.no_go}; maak daar GO van, of zet honk {nummer} "
                    "terug"
                )
                yield Bevinding(("honken", jaar, nummer), "verder-na-no-go", tekst, veld="besluit")


def _lopend(dossier: Dossier) -> Iterator[tuple[int, Verwachting]]:
    """The expectations that still count, with their place in the file."""
    for nummer, verwachting in enumerate(dossier.account.verwachtingen):
        if verwachting.stand != "vervallen":
            yield nummer, verwachting


def _vers(dossier: Dossier, verwachting: Verwachting, dagen: int) -> bool:
    """Whether it was asked no longer than this many days ago."""
    gevraagd = nagevraagd_op(verwachting, dossier.account, dossier.peildatum).waarde
    return gevraagd is not None and dossier.peildatum - gevraagd <= timedelta(days=dagen)
