"""The word of the site for a value of a choice, without saying which table of words it is in, and what it means."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

from macros.woorden import labels
from macros.woorden.labels import Label


def keuzewoord(waarde: Any, waarden: Iterable[Any]) -> str:
    """The word for one of the values that a field knows: of the one table that has exactly those."""
    return _keuzewoorden(frozenset(map(str, waarden))).get(waarde) or str(waarde).replace("_", " ")


@cache
def _keuzewoorden(waarden: frozenset[str]) -> Mapping[str, str]:
    tabellen = (tabel for naam, tabel in vars(labels).items() if naam.isupper() and isinstance(tabel, Mapping))
    passend = next((tabel for tabel in tabellen if set(tabel) == waarden), None)
    return {waarde: label.tekst for waarde, label in passend.items()} if passend else {}


# --- what the choices of a field mean, for who types them in a file ---

T = TypeVar("T")
_ZELF: tuple[Mapping[str, str], ...] = (
    {"privaat": "Hoeft niet aan te besteden", "publiek": "Moet aanbesteden"},
    {"intern": "Alleen wij zien het", "klant": "Staat ook op het klantoverzicht"},
    {"actueel": "Vanaf het huidige einde", "maximaal": "Vanaf het einde met alle opties"},
    {
        "uitgesproken": "De klant heeft het gezegd",
        "onverwacht": "Het verraste ons",
        "vermoed": "Dat denken we, maar we vroegen het nog niet na",
    },
    {
        "dagen": "Dagen op de kalender",
        "weken": "Hele weken",
        "maanden": "Maanden, op de dag geteld",
        "kalendermaanden": "Volle maanden, van de eerste tot de laatste dag",
    },
    {"verkopen": "Er is nog een ander die het kan", "onderhandelen": "Er is geen ander die het kan"},
    {"go": "We gaan door", "no_go": "We stoppen"},
    {"score": "Een score van 1 tot en met 5", "cijfer": "Een cijfer van 1 tot en met 10", "ja_nee": "Ja of nee"},
    {"koop": "Kort voor koopsignaal"},
)
"""Choices that no page of the site has a word for."""


def betekenis(keuzes: Sequence[str | int]) -> list[str]:
    """The meaning of each choice of a field, in their order; where nothing says more, the choice as a word."""
    woorden = {waarde: label.tekst for waarde, label in _over(keuzes, _tabellen()).items()} | _over(keuzes, _ZELF)
    return [_als_woord(woorden.get(str(keuze)) or str(keuze).replace("_", " ")) for keuze in keuzes]


def _tabellen() -> Iterator[Mapping[str, Label]]:
    for tabel in vars(labels).values():
        if isinstance(tabel, dict) and tabel and all(isinstance(label, Label) for label in tabel.values()):
            yield tabel


def _over(keuzes: Sequence[str | int], tabellen: Iterable[Mapping[str, T]]) -> dict[str, T]:
    """The table that is about these choices, all of them or all but a few; empty when there is none."""
    bekend = {str(keuze) for keuze in keuzes}
    passend = [tabel for tabel in tabellen if set(tabel) <= bekend or bekend <= set(tabel)]
    passend.sort(key=lambda tabel: len(bekend ^ set(tabel)))
    return dict(passend[0]) if passend else {}


def _als_woord(tekst: str) -> str:
    return tekst[0].upper() + tekst[1:]
