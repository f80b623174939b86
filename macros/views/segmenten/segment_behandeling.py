"""What each segment promises its clients beside what really happens, and who gets less."""

from collections.abc import Iterator, Sequence

from macros.afleidingen.dossier import Dossier
from macros.model.segmentatie import Tevredenheid
from macros.portefeuille.behandeling import (
    BERICHT,
    CIJFER,
    CONTACT,
    GARANTIE,
    KLACHT,
    ONDERDELEN,
    SPONSOR,
    Behandeling,
    behandeling,
)
from macros.portefeuille.klantfeiten import Top, loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Alinea, Feiten, Leeg, Naast, Opsomming, Tussenkop, Vouw
from macros.views.delen.stukken import Zacht, klant
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

BELOFTE = {
    CONTACT: "Contactschema op tijd",
    SPONSOR: "Sponsor in de directie",
    CIJFER: "Cijfer op tijd gevraagd",
    BERICHT: "Berichten op tijd",
    GARANTIE: "Garantie nagekomen",
    KLACHT: "Klachten op tijd opgevolgd",
}
"""Words of the parts of a treatment."""
ANKER = {SPONSOR: "driehoek", CIJFER: "tevredenheid", GARANTIE: "tevredenheid"}
"""Where the client page has the facts of a part; of the others with the contact."""
VORM = {"gesprek": "in een gesprek", "belafspraak": "aan de telefoon", "formulier": "met een formulier"}
"""How marks are asked, in words."""


def segmentdelen(dossiers: Sequence[Dossier], top: Top, portefeuille: Portefeuille) -> Inhoud:
    """Describe each segment that has clients, beside each other; these come by name."""
    delen = []
    for segment, afspraken in sorted(portefeuille.gedeeld.segmentatie.segmenten.items()):
        klanten = [dossier for dossier in dossiers if dossier.segment.waarde == segment]
        if klanten:
            beloofd = (
                Tussenkop(f"{labels.SEGMENT[segment].symbool}-klanten: {len(klanten)}", niveau=3),
                *_afspraken(_omzet(klanten, top), afspraken.behandeling, afspraken.tevredenheid, afspraken.vraag),
            )
            delen.append((beloofd, tuple(_gebeurt(klanten))))
    return Naast(tuple(delen)) if delen else Leeg("Nog geen klant heeft een segment, dus we beloven nog niets.")


def _afspraken(
    omzet: str, belofte: str | None, tevredenheid: Tevredenheid | None, vraag: str | None
) -> Iterator[Inhoud]:
    """The share of the revenue, the treatment in words of the team, and the question of the segment."""
    if omzet:
        yield Alinea(omzet, zacht=True)
    if belofte:
        yield Alinea((f"{belofte}.", _tevredenheid(tevredenheid)))
    if vraag:
        yield Alinea(vraag)


def _omzet(dossiers: Sequence[Dossier], top: Top) -> str:
    """Share of the revenue of all clients with a running contract; empty when none is known."""
    if top.omzet <= 0:
        return ""
    lopend = [dossier for dossier in dossiers if loopt(dossier)]
    eigen = sum(max(dossier.account.omzet.get(top.peiljaar, 0), 0) for dossier in lopend)
    van = "" if len(lopend) == len(dossiers) else f", van de {len(lopend)} met een lopend contract"
    return f"{taal.procent(round(100 * eigen / top.omzet))} van de omzet over {top.peiljaar}{van}"


def _tevredenheid(afspraak: Tevredenheid | None) -> str:
    """Say how and how often marks are asked; empty when nothing was agreed."""
    if afspraak is None:
        return ""
    wanneer = f"elke {afspraak.elke_maanden} maanden" if afspraak.elke_maanden else "na een opdracht"
    return f"Cijfers vragen we {VORM[afspraak.vorm]}, {wanneer}."


def _gebeurt(klanten: Sequence[Dossier]) -> Iterator[Inhoud]:
    """Count what is promised against what happens, name who gets less, and fold the whole segment."""
    krijgen = [(dossier, behandeling(dossier)) for dossier in klanten]
    beloften = tuple(_beloften([krijgt for _, krijgt in krijgen]))
    tekorten = tuple(_tekort(dossier, krijgt) for dossier, krijgt in krijgen if krijgt.tekort)
    if beloften:
        yield Feiten(beloften)
    if tekorten:
        yield Opsomming(tekorten)
    elif beloften:
        yield Leeg("Iedereen krijgt wat we beloven.")
    else:
        yield Leeg("Er loopt geen contract, dus we beloven nu niets.")
    yield Vouw(f"Alle {len(klanten)} in dit segment", Opsomming(tuple(map(klant, klanten)), kort=True))


def _beloften(krijgen: Sequence[Behandeling]) -> Iterator[tuple[str, Inhoud]]:
    """For each part that at least one client is promised: with how many it happens."""
    for deel in ONDERDELEN:
        beloofd = [krijgt for krijgt in krijgen if deel in krijgt.gevraagd]
        gehaald = sum(deel not in krijgt.tekort for krijgt in beloofd)
        if beloofd:
            tekst = f"{gehaald} van {len(beloofd)}"
            yield BELOFTE[deel], tekst if gehaald == len(beloofd) else Label(tekst, "!", "te-laat")


def _tekort(dossier: Dossier, krijgt: Behandeling) -> Inhoud:
    mist = taal.opsomming([_wat_mist(deel, dossier, krijgt) for deel in krijgt.tekort])
    return klant(dossier, ANKER.get(krijgt.tekort[0], "contact")), Zacht(mist)


def _wat_mist(deel: str, dossier: Dossier, krijgt: Behandeling) -> str:
    """Say what does not happen as promised: "4 van 4 contactregels te laat"."""
    if deel == CONTACT:
        regels = taal.aantal(krijgt.regels, "contactregel", "contactregels")
        return f"{krijgt.te_laat} van {regels} te laat" if krijgt.regels else "geen contactregels"
    if deel == SPONSOR:
        return "sponsor uit dienst" if krijgt.sponsor_weg else "geen sponsor"
    if deel == CIJFER and krijgt.cijfer_uiterlijk.waarde:
        return f"cijfer te laat (uiterlijk {taal.datum(krijgt.cijfer_uiterlijk.waarde)})"
    if deel == GARANTIE:
        return "cijfer onder de norm, nog geen plan"
    if deel == KLACHT:
        return "klacht nog niet opgevolgd"
    bericht = dossier.bericht_volgende.waarde
    return f"bericht te laat (uiterlijk {taal.datum(bericht)})" if bericht else "bericht te laat"
