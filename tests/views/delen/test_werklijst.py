"""The list by standing: headings in one order, each part of a row in its place, and hooks for the filter."""

from collections.abc import Callable
from datetime import date

from leesbaar import regel, regels, woorden

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.blad import Telling
from macros.views.delen.stukken import Link
from macros.views.delen.werklijst import (
    Deel,
    Regel,
    geteld,
    item,
    kaal,
    lijst,
    lijsten,
    op_stand,
    termijn,
    werklijst,
)
from macros.views.render import toon

Maak = Callable[..., Portefeuille]
DAG = date(2026, 3, 13)


def rij(stand: str, wie: str = "anouk-de-wit") -> Regel:
    """A row of this standing, which a filter looks at."""
    return Regel(f"Iets, {stand}", "Acme", "Anouk de Wit", stand=stand, kenmerken={"wie": wie, "segment": "B"})


def test_parts_run_by_standing_and_what_is_later_is_folded() -> None:
    """
    Late first, whatever the order of the rows; an empty part is left out, and each has its own anchor and number.
    """
    delen = list(op_stand([rij("uitgesteld"), rij("op_tijd"), rij("te_laat"), rij("te_laat")], "lijst"))

    assert [
        ("Te laat", "lijst-te-laat", 2, False),
        ("Later", "lijst-op-tijd", 1, True),
        ("Uitgesteld", "lijst-uitgesteld", 1, True),
    ] == [(deel.kop, deel.anker, deel.aantal, deel.dicht) for deel in delen]


def test_a_page_counts_what_presses() -> None:
    """
    In the same order and words as the headings; later work is no reason to hurry.
    """
    assert ["2 te laat", "1 deze maand"] == geteld(["deze_maand", "te_laat", "op_tijd", "te_laat"])
    assert [] == geteld(["op_tijd"])


def test_a_row_has_each_part_in_its_place(portefeuille: Maak) -> None:
    """
    When, of whom, what and who; what is not there leaves no cell, and text of a file stays text.
    """
    acme = portefeuille("id: acme").dossiers["acme"]
    een = Regel(Link("Bel <b>", "accounts/acme/"), "Acme", wanneer=termijn(DAG, acme, "x/#dag"))

    assert {"wanneer": "3 dagen te laat", "klant": "Acme", "wat": "Bel <b>"} == regel(een)
    html = render.html(kaal(Deel("Kop", [een])), "../")
    assert (
        '<div class="werklijst__wanneer"><a href="../x/#dag">'
        '<time datetime="2026-03-13" data-wanneer title="13 maart 2026">3 dagen te laat</time></a></div>'
    ) in html
    assert '<a href="../accounts/acme/">Bel &lt;b&gt;</a>' in html
    assert "werklijst__wie" not in html


def test_a_day_before_our_time_is_long_ago_and_not_late(portefeuille: Maak) -> None:
    """
    The browser, which counts on, is told so too: it would call the row late.
    """
    geerfd = portefeuille("id: acme\nin_beheer_sinds: 2026-03-14").dossiers["acme"]
    html = render.html(kaal(Deel("Kop", [Regel("Bel", wanneer=termijn(DAG, geerfd))])), "../")

    assert ("deze_maand", "te_laat") == (geerfd.stand(DAG), geerfd.stand(date(2026, 3, 15)))
    assert 'data-wanneer="geleden" title="13 maart 2026">3 dagen geleden</time>' in html


def test_the_filter_offers_who_and_which_segment_occur(portefeuille: Maak) -> None:
    """
    Whoever stands in a row, nobody last; the rows carry what it looks at, and a part that it cannot empty has no hook.
    """
    view = werklijst(
        portefeuille("id: acme"),
        "proef",
        [Deel("Een", [rij("te_laat"), rij("op_tijd", "niemand")], aantal=2), Deel("Los", [item("Vrij")])],
        titel="Accountmanager",
    )

    assert [
        ("Accountmanager", (("anouk-de-wit", "Anouk de Wit"), ("niemand", "Nog niemand"))),
        ("Segment", (("B", "B-klant"),)),
    ] == [(keuze.titel, keuze.opties) for keuze in view.keuzes]
    html = render.html(view)
    assert '<li data-item data-wie="niemand" data-segment="B" data-stand="op_tijd">' in html
    assert (2, 1) == (html.count("<section"), html.count("<section data-deel>"))


def test_a_short_list_folds_what_is_done() -> None:
    """
    Open items are plain, the others are counted behind the word for them; with nothing open there are words.
    """
    een = lijst(
        "Beloften", [(True, item("Open", None, "maandag", "", "Rik")), (False, item("Klaar"))], "Niets.", "gedaan"
    )
    leeg = lijst("Aannames", [], "Geen aannames.", "gedaan", anker="aannames")

    assert ["Open maandag · Rik"] == regels(een)
    assert [("1 gedaan", ["Klaar"], True)] == [(deel.kop, regels(deel), deel.dicht) for deel in een.delen]
    html = render.html(lijsten([een, leeg]))
    assert '<h3 id="aannames">Aannames</h3>' in html
    assert "Geen aannames." in woorden(lijsten([leeg]))
    assert "data-item" not in html


def test_paper_shows_the_first_rows_and_counts_the_rest() -> None:
    """
    On a sheet of one A4 the other rows are for the screen.
    """
    html = render.html(kaal(Deel("Werk", [item("a"), item("b"), item("c")], gedrukt=1)))

    assert 2 == html.count('<li class="werklijst__scherm">')
    assert '<p class="werklijst__papier">En nog 2 op de site.</p>' in html


def test_a_number_between_words_can_be_counted_again() -> None:
    """
    The filter keeps it right.
    """
    assert "Nog <span data-telling>7</span>, na vijf" == toon(Telling(7, "Nog ", ", na vijf"))
