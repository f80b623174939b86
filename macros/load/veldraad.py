"""What somebody may have meant with a key that does not belong where it stands: another name, or another place."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple, get_origin

from macros.load.problem import Loc
from macros.load.velden import klasse_bij, klasse_in, naam_van, velden_van, vrije_sleutels

_ANDERS = {
    "begin": "startdatum",
    "begindatum": "startdatum",
    "ingangsdatum": "startdatum",
    "start": "startdatum",
    "eind": "einddatum",
    "einde": "einddatum",
    "afloopdatum": "einddatum",
    "bedrag": "jaarwaarde",
    "prijs": "jaarwaarde",
    "omschrijving": "tekst",
    "naam": "titel",
    "titel": "naam",
    "deadline": "voor_datum",
    "collega": "wie",
    "contactpersoon": "met",
    "onderwerp": "kern",
    "notitie": "kern",
}
"""Words that people use → the field that is called otherwise, where a class has it."""


class Raad(NamedTuple):
    """What to do about an unknown key."""

    zin: str
    """The end of a sentence: what to write, or where the key belongs."""
    veld: str | None = None
    """The field beside it that was meant, or under which it belongs: that it misses is no second cause."""


def raad(sleutel: str, waarde: object, loc: Loc, wortel: type) -> Raad:
    """Say what somebody meant with the unknown key that `loc` ends with, and `waarde` behind it."""
    velden = list(velden_van(klasse_bij(wortel, loc)))
    if anders := _andere_naam(sleutel, velden):
        return Raad(f"bedoel je '{anders}'?", anders)
    if plek := _andere_plek(sleutel, waarde, loc, wortel):
        return plek
    if lijkt := gelijkend(sleutel, velden):
        return Raad(f"bedoel je '{lijkt}'?", lijkt)
    if len(velden) <= 8:
        return Raad(f"dit kan wel: {', '.join(velden)}")
    return Raad("haal het weg, of zoek de juiste naam in het handboek")


def _andere_naam(sleutel: str, velden: list[str]) -> str | None:
    """The field that goes by another name: `oordeel_datum` is `oordeel_op` here, `begindatum` is `startdatum`."""
    klein = sleutel.lower()
    stam = klein.removesuffix("_datum").removeprefix("datum_").removesuffix("datum")
    mogelijk = [_ANDERS.get(klein, ""), f"{stam}_op", f"{stam}_datum"] if stam else []
    return next((naam for naam in mogelijk if naam in velden), None)


def _andere_plek(sleutel: str, waarde: object, loc: Loc, wortel: type) -> Raad | None:
    """Where a key belongs that has the right name, or the right things below it: on another level of the file."""
    hier = klasse_bij(wortel, loc)
    if isinstance(waarde, dict) and waarde:
        # The name of a box is free; what stands in it tells that it is one.
        if len(loc) > 2 and klasse_bij(wortel, loc[:-1]) is hier and set(waarde) <= set(velden_van(hier)):
            return Raad(f"het staat een stap te ver naar rechts: zet het recht onder '{loc[-2]}'")
        for naam, veld in velden_van(hier).items():
            onder = klasse_in(veld.annotation) if vrije_sleutels(veld.annotation) else None
            if onder and set(waarde) <= set(velden_van(onder)):
                return Raad(f"het hoort een stap verder naar rechts: zet het onder {naam}", naam)
    plekken = {klasse: pad for klasse, pad in _paden(wortel) if sleutel in velden_van(klasse)}
    boven = [klasse_bij(wortel, loc[:lengte]) for lengte in range(len(loc) - 1, 0, -1)]
    namen = tuple(deel for deel in loc[:-1] if isinstance(deel, str))
    een_hoger = [klasse for klasse in boven if klasse in plekken]
    een_lager = [klasse for klasse, pad in plekken.items() if pad[:-1] == namen]
    ergens = list(plekken) if len(plekken) == 1 else []
    for klasse in (*een_hoger, *een_lager, *ergens):
        pad = plekken[klasse]
        waar = f"onder {' en dan '.join(pad)}" if pad else "helemaal links"
        if len(loc) == len(pad) == 1 and get_origin(velden_van(wortel)[pad[0]].annotation) is list:
            # A line against the margin that goes on with the last thing of a list.
            waar += ", met vier spaties ervoor"
        return Raad(f"het hoort bij {naam_van(klasse)}: zet het {waar}", pad[-1] if pad else None)
    return None


@cache
def _paden(wortel: type) -> list[tuple[type, tuple[str, ...]]]:
    """Every class of the model below `wortel`, with the keys that lead to it; the shortest way first."""
    return sorted(_alle(wortel, ()), key=lambda paar: -len(paar[1]))


def _alle(klasse: type, pad: tuple[str, ...]) -> Iterator[tuple[type, tuple[str, ...]]]:
    yield klasse, pad
    for naam, veld in velden_van(klasse).items():
        if onder := klasse_in(veld.annotation):
            yield from _alle(onder, (*pad, naam))


def gelijkend(woord: str, woorden: list[str]) -> str | None:
    """The one of `woorden` that looks most like `woord`, if any is near enough."""
    # In one or two letters nearly every name is alike.
    if len(woord) < 3:
        return None
    # Reversed, so that of two spellings the first stays.
    klein = {mogelijk.lower(): mogelijk for mogelijk in reversed(woorden)}
    gezocht = woord.strip().lower().replace(" ", "_")
    # An id that goes on where somebody stopped (`beheer` for `beheer-2024`) is surer than one that looks alike.
    langer = [mogelijk for mogelijk in klein if mogelijk.startswith(f"{gezocht}-")]
    gevonden = langer if len(langer) == 1 else get_close_matches(gezocht, list(klein), n=1, cutoff=0.6)
    return klein[gevonden[0]] if gevonden else None
