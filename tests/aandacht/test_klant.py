"""What the client waits for: new faces, changes, complaints, promises, decisions, a decent farewell."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.aandacht.punt import Aandachtspunt
from macros.portefeuille.portefeuille import Portefeuille

Punten = Callable[..., list[tuple[date, str, str]]]
LOOPT = """
    in_beheer_sinds: 2025-01-01
    contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2029-12-31}]
"""


def met(regels: str) -> str:
    """A client with a contract and these lines."""
    return f"{LOOPT}    {regels}\n"


def test_a_new_face_is_met_within_a_month(punten: Punten) -> None:
    """
    Until the day of the introduction is written down; one with a day to come waits for it.
    """
    gezicht = "contactpersonen: [{{id: k, naam: K. Vos, functie: inkoper, laag: tactisch, sinds: 2026-03-01{op}}}]"

    assert [(date(2026, 3, 31), "deze_maand", "anouk-de-wit")] == punten("kennismaking", met(gezicht.format(op="")))
    assert [] == punten("kennismaking", met(gezicht.format(op=", kennismaking_op: 2026-03-10")))
    gepland = met(gezicht.format(op=", kennismaking_op: 2026-04-10"))
    assert [(date(2026, 3, 31), "uitgesteld", "anouk-de-wit")] == punten("kennismaking", gepland, op=date(2026, 4, 9))


@pytest.mark.parametrize(
    ("velden", "gevraagd"),
    [
        ("rol_bvt: beslisser", True),
        ("rol_bvt: beinvloeder", True),
        ("rol_bvt: gebruiker", False),
        ("rol_bvt: beslisser, opvolger: k", True),
        ("rol_bvt: beslisser, opvolger: nieuw", False),
        ("rol_bvt: beslisser, opvolger: geen", False),
    ],
)
def test_who_decided_and_left_has_a_successor(
    punten: Punten, portefeuille: Callable[..., Portefeuille], velden: str, *, gevraagd: bool
) -> None:
    """
    Asked on the list and a hole in the web, until somebody is named or nobody took over; before that day to be ready.
    """
    persoon = "{{id: k, naam: K. Vos, functie: hoofd, laag: tactisch, vertrokken_op: {op}, {velden}}}"
    nieuw = "{id: nieuw, naam: N. Bos, functie: hoofd, laag: tactisch, rol_bvt: gebruiker}"
    weg, later = (
        met(f"contactpersonen: [{persoon.format(op=op, velden=velden)}, {nieuw}]")
        for op in ("2026-03-01", "2026-03-17")
    )

    assert ([(date(2026, 3, 31), "deze_maand", "anouk-de-wit")] if gevraagd else []) == punten("opvolger", weg)
    assert ([(date(2026, 3, 17), "deze_week", "anouk-de-wit")] if gevraagd else []) == punten("opvolger", later)
    [dossier] = portefeuille(weg).dossiers.values()
    assert gevraagd is ("geen_opvolger" in {gat.soort for gat in dossier.web_gaten})


def test_who_we_met_in_another_post_is_no_new_face(aandacht: Callable[..., list[Aandachtspunt]]) -> None:
    """
    A talk from before the new post says so; without one the face itself is new.
    """
    wie = "{id: k, naam: K. Vos, functie: inkoper, laag: tactisch, rol_bvt: beslisser, sinds: 2026-03-01}"
    met_talk = met(f"""contactpersonen: [{wie}]
    contactmomenten: [{{datum: 2025-12-18, wie: anouk-de-wit, met: [k], vorm: bezoek, kern: Jaargesprek}}]""")

    redenen = [
        punt.waarom
        for tekst in (met_talk, met_talk.replace("2025-12-18", "2027-12-18"))
        for punt in aandacht(tekst)
        if punt.soort == "kennismaking"
    ]

    assert [
        "Heeft een nieuwe rol sinds 1 maart 2026: inkoper",
        "Nieuw gezicht: inkoper, sinds 1 maart 2026",
    ] == redenen


def test_a_talk_is_the_introduction(punten: Punten) -> None:
    """
    Of each new face that was there; a message is no talk, and one before the new function was with somebody else.
    """
    gezicht = "contactpersonen: [{id: k, naam: K. Vos, functie: inkoper, laag: tactisch, sinds: 2026-03-01}]"
    moment = "    contactmomenten: [{{datum: {}, wie: anouk-de-wit, met: [oud-contact, k], vorm: {}}}]\n"

    assert [] == punten("kennismaking", met(gezicht) + moment.format("2026-03-10", "overleg"))
    for dag, vorm in (("2026-03-10", "bericht"), ("2026-02-20", "bezoek"), ("2026-03-20", "bezoek")):
        assert 1 == len(punten("kennismaking", met(gezicht) + moment.format(dag, vorm)))


def test_a_change_is_followed_up_within_a_month(punten: Punten) -> None:
    """
    Expectations and fit are looked at anew; a change from before we kept the client here asks nothing.
    """
    fusie = "wijzigingen: [{{datum: {dag}, soort: eigenaar_fusie, tekst: Fusie met Zuid{op}}}]"

    assert [(date(2026, 3, 3), "te_laat", "anouk-de-wit")] == punten(
        "wijziging", met(fusie.format(dag="2026-02-01", op=""))
    )
    assert [] == punten("wijziging", met(fusie.format(dag="2026-02-01", op=", opgevolgd_op: 2026-02-20")))
    assert [] == punten("wijziging", met(fusie.format(dag="2024-12-31", op="")))


def test_a_new_contact_person_is_one_thing_to_do(punten: Punten) -> None:
    """
    The change and the introduction are the same talk, before it and after.
    """
    wissel = met("wijzigingen: [{datum: 2026-03-01, soort: contactpersoon, tekst: Nieuwe inkoper}]")
    gezicht = "    contactpersonen: [{id: k, naam: K. Vos, functie: inkoper, laag: tactisch, sinds: 2026-03-01}]\n"

    assert 1 == len(punten("wijziging", wissel))
    assert [] == punten("wijziging", wissel + gezicht)
    assert [] == punten("wijziging", wissel + gezicht.replace("}]", ", kennismaking_op: 2026-03-10}]"))


@pytest.mark.parametrize("soort", ["klacht", "stille_klacht", "koopsignaal"])
def test_what_the_client_lets_slip_is_answered_within_two_weeks(punten: Punten, soort: str) -> None:
    """
    A complaint, a silent one, and a sign that the client would buy more; a planned talk has no signals yet.
    """
    signaal = "contactmomenten: [{{datum: {dag}, signalen: [{{soort: {soort}, tekst: Iets{op}}}]}}]"

    open_ = met(signaal.format(dag="2026-03-05", soort=soort, op=""))
    klaar = met(signaal.format(dag="2026-03-05", soort=soort, op=", opgevolgd_op: 2026-03-06"))
    straks = met(signaal.format(dag="2026-03-20", soort=soort, op=""))

    assert [(date(2026, 3, 19), "deze_week", "anouk-de-wit")] == punten(soort, open_)
    assert [] == punten(soort, klaar) + punten(soort, straks)


def test_a_buying_signal_with_a_chance_is_answered(punten: Punten) -> None:
    """
    The chance is where it goes on.
    """
    kans = met("kansen: [{id: k, tekst: Meer}]")
    signaal = "    contactmomenten: [{datum: 2026-03-05, signalen: [{soort: koopsignaal, kans: k}]}]\n"

    assert [] == punten("koopsignaal", kans + signaal)


@pytest.mark.parametrize(
    ("soort", "regels", "klaar"),
    [
        ("toezegging", "toezeggingen: [{{id: t, tekst: Rapport, van: wij, voor_datum: {zaak}}}]", "nagekomen"),
        ("aanname", "aannames: [{{id: n, tekst: Hij beslist, voor_datum: {zaak}}}]", "klopt"),
        (
            "reviewactie",
            "fresheyes: [{{uitgevoerd_op: 2026-02-01, acties: [{{tekst: Bel, gereed_op: {zaak}}}]}}]",
            "klaar",
        ),
    ],
)
def test_what_was_agreed_comes_up_on_its_day(punten: Punten, soort: str, regels: str, klaar: str) -> None:
    """
    Promises, assumptions and actions are of whoever has the name; done, or without a day, they stay away.
    """
    veld = "status" if soort == "reviewactie" else "stand"
    laat, ver = (met(regels.format(zaak=f"{dag}, wie: rik-smeets")) for dag in ("2026-03-15", "2026-06-01"))

    assert [(date(2026, 3, 15), "te_laat", "rik-smeets")] == punten(soort, laat)
    assert [] == punten(soort, ver) + punten(soort, met(regels.format(zaak=f"2026-03-15, {veld}: {klaar}")))


def test_a_promise_of_the_client_is_ours_to_recall(punten: Punten) -> None:
    """
    The account manager reminds the client.
    """
    beloofd = met("toezeggingen: [{id: t, tekst: Planning delen, van: klant, voor_datum: 2026-03-15}]")

    assert [(date(2026, 3, 15), "te_laat", "anouk-de-wit")] == punten("toezegging_klant", beloofd)


def test_a_warning_sign_asks_its_step_at_once(punten: Punten) -> None:
    """
    From the day it was seen, until the step was taken.
    """
    teken = "signalen: [{{datum: 2026-03-10, signaal: Lange stilte, actiestap: Bel de directeur{op}}}]"

    assert [(date(2026, 3, 10), "te_laat", "anouk-de-wit")] == punten("actiestap", met(teken.format(op="")))
    assert [] == punten("actiestap", met(teken.format(op=", gedaan_op: 2026-03-12")))


def test_a_client_that_does_not_fit_asks_the_manager_for_a_decision(punten: Punten) -> None:
    """
    At once after the check; without its day it is for today, and a decision ends it. Doubt alone asks none.
    """
    toets = "juiste_klant: {{scores: {{betaalt_op_tijd: {oordeel}}}{x}}}"

    fout = met(toets.format(oordeel="voldoet_niet", x=", getoetst_op: 2026-03-01"))
    ongedateerd = met(toets.format(oordeel="voldoet_niet", x=""))
    besloten = met(toets.format(oordeel="voldoet_niet", x=", besluit: afscheid"))

    assert [(date(2026, 3, 1), "te_laat", "johan-prins")] == punten("klantbesluit", fout)
    assert [(date(2026, 3, 16), "deze_week", "johan-prins")] == punten("klantbesluit", ongedateerd)
    assert [] == punten("klantbesluit", besloten) + punten("klantbesluit", met(toets.format(oordeel="deels", x="")))


def test_a_c_client_asks_the_manager_for_a_decision_within_a_month(punten: Punten) -> None:
    """
    Counted from the day the segment was chosen.
    """
    c = "segment_keuze: {segment: C, reden: klein, op: 2026-02-20}"

    assert [(date(2026, 3, 23), "deze_week", "johan-prins")] == punten("c_besluit", met(c))
    assert [] == punten("c_besluit", met(f"{c}\n    c_besluit: {{besluit: behouden}}"))


def test_a_client_that_leaves_is_closed_decently(punten: Punten) -> None:
    """
    On the last day all four lines are filled; it stays due when the client is gone, as the look back does.
    """
    weg = """
        contracten:
          - {id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31,
             opzegging: {ontvangen_op: 2026-01-02, door: klant, per_datum: 2026-03-31}}
        toezeggingen: [{id: t, tekst: Rapport, van: wij, voor_datum: 2026-03-01}]
    """
    netjes = (
        weg
        + """
        afsluiting: {punten_afgesproken: [a], overdracht_klaar_op: 2026-03-01, laatste_gesprek_op: 2026-03-02,
                     volg_contactpersonen: [oud-contact]}
    """
    )
    mei = date(2026, 5, 1)

    assert [(date(2026, 3, 31), "deze_maand", "anouk-de-wit")] == punten("afsluiting", weg)
    assert [(date(2026, 3, 31), "te_laat", "anouk-de-wit")] == punten("afsluiting", weg, op=mei)
    assert [(date(2026, 3, 2), "te_laat", "johan-prins")] == punten("terugblik", weg, op=mei)
    assert [] == punten("afsluiting", netjes, op=mei) + punten("toezegging", weg, op=mei)


def test_a_client_that_only_fell_silent_is_not_closed(punten: Punten) -> None:
    """
    After the last contract without a notice the contact goes on, and nothing is closed.
    """
    stil = """
        contracten:
          - {id: c, titel: Beheer, startdatum: 2023-01-01, einddatum: 2025-12-31,
             uitkomsten: [{datum: 2025-12-01, resultaat: verlengd}]}
    """

    assert [] == punten("afsluiting", stil)
    assert 1 == len(punten("bericht", stil))
