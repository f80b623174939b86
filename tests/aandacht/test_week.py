"""The week of each colleague: what must be done, in the order of what it costs, and what may wait."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pytest

from macros.aandacht.week import Ding, Week, jaarwaarde, weken
from macros.portefeuille.portefeuille import Portefeuille

Maak = Callable[..., dict[str, Week]]
TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager], leidinggevende: johan-prins,
         in_dienst_sinds: 2020-01-01, lessencheck_op: 2026-02-20}
      - {id: bram-oudkerk, naam: Bram Oudkerk, rollen: [accountmanager], lessencheck_op: 2026-03-10,
         afwezig: [{van: 2026-03-01, tot: 2026-05-31, vervanger: anouk-de-wit}]}
      - {id: johan-prins, naam: Johan Prins, rollen: [directie, leidinggevende]}
      - {id: eva-weg, naam: Eva Weg, rollen: [accountmanager], uit_dienst_op: 2025-12-31, vervanger: anouk-de-wit}
"""
ZONDER = "onderdelen: {berichten: false}"
RUST = """contactregels:
  - {id: am-tactisch, vervalt: true}
  - {id: cm-operationeel, vervalt: true}
  - {id: procesafstemming, vervalt: true}
  - {id: directie-strategisch, vervalt: true}
"""
"""No talk is asked for."""


@pytest.fixture
def week(portefeuille: Callable[..., Portefeuille]) -> Maak:
    """Give the weeks for these clients; nobody is asked for messages."""

    def maak(*klanten: str, instellingen: str = ZONDER, **bestanden: Any) -> dict[str, Week]:
        return weken(portefeuille(*klanten, **{"team": TEAM, "instellingen": instellingen, **bestanden}))

    return maak


def klant(naam: str, segment: str, *beloften: str, eind: str = "2029-12-31", waarde: int = 4000, meer: str = "") -> str:
    """A client to whom we promised something for each of these days."""
    toezeggingen = "".join(
        f"  - {{id: t{nummer}, tekst: Belofte {nummer}, van: wij, voor_datum: {dag}}}\n"
        for nummer, dag in enumerate(beloften)
    )
    return (
        f"id: {naam}\nnaam: {naam}\nin_beheer_sinds: 2020-01-01\n{RUST}"
        + (f"segment_keuze: {{segment: {segment}, reden: r, op: 2026-01-05}}\n" if segment else "")
        + (f"toezeggingen:\n{toezeggingen}" if beloften else "")
        + f"contracten:\n  - {{id: c, titel: C, startdatum: 2024-01-01, einddatum: {eind}, jaarwaarde: {waarde}{meer}}}"
    )


def van(dingen: Iterable[Ding], soort: str = "toezegging") -> list[str]:
    """The clients of things of one kind, in order."""
    return [ding.eerste.id for ding in dingen if ding.eerste.soort == soort]


def test_what_is_late_at_a_client_is_one_thing(week: Maak) -> None:
    """
    Three late promises are one thing that begins with the oldest; one of this week and one of later stand apart.
    """
    dagen = ("2026-03-10", "2026-03-01", "2026-03-05", "2026-03-18", "2026-04-10")
    anouk = week(klant("acme", "B", *dagen))["anouk-de-wit"]

    laat = next(ding for ding in anouk.moet if ding.te_laat)
    assert [1, 5, 10] == [punt.datum.day for punt in laat.punten if punt.soort == "toezegging"]
    assert [date(2026, 3, 18)] == [d.eerste.datum for d in anouk.moet if d.eerste.stand == "deze_week"]
    assert [date(2026, 4, 10)] == [d.eerste.datum for d in anouk.mag if d.eerste.soort == "toezegging"]
    assert (frozenset({"acme"}), frozenset({"acme"})) == (anouk.klanten, anouk.klanten_te_laat)


def test_what_a_client_waits_for_belongs_to_this_week(week: Maak) -> None:
    """
    A notice asks for an answer within two weeks, and for somebody's eye today.
    """
    opgezegd = klant("acme", "B", eind="2026-12-31", meer=", opzegging: {ontvangen_op: 2026-03-12, door: klant}")

    anouk = week(opgezegd)["anouk-de-wit"]

    assert ["acme"] == van(anouk.moet, "opzegging")
    assert [] == van(anouk.mag, "opzegging")


def test_the_segment_comes_first(week: Maak) -> None:
    """
    A before B, then who has no segment and may be important, then C.
    """
    klanten = [klant(naam, segment, "2026-03-01") for naam, segment in (("c", "C"), ("z", ""), ("a", "A"), ("b", "B"))]

    assert ["a", "b", "z", "c"] == van(week(*klanten)["anouk-de-wit"].moet)


