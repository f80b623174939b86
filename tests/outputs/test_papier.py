"""A built page becomes a page for paper: what goes along, where its links lead, and which browser prints it."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.outputs.papier.browser import BROWSER, PapierError, druk, vind
from macros.outputs.papier.bundel import PER_VEL, canvassen, checklists
from macros.outputs.papier.vel import Pagina, lees, vel

PAGINA = """<!doctype html><html lang="nl"><head><title>Blad &amp; Zonen - Retentiehandboek</title>
<meta name="generator" content="iets"><link rel="stylesheet" href="../../assets/stijl.css">
<meta name="peildatum-tekst" content="16 maart 2026"><style>@page { margin: 1mm }</style></head>
<body><header>Menu</header><article class="md-content__inner md-typeset">
<a href="https://git.example/acme.yml" rel="edit">Wijzig</a><h2 id="kop">Kop &amp; meer</h2>
<p aria-labelledby="kop"><a href="../#waarom">dag</a> <a href="#kop">hier</a> <img src="../../assets/x.svg" alt=""></p>
<svg><use href="#streep"/></svg>
<article>Binnen</article><p>Einde</p><script>alert(1)</script></article><footer>Voet</footer></body></html>"""


@pytest.fixture
def pagina(tmp_path: Path) -> Pagina:
    """Return a page as a site holds it."""
    blad = tmp_path / "accounts/acme/index.html"
    blad.parent.mkdir(parents=True)
    blad.write_text(PAGINA, encoding="utf-8")
    return lees(tmp_path, "accounts/acme/")


def test_a_sheet_is_the_text_of_a_page_and_its_styles(pagina: Pagina) -> None:
    """
    Nothing of the site around it, no script and no word about who made it; the title is that of the page.
    """
    html = vel(pagina, adres="https://site.example/")

    assert '<html lang="nl-NL"' in html
    assert "<title>Blad &amp; Zonen</title>" in html
    assert "Kop &amp; meer" in html
    assert "<article>Binnen</article><p>Einde</p>" in html
    assert (pagina.site / "assets/stijl.css").as_uri() in html
    assert [] == [woord for woord in ("Menu", "Voet", "alert", "<script", "generator") if woord in html]


@pytest.mark.parametrize("adres", ["https://site.example/boek", "https://site.example/boek/"])
def test_a_link_leads_to_the_published_site_or_nowhere(pagina: Pagina, adres: str) -> None:
    """
    Never to a file on this machine; without an address, and on the sheet of a client, there is no link.
    """
    met, zonder = vel(pagina, adres=adres), vel(pagina, adres="")

    assert 'href="https://site.example/boek/accounts/#waarom"' in met
    assert 'href="#kop"' in met
    assert "<a" in zonder
    assert "<a href" not in zonder
    assert '<use href="#streep"/>' in zonder
    assert "git.example" not in zonder


def test_a_page_that_is_not_there_is_named(tmp_path: Path) -> None:
    """
    Of a folder that is no site, or an old one.
    """
    with pytest.raises(PapierError, match="staat geen pagina overleg/x/"):
        lees(tmp_path, "overleg/x/")


def een_canvas(nummer: int) -> Pagina:
    """Return a page with a canvas and something below it."""
    vak = '<div class="canvas"><p class="canvas__naam">K</p><div id="vak">Vak</div></div><p>Eronder</p>'
    return Pagina(f"accounts/k{nummer}/canvas/2026/", "Canvas", "16 maart 2026", "", vak, Path("/site"))


def test_a_bundle_says_on_which_sheet_each_canvas_is() -> None:
    """
    With more clients than a sheet of contents holds, the first canvas comes after the second of those sheets.
    """
    aantal = PER_VEL + 1
    html = canvassen([een_canvas(n) for n in range(aantal)], [f"Klant <{n}>" for n in range(aantal)], "")

    assert 2 == html.count('<nav class="inhoud"')
    assert '<a href="#c0">Klant &lt;0&gt;</a> <span>3</span>' in html
    assert f"<span>{aantal + 2}</span>" in html
    assert aantal == html.count('role="heading" aria-level="1"')
    assert "Eronder" not in html


def test_two_canvases_share_no_id() -> None:
    """
    Or a heading in one would be said to belong to the other.
    """
    html = canvassen([een_canvas(0), een_canvas(1)], ["A", "B"], "")

    assert 1 == html.count('id="c0-vak"')
    assert 1 == html.count('id="c1-vak"')


def test_nothing_to_bundle_is_said() -> None:
    """
    No canvas runs, or a chapter has no list.
    """
    with pytest.raises(PapierError, match="geen canvas dat nu loopt"):
        canvassen([], [], "")
    with pytest.raises(PapierError, match="geen checklist"):
        checklists([een_canvas(0)])


def test_a_checklist_goes_under_the_title_of_its_chapter() -> None:
    """
    With the heading above it where a page has more of them, and nothing else of the page.
    """
    lijst = '<div class="afvinklijst">\n<ul><li>{}</li></ul>\n</div>'
    tekst = f"<h2>Uitleg</h2><p>Lang.</p><h2>Checklist</h2>\n{lijst.format('een')}<p><b>Doen</b></p>{lijst.format(2)}"
    html = checklists([Pagina("handboek/x/", "Nazorg", "", "", tekst, Path("/site"))])

    assert "<h1>Checklist Nazorg</h1><h2>Nazorg</h2>" in html
    assert "<h2>Nazorg: Doen</h2>" in html
    assert "Lang." not in html


# --- the browser ---


def test_a_browser_is_found_on_the_path_or_where_it_was_said_to_be(tmp_path: Path) -> None:
    """
    The one that was chosen comes first.
    """
    for naam in ("chromium", "mijn"):
        (tmp_path / naam).touch(mode=0o755)

    assert tmp_path / "chromium" == vind({"PATH": str(tmp_path)})
    assert tmp_path / "mijn" == vind({"PATH": str(tmp_path), BROWSER: str(tmp_path / "mijn")})


def test_without_a_browser_it_says_what_to_install(tmp_path: Path) -> None:
    """
    And a chosen one that is no program is named.
    """
    with pytest.raises(PapierError, match="installeer Chromium, Google Chrome of Microsoft Edge"):
        vind({"PATH": str(tmp_path)})
    with pytest.raises(PapierError, match="wijst naar 'weg'"):
        vind({"PATH": str(tmp_path), BROWSER: "weg"})


@pytest.mark.parametrize(
    ("wat", "zin"),
    [
        ("exit 0", "maakte geen PDF; kies een andere met"),
        ("echo 'x:ERROR: kan niet' >&2; exit 1", "het laatste wat hij zei: x:ERROR: kan niet"),
        ('for o; do case $o in --print-to-pdf=*) printf %%PDF-half > "${o#*=}";; esac; done', "maakte geen PDF"),
    ],
)
def test_a_browser_that_makes_no_whole_pdf_is_no_success(tmp_path: Path, wat: str, zin: str) -> None:
    """
    Whatever its exit code says, half a file is not handed on.
    """
    browser = tmp_path / "browser"
    browser.write_text(f"#!/bin/sh\n{wat}\n")
    browser.chmod(0o755)

    with pytest.raises(PapierError, match=zin):
        druk(browser, "<p>x")


def test_a_browser_that_does_not_start_is_named(tmp_path: Path) -> None:
    """
    A file that is no program, for one.
    """
    (tmp_path / "browser").write_bytes(b"\0\0")
    (tmp_path / "browser").chmod(0o755)

    with pytest.raises(PapierError, match="start niet"):
        druk(tmp_path / "browser", "<p>x")
