"""Messages that reached a client, and the quiet after the last contract (domain 2.10, 2.11, 3.8)."""

from datetime import date

import pytest
from kleine_klant import LOPEND, maak, teksten

from macros.afleidingen.dossier import Dossier

BEEINDIGD = "contracten: [{id: oud, titel: Oud, startdatum: 2020-01-01, einddatum: 2025-12-31, %s}]\n"
VERLENGD_ELDERS = "uitkomsten: [{datum: 2025-12-01, resultaat: verlengd}]"


LEZER = "contactpersonen: [{id: l, naam: L. Ezer, functie: inkoper, laag: tactisch, nieuwsbrief: %s}]\n"


def gelezen(klant: str, mag: str = "toestemming", **gedeeld: str) -> Dossier:
    """A client with somebody who may get a message."""
    return maak(f"{klant.rstrip()}\n{LEZER % mag}", **gedeeld)


def bericht(velden: str) -> str:
    """A messages file with one message."""
    return f"berichten: [{{{velden}}}]"


@pytest.mark.parametrize(("op", "aantal"), [("2025-03-16", 0), ("2025-03-17", 1), ("2026-03-16", 1), ("2026-03-17", 0)])
def test_messages_of_the_last_twelve_months(op: str, aantal: int) -> None:
    """
    The day twelve months ago does not count any more, the peildatum does, a planned message does not.
    """
    assert aantal == gelezen(LOPEND, berichten=bericht(f"datum: {op}")).berichten_12m


@pytest.mark.parametrize(
    ("aan", "aantal"),
    [
        ("alle", 1),
        ("{segmenten: [A, B]}", 1),
        ("{segmenten: [C]}", 0),
        ("{accounts: [acme]}", 1),
        ("{accounts: [ander]}", 0),
        ("{segmenten: [C], accounts: [acme]}", 1),
    ],
)
def test_who_a_message_reaches(aan: str, aantal: int) -> None:
    """
    All, by today's segment, or by name.
    """
    assert aantal == gelezen(LOPEND, berichten=bericht(f"datum: 2026-01-12, aan: {aan}")).berichten_12m


@pytest.mark.parametrize(
    ("mag", "aantal"),
    [
        ("toestemming", 1),
        ("bestaande_klant", 1),
        ("nee", 0),
        ("null", 0),
        ("toestemming, vertrokken_op: 2026-01-01", 0),
    ],
)
def test_a_message_reaches_no_client_where_nobody_may_get_it(mag: str, aantal: int) -> None:
    """
    Nor one of which nobody is known: sending to an empty list is no message.
    """
    tip = bericht("datum: 2026-01-12, aan: {accounts: [acme]}")

    assert aantal == gelezen(LOPEND, mag, berichten=tip).berichten_12m
    assert 0 == maak(LOPEND, berichten=tip).berichten_12m


def test_message_to_all_reaches_who_runs_or_fell_quiet() -> None:
    """
    Before the start nobody sends this client a newsletter; after the end all the more.
    """
    voor_start = gelezen(LOPEND.replace("2025-01-01", "2026-02-01"), berichten=bericht("datum: 2026-01-12"))
    op_einddag = gelezen(BEEINDIGD % VERLENGD_ELDERS, berichten=bericht("datum: 2025-12-31"))
    stil = gelezen(BEEINDIGD % VERLENGD_ELDERS, berichten=bericht("datum: 2026-01-12"))

    assert [0, 1, 1] == [voor_start.berichten_12m, op_einddag.berichten_12m, stil.berichten_12m]
    assert date(2026, 3, 14) == stil.bericht_volgende.waarde


def test_message_to_all_in_the_quiet_between_two_contracts() -> None:
    """
    The quiet of then counts, also now that a new contract runs.
    """
    terug = LOPEND.replace("2025-01-01", "2026-02-01").replace(
        "contracten: [", BEEINDIGD.strip()[:-1] % VERLENGD_ELDERS + ", "
    )

    assert 1 == gelezen(terug, berichten=bericht("datum: 2026-01-12")).berichten_12m


