"""The sentences of a Dutch text: a full stop ends one, unless it belongs to an abbreviation, a name or a number."""

import re

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
EINDE = re.compile(r"(?P<teken>[.!?…]+)[\"'”’)]*\s+(?=[\"'“‘(]*(?P<na>[A-ZÀ-Þ0-9€]\w*))")
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
