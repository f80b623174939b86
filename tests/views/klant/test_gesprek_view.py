"""What to read at the door of a client."""

from collections.abc import Callable

import pytest
from leesbaar import regels, titel

from macros.afleidingen.dossier import Dossier
from macros.views import render
from macros.views.klant.gesprek import gesprek

Klant = Callable[..., Dossier]


def test_an_unknown_client_still_gets_the_three_questions(klant: Klant) -> None:
    """
    With nothing on file every part keeps its words, and the questions are there.
    """
    view = gesprek(klant())
    html = render.html(view)

    assert 3 == len(view.vragen)
    for woorden in (
        "Nog geen gesprek vastgelegd.",
        "Geen open toezeggingen van ons.",
        "Niemand nieuw.",
        "Nog geen kans genoteerd.",
    ):
        assert woorden in html


def test_the_last_talk_is_a_talk_and_not_a_message(klant: Klant) -> None:
    """
    A newsletter or a planned visit is not the last talk.
    """
    view = gesprek(
        klant("""
        contactpersonen: [{id: p, naam: P. Vos, functie: chef, laag: tactisch}]
        contactmomenten:
          - {datum: 2026-02-01, wie: anouk-de-wit, met: [p], kern: Wil sneller antwoord}
          - {datum: 2026-03-01, wie: anouk-de-wit, met: [p], vorm: bericht}
          - {datum: 2026-04-01, wie: anouk-de-wit, met: [p]}
    """)
    )

    assert "Wil sneller antwoord" == view.laatste_kern
    assert "1 februari 2026, 43 dagen geleden, bezoek, Anouk de Wit met P. Vos" == view.laatste


def test_assumptions_and_stale_expectations_are_to_be_checked(klant: Klant) -> None:
    """
    Open assumptions come first, then what we suspect or did not check for half a year; what is fresh is left out.
    """
    view = gesprek(
        klant("""
        aannames: [{id: n1, tekst: Ze willen weg}, {id: n2, tekst: Klopt al, stand: klopt}]
        verwachtingen:
          - {id: v1, tekst: Vers, soort: uitgesproken, gecheckt_op: 2026-03-01}
          - {id: v2, tekst: Oud, soort: uitgesproken, gecheckt_op: 2025-03-01}
          - {id: v3, tekst: Vermoeden, soort: vermoed, gecheckt_op: 2026-03-01, prioriteit: 5}
    """)
    )

    assert [
        "Te toetsen: Ze willen weg hoe: nog bedenken",
        "Vermoeden Navragen laatst nagevraagd op 1 maart 2026",
        "Oud Navragen laatst nagevraagd op 1 maart 2025",
    ] == regels(view.navragen.delen[0])


def test_an_assumption_asks_how_we_find_out(klant: Klant) -> None:
    """
    The first to be known is asked first, with how, by whom and how near its day is.
    """
    view = gesprek(
        klant("""
        aannames:
          - {id: n1, tekst: Later, toets: Bellen, voor_datum: 2026-06-01}
          - {id: n2, tekst: Ze blijven, toets: Vragen aan Vos, wie: rik-smeets, voor_datum: 2026-03-06}
    """)
    )

    assert [
        "Te toetsen: Ze blijven hoe: Vragen aan Vos · Rik Smeets · voor 6 maart 2026, 10 dagen te laat",
        "Te toetsen: Later hoe: Bellen · voor 1 juni 2026",
    ] == regels(view.navragen.delen[0])


def test_a_late_promise_of_the_client_becomes_a_question(klant: Klant) -> None:
    """
    It is asked for, above all else, and not listed twice; what is not late yet stays with the promises.
    """
    view = gesprek(
        klant("""
        contactpersonen: [{id: p, naam: P. Vos, functie: chef, laag: tactisch}]
        aannames: [{id: n1, tekst: Ze blijven}]
        toezeggingen:
          - {id: t1, tekst: Handtekening, van: klant, wie: p, voor_datum: 2026-03-20}
          - {id: t2, tekst: Lijst met namen, van: klant, wie: p, voor_datum: 2026-03-15}
          - {id: t3, tekst: Rapport, van: wij, wie: rik-smeets, voor_datum: 2026-03-15}
    """)
    )
    wij, klant_ = view.beloften.delen

    assert [
        "Vraag naar: Lijst met namen Te laat P. Vos · voor 15 maart 2026, 1 dag te laat",
        "Te toetsen: Ze blijven hoe: nog bedenken",
    ] == regels(view.navragen.delen[0])
    rapport = "Rapport Te laat Rik Smeets · voor 15 maart 2026, 1 dag te laat"
    assert ("Wat wij beloofden", [rapport]) == (wij.kop, regels(wij))
    assert ["Handtekening Deze week P. Vos · voor 20 maart 2026, over 4 dagen"] == regels(klant_)


def test_a_client_with_only_late_promises_is_not_called_free(klant: Klant) -> None:
    """
    The empty list says where to look.
    """
    laat = "toezeggingen: [{id: t1, tekst: Lijst, van: klant, voor_datum: 2026-03-15}]"

    assert "Alleen wat te laat is: vraag ernaar." == gesprek(klant(laat)).beloften.delen[1].leeg


