"""Driehoek: who fills the roles of each client and what is not right about it, the load per colleague, wie is waarvan.

By client and by name: never a ranking of people. What nobody wrote down is unknown, and not a reassurance.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.contact.driehoek import ROUTES, Driehoekstand, Route
from macros.afleidingen.contact.driehoek import driehoek as driehoek_van
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.belasting import Belasting, Last, belasting
from macros.portefeuille.klantfeiten import feiten, loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.woorden import labels, taal
from macros.woorden.labels import Label

ERNST = ("niemand", "rol_leeg", "dubbele_rol", "te_licht", "aanspreekpunt", "stuurgroep")
"""Which kind of point comes first."""
RISICO = frozenset({"niemand", "rol_leeg"})
"""Kinds that leave the client without somebody."""
OP_ORDE = Label("Op orde", "●", "goed")
NIET_BEKEND = Label("Nog niet te zeggen", "?", "stil")
BELASTING = {
    "boven": Label("Meer dan afgesproken", "◆", "risico"),
    "boven_met_waarneming": Label("Met waarneming te veel", "▲", "let-op"),
    "binnen": Label("Binnen de afspraak", "●", "goed"),
    "niet_afgesproken": Label("Geen maximum afgesproken", "?", "stil"),
}


@dataclass(frozen=True, slots=True)
class Klant:
    """The triangle of one client."""

    id: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    segment: str
    """A, B, C, or empty."""
    rollen: tuple[str, ...]
    """Names for account, contract and project manager and sponsor, with who acts for somebody away; may be empty."""
    stand: Label
    """Whether something asks for a decision."""
    rang: int
    """Place of the standing, the most serious 0: what the column sorts by."""
    punten: tuple[str, ...]
    """What asks for a decision."""
    onbekend: str
    """What nobody wrote down; empty when all is known."""


@dataclass(frozen=True, slots=True)
class Deel:
    """Clients or contracts of one colleague."""

    tekst: str
    """How many, and for somebody else: "3, en 3 voor een ander"; empty for none."""
    maximum: str
    """What was agreed: "van hoogstens 12"; may be empty."""
    stand: Label | None
    """Against what was agreed; None when there is nothing to compare."""
    klanten: tuple[tuple[str, str, str], ...]
    """Id and name of each client behind the number, and how many where that is more than one."""


@dataclass(frozen=True, slots=True)
class Collega:
    """The load of one colleague."""

    naam: str
    """Name."""
    bij: str
    """That the colleague left or is away; may be empty."""
    accounts: Deel
    """As account manager."""
    contracten: Deel
    """As contract manager."""


@dataclass(frozen=True)
class Driehoek:
    """What `driehoek.html` may use."""

    template: ClassVar[str] = "driehoek.html"
    zin: str
    """The page in one line."""
    begin: str
    """Where to begin when no client has a contract manager yet; else empty."""
    klanten: tuple[Klant, ...]
    """Clients with a running contract: what is most serious first, then by name."""
    collegas: tuple[Collega, ...]
    """By name."""
    routes: tuple[tuple[str, str, str], ...]
    """Question of the client, role that owns it, roles that should hear of it."""


def driehoek(portefeuille: Portefeuille) -> Driehoek:
    """Make the overview of roles and load."""
    klanten = [_klant(dossier, portefeuille) for dossier in portefeuille.dossiers.values() if loopt(dossier)]
    klanten.sort(key=lambda klant: (klant.rang, klant.naam))
    lasten = belasting(feiten(portefeuille))
    return Driehoek(
        zin=_zin(klanten, lasten),
        begin=_begin(klanten),
        klanten=tuple(klanten),
        collegas=tuple(_collega(last, portefeuille) for last in lasten),
        routes=tuple((route.vraag, _eigenaar(route), _rollen(route.ook)) for route in ROUTES),
    )


def _zin(klanten: Sequence[Klant], lasten: Sequence[Belasting]) -> str:
    if not klanten:
        return ""
    regelen = sum(klant.rang < len(ERNST) for klant in klanten)
    te_veel = sum("boven" in (last.accounts.stand, last.contracten.stand) for last in lasten)
    wie = taal.aantal(te_veel, "collega heeft", "collega's hebben") if te_veel else "Niemand heeft"
    lopend = taal.aantal(len(klanten), "klant", "klanten")
    return f"{lopend} met een lopend contract; bij {regelen} valt er iets te regelen. {wie} meer dan afgesproken."


def _begin(klanten: Sequence[Klant]) -> str:
    return "contractmanager" if klanten and not any(klant.rollen[1] for klant in klanten) else ""


def _klant(dossier: Dossier, portefeuille: Portefeuille) -> Klant:
    segment = dossier.segment.waarde
    hoek = driehoek_van(
        dossier.account, dossier.contracten, portefeuille.gedeeld.personen, segment, portefeuille.peildatum
    )
    soorten = [punt.soort for punt in hoek.punten]
    stand, rang = _stand(soorten, onbekend=bool(hoek.onbekend))
    return Klant(
        id=dossier.id,
        naam=dossier.naam,
        segment=segment or "",
        rollen=tuple(_bezet(hoek, wie, portefeuille) for wie in hoek.rollen.values()),
        stand=stand,
        rang=rang,
        punten=tuple(punt.tekst for punt in hoek.punten),
        onbekend=taal.opsomming(hoek.onbekend),
    )


def _stand(soorten: Sequence[str], *, onbekend: bool) -> tuple[Label, int]:
    """Word the most serious of the points, or say that it cannot be told."""
    if not soorten:
        return (NIET_BEKEND, len(ERNST)) if onbekend else (OP_ORDE, len(ERNST) + 1)
    ergste = min(soorten, key=ERNST.index)
    klasse, symbool = ("risico", "◆") if ergste in RISICO else ("let-op", "▲")
    return Label(taal.aantal(len(soorten), "punt", "punten"), symbool, klasse), ERNST.index(ergste)


def _bezet(hoek: Driehoekstand, personen: Iterable[str], portefeuille: Portefeuille) -> str:
    """Name who fills a role, and who acts today for somebody who is away or left."""
    return ", ".join(portefeuille.naam(wie, hoek.waarnemers.get(wie)) for wie in personen)


def _collega(last: Belasting, portefeuille: Portefeuille) -> Collega:
    persoon, dag = last.persoon, portefeuille.peildatum
    weg = next((afwezig for afwezig in persoon.afwezig if afwezig.van <= dag <= afwezig.tot), None)
    bij = f"afwezig tot en met {taal.datum(weg.tot)}" if weg else ""
    if persoon.uit_dienst_op and persoon.uit_dienst_op < dag:
        bij = f"uit dienst sinds {taal.datum(persoon.uit_dienst_op)}"
    return Collega(persoon.naam, bij, _deel(last.accounts, portefeuille), _deel(last.contracten, portefeuille))


def _deel(last: Last, portefeuille: Portefeuille) -> Deel:
    per_klant = {**last.eigen}
    for klant, aantal in last.waargenomen.items():
        per_klant[klant] = per_klant.get(klant, 0) + aantal
    op_naam = sorted((portefeuille.dossiers[klant].naam, klant, aantal) for klant, aantal in per_klant.items())
    leeg = not per_klant and last.maximum is None
    erbij = f", en {last.erbij} voor een ander" if last.erbij else ""
    return Deel(
        tekst="" if leeg else f"{last.aantal}{erbij}",
        maximum="" if last.maximum is None else f"van hoogstens {last.maximum}",
        stand=None if leeg else BELASTING[last.stand],
        klanten=tuple((klant, naam, f" ({aantal})" if aantal > 1 else "") for naam, klant, aantal in op_naam),
    )


def _eigenaar(route: Route) -> str:
    met = f", met de {_rollen([route.met])} voor de strategie" if route.met else ""
    return _rollen([route.eigenaar]) + met


def _rollen(rollen: Iterable[str]) -> str:
    """Name roles in a sentence: "contractmanager en accountmanager"."""
    return taal.opsomming([labels.ROL[rol].tekst.lower() for rol in rollen])
