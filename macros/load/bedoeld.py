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
_GEEN_ID = " is geen id"


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
        zin = _raad(str(_op(waarde, een.loc)), _ids(bestanden.get(f"{klant}.yml")))
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
    kern = als_id(_AANHEF.sub("", getypt))
    einde = [naam for naam in ids if kern and (naam == kern or naam.endswith(f"-{kern}"))]
    lijkt = einde[0] if len(einde) == 1 else gelijkend(kern, ids)
    return f"bedoel je '{lijkt}'?" if lijkt else ""
