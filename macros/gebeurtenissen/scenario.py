"""The questions that people ask in advance, as the events that would answer them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from macros.afleidingen.contract.datums import DAG, plus_maanden
from macros.afleidingen.contract.looptijd import huidige_periode, stilzwijgende_maanden
from macros.afleidingen.contract.momenten import Contractstand, beslissoort
from macros.afleidingen.contract.opzegging import termijn_vooruit
from macros.afleidingen.dossier import Dossier
from macros.gebeurtenissen.alsof import Stap
from macros.gebeurtenissen.gebeurtenis import OnvolledigError
from macros.woorden import taal

WAAROM = "Om te zien wat er dan gebeurt"
"""Stands where an event asks for a reason."""
KAN_NIET = frozenset({"beeindigd", "opgezegd", "nog_niet_gestart"})
"""Phases of a contract that nobody can give notice of."""


def te_verliezen(dossier: Dossier) -> dict[str, Contractstand]:
    """The running contracts that a client can still leave: not given notice, lost or succeeded by another."""
    return {naam: stand for naam, stand in dossier.contracten.items() if not _vast(stand)}


def _vast(stand: Contractstand) -> bool:
    opgevolgd = any(uitkomst.opvolger for uitkomst in stand.contract.uitkomsten)
    return stand.fase.waarde in KAN_NIET or stand.verloren or opgevolgd


def verlies(dossier: Dossier, contracten: Sequence[str] = (), per: date | None = None) -> Iterator[Stap]:
    """The client gives notice of these contracts, or of all, today; each ends as soon as it can, or on the day `per`.

    Raises `OnvolledigError` where there is nothing to lose, or nothing says how soon.
    """
    mogelijk = te_verliezen(dossier)
    for contract in contracten:
        if contract in dossier.contracten and contract not in mogelijk:
            raise OnvolledigError(
                f"{dossier.contracten[contract].contract.titel} kan de klant niet meer opzeggen, of nog niet"
            )
    gekozen = [mogelijk[naam] for naam in (contracten or mogelijk)]
    if not gekozen:
        raise OnvolledigError(f"bij {dossier.naam} loopt geen contract dat de klant nog kan opzeggen")
    for stand in gekozen:
        laatste = per or vroegste_einde(stand, dossier.peildatum)
        antwoorden: dict[str, Any] = {
            "contract": [stand.contract.id],
            "per_datum": laatste,
            "reden": WAAROM,
            "gepland_op": laatste,
        }
        yield Stap(dossier.id, "klant-zegt-op", antwoorden)


def vroegste_einde(stand: Contractstand, dag: date) -> date:
    """The last day of a contract that is given notice today, by what the site derives of it; the contract decides.

    Raises `OnvolledigError` for one without an end of which no notice period is known.
    """
    contract, periode = stand.contract, huidige_periode(stand.contract, dag)
    if periode is None or (stand.einddatum_actueel.waarde or dag) < dag:
        if stand.fase.waarde == "verlopen":
            return dag
        if contract.opzegtermijn is None:
            raise OnvolledigError(
                f"van {contract.titel} is geen opzegtermijn bekend; zeg zelf per wanneer, zoals --per {dag}"
            )
        return termijn_vooruit(dag, contract.opzegtermijn)
    deadline, maanden = stand.opzegdeadline.waarde, stilzwijgende_maanden(contract, periode)
    te_laat = deadline is not None and deadline < dag and maanden > 0
    return plus_maanden(periode.grens, maanden) - DAG if te_laat else periode.eind


def uitstel(klant: str, contract: str, tot: date) -> Iterator[Stap]:
    """The work on the decision about a contract waits until a day."""
    yield Stap(klant, "uitstel", {"onderwerp": contract, "tot": tot, "reden": WAAROM})


def optie(klant: str, contract: str, *, gelicht: bool = True) -> Iterator[Stap]:
    """The next open option of a contract is exercised, or is not."""
    yield Stap(klant, "optie", {"contract": contract, "status": "gelicht" if gelicht else "niet_gelicht"})


def verlengd(klant: str, contract: str, tot: date, jaarwaarde: int | None = None) -> Iterator[Stap]:
    """A contract is renewed until a day, perhaps at another price."""
    prijs = {} if jaarwaarde is None else {"jaarwaarde": jaarwaarde}
    yield Stap(klant, "verlengd", {"contract": contract, "nieuwe_einddatum": tot, **prijs})


def overdracht(klanten: Sequence[str], naar: str) -> Iterator[Stap]:
    """These clients go to another account manager."""
    return (Stap(klant, "overdracht", {"accountmanager": naar}) for klant in klanten)


def kanttekening(dossier: Dossier, stap: Stap) -> str:
    """What a step means that its outcome does not say; empty for most. `dossier` is the client before it."""
    stand = dossier.contracten.get(stap.antwoorden.get("onderwerp", "")) if stap.gebeurtenis == "uitstel" else None
    dag = stand.beslismoment.waarde if stand else None
    tot = stap.antwoorden.get("tot")
    if stand is None or dag is None or tot is None or tot <= dag:
        return ""
    titel, wanneer = stand.contract.titel, taal.datum(dag)
    match beslissoort(stand):
        case "opzegdeadline" if stand.loopt_door:
            gevolg = "daarna kan niemand meer opzeggen en loopt het vanzelf door"
        case "optie":
            gevolg = "daarna is de optie voorbij"
        case "publicatie":
            gevolg = "daarna is het te laat om het over te doen"
        case _:
            gevolg = "daarna loopt het af"
    return f"{titel}: het beslismoment is {wanneer}, dus voor {taal.datum(tot)}; {gevolg}."
