"""What follows from a change: days that move and why, standings that become others, work that goes or comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from macros.aandacht import aandacht
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum
from macros.load.problem import Loc
from macros.verschil.zin import Zin
from macros.woorden import labels, taal

CONTRACTDAGEN = {
    "einddatum_actueel": "de huidige einddatum",
    "einddatum_maximaal": "de uiterste einddatum",
    "laatste_dag": "de laatste dag",
    "start_retentiefase": "de start van de retentiefase",
    "tussenevaluatie_op": "de tussenevaluatie",
    "voorstel_uiterlijk": "het uiterste moment voor het voorstel",
    "beslisdatum": "de beslisdatum",
    "optiedeadline": "het uiterste moment voor de optie",
    "aankondigen_op": "de dag om de opzegging aan te kondigen",
    "actiedatum_opzegging": "de actiedatum voor opzegging",
    "opzegdeadline": "de uiterste opzegdag",
    "uiterste_publicatie": "de uiterste dag voor de publicatie",
    "indexering_op": "de indexering",
}
"""Derived days of a contract, with what they are called in a sentence."""
VAN_EEN_NIEUW_CONTRACT = ("einddatum_actueel", "start_retentiefase", "beslisdatum", "opzegdeadline")
"""Those that are told of a contract that was not there."""
KLANTDAGEN = {
    "fresheyes_vervalt": "de volgende frisse blik",
    "postmortem_vervalt": "de terugblik",
    "bericht_volgende": "het volgende bericht",
}
"""The same for the client."""
STANDEN: Mapping[str, tuple[str, Mapping[str, labels.Label]]] = {
    "fase": ("Fase", labels.FASE),
    "segment": ("Segment", labels.SEGMENT),
    "juiste_klant_stand": ("Juiste klant", labels.JUISTE_KLANT),
    "garantie": ("Garantie", labels.GARANTIE),
}
"""Standings of the client that explain themselves."""
WERK_ERBIJ, WERK_WEG = "Werk op Vandaag erbij", "Werk op Vandaag klaar"
"""What sentences about work are counted by."""


def gevolgen(voor: Dossier | None, na: Dossier | None) -> tuple[Zin, ...]:
    """What follows for a client from what changed in it, or in the shared files; nothing for a client that is gone.

    Of a new client the standings and the work are told, and the days of its contracts.
    """
    if na is None:
        return ()
    delen = (_standen(voor, na), _klantbeeld(voor, na), _contracten(voor, na), _dagen(voor, na), _contact(voor, na))
    return tuple(zin for deel in (*delen, _werk(voor, na), _gaten(voor, na)) for zin in deel)


# --- standings ---


def _standen(voor: Dossier | None, na: Dossier) -> Iterator[Zin]:
    for naam, (titel, tabel) in STANDEN.items():
        oud, nieuw = getattr(voor, naam, None), getattr(na, naam)
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
    if voor and (voor.canvas_volledigheid or 0) != (na.canvas_volledigheid or 0):
        was, wordt = (taal.procent(een.canvas_volledigheid or 0) for een in (voor, na))
        yield Zin(f"Retentiecanvas ingevuld: {was} → {wordt}", ("canvas_volledigheid",), "stand")


def _stand(tekst: str, naam: str) -> Zin:
    return Zin(tekst, (naam,), "stand", tekst)


def _woord(naam: str, tabel: Mapping[str, labels.Label], waarde: str | None) -> str:
    return labels.fase(waarde).tekst if naam == "fase" else labels.woord(tabel, waarde).tekst


def _klantbeeld(voor: Dossier | None, na: Dossier) -> Iterator[Zin]:
    oud, nieuw = voor.klantbeeld if voor else None, na.klantbeeld
    wordt = labels.KLANTBEELD[nieuw.niveau].tekst
    if oud is None:
        yield Zin(f"Klantbeeld: {wordt}", ("klantbeeld",), "stand")
    elif oud.niveau != nieuw.niveau:
        yield _stand(f"Klantbeeld: {labels.KLANTBEELD[oud.niveau].tekst} → {wordt}", "klantbeeld")
    was, nu = ([reden.tekst for reden in een.redenen] if een else [] for een in (oud, nieuw))
    yield from (Zin(f"Klantbeeld, niet langer: {tekst}", ("klantbeeld",), "stand") for tekst in was if tekst not in nu)
    yield from (Zin(f"Klantbeeld, nieuwe reden: {tekst}", ("klantbeeld",), "stand") for tekst in nu if tekst not in was)


# --- days ---


def _contracten(voor: Dossier | None, na: Dossier) -> Iterator[Zin]:
    for id_, stand in na.contracten.items():
        oud, titel = voor.contracten.get(id_) if voor else None, stand.contract.titel
        loc: Loc = ("contracten", id_)
        if oud and oud.fase.waarde != stand.fase.waarde:
            was, wordt = (labels.fase(een.fase.waarde).tekst for een in (oud, stand))
            tekst = f"Fase van {titel}: {was} → {wordt}{_omdat(oud.fase, stand.fase)}"
            yield Zin(tekst, (*loc, "fase"), "stand", f"Fase van een contract: {was} → {wordt}")
        yield from _contractdagen(oud, stand, titel, loc)


def _contractdagen(oud: Contractstand | None, stand: Contractstand, titel: str, loc: Loc) -> Iterator[Zin]:
    for veld, woorden in CONTRACTDAGEN.items():
        if oud is None and veld not in VAN_EEN_NIEUW_CONTRACT:
            continue
        was: VerklaardeDatum = getattr(oud, veld) if oud else Verklaard(None)
        yield from _dag(was, getattr(stand, veld), f"{woorden} van {titel}", (*loc, veld), woorden)


def _dagen(voor: Dossier | None, na: Dossier) -> Iterator[Zin]:
    for veld, woorden in KLANTDAGEN.items():
        was: VerklaardeDatum = getattr(voor, veld) if voor else Verklaard(None)
        yield from _dag(was, getattr(na, veld), woorden, (veld,))


def _contact(voor: Dossier | None, na: Dossier) -> Iterator[Zin]:
    """The next turn of each contact rule, and the introductions."""
    was = {stand.regel: stand.volgende for stand in voor.contact} if voor else {}
    nu = {stand.regel: stand.volgende for stand in na.contact}
    namen = {stand.regel: stand.naam for een in (voor, na) if een for stand in een.contact}
    for regel in dict.fromkeys((*was, *nu)):
        oud, nieuw = was.get(regel, Verklaard(None)), nu.get(regel, Verklaard(None))
        yield from _dag(
            oud, nieuw, f"het volgende contact ({namen[regel]})", ("contact", regel), "het volgende contact"
        )
    mensen = {persoon.id: persoon.naam for een in (voor, na) if een for persoon in een.account.contactpersonen}
    eerst = voor.kennismaking if voor else {}
    for wie in dict.fromkeys((*eerst, *na.kennismaking)):
        oud, nieuw = eerst.get(wie, Verklaard(None)), na.kennismaking.get(wie, Verklaard(None))
        met = f"de kennismaking met {mensen.get(wie, wie)}"
        yield from _dag(oud, nieuw, met, ("kennismaking", wie), "de kennismaking")


def _dag(oud: Verklaard[Any], nieuw: Verklaard[Any], wat: str, loc: Loc, soort: str = "") -> Iterator[Zin]:
    """One derived day: moved, new, or gone. `soort` is what it is called without names."""
    was, wordt = oud.waarde, nieuw.waarde
    if was == wordt:
        return
    kop = wat[:1].upper() + wat[1:]
    if not isinstance(was, date):
        tekst = f"{kop} wordt {taal.datum(wordt)}{_omdat(oud, nieuw)}"
    elif not isinstance(wordt, date):
        waarom = nieuw.stappen[-1].tekst if nieuw.stappen else ""
        tekst = f"{kop} vervalt ({taal.datum(was)}){f': {waarom}' if waarom else ''}"
    else:
        tekst = f"{kop} schuift van {taal.datum(was)} naar {taal.datum(wordt)}{_omdat(oud, nieuw)}"
    dagen = (was if isinstance(was, date) else None, wordt if isinstance(wordt, date) else None)
    yield Zin(tekst, loc, "datum", soort or wat, dagen)


def _omdat(oud: Verklaard[Any], nieuw: Verklaard[Any]) -> str:
    """The steps of the explanation that were not there before, without the outcome itself; of what is new nothing."""
    if not oud.stappen:
        return ""
    eerder = {stap.tekst for stap in oud.stappen}
    nieuwe = [stap.tekst for stap in nieuw.stappen if stap.soort != "uitkomst" and stap.tekst not in eerder]
    return f", omdat: {taal.opsomming(nieuwe)}" if nieuwe else ""


# --- work ---


def _werk(voor: Dossier | None, na: Dossier) -> Iterator[Zin]:
    was, nu = ({(p.soort, p.over, p.titel): p for p in (aandacht(een) if een else ())} for een in (voor, na))
    for sleutel, punt in was.items():
        if sleutel not in nu:
            tekst = f"Op Vandaag klaar: {punt.titel} ({taal.datum(punt.datum)})"
            yield Zin(tekst, ("vandaag", punt.soort), "werk", WERK_WEG, (punt.datum, None))
    for sleutel, punt in nu.items():
        if sleutel not in was:
            waarom = f"; {punt.waarom}" if punt.waarom else ""
            tekst = f"Op Vandaag erbij: {punt.titel} (uiterlijk {taal.datum(punt.datum)}{waarom})"
            yield Zin(tekst, ("vandaag", punt.soort), "werk", WERK_ERBIJ, (None, punt.datum))


def _gaten(voor: Dossier | None, na: Dossier) -> Iterator[Zin]:
    """What is missed, and holes in the web of relations."""
    was, nu = ({**_gemist(een)} if een else {} for een in (voor, na))
    for loc, tekst in was.items():
        if loc not in nu:
            yield Zin(f"Niet meer gemist: {tekst}", loc, "werk", "Niet meer gemist")
    for loc, tekst in nu.items():
        if loc not in was:
            yield Zin(f"Wordt gemist: {tekst}", loc, "werk", "Wordt gemist")
        elif tekst != was[loc]:
            yield Zin(f"Nog gemist: {tekst} (eerst: {was[loc]})", loc, "werk", "Nog gemist")


def _gemist(dossier: Dossier) -> dict[Loc, str]:
    gaten: Iterable[tuple[Loc, str]] = (
        (("gaten", gat.veld), f"{gat.tekst} ({gat.bij})" if gat.bij else gat.tekst) for gat in dossier.gaten
    )
    web: Iterable[tuple[Loc, str]] = ((("web", gat.soort, str(gat.wie)), gat.tekst) for gat in dossier.web_gaten)
    return {**dict(gaten), **dict(web)}
