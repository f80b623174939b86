"""Give something that stands in a YAML file another value, part by part: what stays the same keeps its form.

Every function takes a whole text and gives the new one; whether it says what was meant is for `adres` to look after.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any

import yaml

from macros.load import yamlparser
from macros.load.wijzigen.inlassen import (
    REGELBREEDTE,
    TEKSTBLOK,
    Ingreep,
    NietInTeLassenError,
    Waarde,
    als_regels,
    bij_lijst,
    blokitems,
    einde,
    heeft_regels,
    na_regel,
    pas_toe,
    regeleinde_van,
    scalair,
    voeg_velden_toe,
    wortel,
)
from macros.load.wijzigen.knopen import Pad, Plek, Route, erboven, is_leeg, opmerkingen_in, volg
from macros.load.wijzigen.tekstblok import aangehaald, herschreven, kop_en_rest, letterlijk, voorbij_opmerkingen
from macros.load.wijzigen.uitlichten import begin_van_regel, eind_van_blok, neem_weg, uit_blok
from macros.load.yaml12 import getypeerd


def zet(tekst: str, pad: Pad, waarde: Waarde) -> str:
    """The text with this value at a path; whatever misses on the way is made."""
    basis = wortel(tekst)
    weg = volg(basis, pad)
    if weg.rest:
        return _maak(tekst, weg, waarde)
    knoop = weg.knoop
    if canoniek(_waarde(knoop)) == canoniek(waarde):
        return tekst
    if isinstance(knoop, yaml.CollectionNode) and knoop.value and not _op_een_regel(knoop):
        pad = weg.vast  # an id may change
        als_map = isinstance(waarde, Mapping) and isinstance(knoop, yaml.MappingNode)
        als_lijst = isinstance(waarde, list | tuple) and isinstance(knoop, yaml.SequenceNode)
        if not waarde and (als_map or als_lijst):
            return neem_weg(tekst, weg.plekken, knoop, range(len(knoop.value)), blijft=len(weg.plekken))[0]
        if isinstance(waarde, Mapping) and als_map:
            return _zet_map(tekst, pad, waarde)
        if isinstance(waarde, list | tuple) and als_lijst:
            return _zet_lijst(tekst, pad, knoop, waarde)
    return pas_toe(tekst, _herschrijf(tekst, weg.plekken, waarde))


def _maak(tekst: str, weg: Route, waarde: Waarde) -> str:
    """Make what misses, or fill the key that stands there without a value."""
    for stap in reversed(weg.rest[1:]):
        waarde = {str(stap): waarde}
    naam = str(weg.rest[0])
    if is_leeg(weg.knoop) and weg.plekken:
        return pas_toe(tekst, _herschrijf(tekst, weg.plekken, {naam: waarde}))
    if not isinstance(weg.knoop, yaml.MappingNode) or not weg.knoop.value:
        raise NietInTeLassenError(f"'{naam}' staat er niet meer; kijk of het intussen is weggehaald")
    return pas_toe(tekst, [voeg_velden_toe(tekst, weg.knoop, {naam: waarde})])


def _zet_map(tekst: str, pad: Pad, waarde: Mapping[str, Waarde]) -> str:
    knoop = volg(wortel(tekst), pad).knoop
    oud = [str(sleutel.value) for sleutel, _ in knoop.value]
    for naam, deel in waarde.items():
        tekst = zet(tekst, (*pad, str(naam)), deel)
    nieuw = {str(naam) for naam in waarde}
    for naam in (naam for naam in oud if naam not in nieuw):
        weg = volg(wortel(tekst), (*pad, naam))
        tekst, _ = neem_weg(tekst, weg.plekken[:-1], weg.plekken[-1].knoop, {weg.plekken[-1].nummer}, blijft=len(pad))
    return tekst


def _zet_lijst(tekst: str, pad: Pad, knoop: yaml.CollectionNode, waarde: Sequence[Waarde]) -> str:
    """Change a list item by item, from the end, so that the places of what is still to be done stay right.

    An item that only got another place keeps its form, and its remarks go with it; between brackets a remark has no
    place of its own, so there it refuses (NietInTeLassenError).
    """
    oud, nieuw = [_herkenning(_waarde(item)) for item in knoop.value], [_herkenning(item) for item in waarde]
    blijft = {*oud} & {*nieuw}
    ruw = {naam: _ruw(tekst, knoop, nummer) for nummer, naam in enumerate(oud) if naam in blijft}
    for soort, i, j, a, b in reversed(SequenceMatcher(None, oud, nieuw, autojunk=False).get_opcodes()):
        samen = 0 if soort == "replace" and blijft & {*oud[i:j], *nieuw[a:b]} else min(j - i, b - a)
        for plek in reversed(range(a + samen, b)):
            lijst = volg(wortel(tekst), pad).knoop
            tekst = voeg_in(tekst, lijst, i + samen, waarde[plek], ruw.get(nieuw[plek]))  # type: ignore[arg-type]
            tekst = zet(tekst, (*pad, i + samen), waarde[plek])
        if weg := range(i + b - a, j + b - a - samen):
            route = volg(wortel(tekst), pad)
            tekst, los = neem_weg(tekst, route.plekken, route.knoop, weg, blijft=len(pad))  # type: ignore[arg-type]
            verplaatst = any(naam in blijft and erbij for naam, erbij in zip(oud[i + samen : j], los, strict=True))
            if knoop.flow_style and verplaatst:
                raise NietInTeLassenError(
                    f"regel {knoop.start_mark.line + 1}: hier staan opmerkingen; doe dit met de hand"
                )
        for nummer in reversed(range(samen)):
            if soort == "replace" or isinstance(waarde[a + nummer], Mapping):
                tekst = zet(tekst, (*pad, i + nummer), waarde[a + nummer])
    return tekst


def _ruw(tekst: str, lijst: yaml.CollectionNode, nummer: int) -> str:
    """How an item stands there: between brackets alone, else its lines with the remarks that belong to it."""
    if lijst.flow_style:
        item = lijst.value[nummer]
        return tekst[item.start_mark.index : item.end_mark.index]
    begin, eind, _ = uit_blok(tekst, lijst, nummer, set(), list(opmerkingen_in(tekst, wortel(tekst)))).ingrepen[0]
    stuk = tekst[begin:eind]
    return stuk if stuk.endswith("\n") else stuk + regeleinde_van(tekst)


def _herkenning(item: Any) -> str:
    """By what an item is known: its id, or all of it."""
    return str(item["id"]) if isinstance(item, Mapping) and item.get("id") else canoniek(item)


def voeg_in(tekst: str, lijst: yaml.SequenceNode, nummer: int, item: Waarde, ruw: str | None = None) -> str:
    """The text with an item at this place of a list that has items, in the form of the one before it, or as `ruw`."""
    if lijst.flow_style:
        vorige = einde(tekst, lijst.value[nummer - 1]) if nummer else lijst.value[0].start_mark.index
        nieuw = ruw or scalair(item)
        return pas_toe(tekst, [Ingreep(vorige, vorige, f", {nieuw}" if nummer else f"{nieuw}, ")])
    buur = lijst.value[max(0, nummer - 1)]
    streepje, kort = lijst.start_mark.column, bool(getattr(buur, "flow_style", False))
    inspringing = max(2, buur.start_mark.column - streepje) if isinstance(buur, yaml.MappingNode) else 2
    nieuw = ruw or blokitems([item], streepje, inspringing, regeleinde_van(tekst), kort=kort)
    opmerkingen = list(opmerkingen_in(tekst, wortel(tekst)))
    if nummer:
        plek = eind_van_blok(tekst, lijst, nummer - 1, opmerkingen)
        return pas_toe(tekst, [na_regel(tekst, plek, nieuw, regeleinde_van(tekst))])
    regel = begin_van_regel(tekst, lijst, 0)
    if regel is None or tekst[regel : lijst.start_mark.index].strip():
        raise NietInTeLassenError("deze lijst heeft een vorm die niet te lezen is; doe dit met de hand")
    plek = erboven(tekst, regel, opmerkingen)
    return pas_toe(tekst, [Ingreep(plek, plek, nieuw)])


# --- one value ---


def _herschrijf(tekst: str, plekken: Sequence[Plek], waarde: Waarde) -> list[Ingreep]:
    plek = plekken[-1]
    knoop, in_rij = plek.waarde, any(een.knoop.flow_style for een in plekken)
    begin, eind = int(knoop.start_mark.index), einde(tekst, knoop)
    bron = tekst[begin:eind]
    kolom = plek.kolom
    if isinstance(waarde, str) and isinstance(knoop, yaml.ScalarNode) and "\n" in bron:
        oud = str(knoop.value)
        meer = "\n" if oud.endswith("\n") and not waarde.endswith("\n") else ""
        nieuw = herschreven(bron, oud, waarde + meer, kolom + 2)
        if nieuw is not None and _leest_als(nieuw, waarde + meer, in_rij=in_rij):
            return [Ingreep(begin, eind, nieuw)]
    blok = isinstance(knoop, yaml.ScalarNode) and knoop.style in TEKSTBLOK
    diep = voorbij_opmerkingen(tekst, eind, kolom) > eind
    regels = [] if in_rij or diep else _op_regels(plek, waarde)
    if blok:
        rest, regeleinde = kop_en_rest(bron)
        kop = regels[0] if regels else scalair(waarde)
        staart = "".join(f"{regel}{regeleinde or regeleinde_van(tekst)}" for regel in regels[1:])
        return [Ingreep(begin, eind, f"{kop}{rest}{regeleinde}{staart}")]
    if isinstance(knoop, yaml.CollectionNode) and not knoop.flow_style:
        begin = _na_de_kop(tekst, plek)
        if "#" in tekst[begin:eind]:
            raise NietInTeLassenError(f"regel {knoop.start_mark.line + 1}: hier staan opmerkingen; doe dit met de hand")
        return [Ingreep(begin, eind, f" {scalair(waarde)}")]
    if len(regels) > 1:
        onder = "".join(f"{regel}{regeleinde_van(tekst)}" if regel else regeleinde_van(tekst) for regel in regels[1:])
        begin = _na_de_kop(tekst, plek) if isinstance(plek.knoop, yaml.MappingNode) else begin
        kop = f" {regels[0]}" if regels[0] and isinstance(plek.knoop, yaml.MappingNode) else regels[0]
        return [Ingreep(begin, eind, kop), na_regel(tekst, eind, onder, regeleinde_van(tekst))]
    return [vervang(tekst, knoop, waarde)]


def vervang(tekst: str, knoop: yaml.Node, waarde: Waarde) -> Ingreep:
    """Plan to replace a value, also one between braces; quotes stay when the old value had them.

    A list with a dash a line stays one.
    """
    begin, eind = knoop.start_mark.index, knoop.end_mark.index
    if isinstance(knoop, yaml.SequenceNode) and isinstance(waarde, list) and (ingreep := _lijst(tekst, knoop, waarde)):
        return ingreep
    if _staat_over_regels(knoop):
        raise NietInTeLassenError(
            f"regel {knoop.start_mark.line + 1}: de waarde staat over meer regels; zet haar op één regel"
        )
    if isinstance(waarde, str) and isinstance(knoop, yaml.ScalarNode) and knoop.style:
        return Ingreep(begin, eind, aangehaald(waarde))
    leidend = " " if begin == eind else ""  # the key of an empty value ends with its colon
    return Ingreep(begin, eind, leidend + scalair(waarde))


def _lijst(tekst: str, knoop: yaml.SequenceNode, waarden: list[Waarde]) -> Ingreep | None:
    """Plan other values for a list with a dash a line; None for another list, and where a remark would be lost."""
    if knoop.flow_style or any(map(_staat_over_regels, knoop.value)):
        return None
    begin, eind = knoop.start_mark.index, einde(tekst, knoop)
    oud, nieuw = [item.value for item in knoop.value], [str(waarde) for waarde in waarden]
    if oud == nieuw[: len(oud)] and len(oud) < len(nieuw):
        return bij_lijst(tekst, knoop, waarden[len(oud) :])
    if "#" in tekst[begin:eind]:
        return None
    regels = blokitems(waarden, knoop.start_mark.column, 2, regeleinde_van(tekst), kort=True)
    return Ingreep(begin, eind, regels.strip() or "[]")


def _staat_over_regels(knoop: yaml.Node) -> bool:
    """Tell whether a value is a text block, or a list or map with a line for each part."""
    if isinstance(knoop, yaml.ScalarNode):
        return knoop.style in TEKSTBLOK
    return isinstance(knoop, yaml.CollectionNode) and not knoop.flow_style


def _na_de_kop(tekst: str, plek: Plek) -> int:
    """Where the key of a value ends, colon included; of an item where it begins."""
    deel = plek.knoop.value[plek.nummer]
    if not isinstance(deel, tuple):
        return plek.begin
    return tekst.index(":", deel[0].end_mark.index) + 1


def _op_regels(plek: Plek, waarde: Waarde) -> list[str]:
    """What stands behind a key or a dash and on the lines below it; nothing when it fits on one line."""
    wit = " " * plek.kolom
    if isinstance(waarde, str):
        kop, *regels = letterlijk(waarde) or [""]
    elif isinstance(plek.knoop, yaml.SequenceNode):
        return []
    elif plek.kolom + len(scalair(waarde)) > REGELBREEDTE or heeft_regels(waarde):
        kop, *regels = als_regels("x", waarde, plek.kolom)
        kop = kop.removeprefix("x:").strip()
    else:
        return []
    return [kop, *(f"{wit}{regel}" if regel else "" for regel in regels)] if regels else []


def _leest_als(bron: str, waarde: str, *, in_rij: bool) -> bool:
    try:
        gelezen = yaml.load(f"x: [{bron}]\n" if in_rij else f"x: {bron}", Loader=yamlparser.HIER.lezer)  # noqa: S506  plain values only
    except yaml.YAMLError:
        return False
    return bool(gelezen == {"x": [waarde] if in_rij else waarde})


def _op_een_regel(knoop: yaml.CollectionNode) -> bool:
    return bool(knoop.flow_style) and knoop.start_mark.line == knoop.end_mark.line


def _waarde(knoop: yaml.Node) -> Any:
    """What a part of a file says, as the reader of accounts reads it."""
    if isinstance(knoop, yaml.ScalarNode):
        return knoop.value if knoop.style else getypeerd(knoop.value)
    if isinstance(knoop, yaml.MappingNode):
        return {sleutel.value: _waarde(waarde) for sleutel, waarde in knoop.value}
    return [_waarde(item) for item in knoop.value]


def canoniek(waarde: Any) -> str:
    """A text that is the same for values that are the same; a line end at the end of a text does not count."""
    return json.dumps(_kaal(waarde), sort_keys=True)


def _kaal(waarde: Any) -> Any:
    if isinstance(waarde, Mapping):
        return {str(naam): _kaal(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, str):
        return waarde.rstrip("\n")
    if isinstance(waarde, Sequence):
        return [_kaal(deel) for deel in waarde]
    return waarde.isoformat() if isinstance(waarde, date) else waarde
