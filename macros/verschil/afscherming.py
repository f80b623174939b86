"""What a history may not tell any more: names of clients that want no mention, and of people who were taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from macros.afleidingen.verhuld import VOORLETTERS, in_bestand
from macros.model.account import Account
from macros.model.geschiedenis import Verteld, Wijziging
from macros.model.team import OUD_CONTACT

EEN_OUD_CONTACT = "een oud contact"
Mens = tuple[str, str]
"""Id and name of a contact person."""


class Afscherming:
    """Takes those names out of sentences."""

    def __init__(self, verborgen: Sequence[Account], vertrokken: Mapping[str, Iterable[Mens]]) -> None:
        """`verborgen`: every reading of a hidden client; `vertrokken`: by client, people no longer in its files."""
        self._klanten = in_bestand(verborgen)
        self._mensen = {klant: _zonder_mensen(list(weg)) for klant, weg in vertrokken.items()}

    def over(self, wijzigingen: Iterable[Wijziging], klant: str = "") -> tuple[Wijziging, ...]:
        """The same changes of a client, or of the shared files, without those names."""
        mensen = self._mensen.get(klant, _zelfde)

        def zonder(tekst: str) -> str:
            return self._klanten(mensen(tekst))

        return tuple(
            replace(een, zinnen=_alle(een.zinnen, zonder), gevolgen=_alle(een.gevolgen, zonder)) for een in wijzigingen
        )


def _alle(vertelden: Iterable[Verteld], zonder: Callable[[str], str]) -> tuple[Verteld, ...]:
    return tuple(
        replace(
            een,
            tekst=zonder(een.tekst),
            waar=tuple(zonder(deel) if isinstance(deel, str) else deel for deel in een.waar),
        )
        for een in vertelden
    )


def _zonder_mensen(weg: Sequence[Mens]) -> Callable[[str], str]:
    """Make what names people by what they are now; an id becomes the one for whoever is not known any more."""
    ids = {id_ for id_, _ in weg}
    namen = {naam for _, voluit in weg for naam in (voluit, VOORLETTERS.sub("", voluit))}
    langste_eerst = sorted({*ids, *namen}, key=lambda een: (-len(een), een))
    gezocht = re.compile("|".join(rf"(?<![\w-]){re.escape(een)}(?![\w-])" for een in langste_eerst))
    return lambda tekst: OUD_CONTACT if tekst in ids else gezocht.sub(EEN_OUD_CONTACT, tekst)


def _zelfde(tekst: str) -> str:
    return tekst
