"""What somebody meant with a name that is no id: the id it stands for, or several without a comma between them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from macros.load.bestanden import inhoud_van
from macros.load.plaatsen import SLEUTEL
from macros.load.problem import Bevinding, Loc
from macros.load.veldraad import gelijkend
from macros.model.basis import als_id

_ID = re.compile(r"""\bid: *["']?([a-z0-9][a-z0-9_-]*)""")
_DEEL = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
_AANHEF = re.compile(r"^(de heer|mevrouw|meneer|dhr|mevr|mw)[. ]+", re.IGNORECASE)
_GEEN_ID = " is geen korte naam"


def bedoeld(
    bevindingen: Iterable[Bevinding], waarde: Any, bestanden: Mapping[str, Path | bytes]
) -> Iterator[Bevinding]:
    """Give the same findings, those about a reference that is no id with the id that was meant.

    `waarde` is the file as read, `bestanden` are all files by name. A line of the journal names what stands in the
    file of its client, an account what stands in its own.
    """
    for een in bevindingen:
        if een.code != "slug" or _GEEN_ID not in een.tekst or een.loc[-1:] in (("id",), (SLEUTEL,)):
            yield een
            continue
        klant = waarde["regels"][een.loc[1]].get("klant") if een.loc[0] == "regels" else waarde.get("id")
        getypt, ids = str(_op(waarde, een.loc)), _ids(bestanden.get(f"{klant}.yml"))
        zin = _meer(getypt, ids) if isinstance(een.loc[-1], int) and "," in getypt else _raad(getypt, ids)
        yield een._replace(tekst=f"{een.tekst.partition(_GEEN_ID)[0]}{_GEEN_ID}; {zin}") if zin else een


def _ids(bestand: Path | bytes | None) -> list[str]:
    """All ids in the text of a file; none of one that is not there."""
    try:
        tekst = inhoud_van(bestand).decode(errors="replace") if bestand is not None else ""
    except OSError:
        return []
    return list(dict.fromkeys(_ID.findall(tekst)))


def _op(waarde: Any, loc: Loc) -> Any:
    for deel in loc:
        waarde = waarde[deel]
    return waarde


def _raad(getypt: str, ids: list[str]) -> str:
    """What to write instead; empty when it looks like nothing there is."""
    delen = getypt.split()
    if len(delen) > 1 and all(map(_DEEL.fullmatch, delen)) and any(deel in ids for deel in delen):
        return f"hier mist een komma, schrijf [{', '.join(delen)}]"
    lijkt = _lijkt(getypt, ids)
    return f"bedoel je '{lijkt}'?" if lijkt else ""


def _meer(getypt: str, ids: list[str]) -> str:
    """What to write for more than one between the same quotes, so that none of them is lost."""
    delen = [deel for deel in re.split(r"\s*,\s*", getypt.strip(" ,[]")) if deel]
    namen = [deel if deel in ids else _lijkt(deel, ids) or als_id(deel) for deel in delen]
    return f"elk is een deel van de lijst, zonder aanhalingstekens: schrijf [{', '.join(filter(None, namen))}]"


def _lijkt(getypt: str, ids: list[str]) -> str | None:
    """The id that a name stands for; None when it looks like nothing there is."""
    kern = als_id(_AANHEF.sub("", getypt))
    einde = [naam for naam in ids if kern and (naam == kern or naam.endswith(f"-{kern}"))]
    return einde[0] if len(einde) == 1 else gelijkend(kern, ids)
