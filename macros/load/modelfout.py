"""What the model refuses, said in plain Dutch: what is wrong, and what to write instead."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic_core import ErrorDetails

from macros.load.plaatsen import SLEUTEL
from macros.load.problem import Bevinding, Loc
from macros.load.velden import VERVALLEN, klasse_bij, naam_van, velden_van
from macros.load.veldraad import gelijkend, raad

Zin = tuple[str, str]
"""Code of the rule, and the sentence."""

_LANGSTE_WAARDE = 40
_ONBEKENDE_WAARDE = {"", "onbekend", "nvt", "n.v.t", "nnb", "n.n.b", "nog niet bekend", "tbd", "weet niet"}
"""What people write where they do not know it, without its dots and question marks."""
ONBEKEND = {"unexpected_keyword_argument", "extra_forbidden", "invalid_key"}


def bevinding(fout: ErrorDetails, loc: Loc, wortel: type, onderwerp: str) -> Bevinding:
    """Say one error of pydantic in Dutch.

    `loc` is its path without the inner parts of pydantic. `onderwerp` is the name of the field, or, when something is
    missing, of the item that lacks it: "contract 'beheer-2024'".
    """
    soort = fout["type"]
    if soort == "missing":
        return Bevinding(loc, "verplicht-veld", _ontbreekt(loc, wortel, onderwerp))
    if soort in ONBEKEND:
        klasse, sleutel = klasse_bij(wortel, loc), str(loc[-1])
        if uitleg := VERVALLEN.get((klasse.__name__, sleutel)):
            return Bevinding((*loc, SLEUTEL), "vervallen-veld", f"'{sleutel}' bestaat niet meer: het {uitleg}")
        zin = f"'{sleutel}' is geen veld van {naam_van(klasse)}; {raad(sleutel, fout['input'], loc, wortel).zin}"
        return Bevinding((*loc, SLEUTEL), "onbekend-veld", zin)
    if loc and loc[-1] == SLEUTEL:
        jaar = fout["input"]
        if isinstance(jaar, int) and 0 <= jaar < 100:
            return Bevinding(loc, "buiten-bereik", f"{jaar} is geen jaar; schrijf het helemaal: {2000 + jaar}")
        return Bevinding(loc, *_zin(fout, "de naam"))
    return Bevinding(loc, *_zin(fout, onderwerp))


def _ontbreekt(loc: Loc, wortel: type, onderwerp: str) -> str:
    sleutel = str(loc[-1])
    veld = velden_van(klasse_bij(wortel, loc)).get(sleutel)
    voorbeeld = _VOORBEELD.get(sleutel) or (_voorbeeld(veld.annotation) if veld else "…")
    return f"{onderwerp} heeft geen {sleutel}; voeg toe: {sleutel}: {voorbeeld}"


_VOORBEELD = {"contracten": "[]", "driehoek": "{accountmanager: …}", "id": "een-korte-naam", "maanden": "12"}


def _voorbeeld(soort: object) -> str:
    """Something that may stand in a field of this type."""
    if get_origin(soort) is Literal:
        return " of ".join(str(keuze) for keuze in get_args(soort))
    return "2026-12-31" if soort is date else "…"


def toon(waarde: object) -> str:
    """A value as the writer knows it, short enough for a sentence."""
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if isinstance(waarde, list):
        return "een lijst"
    if isinstance(waarde, dict):
        return "een groep regels"
    kort = " ".join(str(waarde).split())
    kort = kort if len(kort) <= _LANGSTE_WAARDE else kort[: _LANGSTE_WAARDE - 1] + "…"
    return f"'{kort}'" if isinstance(waarde, str) else kort


def _zin(fout: ErrorDetails, naam: str) -> Zin:
    """Choose the sentence for an error about a value."""
    waarde, context = fout["input"], fout.get("ctx", {})
    soort = fout["type"]
    if waarde is None:
        leeg = "schrijf []" if soort == "list_type" else "vul het in"
        return "leeg-veld", f"{naam} is leeg; {leeg} of haal de regel weg"
    if isinstance(waarde, str) and waarde.strip() and waarde.strip(" ?.-").lower() in _ONBEKENDE_WAARDE:
        return "verkeerde-waarde", f"{naam}: {toon(waarde)} kan hier niet; weet je het nog niet, laat dit veld dan weg"
    if maak := _ZINNEN.get(soort):
        return maak(naam, waarde, context)
    return _eigen(naam, soort, waarde, fout["msg"])


def _eigen(naam: str, soort: str, waarde: object, melding: str) -> Zin:
    """Sentences of our own types are a predicate in Dutch; what pydantic says in English is not shown."""
    if soort == "datum" and naam == "einddatum" and re.match(r"9999|2999|3000", str(waarde)):
        zin = "is geen echt einde; loopt het contract door, schrijf dan soort: onbepaalde_tijd en haal einddatum weg"
        return soort, f"{naam}: {toon(waarde)} {zin}"
    if soort in _EIGEN:
        return soort, f"{naam}: {toon(waarde)} {melding}"
    return "verkeerde-waarde", f"{naam}: {toon(waarde)} kan hier niet staan; kijk in het handboek wat hier hoort"


_EIGEN = {"datum", "tekst_teken", "een_decimaal", "webadres", "slug"}


def _tekst(naam: str, waarde: Any, _context: dict[str, Any]) -> Zin:
    if isinstance(waarde, dict) and len(waarde) == 1:
        [(deel, rest)] = waarde.items()
        zin = f"{naam}: hier staat een dubbele punt in de tekst; zet de tekst tussen aanhalingstekens"
        return "verkeerd-soort", f'{zin}: "{deel}: {waarde_tekst(rest)}"'
    if isinstance(waarde, list | dict):
        return "verkeerd-soort", f"{naam}: hier hoort één tekst, geen {toon(waarde).removeprefix('een ')}"
    goed = f'"{waarde_tekst(waarde)}"'
    return "verkeerd-soort", f"{naam}: {toon(waarde)} is geen tekst; zet het tussen aanhalingstekens: {goed}"


def waarde_tekst(waarde: object) -> str:
    """A scalar as it stands in the file."""
    return toon(waarde).strip("'")


def _getal(naam: str, waarde: Any, _context: dict[str, Any]) -> Zin:
    begin = f"{naam}: {toon(waarde)} is geen heel getal"
    if cijfers := _duizendtallen(str(waarde)):
        return "verkeerd-soort", f"{begin}; schrijf zonder punten: {cijfers}"
    if isinstance(waarde, float):
        return "verkeerd-soort", f"{begin}; rond af, zoals {round(waarde)}"
    if isinstance(waarde, str) and (cijfers := _alleen_cijfers(waarde)):
        return "verkeerd-soort", f"{begin}; schrijf alleen de cijfers, zonder aanhalingstekens: {cijfers}"
    return "verkeerd-soort", f"{begin}; schrijf alleen cijfers, zonder aanhalingstekens, zoals 12"


def _duizendtallen(tekst: str) -> str:
    """The amount that somebody meant with `210.000`, `410,000`, `1.250.000,00` or `210k`; empty for any other text."""
    kern = tekst.strip()
    if duizend := re.fullmatch(r"(\d{1,6})k", kern, re.IGNORECASE):
        return f"{duizend[1]}000"
    # Three digits behind a sign are thousands, whichever sign it is; two are cents, which no amount has here.
    heel = re.fullmatch(r"(\d{1,3}(?:[.,]\d{3})+)(?:[.,]\d{2})?", kern)
    return re.sub(r"[.,]", "", heel[1]) if heel else ""


def _alleen_cijfers(tekst: str) -> str:
    """The number that somebody meant with `€ 210.000,-`, `1_000` or `012`; empty when it is no number."""
    kern = re.sub(r"[€\s._]|EUR|,-+$|,00$", "", tekst)
    return str(int(kern)) if kern.isascii() and kern.isdigit() and len(kern) <= 15 else ""


def _kommagetal(naam: str, waarde: Any, _context: dict[str, Any]) -> Zin:
    begin = f"{naam}: {toon(waarde)} is geen getal"
    if isinstance(waarde, str) and re.fullmatch(r"-?\d+(,\d+)?\s*%?", waarde.strip()):
        goed = waarde.strip(" %").replace(",", ".")
        return "verkeerd-soort", f"{begin}; schrijf een punt en geen aanhalingstekens: {goed}"
    return "verkeerd-soort", f"{begin}; schrijf alleen cijfers met een punt, zoals 7.5"


def _ja_nee(naam: str, waarde: Any, _context: dict[str, Any]) -> Zin:
    return "verkeerd-soort", f"{naam}: {toon(waarde)} kan hier niet; schrijf true of false, zonder aanhalingstekens"


def _lijst(naam: str, waarde: Any, _context: dict[str, Any]) -> Zin:
    if isinstance(waarde, dict):
        return "verkeerd-soort", f"{naam} moet een lijst zijn; zet voor elk deel een streepje"
    getypt = waarde_tekst(waarde)
    delen = getypt.split()
    # Two ids with a space between them, and no sentence: each holds a dash or a figure.
    namen = all(re.fullmatch(r"[a-z0-9_-]*[-\d][a-z0-9_-]*", deel) for deel in delen)
    return "verkeerd-soort", f"{naam} moet een lijst zijn; schrijf [{', '.join(delen) if namen else getypt}]"


_TERMIJN = r"(\d+) *(dag(?:en)?|we(?:ek|ken)|(?:kalender)?maand(?:en)?|mnd)?\.?"
_EENHEDEN = {"dag": "dagen", "wee": "weken", "wek": "weken", "kal": "kalendermaanden"}


def _groep(naam: str, waarde: Any, _context: dict[str, Any]) -> Zin:
    if isinstance(waarde, list):
        return "verkeerd-soort", f"{naam} moet een groep regels zijn, geen lijst; haal het streepje weg"
    if _context.get("class_name") == "Termijn" and (termijn := re.fullmatch(_TERMIJN, str(waarde).strip().lower())):
        goed = f"{{aantal: {termijn[1]}, eenheid: {_EENHEDEN.get((termijn[2] or '')[:3], 'maanden')}}}"
        return "verkeerd-soort", f"{naam}: {toon(waarde)} kan hier niet; schrijf {goed}"
    return (
        "verkeerd-soort",
        f"{naam}: {toon(waarde)} kan hier niet; schrijf een groep regels met een naam en een waarde",
    )


def _keuze(naam: str, waarde: Any, context: dict[str, Any]) -> Zin:
    # pydantic writes the choices as an English list: `'a', 'b' or 'c'`.
    keuzes = [deel.strip("'") for deel in re.split(r", | or ", context["expected"])]
    zin = f"{naam}: {toon(waarde)} kan hier niet; kies uit {', '.join(keuzes)}"
    lijkt = gelijkend(waarde, keuzes) if isinstance(waarde, str) else None
    return "verkeerde-waarde", f"{zin}; bedoel je '{lijkt}'?" if lijkt else zin


def _te_lang(naam: str, waarde: Any, context: dict[str, Any]) -> Zin:
    lengte = len(waarde.strip())
    return "te-lang", f"{naam} is {lengte} tekens lang; maak er hoogstens {context['max_length']} van"


def _leeg(naam: str, _waarde: Any, _context: dict[str, Any]) -> Zin:
    return "leeg-veld", f"{naam} is leeg; vul het in of haal de regel weg"


def _te_laag(naam: str, waarde: Any, context: dict[str, Any]) -> Zin:
    return "buiten-bereik", f"{naam}: {toon(waarde)} is te laag; schrijf {_net(context['ge'])} of meer"


def _te_hoog(naam: str, waarde: Any, context: dict[str, Any]) -> Zin:
    return "buiten-bereik", f"{naam}: {toon(waarde)} is te hoog; schrijf {_net(context['le'])} of minder"


def _net(grens: float) -> str:
    return f"{grens:g}" if grens < 10_000 else str(int(grens))


def _te_weinig(naam: str, _waarde: Any, context: dict[str, Any]) -> Zin:
    return "te-weinig", f"{naam} heeft te weinig delen; vul er minstens {context['min_length']} in"


def _patroon(naam: str, waarde: Any, _context: dict[str, Any]) -> Zin:
    return "verkeerde-waarde", f"{naam}: {toon(waarde)} kan hier niet; schrijf drie hoofdletters, zoals EUR"


_ZINNEN: dict[str, Callable[[str, Any, dict[str, Any]], Zin]] = {
    "string_type": _tekst,
    "int_type": _getal,
    "float_type": _kommagetal,
    "bool_type": _ja_nee,
    "list_type": _lijst,
    "dict_type": _groep,
    "dataclass_type": _groep,
    "literal_error": _keuze,
    "string_too_long": _te_lang,
    "string_too_short": _leeg,
    "greater_than_equal": _te_laag,
    "less_than_equal": _te_hoog,
    "too_short": _te_weinig,
    "string_pattern_mismatch": _patroon,
}
