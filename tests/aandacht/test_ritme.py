"""The rhythm of keeping in touch: rules, messages, what became of a training."""

from collections.abc import Callable
from datetime import date

Punten = Callable[..., list[tuple[date, str, str]]]
KLANT = """
    segment_keuze: {segment: B, reden: middelgroot}
    in_beheer_sinds: 2026-01-01
    contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2029-12-31}]
"""
TRAINING = (
    "    trainingen: [{datum: 2025-09-20, doelgroep: planners, doel_kort: Zelf plannen, doel_lang: Minder vragen}]\n"
)


def test_a_contact_rule_asks_who_has_the_turn(punten: Punten) -> None:
    """
    Counted from the day we keep the client here; a talk of yesterday ends it.
    """
    contact = "    contactregels: [{id: cm-operationeel, vervalt: true}, {id: procesafstemming, vervalt: true},\n"
    contact += "      {id: directie-strategisch, vervalt: true}]\n"
    gesproken = "    contactmomenten: [{datum: 2026-03-15, wie: anouk-de-wit, laag: tactisch, regel: am-tactisch}]\n"

    [(dag, stand, wie)] = punten("contact", KLANT + contact)

    assert (date(2026, 4, 2), "deze_maand", "anouk-de-wit") == (dag, stand, wie)
    assert [] == punten("contact", KLANT + contact + gesproken)


def test_a_message_is_due_after_two_months_of_silence(punten: Punten) -> None:
    """
    Until a message reached the client; with the part off there is none.
    """
    bericht = "berichten: [{datum: 2026-03-10, onderwerp: Tip}]"

    assert [(date(2026, 3, 3), "te_laat", "anouk-de-wit")] == punten("bericht", KLANT)
    lezer = "    contactpersonen: [{id: l, naam: L, functie: inkoper, laag: tactisch, nieuwsbrief: toestemming}]\n"
    assert [] == punten("bericht", KLANT + lezer, berichten=bericht)
    assert [] == punten("bericht", KLANT, instellingen="onderdelen: {berichten: false}")


def test_a_training_is_asked_about_and_repeated(punten: Punten) -> None:
    """
    After half a year what it brought, after a year once more; each is over when it is written with the training.
    """
    gevraagd = TRAINING.replace("doelgroep", "nagevraagd_op: 2026-03-21, opbrengst: Ze plannen zelf, doelgroep")
    terug = gevraagd.replace("doelgroep", "teruggekomen_op: 2026-09-20, doelgroep")

    assert [(date(2026, 3, 20), "deze_week", "anouk-de-wit")] == punten("training", KLANT + TRAINING)
    assert [] == punten("training", KLANT + gevraagd, op=date(2026, 3, 22))
    assert [(date(2026, 9, 20), "deze_week", "anouk-de-wit")] == punten(
        "training", KLANT + gevraagd, op=date(2026, 9, 15)
    )
    assert [] == punten("training", KLANT + terug, op=date(2026, 9, 21))


def test_a_talk_about_something_else_is_not_what_a_training_asks(punten: Punten) -> None:
    """
    Nor is a training for other people; one for the same people is how we came back.
    """
    sprak = "    contactmomenten: [{datum: 2026-09-22, wie: anouk-de-wit, vorm: nazorg}]\n"
    nog_een = TRAINING.replace("Minder vragen}", "Minder vragen}, {datum: 2026-09-22, doelgroep: %s}")
    laat = [(date(2026, 9, 20), "te_laat", "anouk-de-wit")]

    assert laat == punten("training", KLANT + TRAINING + sprak, op=date(2026, 9, 23))
    assert laat == punten("training", KLANT + nog_een % "inkopers", op=date(2026, 9, 23))
    assert [] == punten("training", KLANT + nog_een % "Planners", op=date(2026, 9, 23))


def test_days_of_a_training_that_were_chosen_win(punten: Punten) -> None:
    """
    `check_op` takes the place of half a year.
    """
    eigen = TRAINING.replace("doelgroep", "check_op: 2026-03-17, doelgroep")

    assert [(date(2026, 3, 17), "deze_week", "anouk-de-wit")] == punten("training", KLANT + eigen)
