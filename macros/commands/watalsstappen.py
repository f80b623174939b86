"""The words of `handboek wat-als`: which things may happen in thought, and what belongs to each.

`en` stacks one more on a scenario, `of` begins the next beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import click

from macros.commands.keuzes import kies
from macros.commands.melden import antwoord, dag_van, optie
from macros.gebeurtenissen import scenario
from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.gebeurtenissen.alsof import Alsof, Stap
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis, Situatie, Vraag
from macros.gebeurtenissen.keuzes import keuzes
from macros.gebeurtenissen.scenario import Deel

EN, OF = "en", "of"
Maker = Callable[[Alsof, Mapping[str, Any]], Deel]
"""From the words of a step to what happens; raises click.UsageError or `OnvolledigError`."""


def _verlies(alsof: Alsof, woorden: Mapping[str, Any]) -> Deel:
    klant, contracten = _klant(alsof, woorden["klant"]), woorden["contract"]
    dossier = alsof.dossier(klant)
    for contract in contracten:
        kies("contract", contract, dossier.contracten, f"is er niet bij {klant}")
    per = dag_van(woorden["per"], "--per") if woorden["per"] else None
    return scenario.verlies(dossier, contracten, per)


def _uitstel(alsof: Alsof, woorden: Mapping[str, Any]) -> Deel:
    klant, contract = _contract(alsof, woorden, "onderwerp")
    return scenario.uitstel(alsof.dossier(klant), contract, dag_van(woorden["tot"], "--tot"))


def _optie(alsof: Alsof, woorden: Mapping[str, Any]) -> Deel:
    klant, contract = _contract(alsof, woorden, "optiecontract")
    return scenario.optie(alsof.dossier(klant), contract, gelicht=not woorden["niet"])


def _verlengd(alsof: Alsof, woorden: Mapping[str, Any]) -> Deel:
    klant, contract = _contract(alsof, woorden, "contract")
    tot, waarde = dag_van(woorden["tot"], "--tot"), woorden["jaarwaarde"]
    vraag = next(een for een in GEBEURTENISSEN["verlengd"].vragen if een.naam == "jaarwaarde")
    jaarwaarde = antwoord(vraag, (waarde,), alsof.situatie(klant)) if waarde else None
    return scenario.verlengd(alsof.dossier(klant), contract, tot, jaarwaarde)


def _overdracht(alsof: Alsof, woorden: Mapping[str, Any]) -> Deel:
    personen = alsof.lader.gedeeld.personen
    van = kies("collega", woorden["persoon"], personen, "staat niet in het team")
    naar = kies("collega", woorden["naar"], personen, "staat niet in het team")
    alle = (alsof.dossier(klant) for klant in alsof.lader.namen)
    klanten = [een.id for een in alle if een.account.driehoek.accountmanager == van and not een.verborgen]
    if not klanten:
        raise click.UsageError(f"{personen[van].naam} is van geen enkele klant accountmanager")
    return scenario.overdracht(klanten, personen[van].naam, personen[naar])


def _klant(alsof: Alsof, getypt: str) -> str:
    return kies("klant", getypt, alsof.lader.namen, f"staat niet in {alsof.lader.map}")


def _contract(alsof: Alsof, woorden: Mapping[str, Any], keuze: str) -> tuple[str, str]:
    """The client and the contract that are meant; a contract that is the only one needs no name."""
    klant = _klant(alsof, woorden["klant"])
    alle = {een.id for een in alsof.situatie(klant).account.contracten}
    mogelijk = alle & keuzes(keuze, alsof.situatie(klant)).keys()
    if not mogelijk:
        wat = "open optie" if keuze == "optiecontract" else "contract"
        raise click.UsageError(f"bij {klant} staat geen {wat}")
    if woorden["contract"] is None and len(mogelijk) == 1:
        return klant, next(iter(mogelijk))
    if woorden["contract"] is None:
        raise click.UsageError(f"zeg ook welk contract van {klant}: {', '.join(sorted(mogelijk))}")
    return klant, kies("contract", woorden["contract"], mogelijk, f"kan hier niet bij {klant}")


# --- any event ---


def _van_gebeurtenis(gebeurtenis: Gebeurtenis) -> Maker:
    def maak(alsof: Alsof, woorden: Mapping[str, Any]) -> Deel:
        situatie = alsof.situatie(_klant(alsof, woorden["klant"]))
        antwoorden = _antwoorden(gebeurtenis, situatie, woorden)
        stap = Stap(situatie.account.id, gebeurtenis.id, antwoorden)
        return Deel(f"{gebeurtenis.titel}: {situatie.account.naam}", (stap,))

    return maak


def _antwoorden(gebeurtenis: Gebeurtenis, situatie: Situatie, getypt: Mapping[str, Any]) -> dict[str, Any]:
    """The answers; what can be one thing only needs none, and neither does a reason in words."""
    antwoorden: dict[str, Any] = {}
    mist: list[str] = []
    for vraag in gebeurtenis.vragen:
        woorden = tuple(getypt.get(vraag.naam) or _vanzelf(vraag, situatie))
        if woorden:
            antwoorden[vraag.naam] = antwoord(vraag, woorden, situatie)
        elif vraag.nodig:
            mist.append(f"  {optie(vraag)}: {vraag.hulp}")
    if mist:
        raise click.UsageError("\n".join([f"{gebeurtenis.id}: dit hoort er nog bij:", *mist]))
    return antwoorden


def _vanzelf(vraag: Vraag, situatie: Situatie) -> tuple[str, ...]:
    if not vraag.nodig or vraag.soort == "kaart":
        return ()
    if vraag.keuze:
        enige = tuple(keuzes(vraag.keuze, situatie))
        return enige if len(enige) == 1 else ()
    return (scenario.WAAROM,) if vraag.soort == "tekst" and not vraag.mogelijk and vraag.naam != "id" else ()


# --- from words to steps ---

KLANT = click.Argument(["klant"], metavar="KLANT")
EEN_CONTRACT = click.Argument(["contract"], metavar="[CONTRACT]", required=False)
TOT = click.Option(["--tot"], metavar="JJJJ-MM-DD", required=True)
EIGEN: dict[str, tuple[Maker, list[click.Parameter], str]] = {
    "verlies": (
        _verlies,
        [
            KLANT,
            click.Argument(["contract"], metavar="[CONTRACT]...", nargs=-1),
            click.Option(["--per"], metavar="JJJJ-MM-DD"),
        ],
        "verlies KLANT [CONTRACT…] [--per DAG]: de klant zegt op, zo vroeg als kan",
    ),
    "uitstel": (_uitstel, [KLANT, EEN_CONTRACT, TOT], "uitstel KLANT [CONTRACT] --tot DAG: het besluit wacht"),
    "optie": (
        _optie,
        [KLANT, EEN_CONTRACT, click.Option(["--niet"], is_flag=True)],
        "optie KLANT [CONTRACT] [--niet]: de optie wordt gelicht, of niet",
    ),
    "verlengd": (
        _verlengd,
        [KLANT, EEN_CONTRACT, TOT, click.Option(["--jaarwaarde"], metavar="BEDRAG")],
        "verlengd KLANT [CONTRACT] --tot DAG [--jaarwaarde BEDRAG]: een nieuw einde, een andere prijs",
    ),
    "overdracht": (
        _overdracht,
        [click.Argument(["persoon"], metavar="PERSOON"), click.Option(["--naar"], metavar="COLLEGA", required=True)],
        "overdracht PERSOON --naar COLLEGA: al zijn klanten gaan naar een ander",
    ),
}
"""The short ways, with the words that belong to each and how it is written; any other event goes by its own id."""


def stappen(woorden: Sequence[str]) -> list[list[tuple[str, list[str]]]]:
    """The scenarios that were typed, each a list of steps: a name and its own words.

    Raises click.UsageError for a step that is missing or is not known.
    """
    if not set(woorden) - {EN, OF}:
        raise click.UsageError("zeg wat er zou gebeuren:\n" + "\n".join(f"  {regel}" for _, _, regel in EIGEN.values()))
    return [[_stap(stap) for stap in _tussen(EN, scenario)] for scenario in _tussen(OF, woorden)]


def _tussen(woord: str, woorden: Sequence[str]) -> Iterator[list[str]]:
    """What stands on both sides of a word; raises click.UsageError where that is nothing."""
    delen: list[list[str]] = [[]]
    for een in woorden:
        if een == woord:
            delen.append([])
        else:
            delen[-1].append(een)
    if not all(delen):
        raise click.UsageError(f"voor en na '{woord}' hoort iets dat zou gebeuren; laat '{woord}' weg of vul het aan")
    yield from delen


def _stap(woorden: list[str]) -> tuple[str, list[str]]:
    naam, *rest = woorden
    kies("scenario", naam, {**EIGEN, **GEBEURTENISSEN}, "bestaat niet")
    return naam, rest


def deel(alsof: Alsof, naam: str, woorden: list[str]) -> Deel:
    """What a step lets happen; raises click.UsageError for words that do not fit, and `OnvolledigError`."""
    maak, parameters = _ontleding(naam)
    try:
        getypt = click.Command(naam, params=parameters, add_help_option=False).make_context(naam, list(woorden)).params
    except click.UsageError as fout:
        raise click.UsageError(f"{naam}: {fout.format_message()}") from None
    return maak(alsof, getypt)


def _ontleding(naam: str) -> tuple[Maker, list[click.Parameter]]:
    if naam in EIGEN:
        maak, parameters, _ = EIGEN[naam]
        return maak, parameters
    gebeurtenis = GEBEURTENISSEN[naam]
    opties: list[click.Parameter] = [click.Option([optie(een), een.naam], multiple=True) for een in gebeurtenis.vragen]
    return _van_gebeurtenis(gebeurtenis), [KLANT, *opties]
