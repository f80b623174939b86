"""The one door between the browser and our Python: a question and its answer, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from macros.bewerken import brein, oefenhoek, watals

VRAGEN: dict[str, Callable[[Any], Any]] = {
    vraag.__name__: vraag
    for vraag in (
        brein.begin,
        brein.laad,
        brein.probeer,
        brein.waarden,
        brein.raakt,
        brein.indienen,
        oefenhoek.oefenhoek,
        oefenhoek.kijk_na,
        watals.wat_als,
    )
}
"""All that can be asked, by name; each takes one map and gives another."""


def roep(naam: str, argumenten: str) -> str:
    """Ask one of `VRAGEN` with a JSON object: an object with `uit`, or with `fout` as `soort` and `tekst`.

    Never raises: what goes wrong here is told to who asked, and Python goes on.
    """
    try:
        antwoord: dict[str, Any] = {"uit": VRAGEN[naam](json.loads(argumenten))}
    except Exception as fout:  # noqa: BLE001  the other side of the wall is no Python
        antwoord = {"fout": {"soort": type(fout).__name__, "tekst": str(fout)}}
    return json.dumps(antwoord, ensure_ascii=False)
