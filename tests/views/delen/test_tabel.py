"""From what a page shows to plain values."""

from __future__ import annotations

from datetime import date

import pytest

from macros.views.delen.blad import Opsomming
from macros.views.delen.platgeslagen import plat
from macros.views.delen.register import Gegeven, Kolom
from macros.views.delen.stukken import Achter, Bij, Dag, Link, Onder, Segment
from macros.views.delen.tabel import Bron, lijstbron, maak_tabel
from macros.views.delen.werklijst import Deel, Regel, Termijn, kaal
from macros.views.render import Inhoud
from macros.woorden.labels import Label
from macros.woorden.tabel import Tabel

DAG = date(2026, 3, 16)


def tabel(*bronnen: Bron) -> Tabel:
    """Make a table of these parts."""
    return maak_tabel("proef", "Proef", "proef/", "Een proef.", bronnen)


@pytest.mark.parametrize(
    ("inhoud", "alles"),
    [
        ("a & <b> {{ c }}\n=1", "a & <b> {{ c }} =1"),
        (("Acme", Bij("bouw")), "Acme; bouw"),
        (("Klaar.", Bij("Zie dagboek")), "Klaar. Zie dagboek"),
        ((Label("Te laat", "!", "te-laat"), Onder("eerst dit"), Onder("dan dat")), "Te laat; eerst dit; dan dat"),
        (Opsomming(("een", "twee!", "drie")), "een; twee! drie"),
        (("3", Achter("2 klanten", Link("Acme", "accounts/acme/"))), "3 2 klanten"),
        (("Bel", Bij(("Klaar als je belde.", Link("Zo leg je het vast", "x/", "Bel")))), "Bel; Klaar als je belde."),
        (None, ""),
        (7.5, "7.5"),
    ],
)
def test_a_cell_becomes_one_line(inhoud: Inhoud, alles: str) -> None:
    """
    Words stay, lines get a semicolon; what is folded and the ways to do something stay behind.
    """
    assert alles == plat(inhoud).alles


def test_a_cell_knows_its_client_and_its_day() -> None:
    """
    The letter is apart from the name, and a day is a day.
    """
    gevonden = plat((Link("Acme", "accounts/acme/"), Segment("A"), Dag(DAG), Dag(date(2027, 1, 1))))

    assert ("Acme", "A", DAG) == (gevonden.naam, gevonden.segment, gevonden.dag)
    assert "Acme 16 mrt 2026 1 jan 2027" == gevonden.tekst


def test_a_column_without_plain_values_gives_its_words_or_its_figure() -> None:
    """
    A figure is a number whether it sorts by itself or by another; the heading becomes a name, a dash is nothing.
    """
    kolommen: tuple[Kolom[int], ...] = (
        Kolom("Één naam, met teken", lambda rij: ("n", Bij(str(rij)))),
        Kolom("Getal", lambda rij: rij, sorteer=True, getal=True),
        Kolom("Bedrag", lambda rij: f"€ {rij}", lambda rij: rij * 10, getal=True),
        Kolom("Leeg", lambda _: "–"),
    )

    gemaakt = tabel(Bron(kolommen, [3]))

    assert [("een_naam_met_teken", "tekst"), ("getal", "getal"), ("bedrag", "getal"), ("leeg", "tekst")] == [
        (veld.naam, veld.soort) for veld in gemaakt.velden
    ]
    assert [("n; 3", 3, 30, None)] == gemaakt.rijen


def test_text_is_one_line_without_signs_that_no_file_can_hold() -> None:
    """
    Line ends, tabs and signs of control become a space: a cell never begins with one.
    """
    kolom = Kolom[str]("X", lambda rij: rij, gegevens=(Gegeven("x", lambda rij: rij, "x"),))

    gemaakt = tabel(Bron((kolom,), ["\t=1\r\n\x00a\ud800b", "  "]))

    assert [("=1 a b",), (None,)] == gemaakt.rijen


def test_parts_share_columns_by_name() -> None:
    """
    A part without a column has nothing there, and the first column says which part it is.
    """
    een: Kolom[str] = Kolom("Een", lambda rij: rij)
    twee: Kolom[str] = Kolom("Twee", lambda rij: rij)

    gemaakt = tabel(Bron((een,), ["a"], "Open"), Bron((een, twee), ["b"], "Klaar"))

    assert ["deel", "een", "twee"] == [veld.naam for veld in gemaakt.velden]
    assert [("Open", "a", None), ("Klaar", "b", "b")] == gemaakt.rijen


def test_a_list_is_a_table_too() -> None:
    """
    The rows of every part, also of one that is folded in another.
    """
    rij = Regel(
        (Link("Bel Acme", "x/"), Bij("Klaar als je belde.")),
        (Link("Acme", "accounts/acme/"), Segment("B")),
        "Lotte",
        Termijn(DAG, "vandaag"),
        "deze_week",
    )

    gemaakt = tabel(lijstbron(kaal(Deel("Nu", [rij], delen=[Deel("en nog 1", [Regel("Rest")], dicht=True)]))))

    assert [
        ("Nu", "Deze week", "Acme", "B", "Bel Acme", "Klaar als je belde.", "Lotte", DAG),
        ("Nu › en nog 1", None, None, None, "Rest", None, None, None),
    ] == gemaakt.rijen
