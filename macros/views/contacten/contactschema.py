"""Contactschema: who is due with whom, when each decider was last spoken to, and who heard too little from us.

Inside a part the rows run by last real contact, the oldest first, and never by value: the quiet accounts are the hidden
risk [E55]. A client that was never spoken to counts from the day the schedule began.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from macros.aandacht.klant import ritme
from macros.afleidingen.contact.berichten import lezers
from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.contract.datums import min_maanden
from macros.afleidingen.dossier import Dossier
from macros.model.gedeeld import Bericht
from macros.model.team import Contactpersoon
from macros.portefeuille.klantfeiten import loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import berichten, namen
from macros.views.delen.blad import Alinea, Blad, Sommen, Zin
from macros.views.delen.onderdeel import Kaart, kaart, kaartstand, overzicht, tabel
from macros.views.delen.stukken import Bij, Link, Zacht, geleden, klant
from macros.views.delen.tabel import Bron, lijstbron
from macros.views.delen.werklijst import (
    Deel,
    Regel,
    Termijn,
    Werklijst,
    geteld,
    item,
    kenmerken,
    lijst,
    op_stand,
    termijn,
    werklijst,
)
from macros.woorden import labels, taal

UITLEG = (
    "In elk deel staat bovenaan wie we het langst niet spraken.",
    Link("Zo werkt het contactschema", "handboek/contactschema/"),
)


@overzicht
def contactschema(portefeuille: Portefeuille) -> Blad:
    """Make the contact schedule of the whole portfolio."""
    zin = _zin(regel for dossier in portefeuille.dossiers.values() for regel in dossier.contact)
    return Blad(
        "contactschema",
        (Zin(Sommen(zin, "contactschema-lijst")), Alinea(UITLEG, zacht=True), _lijst(portefeuille)),
    )


@tabel("contacten", "Contactschema", "contacten/", "Een gesprek, kennismaking of bericht dat op iemand wacht.")
def contacttabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give every row of the schedule."""
    yield lijstbron(_lijst(portefeuille))


def _lijst(portefeuille: Portefeuille) -> Werklijst:
    dossiers = tuple(portefeuille.dossiers.values())
    paren = [(dossier, regel) for dossier in dossiers for regel in dossier.contact]
    paren.sort(key=lambda paar: (paar[1].sinds, paar[1].volgende.waarde, paar[0].naam))
    per_stand = op_stand((_regel(dossier, regel) for dossier, regel in paren), "contact")
    delen = (
        *per_stand,
        _kennismakingen(dossiers),
        _gesproken(dossiers),
        _berichten(dossiers, portefeuille),
    )
    return werklijst(portefeuille, "contactschema-lijst", delen)


@kaart("contacten/")
def contactkaart(portefeuille: Portefeuille) -> Kaart:
    """Count the conversations of the schedule, and those that are late."""
    standen = [regel.stand for dossier in portefeuille.dossiers.values() for regel in dossier.contact]
    telt = "contactregels" if len(standen) != 1 else "contactregel"
    laat = sum(stand == "te_laat" for stand in standen)
    vraag = "Wie moeten we spreken, en wie spraken we te lang niet?"
    return Kaart(vraag, len(standen), telt, kaartstand(laat, "te laat", "te-laat"))


def _zin(regels: Iterable[Contactstand]) -> str:
    """Say how many conversations wait."""
    standen = [regel.stand for regel in regels]
    if not standen:
        return "Er lopen geen contactregels: geen klant heeft een lopend contract en een segment."
    zin = ", ".join(geteld(standen))
    return f"{zin}." if zin else "Met iedereen op tijd gesproken, en niets dat deze maand moet."


def _regel(dossier: Dossier, regel: Contactstand) -> Regel:
    laatst = f"laatst {taal.datum_compact(regel.laatste)}" if regel.laatste else None
    return Regel(
        (regel.naam, Bij(taal.met_punten(ritme(regel, dossier.peildatum), laatst))),
        klant(dossier, segment=True),
        ", ".join(namen.collega(dossier, wie) for wie in regel.personen) or "nog niemand aangewezen",
        termijn(regel.volgende.waarde, dossier, f"accounts/{dossier.id}/#waarom-contact-{regel.regel}", regel.wacht),
        regel.stand,
        kenmerken(dossier, " ".join(regel.personen)),
    )


def _naam(dossier: Dossier, persoon: Contactpersoon) -> tuple[str, str]:
    """Name and function; the function alone where the team shows no names on overview pages (domain 2.9)."""
    if dossier.gedeeld.instellingen.toon_contactnamen:
        return persoon.naam, persoon.functie
    return persoon.functie, ""


def _kennismakingen(dossiers: Iterable[Dossier]) -> Deel | None:
    """List new faces that somebody should meet, the earliest due first."""
    paren = [(d, wie, uiterlijk.waarde) for d in dossiers for wie, uiterlijk in d.kennismaking.items()]
    paren.sort(key=lambda paar: (paar[2], paar[0].naam))
    regels = [_kennismaking(*paar) for paar in paren]
    return Deel("Nieuwe gezichten", regels, anker="contact-kennismaken", aantal=len(regels)) if regels else None


def _kennismaking(dossier: Dossier, wie: str, uiterlijk: date) -> Regel:
    persoon = next(persoon for persoon in dossier.account.contactpersonen if persoon.id == wie)
    naam = ", ".join(filter(None, _naam(dossier, persoon)))
    wacht = dossier.uitstellen.voor("kennismaking", contracten=(wie,))
    return Regel(
        (naam, Zacht("kennismaken")),
        klant(dossier, segment=True),
        namen.aan_zet(dossier),
        termijn(uiterlijk, dossier, f"accounts/{dossier.id}/#waarom-kennismaking-{wie}", wacht),
        dossier.stand(uiterlijk, wacht),
        kenmerken(dossier),
    )


