"""The command line `handboek`: one module per command, Dutch in what it prints.

Exit codes: 0 fine, 1 problems found in the data, 2 called wrongly.
"""

from __future__ import annotations

import click

from macros.commands.check import check
from macros.commands.contact import contact
from macros.commands.import_ import import_
from macros.commands.nederlands import spreek_nederlands
from macros.commands.new import new
from macros.commands.oefening import oefening
from macros.commands.show import show

spreek_nederlands()


@click.group(
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT [ARGUMENTEN]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
def hoofd() -> None:
    """Retentiehandboek: controleer, bekijk en vul de accountbestanden."""


for opdracht in (check, show, new, contact, import_, oefening):
    opdracht.options_metavar = "[OPTIES]"
    hoofd.add_command(opdracht)
