"""What a cell shows, without its marks: the words of a page for a table that leaves the site."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser

from macros.views.render import Inhoud, toon

ZONDER_EINDE = frozenset({"br", "wbr", "img", "hr", "input"})
"""Elements without an end."""
BLOKKEN = frozenset({"p", "li", "dt", "dd", "div", "tr"})
"""Elements that stand on lines of their own."""
EIGEN_REGEL = frozenset({"bij", "onder"})
"""Classes that do the same."""
SLUIT = (".", "!", "?", ":", ";", ",")
"""A line that ends so needs no sign before the next one."""


@dataclass(frozen=True, slots=True)
class Platgeslagen:
    """The words of a cell by how they stand there."""

    tekst: str
    """What stands there first, on one line; lines below each other are parted by a semicolon."""
    bij: str = ""
    """What stands under it in small."""
    segment: str = ""
    """The letter behind the name of a client."""
    naam: str = ""
    """The words of its first link, such as the name of a client."""
    dag: date | None = None
    """The first day that it names."""

    @property
    def alles(self) -> str:
        """Everything it says, on one line."""
        return _achter_elkaar([self.tekst, self.bij])


def plat(inhoud: Inhoud) -> Platgeslagen:
    """Take the words out of what a cell shows.

    What is folded (the steps of a day), what a screen reader skips, and the ways to do something (links that say
    beside their words what they are about) stay behind.
    """
    lezer = _Lezer()
    lezer.feed(str(toon(inhoud)))
    lezer.close()
    return Platgeslagen(
        _achter_elkaar(lezer.regels[False]),
        _achter_elkaar(lezer.regels[True]),
        lezer.segment,
        " ".join(lezer.naam.split()),
        lezer.dag,
    )


def _achter_elkaar(regels: list[str]) -> str:
    """Put lines behind each other; one that is no sentence gets a semicolon."""
    schoon = [kaal for regel in regels if (kaal := " ".join(regel.split()).strip(" ·"))]
    met_teken = (regel if regel.endswith(SLUIT) else f"{regel};" for regel in schoon[:-1])
    return " ".join((*met_teken, *schoon[-1:]))


class _Lezer(HTMLParser):
    """Gathers the lines of a cell: those of its own, and those in small under it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.regels: dict[bool, list[str]] = {False: [""], True: [""]}
        self.segment = ""
        self.naam = ""
        self.dag: date | None = None
        self._open: list[tuple[str, frozenset[str], bool]] = []
        """Elements that stand open: their name and classes, and whether what is in them is left out."""
        self._eerste_link = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = dict(attrs)
        klassen = frozenset((kenmerken.get("class") or "").split())
        if tag == "time" and self.dag is None:
            with suppress(ValueError):
                self.dag = date.fromisoformat(kenmerken.get("datetime") or "")
        if tag in ZONDER_EINDE:
            self._zeg("" if tag == "wbr" else " ")
            return
        in_vouw = bool(self._open) and self._open[-1][0] == "details" and tag != "summary"
        weg = in_vouw or kenmerken.get("aria-hidden") == "true" or (tag == "a" and "aria-label" in kenmerken)
        self._nieuwe_regel(tag, klassen)
        self._open.append((tag, klassen, weg))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            naam, klassen, _ = self._open.pop()
            self._eerste_link &= naam != "a" or not self.naam
            self._nieuwe_regel(naam, klassen)
            if naam == tag:
                return

    def handle_data(self, data: str) -> None:
        if any(weg for _, _, weg in self._open):
            return
        if any("segment" in klassen for _, klassen, _ in self._open):
            self.segment = data
            return
        if self._eerste_link and any(naam == "a" for naam, _, _ in self._open):
            self.naam += data
        self._zeg(data)

    def _nieuwe_regel(self, tag: str, klassen: frozenset[str]) -> None:
        if tag in BLOKKEN or klassen & EIGEN_REGEL:
            for regels in self.regels.values():
                regels.append("")

    def _zeg(self, tekst: str) -> None:
        klein = any("bij" in klassen for _, klassen, _ in self._open)
        self.regels[klein][-1] += tekst
