"""How many lines an edit by address changes, and how often one has to be refused.

Plays random edits over everything that the model knows, half of them on the example files as they stand and half on
files written in odd ways, and looks at each whether the file says what was meant. Seeded.
Run: `.venv/bin/python tests/bench/bewerkingen.py`.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / map_) for map_ in (".", "tests/hulp", "tests/site")]

from bewerken import Proef  # noqa: E402  the folders of the tests are no packages

WOORDEN = {
    "woord": "a word in a long text",
    "zet": "another value",
    "nieuw": "a value where none stood",
    "lijst": "a whole list",
    "erbij": "an item more",
    "weg": "something taken away",
}


def main() -> None:
    """Play and print."""
    vragen = argparse.ArgumentParser(description="How many lines an edit changes.")
    vragen.add_argument("--aantal", type=int, default=5000)
    aantal = vragen.parse_args().aantal
    for vreemde, waar in ((False, "the examples"), (True, "files written in odd ways")):
        regels: dict[str, list[int]] = defaultdict(list)
        geweigerd = 0
        for begin in range(aantal // 20):
            proef = Proef(random.Random(begin), vreemde=vreemde)  # noqa: S311  the same edits each time
            for _ in range(10):
                uitslag = proef.bewerk()
                geweigerd += uitslag is None
                if uitslag:
                    regels[uitslag.soort].append(uitslag.regels)
        print(f"\nIn {waar}: {aantal // 20 * 10} edits, {geweigerd} refused; lines that went and came:")
        print(f"{'':26}{'edits':>6}{'median':>8}{'95 %':>6}{'most':>6}")
        for soort, woorden in WOORDEN.items():
            alle = sorted(regels[soort])
            print(f"{woorden:26}{len(alle):6}{statistics.median(alle):8g}{alle[len(alle) * 95 // 100]:6}{alle[-1]:6}")


if __name__ == "__main__":
    main()
