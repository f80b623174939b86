"""Changing a client where it is read, as people do it: in Chromium, on a built site, with a forge that takes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from gebouwd import PROJECT
from playwright.sync_api import Route, expect
from redacteur import CANVAS, KLANT, Plaats, Redacteur

from macros.bewerken.formulieren import KLANTPAGINA
from macros.load.standaard import GEDEELDE_BESTANDEN

pytestmark = pytest.mark.site
Komt = Callable[..., Redacteur]
CONCLUSIE = "Wij kennen de nieuwe directeur nog niet"


def test_a_box_becomes_a_proposal(redacteur: Komt, plaats: Plaats) -> None:
    """
    From the pencil at a box to a pull request: what was shown before is the page that a build of the branch gives.

    While somebody types, what is wrong or what follows stands beside the form; at most four lines of the file change.
    """
    wie = redacteur()
    wie.ga(CANVAS)

    paneel = wie.potlood("Aanpassen: Relaties en invloed")
    paneel.get_by_label("Conclusie").fill(CONCLUSIE)
    paneel.get_by_label("Let op").check()
    paneel.get_by_label("gesprek", exact=True).check()
    expect(paneel.get_by_role("heading", name="Zo wordt het")).to_be_visible(timeout=120_000)
    expect(paneel.locator(".bewerken__beeld")).to_contain_text(CONCLUSIE)
    fouten = wie.axe()
    wie.zet_klaar()
    potlood = wie.page.get_by_role("button", name="Aanpassen: Relaties en invloed")
    expect(potlood).to_be_focused()
    expect(wie.page.locator("article")).to_contain_text(CONCLUSIE)
    beloofd = wie.blad()

    wie.page.get_by_role("link", name="Bekijk je voorstel").click()
    expect(wie.page.locator(".voorstel__lijst")).to_contain_text("oordeel Let op", timeout=120_000)
    fouten += wie.axe()
    wie.dien_in()
    expect(wie.page.locator(".voorstel__klaar")).to_contain_text("Ingediend", timeout=120_000)
    tak, verschil = plaats.laatste()
    plaats.smederij.plaats.voeg_samen(len(plaats.smederij.plaats.voorstellen), "Johan Prins")
    plaats.proef.bouw()
    gebouwd = (plaats.proef.site / CANVAS / "index.html").read_text(encoding="utf-8")

    assert [] == fouten
    assert wie.blad(gebouwd) == beloofd
    assert tak.startswith("voorstel/anouk-de-wit-")
    assert 1 <= len(re.findall(r"^\+[^+]", verschil, re.MULTILINE)) <= 4
    assert [] == re.findall(r"^-[^-]", verschil, re.MULTILINE)
    assert wie.page.locator(".aanpassen-balk").is_hidden()


def test_a_talk_on_a_phone(redacteur: Komt) -> None:
    """
    One column, nothing wider than the screen, nothing too small for a finger; a talk takes a few taps.
    """
    wie = redacteur(breed=390, has_touch=True, is_mobile=True)
    wie.ga(f"accounts/{KLANT}/")

    wie.page.get_by_role("button", name="Deze klant aanpassen").tap()
    wie.paneel.get_by_role("button", name="Gesprek vastleggen").tap()
    wie.paneel.get_by_role("checkbox").first.check()
    wie.paneel.get_by_label("Kern").fill("Wil voor de zomer een voorstel")
    klein = wie.page.evaluate(
        """() => [...document.querySelectorAll("dialog :is(button, summary, input, select, textarea)")]
          .filter((een) => een.checkVisibility())
          .map((een) => (een.matches("[type=radio], [type=checkbox]") ? een.closest("label") : een))
          .filter((een) => een.getBoundingClientRect().height < 44 || een.getBoundingClientRect().width < 44)
          .map((een) => een.outerHTML)"""
    )
    breed = wie.page.evaluate(
        "Math.max(document.documentElement.scrollWidth, document.querySelector('dialog').scrollWidth)"
    )
    fouten = wie.axe()
    wie.zet_klaar()

    assert [] == klein
    assert 390 >= breed
    assert [] == fouten
    wie.page.locator("summary", has_text="Wat er gebeurde").tap()
    expect(wie.page.locator("#tijdlijn")).to_contain_text("Wil voor de zomer een voorstel")
    expect(wie.page.locator("#tijdlijn")).to_be_visible()
    assert "1 wijziging klaar" in wie.page.locator(".aanpassen-balk").inner_text()


def test_what_lies_there_now_stands_there_once(redacteur: Komt) -> None:
    """
    Under Aanpassen each thing has one line, that ends it; letting it wait is the way of Vandaag.
    """
    wie = redacteur()
    wie.ga(f"accounts/{KLANT}/").get_by_role("button", name="Deze klant aanpassen").click()

    nu = wie.paneel.get_by_role("heading", name="Dit ligt er nu").locator("xpath=following-sibling::*")
    nu.first.wait_for(timeout=120_000)
    regels = [*nu.nth(0).locator("button").all_text_contents(), *nu.nth(1).locator("button").all_text_contents()]

    assert "Maak kennis met H. Bakker" in regels
    assert len(regels) == len(set(regels))


def test_hostile_text_stays_text_and_the_keyboard_is_enough(redacteur: Komt) -> None:
    """
    What somebody types is never run, not in the preview and not on the page; all of it goes without a mouse.

    A worker that was taken away loses nothing of what was typed: the next look starts another.
    """
    wie = redacteur(color_scheme="dark")
    wie.page.route("**/gegevens.js", _geduld)
    page = wie.ga(CANVAS)
    vies = """<img src=x onerror="document.title='stuk'"> {{ 7*7 }} "x": [1, *a] # &lt;script&gt;"""

    potlood = page.get_by_role("button", name="Aanpassen: Prestatie en vakkennis")
    potlood.focus()
    page.keyboard.press("Enter")
    wie.paneel.wait_for()
    page.keyboard.press("Tab")  # close
    page.keyboard.press("Tab")  # the first question
    page.keyboard.type(vies)
    expect(wie.paneel.locator(".bewerken__beeld")).to_contain_text(vies, timeout=120_000)
    fouten = wie.axe()
    page.evaluate("globalThis.geduld = 3000; werkers.at(-1).terminate()")
    page.keyboard.type(" en meer")
    expect(wie.paneel.locator(".bewerken__stap")).to_contain_text("bewaard", timeout=30_000)
    page.evaluate("delete globalThis.geduld")
    page.keyboard.type(".")
    expect(wie.paneel.locator(".bewerken__beeld")).to_contain_text(f"{vies} en meer.", timeout=120_000)
    page.keyboard.press("Tab")
    wie.paneel.get_by_role("button", name="Zet in mijn voorstel").focus()
    page.keyboard.press("Enter")
    wie.paneel.wait_for(state="hidden")

    expect(page.locator("article")).to_contain_text(vies)
    expect(potlood).to_be_focused()
    assert [] == fouten
    assert "stuk" != page.title()
    assert 0 == page.locator("article img").count()


