"""An event: what is asked about it, and which facts it changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple, get_args, get_origin

from macros.load.velden import velden_van
from macros.load.wijzigen.adres import Erbij, Wijziging, Zet
from macros.load.wijzigen.inlassen import Waarde
from macros.load.wijzigen.knopen import Pad
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld
from macros.model.review import Postmortem

BERICHTEN, TEAMLIJST = "_gedeeld/berichten.yml", "_gedeeld/team.yml"
Antwoorden = Mapping[str, Any]
"""By name of the question; what was not answered is absent."""
Soort = Literal["dag", "getal", "tekst", "ja_nee", "keuze", "lijst", "kaart"]
"""`kaart`: an answer for each of the choices, a map from id to one of `mogelijk`."""


class Situatie(NamedTuple):
    """Where an event happens."""

    account: Account
    """The whole account, with its journal."""
    gedeeld: Gedeeld
    dag: date
    wie: str
    """Who of us writes it down."""


@dataclass(frozen=True, slots=True, eq=False)  # each stands once, and what is remembered of it is found quickly
class Vraag:
    """One question of an event; title, help and kind of answer are those of the field that it fills."""

    naam: str
    """Of the answer; on the command line `--naam`, with `-` for `_`."""
    klasse: type
    veld: str = ""
    """The field in `klasse`; `naam` when empty."""
    keuze: str = ""
    """What the answer must be one of: a key of `keuzes.KEUZES`; empty for free answers and those of the model."""
    nodig: bool = False
    vandaag: bool = False
    """Whether no answer means: the day it is written down."""
    vraag: str = ""
    """The question, where the field's own help is about something else."""
    meer: bool = False
    """Whether more than one answer may be given to what is one fact each."""
    zonder: tuple[str, ...] = ()
    """Answers that the model knows, and that are none to this question."""

    @property
    def info(self) -> Any:
        """What the model says of the field."""
        return velden_van(self.klasse)[self.veld or self.naam]

    @property
    def titel(self) -> str:
        """What it asks, in a word or two."""
        return str(self.info.title)

    @property
    def hulp(self) -> str:
        """What it asks, as a sentence."""
        return self.vraag or str(self.info.description)

    @property
    def mogelijk(self) -> tuple[str, ...]:
        """The answers that the model knows; empty when it knows more than can be listed."""
        return _mogelijk(self)

    @property
    def soort(self) -> Soort:
        """What kind of answer it takes."""
        return _soort(self)


@cache  # every page of a client asks this of every event
def _mogelijk(vraag: Vraag) -> tuple[str, ...]:
    return tuple(een for een in _letterlijk(vraag.info.annotation) if een not in vraag.zonder)


@cache
def _soort(vraag: Vraag) -> Soort:
    vorm = vraag.info.annotation
    # A question with a name of its own is about one thing of the list that it fills.
    eigen = vraag.veld in ("", vraag.naam)
    if eigen and get_origin(vorm) is dict:
        return "kaart"
    if vraag.meer or (get_origin(vorm) is list and eigen):
        return "lijst"
    if vraag.keuze or vraag.mogelijk:
        return "keuze"
    soorten: dict[type, Soort] = {date: "dag", bool: "ja_nee", int: "getal", float: "getal"}
    kernen = list(_kernen(vorm))
    return "tekst" if str in kernen else soorten.get(next(iter(kernen), object), "tekst")


def _kernen(vorm: Any) -> Iterator[type]:
    """The plain types in an annotation: `Datum | None` is a date, and what takes a number or words is both."""
    if delen := get_args(vorm):
        for deel in delen:
            yield from _kernen(deel)
    elif isinstance(vorm, type) and vorm is not type(None):
        yield vorm


def _letterlijk(vorm: Any) -> Iterator[str]:
    if get_origin(vorm) is Literal:
        yield from (deel for deel in get_args(vorm) if isinstance(deel, str))
    else:
        for deel in get_args(vorm):
            yield from _letterlijk(deel)


