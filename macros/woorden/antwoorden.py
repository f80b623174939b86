"""The questions that people ask the search box, with the page that answers each (antwoorden.yml)."""

from functools import cache
from pathlib import Path

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass as gekeurd

from macros.woorden.begrippen import uit_bron

BRON = Path(__file__).with_name("antwoorden.yml")


@gekeurd(config=ConfigDict(extra="forbid"), frozen=True, slots=True, kw_only=True)
class Klantblad:
    """A page of a client, or a part of its own page, that can be asked for with its name."""

    pad: str
    """Below the address of the client; `{canvas}` stands for the id of its newest canvas."""
    titel: str
    woorden: tuple[str, ...]


@gekeurd(config=ConfigDict(extra="forbid"), frozen=True, slots=True, kw_only=True)
class Antwoorden:
    """The whole source file."""

    antwoorden: dict[str, tuple[str, ...]]
    """Address of a page or paragraph → the questions that it answers."""
    klantbladen: tuple[Klantblad, ...]


@cache
def antwoorden() -> Antwoorden:
    """Read the source."""
    return uit_bron(BRON, Antwoorden)
