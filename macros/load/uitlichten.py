"""Take items out of a list in a YAML file, with the remarks that belong to them; all other text stays as it is.

A remark belongs to an item when it stands in it, behind it on its last line, right above it, or below it as deep as its
keys. As in `inlassen` the result is read again: what is left must be the old values without those items, and no remark
may be lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import yaml

from macros.load import yamlparser
from macros.load.inlassen import Ingreep, NietInTeLassenError, controleer, einde, inhoud, pas_toe, veld, wortel

_OPMERKING = re.compile(r"#[^\r\n]*")
_KOP_VAN_TEKST = re.compile(r"[|>][^\r\n#]*[ \t](#[^\r\n]*)")
"""A remark behind the sign of a text block."""


class _Opmerking(NamedTuple):
    begin: int
    eind: int
    kolom: int
    los: bool
    """Alone on its line."""


class _Stuk(NamedTuple):
    """What is cut out for one item, and its remarks."""

    ingrepen: tuple[Ingreep, ...]
    opmerkingen: tuple[str, ...]


def licht_uit(tekst: str, lijst: str, weg: Collection[int], *, sleutel_blijft: bool = False) -> tuple[str, list[str]]:
    """The text without these items (places from 0) of the top-level list, and the remarks of each item in that order.

    The remarks of one item are one text, a line each. A list that becomes empty goes with its key, unless a remark
    stands there or `sleutel_blijft`: then `[]` stays. Raises `NietInTeLassenError`, in Dutch, when it cannot be done.
    """
    basis = wortel(tekst)
    knoop = veld(basis, lijst)
    if not isinstance(knoop, yaml.SequenceNode):
        raise NietInTeLassenError(f"'{lijst}' is geen lijst; draai eerst 'handboek check'")
    opmerkingen = list(_opmerkingen(tekst, basis))
    stuk = _uit_rij if knoop.flow_style else _uit_blok
    stukken = [stuk(tekst, knoop, nummer, set(weg), opmerkingen) for nummer in sorted(weg)]
    ingrepen = list(chain.from_iterable(een.ingrepen for een in stukken))
    verwacht = inhoud(tekst)
    verwacht[lijst] = [item for nummer, item in enumerate(verwacht[lijst]) if nummer not in weg]
    if not verwacht[lijst]:
        ingrepen = _leeg(tekst, basis, knoop, lijst, ingrepen, houd=sleutel_blijft or basis.flow_style)
    nieuw = pas_toe(tekst, ingrepen)
    if lijst not in (inhoud(nieuw) or {}):
        del verwacht[lijst]
    controleer(verwacht or None, nieuw)
    per_item = ["\n".join(een.opmerkingen) for een in stukken]
    _niets_kwijt(tekst, nieuw, opmerkingen, per_item)
    return nieuw, per_item


def zet_erboven(tekst: str, lijst: str, opmerkingen: Mapping[int, str]) -> str:
    """The text with remarks (a line each) above items of a top-level list, by place; above all of a list on one line.

    Raises `NietInTeLassenError` as `licht_uit` does.
    """
    knoop = veld(wortel(tekst), lijst)
    ingrepen = []
    for nummer, opmerking in sorted(opmerkingen.items()):
        assert isinstance(knoop, yaml.SequenceNode)  # noqa: S101  it holds the item
        regel = _regelbegin(tekst, knoop.value[nummer].start_mark.index)
        if not knoop.flow_style:
            regel = _streepje(tekst, knoop, nummer)
        elif tekst[regel : knoop.value[nummer].start_mark.index].strip():
            regel = _regelbegin(tekst, knoop.start_mark.index)
        kop = re.compile(r"[ ]*").match(tekst, regel)
        wit, einde_regel = kop[0] if kop else "", "\r\n" if "\r\n" in tekst else "\n"
        ingrepen.append(Ingreep(regel, regel, "".join(f"{wit}{deel}{einde_regel}" for deel in opmerking.split("\n"))))
    nieuw = pas_toe(tekst, ingrepen)
    controleer(inhoud(tekst), nieuw)
    return nieuw


def _niets_kwijt(tekst: str, nieuw: str, opmerkingen: Sequence[_Opmerking], per_item: Sequence[str]) -> None:
    knoop = yaml.compose(nieuw, Loader=yamlparser.HIER.lezer)
    over = [nieuw[een.begin : een.eind] for een in _opmerkingen(nieuw, knoop)]
    mee = chain.from_iterable(delen.split("\n") for delen in per_item if delen)
    if Counter(tekst[een.begin : een.eind] for een in opmerkingen) != Counter(chain(over, mee)):
        raise NietInTeLassenError("een opmerking zou verloren gaan; doe dit met de hand")


def _opmerkingen(tekst: str, basis: yaml.Node | None) -> Iterator[_Opmerking]:
    """Every remark: what begins with # outside the values and keys."""
    delen = sorted((deel.start_mark.index, deel.end_mark.index) for deel in _waarden(basis))
    for (_, begin), (eind, _) in pairwise([(0, 0), *delen, (len(tekst), len(tekst))]):
        for treffer in _OPMERKING.finditer(tekst, begin, eind):
            yield _opmerking(tekst, treffer.start(), treffer.end())
        if kop := _KOP_VAN_TEKST.match(tekst, eind):
            yield _opmerking(tekst, kop.start(1), kop.end(1))


