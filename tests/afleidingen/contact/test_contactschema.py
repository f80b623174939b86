"""Who is due with whom: base, rules, matching, deputies and standings (domain 2.5, 3.8)."""

import re
from datetime import date

import pytest
from kleine_klant import LOPEND, maak, teksten

from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.dossier import Dossier

PERSONEN = """
contactpersonen:
  - {id: bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch, rol_bvt: beslisser}
  - {id: jansen, naam: P. Jansen, functie: gebruiker, laag: operationeel}
"""
BASIS = LOPEND + PERSONEN
INVALLERS = """
personen:
  - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager], vervanger: sara-bos,
     afwezig: [{van: 2026-02-01, tot: 2026-02-10}, {van: 2026-02-20, tot: 2026-02-21, vervanger: rik-smeets}]}
  - {id: rik-smeets, naam: Rik Smeets, rollen: [contractmanager]}
  - {id: sara-bos, naam: Sara Bos, rollen: [projectmanager]}
  - {id: johan-prins, naam: Johan Prins, rollen: [directie]}
  - {id: eva-mol, naam: Eva Mol, rollen: [directie]}
"""


def regel(acme: Dossier, naam: str = "am-tactisch") -> Contactstand:
    """The standing of one rule."""
    return next(stand for stand in acme.contact if stand.regel == naam)


def moment(velden: str) -> str:
    """An account with one contact moment."""
    return BASIS + f"contactmomenten: [{{{velden}}}]"


def test_due_base_is_the_latest_of_management_and_contract_start() -> None:
    """
    Nobody is blamed for the time before the account was tracked, or before the contract started.
    """
    beheer = maak(LOPEND)
    contract = maak(LOPEND.replace("2025-01-01", "2026-01-10"))
    zonder = maak(LOPEND + "in_beheer_sinds: null")

    assert date(2025, 6, 1) == beheer.ingangsdatum
    assert date(2026, 1, 10) == contract.ingangsdatum
    assert date(2025, 1, 1) == zonder.ingangsdatum


def test_due_base_looks_at_running_contracts_only() -> None:
    """
    An ended and a future contract do not count.
    """
    acme = maak("""
        in_beheer_sinds: 2019-01-01
        contracten:
          - {id: oud, titel: Oud, startdatum: 2019-01-01, einddatum: 2023-12-31,
             uitkomsten: [{datum: 2023-12-01, resultaat: verlengd, opvolger: nu}]}
          - {id: nu, titel: Nu, startdatum: 2024-01-01, einddatum: 2028-12-31}
          - {id: straks, titel: Straks, startdatum: 2027-01-01, einddatum: 2029-12-31}
        """)

    assert date(2024, 1, 1) == acme.ingangsdatum


def test_schedule_rests_while_no_contract_runs() -> None:
    """
    A client that still has to start, or a prospect, is not late.
    """
    straks = maak(LOPEND.replace("2025-01-01", "2026-06-01"))
    prospect = maak("contracten: []")

    assert () == straks.contact == prospect.contact
    assert straks.ingangsdatum is None
    assert [] == teksten(straks, "contact_te_laat")


def test_rules_of_the_segment_sorted_by_due_date_then_rule() -> None:
    """
    Two rules due on one day stand in order of their name.
    """
    acme = maak(BASIS)

    assert ["cm-operationeel", "am-tactisch", "directie-strategisch", "procesafstemming"] == [
        stand.regel for stand in acme.contact
    ]
    assert date(2025, 11, 30) == acme.contact[2].volgende.waarde == acme.contact[3].volgende.waarde
    assert ["Contractmanager, operationeel", "Accountmanager, tactisch", "Directie, strategisch",
            "Procesafstemming"] == [stand.naam for stand in acme.contact]  # fmt: skip


