"""Exercise 2: finish a canvas of which four boxes are still empty, one of each kind of work."""

from __future__ import annotations

from collections.abc import Iterator

from macros.afleidingen.contact.versheid import versheid
from macros.afleidingen.dossier import Dossier
from macros.commands.oefenen.oefening import Oefening
from macros.model.canvas import Canvas

LEEG = {
    "doelen": "Vak {}: zet er minstens één doel in, bij 'doelen'.",
    "plan": "Vak {}: zet er minstens één actie in, bij 'acties'. Elke actie heeft een wie en een gereed_op.",
}
"""What is asked of an empty box that holds no text; any other asks for a conclusion."""
LEEG_VAK = "Vak {}: schrijf een conclusie."


def ontbreekt(dossier: Dossier, antwoord: str) -> Iterator[str]:  # noqa: ARG001  every check takes the same
    """Name the empty boxes, and then what makes the new texts worth reading."""
    huidig = next((stand for stand in dossier.canvassen.values() if stand.huidig), None)
    if huidig is None:
        yield "Er is geen canvas meer voor dit contract. Zet het terug onder 'canvassen'."
        return
    for vak in dossier.gedeeld.canvas.vakken:
        if not huidig.vakken[vak.id]:
            yield LEEG.get(vak.id, LEEG_VAK).format(vak.titel)
    yield from _oordeel(dossier, huidig.canvas)
    if huidig.canvas.doelen and not any(doel.maat and doel.datum for doel in huidig.canvas.doelen):
        yield "Geef minstens één doel een maat en een datum. Anders weet je later niet of je het hebt gehaald."


def _oordeel(dossier: Dossier, canvas: Canvas) -> Iterator[str]:
    """The box about the people needs a judgement that can be trusted: with a source, and fresh."""
    vak = canvas.vakken.get("relaties")
    if vak is None or not vak.conclusie:
        return
    if vak.oordeel is None:
        yield "Vak Relaties: geef een oordeel, groen, oranje of rood."
    elif vak.oordeel_bron is None:
        yield "Vak Relaties: schrijf bij oordeel_bron hoe je het weet."
    elif versheid(vak.oordeel_op, dossier.gedeeld.instellingen.oordeel_houdbaar_dagen, dossier.peildatum) != "vers":
        yield "Vak Relaties: schrijf bij oordeel_op een dag die nog vers is, en niet na 14 september 2026."


OEFENING = Oefening(
    titel="Schrijf het canvas af",
    account="zwembad-de-otter",
    vraag="Tom vulde zes van de tien vakken. Vul jij de andere vier, met wat je op de pagina van de klant leest.",
    hint="Lees eerst wie de nieuwe directeur kent. Bekijk daarna het canvas van de voorbeeldklant op de site.",
    ontbreekt=ontbreekt,
    goed="Alle tien vakken hebben iets te zeggen, en je oordeel heeft een datum en een bron.",
)
