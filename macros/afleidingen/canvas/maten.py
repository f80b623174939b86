"""Whether a goal in words can be measured: it names a number, or says of all or of none that something is so."""

import re

WOORD = re.compile(r"[^\W\d_]+|\d")
GETALWOORDEN = frozenset(
    WOORD.findall("""
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
    woorden = WOORD.findall(DATUM.sub(" ", tekst).casefold())
    return any(woord.isdigit() or woord in GETALWOORDEN for woord in woorden)
