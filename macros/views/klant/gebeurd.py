"""What can happen at a client, each with the lines that write it down: a page of its own, and the way to it.

All recipes together weigh more than the client page, 50 kB against 25; even their names would fill an eighth of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, groupby
from typing import ClassVar

from markupsafe import Markup

from macros.aandacht import aandacht
from macros.aandacht.punt import Aandachtspunt
from macros.afleidingen.dossier import Dossier
from macros.gebeurtenissen.alle import GEBEURTENISSEN, die_passen
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis, Situatie
from macros.gebeurtenissen.keuzes import keuzes
from macros.gebeurtenissen.voorbeeld import Keus, Recept, over_dit, recept
from macros.model.basis import als_id
from macros.model.werk import UITSTELBAAR
from macros.portefeuille.acties import Openstaand, openstaand
from macros.views.delen import namen
from macros.views.delen.bestandsadres import Adres, Weekadres, adressen, weekadres
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.vastleggen import UITSTEL, anker, bladzijde, situatie_van, vastlegger, wat_wacht
from macros.views.render import veilig

NIETS = Markup()
IN_BEELD = 12
"""Of us so many are named to choose from; of more only who works for this client."""
ONS = frozenset({"coach", "collega", "kenner", "mens"})
"""Questions (`keuzes`) that ask for one of us."""


@dataclass(frozen=True, slots=True)
class Vastleggen:
    """One event, or one thing that lies there and the event that clears it."""

    anker: str
    titel: str
    uitleg: str
    handboek: str
    recept: Recept
    keuzes: tuple[tuple[Keus, Markup, int], ...]
    """What else could be filled in, with the answers there are, and how many."""
    nu: Markup = NIETS
    """At the question what may wait: what lies there now, as an `uitstel` names it, in the words of Vandaag."""


@dataclass(frozen=True)
class Gebeurd:
    """What `gebeurd.html` may use."""

    template: ClassVar[str] = "gebeurd.html"
    wie: str
    """Whose journal the lines go to."""
    verborgen: str
    """What stands for the name of the file in the lines of a client whose name stays hidden; else empty."""
    adressen: Mapping[str, Adres]
    """Where each file that lines go to is opened."""
    week: Weekadres
    """Where the journal is opened by whoever reads."""
    collegas: Mapping[str, str]
    """Who of us is named here, by id."""
    meer_collegas: bool
    """Whether there are more of us: they stand on the page of the talks."""
    delen: tuple[tuple[str, str, tuple[Vastleggen, ...]], ...]
    """Heading, its id, and events; first what lies there now."""


def gebeurd(dossier: Dossier, bewerk_url: Callable[[str], str]) -> Gebeurd:
    """Write out every event that can happen at this client today; `bewerk_url` says where a file is changed."""
    situatie = situatie_van(dossier)
    open_ = _wachtend(_open(dossier))
    wij = keuzes("collega", situatie)
    buiten = frozenset(wij.keys() - _van_deze_klant(dossier) if len(wij) > IN_BEELD else ())
    groepen = [
        (groep, als_id(groep), tuple(_alle(situatie, eigen, open_, buiten)))
        for groep, eigen in groupby(die_passen(situatie), key=lambda gebeurtenis: gebeurtenis.groep)
    ]
    nu = tuple(_nu(dossier, situatie, buiten))
    delen = (*([("Dit ligt er nu", "nu", nu)] if nu else ()), *groepen)
    bestanden = {plek.bestand for _, _, deel in delen for een in deel for plek in een.recept.plekken}
    return Gebeurd(
        wie=namen.collega(dossier, situatie.wie),
        verborgen=dossier.id if dossier.verborgen else "",
        adressen=adressen(situatie, bestanden, bewerk_url),
        week=weekadres(situatie, bewerk_url),
        collegas={naam: woorden for naam, woorden in wij.items() if naam not in buiten},
        meer_collegas=bool(buiten),
        delen=delen,
    )


def _van_deze_klant(dossier: Dossier) -> set[str]:
    """Who of us works for this client, knows somebody there, or leads who does."""
    driehoek, personen = dossier.account.driehoek, dossier.gedeeld.personen
    eigen = {driehoek.accountmanager, driehoek.contractmanager, driehoek.directie_sponsor, *driehoek.projectmanagers}
    eigen |= {namen.van_wie(dossier)[-1], *chain(*(persoon.relaties for persoon in dossier.account.contactpersonen))}
    leiders = {personen[naam].leidinggevende for naam in eigen if naam in personen}
    return {naam for naam in eigen | leiders if naam}


def _wachtend(opties: Iterable[tuple[str, str]]) -> Markup:
    """Print what may wait, each at its own place: a link from Vandaag leads to what it is about."""
    uitstel = GEBEURTENISSEN[UITSTEL]
    delen = (
        f'<code id="{veilig(anker(uitstel, naam))}">{veilig(naam)}</code> {veilig(woorden)}' for naam, woorden in opties
    )
    return Markup("; ".join(delen))  # noqa: S704  each part was escaped


@lru_cache(maxsize=2048)  # most questions have the same answers, at every client
def _opties(opties: tuple[tuple[str, str], ...]) -> Markup:
    """Print ids, each with its words where it has them."""
    delen = (f"<code>{veilig(naam)}</code> {veilig(woorden)}".rstrip() for naam, woorden in opties)
    tussen = "; " if any(woorden for _, woorden in opties) else ", "
    return Markup(tussen.join(delen))  # noqa: S704  each part was escaped


def _bij(gebeurtenis: Gebeurtenis, plek: str, titel: str, een: Recept, buiten: frozenset[str]) -> Vastleggen:
    """Put an event on the page, at this place and under this title; of `buiten`, some of us, nobody is named."""

    def te_kiezen(keus: Keus) -> tuple[Keus, Markup, int]:
        alle = keus.opties.items()
        opties = tuple(keuze for keuze in alle if keuze[0] not in buiten) if keus.soort in ONS else tuple(alle)
        return keus, _opties(opties), len(opties)

    return Vastleggen(plek, titel, gebeurtenis.uitleg, gebeurtenis.handboek, een, tuple(map(te_kiezen, een.keuzes)))


def _alle(
    situatie: Situatie, gebeurtenissen: Iterable[Gebeurtenis], open_: Markup, buiten: frozenset[str]
) -> Iterator[Vastleggen]:
    for gebeurtenis in gebeurtenissen:
        if een := recept(gebeurtenis, situatie):
            bij = _bij(gebeurtenis, gebeurtenis.id, gebeurtenis.titel, een, buiten)
            over_werk = any(vraag.keuze == "onderwerp" for vraag in gebeurtenis.vragen)
            yield replace(bij, nu=open_) if over_werk else bij


def _open(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """What lies there and may be put off, as an `uitstel` names it, in the words of Vandaag."""
    titels: dict[str, list[str]] = {}
    punten: Iterable[Aandachtspunt | Openstaand] = chain(aandacht(dossier), openstaand(dossier))
    for punt in punten:
        if punt.soort in UITSTELBAAR and not punt.uitstel:
            eigen = titels.setdefault(wat_wacht(punt, dossier), [])
            eigen += [punt.titel] * (punt.titel not in eigen)
    yield from ((onderwerp, ", ".join(eigen)) for onderwerp, eigen in titels.items())


def _nu(dossier: Dossier, situatie: Situatie, buiten: frozenset[str]) -> Iterator[Vastleggen]:
    """What lies there and is about one thing of this client, that thing filled in."""
    gezien = set()
    punten: Iterable[Aandachtspunt | Openstaand] = chain(aandacht(dossier), openstaand(dossier))
    for punt in punten:
        gebeurtenis = vastlegger(punt, dossier)
        plek = anker(gebeurtenis, punt.over) if gebeurtenis else ""
        if gebeurtenis is None or plek in gezien or punt.uitstel:
            continue
        gezien.add(plek)
        if punt.over and (een := recept(gebeurtenis, situatie, over_dit(gebeurtenis, situatie, punt.over))):
            yield _bij(gebeurtenis, plek, punt.titel, een, buiten)


@dataclass(frozen=True)
class GebeurdLijst:
    """What `account_gebeurd.html` may use."""

    template: ClassVar[str] = "account_gebeurd.html"
    blad: str
    """The page with all lines, below the root of the site."""
    groepen: tuple[tuple[str, str], ...]
    """Heading on that page and its id."""


@klantmacro
def account_gebeurd(dossier: Dossier) -> GebeurdLijst:
    """Name the groups of what can happen at this client, each with the way to its lines."""
    groepen = dict.fromkeys(een.groep for een in die_passen(situatie_van(dossier)))
    return GebeurdLijst(bladzijde(dossier.id), tuple((groep, als_id(groep)) for groep in groepen))
