"""What holds for the HTML of every overview page: escaped, documented, complete when empty."""

import ast
import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from types import ModuleType

import pytest
from jinja2 import meta

from macros import render
from macros.portefeuille import Portefeuille
from macros.views import (
    aanvullen,
    behoud,
    behoud_blokken,
    behoud_cijfers,
    bespreken,
    cijfer_aandacht,
    cijferbeeld,
    cijfertabel,
    contactschema,
    gebeurd,
    honken,
    keuzes,
    klantcijfers,
    klanten,
    klantredenen,
    lessen,
    lessen_signalen,
    lessenronde,
    lijkt_op,
    overleg,
    overleg_lijst,
    punten,
    retentiefactor,
    reviews,
    reviews_afsluiting,
    reviews_pijlers,
    reviews_terugblik,
    segment_aandacht,
    segment_behandeling,
    segment_tabel,
    segment_toets,
    segmenten,
    tijdlijn,
    toernooi,
    toernooischema,
    vandaag,
    verlengingskalender,
    verlengprognose,
    vragen,
    vragenlijsten,
    waardebeeld,
)

Maak = Callable[..., Portefeuille]
MODULES = (aanvullen, behoud, behoud_blokken, behoud_cijfers, bespreken, cijfer_aandacht, cijferbeeld, cijfertabel,
           contactschema, gebeurd, honken, keuzes, klantcijfers, klanten, klantredenen, lessen, lessen_signalen,
           lessenronde, lijkt_op, overleg, overleg_lijst, punten, retentiefactor, reviews, reviews_afsluiting,
           reviews_pijlers, reviews_terugblik, segment_aandacht, segment_behandeling, segment_tabel, segment_toets,
           segmenten, tijdlijn, toernooi, toernooischema, vandaag, verlengingskalender, verlengprognose, vragen,
           vragenlijsten, waardebeeld)  # fmt: skip
VIEWS = (aanvullen.Aanvullen, contactschema.Contactschema, klantcijfers.Klantcijfers, klanten.Klanten, lessen.Lessen,
         lessen_signalen.LessenSignalen, lessenronde.Lessenronde, reviews.Reviews, reviews_pijlers.ReviewsPijlers,
         reviews_terugblik.ReviewsTerugblik, reviews_afsluiting.ReviewsAfsluiting, vragenlijsten.Vragenlijsten,
         overleg.Overleg, overleg_lijst.OverlegLijst, segmenten.Segmenten, vandaag.Vandaag,
         verlengingskalender.Verlengingskalender, behoud.Behoud, behoud_cijfers.BehoudCijfers, honken.Honken,
         klantredenen.Klantredenen, retentiefactor.Retentiefactor, toernooi.Toernooien,
         verlengprognose.Verlengprognose)  # fmt: skip

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
    yield vandaag.vandaag(portefeuille)
    yield klanten.klanten(portefeuille)
    yield klantcijfers.klantcijfers(portefeuille)
    yield segmenten.segmenten(portefeuille)
    yield verlengingskalender.verlengingskalender(portefeuille)
    yield contactschema.contactschema(portefeuille)
    yield overleg_lijst.overleg_lijst(portefeuille)
    for maak in (reviews.reviews, reviews_pijlers.reviews_pijlers, reviews_terugblik.reviews_terugblik,
                 reviews_afsluiting.reviews_afsluiting, vragenlijsten.vragenlijsten, lessen.lessen,
                 lessen_signalen.lessen_signalen, lessenronde.lessenronde):  # fmt: skip
        yield maak(portefeuille)
    yield aanvullen.aanvullen(portefeuille, lambda _: "")
    for persoon in portefeuille.gedeeld.personen.values():
        yield overleg.overleg(portefeuille, persoon)


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


@pytest.mark.parametrize("view", VIEWS)
def test_a_template_uses_only_fields_of_its_view(view: type[render.View]) -> None:
    """
    What a template asks for is a field of its view, or `basis`.
    """
    bron = (render.VIEWS / view.template).read_text(encoding="utf-8")
    gevraagd = meta.find_undeclared_variables(render.omgeving().parse(bron))

    assert gevraagd <= {veld.name for veld in fields(view)} | {"basis"}


@pytest.mark.parametrize("module", MODULES)
def test_every_field_says_what_it_holds(module: ModuleType) -> None:
    """
    A template's author reads the fields: each has its own line of text.
    """
    boom = ast.parse(inspect.getsource(module))
    for klasse in (deel for deel in boom.body if isinstance(deel, ast.ClassDef) and not deel.name.startswith("_")):
        assert is_dataclass(getattr(module, klasse.name))
        for veld, volgende in zip(klasse.body, [*klasse.body[1:], None], strict=True):
            if isinstance(veld, ast.AnnAssign) and "ClassVar" not in ast.unparse(veld.annotation):
                assert isinstance(volgende, ast.Expr), f"{klasse.name}.{ast.unparse(veld.target)}"