def test_account_changes_adds_and_drops_rules() -> None:
    """
    An override names only what differs from the default.
    """
    acme = maak(
        BASIS
        + """
contactregels:
  - {id: am-tactisch, elke_dagen: 30}
  - {id: procesafstemming, vervalt: true}
  - {id: sara, wie: sara-bos, laag: operationeel, elke_dagen: 365}
"""
    )

    assert {"am-tactisch", "cm-operationeel", "directie-strategisch", "sara"} == {s.regel for s in acme.contact}
    assert (30, "accountmanager", "tactisch") == (regel(acme).elke_dagen, regel(acme).wie, regel(acme).laag)
    assert ("Sara Bos, operationeel", "bezoek") == (regel(acme, "sara").naam, regel(acme, "sara").vorm)


def test_override_keeps_the_rule_when_the_segment_lost_it() -> None:
    """
    C has no director's rule; an account that changed it still wants it.
    """
    acme = maak(
        BASIS
        + """
segment_keuze: {segment: C, reden: Klein}
contactregels: [{id: directie-strategisch, elke_dagen: 100}]
"""
    )

    assert ("directie", 100) == (
        regel(acme, "directie-strategisch").wie,
        regel(acme, "directie-strategisch").elke_dagen,
    )


@pytest.mark.parametrize(
    ("velden", "telt"),
    [
        ("wie: anouk-de-wit, met: [bakker]", True),
        ("wie: anouk-de-wit, laag: tactisch", True),
        ("wie: anouk-de-wit, met: [bakker], vorm: belafspraak", True),
        ("wie: anouk-de-wit, met: [bakker], vorm: nazorg", True),
        ("wie: anouk-de-wit, met: [bakker], vorm: bericht", False),
        ("wie: anouk-de-wit, met: [bakker], vorm: procesafstemming", False),
        ("wie: anouk-de-wit, met: [bakker], laag: strategisch", True),
        ("wie: anouk-de-wit, met: [jansen, bakker]", True),
        ("wie: anouk-de-wit, met: [oud-contact, bakker]", True),
        ("wie: anouk-de-wit, met: [jansen]", False),
        ("wie: anouk-de-wit, met: [oud-contact]", False),
        ("wie: anouk-de-wit, met: [oud-contact], laag: tactisch", True),
        ("wie: rik-smeets, met: [bakker]", False),
        ("met: [bakker]", False),
        ("wie: rik-smeets, vorm: bericht, regel: am-tactisch", True),
        ("regel: am-tactisch", True),
    ],
)
def test_which_moment_counts_for_a_rule(velden: str, *, telt: bool) -> None:
    """
    Role, layer and form must fit; a talk counts for the layer of everyone present, and for the one that is written.
    """
    acme = maak(moment(f"datum: 2026-03-01, {velden}"))

    assert (date(2026, 3, 1) if telt else None) == regel(acme).laatste
    assert (date(2026, 5, 1) if telt else date(2025, 8, 1)) == regel(acme).volgende.waarde


def test_process_meeting_counts_only_for_itself() -> None:
    """
    `procesafstemming` and `bericht` must be equal, a personal form is no substitute.
    """
    overleg = maak(moment("datum: 2026-03-01, wie: rik-smeets, met: [jansen], vorm: overleg"))
    proces = maak(moment("datum: 2026-03-01, wie: rik-smeets, met: [jansen], vorm: procesafstemming"))

    assert (date(2026, 3, 1), None) == (
        regel(overleg, "cm-operationeel").laatste,
        regel(overleg, "procesafstemming").laatste,
    )
    assert (None, date(2026, 3, 1)) == (
        regel(proces, "cm-operationeel").laatste,
        regel(proces, "procesafstemming").laatste,
    )


def test_rule_that_names_people_wants_one_of_them() -> None:
    """
    Anyone else in the layer does not count then.
    """
    regels = "\ncontactregels: [{id: am-tactisch, met: [jansen]}]"
    zonder = maak(moment("datum: 2026-03-01, wie: anouk-de-wit, met: [bakker]") + regels)
    met = maak(moment("datum: 2026-03-01, wie: anouk-de-wit, met: [bakker, jansen]") + regels)

    assert regel(zonder).laatste is None
    assert date(2026, 3, 1) == regel(met).laatste


