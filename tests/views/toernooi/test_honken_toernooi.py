"""The pages of the bases and the tournament: what stands first, what is said in words, and what was before."""

from collections.abc import Callable
from typing import Any

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.toernooi.honken import honken
from macros.views.toernooi.toernooi import Jaargang, toernooi

Maak = Callable[..., Portefeuille]
AAN = "onderdelen: {honken: true, toernooi: true}"
HONKEN = """
honken:
  2025:
    1: {stand: gehaald, datum: 2025-02-01, besluit: no_go}
  2026:
    1: {stand: gehaald, datum: 2026-03-09, besluit: go, notitie: Goed begin}
    2: {stand: gehaald, datum: 2026-02-01, terug_naar_1: {datum: 2026-03-02, reden: Nieuwe directeur}}
    10: {stand: bezig}
"""


def klant(naam: str, bij: str = "") -> str:
    """A client with a running contract."""
    regel = "{id: c, titel: C, startdatum: 2025-01-01, einddatum: 2028-12-31}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]\n{bij}"


def test_the_bases_of_this_year_stand_first_and_those_before_below(portefeuille: Maak) -> None:
    """
    The year of the peildatum, with the restart in words; clients without bases are named apart.
    """
    pagina = honken(portefeuille(klant("a", HONKEN), klant("b"), instellingen=AAN))

    [rij] = pagina.nu.rijen
    assert (1, "gehaald: 1; gehaald vóór de herstart: 2; bezig: 10") == (rij.honk_stand, rij.woorden)
    assert "Terug naar honk 1 op 2 maart 2026: Nieuwe directeur" == rij.herstart
    assert ("GO", (("b", "b"),)) == (rij.besluit and rij.besluit.tekst, pagina.zonder)
    [vorig] = pagina.ander
    assert (2025, "NO GO") == (vorig.jaar, vorig.rijen[0].besluit and vorig.rijen[0].besluit.tekst)


def test_a_title_that_is_not_known_is_neutral(portefeuille: Maak) -> None:
    """
    Base 4 has a neutral name, base 10 a working title, base 1 its own.
    """
    pagina = honken(portefeuille(klant("a", HONKEN), instellingen=AAN))

    titels = {titel.nummer: (titel.titel, titel.werktitel) for titel in pagina.honken}
    assert ("Honk 4 (titel nog te bevestigen)", False) == titels[4]
    assert (("Nazorg", True), ("Het maken van analyses", False)) == (titels[10], titels[1])
    assert "Honk 10, Nazorg" == pagina.nu.rijen[0].stappen[2].naam


def test_base_twelve_belongs_to_the_colleague(portefeuille: Maak) -> None:
    """
    By name, with what is left of the tournament; without one there are words.
    """
    werving = {
        2026: """
            jaar: 2026
            start_op: 2026-01-12
            eigenaar: bram-oudkerk
            adressen:
              - {id: a, naam: A, eigenaar: anouk-de-wit, besluit: no_go}
              - {id: b, naam: B, eigenaar: anouk-de-wit}
              - {id: c, naam: C}
        """
    }

    wervers = honken(portefeuille(klant("a"), instellingen=AAN, werving=werving)).wervers

    assert [
        ("Anouk de Wit", "1 van 2 adressen nog in het spel"),
        ("Bram Oudkerk", "1 van 1 adres nog in het spel"),
    ] == [(werver.naam, werver.tekst) for werver in wervers]
    assert "Er is nu geen toernooi." in render.html(honken(portefeuille(klant("a"), instellingen=AAN)))


def jaargang(portefeuille: Maak, **werving: Any) -> Jaargang:  # noqa: ANN401  text of a file
    """The tournament of 2026 as the page shows it."""
    [nu] = toernooi(portefeuille(instellingen=AAN, werving={2026: "jaar: 2026\n" + werving["yaml"]})).nu
    return nu


