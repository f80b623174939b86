"""`handboek geschiedenis`: from git to the file with what changed, which the build reads beside the accounts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import click

from macros.afleidingen.contract.datums import min_maanden
from macros.commands.versies.geschiedeniskop import Kop, lees_kop
from macros.commands.versies.gitversie import ONDIEP, GeenVersieError, Gitverloop, Inzending
from macros.load import geschiedenis as bestand
from macros.load import omgeving
from macros.load.bestanden import reden
from macros.load.problem import ProblemenGevonden
from macros.load.vaart import zonder_opruimen
from macros.model.account import Account
from macros.model.geschiedenis import GEEN, VERSIE, Geschiedenis, Moment, Verloop
from macros.verschil.afscherming import Afscherming
from macros.verschil.verloop import Gang, Landing, OnleesbaarBeginError, Wandeling
from macros.woorden import taal

GEEN_GIT = "zonder git is niet te zien wat er veranderde"


@click.command(help="Maak uit git het bestand met wat er veranderde; de site laat dat zien.")
@click.option("--vorige", metavar="COMMIT", help="De versie die lezers hadden voor deze publicatie.")
@click.pass_context
def geschiedenis(context: click.Context, vorige: str | None) -> None:
    """Write the file that the build reads; exit 1 when git does not know the whole past."""
    try:
        click.echo(werk_bij(vorige))
    except (GeenVersieError, ProblemenGevonden) as fout:
        click.echo(fout if isinstance(fout, ProblemenGevonden) else f"fout: {fout}", err=True)
        context.exit(1)
    except omgeving.OngeldigeOmgevingError as fout:
        click.echo(f"fout: {fout}", err=True)
        context.exit(2)
    except OSError as fout:
        click.echo(f"fout: {omgeving.geschiedenisbestand()} is niet te schrijven: {reden(fout)}", err=True)
        context.exit(1)


def werk_bij(vorige: str | None = None) -> str:
    """Make the file of the accounts folder in use, and return a Dutch sentence about it.

    Raises `GeenVersieError` when git cannot tell, ProblemenGevonden for errors in the files of the last commit, and
    OSError when the file cannot be written.
    """
    folder, pad = omgeving.accountsmap(), omgeving.geschiedenisbestand()
    try:
        oud = bestand.lees(pad)
    except omgeving.OngeldigeOmgevingError:
        oud = GEEN  # whatever is wrong with it: it is made again here
    gemaakt = maak(folder, oud, vorige)
    bestand.schrijf(pad, gemaakt)
    aantal = sum(len(een.wijzigingen) for een in gemaakt.klanten.values()) + len(gemaakt.gedeeld)
    wat = taal.aantal(aantal, "wijziging", "wijzigingen")
    tot = f" tot en met {taal.datum(gemaakt.tot.dag)}" if gemaakt.tot else ""
    return f"{wat} van {taal.aantal(len(gemaakt.klanten), 'klant', 'klanten')}{tot}, in {pad}"


def geschiedenis_of_reden(vorige: str) -> str:
    """Do the same for a publication, which goes on without it; return a sentence about it, or why there is none.

    `vorige` may be empty, or a commit that git does not know any more.
    """
    try:
        try:
            return werk_bij(vorige or None)
        except OnbekendeVorigeError:
            return werk_bij()
    except (GeenVersieError, ProblemenGevonden, OSError) as fout:
        return f"de site zegt niet wat er veranderde: {reden(fout) if isinstance(fout, OSError) else fout}"


def maak(folder: Path, oud: Geschiedenis, vorige: str | None = None) -> Geschiedenis:
    """The history of a folder up to the commit that is checked out; `oud` saves work, and changes nothing of it.

    Raises as `werk_bij`.
    """
    git = Gitverloop(folder, GEEN_GIT)
    if git.ondiep:
        raise GeenVersieError(ONDIEP)
    laatste = git.commit("HEAD")
    alle = git.inzendingen(laatste)
    if not alle:
        raise GeenVersieError(f"in git staat nog niets van {folder}; leg het eerst vast met git commit")
    kop = lees_kop(git, laatste, folder.name, alle[-1].tijd)
    maker = _Maker(git, folder.name, kop, alle)
    with zonder_opruimen():
        gemaakt = maker.verder(oud) or maker.geheel()
    return replace(gemaakt, vorige=maker.vorige(vorige))


class OnbekendeVorigeError(GeenVersieError):
    """The version that readers had before is none of this branch."""


class _Maker:
    """Makes the history of one folder at one commit."""

    def __init__(self, git: Gitverloop, naam: str, kop: Kop, alle: Sequence[Inzending]) -> None:
        self._git, self._naam, self._kop, self._alle = git, naam, kop, alle
        self._momenten = [_moment(een.commit, een.nummer, een.tijd, kop.zone) for een in alle]
        grens = min_maanden(self._momenten[-1].dag.replace(day=1), kop.maanden)
        # Whole months, so that the history does not lose something every day.
        self._eerste = next((n for n in range(len(alle), 0, -1) if self._momenten[n - 1].dag < grens), 0)
        begin = self._momenten[self._eerste - 1] if self._eerste else None
        self._begin = begin or replace(self._momenten[0], commit="", nummer=0)

    def verder(self, oud: Geschiedenis) -> Geschiedenis | None:
        """Add to what was made before; None where that would not give the same as all of it."""
        bekend = [een.commit for een in self._alle]
        zelfde = (oud.sleutel, oud.begin) == (self._kop.sleutel, self._begin)
        if oud.tot is None or oud.afgeschermd or not zelfde or oud.tot.commit not in bekend[self._eerste :]:
            return None
        try:
            return self._loop(bekend.index(oud.tot.commit) + 1, oud)
        except OnleesbaarBeginError:
            return None

    def geheel(self) -> Geschiedenis:
        """All of it."""
        return self._loop(self._eerste, None)

    def _loop(self, vanaf: int, oud: Geschiedenis | None) -> Geschiedenis:
        """Walk over the commits from a place in the row, with what was known before them."""
        with TemporaryDirectory() as tijdelijk:
            folder = Path(tijdelijk, self._naam)
            folder.mkdir()
            if vanaf:
                self._git.zet_neer(self._alle[vanaf - 1].commit, folder)
            wandeling = Wandeling(folder, self._kop.verborgen, streng=oud is not None)
            if oud:
                wandeling.gedeeld = list(oud.gedeeld)
                wandeling.gangen = {klant: Gang.van(verloop) for klant, verloop in oud.klanten.items()}
            inzendingen = self._alle[vanaf:]
            inhoud = self._git.inhoud(blob for een in inzendingen for blob in een.bestanden.values() if blob)
            for een, moment in zip(inzendingen, self._momenten[vanaf:], strict=True):
                bestanden = {naam: inhoud[blob] if blob else None for naam, blob in een.bestanden.items()}
                wandeling.stap(Landing(moment, self._kop.wie(een.auteur), bestanden))
        return self._afgeschermd(wandeling)

    def _afgeschermd(self, wandeling: Wandeling) -> Geschiedenis:
        """The walk as it may be told."""
        ids = {klant: {id_ for id_, _ in mensen} for klant, mensen in self._kop.mensen.items()}
        vertrokken = {
            klant: {een for een in mensen if een[0] not in ids.get(klant, ())}
            for klant, mensen in wandeling.mensen.items()
            if klant not in self._kop.verborgen
        }
        vertrokken = {klant: weg for klant, weg in vertrokken.items() if weg}
        scherm = Afscherming([*self._kop.namen, *wandeling.namen], vertrokken)
        return Geschiedenis(
            VERSIE,
            sleutel=self._kop.sleutel,
            begin=self._begin,
            tot=self._momenten[-1],
            afgeschermd=bool(vertrokken) or not _heten(wandeling.namen) <= _heten(self._kop.namen),
            gedeeld=scherm.over(wandeling.gedeeld),
            klanten={
                klant: Verloop(
                    scherm.over(gang.wijzigingen, klant), tuple(gang.verzet[een] for een in sorted(gang.verzet))
                )
                for klant, gang in sorted(wandeling.gangen.items())
            },
        )

    def vorige(self, gevraagd: str | None) -> Moment | None:
        """The commit that readers had before; None when nobody asks. Raises `OnbekendeVorigeError`."""
        if not gevraagd:
            return None
        gevonden = self._git.op_de_tak(gevraagd, self._kop.commit)
        if gevonden is None:
            raise OnbekendeVorigeError(
                f"'{gevraagd}' is geen eerdere versie van deze tak; kijk met git log welke er zijn"
            )
        return _moment(*gevonden, self._kop.zone)


def _heten(accounts: Iterable[Account]) -> set[tuple[str, ...]]:
    """What clients are called, in all ways."""
    return {(een.id, een.naam, *een.aliassen) for een in accounts}


def _moment(commit: str, nummer: int, tijd: datetime, zone: ZoneInfo) -> Moment:
    return Moment(commit, nummer, tijd, tijd.astimezone(zone).date())