@pytest.mark.parametrize(
    ("wie", "op", "telt"),
    [
        ("sara-bos", "2026-01-31", False),
        ("sara-bos", "2026-02-01", True),
        ("sara-bos", "2026-02-10", True),
        ("sara-bos", "2026-02-11", False),
        ("rik-smeets", "2026-02-20", True),
        ("sara-bos", "2026-02-20", False),
    ],
)
def test_deputy_counts_during_absence(wie: str, op: str, *, telt: bool) -> None:
    """
    First and last day included; an absence may name its own deputy.
    """
    acme = maak(moment(f"datum: {op}, wie: {wie}, met: [bakker]"), team=INVALLERS)

    assert telt == (regel(acme).laatste is not None)


@pytest.mark.parametrize(("op", "telt"), [("2026-02-14", False), ("2026-02-15", True), ("2026-03-16", True)])
def test_deputy_counts_after_the_last_day_of_service(op: str, *, telt: bool) -> None:
    """
    On the last day the colleague was still there.
    """
    weg = re.sub(r"afwezig: .*", "uit_dienst_op: 2026-02-14}", INVALLERS)

    acme = maak(moment(f"datum: {op}, wie: sara-bos, met: [bakker]"), team=weg)

    assert telt == (regel(acme).laatste is not None)
    assert ("sara-bos",) == regel(acme).personen


def test_colleague_with_the_role_counts_and_so_does_who_the_driehoek_names() -> None:
    """
    A role comes from the team file or from the driehoek of the account.
    """
    team = INVALLERS.replace("rollen: [projectmanager]", "rollen: [accountmanager]").replace(
        "rollen: [contractmanager]", ""
    )
    team = team.replace("naam: Rik Smeets, }", "naam: Rik Smeets}")
    collega = maak(moment("datum: 2026-03-01, wie: sara-bos, met: [bakker]"), team=team)
    driehoek = maak(moment("datum: 2026-03-01, wie: rik-smeets, met: [jansen]"), team=team)

    assert date(2026, 3, 1) == regel(collega).laatste
    assert date(2026, 3, 1) == regel(driehoek, "cm-operationeel").laatste


def test_director_is_the_sponsor_or_anyone_with_that_role() -> None:
    """
    With a sponsor another director does not count.
    """
    velden = "datum: 2026-03-01, wie: eva-mol, laag: strategisch"
    met_sponsor = maak(moment(velden), team=INVALLERS)
    zonder = maak(moment(velden) + "\ndriehoek: {accountmanager: anouk-de-wit}", team=INVALLERS)

    assert regel(met_sponsor, "directie-strategisch").laatste is None
    assert date(2026, 3, 1) == regel(zonder, "directie-strategisch").laatste
    assert ("johan-prins", "eva-mol") == regel(zonder, "directie-strategisch").personen
    assert () == regel(zonder, "cm-operationeel").personen


def test_contract_manager_of_the_account_acts_and_those_of_contracts_count() -> None:
    """
    Without one for the account, those of its contracts act.
    """
    eigen = BASIS.replace("titel: Beheer,", "titel: Beheer, contractmanager: sara-bos,")
    spreekt = "contactmomenten: [{datum: 2026-03-01, wie: sara-bos, met: [jansen]}]"
    met, zonder = maak(eigen + spreekt), maak(eigen + "driehoek: {accountmanager: anouk-de-wit}")

    assert date(2026, 3, 1) == regel(met, "cm-operationeel").laatste
    assert ("rik-smeets",) == regel(met, "cm-operationeel").personen
    assert ("sara-bos",) == regel(zonder, "cm-operationeel").personen


def test_planned_moment_does_not_count() -> None:
    """
    An appointment is no visit; the peildatum itself has been.
    """
    gepland = maak(moment("datum: 2026-03-17, wie: anouk-de-wit, met: [bakker]"))
    vandaag = maak(moment("datum: 2026-03-16, wie: anouk-de-wit, met: [bakker]"))

    assert regel(gepland).laatste is None
    assert date(2026, 3, 16) == regel(vandaag).laatste


