"""The remark below a proposal: who looks on top, the pages to look at, and nothing of a file that does anything."""

from __future__ import annotations

import re

from macros.load.problem import FOUT, Problem
from macros.verschil.meekijken import Meekijken
from macros.verschil.opmerking import BLADEN, MEESTE, als_markdown, bladen, met_fouten
from macros.verschil.voorstel import Klantverschil, Voorstel
from macros.verschil.zin import Zin
from macros.woorden.markdown import MERK

SITE = "https://handboek.intern.example/voorbeeld/tak/"
GEMEEN = "a | b\n@iedereen <!-- handboek-diff --> <img src=x onerror=y> [x](javascript:z) `c` \\| #1 www.kwaad.example"


def klant(naam: str = "Acme", *zinnen: Zin, gevolgen: tuple[Zin, ...] = ()) -> Klantverschil:
    """A client with some sentences."""
    return Klantverschil(naam.lower(), naam, zinnen or (Zin("Omvang: L → XL", ("omvang",), "anders"),), gevolgen)


def test_who_looks_stands_on_top() -> None:
    """
    Before any sentence about what changes.
    """
    regel = Meekijken("oordeel", "1 wijziging bij Acme", "Johan Prins (coach)")

    uit = als_markdown(Voorstel((), (klant(),), meekijken=(regel,)))

    assert uit.index("| **Oordeel**: ") < uit.index("Johan Prins \\(coach\\) |") < uit.index("**Acme \\(acme\\)**")
    assert uit.startswith(f"{MERK}\n### Wat dit voorstel verandert\n\n| Wat voor wijziging | Waar | Wie kijkt mee |\n")


def test_nothing_of_a_file_does_anything() -> None:
    """
    Everywhere that a text can come: a cell, a heading, a sentence, a page and an error.
    """
    zinnen = (Zin(GEMEEN, ("canvassen", "2026"), "anders"),)
    voorstel = Voorstel(
        zinnen,
        (Klantverschil("acme", GEMEEN, zinnen, zinnen), Klantverschil("bolt", GEMEEN, (), (), (GEMEEN,))),
        meekijken=(Meekijken("feit", GEMEEN, GEMEEN),),
    )
    fouten = met_fouten([Problem(f"accounts/{GEMEEN}.yml", 1, 1, FOUT, "datum", GEMEEN)])

    for uit in (als_markdown(voorstel), als_markdown(voorstel, SITE), fouten):
        over = uit.removeprefix(MERK).replace(SITE, "")
        assert not re.search(r"(?<!\\)[<`]|@\w|(?<!\\)\]\((?!accounts/|overzichten/)|www\.|javascript:", over)
        rijen = [rij for rij in over.splitlines() if rij.startswith("| **")]
        assert [4] * len(rijen) == [len(re.findall(r"(?<!\\)\|", rij)) for rij in rijen]
        assert 1 == uit.count(MERK)


def test_the_pages_that_change() -> None:
    """
    A client and its canvases, and the registers that show what follows; of a client that is gone there is no page.
    """
    vak = Zin("Vak", ("canvassen", "2026", "vakken", "relaties"), "anders")
    oud = Zin("Canvas weggehaald", ("canvassen", "2024"), "weg")
    dag = Zin("De beslisdatum schuift", ("contracten", "c"), "datum")
    weg = Klantverschil("weg", "Weg", (Zin("Klant weggehaald: Weg", (), "weg"),), ())

    gevonden = bladen(Voorstel((), (klant("Acme", vak, oud, gevolgen=(dag,)), weg)))

    assert [
        ("Acme", "accounts/acme/"),
        ("Acme, canvas 2026", "accounts/acme/canvas/2026/"),
        ("Kalender", "kalender/"),
    ] == [tuple(blad) for blad in gevonden]


def test_a_preview_is_linked() -> None:
    """
    Page by page where the site can be seen, as one link where it can be fetched, and just named otherwise.
    """
    voorstel = Voorstel((), (klant(),))
    bestand = "https://git.intern.example/verkoop/handboek/actions/runs/7#artifacts"

    assert f"\nBekijk vooraf: [Acme]({SITE}accounts/acme/)\n" in als_markdown(voorstel, SITE)
    assert f"pagina's: Acme; [haal de site van dit voorstel op]({bestand}) om" in als_markdown(voorstel, bestand)
    assert "\nHierdoor veranderen deze pagina's: Acme.\n" in als_markdown(voorstel)


def test_a_long_remark_is_cut_with_words() -> None:
    """
    What a git server would refuse as too long ends at a line, who looks and the mark still on top.
    """
    zin = Zin("Naam: “" + "é<" * 200 + "”", ("naam",), "anders")
    veel = tuple(klant(f"Klant{n}", *(zin,) * 9) for n in range(99))

    uit = als_markdown(Voorstel((), veel, meekijken=(Meekijken("feit", "veel", "Anouk de Wit"),)), SITE)

    assert MEESTE < len(uit) + 2_000 < 65_536
    assert uit.startswith(MERK)
    assert uit.endswith("\n\nEr verandert meer dan hier past: `handboek diff` laat alles zien.\n")
    assert BLADEN == uit.count(f"]({SITE}accounts/")


def test_errors_are_told_where_nothing_else_can_be() -> None:
    """
    The first of them, and how many more there are.
    """
    uit = met_fouten([Problem("accounts/_gedeeld/team.yml", n, 1, FOUT, "datum", "mis") for n in range(1, 13)])

    assert uit.startswith(f"{MERK}\n### Wat dit voorstel verandert\n\nDat is nog niet te zeggen")
    assert uit.endswith("- en nog 2 andere\n")
