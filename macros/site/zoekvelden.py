"""What the search box knows of the field reference: one entry for each part of a file, and one for the settings.

The tables are filled in after the pages were indexed, so their words come from the model too. They count for less than
the handbook: who types "opzegtermijn" first wants the rule, then the field.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from macros.load.velden import velden_van
from macros.model.instellingen import Instellingen
from macros.views.handboek.velden import kenmerk, secties

GEWICHT = 0.4
PAGINAS = {"account": "bijdragen/velden/", "instellingen": "bijdragen/instellingen/"}
"""Where the sections of a file stand; those of the other files stand on one page."""
GEDEELD = "bijdragen/gedeeld/"
BESTANDEN = ("account", "team", "lessen", "berichten", "segmentatie", "criteria", "canvasindeling", "vragenlijsten",
             "honken", "werving")  # fmt: skip
"""The files whose sections are listed, in the order of the pages."""


def veldregels() -> list[dict[str, Any]]:
    """Return the entries, in the form of the theme's search index; text is HTML."""
    alle = secties()
    regels: dict[str, dict[str, Any]] = {}
    for bestand in BESTANDEN:
        for sectie in alle[bestand]:
            plek = f"{PAGINAS.get(bestand, GEDEELD)}#{sectie.anker}"
            woorden = (woord for veld in sectie.velden for woord in (veld.naam, veld.titel))
            regels.setdefault(sectie.anker, _regel(plek, f"Velden van {sectie.naam}", woorden))
    return [*regels.values(), _instellingen()]


def _instellingen() -> dict[str, Any]:
    woorden = (woord for naam, veld in velden_van(Instellingen).items() for woord in (naam, veld.title or ""))
    return _regel(f"{PAGINAS[kenmerk(Instellingen)]}#alle", "Alle instellingen met hun waarde", woorden)


def _regel(plek: str, titel: str, woorden: Iterator[str]) -> dict[str, Any]:
    tekst = ", ".join(dict.fromkeys(woorden))
    return {"location": plek, "title": escape(titel), "text": escape(tekst), "boost": GEWICHT}
