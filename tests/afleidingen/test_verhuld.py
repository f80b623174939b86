"""What the site knows of a client that is gone and wants no mention."""

import pickle
import re
from collections.abc import Callable
from typing import Any

import pytest

from macros.afleidingen.verhuld import schuilnaam
from macros.portefeuille.portefeuille import Portefeuille

Maak = Callable[..., Portefeuille]
EIND = "2025-12-31, uitkomsten: [{datum: 2025-11-01, resultaat: verloren}]"
WEG = f"""
    id: acme-zonen
    naam: Acme & Zonen
    aliassen: [Acmé]
    anoniem: true
    klantnummer: Z-4711
    omschrijving: Acme & Zonen heet ook Acmé; De Vries van acme-zonen belde over het Acmé-plan
    contactpersonen:
      - {{id: j-de-vries, naam: J.P. de Vries, functie: directeur, laag: strategisch}}
      - {{id: inkoop, naam: K. Smit, functie: inkoop, laag: tactisch}}
    contracten: [{{id: beheer-acme, titel: Beheer, startdatum: 2024-01-01, einddatum: {EIND}}}]
    toezeggingen: [{{id: t, tekst: Rapport voor J.P. de Vries, van: klant, stand: nagekomen}}]
    evaluaties: [{{datum: 2025-03-01, gegeven_door: j-de-vries, cijfer_resultaat: 8}}]
"""
"""A client that left, named in each way a file can name it."""
CODE = schuilnaam("acme-zonen")


@pytest.mark.parametrize(
    ("anoniem", "eind", "naam", "aliassen"),
    [
        ("true", EIND, "Naam niet getoond", []),
        ("true", "2028-12-31", "Acme & Zonen", ["Acmé"]),
        ("false", EIND, "Acme & Zonen", ["Acmé"]),
    ],
)
def test_a_client_that_left_may_want_no_mention(
    anoniem: str, eind: str, naam: str, aliassen: list[str], portefeuille: Maak
) -> None:
    """
    As long as we work for it, its name is needed everywhere.
    """
    [acme] = portefeuille(WEG.replace("anoniem: true", f"anoniem: {anoniem}").replace(EIND, eind)).dossiers.values()

    assert (naam, aliassen) == (acme.naam, acme.account.aliassen)
    assert (CODE if naam == "Naam niet getoond" else "acme-zonen") == acme.id


def test_its_own_texts_say_the_client_and_what_its_people_do(portefeuille: Maak) -> None:
    """
    The initials go with the name. An id that tells a name is another one wherever it occurs; the others stay.
    """
    account = portefeuille(WEG).dossiers[CODE].account

    assert "de klant heet ook de klant; De Vries van de klant belde over het de klant-plan" == account.omschrijving
    assert "Rapport voor directeur" == account.toezeggingen[0].tekst
    assert [("persoon-1", "directeur"), ("inkoop", "inkoop")] == [(p.id, p.naam) for p in account.contactpersonen]
    assert "persoon-1" == account.evaluaties[0].gegeven_door
    assert account.klantnummer is None


ELDERS = """
    id: bakker
    naam: Bakker
    moeder: acme-zonen
    omschrijving: Net als Acme & Zonen en Acmé; J.P. de Vries kwam van acme-zonen
    aannames: [{id: a, tekst: Niet zoals bij Acmé, wie: anouk-de-wit}]
"""


def test_other_files_say_a_client(portefeuille: Maak) -> None:
    """
    What refers to it goes by its code. Its people may work elsewhere now, so their names stay.
    """
    alles = portefeuille(
        WEG,
        ELDERS,
        lessen="lessen: [{id: les-acme-zonen, titel: De les van Acmé, account: acme-zonen, "
        "actiestappen: [{tekst: Acmé}]}]",
        berichten="berichten: [{datum: 2025-02-01, soort: tip, onderwerp: Acmé, aan: {accounts: [acme-zonen, bakker]}, "
        "nagebeld: {acme-zonen: 2025-02-03}}]",
        werving={2026: "{jaar: 2026, start_op: 2026-01-01, adressen: [{id: x, naam: Nieuw, volgende_stap: Via Acmé}]}"},
    )

    bakker, [les] = alles.dossiers["bakker"].account, alles.gedeeld.lessen.lessen
    [bericht] = alles.gedeeld.berichten.berichten
    assert "Net als een klant en een klant; J.P. de Vries kwam van een klant" == bakker.omschrijving
    assert ("Niet zoals bij een klant", CODE) == (bakker.aannames[0].tekst, bakker.moeder)
    assert ("les-klant", "De les van een klant", CODE) == (les.id, les.titel, les.account)
    assert "een klant" == les.actiestappen[0].tekst
    assert ("een klant", {CODE}) == (bericht.onderwerp, {*bericht.nagebeld})
    assert [CODE, "bakker"] == getattr(bericht.aan, "accounts", [])
    assert "Via een klant" == alles.gedeeld.werving[2026].adressen[0].volgende_stap
    assert None is re.search(b"acme|Acm|Z-4711", pickle.dumps(alles))


def test_words_of_the_model_are_no_names(portefeuille: Maak) -> None:
    """
    A client called after one of them hides no answer of another client.
    """
    wij = f"""
        id: wij
        naam: wij
        anoniem: true
        contracten: [{{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: {EIND}}}]
    """

    alles = portefeuille(wij, "id: acme\ntoezeggingen: [{id: t, tekst: Dat doen wij, van: wij}]")

    [belofte] = alles.dossiers["acme"].account.toezeggingen
    assert ("Dat doen een klant", "wij") == (belofte.tekst, belofte.van)


def test_who_names_nobody_stays_as_it_is(portefeuille: Maak, account: Callable[[str], Any]) -> None:
    """
    Beside a hidden client an account that does not name it is what was read.
    """
    alles = portefeuille(WEG, "id: bakker\nnaam: Bakker")

    assert account("id: bakker\nnaam: Bakker") == alles.dossiers["bakker"].account


def test_the_code_of_a_client_stays() -> None:
    """
    A link to its pages goes on working, in each build and each version.
    """
    assert "klant-5c98946c269f" == schuilnaam("winkelketen-2025")
