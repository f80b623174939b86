"""Every setting of the team: what it does, what it is today, what it is by default, and where the number comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, is_dataclass
from typing import Any, ClassVar

from macros.load.velden import klasse_in, velden_van
from macros.model.instellingen import Instellingen as Model
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.handboek.velden import kenmerk
from macros.views.handboek.veldsoort import hints_van, soort
from macros.views.handboek.veldvoorbeeld import geschreven
from macros.woorden.labels import Label

EIGEN = Label("Eigen keuze", "▲", "gepland")
LANGSTE = 60
"""A value that takes more characters than this is counted instead of shown."""

_METHODE = {
    "Team Account Retentie Planning (Tenacity)": "retentiefase_maanden",
    "Klanten voor het leven (Fingerspitz)": "fresheyes_maanden postmortem_maanden lessencheck_dagen",
    "De 12 honken van accountmanagement (DOOR Training)": """training_check_maanden training_terug_maanden
        berichten_per_jaar ronde_weken_min ronde_weken_max toernooi_start""",
    "Professionals & Relatiemanagement (Kwakman en Burgers)": "cijfer_norm top_deel",
    "renewalcanvas.com (Tenacity)": "kort_contract_grens_maanden kort_contract_deel",
    "Clients for Life (Tenacity)": "opstart_checks_dagen kennismaking_dagen relaties_minimaal",
    "Stratridge, gesprekken na een vertrek": "postmortem_advies_weken",
    "Europa decentraal": "raamovereenkomst_maximum_maanden aanbesteding_inschrijving_dagen",
    "Aanbestedingswet": "aanbesteding_opschorting_dagen",
    "Meldpunt aanbestedingen Achterhoek": "aanbesteding_beoordeling_dagen",
}
BRON = {naam: bron for bron, namen in _METHODE.items() for naam in namen.split()}
"""Setting → the source of its default (domain 2.10); any other is an agreement of the team."""


@dataclass(frozen=True, slots=True)
class Instelling:
    """One setting."""

    naam: str
    """The key in `instellingen.yml`."""
    anker: str
    """Its id on the page: `instelling-retentiefase-maanden`."""
    titel: str
    hulp: str
    soort: str
    naar: str
    """Id of the table with its parts, on the same page; empty for a plain value."""
    nu: str
    standaard: str
    anders: Label | None
    """Set when this team chose another value than the default."""
    bron: str
    """Which method the default comes from; empty for an agreement of the team."""
    uitleg: str
    """Where the handbook uses it; empty when it does not."""


@dataclass(frozen=True)
class Instellingen:
    """What `instellingen.html` may use."""

    template: ClassVar[str] = "instellingen.html"
    zin: str
    rijen: tuple[Instelling, ...]


def instellingen(portefeuille: Portefeuille, plekken: Mapping[str, str]) -> Instellingen:
    """List every setting with its value in this portfolio; `plekken` says where the handbook uses it."""
    rijen = tuple(_rijen(portefeuille.gedeeld.instellingen, plekken))
    anders = sum(rij.anders is not None for rij in rijen)
    wijkt = "1 wijkt af" if anders == 1 else f"{anders} wijken af"
    return Instellingen(zin=f"{len(rijen)} instellingen; {wijkt} van de standaard.", rijen=rijen)


def _rijen(nu: Model, plekken: Mapping[str, str]) -> Iterator[Instelling]:
    standaard, hints = Model(), hints_van(Model)
    for naam, info in velden_van(Model).items():
        waarde, gewoon = getattr(nu, naam), getattr(standaard, naam)
        binnenin = klasse_in(hints[naam])
        yield Instelling(
            naam=naam,
            anker=f"instelling-{naam.replace('_', '-')}",
            titel=info.title or "",
            hulp=info.description or "",
            soort=soort(hints[naam]),
            naar=f"veld-{kenmerk(binnenin)}" if binnenin else "",
            nu=_getypt(waarde),
            standaard=_getypt(gewoon),
            anders=EIGEN if waarde != gewoon else None,
            bron=BRON.get(naam, ""),
            uitleg=plekken.get(naam, ""),
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
