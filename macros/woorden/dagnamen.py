"""What derived days are called in a sentence about them; none of these words is from a file."""

from __future__ import annotations

CONTRACTDAGEN = {
    "einddatum_actueel": "de huidige einddatum",
    "einddatum_maximaal": "de uiterste einddatum",
    "laatste_dag": "de laatste dag",
    "start_retentiefase": "de start van de retentiefase",
    "tussenevaluatie_op": "de tussenevaluatie",
    "voorstel_uiterlijk": "het uiterste moment voor het voorstel",
    "beslisdatum": "de beslisdatum",
    "optiedeadline": "het uiterste moment voor de optie",
    "aankondigen_op": "de aankondiging van de verlenging",
    "actiedatum_opzegging": "de actiedatum voor opzegging",
    "opzegdeadline": "de uiterste opzegdag",
    "uiterste_publicatie": "de uiterste dag voor de publicatie",
    "indexering_op": "de indexering",
}
"""Derived days of a contract, with what they are called in a sentence."""
KLANTDAGEN = {
    "fresheyes_vervalt": "de volgende frisse blik",
    "postmortem_vervalt": "de terugblik",
    "bericht_volgende": "het volgende bericht",
}
"""The same for the client."""
