"""`handboek verhuis`: talks of the last year from the account files to the journals of who had them.

The journal is written first and the account files after it, so that a talk always stands in at least one of them. What
an interruption left in both is seen the next time and then only taken out of the account file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from itertools import chain, groupby
from pathlib import Path
from typing import Any

import click

from macros.afleidingen.contract.datums import plus_maanden
from macros.afleidingen.klant.afspraken import nagevraagd_op
from macros.commands.keuzes import kies
from macros.commands.melden import accountsmap, dag_van, schrijf_of_stop, stop, stop_bij, verschil
from macros.gebeurtenissen.gesprekken import LANGST
from macros.gebeurtenissen.opslaan import Week, weekbestand
from macros.load import omgeving
from macros.load.bestanden import lees_tekst
from macros.load.dagboekfeiten import INSCHATTING
from macros.load.load import Lader
from macros.load.schemaregel import schemaregel
from macros.load.schrijven import MapNietVrijError, alleen
from macros.load.wijzigen.inlassen import NietInTeLassenError, Waarde
from macros.load.wijzigen.uitlichten import licht_uit
from macros.model.account import Account
from macros.model.contact import Contactmoment
from macros.model.dagboek import Aantekening
from macros.woorden.labels import SIGNAAL
from macros.woorden.taal import aantal

LIJST = "contactmomenten"
OPNIEUW = ". Wat al in het dagboek staat, blijft daar: geef de opdracht nog een keer, dan gaat ze verder"


@dataclass(frozen=True, slots=True)
class _Gesprek:
    """A talk that leaves its account file."""

    klant: str
    nummer: int
    """Place in its list, from 0."""
    moment: Contactmoment
    dubbel: Contactmoment | None
    """The same talk as the journal tells it already, and its line there."""
    regel: Aantekening | None

    @property
    def sluit_op(self) -> date | None:
        """The day on which a line of its own must close the signal."""
        signaal = next(iter(self.moment.signalen), None)
        if not signaal or (self.dubbel and self.dubbel.signalen[0].opgevolgd_op):
            return None
        zelf = not self.dubbel and signaal.opgevolgd_op == self.moment.datum
        return None if zelf else signaal.opgevolgd_op


@dataclass(slots=True)
class _Plan:
    """What goes where; nothing is written."""

    gesprekken: list[_Gesprek] = field(default_factory=list)
    blijft: dict[str, dict[int, str]] = field(default_factory=dict)
    """By client and place, why a talk stays in the account file."""


@click.command(help="Zet de gesprekken van het laatste jaar over naar het dagboek van wie ze had.")
@click.argument("klanten", metavar="[KLANT]...", nargs=-1)
@click.option("--vanaf", metavar="DATUM", help="De eerste dag die meegaat; zonder deze optie een jaar geleden.")
@click.option("--proef", is_flag=True, help="Laat zien wat er verandert, en verander niets.")
def verhuis(klanten: tuple[str, ...], vanaf: str | None, *, proef: bool) -> None:
    """Move talks to the journal."""
    folder = accountsmap()
    eerste = dag_van(vanaf, "--vanaf") if vanaf else None
    try:
        with alleen(folder):
            _Verhuizing(folder, klanten, eerste).doe(proef=proef)
    except MapNietVrijError as fout:
        stop(str(fout))


class _Verhuizing:
    def __init__(self, folder: Path, klanten: tuple[str, ...], vanaf: date | None) -> None:
        self.map, self.lader = folder, Lader(folder)
        stop_bij(self.lader.problemen)
        self.vandaag = omgeving.peildatum(self.lader.gedeeld.instellingen, None)
        self.vanaf = vanaf or plus_maanden(self.vandaag, -12)
        namen = [kies("klant", een, self.lader.namen, f"staat niet in {folder}") for een in klanten]
        gelezen = {naam: self.lader.account(naam) for naam in namen or self.lader.namen}
        stop_bij([probleem for _, problemen in gelezen.values() for probleem in problemen])
        self.accounts = {naam: account for naam, (account, _) in gelezen.items() if account}
        self.teksten: dict[str, str] = {}
        """Files as they were read, by name below the folder."""

    def doe(self, *, proef: bool) -> None:
        """Plan, check, write and tell; a client of whom something would change stays as it is."""
        plan = _Plan()
        for account in self.accounts.values():
            self._plan(account, plan)
        nieuw = self._nieuw(plan)
        while anders := self._anders(plan, nieuw):
            for een in [een for een in plan.gesprekken if een.klant in anders]:
                plan.gesprekken.remove(een)
                plan.blijft.setdefault(een.klant, {})[een.nummer] = anders[een.klant]
            nieuw = self._nieuw(plan)
        if proef:
            for naam, tekst in nieuw.items():
                click.echo("\n".join(verschil(self.map.name, naam, self.lees(naam), tekst)))
        else:
            schrijf_of_stop(self.map, nieuw, {self.map / naam: oud for naam, oud in self.teksten.items()}, OPNIEUW)
        self._vertel(plan, nieuw, proef=proef)

    def lees(self, naam: str) -> str:
        """What stands in a file; empty when it is not there."""
        if naam not in self.teksten and (self.map / naam).exists():
            self.teksten[naam] = lees_tekst(self.map / naam)
        return self.teksten.get(naam, "")

    # --- which talks ---

    def _plan(self, account: Account, plan: _Plan) -> None:
        regels = self.lader.gedeeld.dagboek.get(account.id, ())
        in_dagboek = {een.id: een for een in regels}
        vrij = [m for m in account.contactmomenten if m.id in in_dagboek]
        for nummer, moment in enumerate(account.contactmomenten):
            if moment.id in in_dagboek or not self.vanaf <= moment.datum <= self.vandaag:
                continue
            zelfde = [een for een in vrij if een.kenmerk == moment.kenmerk]
            al_daar = next((een for een in zelfde if _zegt_hetzelfde(een, moment)), None)
            reden = self._waarom_niet(moment, account)
            if not reden and zelfde and not al_daar:
                reden = "het staat ook in het dagboek en zegt daar iets anders; kies zelf wat klopt"
            if reden:
                plan.blijft.setdefault(account.id, {})[nummer] = reden
                continue
            if al_daar:
                vrij.remove(al_daar)
            regel = in_dagboek.get(al_daar.id or "") if al_daar else None
            plan.gesprekken.append(_Gesprek(account.id, nummer, moment, al_daar, regel))

    def _waarom_niet(self, moment: Contactmoment, account: Account) -> str:
        """Why the journal cannot say this; empty when it can."""
        signaal = next(iter(moment.signalen), None)
        gedaan = signaal and signaal.opgevolgd_op
        ids = [moment.id, *(een.id for een in moment.signalen)]
        genoemd = next((id_ for id_ in ids if id_ and self._is_genoemd(id_, account.id)), None)
        redenen = {
            "er staat niet bij wie van ons er was": not moment.wie,
            "er staat geen kern bij": not moment.kern,
            "er staat meer dan één signaal bij, en een regel in het dagboek heeft er één": len(moment.signalen) > 1,
            "er staat niet bij met wie het was": not (moment.met or moment.laag or moment.regel or signaal),
            "het signaal is opgevolgd voor het gesprek, of pas na vandaag": gedaan
            and not moment.datum <= gedaan <= self.vandaag,
            "een verwachting heeft dezelfde id als iets anders dat nog kan kloppen": set(moment.nagevraagd)
            & _dubbelzinnig(account),
            f"iets anders verwijst naar '{genoemd}'": genoemd,
        }
        return next((reden for reden, geldt in redenen.items() if geldt), "")

    def _is_genoemd(self, id_: str, klant: str) -> bool:
        regels = self.lader.gedeeld.dagboek.get(klant, ())
        woord = rf"(?<![\w-]){re.escape(id_)}(?![\w-])"
        return len(re.findall(woord, self.lees(f"{klant}.yml"))) > 1 or any(id_ in een.regel.klaar for een in regels)

    # --- the new texts ---

    def _nieuw(self, plan: _Plan) -> dict[str, str]:
        """The new text of each file: the weeks first, by date, and then the account files."""
        zonder: dict[str, str] = {}
        opmerkingen: dict[tuple[str, int], str] = {}
        for klant, groep in groupby(plan.gesprekken, lambda een: een.klant):
            weg = sorted(een.nummer for een in groep)
            try:
                zonder[f"{klant}.yml"], mee = licht_uit(self.lees(f"{klant}.yml"), LIJST, weg)
            except NietInTeLassenError as fout:
                stop(f"{self.map.name}/{klant}.yml: {fout}. Er is niets veranderd.")
            opmerkingen |= {(klant, nummer): tekst for nummer, tekst in zip(weg, mee, strict=True)}
        weken: dict[str, Week] = {}
        later: list[tuple[str, dict[str, Waarde]]] = []
        for een in sorted(plan.gesprekken, key=lambda een: (een.moment.datum, een.klant, een.nummer)):
            naam = een.regel.bestand if een.regel else weekbestand(een.moment.datum, een.moment.wie or "")
            week = weken.setdefault(naam, Week(naam, self.lees(naam) or schemaregel(self.map, naam)))
            id_ = een.regel.signaal_id if een.regel else week.gesprek(een.klant, een.moment)
            plek = een.regel.nummer if een.regel else week.aantal - 1
            week.zeg_erboven(plek, opmerkingen[een.klant, een.nummer])
            if dag := een.sluit_op:
                later.append((weekbestand(dag, een.moment.wie or ""), _opgevolgd(een, dag, id_)))
        for naam, regel in later:
            weken.setdefault(naam, Week(naam, self.lees(naam) or schemaregel(self.map, naam))).regels.append(regel)
        teksten = {naam: weken[naam].nieuw() for naam in sorted(weken)}
        return {naam: tekst for naam, tekst in teksten.items() if tekst != self.lees(naam)} | zonder

    # --- the proof ---

    def _anders(self, plan: _Plan, nieuw: Mapping[str, str]) -> dict[str, str]:
        """By client what would not be as it was; with these left out the rest is planned again."""
        if not nieuw:
            return {}
        proef = {naam.removesuffix(".yml"): tekst.encode() for naam, tekst in nieuw.items()}
        lader = Lader(self.map, proef=proef)
        stop_bij(lader.problemen)
        anders: dict[str, str] = {}
        for klant, groep in groupby(plan.gesprekken, lambda een: een.klant):
            account, problemen = lader.account(klant)
            if account is None:
                anders[klant] = f"in het dagboek zou het een fout zijn: {problemen[0].tekst}"
            elif not self._gelijk(self.accounts[klant], account, [een.dubbel for een in groep if een.dubbel]):
                anders[klant] = "in het dagboek zou het iets anders betekenen"
        return anders

    def _gelijk(self, oud: Account, nieuw: Account, dubbel: Iterable[Contactmoment]) -> bool:
        """Whether a client is the same, but for the ids of talks; a talk that stood in both places is there once."""
        momenten = Counter(map(_kaal, oud.contactmomenten)) - Counter(map(_kaal, dubbel))
        return momenten == Counter(map(_kaal, nieuw.contactmomenten)) and self._rest(oud) == self._rest(nieuw)

    def _rest(self, account: Account) -> list[Any]:
        """All but the talks; of the expectations the day that counts, wherever it is told."""
        rest = [getattr(account, een.name) for een in fields(Account) if een.name not in (LIJST, "verwachtingen")]
        gevraagd = ((een, nagevraagd_op(een, account, self.vandaag).waarde) for een in account.verwachtingen)
        return [rest, [(replace(een, gecheckt_op=None), dag) for een, dag in gevraagd]]

    # --- what is told ---

    def _vertel(self, plan: _Plan, nieuw: Mapping[str, str], *, proef: bool) -> None:
        weken = aantal(sum("/" in naam for naam in nieuw), "week", "weken")
        klanten = aantal(len({een.klant for een in plan.gesprekken}), "klant", "klanten")
        gesprekken = aantal(len(plan.gesprekken), "gesprek", "gesprekken")
        if not plan.gesprekken:
            click.echo(f"Er is geen gesprek te verhuizen van {self.vanaf} tot en met {self.vandaag}.")
        elif proef:
            click.echo(f"Zonder --proef gaan {gesprekken} van {klanten} naar het dagboek, in {weken}.")
        else:
            click.echo(f"Verhuisd naar het dagboek: {gesprekken} van {klanten}, in {weken}.")
        for klant, redenen in plan.blijft.items():
            for nummer, reden in sorted(redenen.items()):
                bestand, regel, _ = self.lader.plaats.in_bestand(f"{klant}.yml", (LIJST, nummer))
                dag = self.accounts[klant].contactmomenten[nummer].datum
                click.echo(f"{bestand}:{regel}: het gesprek van {dag} blijft hier: {reden}.")


# --- what a talk says ---


def _opgevolgd(een: _Gesprek, dag: date, signaal_id: str) -> dict[str, Waarde]:
    """A line that closes the signal of a talk on a later day."""
    signaal = een.moment.signalen[0]
    kern = f"Opgevolgd: {signaal.tekst or SIGNAAL[signaal.soort].tekst}"[:LANGST]
    return {"klant": een.klant, "datum": dag, "kern": kern, "klaar": [signaal_id]}


def _kaal(moment: Contactmoment) -> tuple[Any, ...]:
    """A talk without ids: what must be the same before and after."""
    signalen = tuple((een.soort, een.tekst, een.kans, een.opgevolgd_op) for een in moment.signalen)
    gevraagd = tuple(sorted(moment.nagevraagd))
    return *moment.kenmerk, moment.laag, moment.vorm, moment.regel, moment.proces, gevraagd, signalen


def _zegt_hetzelfde(in_dagboek: Contactmoment, moment: Contactmoment) -> bool:
    """Whether two talks say the same; in the journal a signal may still wait for the line that closes it."""
    open_ = replace(moment, signalen=[replace(een, opgevolgd_op=None) for een in moment.signalen])
    return _kaal(in_dagboek) in (_kaal(moment), _kaal(open_))


def _dubbelzinnig(account: Account) -> set[str]:
    """What at `klopt_nog` means something else than an expectation."""
    mensen, contracten = ([een.id for een in lijst] for lijst in (account.contactpersonen, account.contracten))
    return {INSCHATTING, *mensen, *contracten, *chain.from_iterable(canvas.vakken for canvas in account.canvassen)}
