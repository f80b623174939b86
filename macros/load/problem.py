"""What is wrong in the files: where it stands, what is wrong, what to write instead.

A `Problem` is tied to a line of a file and is what people read. A `Bevinding` is the same remark before anyone
looked up the line: checks yield those, because they know the path in the data and not the text of the file.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

_ONZICHTBAAR = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


def zichtbaar(tekst: str) -> str:
    """Return text of a file on one line in which every sign can be seen: a terminal obeys some, and hides others."""
    return _ONZICHTBAAR.sub(lambda teken: teken[0].encode("unicode-escape").decode(), tekst)


FOUT = "fout"
WAARSCHUWING = "waarschuwing"

Loc = tuple[str | int, ...]
"""Path in the data of one file: keys and list positions, as pydantic's `loc`."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One remark about one place in one file; sorts by file, line and column."""

    bestand: str
    """Path as people know it: `accounts/acme.yml`."""
    regel: int
    """Line, counted from 1."""
    kolom: int
    """Column, counted from 1."""
    ernst: str
    """`fout` stops the build; `waarschuwing` never does."""
    code: str
    """Slug of the rule, as in the handbook: `onbekend-veld`."""
    tekst: str
    """One Dutch sentence for the person who wrote the file."""

    def __str__(self) -> str:
        """`accounts/acme.yml:12:5: fout: … [onbekend-veld]`."""
        return zichtbaar(f"{self.bestand}:{self.regel}:{self.kolom}: {self.ernst}: {self.tekst} [{self.code}]")


class Leesfout(NamedTuple):
    """Why a text cannot be read, and where: line and column count from 1."""

    regel: int
    kolom: int
    code: str
    tekst: str


class Bevinding(NamedTuple):
    """A remark about a path in the data, not yet tied to a line."""

    loc: Loc
    code: str
    tekst: str
    veld: str = ""
    """The key that is missing or meant: the check names it behind the sentence, a page of the site does not."""


class ProblemenGevonden(Exception):  # noqa: N818  it names what was found, not a failure of ours
    """Raised where data with errors cannot go on; holds every problem, sorted."""

    def __init__(self, problemen: Iterable[Problem]) -> None:
        self.problemen: tuple[Problem, ...] = tuple(sorted(problemen))
        super().__init__("\n".join(str(probleem) for probleem in self.problemen))
