"""Take items out of a list, or keys out of a map, with the remarks that belong to them; all other text stays as it is.

A remark belongs to a part when it stands in it, behind it on its last line, right above it, or below it as deep as what
stands in it. As in `inlassen` the result is read again: what is left must be the old values without those parts, and no
other remark may be lost.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import yaml

from macros.load.wijzigen.inlassen import Ingreep, NietInTeLassenError, controleer, einde, inhoud, pas_toe, veld, wortel
from macros.load.wijzigen.knopen import (
    Opmerking,
    Plek,
    binnen,
    erboven,
    keur_niets_kwijt,
    na_de_regel,
    opmerkingen_in,
    regelbegin,
)


class Stuk(NamedTuple):
    """What is cut out for one item, and its remarks."""

    ingrepen: tuple[Ingreep, ...]
    opmerkingen: tuple[str, ...]


def zet_erboven(tekst: str, lijst: str, opmerkingen: Mapping[int, str]) -> str:
    """The text with remarks (a line each) above items of a top-level list, by place; above all of a list on one line.

    Raises `NietInTeLassenError` as `licht_uit` does.
    """
    knoop = veld(wortel(tekst), lijst)
    ingrepen = []
    for nummer, opmerking in sorted(opmerkingen.items()):
        assert isinstance(knoop, yaml.SequenceNode)  # noqa: S101  it holds the item
        regel = regelbegin(tekst, knoop.value[nummer].start_mark.index)
        if not knoop.flow_style:
            regel = _streepje(tekst, knoop, nummer)
        elif tekst[regel : knoop.value[nummer].start_mark.index].strip():
            regel = regelbegin(tekst, knoop.start_mark.index)
        kop = re.compile(r"[ ]*").match(tekst, regel)
        wit, einde_regel = kop[0] if kop else "", "\r\n" if "\r\n" in tekst else "\n"
        ingrepen.append(Ingreep(regel, regel, "".join(f"{wit}{deel}{einde_regel}" for deel in opmerking.split("\n"))))
    nieuw = pas_toe(tekst, ingrepen)
    controleer(inhoud(tekst), nieuw)
    return nieuw


def licht_uit(tekst: str, lijst: str, weg: Collection[int], *, sleutel_blijft: bool = False) -> tuple[str, list[str]]:
    """The text without these items (places from 0) of the top-level list, and the remarks of each item in that order.

    The remarks of one item are one text, a line each. A list that becomes empty goes with its key, unless a remark
    stands there or `sleutel_blijft`: then `[]` stays. Raises `NietInTeLassenError`, in Dutch, when it cannot be done.
    """
    basis = wortel(tekst)
    knoop = veld(basis, lijst)
    if not isinstance(knoop, yaml.SequenceNode):
        raise NietInTeLassenError(f"'{lijst}' is geen lijst; draai eerst 'handboek check'")
    sleutel = Plek(basis, next(nummer for nummer, (een, _) in enumerate(basis.value) if een.value == lijst))
    nieuw, per_item = neem_weg(tekst, [sleutel], knoop, weg, blijft=1 if sleutel_blijft else 0)
    verwacht = inhoud(tekst)
    verwacht[lijst] = [item for nummer, item in enumerate(verwacht[lijst]) if nummer not in weg]
    if lijst not in (inhoud(nieuw) or {}):
        del verwacht[lijst]
    controleer(verwacht or None, nieuw)
    return nieuw, per_item


def neem_weg(
    tekst: str, boven: Sequence[Plek], knoop: yaml.CollectionNode, weg: Collection[int], *, blijft: int
) -> tuple[str, list[str]]:
    """The text without these parts of a list or map, and the remarks of each; `boven` are the steps that lead there.

    What becomes empty goes with its key, up to the first `blijft` steps, unless a remark stands there.
    """
    opmerkingen = list(opmerkingen_in(tekst, (boven[0].knoop if boven else knoop)))
    stuk = _uit_rij if knoop.flow_style else uit_blok
    stukken = [stuk(tekst, knoop, nummer, set(weg), opmerkingen) for nummer in sorted(weg)]
    ingrepen = list(chain.from_iterable(een.ingrepen for een in stukken))
    if len(stukken) == len(knoop.value) and boven:
        ingrepen = _leeg(tekst, boven, ingrepen, opmerkingen, blijft)
    nieuw = pas_toe(tekst, ingrepen)
    per_item = ["\n".join(een.opmerkingen) for een in stukken]
    keur_niets_kwijt(tekst, nieuw, opmerkingen, per_item)
    return nieuw, per_item


# --- a line for each item, or more ---


def uit_blok(
    tekst: str, knoop: yaml.CollectionNode, nummer: int, weg: set[int], opmerkingen: Sequence[Opmerking]
) -> Stuk:
    """What a part of a list or map with a line for each takes up, with its remarks; `weg` are all parts that go."""
    eind = eind_van_blok(tekst, knoop, nummer, opmerkingen)
    regel = begin_van_regel(tekst, knoop, nummer)
    if regel is None:  # behind the dash of an item: what follows takes its place
        begin = Plek(knoop, nummer).begin
        if all(ander in weg for ander in range(len(knoop.value))):
            return Stuk((Ingreep(begin, eind, ""),), binnen(tekst, begin, eind, opmerkingen))
        eind = len(tekst) - len(tekst[eind:].lstrip(" \r\n"))
        return Stuk((Ingreep(begin, eind, ""),), binnen(tekst, begin, eind, opmerkingen))
    vorige = (
        eind_van_blok(tekst, knoop, nummer - 1, opmerkingen) if nummer else regelbegin(tekst, knoop.start_mark.index)
    )
    boven = erboven(tekst, regel, opmerkingen)
    begin = max(boven, vorige) if nummer else boven
    return Stuk((Ingreep(begin, eind, ""),), binnen(tekst, begin, eind, opmerkingen))


def begin_van_regel(tekst: str, knoop: yaml.CollectionNode, nummer: int) -> int | None:
    """Where the line of a part begins; None for the first key behind the dash of an item."""
    if isinstance(knoop, yaml.SequenceNode):
        return _streepje(tekst, knoop, nummer)
    begin = Plek(knoop, nummer).begin
    regel = regelbegin(tekst, begin)
    return None if tekst[regel:begin].strip() else regel


def _streepje(tekst: str, knoop: yaml.SequenceNode, nummer: int) -> int:
    """Where the line begins that holds the dash of an item."""
    if not nummer:
        return regelbegin(tekst, knoop.start_mark.index)
    vorige, item = einde(tekst, knoop.value[nummer - 1]), knoop.value[nummer].start_mark.index
    gevonden = re.search(rf"(?m)^ {{{knoop.start_mark.column}}}-[ \r\n]", tekst[vorige:item])
    if gevonden is None:
        raise NietInTeLassenError("deze lijst heeft een vorm die niet te lezen is; doe dit met de hand")
    return vorige + gevonden.start()


def eind_van_blok(tekst: str, knoop: yaml.CollectionNode, nummer: int, opmerkingen: Sequence[Opmerking]) -> int:
    """Where a part ends, with the remarks below it that stand deeper than it."""
    eind = na_de_regel(tekst, einde(tekst, Plek(knoop, nummer).waarde))
    dieper = {regelbegin(tekst, een.begin) for een in opmerkingen if een.los and een.kolom > knoop.start_mark.column}
    while eind in dieper:
        eind = tekst.find("\n", eind) + 1 or len(tekst)
    return eind


# --- between brackets ---


def _uit_rij(
    tekst: str, knoop: yaml.CollectionNode, nummer: int, weg: set[int], opmerkingen: Sequence[Opmerking]
) -> Stuk:
    deel, aantal = Plek(knoop, nummer), len(knoop.value)
    begin = deel.begin
    regel = regelbegin(tekst, begin)
    if not tekst[regel:begin].strip():
        begin = max(erboven(tekst, regel, opmerkingen), knoop.start_mark.index + 1)
    na = deel.waarde.end_mark.index
    grens = Plek(knoop, nummer + 1).begin if nummer + 1 < aantal else knoop.end_mark.index - 1
    komma = _komma(tekst, na, grens, opmerkingen)
    eind = na if komma is None else komma + 1
    erbij = [een for een in opmerkingen if na <= een.begin < grens]
    if nummer + 1 < aantal:  # what stands alone there belongs to the next one
        erbij = [een for een in erbij if "\n" not in tekst[na : een.begin]]
    eind = max([eind, *(een.eind for een in erbij)])
    stukken = [_met_wit(tekst, begin, eind)]
    if nummer and nummer - 1 not in weg and all(later in weg for later in range(nummer, aantal)):
        voor = _komma(tekst, Plek(knoop, nummer - 1).waarde.end_mark.index, begin, opmerkingen)
        stukken += [] if voor is None else [_zonder_komma(tekst, voor, stukken[0].begin)]
    return Stuk(tuple(stukken), binnen(tekst, begin, eind, opmerkingen))


def _zonder_komma(tekst: str, komma: int, tot: int) -> Ingreep:
    """The cut for a comma, with the spaces behind it unless a remark stands there."""
    eind = min(_na_spaties(tekst, komma + 1), tot)
    return Ingreep(komma, komma + 1 if tekst[eind : eind + 1] == "#" else eind, "")


def _komma(tekst: str, begin: int, eind: int, opmerkingen: Sequence[Opmerking]) -> int | None:
    """The comma between two items; None when there is none."""
    binnen = [een for een in opmerkingen if begin <= een.begin < eind]
    for treffer in re.finditer(",", tekst[begin:eind]):
        plek = begin + treffer.start()
        if not any(een.begin <= plek < een.eind for een in binnen):
            return plek
    return None


def _met_wit(tekst: str, begin: int, eind: int) -> Ingreep:
    """The cut with its whole line when nothing else stands there, else with the spaces behind it."""
    regel, volgende = regelbegin(tekst, begin), na_de_regel(tekst, eind)
    if not tekst[regel:begin].strip() and not tekst[eind:volgende].strip() and tekst[regel:eind].strip():
        return Ingreep(regel, volgende, "")
    return Ingreep(begin, _na_spaties(tekst, eind), "")


def _na_spaties(tekst: str, plek: int) -> int:
    while tekst[plek : plek + 1] == " ":
        plek += 1
    return plek


# --- nothing left ---


def _leeg(
    tekst: str, boven: Sequence[Plek], ingrepen: list[Ingreep], opmerkingen: Sequence[Opmerking], blijft: int
) -> list[Ingreep]:
    """Take the key away too, or leave `[]` or `{}`: nothing may hang under a key that says nothing."""
    *hoger, plek = boven
    weg = _zonder_kop(tekst, plek, opmerkingen)
    over = [een for een in opmerkingen if _raakt(weg, een) and not _raakt(ingrepen, een)]
    if len(boven) <= blijft or over:
        return _leeggemaakt(tekst, plek, ingrepen, over)
    return _leeg(tekst, hoger, weg, opmerkingen, blijft) if len(plek.knoop.value) == 1 and hoger else weg


def _zonder_kop(tekst: str, plek: Plek, opmerkingen: Sequence[Opmerking]) -> list[Ingreep]:
    """The cuts for a part, but for the remarks above it: those may be about what stood around it."""
    stuk = (_uit_rij if plek.knoop.flow_style else uit_blok)(tekst, plek.knoop, plek.nummer, {plek.nummer}, opmerkingen)
    regel = regelbegin(tekst, plek.begin)
    if not plek.knoop.flow_style:
        begin = begin_van_regel(tekst, plek.knoop, plek.nummer)
    else:
        begin = plek.begin if tekst[regel : plek.begin].strip() else regel
    eerste, *rest = stuk.ingrepen
    return [eerste if begin is None else eerste._replace(begin=max(begin, eerste.begin)), *rest]


def _raakt(ingrepen: Sequence[Ingreep], opmerking: Opmerking) -> bool:
    return any(een.begin <= opmerking.begin < een.eind for een in ingrepen)


def _leeggemaakt(tekst: str, plek: Plek, ingrepen: list[Ingreep], over: Sequence[Opmerking]) -> list[Ingreep]:
    knoop, sleutel = plek.waarde, plek.knoop.value[plek.nummer]
    leeg = "[]" if isinstance(knoop, yaml.SequenceNode) else "{}"
    begin, eind = int(knoop.start_mark.index), int(knoop.end_mark.index)
    if isinstance(knoop, yaml.CollectionNode) and knoop.flow_style:
        return ingrepen if any(begin < een.begin < eind for een in over) else [Ingreep(begin, eind, leeg)]
    if not isinstance(sleutel, tuple):
        return [Ingreep(begin, begin, leeg), *ingrepen]
    kop = tekst.index(":", sleutel[0].end_mark.index) + 1
    return [Ingreep(kop, kop, f" {leeg}"), *ingrepen]
