"""How a value of a file is said: ids by what they name, choices, days and amounts as the site says them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.load.standaard import veldsoorten
from macros.load.velden import naam_van, velden_van
from macros.verschil.zin import kort
from macros.woorden import labels, taal
from macros.woorden.keuzewoorden import keuzewoord

_TEKSTEN = ("tekst", "opdracht", "waarover")
_NAAMVELDEN = ("titel", "naam", *_TEKSTEN, "onderwerp")
_DAGVELDEN = ("datum", "uitgevoerd_op", "gepland_op")
_VEEL_GELD = 10**13
"""The limit that only amounts have."""
_VAN_KLANTEN = ("klant", "klant_of_anoniem")
_VAST = {"geen": "niemand", "oud-contact": "een oud contact", "anoniem": "een klant zonder naam"}


class Namen:
    """Knows what the ids of one client, and of the shared files, are called."""

    def __init__(self, gedeeld: Any, *accounts: Any, klanten: Mapping[str, str] | None = None) -> None:
        """`accounts` are readings of one client, the one that counts last; `klanten` gives clients by id."""
        self._valuta = gedeeld.instellingen.valuta
        personen = {een.id: een.naam for een in gedeeld.team.personen}
        groepen = gedeeld.segmentatie.groepen
        criteria = [*gedeeld.criteria.juiste_klanten, *gedeeld.criteria.juiste_voorwaarden]
        self._tabellen: dict[str, dict[str, str]] = {
            "persoon": personen,
            "les": _op_id(gedeeld.lessen.lessen),
            "groep": _op_id(groepen),
            "element": _op_id(een for groep in groepen for een in groep.elementen),
            "criterium": _op_id(criteria),
            "vak": _op_id(gedeeld.canvas.vakken),
            "indicator": _op_id(gedeeld.canvas.indicatoren),
            "regel": {naam: label.tekst for naam, label in labels.CONTACTREGEL.items()},
            "wie": {**personen, **{naam: label.tekst for naam, label in labels.ROL.items()}},
        }
        self._klanten = klanten or {}
        for account in accounts:
            self._leer(account)
        self._alle = {id_: woorden for tabel in self._tabellen.values() for id_, woorden in tabel.items()}

    def _leer(self, account: Any) -> None:
        mensen = _op_id(account.contactpersonen)
        doelen = _op_id(doel for canvas in account.canvassen for doel in canvas.doelen)
        acties = _op_id(actie for canvas in account.canvassen for actie in canvas.acties)
        signalen = [een for moment in account.contactmomenten for een in moment.signalen]
        acties |= _op_id(actie for blik in account.fresheyes for actie in blik.acties)
        for soort, tabel in {
            "contact": mensen,
            "opvolger": mensen,
            "mens": {**self._tabellen["persoon"], **mensen},
            "contract": _op_id(account.contracten),
            "kans": _op_id(account.kansen),
            "verwachting": _op_id(account.verwachtingen),
            "toezegging": _op_id(account.toezeggingen),
            "doel": doelen,
            "actie": acties,
            "signaal": _op_id([*signalen, *account.signalen]),
        }.items():
            self._tabellen.setdefault(soort, {}).update(tabel)

    def van_id(self, soort: str, id_: str) -> str:
        """What an id of this kind of reference names."""
        tabel = self._klanten if soort in _VAN_KLANTEN else self._tabellen.get(soort, {})
        for waar in (tabel, _VAST, self._alle, self._klanten):
            if gevonden := waar.get(id_):
                return gevonden
        return str(id_).replace("_", " ")

    def zeg(self, klasse: type, naam: str, waarde: Any, *, in_kaart: bool = False) -> str:
        """A value of a field in a sentence: texts between quotes, "niets" for what is absent.

        `in_kaart`: it stands behind a free key, and the kind of reference of the field is that of the keys.
        """
        if isinstance(waarde, list | tuple):
            delen = [self.zeg(klasse, naam, deel, in_kaart=in_kaart) for deel in waarde]
            return taal.opsomming(delen) or "niets"
        if isinstance(waarde, dict):
            delen = [
                f"{self.sleutel(klasse, naam, sleutel)}: {self.zeg(klasse, naam, deel, in_kaart=True)}"
                for sleutel, deel in waarde.items()
            ]
            return f"({'; '.join(delen)})"
        if velden_van(type(waarde)):
            return f"({self.samenvatting(waarde)})"
        if isinstance(waarde, str):
            return self._zeg_tekst(klasse, naam, waarde, in_kaart=in_kaart)
        if isinstance(waarde, date | bool) or waarde is None:
            return taal.tekst(waarde) or "niets"
        return self._zeg_getal(velden_van(klasse)[naam], waarde)

    def _zeg_tekst(self, klasse: type, naam: str, waarde: str, *, in_kaart: bool) -> str:
        soort = veldsoorten().get((klasse.__name__, naam))
        if soort and not in_kaart:
            return self.van_id(soort, waarde)
        keuzes = [deel for deel in _letterlijk(velden_van(klasse)[naam].annotation) if isinstance(deel, str)]
        if waarde in keuzes:
            return keuzewoord(waarde, keuzes)
        return waarde if naam == "id" else kort(waarde)

    def _zeg_getal(self, info: FieldInfo, waarde: Any) -> str:
        if isinstance(waarde, int) and _VEEL_GELD in _grenzen(info):
            return taal.bedrag(waarde, self._valuta)
        return taal.tekst(waarde)

    def sleutel(self, klasse: type, naam: str, sleutel: Any) -> str:
        """The key of a map in words: a year, or what the id names."""
        soort = veldsoorten().get((klasse.__name__, naam))
        return self.van_id(soort, str(sleutel)) if soort else str(sleutel).replace("_", " ")

    def kent_sleutels(self, klasse: type, naam: str) -> bool:
        """Whether the keys of a map are ids of something."""
        return (klasse.__name__, naam) in veldsoorten()

    def van_item(self, item: Any, nummer: int) -> str:
        """What a reader calls an item of a list: its name, or its kind with its words, day or number (from 0)."""
        klasse, veld = type(item), naamveld(item)
        soort, waarde = _zelfstandig(klasse), getattr(item, veld, None)
        if veld in ("titel", "naam"):
            return str(waarde)
        if veld == "tekst" and hasattr(item, "id"):
            soort = str(velden_van(klasse)[veld].title).lower()
        if isinstance(waarde, str):
            woorden = kort(waarde, 50) if veld in _TEKSTEN else self.zeg(klasse, veld, waarde)
            return f"{soort} {woorden}"
        if isinstance(waarde, date):
            return f"{soort} van {taal.datum(waarde)}"
        id_ = getattr(item, "id", None)
        return f"{soort} {self.van_id('regel', id_) if id_ else nummer + 1}"

    def samenvatting(self, ding: Any, zonder: Collection[str] = ()) -> str:
        """Everything that a thing says, field by field; not the id of what has a name."""
        klasse, delen = type(ding), []
        for naam, info in velden_van(klasse).items():
            waarde = getattr(ding, naam)
            if naam in zonder or (naam == "id" and naamveld(ding)) or waarde in (None, [], {}, info.default):
                continue
            titel = str(info.title).lower()
            delen.append(f"{titel} {self.zeg(klasse, naam, waarde).replace(f'({titel} ', '(', 1)}")
        return ", ".join(delen)


def naamveld(item: Any) -> str:
    """The field by which a reader knows an item; empty when it has none."""
    return next((veld for veld in (*_NAAMVELDEN, *_DAGVELDEN, "contract") if getattr(item, veld, None)), "")


def _op_id(items: Iterable[Any]) -> dict[str, str]:
    return {item.id: _woorden(item) for item in items if item.id}


def _woorden(item: Any) -> str:
    naam = getattr(item, "titel", None) or getattr(item, "naam", None)
    woorden = getattr(item, "tekst", None) or getattr(item, "signaal", None) or getattr(item, "soort", item.id)
    return str(naam) if naam else kort(str(woorden).replace("_", " "), 50)


def _zelfstandig(klasse: type) -> str:
    """The noun for one item of a class, without its article."""
    naam = naam_van(klasse)
    eerste, _, rest = naam.partition(" ")
    return rest if eerste in ("een", "de", "het") else naam


def _letterlijk(soort: Any) -> list[Any]:
    if get_origin(soort) is Literal:
        return list(get_args(soort))
    return [deel for een in get_args(soort) for deel in _letterlijk(een)]


def _grenzen(info: FieldInfo) -> set[Any]:
    """The upper limits of a number, in the field itself or in what a map of it holds."""
    gevonden = {getattr(eis, "le", None) for eis in info.metadata}
    return gevonden | set(_metadata(info.annotation))


def _metadata(soort: Any) -> list[Any]:
    eigen = [getattr(eis, "le", None) for deel in getattr(soort, "__metadata__", ()) for eis in _eisen(deel)]
    return eigen + [een for deel in get_args(soort) for een in _metadata(deel)]


def _eisen(deel: Any) -> list[Any]:
    return [deel, *getattr(deel, "metadata", ())]
