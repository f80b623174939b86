"""Read a text about extending a contract, such as "2 x 12 months" or "optie tot verlenging met 2 maal 12 maanden".

A text becomes options only when every word of it is understood and nothing in it contradicts the length of the
contract. "Up to 24 months" is left to a person (one option or many?), and so is "12 months + 12 months" on its own (two
options, or a first term and one option?). English and Dutch are read. A text about one term, such as a period of notice
"3 maanden vóór einddatum", is read here too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

MEESTE_OPTIES = 10
LANGSTE_OPTIE_MAANDEN = 120
LANGSTE_ZIN = 1000
"""Signs; a longer text about one thing does not exist."""
KORTSTE_KALE_OPTIE = 6
"""`2*12` without a unit means months from this number on; below it years are as likely."""


class Verlenging(NamedTuple):
    """What a text says about options."""

    maanden: tuple[int, ...] = ()
    """One number per option, in order of use; empty when the text says nothing certain."""
    twijfel: str = ""
    """Why a person must read the text, as a Dutch phrase; empty when there is no doubt."""


def _woorden(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


_GETALWOORDEN = {
    woord: str(getal)
    for woorden in (
        "one two three four five six seven eight nine ten eleven twelve",
        "één twee drie vier vijf zes zeven acht negen tien elf twaalf",
    )
    for getal, woord in enumerate(woorden.split(), start=1)
}
_VERTALING = (
    (r"\((?:en|s)\)", ""),
    (r"\b(\d+)[.,]0\b", r"\1"),
    (r"\banderhal(?:f|ve)\b", "1,5"),
    (r"[‐‑‒–—-]", " "),
    (r"[’'](?:s\b)?", " "),
    (r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)", " "),
    (r"\*", " x "),
    (r"\b(een|één)maal\b", "1 x"),
    (r"\b(twee|drie|vier|vijf)maal\b", r"\1 x"),
    (r"\b(" + "|".join(_GETALWOORDEN) + r")\b", lambda treffer: _GETALWOORDEN[treffer[1]]),
    (r"\b(\d+) \(\s*\1\s*\)", r"\1"),
    (r"\b(?:a|an|een)((?: (?:further|additional|extra|nieuw))*) (year|month|jaar|maand)\b", r"\1 1 \2"),
    (r"\b(?:annual|annually|yearly|jaarlijkse?)(?= (?:increment|interval|period|basis|stap|period|term))", "1 j"),
    (r"\b(?:months?|monthly|mths?|maand(?:en)?|mnd)\b", "m"),
    (r"\b(?:years?|yearly|yrs?|jaar|jaren|jr)\b", "j"),
    (r"\b(?:half j|halfjaar)\b", "6 m"),
    (r"\b(\d)[.,]5 j\b", lambda treffer: f"{int(treffer[1]) * 12 + 6} m"),
    (r"\b(?:weeks?|weken|wk)\b", "w"),
    (r"\b(?:days?|dagen|dag|dgn)\b", "d"),
    (r"\b(?:times|maal|keer)\b|×", "x"),
    (r"\b(further|additional) (m|j)\b", r"1 \2"),
    (
        r"\bup to\b|\b(?:tot|te) (?:een )?(?:maximaal|hoogste|hoogstens)\b|\btot (?=\d)|\b(?:maximaal|maximum|max)\b",
        " max ",
    ),
    (r"\bplus\b", " with "),
)
_VERLENGWOORD = re.compile(r"\b(?:exten(?:d|sions?)|optional|verleng\w*|optiejaren)\b")
_GAAT_OVER_VERLENGEN = re.compile(
    r"\b(?:exten(?:d|ds|ded|ding|sions?)|renew\w*|verleng\w*|optiejaren|\d\s*\+\s*\d)\b", re.IGNORECASE
)
_LANGSTE_TEKST = 1000
_ZINSEINDE = re.compile(r"(?<=[^\d])[.!?;]\s|[\r\n]+|[.!?;]$")
_VULLING = _woorden("""
    option options to extend extension extensions optional possible possibility the a an for of by further additional
    extra period periods term terms each available with and there is are be will may can it this contract contracts
    framework agreement individual up which exercised increments increment intervals interval basis that has
    optie opties tot verlenging verlengingen verlengen verlengingsoptie verlengingsopties verlengd verlengbaar van de
    het een met te mogelijkheid telkens steeds worden kan kunnen voor periode periodes perioden optiejaren nog ook
    elk ieder mogelijk contractueel overeenkomst hierna daarna eventueel
