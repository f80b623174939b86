"""The command line `handboek`: one module per command, Dutch in what it prints.

Exit codes: 0 fine, 1 problems found in the data, 2 called wrongly.
"""

from __future__ import annotations

from importlib import import_module

import click

from macros.commands.keuzes import Groep, spreek_nederlands

spreek_nederlands()

OPDRACHTEN = {
    "begin": "begin",
    "check": "check",
    "show": "show",
    "toon": "toon",
    "wat-als": "watals",
    "new": "new",
    "contact": "contact",
    "meld": "meld",
    "verhuis": "verhuis",
    "opruimen": "opruimen",
    "import": "import_",
    "oefening": "oefening",
    "schema": "schema",
    "diff": "diff",
    "geschiedenis": "geschiedenis",
    "export": "export",
    "pdf": "pdf",
    "weekbericht": "weekbericht",
    "publish": "publish",
    "inrichten": "inrichten",
    "dokter": "dokter",
    "eigenaren": "eigenaren",
}
"""Name of each command, and of its module and function."""


class _Opdrachten(Groep):
    """Commands that are imported when they are asked for: `check` does not wait for what only `import` needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Names of all commands."""
        return sorted(OPDRACHTEN)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """One command; None when there is none of that name."""
        naam = OPDRACHTEN.get(cmd_name)
        if naam is None:
            return None
        opdracht: click.Command = getattr(import_module(f"macros.commands.{naam}"), naam)
        opdracht.options_metavar = "[OPTIES]"
        return opdracht


@click.group(
    cls=_Opdrachten,
    help="Retentiehandboek: controleer, bekijk en vul de accountbestanden.",  # a docstring is gone under -OO
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT [ARGUMENTEN]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
def hoofd() -> None:
    """Start a command."""
