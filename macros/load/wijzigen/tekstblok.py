"""Texts over several lines in a YAML file: written so that a person reads them, and changed by as few lines as can be.

A long text mostly changes by a few words. Where it stands over lines, the lines that still say the same stay as they
are, and only what lies between them is written again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import yaml

_ONLEESBAAR = re.compile("[^\t\n -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_ALLEEN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_KOP = re.compile(r"([|>])([-+0-9]*)([^\r\n]*)(\r?\n)?")
_SPATIE = re.compile(r"(?<=[^ ]) (?=[^ ])")
SMALST, SPELING = 80, 10
"""Columns that a line may have at least, and by how much it may become longer than the longest beside it."""


def aangehaald(tekst: str) -> str:
    """Write a text between double quotes on one line, letters and emoji as they are."""
    # YAML knows every escape of JSON; it only refuses some characters that JSON leaves as they are.
    return _ALLEEN_JSON.sub(lambda teken: f"\\u{ord(teken[0]):04x}", json.dumps(tekst, ensure_ascii=False))


def letterlijk(tekst: str) -> list[str] | None:
    """The lines of a text block: its sign, and two spaces before each line; None when it is better off in quotes."""
    if "\n" not in tekst:
        return None
    regels = tekst.removesuffix("\n").split("\n")
    if _ONLEESBAAR.search(tekst) or not regels[0] or not regels[-1]:
        return None
    if regels[0][0] == " " or not _inspringbaar(regels):
        return None
    return ["|" if tekst.endswith("\n") else "|-", *(f"  {regel}" if regel else "" for regel in regels)]


def _inspringbaar(regels: Sequence[str]) -> bool:
    """Whether each line can stand behind spaces: none of them begins with a tab or another sort of space."""
    return all(regel.strip() and regel.lstrip(" ") == regel.lstrip() for regel in regels if regel)


def einde_van_blok(tekst: str, knoop: yaml.ScalarNode) -> int:
    """Where a text block (`|` or `>`) ends, without the blank lines below it unless they belong to the text."""
    begin, eind = int(knoop.start_mark.index), int(knoop.end_mark.index)
    kop = _KOP.match(tekst, begin)
    if kop and "+" in kop[2]:
        return eind
    inhoud = tekst[begin:eind]
    kaal = inhoud.rstrip(" \t\r\n")
    regel = inhoud.find("\n", len(kaal))
    return begin + (len(inhoud) if regel < 0 else regel + 1)


_OPMERKING_ERONDER = re.compile(r"(?:[ \t]*\r?\n)*( *)#[^\n]*")


def voorbij_opmerkingen(tekst: str, plek: int, kolom: int) -> int:
    """Where the last of the remarks ends that stand deeper than `kolom` below the line of `plek`; else `plek` itself.

    They are about what stands above them, and a text block put between would take them for text.
    """
    begin = plek if plek and tekst[plek - 1] == "\n" else tekst.find("\n", plek) + 1
    while begin and (eronder := _OPMERKING_ERONDER.match(tekst, begin)) and len(eronder[1]) > kolom:
        plek = eronder.end()
        begin = tekst.find("\n", plek) + 1
    return plek


def kop_en_rest(bron: str) -> tuple[str, str]:
    """What stands behind the sign of a text block on its first line, and the line end."""
    kop = _KOP.match(bron)
    return (kop[3], kop[4] or "") if kop else ("", "")


def herschreven(bron: str, oud: str, nieuw: str, inspringing: int) -> str | None:
    """What stands over several lines, with the new text in it; None when it cannot be said in this form.

    `bron` is how `oud` stands in the file, `inspringing` where the lines of a block may begin. The caller reads it.
    """
    if bron[0] in "|>":
        return _blok(bron, oud, nieuw, inspringing)
    if bron[0] in "\"'":
        aanhaling = bron[0]
        lezen, schrijven = (_lees_dubbel, _dubbel) if aanhaling == '"' else (_lees_enkel, _enkel)
        kern = _gevouwen(bron[1:-1], oud, nieuw, lezen, schrijven)
        return None if kern is None else f"{aanhaling}{kern}{aanhaling}"
    return _gevouwen(bron, oud, nieuw, str, str)


def _blok(bron: str, oud: str, nieuw: str, inspringing: int) -> str | None:
    kop = _KOP.match(bron)
    einde = "\r\n" if "\r\n" in bron else "\n"
    if kop is None or not kop[4] or any(teken.isdigit() for teken in kop[2]):
        return None
    kaal = nieuw.rstrip("\n")
    staart = len(nieuw) - len(kaal)
    if staart > 1 or not kaal or _ONLEESBAAR.search(nieuw):
        return None
    regels = bron[kop.end() :].splitlines()
    wit = min((len(regel) - len(regel.lstrip(" ")) for regel in regels if regel.strip()), default=inspringing)
    oude = [regel[wit:].rstrip() if kop[1] == ">" else regel[wit:] for regel in regels]
    if kop[1] == "|":
        nieuwe: Sequence[str] | None = kaal.split("\n")
    else:
        nieuwe = _vouw(oude, oud.rstrip("\n"), kaal)
    if nieuwe is None or nieuwe[0][:1] in ("", " ") or not _inspringbaar(nieuwe):
        return None
    teken = "" if staart else "-"
    inhoud = "".join(f"{' ' * wit}{regel}{einde}" if regel else einde for regel in nieuwe)
    return f"{kop[1]}{teken}{kop[3]}{kop[4]}{inhoud}"


# --- folded: a line end is a space, a blank line a line end ---


def _gevouwen(
    bron: str, oud: str, nieuw: str, lees: Callable[[str], str | None], schrijf: Callable[[str], str]
) -> str | None:
    """A text in quotes, or without them, over several lines."""
    ruw = bron.splitlines()
    einde = "\r\n" if "\r\n" in bron else "\n"
    wit = next((regel[: len(regel) - len(regel.lstrip())] for regel in ruw[1:] if regel.strip()), "")
    gelezen = [lees(regel.strip() if nummer else regel.rstrip()) for nummer, regel in enumerate(ruw)]
    oude = [regel for regel in gelezen if regel is not None]
    if len(oude) < len(ruw) or not nieuw or nieuw != nieuw.strip() or _ONLEESBAAR.search(nieuw):
        return None
    nieuwe = _vouw(oude, oud, nieuw)
    if nieuwe is None or not _inspringbaar(nieuwe):
        return None
    delen = [schrijf(regel) for regel in nieuwe]
    return delen[0] + "".join(f"{einde}{wit}{deel}" if deel else einde for deel in delen[1:])


def _lees_dubbel(regel: str) -> str | None:
    try:
        gelezen = json.loads(f'"{regel}"')
    except ValueError:
        return None
    return str(gelezen)


def _dubbel(regel: str) -> str:
    return aangehaald(regel)[1:-1]


def _lees_enkel(regel: str) -> str:
    return regel.replace("''", "'")


def _enkel(regel: str) -> str:
    return regel.replace("'", "''")


class _Grens(NamedTuple):
    """Between two lines that are not blank."""

    regel: int
    """How many lines stand before it."""
    volgende: int
    """The number of the next line that is not blank."""
    eind: int
    """Where in the text the line before it ends."""
    begin: int
    """Where in the text the next line begins."""


def _grenzen(regels: Sequence[str]) -> Iterator[_Grens]:
    plek = vorige = 0
    for nummer, regel in enumerate(regels):
        if regel and nummer:
            plek += len(regels[vorige])
            tussen = max(1, nummer - vorige - 1)
            yield _Grens(vorige + 1, nummer, plek, plek + tussen)
            plek, vorige = plek + tussen, nummer


def _klopt(regels: Sequence[str], tekst: str) -> bool:
    """Whether the text is these lines and nothing more: no line of it has a meaning of its own."""
    if not regels or not regels[0] or any(regel[:1] in (" ", "\t") for regel in regels if regel):
        return False
    delen = [regels[0]]
    for grens in _grenzen(regels):
        wit = grens.volgende - grens.regel
        delen += ["\n" * wit or " ", regels[grens.volgende]]
    return "".join(delen) == tekst


def _vouw(regels: Sequence[str], oud: str, nieuw: str) -> list[str] | None:
    """The lines of the new text; those at the beginning and the end that still say the same stay."""
    if not _klopt(regels, oud):
        return None
    voor = gelijk_begin(oud, nieuw)
    na = min(gelijk_begin(oud[::-1], nieuw[::-1]), min(len(oud), len(nieuw)) - voor)
    grenzen = [*_grenzen(regels)]
    kop = next((een for een in reversed(grenzen) if een.begin <= voor), _Grens(0, 0, 0, 0))
    staart = next((een for een in grenzen if len(oud) - een.eind <= na), None)
    rest = len(oud) - staart.eind if staart else 0
    breedte = max(SMALST, *map(len, regels)) + SPELING
    midden = _op_breedte(nieuw[kop.begin : len(nieuw) - rest], breedte)
    return [*regels[: kop.volgende], *midden, *(regels[staart.regel :] if staart else ())]


def gelijk_begin(een: Sequence[str], ander: Sequence[str]) -> int:
    """How many characters two texts, or words two lists, have in common from their beginning."""
    return next((n for n, (a, b) in enumerate(zip(een, ander, strict=False)) if a != b), min(len(een), len(ander)))


def _op_breedte(tekst: str, breedte: int) -> Iterator[str]:
    """Lines of at most this many characters where there is a space to break at; each line end gives a blank line."""
    for nummer, alinea in enumerate(tekst.split("\n")):
        if nummer:
            yield ""
        regel = ""
        for woord in _SPATIE.split(alinea):
            if regel and len(regel) + 1 + len(woord) > breedte:
                yield regel
                regel = woord
            else:
                regel = f"{regel} {woord}" if regel else woord
        if regel:
            yield regel
