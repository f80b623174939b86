"""Random edits of a file by address, over everything that the model knows, and what is to be said of each of them."""

from __future__ import annotations

import copy
import difflib
import itertools
import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args, get_origin

import yaml
from vijandig import WAARDEN, binnen, kaal, keuzes
from vreemdeyaml import gelijk, vreemd

from macros.load import yaml12
from macros.load.velden import velden_van
from macros.load.wijzigen.adres import Bewerking, Erbij, Weg, Zet, wijzig
from macros.load.wijzigen.inlassen import NietInTeLassenError
from macros.load.wijzigen.knopen import Pad
from macros.model.account import Account
from macros.views.handboek.veldvoorbeeld import hints_van

ROOT = Path(__file__).resolve().parents[2]
VOORBEELDEN = sorted(ROOT.glob("accounts/*.yml"))
_ZIN = (
    "De klant wil voor de zomer weten wat er verandert; dat is nog niet besproken met de directie en ook niet met ons."
)
_OPMERKING = re.compile(r"# opmerking \d+")


class Uitslag(NamedTuple):
    """What an edit did."""

    soort: str
    regels: int
    """Lines of the difference: those that went and those that came."""


class Proef:
    """One file on which edits follow each other."""

    def __init__(self, kans: random.Random, *, vreemde: bool) -> None:
        """`vreemde`: written in odd ways; otherwise as the example stands."""
        self.kans = kans
        nummers = itertools.count(1)
        tekst = kans.choice(VOORBEELDEN).read_text(encoding="utf-8")
        self.tekst = re.sub(r"(?m)^ *# ", lambda kop: f"{kop[0]}opmerking {next(nummers)}: ", tekst)
        if vreemde:
            self.tekst = vreemd(self.waarden(), kans, kans.choice([0, 0.1, 0.4]))

    def waarden(self) -> dict[Any, Any]:
        """What the file says."""
        lezing = yaml12.lees(self.tekst.encode())
        assert lezing.waarde is not None, (lezing.fouten, self.tekst)
        assert not lezing.fouten, (lezing.fouten, self.tekst)
        return lezing.waarde

    def bewerk(self) -> Uitslag | None:
        """Make an edit and look whether it did what was meant and nothing more; None when it had to refuse."""
        oud, waarden = self.tekst, self.waarden()
        soort, wijziging, pad = self._kies(waarden)
        try:
            nieuw = wijzig(oud, [wijziging])
        except NietInTeLassenError:
            return None
        self.tekst = nieuw
        verwacht, werkelijk = copy.deepcopy(waarden), self.waarden()
        _doe(verwacht, wijziging, pad)
        if isinstance(wijziging, Weg):
            _snoei(verwacht, pad)
            _snoei(werkelijk, pad)
        assert gelijk(_op_naam(verwacht), _op_naam(werkelijk)), f"{wijziging}\n{_verschil(oud, nieuw)}"
        self._keur_rest(oud, nieuw, wijziging, pad)
        if "\r\n" in oud:
            assert nieuw.count("\n") == nieuw.count("\r\n"), f"{wijziging}\n{nieuw!r}"
        return Uitslag(soort, sum(regel[:1] in "+-" for regel in _verschil(oud, nieuw).splitlines()))

    def _keur_rest(self, oud: str, nieuw: str, wijziging: Bewerking, pad: Pad) -> None:
        """Everything outside the lines of what changed is as it was, and no remark went that belonged elsewhere."""
        begin, eind = _bereik(oud, pad, ruim=not isinstance(wijziging, Zet))
        regels, nieuwe = oud.splitlines(keepends=True), nieuw.splitlines(keepends=True)
        if oud and oud[-1] != "\n":
            regels[-1] += "\r\n" if "\r\n" in oud else "\n"
            nieuwe[-1] += "" if nieuwe[-1].endswith("\n") else "\r\n" if "\r\n" in oud else "\n"
        melding = f"{wijziging}\n{_verschil(oud, nieuw)}"
        assert regels[:begin] == nieuwe[:begin], melding
        assert regels[eind:] == nieuwe[len(nieuwe) - len(regels) + eind :], melding
        kwijt = Counter(_OPMERKING.findall(oud)) - Counter(_OPMERKING.findall(nieuw))
        if isinstance(wijziging, Weg) or (isinstance(wijziging, Zet) and isinstance(wijziging.waarde, list | dict)):
            # What only got another place keeps its remarks.
            zelfde = isinstance(wijziging, Zet) and self._verplaatst(oud, wijziging, pad)
            kwijt -= Counter([] if zelfde else _OPMERKING.findall("".join(regels[begin:eind])))
        assert not kwijt, melding

    @staticmethod
    def _verplaatst(oud: str, wijziging: Zet, pad: tuple[Any, ...]) -> bool:
        """Whether a list gets the items that it had, in another order; of a list on one line the whole is written."""
        waarden: Any = yaml12.lees(oud.encode()).waarde
        nieuw: Any = wijziging.waarde
        for stap in pad:
            waarden = waarden.get(stap) if isinstance(waarden, dict) else waarden[stap]
        return isinstance(waarden, list) and sorted(map(str, waarden)) == sorted(map(str, nieuw))

    # --- which edit ---

    def _kies(self, waarden: dict[Any, Any]) -> tuple[str, Bewerking, Pad]:
        """What kind of edit, the edit with ids in its path, and its path by places."""
        kans = self.kans
        alle = list(_plekken(Account, waarden))
        lang = [een for een in alle if isinstance(een[2], str) and len(een[2]) > 60]
        lijsten = [een for een in alle if isinstance(een[2], list) and len(een[2]) > 1]
        while True:
            hint, pad, waarde = kans.choice(kans.choice([alle, alle, alle, lang or alle, lijsten or alle]))
            if len(pad) < 3 and kans.random() < 0.5:
                continue  # what lies deep is more
            if pad[-1] == "id" or (waarde is None and isinstance(pad[-1], int)):
                continue
            naam = _met_ids(waarden, pad)
            lijst = any(get_origin(kaal(keuze)) is list for keuze in keuzes(hint))
            keuze = kans.random()
            if waarde is not None and keuze < 0.25:
                return "weg", Weg(naam), pad
            if lijst and keuze < 0.5:
                return "erbij", Erbij(naam, _waarde(binnen(hint, list), kans)), pad
            if isinstance(waarde, str) and len(waarde) > 60 and keuze < 0.8:
                return "woord", Zet(naam, _ander_woord(waarde, kans)), pad
            if isinstance(waarde, list) and keuze < 0.8:
                return "lijst", Zet(naam, _andere_lijst(waarde, _waarde(binnen(hint, list), kans), kans)), pad
            nieuw = _waarde(hint, kans)
            if nieuw is not None:
                return "zet" if waarde is not None else "nieuw", Zet(naam, nieuw), pad


