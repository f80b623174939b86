"""The boxes of the Retentiecanvas, with what the site can fill in beside what was written (domain 4.2 to 4.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.model.canvas import Actie, Canvas, Doel, Vak
from macros.model.gedeeld import Vakindeling
from macros.views.canvas.canvasfeiten import FEITEN
from macros.views.delen import namen
from macros.views.delen.aantekening import gedateerd
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

DOEL_TEKENS, ACTIE_TEKENS = 95, 110
"""Room on paper for one goal (two lines) and for one action (one line)."""
NAAM_TEKENS, WIE_TEKENS = 34, 48
"""Room on paper for the measure of a goal, and for the name beside an action with who stands in."""
KOLOM_TEKENS = 16
"""Characters that a line on paper holds for each of the twelve columns."""
FEITEN_TEKENS = 120
"""Room on paper for the line that the site fills in."""
KLAAR = frozenset({"gehaald", "niet_gehaald", "klaar", "vervallen"})
"""States of a goal or action that needs nobody any more."""


@dataclass(frozen=True, slots=True)
class Gedrukt:
    """A text with a budget on paper."""

    kort: str
    rest: str
    """What only the screen shows."""

    @property
    def te_veel(self) -> int:
        """Characters over the budget; 0 when the text fits."""
        return len(self.rest)


@dataclass(frozen=True, slots=True)
class Vakje:
    """One box on the sheet."""

    id: str
    nummer: int
    titel: str
    soort: str
    """`tekst`, `doelen` or `acties`."""
    blok: str
    """`situatie`, `strategie`, `doelen` or `plan`."""
    rij: int
    kolom: int
    """First of the twelve columns it stands on."""
    breedte: int
    vraag: str
    hints: tuple[str, ...]
    leeg: bool
    oordeel: Label | None
    """None where nothing is judged: an empty box, and the boxes after the situation."""
    oordeel_bron: Inhoud
    toelichting: Gedrukt
    """Why the judgement; on paper only as far as the budget of the box has room left."""
    feiten: Gedrukt
    """One line that the site fills in; empty when it knows nothing for this box."""
    signalen: tuple[str, ...]
    """Checked indicators, on screen only."""
    conclusie: Gedrukt
    punten: tuple[Gedrukt, ...]
    te_veel: int
    ruim: bool
    scherper: int
    """Remarks about this box in the list below the sheet."""


@dataclass(frozen=True, slots=True)
class Doelregel:
    """One goal."""

    id: str
    tekst: Gedrukt
    soort: str
    maat: Gedrukt
    datum: date | None
    status: Label
    op_papier: bool


@dataclass(frozen=True, slots=True)
class Actieregel:
    """One action."""

    id: str
    tekst: Gedrukt
    wie: Gedrukt
    gereed_op: date | None
    status: Label
    op_papier: bool


def gedrukt(tekst: str, ruimte: int) -> Gedrukt:
    """Cut a text at `ruimte` characters; white space and line breaks become one space, so that lines can be counted."""
    tekst = " ".join(tekst.split())
    return Gedrukt(tekst[:ruimte], tekst[ruimte:])


def vakjes(dossier: Dossier, canvas: Canvas | None, contracten: Sequence[str]) -> tuple[Vakje, ...]:
    """The boxes in the order of the questions, 1 to 10."""
    indeling = sorted(dossier.gedeeld.canvas.vakken, key=lambda vak: vak.volgorde)
    return tuple(_vakje(dossier, canvas, contracten, vak) for vak in indeling)


def _vakje(dossier: Dossier, canvas: Canvas | None, contracten: Sequence[str], indeling: Vakindeling) -> Vakje:
    vak = canvas.vakken.get(indeling.id) if canvas else None
    ruimte = indeling.tekens or 0
    teksten = [(vak.conclusie or "") if vak else "", *(vak.punten if vak else ())]
    conclusie, *punten, toelichting = _verdeel([*teksten, (vak.oordeel_toelichting or "") if vak else ""], ruimte)
    oordeel, bron = _oordeel(dossier, canvas, vak, indeling)
    # What the site knows today says nothing beside a text of an earlier period.
    eerder = canvas is not None and dossier.canvassen[canvas.id].eerder
    feiten = None if eerder else FEITEN.get(indeling.id)
    lengte = sum(len(" ".join(tekst.split())) for tekst in teksten)
    return Vakje(
        id=indeling.id,
        nummer=indeling.volgorde,
        titel=indeling.titel,
        soort=indeling.soort,
        blok=indeling.blok,
        rij=indeling.rij,
        kolom=indeling.kolom,
        breedte=indeling.breedte,
        vraag=indeling.vraag,
        hints=tuple(indeling.hints),
        leeg=_is_leeg(canvas, vak, indeling.soort),
        oordeel=oordeel,
        oordeel_bron=gedateerd(dossier, f"canvassen.{canvas.id}.vakken.{indeling.id}.oordeel_op", bron)
        if canvas
        else bron,
        toelichting=toelichting,
        feiten=gedrukt(feiten(dossier, canvas, contracten) if feiten else "", FEITEN_TEKENS),
        signalen=_signalen(dossier, vak),
        conclusie=conclusie,
        punten=tuple(punten),
        te_veel=max(0, lengte - ruimte),
        ruim=lengte + (len(teksten) - 1) * KOLOM_TEKENS * indeling.breedte <= ruimte,
        scherper=sum((p.canvas, p.vak) == (canvas.id, indeling.id) for p in dossier.kan_scherper) if canvas else 0,
    )


ZWAK = {"risico": "Risico", "let-op": "Let op", "stil": "Nog te beoordelen of na te vragen"}
"""What is weak about a box, by the class of its judgement, the worst first."""


def zwakte(vakken: Sequence[Vakje]) -> tuple[tuple[str, tuple[Vakje, ...]], ...]:
    """Give the boxes that are weak or empty under the word for it, the worst first; no word without boxes."""
    per = [(woord, [v for v in vakken if v.oordeel and v.oordeel.klasse == klasse]) for klasse, woord in ZWAK.items()]
    per.append(("Nog leeg", [vak for vak in vakken if vak.leeg]))
    return tuple((woord, tuple(deel)) for woord, deel in per if deel)


def _verdeel(teksten: Sequence[str], ruimte: int) -> list[Gedrukt]:
    """Give each text its part of the budget, the first ones first."""
    delen = []
    for tekst in teksten:
        delen.append(gedrukt(tekst, ruimte))
        ruimte = max(0, ruimte - len(delen[-1].kort))
    return delen


def _is_leeg(canvas: Canvas | None, vak: Vak | None, soort: str) -> bool:
    if soort == "doelen":
        return not (canvas and canvas.doelen)
    if soort == "acties":
        return not (canvas and canvas.acties)
    return not (vak and (vak.conclusie or vak.punten))


def _is_afgerond(dossier: Dossier, canvas: Canvas | None) -> bool:
    return canvas is not None and dossier.canvassen[canvas.id].afgerond


def _oordeel(
    dossier: Dossier, canvas: Canvas | None, vak: Vak | None, indeling: Vakindeling
) -> tuple[Label | None, str]:
    """Word the judgement; too old or without a date it asks for a new one, while the renewal is still prepared."""
    if vak is None or indeling.blok != "situatie":
        return None, ""
    if vak.oordeel is None:
        return (labels.GEEN_OORDEEL, "") if vak.conclusie else (None, "")
    label = labels.OORDEEL[vak.oordeel]
    bron = labels.OORDEEL_BRON[vak.oordeel_bron].tekst if vak.oordeel_bron else ""
    if vak.oordeel_op is None:
        return Label(f"{label.tekst}, ongedateerd", "?", "stil"), bron
    oud = (dossier.peildatum - vak.oordeel_op).days
    houdbaar = _is_afgerond(dossier, canvas) or 0 <= oud <= dossier.gedeeld.instellingen.oordeel_houdbaar_dagen
    if not houdbaar:
        return Label(f"Navragen: oordeel van {taal.datum(vak.oordeel_op)}", "?", "stil"), f"was: {label.tekst.lower()}"
    return label, ", ".join(filter(None, (bron, taal.datum_compact(vak.oordeel_op))))


def _signalen(dossier: Dossier, vak: Vak | None) -> tuple[str, ...]:
    gekozen = set(vak.indicatoren) if vak else set()
    return tuple(signaal.tekst for signaal in dossier.gedeeld.canvas.indicatoren if signaal.id in gekozen)


def doelregels(dossier: Dossier, canvas: Canvas | None) -> tuple[Doelregel, ...]:
    """Goals, the open ones first, else as in the file."""
    doelen = sorted(canvas.doelen if canvas else (), key=lambda doel: doel.status in KLAAR)
    ruimte = dossier.gedeeld.instellingen.canvas_print_doelen
    return tuple(_doelregel(doel, op_papier=nummer < ruimte) for nummer, doel in enumerate(doelen))


def _doelregel(doel: Doel, *, op_papier: bool) -> Doelregel:
    waarde = "" if doel.doelwaarde is None else taal.tekst(doel.doelwaarde)
    return Doelregel(
        id=doel.id or "",
        tekst=gedrukt(doel.tekst, DOEL_TEKENS),
        soort=labels.DOEL_SOORT[doel.soort].tekst if doel.soort else "",
        maat=gedrukt(": ".join(filter(None, (doel.maat, waarde))), NAAM_TEKENS),
        datum=doel.datum,
        status=labels.woord(labels.DOEL_STATUS, doel.status),
        op_papier=op_papier,
    )


def actieregels(dossier: Dossier, canvas: Canvas | None) -> tuple[Actieregel, ...]:
    """Actions, the open ones first, else as in the file."""
    acties = sorted(canvas.acties if canvas else (), key=lambda actie: actie.status in KLAAR)
    ruimte = dossier.gedeeld.instellingen.canvas_print_acties
    wacht = dossier.uitstellen.voor("canvasactie", canvas.id) if canvas else None
    telt = canvas is not None and dossier.canvassen[canvas.id].huidig

    def is_laat(actie: Actie) -> bool:
        """As the list of actions, which asks nothing of a canvas that is history."""
        dag = actie.gereed_op if telt and actie.status not in KLAAR else None
        return dag is not None and dossier.stand(dag, wacht) == "te_laat"

    return tuple(
        _actieregel(dossier, actie, te_laat=is_laat(actie), op_papier=nummer < ruimte)
        for nummer, actie in enumerate(acties)
    )


def _actieregel(dossier: Dossier, actie: Actie, *, te_laat: bool, op_papier: bool) -> Actieregel:
    # Who did it is history; who is to do it may be away.
    wie = (namen.collega if actie.status in KLAAR else namen.aan_zet_of_niemand)(dossier, actie.wie)
    return Actieregel(
        id=actie.id or "",
        tekst=gedrukt(actie.tekst, ACTIE_TEKENS),
        wie=gedrukt(wie or "nog niemand", WIE_TEKENS),
        gereed_op=actie.gereed_op,
        status=labels.STAND["te_laat"] if te_laat else labels.woord(labels.ACTIE_STATUS, actie.status),
        op_papier=op_papier,
    )
