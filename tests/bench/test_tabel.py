"""The tables of `make bench`: medians, multiples, and whether a target is met."""

from __future__ import annotations

from meting import Meting, mediaan
from tabel import DOELKOLOMMEN, Doel, Vergelijking, kop
from vergelijking import EIGEN, HUGO, WARM, Uitkomst


def uitkomst(aantal: int, manier: str, wand: float, cpu: float = 1, geheugen: float = 100) -> Uitkomst:
    """A site of a million bytes a client."""
    return Uitkomst(aantal, manier, Meting(wand, cpu, geheugen), aantal * 1_000_000, 8 * aantal)


def test_each_figure_has_a_median_of_its_own() -> None:
    """
    The run with the middle time need not be the one with the middle memory.
    """
    assert Meting(2, 5, 90) == mediaan([Meting(1, 9, 90), Meting(2, 5, 80), Meting(40, 4, 100)])


def test_a_row_names_its_growth_and_its_multiples_of_hugo() -> None:
    """
    Growth is against the size before, of the same way; without one there is a dash.
    """
    tabel = Vergelijking()

    eerste = list(tabel.rijen([uitkomst(14, EIGEN, 6, 4), uitkomst(14, HUGO, 0.5, 0.8)]))
    tweede = list(tabel.rijen([uitkomst(100, EIGEN, 9, 6), uitkomst(100, HUGO, 1, 2)]))

    assert "| 14 | ours, cold | 6.0 | 4.0 | 100 | 14.0 | 112 | – | 12.00 | 5.00 |" == eerste[0]
    assert "| 100 | ours, cold | 9.0 | 6.0 | 100 | 100.0 | 800 | × 1.5 | 9.00 | 3.00 |" == tweede[0]
    assert "| 100 | Hugo | 1.0 | 2.0 | 100 | 100.0 | 800 | × 2.0 | 1.00 | 1.00 |" == tweede[1]


def test_without_hugo_there_are_no_multiples_of_it() -> None:
    """
    Nor targets that are named after it.
    """
    tabel = Vergelijking()

    [rij] = tabel.rijen([uitkomst(1000, EIGEN, 9)])

    assert rij.endswith("| – | – | – |")
    assert [] == list(tabel.doelen())


def test_the_targets_follow_from_what_was_measured() -> None:
    """
    Of 14 clients the processor time, of 1,000 the multiple of Hugo, of 5,000 growth, memory and disk.
    """
    tabel = Vergelijking()
    for aantal, eigen, hugo in ((14, 6, 0.5), (1000, 22, 20), (5000, 110, 90)):
        een = [uitkomst(aantal, EIGEN, eigen, 3.3, 650), uitkomst(aantal, WARM, 5, 2), uitkomst(aantal, HUGO, hugo)]
        assert len(list(tabel.rijen(een))) == 3

    doelen = {doel.wat: (doel.waarde, doel.rij.rsplit("|", 2)[1].strip()) for doel in tabel.doelen()}

    assert doelen == {
        "14 clients, cold: CPU": (3.3, "yes"),
        "14 clients, one changed: CPU": (2, "**no**, 1.05 × it"),
        "1,000 clients, cold: wall of Hugo": (1.1, "yes"),
        "1,000 clients, one changed: wall of Hugo": (0.25, "yes"),
        "5,000 clients, cold: wall of that of 1,000": (5, "yes"),
        "5,000 clients, cold: memory at the peak": (650, "yes"),
        "5,000 clients: the site on disk": (5000, "**no**, 5.00 × it"),
    }


def test_a_target_stands_beside_its_figure() -> None:
    """
    A limit itself still meets; a figure without a limit makes no claim.
    """
    assert "| show | 0.40 s | ≤ 0.40 s | yes |" == Doel("show", 0.4, "s", 0.4).rij
    assert "| show | 0.41 s | ≤ 0.40 s | **no**, 1.01 × it |" == Doel("show", 0.405, "s", 0.4).rij
    assert "| import | 1,958 kB | – | – |" == Doel("import", 1957.75, "kB").rij
    assert "| × Hugo | × 1.10 | ≤ × 1.10 | yes |" == Doel("× Hugo", 1.1, "×", 1.1).rij


def test_the_head_says_which_columns_hold_numbers() -> None:
    """
    Those stand to the right.
    """
    assert "| what | figure | target | met |\n| --- | --: | --: | --: |" == kop(DOELKOLOMMEN, tekst=1)
