"""Exercise 4: plan the yearly fresh look at a client, by somebody from outside, before it falls due."""

from __future__ import annotations

from collections.abc import Iterator

from macros.afleidingen.dossier import Dossier
from macros.commands.oefenen.oefening import Oefening
from macros.woorden import taal


def ontbreekt(dossier: Dossier, antwoord: str) -> Iterator[str]:  # noqa: ARG001  every check takes the same
    """Look at the first review that still has to be held."""
    gepland = [blik for blik in dossier.account.fresheyes if blik.gepland_op and not blik.uitgevoerd_op]
    vervalt = dossier.fresheyes_vervalt.waarde
    if not gepland:
        yield "Er is nog geen frisse blik gepland. Zet er een bij, onder 'fresheyes', met gepland_op."
        return
    blik = min(gepland, key=lambda gepland: gepland.gepland_op or dossier.peildatum)
    dag = blik.gepland_op
    if dag and dag < dossier.peildatum:
        yield f"{taal.datum(dag)} is al voorbij. Kies een dag vanaf {taal.datum(dossier.peildatum)}."
    if dag and vervalt and dag > vervalt:
        yield f"{taal.datum(dag)} is te laat. De frisse blik moet uiterlijk op {taal.datum(vervalt)}."
    if not blik.door:
        yield "Schrijf bij door wie de frisse blik doet."
    if not blik.extern:
        yield "Dit is een A-klant: daar kijkt iemand van buiten. Schrijf extern: true."
    if blik.aanleiding is None:
        yield "Schrijf bij aanleiding waarom: jaarlijks."
    elif blik.aanleiding != "jaarlijks":
        yield "Kijk nog eens naar de aanleiding: de vorige frisse blik is bijna een jaar oud en er veranderde niets."


OEFENING = Oefening(
    titel="Plan een frisse blik",
    account="museum-het-pakhuis",
    vraag="Plan de volgende frisse blik van Museum Het Pakhuis, met een buitenstaander en op tijd.",
    hint="Bureau Kompas deed de vorige. De site zegt bij de klant op welke dag de nieuwe uiterlijk moet.",
    ontbreekt=ontbreekt,
    goed="De frisse blik staat op tijd op de kalender, en een buitenstaander doet hem.",
)
