"""Klantcijfers: what clients think of our work, whether we keep the guarantee, what repair costs, who was not asked."""

from collections import Counter
from collections.abc import Iterator, Sequence

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.tevredenheid import (
    ERNST,
    GEHAALD,
    GESCHONDEN,
    HERSTEL,
    nooit_gevraagd,
)
from macros.portefeuille.klantfeiten import loopt
from macros.portefeuille.klantjaren import Cijferjaar, Herstelkosten, herstelkosten, jaren_van
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Alinea, Anker, Blad, Leeg, Naast, Opsomming, Tussenkop, Vouw, Zin
from macros.views.delen.onderdeel import Kaart, kaart, kaartstand, overzicht
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Bij, Link, Zacht, klant
from macros.views.delen.vragen import vragenlijst
from macros.views.klantcijfers.cijferbeeld import KOPPEN, afgerond, cijfer_aandacht, cijferbeeld
from macros.views.klantcijfers.cijferkolommen import (
    PLEK,
    Gegeven,
    alle_cijfers,
    cijferkolommen,
    garantielabel,
    met_plan,
    plankolommen,
)
from macros.views.render import Inhoud
from macros.woorden import taal
from macros.woorden.labels import Label

ZIN = {
    GEHAALD: "op een {} of hoger",
    HERSTEL: "onder de {} met een herstelplan",
    GESCHONDEN: "met een cijfer onder de {} waar nog geen plan voor is",
}
"""States of the guarantee in the sentence at the top."""
GEEN_CIJFERS = Label("Geen cijfer in deze periode", "?", "stil")


@overzicht
def klantcijfers(portefeuille: Portefeuille) -> Blad:
    """Make the register of marks."""
    instellingen = portefeuille.gedeeld.instellingen
    norm = taal.getal(instellingen.cijfer_norm)
    gegeven = alle_cijfers(portefeuille)
    lopend = sorted(filter(loopt, portefeuille.dossiers.values()), key=lambda dossier: (dossier.naam, dossier.id))
    return Blad(
        "klantcijfers",
        (
            Zin(_zin(lopend, norm) + _normzin(jaren_van(portefeuille))),
            *_aandacht(portefeuille, gevraagd=bool(gegeven)),
            *_garantie(lopend, norm, instellingen.garantie_maanden),
            *_gevouwen(portefeuille, gegeven, norm),
        ),
    )


def _gevouwen(portefeuille: Portefeuille, gegeven: Sequence[Gegeven], norm: str) -> Iterator[Inhoud]:
    """Fold what stands behind the answers; the line of each fold says what it comes to."""
    instellingen, dit_jaar = portefeuille.gedeeld.instellingen, portefeuille.peildatum.year
    jaren = jaren_van(portefeuille)
    yield _vouw(
        "Per jaar",
        taal.aantal(sum(len(jaar.cijfers) for jaar in jaren), "cijfer", "cijfers"),
        "per-jaar",
        "garantie/#cijfers-per-jaar",
        _per_jaar(jaren, instellingen.cijfer_norm, dit_jaar),
    )
    kosten = _kosten_zin(herstelkosten(portefeuille), instellingen.valuta)
    yield _vouw(
        "Herstelplannen",
        kosten,
        "herstel",
        "garantie/#herstelplan",
        register("Elk plan, het nieuwste bovenaan", plankolommen(norm), met_plan(gegeven), naam="herstel"),
    )
    if gegeven:
        aantal = taal.aantal(len(gegeven), "evaluatie", "evaluaties")
        yield _vouw("Alle cijfers", aantal, "alle-cijfers", "garantie/#evaluatie", _cijfers(gegeven, norm))


def _vouw(kop: str, woorden: str, anker: str, handboek: str, inhoud: Inhoud) -> Vouw:
    """Fold one part; the anchor lies inside, so that a link to it opens the fold."""
    uitleg = Alinea(Link("Uitleg in het handboek", f"handboek/{handboek}", scherm=True), zacht=True)
    return Vouw((kop, Bij(woorden)), Anker(anker, (inhoud, uitleg)))


@kaart("klantcijfers/")
def cijferkaart(portefeuille: Portefeuille) -> Kaart:
    """Count the clients on the norm, and those below it without a plan."""
    lopend = [dossier for dossier in portefeuille.dossiers.values() if loopt(dossier)]
    standen = Counter(dossier.garantie.waarde for dossier in lopend)
    norm = taal.getal(portefeuille.gedeeld.instellingen.cijfer_norm)
    telt = f"van {taal.aantal(len(lopend), 'klant', 'klanten')} op een {norm} of hoger"
    zonder = kaartstand(standen[None], "zonder cijfer", "stil")
    herstel = kaartstand(standen[HERSTEL], f"onder de {norm} met een plan", anders=zonder)
    stand = kaartstand(standen[GESCHONDEN], f"met een cijfer onder de {norm} zonder plan", "risico", anders=herstel)
    return Kaart("Wat vinden klanten van ons werk?", standen[GEHAALD], telt, stand)