def test_next_message_counts_from_the_last_one() -> None:
    """
    61 days after the last one that reached the account.
    """
    acme = gelezen(LOPEND, berichten=bericht("datum: 2026-01-12"))

    assert date(2026, 3, 14) == acme.bericht_volgende.waarde
    assert ["Bericht: 2 dagen te laat (14 maart 2026)"] == teksten(acme, "bericht_te_laat")


def test_next_message_counts_from_the_base_when_there_was_none_since() -> None:
    """
    A message before the base counts as made on the base.
    """
    nooit = gelezen(LOPEND)
    eerder = gelezen(LOPEND, berichten=bericht("datum: 2025-05-01"))

    assert date(2025, 8, 1) == nooit.bericht_volgende.waarde == eerder.bericht_volgende.waarde


def test_messages_rest_without_a_running_contract() -> None:
    """
    The count stays, the next one is not asked for.
    """
    acme = gelezen("contracten: []", berichten=bericht("datum: 2026-01-12, aan: {accounts: [acme]}"))

    assert 1 == acme.berichten_12m
    assert acme.bericht_volgende.waarde is None


def test_part_messages_switched_off() -> None:
    """
    No values and no homework.
    """
    acme = gelezen(LOPEND, instellingen="onderdelen: {berichten: false}")

    assert acme.berichten_12m is None
    assert acme.bericht_volgende.waarde is None
    assert [] == teksten(acme, "bericht_te_laat")


def test_quiet_after_the_last_contract() -> None:
    """
    Contact rules and messages go on from the day after.
    """
    acme = gelezen(BEEINDIGD % VERLENGD_ELDERS)

    assert date(2026, 1, 1) == acme.windstilte_sinds.waarde == acme.ingangsdatum
    assert date(2026, 3, 3) == acme.bericht_volgende.waarde
    assert "am-tactisch" in {stand.regel for stand in acme.contact}


@pytest.mark.parametrize(
    "einde",
    [
        "uitkomsten: [{datum: 2025-12-01, resultaat: verloren}]",
        "uitkomsten: [{datum: 2025-12-01, resultaat: aanbesteed_verloren}]",
        "opzegging: {ontvangen_op: 2025-09-01, door: klant}",
    ],
)
def test_no_quiet_when_the_client_left(einde: str) -> None:
    """
    Then a look back follows, and the rules rest.
    """
    acme = gelezen(BEEINDIGD % einde, berichten=bericht("datum: 2026-01-12"))

    assert 0 == acme.berichten_12m
    assert "beeindigd" == acme.fase.waarde
    assert acme.windstilte_sinds.waarde is None
    assert () == acme.contact


def test_quiet_after_our_own_notice() -> None:
    """
    We stopped, the client did not leave; the day given counts, not the end date.
    """
    acme = gelezen(BEEINDIGD % "opzegging: {ontvangen_op: 2025-06-01, door: wij, per_datum: 2025-09-30}")

    assert date(2025, 10, 1) == acme.windstilte_sinds.waarde


def test_last_contract_decides() -> None:
    """
    An earlier loss does not matter when a later contract simply ended.
    """
    acme = maak("""
        contracten:
          - {id: eerst, titel: Eerst, startdatum: 2018-01-01, einddatum: 2020-12-31,
             uitkomsten: [{datum: 2020-12-01, resultaat: verloren}]}
          - {id: later, titel: Later, startdatum: 2022-01-01, einddatum: 2025-12-31,
             uitkomsten: [{datum: 2025-12-01, resultaat: verlengd}]}
        """)

    assert date(2026, 1, 1) == acme.windstilte_sinds.waarde


@pytest.mark.parametrize("tekst", ["contracten: []", LOPEND, LOPEND.replace("2025-01-01", "2027-01-01")])
def test_no_quiet_without_an_end(tekst: str) -> None:
    """
    Nothing ended yet, or something is to start.
    """
    assert maak(tekst).windstilte_sinds.waarde is None
