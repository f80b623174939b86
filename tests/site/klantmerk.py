"""An account file in which every free text is a mark of its own, and the marks that its client may see."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from vijandig import vijandig

from macros.load.yaml12 import Kommagetal
from macros.model.account import Account
from macros.model.team import Team

MERK = re.compile(r"merk\d+merk")
_NUMMERS = (f"merk{nummer}merk" for nummer in itertools.count())
PER_PUNT = ("verwachtingen", "toezeggingen", "problemen", "innovaties", "kansen")
"""Lists of items that say themselves who may see them; goals and actions of a canvas do too."""


def gemerkt(bestand: Path, klasse: type[Account | Team] = Account) -> dict[str, Any]:
    """Return the data of a file with a different mark for every free text."""
    return vijandig(klasse, yaml.safe_load(bestand.read_text(encoding="utf-8")), _NUMMERS)


class ZonderAnkers(yaml.SafeDumper):
    """Writes equal values twice, because an account file may hold no anchors."""

    def ignore_aliases(self, _data: object) -> bool:
        """Never make an alias."""
        return True


ZonderAnkers.add_representer(Kommagetal, lambda schrijver, getal: schrijver.represent_float(float(getal)))


def als_yaml(gegevens: dict[str, Any]) -> str:
    """Write data as an account file holds it."""
    return yaml.dump(gegevens, Dumper=ZonderAnkers, allow_unicode=True, sort_keys=False)


def mag_gezien(gegevens: dict[str, Any]) -> set[str]:
    """Return the marks that domain 2.9 lets the client see."""
    return {
        gegevens["naam"],
        *_altijd(gegevens),
        *(punt.get("voor_klant") or punt["tekst"] for punt in _punten(gegevens)),
    }


def _altijd(gegevens: dict[str, Any]) -> Iterator[str]:
    yield from (contract["titel"] for contract in gegevens["contracten"])
    yield from (persoon["functie"] for persoon in gegevens.get("contactpersonen", ()))


def _punten(gegevens: dict[str, Any]) -> Iterator[dict[str, Any]]:
    lijsten = [gegevens.get(naam, []) for naam in PER_PUNT]
    for canvas in gegevens.get("canvassen", ()):
        lijsten += [canvas.get("doelen", []), canvas.get("acties", [])]
    return (punt for punt in itertools.chain(*lijsten) if punt.get("zichtbaar") == "klant")
