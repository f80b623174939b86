"""The Retentiecanvas: ten boxes around one contract moment, on one sheet (domain §4).

The screen shows everything that was written. Paper shows each text up to its budget and says how much is left out, so
that the sheet is always exactly one A4, in one size of letter. An empty box shows its question, so that a canvas that
was not started is a form.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.canvas.canvasstand import Canvasstand
from macros.afleidingen.contract.verlies import getoonde_fase
from macros.afleidingen.dossier import Dossier
from macros.gebeurtenissen.canvas import GROEP
from macros.model.basis import als_id
from macros.model.canvas import Canvas
from macros.portefeuille.sessie import huidig_canvas
from macros.views.canvas import canvasfeiten, canvasvakken
from macros.views.canvas.canvasfeiten import Scherpvak, scherpvakken
from macros.views.canvas.canvasvakken import Actieregel, Doelregel, Gedrukt, Vakje, gedrukt
from macros.views.canvas.canvaswijzigingen import Veranderd, veranderd
from macros.views.delen import namen
from macros.views.delen.stukken import geleden
from macros.views.delen.vastleggen import bladzijde
from macros.views.delen.werklijst import Deel, Werklijst, kaal
from macros.views.klant.account_afspraken import aannames, beloften
from macros.woorden import labels, taal
from macros.woorden.labels import Label

CONTRACTEN_OP_STROOK = 2
"""Contracts that fit on the strip; the others are counted."""
KLANT_TEKENS = 76
"""Room on paper for the name of the client: two lines."""
OPMERKING_TEKENS = 120
"""Room on paper for the remark of the coach and for the adjustment after the interim evaluation."""


@dataclass(frozen=True, slots=True)
class Contractregel:
    """One contract on the strip."""

    titel: str
    anker: str
    """Start of the ids of its dates on the client page: `waarom-<contract>`."""
    einde: str
    """Words before the end."""
    einddatum: date | None
    voorlopig: bool
    beslisdatum: date | None
    te_gaan: str


@dataclass(frozen=True, slots=True)
class Oordeelregel:
    """A judgement in the footer: of the coach, or of the interim evaluation."""

    label: Label
    wanneer: str
    tekst: Gedrukt


@dataclass(frozen=True, slots=True)
class Canvaspagina:
    """What `canvas.html` may use."""

    template: ClassVar[str] = "canvas.html"
    id: str
    naam: str
    klant: Gedrukt
    """The same, as far as the strip has room for it."""
    canvas_id: str
    """Of the canvas; empty on the form."""
    segment: Label
    fase: Label
    """Of the contracts on this sheet."""
    contracten: tuple[Contractregel, ...]
    """The earliest decision first, at most as many as the strip holds."""
    contracten_meer: int
    driehoek: tuple[tuple[str, str], ...]
    vakken: tuple[Vakje, ...]
    """The boxes in reading order."""
    opzet: str
    """What this canvas is for, above the sheet; empty on the form and for one that is history."""
    zwakte: tuple[tuple[str, tuple[Vakje, ...]], ...]
    """The weak and the empty boxes by a word, there too."""
    doelen: tuple[Doelregel, ...]
    """Open goals first."""
    doelen_meer: int
    """Goals that only the screen shows."""
    acties: tuple[Actieregel, ...]
    """Open actions first."""
    acties_meer: int
    """Actions that only the screen shows."""
    coach: Oordeelregel
    tussenevaluatie: Oordeelregel
    stand: Label
    vulling: str
    """How many boxes are still empty, in words."""
    bijgewerkt_op: date | None
    """Last day anything was added."""
    begonnen: str
    """Whether it was started in time, in words; empty when that does not matter."""
    klantbesluit: tuple[str, ...]
    """How the client decides, step by step; below the sheet, never on it."""
    begrotingsmaand: str
    """Month in which the client makes its budget; empty when unknown."""
    plan_b: str
    """What we do if it is tendered after all; below the sheet, never on it."""
    sessie: str
    """When the team sat together and who were there; empty when no session is known."""
    afspraken: Werklijst | None
    """What we still assume, and the open promises of each side that made any; below the sheet that counts now."""
    scherper: tuple[Scherpvak, ...]
    """What can be sharper, box after box; below the sheet."""
    veranderd: Veranderd | None
    """What changed since it was last looked at; None without a history."""
    vast: str
    """Where the lines stand for what happens to a canvas; there are none without a contract."""


def canvas(dossier: Dossier, canvas_id: str | None) -> Canvaspagina:
    """Show one canvas of an account; None gives the empty form."""
    stand = dossier.canvassen[canvas_id] if canvas_id is not None else None
    inhoud = stand.canvas if stand else None
    gekozen = _contracten(dossier, inhoud)
    instellingen = dossier.gedeeld.instellingen
    vakken = canvasvakken.vakjes(dossier, inhoud, gekozen)
    doelen = canvasvakken.doelregels(dossier, inhoud)
    acties = canvasvakken.actieregels(dossier, inhoud)
    besluit = inhoud.klantbesluit if inhoud else None
    nu, eerder = stand is None or stand.huidig, stand is not None and stand.eerder
    # The form shows what is known of the canvas in use: it is the sheet for its session.
    voet = stand or huidig_canvas(dossier)
    return Canvaspagina(
        id=dossier.id,
        naam=dossier.naam,
        klant=gedrukt(dossier.naam, KLANT_TEKENS),
        canvas_id=canvas_id or "",
        segment=labels.woord(labels.SEGMENT, dossier.segment.waarde),
        fase=labels.AFGEROND
        if eerder
        else labels.fase(getoonde_fase([dossier.contracten[naam] for naam in gekozen or dossier.contracten])),
        contracten=tuple(_contractregel(dossier, naam, eerder=eerder) for naam in gekozen[:CONTRACTEN_OP_STROOK]),
        contracten_meer=max(0, len(gekozen) - CONTRACTEN_OP_STROOK),
        driehoek=_driehoek(dossier),
        vakken=vakken,
        opzet=_opzet(dossier, gekozen) if stand and stand.huidig else "",
        zwakte=canvasvakken.zwakte(vakken) if stand and stand.huidig else (),
        doelen=doelen,
        doelen_meer=max(0, len(doelen) - instellingen.canvas_print_doelen),
        acties=acties,
        acties_meer=max(0, len(acties) - instellingen.canvas_print_acties),
        coach=_coach(dossier, voet),
        tussenevaluatie=_tussenevaluatie(dossier, voet, _contracten(dossier, voet.canvas) if voet else gekozen),
        stand=_stand(dossier, stand),
        vulling=_vulling(dossier, stand),
        bijgewerkt_op=stand.bijgewerkt_op if stand else None,
        begonnen=canvasfeiten.begonnen(dossier, gekozen) if stand and stand.huidig else "",
        klantbesluit=tuple(besluit.stappen) if besluit else (),
        begrotingsmaand=namen.maand(besluit.begroting_maand) if besluit and besluit.begroting_maand else "",
        plan_b=(inhoud.plan_b or "") if inhoud else "",
        sessie=_sessie(dossier, inhoud),
        afspraken=_afspraken(dossier) if nu else None,
        scherper=scherpvakken(dossier, inhoud.id) if inhoud else (),
        veranderd=veranderd(dossier, inhoud),
        vast=f"{bladzijde(dossier.id)}#{als_id(GROEP)}",
    )


def _opzet(dossier: Dossier, gekozen: list[str]) -> str:
    """Say in words what the sheet is for."""
    titels = taal.opsomming([dossier.contracten[naam].contract.titel for naam in gekozen])
    na = f" na {titels}" if titels else ""
    return f"Doel van dit canvas: {dossier.naam} kiest{na} opnieuw voor ons, op voorwaarden die voor beiden kloppen."


def _afspraken(dossier: Dossier) -> Werklijst | None:
    """List what is open, without a part that has nothing."""
    delen = {
        "Nog te toetsen, bij Verwachtingen": aannames(dossier),
        "Wij beloofden": beloften(dossier, "wij"),
        "De klant beloofde": beloften(dossier, "klant"),
    }
    vol = [Deel(kop, deel.regels) for kop, deel in delen.items() if deel.regels]
    return kaal(*vol) if vol else None


def _contracten(dossier: Dossier, inhoud: Canvas | None) -> list[str]:
    """Ids of the contracts this sheet is about; the form is for those that ask for a canvas, else for all that run."""
    if inhoud is not None:
        namen_ = [naam for naam in inhoud.contracten if naam in dossier.contracten]
    else:
        namen_ = [naam for naam, stand in dossier.canvas_per_contract.items() if stand.stand == "ontbreekt"]
        namen_ = namen_ or [naam for naam, stand in dossier.contracten.items() if stand.fase.waarde != "beeindigd"]
    return sorted(namen_, key=lambda naam: dossier.contracten[naam].beslisdatum.waarde or date.max)


def _contractregel(dossier: Dossier, naam: str, *, eerder: bool) -> Contractregel:
    """The days of the contract, unless it runs in a period after the one that the canvas was made for."""
    stand = dossier.contracten[naam]
    besluit = None if eerder or stand.fase.waarde == "beeindigd" else stand.beslisdatum.waarde
    return Contractregel(
        titel=stand.contract.titel,
        anker=f"waarom-{naam}",
        einde=canvasfeiten.einde(stand, dossier.peildatum),
        einddatum=None if eerder and stand.fase.waarde != "beeindigd" else stand.einddatum_actueel.waarde,
        voorlopig=stand.einddatum_voorlopig,
        beslisdatum=besluit,
        te_gaan=geleden(besluit, dossier.peildatum) if besluit else "",
    )


def _driehoek(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    rollen = dossier.account.driehoek
    projectmanagers = taal.opsomming([namen.aan_zet(dossier, wie) for wie in rollen.projectmanagers])
    return (
        ("Accountmanager", namen.aan_zet(dossier)),
        ("Contractmanager", namen.aan_zet_of_niemand(dossier, rollen.contractmanager)),
        ("Projectmanager", projectmanagers or "geen"),
    )


def _niets(stand: Canvasstand | None, deelwoord: str) -> Oordeelregel:
    """Say that something was not done: "nog" only while it may still be done."""
    woorden = f"Niet {deelwoord}" if stand and stand.afgerond else f"Nog niet {deelwoord}"
    return Oordeelregel(Label(woorden, "○", "stil"), "", gedrukt("", OPMERKING_TEKENS))


def _coach(dossier: Dossier, stand: Canvasstand | None) -> Oordeelregel:
    coach = stand.canvas.coach if stand else None
    if coach is None:
        return _niets(stand, "besproken")
    wie = namen.collega(dossier, coach.wie)
    wanneer = ", ".join(filter(None, (wie, taal.datum_compact(coach.datum) if coach.datum else "")))
    label = labels.OORDEEL[coach.oordeel] if coach.oordeel else labels.GEEN_OORDEEL
    return Oordeelregel(label, wanneer, gedrukt(coach.opmerking or "", OPMERKING_TEKENS))


def _tussenevaluatie(dossier: Dossier, stand: Canvasstand | None, gekozen: list[str]) -> Oordeelregel:
    """What the interim evaluation said, or else when it is due: the earliest of the contracts."""
    gehouden = stand.canvas.tussenevaluatie if stand else None
    if gehouden is not None:
        label = labels.woord(labels.WERKT_HET, gehouden.werkt_het)
        wanneer = taal.datum_compact(gehouden.datum) if gehouden.datum else ""
        return Oordeelregel(label, wanneer, gedrukt(gehouden.bijstelling or "", OPMERKING_TEKENS))
    if stand and stand.afgerond:
        return _niets(stand, "gehouden")
    vragend = [naam for naam in gekozen if dossier.canvas_per_contract[naam].tussenevaluatie]
    datums = [dossier.contracten[naam].tussenevaluatie_op.waarde for naam in vragend]
    eerste = min((dag for dag in datums if dag and not dossier.geerfd(dag)), default=None)
    if eerste is None:
        return _niets(stand, "gepland")
    wacht = dossier.uitstellen.voor("tussenevaluatie", contracten=vragend)
    label = labels.GEPLAND if eerste >= dossier.peildatum or wacht else labels.STAND["te_laat"]
    return Oordeelregel(label, f"op {taal.datum_compact(eerste)}", gedrukt("", OPMERKING_TEKENS))


def _begonnen(dossier: Dossier) -> bool:
    """Whether the client has a canvas; the empty sheet of a session may then not say that there is none."""
    return any(stand.huidig for stand in dossier.canvassen.values())


def _stand(dossier: Dossier, stand: Canvasstand | None) -> Label:
    leeg = dossier.canvas_stand if _begonnen(dossier) else "ontbreekt"
    return canvasfeiten.label(stand) if stand else labels.woord(labels.CANVAS_STAND, leeg)


def _vulling(dossier: Dossier, stand: Canvasstand | None) -> str:
    totaal = len(dossier.gedeeld.canvas.vakken)
    leeg = (
        "leeg blad: wat er al is, staat op de site" if _begonnen(dossier) else f"nog {totaal} van {totaal} vakken leeg"
    )
    return canvasfeiten.vulling(stand) if stand else leeg


def _sessie(dossier: Dossier, inhoud: Canvas | None) -> str:
    if inhoud is None or inhoud.sessie_op is None:
        return ""
    werkwoord = "gepland op" if inhoud.sessie_op > dossier.peildatum else "gehouden op"
    met = namen.collegas(dossier, inhoud.deelnemers)
    return f"{werkwoord} {taal.datum(inhoud.sessie_op)}" + (f" met {met}" if met else "")
