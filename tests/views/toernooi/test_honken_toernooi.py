"""The pages of the bases and the tournament: what stands first, what is said in words, and what was before."""

from collections.abc import Callable

from leesbaar import blokken, tabel, woorden, zin

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.blad import Blad, Feiten, Opsomming, Vouw, Zin
from macros.views.delen.punten import alle_punten
from macros.views.delen.register import Register
from macros.views.toernooi.honken import honken
from macros.views.toernooi.toernooi import toernooi
from macros.views.toernooi.toernooischema import Schema

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

    [rij] = tabel(blokken(pagina, Register)[0])
    assert "1 van 11" == rij["Gehaald"]
    assert "GO" == rij["Laatste besluit"]
    assert "gehaald: 1; gehaald vóór de herstart: 2; bezig: 10" in rij["Honk 1 tot en met 11"]
    assert rij["Honk 1 tot en met 11"].endswith("Terug naar honk 1 op 2 maart 2026: Nieuwe directeur")
    zonder, vorig = blokken(pagina, Vouw)
    assert "Nog nooit uitgezet: 1 b" == woorden(zonder)
    assert isinstance(vorig.inhoud, Register)
    assert ("2025", "NO GO") == (vorig.kop, tabel(vorig.inhoud)[0]["Laatste besluit"])


def test_only_who_had_bases_before_is_asked_for_them_again(portefeuille: Maak) -> None:
    """
    The page counts the clients that Vandaag asks for apart from those that never had bases.
    """
    vorig = "honken: {2025: {1: {stand: gehaald, datum: 2025-02-01}}}"
    deze = portefeuille(klant("a", HONKEN), klant("b", vorig), klant("c"), klant("d"), instellingen=AAN)

    pagina = honken(deze)

    zinnen = "Voor 2026 zijn de honken uitgezet bij 1 klant. Bij 1 klant moeten ze opnieuw."
    assert f"{zinnen} Bij 2 klanten met een lopend contract zijn ze nog nooit uitgezet." == zin(pagina)
    assert ["Opnieuw uitzetten voor 2026: 1 b", "Nog nooit uitgezet: 2 c d"] == list(
        map(woorden, blokken(pagina, Vouw)[:2])
    )
    gevraagd = [punt.titel for punt in alle_punten(deze).nu if punt.soort == "honken"]
    assert ["Zet de honken van 2026 uit bij 1 klant"] == gevraagd


def test_a_no_go_and_the_position_are_told(portefeuille: Maak) -> None:
    """
    After a NO GO it says what comes first; base 8 says whether we sell or negotiate.
    """
    gezet = "honken:\n  2026:\n    8: {stand: bezig, positie: onderhandelen}\n    7: {stand: gehaald, besluit: no_go}\n"
    [rij] = tabel(blokken(honken(portefeuille(klant("a", gezet), instellingen=AAN)), Register)[0])

    assert "Honk 8, Onderhandelen: bezig, we onderhandelen" in rij["Honk 1 tot en met 11"]
    assert rij["Honk 1 tot en met 11"].endswith(
        "NO GO na honk 7: spreek af wat er eerst moet, en wanneer je opnieuw beslist"
    )


def test_a_title_is_a_title(portefeuille: Maak) -> None:
    """
    Whether the source or the team gave it: that is kept in the file, and no concern of a reader.
    """
    pagina = honken(portefeuille(klant("a", HONKEN), instellingen=AAN))

    [titels] = blokken(pagina, Opsomming)
    een, vier, tien = (woorden(titels.regels[nummer - 1]) for nummer in (1, 4, 10))
    assert vier.startswith("4 Ideeën toetsen")
    assert "werktitel" not in woorden(titels)
    assert een.startswith("1 Het maken van analyses")
    assert tien.startswith("10 Nazorg")
    assert "Honk 10, Nazorg: bezig" in tabel(blokken(pagina, Register)[0])[0]["Honk 1 tot en met 11"]


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

    [wervers] = blokken(honken(portefeuille(klant("a"), instellingen=AAN, werving=werving)), Feiten)

    assert [
        ("Anouk de Wit", "1 van 2 adressen nog in het spel"),
        ("Bram Oudkerk", "1 van 1 adres nog in het spel"),
    ] == list(wervers.paren)
    assert "Er is nu geen toernooi." in render.html(honken(portefeuille(klant("a"), instellingen=AAN)))


