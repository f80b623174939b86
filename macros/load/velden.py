"""What the model allows at a path: the class that lives there, its fields, and how to call it in a sentence."""

from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from macros.load.problem import Loc

_NAMEN = {
    "Account": "een klant",
    "Verwijzingen": "de verwijzingen",
    "Kweekvijver": "de kweekvijver",
    "Drempels": "de drempels",
    "Driehoek": "de driehoek",
    "StilzwijgendeVerlenging": "de stilzwijgende verlenging",
    "Waardering": "de waarde",
    "SegmentKeuze": "de segmentkeuze",
    "CBesluit": "het besluit over een C-klant",
    "JuisteKlant": "de juiste klant",
    "Opstart": "de opstart",
    "Opzegging": "de opzegging",
    "Aanbesteding": "de aanbesteding",
    "Indexering": "de indexering",
    "Fresheyes": "een frisse blik",
    "Postmortem": "een terugblik",
    "Vak": "een vak",
    "Voorstel": "het voorstel",
    "Verlengbesluit": "het verlengbesluit",
    "Klantbesluit": "het klantbesluit",
    "Instellingen": "de instellingen",
    "Onderdelen": "de onderdelen",
    "Canvasindeling": "het canvas",
    "Vakindeling": "een vak",
    "VorigeLeverancier": "de vorige leverancier",
    "TerugNaar1": "terug naar honk 1",
    "VrijeDagen": "de vrije dagen",
    "Voorstellen": "de voorstellen",
    "Weekblad": "het dagboek van een week",
    "Dagboekregel": "een regel",
    "Actiestap": "een stap",
    "Dagboekbelofte": "de toezegging",
    "Dagboeksignaal": "het signaal",
    "NieuwGezicht": "een nieuw gezicht",
}
"""Classes that `een <name>` does not fit."""

_BRON = "het handboek noemt van elke methode de bron: haal deze regel weg"
VERVALLEN: dict[tuple[str, str], str] = {
    ("Vakindeling", "bron"): f"zei uit welke bron een vak komt; {_BRON}",
    ("Vragenlijst", "bron"): f"zei uit welke bron een vragenlijst komt; {_BRON}",
    (
        "Honk",
        "hoofdstuk",
    ): "zei waar in het handboek meer staat; de honken hebben daar één hoofdstuk: haal dit weg",
}
"""Fields that were taken away, by class and key: what it was, and what to do with the line that a file still has."""


def naam_van(klasse: type) -> str:
    """Dutch noun with its article for one item of this class: "een contract"."""
    return _NAMEN.get(klasse.__name__, f"een {klasse.__name__.lower()}")


def velden_van(klasse: type) -> dict[str, FieldInfo]:
    """Fields of a class of the model, by name; empty for any other type."""
    velden: dict[str, FieldInfo] = getattr(klasse, "__pydantic_fields__", {})
    return velden


def klasse_bij(wortel: type, loc: Loc) -> type:
    """The class that holds the last part of `loc`: for `("contracten", 0, "titel")` that is Contract."""
    klasse, overslaan = wortel, 0
    for deel in loc[:-1]:
        # A free key (`vakken.relaties`) is no field: the class stays that of the map's values.
        if overslaan and isinstance(deel, str | int):
            overslaan -= 1
            continue
        veld = velden_van(klasse).get(str(deel))
        if veld is None:
            continue
        klasse = klasse_in(veld.annotation) or klasse
        overslaan = vrije_sleutels(veld.annotation)
    return klasse


def in_woorden(pad: str, *wortels: type) -> tuple[str, ...]:
    """Name the fields on a path by their titles, without the ids: "Contracten" and "Einddatum".

    The first of `wortels` that has the first field is the class it starts in.
    """
    titels, delen = [], pad.split(".")
    klasse = next((wortel for wortel in wortels if delen[0] in velden_van(wortel)), wortels[0])
    for deel in delen:
        if info := velden_van(klasse).get(deel):
            titels.append(info.title or deel)
            klasse = klasse_in(info.annotation) or klasse
    return tuple(titels)


def klasse_in(soort: Any) -> type | None:
    """The class of the model that an annotation holds, at any depth."""
    if velden_van(soort):
        klasse: type = soort
        return klasse
    return next((gevonden for deel in get_args(soort) if (gevonden := klasse_in(deel))), None)


def vrije_sleutels(soort: Any) -> int:
    """How many levels of free keys an annotation has: one for `dict[str, Vak]`."""
    eigen = 1 if get_origin(soort) is dict else 0
    return eigen + max((vrije_sleutels(deel) for deel in get_args(soort)), default=0)
