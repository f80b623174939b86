"""The mapping file: which column of a register fills which field, and how its texts are written.

A mapping is checked as strictly as an account file: unknown keys, wrong types and impossible choices are problems with
a line number. There is no field for people: contact persons, mailboxes and phone numbers never come from a register.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidatorFunctionWrapHandler, WrapValidator
from pydantic_core import PydanticCustomError

from macros.invoer.cellen import DATUMVORMEN, GETALVORMEN
from macros.model.basis import Boolean, Positief, Slug, Tekst, onderdeel, veld

TOTAAL_GEDEELD = "totaal_gedeeld_door_looptijd"
"""`jaarwaarde`: divide the total value by the length of the contract; shorter than a year: the total itself."""

_LETTERLIJK = re.compile(r"\\.|\[\]?[^\]]*\]")
"""A sign with a backslash, or a choice between brackets: one sign to look for."""
_OPEN_HERHALING = re.compile(r"[*+]|\{\d*,\}")
_ZOEK_IN = 500
"""Characters of a cell in which a pattern is looked for."""
_PLAATS = re.compile(r"\{([^{}]+)\}")


def _codering(waarde: str) -> str:
    try:
        "".encode(waarde)
    except (LookupError, UnicodeError):
        raise PydanticCustomError(
            "codering", "is geen bekende codering; schrijf utf-8, utf-16 of windows-1252"
        ) from None
    return waarde


def _patroon(waarde: str) -> str:
    """Refuse what could search for ever in one cell: a repeated group, or many open repeats."""
    kaal = _LETTERLIJK.sub("x", waarde)
    if re.search(r"\)[*+{]", kaal) or len(_OPEN_HERHALING.findall(kaal)) > 2:
        raise PydanticCustomError(
            "patroon", "kan te lang zoeken; herhaal geen haakjes, en gebruik * of + hoogstens twee keer"
        )
    try:
        re.compile(waarde)
    except re.error as fout:
        raise PydanticCustomError("patroon", "is geen goed patroon: {fout}", {"fout": str(fout)}) from None
    return waarde


def _keuze(soort: str, keuzes: dict[str, object]) -> AfterValidator:
    """Accept only the names of `keuzes`; a slash or point for the dash of a date is fine."""

    def kies(waarde: str) -> str:
        gekozen = re.sub("[/.]", "-", waarde) if soort == "datumvorm" else waarde
        if gekozen not in keuzes:
            raise PydanticCustomError(
                soort, "is geen bekende {soort}; kies uit: {keuzes}", {"soort": soort, "keuzes": "; ".join(keuzes)}
            )
        return gekozen

    return AfterValidator(kies)


def _valuta(waarde: str) -> str:
    if not re.fullmatch(r"[A-Z]{3}", waarde):
        raise PydanticCustomError("valuta", "is geen valuta; schrijf drie hoofdletters, zoals EUR")
    return waarde


class Vast(str):
    """A text that is the same for every row: `{vast: Gemeente Meerdal}`."""

    __slots__ = ()


def _vast(waarde: Any, lees: ValidatorFunctionWrapHandler) -> str:
    if isinstance(waarde, dict) and list(waarde) == ["vast"]:
        return Vast(lees(waarde["vast"]))
    return lees(waarde)  # type: ignore[no-any-return]


Kolom = Tekst
"""Name of a column, exactly as in the header; for OCDS a path such as `buyer.name`."""
Veldbron = Annotated[Tekst, WrapValidator(_vast)]
"""Name of a column, a text with columns in braces such as `{soort} {nummer}`, or `{vast: …}`."""
Kolommen = Kolom | list[Kolom]
"""One column or several."""


Eenmalig = Literal[
    "titel",
    "contractnummer",
    "startdatum",
    "einddatum",
    "contractwaarde_totaal",
    "jaarwaarde",
    "opzegtermijn",
    "stilzwijgende_verlenging",
    "document",
]
"""Fields of a contract that a register fills and that a colleague may want to keep."""


def kolommen_van(bron: str) -> list[str]:
    """Return the columns that a `Veldbron` needs."""
    return [] if isinstance(bron, Vast) else _PLAATS.findall(bron) or [bron]


@onderdeel
class Bestand:
    """How the register is written; what is left out is found out, and reported."""

    soort: Literal["csv", "xlsx", "ocds"] | None = veld(
        "Soort bestand", "Csv, xlsx of ocds; zonder dit veld telt de extensie.", default=None
    )
    codering: Annotated[Tekst, AfterValidator(_codering)] | None = veld(
        "Codering", "Van CSV: utf-8 of windows-1252; zonder dit veld zoeken we het uit.", default=None
    )
    scheidingsteken: Annotated[str, Field(min_length=1, max_length=1)] | None = veld(
        "Scheidingsteken", "Eén teken tussen de cellen van CSV, zoals ;", default=None
    )
    blad: Tekst | None = veld("Blad", "Naam van het blad in een werkmap; zonder dit veld het eerste.", default=None)
    rij: Literal["award", "contract", "lot"] = veld(
        "Rij", "Van OCDS: is een rij een gunning (award), een contract of een perceel (lot)?", default="award"
    )
    kopregel: Positief = veld("Kopregel", "De hoeveelste regel de kolomnamen bevat.", default=1)
    datum: Annotated[Tekst, _keuze("datumvorm", dict(DATUMVORMEN))] | None = veld(
        "Datumvorm", "Hoe een dag geschreven is, zoals dd/mm/jjjj.", default=None
    )
    getal: Annotated[Tekst, _keuze("getalvorm", dict(GETALVORMEN))] | None = veld(
        "Getalvorm", "Hoe een bedrag geschreven is, zoals 1.234,56.", default=None
    )
    leeg: list[Tekst] = veld("Leeg", "Teksten die 'onbekend' betekenen, zoals n.v.t.", default_factory=list)


@onderdeel
class Filter:
    """Which rows count: the value of one column against one condition."""

    kolom: Kolom = veld("Kolom", "De kolom waar het om gaat.")
    gelijk_aan: Tekst | None = veld("Gelijk aan", "Precies deze tekst.", default=None)
    begint_met: Tekst | None = veld("Begint met", "De tekst begint hiermee.", default=None)
    patroon: Annotated[Tekst, AfterValidator(_patroon)] | None = veld(
        "Patroon", f"Reguliere expressie die past in de eerste {_ZOEK_IN} tekens.", default=None
    )
    een_van: list[Tekst] = veld("Een van", "Precies een van deze teksten.", default_factory=list)
    niet: Boolean = veld("Niet", "Draait de voorwaarde om.", default=False)

    def __post_init__(self) -> None:
        """Refuse a filter with no condition or with two."""
        gegeven = [self.gelijk_aan, self.begint_met, self.patroon, self.een_van or None]
        if sum(een is not None for een in gegeven) != 1:
            raise PydanticCustomError(
                "filter", "heeft precies één voorwaarde: gelijk_aan, begint_met, patroon of een_van"
            )

    def laat_door(self, waarde: str) -> bool:
        """Tell whether a row with this value counts."""
        if self.gelijk_aan is not None:
            raak = waarde == self.gelijk_aan
        elif self.begint_met is not None:
            raak = waarde.startswith(self.begint_met)
        elif self.patroon is not None:
            raak = re.search(self.patroon, waarde[:_ZOEK_IN]) is not None
        else:
            raak = waarde in self.een_van
        return raak != self.niet


@onderdeel
class NieuweAccountmanager:
    """Who becomes account manager of the new accounts: the one in a column, else this one."""

    kolom: Veldbron | None = veld(
        "Kolom", "Kolom met de naam of de id van de accountmanager; leeg of onbekend: die hieronder.", default=None
    )
    id: Slug = veld("Id", "Id van deze collega in team.yml.")
    naam: Tekst = veld("Naam", "Naam, voor een team.yml die er nog niet is.")


@onderdeel
class Accountmapping:
    """How rows become clients."""

    naam: Veldbron = veld("Naam", "Kolom met de naam van de klant: rijen met één naam vormen één account.")
    id: Veldbron | None = veld("Id", "Kolom waar de id van gemaakt wordt; zonder dit veld de naam.", default=None)
    samen: dict[str, list[Tekst]] = veld(
        "Samen", "Naam → andere namen voor dezelfde klant; die komen bij 'aliassen'.", default_factory=dict
    )
    moeder: Veldbron | None = veld("Moeder", "Kolom met het moederbedrijf; ook dat wordt een account.", default=None)
    klantnummer: Veldbron | None = veld("Klantnummer", "Kolom met ons nummer van de klant.", default=None)
    branche: Veldbron | None = veld("Branche", "Kolom met de branche.", default=None)
    sector: Literal["privaat", "publiek"] | None = veld("Sector", "Van alle klanten in dit register.", default=None)


@onderdeel
class Optiemapping:
    """Where the text about extensions stands."""

    kolom: Veldbron = veld("Kolom", "Kolom met de tekst over verlenging.")
    lopende_tekst: Boolean = veld(
        "Lopende tekst", "De kolom gaat ook over andere dingen: lees alleen de zinnen over verlenging.", default=False
    )


@onderdeel
class Contractmapping:
    """How one row becomes one contract."""

    sleutel: Kolommen = veld("Sleutel", "Kolom of kolommen die een contract uniek aanwijzen; ook bij het bijwerken.")
    titel: Veldbron = veld("Titel", "Kolom met de titel.")
    id: Veldbron | None = veld("Id", "Kolom voor de id; zonder dit veld contractnummer of titel.", default=None)
    contractnummer: Veldbron | None = veld("Contractnummer", "Kolom met het nummer.", default=None)
    samenvoegen: Boolean = veld(
        "Samenvoegen", "Rijen met één sleutel zijn de termijnen van één contract.", default=False
    )
    startdatum: Kolom | None = veld("Startdatum", "Kolom met de eerste dag.", default=None)
    einddatum: Kolom | None = veld("Einddatum", "Kolom met de laatste dag, zonder opties.", default=None)
    zonder_einddatum: Literal["overslaan", "onbepaalde_tijd"] = veld(
        "Zonder einddatum", "Wat er gebeurt met een rij zonder einddatum.", default="overslaan"
    )
    zonder_startdatum: Literal["overslaan", "schatten"] = veld(
        "Zonder startdatum", "Wat er gebeurt met een rij zonder startdatum.", default="overslaan"
    )
    looptijd: Veldbron | None = veld(
        "Looptijd", "Kolom met de duur, zoals '24 maanden': rekent de ontbrekende datum uit.", default=None
    )
    afgelopen: Literal["overslaan", "meenemen"] = veld(
        "Afgelopen", "Wat er gebeurt met een contract dat eindigde voor je de klant hier beheert.", default="overslaan"
    )
    waarde: Kolom | None = veld("Waarde", "Kolom met de waarde over de hele looptijd.", default=None)
    valuta: Kolom | None = veld("Valuta", "Kolom met de valuta van de waarde, als die per rij verschilt.", default=None)
    jaarwaarde: Tekst | None = veld(
        "Jaarwaarde",
        f"Kolom met de waarde per jaar, of {TOTAAL_GEDEELD}; zonder dit veld geen jaarwaarde.",
        default=None,
    )
    opzegtermijn: Veldbron | None = veld("Opzegtermijn", "Kolom met een termijn zoals '3 maanden'.", default=None)
    stilzwijgende_verlenging: Veldbron | None = veld(
        "Stilzwijgende verlenging", "Kolom met hoe lang het vanzelf doorloopt, zoals '12 maanden'.", default=None
    )
    opties: Optiemapping | None = veld("Opties", "Waar de tekst over verlenging staat.", default=None)
    document: Veldbron | None = veld("Document", "Kolom met de vindplaats van het contract.", default=None)
    eenmalig: list[Eenmalig] = veld(
        "Eenmalig", "Velden die na de eerste keer van jou zijn: bijwerken verandert ze niet.", default_factory=list
    )


@onderdeel
class Mapping:
    """A whole mapping file."""

    register: Tekst = veld("Register", "Naam van het register; komt bij elk contract in 'bron'.")
    accountmanager: NieuweAccountmanager = veld("Accountmanager", "Van de nieuwe accounts.")
    valuta: Annotated[Tekst, AfterValidator(_valuta)] = veld("Valuta", "Van alle bedragen.", default="EUR")
    bestand: Bestand = veld("Bestand", "Hoe het register geschreven is.", default_factory=Bestand)
    filters: list[Filter] = veld("Filters", "Alle filters moeten kloppen.", default_factory=list)
    accounts: Accountmapping = veld("Accounts", "Hoe rijen klanten worden.")
    contracten: Contractmapping = veld("Contracten", "Hoe een rij een contract wordt.")

    def kolommen(self) -> list[str]:
        """Return every column the register must have, each once."""
        contract, account = self.contracten, self.accounts
        bronnen = [
            contract.titel,
            contract.id,
            contract.contractnummer,
            contract.document,
            account.naam,
            account.id,
            account.moeder,
            account.klantnummer,
            account.branche,
            self.accountmanager.kolom,
            contract.looptijd,
            contract.opzegtermijn,
            contract.stilzwijgende_verlenging,
            contract.opties.kolom if contract.opties else None,
        ]
        namen = [kolom for bron in bronnen if bron for kolom in kolommen_van(bron)]
        namen += [een.kolom for een in self.filters] + self.sleutelkolommen() + self.dagkolommen()
        namen += [*self.bedragkolommen(), *([contract.valuta] if contract.valuta else [])]
        return list(dict.fromkeys(namen))

    def sleutelkolommen(self) -> list[str]:
        """Return the columns of the row key as a list."""
        sleutel = self.contracten.sleutel
        return [sleutel] if isinstance(sleutel, str) else sleutel

    def dagkolommen(self) -> list[str]:
        """Return the columns that hold days."""
        return [kolom for kolom in (self.contracten.startdatum, self.contracten.einddatum) if kolom]

    def bedragkolommen(self) -> list[str]:
        """Return the columns that hold amounts."""
        contract = self.contracten
        return [kolom for kolom in (contract.waarde, contract.jaarwaarde) if kolom and kolom != TOTAAL_GEDEELD]
