"""Useful messages in words: what went out, to whom, who was called about it, and who may get one."""

from collections.abc import Callable, Iterable
from datetime import date

from macros.afleidingen.contact.berichten import is_voor
from macros.afleidingen.contact.web import aanwezig
from macros.afleidingen.dossier import Dossier
from macros.model.gedeeld import Bericht
from macros.model.team import Contactpersoon
from macros.woorden import labels, taal

NOG_VRAGEN = "nog vragen"
"""Of whom nobody wrote down whether a message is allowed: until then we send nothing."""


def onderwerp(bericht: Bericht) -> str:
    """What a message is about; its kind where nobody wrote that down."""
    return bericht.onderwerp or (bericht.soort or "bericht").capitalize()


def laatste(dossier: Dossier) -> Bericht | None:
    """Return the last message that this client got."""
    standen = tuple(dossier.contracten.values())
    gekregen = (
        bericht
        for bericht in dossier.gedeeld.berichten.berichten
        if bericht.datum <= dossier.peildatum and is_voor(bericht, dossier.account, dossier.segment.waarde, standen)
    )
    return max(gekregen, key=lambda bericht: bericht.datum, default=None)


def nieuwsbrief(dossier: Dossier, noem: Callable[[list[Contactpersoon]], str]) -> str:
    """Say who of the people at the client may get our messages and on what ground: "met toestemming: Hanneke Bakker".

    `noem` names a group of people. Empty when the team keeps no messages, or nobody is known at the client.
    """
    if not dossier.gedeeld.instellingen.onderdelen.berichten:
        return ""
    mensen = [persoon for persoon in dossier.account.contactpersonen if aanwezig(persoon, dossier.peildatum)]
    gronden = ((waarde, label.tekst) for waarde, label in labels.NIEUWSBRIEF.items())
    groepen = (
        (woorden, [persoon for persoon in mensen if persoon.nieuwsbrief == grond])
        for grond, woorden in (*gronden, (None, NOG_VRAGEN))
    )
    return "; ".join(f"{woorden}: {noem(groep)}" for woorden, groep in groepen if groep)


def nagebeld(bericht: Bericht, klanten: Iterable[tuple[str, str]]) -> str:
    """Say which clients were called about a message, and when; `klanten` are pairs of id and name."""
    dagen: dict[str, date] = bericht.nagebeld
    return taal.opsomming([f"{naam} op {taal.datum(dagen[wie])}" for wie, naam in klanten if wie in dagen])
