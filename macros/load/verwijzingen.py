"""References: whatever a file names must exist, in the same account, in the shared files or among the accounts.

The table below is the whole truth about which field names what. Known ids come from the text of the files, so that an
item with an error in it does not make every reference to it an error too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.load.problem import Bevinding, Loc
from macros.load.veldraad import gelijkend
from macros.model.contact import ROLLEN_REGEL
from macros.model.dagboek import Aantekening, Dagboek
from macros.model.gedeeld import ANONIEM, Gedeeld

_NIET_IN = {
    "persoon": "staat niet in _gedeeld/team.yml",
    "contact": "is geen contactpersoon van deze klant",
    "opvolger": "is geen contactpersoon van deze klant, en ook niet `geen`",
    "mens": "is geen collega en geen contactpersoon van deze klant",
    "contract": "is geen contract van deze klant",
    "les": "staat niet in _gedeeld/lessen.yml",
    "kans": "is geen kans van deze klant",
    "verwachting": "is geen verwachting van deze klant",
    "klant": "is geen klant: er is geen bestand met die naam",
    "groep": "is geen groep in _gedeeld/segmentatie.yml",
    "element": "is geen element van deze groep in _gedeeld/segmentatie.yml",
    "criterium": "is geen criterium in _gedeeld/criteria.yml",
    "vak": "is geen tekstvak van het canvas",
    "indicator": "is geen signaal in _gedeeld/canvas.yml",
    "regel": "is geen contactregel",
    "doel": "is geen doel van dit canvas",
    "wie": "is geen rol en geen collega in _gedeeld/team.yml",
    "evaluatie": "is niet de datum van een evaluatie van deze klant",
    "klopt": "is geen contactpersoon, verwachting, beoordeeld vak of contract van deze klant",
    "toezegging": "is geen toezegging van deze klant",
    "klaar": "is geen actie, toezegging of signaal van deze klant",
    "onderwerp": "is geen regel, contract, contactpersoon, canvas of soort werk",
}
"""Kind of reference → what to say when the id does not exist."""

ACCOUNT = {
    "moeder": "klant",
    "groep": "groep",
    "driehoek.accountmanager": "persoon",
    "driehoek.contractmanager": "persoon",
    "driehoek.projectmanagers.*": "persoon",
    "driehoek.directie_sponsor": "persoon",
    "vorige_accountmanager": "persoon",
    "uitstel.*.onderwerp": "onderwerp",
    "projecten.*.projectmanager": "persoon",
    "projecten.*.contractmanager": "persoon",
    "projecten.*.senior_supplier": "persoon",
    "projecten.*.stuurgroep.*": "mens",
    "projecten.*.evaluatie": "evaluatie",
    "aannames.*.wie": "persoon",
    "toezeggingen.*.wie": "mens",
    "contracten.*.contractmanager": "persoon",
    "contracten.*.verlengbesluit.wie": "persoon",
    "contracten.*.uitkomsten.*.opvolger": "contract",
    "waarde.scores.#": "element",
    "contactpersonen.*.relaties.*": "persoon",
    "contactpersonen.*.opvolger": "opvolger",
    "contactregels.*.wie": "wie",
    "contactregels.*.met.*": "contact",
    "contactmomenten.*.wie": "persoon",
    "contactmomenten.*.met.*": "contact",
    "contactmomenten.*.regel": "regel",
    "contactmomenten.*.nagevraagd.*": "verwachting",
    "contactmomenten.*.signalen.*.kans": "kans",
    "juiste_klant.scores.#": "criterium",
    "verwachtingen.*.van": "contact",
    "problemen.*.eigenaar": "persoon",
    "innovaties.*.eigenaar": "persoon",
    "kansen.*.eigenaar": "persoon",
    "evaluaties.*.door": "persoon",
    "evaluaties.*.gegeven_door": "contact",
    "evaluaties.*.herstelplan.eigenaar": "persoon",
    "signalen.*.les": "les",
    "canvassen.*.contracten.*": "contract",
    "canvassen.*.deelnemers.*": "persoon",
    "canvassen.*.vakken.#": "vak",
    "canvassen.*.vakken.#.indicatoren.*": "indicator",
    "canvassen.*.acties.*.wie": "persoon",
    "canvassen.*.acties.*.doel": "doel",
    "canvassen.*.coach.wie": "persoon",
    "canvassen.*.goedkeuring.*.wie": "persoon",
    "fresheyes.*.acties.*.wie": "persoon",
    "postmortems.*.contract": "contract",
    "postmortems.*.gesproken_met.*": "contact",
    "postmortems.*.lessen.*": "les",
    "afsluiting.volg_contactpersonen.*": "contact",
}
"""Path in an account → kind of reference; `*` is an item of a list, `#` a key of a map."""

GEDEELD = {
    "team": {
        "personen.*.vervanger": "persoon",
        "personen.*.leidinggevende": "persoon",
        "personen.*.afwezig.*.vervanger": "persoon",
    },
    "criteria": {
        "juiste_klanten.*.vastgesteld_door": "persoon",
        "juiste_voorwaarden.*.vastgesteld_door": "persoon",
    },
    "lessen": {"lessen.*.account": "klant_of_anoniem"},
    "berichten": {"berichten.*.aan.accounts.*": "klant", "berichten.*.nagebeld.#": "klant"},
    "segmentatie": {"segmenten.#.contactschema.*.wie": "wie"},
    "werving": {"eigenaar": "persoon", "adressen.*.eigenaar": "persoon"},
}
"""The same for each shared file."""

REGEL = {
    "met.*": "contact",
    "regel": "regel",
    "klopt_nog.*": "klopt",
    "klaar.*": "klaar",
    "gebroken.*": "toezegging",
    "signaal.kans": "kans",
}
"""The same for a line of the journal."""

Boom = dict[str, Any]


def _boom(tabel: Mapping[str, str]) -> Boom:
    """Turn paths into a tree, so that a file is walked once."""
    wortel: Boom = {}
    for pad, soort in tabel.items():
        tak = wortel
        for deel in pad.split("."):
            tak = tak.setdefault(deel, {})
        tak[""] = soort
    return wortel


BOOM_ACCOUNT, BOOM_REGEL = _boom(ACCOUNT), _boom(REGEL)
_BOMEN = {naam: _boom(tabel) for naam, tabel in GEDEELD.items()}


@dataclass(frozen=True, slots=True)
class Bekend:
    """The ids that exist outside one account."""

    personen: frozenset[str] | None
    """None when there is no `team.yml`: that is one problem, not one for every name."""
    klanten: frozenset[str]
    lessen: frozenset[str]
    gedeeld: Gedeeld
    opgeruimd: frozenset[str] = frozenset()
    """Ids that lines of the journal had before they were removed as too old."""

    @property
    def standaardregels(self) -> frozenset[str]:
        """Ids of the default contact rules of all segments."""
        segmenten = self.gedeeld.segmentatie.segmenten.values()
        return frozenset(regel.id for segment in segmenten for regel in segment.contactschema)


def ids(waarde: Any, lijst: str) -> frozenset[str]:
    """The ids in a list of a file, also of items that have an error elsewhere."""
    items = waarde.get(lijst) if isinstance(waarde, dict) else None
    gevonden = (item.get("id") for item in items if isinstance(item, dict)) if isinstance(items, list) else ()
    return frozenset(kenmerk for kenmerk in gevonden if isinstance(kenmerk, str))


class Wijzer:
    """Says of a reference whether what it names exists."""

    def __init__(self, bekend: Bekend) -> None:
        """Start with what is known outside any account."""
        gedeeld = bekend.gedeeld
        vakken = [vak.id for vak in gedeeld.canvas.vakken if vak.soort == "tekst"]
        self.mogelijk: dict[str, frozenset[str] | None] = {
            "persoon": bekend.personen,
            "wie": None if bekend.personen is None else bekend.personen | frozenset(ROLLEN_REGEL),
            "klant": bekend.klanten,
            "klant_of_anoniem": bekend.klanten | {ANONIEM},
            "les": bekend.lessen,
            "groep": frozenset(groep.id for groep in gedeeld.segmentatie.groepen),
            "criterium": frozenset(criterium.id for criterium in gedeeld.criteria.alle),
            "vak": frozenset(vakken),
            "indicator": frozenset(indicator.id for indicator in gedeeld.canvas.indicatoren),
        }

    def keur(self, object_: Any, tak: Boom, loc: Loc = ()) -> Iterator[Bevinding]:
        """Walk one part of the model along the tree and tell which references lead nowhere."""
        if object_ is None:
            return
        if soort := tak.get(""):
            yield from self._bestaat(str(object_), soort, loc)
        if ster := tak.get("*"):
            for nummer, item in enumerate(object_):
                yield from self.keur(item, ster, (*loc, nummer))
        # A map with free keys has no fields, so `#` stands alone on its branch.
        elif hek := tak.get("#"):
            yield from self._sleutels(object_, hek, loc)
        else:
            for naam, onder in tak.items():
                if naam and (deel := getattr(object_, naam, None)):
                    yield from self.keur(deel, onder, (*loc, naam))

    def _sleutels(self, groep: Mapping[Any, Any], tak: Boom, loc: Loc) -> Iterator[Bevinding]:
        """Keys of a map that name something, and what stands below them."""
        soort = tak.get("")
        onder = {naam: deel for naam, deel in tak.items() if naam}
        for sleutel, deel in groep.items():
            if soort:
                yield from self._bestaat(str(sleutel), soort, (*loc, sleutel, "[key]"))
            if onder:
                yield from self.keur(deel, onder, (*loc, sleutel))

    def _bestaat(self, naam: str, soort: str, loc: Loc) -> Iterator[Bevinding]:
        mogelijk = self.mogelijk.get(soort)
        if mogelijk is None or naam in mogelijk:
            return
        veld = next((deel for deel in reversed(loc) if isinstance(deel, str) and deel != "[key]"), "")
        onderdeel = f"'{naam}'" if veld == naam else f"{veld}: '{naam}'"
        zin = _NIET_IN[soort.removesuffix("_of_anoniem")]
        yield Bevinding(loc, "verwijzing", f"{onderdeel} {zin}; {_raad(naam, mogelijk)}")


def _raad(naam: str, mogelijk: Iterable[str]) -> str:
    """What to write instead: the id that looks like it, or the few there are."""
    op_volgorde = sorted(mogelijk)
    if lijkt := gelijkend(naam, op_volgorde):
        return f"bedoel je '{lijkt}'?"
    if 0 < len(op_volgorde) <= 8:
        return f"kies uit {', '.join(op_volgorde)}, of voeg het daar toe"
    return "verbeter de naam, of voeg het daar toe"


def in_gedeeld(naam: str, object_: Any, bekend: Bekend) -> Iterator[Bevinding]:
    """References in a shared file, by its name without `.yml` (`werving` for a tournament)."""
    if boom := _BOMEN.get(naam):
        yield from Wijzer(bekend).keur(object_, boom)


def in_dagboek(dagboek: Dagboek, bekend: Bekend) -> Iterator[tuple[Aantekening, Bevinding]]:
    """Lines about a client that does not exist, or of a colleague that the team does not know."""
    wijzer = Wijzer(bekend)
    gezegd: set[str] = set()
    for een in (een for regels in dagboek.values() for een in regels):
        if een.regel.klant in bekend.klanten and (bekend.personen is None or een.wie in bekend.personen):
            continue  # nearly always, and there are thousands
        yield from ((een, bevinding) for bevinding in wijzer.keur(een.regel, {"klant": {"": "klant"}}))
        if bekend.personen is not None and een.wie not in bekend.personen and een.bestand not in gezegd:
            gezegd.add(een.bestand)
            zin = f"dit bestand heet naar '{een.wie}', en die staat niet in _gedeeld/team.yml"
            yield een, Bevinding((), "verwijzing", f"{zin}; {_raad(een.wie, bekend.personen)}")
