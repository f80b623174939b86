"""What the JavaScript modules add in a real browser: filter, sort, and a page that ages honestly."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.klant.klanten import klanten
from macros.views.vandaag.acties import acties
from macros.views.vandaag.vandaag import vandaag

JS = Path(__file__).resolve().parents[3] / "docs/assets/js"
SITE = "http://handboek.test/"
LATER = "{id: later, tekst: Later, van: wij, voor_datum: 2026-03-25}"


@pytest.fixture
def blad(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a view as a page of a site, with these modules and metas."""
    tabblad = browser.new_page()
    tabblad.set_default_timeout(5000)

    def open_blad(view: render.View, *modules: str, meta: str = "", dag: str = "2026-03-16", zoek: str = "") -> Any:
        scripts = "".join(f'<script type="module" src="/{naam}.js"></script>' for naam in modules)
        html = f"<!doctype html><meta charset=utf-8>{meta}<main>{render.html(view)}</main>{scripts}"
        bronnen = {f"{SITE}{naam}.js": (JS / f"{naam}.js").read_text(encoding="utf-8") for naam in modules}

        def antwoord(route: Any) -> None:
            script = bronnen.get(route.request.url)
            route.fulfill(content_type="text/javascript" if script else "text/html", body=script or html)

        tabblad.unroute_all()
        tabblad.route(f"{SITE}**", antwoord)
        tabblad.clock.set_fixed_time(f"{dag}T09:00:00+01:00")
        tabblad.goto(SITE + zoek)
        return tabblad

    yield open_blad
    tabblad.close()


def klant(naam: str, manager: str, eind: str = "2026-12-31") -> str:
    """A client with a promise for last week."""
    return f"""
        id: {naam}
        naam: {naam}
        driehoek: {{accountmanager: {manager}}}
        toezeggingen: [{{id: t, tekst: Bellen met {naam}, van: wij, wie: {manager}, voor_datum: 2026-03-18}}]
        contracten: [{{id: c, titel: C, startdatum: 2025-01-01, einddatum: {eind}}}]
    """


def test_a_filter_keeps_one_person_and_stands_in_the_address(
    blad: Callable[..., Any], portefeuille: Callable[..., Portefeuille]
) -> None:
    """
    The form shows itself, hides the others, counts what is left, and an address with a choice opens filtered.
    """
    view = acties(portefeuille(klant("alfa", "anouk-de-wit"), klant("beta", "bram-oudkerk")))

    pagina = blad(view, "filter")
    pagina.select_option("select[name=wie]", "bram-oudkerk")

    assert pagina.url.endswith("?wie=bram-oudkerk")
    zichtbaar = pagina.locator("[data-item]:visible")
    assert zichtbaar.count() > 0
    assert {"bram-oudkerk"} == set(zichtbaar.evaluate_all("items => items.map((item) => item.dataset.wie)"))

    assert "bram-oudkerk" == blad(view, "filter", zoek="?wie=bram-oudkerk").input_value("select[name=wie]")


def test_a_table_sorts_by_keyboard_and_says_so(
    blad: Callable[..., Any], portefeuille: Callable[..., Portefeuille]
) -> None:
    """
    The head is a button with aria-sort; the order and the search stand in the address.
    """
    view = klanten(portefeuille(klant("beta", "anouk-de-wit"), klant("alfa", "anouk-de-wit", "2027-12-31")))

    pagina = blad(view, "tabel")
    namen = pagina.locator("tbody th a")
    assert ["beta", "alfa"] == namen.all_inner_texts()
    pagina.get_by_role("button", name="Klant", exact=True).press("Enter")
    assert (["alfa", "beta"], "ascending") == (
        namen.all_inner_texts(),
        pagina.locator("th[aria-sort]").get_attribute("aria-sort"),
    )
    pagina.get_by_label("Zoek een klant").fill("bet")
    assert "1 van 2" == pagina.locator(".tabel__telling").inner_text()
    assert pagina.url.endswith("?klanten-op=klant&klanten-zoek=bet")


def test_an_old_page_counts_on_and_warns(blad: Callable[..., Any], portefeuille: Callable[..., Portefeuille]) -> None:
    """
    Ten days after the build a promise of Wednesday is late, and the page says how old it is; a fixed one stays put.

    What turned late moves to what must be done, and the line of that week counts it.
    """
    meta = (
        '<meta name="peildatum" content="2026-03-16"><meta name="peildatum-tekst" content="16 maart 2026">'
        '<meta name="pagina-verouderd-dagen" content="8">'
    )
    later = klant("alfa", "anouk-de-wit").replace("toezeggingen: [", f"toezeggingen: [{LATER}, ")
    view = vandaag(portefeuille(later, instellingen="onderdelen: {berichten: false}"))
    belofte = "li:has-text('Bellen met alfa')"

    pagina = blad(view, "tijd", "week", meta=meta, dag="2026-03-26", zoek="?wie=anouk-de-wit")
    verhuisd = pagina.locator("[data-op=te_laat] [data-nieuw] li")
    assert ["te_laat"] == verhuisd.evaluate_all("rijen => rijen.map((rij) => rij.dataset.stand)")
    assert (
        pagina.locator("#week-anouk-de-wit > .zin")
        .inner_text()
        .endswith("Sinds deze pagina is gemaakt werden 2 dingen te laat.")
    )
    assert "te_laat" == pagina.locator(belofte).get_attribute("data-stand")
    assert "8 dagen te laat" == pagina.locator(f"{belofte} time").inner_text()
    assert (
        pagina.locator(".tijd__verouderd")
        .inner_text()
        .startswith("Deze pagina is 10 dagen oud. De aantallen op deze pagina zijn van 16 maart 2026 en kunnen")
    )

    kort = blad(view, "tijd", meta=meta, dag="2026-03-19")
    assert 0 == kort.locator(".tijd__verouderd").count()
    assert kort.locator(".tijd__eerder").inner_text().startswith("De aantallen op deze pagina zijn van 16 maart 2026;")

    vast = blad(
        view,
        "tijd",
        "week",
        meta=meta + '<meta name="peildatum-vast" content="ja">',
        dag="2026-03-26",
        zoek="?wie=anouk-de-wit",
    )
    assert "over 2 dagen" == vast.locator(f"{belofte} time").inner_text()
    assert 0 == vast.locator(".tijd__verouderd").count()