def _geduld(route: Any) -> None:
    """Let a test say how long the page waits for a worker: a busy machine needs the half minute to answer."""
    antwoord = route.fetch()
    tekst = antwoord.text()
    assert "wacht = WACHT)" in tekst
    route.fulfill(response=antwoord, body=tekst.replace("wacht = WACHT)", "wacht = globalThis.geduld ?? WACHT)"))


def test_what_others_did_meanwhile(redacteur: Komt, plaats: Plaats) -> None:
    """
    Two tabs share one proposal. Main moved elsewhere: nobody is asked. Main moved here: both versions, and a choice.
    """
    wie = redacteur()
    wie.ga("voorstel/")
    expect(wie.page.locator(".voorstel")).to_contain_text("Je hebt niets klaarstaan")
    leeg = wie.axe()
    tab = wie.tab()
    tab.goto(f"{plaats.adres}/voorstel/")
    zet = """async (velden) => {
      const { scherm } = await (await fetch("/bewerken/nu.json")).json();
      const opslag = await import(`/bewerken/${scherm}/opslag.js`);
      await opslag.bewaar({ id: opslag.nieuweId(), klant: "meerdal-zorggroep", op: "2026-03-16", wie: "anouk-de-wit",
        titel: "Over de klant", soort: "zet", bestand: "meerdal-zorggroep.yml", pad: [], ...velden });
    }"""
    tab.evaluate(
        zet,
        {
            "velden": {"waarom_klant_blijft": "Snel ter plaatse"},
            "was": {"waarom_klant_blijft": "Vaste ploeg die de locaties kent"},
        },
    )
    tab.evaluate(
        zet,
        {
            "klant": "brasmeer-logistiek",
            "bestand": "brasmeer-logistiek.yml",
            "velden": {"klantnummer": "K-1204"},
            "was": {"klantnummer": "10417"},
        },
    )
    tab.close()
    expect(wie.page.locator(".voorstel__klant")).to_have_count(2)
    assert "Vaste ploeg" in plaats.proef.bewaar.lees("main", f"accounts/{KLANT}.yml")[1].decode()  # type: ignore[index]
    plaats.schrijf(f"accounts/{KLANT}.yml", "Vaste ploeg die de locaties kent", "Dezelfde vaste ploeg")

    wie.dien_in()
    botsing = wie.page.locator(".voorstel__botsing")
    expect(botsing).to_contain_text("Dezelfde vaste ploeg", timeout=120_000)
    expect(botsing).to_contain_text("Snel ter plaatse")
    fouten = wie.axe()
    botsing.get_by_label("Neem wat ik schreef").check()
    wie.page.get_by_role("button", name="Ga verder").click()
    expect(wie.page.locator(".voorstel__klaar")).to_contain_text("Ingediend", timeout=120_000)
    _, verschil = plaats.laatste()

    assert [] == [*leeg, *fouten]
    assert "+waarom_klant_blijft: Snel ter plaatse" in verschil.replace('"', "")
    assert "-waarom_klant_blijft: Dezelfde vaste ploeg" in verschil.replace('"', "")
    assert "brasmeer-logistiek.yml" in verschil


