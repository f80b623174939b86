"""Which days leave the site, in what words, and what makes one the same day again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from macros.model.geschiedenis import VERSIE, Geschiedenis, Moment, Stempel, Verloop, Verzet
from macros.portefeuille.agendadag import Agendadag
from macros.portefeuille.agendadagen import agendadagen
from macros.portefeuille.agendas import agendas
from macros.portefeuille.portefeuille import Portefeuille

Maak = Callable[..., Portefeuille]
CONTRACT = """contracten:
  - {{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: {eind},
     opzegtermijn: {{aantal: {termijn}, eenheid: maanden}}}}
"""
TOEN = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)


def contract(eind: str = "2026-12-31", termijn: int = 3) -> str:
    """One client, with one contract."""
    return CONTRACT.format(eind=eind, termijn=termijn)


def dagen(portefeuille: Portefeuille) -> dict[str, Agendadag]:
    """The days of the only client by kind; of more of one kind the last."""
    [dossier] = portefeuille.dossiers.values()
    return {dag.soort: dag for dag in agendadagen(dossier)}


def test_each_lead_time_is_a_day_of_its_own(portefeuille: Maak) -> None:
    """
    Notice until the end of September is reminded of three times, and acted on a month before.
    """
    gevonden = dagen(portefeuille(contract()))

    assert date(2026, 9, 30) == gevonden["opzegdeadline"].dag
    assert date(2026, 7, 2) == gevonden["herinnering-opzegging-90"].dag
    assert date(2026, 8, 1) == gevonden["herinnering-opzegging-60"].dag
    assert "Opzegdeadline: Acme, Beheer" == gevonden["opzegdeadline"].titel
    assert "Nog 90 dagen tot de opzegdeadline: Acme, Beheer" == gevonden["herinnering-opzegging-90"].titel


def test_a_day_says_why_and_what_done_means(portefeuille: Maak) -> None:
    """
    The steps of the site, what ends the work, and the place on the page that explains it.
    """
    dag = dagen(portefeuille(contract()))["opzegdeadline"]

    waarom, klaar = dag.uitleg
    assert waarom.startswith("Waarom: einddatum 31 december 2026 → opzegtermijn 3 maanden")
    assert klaar == "Klaar als het verlengbesluit met zijn dag bij het contract staat."
    assert "accounts/acme/#waarom-beheer-opzegdeadline" == dag.doel


def test_a_moved_day_is_the_same_day(portefeuille: Maak) -> None:
    """
    Another end, another term of notice, another name of the client: the program moves or renames what it has.
    """
    was = dagen(portefeuille(contract()))["opzegdeadline"]
    later = dagen(portefeuille(contract(eind="2027-01-31")))["opzegdeadline"]
    korter = dagen(portefeuille(contract(termijn=1)))["opzegdeadline"]
    anders = dagen(portefeuille("naam: Beta\n" + contract()))["opzegdeadline"]

    assert {was.uid} == {later.uid, korter.uid, anders.uid}
    assert 3 == len({was.dag, later.dag, korter.dag})
    assert "Opzegdeadline: Beta, Beheer" == anders.titel


def test_the_deadline_of_the_next_period_is_another(portefeuille: Maak) -> None:
    """
    After a tacit renewal, recorded or not, notice is a new day; recording it late changes nothing.
    """
    yaml = contract(eind="2025-12-31").replace("opzegtermijn", "stilzwijgende_verlenging: {maanden: 12}, opzegtermijn")
    vast = yaml.replace("opzegtermijn", "verlengingen: [{datum: 2026-01-01, nieuwe_einddatum: 2026-12-31, "
                        "soort: stilzwijgend}], opzegtermijn")  # fmt: skip
    eerst = dagen(portefeuille(yaml, peildatum=date(2025, 8, 1)))["opzegdeadline"]
    volgend = dagen(portefeuille(yaml))["opzegdeadline"]
    vastgelegd = dagen(portefeuille(vast))["opzegdeadline"]

    assert (date(2025, 9, 30), date(2026, 9, 30)) == (eerst.dag, volgend.dag)
    assert eerst.uid != volgend.uid
    assert volgend.uid == vastgelegd.uid


def test_the_history_says_when_a_day_moved(portefeuille: Maak) -> None:
    """
    A day that moved has the number of that commit, a reminder that of what it reminds of, others that of the begin.
    """
    begin = Moment("a" * 40, 7, TOEN, TOEN.date())
    verzet = Verzet("beheer", "opzegdeadline", 1, 2, 12, TOEN.replace(day=9))
    verloop = Geschiedenis(VERSIE, begin=begin, tot=replace(begin, nummer=15), klanten={"acme": Verloop((), (verzet,))})
    [dossier] = portefeuille(contract()).dossiers.values()

    gevonden = {
        d.soort: d for d in agendadagen(replace(dossier, gedeeld=replace(dossier.gedeeld, geschiedenis=verloop)))
    }

    assert Stempel(12, TOEN.replace(day=9)) == gevonden["opzegdeadline"].stempel
    assert Stempel(12, TOEN.replace(day=9)) == gevonden["herinnering-opzegging-60"].stempel
    assert Stempel(7, TOEN) == gevonden["einddatum_actueel"].stempel


def test_without_a_history_the_stamp_is_a_fact(portefeuille: Maak) -> None:
    """
    Number 0 on the first day that we kept the client: the same tomorrow, and never the clock.
    """
    vandaag, morgen = (
        dagen(portefeuille(contract(), peildatum=date(2026, 3, dag)))["opzegdeadline"] for dag in (16, 17)
    )

    assert Stempel(0, datetime(2024, 1, 1, tzinfo=UTC)) == vandaag.stempel == morgen.stempel


def test_what_passed_and_waits_is_a_new_day(portefeuille: Maak) -> None:
    """
    The day until which it may wait, without the reason, and under a name of its own.
    """
    uitstel = "uitstel: [{onderwerp: beheer, tot: 2026-05-01, reden: Rik Smeets is ziek}]\n"
    yaml = contract(eind="2026-05-31", termijn=1)
    laat = dagen(portefeuille(yaml))["voorstel_uiterlijk"]
    wacht = dagen(portefeuille(yaml + uitstel))["voorstel_uiterlijk"]

    assert laat.dag < date(2026, 3, 16)
    assert date(2026, 5, 1) == wacht.dag
    assert wacht.titel.endswith(", uitgesteld tot deze dag")
    assert laat.uid != wacht.uid
    assert "Rik" not in repr(replace(wacht, wie=()))


def test_a_hidden_client_has_no_days(portefeuille: Maak) -> None:
    """
    Who left and wants no mention is in no calendar, not under a code either.
    """
    yaml = "anoniem: true\n" + contract(eind="2025-06-30").replace(
        "opzegtermijn", "opzegging: {ontvangen_op: 2025-01-10, door: klant}, opzegtermijn"
    )
    zichtbaar = portefeuille(yaml.removeprefix("anoniem: true\n"))
    verborgen = portefeuille(yaml)

    assert dagen(zichtbaar)
    assert [True] == [dossier.verborgen for dossier in verborgen.dossiers.values()]
    assert {} == dagen(verborgen)


def test_a_code_may_stand_for_the_client(portefeuille: Maak) -> None:
    """
    Neither name nor title of a contract, and the way leads to the list of codes.
    """
    dag = dagen(portefeuille(contract(), instellingen="feed_met_klantnaam: false"))["opzegdeadline"]

    assert "Opzegdeadline: klant-" in dag.titel
    assert "cme" not in dag.titel + dag.doel
    assert "Beheer" not in dag.titel
    assert dag.doel.startswith("agenda/#klant-")


@pytest.mark.parametrize("hoogstens", [1, 2, 3, 50])
def test_a_month_is_never_over_its_number(portefeuille: Maak, hoogstens: int) -> None:
    """
    With the entry for the rest; every day has its place or is counted in that entry.
    """
    alles = portefeuille(
        *(f"id: k{n}\n" + contract(termijn=n % 3 + 1) for n in range(4)),
        instellingen=f"feed_per_persoon_per_maand: {hoogstens}",
    )
    alle = [dag for dossier in alles.dossiers.values() for dag in agendadagen(dossier)]

    [mijn] = [een for een in agendas(alles, alle) if een.pad == "agenda/anouk-de-wit.ics"]

    eigen = [dag for dag in alle if "anouk-de-wit" in dag.wie]
    resten = [dag for dag in mijn.dagen if dag.soort == "rest"]
    per_maand = [f"{dag.dag:%Y-%m}" for dag in mijn.dagen]
    assert max(per_maand.count(maand) for maand in per_maand) <= hoogstens
    geteld = sum(int("".join(c for c in dag.titel.split(" in ")[0] if c.isdigit())) for dag in resten)
    assert len(eigen) == len(mijn.dagen) - len(resten) + geteld
    assert bool(resten) == (hoogstens < 50)


def test_contact_gives_way_first(portefeuille: Maak) -> None:
    """
    In a full month the round is one entry, and what the contract asks keeps its place.
    """
    regels = ", ".join(f"{{id: r{n}, wie: accountmanager, laag: tactisch, elke_dagen: {n + 1}}}" for n in range(5))
    alles = portefeuille(contract() + f"contactregels: [{regels}]\n", instellingen="feed_per_persoon_per_maand: 2")
    alle = [dag for dossier in alles.dossiers.values() for dag in agendadagen(dossier)]

    [mijn] = [een for een in agendas(alles, alle) if een.pad == "agenda/anouk-de-wit.ics"]

    assert "Contactronde: nog 4 in januari 2024" in {dag.titel for dag in mijn.dagen}
