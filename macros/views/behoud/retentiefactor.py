"""Retentiefactor: per client the revenue of each year, whether it keeps buying, and why (domain 1.6)."""

from collections.abc import Iterator, Sequence

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.klantjaren import jaren, klantjaren
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers.omzetretentie import Omzetloop, omzetjaren, omzetloop
from macros.portefeuille.telling import Aandeel
from macros.views.behoud.behoud_cijfers import NVT, jaarkoppen
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Blad
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.register import Kolom, labelkolom, register
from macros.views.delen.stukken import klant
from macros.views.render import Inhoud
from macros.woorden import taal
from macros.woorden.labels import Label

KOOPT = {
    "navragen": Label("Navragen: einddatum voorbij", "?", "let-op"),
    "stopt": Label("Zegde op", "◆", "risico"),
    "straks": Label("Begint nog", "○", "gepland"),
    "nieuw": Label("Nieuw", "○", "gepland"),
    "blijft": Label("Koopt door", "●", "goed"),
    "weg": Label("Koopt niet meer", "–", "stil"),
}
"""Whether a client keeps buying."""


@overzicht
def retentiefactor(portefeuille: Portefeuille) -> Blad:
    """Make the table of revenue, buying on and why."""
    bekend = [d for d in portefeuille.dossiers.values() if d.contracten or any(d.account.omzet.values())]
    klanten = register(
        "Omzet per klant per jaar, of de klant doorkoopt, en waarom; op naam",
        tuple(_kolommen(portefeuille)),
        sorted(bekend, key=lambda dossier: (dossier.naam, dossier.id)),
        naam="retentiefactor",
        zoek="Zoek een klant",
        leeg="Er is nog geen klant met een contract of omzet. Een klant is één bestand in de map accounts.",
        kaarten=False,
    )
    return Blad("retentiefactor", (*_noten(bekend), _omzetloop(portefeuille), klanten))


def _kolommen(portefeuille: Portefeuille) -> Iterator[Kolom[Dossier]]:
    yield Kolom("Klant", klant, sorteer=True)
    yield Kolom("Segment", lambda dossier: dossier.segment.waarde or "–", filter=True)
    for jaar, kop in zip(jaren(portefeuille), jaarkoppen(portefeuille), strict=True):
        yield _jaarkolom(jaar, kop)
    yield labelkolom("Koopt door", _koopt, KOOPT)
    yield Kolom("Waarom de klant blijft", lambda dossier: dossier.account.waarom_klant_blijft, breed="ruim")
    yield Kolom("Accountmanager", namen.accountmanager, sorteer=True, filter=namen.op_naam_van)


def _jaarkolom(jaar: int, kop: str) -> Kolom[Dossier]:
    """The revenue of one year; empty where it is not known."""
    return Kolom(
        kop,
        lambda dossier: namen.bedrag(dossier, dossier.account.omzet.get(jaar)),
        lambda dossier: dossier.account.omzet.get(jaar),
        getal=True,
    )


def _noten(bekend: Sequence[Dossier]) -> Iterator[Inhoud]:
    """What to write down first: revenue, and why those who keep buying do so."""
    zonder_omzet = sum(not dossier.account.omzet for dossier in bekend)
    zonder_reden = sum(_koopt(d) == "blijft" and vraagt_waarom(d) for d in bekend)
    if zonder_omzet and zonder_omzet == len(bekend):
        yield Alinea("Van geen enkele klant is de omzet bekend. Vul omzet in bij je klanten, per jaar.", zacht=True)
    elif zonder_omzet:
        tekst = f"Zonder enige omzet in het bestand: {zonder_omzet}. Die klanten tellen niet mee in de omzetretentie."
        yield Alinea(tekst, zacht=True)
    if zonder_reden:
        nog = f"Waarom de klant blijft staat nog niet bij {zonder_reden} van de A- en B-klanten die doorkopen."
        yield Alinea(f"{nog} Vraag het ze, en schrijf het op.", zacht=True)


def vraagt_waarom(dossier: Dossier) -> bool:
    """Whether *Nog aan te vullen* asks why this client stays."""
    return any(gat.veld == "waarom_klant_blijft" for gat in dossier.gaten)


def _koopt(dossier: Dossier) -> str:
    """By the phases: a client has stopped once every contract has ended or is under notice."""
    fasen = {stand.fase.waarde for stand in dossier.contracten.values()}
    if fasen == {"beeindigd"}:
        return "weg"
    if fasen and fasen <= {"nog_niet_gestart", "beeindigd"}:
        return "straks"
    if fasen and fasen <= {"opgezegd", "beeindigd"}:
        return "stopt"
    if fasen and fasen <= {"verlopen", "beeindigd"}:
        return "navragen"
    nu = klantjaren(dossier, [dossier.peildatum.year])
    return "nieuw" if any(stand.nieuw for stand in nu) else "blijft"


def _omzetloop(portefeuille: Portefeuille) -> Inhoud:
    """Where the revenue went, in the full years that had any to begin with."""
    over, valuta = jaren(portefeuille), portefeuille.gedeeld.instellingen.valuta
    omzet = omzetjaren(portefeuille, over)
    lopen = [omzetloop(jaar, omzet) for jaar in over if jaar < portefeuille.peildatum.year]
    kolommen: tuple[Kolom[Omzetloop], ...] = (
        Kolom("Jaar", lambda loop: loop.jaar),
        Kolom("Begin", lambda loop: taal.bedrag(loop.begin, valuta), getal=True),
        Kolom("Verlies", lambda loop: taal.bedrag(loop.verlies, valuta), getal=True),
        Kolom("Krimp", lambda loop: taal.bedrag(loop.krimp, valuta), getal=True),
        Kolom("Groei", lambda loop: taal.bedrag(loop.groei, valuta), getal=True),
        Kolom("Bruto", lambda loop: _procent(loop.bruto), getal=True),
        Kolom("Netto", lambda loop: _procent(loop.netto), getal=True),
    )
    return register(
        "Waar de omzet van het jaar ervoor bleef; nieuwe klanten tellen niet mee",
        kolommen,
        [loop for loop in lopen if loop.begin > 0],
        kaarten=False,
    )


def _procent(aandeel: Aandeel) -> str:
    return NVT if aandeel.procent is None else taal.procent(round(aandeel.procent, 1))
