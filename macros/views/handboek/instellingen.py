"""Every setting of the team: what it does, what it is today, what it is by default, and where the number comes from.

With what chapters show beside their text: clients of today, words, kinds of work.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass
from itertools import groupby
from typing import Any, ClassVar

from markupsafe import Markup

from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis
from macros.load.velden import klasse_in, velden_van
from macros.model.instellingen import Instellingen as Model
from macros.model.werk import PIJN, SOORTEN, Soort, namen
from macros.portefeuille.hoofdstukken import WIJZERS, gevallen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Alinea, Blad, Leeg, Opsomming
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Bij, Code, Link, Reeks, Zacht, genoemd, hoofdletter
from macros.views.handboek.velden import kenmerk
from macros.views.handboek.veldvoorbeeld import geschreven, hints_van, soort
from macros.views.render import Inhoud
from macros.woorden import taal
from macros.woorden.begrippen import Begrip, begrippenlijst, zonder_accenten
from macros.woorden.labels import Label
from macros.woorden.opmaak import opmaak

EERST = 12
"""Clients that stand on the page; the others are counted."""


def nu_in_portefeuille(portefeuille: Portefeuille, hoofdstuk: str) -> Blad:
    """List the clients of today; raises ValueError for a chapter that nobody wrote a condition for."""
    if hoofdstuk not in {wijzer.hoofdstuk for wijzer in WIJZERS}:
        raise ValueError(f"'{hoofdstuk}' staat niet in macros/portefeuille/hoofdstukken.py; zet daar wanneer het helpt")
    alle = gevallen(portefeuille, hoofdstuk)
    if not alle:
        return Blad("", (Leeg("Vandaag geldt dit bij geen enkele klant."),))
    lijst = Opsomming(tuple((genoemd(raad.dossier), Bij(raad.reden)) for raad in alle[:EERST]))
    meer = f"En nog {taal.aantal(len(alle) - EERST, 'klant', 'klanten')}."
    verder = Alinea((meer, Link("Klanten", "accounts/")), zacht=True) if len(alle) > EERST else None
    return Blad("", (lijst, verder))


@dataclass(frozen=True)
class Begrippen:
    """What `begrippen.html` may use."""

    template: ClassVar[str] = "begrippen.html"
    letters: tuple[tuple[str, tuple[Begrip, ...]], ...]
    """The words that begin with each letter, in the order of the alphabet."""


def begrippen() -> Begrippen:
    """Make the list of words."""
    alle = sorted(begrippenlijst().begrippen, key=lambda begrip: begrip.id)
    groepen = groupby(alle, key=lambda begrip: zonder_accenten(begrip.woord)[0].upper())
    return Begrippen(tuple((letter, tuple(groep)) for letter, groep in groepen))


Rij = tuple[str, Soort]


def werksoorten(portefeuille: Portefeuille) -> Blad:
    """List the kinds of work, what hurts most first; their days are counted with the settings of this team."""
    nu = portefeuille.gedeeld.instellingen
    instellingen = {veld.name: taal.tekst(getattr(nu, veld.name)) for veld in fields(nu)}
    kolommen = (
        Kolom[Rij]("Wat", _wat),
        Kolom[Rij]("Uiterlijk", lambda rij: rij[1].uiterlijk.format_map(instellingen) or Zacht("niet op Vandaag")),
        Kolom[Rij]("Van wie", lambda rij: rij[1].wie),
    )
    rijen = [(pijn, [rij for rij in SOORTEN.items() if rij[1].pijn == pijn]) for pijn in PIJN]
    return Blad("werksoorten", tuple(register(PIJN[pijn], kolommen, samen) for pijn, samen in rijen))


def uitstelwoorden() -> Blad:
    """List how each kind of work is called in a file, for who lets it wait."""
    kolommen = (
        Kolom[Rij]("Wat", lambda rij: Link(rij[1].woord, f"handboek/{rij[1].handboek}")),
        Kolom[Rij]("In een uitstel", lambda rij: list(_uitstel(rij))),
    )
    rijen = sorted(SOORTEN.items(), key=lambda rij: rij[1].woord)
    return Blad("uitstelwoorden", (register("Soorten werk, op naam", kolommen, rijen),))


def _wat(rij: Rij) -> Inhoud:
    return Link(rij[1].woord, f"handboek/{rij[1].handboek}"), Bij(f"Klaar als {rij[1].klaar_als}")


def _uitstel(rij: Rij) -> Iterator[Inhoud]:
    """What a file may call it: homework that has stages by each of them, for one stage waits without the others."""
    naam, soort = rij
    if not soort.per_klant:
        yield Zacht("kan niet")
        return
    for woord in dict.fromkeys((*namen(naam), *soort.huiswerk)):
        yield opmaak("<code>{}</code>", Markup("_<wbr>").join(woord.split("_")))  # long for a narrow column


def gebeurtenissen() -> Blad:
    """List every event: when to use it, what is asked, which work is done with it."""
    kolommen = (
        Kolom[Gebeurtenis]("Wat er gebeurde", _gebeurde),
        Kolom[Gebeurtenis]("Wat je erbij zegt", lambda een: _gevraagd(een) or Zacht("niets"), breed="ruim"),
        Kolom[Gebeurtenis]("Wat daarmee klaar is", lambda een: taal.opsomming([SOORTEN[s].woord for s in een.wist])),
    )
    groepen = groupby(GEBEURTENISSEN.values(), key=lambda een: een.groep)
    delen = tuple(register(kop, kolommen, eigen, anker=lambda een: een.id) for kop, eigen in groepen)
    return Blad("gebeurtenissen", delen)


def genoemde_gebeurtenissen(ids: Sequence[str], hoofdstuk: str) -> list[Gebeurtenis]:
    """Find events, or without ids those that a chapter (`opstart/`) explains; raises ValueError for an unknown id."""
    if onbekend := [een for een in ids if een not in GEBEURTENISSEN]:
        raise ValueError(f"er is geen gebeurtenis '{onbekend[0]}'; kies uit: {', '.join(GEBEURTENISSEN)}")
    eigen = (een.id for een in GEBEURTENISSEN.values() if een.handboek.startswith(hoofdstuk))
    return [GEBEURTENISSEN[een] for een in ids or eigen]


def _gebeurde(een: Gebeurtenis) -> Inhoud:
    naam = Link(een.titel, f"handboek/{een.handboek}") if een.handboek else een.titel
    return naam, Bij(een.uitleg.replace("`", ""))


def _gevraagd(een: Gebeurtenis) -> str:
    """What is asked, in words: first what is needed."""
    woorden = dict.fromkeys(
        vraag.titel.lower() if vraag.titel != "Id" else vraag.hulp.rstrip("?").lower()
        for vraag in sorted(een.vragen, key=lambda vraag: not vraag.nodig)
    )
    return hoofdletter(", ".join(woorden))


@dataclass(frozen=True)
class Voorbeelddeel:
    """What `voorbeelddeel.html` may use."""

    template: ClassVar[str] = "voorbeelddeel.html"
    dag: str
    inhoud: Markup


AFSPRAAK = Markup('<span class="afspraak">afspraak van het team</span>')
EIGEN = Label("Eigen keuze", "▲", "gepland")
LANGSTE = 60
"""A value that takes more characters than this is counted instead of shown."""

_METHODE = {
    "Team Account Retentie Planning (Tenacity)": "retentiefase_maanden",
    "Klanten voor het leven (Fingerspitz)": "fresheyes_maanden postmortem_maanden lessencheck_dagen",
    "De 12 honken van accountmanagement (DOOR Training)": """training_check_maanden training_terug_maanden
        berichten_per_jaar ronde_weken_min ronde_weken_max toernooi_start""",
    "Professionals & Relatiemanagement (Kwakman en Burgers)": "cijfer_norm",
    "Goed relatiemanagement bepaalt uw opdracht van morgen": "top_deel",
    "renewalcanvas.com (Tenacity)": "kort_contract_grens_maanden kort_contract_deel",
    "Clients for Life (Tenacity)": "opstart_checks_dagen kennismaking_dagen relaties_minimaal",
    "Stratridge, gesprekken na een vertrek": "postmortem_advies_weken",
    "Europa decentraal": "raamovereenkomst_maximum_maanden aanbesteding_inschrijving_dagen",
    "Aanbestedingswet": "aanbesteding_opschorting_dagen",
    "Meldpunt aanbestedingen Achterhoek": "aanbesteding_beoordeling_dagen",
}
BRON = {naam: bron for bron, namen in _METHODE.items() for naam in namen.split()}
"""Setting → the source of its default (domain 2.10); any other is an agreement of the team."""


def instellingen(portefeuille: Portefeuille, plekken: Mapping[str, str]) -> Blad:
    """List every setting with its value in this portfolio; `plekken` says where the handbook uses it."""
    nu, namen = portefeuille.gedeeld.instellingen, tuple(velden_van(Model))
    anders = sum(_waarde(nu, naam) != _waarde(Model(), naam) for naam in namen)
    wijkt = "1 wijkt af" if anders == 1 else f"{anders} wijken af"
    return Blad(
        "instellingen",
        (
            Alinea(f"{len(namen)} instellingen; {wijkt} van de standaard."),
            register(
                "Alle instellingen van het team, met de waarde van vandaag",
                _kolommen(nu, plekken),
                namen,
                naam="instellingen",
                zoek="Zoek een instelling",
                anker=lambda naam: f"instelling-{naam.replace('_', '-')}",
            ),
        ),
    )


def _waarde(van: Model, naam: str) -> Any:
    return getattr(van, naam)


def _kolommen(nu: Model, plekken: Mapping[str, str]) -> tuple[Kolom[str], ...]:
    """The columns by the key of a setting in `instellingen.yml`."""
    standaard, hints, info = Model(), hints_van(Model), velden_van(Model)

    def doet(naam: str) -> Inhoud:
        # A value with parts of its own has a table on the same page.
        binnenin, woorden = klasse_in(hints[naam]), soort(hints[naam])
        wat = Link(woorden, f"#veld-{kenmerk(binnenin)}") if binnenin else woorden
        uitleg = Link("uitleg", f"handboek/{plekken[naam]}") if naam in plekken else None
        return info[naam].description, Bij(Reeks((wat, uitleg), ";"))

    def vandaag(naam: str) -> Inhoud:
        waarde = _waarde(nu, naam)
        return Code(_getypt(waarde)), EIGEN if waarde != _waarde(standaard, naam) else None

    return (
        Kolom("Instelling", lambda naam: (Code(naam), Bij(info[naam].title)), sorteer=True),
        Kolom("Wat het doet", doet, breed="ruim"),
        Kolom("Nu", vandaag),
        Kolom("Standaard", lambda naam: Code(_getypt(_waarde(standaard, naam)))),
        Kolom(
            "Standaard uit",
            lambda naam: BRON.get(naam, AFSPRAAK),
            filter=lambda naam: BRON.get(naam, "Afspraak van het team"),
        ),
    )


def _getypt(waarde: Any) -> str:
    """The value as it stands in a file."""
    if waarde is None or waarde == []:
        return "leeg"
    tekst = geschreven(_kaal(waarde))
    return tekst if len(tekst) <= LANGSTE or not isinstance(waarde, list) else f"{len(waarde)} onderdelen"


def _kaal(waarde: Any) -> Any:
    if isinstance(waarde, list):
        return [_kaal(deel) for deel in waarde]
    return asdict(waarde) if is_dataclass(waarde) and not isinstance(waarde, type) else waarde
