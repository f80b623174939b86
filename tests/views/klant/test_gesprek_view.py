"""What to read at the door of a client: what hurts, what to ask whom, and what changed."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from generator import schrijf_portefeuille
from leesbaar import woorden
from voorbeeldklanten import voorbeeldklanten

from macros.afleidingen.dossier import Dossier
from macros.load.load import lees_map
from macros.portefeuille.acties import openstaand
from macros.portefeuille.portefeuille import Portefeuille, portefeuille
from macros.views import render
from macros.views.klant.gesprek import Gesprek, gesprek, laatste_gesprek, pijn, sinds
from macros.views.klant.gespreksvragen import VRAGEN, Partner, partners

Klant = Callable[..., Dossier]
VOS = "contactpersonen: [{id: p, naam: P. Vos, functie: chef, laag: tactisch, rol_bvt: beslisser}]\n"
BEHEER = "contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}]\n"
BLIJVEN = "{id: d, tekst: Blijven}"
VOORBEELDEN = sorted(voorbeeldklanten().dossiers)
ACCOUNTS = Path(__file__).resolve().parents[3] / "accounts"
PEILDATUM = date(2026, 3, 16)
VERZONNEN = 60
NIETS = re.compile(r"\b(?:niets|geen|niemand)\b", re.IGNORECASE)


def deel(view: Gesprek, naam: str) -> str:
    """The words of one part; empty when it is not there."""
    return next((woorden(een.inhoud) for een in view.delen if een.naam == naam), "")


def gevraagd(dossier: Dossier) -> list[str]:
    """The questions for whom a visit is for first."""
    return [vraag.tekst for vraag in partners(dossier)[0].vragen]


# --- what hurts ---


def test_what_hurts_stands_on_top_in_words_of_the_client(klant: Klant) -> None:
    """
    A complaint, the last mark with its plan, what was not delivered, problems, and then why we worry.
    """
    dossier = klant("""
        contactmomenten:
          - datum: 2026-03-10
            wie: anouk-de-wit
            kern: Boos
            signalen: [{soort: klacht, tekst: Storing duurde te lang}, {soort: prijs}]
        evaluaties:
          - {datum: 2026-02-20, opdracht: Migratie, cijfer_resultaat: 7.5, beter: Eerder bellen,
             herstelplan: {start: 2026-03-01, eigenaar: anouk-de-wit, acties: [Restpunten oplossen]}}
        verwachtingen: [{id: v1, tekst: Binnen twee uur hulp, prioriteit: 5, stand: niet_gehaald}]
        problemen:
          - {id: p1, tekst: Liften vallen uit, prioriteit: 5}
          - {id: p2, tekst: Voorbij, prioriteit: 5, status: opgelost}
    """)

    assert "pijn" == gesprek(dossier).delen[0].naam
    assert [
        "“Storing duurde te lang” Klacht, gehoord op 10 maart 2026",
        (
            "Cijfer 7,5 voor het resultaat bij Migratie 20 februari 2026 · beter: Eerder bellen "
            "Ons herstelplan loopt: Restpunten oplossen"
        ),
        "Niet gehaald: Binnen twee uur hulp",
        "Probleem: Liften vallen uit Open nog niemand",
        "Signaal prijs op 10 maart 2026 Let op",
    ] == [woorden(regel) for regel in pijn(dossier)]


def test_of_a_mark_only_what_is_below_the_norm_hurts(klant: Klant) -> None:
    """
    It says which of the two it is; a good mark for the other is no pain.
    """
    half = "evaluaties: [{datum: 2026-02-20, cijfer_resultaat: 7.5, cijfer_samenwerking: 8.5}]"

    [laag, *_] = [woorden(regel) for regel in pijn(klant(half))]
    [beide, *_] = [woorden(regel) for regel in pijn(klant(half.replace("8.5", "6")))]

    assert laag.startswith("Cijfer 7,5 voor het resultaat 20 februari 2026")
    assert beide.startswith("Cijfer 7,5 voor het resultaat en 6 voor de samenwerking")


def test_nobody_is_asked_about_themselves_in_the_third_person(klant: Klant) -> None:
    """
    Of a change that names who sits there the new post is asked; of any other its words.
    """
    nieuw = "wijzigingen: [{datum: 2026-02-01, soort: contactpersoon, tekst: P. Vos is nu chef en beslist}]\n"

    assert "Wat wordt er voor ons werk anders nu je chef bent?" in gevraagd(klant(nieuw + VOS))
    assert "Wat betekent dit voor ons werk: “P. Vos is nu chef en beslist”?" in gevraagd(
        klant(nieuw + VOS.replace("P. Vos", "K. Bos"))
    )


def test_a_silent_complaint_hurts_too(klant: Klant) -> None:
    """
    What a client does not say aloud is on the page before we walk in.
    """
    stil = "contactmomenten: [{datum: 2026-03-10, signalen: [{soort: stille_klacht, tekst: Neemt niet meer op}]}]"

    assert "“Neemt niet meer op”" in deel(gesprek(klant(stil)), "pijn")


@pytest.mark.parametrize("naam", VOORBEELDEN)
def test_every_reason_to_worry_is_on_the_page(naam: str) -> None:
    """
    Who reads Zorg reads why; what does not fit is counted.
    """
    dossier = voorbeeldklanten().dossiers[naam]

    if dossier.klantbeeld.redenen:
        assert "pijn" == gesprek(dossier).delen[0].naam
        assert len(dossier.klantbeeld.redenen) <= sum(1 for _ in pijn(dossier)) + 2


@pytest.fixture(scope="module", params=["tests", "voorbeeld", "verzonnen"])
def alle_klanten(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Portefeuille:
    """The clients of the tests, those of the example that a visitor sees, and sixty invented ones."""
    if request.param == "tests":
        return voorbeeldklanten()
    folder = ACCOUNTS
    if request.param == "verzonnen":
        folder = tmp_path_factory.mktemp("gesprek") / "accounts"
        schrijf_portefeuille(folder, VERZONNEN)
    return portefeuille(lees_map(folder), PEILDATUM)


def test_nothing_says_niets_while_something_is_open(alle_klanten: Portefeuille) -> None:
    """
    No part of the page is a sentence that there is nothing; what is empty is not there.
    """
    gezien = 0
    for dossier in alle_klanten.dossiers.values():
        view = gesprek(dossier)
        assert 'class="leeg"' not in render.html(view), dossier.id
        if any(openstaand(dossier)):
            gezien += 1
            for een in view.delen:
                assert not NIETS.match(woorden(een.inhoud)), (dossier.id, een.naam)
    assert gezien > len(alle_klanten.dossiers) / 2


# --- what to ask whom ---


def test_no_two_clients_get_the_same_three_questions() -> None:
    """
    Nor do two people of one client.
    """
    drietallen = [
        tuple(vraag.tekst for vraag in partner.vragen)
        for dossier in voorbeeldklanten().dossiers.values()
        for partner in partners(dossier)
    ]

    assert len(drietallen) == len(set(drietallen))
    assert {VRAGEN} == {len(drietal) for drietal in drietallen}


def test_every_question_says_why() -> None:
    """
    Behind each question stands the fact that asks it.
    """
    alle = [v for d in voorbeeldklanten().dossiers.values() for partner in partners(d) for v in partner.vragen]

    assert all(vraag.waarom and vraag.tekst.endswith("?") for vraag in alle)


@pytest.mark.parametrize(
    ("feit", "vraag", "waarom"),
    [
        ("verwachtingen: [{id: v, tekst: Snel hulp, van: p, gecheckt_op: 2025-03-01}]",
         "Verwacht je nog steeds “Snel hulp”?", "laatst nagevraagd op 1 maart 2025"),
        ("evaluaties: [{datum: 2026-02-01, cijfer_resultaat: 6, gegeven_door: p, beter: Sneller}]",
         "Wat maakt van de 6 een 8?", "cijfer van 1 februari 2026; kon beter: “Sneller”"),
        ("toezeggingen: [{id: t, tekst: Lijst geven, van: klant, wie: p, voor_datum: 2026-03-15}]",
         "Hoe staat het met “Lijst geven”?", "toegezegd voor 15 maart 2026, 1 dag te laat"),
        ("aannames: [{id: n, tekst: Ze blijven, toets: Vragen}]", "Klopt dit: “Ze blijven”?",
         "aanname; zo zoeken we het uit: Vragen"),
        ("kansen: [{id: k, tekst: Groot, waarde_jaar: 900}, {id: l, tekst: Klein, waarde_jaar: 1}]",
         "Wat zou dit jullie brengen: “Groot”?", "kans, €\N{NO-BREAK SPACE}900 per jaar"),
        (f"{BEHEER}canvassen: [{{id: '2026', gestart_op: 2026-01-01, contracten: [c], doelen: [{BLIJVEN}]}}]",
         "Waaraan merk je dat dit is gelukt: “Blijven”?", "doel zonder maat op het canvas"),
        ("contactmomenten: [{datum: 2026-03-10, met: [p], signalen: [{soort: klacht, tekst: Te laat}]}]",
         "Hoe is het nu met “Te laat”?", "klacht van 10 maart 2026, nog open"),
    ],
)  # fmt: skip
def test_a_fact_asks_a_question_until_it_is_answered(klant: Klant, feit: str, vraag: str, waarom: str) -> None:
    """
    Each kind of fact has its question; without the fact nobody asks it.
    """
    gesteld = {een.tekst: een.waarom for een in partners(klant(VOS + feit))[0].vragen}

    assert waarom == gesteld.get(vraag)
    assert vraag not in gevraagd(klant(VOS))


def test_a_question_is_for_who_said_it(klant: Klant) -> None:
    """
    The doubt of one is not asked of the other; who decides comes first, but for whom a visit is planned with.
    """
    twee = """
        contactpersonen:
          - {id: a, naam: A. Baas, functie: directeur, laag: strategisch, rol_bvt: beslisser}
          - {id: b, naam: B. Bos, functie: chef, laag: tactisch, rol_bvt: gebruiker, houding: kritisch}
        verwachtingen: [{id: v, tekst: Snel hulp, van: b}]
    """
    baas, bos = partners(klant(twee))
    eerst = partners(klant(twee + "    contactmomenten: [{datum: 2026-04-01, met: [b]}]"))[0]

    def vragen(partner: Partner) -> str:
        return " ".join(vraag.tekst for vraag in partner.vragen)

    assert "Snel hulp" in vragen(bos)
    assert "overtuigd" in vragen(bos)
    assert "Snel hulp" not in vragen(baas)
    assert eerst.persoon
    assert "b" == eerst.persoon.id


def test_an_unknown_client_still_gets_three_questions(klant: Klant) -> None:
    """
    Where nobody is known we ask who decides.
    """
    assert "Wie beslist er bij jullie over ons werk bij Acme?" == gevraagd(klant())[0]
    assert VRAGEN == len(gevraagd(klant()))


def test_a_known_face_in_a_new_post_is_no_stranger(klant: Klant) -> None:
    """
    Who was spoken in another post has a day, and is asked what the new post is for.
    """
    dossier = klant("""
        in_beheer_sinds: 2024-01-01
        contactpersonen:
          - {id: a, naam: A. Nieuw, functie: manager ICT, laag: tactisch, sinds: 2026-02-01, belang: Rust,
             rol_bvt: beslisser}
        contactmomenten: [{datum: 2025-12-18, wie: anouk-de-wit, met: [a], kern: Jaargesprek}]
    """)

    assert "Wat wil je als manager ICT als eerste voor elkaar krijgen?" in gevraagd(dossier)
    assert "gesproken op 18 dec 2025" in deel(gesprek(dossier), "vragen")
    assert "in deze functie sinds 1 februari 2026, toen in een andere functie" in deel(gesprek(dossier), "vragen")


# --- the plan, the promises, and what changed ---


def test_the_last_talk_is_a_talk_and_not_a_message(klant: Klant) -> None:
    """
    A newsletter or a planned visit is not the last talk.
    """
    dossier = klant("""
        contactpersonen: [{id: p, naam: P. Vos, functie: chef, laag: tactisch}]
        contactmomenten:
          - {datum: 2026-02-01, wie: anouk-de-wit, met: [p], kern: Wil sneller antwoord}
          - {datum: 2026-03-01, wie: anouk-de-wit, met: [p], vorm: bericht}
          - {datum: 2026-04-01, wie: anouk-de-wit, met: [p]}
    """)
    [kop] = [een.kop for een in gesprek(dossier).delen if een.naam == "sinds"]

    assert "Sinds het gesprek van 1 februari 2026, 43 dagen geleden" == kop
    assert deel(gesprek(dossier), "sinds").startswith("Wil sneller antwoord Bezoek, Anouk de Wit met P. Vos")


def test_what_changed_since_the_last_talk_is_told(klant: Klant) -> None:
    """
    A mark, a change and a renewal of a later day; what is older was known then.
    """
    dossier = klant("""
        contactmomenten: [{datum: 2026-02-01, wie: anouk-de-wit, kern: Rustig}]
        evaluaties: [{datum: 2026-02-20, cijfer_resultaat: 9}, {datum: 2025-02-20, cijfer_resultaat: 8}]
        wijzigingen: [{datum: 2026-03-01, soort: strategie, tekst: Nieuwe directeur}]
    """)

    assert ["Wijziging", "Cijfer"] == [een.soort for een in sinds(dossier, laatste_gesprek(dossier))]
    assert "1 mrt 2026 Wijziging: Andere strategie: Nieuwe directeur" in deel(gesprek(dossier), "sinds")


def test_goals_and_the_plan_that_runs_stand_below_the_questions(klant: Klant) -> None:
    """
    Open goals of the current canvas, and the first steps of the plan; without a canvas what the client itself wants.
    """
    canvas = """
        contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}]
        canvassen:
          - {id: '2026', gestart_op: 2026-01-01, contracten: [c], doelen: [{id: d, tekst: Drie jaar blijven}],
             acties: [{id: a, tekst: Rekensom maken, wie: rik-smeets, gereed_op: 2026-03-20}]}
    """

    assert "Drie jaar blijven Rekensom maken Rik Smeets · voor 20 maart 2026" == deel(gesprek(klant(canvas)), "plan")
    assert "Groeien doel van de klant" == deel(gesprek(klant("doelen_klant: [Groeien]")), "plan")


def test_only_open_promises_are_told_and_what_does_not_fit_is_counted(klant: Klant) -> None:
    """
    A side that owes nothing is left out.
    """
    beloften = "".join(f"  - {{id: t{n}, tekst: Belofte {n}, van: wij}}\n" for n in range(4))
    view = gesprek(klant(f"toezeggingen:\n{beloften}"))

    assert deel(view, "beloften").startswith("Wij beloofden Belofte 0 Open")
    assert deel(view, "beloften").endswith("en nog 2 bij de klant")
    assert "De klant beloofde" not in deel(view, "beloften")