def _gesproken(dossiers: Iterable[Dossier]) -> Deel | None:
    """List who decides or is heard at clients whose schedule runs: never spoken first, then longest ago."""
    lopend = (dossier for dossier in dossiers if dossier.ingangsdatum is not None)
    paren = [(d, wie, laatst.waarde) for d in lopend for wie, laatst in d.laatst_gesproken.items()]
    paren.sort(key=lambda paar: (paar[2] or date.min, paar[0].naam))
    regels = [_beslisser(*paar) for paar in paren]
    kop = "Beslissers en beïnvloeders: laatst gesproken"
    return Deel(kop, regels, anker="contact-beslissers", aantal=len(regels)) if regels else None


def _beslisser(dossier: Dossier, wie: str, laatst: date | None) -> Regel:
    persoon = next(persoon for persoon in dossier.account.contactpersonen if persoon.id == wie)
    naam, functie = _naam(dossier, persoon)
    rol = labels.woord(labels.ROL_BVT, persoon.rol_bvt).tekst
    return Regel(
        (naam, Zacht(taal.met_punten(functie, rol))),
        klant(dossier, "mensen", segment=True),
        wanneer=Termijn(laatst, geleden(laatst, dossier.peildatum), soort="geleden")
        if laatst
        else "nog niet gesproken",
        stand="" if laatst else "te_laat",
        kenmerken=kenmerken(dossier),
    )


def _berichten(dossiers: Iterable[Dossier], portefeuille: Portefeuille) -> Deel | None:
    """List who should hear from us, by the day the next message is due; nothing when the team keeps no messages."""
    norm = portefeuille.gedeeld.instellingen.berichten_per_jaar
    paren = [(d, d.bericht_volgende.waarde, d.berichten_12m) for d in dossiers]
    rijen = [(d, dag, aantal) for d, dag, aantal in paren if dag is not None and aantal is not None]
    if not rijen:
        return None
    rijen.sort(key=lambda rij: (rij[1], rij[0].naam))
    genoeg = sum(aantal >= norm for *_, aantal in rijen)
    zonder = sum(not loopt(dossier) for dossier, *_ in rijen)
    zin = f"{genoeg} van {taal.aantal(len(rijen), 'klant kreeg', 'klanten kregen')} er in twaalf maanden genoeg"
    return Deel(
        ("Berichten", Zacht(Link(f"afspraak: {norm} per jaar", "handboek/contactschema/#berichten"))),
        anker="contact-berichten",
        noot=f"{zin}{f', ook {zonder} zonder lopend contract' if zonder else ''}.",
        delen=(Deel("Per klant", [_bericht_aan(*rij, norm) for rij in rijen], dicht=True), _verstuurd(portefeuille)),
    )


def _bericht_aan(dossier: Dossier, volgende: date, aantal: int, norm: int) -> Regel:
    """Say what one client heard, and who there may get our messages."""
    wacht = dossier.uitstellen.voor("bericht")
    nieuwsbrief = berichten.nieuwsbrief(dossier, lambda mensen: taal.getal(len(mensen)))
    return Regel(
        (
            f"{aantal} van {norm} in twaalf maanden",
            Zacht("genoeg" if aantal >= norm else "te weinig"),
            None if lezers(dossier.account, dossier.peildatum) else "niemand mag ze krijgen",
            Bij(f"nieuwsbrief {nieuwsbrief}" if nieuwsbrief else None),
        ),
        klant(dossier, "contact", segment=True),
        wanneer=termijn(volgende, dossier, wacht=wacht),
        stand=dossier.stand(volgende, wacht),
        kenmerken=kenmerken(dossier),
    )


def _verstuurd(portefeuille: Portefeuille) -> Deel:
    """List the messages of the last twelve months with what is planned on top; older ones are folded."""
    sinds = min_maanden(portefeuille.peildatum, 12)
    alle = sorted(portefeuille.gedeeld.berichten.berichten, key=lambda bericht: bericht.datum, reverse=True)
    return lijst(
        "Wat we stuurden",
        [(bericht.datum > sinds, _bericht(portefeuille, bericht)) for bericht in alle],
        "Nog geen bericht vastgelegd. Zet wat je verstuurde bij de berichten van het team.",
        "langer dan een jaar geleden",
    )


def _bericht(portefeuille: Portefeuille, bericht: Bericht) -> Regel:
    """Word one message: when, what kind, to whom, and who was called about it."""
    nagebeld = berichten.nagebeld(bericht, ((d.id, d.naam) for d in portefeuille.dossiers.values()))
    return item(
        berichten.onderwerp(bericht),
        labels.GEPLAND if bericht.datum > portefeuille.peildatum else None,
        taal.datum(bericht.datum),
        bericht.soort if bericht.onderwerp else None,
        f"aan {_aan(portefeuille, bericht)}",
        f"nagebeld: {nagebeld}" if nagebeld else None,
    )


def _aan(portefeuille: Portefeuille, bericht: Bericht) -> str:
    """Say who gets a message: "gebruikers van A-klanten"."""
    if bericht.aan == "alle":
        wie = "alle klanten"
    else:
        bekend = portefeuille.dossiers
        klanten = [bekend[wie].naam if wie in bekend else wie for wie in bericht.aan.accounts]
        wie = taal.opsomming([*(f"{segment}-klanten" for segment in bericht.aan.segmenten), *klanten]) or "niemand"
    return f"{bericht.gericht_aan} van {wie}" if bericht.gericht_aan else wie
