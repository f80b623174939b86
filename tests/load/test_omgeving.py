"""What the surroundings decide: the day in Amsterdam, also on a machine that knows no time zones."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_a_machine_without_time_zones_knows_the_day() -> None:
    """
    With no zone files on the machine the check reads the settings, and the clock tells the day.
    """
    script = (
        "from macros.load.clock import vandaag; from macros.load.load import Lader; from pathlib import Path; "
        "print(len(Lader(Path('accounts')).problemen), vandaag('Europe/Amsterdam').year > 2000)"
    )

    gedaan = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONTZPATH": ""},
        text=True,
        capture_output=True,
        check=True,
    )

    assert "0 True" == gedaan.stdout.strip()
