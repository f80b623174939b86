"""The contact rules that hold for an account: those of its segment, with what the account itself says (domain 2.5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.model.account import Account
from macros.model.basis import Segment
from macros.model.contact import Contactregel
from macros.model.gedeeld import Gedeeld, Persoon, Segmentatie

WIE = {
    "accountmanager": "Accountmanager",
    "contractmanager": "Contractmanager",
    "projectmanager": "Projectmanager",
    "directie": "Directie",
}
VELDEN = ("wie", "laag", "met", "vorm", "elke_dagen")
"""What an override may change."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One contact rule, complete."""

    id: str
    naam: str
    """As people know it: "Accountmanager, tactisch"."""
    wie: str
    """A role or a person's id."""
    laag: str
    met: tuple[str, ...]
    """Contact persons of whom one must have been there; empty = anyone in the layer."""
    vorm: str
    elke_dagen: int
    eigen: bool
    """Whether the account changed or added it."""


def contactregels(account: Account, segment: Segment | None, gedeeld: Gedeeld) -> tuple[Regel, ...]:
    """The rules in force: defaults of the segment first, then the account's own; none by default without a segment.

    An override names only what differs. One of a rule that this segment does not have takes the rest from the
    highest segment that does, so that an account keeps its rule when its segment changes.
    """
    standaard = _standaard(segment, gedeeld.segmentatie)
    afwijkend = {afwijking.id: afwijking for afwijking in account.contactregels}
    regels = []
    for naam in dict.fromkeys([*standaard, *afwijkend]):
        afwijking = afwijkend.get(naam)
        if afwijking and afwijking.vervalt:
            continue
        basis = standaard.get(naam) or _elders(naam, gedeeld.segmentatie)
        regels.append(_regel(naam, basis, afwijking, gedeeld.personen))
    return tuple(regel for regel in regels if regel)


def _standaard(segment: Segment | None, segmentatie: Segmentatie) -> dict[str, Contactregel]:
    behandeling = segmentatie.segmenten.get(segment) if segment else None
    return {regel.id: regel for regel in behandeling.contactschema} if behandeling else {}


def _elders(naam: str, segmentatie: Segmentatie) -> Contactregel | None:
    # A before B before C: the highest segment that has the rule.
    for segment in sorted(segmentatie.segmenten):
        if regel := _standaard(segment, segmentatie).get(naam):
            return regel
    return None


def _regel(
    naam: str, basis: Contactregel | None, afwijking: Contactregel | None, personen: Mapping[str, Persoon]
) -> Regel | None:
    """Merge a default and its override; None while an own rule does not say who, which layer and how often."""
    velden = {
        veld: waarde
        for bron in (basis, afwijking)
        if bron
        for veld in VELDEN
        # An empty `met` in an override says nothing, so the people of the default stay.
        if (waarde := getattr(bron, veld)) not in (None, [])
    }
    if not {"wie", "laag", "elke_dagen"} <= velden.keys():
        return None
    vorm = velden.get("vorm", "bezoek")
    return Regel(
        id=naam,
        naam=_naam(velden["wie"], velden["laag"], vorm, personen),
        wie=velden["wie"],
        laag=velden["laag"],
        met=tuple(velden.get("met", ())),
        vorm=vorm,
        elke_dagen=velden["elke_dagen"],
        eigen=afwijking is not None,
    )


def _naam(wie: str, laag: str, vorm: str, personen: Mapping[str, Persoon]) -> str:
    if vorm == "procesafstemming":
        return "Procesafstemming"
    persoon = personen.get(wie)
    return f"{WIE.get(wie) or (persoon.naam if persoon else wie)}, {laag}"
