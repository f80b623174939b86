"""What is wrong with the form of a file, said in plain Dutch: the parser's complaints, and keys that are none."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml

from macros.load import tikfouten
from macros.load.problem import Leesfout


class _Uitleg(NamedTuple):
    """One kind of complaint: how to recognise it, and what to say."""

    kenmerk: str
    """Part of the parser's own words, in context or problem."""
    code: str
    tekst: str
    bij_begin: bool = False
    """Point to where the broken thing starts, not to where the parser gave up."""


_AANHALING = "zet de hele tekst tussen aanhalingstekens"
_ESCAPE = "na \\ staat een teken dat niet kan; gebruik enkele aanhalingstekens"
_UITLEG = (
    _Uitleg("while scanning an anchor", "anker", f"een tekst mag niet met & beginnen; {_AANHALING}", bij_begin=True),
    _Uitleg("while scanning an alias", "anker", f"een tekst mag niet met * beginnen; {_AANHALING}", bij_begin=True),
    _Uitleg("while scanning a tag", "etiket", f"een tekst mag niet met ! beginnen; {_AANHALING}", bij_begin=True),
    _Uitleg("while parsing a tag", "etiket", f"een tekst mag niet met ! beginnen; {_AANHALING}", bij_begin=True),
    _Uitleg("while parsing a node", "etiket", f"een tekst mag niet met ! beginnen; {_AANHALING}"),
    _Uitleg("%YAML", "opdracht", "een regel mag niet met % beginnen; haal die regel weg", bij_begin=True),
    _Uitleg("%TAG", "opdracht", "een regel mag niet met % beginnen; haal die regel weg", bij_begin=True),
    _Uitleg("directive", "opdracht", f"een tekst mag niet met % beginnen; {_AANHALING}", bij_begin=True),
    _Uitleg("escape", "escape", _ESCAPE, bij_begin=True),
    _Uitleg("hexdecimal", "escape", _ESCAPE, bij_begin=True),  # as libyaml spells it
    _Uitleg(
        "while parsing a quoted scalar",
        "aanhalingsteken",
        "hier begint een tekst met een aanhalingsteken, maar het tweede aanhalingsteken ontbreekt",
        bij_begin=True,
    ),
    _Uitleg(
        "while scanning a quoted scalar",
        "aanhalingsteken",
        "hier begint een tekst met een aanhalingsteken, maar het tweede aanhalingsteken ontbreekt",
        bij_begin=True,
    ),
    _Uitleg(
        "while scanning a block scalar",
        "tekstblok",
        "de tekst onder | of > springt niet goed in; begin elke regel even ver naar rechts",
        bij_begin=True,
    ),
    _Uitleg(
        "mapping values are not allowed",
        "dubbele-punt",
        f"een dubbele punt met een spatie erachter kan hier niet; {_AANHALING}, of kijk het inspringen na",
    ),
    _Uitleg(
        "could not find expected ':'",
        "dubbele-punt",
        "deze regel mist een dubbele punt; schrijf `naam: waarde`",
        bij_begin=True,
    ),
    _Uitleg(
        "while parsing a flow sequence",
        "haakje",
        "de lijst die hier begint mist een komma of het haakje ]",
        bij_begin=True,
    ),
    _Uitleg(
        "while parsing a flow mapping",
        "haakje",
        "het stuk dat hier begint mist een komma of de accolade }",
        bij_begin=True,
    ),
    _Uitleg(
        "while parsing a block",
        "inspringen",
        "deze regel springt niet goed in; zet hem recht onder de regel waar hij bij hoort",
    ),
    _Uitleg(
        "sequence entries are not allowed",
        "inspringen",
        "een streepje kan hier niet; zet de lijst op een nieuwe regel, twee spaties verder",
    ),
    _Uitleg(
        "document start", "inspringen", "deze regel hoort nergens bij; kijk het inspringen en de dubbele punten na"
    ),
)
_ANDERS = _Uitleg("", "onleesbaar", "dit is niet te lezen; kijk inspringen, dubbele punten en aanhalingstekens na")


