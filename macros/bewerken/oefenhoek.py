"""The practice corner: the exercises on the clients of the practice portfolio, in the browser.

The worker is begun on those clients instead of the team's own; from there a change is tried as any other is
(`brein.probeer`), and what it says of an exercise is what the command says of a folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.bewerken import brein
from macros.bewerken.uitgave import Bestanden, gedeeld, klant, zichtbare
from macros.load.load import lees_map
from macros.oefenen.oefening import BRON, LEERLING, PEILDATUM, Oefening, met_antwoord, nog_te_doen, zet_klaar
from macros.oefenen.oefeningen import OEFENINGEN
from macros.portefeuille.portefeuille import portefeuille
from macros.site.pages import Bouw

MAP = "/oefenen/accounts"
"""Where the files at hand lie in the browser."""


def oefenhoek(gegevens: Mapping[str, Any], map_: str = MAP) -> brein.Antwoord:
    """Put the practice clients at hand, as `brein.begin` does those of the team.

    `gegevens` holds `sjablonen` and `uit` of the site around it. What comes back is what a site gives to who edits
    (`uitgave`): `gedeeld` and `klanten` by id, with whom the learner plays (`ik`) and the exercises.
    """
    bouw = Bouw(portefeuille(lees_map(BRON), PEILDATUM), BRON)
    bestanden = Bestanden(bouw)
    alles = gedeeld(bouw, bestanden)
    klanten = {een.id: klant(een, bestanden) for een in zichtbare(bouw.portefeuille)}
    alles["begin"]["elders"] |= {"uit": gegevens["uit"]}
    teksten = {naam: tekst for een in klanten.values() for naam, tekst in een["teksten"].items()}
    begin = alles["begin"] | {"teksten": alles["begin"]["teksten"] | teksten}
    brein.begin({**begin, "sjablonen": gegevens["sjablonen"]}, map_)
    return {
        "gedeeld": alles,
        "klanten": klanten,
        "ik": LEERLING,
        "oefeningen": [_verteld(een) for een in OEFENINGEN],
    }


def _verteld(oefening: Oefening) -> dict[str, Any]:
    basis = f"accounts/{oefening.account}/"
    canvas = [["Het canvas", f"{basis}canvas/{oefening.canvas}/"]] if oefening.canvas else []
    return {
        "klant": oefening.account,
        "bladen": [*canvas, ["De klant", basis]],
        "antwoord": bool(oefening.antwoordbestand),
        "regels": oefening.regels[1] if oefening.regels else "",
    }


def kijk_na(gegevens: Mapping[str, Any]) -> brein.Antwoord:
    """Judge exercise `nummer` with these `wijzigingen`, and with what was typed beside them: `antwoord` and `regels`.

    `ontbreekt` holds what is missing in sentences, none when it was done right; `goed` and `hint` are its own words.
    """
    oefening = OEFENINGEN[gegevens["nummer"] - 1]
    klad = brein.bij_de_hand().klad()
    bezwaren = [bezwaar.tekst for een in gegevens["wijzigingen"] for bezwaar in klad.maak(een)]
    erbij = met_antwoord(oefening, gegevens["antwoord"])
    if oefening.regels:
        erbij[oefening.regels[0]] = gegevens["regels"]
    with TemporaryDirectory() as half:
        folder = Path(half) / "accounts"
        zet_klaar(folder)
        for naam, tekst in {**klad.teksten, **erbij}.items():
            pad = folder / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(tekst or "", encoding="utf-8")
        ontbreekt = nog_te_doen(oefening, folder)
    return {"ontbreekt": [*bezwaren, *ontbreekt], "goed": oefening.goed, "hint": oefening.hint}
