"""What a Dutch text says: where its sentences end, whether it can be measured, whether somebody does something in it.

A full stop ends a sentence, unless it belongs to an abbreviation, a name or a number.
"""

import re
from functools import lru_cache

STUK = re.compile(r"\S+")
AFKORTINGEN = frozenset(
    STUK.findall("""
    a.d.h.v art bijv blz bv ca c.q circa d.d d.m.v dhr dr drs evt excl fig gem ing incl ir i.o.v i.p.v i.v.m jr max
    m.b.t m.b.v m.i m.i.v m.m.v mevr min mr mw nl nr o.a o.b.v o.i o.l.v p.m p.p prof resp st t.a.v t.b.v t.g.v tel
    t.o.v t.w v.a vgl vs z.o.z z.s.m
    """)
)
"""Abbreviations that stand inside a sentence."""
SLOTAFKORTINGEN = frozenset(STUK.findall("a.s b.v c.s dgl e.a e.d e.v enz etc jl k.k n.v v.h v.o.f"))
"""Abbreviations that may also end one: "Acme B.V. Daarna …" is two sentences, "Acme B.V. Nederland" is one."""
ZINSBEGIN = frozenset(
    STUK.findall("""
    als alleen bij daar daarmee daarna daarom dan dat de deze die dit dus een eerst en er geen het hij ik in met maar na
    nu om onze ook op toch uit vanaf voor wat we wie wij ze zij zo zodra
    """)
)
"""Words that begin a sentence, and no name."""
# Only a capital, a figure or a € behind the white space begins a sentence; quotes may close and open in between.
EINDE = re.compile(r"(?<![.!?…])(?P<teken>[.!?…]+)[\"'”’)]*\s+(?=[\"'“‘(]*(?P<na>[A-ZÀ-Þ0-9€]\w*))")
VOORLETTER = re.compile(r"(?:[A-ZÀ-Þ]\.)*[A-ZÀ-Þ]")
NIEUWE_ALINEA = re.compile(r"\n\s*\n|(?:^|\n)\s*[-•*]\s+")


def zinnen(tekst: str) -> tuple[str, ...]:
    """Part a text in its sentences, each with its own end mark; a line break inside a paragraph is a space."""
    delen = (zin for alinea in NIEUWE_ALINEA.split(tekst) for zin in _zinnen(" ".join(alinea.split())))
    return tuple(zin for zin in delen if any(map(str.isalnum, zin)))


def _zinnen(alinea: str) -> list[str]:
    gevonden, begin = [], 0
    for einde in EINDE.finditer(alinea):
        voor = alinea[: einde.start()].rpartition(" ")[2]
        if einde["teken"] != "." or not _hoort_bij_woord(voor, einde["na"]):
            gevonden.append(alinea[begin : einde.end()].strip())
            begin = einde.end()
    return [*gevonden, alinea[begin:].strip()]


def _hoort_bij_woord(voor: str, na: str) -> bool:
    """Whether the full stop behind `voor` is part of that word, with `na` as the next word."""
    woord = voor.lstrip("\"'“‘(")
    if woord.casefold() in SLOTAFKORTINGEN:
        return na.casefold() not in ZINSBEGIN
    return woord.casefold() in AFKORTINGEN or (bool(VOORLETTER.fullmatch(woord)) and na.casefold() not in ZINSBEGIN)


# --- whether a goal in words names a number, or says of all or of none that something is so ---

WOORD_OF_CIJFER = re.compile(r"[^\W\d_]+|\d")
GETALWOORDEN = frozenset(
    WOORD_OF_CIJFER.findall("""
    nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien twintig dertig veertig
    vijftig zestig zeventig tachtig negentig honderd duizend half halve helft dubbel dubbele kwart derde
    alle elk elke ieder iedere geen niemand niets nergens beide
    """)
)
"""Numbers in words, and words that say how many; "een" is an article nearly always."""
MAANDEN = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DATUM = re.compile(
    rf"\b(?:\d{{1,2}}\s+(?:{MAANDEN})(?:\s+\d{{4}})?|(?:{MAANDEN})\s+\d{{4}}|\d{{1,4}}[-/]\d{{1,2}}[-/]\d{{1,4}}"
    r"|(?:19|20)\d\d|[qk][1-4]|kwartaal\s+[1-4])\b",
    re.IGNORECASE,
)
"""A day, a quarter or a year: when, not how much."""


def is_meetbaar(tekst: str) -> bool:
    """Whether the text holds a number that is no date, or a word such as "alle" or "geen"."""
    woorden = WOORD_OF_CIJFER.findall(DATUM.sub(" ", tekst).casefold())
    return any(woord.isdigit() or woord in GETALWOORDEN for woord in woorden)


# --- whether a short text says what somebody does ---

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
    """Whether the text holds a form of a verb; found with lists and endings, without a dictionary.

    An action reads "Prijs bespreken met inkoop", "Bel de directeur" or "Wim stuurt de cijfers". In doubt there is a
    verb: a warning that is wrong costs more trust than a weak action that slips through. Agreement of the team [V].
    """
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
