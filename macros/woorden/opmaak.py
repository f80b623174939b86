"""Marks around text: the template of one small piece, filled."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup, escape


def opmaak(mal: str, *waarden: object) -> Markup:
    """Put `waarden` in the places `{}` of `mal`, each escaped unless it is markup.

    As `Markup(mal).format(*waarden)`, which looks for names, formats and conversions in every piece of every page: a
    tenth of the time of a build. Raises ValueError when there are more places than values, or fewer.
    """
    eerste, *rest = _delen(mal)
    stukken = [eerste]
    for waarde, na in zip(waarden, rest, strict=True):
        stukken += (waarde if isinstance(waarde, Markup) else escape(waarde), na)
    return Markup("".join(stukken))  # noqa: S704  the marks are our own


def samen(delen: Iterable[Markup | str], tussen: str = "") -> Markup:
    """Put pieces that are fit to print behind each other; `Markup.join` would look at each of them once more."""
    return Markup(tussen.join(delen))  # noqa: S704  each piece is markup, or text without any


@cache
def _delen(mal: str) -> tuple[str, ...]:
    return tuple(mal.split("{}"))