def test_what_asks_attention_stands_above_the_bracket(portefeuille: Maak) -> None:
    """
    A late round, a list that is one short, and an address that promises too little.
    """
    adressen = "".join(f"\n  - {{id: a{n}, naam: A{n}}}" for n in range(62))
    yaml = f"start_op: 2025-12-01\nadressen:{adressen}\n  - {{id: k, naam: Klein, omvang_verwacht: M, besluit: go}}"

    gevonden = jaargang(portefeuille, yaml=yaml)

    assert (
        "Ronde 1 is 35 dagen te laat: 63 adressen zonder besluit.",
        "De lijst begint met 64 adressen; er mist er nog 1.",
        "Klein gaat door, maar belooft minder dan maat L.",
    ) == gevonden.let_op


def test_addresses_without_a_next_step_stand_first(portefeuille: Maak) -> None:
    """
    Then who was not spoken to longest; one that was never spoken to before one that was.
    """
    yaml = """start_op: 2026-01-12
adressen:
  - {id: a, naam: Kort, volgende_stap: Bellen, laatste_contact: 2026-03-10}
  - {id: b, naam: Lang, volgende_stap: Bellen, laatste_contact: 2026-01-10}
  - {id: c, naam: Stil, volgende_stap: Bellen}
  - {id: d, naam: Leeg, laatste_contact: 2026-03-15}
"""

    assert ["Leeg", "Stil", "Lang", "Kort"] == [regel.naam for regel in jaargang(portefeuille, yaml=yaml).regels]


def test_the_bracket_counts_against_its_goal(portefeuille: Maak) -> None:
    """
    Of 32 two came through round 2, and one of those dropped out after it.
    """
    yaml = """start_op: 2026-01-12
startaantal: 32
adressen:
  - {id: a, naam: A, ronde_bereikt: 2, besluit: go}
  - {id: b, naam: B, ronde_bereikt: 2, besluit: no_go}
  - {id: c, naam: C, besluit: no_go}
"""

    schema = jaargang(portefeuille, yaml=yaml).schema

    assert [(3, 32, 1), (2, 16, 1), (0, 8, 0)] == [(k.bereikt, k.doel, k.in_spel) for k in schema.kolommen[:3]]
    assert (2, 3, 58) == tuple(pad.count("M") for pad in (schema.in_spel, schema.af, schema.vrij))


def test_a_tournament_says_where_it_stands(portefeuille: Maak) -> None:
    """
    To come, empty, over, won, or in a round without a day.
    """
    begin = "start_op: 2026-01-12\n"
    zinnen = [
        jaargang(portefeuille, yaml=yaml).zin
        for yaml in (
            "start_op: 2026-06-01\n",
            begin,
            begin + "adressen: [{id: a, naam: A, besluit: no_go}]",
            begin + "adressen: [{id: a, naam: Anker, ronde_bereikt: 6, besluit: go}]",
            begin + "adressen: [{id: a, naam: A, ronde_bereikt: 1, besluit: go}]",
        )
    ]

    assert [
        "Begint op 1 juni 2026.",
        "Begonnen op 12 januari 2026, maar er staan nog geen adressen in.",
        "Alle adressen zijn afgevallen.",
        "Gewonnen: Anker. Vier het met het team.",
        "Nog 1 adres in het spel. De volgende ronde heeft nog geen startdatum.",
    ] == zinnen


def test_the_pond_holds_parked_accounts(portefeuille: Maak) -> None:
    """
    A parked account is named with why; without a tournament the page says how to begin.
    """
    vijver = "id: vijver\nnaam: Vijver\nkweekvijver: {sinds: 2025-10-06, waarom: Zit nog vast}"

    pagina = toernooi(portefeuille(vijver, instellingen=AAN))

    assert [("Vijver", "sinds 6 oktober 2025: Zit nog vast")] == [(g.naam, g.bij) for g in pagina.geparkeerd]
    assert "accounts/_werving/2026.yml" in render.html(pagina)