def jaargang(portefeuille: Maak, yaml: str) -> Blad:
    """The page with one tournament, of 2026."""
    return toernooi(portefeuille(instellingen=AAN, werving={2026: f"jaar: 2026\n{yaml}"}))


def test_what_asks_attention_stands_above_the_bracket(portefeuille: Maak) -> None:
    """
    A late round, a list that is one short, and an address that promises too little.
    """
    adressen = "".join(f"\n  - {{id: a{n}, naam: A{n}}}" for n in range(62))
    yaml = f"start_op: 2025-12-01\nadressen:{adressen}\n  - {{id: k, naam: Klein, omvang_verwacht: M, besluit: go}}"

    [let_op] = blokken(jaargang(portefeuille, yaml), Opsomming)

    assert [
        "Let op Ronde 1 is 35 dagen te laat: 63 adressen zonder besluit.",
        "Let op De lijst begint met 64 adressen; er mist er nog 1.",
        "Let op Klein gaat door, maar belooft minder dan maat L.",
    ] == [woorden(regel) for regel in let_op.regels]


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

    adressen = blokken(jaargang(portefeuille, yaml), Register)[1]

    assert [
        ("Leeg", "Nog geen volgende stap", "15 mrt 2026 1 dag geleden"),
        ("Stil", "Bellen", "nog geen contact"),
        ("Lang", "Bellen", "10 jan 2026 65 dagen geleden"),
        ("Kort", "Bellen", "10 mrt 2026 6 dagen geleden"),
    ] == [tuple(rij.values())[:3] for rij in tabel(adressen)]


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

    [schema] = blokken(jaargang(portefeuille, yaml), Schema)

    assert [(3, 32, 1), (2, 16, 1), (0, 8, 0)] == [(k.bereikt, k.doel, k.in_spel) for k in schema.kolommen[:3]]
    assert (2, 3, 58) == tuple(pad.count("M") for pad in (schema.in_spel, schema.af, schema.vrij))


def test_a_tournament_says_where_it_stands(portefeuille: Maak) -> None:
    """
    To come, empty, over, won, or in a round without a day.
    """
    begin = "start_op: 2026-01-12\n"
    zinnen = [
        woorden(blokken(jaargang(portefeuille, yaml), Zin)[0])
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
        "Alle adressen zijn afgevallen. Begonnen op 12 januari 2026.",
        "Gewonnen: Anker. Vier het met het team. Begonnen op 12 januari 2026.",
        "Nog 1 adres in het spel. De volgende ronde heeft nog geen startdatum. Begonnen op 12 januari 2026.",
    ] == zinnen


def test_the_pond_holds_parked_accounts(portefeuille: Maak) -> None:
    """
    A parked account is named with why and how long ago it heard of us; without a tournament the page says how to begin.
    """
    vijver = "id: vijver\nnaam: Vijver\nkweekvijver: {sinds: 2025-10-06, waarom: Zit nog vast}"
    gebeld = "contactmomenten: [{datum: 2026-03-04, wie: anouk-de-wit}, {datum: 2026-04-01, wie: anouk-de-wit}]"
    stil = "id: zee\nnaam: Zee\nkweekvijver: {}"

    pagina = toernooi(portefeuille(f"{vijver}\n{gebeld}", stil, instellingen=AAN))

    [geparkeerd] = blokken(pagina, Opsomming)
    assert [
        "Vijver sinds 6 oktober 2025: Zit nog vast laatste contact 12 dagen geleden",
        "Zee nog geen contact gehad",
    ] == [woorden(regel) for regel in geparkeerd.regels]
    assert "maak de lijst van 2026" in render.html(pagina)


def test_all_of_the_triangle_find_the_client_and_a_decision_is_explained(portefeuille: Maak) -> None:
    """
    The contract manager stands behind the account manager, and the filter has both; GO is said in Dutch.
    """
    met_rik = klant("a", HONKEN) + "driehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets}"

    pagina = honken(portefeuille(met_rik, instellingen=AAN))

    [rij] = blokken(pagina, Register)[0].rijen
    assert ("Anouk de Wit|Rik Smeets", "Anouk de Wit Rik Smeets") == (
        rij.cellen[-1].filter,
        woorden(rij.cellen[-1].inhoud),
    )
    assert "GO is doorgaan, NO GO is eerst iets afspreken." in woorden(pagina)
