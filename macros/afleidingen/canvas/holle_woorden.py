"""Phrases that sound like a plan or an insight and say nothing, each with what to ask instead.

The lists are an agreement of the team [V]: they grow when somebody reads a canvas and asks "and what will you do?". A
phrase between quotation marks is what a client said, and does not count. In a phrase `*` is any ending, and "te" may
stand before its last word: "warm houden" is also "warm te houden".
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache


@dataclass(frozen=True, slots=True)
class HolleWoorden:
    """One hollow phrase in a text."""

    woorden: str
    vraag: str
    """The question whose answer should stand there."""


VOORNEMENS = {
    "wat wordt er beter, hoeveel en wanneer?": "optimali*, verder verbeter*, naar een hoger plan, next level",
    "wie doet wat, voordat de klant erom vraagt?": """
        proactief schakelen, proactief zijn, proactief blijven, proactief meedenken, proactief benaderen,
        proactief communiceren, proactief handelen, proactief opstellen, proactiviteit""",
    "wie belt wie, en binnen hoeveel uur?": "snel schakelen, sneller schakelen, korte lijn*",
    "met wie, waarover en op welke dag?": """
        in gesprek blijven, in gesprek gaan, gesprek aangaan, in dialoog blijven, dialoog aangaan""",
    "wie spreekt wie, hoe vaak en waarover?": """
        warm houden, contact houden, contact onderhouden, in contact blijven, regelmatig*, met enige regelmaat,
        vaker langsgaan, vaker contact, vaker bellen, vaker spreken""",
    "met wie, en waaraan merk je dat het gelukt is?": """
        relatie versterken, relatie verdiepen, relatie onderhouden, relatie verbeteren, relatie uitbouwen,
        relatie verstevigen, relatie intensiveren, relaties versterken, relaties verdiepen, relaties onderhouden,
        band versterken, band aanhalen, samenwerking versterken, samenwerking verdiepen, samenwerking verbeteren,
        samenwerking intensiveren, verbinding zoeken, aansluiting zoeken, aansluiting vinden""",
    "wat levert het deze klant op, in geld, tijd of rust?": """
        toegevoegde waarde, meerwaarde leveren, meerwaarde bieden, meerwaarde tonen, waarde toevoegen""",
    "welk werk nemen we precies over?": "ontzorg*",
    "wat merkt deze klant ervan?": "klant centraal, klantgericht*, klantvriendelijk*",
    "wat meet je, wie kijkt en hoe vaak?": """
        vinger aan de pols, in de gaten houden, goed volgen, goed monitoren, blijven volgen, blijven monitoren""",
    "wat is de eerste stap, wie zet die en wanneer is hij klaar?": """
        aan de slag, stappen zetten, stappen maken, slagen maken, een slag maken, oppakken, actie ondernemen,
        doorpakken""",
    "wat doe je dan, en wat laat je?": """
        aandacht besteden, aandacht geven, aandacht schenken, meer aandacht voor, focus leggen, focus op, focussen op,
        inzetten op, de nadruk leggen""",
    "welk cijfer moet de klant geven, en wanneer?": """
        klant tevreden houden, klant tevreden stellen, klanttevredenheid verhogen, klanttevredenheid verbeteren,
        tevredenheid verhogen, tevredenheid verbeteren, tevredenheid vergroten, tevreden klant*""",
    "wat staat erin wat een ander niet biedt?": """
        goed voorstel, goed aanbod, goede aanbieding, goede offerte, scherp voorstel, scherp aanbod, scherpe aanbieding,
        scherpe offerte, passend aanbod, passend voorstel""",
    "wat doen we samen wat we nu nog niet doen?": """
        strategisch partner*, strategische partner*, partnership*, partnerschap, win-win*, synergie*""",
    "op welke dag?": """
        zo spoedig mogelijk, zo snel mogelijk, zsm, z.s.m, asap, op korte termijn, te zijner tijd, tijdig""",
    "wanneer is dat zo, en wie beslist dat?": """
        waar nodig, waar mogelijk, indien nodig, indien mogelijk, indien gewenst""",
    "wat verandert er, en wie ziet erop toe?": "borgen, geborgd, faciliter*, stroomlijn*",
}
"""What to ask, with the phrases that are hollow in a strategy, a goal, an action or an ask: they name no deed."""
BEWERINGEN = {
    "wie kent wie, en waaruit blijkt dat?": """
        relatie is goed, relatie is prima, relatie is sterk, relatie is uitstekend, band is goed, band is sterk,
        samenwerking is goed, samenwerking is prima, contact is goed, goede band, goede relatie, goede verstandhouding,
        fijne samenwerking, korte lijn*""",
    "wat zou deze klant missen als we weg zijn?": "betrouwbare partner*, goede partner, vaste waarde, sterke positie",
    "welk cijfer gaf wie, en wanneer?": """
        klant is tevreden, klant is heel tevreden, klant is zeer tevreden, klant is erg tevreden, klant is blij,
        directie is tevreden, opdrachtgever is tevreden, tevreden klant*""",
    "wat leverde het op, in een cijfer van de klant?": """
        project liep goed, project loopt goed, alles loopt goed, alles gaat goed, alles loopt, loopt naar wens,
        gaat naar wens, loopt prima, gaat prima, loopt lekker, loopt soepel""",
    "wat heb je gevraagd, en aan wie?": "geen bijzonderheden, niets bijzonders, geen bekende problemen",
    "wat is goed voor deze klant, in een getal?": "goede service, goede kwaliteit, hoge kwaliteit, kwaliteit leveren",
    "wie is het, en hoe weet je dat?": """
        concurrentie is moordend, concurrentie is groot, concurrentie is hevig, concurrentie is fel,
        concurrentie is beperkt, veel concurrentie, weinig concurrentie""",
    "vergeleken met wie, en hoeveel scheelt het?": "marktconform*",
    "wat levert het deze klant op, in geld, tijd of rust?": """
        toegevoegde waarde, ontzorg*, klant centraal, proactiviteit, win-win*, synergie*""",
}
"""The same for a box about the situation: an opinion without what was seen or measured."""
AANHALING = re.compile(r"[\"“„][^\"”]{0,500}[\"”]|(?<!\w)['‘][^'’]{0,500}['’](?!\w)")


@dataclass(frozen=True, slots=True)
class _Zoeker:
    """Finds the phrases behind one question."""

    vraag: str
    kernen: tuple[str, ...]
    """The longest word of each phrase: only a text that holds one of these is worth a search."""
    patroon: re.Pattern[str]


@lru_cache(maxsize=1024)
def holle_woorden(tekst: str, *, situatie: bool) -> HolleWoorden | None:
    """The first hollow phrase of a text; `situatie` says that the text judges how things stand."""
    klein = tekst.lower()
    mogelijk = [zoeker for zoeker in _zoekers(situatie=situatie) if any(kern in klein for kern in zoeker.kernen)]
    # What the client said is no promise of ours; blanks in its place keep the positions.
    zonder_citaten = AANHALING.sub(lambda citaat: " " * len(citaat[0]), tekst) if mogelijk else ""
    treffers = ((zoeker.patroon.search(zonder_citaten), zoeker.vraag) for zoeker in mogelijk)
    gevonden = [(treffer.span(), vraag) for treffer, vraag in treffers if treffer]
    if not gevonden:
        return None
    (begin, einde), vraag = min(gevonden)
    return HolleWoorden(tekst[begin:einde], vraag)


@cache
def _zoekers(*, situatie: bool) -> tuple[_Zoeker, ...]:
    """One for each question."""
    lijst = BEWERINGEN if situatie else VOORNEMENS
    return tuple(_zoeker(vraag, [frase.split() for frase in frasen.split(",")]) for vraag, frasen in lijst.items())


def _zoeker(vraag: str, frasen: list[list[str]]) -> _Zoeker:
    kernen = {max(frase, key=len).rstrip("*") for frase in frasen}
    keuzes = "|".join(map(_patroon, frasen))
    return _Zoeker(vraag, tuple(sorted(kernen)), re.compile(rf"\b(?:{keuzes})(?!\w)", re.IGNORECASE))


def _patroon(frase: list[str]) -> str:
    """Turn one phrase into a pattern: `*` is any ending, any white space parts words, "te" may come before the last."""
    *begin, laatste = (re.escape(woord).replace(r"\*", r"\w*") for woord in frase)
    return r"\s+".join([*begin, rf"(?:te\s+)?{laatste}"])
