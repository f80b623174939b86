"""The table of the first thirty days: by when, what, with whom at the client, and who of us."""

from collections.abc import Sequence

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.overdracht import OPVOLGER, Stap
from macros.views.delen import namen
from macros.views.delen.blad import Alinea
from macros.views.delen.register import Kolom, Register, register
from macros.views.delen.stukken import Bij, Dag, Link
from macros.views.render import Inhoud
from macros.woorden import labels, taal

SOORT = {
    "afspraak": "Afspraak",
    "kennismaken": "Kennismaken",
    "contact": "Contactregel",
    "contract": "Contract",
    "toezegging": "Toezegging van ons",
    "toezegging_klant": "Toezegging van de klant",
    "aanname": "Uitzoeken",
    "canvasactie": "Actie van het canvas",
    "herstelactie": "Herstelplan",
    "reviewactie": "Actie van de frisse blik",
}
"""What a step is called."""
DRIE = 3
"""How many days after the thirty are named."""


def stappentabel(dossier: Dossier, stappen: Sequence[Stap], leeg: str) -> Register:
    """Make the table for one client."""
    return register(
        "Uiterste dag, wat en met wie",
        (
            Kolom[Stap]("Uiterlijk", lambda stap: wanneer(dossier, stap)),
            Kolom[Stap]("Wat", wat, breed="ruim"),
            Kolom[Stap]("Met wie", lambda stap: met(dossier, stap)),
            Kolom[Stap]("Door wie", lambda stap: door(dossier, stap)),
        ),
        stappen,
        leeg=leeg,
    )


def wanneer(dossier: Dossier, stap: Stap) -> Inhoud:
    """The last day of a step, and that it is past."""
    te_laat = labels.STAND["te_laat"] if stap.dag < dossier.peildatum else None
    return Dag(stap.dag), te_laat


def wat(stap: Stap) -> Inhoud:
    """The kind of a step with its words, and the way to the fact; an introduction may count for a contact rule."""
    woorden = f"telt ook voor: {stap.wat}" if stap.soort == "kennismaken" and stap.wat else stap.wat
    return Link(SOORT[stap.soort], stap.doel, bij=stap.wat), Bij(woorden)


def met(dossier: Dossier, stap: Stap) -> str:
    """Whom at the client; of a contact rule also that nobody is known there."""
    return namen.contacten(dossier, stap.met) or ("nog niemand bekend" if stap.soort == "contact" else "")


def door(dossier: Dossier, stap: Stap) -> str:
    """Who of us does it; of an introduction also who introduces."""
    if not stap.wie:
        return "nog niemand"
    wie = [namen.aan_zet(dossier, een) if een != OPVOLGER else "de opvolger" for een in stap.wie]
    if stap.soort == "kennismaken" and len(wie) > 1:
        return f"{wie[0]}; {wie[1]} stelt voor"
    return taal.opsomming(wie)


def daarna_alinea(stappen: Sequence[Stap]) -> Alinea | None:
    """Name the first days after the thirty; nothing when there are none."""
    delen = [
        f"{taal.datum(stap.dag)} {SOORT[stap.soort].lower()}{f' “{stap.wat}”' if stap.wat else ''}"
        for stap in stappen[:DRIE]
    ]
    return Alinea(f"Daarna komt: {taal.opsomming(delen)}.", zacht=True) if delen else None
