"""From a thing that asks for somebody to the lines that write down that it is done."""

from __future__ import annotations

from macros.aandacht.punt import Aandachtspunt
from macros.afleidingen.dossier import Dossier
from macros.gebeurtenissen.alle import GEBEURTENISSEN, die_wissen
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis, Situatie
from macros.gebeurtenissen.voorbeeld import over_dit
from macros.model.basis import als_id
from macros.model.team import Persoon
from macros.model.werk import SOORTEN
from macros.portefeuille.acties import Openstaand
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.stukken import Bij, Link
from macros.views.render import Inhoud

ZO = "Zo leg je het vast"
UITSTEL = "uitstel"
"""The event with which work may wait."""
ANKER_TEKENS = 60
"""Of what has no id, its words name the place."""


def bladzijde(klant: str) -> str:
    """Path of the page with everything that can happen at a client."""
    return f"accounts/{klant}/gebeurd/"


def situatie_van(dossier: Dossier) -> Situatie:
    """The client today, as its account manager writes, or who does that work now."""
    return Situatie(dossier.account, dossier.gedeeld, dossier.peildatum, namen.van_wie(dossier)[-1])


def vastlegger(punt: Aandachtspunt | Openstaand, dossier: Dossier) -> Gebeurtenis | None:
    """The event with which a thing is done; None when there is none, or it cannot happen at this client.

    Where several would do, it is the first that can be about the same: a canvas to begin is about a contract.
    """
    situatie = situatie_van(dossier)
    mogelijk = [een for een in die_wissen(punt.soort) if een.past(situatie)]
    passend = (een for een in mogelijk if over_dit(een, situatie, punt.over)) if len(mogelijk) > 1 else iter(mogelijk)
    return next(passend, mogelijk[0] if mogelijk else None)


def anker(gebeurtenis: Gebeurtenis, over: str) -> str:
    """Where on that page the lines of an event stand, with what it is about filled in."""
    return f"{gebeurtenis.id}-{als_id(over)}"[:ANKER_TEKENS] if over else gebeurtenis.id


def _waar(punt: Aandachtspunt | Openstaand, portefeuille: Portefeuille) -> Dossier | None:
    """The client that a thing is about; of a round over all clients of a colleague the first of them."""
    return portefeuille.dossiers.get(punt.id) or _een_klant_van(punt.over, portefeuille)


def _een_klant_van(wie: str, portefeuille: Portefeuille) -> Dossier | None:
    dossiers = portefeuille.dossiers.values() if wie else ()
    return next((een for een in dossiers if een.account.driehoek.accountmanager == wie), None)


def ronde_vastleggen(persoon: Persoon, portefeuille: Portefeuille) -> Link | None:
    """The way to the lines for the round over all lessons; None for who has no client, or while there is no lesson."""
    dossier = _een_klant_van(persoon.id, portefeuille)
    [gebeurtenis] = die_wissen("lessen")
    if dossier is None or not gebeurtenis.past(situatie_van(dossier)):
        return None
    return Link(ZO, f"{bladzijde(dossier.id)}#{gebeurtenis.id}", f"De ronde langs de lessen van {persoon.naam}")


def zo_leg_je_het_vast(punt: Aandachtspunt | Openstaand, portefeuille: Portefeuille) -> Link | None:
    """The way to the lines that write down that a thing is done.

    None for what waits, ends at each of more clients apart, or takes more than an event.
    """
    dossier = None if punt.uitstel else _waar(punt, portefeuille)
    return vastleglink(punt, dossier) if dossier else None


def vastleglink(punt: Aandachtspunt | Openstaand, dossier: Dossier) -> Link | None:
    """The same for a thing of one client; None when no event ends it there."""
    if (gebeurtenis := vastlegger(punt, dossier)) is None:
        return None
    plek = anker(gebeurtenis, punt.over if punt.id else "")
    return Link(ZO, f"{bladzijde(dossier.id)}#{plek}", punt.titel)


def mag_dit_wachten(punt: Aandachtspunt, portefeuille: Portefeuille) -> Link | None:
    """The way to let a thing of a client wait; None for what waits already, and for what no client can put off."""
    dossier = portefeuille.dossiers.get(punt.id)
    if dossier is None or punt.uitstel or not SOORTEN[punt.soort].per_klant:
        return None
    if not GEBEURTENISSEN[UITSTEL].past(situatie_van(dossier)):
        return None
    plek = anker(GEBEURTENISSEN[UITSTEL], wat_wacht(punt, dossier))
    return Link("Mag dit wachten?", f"{bladzijde(dossier.id)}#{plek}", punt.titel)


def wat_wacht(punt: Aandachtspunt | Openstaand, dossier: Dossier) -> str:
    """What an `uitstel` of this thing names: who is to be met, the rule it is about, and of all else its kind.

    Never a contract or a canvas: more would wait than was asked, a deadline among it.
    """
    smal = {*dossier.kennismaking, *(stand.regel for stand in dossier.contact)}
    return punt.over if punt.over in smal else punt.soort


def opdracht(punt: Aandachtspunt | Openstaand, *wegen: Link | None) -> tuple[Inhoud, Inhoud]:
    """Say what to do, and in small why, when it is done, and the ways to do it; of what waits until when and why."""
    return Link(punt.titel, punt.doel), Bij((toelichting(punt), *wegen))


def toelichting(punt: Aandachtspunt | Openstaand) -> str:
    """Say why now and when it is done; of what waits until when and why."""
    return punt.uitstel.woorden if punt.uitstel else f"{punt.waarom and punt.waarom + '. '}Klaar als {punt.klaar_als}."