def test_what_was_typed_survives_a_closed_tab_and_another_site(redacteur: Komt, plaats: Plaats) -> None:
    """
    A form that was not kept is there again in another tab, with what was typed and what others changed beside it.

    A cancel forgets it.
    """
    wie = redacteur()
    naam = "Aanpassen: Waardepropositie"
    wie.ga(CANVAS)
    wie.potlood(naam).get_by_label("Conclusie").fill("Nog niet af")
    wie.page.wait_for_timeout(600)
    wie.page.close()
    oud = "oordeel_op: 2026-02-24\n        oordeel_bron: gesprek"
    plaats.schrijf(f"accounts/{KLANT}.yml", oud, oud.replace("gesprek", "mail"))
    plaats.proef.bouw()

    wie.page = wie.tab()
    wie.ga(CANVAS)
    paneel = wie.potlood(naam)
    terug = paneel.get_by_label("Conclusie").input_value()
    van_een_ander = paneel.get_by_label("mail", exact=True).is_checked()
    woorden = paneel.locator(".bewerken__eerder").inner_text()
    wie.page.on("dialog", lambda vraag: vraag.accept())
    paneel.get_by_role("button", name="Annuleren").click()
    schoon = wie.potlood(naam).get_by_label("Conclusie").input_value()

    assert "Nog niet af" == terug
    assert van_een_ander
    assert woorden.startswith("Dit typte je eerder")
    assert schoon.startswith("Beheer is vanzelfsprekend")


def test_a_day_that_cannot_be_is_refused(redacteur: Komt) -> None:
    """
    30 February takes no day away: the check says so at the field, and nothing is kept.
    """
    wie = redacteur()
    wie.ga(CANVAS)
    paneel = wie.potlood("Aanpassen: Waardepropositie")
    for vouw in paneel.locator("details:not([open]) > summary").all():
        vouw.click()
    doos = paneel.get_by_label("Oordeel van")
    doos.press_sequentially("02302026")  # the order of the browser of the tests
    ongeldig = doos.evaluate("een => een.validity.badInput")
    paneel.get_by_role("button", name="Zet in mijn voorstel").click()
    wie.page.wait_for_selector('.bewerken [aria-invalid="true"]', timeout=60_000)

    assert ongeldig
    assert "bestaat niet op de kalender" in paneel.inner_text()
    assert wie.page.locator(".bewerken[open]").count()


def test_a_reader_downloads_nothing(redacteur: Komt) -> None:
    """
    Who edits nothing asks for nothing below /bewerken/, on whatever page; every heading reads as it did.
    """
    wie = redacteur()
    for pad in (
        "",
        "accounts/",
        f"accounts/{KLANT}/",
        f"accounts/{KLANT}/gebeurd/",
        CANVAS,
        "bijdragen/gebeurtenissen/",
    ):
        wie.ga(pad)
        wie.page.mouse.wheel(0, 2000)
        wie.page.wait_for_timeout(100)
    koppen = wie.ga(f"accounts/{KLANT}/").locator("article h2").all_inner_texts()

    assert [] == [url for url in wie.verzoeken if "/bewerken/" in url]
    assert [] == [kop for kop in koppen if "Aanpassen" in kop or "✎" in kop]


