"""What follows from a change: days that move and why, standings that become others, work that goes or comes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verklaring import Verklaard
from macros.load.problem import Loc
from macros.verschil.uitkomst import Beurt, Contractuitkomst, Taak, Uitkomst, Waarde, uitkomst
from macros.verschil.zin import Zin
from macros.woorden import labels, taal
from macros.woorden.dagnamen import CONTRACTDAGEN, KLANTDAGEN

VAN_EEN_NIEUW_CONTRACT = ("einddatum_actueel", "start_retentiefase", "beslisdatum", "opzegdeadline")
"""Those that are told of a contract that was not there."""
_BEURTEN = ("contact", "kennismaking")
WOORDEN: Mapping[str, tuple[str, Mapping[str, labels.Label]]] = {
    "fase": ("Fase", labels.FASE),
    "segment": ("Segment", labels.SEGMENT),
    "juiste_klant_stand": ("Juiste klant", labels.JUISTE_KLANT),
    "garantie": ("Garantie", labels.GARANTIE),
}
"""What each of `STANDEN` is called, and its words."""
WERK_ERBIJ, WERK_WEG = "Nieuw op Vandaag", "Niet meer op Vandaag"
"""What sentences about work begin with, and are counted by; what is gone was done, or has another day."""
GAT_ERBIJ, GAT_WEG = "Nog aan te vullen", "Niet meer aan te vullen"
"""The same of what is missed."""


def gevolgen(voor: Dossier | None, na: Dossier | None) -> tuple[Zin, ...]:
    """What follows for a client from what changed in it, or in the shared files; nothing for a client that is gone.

    Of a new client the standings and the work are told, and the days of its contracts.
    """
    return verschil(uitkomst(voor) if voor else None, uitkomst(na)) if na else ()


def verschil(voor: Uitkomst | None, na: Uitkomst) -> tuple[Zin, ...]:
    """The same of two outcomes."""
    delen = (_standen(voor, na), _klantbeeld(voor, na), _contracten(voor, na), _dagen(voor, na), _contact(voor, na))
    return tuple(zin for deel in (*delen, _werk(voor, na), _gaten(voor, na)) for zin in deel)


# --- standings ---


def _standen(voor: Uitkomst | None, na: Uitkomst) -> Iterator[Zin]:
    for naam, (titel, tabel) in WOORDEN.items():
        oud, nieuw = voor.standen[naam] if voor else None, na.standen[naam]
        if oud is not None and oud.waarde == nieuw.waarde:
            continue
        wordt = _woord(naam, tabel, nieuw.waarde)
        if oud is None and nieuw.waarde is not None:
            yield Zin(f"{titel}: {wordt}", (naam,), "stand")
        elif oud is not None:
            was = _woord(naam, tabel, oud.waarde)
            kop = f"{titel}: {was} → {wordt}"
            yield Zin(f"{kop}{_omdat(oud, nieuw)}", (naam,), "stand", kop)
    if voor and voor.canvas_stand != na.canvas_stand:
        was, wordt = (labels.woord(labels.CANVAS_STAND, een.canvas_stand).tekst for een in (voor, na))
        yield _stand(f"Retentiecanvas: {was} → {wordt}", "canvas_stand")
    if voor and voor.canvas_volledigheid != na.canvas_volledigheid:
        was, wordt = (taal.procent(een.canvas_volledigheid) for een in (voor, na))
        yield Zin(f"Retentiecanvas ingevuld: {was} → {wordt}", ("canvas_volledigheid",), "stand")


def _stand(tekst: str, naam: str) -> Zin:
    return Zin(tekst, (naam,), "stand", tekst)


def _woord(naam: str, tabel: Mapping[str, labels.Label], waarde: str | None) -> str:
    return labels.fase(waarde).tekst if naam == "fase" else labels.woord(tabel, waarde).tekst


def _klantbeeld(voor: Uitkomst | None, na: Uitkomst) -> Iterator[Zin]:
    wordt = labels.KLANTBEELD[na.klantbeeld].tekst
    if voor is None:
        yield Zin(f"Klantbeeld: {wordt}", ("klantbeeld",), "stand")
    elif voor.klantbeeld != na.klantbeeld:
        yield _stand(f"Klantbeeld: {labels.KLANTBEELD[voor.klantbeeld].tekst} → {wordt}", "klantbeeld")
    was, nu = voor.redenen if voor else (), na.redenen
    yield from (Zin(f"Klantbeeld, niet langer: {tekst}", ("klantbeeld",), "stand") for tekst in was if tekst not in nu)
    yield from (Zin(f"Klantbeeld, nieuwe reden: {tekst}", ("klantbeeld",), "stand") for tekst in nu if tekst not in was)


# --- days ---


def _contracten(voor: Uitkomst | None, na: Uitkomst) -> Iterator[Zin]:
    for id_, nieuw in na.contracten.items():
        oud, titel = voor.contracten.get(id_) if voor else None, nieuw.titel
        loc: Loc = ("contracten", id_)
        if oud and oud.fase.waarde != nieuw.fase.waarde:
            was, wordt = (labels.fase(een.fase.waarde).tekst for een in (oud, nieuw))
            tekst = f"Fase van {titel}: {was} → {wordt}{_omdat(oud.fase, nieuw.fase)}"
            yield Zin(tekst, (*loc, "fase"), "stand", f"Fase van een contract: {was} → {wordt}")
        yield from _contractdagen(oud, nieuw, loc)


def _contractdagen(oud: Contractuitkomst | None, nieuw: Contractuitkomst, loc: Loc) -> Iterator[Zin]:
    for veld, woorden in CONTRACTDAGEN.items():
        if oud is None and veld not in VAN_EEN_NIEUW_CONTRACT:
            continue
        was = oud.dagen[veld] if oud else Verklaard(None)
        yield from _dag(was, nieuw.dagen[veld], f"{woorden} van {nieuw.titel}", (*loc, veld), woorden)


def _dagen(voor: Uitkomst | None, na: Uitkomst) -> Iterator[Zin]:
    for veld, woorden in KLANTDAGEN.items():
        yield from _dag(voor.dagen[veld] if voor else Verklaard(None), na.dagen[veld], woorden, (veld,))


def _contact(voor: Uitkomst | None, na: Uitkomst) -> Iterator[Zin]:
    """The next turn of each contact rule, and the introductions."""
    was, nu = voor.contact if voor else {}, na.contact
    for regel, naam, oud, nieuw in _beurten(was, nu):
        wat = f"het volgende contact ({naam})"
        yield from _dag(oud, nieuw, wat, ("contact", regel), "het volgende contact")
    was, nu = voor.kennismaking if voor else {}, na.kennismaking
    for wie, naam, oud, nieuw in _beurten(was, nu):
        yield from _dag(oud, nieuw, f"de kennismaking met {naam}", ("kennismaking", wie), "de kennismaking")


def _beurten(was: Mapping[str, Beurt], nu: Mapping[str, Beurt]) -> Iterator[tuple[str, str, Waarde, Waarde]]:
    """Each turn of either side, called as it is called now, with its day before and after."""
    for wie in dict.fromkeys((*was, *nu)):
        oud, nieuw = was.get(wie), nu.get(wie)
        naam = next(een.naam for een in (nieuw, oud) if een)
        yield wie, naam, oud.dag if oud else Verklaard(None), nieuw.dag if nieuw else Verklaard(None)


def _dag(oud: Waarde, nieuw: Waarde, wat: str, loc: Loc, soort: str = "") -> Iterator[Zin]:
    """One derived day: moved, new, or gone. `soort` is what it is called without names."""
    was, wordt = oud.waarde, nieuw.waarde
    if was == wordt:
        return
    kop = wat[:1].upper() + wat[1:]
    if not isinstance(was, date):
        tekst = f"{kop} wordt {taal.datum(wordt)}{_omdat(oud, nieuw)}"
    elif not isinstance(wordt, date):
        waarom = nieuw.stappen[-1].tekst if nieuw.stappen else ""
        # A turn is not owed any more because it was taken, or because it need not be.
        weg = f"hoeft niet meer (stond op {taal.datum(was)})" if loc[0] in _BEURTEN else f"vervalt ({taal.datum(was)})"
        tekst = f"{kop} {weg}{f': {waarom}' if waarom else ''}"
    else:
        tekst = f"{kop} schuift van {taal.datum(was)} naar {taal.datum(wordt)}{_omdat(oud, nieuw)}"
    dagen = (was if isinstance(was, date) else None, wordt if isinstance(wordt, date) else None)
    yield Zin(tekst, loc, "datum", soort or wat, dagen)


def _omdat(oud: Waarde, nieuw: Waarde) -> str:
    """The steps of the explanation that were not there before, without the outcome itself; of what is new nothing."""
    if not oud.stappen:
        return ""
    eerder = {stap.tekst for stap in oud.stappen}
    nieuwe = [stap.tekst for stap in nieuw.stappen if stap.soort != "uitkomst" and stap.tekst not in eerder]
    return f", omdat: {taal.opsomming(nieuwe)}" if nieuwe else ""


# --- work ---


def _werk(voor: Uitkomst | None, na: Uitkomst) -> Iterator[Zin]:
    was, nu = (_op_sleutel(een.werk if een else ()) for een in (voor, na))
    for sleutel, taak in was.items():
        if sleutel not in nu:
            tekst = f"{WERK_WEG}: {taak.titel} ({taal.datum(taak.datum)})"
            yield Zin(tekst, ("vandaag", taak.soort), "werk", WERK_WEG, (taak.datum, None))
    for sleutel, taak in nu.items():
        if sleutel not in was:
            waarom = f"; {taak.waarom}" if taak.waarom else ""
            tekst = f"{WERK_ERBIJ}: {taak.titel} (uiterlijk {taal.datum(taak.datum)}{waarom})"
            yield Zin(tekst, ("vandaag", taak.soort), "werk", WERK_ERBIJ, (None, taak.datum))


def _op_sleutel(werk: tuple[Taak, ...]) -> dict[tuple[str, str, str], Taak]:
    return {(taak.soort, taak.over, taak.titel): taak for taak in werk}


def _gaten(voor: Uitkomst | None, na: Uitkomst) -> Iterator[Zin]:
    """What is missed, and holes in the web of relations."""
    was, nu = dict(voor.gemist if voor else ()), dict(na.gemist)
    for loc, tekst in was.items():
        if loc not in nu:
            yield Zin(f"{GAT_WEG}: {tekst}", loc, "werk", GAT_WEG)
    for loc, tekst in nu.items():
        if loc not in was:
            yield Zin(f"{GAT_ERBIJ}: {tekst}", loc, "werk", GAT_ERBIJ)
        elif tekst != was[loc]:
            yield Zin(f"{GAT_ERBIJ}: {tekst} (eerst: {was[loc]})", loc, "werk", GAT_ERBIJ)
