"""What kind of change each sentence is, and who must look at it before it is true for everybody.

A fact is looked at by who knows it, a judgement by who coaches, the method by everyone who works by it. The tables here
are the only place that says which is which; they follow domain 2 (what a field is) and 5.1 and 5.2 (who it is for).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from macros.model.gedeeld import Gedeeld
from macros.model.team import LEIDING
from macros.verschil.zin import Zin, enkele
from macros.woorden import taal

Klasse = Literal["feit", "oordeel", "methode", "programma"]
KLASSEN: Mapping[Klasse, tuple[str, str]] = {
    "feit": ("Feit", "klopt het, en weet je het ook zo?"),
    "oordeel": ("Oordeel", "is het waar, en scherp genoeg?"),
    "methode": ("Methode", "willen we dit allemaal?"),
    "programma": ("Programma", "doet de site het nog?"),
}
"""Name, and what who looks asks himself, in the order in which they are told."""

OORDELEN: Mapping[str, frozenset[str]] = {
    "aannames": frozenset(),
    "c_besluit": frozenset(),
    "canvassen": frozenset(
        {"", "vakken", "doelen", "coach", "tussenevaluatie", "goedkeuring", "klantbesluit", "plan_b"}
    ),
    "contactpersonen": frozenset({"houding", "houding_op", "houding_bron", "invloed"}),
    "contracten": frozenset({"inschatting", "verlengbesluit"}),
    "fresheyes": frozenset(),
    "juiste_klant": frozenset(),
    "postmortems": frozenset(),
    "segment_keuze": frozenset(),
    "waarde": frozenset(),
    "waarom_klant_blijft": frozenset(),
}
"""Fields of a client that say what we think; of a list which fields of an item do, "" for the item itself.

Without names all of it does. Everything else is a fact.
"""
GEDEELD: Mapping[str, Klasse] = {
    "instellingen": "methode",
    "team": "feit",
    "segmentatie": "methode",
    "criteria": "methode",
    "lessen": "methode",
    "canvas": "methode",
    "honken": "methode",
    "vragenlijsten": "methode",
    "berichten": "feit",
    "werving": "feit",
}
"""Each shared file."""
HANDBOEK = "docs/"
"""Below it stand the words of the method; all other files are the program."""
GENOEMD = 4
"""Names on a line; of more it says how many."""


class Klantwijziging(NamedTuple):
    """What one client has to do with it."""

    naam: str
    zinnen: Sequence[Zin]
    onzeker: bool
    """Its file cannot be read, so what changes is not known."""
    accountmanager: str | None
    """Id; None when there is no file to read it from."""


class Meekijken(NamedTuple):
    """One kind of change in a proposal: how much, where, and who looks."""

    klasse: Klasse
    wat: str
    wie: str


def klasse_van(zin: Zin, *, gedeeld: bool) -> Klasse:
    """The kind of a change of a fact; `gedeeld` says that it is about a shared file."""
    if gedeeld:
        return GEDEELD[str(zin.waar[0])] if zin.waar else "methode"
    velden = OORDELEN.get(str(zin.waar[0])) if zin.waar else None
    if velden is None:
        return "feit"
    return "oordeel" if not velden or (str(zin.waar[2]) if len(zin.waar) > 2 else "") in velden else "feit"


def meekijken(
    gedeeld_zinnen: Sequence[Zin], klanten: Sequence[Klantwijziging], bestanden: Sequence[str], gedeeld: Gedeeld
) -> tuple[Meekijken, ...]:
    """Who looks at what, the kinds in the order of `KLASSEN`; a kind that does not occur is not there.

    `bestanden` are the other files that differ, as paths from the root of the repository.
    """
    delen: dict[Klasse, list[Meekijken]] = {klasse: [] for klasse in KLASSEN}
    for klasse in ("feit", "oordeel"):
        delen[klasse] += _van_klanten(klasse, klanten, gedeeld)
    for een in _van_allen(gedeeld_zinnen, bestanden, gedeeld):
        delen[een.klasse].append(een)
    return tuple(
        Meekijken(klasse, taal.opsomming([een.wat for een in alle]), enkele((een.wie for een in alle), GENOEMD))
        for klasse, alle in delen.items()
        if alle
    )


def _van_klanten(klasse: Klasse, klanten: Sequence[Klantwijziging], gedeeld: Gedeeld) -> Iterator[Meekijken]:
    """What changes of one kind over all clients."""
    telling: list[tuple[Klantwijziging, int]] = []
    for een in klanten:
        aantal = sum(klasse_van(zin, gedeeld=False) == klasse for zin in een.zinnen)
        aantal += een.onzeker and klasse == "feit"
        telling += [(een, aantal)] if aantal else []
    if not telling:
        return
    totaal = sum(aantal for _, aantal in telling)
    waar = enkele((een.naam for een, _ in telling), GENOEMD)
    kijkers = (_wie(klasse, een.accountmanager, gedeeld) for een, _ in telling)
    yield Meekijken(klasse, f"{taal.aantal(totaal, 'wijziging', 'wijzigingen')} bij {waar}", enkele(kijkers, GENOEMD))


def _wie(klasse: Klasse, accountmanager: str | None, gedeeld: Gedeeld) -> str:
    """Who knows this client: its account manager, or for a judgement who leads that colleague."""
    persoon = gedeeld.personen.get(accountmanager or "")
    if persoon is None:
        return _leiding(gedeeld)
    baas = gedeeld.personen.get(persoon.leidinggevende or "") if klasse == "oordeel" else None
    return f"{baas.naam} (coach)" if baas else persoon.naam


def _van_allen(zinnen: Sequence[Zin], bestanden: Sequence[str], gedeeld: Gedeeld) -> Iterator[Meekijken]:
    """What is about everybody: the shared files, the handbook and the program."""
    per_klasse: dict[Klasse, int] = {}
    for zin in zinnen:
        klasse = klasse_van(zin, gedeeld=True)
        per_klasse[klasse] = per_klasse.get(klasse, 0) + 1
    handboek = [pad for pad in bestanden if pad.startswith(HANDBOEK)]
    if aantal := per_klasse.get("feit"):
        wat = f"{taal.aantal(aantal, 'wijziging', 'wijzigingen')} in wat het team deelt"
        yield Meekijken("feit", wat, _leiding(gedeeld))
    delen = []
    if aantal := per_klasse.get("methode"):
        delen.append(f"{taal.aantal(aantal, 'wijziging', 'wijzigingen')} in de afspraken")
    if handboek:
        delen.append(f"{taal.aantal(len(handboek), 'bestand', 'bestanden')} van het handboek")
    if delen:
        beslist = "beslist" if len(_leiders(gedeeld)) <= 1 else "beslissen"
        yield Meekijken("methode", taal.opsomming(delen), f"het hele team; {_leiding(gedeeld)} {beslist}")
    if rest := [pad for pad in bestanden if not pad.startswith(HANDBOEK)]:
        yield Meekijken(
            "programma", f"{taal.aantal(len(rest), 'bestand', 'bestanden')}: {enkele(rest, GENOEMD)}", "de beheerder"
        )


def _leiders(gedeeld: Gedeeld) -> list[str]:
    """Who decides on the method: those with the first of these roles that anybody has, by name; or nobody."""
    for rol in LEIDING:
        if namen := [een.naam for een in gedeeld.personen.values() if rol in een.rollen and een.uit_dienst_op is None]:
            return namen
    return []


def _leiding(gedeeld: Gedeeld) -> str:
    return enkele(_leiders(gedeeld), GENOEMD) or "wie het team leidt"
