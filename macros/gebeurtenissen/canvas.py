"""Events of the Retentiecanvas: begun, filled box by box, looked at, and what the team decides over it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from macros.gebeurtenissen.dingen import vrij
from macros.gebeurtenissen.gebeurtenis import (
    Antwoorden,
    Gebeurtenis,
    Gevolg,
    OnvolledigError,
    Situatie,
    Vraag,
    gegeven,
    met_dag,
    vul,
    zet,
)
from macros.gebeurtenissen.keuzes import keuzes
from macros.load.wijzigen.adres import Erbij, Zet
from macros.model.canvas import Actie, Canvas, Coach, Doel, Goedkeuring, Tussenevaluatie, Vak, Vakindeling

GROEP = "Het canvas"
_GETAL = re.compile(r"\d{1,9}(?:[.,]\d{1,3})?", re.ASCII)


def _heeft_canvas(situatie: Situatie) -> bool:
    return bool(keuzes("canvas", situatie))


def _canvas(situatie: Situatie, kenmerk: str) -> Canvas:
    return next(een for een in situatie.account.canvassen if een.id == kenmerk)


def _akkoord(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    canvas = next(een for een in situatie.account.canvassen if een.id == antwoorden["canvas"])
    plek = next(n for n, een in enumerate(canvas.goedkeuring) if een.stand in (None, "gevraagd"))
    yield from vul(
        situatie,
        ("canvassen", canvas.id, "goedkeuring", plek),
        gegeven(met_dag(situatie, antwoorden, "op"), "stand", "op"),
    )


def _canvas_begonnen(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    dag: date = antwoorden.get("gestart_op", situatie.dag)
    kenmerk = antwoorden.get("id") or vrij(str(dag.year), (een.id for een in situatie.account.canvassen))
    velden = {"id": kenmerk, "contracten": antwoorden["contracten"], "gestart_op": dag}
    yield Erbij(("canvassen",), velden)


def _vak(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    naam, canvas = antwoorden["vak"], _canvas(situatie, antwoorden["canvas"])
    indeling = next(een for een in situatie.gedeeld.canvas.vakken if een.id == naam)
    staat_er = canvas.vakken.get(naam)
    if not antwoorden.get("conclusie") and not (staat_er and staat_er.conclusie):
        raise OnvolledigError("dit vak is nog leeg; schrijf eerst de conclusie")
    oordeel = gegeven(antwoorden, "oordeel", "oordeel_op", "oordeel_bron", "oordeel_toelichting", "indicatoren")
    if indeling.blok != "situatie":
        if oordeel:
            raise OnvolledigError(f"bij het vak {indeling.titel} hoort geen oordeel; laat dat weg")
        if not antwoorden.get("conclusie"):
            raise OnvolledigError("noem de conclusie: daar gaat het in dit vak om")
    else:
        if not {"oordeel", "oordeel_bron"} <= oordeel.keys():
            raise OnvolledigError(
                "bij dit vak hoort een oordeel: groen, oranje of rood (oordeel), en waar het uit blijkt (oordeel_bron)"
            )
        oordeel["oordeel_op"] = antwoorden.get("oordeel_op", situatie.dag)
    yield from vul(
        situatie, ("canvassen", canvas.id, "vakken", naam), gegeven(antwoorden, "conclusie", "punten") | oordeel
    )


def _doel_erbij(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    canvas = _canvas(situatie, antwoorden["canvas"])
    velden = gegeven(antwoorden, "tekst", "soort", "maat", "doelwaarde", "datum")
    waarde = velden.get("doelwaarde")
    if isinstance(waarde, str) and _GETAL.fullmatch(waarde):
        getal = float(waarde.replace(",", "."))
        velden["doelwaarde"] = int(getal) if getal.is_integer() else getal
    bezet = [een.id for een in canvas.doelen]
    yield Erbij(("canvassen", canvas.id, "doelen"), {"id": _volgend("d", bezet), **velden})


def _actie_erbij(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    canvas = _canvas(situatie, antwoorden["canvas"])
    # A line of the journal closes an action by its id alone, so no two of a client share one.
    bezet = [actie.id for een in situatie.account.canvassen for actie in een.acties]
    velden = gegeven(antwoorden, "tekst", "door:wie", "gereed_op", "doel")
    yield Erbij(("canvassen", canvas.id, "acties"), {"id": _volgend("a", bezet), **velden})


def _volgend(letter: str, bezet: list[str]) -> str:
    """The next short id: `d1`, `d2`."""
    return next(een for nummer in range(1, len(bezet) + 2) if (een := f"{letter}{nummer}") not in bezet)


def _doel(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    doel = antwoorden["wat"]
    canvas = next(
        een for een in situatie.account.canvassen if any(d.id == doel and d.status == "open" for d in een.doelen)
    )
    yield Zet(("canvassen", canvas.id, "doelen", doel, "status"), antwoorden["status"])


_CANVAS = Vraag("canvas", Canvas, "id", keuze="canvas", nodig=True, vraag="Welk canvas?")
CANVAS = (
    Gebeurtenis(
        "canvas-begonnen",
        "Het team begon aan een retentiecanvas",
        GROEP,
        "De voorbereiding van de verlenging begint. De vakken vul je daarna, met het team.",
        (
            Vraag("contracten", Canvas, keuze="contract", nodig=True),
            Vraag("id", Canvas),
            Vraag("gestart_op", Canvas, vandaag=True),
        ),
        _canvas_begonnen,
        ("start_retentiefase", "canvas"),
        "twee-fasen/#start-retentiefase",
        lambda situatie: bool(keuzes("contract", situatie)),
    ),
    Gebeurtenis(
        "canvas-vak",
        "We vulden een vak van het canvas, of werkten het bij",
        GROEP,
        "Eerst de conclusie. Bij een vak over de situatie hoort een oordeel: hoe staat het, en waaruit blijkt dat?",
        (
            _CANVAS,
            Vraag("vak", Vakindeling, "id", keuze="vak", nodig=True, vraag="Welk vak?"),
            Vraag("conclusie", Vak),
            Vraag("punten", Vak),
            Vraag("oordeel", Vak),
            Vraag("oordeel_bron", Vak),
            Vraag("oordeel_op", Vak, vandaag=True),
            Vraag("oordeel_toelichting", Vak),
            Vraag("indicatoren", Vak, keuze="indicator"),
        ),
        _vak,
        ("canvas",),
        "retentiecanvas/#oordeel",
        # Where no box takes a judgement the lines cannot be written out; the command line still takes it.
        lambda situatie: _heeft_canvas(situatie) and any(v.blok == "situatie" for v in situatie.gedeeld.canvas.vakken),
    ),
    Gebeurtenis(
        "canvas-doel",
        "Er is een doel bij op het canvas",
        GROEP,
        "Wat moet er waar zijn, waaraan meet je het, en wanneer?",
        (
            _CANVAS,
            Vraag("tekst", Doel, nodig=True),
            Vraag("soort", Doel, nodig=True),
            Vraag("maat", Doel),
            Vraag("doelwaarde", Doel),
            Vraag("datum", Doel),
        ),
        _doel_erbij,
        handboek="retentiecanvas/#doelen",
        past=_heeft_canvas,
    ),
    Gebeurtenis(
        "doel",
        "Een doel van het canvas is gehaald, of niet",
        GROEP,
        "Het doel is bereikt, lukte niet of is niet meer nodig.",
        (
            Vraag("wat", Doel, "id", keuze="doel", nodig=True, vraag="Welk doel?"),
            Vraag("status", Doel, nodig=True, zonder=("open",)),
        ),
        _doel,
        handboek="retentiecanvas/#doelen",
        past=lambda situatie: bool(keuzes("doel", situatie)),
    ),
    Gebeurtenis(
        "canvas-actie",
        "Er is een actie bij op het canvas",
        GROEP,
        "Wie doet wat, en wanneer is het klaar?",
        (
            _CANVAS,
            Vraag("tekst", Actie, nodig=True),
            Vraag("door", Actie, "wie", keuze="collega", nodig=True),
            Vraag("gereed_op", Actie, nodig=True),
            Vraag("doel", Actie, keuze="doel", vraag="Bij welk doel hoort het?"),
        ),
        _actie_erbij,
        handboek="retentiecanvas/#plan",
        past=_heeft_canvas,
    ),
    Gebeurtenis(
        "coach",
        "De coach keek mee op het canvas",
        GROEP,
        "Wat vindt de leidinggevende van het canvas, en wat geeft die mee?",
        (
            _CANVAS,
            Vraag("coach", Coach, "wie", keuze="coach", nodig=True),
            Vraag("oordeel", Coach, nodig=True),
            Vraag("opmerking", Coach, nodig=True),
            Vraag("datum", Coach, vandaag=True),
        ),
        zet("canvassen", "{canvas}", "coach", dag="datum", namen=("coach:wie", "datum", "oordeel", "opmerking")),
        ("coach",),
        "retentiecanvas/#coach",
        past=_heeft_canvas,
    ),
    Gebeurtenis(
        "akkoord",
        "Iemand gaf akkoord op het canvas, of niet",
        GROEP,
        "Wie akkoord moest geven, heeft geantwoord.",
        (
            Vraag("canvas", Canvas, "id", keuze="gevraagd", nodig=True, vraag="Welk canvas?"),
            Vraag("stand", Goedkeuring, nodig=True, zonder=("gevraagd",)),
            Vraag("op", Goedkeuring, vandaag=True),
        ),
        _akkoord,
        ("goedkeuring",),
        "retentiecanvas/#team",
        lambda situatie: bool(keuzes("gevraagd", situatie)),
    ),
    Gebeurtenis(
        "sessie",
        "De teamsessie is gehouden of gepland",
        GROEP,
        "De dag waarop het team samen aan het canvas werkt.",
        (_CANVAS, Vraag("sessie_op", Canvas, vandaag=True), Vraag("deelnemers", Canvas, keuze="collega")),
        zet("canvassen", "{canvas}", dag="sessie_op", namen=("sessie_op", "deelnemers")),
        ("sessie",),
        "teamsessie/#sessie",
        lambda situatie: bool(situatie.account.canvassen),
    ),
    Gebeurtenis(
        "tussenevaluatie",
        "De tussenevaluatie is gehouden",
        GROEP,
        "Halverwege de retentiefase: werkt het plan?",
        (
            _CANVAS,
            Vraag("werkt_het", Tussenevaluatie, nodig=True),
            Vraag("bijstelling", Tussenevaluatie),
            Vraag("datum", Tussenevaluatie, vandaag=True),
        ),
        zet("canvassen", "{canvas}", "tussenevaluatie", dag="datum", namen=("datum", "werkt_het", "bijstelling")),
        ("tussenevaluatie",),
        "twee-fasen/#tussenevaluatie",
        lambda situatie: bool(situatie.account.canvassen),
    ),
)
