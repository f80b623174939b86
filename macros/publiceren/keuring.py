"""Looks at a finished site as a reader would meet it, before anybody does.

The build itself follows every link (`site/oplevering.py`). This is about the folder as a whole: is it all there, is
each page finished, did a building block fail, did a mark of ours stay behind.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NODIG = ("index.html", "404.html", "search/search_index.json", "status.json", "bewerken/nu.json")
"""Without one of these a site is not whole."""
_MISLUKT = (
    (b"Macro Rendering Error", "een bouwsteen is mislukt"),
    (b"Macro Syntax Error", "een bouwsteen is verkeerd geschreven"),
    (b"Traceback (most recent call last)", "hier staat een foutmelding van het programma"),
    (b"@@handboek:", "hier bleef een merkteken staan"),
    (b"<!--handboek:", "hier bleef een merkteken staan"),
)
HOOGSTENS = 5
"""So many remarks are enough to see what happened."""


def bezwaren(site: Path) -> list[str]:
    """What keeps a site from being read, in Dutch, one line each and not all of it when there is much."""
    gevonden = [*_ontbreekt(site), *_kapot(site)]
    for pad in sorted(site.rglob("*.html")):
        gevonden += _pagina(pad.relative_to(site).as_posix(), pad.read_bytes())
        if len(gevonden) > HOOGSTENS:
            return [*gevonden[:HOOGSTENS], "en meer"]
    return gevonden


def _ontbreekt(site: Path) -> Iterator[str]:
    for naam in NODIG:
        if not (site / naam).is_file() or not (site / naam).stat().st_size:
            yield f"{naam} ontbreekt of is leeg"


def _kapot(site: Path) -> Iterator[str]:
    for naam in NODIG:
        pad = site / naam
        if naam.endswith(".json") and pad.is_file():
            try:
                inhoud: Any = json.loads(pad.read_bytes())
            except ValueError:
                yield f"{naam} is niet te lezen"
            else:
                if naam.startswith("search/") and not inhoud.get("bladen"):
                    yield f"{naam} bevat niets om te zoeken"


def _pagina(naam: str, html: bytes) -> Iterator[str]:
    if not html.rstrip().endswith(b"</html>"):
        yield f"{naam} is niet af"
    for teken, wat in _MISLUKT:
        if teken in html:
            yield f"{naam}: {wat}"
