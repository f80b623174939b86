"""The glossary: every word once, each with a paragraph that explains it, and the first time it occurs in a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.views import render
from macros.views.handboek.instellingen import begrippen
from macros.woorden.begrippen import Begrip, begrip_van, begrippenlijst, leg_uit, zonder_accenten

ROOT = Path(__file__).resolve().parents[2]
BEGRIPPEN = begrippenlijst().begrippen
VERTALINGEN = frozenset(
    [
        "account",
        "accountteam",
        "beslisdatum",
        "beslismoment",
        "contactschema",
        "einddatum",
        "eenzijdige-optie",
        "erosie",
        "frisse-blik",
        "huiswerk",
        "inschatting",
        "klantbeeld",
        "juiste-klant",
        "juiste-voorwaarden",
        "kweekvijver",
        "optiejaar",
        "opzegtermijn",
        "opzegging",
        "peildatum",
        "terugblik",
        "raamovereenkomst",
        "stilzwijgende-verlenging",
        "stuurgroep",
        "waardepropositie",
        "waarschuwingssignaal",
        "windstilte",
    ]
)
"""The words that the method itself lists."""


@pytest.mark.parametrize(
    ("woord", "hoofdstuk", "kern"),
    [
        ("onderdruk", "onderhandelen", "meer mensen bemoeien zich ermee"),
        ("bovendruk", "onderhandelen", "inkoper"),
        ("retentiefactor", "behoud", "per klant de omzet per jaar, of hij blijft kopen"),
        ("ruitmodel", "teamsessie", "samenvatting"),
        ("waardebeeld", "segmenten", "naar rechts"),
    ],
)
def test_a_meaning_is_that_of_its_chapter(woord: str, hoofdstuk: str, kern: str) -> None:
    """
    What a word means in the glossary is what the paragraph it leads to says.
    """
    [begrip] = [begrip for begrip in BEGRIPPEN if begrip.woord == woord]
    bron = (ROOT / f"docs/handboek/{hoofdstuk}.md").read_text(encoding="utf-8").replace("**", "").lower()

    assert begrip.hoofdstuk.startswith(f"{hoofdstuk}/")
    assert kern in begrip.betekenis.lower()
    assert kern in bron


def test_the_words_of_the_method_are_there_each_once() -> None:
    """
    No word, form or address stands twice, and the list is in the order of the alphabet.
    """
    ids = [begrip.id for begrip in BEGRIPPEN]
    vormen = [vorm.lower() for begrip in BEGRIPPEN for vorm in (begrip.woord, *begrip.vormen)]

    assert set() == VERTALINGEN - set(ids)
    assert len(ids) == len(set(ids))
    assert len(vormen) == len(set(vormen))


@pytest.mark.parametrize("begrip", BEGRIPPEN, ids=lambda begrip: begrip.id)
def test_each_word_leads_to_a_paragraph(begrip: Begrip) -> None:
    """
    The explanation is one sentence without a full stop, and the paragraph that tells more exists.
    """
    hoofdstuk, _, anker = begrip.hoofdstuk.partition("/#")
    tekst = (ROOT / "docs" / "handboek" / f"{hoofdstuk}.md").read_text(encoding="utf-8")

    assert f"{{: #{anker} }}" in tekst
    assert not begrip.betekenis.endswith(".")


def test_a_word_is_explained_where_it_first_stands() -> None:
    """
    Once on a page, in running text only: not in a heading, a link or code; a longer word wins of a shorter one.
    """
    html = leg_uit(
        "<h2>Optie</h2><p><code>optie</code> <a>optie</a> Een <b>optie</b> en opties, een optiejaar.</p>", "../"
    )

    assert 2 == html.count('class="begrip"')
    assert '<b><a class="begrip" href="../handboek/begrippen/#optie" title="Het recht' in html
    assert "</b> en opties, een <a" in html


def test_data_is_never_explained() -> None:
    """
    Only fixed headings of a template are linked, when it is compiled: a client's own words stay as they are.
    """
    koppen = render.Koppen(render.omgeving())

    bron = koppen.preprocess("<tr><th>Opzegdeadline</th><th>{{ klant }}</th><td>Opzegdeadline</td></tr>", None)

    assert '<th><a class="begrip" href="{{ basis }}handboek/begrippen/#opzegdeadline"' in bron
    assert bron.endswith("<th>{{ klant }}</th><td>Opzegdeadline</td></tr>")


def test_a_heading_to_sort_by_gets_a_mark_beside_it() -> None:
    """
    The heading becomes a button, and a link may not stand in a button.
    """
    koppen = render.Koppen(render.omgeving())

    bron = koppen.preprocess('<th data-sorteer="tekst">Klantbeeld</th>', None)

    assert bron.startswith('<th data-sorteer="tekst">Klantbeeld<a class="begrip"')
    assert 'aria-label="Wat is klantbeeld?"></a></th>' in bron


def test_plain_spelling_finds_the_word() -> None:
    """
    Accents and capitals do not matter to somebody who looks for a word.
    """
    assert "cooperatie" == zonder_accenten("coöperatie")
    assert begrip_van("Opzegdeadline") is begrip_van("opzegdeadlines")
    assert begrip_van("Acme") is None


def test_the_page_holds_every_word() -> None:
    """
    Under its first letter, with an id that the explanations link to.
    """
    html = render.html(begrippen(), "../../")

    assert [] == [begrip.woord for begrip in BEGRIPPEN if f'<dt id="{begrip.id}">' not in html]
