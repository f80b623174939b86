"""The front page: one line, late first, a budget for each person, and words for when nothing has to be done."""

import re
from collections.abc import Callable
from datetime import date

from leesbaar import delen, regel, wat, woorden, zin

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.werklijst import Deel
from macros.views.vandaag.vandaag import IN_DE_VOUW, UITKLAPBAAR, vandaag

Maak = Callable[..., Portefeuille]


def beloften(aantal: int, dag: str = "2026-03-01") -> str:
    """A client to whom we promised this many things for one day."""
    regels = [f"  - {{id: t{n}, tekst: Belofte {n}, van: wij, voor_datum: {dag}}}" for n in range(aantal)]
    return "\n".join(["id: acme", "toezeggingen:", *regels])


def eerst(deel: Deel) -> int:
    """How many rows of a part stand open."""
    return sum(len(groep.regels) for groep in deel.delen if not groep.dicht)


def meer(deel: Deel) -> int:
    """How many rows of a part are folded."""
    return sum(len(groep.regels) for groep in deel.delen if groep.dicht)


def test_the_first_few_of_each_person_show_and_the_rest_is_folded_and_counted(portefeuille: Maak) -> None:
    """
    With a budget of five, seven late promises show five and fold two.
    """
    pagina = vandaag(portefeuille(beloften(7)))

    [te_laat] = delen(pagina).values()
    assert ("te_laat", 7, 5, 2) == (te_laat.stand, te_laat.aantal, eerst(te_laat), meer(te_laat))
    assert "Nog 2, na de eerste 5 per persoon" == woorden(te_laat.delen[-1].kop)
    assert "7 te laat." == zin(pagina)


def test_the_budget_is_a_setting(portefeuille: Maak) -> None:
    """
    A team that wants to see two gets two.
    """
    pagina = vandaag(portefeuille(beloften(3), instellingen="vandaag_per_persoon_per_week: 2"))

    assert 2 == eerst(delen(pagina)["Te laat"])


def test_what_does_not_fit_in_the_fold_is_counted_by_name(portefeuille: Maak) -> None:
    """
    The page stays small: beyond the fold a person's own page has the list.
    """
    html = render.html(vandaag(portefeuille(beloften(5 + UITKLAPBAAR + 3))))

    assert '<a href="overleg/anouk-de-wit/#werk">nog 3 voor Anouk de Wit</a>' in html


def test_what_is_late_leaves_room_for_this_week(portefeuille: Maak) -> None:
    """
    Under five late things the one of this week and the one of this month still show.
    """
    laat, week, maand = (beloften(5).splitlines()[2:], beloften(1, "2026-03-18"), beloften(1, "2026-04-10"))
    regels = [*laat, week.splitlines()[2].replace("t0", "w"), maand.splitlines()[2].replace("t0", "m")]

    pagina = vandaag(portefeuille("\n".join(["id: acme", "toezeggingen:", *regels])))

    assert [("te_laat", 5, 0), ("deze_week", 1, 0), ("deze_maand", 1, 0)] == [
        (deel.stand, eerst(deel), meer(deel)) for deel in delen(pagina).values()
    ]


def test_an_empty_day_says_what_comes_next(portefeuille: Maak) -> None:
    """
    Nothing late and nothing this week: the first decision on a contract is what comes next.
    """
    klant = """
        id: acme
        contracten: [{id: nieuw, titel: Nieuw, startdatum: 2025-06-01, einddatum: 2029-05-31}]
    """

    pagina = vandaag(portefeuille(klant, instellingen="onderdelen: {berichten: false}"))

    assert ["Nog aan te vullen bij de belangrijkste klanten"] == list(delen(pagina)), (
        "only what is still to be filled in"
    )
    assert zin(pagina).startswith("Niets wat vandaag moet. Eerstvolgende: het beslismoment (Acme), over ")


def test_an_empty_portfolio_has_words(portefeuille: Maak) -> None:
    """
    Without any client the page still says something.
    """
    leeg = "Niets wat vandaag moet. Er staat ook geen beslismoment van een contract in de bestanden."

    assert leeg == zin(vandaag(portefeuille()))


