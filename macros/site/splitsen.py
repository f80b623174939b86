"""Registers that are too long for one page: the family files of the pages of the colleagues.

Such a family has no file in `docs/`: it is made of the page's own file, so that the team arranges both at once. The
names of the families and their pages stand in `pagina.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from posixpath import relpath
from typing import TYPE_CHECKING, Any

from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils.meta import get_data

from macros.portefeuille.collegabladen import collegabladen
from macros.site.gepast import KAN
from macros.site.pagina import PER_COLLEGA, REGISTERS

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from macros.portefeuille.portefeuille import Portefeuille

MERK = "<!--handboek:bladen-->"
_TITEL = re.compile(r"^# .*\n", re.MULTILINE)
_INCLUSIE = InclusionLevel.NOT_IN_NAV
_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|[#/])")
"""Where the address of a Markdown link to another page begins."""
_KOP = "---\nfamilie: {}\nsearch: {{exclude: true}}\nhide: [navigation, toc]\n---\n\n"


def familiebestanden(files: Files, config: MkDocsConfig, portefeuille: Portefeuille) -> list[File]:
    """Make the family file of every register there is; none while one page holds all clients."""
    if not collegabladen(portefeuille):
        return []
    per_adres = {bestand.url: bestand for bestand in files.documentation_pages()}
    return [
        File.generated(config, familie.bestand, content=_tekst(naam, bron, familie.bestand), inclusion=_INCLUSIE)
        for naam, familie in REGISTERS.items()
        if (bron := per_adres.get(adres(naam)))
    ]


def adres(familie: str) -> str:
    """Return the address of the register that a family belongs to, as MkDocs knows it."""
    return PER_COLLEGA[familie].pad if familie in PER_COLLEGA else "./"


def _tekst(naam: str, bron: File, bestand: str) -> str:
    """The register's own text, without its title, for a page that may stand in another folder."""
    terug = relpath(PurePosixPath(bron.src_uri).parent, PurePosixPath(bestand).parent)
    tekst = _TITEL.sub("", get_data(bron.content_string)[0], count=1)
    return _KOP.format(naam) + (tekst if terug == "." else _LINK.sub(f"{terug}/", tekst))


def secties(files: Files) -> Iterator[tuple[str, Any]]:
    """Give for each of these families the part of the menu that its register is in."""
    per_adres = {bestand.url: bestand for bestand in files.documentation_pages()}
    for naam in REGISTERS:
        bron = per_adres.get(adres(naam))
        if bron and bron.page:
            yield naam, bron.page.parent


def met_wegwijzer(html: str, pagina: Page) -> str:
    """Leave a mark for the way to the pages of the colleagues under the title of a page that may be split."""
    if pagina.meta.get("familie") in REGISTERS:
        return MERK + html
    return html.replace("</h1>", f"</h1>{MERK}", 1) if pagina.url in KAN else html