def in_het_nederlands(fout: yaml.MarkedYAMLError, tekst: str) -> Leesfout:
    """Say in Dutch what the parser could not read in this text: the cause where it is known, else what it said."""
    if gevonden := tikfouten.oorzaak(fout, tekst):
        return gevonden
    uitleg = _bij_teken(fout, tekst) or _bij_woorden(f"{fout.context or ''} {fout.problem or ''}")
    plek = (fout.context_mark if uitleg.bij_begin else fout.problem_mark) or fout.problem_mark
    regel, kolom = (plek.line + 1, plek.column + 1) if plek else (1, 1)
    return Leesfout(regel, kolom, uitleg.code, uitleg.tekst)


def _bij_woorden(woorden: str) -> _Uitleg:
    return next((uitleg for uitleg in _UITLEG if uitleg.kenmerk in woorden), _ANDERS)


def _bij_teken(fout: yaml.MarkedYAMLError, tekst: str) -> _Uitleg | None:
    """Explain by the character where the parser stopped, where that says more than its words."""
    plek = fout.problem_mark
    regels = tekst.splitlines()
    if plek is None or plek.line >= len(regels) or plek.column >= len(regels[plek.line]):
        return None
    regel = regels[plek.line]
    teken, ervoor = regel[plek.column], regel[: plek.column].rstrip()
    if "cannot start any token" in (fout.problem or "") or (teken in ",]}" and ervoor.endswith((":", "-"))):
        return _Uitleg("", "eerste-teken", f"een tekst mag niet met {teken} beginnen; {_AANHALING}")
    return None


# --- keys that were there already, and text that stands where a key should ---


class Dubbel(NamedTuple):
    """A key that was there already."""

    plek: tuple[int, int]
    sleutel: object
    opnieuw: str
    """What starts again with it: a part of a "lijst", the "bestand", or nothing."""


def dubbele(groep: list[Dubbel]) -> Iterator[Leesfout]:
    """Say of each double key in a map that it is double; when all of it comes again, say only that."""
    eerste = groep[0]
    if len(groep) > 1 and eerste.opnieuw == "bestand":
        yield Leesfout(*eerste.plek, "twee-keer", tikfouten.NOG_EEN_KEER)
    elif len(groep) > 1 and eerste.opnieuw:
        yield Leesfout(*eerste.plek, "streepje", tikfouten.streepje(f"{eerste.sleutel}: …"))
    else:
        for plek, sleutel, _ in groep:
            tekst = f"'{sleutel}' staat hier twee keer; haal deze regel weg en zet wat eronder staat bij de eerste"
            yield Leesfout(*plek, "dubbele-sleutel", tekst)


class Los(NamedTuple):
    """Text behind a comma that is no field: the rest of the value before it, which holds a comma."""

    plek: tuple[int, int]
    vorige: str | int
    waarde: object
    stukken: list[str]

    def fout(self) -> Leesfout:
        """Say what to write: a space, a number without its comma, or quotes."""
        eerste, getal = self.stukken[0], isinstance(self.waarde, int | float)
        if veld := re.fullmatch(r"([A-Za-z_]\w*):(\S.*)", eerste):
            return Leesfout(*self.plek, "dubbele-punt", tikfouten.spatie(veld[1], veld[2]))
        if getal and eerste.isdigit():
            goed = "".join([str(self.waarde), *self.stukken]) if len(eerste) == 3 else f"{self.waarde}.{eerste}"
            return Leesfout(*self.plek, "komma", f"een getal heeft hier geen komma; schrijf: {self.vorige}: {goed}")
        heel = ", ".join([str(self.waarde), *self.stukken])
        zin = f"achter deze komma hoort een veld met een waarde, en '{eerste}' is dat niet"
        if isinstance(self.waarde, str):
            zin += f"; zet de hele tekst tussen aanhalingstekens: {self.vorige}: {tikfouten.aangehaald(heel)}"
        else:
            zin += "; schrijf `naam: waarde`"
        return Leesfout(*self.plek, "komma", zin)
