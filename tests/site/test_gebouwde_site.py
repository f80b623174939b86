"""The built site of the portfolio in which every rule fires, as a whole."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from justhtml import JustHTML
from paginas import Blad, doel

CODE = re.compile(r"<script.*?</script>|<code.*?</code>", re.DOTALL)
"""Where text may look like a program."""


def zoekplekken(site: Path) -> list[str]:
    """Return the addresses of the pages and paragraphs that the search knows."""
    return [blad[0] for blad in json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["bladen"]]


@pytest.fixture(scope="module")
def bladen(site: Path) -> list[Blad]:
    """Return every page of the site."""
    return [Blad(pad) for pad in sorted(site.rglob("*.html"))]


def test_a_wrong_address_is_answered_in_words(site: Path) -> None:
    """
    Whoever mistypes an address reads what to do, and finds the way back.
    """
    tekst = (site / "404.html").read_text(encoding="utf-8")

    assert "Deze pagina is er niet" in tekst
    assert ">Naar Vandaag</a>" in tekst


def test_every_internal_link_leads_somewhere(site: Path, bladen: list[Blad]) -> None:
    """
    A link inside the site points to a file that is there and, with a fragment, to an id on that page.
    """
    ids = {blad.pad.resolve(): set(blad.ids) for blad in bladen}

    fout = []
    for blad in bladen:
        if blad.pad.name == "404.html":  # its links start at the root of the published site
            continue
        for link in blad.links:
            gevonden = doel(blad, link, site.resolve())
            if gevonden is None:
                continue
            bestand, fragment = gevonden
            if not bestand.is_file() or (fragment and fragment not in ids.get(bestand.resolve(), {fragment})):
                fout.append(f"{blad.pad.relative_to(site)}: {link}")

    assert [] == fout


def test_ids_are_unique_on_a_page(site: Path, bladen: list[Blad]) -> None:
    """
    No page uses an id twice.
    """
    dubbel = {
        f"{blad.pad.relative_to(site)}: {naam}" for blad in bladen for naam in blad.ids if blad.ids.count(naam) > 1
    }

    assert set() == dubbel


def test_no_page_loads_anything_from_outside(bladen: list[Blad]) -> None:
    """
    What the browser fetches for a page has a relative address.
    """
    buiten = [adres for blad in bladen for adres in blad.laadt if re.match(r"(?:[a-z]+:)?//", adres)]

    assert [] == buiten


def test_no_macro_went_wrong(bladen: list[Blad]) -> None:
    """
    No page shows a template, a slot that stayed empty, an error text of the macros or a Python value.
    """
    verraders = re.compile(r"Macro (?:Rendering|Syntax) Error|handboek:\w+(?:@@|--)|\bNone\b|Verklaard\(|\bdatetime\.")

    gevonden = [
        f"{blad.pad}: {treffer[0]}" for blad in bladen if (treffer := verraders.search(CODE.sub("", blad.tekst)))
    ]

    assert [] == gevonden


def test_pages_are_valid_html(site: Path) -> None:
    """
    A strict HTML5 parser finds no fault in the article of one page of each kind.
    """
    klant, collega = "accounts/meerdal-zorggroep", "overleg/anouk-de-wit"
    overzichten = (".", "accounts", "kalender", "contacten", "segmenten", "klantcijfers", "aanvullen", "overleg",
                   "handboek/contractdatums")  # fmt: skip
    van_klant = tuple(f"{klant}/{deel}" for deel in ("canvas/2026", "gesprek", "sessie", "klant"))
    soorten = (*overzichten, "acties", klant, *van_klant, collega)

    for soort in soorten:
        tekst = (site / soort / "index.html").read_text(encoding="utf-8")
        artikel = tekst[tekst.index("<article") : tekst.index("</article>") + len("</article>")]
        gelezen = JustHTML(artikel, fragment=True, collect_errors=True)

        assert [] == [str(fout) for fout in gelezen.errors], soort


def test_every_page_has_one_way_to_search(bladen: list[Blad]) -> None:
    """
    The button that opens the search, and nothing that goes off under a single letter.
    """
    assert [] == [blad.pad for blad in bladen if 1 != blad.tekst.count('class="zoeken-knop"')]
    assert [] == [blad.pad for blad in bladen if 'rel="next"' in blad.tekst or 'rel="prev"' in blad.tekst]


def test_family_files_themselves_are_not_published(site: Path) -> None:
    """
    The Markdown file behind a family makes no page of its own and is not in the search index.
    """
    assert [] == [pad for pad in site.rglob("*") if pad.name.startswith("_")]
    assert [] == [plek for plek in zoekplekken(site) if "/_" in plek]


def test_a_family_page_has_what_the_theme_prints_for_any_page(site: Path) -> None:
    """
    Title, active tab, breadcrumbs and edit link belong to the account, not to the family's file.
    """
    tekst = (site / "accounts/meerdal-zorggroep/index.html").read_text(encoding="utf-8")

    assert "<title>Meerdal Zorggroep - Retentiehandboek</title>" in tekst
    assert "<h1>Meerdal Zorggroep</h1>" in tekst
    assert re.search(r'md-tabs__item--active">\s*<a href="\.\./" class="md-tabs__link">\s*Klanten', tekst)
    assert 'id="contracten"' in tekst
    assert (
        "https://git.intern.example/verkoop/retentiehandboek/edit/main/tests/data/portefeuille/meerdal-zorggroep.yml"
        in tekst
    )


def test_an_account_page_is_small(site: Path) -> None:
    """
    With one contract an account adds at most 32 kB of HTML to the theme; any client at most 11 kB over the wire.
    """
    artikelen = {
        pad.parent.name: artikel[0].encode()
        for pad in site.glob("accounts/*/index.html")
        if (artikel := re.search(r"<article.*</article>", pad.read_text(encoding="utf-8"), re.DOTALL))
    }

    assert len(artikelen["meerdal-zorggroep"]) <= 32_000
    assert {} == {naam: grootte for naam, html in artikelen.items() if (grootte := len(gzip.compress(html))) > 11_000}
