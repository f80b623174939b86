"""The questions that people ask in advance, as the events that would answer them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from macros.afleidingen.contract.datums import DAG, plus_maanden
from macros.afleidingen.contract.looptijd import huidige_periode, stilzwijgende_maanden
from macros.afleidingen.contract.momenten import Contractstand, beslissoort
from macros.afleidingen.contract.opzegging import termijn_vooruit
from macros.afleidingen.dossier import Dossier
from macros.gebeurtenissen.alsof import Alsof, Stap
from macros.gebeurtenissen.gebeurtenis import OnvolledigError
from macros.model.team import Persoon
from macros.woorden import taal

WAAROM = "Om te zien wat er dan gebeurt"
"""Stands where an event asks for a reason."""
KAN_NIET = frozenset({"beeindigd", "opgezegd", "nog_niet_gestart"})
"""Phases of a contract that nobody can give notice of."""


def te_verliezen(dossier: Dossier) -> dict[str, Contractstand]:
    """The running contracts that a client can still leave: not given notice, lost or succeeded by another."""
    return {naam: stand for naam, stand in dossier.contracten.items() if not _vast(stand)}


def mogelijk(dossier: Dossier, stand: Contractstand) -> tuple[str, ...]:
    """Which of these things can be asked about a contract; nothing about one that is over."""
    weg = stand.contract.id in te_verliezen(dossier)
    open_optie = any(optie.status == "open" for optie in stand.contract.opties)
    kan = {
        "verlies": weg,
        "uitstel": stand.beslismoment.waarde is not None,
        "optie": open_optie and stand.fase.waarde not in KAN_NIET,
        "verlengd": weg and stand.einddatum_actueel.waarde is not None,
    }
    return tuple(soort for soort, mag in kan.items() if mag)


def _vast(stand: Contractstand) -> bool:
    return stand.fase.waarde in KAN_NIET or stand.verloren or stand.opgevolgd


class Deel(NamedTuple):
    """One thing that may happen: what it is called, and the events it takes."""

    titel: str
    stappen: tuple[Stap, ...]


def verlies(dossier: Dossier, contracten: Sequence[str] = (), per: date | None = None) -> Deel:
    """The client gives notice of these contracts, or of all, today; each ends as soon as it can, or on the day `per`.

    Raises `OnvolledigError` where there is nothing to lose, or nothing says how soon.
    """
    te_gaan = te_verliezen(dossier)
    for contract in contracten:
        if contract in dossier.contracten and contract not in te_gaan:
            raise OnvolledigError(
                f"{dossier.contracten[contract].contract.titel} kan de klant niet meer opzeggen, of nog niet"
            )
    gekozen = [te_gaan[naam] for naam in (contracten or te_gaan)]
    if not gekozen:
        raise OnvolledigError(f"bij {dossier.naam} loopt geen contract dat de klant nog kan opzeggen")
    titels = taal.opsomming([stand.contract.titel for stand in gekozen]) if contracten else "alles"
    per_dag: dict[date, list[str]] = {}
    for stand in gekozen:
        per_dag.setdefault(per or vroegste_einde(stand, dossier.peildatum), []).append(stand.contract.id)
    stappen = (_opgezegd(dossier, welke, laatste) for laatste, welke in per_dag.items())
    return Deel(f"{dossier.naam} zegt {titels} op", tuple(stappen))


def _opgezegd(dossier: Dossier, contracten: list[str], laatste: date) -> Stap:
    antwoorden = {"contract": contracten, "per_datum": laatste, "reden": WAAROM, "gepland_op": laatste}
    return Stap(dossier.id, "klant-zegt-op", antwoorden)


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


def uitstel(dossier: Dossier, contract: str, tot: date) -> Deel:
    """The work on the decision about a contract waits until a day."""
    titel = f"het besluit over {_van(dossier, contract)} wacht tot {taal.datum(tot)}"
    return Deel(titel, (Stap(dossier.id, "uitstel", {"onderwerp": contract, "tot": tot, "reden": WAAROM}),))


def optie(dossier: Dossier, contract: str, *, gelicht: bool = True) -> Deel:
    """The next open option of a contract is exercised, or is not."""
    titel = f"de optie van {_van(dossier, contract)} wordt {'' if gelicht else 'niet '}gelicht"
    status = "gelicht" if gelicht else "niet_gelicht"
    return Deel(titel, (Stap(dossier.id, "optie", {"contract": contract, "status": status}),))


def verlengd(dossier: Dossier, contract: str, tot: date, jaarwaarde: int | None = None) -> Deel:
    """A contract is renewed until a day, perhaps at another price."""
    prijs: dict[str, Any] = {} if jaarwaarde is None else {"jaarwaarde": jaarwaarde}
    voor = f" voor {taal.getal(jaarwaarde)} per jaar" if jaarwaarde is not None else ""
    titel = f"{_van(dossier, contract)} wordt verlengd tot en met {taal.datum(tot)}{voor}"
    return Deel(titel, (Stap(dossier.id, "verlengd", {"contract": contract, "nieuwe_einddatum": tot, **prijs}),))


def overdracht(klanten: Sequence[str], van: str, naar: Persoon) -> Deel:
    """These clients of a colleague, by name, go to another."""
    stappen = tuple(Stap(klant, "overdracht", {"accountmanager": naar.id}) for klant in klanten)
    return Deel(f"de klanten van {van} gaan naar {naar.naam}", stappen)


def _van(dossier: Dossier, contract: str) -> str:
    return f"{dossier.contracten[contract].contract.titel} van {dossier.naam}"


def speel(alsof: Alsof, deel: Deel) -> Iterator[str]:
    """Let it happen; gives what its outcome does not say. Raises as `Alsof.doe`."""
    for stap in deel.stappen:
        gezegd = kanttekening(alsof.dossier(stap.klant), stap)
        alsof.doe(stap)
        if gezegd:
            yield gezegd


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