def _opmerking(tekst: str, begin: int, eind: int) -> _Opmerking:
    regel = _regelbegin(tekst, begin)
    return _Opmerking(begin, eind, begin - regel, not tekst[regel:begin].strip())


def _waarden(knoop: yaml.Node | None) -> Iterator[yaml.Node]:
    if isinstance(knoop, yaml.MappingNode):
        for sleutel, waarde in knoop.value:
            yield from (sleutel, *_waarden(waarde))
    elif isinstance(knoop, yaml.SequenceNode):
        yield from chain.from_iterable(map(_waarden, knoop.value))
    elif knoop is not None:
        yield knoop


def _regelbegin(tekst: str, plek: int) -> int:
    return tekst.rfind("\n", 0, plek) + 1


def _na_regel(tekst: str, plek: int) -> int:
    """Where the line ends on which `plek` lies, its line end included."""
    if plek and tekst[plek - 1] == "\n":  # a text block (| or >) ends at the start of the next line
        return plek
    return tekst.find("\n", plek) + 1 or len(tekst)


def _erboven(tekst: str, plek: int, opmerkingen: Sequence[_Opmerking]) -> int:
    """Where the remarks begin that stand right above the line that begins at `plek`; `plek` when there are none."""
    los = {_regelbegin(tekst, een.begin) for een in opmerkingen if een.los}
    while plek and (vorige := _regelbegin(tekst, plek - 1)) in los:
        plek = vorige
    return plek


def _binnen(tekst: str, begin: int, eind: int, opmerkingen: Sequence[_Opmerking]) -> tuple[str, ...]:
    return tuple(tekst[een.begin : een.eind] for een in opmerkingen if begin <= een.begin < eind)


# --- a line for each item, or more ---


def _uit_blok(
    tekst: str, knoop: yaml.SequenceNode, nummer: int, weg: set[int], opmerkingen: Sequence[_Opmerking]
) -> _Stuk:
    del weg
    vorige = _eind_blok(tekst, knoop, nummer - 1, opmerkingen) if nummer else _regelbegin(tekst, knoop.start_mark.index)
    boven = _erboven(tekst, _streepje(tekst, knoop, nummer), opmerkingen)
    begin = max(boven, vorige) if nummer else boven
    eind = _eind_blok(tekst, knoop, nummer, opmerkingen)
    return _Stuk((Ingreep(begin, eind, ""),), _binnen(tekst, begin, eind, opmerkingen))


def _streepje(tekst: str, knoop: yaml.SequenceNode, nummer: int) -> int:
    """Where the line begins that holds the dash of an item."""
    if not nummer:
        return _regelbegin(tekst, knoop.start_mark.index)
    vorige, item = einde(knoop.value[nummer - 1]), knoop.value[nummer].start_mark.index
    gevonden = re.search(rf"(?m)^ {{{knoop.start_mark.column}}}-[ \r\n]", tekst[vorige:item])
    if gevonden is None:
        raise NietInTeLassenError("deze lijst heeft een vorm die niet te lezen is; doe dit met de hand")
    return vorige + gevonden.start()


