"""From a thing that asks for somebody to the lines that write down that it is done."""

from __future__ import annotations

from macros.aandacht.punt import Aandachtspunt
from macros.afleidingen.dossier import Dossier
from macros.gebeurtenissen.alle import die_wist
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis, Situatie
from macros.model.basis import als_id
from macros.portefeuille.acties import Openstaand
from macros.views.delen.stukken import Link

ANKER_TEKENS = 60
"""Of what has no id, its words name the place."""


def bladzijde(klant: str) -> str:
    """Path of the page with everything that can happen at a client."""
    return f"accounts/{klant}/gebeurd/"


def situatie_van(dossier: Dossier) -> Situatie:
    """The client today, as its account manager writes."""
    account = dossier.account
    return Situatie(account, dossier.gedeeld, dossier.peildatum, account.driehoek.accountmanager)


def vastlegger(punt: Aandachtspunt | Openstaand, dossier: Dossier) -> Gebeurtenis | None:
    """The event with which a thing is done; None when there is none, or it cannot happen at this client."""
    gebeurtenis = die_wist(punt.soort)
    return gebeurtenis if gebeurtenis and gebeurtenis.past(situatie_van(dossier)) else None


def anker(gebeurtenis: Gebeurtenis, over: str) -> str:
    """Where on that page the lines of an event stand, with what it is about filled in."""
    return f"{gebeurtenis.id}-{als_id(over)}"[:ANKER_TEKENS] if over else gebeurtenis.id


def zo_leg_je_het_vast(punt: Aandachtspunt | Openstaand, dossier: Dossier | None) -> Link | None:
    """The way to the lines that write down that a thing is done.

    None for what waits, is about more clients at once, or takes more than an event.
    """
    if punt.uitstel or dossier is None or (gebeurtenis := vastlegger(punt, dossier)) is None:
        return None
    return Link("Zo leg je het vast", f"{bladzijde(dossier.id)}#{anker(gebeurtenis, punt.over)}", punt.titel)
