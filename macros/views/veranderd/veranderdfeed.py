"""What changed as a feed leaves the site with it: a client and a day an entry, for programs that follow news.

Such a program keeps what it read, on a machine that we know nothing of. So an entry holds what a calendar may hold
(domain 2.9): the name of the client and the titles of its contracts, or a code; days that moved; and how much changed
in which part. Never a sentence of the history itself, for there a name, a judgement or an amount may stand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter
from uuid import NAMESPACE_OID, uuid5

from macros.afleidingen.dossier import Dossier
from macros.model.geschiedenis import Verteld, Wijziging, tot_dag
from macros.portefeuille.agendadag import bestandsnaam, met_naam, roepnaam
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.stukken import hoofdletter
from macros.views.delen.veranderd import KOPPEN, deel_van
from macros.woorden import taal
from macros.woorden.dagnamen import CONTRACTDAGEN, KLANTDAGEN

FEED = "veranderd/feed.atom"
"""Where it is, below the root of the site."""
DAGEN = 31
"""How far it looks back: who was away for four weeks misses nothing."""
PER_DAG = 20
"""Most clients of one day with an entry of their own; the rest is one entry, as in a calendar."""
HOOGSTENS = 200
"""Most entries; the newest stay."""
VAN_ONS = ("klantbeeld", "gaten", "momenten")
"""Parts that no feed names: what we think of a client, and what we still have to do."""
_EIGEN = uuid5(NAMESPACE_OID, "retentiehandboek: wat veranderde")


@dataclass(frozen=True, slots=True)
class Bericht:
    """One entry."""

    id: str
    """The same as long as it is about the same client and day, whatever its words; tells nothing of what that is."""
    tijd: datetime
    """When the last change of it came on the main branch, in UTC."""
    titel: str
    regels: tuple[str, ...]
    """What it says: a sentence each."""
    doel: str
    """Path below the root of the site."""


def berichtid(*delen: str) -> str:
    """Make the name by which programs know an entry again, of an account and a day; of nothing that of the feed."""
    return uuid5(_EIGEN, "\n".join(delen)).urn


def berichten(portefeuille: Portefeuille) -> tuple[Bericht, ...]:
    """Give the entries, the newest first; none without a history, or when nothing changed."""
    grens = portefeuille.peildatum - timedelta(days=DAGEN)
    per_dag: dict[date, list[Bericht]] = {}
    for dag, bericht in (*_klanten(portefeuille, grens), *_gedeeld(portefeuille, grens)):
        per_dag.setdefault(dag, []).append(bericht)
    alle = (een for dag, samen in per_dag.items() for een in _begrensd(dag, samen))
    return tuple(sorted(alle, key=lambda een: (-een.tijd.timestamp(), een.titel, een.id))[:HOOGSTENS])


def _begrensd(dag: date, samen: Sequence[Bericht]) -> Iterator[Bericht]:
    """Those of one day, of which what says most comes first; beyond `PER_DAG` one that counts the rest."""
    op_rang = sorted(samen, key=lambda een: (-len(een.regels), een.titel, een.id))
    plek = len(op_rang) if len(op_rang) <= PER_DAG else PER_DAG - 1
    yield from op_rang[:plek]
    if rest := op_rang[plek:]:
        titel = f"Nog {taal.aantal(len(rest), 'klant', 'klanten')} veranderd op {taal.datum(dag)}"
        regels = ("Welke het zijn, staat op de site.",)
        yield Bericht(berichtid(dag.isoformat(), "rest"), max(map(attrgetter("tijd"), rest)), titel, regels, DOEL)


# --- a client and a day ---

DOEL = "veranderd/"


def _klanten(portefeuille: Portefeuille, grens: date) -> Iterator[tuple[date, Bericht]]:
    for dossier in portefeuille.dossiers.values():
        if not dossier.verborgen:
            alle = portefeuille.gedeeld.geschiedenis.van(dossier.id, portefeuille.peildatum)
            for dag, van_dag in _op_dag(alle, grens):
                if bericht := _van_klant(dossier, dag, van_dag):
                    yield dag, bericht


def _op_dag(alle: Iterable[Wijziging], grens: date) -> Iterator[tuple[date, list[Wijziging]]]:
    nieuw = sorted((een for een in alle if een.dag > grens), key=attrgetter("dag", "nummer"))
    yield from ((dag, list(samen)) for dag, samen in groupby(nieuw, attrgetter("dag")))


def _van_klant(dossier: Dossier, dag: date, van_dag: Sequence[Wijziging]) -> Bericht | None:
    """The entry of a client and a day; None where nothing can be told outside the site."""
    dagen = tuple(_verschoven(dossier, (zin for een in van_dag for zin in een.gevolgen)))
    feiten = _feiten(van_dag)
    if not dagen and not feiten:
        return None
    verschoven = taal.aantal(len(dagen), "datum verschoof", "datums verschoven") if dagen else ""
    aantal = taal.aantal(feiten, "wijziging", "wijzigingen") if feiten else ""
    return Bericht(
        id=berichtid(dossier.id, dag.isoformat()),
        tijd=max(een.tijd for een in van_dag),
        titel=f"{roepnaam(dossier)}: {', '.join(filter(None, (verschoven, aantal)))}",
        regels=(*dagen, *((f"{aantal}: {_delen(van_dag)}.",) if feiten else ())),
        doel=f"accounts/{dossier.id}/#veranderd" if met_naam(dossier) else f"agenda/#{bestandsnaam(dossier)}",
    )


def _feiten(van_dag: Iterable[Wijziging]) -> int:
    return sum(len(een.zinnen) + een.meer for een in van_dag)


def _delen(van_dag: Iterable[Wijziging]) -> str:
    """Name the parts of the client page that changed."""
    gevonden = (deel_van(zin) for een in van_dag for zin in een.zinnen)
    delen = dict.fromkeys(KOPPEN["over" if deel in VAN_ONS else deel] for deel in gevonden)
    return taal.opsomming(list(delen)) or KOPPEN["over"]


def _verschoven(dossier: Dossier, gevolgen: Iterable[Verteld]) -> Iterator[str]:
    """The days that moved, each from where it was in the morning to where it is; a turn to talk is no news."""
    per_dag: dict[str, list[Verteld]] = {}
    for zin in gevolgen:
        if zin.soort == "datum" and (naam := _dagnaam(dossier, zin.waar)):
            per_dag.setdefault(naam, []).append(zin)
    for naam, zinnen in per_dag.items():
        was, wordt = zinnen[0].was, zinnen[-1].wordt
        if was != wordt:
            oud, nieuw = (taal.datum(een) if een else "geen" for een in (was, wordt))
            yield f"{hoofdletter(naam)}: {oud} → {nieuw}."


def _dagnaam(dossier: Dossier, waar: Sequence[str | int]) -> str:
    """What a day is called outside the site; empty for one of which that may hold a name."""
    begin, einde = str(waar[0]) if waar else "", str(waar[-1]) if waar else ""
    if begin != "contracten":
        return KLANTDAGEN.get(begin, "")
    naam, stand = CONTRACTDAGEN.get(einde, ""), dossier.contracten.get(str(waar[1]))
    van = stand.contract.titel if stand and met_naam(dossier) else "een contract"
    return f"{naam} van {van}" if naam else ""


# --- what is for everybody ---


def _gedeeld(portefeuille: Portefeuille, grens: date) -> Iterator[tuple[date, Bericht]]:
    """What changed in settings, team and messages: how much."""
    alle = tot_dag(portefeuille.gedeeld.geschiedenis.gedeeld, portefeuille.peildatum)
    for dag, van_dag in _op_dag(alle, grens):
        if feiten := _feiten(van_dag):
            aantal = taal.aantal(feiten, "wijziging", "wijzigingen")
            regels = (f"{aantal} in instellingen, team en berichten.",)
            tijd = max(een.tijd for een in van_dag)
            yield dag, Bericht(berichtid(dag.isoformat()), tijd, f"Voor iedereen: {aantal}", regels, DOEL)
