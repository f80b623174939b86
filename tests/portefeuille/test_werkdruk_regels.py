"""Load per colleague, key moments per month, and what to pull forward."""

from collections.abc import Callable
from datetime import date
from textwrap import dedent
from typing import Any

import pytest

from macros.afleidingen.dossier import dossier
from macros.portefeuille.drukte import Drukte, Voorstel, drukte, gewoon, naar_voren
from macros.portefeuille.klantfeiten import Belasting, belasting, feiten
from macros.portefeuille.portefeuille import Portefeuille

TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, max_accounts: 1}
      - {id: bram-weg, naam: Bram Weg, vervanger: anouk-de-wit, afwezig: [{van: 2026-07-01, tot: 2026-07-10}]}
      - {id: eva-uit, naam: Eva Uit, uit_dienst_op: 2026-02-28, vervanger: anouk-de-wit}
      - {id: hein-uit, naam: Hein Uit, uit_dienst_op: 2026-02-28}
      - {id: lotte-vermaat, naam: Lotte Vermaat, max_contracten: 2}
"""
VRIJ = "{id: %s, titel: %s, startdatum: 2024-01-01, einddatum: 2029-12-31}"
RUST = """
    vakanties: [{naam: Bouwvak, van: 2026-07-27, tot: 2026-08-14}]
