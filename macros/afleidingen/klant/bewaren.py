"""What is kept longer than agreed (domain 2.9): old talks, old lines of the journal, and people who left long ago.

Some of it stays on purpose: the last talk with each contact person, what is still open, the line that is all there is
of a new face, and the line that closed something that is still there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from macros.afleidingen.contract.datums import plus_maanden
from macros.load.accountwijzer import sluitbaar
from macros.model.account import Account
from macros.model.contact import Contactmoment
from macros.model.dagboek import Aantekening
from macros.model.instellingen import Instellingen
from macros.model.team import Contactpersoon

KLACHTEN = ("klacht", "stille_klacht")


class TeOud(NamedTuple):
    """What is to be removed of one client."""

    momenten: tuple[int, ...]
    """Places in the list of talks of the account with its journal."""
    regels: tuple[Aantekening, ...]
    """Lines of the journal; those of a talk are in `momenten` too."""
    mensen: tuple[int, ...]
    """Places in the list of contact persons."""


def te_oud(account: Account, regels: Sequence[Aantekening], instellingen: Instellingen, peildatum: date) -> TeOud:
    """What of an account (with its `regels` in it) is kept too long on this day."""

    def voorbij(dag: date | None, maanden: int) -> bool:
        return dag is not None and plus_maanden(dag, maanden) < peildatum

    maanden = instellingen.persoon_bewaren_maanden
    weg = [persoon for persoon in account.contactpersonen if voorbij(persoon.vertrokken_op, maanden)]
    genoemd = {persoon.opvolger for persoon in account.contactpersonen if persoon not in weg}
    weg = [persoon for persoon in weg if persoon.id not in genoemd]
    maanden = instellingen.moment_bewaren_maanden
    oude_regels = [een for een in regels if voorbij(een.regel.datum, maanden)]
    oude_momenten = [n for n, moment in enumerate(account.contactmomenten) if voorbij(moment.datum, maanden)]
    if not (weg or oude_regels or oude_momenten):
        return TeOud((), (), ())
    gesloten = set(chain.from_iterable((*een.regel.klaar, *een.regel.gebroken) for een in regels))
    houd = {id(moment) for moment in _laatste(account, weg, peildatum)}
    in_dagboek = {een.id for een in regels}
    momenten = [
        nummer
        for nummer in oude_momenten
        if id(moment := account.contactmomenten[nummer]) not in houd
        and not _is_open(moment)
        and (moment.id in in_dagboek or not gesloten.intersection(signaal.id for signaal in moment.signalen))
    ]
    blijft = {moment.id for nummer, moment in enumerate(account.contactmomenten) if nummer not in momenten}
    blijft |= {belofte.id for belofte in account.toezeggingen if belofte.stand == "open"}
    namen = {persoon.naam.casefold() for persoon in weg}
    oud = [
        een
        for een in oude_regels
        if een.id not in blijft
        and (een.regel.nieuw is None or (een.regel.nieuw.naam.casefold() in namen and not _gesproken(een, regels)))
    ]
    bestaat = set(sluitbaar(account, regels))
    while nodig := [een for een in oud if _sluit(een, oud, bestaat)]:
        oud = [een for een in oud if een not in nodig]
    weg_ids = {een.id for een in oud}
    return TeOud(
        tuple(
            n for n in momenten if (kenmerk := account.contactmomenten[n].id) in weg_ids or kenmerk not in in_dagboek
        ),
        tuple(oud),
        tuple(nummer for nummer, persoon in enumerate(account.contactpersonen) if persoon in weg),
    )


def _laatste(account: Account, weg: Sequence[Contactpersoon], peildatum: date) -> Iterator[Contactmoment]:
    """The last talk that was held with each contact person who stays."""
    blijft = {persoon.id for persoon in account.contactpersonen if persoon not in weg}
    laatste: dict[str, Contactmoment] = {}
    for moment in sorted(account.contactmomenten, key=lambda moment: moment.datum):
        if moment.datum <= peildatum:
            laatste |= dict.fromkeys(blijft.intersection(moment.met), moment)
    yield from laatste.values()


def _is_open(moment: Contactmoment) -> bool:
    """Whether a signal of a talk still waits: an interest without a chance, a complaint that nobody followed up."""
    open_ = (signaal for signaal in moment.signalen if signaal.opgevolgd_op is None)
    return any(s.soort in KLACHTEN or (s.soort == "koopsignaal" and s.kans is None) for s in open_)


def _gesproken(een: Aantekening, regels: Sequence[Aantekening]) -> bool:
    """Whether another line names the new face of this one."""
    return any(een.gezicht_id in (*ander.regel.met, *ander.regel.klopt_nog) for ander in regels)


def _sluit(een: Aantekening, oud: Sequence[Aantekening], bestaat: set[str]) -> bool:
    """Whether a line closed something that is still there: without the line that would be open again.

    Weeks are written from old to new, so what goes may stand in an older file or the same one.
    """
    weg = {naam for ander in oud if ander.bestand <= een.bestand for naam in (ander.id, ander.signaal_id)}
    return any(naam in bestaat - weg for naam in (*een.regel.klaar, *een.regel.gebroken))
