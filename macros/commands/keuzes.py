"""Ids that people type on the command line, and who types: what is known, and what they may have meant."""

from __future__ import annotations

import difflib
import os
from collections.abc import Collection

import click

from macros.model.account import Account
from macros.model.gedeeld import Gedeeld
from macros.publiceren import herkomst

MEESTE = 12
"""Ids that a message names; of more only the number."""


def kies(soort: str, getypt: str, bekend: Collection[str], waar: str) -> str:
    """Return `getypt` when it is known, else raise a usage error (exit 2) with the nearest id or all of them.

    `soort` names the thing ("contactpersoon"), `waar` says what is wrong ("staat niet in accounts/acme.yml").
    """
    if getypt in bekend:
        return getypt
    raise click.UsageError(f"{soort} '{getypt}' {waar}; {_raad(getypt, bekend)}")


def _raad(getypt: str, bekend: Collection[str]) -> str:
    """Return what may have been meant: an id that looks like it or begins so, else what there is."""
    begint = [een for een in sorted(bekend) if getypt and een.startswith(getypt)]
    lijkt = difflib.get_close_matches(getypt, bekend, 1) or begint[:1]
    if lijkt:
        return f"bedoel je '{lijkt[0]}'?"
    if not bekend:
        return "er is er nog geen een"
    if len(bekend) > MEESTE:
        return f"er zijn er {len(bekend)}; kijk de spelling na"
    return f"wat er is: {', '.join(sorted(bekend))}"


# --- the colleague in `team.yml` behind this keyboard ---

WIE = "HANDBOEK_WIE"
"""Environment variable: the id in `team.yml` of who uses this computer."""


def wie_ben_ik(gevraagd: str | None, account: Account, gedeeld: Gedeeld) -> str:
    """Return who of us it was: asked for, else who runs this command, else the account manager, said aloud."""
    if gevraagd:
        return kies("collega", gevraagd, gedeeld.personen, "staat niet in team.yml")
    if ik := os.environ.get(WIE):
        return kies("collega", ik, gedeeld.personen, f"(uit {WIE}) staat niet in team.yml")
    if ik := _uit_git(gedeeld):
        return ik
    accountmanager = account.driehoek.accountmanager
    click.echo(f"Ik weet niet wie je bent en schrijf het op naam van {accountmanager}; gebruik --wie of {WIE}.")
    return accountmanager


def _uit_git(gedeeld: Gedeeld) -> str | None:
    """Return the colleague whose login or name is that of the git user, None when it is nobody or not one person."""
    naam, adres = (
        herkomst.vraag("config", "user.name").strip().casefold(),
        herkomst.vraag("config", "user.email").strip().casefold(),
    )
    login = adres.partition("@")[0]
    passend = {
        een.id
        for een in gedeeld.personen.values()
        # An empty setting of git is nobody's login.
        if (een.login and een.login.casefold() in {login, adres, naam} - {""}) or een.naam.casefold() == naam
    }
    return passend.pop() if len(passend) == 1 else None
