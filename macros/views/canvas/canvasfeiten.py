"""What the site itself knows for a box of the Retentiecanvas: one line of facts, counted or quoted (domain 4.3).

And which canvases a client has, per contract, and what can be sharper on them, in words.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import ClassVar

from macros.afleidingen.canvas.canvaskwaliteit import Verscherping
from macros.afleidingen.canvas.canvasstand import ONTBREEKT, Canvasstand
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import open_aannames
from macros.model.canvas import Canvas, Goedkeuring
from macros.views.delen import namen
from macros.views.delen.onderdeel import klantmacro
from macros.woorden import labels, taal
from macros.woorden.labels import Label

ANKER = "scherper"
"""Id of the list under the canvas."""


@dataclass(frozen=True, slots=True)
class Scherpvak:
    """The remarks about one box, in the list under a canvas."""

    vak: str
    """Id of the box; empty for what stands below the sheet."""
    titel: str
    punten: tuple[Verscherping, ...]


@dataclass(frozen=True, slots=True)
class Scherpstand:
    """How much can be sharper on one canvas, for a list elsewhere."""

    canvas: str
    aantal: int
    woorden: str
    """"3 punten kunnen scherper"."""
    doel: str
    """Path of the list below the root of the site."""


def scherpvakken(dossier: Dossier, canvas: str) -> tuple[Scherpvak, ...]:
    """List the remarks about one canvas, box after box as they stand on the sheet."""
    titels = {vak.id: vak.titel for vak in dossier.gedeeld.canvas.vakken}
    punten = [punt for punt in dossier.kan_scherper if punt.canvas == canvas]
    return tuple(
        Scherpvak(vak, titels.get(vak, "Plan B"), tuple(deel)) for vak, deel in groupby(punten, attrgetter("vak"))
    )


def scherpstanden(dossier: Dossier) -> Iterator[Scherpstand]:
    """Count the remarks per canvas, the newest first; a canvas without remarks is left out."""
    for canvas in dossier.canvassen:
        if aantal := sum(punt.canvas == canvas for punt in dossier.kan_scherper):
            yield Scherpstand(
                canvas=canvas,
                aantal=aantal,
                woorden=f"{taal.aantal(aantal, 'punt kan', 'punten kunnen')} scherper",
                doel=f"accounts/{dossier.id}/canvas/{canvas}/#{ANKER}",
            )


@dataclass(frozen=True, slots=True)
class Canvasrij:
    """One canvas."""

    pad: str
    """Last part of its address."""
    titel: str
    label: Label
    bij: str
    bijgewerkt_op: date | None
    scherper: str
    """How many sentences can be sharper, in words; empty when none."""


@dataclass(frozen=True)
class Canvaslijst:
    """What `canvaslijst.html` may use."""

    template: ClassVar[str] = "canvaslijst.html"
    id: str
    ontbreekt: tuple[str, ...]
    """Titles of the contracts that ask for a canvas and have none."""
    nu: tuple[Canvasrij, ...]
    """Current canvases, the newest first."""
    eerder: tuple[Canvasrij, ...]
    heeft_nieuw: bool
    """Whether the empty form has a page."""


@klantmacro
def canvaslijst(dossier: Dossier) -> Canvaslijst:
    """List the canvases of one client."""
    standen = dossier.canvassen.values()
    return Canvaslijst(
        id=dossier.id,
        ontbreekt=tuple(
            dossier.contracten[naam].contract.titel
            for naam, stand in dossier.canvas_per_contract.items()
            if stand.stand == ONTBREEKT
        ),
        nu=tuple(_rij(dossier, stand) for stand in standen if stand.huidig),
        eerder=tuple(_rij(dossier, stand) for stand in standen if not stand.huidig),
        heeft_nieuw=heeft_nieuw(dossier),
    )


def heeft_nieuw(dossier: Dossier) -> bool:
    """Whether a client has a page with the empty form: without any canvas, or while a contract waits for its own."""
    return not dossier.canvassen or any(een.stand == ONTBREEKT for een in dossier.canvas_per_contract.values())


def label(stand: Canvasstand) -> Label:
    """Word how far a canvas is; one whose renewal lies behind us asks nothing any more."""
    return labels.AFGEROND if stand.afgerond else labels.CANVAS_STAND[stand.stand]


def vulling(stand: Canvasstand) -> str:
    """Say how many boxes are still empty: "nog 7 van 10 vakken leeg"; of one that is done how many were filled."""
    leeg = stand.totaal - stand.gevuld
    if leeg and stand.afgerond:
        return f"{stand.gevuld} van {stand.totaal} vakken gevuld"
    return f"nog {leeg} van {stand.totaal} vakken leeg" if leeg else f"alle {stand.totaal} vakken gevuld"


def begonnen(dossier: Dossier, contracten: list[str]) -> str:
    """Say whether a canvas was started in time for the contract where it was latest; empty when that is no matter."""
    standen = [stand for naam in contracten if (stand := dossier.canvas_per_contract.get(naam))]
    te_laat = max((stand.dagen_te_laat_gestart or 0 for stand in standen), default=0)
    if te_laat:
        return f"{taal.aantal(te_laat, 'dag', 'dagen')} later begonnen dan afgesproken"
    return "op tijd begonnen" if any(stand.op_tijd_gestart for stand in standen) else ""


def _rij(dossier: Dossier, stand: Canvasstand) -> Canvasrij:
    canvas = stand.canvas
    titels = [dossier.contracten[naam].contract.titel for naam in canvas.contracten if naam in dossier.contracten]
    delen = (
        vulling(stand),
        f"begonnen op {taal.datum(canvas.gestart_op)}",
        begonnen(dossier, canvas.contracten) if stand.huidig else "",
    )
    return Canvasrij(
        pad=canvas.id,
        titel=f"{canvas.id}: {taal.opsomming(titels)}" if titels else canvas.id,
        label=label(stand),
        bij=", ".join(filter(None, delen)),
        bijgewerkt_op=stand.bijgewerkt_op,
        scherper=next((punten.woorden for punten in scherpstanden(dossier) if punten.canvas == canvas.id), ""),
    )


def _feiten_waardepropositie(dossier: Dossier, canvas: Canvas | None, _: Sequence[str]) -> str:
    """Count the checked indicators, and say which colour they propose (domain 4.2)."""
    vak = canvas.vakken.get("waardepropositie") if canvas else None
    aantal, totaal = len(vak.indicatoren) if vak else 0, len(dossier.gedeeld.canvas.indicatoren)
    instellingen = dossier.gedeeld.instellingen
    if aantal >= instellingen.indicatoren_rood:
        voorstel = "risico"
    else:
        voorstel = "let op" if aantal >= instellingen.indicatoren_oranje else "op orde"
    return f"{aantal} van {totaal} signalen aangevinkt" + (f", voorstel: {voorstel}" if vak else "")


def _feiten_verwachtingen(dossier: Dossier, _: Canvas | None, __: Sequence[str]) -> str:
    lopend = [v for v in dossier.account.verwachtingen if v.stand != "vervallen"]
    toetsen = len(open_aannames(dossier.account))
    aannames = f"; {taal.aantal(toetsen, 'aanname', 'aannames')} te toetsen" if toetsen else ""
    if not lopend:
        return f"Nog geen verwachtingen vastgelegd{aannames}"
    per_termijn = [f"{sum(v.termijn == t for v in lopend)} {t}" for t in labels.VERWACHTING_TERMIJN]
    gehaald = sum(v.stand == "gehaald" for v in lopend)
    return f"{', '.join(per_termijn)}; {gehaald} van {len(lopend)} gehaald{aannames}"


def _feiten_relaties(dossier: Dossier, _: Canvas | None, __: Sequence[str]) -> str:
    nu = [p for p in dossier.account.contactpersonen if not p.vertrokken_op or p.vertrokken_op > dossier.peildatum]
    beslissers = sum(p.rol_bvt == "beslisser" for p in nu)
    meepraters = sum(p.rol_bvt == "beinvloeder" for p in nu)
    gaten = len(dossier.web_gaten)
    return "; ".join(
        (
            taal.aantal(beslissers, "beslisser", "beslissers")
            + f", {taal.aantal(meepraters, 'beïnvloeder', 'beïnvloeders')}",
            taal.aantal(gaten, "gat", "gaten") + " in ons web" if gaten else "web op orde",
        )
    )


def _feiten_prestatie(dossier: Dossier, _: Canvas | None, __: Sequence[str]) -> str:
    cijfer = dossier.cijfer_laatste
    gehouden = [r for r in dossier.account.fresheyes if r.uitgevoerd_op and r.uitgevoerd_op <= dossier.peildatum]
    delen = []
    if cijfer:
        cijfers = " en ".join(taal.getal(c) for c in (cijfer.resultaat, cijfer.samenwerking) if c is not None)
        delen.append(f"Cijfers {cijfers} ({taal.datum_compact(cijfer.datum)})")
    if gehouden:
        blik = max(gehouden, key=lambda review: review.uitgevoerd_op or date.min)
        scores = [pijler.score for pijler in (blik.verwachtingen, blik.relaties, blik.expertise) if pijler]
        delen.append("frisse blik " + ", ".join(str(score) for score in scores if score is not None))
    return "; ".join(delen) or "Nog geen cijfer en nog geen frisse blik"


def _feiten_concurrentie(dossier: Dossier, _: Canvas | None, __: Sequence[str]) -> str:
    anderen = [f"{c.naam}{f' ({c.sterkte})' if c.sterkte else ''}" for c in dossier.account.concurrenten[:3]]
    meer = len(dossier.account.concurrenten) - len(anderen)
    return (
        (f"Bekend: {', '.join(anderen)}" + (f" en nog {meer}" if meer else "")) if anderen else "Geen concurrent bekend"
    )


def einde(stand: Contractstand, peildatum: date) -> str:
    """Lead the end of a contract: one behind us is no end to come, and what goes on after it can still be ended."""
    dag = stand.einddatum_actueel.waarde
    return "liep af op" if dag and dag < peildatum else "einde"


def _feiten_contract(dossier: Dossier, _: Canvas | None, contracten: Sequence[str]) -> str:
    """End, notice, tacit renewal, options and margin of the contract that is decided first."""
    delen = []
    for stand in (dossier.contracten[naam] for naam in contracten[:1]):
        if stand.einddatum_actueel.waarde:
            delen.append(f"{einde(stand, dossier.peildatum)} {taal.datum_compact(stand.einddatum_actueel.waarde)}")
        if stand.fase.waarde == "beeindigd":
            continue
        if stand.opzegdeadline.waarde:
            delen.append(f"opzeggen t/m {taal.datum_compact(stand.opzegdeadline.waarde)}")
        if stand.contract.stilzwijgende_verlenging:
            delen.append(f"stilzwijgend {stand.contract.stilzwijgende_verlenging.maanden} mnd")
        if opties := sum(optie.status == "open" for optie in stand.contract.opties):
            delen.append(taal.aantal(opties, "optie", "opties"))
    if marges := dossier.account.marge_procent:
        delen.append(f"marge {taal.procent(marges[max(marges)])} ({max(marges)})")
    return ", ".join(delen)


def _feiten_team(dossier: Dossier, canvas: Canvas | None, _: Sequence[str]) -> str:
    """Who was asked to approve what, and what they said."""
    return "; ".join(_goedkeuring(dossier, vraag) for vraag in (canvas.goedkeuring if canvas else ()))


def _goedkeuring(dossier: Dossier, vraag: Goedkeuring) -> str:
    stand = labels.woord(labels.GOEDKEURING_STAND, vraag.stand).tekst.lower()
    waarover = f" ({vraag.waarover})" if vraag.waarover else ""
    wie = (namen.aan_zet_of_niemand if vraag.stand == "gevraagd" else namen.collega)(dossier, vraag.wie)
    return f"{wie or 'nog niemand'}: {stand}{waarover}"


FEITEN: dict[str, Callable[[Dossier, Canvas | None, Sequence[str]], str]] = {
    "waardepropositie": _feiten_waardepropositie,
    "verwachtingen": _feiten_verwachtingen,
    "relaties": _feiten_relaties,
    "prestatie": _feiten_prestatie,
    "concurrentie": _feiten_concurrentie,
    "contract": _feiten_contract,
    "team": _feiten_team,
}
"""Which boxes the site fills in a line of: by the id of the box."""
