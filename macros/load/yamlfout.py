"""The parser's complaints about broken YAML, said in plain Dutch."""

from typing import NamedTuple

import yaml


class _Uitleg(NamedTuple):
    """One kind of complaint: how to recognise it, and what to say."""

    kenmerk: str
    """Part of the parser's own words, in context or problem."""
    code: str
    tekst: str
    bij_begin: bool = False
    """Point to where the broken thing starts, not to where the parser gave up."""


_AANHALING = "zet de hele tekst tussen aanhalingstekens"
_UITLEG = (
    _Uitleg("while scanning an anchor", "anker", f"een tekst mag niet met & beginnen; {_AANHALING}", bij_begin=True),
    _Uitleg("while scanning an alias", "anker", f"een tekst mag niet met * beginnen; {_AANHALING}", bij_begin=True),
    _Uitleg("while scanning a tag", "etiket", f"een tekst mag niet met ! beginnen; {_AANHALING}", bij_begin=True),
    _Uitleg("while parsing a tag", "etiket", f"een tekst mag niet met ! beginnen; {_AANHALING}", bij_begin=True),
    _Uitleg("while parsing a node", "etiket", f"een tekst mag niet met ! beginnen; {_AANHALING}"),
    _Uitleg("%YAML", "opdracht", "een regel mag niet met % beginnen; haal die regel weg", bij_begin=True),
    _Uitleg("%TAG", "opdracht", "een regel mag niet met % beginnen; haal die regel weg", bij_begin=True),
    _Uitleg("directive", "opdracht", f"een tekst mag niet met % beginnen; {_AANHALING}", bij_begin=True),
    _Uitleg("escape", "escape", "na \\ staat een teken dat niet kan; gebruik enkele aanhalingstekens", bij_begin=True),
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
        "block sequence entries are not allowed",
        "inspringen",
        "een streepje kan hier niet; zet de lijst op een nieuwe regel, twee spaties verder",
    ),
    _Uitleg(
        "document start", "inspringen", "deze regel hoort nergens bij; kijk het inspringen en de dubbele punten na"
    ),
)
_ANDERS = _Uitleg("", "onleesbaar", "dit is niet te lezen; kijk inspringen, dubbele punten en aanhalingstekens na")


def in_het_nederlands(fout: yaml.MarkedYAMLError, tekst: str) -> tuple[int, int, str, str]:
    """Line, column, code and Dutch sentence for an error of the parser in this text."""
    uitleg = _bij_teken(fout, tekst) or _bij_woorden(f"{fout.context or ''} {fout.problem or ''}")
    plek = (fout.context_mark if uitleg.bij_begin else fout.problem_mark) or fout.problem_mark
    if plek is None:
        return 1, 1, uitleg.code, uitleg.tekst
    return plek.line + 1, plek.column + 1, uitleg.code, uitleg.tekst


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
    if "expected key" in (fout.problem or "") and ervoor.endswith(("'", '"')):
        return _Uitleg(
            "",
            "aanhalingsteken",
            "na het tweede aanhalingsteken staat nog tekst; "
            "zet om de hele tekst één paar, en kies \" als er een ' in staat",
        )
    return None
