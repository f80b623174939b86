"""The columns of the marks and of the repair plans, and the two tables that leave the site."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.tevredenheid import (
    GEEN_CIJFER,
    GEHAALD,
    GEPLAND,
    GESCHONDEN,
    HERSTEL,
    Evaluatiestand,
    evaluatiestanden,
)
from macros.model.samenwerking import Herstelplan
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.onderdeel import tabel
from macros.views.delen.register import Kolom, labelkolom
from macros.views.delen.stukken import Bij, Dag, dag, klant, of
from macros.views.delen.tabel import Bron, bedraggegeven, daggegeven
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

STANDEN = (GESCHONDEN, HERSTEL, GEEN_CIJFER, GEPLAND, GEHAALD)
"""States of an evaluation, the most urgent first."""
ZONDER_CIJFER = {GEPLAND: labels.GEPLAND, GEEN_CIJFER: Label("Cijfer niet opgeschreven", "?", "stil")}
PLEK = "tevredenheid"
"""Where the client page has the marks."""

Gegeven: TypeAlias = tuple[Dossier, Evaluatiestand]
"""One evaluation with its client."""


@tabel("klantcijfers", "Klantcijfers", "klantcijfers/", "Een evaluatie met de cijfers van de klant.")
def cijfertabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give every evaluation, the latest first."""
    yield Bron(cijferkolommen(taal.getal(portefeuille.gedeeld.instellingen.cijfer_norm)), alle_cijfers(portefeuille))


@tabel("herstelplannen", "Herstelplannen", "klantcijfers/#herstel", "Een plan na een cijfer onder de norm.")
def hersteltabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give every repair plan, the latest first."""
    norm = taal.getal(portefeuille.gedeeld.instellingen.cijfer_norm)
    yield Bron(plankolommen(norm), met_plan(alle_cijfers(portefeuille)))


def alle_cijfers(portefeuille: Portefeuille) -> list[Gegeven]:
    """Give every evaluation with its client, the latest first."""
    instellingen, peildatum = portefeuille.gedeeld.instellingen, portefeuille.peildatum
    gegeven = [
        (dossier, stand)
        for dossier in portefeuille.dossiers.values()
        for stand in evaluatiestanden(dossier.account.evaluaties, instellingen, peildatum)
    ]
    return sorted(gegeven, key=lambda paar: (-paar[1].evaluatie.datum.toordinal(), paar[0].naam))


def met_plan(gegeven: Iterable[Gegeven]) -> list[Gegeven]:
    """Keep those with a repair plan."""
    return [rij for rij in gegeven if rij[1].evaluatie.herstelplan]


def plankolommen(norm: str) -> tuple[Kolom[Gegeven], ...]:
    """Every repair plan: the mark that asked for it, what was agreed, the new mark, what it cost."""

    def plan(rij: Gegeven) -> Herstelplan:
        return rij[1].evaluatie.herstelplan or Herstelplan()

    def kosten(rij: Gegeven) -> Inhoud:
        return of(namen.bedrag(rij[0], plan(rij).kosten_voor_ons), "niet ingevuld")

    return (
        Kolom("Klant", _klant, sorteer=True),
        Kolom("Opdracht", _opdracht, sorteer=True),
        Kolom("Eerste cijfer", lambda rij: _cijfer(rij[1].eerste), lambda rij: rij[1].eerste, getal=True),
        Kolom(
            "Start",
            lambda rij: dag(plan(rij).start),
            lambda rij: plan(rij).start,
            gegevens=(daggegeven("start", lambda rij: plan(rij).start, "wanneer het plan begon"),),
        ),
        Kolom("Trekker", lambda rij: namen.collega(rij[0], plan(rij).eigenaar), sorteer=True, filter=True),
        Kolom(
            "Met klant afgesproken",
            lambda rij: dag(plan(rij).afgesproken_met_klant_op, "nog niet"),
            lambda rij: plan(rij).afgesproken_met_klant_op,
            kort="Afgesproken",
            gegevens=(daggegeven("afgesproken", lambda rij: plan(rij).afgesproken_met_klant_op, "met de klant"),),
        ),
        Kolom("Nieuw cijfer", lambda rij: of(_cijfer(_hercijfer(rij)), "nog niet"), _hercijfer, getal=True),
        Kolom(
            "Kosten",
            kosten,
            lambda rij: plan(rij).kosten_voor_ons,
            getal=True,
            gegevens=(bedraggegeven("kosten", lambda rij: plan(rij).kosten_voor_ons, "wat het plan ons kostte"),),
        ),
        _stand(norm),
    )


def cijferkolommen(norm: str) -> tuple[Kolom[Gegeven], ...]:
    """Every evaluation with both marks, who gave them and who asked."""

    def gever(rij: Gegeven) -> Inhoud:
        evaluatie = rij[1].evaluatie
        door = namen.collega(rij[0], evaluatie.door)
        wie = namen.contact_op_overzicht(rij[0], evaluatie.gegeven_door)
        return of(wie, "niet opgeschreven"), Bij(f"gevraagd door {door}" if door else None)

    return (
        Kolom("Klant", _klant, sorteer=True),
        Kolom(
            "Datum",
            lambda rij: Dag(rij[1].evaluatie.datum),
            lambda rij: rij[1].evaluatie.datum,
            lambda rij: str(rij[1].evaluatie.datum.year),
            adres="jaar",
            gegevens=(daggegeven("datum", lambda rij: rij[1].evaluatie.datum, "wanneer de klant ze gaf"),),
        ),
        Kolom("Opdracht", _opdracht, sorteer=True),
        Kolom(
            "Resultaat",
            lambda rij: _cijfer(rij[1].evaluatie.cijfer_resultaat),
            lambda rij: rij[1].evaluatie.cijfer_resultaat,
            getal=True,
        ),
        Kolom(
            "Samenwerking",
            lambda rij: _cijfer(rij[1].evaluatie.cijfer_samenwerking),
            lambda rij: rij[1].evaluatie.cijfer_samenwerking,
            getal=True,
        ),
        Kolom("Na herstel", lambda rij: _cijfer(_hercijfer(rij)), _hercijfer, getal=True),
        Kolom("Gegeven door", gever, sorteer=True),
        _stand(norm),
    )


def garantielabel(stand: str, norm: str) -> Label:
    """Word a state of the guarantee with the norm of this team: "Onder de 7,5, nog geen plan"."""
    label = labels.GARANTIE[stand]
    return Label(label.tekst.replace("8", norm), label.symbool, label.klasse)


def _klant(rij: Gegeven) -> Inhoud:
    return klant(rij[0], PLEK)


def _opdracht(rij: Gegeven) -> Inhoud:
    return rij[1].evaluatie.opdracht


def _hercijfer(rij: Gegeven) -> float | None:
    """The new mark that replaced both."""
    return rij[1].cijfer.laagste if rij[1].hersteld and rij[1].cijfer else None


def _stand(norm: str) -> Kolom[Gegeven]:
    woorden = {stand: ZONDER_CIJFER.get(stand) or garantielabel(stand, norm) for stand in STANDEN}
    return labelkolom("Stand", lambda rij: rij[1].stand, woorden)


def _cijfer(cijfer: float | None) -> str:
    return "" if cijfer is None else taal.getal(cijfer)