def test_what_does_not_fit_is_counted(klant: Klant) -> None:
    """
    Five questions and three promises fit on a screen; the client page holds the rest.
    """
    aannames = "".join(f"  - {{id: n{n}, tekst: Aanname {n}}}\n" for n in range(7))
    beloften = "".join(f"  - {{id: t{n}, tekst: Belofte {n}, van: wij}}\n" for n in range(4))
    view = gesprek(klant(f"aannames:\n{aannames}toezeggingen:\n{beloften}"))
    html = render.html(view)

    assert 5 == len(view.navragen.delen[0].regels)
    assert "De eerste 3; nog 1 op de pagina van de klant." == view.beloften.delen[0].noot
    assert 'En nog 2 op de <a href="accounts/acme/#verwachtingen">' in html


def test_a_new_face_is_named_with_how_it_stands(klant: Klant) -> None:
    """
    Who started in the last half year is new; who left is not.
    """
    view = gesprek(
        klant("""
        in_beheer_sinds: 2024-01-01
        contactpersonen:
          - {id: a, naam: A. Nieuw, functie: inkoper, laag: tactisch, sinds: 2026-01-01, belang: Rust}
          - {id: b, naam: B. Oud, functie: chef, laag: tactisch, sinds: 2020-01-01}
    """)
    )

    [gezicht] = view.gezichten
    assert ("A. Nieuw", "Onbekend", "Sinds 1 januari 2026. Rust. nog kennismaken") == (
        gezicht.naam,
        gezicht.houding.tekst,
        gezicht.bij,
    )


def test_the_most_valuable_chance_is_the_one_to_bring_up(klant: Klant) -> None:
    """
    One chance, not a list.
    """
    view = gesprek(
        klant("kansen: [{id: k1, tekst: Klein, waarde_jaar: 100}, {id: k2, tekst: Groot, waarde_jaar: 900}]")
    )

    assert "Groot" == view.kans


def test_what_troubles_the_client_stands_on_top(klant: Klant) -> None:
    """
    A complaint of last week comes first, late or not; our own judgement and what is minor stay away.
    """
    view = gesprek(
        klant("""
        juiste_klant: {scores: {marge_gezond: deels}}
        contactmomenten:
          - datum: 2026-03-10
            wie: anouk-de-wit
            kern: Boos
            signalen: [{soort: klacht, tekst: Storing duurde te lang}, {soort: prijs}]
        verwachtingen: [{id: v1, tekst: Binnen twee uur hulp, prioriteit: 5, stand: niet_gehaald}]
        problemen:
          - {id: p1, tekst: Liften vallen uit, prioriteit: 5}
          - {id: p2, tekst: Kleinigheid, prioriteit: 1}
          - {id: p3, tekst: Voorbij, prioriteit: 5, status: opgelost}
    """)
    )

    assert view.zorgen
    assert [
        "Storing duurde te lang Klacht, gehoord op 10 maart 2026",
        "Niet gehaald: Binnen twee uur hulp",
        "Signaal prijs op 10 maart 2026",
        "Probleem: Liften vallen uit Open",
    ] == regels(view.zorgen.delen[0])
    assert "Dit speelt bij de klant" in render.html(view)


def test_nothing_is_said_of_a_client_without_trouble(klant: Klant) -> None:
    """
    A quiet client has no empty part for it.
    """
    view = gesprek(klant())

    assert view.zorgen is None
    assert "Dit speelt bij de klant" not in render.html(view)


LOOPT = "contracten: [{id: c, titel: C, startdatum: 2025-01-01, einddatum: 2029-12-31}]\n"
VERWACHT = "verwachtingen: [{id: v1, tekst: Vers, soort: uitgesproken, gecheckt_op: 2026-03-01}]\n"
WENS, IDEE = "Welke wens heeft nog niemand genoemd?", "Wat zou de klant graag doen, en kan nu niet?"


@pytest.mark.parametrize(
    ("regels_", "verwacht"),
    [
        (LOOPT + VERWACHT, [WENS, IDEE]),
        (LOOPT + VERWACHT.replace("uitgesproken", "onverwacht"), [IDEE]),
        (LOOPT + VERWACHT + "innovaties: [{id: i1, tekst: Zelf boeken}]", [WENS]),
        (LOOPT + VERWACHT + "contactpersonen: [{id: p, naam: P, functie: chef, laag: tactisch, rol_bvt: beslisser, "
         "houding: kritisch, houding_op: 2026-03-01}]", []),
        (LOOPT, []),
        (VERWACHT, []),
    ],
)  # fmt: skip
def test_what_nobody_ever_heard_is_asked(klant: Klant, regels_: str, verwacht: list[str]) -> None:
    """
    While a contract runs and the client is not in trouble: an expectation that surprised us, and an idea.
    """
    gevraagd = [titel(regel) for regel in gesprek(klant(regels_)).navragen.delen[0].regels]

    assert verwacht == gevraagd