def test_gaps_of_the_most_important_clients_come_last(portefeuille: Maak) -> None:
    """
    An A client comes before a C client; a parked prospect is left out.
    """
    klanten = [
        f"id: {naam}\nnaam: {naam}\nsegment_keuze: {{segment: {segment}, reden: r}}\n"
        "contracten: [{id: c, titel: C, startdatum: 2025-01-01, einddatum: 2029-12-31}]"
        for naam, segment in (("zeta", "C"), ("alfa", "A"))
    ]

    pagina = vandaag(portefeuille(*klanten, "id: vijver\nkweekvijver: {sinds: 2025-01-01}", peildatum=date(2026, 1, 5)))

    assert ["alfa", "zeta"] == [
        regel(rij)["klant"] for rij in delen(pagina)["Nog aan te vullen bij de belangrijkste klanten"].regels
    ]


def test_late_work_stands_under_what_it_hurts(portefeuille: Maak) -> None:
    """
    The contract first, then the client who waits; what is for this month only is folded away while anything is late.
    """
    klant = """
        id: acme
        toezeggingen:
          - {id: t, tekst: Rapport, van: wij, voor_datum: 2026-03-01}
          - {id: u, tekst: Plan, van: wij, voor_datum: 2026-04-01}
        contracten: [{id: oud, titel: Oud, startdatum: 2024-01-01, einddatum: 2026-03-01}]
    """

    pagina = vandaag(portefeuille(klant, instellingen="onderdelen: {berichten: false}"))

    laat, maand = delen(pagina)["Te laat"], delen(pagina)["Deze maand"]
    assert ["Het contract", "De klant wacht op ons"] == [groep.kop for groep in laat.delen][:2]
    assert [""] == [groep.kop for groep in maand.delen]
    assert (False, True) == (laat.dicht, maand.dicht)


def test_a_month_without_anything_urgent_stands_open(portefeuille: Maak) -> None:
    """
    Nothing is late and nothing is for this week: then the month is what there is.
    """
    [maand] = delen(vandaag(portefeuille(beloften(1, "2026-04-01")))).values()

    assert ("deze_maand", False) == (maand.stand, maand.dicht)


def test_what_may_wait_is_grey_and_counted(portefeuille: Maak) -> None:
    """
    It is in no part, has its reason, and the line on top counts it.
    """
    klant = f"{beloften(2)}\nuitstel: [{{onderwerp: toezegging_te_laat, tot: 2026-04-01, reden: klant verhuist}}]"

    pagina = vandaag(portefeuille(klant))

    [wacht] = delen(pagina).values()
    assert ("uitgesteld", 2, True) == (wacht.stand, wacht.aantal, wacht.dicht)
    assert zin(pagina).endswith(" Twee uitgesteld.")
    assert ["Tot en met 1 april 2026: klant verhuist"] * 2 == [tekst[-39:] for tekst in wat(wacht)]


def test_the_fold_of_a_large_team_stays_small(portefeuille: Maak) -> None:
    """
    Ten people with thirty late things each: what the fold cannot hold is counted by name.
    """
    team = "\n".join(f"  - {{id: am-{n}, naam: Collega {n}}}" for n in range(10))
    klanten = [
        beloften(30).replace("id: acme", f"id: klant-{n}\ndriehoek: {{accountmanager: am-{n}}}") for n in range(10)
    ]

    [laat] = delen(vandaag(portefeuille(*klanten, team=f"personen:\n{team}"))).values()

    assert (300, 50, IN_DE_VOUW) == (laat.aantal, eerst(laat), meer(laat))
    rest = [int(aantal) for aantal in re.findall(r"nog (\d+) voor", woorden(laat.slot))]
    assert (10, 300) == (len(rest), 50 + IN_DE_VOUW + sum(rest))


def test_a_client_that_wants_no_mention_is_not_named(portefeuille: Maak) -> None:
    """
    Its look back is still due, without its name.
    """
    klant = """
        id: weg-2025
        naam: Ravelink
        anoniem: true
        contracten:
          - {id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2025-12-31,
             opzegging: {ontvangen_op: 2025-09-01, door: klant}}
    """

    pagina = vandaag(portefeuille(klant))

    assert {"Naam niet getoond"} == {regel(rij)["klant"] for rij in delen(pagina)["Te laat"].alle}
    assert "Ravelink" not in render.html(pagina)
