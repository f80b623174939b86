"""The list as a whole: every kind is documented and may wait, each has a place to do it, ended clients ask little."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date

import pytest

from macros.aandacht import NA_HET_EINDE, alle_aandacht
from macros.aandacht.punt import UITGESTELD, Aandachtspunt, Bezetting
from macros.model.instellingen import Instellingen
from macros.model.team import Persoon
from macros.model.werk import PIJN, SOORT_VAN, SOORTEN, UITSTELBAAR
from macros.portefeuille.portefeuille import Portefeuille

WACHT = """
    segment_keuze: {segment: A, reden: groot}
    uitstel: [{onderwerp: kickoff, tot: 2026-03-16, reden: klant verhuist}]
    contracten: [{id: c, titel: Beheer, startdatum: 2026-02-20, einddatum: 2028-12-31}]
"""


def test_every_kind_says_what_done_means() -> None:
    """
    A kind hurts somehow, has a name, an end for the sentence "Klaar als …", and names settings that exist.
    """
    for naam, soort in SOORTEN.items():
        assert soort.pijn in PIJN, naam
        assert soort.woord[:1].isupper(), naam
        assert soort.klaar_als
        assert not soort.klaar_als.endswith("."), naam
        assert "{" not in soort.uiterlijk.format_map(asdict(Instellingen()))


def test_only_what_is_about_no_client_cannot_be_put_off() -> None:
    """
    What the whole team does, no client can make wait.
    """
    assert {"lessen", "ronde", "toernooi"} == set(SOORT_VAN) - UITSTELBAAR


def test_what_may_wait_is_kept_apart_until_its_day(aandacht: Callable[..., list[Aandachtspunt]]) -> None:
    """
    Until and including its last day a point is grey and last in the list; the day after it is late again.
    """
    nu, morgen = aandacht(WACHT), aandacht(WACHT, op=date(2026, 3, 17))

    [kickoff] = [punt for punt in nu if punt.soort == "kickoff"]
    assert (UITGESTELD, 0, "klant verhuist") == (
        kickoff.stand,
        kickoff.dagen_te_laat,
        kickoff.uitstel and kickoff.uitstel.reden,
    )
    assert kickoff is nu[-1]
    assert ["te_laat"] == [punt.stand for punt in morgen if punt.soort == "kickoff"]


def test_a_client_that_left_asks_to_look_back_and_to_close_only(aandacht: Callable[..., list[Aandachtspunt]]) -> None:
    """
    Whatever else is open in the file.
    """
    weg = """
        segment_keuze: {segment: C, reden: klein, op: 2024-01-01}
        juiste_klant: {scores: {betaalt_op_tijd: voldoet_niet}}
        signalen: [{datum: 2026-01-01, signaal: Stilte}]
        trainingen: [{datum: 2025-03-01}]
        innovaties: [{id: i, tekst: Zelf melden}]
        evaluaties: [{datum: 2026-02-20, cijfer_resultaat: 8, cijfer_samenwerking: 8}]
        wijzigingen: [{datum: 2026-01-01, soort: reorganisatie, tekst: Andere baas}]
        contracten:
          - {id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31,
             opzegging: {ontvangen_op: 2026-01-20, door: klant, per_datum: 2026-02-28}}
    """

    assert {"terugblik", "afsluiting"} == {punt.soort for punt in aandacht(weg)}
    assert 4 == len(NA_HET_EINDE)


def test_each_thing_of_the_example_is_asked_once(voorbeeld: Portefeuille) -> None:
    """
    No two points have the same client, person, kind, words and place; and every pain has at least one.
    """
    alle = list(alle_aandacht(voorbeeld))

    zaken = [(punt.id, punt.wie, punt.soort, punt.titel, punt.doel) for punt in alle]
    assert len(zaken) == len(set(zaken))
    assert set(PIJN) == {SOORTEN[punt.soort].pijn for punt in alle}


@pytest.mark.parametrize(("wie", "door"), [("anouk", "anouk"), ("weg", "anouk"), ("alleen", "alleen"), ("ik", "ik")])
def test_the_work_goes_to_whoever_is_there(wie: str, door: str) -> None:
    """
    Who left is followed by the deputy; who left without one keeps the name, so that nothing gets lost.
    """
    team = (
        Persoon(id="anouk", naam="Anouk"),
        Persoon(id="weg", naam="Weg", uit_dienst_op=date(2025, 12, 31), vervanger="anouk"),
        Persoon(id="alleen", naam="Alleen", uit_dienst_op=date(2025, 12, 31)),
    )

    assert door == Bezetting({persoon.id: persoon for persoon in team}, date(2026, 3, 16))[wie]


def test_nothing_from_before_our_time_is_late(aandacht: Callable[..., list[Aandachtspunt]]) -> None:
    """
    What was due before we kept the client here is work for this month; what became due since then is late.
    """
    klant = """
        in_beheer_sinds: 2026-03-01
        contracten: [{id: c, titel: Beheer, startdatum: 2023-01-01, einddatum: 2026-09-30,
          opzegtermijn: {aantal: 3, eenheid: maanden}, jaarwaarde: 100000}]
    """

    punten = aandacht(klant)
    geerfd = [punt for punt in punten if punt.datum < date(2026, 3, 1)]
    later = aandacht(klant, op=date(2026, 8, 1))

    assert geerfd
    assert {("deze_maand", 0)} == {(punt.stand, punt.dagen_te_laat) for punt in geerfd}
    assert [] == [punt for punt in later if punt.datum < date(2026, 3, 1) and punt.stand == "te_laat"]
    assert [punt for punt in later if punt.stand == "te_laat"]
