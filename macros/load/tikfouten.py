"""Typing mistakes behind what the parser says: what somebody did, on the line where it was done.

A parser says where it gave up; the cause often stands lines above, and it cannot know it: a quote that was not closed
swallows lines until the next one. Each function here recognises one cause in the text and says what to write.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import yaml

from macros.load.problem import Leesfout

BOLLETJES = "•·▪◦●○‣–—"
"""Signs with which a text processor starts an item of a list."""
KRULLEN = "“”„‟‘’‚‛"
"""Quotes of a text processor."""
_LANGSTE_VOORBEELD = 80
_LANGSTE_REGEL = 2000
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
_REST_VAN_CONFLICT = re.compile(r"^(?:={7}$|\|{7}(?: |$))", re.MULTILINE)
"""What stands between two versions; in Markdown a line of such signs may be meant."""
_SLEUTEL = r"(?:- +)?([A-Za-z_][\w-]*)"


def conflict(tekst: str) -> tuple[int, str] | None:
    """Where git left two versions of a text, as line from 1, and what to do; None when it did not.

    For YAML and for Markdown: nothing else starts a line with seven such signs.
    """
    treffer = _CONFLICT.search(tekst) if "<<<<<<<" in tekst or ">>>>>>>" in tekst else None
    return _twee_versies(tekst, treffer) if treffer else None


def _twee_versies(tekst: str, treffer: re.Match[str]) -> tuple[int, str]:
    zin = (
        "hier staan twee versies van dezelfde tekst onder elkaar, na een samenvoeging in git; bewaar wat waar is, soms "
        "allebei, en haal de regels met <<<<<<<, ======= en >>>>>>> weg"
    )
    return tekst.count("\n", 0, treffer.start()) + 1, zin


class _Geval(NamedTuple):
    """A text that the parser could not read; lines and columns count from 0."""

    regels: Sequence[str]
    begin: int
    """The line of what it was reading, and at most the one above where it stopped."""
    regel: int
    kolom: int
    """Where it stopped."""
    in_haken: bool
    """Whether it was reading something between braces or brackets."""

    @property
    def tekst(self) -> str:
        return self.regels[self.regel]

    def verdacht(self) -> Iterator[tuple[int, str]]:
        """Each line in which the cause can stand, with its number."""
        return ((nummer, self.regels[nummer]) for nummer in range(self.begin, self.regel + 1))


def oorzaak(fout: yaml.MarkedYAMLError, tekst: str) -> Leesfout | None:
    """Say which typing mistake is behind an error of the parser; None when it is none that is known."""
    plek, regels = fout.problem_mark, tekst.splitlines()
    # Nobody types a line of thousands of signs, and looking at it from each of them would take minutes.
    if plek is None or not 0 < max(map(len, regels), default=0) < _LANGSTE_REGEL:
        return None
    if rest := _REST_VAN_CONFLICT.search(tekst):
        nummer, zin = _twee_versies(tekst, rest)
        return Leesfout(nummer, 1, "samenvoeging", zin)
    if gevonden := nog_een_keer(tekst):
        return gevonden
    regel = min(plek.line, len(regels) - 1)
    begin = min(fout.context_mark.line if fout.context_mark else regel, max(regel - 1, 0))
    kolom = plek.column if regel == plek.line else len(regels[regel])
    geval = _Geval(regels, begin, regel, kolom, "flow" in (fout.context or ""))
    return next((gevonden for zoek in _OORZAKEN if (gevonden := zoek(geval))), None)


def aangehaald(tekst: str) -> str:
    """A text as it can stand behind a colon, short enough for a sentence."""
    kort = tekst if len(tekst) <= _LANGSTE_VOORBEELD else f"{tekst[:_LANGSTE_VOORBEELD]}…"
    return f"'{kort}'" if '"' in kort and "'" not in kort else '"' + kort.replace('"', "'") + '"'


# --- a closing quote that misses ---

_OPENER = re.compile(r"""(?:^\s*|[:,\[{-]\s+|[\[{])(["'])""")


def _open_quote(geval: _Geval) -> Leesfout | None:
    """Find a text whose second quote misses: to the end, or until a quote that clearly opens another text."""
    teken = ""
    plek = (0, 0)
    for nummer, regel in enumerate(geval.regels):
        kolom = 0
        if teken:
            sluit = _sluit(regel, 0, teken)
            if sluit is None:
                continue
            if _opent(regel, sluit):
                break
            teken, kolom = "", sluit + 1
        while opener := _volgende(regel, kolom):
            sluit = _sluit(regel, opener + 1, regel[opener])
            if sluit is None:
                teken, plek = regel[opener], (nummer, opener)
                break
            kolom = sluit + 1
        if not teken and nummer > geval.regel:
            return None
    if not teken or plek[0] > geval.regel:
        return None
    zin = f"hier begint een tekst met {teken}, en het tweede {teken} ontbreekt; zet het aan het eind van de tekst"
    return Leesfout(plek[0] + 1, plek[1] + 1, "aanhalingsteken", zin)


def _volgende(regel: str, vanaf: int) -> int | None:
    """Column of the next quote that opens a text; a remark behind `#` holds none."""
    hek = re.compile(r"(?:^|\s)#").search(regel, vanaf)
    treffer = _OPENER.search(regel, vanaf, hek.start() if hek else len(regel))
    return treffer.start(1) if treffer else None


def _sluit(regel: str, vanaf: int, teken: str) -> int | None:
    """Column of the quote that closes a text; a doubled single quote and one behind a backslash are part of it."""
    patroon = r"'(?!')|''" if teken == "'" else r'\\.|"'
    return next((een.start() for een in re.compile(patroon).finditer(regel, vanaf) if een[0] == teken), None)


def _opent(regel: str, kolom: int) -> bool:
    """Whether the quote in this column stands where a text begins."""
    ervoor, erna = regel[:kolom], regel[kolom + 1 : kolom + 2]
    return bool(re.search(r"(?:[:,\[{-] +|[\[{]|^\s*)$", ervoor)) and erna not in ("", " ", ",", "}", "]")


# --- signs that do not stand where they should ---


def nog_een_keer(tekst: str) -> Leesfout | None:
    """Find the first line of the file once more, glued to what was its last one: it was pasted twice."""
    eerste = re.search(r"^\w+:.*$", tekst, re.MULTILINE)
    plek = tekst.find(eerste[0], eerste.end()) if eerste else -1
    begin = tekst.rfind("\n", 0, plek) + 1
    if plek <= begin:
        return None
    return Leesfout(tekst.count("\n", 0, plek) + 1, plek - begin + 1, "twee-keer", NOG_EEN_KEER)


NOG_EEN_KEER = "hier begint het bestand opnieuw: de tekst staat er twee keer in; bewaar één van de twee"


def _opsomteken(geval: _Geval) -> Leesfout | None:
    """Find an item that does not start with a dash and a space."""
    for nummer, regel in geval.verdacht():
        if treffer := re.match(rf"\s*(?:[{BOLLETJES}]\s*|-(?=[^\s\-\d]))", regel):
            return Leesfout(
                nummer + 1, len(regel) - len(regel.lstrip()) + 1, "streepje", streepje(regel[treffer.end() :])
            )
    return None


def streepje(tekst: str) -> str:
    """How an item of a list begins, with the first words of this one."""
    kort = tekst if len(tekst) <= 20 else f"{tekst[:20]}…"
    return f"een deel van een lijst begint met een gewoon streepje en een spatie; schrijf: - {kort}"


def _krul(geval: _Geval) -> Leesfout | None:
    """Find a quote of a text processor around a value."""
    for nummer, regel in geval.verdacht():
        if treffer := re.search(rf"(?:[:,\[{{-]\s+|[\[{{])([{KRULLEN}])", regel):
            return Leesfout(nummer + 1, treffer.start(1) + 1, "aanhalingsteken", krul(treffer[1]))
    return None


def krul(teken: str) -> str:
    """What to write instead of a curly quote."""
    return f'{teken} is een aanhalingsteken uit een tekstverwerker; typ een recht aanhalingsteken: "'


def _vraagteken(geval: _Geval) -> Leesfout | None:
    for nummer, regel in geval.verdacht():
        if treffer := re.search(r":\s+(\?)\s*(?:[,}\]#]|$)", regel):
            zin = "een vraagteken is geen waarde; weet je het nog niet, laat dit veld dan weg"
            return Leesfout(nummer + 1, treffer.start(1) + 1, "eerste-teken", zin)
    return None


def _zonder_spatie(geval: _Geval) -> Leesfout | None:
    """Find a field whose value follows its colon at once."""
    for nummer, regel in geval.verdacht():
        if treffer := re.match(rf"\s*{_SLEUTEL}(:)(?=[^\s/\d])", regel):
            zin = spatie(treffer[1], regel[treffer.end() :])
            return Leesfout(nummer + 1, treffer.start(2) + 1, "dubbele-punt", zin)
    return None


def spatie(veld: str, rest: str) -> str:
    """What to write where a value follows the colon of its field at once."""
    return f"na de dubbele punt ontbreekt een spatie; schrijf: {veld}: {rest.strip()[:30]}"


def _hekje(geval: _Geval) -> Leesfout | None:
    """Find a remark that takes the closing brace of its own line with it."""
    for nummer, regel in geval.verdacht() if geval.in_haken else ():
        if treffer := re.search(r"[{\[].*\s(#)[^}\]]*[}\]]", regel):
            return Leesfout(nummer + 1, treffer.start(1) + 1, "opmerking", HEKJE)
    return None


HEKJE = (
    "wat na # staat, is een opmerking en telt niet mee; hoort het bij de tekst, zet dan de hele tekst tussen "
    "aanhalingstekens"
)


def _na_quote(geval: _Geval) -> Leesfout | None:
    """Find text behind the quote that closed, because the same quote stands inside the text."""
    ervoor = geval.tekst[: geval.kolom].rstrip()
    if not ervoor.endswith(("'", '"')) or geval.tekst[geval.kolom : geval.kolom + 1] in ("", "}", "]"):
        return None
    teken, ander = ervoor[-1], "\"'".replace(ervoor[-1], "")
    zin = f"de tekst sluit hier al, want er staat een {teken} in; zet {ander} om de hele tekst"
    return Leesfout(geval.regel + 1, geval.kolom + 1, "aanhalingsteken", zin)


def _dubbele_punt(geval: _Geval) -> Leesfout | None:
    """Find a colon that should not be there: in a text, or behind a field that starts too far to the right."""
    regel, kolom = geval.tekst, geval.kolom
    if regel[kolom : kolom + 1] != ":":
        return None
    sleutel = re.fullmatch(rf"(\s*){_SLEUTEL}", regel[:kolom])
    if sleutel:  # between braces the closing one misses above, and the parser says where it opened
        return None if geval.in_haken else _te_ver(geval, sleutel.start(2))
    if woord := re.search(r"[A-Za-z_][\w-]*$", regel[:kolom]) if regel[kolom + 1 : kolom + 2] in set("[{") else None:
        return Leesfout(geval.regel + 1, kolom + 1, "dubbele-punt", spatie(woord[0], regel[kolom + 1 :]))
    zin = "een dubbele punt met een spatie erachter kan niet in een tekst; zet de tekst tussen aanhalingstekens"
    veld = re.search(r"([\w-]+): +([^:,{}\[\]\"']*)$", regel[:kolom])
    rest = re.match(r"[^,}\]]*" if geval.in_haken else r"(?:(?! #).)*", regel[kolom:])
    if veld and rest:
        zin += f": {veld[1]}: {aangehaald(veld[2] + rest[0].rstrip())}"
    return Leesfout(geval.regel + 1, kolom + 1, "dubbele-punt", zin)


def _inspringing(geval: _Geval) -> Leesfout | None:
    """Find a field that does not stand under the one above it, where the parser saw that a group ended."""
    sleutel = None if geval.in_haken else re.match(rf"(\s*){_SLEUTEL}:(?: |$)", geval.tekst)
    return _te_ver(geval, sleutel.start(2)) if sleutel and sleutel.start(2) == geval.kolom else None


def _te_ver(geval: _Geval, inspringing: int) -> Leesfout | None:
    """Say that a field starts too far to the right of the one above it, or one space too far to the left."""
    boven = next((regel for regel in reversed(geval.regels[: geval.regel]) if not re.match(r"\s*(?:#|$)", regel)), "")
    veld = re.match(rf"\s*{_SLEUTEL}:", boven)
    te_veel = inspringing - veld.start(1) if veld else 0
    if veld is None or te_veel == 0 or te_veel < -1:
        return None
    spaties = "1 spatie" if abs(te_veel) == 1 else f"{te_veel} spaties"
    zin = f"deze regel begint {spaties} te ver naar {'rechts' if te_veel > 0 else 'links'}"
    return Leesfout(geval.regel + 1, inspringing + 1, "inspringen", f"{zin}; zet hem recht onder '{veld[1]}'")


_OORZAKEN: tuple[Callable[[_Geval], Leesfout | None], ...] = (
    _open_quote,
    _opsomteken,
    _krul,
    _vraagteken,
    _zonder_spatie,
    _hekje,
    _na_quote,
    _dubbele_punt,
    _inspringing,
)
"""The causes, surest first: what one of them explains, the others are not asked about."""
