"""A register that is too long for one page: of each list what comes first, and the rest on the pages of the colleagues.

A page keeps its own order, so what comes first is what needs somebody first. Each kind of list says itself how large it
is (`omvang`) and how it is when short (`verkort`); this only looks for them, wherever they stand in a view.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from macros.views.delen.stukken import Zacht
from macros.views.render import Inhoud, Stuk
from macros.woorden import taal

GROOT = 1_000
"""Most cells of the lists of one part of a page, each two or three elements."""
EERST = (50, 20, 10)
"""How many rows of a list remain when there are more: the first of these with which the part is small enough."""

T = TypeVar("T")


def ingekort(deel: T) -> T:
    """Return a part of a page with its lists shortened; the part itself when it is small enough as it is."""
    kort = deel
    for aantal in EERST:
        if omvang(kort) > GROOT:
            kort = _kort(deel, aantal)
    return kort


def omvang(inhoud: Any) -> int:
    """Count the cells of the lists in a view, a piece or a row of them."""
    eigen: int | None = getattr(inhoud, "omvang", None)
    return sum(omvang(deel) for _, deel in _delen(inhoud)) if eigen is None else eigen


def eerste(aantal: int, van: int) -> Inhoud:
    """Say beside a list how many of its rows are there."""
    return Zacht(f"(de eerste {aantal} van {taal.getal(van)})")


def _kort(inhoud: Any, aantal: int) -> Any:
    if hasattr(inhoud, "verkort"):
        return inhoud.verkort(aantal)
    if isinstance(inhoud, tuple | list):
        return tuple(_kort(deel, aantal) for deel in inhoud)
    anders = {naam: kort for naam, deel in _delen(inhoud) if (kort := _kort(deel, aantal)) is not deel}
    return replace(inhoud, **anders) if anders else inhoud


def _delen(inhoud: Any) -> Sequence[tuple[str, Any]]:
    """Give what is inside by name: of a row of things, of a piece and of a view; a fact has nothing inside."""
    if isinstance(inhoud, tuple | list):
        return [("", deel) for deel in inhoud]
    if is_dataclass(inhoud) and (isinstance(inhoud, Stuk) or hasattr(inhoud, "template")):
        return [(veld.name, getattr(inhoud, veld.name)) for veld in fields(inhoud)]
    return ()
