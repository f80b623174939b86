"""The golden triangle of a client: empty, doubled and unfilled roles, the fit of the contract manager (domain 1.5)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.afleidingen.contact.bezetting import opvolger, waarnemer
from macros.afleidingen.contact.driehoek import Driehoekstand, driehoek
from macros.afleidingen.dossier import dossier

TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit}
      - {id: rik-smeets, naam: Rik Smeets}
      - {id: sara-bos, naam: Sara Bos}
      - {id: johan-prins, naam: Johan Prins}
      - {id: bram-weg, naam: Bram Weg, vervanger: sara-bos, afwezig: [{van: 2026-03-01, tot: 2026-03-16}]}
      - {id: lot-weg, naam: Lot Weg, afwezig: [{van: 2026-03-16, tot: 2026-03-20}]}
      - {id: eva-uit, naam: Eva Uit, uit_dienst_op: 2026-03-15, vervanger: bram-weg}
      - {id: hein-uit, naam: Hein Uit, uit_dienst_op: 2026-03-15}
      - {id: kees-rond, naam: Kees Rond, uit_dienst_op: 2026-03-15, vervanger: kees-twee}
      - {id: kees-twee, naam: Kees Twee, uit_dienst_op: 2026-03-15, vervanger: kees-rond}
"""
BEHEER = "{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2029-12-31, omvang_klasse: %s}"
VOL = """
    driehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets, contractmanager_soort: lijnmanager}
    aanspreekpunt_bekend_bij_klant: true
    contracten: [{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2029-12-31, omvang_klasse: normaal}]
"""
"""A triangle with nothing to say about it."""

Maak = Callable[..., Driehoekstand]


@pytest.fixture
def hoek(account: Callable[[str], Any], gedeeld: Callable[..., Any]) -> Maak:
    """Judge the triangle of a client at 16 March 2026."""

    def maak(yaml: str) -> Driehoekstand:
        alles = dossier(account(yaml), gedeeld(team=TEAM), date(2026, 3, 16))
        return driehoek(alles.account, alles.contracten, alles.gedeeld.personen, alles.segment.waarde, alles.peildatum)

    return maak


def punten(stand: Driehoekstand) -> list[tuple[str, str]]:
    """The points as pairs."""
    return [(punt.soort, punt.tekst) for punt in stand.punten]


def test_a_full_triangle_asks_nothing(hoek: Maak) -> None:
    """
    Two names, a fitting kind, and a client who knows whom to call: no points, and nothing unknown.
    """
    stand = hoek(VOL)

    assert ((), ()) == (stand.punten, stand.onbekend)
    assert ("rik-smeets",) == stand.rollen["contractmanager"]


def test_an_account_without_a_team_misses_its_contract_manager(hoek: Maak) -> None:
    """
    Only an account manager: that is a client whose contracts nobody guards; the rest cannot be told yet.
    """
    stand = hoek("driehoek: {accountmanager: anouk-de-wit}")

    assert [("rol_leeg", "Geen contractmanager")] == punten(stand)
    assert ("of de klant weet wie hij belt",) == stand.onbekend


@pytest.mark.parametrize(
    ("regels", "verwacht"),
    [
        ("segment_keuze: {segment: A, reden: Groot}", ["Geen sponsor in de directie, en dit is een A-klant"]),
        ("segment_keuze: {segment: B, reden: Klein}", []),
        (
            "projecten: [{id: p, titel: P, start: 2026-03-01, oplevering: 2026-03-16, stuurgroep: [rik-smeets]}]",
            ["Geen projectmanager, en er loopt een project"],
        ),
        ("projecten: [{id: p, titel: P, start: 2026-03-01, oplevering: 2026-03-15}]", []),
        ("projecten: [{id: p, titel: P, start: 2026-03-01}]", []),
    ],
)
def test_a_role_is_only_missing_where_it_is_needed(hoek: Maak, regels: str, verwacht: list[str]) -> None:
    """
    A sponsor belongs to an A client, a project manager to a project that runs.
    """
    assert verwacht == [punt.tekst for punt in hoek(f"{VOL}\n    {regels}\n").punten]


@pytest.mark.parametrize(
    ("driehoek_regel", "verwacht"),
    [
        ("accountmanager: anouk-de-wit, contractmanager: anouk-de-wit",
         "Anouk de Wit is accountmanager en contractmanager tegelijk"),
        ("accountmanager: anouk-de-wit, contractmanager: anouk-de-wit, projectmanagers: [anouk-de-wit]",
         "Anouk de Wit is accountmanager, contractmanager en projectmanager tegelijk"),
        ("accountmanager: anouk-de-wit, contractmanager: sara-bos, projectmanagers: [rik-smeets, sara-bos]",
         "Sara Bos is contractmanager en projectmanager tegelijk"),
    ],
)  # fmt: skip
def test_one_person_in_several_corners_is_said_aloud(hoek: Maak, driehoek_regel: str, verwacht: str) -> None:
    """
    Two or three roles by one person may be, but never silently.
    """
    stand = hoek(f"driehoek: {{{driehoek_regel}}}\ncontracten: []")

    assert [("dubbele_rol", verwacht)] == punten(stand)


def test_the_contract_manager_of_one_contract_is_a_role_too(hoek: Maak) -> None:
    """
    Its own contract manager who is the account manager makes a double role; an ended contract does not count.
    """
    eigen = "contracten: [{id: c, titel: C, startdatum: 2024-01-01, einddatum: %s, contractmanager: anouk-de-wit%s}]"
    basis = "driehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets}\n"
    verloren = ", uitkomsten: [{datum: 2025-12-01, resultaat: verloren}]"

    assert ["dubbele_rol"] == [soort for soort, _ in punten(hoek(basis + eigen % ("2029-12-31", "")))]
    assert [] == punten(hoek(basis + eigen % ("2025-12-31", verloren)))


