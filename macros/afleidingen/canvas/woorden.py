"""Which words two Dutch texts share, whatever their ending: "afspraken" is "afspraak", "inkopers" is "inkoper".

A light stemmer of our own: it need not find the right stem, only the same one for the forms of one word. Words that
occur in nearly every sentence about a client say nothing about likeness, and are left out.
"""

import re
import unicodedata
from functools import lru_cache

WOORD = re.compile(r"[^\W\d_]+")
GEWOON = frozenset(
    WOORD.findall("""
    aan achter al alle alleen alles als altijd ander andere anderen anders ben bij bijna binnen blijft boven buiten daar
    daarna dan dat de deze die dit doe doen doet door dus een eens eerst elk elke elkaar en er erbij erg even geen gaan
    gaat gaf geeft geven geweest haar had half heb hebben heeft heel hem hen het hetzelfde hier hij hoe hun iets iemand
    ieder iedereen
    ik in intussen is ja je jij jouw jullie kan kon komen komt kort kunnen kwam lang langer langs later liever maar
    mag meer meest men met mijn minder moet moeten moest na naar nadat nee net niemand niet niets nog nooit nu of om
    omdat onder ons onze ook op over paar pas per plaats sinds staan staat steeds te tegen ten ter terug tijdens toch
    toen tot tussen twee drie vier vijf zes zeven acht negen tien uit van vaak veel voor vooral vorige waar waarom waren
    was wat we weer weg weinig wel welke werd werden wie wij wil willen word worden wordt zal ze zei zeer zelf zich zij
    zijn zit zitten zo zoals zodra zonder zou
    """)
)
"""Words of every Dutch sentence."""
VAKTAAL = frozenset(
    WOORD.findall("""
    bedrijf belt bellen bezoek contact contract dag dagen eigen gesprek gesprekken goed graag groot grote jaar jaren
    keer klant klanten klein kleine maand maanden mensen mogelijk nieuw nieuwe noemt onderwerp oude probleem problemen
    spreekt spreken vraag vraagt vragen vroeg werk werken week weken zegt
    """)
)
"""Words of every note about a client."""
KORTST = 3
"""Letters that a word needs to count."""
EINDEN = {"en": 3, "e": 4, "t": 4, "s": 4}
"""Endings, each with the letters that must be left without it."""
DUBBEL = re.compile(r"(.)\1")


@lru_cache(maxsize=4096)
def stammen(tekst: str) -> dict[str, str]:
    """The stems of the words that say something, each with the first word it stands for, in the order of the text."""
    gevonden: dict[str, str] = {}
    for woord in WOORD.findall(unicodedata.normalize("NFC", tekst.casefold())):
        kaal = _zonder_accenten(woord)
        if len(kaal) >= KORTST and kaal not in GEWOON and kaal not in VAKTAAL:
            gevonden.setdefault(stam(kaal), woord)
    return gevonden


def stam(woord: str) -> str:
    """Take endings off a word in small letters without accents, until nothing comes off."""
    vorige = ""
    while woord != vorige:
        vorige = woord
        # "bellen" and "bel" are one word: a double letter is only spelling.
        woord = _korter(DUBBEL.sub(r"\1", woord))
    # And so are "brieven" and "brief", "prijzen" and "prijs".
    return woord[:-1] + {"v": "f", "z": "s"}.get(woord[-1], woord[-1])


def _korter(woord: str) -> str:
    """Take one ending off; the s of a word such as "huis" or "prijs" belongs to it."""
    for einde, over in EINDEN.items():
        rest = woord.removesuffix(einde)
        if rest != woord and len(rest) >= over and not (einde == "s" and rest[-1] in "aiouyj"):
            return rest
    return woord


def _zonder_accenten(woord: str) -> str:
    """Letters only: "één" is "een"."""
    return "".join(teken for teken in unicodedata.normalize("NFKD", woord) if not unicodedata.combining(teken))