def _eind_blok(tekst: str, knoop: yaml.SequenceNode, nummer: int, opmerkingen: Sequence[_Opmerking]) -> int:
    """Where an item ends, with the remarks below it that stand as deep as its keys."""
    eind = _na_regel(tekst, einde(knoop.value[nummer]))
    dieper = {_regelbegin(tekst, een.begin) for een in opmerkingen if een.los and een.kolom > knoop.start_mark.column}
    while eind in dieper:
        eind = tekst.find("\n", eind) + 1 or len(tekst)
    return eind


# --- between brackets ---


def _uit_rij(
    tekst: str, knoop: yaml.SequenceNode, nummer: int, weg: set[int], opmerkingen: Sequence[_Opmerking]
) -> _Stuk:
    item, aantal = knoop.value[nummer], len(knoop.value)
    begin = item.start_mark.index
    regel = _regelbegin(tekst, begin)
    if not tekst[regel:begin].strip():
        begin = max(_erboven(tekst, regel, opmerkingen), knoop.start_mark.index + 1)
    na = item.end_mark.index
    grens = knoop.value[nummer + 1].start_mark.index if nummer + 1 < aantal else knoop.end_mark.index - 1
    komma = _komma(tekst, na, grens, opmerkingen)
    eind = na if komma is None else komma + 1
    erbij = [een for een in opmerkingen if na <= een.begin < grens]
    if nummer + 1 < aantal:  # what stands alone there belongs to the next one
        erbij = [een for een in erbij if "\n" not in tekst[na : een.begin]]
    eind = max([eind, *(een.eind for een in erbij)])
    stukken = [_met_wit(tekst, begin, eind)]
    if nummer and nummer - 1 not in weg and all(later in weg for later in range(nummer, aantal)):
        voor = _komma(tekst, knoop.value[nummer - 1].end_mark.index, begin, opmerkingen)
        stukken += [] if voor is None else [Ingreep(voor, _na_spaties(tekst, voor + 1), "")]
    return _Stuk(tuple(stukken), _binnen(tekst, begin, eind, opmerkingen))


def _komma(tekst: str, begin: int, eind: int, opmerkingen: Sequence[_Opmerking]) -> int | None:
    """The comma between two items; None when there is none."""
    binnen = [een for een in opmerkingen if begin <= een.begin < eind]
    for treffer in re.finditer(",", tekst[begin:eind]):
        plek = begin + treffer.start()
        if not any(een.begin <= plek < een.eind for een in binnen):
            return plek
    return None


def _met_wit(tekst: str, begin: int, eind: int) -> Ingreep:
    """The cut with its whole line when nothing else stands there, else with the spaces behind it."""
    regel, volgende = _regelbegin(tekst, begin), _na_regel(tekst, eind)
    if not tekst[regel:begin].strip() and not tekst[eind:volgende].strip() and tekst[regel:eind].strip():
        return Ingreep(regel, volgende, "")
    return Ingreep(begin, _na_spaties(tekst, eind), "")


def _na_spaties(tekst: str, plek: int) -> int:
    while tekst[plek : plek + 1] == " ":
        plek += 1
    return plek


# --- nothing left ---


def _leeg(  # noqa: PLR0913  what is known of one list
    tekst: str, basis: yaml.MappingNode, knoop: yaml.SequenceNode, lijst: str, ingrepen: list[Ingreep], *, houd: bool
) -> list[Ingreep]:
    """Take the key away too, or leave `[]`: nothing may hang under a key that says nothing."""
    sleutel = next(een for een, _ in basis.value if een.value == lijst)
    kop = tekst.index(":", sleutel.end_mark.index) + 1
    begin, eind = _regelbegin(tekst, sleutel.start_mark.index), max(een.eind for een in ingrepen)
    if knoop.flow_style:
        ingrepen = [Ingreep(knoop.start_mark.index, knoop.end_mark.index, "[]")]
        begin_rest, eind = knoop.end_mark.index, _na_regel(tekst, knoop.end_mark.index)
        rest = tekst[kop : knoop.start_mark.index] + tekst[begin_rest:eind]
    else:
        rest = pas_toe(tekst[kop:eind], [Ingreep(een.begin - kop, een.eind - kop, "") for een in ingrepen])
    if houd or rest.strip():
        return ingrepen if knoop.flow_style else [Ingreep(kop, kop, " []"), *ingrepen]
    return [Ingreep(begin, eind, "")]