@pytest.mark.parametrize(
    ("klasse", "soort", "past"),
    [
        ("normaal", "lijnmanager", True),
        ("normaal", "specialist", True),
        ("normaal", "ervaren_lijnmanager", True),
        ("groot_complex", "lijnmanager", False),
        ("groot_complex", "specialist", True),
        ("groot_complex", "ervaren_lijnmanager", True),
        ("zeer_groot", "lijnmanager", False),
        ("zeer_groot", "specialist", False),
        ("zeer_groot", "ervaren_lijnmanager", True),
    ],
)
def test_a_heavier_contract_asks_for_a_heavier_contract_manager(
    hoek: Maak, klasse: str, soort: str, *, past: bool
) -> None:
    """
    Line manager, specialist, seasoned line manager: lighter than asked for is a point, heavier is not.
    """
    stand = hoek(f"""
        driehoek: {{accountmanager: anouk-de-wit, contractmanager: rik-smeets, contractmanager_soort: {soort}}}
        contracten: [{BEHEER % klasse}]
    """)

    assert past is ("te_licht" not in {punt.soort for punt in stand.punten})


def test_the_fit_is_told_in_words(hoek: Maak) -> None:
    """
    The sentence names the contract, what it asks for and what it has.
    """
    stand = hoek(VOL.replace("normaal", "zeer_groot"))

    tekst = "Beheer is zeer groot: dat vraagt een ervaren lijnmanager, en het is een lijnmanager"
    assert [("te_licht", tekst)] == punten(stand)


@pytest.mark.parametrize(
    ("oud", "nieuw", "onbekend"),
    [
        (", omvang_klasse: normaal", "", "hoe zwaar elk contract is"),
        (", contractmanager_soort: lijnmanager", "", "welke soort contractmanager het is"),
        (
            "omvang_klasse: normaal",
            "omvang_klasse: zeer_groot, contractmanager: sara-bos",
            "of de contractmanager van een los contract erbij past",
        ),
        ("aanspreekpunt_bekend_bij_klant: true", "branche: zorg", "of de klant weet wie hij belt"),
    ],
)
def test_what_nobody_wrote_down_is_unknown_and_not_right(hoek: Maak, oud: str, nieuw: str, onbekend: str) -> None:
    """
    A missing fact gives no point, and is named: it never reads as fine.
    """
    stand = hoek(VOL.replace(oud, nieuw))

    assert ((), (onbekend,)) == (stand.punten, stand.onbekend)


def test_a_client_who_does_not_know_whom_to_call(hoek: Maak) -> None:
    """
    Recorded as false it is a point.
    """
    assert ["aanspreekpunt"] == [soort for soort, _ in punten(hoek(VOL.replace("klant: true", "klant: false")))]


@pytest.mark.parametrize(
    ("stuurgroep", "verwacht"),
    [
        ("stuurgroep: [rik-smeets]", []),
        ("stuurgroep: [sara-bos]", ["Rik Smeets zit als contractmanager niet in de stuurgroep van P"]),
        ("senior_supplier: sara-bos, stuurgroep: [sara-bos]", []),
        (
            "contractmanager: johan-prins, stuurgroep: [rik-smeets]",
            ["Johan Prins zit als contractmanager niet in de stuurgroep van P"],
        ),
    ],
)
def test_the_contract_manager_sits_in_the_steering_group(hoek: Maak, stuurgroep: str, verwacht: list[str]) -> None:
    """
    Of a running project with a recorded steering group; the senior supplier may be somebody else.
    """
    project = f"{{id: p, titel: P, projectmanager: sara-bos, start: 2026-01-01, oplevering: 2026-06-30, {stuurgroep}}}"

    assert verwacht == [punt.tekst for punt in hoek(f"{VOL}\n    projecten: [{project}]\n").punten]


@pytest.mark.parametrize(
    ("wie", "verwacht", "neemt_waar"),
    [
        ("bram-weg", [], {"bram-weg": "sara-bos"}),
        ("lot-weg", ["Lot Weg (contractmanager) is afwezig tot en met 20 maart 2026 en niemand neemt waar"], {}),
        ("eva-uit", [], {"eva-uit": "sara-bos"}),
        ("hein-uit", ["Hein Uit (contractmanager) is uit dienst en niemand neemt waar"], {}),
        ("kees-rond", ["Kees Rond (contractmanager) is uit dienst en niemand neemt waar"], {}),
    ],
)
def test_who_left_or_is_away_needs_a_deputy(
    hoek: Maak, wie: str, verwacht: list[str], neemt_waar: dict[str, str]
) -> None:
    """
    With a deputy, or the deputy's own deputy, the role is filled; without one, or in a circle, nobody fills it.
    """
    stand = hoek(VOL.replace("rik-smeets", wie))

    assert verwacht == [punt.tekst for punt in stand.punten]
    assert neemt_waar == stand.waarnemers


def test_the_last_day_of_service_and_of_absence_still_count(gedeeld: Callable[..., Any]) -> None:
    """
    On the last day of service a colleague does the work; on the last day of absence the deputy does.
    """
    personen = gedeeld(team=TEAM).personen

    assert "eva-uit" == waarnemer("eva-uit", personen, date(2026, 3, 15))
    assert "sara-bos" == waarnemer("bram-weg", personen, date(2026, 3, 16))
    assert "bram-weg" == waarnemer("bram-weg", personen, date(2026, 3, 17))
    assert "bram-weg" == opvolger("eva-uit", personen, date(2026, 3, 16))
    assert opvolger("kees-rond", personen, date(2026, 3, 16)) is None
