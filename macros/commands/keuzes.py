"""Ids that people type on the command line: what is known, and what they may have meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection

import click


def kies(soort: str, getypt: str, bekend: Collection[str], waar: str) -> str:
    """Return `getypt` when it is known, else raise a usage error (exit 2) with the nearest id or all of them.

    `soort` names the thing ("contactpersoon"), `waar` the place where it should stand ("accounts/acme.yml").
    """
    if getypt in bekend:
        return getypt
    lijkt = difflib.get_close_matches(getypt, bekend, 1)
    if lijkt:
        raad = f"bedoel je '{lijkt[0]}'?"
    elif bekend:
        raad = f"wat er staat: {', '.join(sorted(bekend))}"
    else:
        raad = "er staat er nog geen een in"
    raise click.UsageError(f"{soort} '{getypt}' staat niet in {waar}; {raad}")
