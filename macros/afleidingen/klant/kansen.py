"""What asks whether there is a chance, what answered it, and where a chance came from (domain 2.6).

A new contract, a renewal and a mark at the norm or above are the moments at which a client thinks of more, and at which
nobody thinks of asking. What we wrote down since, a chance or why there is none, answers all of them at once.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from macros.afleidingen.contract.datums import gehouden
from macros.afleidingen.contract.perioden import in_beheer_sinds
from macros.afleidingen.klant.tevredenheid import GEHAALD, evaluatiestanden
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, feit, in_dagen, instelling, nvt, regel, uitkomst
from macros.model.account import Account
from macros.model.contact import Contactmoment, Contactsignaal
from macros.model.instellingen import Instellingen
from macros.model.kansen import Kans

HANDBOEK = "meer-verkopen/#kansvraag"
VERLENGD = frozenset({"verlengd", "verlengd_beter", "verlengd_slechter", "aanbesteed_gewonnen"})
"""Outcomes with which we go on."""


class Kansmoment(NamedTuple):
    """A moment at which a client may want more."""

    datum: date
    zin: str
    """What happened, with a place for `over` or the mark."""
    over: object
    veld: str
    """Where it stands in the account file."""

    @property
    def tekst(self) -> str:
        """What happened, in words."""
        return feit(self.zin, self.over, veld=self.veld).tekst


def kansmomenten(account: Account, instellingen: Instellingen, peildatum: date) -> tuple[Kansmoment, ...]:
    """The moments that nothing answered yet, the oldest first.

    Left out is what was before we kept the client, and what is longer ago than `kansvraag_vervalt_dagen`: the next
    moment asks again.
    """
    vervalt = peildatum - timedelta(days=instellingen.kansvraag_vervalt_dagen)
    sinds, antwoord = in_beheer_sinds(account), antwoord_op(account, peildatum)
    alle = (*_contracten(account), *_verlengd(account), *_cijfers(account, instellingen, peildatum))
    open_ = (
        moment
        for moment in alle
        if max(vervalt, sinds or vervalt) <= moment.datum <= peildatum and (antwoord is None or moment.datum > antwoord)
    )
    return tuple(sorted(open_, key=lambda moment: (moment.datum, moment.tekst)))


def kansvraag(account: Account, instellingen: Instellingen, peildatum: date, *, zorg: bool) -> VerklaardeDatum:
    """Last day to ask whether there is a chance: `kansvraag_dagen` after the oldest moment without an answer.

    `zorg`: what the client is troubled by is solved first, so that nothing is asked then.
    """
    momenten = kansmomenten(account, instellingen, peildatum)
    if not momenten:
        return nvt("geen nieuw contract, verlenging of goed cijfer zonder antwoord", handboek=HANDBOEK)
    feiten = tuple(feit(f"{moment.zin} (op {{}})", moment.over, moment.datum, veld=moment.veld) for moment in momenten)
    if zorg:
        return Verklaard(None, (*feiten, regel("eerst oplossen wat de klant dwarszit", handboek=HANDBOEK)))
    dagen = instellingen.kansvraag_dagen
    uiterlijk = momenten[0].datum + timedelta(days=dagen)
    return Verklaard(
        uiterlijk,
        (
            *feiten,
            regel("sindsdien staat er geen nieuwe kans, en niet waarom er geen is", handboek=HANDBOEK),
            instelling("vragen binnen {}", in_dagen(dagen), veld="kansvraag_dagen"),
            uitkomst("uiterlijk {}", uiterlijk),
        ),
    )


def antwoord_op(account: Account, peildatum: date) -> date | None:
    """The last day on which we wrote down a chance, or that there was none."""
    dagen = (*(kans.genoteerd_op for kans in account.kansen), *(een.op for een in account.geen_kans))
    return max((dag for dag in dagen if dag and gehouden(dag, peildatum)), default=None)


def _contracten(account: Account) -> Iterator[Kansmoment]:
    for contract in account.contracten:
        if not contract.startdatum_geschat:
            pad = f"contracten.{contract.id}.startdatum"
            yield Kansmoment(contract.startdatum, "nieuw contract {}", contract.titel, pad)


def _verlengd(account: Account) -> Iterator[Kansmoment]:
    for contract in account.contracten:
        for een in contract.uitkomsten:
            if een.resultaat in VERLENGD:
                yield Kansmoment(een.datum, "{} verlengd", contract.titel, f"contracten.{contract.id}.uitkomsten")


def _cijfers(account: Account, instellingen: Instellingen, peildatum: date) -> Iterator[Kansmoment]:
    """The marks at the norm or above; a new one after repair counts on its own day."""
    for stand in evaluatiestanden(account.evaluaties, instellingen, peildatum):
        if stand.stand == GEHAALD and stand.cijfer and stand.cijfer.laagste is not None:
            yield Kansmoment(stand.cijfer.datum, "de klant gaf een {}", stand.cijfer.laagste, "evaluaties")


def signalen_van(account: Account, kans: Kans) -> Sequence[tuple[Contactmoment, Contactsignaal]]:
    """What the client let show from which a chance came, the newest first."""
    gevonden = [(m, s) for m in account.contactmomenten for s in m.signalen if s.kans == kans.id]
    return sorted(gevonden, key=lambda paar: paar[0].datum, reverse=True)


def eigenaar_van(account: Account, eigenaar: str | None) -> str:
    """Who goes on with a chance or an idea: the account manager unless somebody is named."""
    return eigenaar or account.driehoek.accountmanager
