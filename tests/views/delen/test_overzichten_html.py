"""What holds for the HTML of every overview page: escaped, complete when empty."""

import re
from collections.abc import Callable, Iterator

from macros.portefeuille.portefeuille import Portefeuille
from macros.site.onderdelen import OVERZICHTEN
from macros.views import render
from macros.views.overleg.overleg import overleg
from macros.views.vandaag.aanvullen import aanvullen

Maak = Callable[..., Portefeuille]

BOOS = "<script>alert(1)</script>`{{ 7*7 }}` ~~x~~ & 'a'"
KLANT = f"""
    id: boos
    naam: "{BOOS}"
    branche: "{BOOS}"
    segment_keuze: {{segment: A, reden: "{BOOS}"}}
    toezeggingen:
      - {{id: t, tekst: "{BOOS}", van: wij, voor_datum: 2026-03-01}}
    contactpersonen:
      - {{id: k, naam: "{BOOS}", functie: "{BOOS}", laag: tactisch, rol_bvt: beslisser, sinds: 2026-02-01}}
    evaluaties:
      - {{datum: 2026-01-12, opdracht: "{BOOS}", gegeven_door: k, cijfer_resultaat: 6, herstelplan: {{}}}}
    juiste_klant: {{scores: {{marge_gezond: voldoet_niet}}}}
    problemen: [{{id: p, tekst: "inkoper tarieven {BOOS}"}}]
    signalen: [{{datum: 2026-03-01, les: b, signaal: "{BOOS}", actiestap: "{BOOS}"}}]
    fresheyes:
      - {{uitgevoerd_op: 2025-03-01, door: "{BOOS}", relaties: {{score: 3, conclusie: "{BOOS}"}}}}
      - {{gepland_op: 2026-03-20, door: "{BOOS}"}}
    postmortems:
      - {{contract: oud, uitgevoerd_op: 2026-02-01, door: "{BOOS}", heden: "{BOOS}", expertise: {{les: "{BOOS}"}},
         lessen: [a]}}
    c_besluit: {{besluit: behouden, reden: "{BOOS}"}}
    contactmomenten:
      - {{datum: 2026-03-12, wie: anouk-de-wit, met: [k], kern: "{BOOS}",
         signalen: [{{soort: klacht, tekst: "{BOOS}"}}]}}
    contracten:
      - {{id: c, titel: "{BOOS}", startdatum: 2024-01-01, einddatum: 2026-12-31,
         opzegtermijn: {{aantal: 3, eenheid: maanden}}, stilzwijgende_verlenging: {{maanden: 12}},
         inschatting: {{verwachting: twijfel, waarom: "{BOOS}", op: 2026-03-02, bron: gesprek}}}}
      - {{id: oud, titel: "{BOOS}", startdatum: 2024-01-01, einddatum: 2026-01-31}}
"""


LESSEN = f"""
    lessen:
      - {{id: a, titel: "{BOOS}", reden: "{BOOS}", waarschuwingssignalen: ["inkoper tarieven {BOOS}"],
         actiestappen: [{{tekst: "{BOOS}", wie: "{BOOS}"}}]}}
      - {{id: b, titel: "{BOOS}"}}
"""


def paginas(portefeuille: Portefeuille) -> Iterator[render.View]:
    """Every overview page of this portfolio."""
    for maak in OVERZICHTEN.values():
        yield maak(portefeuille)
    yield aanvullen(portefeuille, lambda _: "")
    for persoon in portefeuille.gedeeld.personen.values():
        yield overleg(portefeuille, persoon)


def test_text_of_a_file_stays_text(portefeuille: Maak) -> None:
    """
    Tags, quotes, braces, backticks and tildes of a client file reach no page as syntax.
    """
    for pagina in paginas(portefeuille(KLANT, lessen=LESSEN)):
        html = render.html(pagina, "../")

        assert "<script" not in html
        assert "{{" not in html
        assert "`" not in html
        assert "~~" not in html


def test_every_page_has_words_when_there_is_nothing(portefeuille: Maak) -> None:
    """
    An empty portfolio renders, and no page is blank.
    """
    for pagina in paginas(portefeuille()):
        assert re.search(r"[A-Z][a-z]", re.sub(r"<[^>]*>", "", render.html(pagina))), pagina.template


def test_no_page_leaves_a_tag_open(portefeuille: Maak) -> None:
    """
    Each opened block is closed, so that a page cannot swallow what follows it.
    """
    for pagina in paginas(portefeuille(KLANT, lessen=LESSEN)):
        html = render.html(pagina, "../")
        for tag in ("div", "section", "details", "ul", "li", "table", "tbody", "tr", "td", "th", "span", "a", "time"):
            geopend, gesloten = len(re.findall(rf"<{tag}[ >]", html)), html.count(f"</{tag}>")
            assert geopend == gesloten, (pagina.template, tag)
