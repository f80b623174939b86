"""`handboek opruimen`: what is kept longer than agreed, and with `--doe` its removal (domain 2.9).

The weeks are written from old to new and the account files after them. So an interruption leaves nothing open that was
closed, and nothing that names what is gone; the rest is there the next time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import yaml

from macros.afleidingen.klant.bewaren import TeOud, te_oud
from macros.commands.melden import accountsmap, schrijf_of_stop, stop, stop_bij
from macros.gebeurtenissen.opslaan import REGELS
from macros.load import omgeving
from macros.load.bestanden import lees_tekst
from macros.load.dagboek import kenmerk, volgnummer
from macros.load.load import Lader
from macros.load.schrijven import MapNietVrijError, alleen
from macros.load.verwijzingen import BOOM_ACCOUNT, BOOM_REGEL, Boom
from macros.load.wijzigen.adres import Zet, wijzig
from macros.load.wijzigen.bijstellen import vervang
from macros.load.wijzigen.inlassen import Ingreep, NietInTeLassenError, inhoud, pas_toe, wortel
from macros.load.wijzigen.uitlichten import licht_uit
from macros.model.account import Account
from macros.model.dagboek import Aantekening
from macros.model.team import OUD_CONTACT

MENSEN = frozenset({"contact", "mens"})
"""Kinds of reference at which `oud-contact` may stand."""


@click.command(help="Laat zien wat langer bewaard is dan afgesproken; met --doe haalt dit het weg.")
@click.option("--doe", is_flag=True, help="Haal het ook weg.")
def opruimen(*, doe: bool) -> None:
    """List or remove what is too old."""
    folder = accountsmap()
    try:
        with alleen(folder):
            _Opruiming(folder).doe(echt=doe)
    except MapNietVrijError as fout:
        stop(str(fout))


class _Opruiming:
    def __init__(self, folder: Path) -> None:
        self.map, self.lader = folder, Lader(folder)
        instellingen = self.lader.gedeeld.instellingen
        gelezen = {naam: self.lader.account(naam) for naam in self.lader.namen}
        stop_bij([*self.lader.problemen, *(een for _, problemen in gelezen.values() for een in problemen)])
        vandaag = omgeving.peildatum(instellingen, None)
        self.accounts: dict[str, tuple[Account, TeOud]] = {}
        for naam, (account, _) in gelezen.items():
            if account and any(oud := te_oud(account, self._regels(naam), instellingen, vandaag)):
                self.accounts[naam] = account, oud
        self.teksten: dict[str, str] = {}
        """Files as they were read, by name below the folder."""

    def doe(self, *, echt: bool) -> None:
        """Tell what is too old; remove it when that was asked."""
        if not self.accounts:
            click.echo("Er staat niets wat te oud is.")
            return
        try:
            nieuw = self._nieuw()
        except NietInTeLassenError as fout:
            stop(f"{fout}. Er is niets veranderd.")
        # A week that goes is proved as one that is empty: nothing may name what stood in it.
        proef = {naam.removesuffix(".yml"): (tekst or f"{REGELS}: []\n").encode() for naam, tekst in nieuw.items()}
        lader = Lader(self.map, proef=proef)
        stop_bij([*lader.problemen, *(een for naam in self.accounts for een in lader.account(naam)[1])])
        click.echo("\n".join(self._lijst()))
        if echt:
            schrijf_of_stop(self.map, nieuw, {self.map / naam: oud for naam, oud in self.teksten.items()})
            click.echo("Dit is weggehaald. In de geschiedenis van git staat het nog; wissen doet de beheerder.")
            for plek in self._namen_in_teksten(nieuw):
                click.echo(plek)
        else:
            click.echo("Met --doe haal je dit weg. Haal er eerst uit wat je moet onthouden.")

    def _regels(self, klant: str) -> Sequence[Aantekening]:
        return self.lader.gedeeld.dagboek.get(klant, ())

    def lees(self, naam: str) -> str:
        """What stands in a file."""
        if naam not in self.teksten:
            self.teksten[naam] = lees_tekst(self.map / naam)
        return self.teksten[naam]

    # --- what is told ---

    def _lijst(self) -> Iterator[str]:
        for klant, (account, oud) in self.accounts.items():
            in_dagboek = {een.id for een in self._regels(klant)}
            for nummer in oud.momenten:
                if (moment := account.contactmomenten[nummer]).id not in in_dagboek:
                    yield f"{self._plek(f'{klant}.yml', 'contactmomenten', nummer)}: het gesprek van {moment.datum}"
            for een in oud.regels:
                yield f"{self._plek(een.bestand, REGELS, een.nummer)}: de regel van {een.regel.datum} over {klant}"
            for nummer in oud.mensen:
                persoon = account.contactpersonen[nummer]
                plek = self._plek(f"{klant}.yml", "contactpersonen", nummer)
                yield f"{plek}: {persoon.naam}, weg sinds {persoon.vertrokken_op}"

    def _plek(self, bestand: str, lijst: str, nummer: int) -> str:
        naam, regel, _ = self.lader.plaats.in_bestand(bestand, (lijst, nummer))
        return f"{naam}:{regel}"

    def _namen_in_teksten(self, nieuw: Mapping[str, str | None]) -> Iterator[str]:
        """Where a text still holds the name of somebody who goes: a person must read that."""
        for klant, (account, oud) in self.accounts.items():
            bestanden = [f"{klant}.yml", *sorted({een.bestand for een in self._regels(klant)})]
            for persoon in (account.contactpersonen[nummer] for nummer in oud.mensen):
                woord = re.compile(rf"\b{re.escape(persoon.naam.split()[-1])}\b")
                for naam in bestanden:
                    tekst = nieuw[naam] if naam in nieuw else self.lees(naam)
                    for nummer, regel in enumerate((tekst or "").splitlines(), 1):
                        if woord.search(regel):
                            yield f"{self.map.name}/{naam}:{nummer}: hier staat de naam {persoon.naam} nog; lees dat na"

    # --- the new texts ---

    def _nieuw(self) -> dict[str, str | None]:
        """The new text of each file, the weeks from old to new and then the accounts; None for a week that goes."""
        mensen = {
            klant: {account.contactpersonen[n].id for n in oud.mensen}
            for klant, (account, oud) in self.accounts.items()
        }
        weken: dict[str, str | None] = {}
        weg: dict[str, set[int]] = {}
        anders: set[str] = set()
        for klant, (_, oud) in self.accounts.items():
            for een in oud.regels:
                weg.setdefault(een.bestand, set()).add(een.nummer)
            anders |= {
                een.bestand for een in self._regels(klant) if mensen[klant] & {*een.regel.met, *een.regel.klopt_nog}
            }
        for naam in sorted({*weg, *anders}):
            weken[naam] = self._week(naam, weg.get(naam, set()), mensen)
        return weken | {
            f"{klant}.yml": nieuw for klant in self.accounts if (nieuw := self._account(klant, mensen[klant]))
        }

    def _week(self, naam: str, weg: set[int], mensen: Mapping[str, set[str]]) -> str | None:
        """A week without these lines; their numbers are kept, so that the ids of the others stay the same."""
        tekst = self.lees(naam)
        knopen = wortel(tekst)
        ingrepen = []
        for regel in _kind(knopen, REGELS).value:
            namen = mensen.get(_kind(regel, "klant").value, set())
            ingrepen += _vervangen(tekst, regel, BOOM_REGEL, namen)
            klopt = _kind(regel, "klopt_nog")
            if klopt and any(een.value in namen for een in klopt.value):
                ingrepen.append(vervang(tekst, klopt, [een.value for een in klopt.value if een.value not in namen]))
        tekst = pas_toe(tekst, ingrepen)
        if not weg:
            return tekst
        waarden = inhoud(tekst)
        eerder = [int(nummer) for nummer in waarden.get("opgeruimd") or []]
        tekst, _ = licht_uit(tekst, REGELS, weg, sleutel_blijft=True)
        if len(weg) == len(waarden[REGELS]) and "#" not in tekst and not self._is_genoemd(naam):
            return None
        return wijzig(tekst, [Zet(("opgeruimd",), sorted({*eerder, *(volgnummer(plek, eerder) for plek in weg)}))])

    def _is_genoemd(self, naam: str) -> bool:
        """Whether a line elsewhere closed something of a week: then its numbers must stay known."""
        ids = re.compile(rf"{re.escape(kenmerk(naam))}-\d+(-.+)?")
        regels = (een for eigen in self.lader.gedeeld.dagboek.values() for een in eigen if een.bestand != naam)
        return any(ids.fullmatch(id_) for een in regels for id_ in (*een.regel.klaar, *een.regel.gebroken))

    def _account(self, klant: str, mensen: set[str]) -> str:
        """An account file without its old talks and people; empty when nothing in it changes."""
        account, oud = self.accounts[klant]
        tekst = self.lees(f"{klant}.yml")
        in_dagboek = {een.id for een in self._regels(klant)}
        momenten = {nummer for nummer in oud.momenten if account.contactmomenten[nummer].id not in in_dagboek}
        nieuw = pas_toe(tekst, _vervangen(tekst, wortel(tekst), BOOM_ACCOUNT, mensen))
        for lijst, weg in (("contactmomenten", momenten), ("contactpersonen", set(oud.mensen))):
            nieuw = licht_uit(nieuw, lijst, weg)[0] if weg else nieuw
        return nieuw if nieuw != tekst else ""


def _kind(knoop: Any, naam: str) -> Any:
    return next((waarde for sleutel, waarde in knoop.value if sleutel.value == naam), None)


def _vervangen(tekst: str, knoop: Any, tak: Boom, namen: set[str]) -> list[Ingreep]:
    """Let every reference to one of these people name a former contact instead."""
    if isinstance(knoop, yaml.ScalarNode):
        return [vervang(tekst, knoop, OUD_CONTACT)] if tak.get("") in MENSEN and knoop.value in namen else []
    if isinstance(knoop, yaml.SequenceNode):
        return [een for item in knoop.value for een in _vervangen(tekst, item, tak.get("*", {}), namen)]
    onder = tak.get("#")
    delen = ((waarde, onder if onder is not None else tak.get(sleutel.value, {})) for sleutel, waarde in knoop.value)
    return [een for waarde, deel in delen for een in _vervangen(tekst, waarde, deel, namen)]