def test_a_clock_that_is_wrong(redacteur: Komt) -> None:
    """
    A day that is asked for begins at the day of the server, whatever the clock of the device says.
    """
    wie = redacteur()

    def echt(route: Any) -> None:
        antwoord = route.fetch()
        gegevens = antwoord.json()
        gegevens["begin"]["vast"] = False
        route.fulfill(response=antwoord, json=gegevens)

    wie.page.route("**/gedeeld.json", echt)
    wie.page.clock.set_fixed_time("2031-05-05T12:00:00")
    wie.ga(f"accounts/{KLANT}/")
    wie.potlood("Deze klant aanpassen").get_by_role("button", name="Gesprek vastleggen").click()
    dag = wie.paneel.locator("input[type=date]").first.input_value()

    assert not dag.startswith("2031")
    assert re.fullmatch(r"20\d\d-\d\d-\d\d", dag)


def test_without_scripts_the_way_to_the_file_stays(redacteur: Komt) -> None:
    """
    No pencil that does nothing; the page of the proposal says what to do.
    """
    wie = redacteur(java_script_enabled=False, wie="")
    potloden = wie.ga(f"accounts/{KLANT}/").locator(".aanpassen").count()
    link = wie.page.get_by_role("link", name="Bestand wijzigen").count()
    voorstel = wie.ga("voorstel/").locator("#voorstel").inner_text()

    assert 0 == potloden
    assert 1 == link
    assert "staat JavaScript uit" in voorstel


def test_the_pencils_know_the_forms() -> None:
    """
    The headings that the script names are those below which a form has fields, and the shared files there are.
    """
    script = (PROJECT / "docs/assets/js/aanpassen.js").read_text(encoding="utf-8")
    koppen, bestanden = (
        re.search(rf'^const {naam} = "([^"]+)"', script, re.MULTILINE) for naam in ("KOPPEN", "BESTANDEN")
    )
    assert koppen
    assert bestanden

    assert set(KLANTPAGINA) - {"klant"} == set(koppen[1].split())
    assert set(GEDEELDE_BESTANDEN) - {"instellingen"} == set(bestanden[1].split())


def test_every_form_opens(redacteur: Komt) -> None:
    """
    Each event, each heading of a client and each thing in a file, however deep, has a form that can be drawn.
    """
    wie = redacteur()
    page = wie.ga(f"accounts/{KLANT}/")
    page.route("**/werker.js", lambda route: route.abort())
    getekend, fout = page.evaluate(
        """async () => {
          const { scherm } = await (await fetch("/bewerken/nu.json")).json();
          const haal = (naam) => import(`/bewerken/${scherm}/${naam}.js`);
          await haal("begin");
          const [{ gedeeld, klant }, { toonDeel, toonDing, simpel }, { feiten, gebeurtenis }] =
            await Promise.all([haal("gegevens"), haal("dingen"), haal("aanpassen")]);
          const [alles, gegevens] = await Promise.all([gedeeld(), klant("meerdal-zorggroep")]);
          const fout = [];
          let getekend = 0;
          const proef = async (naam, doe) => {
            try {
              await doe();
              const paneel = document.querySelector("dialog.bewerken");
              if (!paneel?.querySelector("form, .bewerken__kiezen")) fout.push(`${naam}: nothing`);
              if (/undefined|\\[object/.test(paneel.textContent)) fout.push(`${naam}: ${paneel.textContent}`);
              getekend++;
            } catch (reden) {
              fout.push(`${naam}: ${reden}`);
            }
          };
          for (const een of alles.gebeurtenissen) await proef(een.id, () => gebeurtenis(gegevens.id, een.id));
          for (const kop of Object.keys(alles.klantpagina)) await proef(kop, () => feiten(gegevens.id, kop));
          const plek = { bestand: "x.yml", klant: gegevens.id, waarden: gegevens.waarden, gegevens, alles };
          for (const [klasse, { velden, titel }] of Object.entries(alles.klassen)) {
            await proef(klasse, () => toonDing(plek, { pad: [klasse], velden, titel }));
            for (const veld of velden.filter((een) => !simpel(een))) {
              await proef(`${klasse}.${veld.naam}`, () => toonDeel(plek, [klasse, veld.naam], veld));
            }
          }
          return [getekend, fout];
        }"""
    )
    wie.fouten[:] = [fout for fout in wie.fouten if "ERR_FAILED" not in fout]

    assert [] == fout
    assert 150 < getekend


