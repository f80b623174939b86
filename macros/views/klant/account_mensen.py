"""The people at the client: what they do, how they stand towards our work, and when we last spoke."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contact.versheid import versheid
from macros.afleidingen.contact.web import aanwezig
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verklaring import Verklaard
from macros.model.mensen import Contactpersoon
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.wanneer import geleden
from macros.woorden import labels, taal
from macros.woorden.labels import Label

NIET_BIJGEHOUDEN = "–"
"""For who does not decide or influence, the last talk is not followed."""


@dataclass(frozen=True, slots=True)
class Mens:
    """One person at the client."""

    id: str
    naam: str
    functie: str
    laag: str
    rol: str
    houding: Label
    houding_bij: str
    belang: str
    gesproken: str
    """How long ago the last talk was, in words."""
    gesproken_op: date | None
    kennismaking: Verklaard[date] | None
    """When we should have met; None when we did."""


@dataclass(frozen=True)
class AccountMensen:
    """What `account_mensen.html` may use."""

    template: ClassVar[str] = "account_mensen.html"
    mensen: tuple[Mens, ...]
    """Who is there, deciders first."""
    vertrokken: tuple[str, ...]


ROLVOLGORDE = tuple(labels.ROL_BVT)


@klantmacro
def account_mensen(dossier: Dossier) -> AccountMensen:
    """List the people at the client, deciders first and in each role the most influential first."""
    nu = [persoon for persoon in dossier.account.contactpersonen if aanwezig(persoon, dossier.peildatum)]
    nu.sort(key=lambda persoon: (_rolplaats(persoon), -(persoon.invloed or 0)))
    weg = [persoon for persoon in dossier.account.contactpersonen if not aanwezig(persoon, dossier.peildatum)]
    return AccountMensen(
        mensen=tuple(_mens(dossier, persoon) for persoon in nu),
        vertrokken=tuple(
            f"{persoon.naam}, {persoon.functie}, tot {taal.datum(persoon.vertrokken_op)}"
            for persoon in weg
            if persoon.vertrokken_op
        ),
    )


def _rolplaats(persoon: Contactpersoon) -> int:
    return ROLVOLGORDE.index(persoon.rol_bvt) if persoon.rol_bvt else len(ROLVOLGORDE)


def _mens(dossier: Dossier, persoon: Contactpersoon) -> Mens:
    label, bij = houding(dossier, persoon)
    gesproken = dossier.laatst_gesproken.get(persoon.id)
    if persoon.id not in dossier.laatst_gesproken:
        woorden = NIET_BIJGEHOUDEN
    else:
        woorden = geleden(gesproken, dossier.peildatum) if gesproken else "nog nooit"
    rol = labels.ROL_BVT[persoon.rol_bvt].tekst if persoon.rol_bvt else "Rol onbekend"
    return Mens(
        id=persoon.id,
        naam=persoon.naam,
        functie=persoon.functie,
        laag=labels.LAAG[persoon.laag].tekst,
        rol=f"{rol}, invloed {persoon.invloed}" if persoon.invloed else rol,
        houding=label,
        houding_bij=bij,
        belang=". ".join(filter(None, (persoon.belang, persoon.onze_waarde and f"Wij: {persoon.onze_waarde}"))),
        gesproken=woorden,
        gesproken_op=gesproken,
        kennismaking=dossier.kennismaking.get(persoon.id),
    )


def houding(dossier: Dossier, persoon: Contactpersoon) -> tuple[Label, str]:
    """Word how a person stands towards our work; an old or undated judgement asks to be renewed."""
    if persoon.houding is None or persoon.houding == "onbekend":
        return labels.ONBEKEND, ""
    label = labels.HOUDING[persoon.houding]
    vers = versheid(persoon.houding_op, dossier.gedeeld.instellingen.oordeel_houdbaar_dagen, dossier.peildatum)
    bron = labels.OORDEEL_BRON[persoon.houding_bron].tekst if persoon.houding_bron else ""
    op = taal.datum_compact(persoon.houding_op) if persoon.houding_op else ""
    if vers != "vers":
        label = Label(f"{label.tekst}, {'navragen' if vers == 'navragen' else 'ongedateerd'}", "?", "stil")
    return label, ", ".join(filter(None, (bron, op)))
