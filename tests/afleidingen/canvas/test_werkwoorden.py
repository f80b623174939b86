"""Whether an action says what somebody does: seventy sentences of our own, and all actions of the examples."""

import pytest

from macros.afleidingen.canvas.zinnen import heeft_werkwoord
from macros.portefeuille.portefeuille import Portefeuille

GOED = """
Voorstel bespreken
Prijs bespreken met inkoop, voordat de begroting af is
Bel Straatsma over de verkiezingen
Wim bespreekt de werkplek van 2028 met de bestuurder
Plan een gesprek met inkoop
Toets bij Ramdin of de index mag
Nodig de familie uit voor april
Nulmeting doen in drie wijken
Draaiboek opschonen
Met de directie om tafel gaan
De prijs te toetsen bij inkoop
Ploegleiders interviewen
Vragen beantwoorden van de raad
Vragen stellen bij de nota
Klachten uitzoeken en terugkoppelen
Rik levert de cijfers aan
Johan belt de wethouder
Overleg met Johan of de marge kan
Cijfers nameten na de proef
Noor maakt de planning
Contract tekenen
Prijslijst mailen naar alle scholen
Vraag Ramdin om de begroting
Lunch organiseren voor de beslissers
Afspreken wie de factuur keurt
Kennismaken met de nieuwe directeur
Start de proef in Tiel
Dashboard bouwen
Laat Sara meekijken
We gaan samen naar de beurs
Om de raad mee te nemen: avond houden in mei
Uitleggen: wat kost een storing?
Inkoop appen
Referentie vragen bij Talmerveld
Wie keurt de prijs goed?
Rekening rechtzetten, voor de volgende factuur
""".strip().splitlines()

ZWAK = """
Voorstel één werkplek
Gesprek met Straatsma na de verkiezingen
Kennismaking bij het zusterbedrijf in bouwmaterialen, via Dijkhof
Overzicht van onbetaald meerwerk in 2025, per distributiecentrum
Draaiboek proefweek vierde centrum, met ploegleiders uit Tiel
Concepttekst nieuw contract naar inkoop, zonder boete buiten het seizoen
Directie
Plan voor de overgang
Offerte
Relatie met inkoop
Kwartaalgesprek
Prijs
Nieuwe voorwaarden
Lijst storingen
Presentatie bij de directie
Betere rapportage
Prijsvoorstel voor vier jaar
Vraag van de raad
Overleg over de marge
Bezoek aan Straatsma
Cijfers van het laatste jaar
Twee voorbeelden van andere gemeenten
Contact met de nieuwe inkoper
Lunch
Analyse van de klachten
Workshop met ploegleiders
Offerte voor extra uren
Afspraken met de gemeente
Mogelijkheden voor uitbreiding
Evaluatie
Overdracht aan Yasmina met de klant erbij
Proef met vaste monteur op twee bouwplaatsen
Mogelijke varianten, 3 opties
Tafel met 12 assistenten
""".strip().splitlines()

ZONDER_WERKWOORD = {
    "Elk kwartaal een verbeteridee met rekensom",
    "Gesprek met Straatsma na de verkiezingen",
    "Overbrugging",
    "Overdracht aan Yasmina met de klant erbij",
    "Proef met vaste monteur op twee bouwplaatsen",
    "Voorstel met één soort laptop",
    "Voorstel voor vier jaar",
    "Voorstel één werkplek",
}
"""The actions of the example portfolio that are things and not deeds."""


@pytest.mark.parametrize("actie", GOED)
def test_a_deed_has_a_verb(actie: str) -> None:
    """
    An infinitive, an order or a sentence with a person.
    """
    assert heeft_werkwoord(actie)


@pytest.mark.parametrize("actie", ZWAK)
def test_a_thing_has_none(actie: str) -> None:
    """
    A noun with what belongs to it, however many plurals in -en stand there.
    """
    assert not heeft_werkwoord(actie)


def test_the_examples_hold_no_surprise(voorbeeld: Portefeuille) -> None:
    """
    Of all actions that were ever written in the example portfolio only those without a deed are found.
    """
    accounts = [dossier.account for dossier in voorbeeld.dossiers.values()]
    acties = {actie.tekst for account in accounts for canvas in account.canvassen for actie in canvas.acties}
    acties |= {actie.tekst for account in accounts for review in account.fresheyes for actie in review.acties}

    assert len(acties) > 15
    assert ZONDER_WERKWOORD == {actie for actie in acties if not heeft_werkwoord(actie)}
