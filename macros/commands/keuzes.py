"""Ids that people type on the command line: what is known, and what they may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection

import click

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