def test_moment_before_the_base_counts_as_made_on_the_base() -> None:
    """
    The rule then counts from the base, and says that there was contact.
    """
    acme = maak(moment("datum: 2025-01-01, wie: anouk-de-wit, met: [bakker]"))

    assert date(2025, 8, 1) == regel(acme).volgende.waarde
    assert date(2025, 6, 1) == regel(acme).sinds
    assert "Accountmanager, tactisch: 288 dagen niet gesproken (afspraak: 61)" in teksten(acme, "contact_te_laat")


@pytest.mark.parametrize(
    ("gesproken", "stand", "dagen"),
    [
        ("2026-01-13", "te_laat", 1),
        ("2026-01-14", "deze_week", 0),
        ("2026-01-21", "deze_week", 0),
        ("2026-01-22", "deze_maand", 0),
        ("2026-02-14", "deze_maand", 0),
        ("2026-02-15", "op_tijd", 0),
    ],
)
def test_standings(gesproken: str, stand: str, dagen: int) -> None:
    """
    Due today is this week; 7 and 31 days are included; late begins the day after.
    """
    acme = maak(moment(f"datum: {gesproken}, wie: anouk-de-wit, met: [bakker]"))

    assert (stand, dagen) == (regel(acme).stand, regel(acme).dagen_te_laat)


def test_words_for_late_contact() -> None:
    """
    Spoken and never spoken read differently; the number counts from the contact, or from the base.
    """
    acme = maak(moment("datum: 2025-12-18, wie: anouk-de-wit, met: [bakker]"))

    assert [
        "Contractmanager, operationeel: 288 dagen nog niet gesproken (afspraak: 30)",
        "Directie, strategisch: 288 dagen nog niet gesproken (afspraak: 182)",
        "Procesafstemming: 288 dagen nog niet gesproken (afspraak: 182)",
        "Accountmanager, tactisch: 88 dagen niet gesproken (afspraak: 61)",
    ] == teksten(acme, "contact_te_laat")


@pytest.mark.parametrize(("tot", "stand"), [("2026-03-15", "te_laat"), ("2026-03-16", "uitgesteld")])
def test_postponed_until_and_including(tot: str, stand: str) -> None:
    """
    A rule under `uitstel` is grey and not late, up to and including that day.
    """
    acme = maak(BASIS + f"uitstel: [{{onderwerp: am-tactisch, tot: {tot}, reden: Verbouwing}}]")

    assert stand == regel(acme).stand
    assert (stand == "uitgesteld") == (regel(acme).dagen_te_laat == 0)


def test_steps_say_where_the_day_comes_from() -> None:
    """
    Fact, rule, result; without contact the base is named.
    """
    acme = maak(BASIS)

    assert ["nog geen contact dat meetelt", "we tellen vanaf 1 juni 2025", "afspraak bij dit segment: elke 61 dagen",
            "uiterlijk 1 augustus 2025"] == [stap.tekst for stap in regel(acme).volgende.stappen]  # fmt: skip


def test_last_spoken_is_about_deciders_who_are_still_there() -> None:
    """
    Only a held, personal moment with the person counts, whatever colleague had it.
    """
    acme = maak(
        LOPEND
        + """
contactpersonen:
  - {id: bakker, naam: H. Bakker, functie: manager, laag: tactisch, rol_bvt: beslisser}
  - {id: smit, naam: S. Smit, functie: inkoper, laag: tactisch, rol_bvt: beinvloeder}
  - {id: weg, naam: W. Weg, functie: manager, laag: tactisch, rol_bvt: beslisser, vertrokken_op: 2026-03-16}
  - {id: jansen, naam: P. Jansen, functie: gebruiker, laag: operationeel, rol_bvt: gebruiker}
contactmomenten:
  - {datum: 2025-03-01, met: [jansen, bakker]}
  - {datum: 2025-02-01, wie: anouk-de-wit, met: [bakker]}
  - {datum: 2026-03-01, wie: anouk-de-wit, met: [smit], vorm: bericht}
  - {datum: 2026-04-01, wie: anouk-de-wit, met: [smit]}
"""
    )

    assert {wie: op.waarde for wie, op in acme.laatst_gesproken.items()} == {"bakker": date(2025, 3, 1), "smit": None}
