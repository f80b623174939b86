"""Warnings about people and what they expect: what should be asked again, and whom we should forget."""

from collections.abc import Iterator
from datetime import date, timedelta

from macros.afleidingen.contract.datums import plus_maanden
from macros.afleidingen.dossier import Dossier
from macros.load.problem import Bevinding
from macros.model.samenwerking import Verwachting


def vermoeden_niet_nagevraagd(dossier: Dossier) -> Iterator[Bevinding]:
    """Een vermoede verwachting wordt snel nagevraagd."""
    dagen = dossier.gedeeld.instellingen.vermoed_dagen
    for nummer, verwachting in _lopend(dossier):
        if verwachting.soort == "vermoed" and not _vers(verwachting, dossier.peildatum, dagen):
            tekst = f"verwachting '{verwachting.id}' vermoeden we alleen; vraag haar na en vul gecheckt_op in"
            yield Bevinding(("verwachtingen", nummer), "vermoeden-niet-nagevraagd", tekst)


def verwachting_verouderd(dossier: Dossier) -> Iterator[Bevinding]:
    """Een verwachting wordt elk half jaar opnieuw nagevraagd."""
    dagen = dossier.gedeeld.instellingen.verwachting_verouderd_dagen
    for nummer, verwachting in _lopend(dossier):
        if verwachting.soort == "vermoed" or verwachting.gecheckt_op is None:
            continue
        if not _vers(verwachting, dossier.peildatum, dagen):
            stil = (dossier.peildatum - verwachting.gecheckt_op).days
            tekst = f"verwachting '{verwachting.id}' is al {stil} dagen niet nagevraagd; vraag haar opnieuw na"
            yield Bevinding(("verwachtingen", nummer, "gecheckt_op"), "verwachting-verouderd", tekst)


def vertrokken_persoon(dossier: Dossier) -> Iterator[Bevinding]:
    """Wie lang weg is, halen we weg uit het bestand."""
    maanden = dossier.gedeeld.instellingen.persoon_bewaren_maanden
    for nummer, persoon in enumerate(dossier.account.contactpersonen):
        if persoon.vertrokken_op and plus_maanden(persoon.vertrokken_op, maanden) < dossier.peildatum:
            tekst = (
                f"'{persoon.id}' is meer dan {maanden} maanden weg; haal deze persoon weg en schrijf overal "
                "waar de id stond oud-contact"
            )
            yield Bevinding(("contactpersonen", nummer, "vertrokken_op"), "persoon-lang-weg", tekst)


def _lopend(dossier: Dossier) -> Iterator[tuple[int, Verwachting]]:
    """The expectations that still count, with their place in the file."""
    for nummer, verwachting in enumerate(dossier.account.verwachtingen):
        if verwachting.stand != "vervallen":
            yield nummer, verwachting


def _vers(verwachting: Verwachting, peildatum: date, dagen: int) -> bool:
    """Whether it was asked no longer than this many days ago."""
    gecheckt = verwachting.gecheckt_op
    return gecheckt is not None and peildatum - gecheckt <= timedelta(days=dagen)