def _zonder_potloden(route: Route) -> None:
    """What another script asks of it is there, and does nothing."""
    route.fulfill(body="export const haal = null;", content_type="text/javascript")


@pytest.mark.parametrize("pad", [f"accounts/{KLANT}/", CANVAS])
def test_paper_stays_as_it_was(redacteur: Komt, pad: str) -> None:
    """
    Printed, every piece of a page stands where it stands without pencils.
    """
    wie = redacteur(breed=794)
    plekken = """() => [...document.querySelectorAll("article *")].filter((een) => !een.matches(".aanpassen"))
      .map((een) => [een.tagName, ...Object.values(een.getBoundingClientRect().toJSON()).map(Math.round)].join(" "))"""
    beelden = []
    for potloden in (True, False):
        page = wie.tab()
        page.emulate_media(media="print")
        if not potloden:
            page.route("**/aanpassen.js", _zonder_potloden)
        page.goto(f"{wie.plaats.adres}/{pad}")
        page.evaluate("document.fonts.ready.then(() => null)")
        assert potloden == bool(page.locator(".aanpassen").count())
        beelden.append(page.evaluate(plekken))

    assert beelden[1] == beelden[0]


def test_facts_of_a_client(redacteur: Komt) -> None:
    """
    A price, a person who comes and goes, a turnover: each below its heading, each at once on the page.

    What has to be answered and was not is said at its question, and that has the focus.
    """
    wie = redacteur()
    page = wie.ga(f"accounts/{KLANT}/")
    paneel = wie.potlood("Aanpassen: Contracten")
    paneel.locator(".bewerken__item button").first.click()
    paneel.get_by_label("Jaarwaarde").fill("€ 251.000")
    expect(paneel.locator(".bewerken__beeld")).to_contain_text("€ 251.000", timeout=120_000)
    wie.zet_klaar()
    prijs = page.locator("#contracten *", has_text="€ 251.000").count()

    wie.potlood("Aanpassen: Mensen bij de klant").get_by_role("button", name="Nieuw: contactpersoon").click()
    paneel.get_by_label("Naam (nodig)").fill("P. Heijn")
    paneel.get_by_label("Functie (nodig)").fill("Inkoper")
    paneel.get_by_role("button", name="Zet in mijn voorstel").click()
    laag = paneel.get_by_role("group", name="Laag (nodig)")
    expect(laag).to_contain_text("Vul dit nog in.")
    expect(laag.get_by_role("radio").first).to_be_focused()
    laag.get_by_label("Tactisch").check()
    wie.zet_klaar()
    erbij = page.locator("article").get_by_text("P. Heijn").count()
    wie.potlood("Aanpassen: Mensen bij de klant").get_by_role("button", name="Haal weg: P. Heijn").click()
    expect(paneel.get_by_role("heading", name="Zo wordt het")).to_be_visible()
    wie.zet_klaar()

    assert prijs
    assert erbij
    assert 0 == page.locator("article").get_by_text("P. Heijn").count()
    assert "3 wijzigingen klaar" in page.locator(".aanpassen-balk").inner_text()


def test_settings_show_what_follows_for_clients(redacteur: Komt) -> None:
    """
    Another number of the method says at which clients a date moves; a new client needs only a few answers.
    """
    wie = redacteur()
    wie.ga("bijdragen/instellingen/")
    paneel = wie.potlood("Instellingen aanpassen")
    paneel.locator("form").wait_for()
    paneel.locator("summary").first.click()
    paneel.get_by_label("Retentiefase").first.fill("24")
    expect(paneel.locator(".bewerken__volgt")).to_contain_text("start van de retentiefase", timeout=120_000)
    wie.zet_klaar()
    wie.ga("accounts/")
    wie.potlood("Nieuwe klant")
    paneel.get_by_label("Naam (nodig)").fill('Bakkerij "De Haan" & zonen: nieuw')
    wie.zet_klaar()
    wie.ga("voorstel/")

    expect(wie.page.locator(".voorstel__klant")).to_have_count(2)
    expect(wie.page.locator(".voorstel")).to_contain_text("De Haan", timeout=120_000)
    expect(wie.page.locator(".voorstel__lijst").first).to_contain_text("24", timeout=120_000)
    expect(wie.page.get_by_text("De controle kijkt dit na")).to_have_count(0, timeout=120_000)
    assert 0 == wie.page.locator(".voorstel__fout").count()
