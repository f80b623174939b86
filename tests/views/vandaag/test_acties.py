"""The register of everything open: what has no name or day first, then by day, each thing once."""

from collections.abc import Callable

from leesbaar import delen, regel, titel, wat, zin

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.vandaag.acties import acties

Maak = Callable[..., Portefeuille]

KLANT = """
    id: acme
    naam: Acme
    contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}]
    contactpersonen: [{id: p, naam: P. Vos, functie: chef, laag: tactisch}]
    contactmomenten: [{datum: 2026-03-01, signalen: [{soort: koopsignaal, tekst: Wat kost het}]}]
    aannames: [{id: n1, tekst: Ze willen weg}]
    toezeggingen:
      - {id: t1, tekst: Laat, van: wij, wie: rik-smeets, voor_datum: 2026-03-01, gedaan_op: 2026-02-01}
      - {id: t2, tekst: Later, van: wij, wie: rik-smeets, voor_datum: 2026-09-01}
      - {id: t3, tekst: Van de klant, van: klant, wie: p, voor_datum: 2026-03-01}
    canvassen:
      - {id: "2026", contracten: [c], gestart_op: 2025-07-01,
         acties: [{id: a1, tekst: Rekenen, wie: rik-smeets, gereed_op: 2026-03-18}]}
"""


ANDER = "Dit zijn alleen acties en toezeggingen; ander werk staat op Vandaag. Wat telt mee?"


def test_each_thing_stands_once_in_the_order_of_what_needs_a_person(portefeuille: Maak) -> None:
    """
    Without a name or day first, then late, this week and later; buying signals and promises of the client apart.
    """
    pagina = acties(portefeuille(KLANT))

    assert [
        ("acties-zonder-naam-of-datum", ["Ze willen weg"]),
        ("acties-te-laat", ["Laat"]),
        ("acties-deze-week", ["Rekenen"]),
        ("acties-later", ["Later"]),
        ("acties-koopsignalen", ["Wat kost het"]),
        ("acties-van-de-klant", ["Van de klant"]),
    ] == [(deel.anker, [titel(rij) for rij in deel.regels]) for deel in delen(pagina).values()]
    assert "1 zonder naam of datum, 1 te laat, 1 deze week, 1 later. " + ANDER == zin(pagina)


def test_a_colleague_finds_the_own_canvas_actions(portefeuille: Maak) -> None:
    """
    Filter on person and kind: each row carries both, links to the plan and says when it is done.
    """
    html = render.html(acties(portefeuille(KLANT)), "../")

    assert 'data-wie="rik-smeets" data-segment="geen" data-soort="canvasactie"' in html
    assert '<a href="../accounts/acme/canvas/2026/#vak-plan">Rekenen</a>' in html
    assert "Actie uit het canvas. Klaar als in een dagboek staat dat de actie klaar is." in html
    assert 'data-wie="niemand" data-segment="geen" data-soort="aanname"' in html
    assert '<option value="canvasactie">Actie uit het canvas</option>' in html


def test_a_promise_of_the_client_names_both_sides(portefeuille: Maak) -> None:
    """
    Who of us reminds, and who of them promised: the function alone where the team shows no names.
    """
    met, zonder = (
        regel(delen(acties(portefeuille(KLANT, **deel)))["De klant beloofde"].regels[0])
        for deel in ({}, {"instellingen": "toon_contactnamen: false"})
    )

    assert ("Anouk de Wit", "Anouk de Wit") == (met["wie"], zonder["wie"])
    assert met["wat"].endswith("Beloofd door P. Vos, chef")
    assert zonder["wat"].endswith("Beloofd door chef")


def test_a_promise_of_which_nobody_knows_who_made_it_names_our_side_only(portefeuille: Maak) -> None:
    """
    Without `wie` there is nobody to name at the client.
    """
    pagina = acties(portefeuille("toezeggingen: [{id: t, tekst: Iets, van: klant}]"))

    assert ["Anouk de Wit"] == [rij.wie for deel in delen(pagina).values() for rij in deel.regels]


def test_who_left_is_named_as_the_reason(portefeuille: Maak) -> None:
    """
    Work of a colleague who left without a deputy has no name any more.
    """
    team = "personen: [{id: anouk-de-wit, naam: Anouk de Wit}, {id: eva-weg, naam: Eva Weg, uit_dienst_op: 2025-12-31}]"
    pagina = acties(
        portefeuille("toezeggingen: [{id: t, tekst: Iets, van: wij, wie: eva-weg, voor_datum: 2026-04-01}]", team=team)
    )

    [deel] = delen(pagina).values()
    assert ("Zonder naam", "Eva Weg werkt hier niet meer") == (deel.kop, deel.regels[0].wie)


def test_the_heading_says_what_is_missing(portefeuille: Maak) -> None:
    """
    With a name and no day it counts what has no day; the sentence above it counts the same.
    """
    pagina = acties(portefeuille("aannames: [{id: n, tekst: Iets, wie: anouk-de-wit}]"))

    [deel] = delen(pagina).values()
    assert ("Zonder datum", 1) == (deel.kop, deel.aantal)
    assert zin(pagina).startswith("1 zonder datum. ")


def test_a_postponement_gives_its_reason_and_its_last_day(portefeuille: Maak) -> None:
    """
    What may wait leaves the list and stands below it, in words.
    """
    pagina = acties(
        portefeuille("""
        uitstel: [{onderwerp: toezegging_te_laat, tot: 2026-04-30, reden: Klant verhuist}]
        toezeggingen: [{id: t, tekst: Overzicht sturen, van: wij, wie: rik-smeets, voor_datum: 2026-03-01}]
    """)
    )

    [wacht] = delen(pagina).values()
    assert "Uitgesteld" == wacht.kop
    [tekst] = wat(wacht)
    assert tekst.startswith("Toezegging van ons Tot en met 30 april 2026: Klant verhuist Wacht: ")
    assert tekst.endswith("Wacht: Overzicht sturen")


def test_an_imported_portfolio_is_told_where_to_begin(portefeuille: Maak) -> None:
    """
    With nothing promised or planned anywhere the page says what to add first; with all kept it says so.
    """
    leeg = render.html(acties(portefeuille("id: acme")))
    klaar = render.html(acties(portefeuille("toezeggingen: [{id: t, tekst: Iets, van: wij, stand: nagekomen}]")))

    assert "Begin met wat je bij het laatste gesprek beloofde" in leeg
    assert "Van ons staat er niets open." in klaar