def _zin(lopend: Sequence[Dossier], norm: str) -> str:
    """Say how the guarantee stands; or that nobody was asked yet."""
    if not lopend:
        return "Er loopt geen contract, dus er is niemand om een cijfer te vragen."
    nooit = sum(nooit_gevraagd(dossier.account.evaluaties, dossier.peildatum) for dossier in lopend)
    if nooit == len(lopend):
        return "Er is nog nooit een cijfer gevraagd. Vraag er een na de volgende opdracht: dan weet je wat beter moet."
    standen = Counter(dossier.garantie.waarde for dossier in lopend)
    delen = [f"{standen[stand]} {woorden.format(norm)}" for stand, woorden in ZIN.items() if standen[stand]]
    gevraagd = f" Aan {taal.aantal(nooit, 'klant', 'klanten')} is nog nooit een cijfer gevraagd." if nooit else ""
    kop = f"Van {taal.aantal(len(lopend), 'klant', 'klanten')} met een lopend contract"
    return (
        f"{kop} zitten er {taal.opsomming(delen)}.{gevraagd}" if delen else f"{kop} gaf niemand een cijfer.{gevraagd}"
    )


def _normzin(jaren: Sequence[Cijferjaar]) -> str:
    """Say whether it gets better: the share at or above the norm in the last two years with marks; empty without."""
    delen = [f"in {jaar.jaar} {_aandeel(jaar)}" for jaar in jaren if jaar.cijfers][:2]
    return f" Van alle gegeven cijfers haalde {taal.opsomming(delen)} de norm." if delen else ""


def _aandacht(portefeuille: Portefeuille, *, gevraagd: bool) -> Iterator[Inhoud]:
    """What the marks ask of us; nothing while there are neither marks nor clients to ask."""
    vragen = cijfer_aandacht(portefeuille)
    if vragen or gevraagd:
        leeg = "Niets: elke klant is gevraagd, en elk cijfer onder de norm is hersteld."
        yield Tussenkop("Wat vraagt aandacht", "cijfers-aandacht")
        yield vragenlijst(portefeuille, "klantcijfers-aandacht", vragen, KOPPEN, leeg)


def _garantie(lopend: Sequence[Dossier], norm: str, maanden: int) -> Iterator[Inhoud]:
    """Count the clients in each state, the worst first; those without a mark in the period come last."""
    per_stand = {stand: [d for d in lopend if d.garantie.waarde == stand] for stand in (*ERNST, None)}
    if not lopend:
        return
    bij = f"cijfers van de laatste {maanden} maanden"
    standen = Naast(
        tuple(
            Vouw(
                (len(klanten), garantielabel(stand, norm) if stand else GEEN_CIJFERS),
                Opsomming(tuple(klant(dossier, PLEK) for dossier in klanten), kort=True),
            )
            for stand, klanten in per_stand.items()
            if klanten
        )
    )
    yield _vouw(f"De {norm}-garantie", bij, "garantie", "garantie/#garantie", standen)


def _per_jaar(jaren: Sequence[Cijferjaar], norm: float, dit_jaar: int) -> Inhoud:
    """The picture of the years beside their table, the latest first."""
    beeld = cijferbeeld(jaren, norm)
    if beeld is None:
        return Leeg(
            "Nog geen cijfers. Zet na een opdracht bij evaluaties de twee cijfers van de klant: voor het resultaat en "
            "voor de samenwerking."
        )

    def kop(jaar: Cijferjaar) -> Inhoud:
        link = Link(jaar.jaar, f"?cijfers-jaar={jaar.jaar}#alle-cijfers") if jaar.cijfers else jaar.jaar
        return link, Zacht("tot nu toe") if jaar.jaar == dit_jaar else None

    kolommen: tuple[Kolom[Cijferjaar], ...] = (
        Kolom("Jaar", kop),
        Kolom("Cijfers", lambda jaar: len(jaar.cijfers), getal=True),
        Kolom("Mediaan", lambda jaar: afgerond(jaar.mediaan), getal=True),
        Kolom("Gemiddeld", lambda jaar: afgerond(jaar.gemiddelde), getal=True),
        Kolom("Van, tot", _spreiding, getal=True),
        Kolom(f"Cijfers van {taal.getal(norm)} of hoger", _aandeel, getal=True),
    )
    titel = "Het laagste van de twee cijfers per evaluatie; na herstel het nieuwe cijfer"
    return Naast((beeld, register(titel, kolommen, jaren, kaarten=False)))


def _spreiding(jaar: Cijferjaar) -> str:
    """Lowest and highest: "6,5 tot 9"."""
    return " tot ".join(dict.fromkeys(taal.getal(cijfer) for cijfer in (*jaar.cijfers[:1], *jaar.cijfers[-1:])))


def _aandeel(jaar: Cijferjaar) -> str:
    """Share at or above the norm: "5 van 6 (83%)"."""
    if jaar.aandeel is None:
        return "n.v.t."
    return f"{jaar.op_norm} van {len(jaar.cijfers)} ({taal.procent(round(jaar.aandeel))})"


def _kosten_zin(kosten: Herstelkosten, valuta: str) -> str:
    if not kosten.plannen:
        return "Er is nog geen herstelplan gemaakt."
    plannen = taal.aantal(kosten.plannen, "herstelplan", "herstelplannen")
    if kosten.zonder_bedrag == kosten.plannen:
        return f"{plannen}; wat ze ons kostten, is nog niet ingevuld."
    zonder = f" Van {kosten.zonder_bedrag} is het bedrag niet ingevuld." if kosten.zonder_bedrag else ""
    return f"{plannen}, samen {taal.bedrag(kosten.bedrag, valuta)} op onze kosten.{zonder}"


def _cijfers(gegeven: Sequence[Gegeven], norm: str) -> Inhoud:
    zoek = "Zoek een klant of opdracht"
    return register("Elke evaluatie, de nieuwste bovenaan", cijferkolommen(norm), gegeven, naam="cijfers", zoek=zoek)
