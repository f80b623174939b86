"""Exercise 5: record the notice of a client and plan the look back, in time.

The letter stands on the page of the exercise: received on 10 September, per 31 December, for the price.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.commands.oefenen.oefening import Oefening
from macros.model.contract import Opzegging
from macros.woorden import taal

CONTRACT = "glas-2024"
ONTVANGEN, LAATSTE_DAG = date(2026, 9, 10), date(2026, 12, 31)


def ontbreekt(dossier: Dossier, antwoord: str) -> Iterator[str]:  # noqa: ARG001  every check takes the same
    """First the notice, then the look back: its day is counted from the notice."""
    stand = dossier.contracten.get(CONTRACT)
    if stand is None:
        yield f"Het contract {CONTRACT} is weg. Zet het terug: een opgezegd contract blijft staan."
        return
    if stand.contract.opzegging is None:
        yield "De opzegging staat nog niet bij het contract. Zet er 'opzegging' bij."
        return
    yield from _opzegging(stand.contract.opzegging)
    yield from _terugblik(dossier)


def _opzegging(opzegging: Opzegging) -> Iterator[str]:
    if opzegging.ontvangen_op != ONTVANGEN:
        yield f"De brief kwam op {taal.datum(ONTVANGEN)} binnen. Schrijf die dag bij ontvangen_op."
    if opzegging.door != "klant":
        yield "De klant zegt op, wij niet. Schrijf door: klant."
    if opzegging.per_datum != LAATSTE_DAG:
        yield f"De laatste dag is {taal.datum(LAATSTE_DAG)}. Schrijf die dag bij per_datum."
    if not opzegging.reden:
        yield "Schrijf bij reden wat de klant in zijn brief zegt."


def _terugblik(dossier: Dossier) -> Iterator[str]:
    blikken = [blik for blik in dossier.account.postmortems if blik.contract == CONTRACT]
    vervalt = dossier.postmortem_vervalt.waarde
    if not blikken:
        yield f"Er is nog geen terugblik gepland. Zet er een bij, onder 'postmortems', voor contract {CONTRACT}."
        return
    blik = blikken[0]
    if blik.gepland_op is None or blik.gepland_op < dossier.peildatum:
        yield f"Schrijf bij gepland_op een dag vanaf {taal.datum(dossier.peildatum)}."
    elif vervalt and blik.gepland_op > vervalt:
        yield f"{taal.datum(blik.gepland_op)} is te laat. De terugblik moet uiterlijk op {taal.datum(vervalt)}."
    if not blik.door:
        yield "Schrijf bij door wie de terugblik doet, liefst iemand van buiten."


OEFENING = Oefening(
    titel="Leg een opzegging vast en plan de terugblik",
    account="kantorenpark-westerdok",
    vraag="Kantorenpark Westerdok zegt op. Leg de brief vast bij het contract en plan de terugblik.",
    hint="De dag van ontvangst telt, niet de laatste dag van het contract. Kijk in het handboek bij Terugblik.",
    ontbreekt=ontbreekt,
    goed="De opzegging staat vast en de terugblik is op tijd. Week twee tot en met zes levert de beste gesprekken op.",
)
