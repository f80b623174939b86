"""The file with what changed on the main branch: where it is, reading it, and writing it.

It is made (`handboek geschiedenis`) and never typed, so what is wrong with it has one remedy: make it again.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from macros.load import schrijven
from macros.load.bestanden import reden
from macros.load.omgeving import OngeldigeOmgevingError
from macros.model.geschiedenis import GEEN, VERSIE, Geschiedenis

OPNIEUW = "maak het opnieuw met handboek geschiedenis, of haal het weg: dan staat er niet bij wat er veranderde"


@cache
def _vorm() -> TypeAdapter[Geschiedenis]:
    return TypeAdapter(Geschiedenis)


def lees(pad: Path) -> Geschiedenis:
    """Read the file; without one there is no history.

    Raises `OngeldigeOmgevingError` for a file that is broken, or of another version than this program reads.
    """
    try:
        inhoud = pad.read_bytes()
    except FileNotFoundError:
        return GEEN
    except OSError as fout:
        raise OngeldigeOmgevingError(f"{pad} is niet te lezen: {reden(fout)}; kijk dat na") from None
    versie = _versie(inhoud)
    if versie is None:
        raise OngeldigeOmgevingError(f"{pad} is geen geschiedenis, of een stuk ervan; {OPNIEUW}")
    if versie != VERSIE:
        welke = "nieuwere" if versie > VERSIE else "oudere"
        raise OngeldigeOmgevingError(f"{pad} is van een {welke} versie ({versie}) dan deze ({VERSIE}); {OPNIEUW}")
    try:
        return _vorm().validate_json(inhoud)
    except ValidationError as fout:
        waar = ".".join(map(str, fout.errors(include_url=False, include_input=False)[0]["loc"])) or "het geheel"
        raise OngeldigeOmgevingError(f"{pad}: wat bij {waar} staat, klopt niet; {OPNIEUW}") from None


def _versie(inhoud: bytes) -> int | None:
    """The version that the file says it has; None for what is no history at all."""
    try:
        gelezen: Any = json.loads(inhoud)
    except (ValueError, RecursionError):
        return None
    versie = gelezen.get("versie") if isinstance(gelezen, dict) else None
    return versie if type(versie) is int else None


def schrijf(pad: Path, geschiedenis: Geschiedenis) -> bool:
    """Write the file in one step; return whether it says something else than before. Raises OSError."""
    tekst = _vorm().dump_json(geschiedenis, indent=1, exclude_defaults=True).decode() + "\n"
    oud = pad.read_bytes().decode(errors="replace") if pad.is_file() else None
    if oud == tekst:
        return False
    schrijven.schrijf(pad, tekst, oud)
    return True