def _plekken(klasse: type, waarden: dict[Any, Any], pad: Pad = ()) -> Iterator[tuple[Any, Pad, Any]]:
    for naam, hint in hints_van(klasse).items():
        yield hint, (*pad, naam), waarden.get(naam)
        yield from _onder(hint, (*pad, naam), waarden.get(naam))


def _onder(hint: Any, pad: Pad, waarde: Any) -> Iterator[tuple[Any, Pad, Any]]:
    if isinstance(waarde, list):
        deel = binnen(hint, list)
        for nummer, item in enumerate(waarde):
            yield deel, (*pad, nummer), item
            yield from _onder(deel, (*pad, nummer), item)
    elif isinstance(waarde, dict):
        klasse = next((soort for soort in map(kaal, keuzes(hint)) if velden_van(soort)), None)
        if klasse:
            yield from _plekken(klasse, waarde, pad)
        else:
            for naam, item in waarde.items():
                yield binnen(hint, dict), (*pad, naam), item
                yield from _onder(binnen(hint, dict), (*pad, naam), item)


def _met_ids(waarden: Any, pad: Pad) -> Pad:
    stappen: list[str | int] = []
    for stap in pad:
        waarden = waarden.get(stap) if isinstance(waarden, dict) else waarden[stap]
        stappen.append(
            waarden["id"] if isinstance(stap, int) and isinstance(waarden, dict) and "id" in waarden else stap
        )
    return tuple(stappen)


def _waarde(hint: Any, kans: random.Random, diep: int = 0) -> Any:  # noqa: PLR0911  a line for each sort
    """Anything that the model takes here."""
    soort = kaal(kans.choice([keuze for keuze in keuzes(hint) if kaal(keuze) is not type(None)]))
    oorsprong = get_origin(soort)
    if oorsprong is Literal:
        return kans.choice(get_args(soort))
    if oorsprong is list:
        return [_waarde(get_args(soort)[0], kans, diep + 1) for _ in range(kans.choice([0, 1, 1, 2, 4]))]
    if oorsprong is dict:
        sleutels = [2024, 2025, 2026] if get_args(soort)[0] is not str and "int" in str(get_args(soort)[0]) else "abc"
        return {sleutel: _waarde(get_args(soort)[1], kans, diep + 1) for sleutel in kans.sample(sleutels, 2)}
    if velden := velden_van(soort):
        hints = hints_van(soort)
        eigen = {"id": f"n{kans.randrange(10**9)}"} if "id" in velden else {}
        return eigen | {
            naam: _waarde(hints[naam], kans, diep + 1)
            for naam, info in velden.items()
            if naam not in eigen and (info.is_required() or (diep < 2 and kans.random() < 0.3))
        }
    if soort is date:
        return date(2026, 1, 1) + timedelta(days=kans.randrange(1500))
    if soort in (bool, int, float):
        return {bool: kans.random() < 0.5, int: kans.randrange(10**6), float: kans.choice([0.5, 7.0, 12.25])}[soort]
    return _tekst(kans)


