"""What needs a person first: each thing once, what hurts most in front, nothing that may wait."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.aandacht import aandacht, alle_aandacht
from macros.model.werk import SOORTEN
from macros.portefeuille.portefeuille import Portefeuille

Maak = Callable[..., Portefeuille]

RETENTIE = """
    id: acme
    segment_keuze: {segment: A, reden: groot}
    contracten:
      - {id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31,
         opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}}
"""


def test_a_contract_in_retention_asks_each_thing_once(portefeuille: Maak) -> None:
    """
    A missing canvas, a late proposal and late contact are one point each, though two sources know of them.
    """
    acme = portefeuille(RETENTIE, peildatum=date(2026, 8, 1)).dossiers["acme"]

    soorten = [punt.soort for punt in aandacht(acme)]

    assert (1, 1, 1) == (soorten.count("canvas"), soorten.count("voorstel"), soorten.count("bericht"))
    assert soorten.index("canvas") < soorten.index("bericht")
    assert len(aandacht(acme)) == len({(punt.soort, punt.titel) for punt in aandacht(acme)})


def test_a_point_says_what_done_means_and_where_to_go(portefeuille: Maak) -> None:
    """
    The proposal of a renewal is the account manager's, late since its day, and done when its date is recorded.
    """
    acme = portefeuille(RETENTIE, peildatum=date(2026, 7, 10)).dossiers["acme"]

    [voorstel] = [punt for punt in aandacht(acme) if punt.soort == "voorstel"]

    assert ("te_laat", 8, "anouk-de-wit") == (voorstel.stand, voorstel.dagen_te_laat, voorstel.wie)
    assert "De klant beslist uiterlijk 30 september 2026" == voorstel.waarom
    assert "accounts/acme/#waarom-beheer-voorstel-uiterlijk" == voorstel.doel
    assert SOORTEN["voorstel"].klaar_als == voorstel.klaar_als


def test_late_work_runs_by_what_hurts_most(portefeuille: Maak) -> None:
    """
    A contract that ran out comes before a promise, a promise before a call, whatever the number of days.
    """
    alles = portefeuille("""
        id: acme
        segment_keuze: {segment: C, reden: klein}
        toezeggingen:
          - {id: t1, tekst: Nieuwe rapportage, van: wij, voor_datum: 2025-06-01}
        contracten:
          - {id: oud, titel: Oud, startdatum: 2024-01-01, einddatum: 2026-03-01}
          - {id: loopt, titel: Loopt, startdatum: 2024-01-01, einddatum: 2029-12-31}
    """)

    soorten = [punt.soort for punt in alle_aandacht(alles) if punt.stand == "te_laat"]

    assert ["einddatum_voorbij", "toezegging"] == soorten[:2]
    assert soorten.index("toezegging") < soorten.index("contact")


def test_a_postponed_subject_is_left_out(portefeuille: Maak) -> None:
    """
    An `uitstel` of the contract silences its points until and including its last day.
    """
    klant = """
        id: acme
        segment_keuze: {segment: A, reden: groot}
        uitstel: [{onderwerp: beheer, tot: 2026-11-16, reden: overleg loopt}]
        contracten: [{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}]
    """

    dagen = (date(2026, 11, 16), date(2026, 11, 17))
    vandaag, morgen = (portefeuille(klant, peildatum=dag).dossiers["acme"] for dag in dagen)

    assert not {"canvas", "voorstel"} & {punt.soort for punt in aandacht(vandaag)}
    assert {"canvas", "voorstel"} <= {punt.soort for punt in aandacht(morgen)}


@pytest.mark.parametrize("onderwerp", ["voorstel", "voorstel_te_laat"])
def test_a_kind_waits_by_either_of_its_names(portefeuille: Maak, onderwerp: str) -> None:
    """
    What Vandaag and the homework both ask is one thing, so one word lets both wait.
    """
    uitstel = f"    uitstel: [{{onderwerp: {onderwerp}, tot: 2026-08-01, reden: x}}]"
    acme = portefeuille(f"{RETENTIE}{uitstel}", peildatum=date(2026, 7, 10)).dossiers["acme"]

    assert "voorstel" not in [punt.soort for punt in aandacht(acme)]
    assert "voorstel_te_laat" in [punt.soort for punt in acme.uitgesteld]


def test_a_deputy_gets_the_work_of_who_left(portefeuille: Maak) -> None:
    """
    Points of an account manager who left are in the name of the deputy.
    """
    klant = """
        id: acme
        driehoek: {accountmanager: eva-weg}
        contracten:
          - {id: oud, titel: Oud, startdatum: 2024-01-01, einddatum: 2026-03-01}
    """

    [voorbij] = [p for p in aandacht(portefeuille(klant).dossiers["acme"]) if p.soort == "einddatum_voorbij"]

    assert "bram-oudkerk" == voorbij.wie


def test_a_client_without_contracts_asks_nothing(portefeuille: Maak) -> None:
    """
    A parked prospect has no points.
    """
    vijver = portefeuille("id: vijver\nkweekvijver: {sinds: 2025-01-01}\n")

    assert () == aandacht(vijver.dossiers["vijver"])
