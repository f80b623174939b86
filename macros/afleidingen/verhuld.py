"""What the site knows of a client that is gone and wants no mention: neither its name nor the id that is made of it.

The name is taken away before anything is derived, from its own file, from the files of others and from the shared ones.
So what reads a portfolio cannot show it. Commands work on the files themselves and know it.
"""

import copy
import pickle
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar

from macros.model.account import Account
from macros.model.basis import als_id
from macros.model.dagboek import AccountMetDagboek
from macros.model.gedeeld import Gedeeld

NIET_GETOOND = "Naam niet getoond"
"""Stands where the name of a hidden client would stand."""
IN_EIGEN, ELDERS, IN_ID = "de klant", "een klant", "klant"
"""What a sentence says instead in the file of that client and in any other, and an id that holds its name."""

T = TypeVar("T")
_ID = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*")
VOORLETTERS = re.compile(r"^(?:\w\w?\.\s*)+")


def schuilnaam(klant: str) -> str:
    """The id of a hidden client on the site, made of the id that its file has: `klant-` and twelve signs.

    It stays the same as long as the file keeps its name, so links to its pages go on working. It keeps the name from
    who reads, searches or copies what is on the site, and from engines that list addresses. It is no lock: this code is
    open, so who guesses the name of the file can compute the same signs, and who may read the files reads the name.
    """
    return f"klant-{sha256(f'handboek: adres van een verborgen klant: {klant}'.encode()).hexdigest()[:12]}"


def verhuld(
    accounts: Mapping[str, Account], gedeeld: Gedeeld, weg: Collection[str]
) -> tuple[dict[str, Account], Gedeeld]:
    """Every account and the shared files, as the site may know them when the clients `weg` want no mention.

    Their own accounts stand under their `schuilnaam`, without other names, numbers and ways to elsewhere, and their
    people go by their function. In all other texts *een klant* stands for their names, other names and ids.
    Nothing is copied where nothing has to change. Two clients with one code become one: who calls this refuses that.
    """
    if not weg:
        return dict(accounts), gedeeld
    anders = dict.fromkeys((naam for klant in weg for naam in _namen(accounts[klant])), ELDERS)
    codes = {klant: schuilnaam(klant) for klant in weg}
    sluier = _Sluier(anders, {}, codes)
    eigen = {klant: _eigen(accounts[klant], anders, codes, gedeeld) for klant in weg}
    bekend = {
        codes.get(naam, naam): _zonder_naam(eigen[naam].over(account)) if naam in eigen else sluier.zo_nodig(account)
        for naam, account in accounts.items()
    }
    dagboek = {
        codes.get(klant, klant): eigen[klant].over(regels) if klant in eigen else sluier.zo_nodig(regels)
        for klant, regels in gedeeld.dagboek.items()
    }
    # The settings are read by programs: they hold no sentence.
    rest = sluier.over(replace(gedeeld, dagboek={}))
    return dict(sorted(bekend.items())), replace(rest, dagboek=dagboek, instellingen=gedeeld.instellingen)


def in_bestand(weg: Sequence[Account]) -> Callable[[str], str]:
    """Make what takes the names of hidden clients out of the text of a file, of another client or shared.

    Their ids become codes, so that what refers to them still does.
    """
    if not weg:
        return lambda tekst: tekst
    sluier = _Sluier(dict.fromkeys((naam for een in weg for naam in _namen(een)), ELDERS), {}, {})
    codes = {een.id: schuilnaam(een.id) for een in weg}
    return lambda tekst: sluier.over(_ID.sub(lambda id_: codes.get(id_[0]) or sluier.over(id_[0]), f"{tekst}\n"))[:-1]


def _namen(account: Account) -> Iterator[str]:
    """How a client can be written: as its file, by its name or another name, and as an id made of those."""
    namen = (account.naam, *account.aliassen)
    yield from filter(None, (account.id, *namen, *map(als_id, namen)))


