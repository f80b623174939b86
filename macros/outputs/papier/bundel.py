"""Several pages as one file: every canvas behind a table of contents, or the checklists of the handbook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape
from pathlib import Path

from macros.outputs.papier.browser import PapierError
from macros.outputs.papier.vel import Pagina, blad, herschreven
from macros.woorden import taal

PER_VEL = 60
"""Lines of the table of contents on one sheet, in two columns."""
_STIJL = Path(__file__).with_name("bundel.css")
_LIJST = re.compile(r'<(h[2-4]|p)[^>]*>((?:(?!</\1>).)*)</\1>\s*(<div class="afvinklijst".*?</div>)', re.DOTALL)
"""A checklist with the heading, or the line in bold, that stands above it."""
_LINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def canvassen(paginas: Sequence[Pagina], namen: Sequence[str], adres: str, papier: str = "A4") -> str:
    """Return one HTML text with a canvas a sheet, in this order; on the sheets before them what stands where."""
    if not paginas:
        raise PapierError("er is geen canvas dat nu loopt, dus er valt niets te bundelen")
    rijen = [
        f'<li><a href="#c{n}">{escape(naam)}</a> <span>{n + 1 + -(-len(namen) // PER_VEL)}</span></li>'
        for n, naam in enumerate(namen)
    ]
    titel = "Retentiecanvassen"
    zin = f"{taal.aantal(len(namen), 'canvas', 'canvassen')}, stand op {paginas[0].dag}."
    vellen = []
    for begin in range(0, len(rijen), PER_VEL):
        kop = f"<p>{titel}, vervolg</p>" if begin else f"<h1>{titel}</h1><p>{escape(zin)}</p>"
        deel = "".join(rijen[begin : begin + PER_VEL])
        vellen.append(f'<nav class="inhoud" aria-label="Inhoud">{kop}<ol>{deel}</ol></nav>')
    for nummer, pagina in enumerate(paginas):
        kern = replace(pagina, artikel=_alleen_canvas(pagina))
        vellen.append(f'<div id="c{nummer}">{herschreven(kern, adres, f"c{nummer}-")}</div>')
    return blad(paginas[0], titel, f"<style>{_STIJL.read_text(encoding='utf-8')}</style>" + "\n".join(vellen), papier)


def _alleen_canvas(pagina: Pagina) -> str:
    """Return the element of the canvas: from its first tag to where its `<div>` is closed."""
    begin = pagina.artikel.find('<div class="canvas">')
    diep = 0
    for tag in re.finditer(r"<(/?)div\b", pagina.artikel[begin:]) if begin >= 0 else ():
        diep += -1 if tag[1] else 1
        if not diep:
            return pagina.artikel[begin : begin + tag.end()] + ">"
    raise PapierError(f"op {pagina.pad} staat geen canvas")


def checklists(paginas: Sequence[Pagina]) -> str:
    """Return one HTML text with every checklist of these chapters, each whole on a sheet under the title of its own."""
    delen = []
    for pagina in paginas:
        lijsten = _LIJST.findall(pagina.artikel)
        for _, kop, lijst in lijsten:
            tekst = _TAG.sub("", _LINK.sub("", kop)).strip()
            bij = "" if tekst == "Checklist" else f": {tekst}"
            rest = herschreven(replace(pagina, artikel=lijst), "")
            delen.append(f"<h2>{escape(pagina.titel)}{bij}</h2>{rest}")
    if not delen:
        raise PapierError("er staat geen checklist in deze site")
    titel = f"Checklist {paginas[0].titel}" if len(paginas) == 1 else "Checklists"
    return blad(paginas[0], titel, f"<h1>{escape(titel)}</h1>{''.join(delen)}")
