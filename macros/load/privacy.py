"""What may not be written about people (domain 2.9): private facts, e-mail addresses and phone numbers.

Everyone on the intranet reads these files and git keeps them for ever. So a key for a private fact is refused with the
reason, wherever it stands, and the addresses of a contact person stay in the CRM.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

from macros.load.plaatsen import SLEUTEL
from macros.load.problem import Bevinding, Loc
from macros.load.yaml12 import Houder


def _woorden(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


_PRIVE = _woorden("""
    auto bsn burgerlijke_staat echtgenoot echtgenote familie geboortedag geboortedatum geboortejaar geloof geslacht
    gezin gezinssituatie gezondheid hobby hobbies hobbys huisdier huisdieren huwelijk jarig kenteken kinderen koffie
    leeftijd man nationaliteit partner politiek religie salaris sport sporten trouwdag vakantie verjaardag verjaardagen
    vrouw ziekte
""")
_BEREIKBAAR = _woorden("""
    06 e_mail e_mailadres email emailadres facebook gsm huisadres instagram mail mailadres mobiel mobiele_nummer
    mobielnummer priveadres tel telefoon telefoonnummer whatsapp woonadres
""")
_WAAROM_PRIVE = (
    "bewaren we niet: alle collega's lezen dit mee, en privégegevens mogen hier niet staan van de AVG; "
    "haal het weg, verjaardagen en hobby's zet je in je eigen agenda"
)
_WAAROM_CRM = "bewaren we hier niet (AVG): e-mailadressen en telefoonnummers staan in het CRM; haal het hier weg"
_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[A-Za-z]{2,}")
_TELEFOON = re.compile(r"(?<![\w-])(?:\+\d{2}|00\d{2}|0)(?:[\s().-]*\d){8,11}(?!\w)")


def prive(waarde: dict[Any, Any], houders: Iterable[Houder]) -> Iterator[Bevinding]:
    """Everything in a file that may not be kept: private keys anywhere, addresses at contact persons.

    `houders` are all maps and lists of the file: hardly any file holds a private key, so a quick look comes first.
    """
    if any(map(_waarom_niet, chain.from_iterable(houder for houder in houders if isinstance(houder, dict)))):
        yield from _sleutels(waarde, ())
    personen = waarde.get("contactpersonen")
    if isinstance(personen, list):
        yield from _adressen(personen, ("contactpersonen",))


def _sleutels(waarde: Any, loc: Loc) -> Iterator[Bevinding]:
    """Find the refused keys and where they stand."""
    if isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            if isinstance(deel, list | dict):
                yield from _sleutels(deel, (*loc, nummer))
        return
    for sleutel, deel in waarde.items():
        if zin := _waarom_niet(sleutel):
            yield Bevinding((*loc, sleutel, SLEUTEL), "privacy", zin)
        if isinstance(deel, list | dict):
            yield from _sleutels(deel, (*loc, sleutel))


@lru_cache(maxsize=4096)
def _waarom_niet(sleutel: str | int) -> str | None:
    """Say why a key is refused; None when it is not about a person's private life."""
    gewoon = str(sleutel).lower().replace("-", "_").replace(" ", "_").replace("'", "").replace("é", "e")
    if gewoon in _PRIVE:
        return f"'{sleutel}' {_WAAROM_PRIVE}"
    if gewoon in _BEREIKBAAR:
        return f"'{sleutel}' {_WAAROM_CRM}"
    return None


def _adressen(waarde: Any, loc: Loc) -> Iterator[Bevinding]:
    """Find e-mail addresses and phone numbers in the text of contact persons."""
    if isinstance(waarde, dict | list):
        delen = waarde.items() if isinstance(waarde, dict) else enumerate(waarde)
        for sleutel, deel in delen:
            yield from _adressen(deel, (*loc, sleutel))
    elif isinstance(waarde, str):
        wat = "een e-mailadres" if _MAIL.search(waarde) else "een telefoonnummer" if _TELEFOON.search(waarde) else ""
        if wat:
            yield Bevinding(
                loc, "privacy", f"hier staat {wat}; dat bewaren we in het CRM en niet hier (AVG): haal het weg"
            )