""")
"""Words around the numbers that change nothing; any other word makes a text doubtful."""
_GEEN = frozenset({"nee", "geen", "no", "none", "n.v.t", "nvt", "niet verlengbaar", "geen verlenging", "geen opties"})
_EERSTE_TERMIJN = _woorden("""
    contract contracts period the a an for of this is be will was awarded let term terms initial duration with
    framework agreement over and option to in looptijd van de het een contractduur initiële met en bedraagt
    overeenkomst periode duur heeft voor contractperiode basisperiode
""")
"""The same, in what a text says of the term before the options."""
_IN_STAPPEN = re.compile(r"\bin\b|\bper\b")


class Duur(NamedTuple):
    """One length of time; nothing in it when a text says that there is none."""

    aantal: int = 0
    eenheid: str = ""
    """`dagen`, `weken`, `maanden` or `kalendermaanden`; years are twelve months each."""
    eenmalig: bool = False
    zeker: bool = True
    """False when a person must read the text."""


_EENHEDEN = {"d": "dagen", "w": "weken", "m": "maanden", "j": "maanden", "k": "kalendermaanden"}
_KOPEENHEID = (
    ("maanden", "maand|mnd|month"),
    ("weken", "week|weken|wk"),
    ("dagen", "dag|day"),
    ("jaar", "jaar|jaren|jr|year"),
)
_ALLEEN_GETALLEN = re.compile(r"\d[\d\s+*x×.,]{0,30}", re.IGNORECASE)
_BIJ_EEN_DUUR = _woorden("""
    vóór voor einde eind einddatum van het de dit contract contractdatum afloop aflopen tegen opzegtermijn opzegging
    opzeggen looptijd duur minimaal minimum minstens uiterlijk ten minste tevoren voorafgaand vooraf aan schriftelijk
    schriftelijke met een termijn in acht inachtneming stilzwijgend stilzwijgende automatisch automatische verlenging
    verlengd verlengt verlengen wordt telkens steeds ja eenmalig is contractduur en per jaarlijks
    at least before prior to the end expiry date of notice written period term with yes automatic renewal once
