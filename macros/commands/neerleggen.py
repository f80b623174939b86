"""Files that a command writes: what stands there already, and why nothing could be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from macros.load import omgeving
from macros.load.bestanden import reden
from macros.load.problem import ProblemenGevonden
from macros.load.schrijven import MapNietVrijError, SchrijvenMisluktError


class BestaatAlError(Exception):
    """A file of that name stands there; the message is Dutch and complete."""


def van_eerder(bestanden: Iterable[Path], *, vervang: bool) -> dict[Path, str | bytes]:
    """Read the files of before that will be replaced; raises BestaatAlError when that was not asked."""
    oude = [pad for pad in bestanden if pad.exists()]
    if oude and not vervang:
        meer = f" en nog {len(oude) - 1}" if len(oude) > 1 else ""
        raise BestaatAlError(f"{oude[0]}{meer} bestaat al; kies een andere plek, of geef --vervang mee")
    return {pad: pad.read_bytes() for pad in oude}


@contextmanager
def alles_of_niets(*eigen: type[Exception]) -> Iterator[None]:
    """End a command that writes with exit 1 when the data has errors or nothing could be written, and say why.

    `eigen` are errors of the command itself, with a message that is Dutch and complete.
    """
    mis: tuple[type[Exception], ...] = (*eigen, BestaatAlError, MapNietVrijError, OSError)
    try:
        yield
    except omgeving.OngeldigeOmgevingError as fout:
        raise click.UsageError(str(fout)) from None
    except ProblemenGevonden as gevonden:
        click.echo(gevonden, err=True)
        click.get_current_context().exit(1)
    except mis as fout:
        click.echo(f"er is niets geschreven: {waarom(fout)}", err=True)
        click.get_current_context().exit(1)


def waarom(fout: Exception) -> str:
    """Say in Dutch why the files were not written."""
    if isinstance(fout, SchrijvenMisluktError):
        return fout.oorzaak
    return reden(fout) if isinstance(fout, OSError) else str(fout)
