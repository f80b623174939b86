"""Whether a short Dutch text says what somebody does: a verb found with lists and endings, without a dictionary.

An action reads "Prijs bespreken met inkoop", "Bel de directeur" or "Wim stuurt de cijfers". In doubt there is a verb:
a warning that is wrong costs more trust than a weak action that slips through. Agreement of the team [V].
"""

import re
from functools import lru_cache

WOORD = re.compile(r"\d+|[^\W\d_]+(?:-[^\W\d_]+)*")
WERKWOORDEN = frozenset(
    WOORD.findall("""
    afronden antwoorden bedenken beginnen bellen benaderen benoemen bepalen bereiken beslissen besluiten bespreken
    bezoeken bieden blijven brengen bundelen doen doorrekenen evalueren formuleren gaan geven halen hebben helpen horen
    houden inplannen kiezen kijken komen krijgen kunnen laten leggen leren leveren lezen maken meten moeten mogen nagaan
    nakijken nemen noemen nodigen ontvangen opleveren ophalen oplossen opstellen opzetten praten presenteren regelen
    rekenen schetsen schrijven sluiten sparren spreken staan stellen sturen tekenen terugbellen toetsen tonen trainen
    uitleggen uitnodigen uitvoeren uitwerken uitzoeken vaststellen vergelijken verlengen verplaatsen verspreiden
    versturen vertellen vinden volgen voorbereiden voorleggen voorlichten voorstellen waarschuwen weten willen worden
    zetten zien zoeken zorgen zullen
    """)
)
"""Verbs of our work that are not also the plural of a noun: a verb wherever they stand."""
STAMMEN = frozenset(
    WOORD.findall("""
    beantwoord bedenk begin begroot bel benader benoem bepaal bereken beslis bespreek bevestig bied breng bundel
    controleer doe draag evalueer formuleer ga geef haal help herhaal herinner houd keur kies kijk kom koppel laat leer
    lees leg leid lever maak meet neem nodig noem ontvang organiseer overhandig praat presenteer reken schrijf sluit
    splits spreek stel stuur teken toon train verdeel vergelijk verhoog verlaag verleng verplaats verstuur vertel
    vervang vind voeg voer volg vul waarschuw wijs wissel zeg zet zie zoek
    """)
)
"""Stems that are no noun: "Bel de directeur", and with a t behind it "Wim belt de directeur"."""
VERVOEGD = frozenset(WOORD.findall("ben bent bereidt gaat heb heeft is kan mag moet staat vraagt wil wordt zal zorgt"))
"""Forms that do not follow from a stem and a t."""
ALTIJD = WERKWOORDEN | VERVOEGD | STAMMEN | {f"{stam}t" for stam in STAMMEN}
"""Every word that is a verb wherever it stands."""
STAM_OF_NAAM = frozenset(
    WOORD.findall("""
    antwoord bericht bezoek bouw check deel mail meld oefen overleg plan regel rond schets start stem test toets vraag
    werk zorg
    """)
)
"""Stems that are a noun or another word too: a verb only in front, and not before one of `NA_EEN_NAAM`."""
NA_EEN_NAAM = frozenset(WOORD.findall("aan na over rond tussen van voor"))
"""What follows a noun: "Plan voor de overgang" is a thing, "Plan een gesprek" is an order."""
DUBBEL = frozenset(WOORD.findall("delen eisen plannen vragen wensen werken"))
"""Verb and plural at once: their place decides."""
GEEN_WERKWOORD = frozenset(
    WOORD.findall("""
    aandelen acties afspraken alleen anderen artikelen avonden beelden beiden beslissers bestanden bijlagen boeten boven
    buiten cijfers contacten contracten dagen derden diensten documenten doelen eigen enkelen fasen feiten fouten
    gegevens gesprekken gevallen gisteren goederen grenzen groepen heden huizen inkopers intussen jaren kaarten kansen
    kanten klachten klanten kosten kwartalen landen leden lessen lijnen lijsten maanden machines materialen medewerkers
    mensen middelen midden modellen momenten morgen namen normen notulen ochtenden offerten onderdelen onderwerpen
    partijen personen plaatsen ploegen posten prestaties prijzen problemen processen producten projecten punten
    rapporten redenen resultaten rollen samen schalen scholen signalen stappen steden stoffen stukken systemen taken
    tarieven teksten termijnen tegen tegenover toestellen tussen uren varianten velen vestigingen voordelen voorwaarden
    wegen weken werkdagen werkplekken wijken zaken zalen zeven zinnen zowat
    """)
)
"""Words that end like a verb and are none, in an action."""
NAAMEINDEN = ("ingen", "heden", "teiten", "schappen", "issen", "anten", "enten", "isten", "oren", "euren")
"""Endings of plurals: "verkiezingen", "mogelijkheden", "assistenten"."""
VOOR_EEN_NAAM = frozenset(
    WOORD.findall("""
    aan acht achter alle andere beide bij binnen boven buiten dat de deze die dit door drie dubbele één een eerste eigen
    elk elke enkele flinke geen goede grote haar het hun ieder iedere in jouw juiste kleine laatste met mijn minder na
    naar negen nieuwe om onbetaalde onder onze op open oude over paar per rond sinds sommige tegen tien tijdens tot
    tussen twee tweede uit uw van vaste veel vele via vier vijf volgende voor vorige weinig zes zeven zijn zonder
    """)
)
"""After these an unknown word in -en is a noun: "van ploegleiders", "twee voorbeelden"."""
BIJVOEGLIJK = ("ende", "ige", "lijke", "ische", "bare", "eerde", "aalde", "same", "loze", "ieve")
"""Endings of an adjective, which stands before a noun too: "mogelijke varianten"."""
KORTSTE = 5
"""Letters of the shortest unknown word that may be a verb by its ending: "appen"."""
AANTAL = re.compile(r"(?!(?:19|20)\d\d$)\d+")
"""A number that is no year."""
ZINSDEEL = re.compile(r"[.,;:()–—!?]|\s-\s")


@lru_cache(maxsize=2048)
def heeft_werkwoord(tekst: str) -> bool:
    """Whether the text holds a form of a verb."""
    return any(_in_deel(WOORD.findall(deel.casefold())) for deel in ZINSDEEL.split(tekst))


def _in_deel(woorden: list[str]) -> bool:
    match woorden:
        case [eerste, volgend, *_] if eerste in STAM_OF_NAAM and volgend not in NA_EEN_NAAM:
            return True
    return any(_is_werkwoord(vorig, woord) for vorig, woord in zip(["", *woorden], woorden, strict=False))


def _is_werkwoord(vorig: str, woord: str) -> bool:
    """Whether `woord` is a verb where it stands, behind `vorig`."""
    if woord in ALTIJD:
        return True
    # Behind "te" stands an infinitive, however short: "te doen", "te zien".
    if vorig == "te":
        return woord.endswith("n")
    return _kan_infinitief(woord) and not _kondigt_naam_aan(vorig)


def _kan_infinitief(woord: str) -> bool:
    """Whether an unknown word may be an infinitive by its ending."""
    if woord in DUBBEL or woord.endswith(("gaan", "staan", "slaan", "doen", "zien")):
        return True
    if woord in GEEN_WERKWOORD or woord.endswith(NAAMEINDEN):
        return False
    return woord.endswith("en") and len(woord) >= KORTSTE


def _kondigt_naam_aan(vorig: str) -> bool:
    """Whether the word before asks for a noun: an article, a preposition, a number that is no year, an adjective."""
    return vorig in VOOR_EEN_NAAM or bool(AANTAL.fullmatch(vorig)) or vorig.endswith(BIJVOEGLIJK)
