"""When we should have met a new face at the client (domain 3.8)."""

from datetime import date, timedelta

from macros.afleidingen.contact.versheid import gehouden
from macros.afleidingen.contact.web import aanwezig
from macros.afleidingen.verklaring import Verklaard, feit, in_dagen, instelling, regel, uitkomst
from macros.model.account import Account
from macros.model.instellingen import Instellingen
from macros.model.mensen import Contactpersoon

HANDBOEK = "invloedsweb/#kennismaking"


def kennismakingen(
    account: Account, in_beheer_sinds: date | None, instellingen: Instellingen, peildatum: date
) -> dict[str, Verklaard[date]]:
    """The last day for each introduction still to be made, by contact person, in file order.

    Only people who came after `in_beheer_sinds` are asked for; who left before we could meet is dropped.
    """
    if in_beheer_sinds is None:
        return {}
    dagen = timedelta(days=instellingen.kennismaking_dagen)
    return {
        persoon.id: _uitleg(persoon, persoon.sinds, persoon.sinds + dagen, instellingen)
        for persoon in account.contactpersonen
        if persoon.sinds is not None
        and persoon.sinds > in_beheer_sinds
        and not gehouden(persoon.kennismaking_op, peildatum)
        and aanwezig(persoon, peildatum)
        and (persoon.vertrokken_op is None or persoon.vertrokken_op >= persoon.sinds + dagen)
    }


def _uitleg(persoon: Contactpersoon, sinds: date, uiterlijk: date, instellingen: Instellingen) -> Verklaard[date]:
    stappen = (
        feit("{} begon op {}", persoon.naam, sinds, veld=f"contactpersonen.{persoon.id}.sinds"),
        regel("maak kennis met een nieuw gezicht", handboek=HANDBOEK),
        instelling("binnen {}", in_dagen(instellingen.kennismaking_dagen), veld="kennismaking_dagen"),
        uitkomst("kennismaken uiterlijk {}", uiterlijk),
    )
    return Verklaard(uiterlijk, stappen)
