"""Wie kent wie: their people by layer against our people, as a picture that is a table; and where the web has holes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.contact.driehoek import driehoek
from macros.afleidingen.contact.web import Lijn, Web, web
from macros.afleidingen.dossier import Dossier
from macros.views.delen import namen
from macros.views.delen.onderdeel import klantmacro
from macros.woorden import labels, taal


@dataclass(frozen=True, slots=True)
class Rij:
    """One person at the client."""

    naam: str
    rol: str
    nieuw: str
    """Anchor of the introduction still to be made; empty when there is none."""
    cellen: tuple[str, ...]
    """By colleague: `sprak`, `kent`, `kende` or empty."""
    te_weinig: str
    """How many of us know this person, where that is fewer than the norm: "2 van 3"; else empty."""


@dataclass(frozen=True)
class AccountWeb:
    """What `account_web.html` may use."""

    template: ClassVar[str] = "account_web.html"
    id: str
    collegas: tuple[str, ...]
    """Names of our people, the columns; empty without anybody at the client."""
    lagen: tuple[tuple[str, tuple[Rij, ...]], ...]
    sprak_dagen: int
    vragen: tuple[str, ...]
    """What the picture does not show: no decider, and attitudes to be asked again."""


@klantmacro
def account_web(dossier: Dossier) -> AccountWeb:
    """Draw the web of relations at this client."""
    account, inst, personen = dossier.account, dossier.gedeeld.instellingen, dossier.gedeeld.personen
    hoek = driehoek(account, dossier.contracten, personen, dossier.segment.waarde, dossier.peildatum)
    beeld = web(account, hoek, personen, inst, dossier.peildatum)
    iemand = any(beeld.lagen.values())
    return AccountWeb(
        id=dossier.id,
        collegas=tuple(namen.collega(dossier, wie) for wie in beeld.collegas) if iemand else (),
        lagen=tuple(
            (labels.LAAG[laag].tekst, tuple(_rij(lijn, beeld, dossier) for lijn in lijnen))
            for laag, lijnen in beeld.lagen.items()
        ),
        sprak_dagen=inst.klantbeeld_rustig_dagen,
        vragen=tuple(_vragen(dossier, beeld)),
    )


def _rij(lijn: Lijn, beeld: Web, dossier: Dossier) -> Rij:
    persoon, minimaal = lijn.persoon, dossier.gedeeld.instellingen.relaties_minimaal
    return Rij(
        naam=persoon.naam,
        rol=labels.ROL_BVT[persoon.rol_bvt].tekst.lower() if persoon.rol_bvt else "rol onbekend",
        nieuw=f"waarom-kennismaking-{persoon.id}" if persoon.id in dossier.kennismaking else "",
        cellen=tuple(lijn.kent.get(wie, "") for wie in beeld.collegas),
        te_weinig=f"{len(lijn.kent)} van {minimaal}" if lijn.te_weinig else "",
    )


def _vragen(dossier: Dossier, beeld: Web) -> Iterator[str]:
    """Say that no decider is known, and whose attitude is too old or undated."""
    yield from (gat.tekst for gat in dossier.web_gaten if gat.soort == "geen_beslisser")
    for lijn in (lijn for lijnen in beeld.lagen.values() for lijn in lijnen):
        persoon = lijn.persoon
        if lijn.houding == "navragen" and persoon.houding_op:
            yield f"Navragen: houding van {persoon.naam} is van {taal.datum(persoon.houding_op)}"
        elif lijn.houding == "ongedateerd":
            yield f"Navragen: houding van {persoon.naam} is ongedateerd"
