"""The table of the first thirty days: by when, what, with whom at the client, and who of us."""

from collections.abc import Callable, Sequence

from macros.afleidingen.contact.web import ADJECTIEF
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.overdracht import OPVOLGER, Stap
from macros.views.delen import namen
from macros.views.delen.blad import Alinea
from macros.views.delen.register import Kolom, Register, register
from macros.views.delen.stukken import Bij, Dag, Link
from macros.views.render import Inhoud
from macros.woorden import labels, taal

Noem = Callable[[Dossier, str], str]
KLEIN = {
    "afspraak": "afspraak",
    "contact": "contactregel",
    "contract": "contract",
    "toezegging": "toezegging van ons",
    "toezegging_klant": "toezegging van de klant",
    "aanname": "aanname",
    "canvasactie": "actie van het canvas",
    "herstelactie": "herstelplan",
    "reviewactie": "actie van de frisse blik",
}
"""What kind of thing a step is; of an introduction its own words say it."""
DRIE = 3
"""How many days after the thirty are named."""


def stappentabel(dossier: Dossier, stappen: Sequence[Stap], leeg: str) -> Register:
    """Make the table for one client."""
    return register(
        "Uiterste dag, wat en met wie",
        (
            Kolom[Stap]("Uiterlijk", lambda stap: wanneer(dossier, stap)),
            Kolom[Stap]("Wat", lambda stap: wat(dossier, stap), breed="ruim"),
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


def wat(dossier: Dossier, stap: Stap, noem: Noem = namen.contact) -> Inhoud:
    """Say what there is to do, with the way to the fact, and the kind in small; `noem` names people at the client."""
    ook = f"telt ook voor: {stap.wat}" if stap.soort == "kennismaken" and stap.wat else ""
    return Link(doe(dossier, stap, noem), stap.doel), Bij(taal.met_punten(KLEIN.get(stap.soort), ook))


def doe(dossier: Dossier, stap: Stap, noem: Noem = namen.contact) -> str:
    """Word one step as a colleague says it: "Kennismaken met B. Baas"."""
    match stap.soort:
        case "kennismaken":
            return f"Kennismaken met {taal.opsomming([noem(dossier, wie) for wie in stap.met])}"
        case "contact":
            wie, komma, laag = stap.wat.rpartition(", ")
            eigen = wie in {persoon.naam for persoon in dossier.gedeeld.personen.values()}
            wie = wie if eigen else wie.lower()
            return f"Contact: {wie} met de {ADJECTIEF[laag]} laag" if komma and laag in ADJECTIEF else stap.wat
        case "aanname":
            return f"Nagaan of klopt: {stap.wat}"
        case "afspraak":
            return stap.wat or "Afspraak"
    return stap.wat


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


def daarna_alinea(stappen: Sequence[tuple[Dossier, Stap]]) -> Alinea | None:
    """Name the first days after the thirty; nothing when there are none."""
    delen = [
        f"{taal.datum(stap.dag)} “{doe(dossier, stap, namen.contact_op_overzicht)}”" for dossier, stap in stappen[:DRIE]
    ]
    return Alinea(f"Daarna komt: {taal.opsomming(delen)}.", zacht=True) if delen else None
