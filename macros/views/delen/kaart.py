"""The card of a register on the page of all registers: what it answers, its number, and what is wrong today.

The register's own module makes it, from what the register shows, so that the two cannot say something else.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.woorden.labels import Label

OP_ORDE = Label("Op orde", "●", "goed")
"""What a card says when nothing is wrong."""

SYMBOOL = {"te-laat": "!", "risico": "◆", "let-op": "▲", "stil": "?"}


@dataclass(frozen=True, slots=True)
class Kaart:
    """What a register says of itself."""

    vraag: str
    """The question that it answers."""
    getal: str | int
    """Its headline number, or a word where there is none yet."""
    telt: str
    """What that number counts, read on from it: "klanten met een lopend contract"."""
    stand: Label = OP_ORDE
    """What is wrong, the worst only, with how many."""


def kaartstand(aantal: int, tekst: str, klasse: str = "let-op", *, anders: Label = OP_ORDE) -> Label:
    """Say what is wrong: `tekst` with the number in front, `klasse` as of a label; `anders` when that is nothing."""
    return Label(f"{aantal} {tekst}", SYMBOOL[klasse], klasse) if aantal else anders
