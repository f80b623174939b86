"""The table that every register is: columns over rows, sorted and filtered by what they mean."""

from datetime import date

from leesbaar import sorteer, tabel

from macros.views import render
from macros.views.delen.blad import Opsomming, Tussenkop, Vouw
from macros.views.delen.register import Kolom, labelkolom, register
from macros.views.delen.stukken import Aaneen, Bij, Dag, Link, Nadruk, Over, Zacht, of
from macros.views.render import toon
from macros.woorden.labels import Label

STANDEN = {"erg": Label("Erg", "!", "te-laat"), "goed": Label("Goed", "●", "goed")}
RIJEN = [("b", "goed", 2.5), ("a", "erg", None)]
KOLOMMEN: tuple[Kolom[tuple[str, str, float | None]], ...] = (
    Kolom("Klant", lambda rij: Link(rij[0], f"accounts/{rij[0]}/"), sorteer=True),
    labelkolom("Stand", lambda rij: rij[1], STANDEN, bij=lambda rij: "let op" if rij[1] == "erg" else None),
    Kolom("Score", lambda rij: of(rij[2], "geen"), lambda rij: rij[2], getal=True),
)


def test_rows_stand_in_the_order_of_their_source() -> None:
    """
    A table sorts nothing by itself: the page decides, and the browser changes it.
    """
    assert [
        {"Klant": "b", "Stand": "Goed", "Score": "2.5"},
        {"Klant": "a", "Stand": "Erg let op", "Score": "geen"},
    ] == tabel(register("Titel", KOLOMMEN, RIJEN))


def test_labels_sort_by_their_meaning_and_an_unknown_value_stands_last() -> None:
    """
    "Erg" comes before "Goed" as in the table of words; None is an empty value, which the browser puts last.
    """
    gemaakt = register("Titel", KOLOMMEN, RIJEN, naam="proef")

    assert ["1", "0"] == sorteer(gemaakt, "Stand")
    assert ["2.5", ""] == sorteer(gemaakt, "Score")
    assert ["tekst", "getal", "getal"] == [kop.sorteer for kop in gemaakt.koppen]


def test_a_card_says_what_each_cell_is() -> None:
    """
    On a phone the heads are gone: each cell that shows something carries its heading, and text of a file stays text.
    """
    html = render.html(register("Titel", KOLOMMEN, [("<b>", "goed", 1.0)]), "../")

    assert '<td data-kop="Stand" data-waarde="1" data-filter="Goed"><div>' in html
    assert '<th scope="row"><a href="../accounts/&lt;b&gt;/">&lt;b&gt;</a></th>' in html


def test_an_empty_table_is_words() -> None:
    """
    Without rows there is no table, only the sentence that says what to do; without that sentence, nothing.
    """
    assert '<p class="leeg">Nog niets.</p>' == render.html(register("Titel", KOLOMMEN, [], leeg="Nog niets.")).strip()
    assert "" == render.html(register("Titel", KOLOMMEN, [])).strip()


def test_a_firmer_line_parts_rows_about_something_else() -> None:
    """
    The first row is parted from nothing; a heading may say more in small.
    """
    rijen = [("b", "goed", 1.0), ("bb", "goed", 1.0), ("a", "erg", None)]
    kolommen = (Kolom[tuple[str, str, float | None]]("Klant", lambda rij: rij[0], bij="bij naam"),)

    gemaakt = register("Titel", kolommen, rijen, deel=lambda rij: rij[1], passend=True)

    assert [False, False, True] == [rij.nieuw_deel for rij in gemaakt.rijen]
    assert '<tr class="tabel__deel"><th scope="row">a</th>' in render.html(gemaakt)
    assert 'Klant <span class="bij">bij naam</span></th>' in render.html(gemaakt)


def test_a_fold_may_be_counted_by_the_filter_above_it() -> None:
    """
    Then `filter.js` finds the fold and the number in it; without an id a heading carries none.
    """
    vouw = Vouw(Nadruk("Later"), Opsomming(("a", "b"), kort=True), 2, gefilterd=True)

    assert (
        '<details class="uitklap" data-deel><summary class="uitklap__kop"><b>Later</b>: <span data-telling>2</span>'
        '</summary><ul class="kaal kort"><li>a</li>\n<li>b</li></ul></details>'
    ) == toon(vouw)
    assert "<h4>Kop</h4>" == toon(Tussenkop("Kop", niveau=4))


def test_pieces_that_say_nothing_leave_nothing() -> None:
    """
    An empty remark makes no empty line, and no space before what follows it.
    """
    dag = date(2026, 9, 30)

    assert "ab" == toon(Aaneen(("a", Nadruk(""), "b")))
    assert "a b" == toon(("a", Bij(None), Over(dag, ""), None, "b"))
    assert '<time datetime="2026-09-30">30 sep 2026</time>' == toon(Dag(dag))
    assert '<span class="zacht">&lt;i&gt; &#123;</span>' == toon(Zacht("<i> {"))
