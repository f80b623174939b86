"""What `meld` and `contact` share: the answers of a person, and putting what follows from them in the files."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import unified_diff
from pathlib import Path
from typing import Any, NoReturn

import click

from macros.commands.keuzes import kies
from macros.controles.nakijken import proeflees
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis, OnvolledigError, Situatie, Vraag
from macros.gebeurtenissen.keuzes import keuzes
from macros.gebeurtenissen.opslaan import nieuwe_teksten, weekbestand
from macros.invoer.cellen import tekst as schoon
from macros.load import omgeving
from macros.load.bestanden import lees_tekst, yamlbestanden
from macros.load.inlassen import NietInTeLassenError
from macros.load.omgeving import OngeldigeOmgevingError
from macros.load.problem import Problem
from macros.load.schrijven import SchrijvenMisluktError, schrijf_alles
from macros.model.instellingen import Instellingen

JA_NEE = {"ja": True, "nee": False}


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
    ) -> list[str]:
        """Write down an event, all of it or nothing, and return the changed lines; with `proef` only return them.

        The same talk is put there once more only with `toch`.
        """
        try:
            teksten = nieuwe_teksten(situatie, gebeurtenis.gevolgen(situatie, antwoorden), self.lees)
        except OnvolledigError as fout:
            raise click.UsageError(str(fout)) from fout
        except NietInTeLassenError as fout:
            stop(f"{self.map.name}/{self.id}.yml: {fout}")
        eigen = f"{self.id}.yml"
        erbij = {naam: nieuw for naam, nieuw in teksten.items() if naam != eigen}
        tekst = teksten.get(eigen, self.lees(eigen))
        account, _, problemen = proeflees(self.map, self.id, tekst, erbij, situatie.dag)
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
        if not proef:
            schrijf_of_stop(self.map, teksten, self.gelezen)
        return anders


def verschil(map_: str, naam: str, oud: str, nieuw: str) -> list[str]:
    """The changed lines of one file, below its name."""
    regels = list(unified_diff(oud.splitlines(), nieuw.splitlines(), lineterm="", n=0))
    return [f"{map_}/{naam}:", *(f"  {r}" for r in regels[2:] if not r.startswith("@@"))]


def schrijf_of_stop(map_: Path, teksten: Mapping[str, str], gelezen: Mapping[Path, str], raad: str = "") -> None:
    """Write files by name below the folder, in this order; end the command when the system refuses."""
    try:
        schrijf_alles({map_ / naam: nieuw for naam, nieuw in teksten.items()}, gelezen)
    except SchrijvenMisluktError as fout:
        namen = ", ".join(str(pad.relative_to(map_)) for pad in fout.ongemoeid)
        stop(f"{map_.name}/{namen} is niet veranderd: {fout.oorzaak}{raad}")


# --- from what was typed to an answer ---


def antwoord(vraag: Vraag, getypt: tuple[str, ...], situatie: Situatie) -> Any:
    """What was typed as the answer of its kind; a usage error (exit 2), with what to type, for anything else."""
    optie = f"--{vraag.naam.replace('_', '-')}"
    if vraag.keuze:
        bekend = keuzes(vraag.keuze, situatie)
        gekozen = [kies(vraag.titel.lower(), een, bekend, "kan hier niet") for een in dict.fromkeys(getypt)]
        return gekozen if vraag.soort == "lijst" else gekozen[0]
    teksten = [schoon(een) for een in getypt]
    if vraag.soort == "lijst":
        return teksten
    return _los(vraag, teksten[-1], optie)


def _los(vraag: Vraag, getypt: str, optie: str) -> Any:
    if vraag.mogelijk:
        return kies(vraag.titel.lower(), getypt, vraag.mogelijk, "kan hier niet")
    if vraag.soort == "dag":
        return dag_van(getypt, optie)
    if vraag.soort == "ja_nee":
        return JA_NEE[kies(vraag.titel.lower(), getypt.lower(), JA_NEE, "kan hier niet")]
    if vraag.soort == "getal":
        return _getal(getypt, optie)
    return getypt


def _getal(getypt: str, optie: str) -> int | float:
    kaal = getypt.replace(",", ".")
    try:
        waarde = float(kaal)
    except ValueError:
        waarde = float("nan")
    if not -1e13 < waarde < 1e13 or kaal.count(".") > 1:
        raise click.UsageError(f"{optie}: '{getypt}' is geen getal; schrijf het zonder punten, zoals 210000 of 7,5")
    return int(waarde) if waarde == int(waarde) and "." not in kaal else waarde
