"""The word of the site for a value of a choice, without saying which table of words it is in."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from macros.woorden import labels


def keuzewoord(waarde: Any, waarden: Iterable[Any]) -> str:
    """The word for one of the values that a field knows: of the one table that has exactly those."""
    return _keuzewoorden(frozenset(map(str, waarden))).get(waarde) or str(waarde).replace("_", " ")


@cache
def _keuzewoorden(waarden: frozenset[str]) -> Mapping[str, str]:
    tabellen = (tabel for naam, tabel in vars(labels).items() if naam.isupper() and isinstance(tabel, Mapping))
    passend = next((tabel for tabel in tabellen if set(tabel) == waarden), None)
    return {waarde: label.tekst for waarde, label in passend.items()} if passend else {}
