"""Ruitmodel: the sheet with which we present a plan to the client, told from its end (domain 1.2, base 7).

Hidden goals have no field in the files and no place here.
"""

from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.contact.web import aanwezig, beslist_mee
from macros.afleidingen.dossier import Dossier
from macros.model.account import Bespreking
from macros.views.canvas.canvasvakken import Gedrukt, gedrukt
from macros.views.delen.onderdeel import klantmacro
from macros.woorden import taal

KERN_TEKENS = 90
"""Room for one of the four points of the opening."""
WAARDE_TEKENS = 140
"""Room for what we are worth to one person."""
BESLISSERS = 5
"""People whose reasons fit on the sheet."""
ONDERWERPEN = (
    ("situatie", "Situatie", "Hoe staat het er nu voor?"),
    ("doel", "Doel", "Wat willen we samen bereiken?"),
    ("strategie", "Strategie", "Hoe pakken we het aan?"),
    ("tijdpad", "Tijdpad", "Welke stappen, en wanneer?"),
)
"""The four points of the plan: field, title and question."""


@dataclass(frozen=True, slots=True)
class Punt:
    """One of the four points."""

    titel: str
    vraag: str
    kern: str
    """Its first sentence, for the opening; empty while nothing is written."""
    tekst: str


@dataclass(frozen=True, slots=True)
class Waarde:
    """What we are worth to one person who decides or is heard."""

    naam: str
    wat: Gedrukt
    """What counts for this person, and what we add; may be empty."""


@dataclass(frozen=True)
class Ruitmodel:
    """What `ruitmodel.html` may use."""

    template: ClassVar[str] = "ruitmodel.html"
    naam: str
    wanneer: str
    eindbeeld: str
    """Where we want to get together: told first. Empty on the form."""
    punten: tuple[Punt, ...]
    gevraagde_actie: str
    """What we ask of the client at the end; empty on the form."""
    waarden: tuple[Waarde, ...]


@klantmacro
def ruitmodel(dossier: Dossier) -> Ruitmodel:
    """Make the sheet; without a talk on file it is a form."""
    plan = dossier.account.bespreking
    mensen = [p for p in dossier.account.contactpersonen if aanwezig(p, dossier.peildatum) and beslist_mee(p)]
    mensen.sort(key=lambda p: (p.rol_bvt != "beslisser", -(p.invloed or 0)))
    return Ruitmodel(
        naam=dossier.naam,
        wanneer=_wanneer(dossier, plan),
        eindbeeld=(plan.eindbeeld if plan else None) or "",
        punten=tuple(_punt(plan, *onderwerp) for onderwerp in ONDERWERPEN),
        gevraagde_actie=(plan.gevraagde_actie if plan else None) or "",
        waarden=tuple(
            Waarde(f"{p.naam}, {p.functie}", gedrukt(_waarde(p.belang, p.onze_waarde), WAARDE_TEKENS))
            for p in mensen[:BESLISSERS]
        ),
    )


def _wanneer(dossier: Dossier, plan: Bespreking | None) -> str:
    if plan is None:
        return "Nog geen bespreking gepland"
    werkwoord = "Gepland op" if plan.datum > dossier.peildatum else "Besproken op"
    return f"{werkwoord} {taal.datum(plan.datum)}"


def _punt(plan: Bespreking | None, veld: str, titel: str, vraag: str) -> Punt:
    tekst = (getattr(plan, veld) if plan else None) or ""
    eerste = tekst.partition(". ")[0]
    return Punt(titel, vraag, gedrukt(eerste, KERN_TEKENS).kort, tekst)


def _waarde(belang: str | None, onze_waarde: str | None) -> str:
    return ". ".join(filter(None, (belang, onze_waarde and f"Wij: {onze_waarde}")))