def test_an_a_client_in_its_retention_phase_stands_above_every_c_client(week: Maak) -> None:
    """
    Six C clients of a few thousand that expired, gave notice or complained: the one small thing of A is on top.
    """
    groot = klant("groot", "A", "2026-03-18", eind="2027-03-31", waarde=900000)
    voorbij = [klant(f"voorbij-{n}", "C", "2025-03-01", "2025-04-01", eind="2026-02-01") for n in range(3)]
    weg = ", opzegging: {ontvangen_op: 2026-03-02, door: klant}"
    opgezegd = [klant(f"opgezegd-{n}", "C", "2026-02-01", eind="2026-06-30", meer=weg) for n in range(3)]

    anouk = week(groot, *voorbij, *opgezegd)["anouk-de-wit"]

    assert "groot" == anouk.moet[0].eerste.id
    assert {"voorbij-0", "opgezegd-0"} < anouk.klanten


def test_among_equal_segments_worry_then_the_decision_then_the_money(week: Maak) -> None:
    """
    Each next word of the order decides what the words before it leave open.
    """
    klacht = "{datum: 2026-01-05, wie: anouk-de-wit, laag: tactisch, signalen: [{soort: klacht, tekst: X}]}"
    zorg = klant("zorg", "B", "2026-03-01") + f"\ncontactmomenten: [{klacht}]"
    snel = klant("snel", "B", "2026-03-01", eind="2026-11-30", waarde=10)
    rijk = klant("rijk", "B", "2026-03-01", waarde=50000)
    arm = klant("arm", "B", "2026-03-01", waarde=20)
    alle = (arm, rijk, snel, zorg)

    def eerst(**bestanden: str) -> list[str]:
        moet = week(*alle, **bestanden)["anouk-de-wit"].moet
        return list(dict.fromkeys(ding.eerste.id for ding in moet if ding.eerste.soort in {"toezegging", "klacht"}))

    assert ["zorg", "snel", "rijk", "arm"] == eerst()
    anders = f"{ZONDER}\nvandaag_volgorde: [jaarwaarde]"
    assert ["rijk", "zorg", "arm", "snel"] == eerst(instellingen=anders)


def test_the_contract_itself_weighs_a_segment_more(week: Maak) -> None:
    """
    A B client that gave notice comes before what is asked at an A client; a team may agree otherwise.
    """
    weg = ", opzegging: {ontvangen_op: 2026-03-12, door: klant}"
    klanten = klant("a", "A", "2026-03-18"), klant("b", "B", eind="2026-12-31", meer=weg)

    def eerste(instellingen: str) -> str:
        return week(*klanten, instellingen=instellingen)["anouk-de-wit"].moet[0].eerste.id

    assert "b" == eerste(ZONDER)
    assert "a" == eerste(f"{ZONDER}\nvandaag_contract_zwaarder: false")


def test_work_of_who_is_away_stands_with_the_deputy_and_says_so(week: Maak) -> None:
    """
    Bram has an empty week, and Anouk has his promise with his name; who left has no week.
    """
    van_bram = klant("acme", "B", "2026-03-01") + "\ndriehoek: {accountmanager: bram-oudkerk}"

    alle = week(van_bram, klant("eigen", "B", "2026-03-01"))

    voor = {ding.eerste.id: ding.eerste.voor for ding in alle["anouk-de-wit"].moet}
    assert {"acme": "bram-oudkerk", "eigen": ""} == voor
    assert alle["bram-oudkerk"].leeg
    assert ["anouk-de-wit", "bram-oudkerk", "johan-prins"] == list(alle)


def test_the_rounds_of_the_team_stand_apart(week: Maak) -> None:
    """
    The round over the lessons is no promise to a client: no client is counted for it.
    """
    anouk = week(klant("acme", "B"), lessen="lessen: [{id: les, titel: Vraag het}]")["anouk-de-wit"]

    assert ["lessen"] == [punt.soort for punt in anouk.ritme]
    assert all(ding.eerste.id for ding in (*anouk.moet, *anouk.mag))


def test_what_was_put_off_is_no_part_of_what_must(week: Maak) -> None:
    """
    It waits with its reason, and counts for no client.
    """
    uitstel = "\nuitstel: [{onderwerp: toezegging, tot: 2026-04-01, reden: klant verhuist}]"

    anouk = week(klant("acme", "B", "2026-03-01") + uitstel)["anouk-de-wit"]

    assert ["toezegging"] == [punt.soort for punt in anouk.uitgesteld]
    assert [] == van(anouk.moet)


def test_only_contracts_that_have_not_ended_bring_money(portefeuille: Callable[..., Portefeuille]) -> None:
    """
    One that ended counts for nothing, nor does one without an amount.
    """
    oud = "\n  - {id: oud, titel: O, startdatum: 2020-01-01, einddatum: 2022-12-31, jaarwaarde: 9,"
    oud += " uitkomsten: [{datum: 2022-12-31, resultaat: verloren}]}"
    zonder = "\n  - {id: leeg, titel: L, startdatum: 2024-01-01, einddatum: 2029-12-31}"

    [dossier] = portefeuille(klant("acme", "B") + oud + zonder).dossiers.values()

    assert 4000 == jaarwaarde(dossier)