def _tekst(kans: random.Random) -> str:
    kort = ["x", "no", "1e3", "2026-01-01", "12:30", "~", "null", "Ja: maar", "- a", "# b", "é ü 🙂", "a'b\"c", "x #y"]
    lang = [
        _ZIN,
        f"{_ZIN}\n\n{_ZIN}\n- punt: een",
        f"{_ZIN} {_ZIN}",
        "regel een\n  regel twee",
        "a\nb\n",
        "\N{NO-BREAK SPACE}x",
    ]
    tekst: str = kans.choice([*kort, *lang, "\N{NO-BREAK SPACE}x", kans.choice(WAARDEN)])
    return tekst


def _ander_woord(waarde: str, kans: random.Random) -> str:
    woorden = waarde.split(" ")
    woorden[kans.randrange(len(woorden))] = kans.choice(["anders", "dit is nieuw", "Ja:", "#3"])
    return " ".join(woorden).strip()


def _andere_lijst(waarde: list[Any], nieuw: Any, kans: random.Random) -> list[Any]:
    lijst = [*waarde]
    for _ in range(kans.choice([1, 1, 2])):
        keuze = kans.random()
        if keuze < 0.4 and nieuw not in lijst:
            lijst.insert(kans.randrange(len(lijst) + 1), nieuw)
        elif lijst and keuze < 0.7:
            del lijst[kans.randrange(len(lijst))]
        else:
            kans.shuffle(lijst)
    return lijst


# --- what is to be said of it ---


def _doe(waarden: Any, wijziging: Bewerking, pad: tuple[Any, ...]) -> None:
    *weg, laatste = pad
    for stap in weg:
        if isinstance(waarden, dict) and not waarden.get(stap):
            waarden[stap] = {}
        waarden = waarden[stap]
    if isinstance(wijziging, Weg):
        del waarden[laatste]
    elif isinstance(wijziging, Zet):
        waarden[laatste] = _gelezen(wijziging.waarde)
    else:
        oud = waarden.get(laatste) if isinstance(waarden, dict) else waarden[laatste]
        waarden[laatste] = [*(oud or []), _gelezen(wijziging.item)]


def _gelezen(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return {naam: _gelezen(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_gelezen(deel) for deel in waarde]
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def _op_naam(waarde: Any) -> Any:
    """The same with its keys in one order: that of a map means nothing."""
    if isinstance(waarde, dict):
        return {str(naam): _op_naam(waarde[naam]) for naam in sorted(waarde, key=str)}
    return [_op_naam(deel) for deel in waarde] if isinstance(waarde, list) else waarde


def _snoei(waarden: Any, pad: tuple[Any, ...]) -> None:
    if pad and isinstance(waarden, dict | list):
        try:
            onder = waarden[pad[0]]
        except LookupError:
            return
        _snoei(onder, pad[1:])
        if onder in ({}, []):
            del waarden[pad[0]]


def _bereik(tekst: str, pad: Pad, *, ruim: bool) -> tuple[int, int]:
    """The first line that may change and the first after it that may not: of what stands at the path, or around it."""
    knoop: Any = yaml.compose(tekst, Loader=yaml.CSafeLoader)
    begin, eind = 0, tekst.count("\n") + 1
    for stap in pad:
        if isinstance(knoop, yaml.MappingNode):
            deel = next((een for een in knoop.value if een[0].value == str(stap)), None)
            if deel is None:
                break
            sleutel, volgende = deel
        else:
            volgende = sleutel = knoop.value[stap]
        knoop = volgende
        begin, eind = sleutel.start_mark.line, knoop.end_mark.line + (1 if knoop.end_mark.column else 0)
    regels = [regel.strip() for regel in tekst.splitlines()]
    while ruim and begin and (regels[begin - 1][:1] in ("#", "-") or not regels[begin - 1]):
        begin -= 1
    if ruim and len(pad) > 1:  # what becomes empty goes too
        boven = _bereik(tekst, pad[: max(1, len(pad) - 2)], ruim=False)
        begin, eind = min(begin, boven[0]), max(eind, boven[1])
    while eind < len(regels) and (regels[eind][:1] == "#" or not regels[eind]):
        eind += 1
    return begin, max(eind, begin + 1)


def _verschil(oud: str, nieuw: str) -> str:
    delen = difflib.unified_diff(oud.splitlines(), nieuw.splitlines(), lineterm="", n=0)
    return "\n".join(regel for regel in delen if not regel.startswith(("---", "+++", "@@")))