def _eigen(account: Account, anders: Mapping[str, str], codes: Mapping[str, str], gedeeld: Gedeeld) -> "_Sluier":
    """What hides the client of this file from its own texts: its people too, and their ids where those tell a name."""
    zelf = dict.fromkeys(_namen(account), IN_EIGEN)
    mensen: dict[str, str] = {}
    ids: dict[str, str] = {}
    for nummer, persoon in enumerate(account.contactpersonen, start=1):
        mensen |= {persoon.naam: persoon.functie, VOORLETTERS.sub("", persoon.naam): persoon.functie}
        vertelt = {*persoon.id.split("-")} & {*als_id(persoon.naam).split("-")}
        if vertelt and persoon.id not in gedeeld.personen:
            ids[persoon.id] = f"persoon-{nummer}"
    return _Sluier({**anders, **zelf}, mensen, {**ids, **codes})


def _zonder_naam(account: Account) -> Account:
    weg: dict[str, Any] = {"aliassen": [], "klantnummer": None, "verwijzingen": None, "moeder": None}
    if isinstance(account, AccountMetDagboek):
        weg["eigen"] = _zonder_naam(account.eigen)
    return _anders(account, {"naam": NIET_GETOOND, **weg})


def _anders(deel: T, waarden: Mapping[str, Any]) -> T:
    """A copy with other values. They are not judged again: a function may be longer than the name it stands for."""
    nieuw = copy.copy(deel)
    for naam, waarde in waarden.items():
        object.__setattr__(nieuw, naam, waarde)
    return nieuw


class _Sluier:
    """Takes names out of a part of the model, however deep they stand."""

    def __init__(self, namen: Mapping[str, str], mensen: Mapping[str, str], ids: Mapping[str, str]) -> None:
        """Start with what stands for each name of a client, for each person, and for each id as a whole.

        An initial before the name of a person goes with it. A person may share a part of a name that has hyphens with
        another; a client does not.
        """
        self._woorden, self._ids = {**namen, **mensen}, ids
        grens = {**dict.fromkeys(namen, r"[^\W_]"), **dict.fromkeys(mensen, r"[\w-]")}
        langste_eerst = sorted(grens, key=len, reverse=True)
        delen = (rf"(?<!{grens[naam]}){re.escape(naam)}(?!{grens[naam]})" for naam in langste_eerst)
        self._gezocht = re.compile("|".join(delen))
        self._in_id = re.compile("|".join(rf"(?<![a-z0-9]){re.escape(naam)}(?![a-z0-9])" for naam in namen))
        self._sporen = [naam.encode() for naam in namen]

    def zo_nodig(self, deel: Any) -> Any:
        """The same as `over`, for a file in which no name is expected: writing it out shows that much faster."""
        bytes_ = pickle.dumps(deel)
        return self.over(deel) if any(spoor in bytes_ for spoor in self._sporen) else deel

    def over(self, deel: Any, *, keuze: bool = False) -> Any:
        """Return this part without names; a word of the model itself (`keuze`) stays what it is."""
        if isinstance(deel, str):
            return deel if keuze else self._tekst(deel)
        if isinstance(deel, list):
            return [self.over(een, keuze=keuze) for een in deel]
        if isinstance(deel, tuple):
            nieuw = [self.over(een, keuze=keuze) for een in deel]
            return type(deel)(*nieuw) if hasattr(deel, "_fields") else tuple(nieuw)
        if isinstance(deel, dict):
            return {self._sleutel(naam, keuze=keuze): self.over(een, keuze=keuze) for naam, een in deel.items()}
        if not is_dataclass(deel) or isinstance(deel, type):
            return deel
        gekozen = _keuzes(type(deel))
        return _anders(deel, {v.name: self.over(getattr(deel, v.name), keuze=v.name in gekozen) for v in fields(deel)})

    def _tekst(self, tekst: str) -> str:
        if tekst in self._ids:
            return self._ids[tekst]
        if _ID.fullmatch(tekst):
            return self._in_id.sub(IN_ID, tekst)
        return self._gezocht.sub(lambda gevonden: self._woorden[gevonden[0]], tekst)

    def _sleutel(self, naam: Any, *, keuze: bool) -> Any:
        """A key; that of a source is a path of ids: `contactpersonen.h-bakker.houding_op`."""
        return naam if keuze or not isinstance(naam, str) else ".".join(map(self._tekst, naam.split(".")))


@cache
def _keuzes(klasse: type) -> frozenset[str]:
    """The fields that hold one of the model's own words."""
    velden = getattr(klasse, "__pydantic_fields__", {})
    return frozenset(naam for naam, veld in velden.items() if "Literal[" in repr(veld.annotation))
