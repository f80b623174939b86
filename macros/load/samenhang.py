"""Facts that contradict each other within one file (domain 2.12), as far as no date has to be computed for it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from macros.load.problem import Bevinding, Loc
from macros.load.yaml12 import Houder
from macros.model.account import Account
from macros.model.contact import ROLLEN_REGEL, Contactregel
from macros.model.contract import Contract, Optie
from macros.model.gedeeld import Criteria, Instellingen, Segmentatie, Voorstellen, Werving
from macros.model.team import OUD_CONTACT

VOORBEELD = "voorbeeld"
"""Id of the sample client that is built in."""
NIEUW_CANVAS = "nieuw"
"""Address of the empty canvas."""


def dubbele_ids(waarde: dict[Any, Any], houders: Iterable[Houder]) -> Iterator[Bevinding]:
    """Two items with one id in the same list, anywhere in a file; `houders` are all its maps and lists."""
    if any(_dubbel(houder) for houder in houders if isinstance(houder, list)):
        yield from _dubbele_ids(waarde, ())


def _dubbel(lijst: list[Any]) -> bool:
    """Whether two items of a list have one id."""
    kenmerken = [kenmerk for item in lijst if isinstance(item, dict) and isinstance(kenmerk := item.get("id"), str)]
    return len(kenmerken) != len(set(kenmerken))


def _dubbele_ids(waarde: Any, loc: Loc) -> Iterator[Bevinding]:
    """Find the ids that were there already, and where they stand."""
    if isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            yield from _dubbele_ids(deel, (*loc, sleutel))
    elif isinstance(waarde, list):
        gezien: set[str] = set()
        for nummer, item in enumerate(waarde):
            kenmerk = item.get("id") if isinstance(item, dict) else None
            if isinstance(kenmerk, str) and kenmerk in gezien:
                tekst = f"id '{kenmerk}' komt twee keer voor; geef elk een eigen id"
                yield Bevinding((*loc, nummer, "id"), "dubbele-id", tekst)
            gezien |= {kenmerk} if isinstance(kenmerk, str) else set()
            yield from _dubbele_ids(item, (*loc, nummer))


def account(
    klant: Account, bestandsnaam: str, standaardregels: frozenset[str], gereserveerd: frozenset[str]
) -> Iterator[Bevinding]:
    """Everything about one client that cannot be true.

    `standaardregels` are the contact rules of the segments, `gereserveerd` the ids that no client may have.
    """
    yield from _id(klant.id, bestandsnaam, gereserveerd)
    for nummer, contract in enumerate(klant.contracten):
        yield from _contract(contract, ("contracten", nummer))
    yield from _regels(klant.contactregels, ("contactregels",), standaardregels)
    for nummer, persoon in enumerate(klant.contactpersonen):
        if persoon.id == OUD_CONTACT:
            tekst = f"id '{OUD_CONTACT}' is bedoeld voor mensen die al weggehaald zijn; kies een andere id"
            yield Bevinding(("contactpersonen", nummer, "id"), "gereserveerd", tekst)
    for nummer, blik in enumerate(klant.fresheyes):
        if blik.gepland_op is None and blik.uitgevoerd_op is None:
            tekst = "een frisse blik heeft geen datum; voeg gepland_op of uitgevoerd_op toe"
            yield Bevinding(("fresheyes", nummer), "verplicht-veld", tekst)
    for nummer, canvas in enumerate(klant.canvassen):
        if canvas.id == NIEUW_CANVAS:
            tekst = "id 'nieuw' is al het adres van het lege formulier; kies een andere, zoals \"2026\""
            yield Bevinding(("canvassen", nummer, "id"), "gereserveerd", tekst)


def _id(kenmerk: str, bestandsnaam: str, gereserveerd: frozenset[str]) -> Iterator[Bevinding]:
    if gereserveerd & {kenmerk, bestandsnaam}:
        tekst = f"id '{VOORBEELD}' hoort bij de ingebouwde voorbeeldklant; kies een andere id en bestandsnaam"
        yield Bevinding(("id",), "gereserveerd", tekst)
    elif kenmerk != bestandsnaam:
        tekst = f"id '{kenmerk}' is anders dan de bestandsnaam; schrijf id: {bestandsnaam}, of hernoem het bestand"
        yield Bevinding(("id",), "bestandsnaam", tekst)


def _contract(contract: Contract, loc: Loc) -> Iterator[Bevinding]:
    naam = f"contract '{contract.id}'"
    onbepaald = contract.soort == "onbepaalde_tijd"
    if contract.einddatum is None and not onbepaald:
        tekst = f"{naam} heeft geen einddatum; voeg toe: einddatum: 2027-03-31"
        yield Bevinding((*loc, "einddatum"), "verplicht-veld", tekst)
    if contract.einddatum is not None and onbepaald:
        tekst = f"{naam} is voor onbepaalde tijd en heeft toch een einddatum; haal een van beide weg"
        yield Bevinding((*loc, "einddatum"), "einddatum", tekst)
    elif contract.einddatum is not None and contract.einddatum < contract.startdatum:
        tekst = f"{naam} eindigt voordat het begint ({contract.startdatum}); kijk beide datums na"
        yield Bevinding((*loc, "einddatum"), "einddatum", tekst)
    yield from _opties(contract.opties, (*loc, "opties"))


def _opties(opties: list[Optie], loc: Loc) -> Iterator[Bevinding]:
    vervallen = False
    for nummer, optie in enumerate(opties):
        if optie.status == "gelicht" and optie.datum_gelicht is None:
            tekst = "een gelichte optie heeft geen datum; voeg toe: datum_gelicht: 2026-12-31"
            yield Bevinding((*loc, nummer, "datum_gelicht"), "verplicht-veld", tekst)
        if optie.status != "gelicht" and optie.datum_gelicht is not None:
            hoe = "niet gelicht" if optie.status == "niet_gelicht" else "nog open"
            tekst = f"deze optie is {hoe}, en toch staat er een dag bij; haal datum_gelicht weg, of schrijf gelicht"
            # A status that was refused counts as open: then what is wrong was said there.
            plek = "datum_gelicht" if optie.status == "niet_gelicht" else "status"
            yield Bevinding((*loc, nummer, plek), "optie-niet-gelicht", tekst)
        if optie.status == "gelicht" and vervallen:
            tekst = "deze optie is gelicht na een optie die niet is gelicht; dat kan niet, kijk de volgorde na"
            yield Bevinding((*loc, nummer, "status"), "optie-volgorde", tekst)
        vervallen = vervallen or optie.status == "niet_gelicht"


def _regels(regels: list[Contactregel], loc: Loc, standaardregels: frozenset[str]) -> Iterator[Bevinding]:
    """An own contact rule must be complete; an override names only what differs."""
    for nummer, regel in enumerate(regels):
        if regel.vervalt or regel.id in standaardregels:
            continue
        for veld in ("wie", "laag", "elke_dagen"):
            if getattr(regel, veld) is None:
                tekst = f"contactregel '{regel.id}' heeft geen {veld}; voeg dat toe"
                yield Bevinding((*loc, nummer, veld), "verplicht-veld", tekst)


def segmentatie(indeling: Segmentatie) -> Iterator[Bevinding]:
    """Weights of a group add up to 100, the thresholds fall, and each default contact rule is complete."""
    for nummer, groep in enumerate(indeling.groepen):
        samen = sum(element.gewicht for element in groep.elementen)
        if samen != 100:
            tekst = f"de gewichten van groep '{groep.id}' zijn samen {samen}; maak er samen 100 van"
            yield Bevinding(("groepen", nummer, "elementen"), "gewichten", tekst)
    if indeling.drempels.B >= indeling.drempels.A:
        tekst = "de drempel van B is niet lager dan die van A; maak B lager"
        yield Bevinding(("drempels", "B"), "drempels", tekst)
    for segment, behandeling in indeling.segmenten.items():
        yield from _regels(behandeling.contactschema, ("segmenten", segment, "contactschema"), frozenset())


def criteria(lijst: Criteria) -> Iterator[Bevinding]:
    """An id stands in one of the two lists only."""
    klanten = {criterium.id for criterium in lijst.juiste_klanten}
    for nummer, criterium in enumerate(lijst.juiste_voorwaarden):
        if criterium.id in klanten:
            tekst = f"id '{criterium.id}' staat ook bij juiste_klanten; geef elk een eigen id"
            yield Bevinding(("juiste_voorwaarden", nummer, "id"), "dubbele-id", tekst)


def gedeeld(naam: str, gelezen: Any) -> Iterator[Bevinding]:
    """The cross-field rules of a shared file, by its name without `.yml`, for those that have them."""
    if naam == "team":
        yield from personen_ids((persoon.id for persoon in gelezen.personen), ROLLEN_REGEL)
    elif naam == "segmentatie":
        yield from segmentatie(gelezen)
    elif naam == "criteria":
        yield from criteria(gelezen)
    elif naam == "instellingen":
        yield from instellingen(gelezen)


def instellingen(waarden: Instellingen) -> Iterator[Bevinding]:
    """The time zone exists, and a git server has what it needs to take proposals."""
    if waarden.tijdzone not in _tijdzones():
        tekst = f"tijdzone '{waarden.tijdzone}' bestaat niet; schrijf bijvoorbeeld Europe/Amsterdam"
        yield Bevinding(("tijdzone",), "verkeerde-waarde", tekst)
    yield from _voorstellen(waarden.voorstellen)


_SMEDERIJ = {
    "patch": {},
    "gitlab": {"adres": "https://gitlab.intern.example", "project": "verkoop/retentiehandboek", "client_id": "…"},
    "forgejo": {"adres": "https://git.intern.example", "project": "verkoop/retentiehandboek", "client_id": "…"},
    "github": {"adres": "https://github.com", "project": "bedrijf/retentiehandboek"},
    "azure": {
        "adres": "https://dev.azure.com",
        "project": "bedrijf/verkoop/retentiehandboek",
        "client_id": "…",
        "aanmeldadres": "https://login.microsoftonline.com/…",
    },
}
"""What each kind of git server needs, with an example."""
_DELEN = {"gitlab": (2, 20), "forgejo": (2, 2), "github": (2, 2), "azure": (3, 3)}
"""How many parts the name of a project has: at least and at most."""


def _voorstellen(waar: Voorstellen) -> Iterator[Bevinding]:
    """Nothing misses, nothing is too much, and the project is a project of that kind of server."""
    loc, nodig = ("voorstellen",), _SMEDERIJ[waar.soort]
    for naam in ("adres", "project", "client_id", "aanmeldadres"):
        waarde = getattr(waar, naam)
        if waarde is None and naam in nodig:
            tekst = f"voorstellen met soort {waar.soort} heeft geen {naam}; voeg toe: {naam}: {nodig[naam]}"
            yield Bevinding((*loc, naam), "verplicht-veld", tekst)
        elif waarde is not None and naam not in nodig:
            tekst = f"{naam} hoort niet bij soort {waar.soort}; haal deze regel weg of schrijf een andere soort"
            yield Bevinding((*loc, naam), "verkeerde-waarde", tekst)
    if waar.project is not None and (grenzen := _DELEN.get(waar.soort)):
        delen = waar.project.split("/")
        if not grenzen[0] <= len(delen) <= grenzen[1] or not all(re.fullmatch(r"\w[\w .-]*", deel) for deel in delen):
            goed = nodig["project"]
            tekst = f"project '{waar.project}' kan niet bij {waar.soort}; schrijf het zonder adres ervoor, zoals {goed}"
            yield Bevinding((*loc, "project"), "verkeerde-waarde", tekst)
    if not re.fullmatch(r"[\w][\w./-]*", waar.hoofdtak) or ".." in waar.hoofdtak:
        tekst = f"hoofdtak '{waar.hoofdtak}' kan geen tak zijn; schrijf alleen de naam, zoals main"
        yield Bevinding((*loc, "hoofdtak"), "verkeerde-waarde", tekst)


@cache  # hundreds of files are looked at for it
def _tijdzones() -> frozenset[str]:
    return frozenset(available_timezones())


def werving(toernooi: Werving, bestandsnaam: str) -> Iterator[Bevinding]:
    """The year is that of the file name."""
    if str(toernooi.jaar) != bestandsnaam:
        tekst = f"jaar {toernooi.jaar} is anders dan de bestandsnaam; schrijf jaar: {bestandsnaam}"
        yield Bevinding(("jaar",), "bestandsnaam", tekst)


def personen_ids(ids: Iterable[str], gereserveerd: Iterable[str]) -> Iterator[Bevinding]:
    """No person is called as a role: contact rules could not tell them apart."""
    for nummer, kenmerk in enumerate(ids):
        if kenmerk in gereserveerd:
            tekst = f"id '{kenmerk}' is de naam van een rol; kies een andere id"
            yield Bevinding(("personen", nummer, "id"), "gereserveerd", tekst)