"""

Maak = Callable[..., Portefeuille]


@pytest.fixture
def portefeuille(account: Callable[[str], Any], gedeeld: Callable[..., Any]) -> Maak:
    """Make a portfolio of these clients at 16 March 2026."""

    def maak(*klanten: str, instellingen: str = "{}", team: str = TEAM) -> Portefeuille:
        delen = gedeeld(team=team, instellingen=instellingen)
        dossiers = [dossier(account(dedent(klant)), delen, date(2026, 3, 16)) for klant in klanten]
        return Portefeuille({d.id: d for d in dossiers}, delen, date(2026, 3, 16), vast=False)

    return maak


def klant(naam: str, wie: str, *contracten: str, cm: str = "") -> str:
    """A client of an account manager with these contracts."""
    manager = f", contractmanager: {cm}" if cm else ""
    return (
        f"id: {naam}\nnaam: {naam.title()}\ndriehoek: {{accountmanager: {wie}{manager}}}\n"
        f"contracten: [{', '.join(contracten)}]"
    )


def van(portefeuille: Portefeuille, wie: str) -> Belasting:
    """The load of one colleague."""
    [last] = [last for last in belasting(feiten(portefeuille)) if last.persoon.id == wie]
    return last


def test_clients_count_while_a_contract_runs(portefeuille: Maak) -> None:
    """
    A prospect, an ended client and one that is still to start are no load of the account manager.
    """
    verloren = VRIJ.replace("2029", "2025").replace("}", ", uitkomsten: [{datum: 2025-12-01, resultaat: verloren}]}")
    straks = "{id: c, titel: C, startdatum: 2026-06-01, einddatum: 2029-12-31}"
    alles = portefeuille(
        klant("loopt", "anouk-de-wit", VRIJ % ("c", "C")),
        klant("weg", "anouk-de-wit", verloren % ("c", "C")),
        klant("straks", "anouk-de-wit", straks),
        klant("leeg", "anouk-de-wit"),
    )

    assert {"loopt": 1} == van(alles, "anouk-de-wit").accounts.eigen


def test_the_agreement_may_be_kept_passed_or_absent(portefeuille: Maak) -> None:
    """
    Two clients where one was agreed is too many; no agreement is said, and never fine; a zero load is within it.
    """
    alles = portefeuille(
        klant("een", "anouk-de-wit", VRIJ % ("c", "C"), cm="bram-weg"),
        klant("twee", "anouk-de-wit", VRIJ % ("c", "C")),
    )

    assert "boven" == van(alles, "anouk-de-wit").accounts.stand
    assert "niet_afgesproken" == van(alles, "bram-weg").contracten.stand
    lotte = van(alles, "lotte-vermaat").contracten
    assert (0, "binnen") == (lotte.aantal, lotte.stand)


def test_work_for_somebody_who_left_counts_apart(portefeuille: Maak) -> None:
    """
    The deputy of who left sees it beside the own clients; without a deputy it is nobody's.
    """
    alles = portefeuille(
        klant("eigen", "anouk-de-wit", VRIJ % ("c", "C")),
        klant("van-eva", "eva-uit", VRIJ % ("c", "C")),
        klant("van-hein", "hein-uit", VRIJ % ("c", "C")),
    )

    anouk = van(alles, "anouk-de-wit").accounts
    assert ({"eigen": 1}, {"van-eva": 1}) == (anouk.eigen, anouk.waargenomen)
    assert "boven_met_waarneming" == anouk.stand
    assert {"van-hein": 1} == van(alles, "hein-uit").accounts.eigen


def test_a_contract_counts_for_its_own_manager(portefeuille: Maak) -> None:
    """
    Its own contract manager comes before that of the client; a contract without one is nobody's load.
    """
    eigen = "{id: b, titel: B, startdatum: 2024-01-01, einddatum: 2029-12-31, contractmanager: bram-weg}"
    alles = portefeuille(
        klant("acme", "anouk-de-wit", VRIJ % ("a", "A"), eigen, VRIJ % ("c", "C"), cm="lotte-vermaat"),
        klant("zonder", "anouk-de-wit", VRIJ % ("c", "C")),
    )

    assert ({"acme": 2}, {"acme": 1}) == (
        van(alles, "lotte-vermaat").contracten.eigen, van(alles, "bram-weg").contracten.eigen,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("aantallen", "grens"),
    [([], 2), ([0, 0], 2), ([1, 1, 9], 2), ([3, 0, 5], 4), ([3, 4], 4), ([5, 0, 0, 0], 5)],
)
def test_what_is_usual_in_a_month(aantallen: list[int], grens: int) -> None:
    """
    The median of the months with work, rounded up, and never below two: three moments make the first busy month.
    """
    assert grens == gewoon(aantallen, 3)


def momenten(persoon: Drukte) -> list[tuple[str, str]]:
    """Month and label of every key moment."""
    return [(maand.eerste.isoformat()[:7], moment.wat) for maand in persoon.maanden for moment in maand.momenten]


BEHEER = """{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31,
    opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}}"""
CANVAS = '\ncanvassen: [{id: "2026", contracten: [beheer], gestart_op: 2025-07-01}]'


def test_key_moments_go_to_the_account_and_the_contract_manager(portefeuille: Maak) -> None:
    """
    What is late counts this month, the decision once, reminders and days that only happen not at all.
    """
    am, cm = drukte(portefeuille(klant("acme", "anouk-de-wit", BEHEER, cm="lotte-vermaat") + CANVAS))

    assert ("anouk-de-wit", "lotte-vermaat") == (am.wie, cm.wie)
    assert [
        ("2026-03", "Tussenevaluatie"),
        ("2026-07", "Voorstel uiterlijk"),
        ("2026-08", "Verlenging aankondigen"),
        ("2026-09", "Beslismoment"),
    ] == momenten(am)
    assert [("2026-09", "In actie voor de opzegdeadline")] == momenten(cm)
    assert 24 == len(am.maanden)


def test_without_a_contract_manager_the_account_manager_acts(portefeuille: Maak) -> None:
    """
    Somebody has to.
    """
    [am] = drukte(portefeuille(klant("acme", "anouk-de-wit", BEHEER)))

    assert ("2026-09", "In actie voor de opzegdeadline") in momenten(am)


@pytest.mark.parametrize(
    ("wie", "bij"), [("eva-uit", "anouk-de-wit"), ("hein-uit", "hein-uit"), ("bram-weg", "bram-weg")]
)
def test_moments_after_the_last_day_of_service_go_to_the_deputy(portefeuille: Maak, wie: str, bij: str) -> None:
    """
    Without a deputy they stay in the name of who left; absence moves nothing.
    """
    [persoon] = drukte(portefeuille(klant("acme", wie, BEHEER)))

    assert bij == persoon.wie


def test_a_passed_end_counts_now_and_a_postponed_moment_later(portefeuille: Maak) -> None:
    """
    A contract whose end passed without an outcome is work of this month; one that may wait counts on that day.
    """
    verlopen = "{id: oud, titel: Oud, startdatum: 2024-01-01, einddatum: 2026-01-31}"
    uitstel = "\nuitstel: [{onderwerp: beheer, tot: 2026-05-20, reden: Fusie}]"
    [persoon] = drukte(
        portefeuille(klant("acme", "anouk-de-wit", verlopen), klant("beta", "anouk-de-wit", BEHEER) + CANVAS + uitstel)
    )

    assert [("2026-03", "Einddatum"), ("2026-05", "Tussenevaluatie")] == momenten(persoon)[:2]


def test_nothing_to_do_is_nobodys_load(portefeuille: Maak) -> None:
    """
    Without contracts there is no grid.
    """
    assert () == drukte(portefeuille(klant("acme", "anouk-de-wit")))


def test_absence_marks_its_months(portefeuille: Maak) -> None:
    """
    A month with at least one day of absence is marked.
    """
    [persoon] = drukte(portefeuille(klant("acme", "bram-weg", BEHEER)))

    assert [date(2026, 7, 1)] == [maand.eerste for maand in persoon.maanden if maand.weg]


def voorstellen(portefeuille: Portefeuille) -> list[Voorstel]:
    """Everything that is proposed."""
    return [voorstel for persoon in drukte(portefeuille) for voorstel in naar_voren(persoon, portefeuille)]


def eindigt(naam: str, eind: str) -> str:
    """A contract of three years; the proposal is due 90 days before its end."""
    return f"{{id: {naam}, titel: {naam.title()}, startdatum: {int(eind[:4]) - 3}-{eind[5:]}, einddatum: {eind}}}"


def test_a_moment_in_the_bouwvak_moves_to_the_last_working_day_before_it(portefeuille: Maak) -> None:
    """
    A proposal due on 7 August can be sent on Friday 24 July: the same month forward, never later.
    """
    [voorstel] = voorstellen(portefeuille(klant("acme", "anouk-de-wit", eindigt("c", "2026-11-05")), instellingen=RUST))

    assert (date(2026, 8, 7), date(2026, 7, 24)) == (voorstel.moment.datum, voorstel.naar)
    assert ("valt in Bouwvak",) == voorstel.redenen
    assert 1 == voorstel.daar


def test_a_holiday_before_a_holiday_is_skipped_too(portefeuille: Maak) -> None:
    """
    The school holiday around the bouwvak pushes the proposal to Friday 17 July, as the handbook says.
    """
    rust = """
        vakanties:
          - {naam: Zomervakantie, van: 2026-07-18, tot: 2026-08-30}
          - {naam: Bouwvak, van: 2026-07-27, tot: 2026-08-14}
    """
    [voorstel] = voorstellen(portefeuille(klant("acme", "anouk-de-wit", eindigt("c", "2026-11-05")), instellingen=rust))

    assert date(2026, 7, 17) == voorstel.naar
    assert ("valt in Zomervakantie en Bouwvak",) == voorstel.redenen


def test_an_absence_moves_a_moment_within_its_month_or_before(portefeuille: Maak) -> None:
    """
    Away from 1 July: a proposal due on the 2nd goes to the last day of June.
    """
    [voorstel] = voorstellen(portefeuille(klant("acme", "bram-weg", eindigt("c", "2026-09-30"))))

    assert date(2026, 7, 2) == voorstel.moment.datum
    assert (date(2026, 6, 30), ("valt in de afwezigheid tot en met 10 juli 2026",)) == (voorstel.naar, voorstel.redenen)


def test_a_busy_month_gives_away_what_is_too_much_and_no_more(portefeuille: Maak) -> None:
    """
    Three proposals in May, where most months hold one moment: one goes to April, which then has one.
    """
    einden = ("2026-08-10", "2026-08-15", "2026-08-20", "2027-12-31")
    meer = [klant(f"k{nr}", "anouk-de-wit", eindigt("c", eind)) for nr, eind in enumerate(einden)]

    [eerste, *rest] = [v for v in voorstellen(portefeuille(*meer)) if v.moment.datum.month == 5]

    assert ("k0", ("mei 2026 telt 3 momenten",)) == (eerste.moment.id, eerste.redenen)
    assert (date(2026, 4, 30), 1) == (eerste.naar, eerste.daar)
    assert [] == rest


def test_what_cannot_be_earlier_names_who_does_it(portefeuille: Maak) -> None:
    """
    When today is the first day, an absence leaves only the deputy; without one it has to be agreed.
    """
    team = TEAM.replace(
        "afwezig: [{van: 2026-07-01, tot: 2026-07-10}]", "afwezig: [{van: 2026-03-01, tot: 2026-05-31}]"
    )
    [voorstel] = voorstellen(portefeuille(klant("acme", "bram-weg", eindigt("c", "2026-07-31")), team=team))

    assert (None, "anouk-de-wit") == (voorstel.naar, voorstel.door)


def test_late_work_and_decisions_are_not_moved(portefeuille: Maak) -> None:
    """
    What is late cannot be earlier any more, and the client's decision is not ours to move.
    """
    rust = "vakanties: [{naam: Altijd, van: 2026-03-17, tot: 2028-12-31}]"
    gevonden = voorstellen(portefeuille(klant("acme", "anouk-de-wit", BEHEER), instellingen=rust))

    assert {"Voorstel uiterlijk", "Verlenging aankondigen", "In actie voor de opzegdeadline"} == {
        voorstel.moment.wat for voorstel in gevonden
    }


def test_nothing_moves_before_the_retention_phase_or_later(portefeuille: Maak) -> None:
    """
    A proposal counts only once the phase has begun, and a proposal is always an earlier day.
    """
    rust = "vakanties: [{naam: Lang, van: 2026-05-01, tot: 2026-12-31}]"
    kort = "{id: c, titel: C, startdatum: 2026-02-01, einddatum: 2026-10-31}"
    gevonden = voorstellen(portefeuille(klant("acme", "anouk-de-wit", kort), instellingen=rust))

    assert gevonden
    for voorstel in gevonden:
        assert voorstel.moment.niet_voor is not None
        assert voorstel.naar is None or voorstel.moment.niet_voor <= voorstel.naar < voorstel.moment.datum
