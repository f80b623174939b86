"""What depends on the answer that is chosen, or on how the client stands: below the lines of an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.afleidingen.contact.berichten import lezers
from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.woorden.taal import getal

NOTEN = {
    "belofte": "Mag het op het klantoverzicht staan? Zet dan voor de laatste accolade een komma en `zichtbaar: klant`.",
    "bericht": "Ging het naar meer klanten? Zet hun korte namen erbij, met een komma ertussen. De korte naam van een "
    "klant staat in het adres van zijn pagina, achter `accounts/`.",
    "herstelplan": "Is een dag nog niet bekend? Haal dan de regel met die dag weg.",
    "kans": "Kwam de kans uit een koopsignaal? Zet dat bij `klaar` in je dagboek: Een klacht of signaal is opgevolgd.",
    "training": "Kwam je na een jaar terug? Schrijf dan `teruggekomen_op` waar nu `nagevraagd_op` staat.",
    "tussenevaluatie": "Werkt het plan zoals het is? Laat `bijstelling` dan weg.",
    "voorstel": "Is het nog niet besproken? Haal dan de regels met `besproken_op` en `reactie` weg.",
    "verlengd": "Blijft de prijs gelijk? Haal dan de regels met `jaarwaarde` en `vanaf` weg.",
    "vertrokken": "Gaat iemand later weg? Zet dan die dag bij `vertrokken_op`: tot die dag blijft alles zoals het is.",
    "optie": "Is ze niet gelicht? Haal dan de regel met `datum_gelicht` weg.",
    "afgelopen": "Gaan jullie door met een nieuw contract? Zet er dan `opvolger:` bij, met de korte naam daarvan. "
    "Loopt dit contract zelf langer door, gebruik dan: Een contract is verlengd.",
}
"""What holds at every client, by event; what stands in the file between backticks."""


def noot(gebeurtenis: str, situatie: Situatie) -> str:
    """The sentences below an event at this client; empty when there are none."""
    eigen = _EIGEN[gebeurtenis](situatie) if gebeurtenis in _EIGEN else ()
    return " ".join(filter(None, [NOTEN.get(gebeurtenis, ""), *eigen]))


def _cijfer(situatie: Situatie) -> Iterator[str]:
    norm = getal(situatie.gedeeld.instellingen.cijfer_norm)
    yield (
        f"Ligt een cijfer onder de norm, een {norm}? Zet er dan ook het herstelplan bij; `start` is de dag waarop het "
        f"begint, zoals {situatie.dag}."
    )


def _nieuw_contract(situatie: Situatie) -> Iterator[str]:
    if situatie.account.contracten:
        yield (
            "Volgt het een vorig contract op? Neem dan ook de regels over bij: Een contract liep af. Zet daar "
            "`opvolger:` bij, met de korte naam die je hier kiest."
        )
    if situatie.account.kweekvijver is not None:
        yield "Deze klant staat nog in de kweekvijver. Haal ook `kweekvijver` weg, met wat eronder staat."


def _bericht(situatie: Situatie) -> Iterator[str]:
    if not lezers(situatie.account, situatie.dag):
        yield (
            "Van niemand bij deze klant staat er dat het mag, dus hier telt dit bericht niet. Vraag het na, en zet bij "
            "die persoon `nieuwsbrief: toestemming`."
        )


_EIGEN: dict[str, Callable[[Situatie], Iterator[str]]] = {
    "bericht": _bericht,
    "cijfer": _cijfer,
    "nieuw-contract": _nieuw_contract,
}
"""What depends on the client, by event."""
