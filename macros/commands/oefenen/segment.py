"""Exercise 6: raise the segment of a client, with all that the higher segment asks for."""

from __future__ import annotations

from collections.abc import Iterator

from macros.afleidingen.dossier import Dossier
from macros.commands.oefenen.oefening import Oefening
from macros.woorden import taal

OUDE_REDEN = "Eén huis, gewone omzet"


def ontbreekt(dossier: Dossier, antwoord: str) -> Iterator[str]:  # noqa: ARG001  every check takes the same
    """The choice with its reason and its day, and the sponsor that an A client has."""
    keuze = dossier.account.segment_keuze
    if dossier.segment.waarde != "A" or keuze is None:
        yield "De klant is nog geen A-klant. Verander het segment bij segment_keuze."
        return
    if keuze.reden == OUDE_REDEN:
        yield "De reden is nog die van de B-klant. Schrijf waarom deze klant nu een A is."
    if keuze.op is None or keuze.op > dossier.peildatum or (dossier.peildatum - keuze.op).days > 31:
        yield f"Schrijf bij op de dag van je besluit: {taal.datum(dossier.peildatum)}."
    yield from _sponsor(dossier)


def _sponsor(dossier: Dossier) -> Iterator[str]:
    sponsor = dossier.account.driehoek.directie_sponsor
    if sponsor is None:
        yield "Een A-klant heeft iemand van de directie. Schrijf bij driehoek: directie_sponsor."
    elif "directie" not in dossier.gedeeld.personen[sponsor].rollen:
        naam = dossier.gedeeld.personen[sponsor].naam
        yield f"{naam} zit niet in de directie. Kijk in _gedeeld/team.yml wie wel."


OEFENING = Oefening(
    titel="Verhoog het segment",
    account="zorgcentrum-de-lindehof",
    vraag="De Lindehof ging van één huis naar drie. Maak er een A-klant van, en regel wat daarbij hoort.",
    hint="Kijk op de site bij Segmenten, en lees in het handboek wat een A-klant altijd heeft.",
    ontbreekt=ontbreekt,
    goed="A met een reden en een dag, en met iemand van de directie. Op de site veranderde het contactschema mee.",
)
