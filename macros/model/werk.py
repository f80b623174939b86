"""Every kind of work that needs a person: how much it hurts when it is late, and how to see that it is done.

Domain 1.8 says what triggers what; the module that makes a point says when it is due and whose it is.
"""

from typing import NamedTuple

PIJN = {
    1: "Het contract",
    2: "De klant wacht op ons",
    3: "Onze voorbereiding",
    4: "Ons ritme",
}
"""What suffers when it stays lying: the contract slips away or runs on without us, the client waits, the preparation of
a decision is late, or the rhythm of the team falters."""


class Soort(NamedTuple):
    """One kind of work."""

    pijn: int
    """Key of PIJN; 1 hurts most."""
    woord: str
    """What it is, as an `uitstel` of it is named on the site."""
    klaar_als: str
    """What the file says when it is done, as the end of the sentence "Klaar als …"."""


SOORTEN = {
    "einddatum_voorbij": Soort(
        1, "De uitkomst van het contract", "bij het contract een uitkomst, verlenging of opzegging staat"
    ),
    "opzegging": Soort(1, "Onze reactie op de opzegging", "bij de opzegging staat wat wij doen"),
    "opzegdeadline": Soort(1, "Het besluit over opzeggen", "het verlengbesluit bij het contract staat"),
    "optie": Soort(1, "De optie", "bij de optie staat of die gelicht is"),
    "publicatie": Soort(
        1, "De aanbesteding", "de aanbesteding gepubliceerd is, of een andere publicatiedatum bij het contract staat"
    ),
    "voorstel": Soort(1, "Het voorstel", "bij het voorstel staat wanneer het verstuurd is"),
    "aankondigen": Soort(
        2, "De verlenging aankondigen", "de klant het weet, en bij het voorstel staat wanneer dat besproken is"
    ),
    "klacht": Soort(2, "Een klacht", "bij het signaal staat wanneer het opgevolgd is"),
    "stille_klacht": Soort(2, "Een stille klacht", "bij het signaal staat wanneer het opgevolgd is"),
    "herstelplan": Soort(2, "Het herstelplan", "bij de evaluatie een herstelplan staat"),
    "hercijfer": Soort(2, "Het nieuwe cijfer", "het nieuwe cijfer bij het herstelplan staat"),
    "toezegging": Soort(2, "Een toezegging van ons", "de toezegging op nagekomen staat"),
    "kickoff": Soort(2, "De kick-off", "de dag van de kick-off bij de opstart staat"),
    "kennismaking": Soort(2, "Kennismaken", "bij de contactpersoon staat wanneer de kennismaking was"),
    "wijziging": Soort(2, "Een wijziging", "bij de wijziging staat wanneer we er iets mee deden"),
    "actiestap": Soort(2, "Een waarschuwingssignaal", "bij het signaal staat wanneer de actiestap gedaan is"),
    "koopsignaal": Soort(2, "Een koopsignaal", "bij het signaal een kans staat, of wanneer het opgevolgd is"),
    "canvas": Soort(3, "Het canvas", "alle vakken van het canvas gevuld en bijgewerkt zijn"),
    "sessie": Soort(3, "De teamsessie", "de dag van de teamsessie op het canvas staat"),
    "verlengbesluit": Soort(3, "Het verlengbesluit", "het verlengbesluit bij het contract staat"),
    "start_retentiefase": Soort(3, "De start van de verlenging", "het canvas begonnen is"),
    "tussenevaluatie": Soort(3, "De tussenevaluatie", "de tussenevaluatie op het canvas staat"),
    "goedkeuring": Soort(3, "Een akkoord", "bij de goedkeuring akkoord of afgewezen staat"),
    "klantbesluit": Soort(3, "Het besluit over deze klant", "het besluit bij juiste klant staat"),
    "c_besluit": Soort(3, "Het besluit over een C-klant", "het besluit over de C-klant in het bestand staat"),
    "toets": Soort(3, "De toets van klant en voorwaarden", "elk criterium een oordeel heeft, met de dag erbij"),
    "overdracht": Soort(3, "De overdracht voor de start", "bij de opstart staat dat de overdracht er was"),
    "opstartcheck": Soort(3, "Navragen in de opstart", "bij elke verwachting staat wanneer die is nagevraagd"),
    "verwachtingen": Soort(3, "De verwachtingen", "bij de verwachtingen een nieuwe dag van navragen staat"),
    "frisse_blik": Soort(3, "De frisse blik", "de frisse blik met zijn datum in het bestand staat"),
    "terugblik": Soort(3, "De terugblik", "de terugblik met minstens één les in het bestand staat"),
    "afsluiting": Soort(3, "De afsluiting", "alle vier de regels van de afsluiting gevuld zijn"),
    "evaluatie": Soort(3, "De evaluatie", "de evaluatie met beide cijfers in het bestand staat"),
    "canvasactie": Soort(3, "Een actie uit het canvas", "de actie op klaar staat"),
    "reviewactie": Soort(3, "Een actie uit de frisse blik", "de actie op klaar staat"),
    "aanname": Soort(3, "Een aanname", "bij de aanname staat of die klopt"),
    "toezegging_klant": Soort(3, "Een toezegging van de klant", "de toezegging op nagekomen staat"),
    "contact": Soort(4, "Contact", "het gesprek als contactmoment in het bestand staat"),
    "bericht": Soort(4, "Berichten", "het bericht in de lijst met berichten staat"),
    "training": Soort(4, "Een training", "er na die dag een contactmoment in het bestand staat"),
    "segmenten": Soort(4, "Het segment nalopen", "bij elk segment een nieuwe dag staat"),
    "lessen": Soort(4, "De lessen nalopen", "in team.yml de dag van de nieuwe ronde staat"),
    "honken": Soort(4, "De honken", "bij elke klant de honken van dit jaar staan"),
    "ronde": Soort(4, "De ronde van het toernooi", "elk adres door is of een no go heeft"),
    "toernooi": Soort(4, "Het toernooi", "het bestand van het nieuwe toernooi er is"),
}
"""The kinds; an `uitstel` may name one."""
