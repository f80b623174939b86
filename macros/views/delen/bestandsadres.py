"""Where a file of the data is opened to put lines in: the editor of the forge, or the page that explains how."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple
from urllib.parse import quote

from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.gebeurtenissen.opslaan import weekbestand
from macros.gebeurtenissen.plekken import MAP
from macros.load.dagboek import DAGBOEK
from macros.model.dagboek import Dagboek

EERSTE_REGEL = "regels:\n"
"""What a new week begins with."""
_SOORTEN = (
    ("/-/edit/", "/-/new/", "file_name", ""),  # GitLab
    ("/_edit/", "/_new/", "filename", EERSTE_REGEL),  # Forgejo and Gitea
    ("/edit/", "/new/", "filename", EERSTE_REGEL),  # GitHub
)
"""Of each kind of forge: how an address of a change and one of a new file differ, what names the file, and its text."""


class Adres(NamedTuple):
    """Where a file is opened."""

    doel: str
    """Address, or path below the root of the site."""
    titel: str
    buiten: bool = True
    """Whether it is an address outside the site."""


def adressen(situatie: Situatie, bestanden: Iterable[str], bewerk_url: Callable[[str], str]) -> dict[str, Adres]:
    """Where each of these files (`accounts/…`) is opened; `bewerk_url` takes its name below the folder without `.yml`.

    Where that is unknown it is the page that explains where to find it.
    """
    eigen = f"{MAP}/{situatie.account.id}.yml"
    return {bestand: _adres(situatie, bestand, bestand == eigen, bewerk_url) for bestand in bestanden}


def _adres(situatie: Situatie, bestand: str, eigen: bool, bewerk_url: Callable[[str], str]) -> Adres:  # noqa: FBT001
    naam = bestand.removeprefix(f"{MAP}/")
    dagboek = naam.startswith(f"{DAGBOEK}/")
    if adres := bewerk_url(naam.removesuffix(".yml")):
        if not dagboek or naam in _weken(situatie.gedeeld.dagboek):
            return Adres(adres, "Open dit bestand")
        if nieuw := nieuw_bestand(adres):
            return Adres(nieuw, "Begin dit bestand")
    plek = "dagboek" if dagboek else "feit" if eigen else "team"
    return Adres(f"bijdragen/#{plek}", "Zo vind je dit bestand", buiten=False)


def nieuw_bestand(adres: str) -> str:
    """Where the forge makes a file that is changed at `adres`; empty for a forge that has no address for it."""
    for wijzig, maak, wat, tekst in _SOORTEN:
        begin, gevonden, rest = adres.rpartition(wijzig)
        folder, _, naam = rest.rpartition("/")
        if gevonden and folder:
            inhoud = f"&value={quote(tekst)}" if tekst else ""
            return f"{begin}{maak}{folder}?{wat}={quote(naam)}{inhoud}"
    return ""


class Weekadres(NamedTuple):
    """Where the journal of this week is opened, for whoever reads."""

    wie: str
    """Whose name stands in the addresses; who reads puts another in its place."""
    open: str
    """Address that changes the file; empty where it is unknown."""
    begin: str
    """Address that makes the file; empty where it is unknown."""
    weken: tuple[str, ...]
    """Who has a file of this week already."""


def weekadres(situatie: Situatie, bewerk_url: Callable[[str], str]) -> Weekadres:
    """The addresses of this week's journal; `bewerk_url` as for `adressen`."""
    bestand = weekbestand(situatie.dag, situatie.wie)
    week, _, _ = bestand.partition("-")
    if adres := bewerk_url(bestand.removesuffix(".yml")):
        return Weekadres(situatie.wie, adres, nieuw_bestand(adres), _van_week(situatie.gedeeld.dagboek).get(week, ()))
    return Weekadres(situatie.wie, "", "", ())


_LAATSTE: list[tuple[Dagboek, frozenset[str]]] = []
"""The journal that was asked about last: all clients of a site have the same."""


def _weken(dagboek: Dagboek) -> frozenset[str]:
    """The files with a line, below the folder."""
    if not _LAATSTE or _LAATSTE[0][0] is not dagboek:
        _LAATSTE[:] = [(dagboek, frozenset(een.bestand for regels in dagboek.values() for een in regels))]
    return _LAATSTE[0][1]


_PER_WEEK: list[tuple[Dagboek, dict[str, tuple[str, ...]]]] = []


def _van_week(dagboek: Dagboek) -> dict[str, tuple[str, ...]]:
    """Who has a file of each week: the begin of its name (`_dagboek/2026/w12`) → ids."""
    if not _PER_WEEK or _PER_WEEK[0][0] is not dagboek:
        per_week: dict[str, tuple[str, ...]] = {}
        for bestand in sorted(_weken(dagboek)):
            week, _, wie = bestand.removesuffix(".yml").partition("-")
            per_week[week] = (*per_week.get(week, ()), wie)
        _PER_WEEK[:] = [(dagboek, per_week)]
    return _PER_WEEK[0][1]