@dataclass(frozen=True, slots=True)
class Dagboek:
    """A line in the journal of who writes it down."""

    velden: Mapping[str, Waarde]


@dataclass(frozen=True, slots=True)
class In:
    """A change in a shared file, by its name below the folder; without this it is one in the account file."""

    bestand: str
    wijziging: Wijziging


Gevolg = Wijziging | Dagboek | In

Gevolgen = Callable[[Situatie, Antwoorden], Iterator[Gevolg]]
"""What an event writes; raises OnvolledigError when the answers ask for another one."""


class OnvolledigError(ValueError):
    """The answers ask for one more; the message is Dutch and says which and why."""


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One kind of event."""

    id: str
    titel: str
    """What happened, as people say it."""
    groep: str
    uitleg: str
    """When to use it, and what it does, in a sentence."""
    vragen: tuple[Vraag, ...]
    gevolgen: Gevolgen
    wist: tuple[str, ...] = ()
    """The kinds of work (`model/werk.py`) that are done with it."""
    handboek: str = ""
    """The paragraph that explains it, below `/handboek/`."""
    past: Callable[[Situatie], bool] = lambda _: True
    """Whether it can happen at this client today."""
    daarna: str = ""
    """What to do once it is written down: a sentence with `{klant}` for the id, what is typed between backticks."""


def gegeven(antwoorden: Antwoorden, *namen: str) -> dict[str, Waarde]:
    """The answers to these questions, in this order, without those that were not given.

    Each goes by its own name; with `naam:veld` by that of the field.
    """
    delen = (naam.partition(":") for naam in namen)
    return {veld or naam: antwoorden[naam] for naam, _, veld in delen if antwoorden.get(naam) not in (None, "", [])}


def met_dag(situatie: Situatie, antwoorden: Antwoorden, naam: str) -> Antwoorden:
    """The answers, with today for the day `naam` when it was not given."""
    return {naam: situatie.dag, **antwoorden}


CONTRACT = Vraag("contract", Postmortem, keuze="contract", nodig=True, vraag="Over welk contract gaat het?")


def heeft_contract(situatie: Situatie) -> bool:
    """Whether the client has a contract at all."""
    return bool(situatie.account.contracten)


def zet(*pad: str, dag: str = "", namen: tuple[str, ...]) -> Gevolgen:
    """Make what an event writes that fills fields of one thing; a step `{contract}` is the answer to that question.

    `dag` is the field that means today when it is not answered.
    """

    def gevolgen(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
        alles = met_dag(situatie, antwoorden, dag) if dag else antwoorden
        yield from vul(situatie, tuple(stap.format(**antwoorden) for stap in pad), gegeven(alles, *namen))

    return gevolgen


def vul(situatie: Situatie, pad: Pad, velden: Mapping[str, Waarde]) -> Iterator[Zet]:
    """Fill fields of the thing at `pad`: one by one when it is there, together when it is new."""
    ding: Any = situatie.account
    for stap in pad:
        ding = _onder(ding, stap)
    if ding is None:
        yield Zet(pad, velden)
    else:
        yield from (Zet((*pad, naam), waarde) for naam, waarde in velden.items())


def _onder(ding: Any, stap: str | int) -> Any:
    if isinstance(ding, list):
        return ding[stap] if isinstance(stap, int) else next((een for een in ding if een.id == stap), None)
    return ding.get(stap) if isinstance(ding, dict) else getattr(ding, str(stap), None)


def erbij(lijst: str, *, dag: str = "", namen: tuple[str, ...]) -> Gevolgen:
    """Make what an event writes that adds a thing to a list of the account; `dag` as for `zet`."""

    def gevolgen(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
        alles = met_dag(situatie, antwoorden, dag) if dag else antwoorden
        yield Erbij((lijst,), gegeven(alles, *namen))

    return gevolgen
