"""One invented client followed through its whole life: the same account file at six moments.

Each file of `voorbeeldleven/` holds what colleagues wrote since the one before, so a moment is the first so many files
put together. Nothing is left out afterwards and nothing knows the future: every date, phase and state of a moment is
computed on that day, by the same rules as for a real client.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from macros.afleidingen.dossier import dossier
from macros.load import yaml12
from macros.load.keuren import Gekeurd
from macros.model.account import Account
from macros.model.gedeeld import Berichten, Gedeeld
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.handboek.veldvoorbeeld import LEVEN


@dataclass(frozen=True, slots=True)
class Moment:
    """The client as its file was on one day."""

    nummer: int
    titel: str
    peildatum: date
    klant: Mapping[str, Any]
    """The whole account file of that day, as plain values."""
    berichten: tuple[Mapping[str, Any], ...]
    """The messages that had been sent by then."""


def momenten() -> tuple[Moment, ...]:
    """Return the moments of the story, by date."""
    return _momenten(tuple(pad.read_bytes() for pad in sorted(LEVEN.glob("*.yml"))))


def portefeuille_op(moment: Moment, gedeeld: Gedeeld) -> Portefeuille:
    """Return a portfolio of that client alone, with everything that follows from its file on that day.

    `gedeeld` gives the team and the settings; the messages are those of the story.
    """
    klant = _gelezen(Account, moment.klant)
    berichten = _gelezen(Berichten, {"berichten": list(moment.berichten)})
    delen = replace(gedeeld, berichten=berichten)
    return Portefeuille({klant.id: dossier(klant, delen, moment.peildatum)}, delen, moment.peildatum, vast=True)


def voeg_samen(oud: Any, nieuw: Any) -> Any:  # noqa: ANN401  plain values
    """Put what was written later over what stood there; neither is changed.

    Maps are put together key by key. In a list, an item with the id of an earlier one changes that one (a mark, which
    has no id, is known by its `opdracht`); other items come after it. Any other value, a list of plain words too, is
    replaced.
    """
    if isinstance(oud, dict) and isinstance(nieuw, dict):
        return oud | {naam: voeg_samen(oud.get(naam), waarde) for naam, waarde in nieuw.items()}
    if isinstance(oud, list) and isinstance(nieuw, list) and all(isinstance(item, dict) for item in oud + nieuw):
        wijzigt = {_kenmerk(item): item for item in nieuw if _kenmerk(item)}
        # `pop`: what is left in `wijzigt` afterwards is new.
        bestaand = [voeg_samen(item, wijzigt.pop(_kenmerk(item), {})) for item in oud]
        return bestaand + [item for item in nieuw if not _kenmerk(item) or _kenmerk(item) in wijzigt]
    return nieuw


def _kenmerk(item: Mapping[str, Any]) -> str:
    return str(item.get("id") or item.get("opdracht") or "")


@cache
def _momenten(bestanden: tuple[bytes, ...]) -> tuple[Moment, ...]:
    """The moments by the bytes of their files: a changed file is read again."""
    klant: dict[str, Any] = {}
    berichten: list[dict[str, Any]] = []
    gevonden = []
    for nummer, inhoud in enumerate(bestanden, start=1):
        stuk: Any = yaml12.lees(inhoud).waarde
        klant = voeg_samen(klant, stuk["klant"])
        berichten = [*berichten, *stuk.get("berichten", [])]
        dag = date.fromisoformat(stuk["peildatum"])
        gevonden.append(Moment(nummer, stuk["titel"], dag, klant, tuple(berichten)))
    return tuple(gevonden)


def _gelezen(klasse: type, waarde: Mapping[str, Any]) -> Any:  # noqa: ANN401  the class that was asked for
    gekeurd = Gekeurd(klasse, dict(waarde))
    if gekeurd.bevindingen:
        raise ValueError(f"the story of the sample client is wrong: {gekeurd.bevindingen}")
    return gekeurd.object
