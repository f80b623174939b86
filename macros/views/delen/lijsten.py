"""Short lists under a heading: what is open first, what is done folded and counted, and words when there is nothing."""

from dataclasses import dataclass
from typing import Any, ClassVar

from macros.afleidingen.verklaring import Verklaard
from macros.woorden.labels import Label


@dataclass(frozen=True, slots=True)
class Regel:
    """One item of a list."""

    tekst: str
    """What it says; text of a file."""
    label: Label | None = None
    """Its state."""
    bij: tuple[str, ...] = ()
    """What belongs to it, in small: who, when, how measured; empty ones are left out."""
    reden: Verklaard[Any] | None = None
    """A derived day or state, which opens its steps; a state is shown by its `label`."""
    anker: str = ""
    """Id of those steps on the page."""


@dataclass(frozen=True, slots=True)
class Lijst:
    """One list."""

    titel: str
    regels: tuple[Regel, ...]
    """What is open or counts now."""
    leeg: str
    """What stands there when nothing is open."""
    rest: tuple[Regel, ...] = ()
    """What is done or over."""
    rest_kop: str = ""
    """Words of the fold, with the number of things in it."""
    anker: str = ""
    """Id of the list, where another page or section points at it."""
    noot: str = ""
    """One sentence under the heading."""


@dataclass(frozen=True)
class Lijsten:
    """What `lijsten.html` may use."""

    template: ClassVar[str] = "lijsten.html"
    lijsten: tuple[Lijst, ...]
    """In reading order."""


def lijst(  # noqa: PLR0913  the parts of a list, in reading order
    titel: str, regels: list[tuple[bool, Regel]], leeg: str, klaar: str, *, anker: str = "", noot: str = ""
) -> Lijst:
    """Make a list of pairs (is open, item); `klaar` is the word for what is not open: "nagekomen of vervallen"."""
    rest = tuple(regel for is_open, regel in regels if not is_open)
    return Lijst(
        titel=titel,
        regels=tuple(regel for is_open, regel in regels if is_open),
        leeg=leeg,
        rest=rest,
        rest_kop=f"{len(rest)} {klaar}" if rest else "",
        anker=anker,
        noot=noot,
    )


def bij(*delen: str | None) -> tuple[str, ...]:
    """Leave out what is not known."""
    return tuple(deel for deel in delen if deel)
