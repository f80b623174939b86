"""Values as they stand in the cells of a register: clean text, days and amounts in many notations.

How one register writes its days and amounts is found out here too; where two readings are possible, we ask.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

from macros.model.basis import EERSTE_JAAR, LAATSTE_JAAR

if TYPE_CHECKING:
    from macros.invoer.mapping import Mapping
    from macros.invoer.tabel import Rij

Cel = str | int | float | date
"""What a cell holds; an empty cell is an empty text. A spreadsheet knows numbers and days, CSV only text."""

DATUMVORMEN = {
    "jjjj-mm-dd": re.compile(r"(?P<j>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"),
    "jjjjmmdd": re.compile(r"(?P<j>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    "dd-mm-jjjj": re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<j>\d{4})"),
    "mm-dd-jjjj": re.compile(r"(?P<m>\d{1,2})[-/.](?P<d>\d{1,2})[-/.](?P<j>\d{4})"),
}
"""Notations of a day; the sign between the parts may be a dash, a slash or a point. A time behind it is dropped."""
GETALVORMEN = {
    "1.234,56": (re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"), ".", ","),
    "1,234.56": (re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"), ",", "."),
    "1 234,56": (re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?"), " ", ","),
}
"""Notations of a number: what it looks like, the sign between thousands, the decimal sign."""

# Registers add midnight to a day, with or without a zone.
_TIJD = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$")
_VALUTATEKEN = re.compile(r"^(?:[€$£]|R\$|[A-Z]{3})\s*|\s*(?:[€$£]|[A-Z]{3}|,-)$")
_MIN = re.compile(r"^[-−–]\s*")
# Only where a word begins: at every letter of a long word the search would run to its end.
_ADRES = re.compile(r"(?:[<(]|(?<![^\s@<>()\"']))[^\s@<>()\"']+@[^\s@<>()\"']+\.[^\s@<>()\"']+[>)]?")
_C1 = {code: bytes([code]).decode("windows-1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
"""Control characters that nobody types: bytes of Windows-1252 that were once read as Latin-1. Five have no meaning."""
_FOUTWAARDE = re.compile(
    r"#(N/A|N/B|REF!|VERW!|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!)",
)
"""What a spreadsheet shows where a formula failed, in English and in Dutch."""
# The first bytes of é, £ and ’ in UTF-8, as Windows-1252 shows them.
_DUBBEL_GECODEERD = re.compile(r"Ã[\x80-\xbf€-™ ©]|Â[\xa0-\xbf ]|â€")


class NietLeesbaarError(ValueError):
    """The register cannot be read at all; the message is Dutch and complete."""


def tekst(cel: Cel) -> str:
    """Return a cell as one line of clean text: no invisible signs, single spaces."""
    # A spreadsheet keeps every number as a float: 2024.0 is the year 2024.
    if isinstance(cel, float) and cel.is_integer():
        cel = int(cel)
    ruw = unicodedata.normalize("NFC", herstel(str(cel)))
    zichtbaar = "".join(" " if _is_wit(teken) else teken for teken in ruw if unicodedata.category(teken) != "Cf")
    return " ".join(zichtbaar.split())


def herstel(waarde: str) -> str:
    """Return a text with the control characters of Latin-1 as the Windows-1252 characters that they were."""
    return waarde.translate(_C1)


def is_foutwaarde(cel: Cel) -> bool:
    """Tell whether a cell holds what a spreadsheet shows where a formula failed, such as `#N/A`."""
    return isinstance(cel, str) and _FOUTWAARDE.fullmatch(cel.strip()) is not None


def datum(cel: Cel, vorm: str) -> date | None:
    """Return the day in a cell written as `vorm` (a key of `DATUMVORMEN`), None when it is no such day.

    A number from a spreadsheet that is not marked as a day is none: it may be anything.
    """
    dag = _dag(cel, vorm)
    return dag if dag and EERSTE_JAAR <= dag.year <= LAATSTE_JAAR else None


def geen_dag(cel: Cel, vorm: str) -> str:
    """Say why a cell is no day, as a Dutch phrase to put behind its text."""
    if is_foutwaarde(cel):
        return "is een mislukte formule in het rekenblad"
    if isinstance(cel, int | float):
        return "is een getal en geen dag; geef de kolom in het rekenblad de opmaak van een datum"
    if _dag(cel, vorm):
        return f"ligt buiten {EERSTE_JAAR} tot en met {LAATSTE_JAAR}"
    anders = next((andere for andere in DATUMVORMEN if datum(cel, andere)), None)
    if anders:
        return f"is geen dag in de vorm {vorm}, wel in de vorm {anders}"
    if re.fullmatch(r"\d{1,2}([-/.])\d{1,2}\1\d{2}", tekst(cel)):
        return "heeft een jaar van twee cijfers; schrijf ze alle vier"
    bekend = DATUMVORMEN[vorm].fullmatch(_TIJD.sub("", tekst(cel)))
    return "bestaat niet op de kalender" if bekend else f"is geen dag in de vorm {vorm}"


def _dag(cel: Cel, vorm: str) -> date | None:
    """Return the day in a cell, of whatever year."""
    # A datetime is a date too, so it must be asked first.
    if isinstance(cel, datetime):
        return cel.date()
    if isinstance(cel, date):
        return cel
    treffer = DATUMVORMEN[vorm].fullmatch(_TIJD.sub("", tekst(cel)))
    try:
        return date(int(treffer["j"]), int(treffer["m"]), int(treffer["d"])) if treffer else None
    except ValueError:
        return None


def getal(cel: Cel, vorm: str) -> Decimal | None:
    """Return the number in a cell written as `vorm` (a key of `GETALVORMEN`), None when it is no such number.

    A currency sign before or behind it is dropped; the minus may have a space behind it, as in `- 24.312,82`.
    """
    if isinstance(cel, int | float):
        return Decimal(str(cel)) if math.isfinite(cel) else None
    patroon, duizendtal, komma = GETALVORMEN[vorm]
    kaal = _VALUTATEKEN.sub("", tekst(cel))
    negatief = bool(_MIN.match(kaal))
    # Once more: the sign may stand before the currency (`-€ 5`) or behind it (`€ -5`).
    kaal = _VALUTATEKEN.sub("", _MIN.sub("", kaal))
    if not patroon.fullmatch(kaal):
        return None
    try:
        waarde = Decimal(kaal.replace(duizendtal, "").replace(komma, "."))
    except InvalidOperation:  # pragma: no cover  the pattern lets nothing else through
        return None
    return -waarde if negatief else waarde


def heel(waarde: Decimal) -> int:
    """Round to whole units, a half away from zero, as the register's readers do."""
    return int(waarde.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def zonder_adressen(waarde: str) -> tuple[str, bool]:
    """Return the text without mail addresses, and whether there were any: mailboxes never enter an account file."""
    kaal = " ".join(_ADRES.sub("", waarde).split())
    return kaal, kaal != waarde


def is_dubbel_gecodeerd(waarde: str) -> bool:
    """Tell whether a text looks like UTF-8 that was once read as Windows-1252: `Â£`, `â€™`."""
    return bool(_DUBBEL_GECODEERD.search(waarde))


def gelijkvormig(naam: str) -> str:
    """Return a name without differences that mean nothing: capitals and spaces."""
    return " ".join(naam.casefold().split())


def slug(waarde: str, *, lengte: int = 60) -> str:
    """Return the id form of a text: `Coöperatie De Bron` → `cooperatie-de-bron`; may be empty."""
    kaal = unicodedata.normalize("NFKD", waarde.lower().replace("ß", "ss").replace("&", " en ").replace("ø", "o"))
    woorden = re.sub(r"[^a-z0-9]+", "-", "".join(t for t in kaal if not unicodedata.combining(t))).strip("-")
    return woorden[:lengte].strip("-")


def _is_wit(teken: str) -> bool:
    return teken.isspace() or unicodedata.category(teken) == "Cc"


# --- how one register writes ---


class Notatie(NamedTuple):
    """How the texts of one register are written."""

    datum: str
    getal: str
    leeg: frozenset[str]
    """Lower-case texts that mean "unknown"."""

    def is_leeg(self, cel: Cel) -> bool:
        """Tell whether a cell says nothing."""
        gelezen = tekst(cel)
        return not gelezen or gelezen.lower() in self.leeg


def bepaal(rijen: list[Rij], mapping: Mapping) -> tuple[Notatie, list[str]]:
    """Return the notation of these rows and what was assumed, in Dutch; raises `NietLeesbaarError` when in doubt."""
    bestand = mapping.bestand
    leeg = Notatie("", "", frozenset(woord.lower() for woord in bestand.leeg))
    dagen, bedragen = (
        [cel for rij in rijen for kolom in kolommen if isinstance(cel := rij.cel(kolom), str) and not leeg.is_leeg(cel)]
        for kolommen in (mapping.dagkolommen(), mapping.bedragkolommen())
    )
    # Days of whatever year: 31-12-9999 tells how days are written, though it is none.
    dagvorm = _vorm("datum", bestand.datum, DATUMVORMEN, dagen, _dag)
    getalvorm = _vorm("getal", bestand.getal, GETALVORMEN, bedragen, getal)
    aannames = [f"datums: {dagvorm} ({'uit het vertaalbestand' if bestand.datum else 'gevonden'})"]
    if bedragen:
        hoe = "uit het vertaalbestand" if bestand.getal else "gevonden"
        aannames.append(f"bedragen: {getalvorm} ({hoe}), afgerond op helen")
    return Notatie(dagvorm, getalvorm, leeg.leeg), aannames


def _vorm(
    soort: str, gegeven: str | None, vormen: Iterable[str], waarden: list[str], lees: Callable[[Cel, str], object]
) -> str:
    """Return the given notation, else the one that reads the most; raise when another one fits clearly better.

    One value in ten may be a slip of the pen. Two notations that read the same values differently are a question.
    """
    uitkomsten = {vorm: tuple(lees(cel, vorm) for cel in waarden) for vorm in vormen}
    gelukt = {vorm: sum(een is not None for een in uitkomst) for vorm, uitkomst in uitkomsten.items()}
    hoogste = max(gelukt.values())
    beste = [vorm for vorm, aantal in gelukt.items() if aantal == hoogste]
    if gegeven:
        mis = [cel for cel, een in zip(waarden, uitkomsten[gegeven], strict=True) if een is None]
        if gelukt[gegeven] < hoogste and len(mis) * 10 >= len(waarden):
            raise NietLeesbaarError(
                f"'{soort}: {gegeven}' past niet bij {len(mis)} van de {len(waarden)} waarden, zoals "
                f"'{tekst(mis[0])}'; {beste[0]} past bij {hoogste}: zet onder 'bestand' {soort}: \"{beste[0]}\""
            )
        return gegeven
    # Two notations may read the same (12 and 12): only a different day or amount is a question.
    if len({uitkomsten[vorm] for vorm in beste}) > 1:
        raise NietLeesbaarError(
            f"{soort} '{tekst(waarden[0])}' kan {' of '.join(beste)} zijn; zet in het vertaalbestand onder "
            f"'bestand' {soort}: \"{beste[0]}\" of de andere vorm"
        )
    return beste[0]
