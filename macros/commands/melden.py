"""What `meld` and `contact` share: the answers of a person, and putting what follows from them in the files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import click

from macros.commands.keuzes import kies
from macros.controles.nakijken import nieuwe_waarschuwingen, proeflees
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis, OnvolledigError, Situatie, Vraag
from macros.gebeurtenissen.keuzes import keuzes
from macros.gebeurtenissen.opslaan import nieuwe_teksten, weekbestand
from macros.invoer.cellen import tekst as schoon
from macros.load import omgeving, yaml12
from macros.load.bestanden import lees_tekst, yamlbestanden
from macros.load.keuren import Gekeurd, ongepast
from macros.load.load import Lader
from macros.load.omgeving import OngeldigeOmgevingError
from macros.load.problem import Problem
from macros.load.schemaregel import schemaregel
from macros.load.schrijven import SchrijvenMisluktError, schrijf_alles
from macros.load.wijzigen.inlassen import NietInTeLassenError
from macros.model.instellingen import Instellingen

JA_NEE = {"ja": True, "nee": False}
_ALS_IN_BESTAND = {"true": "ja", "false": "nee"}


def accountsmap(id_: str | None = None) -> Path:
    """The folder to write in; a usage error (exit 2) when it, the day or the client `id_` cannot be."""
    try:
        folder = omgeving.accountsmap()
        omgeving.peildatum(Instellingen(), None)  # say first what is wrong with a date
    except OngeldigeOmgevingError as fout:
        raise click.UsageError(str(fout)) from fout
    if id_ is not None:
        kies("klant", id_, {pad.stem for pad in yamlbestanden(folder)}, f"staat niet in {folder}")
    return folder


def dag_van(getypt: str, optie: str) -> date:
    """The day that was typed; a usage error (exit 2) for anything else."""
    try:
        return omgeving.lees_peildatum(getypt, optie)
    except OngeldigeOmgevingError as fout:
        raise click.UsageError(str(fout)) from fout


def stop(zin: str) -> NoReturn:
    """End the command: nothing was changed (exit 1)."""
    click.echo(zin, err=True)
    raise SystemExit(1)


def stop_bij(problemen: Collection[Problem]) -> None:
    """End the command when there are problems, all of them told."""
    if problemen:
        stop("\n".join([*map(str, problemen), "Er is niets veranderd. Los dit eerst op."]))


class Gemeld(NamedTuple):
    """What writing down an event changes."""

    regels: list[str]
    """The changed lines, below the name of their file."""
    let_op: tuple[Problem, ...]
    """What the check says since then, and did not say before."""

    def waarschuw(self) -> None:
        """Print what the check says now, as it says it itself."""
        if self.let_op:
            click.echo("\n".join(["De controle waarschuwt nu:", *map(str, self.let_op)]))


@dataclass(frozen=True, slots=True)
class Map:
    """The files that an event may change, as they were read."""

    map: Path
    id: str
    gelezen: dict[Path, str]

    def lees(self, naam: str) -> str:
        """What stands in a file below the folder; empty when it is not there."""
        pad = self.map / naam
        if pad not in self.gelezen and pad.exists():
            try:
                self.gelezen[pad] = lees_tekst(pad)
            except (UnicodeDecodeError, OSError):
                stop(f"{self.map.name}/{naam} is niet te lezen; draai eerst 'handboek check'")
        return self.gelezen.get(pad, "")

    def begin(self, naam: str) -> str:
        """What a change of a file begins with: what stands in it, or the first line of a new one."""
        return self.lees(naam) or schemaregel(self.map, naam)

    def situatie(self, gevraagd: date | None = None, wie: str = "") -> Situatie:
        """The client as it is now; problems in its file, a shared one or its journal end the command (exit 1)."""
        account, gedeeld, problemen = proeflees(self.map, self.id, self.lees(f"{self.id}.yml"))
        stop_bij(problemen)
        if account is None:
            stop(f"{self.map.name}/{self.id}.yml is niet te lezen; draai eerst 'handboek check'")
        return Situatie(account, gedeeld, gevraagd or omgeving.peildatum(gedeeld.instellingen, None), wie)

    @staticmethod
    def week(situatie: Situatie) -> str:
        """The file of the journal that is written in."""
        return weekbestand(situatie.dag, situatie.wie)

    def meld(
        self, gebeurtenis: Gebeurtenis, situatie: Situatie, antwoorden: Mapping[str, Any], *, toch: bool, proef: bool
    ) -> Gemeld:
        """Write down an event, all of it or nothing, and say what that changes; with `proef` only say it.

        The same talk is put there once more only with `toch`.
        """
        try:
            teksten = nieuwe_teksten(situatie, gebeurtenis.gevolgen(situatie, antwoorden), self.begin)
        except OnvolledigError as fout:
            raise click.UsageError(str(fout)) from fout
        except NietInTeLassenError as fout:
            stop(f"{self.map.name}/{self.id}.yml: {fout}")
        eigen = f"{self.id}.yml"
        erbij = {naam: nieuw for naam, nieuw in teksten.items() if naam != eigen}
        tekst = teksten.get(eigen, self.lees(eigen))
        lader = Lader(self.map)
        account, _, problemen = proeflees(lader, self.id, tekst, erbij, situatie.dag)
        stop_bij(problemen)
        if account is not None and not toch:
            bekend = [een.kenmerk for een in situatie.account.contactmomenten]
            nieuw = [een for een in account.contactmomenten if een.kenmerk not in bekend]
            if len(account.contactmomenten) > len(bekend) and not nieuw:
                dag = antwoorden.get("datum", situatie.dag)
                stop(f"Dit gesprek van {dag} staat er al. Was het een tweede gesprek, gebruik dan --toch.")
        anders = [
            regel for naam, nieuw in teksten.items() for regel in verschil(self.map.name, naam, self.lees(naam), nieuw)
        ]
        vandaag = omgeving.peildatum(situatie.gedeeld.instellingen, None)
        let_op = nieuwe_waarschuwingen(lader, self.id, teksten, vandaag)
        if not proef:
            schrijf_of_stop(self.map, teksten, self.gelezen)
        return Gemeld(anders, tuple(let_op))


def verschil(map_: str, naam: str, oud: str, nieuw: str) -> list[str]:
    """The changed lines of one file, below its name."""
    regels = list(unified_diff(oud.splitlines(), nieuw.splitlines(), lineterm="", n=0))
    return [f"{map_}/{naam}:", *(f"  {r}" for r in regels[2:] if not r.startswith("@@"))]


def schrijf_of_stop(map_: Path, teksten: Mapping[str, str | None], gelezen: Mapping[Path, str], raad: str = "") -> None:
    """Write files by name below the folder, in this order; end the command when the system refuses."""
    try:
        schrijf_alles({map_ / naam: nieuw for naam, nieuw in teksten.items()}, gelezen)
    except SchrijvenMisluktError as fout:
        namen = ", ".join(str(pad.relative_to(map_)) for pad in fout.ongemoeid)
        stop(f"{map_.name}/{namen} is niet veranderd: {fout.oorzaak}{raad}")


# --- from what was typed to an answer ---


def antwoord(vraag: Vraag, getypt: tuple[str, ...], situatie: Situatie) -> Any:
    """What was typed as the answer of its kind; a usage error (exit 2), with what to type, for anything else."""
    if vraag.keuze:
        bekend = keuzes(vraag.keuze, situatie)
        namen = getypt[-1:] if vraag.soort == "keuze" else losse_namen(getypt)
        if vraag.soort == "kaart":
            return dict(_per(vraag, een, bekend) for een in namen)
        gekozen = [kies(optie(vraag), een.strip("\"' "), bekend, "kan hier niet") for een in namen]
        return gekozen if vraag.soort == "lijst" else gekozen[-1]
    losse: Iterable[str] = getypt
    if vraag.soort == "lijst":
        # No name has a comma in it, and a text may.
        losse = (
            losse_namen(getypt) if vraag.mogelijk or vraag.meer else chain.from_iterable(map(_losse_teksten, getypt))
        )
    teksten = [_gekeurd(een, optie(vraag)) for een in losse]
    waarde = teksten if vraag.soort == "lijst" else _los(vraag, teksten[-1], optie(vraag))
    veld = vraag.veld or vraag.naam
    in_bestand = {veld: waarde.isoformat() if isinstance(waarde, date) else waarde}
    # Only what the model says of this field: the others are not asked here.
    for bezwaar in Gekeurd(vraag.klasse, in_bestand).bevindingen:
        if bezwaar.loc[:1] == (veld,):
            raise click.UsageError(f"{optie(vraag)}: {bezwaar.tekst}")
    return waarde


def losse_namen(getypt: Iterable[str]) -> list[str]:
    """The ids in lists as people type them: one at a time, with commas, between brackets or with a dash a line."""
    delen = chain.from_iterable(re.split(r"[,\n]", een.strip("[] \n")) for een in getypt)
    namen = (deel.lstrip("- ").strip("\"' ") for deel in delen)
    return list(dict.fromkeys(filter(None, namen))) or [""]


def _losse_teksten(getypt: str) -> list[str]:
    """The texts in a list as people type it: between brackets, or with a dash a line; a comma is part of a text."""
    if getypt.lstrip().startswith("["):
        rij = (yaml12.lees(f"x: {getypt}".encode(errors="replace")).waarde or {}).get("x")
        return [str(een) for een in rij] if isinstance(rij, list) and rij else [getypt]
    regels = [regel.strip() for regel in getypt.splitlines() if regel.strip()]
    if regels and all(regel.startswith("- ") for regel in regels):
        return [regel.removeprefix("- ") for regel in regels]
    return [getypt]


def _per(vraag: Vraag, getypt: str, bekend: Collection[str]) -> tuple[str, str]:
    """An id and its answer, from `betaalt_op_tijd=voldoet`."""
    naam, is_er, waarde = (deel.strip() for deel in getypt.partition("="))
    if not is_er:
        voorbeeld = f"{next(iter(bekend), 'id')}={vraag.mogelijk[0]}"
        raise click.UsageError(f"{optie(vraag)}: schrijf bij '{getypt}' ook het antwoord, zoals {voorbeeld}")
    return kies(optie(vraag), naam, bekend, "kan hier niet"), kies(naam, waarde, vraag.mogelijk, "kan hier niet")


def optie(vraag: Vraag) -> str:
    """What a question is called on the command line."""
    return f"--{vraag.naam.replace('_', '-')}"


def _gekeurd(getypt: str, naam: str) -> str:
    """The text on one line; a usage error when it is empty or holds what nobody may keep."""
    tekst = schoon(getypt)
    if not tekst:
        raise click.UsageError(f"{naam}: dit is leeg; schrijf er iets, of laat de optie weg")
    if bezwaar := ongepast(tekst):
        raise click.UsageError(f"{naam}: {bezwaar}")
    return tekst


def _los(vraag: Vraag, getypt: str, naam: str) -> Any:
    if vraag.mogelijk:
        return kies(naam, getypt, vraag.mogelijk, "kan hier niet")
    if vraag.soort == "dag":
        return dag_van(getypt, naam)
    if vraag.soort == "ja_nee":
        return JA_NEE[kies(naam, _ALS_IN_BESTAND.get(getypt.lower(), getypt.lower()), JA_NEE, "kan hier niet")]
    if vraag.soort == "getal":
        return _getal(getypt, naam)
    return getypt


def _getal(getypt: str, naam: str) -> int | float:
    """The number that was typed, with a comma or a point; one that may be thousands or a fraction is refused."""
    if _DUIZENDTALLEN.fullmatch(getypt):
        heel = re.sub(r"\D", "", getypt)
        raise click.UsageError(f"{naam}: '{getypt}' kan twee dingen zijn; schrijf het zonder punten: {heel}")
    if not _GETAL.fullmatch(getypt):
        raise click.UsageError(f"{naam}: '{getypt}' is geen getal; schrijf het zonder punten, zoals 210000 of 7,5")
    waarde = float(getypt.replace(",", "."))
    return int(waarde) if waarde.is_integer() else waarde


_DUIZENDTALLEN = re.compile(r"-?[1-9]\d{0,2}(?:[.,]\d{3})+", re.ASCII)
_GETAL = re.compile(r"-?\d{1,13}(?:[.,]\d{1,6})?", re.ASCII)
