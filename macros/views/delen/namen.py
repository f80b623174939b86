"""Names behind the ids of an account file: colleagues, people at the client, boxes and amounts."""

from collections.abc import Iterable

from macros.afleidingen.contact import bezetting
from macros.afleidingen.contact.bezetting import naam
from macros.afleidingen.contract.momenten import Contractstand, beslissoort
from macros.afleidingen.dossier import Dossier
from macros.woorden import labels, taal
from macros.woorden.labels import Label

WAAROVER = {
    "optie": "optie lichten of niet, uiterlijk",
    "opzegdeadline": "opzeggen of laten doorlopen, uiterlijk",
    "publicatie": "aanbesteding, bekend uiterlijk",
}
"""The words for what is decided, by kind of work."""
OUD_CONTACT = "oud-contact"
"""Stands in a file where a person was, who left long ago and was removed (domain 2.9)."""


def fase(dossier: Dossier) -> tuple[Label, ...]:
    """Name the phase of a client, and mark one of which a part leaves."""
    return (labels.fase(dossier.getoonde_fase), *deels(dossier))


def deels(dossier: Dossier) -> tuple[Label, ...]:
    """Say beside the phase that another contract is under notice, or was lost."""
    gezegd = (labels.DEELS_OPGEZEGD,) * dossier.deels_opgezegd
    return gezegd or (labels.DEELS_VERLOREN,) * dossier.deels_verloren


def segmentwoord(dossier: Dossier) -> str:
    """Say the segment as a filter does."""
    return labels.SEGMENT[letter].tekst if (letter := dossier.segment.waarde) else "Nog geen"


def collega(dossier: Dossier, wie: str | None, door: str | None = None) -> str:
    """Name a colleague, and `door` who does the work now; see `aanwezigheid.naam`."""
    return naam(wie, dossier.gedeeld.personen, door)


def accountmanager(dossier: Dossier) -> str:
    """Name of the account manager."""
    return collega(dossier, dossier.account.driehoek.accountmanager)


def aan_zet(dossier: Dossier, wie: str | None = None) -> str:
    """Name beside work whose it is, the account manager's unless `wie` says whose, and who stands in today."""
    wie = wie or dossier.account.driehoek.accountmanager
    return bezetting.naam_op(wie, dossier.gedeeld.personen, dossier.peildatum)


def aan_zet_of_niemand(dossier: Dossier, wie: str | None) -> str:
    """The same for work that nobody may have yet."""
    return aan_zet(dossier, wie) if wie else "nog niemand"


def doet(dossier: Dossier) -> str:
    """Who does the work of the account manager now: a colleague's id."""
    wie = dossier.account.driehoek.accountmanager
    return bezetting.doet(wie, dossier.gedeeld.personen, dossier.peildatum) or wie


def van_wie(dossier: Dossier, wie: str | None = None) -> tuple[str, ...]:
    """Who finds it under the own name: whose it is, the account manager's unless `wie` says, then who stands in."""
    wie = wie or dossier.account.driehoek.accountmanager
    return tuple(dict.fromkeys((wie, bezetting.doet(wie, dossier.gedeeld.personen, dossier.peildatum) or wie)))


def driehoek(dossier: Dossier) -> tuple[str, ...]:
    """Everyone of the triangle, the account manager first, each with who stands in: who finds it under the own name."""
    rollen = dossier.account.driehoek
    wie = (rollen.accountmanager, rollen.contractmanager, *rollen.projectmanagers)
    return tuple(dict.fromkeys(een for rol in filter(None, wie) for een in van_wie(dossier, rol)))


def op_naam_van(dossier: Dossier) -> str:
    """The same for a client by name, as the filter of a table reads several."""
    return "|".join(collega(dossier, wie) for wie in van_wie(dossier))


def waarneming(dossier: Dossier) -> str:
    """Say who stands in for the account manager: "Yasmina El Hadri neemt waar"; empty while the own one is there."""
    wie = dossier.account.driehoek.accountmanager
    door = bezetting.waarnemer(wie, dossier.gedeeld.personen, dossier.peildatum)
    return f"{collega(dossier, door)} neemt waar" if door not in {None, wie} else ""


def reden(dossier: Dossier) -> str:
    """The first reason of the klantbeeld, and how many more the client page has; empty without one."""
    redenen = dossier.klantbeeld.redenen
    meer = f", en nog {len(redenen) - 1}" if len(redenen) > 1 else ""
    return f"{redenen[0].kort}{meer}" if redenen else ""


def collegas(dossier: Dossier, personen: Iterable[str]) -> str:
    """Names of colleagues as words: "Anouk de Wit en Rik Smeets"."""
    return taal.opsomming([collega(dossier, persoon) for persoon in personen])


def contact(dossier: Dossier, wie: str | None) -> str:
    """Name of a person at the client; empty for None."""
    if wie is None or wie == OUD_CONTACT:
        return "oud-contact" if wie else ""
    return next(persoon.naam for persoon in dossier.account.contactpersonen if persoon.id == wie)


def contact_op_overzicht(dossier: Dossier, wie: str | None) -> str:
    """Name and function of a person at the client; the function alone where names are not shown (domain 2.9)."""
    persoon = next((persoon for persoon in dossier.account.contactpersonen if persoon.id == wie), None)
    if persoon is None:
        return contact(dossier, wie)
    return persoon.voluit if dossier.gedeeld.instellingen.toon_contactnamen else persoon.functie


def contacten(dossier: Dossier, wie: Iterable[str]) -> str:
    """Names of people at the client as words."""
    return taal.opsomming([contact(dossier, persoon) for persoon in wie])


def iemand(dossier: Dossier, wie: str | None) -> str:
    """Name of whoever has this id, on our side or the client's; empty for None."""
    return collega(dossier, wie) if wie in dossier.gedeeld.personen else contact(dossier, wie)


def bedrag(dossier: Dossier, waarde: float | None) -> str:
    """Amount in the currency of the team, whole units; empty for None."""
    return "" if waarde is None else taal.bedrag(waarde, dossier.gedeeld.instellingen.valuta)


def maand(nummer: int) -> str:
    """Name of a month, 1 to 12: "april"."""
    naam: str = taal.LOCALE.months["format"]["wide"][nummer]
    return naam


def waarover(stand: Contractstand) -> str:
    """Say what is decided at the decision moment of a contract, with the date to follow."""
    anders = "beslismoment" if stand.loopt_door else "opvolgen of laten aflopen, uiterlijk"
    return WAAROVER.get(beslissoort(stand), anders)