""")


def duur(tekst: str, kop: str = "") -> Duur:
    """Read a text about one length of time; a bare number has the unit that the column name `kop` gives."""
    if len(tekst) > LANGSTE_ZIN or re.match(r"\s*[-−–]\s*\d", tekst):
        return Duur(zeker=False)
    kaal = re.sub(r"\bkalendermaand(?:en)?\b", "k", _vertaal(met_eenheid(tekst, kop)))
    if not kaal or kaal in _GEEN or kaal.split()[0].strip(":,") in _GEEN:
        return Duur()
    eenmalig = bool(re.search(r"\b(?:eenmalig|once)\b|^1 x\b", kaal))
    kaal = re.sub(r"^1 x\b", "", kaal)
    kaal = "1 j" if kaal in {"jaarlijks", "annual", "annually", "j"} else kaal
    gevonden = re.findall(r"(?<!\S)(\d{1,4}) ([dwmjk])(?!\S)", kaal)
    rest = re.findall(r"\w+", re.sub(r"(?<!\S)\d{1,4} [dwmjk](?!\S)", "", kaal))
    if len(gevonden) != 1 or not int(gevonden[0][0]) or not _BIJ_EEN_DUUR.issuperset(rest):
        return Duur(zeker=False)
    aantal, teken = int(gevonden[0][0]), gevonden[0][1]
    return Duur(aantal * 12 if teken == "j" else aantal, _EENHEDEN[teken], eenmalig)


def met_eenheid(tekst: str, kop: str) -> str:
    """Put the unit in a column name, such as `Opzegtermijn (mnd)`, behind a text of numbers only."""
    eenheden = [eenheid for eenheid, woorden in _KOPEENHEID if re.search(woorden, kop, re.IGNORECASE)]
    alleen = len(eenheden) == 1 and _ALLEEN_GETALLEN.fullmatch(tekst.strip())
    return f"{tekst.strip()} {eenheden[0]}" if alleen else tekst


def lees(tekst: str, looptijd_maanden: int | None) -> Verlenging:
    """Read a text that is only about extension; `looptijd_maanden` None when the contract has no whole months."""
    kaal = _vertaal(tekst) if len(tekst) <= LANGSTE_ZIN else "?"
    if not kaal or kaal in _GEEN:
        return Verlenging()
    if treffer := re.fullmatch(r"(\d{1,3}(?: ?\+ ?\d{1,3})+) ([mj])", kaal):
        # `3+1+1 jaar`: the term and then the options, as a bare row of numbers.
        reeks = tuple(int(deel) * (12 if treffer[2] == "j" else 1) for deel in re.findall(r"\d+", treffer[1]))
        return _geloofd(_uit_reeks(0, reeks, looptijd_maanden))
    if treffer := re.fullmatch(r"(\d{1,2}) x (\d{1,3})", kaal):
        # Nobody extends by six years at a time, or more: these are months.
        kaal = f"{kaal} m" if int(treffer[2]) >= KORTSTE_KALE_OPTIE else kaal
    return _uit_delen(kaal, looptijd_maanden)


def _uit_delen(kaal: str, looptijd_maanden: int | None) -> Verlenging:
    """Read what a sentence says of the first term, which must agree with the dates, and of the extension."""
    voor, na = _splits(kaal)
    eerste = _alleen_bekend(voor, _EERSTE_TERMIJN)
    rest = _alleen_bekend(na, _VULLING)
    if eerste is None or rest is None:
        return Verlenging(twijfel="de tekst bevat meer dan een eenvoudige optie")
    if eerste and eerste != f"{looptijd_maanden}m":
        return Verlenging(twijfel="de looptijd in de tekst is niet die van de datums")
    maanden = _maanden(rest, looptijd_maanden, na_verlengwoord=bool(_VERLENGWOORD.search(kaal)))
    return _geloofd(maanden)


def _geloofd(maanden: tuple[int, ...]) -> Verlenging:
    """Return options of these lengths, or the doubt about them."""
    if not maanden:
        return Verlenging(twijfel="het aantal en de lengte van de opties zijn niet zeker")
    if len(maanden) > MEESTE_OPTIES or not all(0 < een <= LANGSTE_OPTIE_MAANDEN for een in maanden):
        return Verlenging(twijfel="het aantal of de lengte van de opties is onwaarschijnlijk")
    return Verlenging(maanden)


def lees_lopende_tekst(tekst: str, looptijd_maanden: int | None) -> Verlenging:
    """Read only the sentences about extension; they must all be certain and say the same."""
    gelezen = {lees(zin, looptijd_maanden) for zin in _zinnen(tekst)}
    if not gelezen:
        return Verlenging()
    if len(gelezen) == 1:
        return gelezen.pop()
    return Verlenging(twijfel="de zinnen over verlenging zeggen niet hetzelfde")


def fragment(tekst: str) -> str:
    """Return the first sentence about extension, or the whole text when no sentence is: enough to show in a report."""
    return " ".join(next(iter(_zinnen(tekst)), tekst).split())


def _zinnen(tekst: str) -> list[str]:
    """Return the sentences about extension."""
    return [zin for zin in _ZINSEINDE.split(tekst) if _GAAT_OVER_VERLENGEN.search(zin)]


def _vertaal(tekst: str) -> str:
    """Return the text with numbers as digits and the words for month, year, times and at most as one sign each."""
    kaal = re.sub(r"\s+", " ", tekst.lower()).strip(" .;:,")
    for patroon, nieuw in _VERTALING:
        kaal = re.sub(patroon, nieuw, kaal)
    return re.sub(r"\s+", " ", kaal).strip()


def _splits(kaal: str) -> tuple[str, str]:
    """Part the sentence in what it says of the first term and what it says of the extension."""
    verlengwoord = _VERLENGWOORD.search(kaal)
    if not verlengwoord:
        return "", kaal
    aanloop = kaal[: verlengwoord.start()]
    scheiding = max(aanloop.rfind(" with "), aanloop.rfind(" met "))
    if scheiding >= 0 and not aanloop[:scheiding].endswith(" x"):
        return kaal[:scheiding], kaal[scheiding:]
    if re.search(r"\b(?:contract|initial|looptijd|duration|duur)\b", aanloop):
        return aanloop, kaal[verlengwoord.start() :]
    return "", kaal


def _alleen_bekend(kaal: str, vulling: frozenset[str]) -> str | None:
    """Return the numbers and signs of a part, with terms as `12m`; None when any word is unknown."""
    if len(kaal) > _LANGSTE_TEKST:
        return None
    over = []
    for woord in re.findall(r"\d+|[^\W\d_]+|[^\w\s]", kaal):
        if woord.isdigit() or woord in {"m", "j", "x", "max", "+", "(", ")"}:
            over.append(woord)
        elif _IN_STAPPEN.fullmatch(woord):
            over.append("in")
        elif woord not in vulling and woord not in {",", ".", ":"}:
            return None
    tekens = " ".join(over)
    tekens = re.sub(r"(\d+(?: \+ \d+)+) ([mj])\b", lambda reeks: re.sub(r"(\d+)", rf"\1 {reeks[2]}", reeks[1]), tekens)
    tekens = re.sub(r"(\d+) j\b", lambda jaren: f"{int(jaren[1]) * 12}m", tekens)
    return re.sub(r"(\d+) m\b", r"\1m", tekens).removesuffix(" in")


def _maanden(tekens: str, looptijd: int | None, *, na_verlengwoord: bool) -> tuple[int, ...]:
    """Return the months of each option, empty when the signs form no certain whole."""
    if na_verlengwoord and re.fullmatch(r"(?:\+ )?\d+m(?: \+ \d+m)+", tekens):
        return tuple(int(deel) for deel in re.findall(r"\d+", tekens))
    if treffer := re.fullmatch(r"(?:max )?(\d+)m in (?:(?:max )?(\d+) (?:x )?)?(\d+)m", tekens):
        return _in_stappen(int(treffer[1]), int(treffer[2] or 0), int(treffer[3]))
    if treffer := re.fullmatch(r"(?:max (?=\d+ )|(?=\d))(?:(\d+) (?:x )?)?(\d+)m", tekens):
        return (int(treffer[2]),) * min(int(treffer[1] or 1), MEESTE_OPTIES + 1)
    if treffer := re.fullmatch(r"(?:(\d+)m )?(?:\( )?(\d+(?: \+ \d+)+)(?: \))?", tekens):
        return _uit_reeks(int(treffer[1] or 0), _reeks(treffer[2]), looptijd)
    return ()


def _in_stappen(totaal: int, aantal: int, stap: int) -> tuple[int, ...]:
    """`24 months in 2 x 12 months`: certain only when the sum is right."""
    stappen = totaal // stap if stap and totaal % stap == 0 else 0
    # One more than is believed is enough to be refused: a slip of the pen would make thousands.
    return (stap,) * min(stappen, MEESTE_OPTIES + 1) if aantal in {0, stappen} else ()


def _uit_reeks(verlenging: int, reeks: tuple[int, ...], looptijd: int | None) -> tuple[int, ...]:
    """`3+1`: the term of the contract and then the options; `extend for 2 years (1+1)`: only the options."""
    if reeks[0] == looptijd and verlenging in {0, sum(reeks[1:])}:
        return reeks[1:]
    return reeks if sum(reeks) == verlenging else ()


def _reeks(tekens: str) -> tuple[int, ...]:
    """Return `3 + 1` in months: a bare row of numbers means years."""
    return tuple(int(deel) * 12 for deel in tekens.split(" + "))
