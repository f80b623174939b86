"""What click itself says on the command line is Dutch."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from macros.commands import OPDRACHTEN, hoofd

ENGELS = re.compile(
    r"\b(usage|try|error|missing|no such|did you mean|show this|got unexpected|is not one of|options)\b", re.IGNORECASE
)


@pytest.mark.parametrize(
    ("woorden", "verwacht"),
    [
        ("--help", "Gebruik: handboek [OPTIES] OPDRACHT [ARGUMENTEN]..."),
        ("chek", "De opdracht 'chek' bestaat niet. Bedoel je 'check'?"),
        ("show", "Er ontbreekt een argument: 'ID'."),
        ("show a b c", "Dit hoort er niet bij: b c"),
        ("show a --jsn", "De optie '--jsn' bestaat niet. Bedoel je '--json'?"),
        ("new x --naam", "Bij de optie '--naam' hoort een waarde."),
        ("check --format x", "'x' kan hier niet; kies 'text', 'github'."),
        ("check --strict=ja", "Bij de optie '--strict' hoort geen waarde."),
    ],
)
def test_click_speaks_dutch(woorden: str, verwacht: str) -> None:
    """
    Help and complaints hold no English sentence, and a wrong call ends with 2.
    """
    uitkomst = CliRunner().invoke(hoofd, woorden.split(), prog_name="handboek")

    assert (0 if woorden == "--help" else 2) == uitkomst.exit_code
    assert verwacht in uitkomst.output
    assert None is ENGELS.search(uitkomst.output)


@pytest.mark.parametrize("naam", sorted(OPDRACHTEN))
def test_each_command_explains_itself_in_dutch(naam: str) -> None:
    """
    The help of every command is Dutch as well.
    """
    uitkomst = CliRunner().invoke(hoofd, [naam, "--help"], prog_name="handboek")

    assert 0 == uitkomst.exit_code
    assert None is ENGELS.search(uitkomst.output.replace("[OPTIES]", ""))


def test_help_stays_where_python_drops_docstrings() -> None:
    """
    `python -OO` leaves them out to save memory.
    """
    vragen = [[*naam.split(), "--help"] for naam in ["", *sorted(OPDRACHTEN)]]
    helpt = """
import sys
from click.testing import CliRunner
from macros.commands import hoofd
print(*(CliRunner().invoke(hoofd, vraag, prog_name="handboek").output for vraag in eval(sys.argv[1])))
"""
    zonder, met = (
        subprocess.run(
            [sys.executable, *opties, "-c", helpt, repr(vragen)], capture_output=True, text=True, check=True
        ).stdout
        for opties in (["-OO"], [])
    )

    assert met == zonder
    assert len(met.splitlines()) > 5 * len(vragen)
