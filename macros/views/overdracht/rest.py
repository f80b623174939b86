"""What a change of account manager left open, in words."""

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.overdracht import Rest
from macros.views.delen import namen
from macros.views.overdracht.woorden import citaat
from macros.woorden import taal

REST = {
    "toezegging": "Toegezegd, en nog op naam van {van}: {over}.",
    "actie": "Te doen, en nog op naam van {van}: {over}.",
    "alleen": "{naar} sprak nog niet met {over}.",
    "aanspreekpunt": "De klant weet nog niet wie hij belt.",
    "wijziging": "De wisseling staat nog niet bij de wijzigingen.",
    "naam": "{van} staat nog in de driehoek van deze klant.",
}
"""By kind; each is a sentence."""


def restzin(dossier: Dossier, rest: Rest, *, op_overzicht: bool = False) -> str:
    """Word one thing; `op_overzicht`: where the names of people at clients may be hidden."""
    over = [citaat(een) for een in rest.over]
    if rest.soort == "alleen":
        noem = namen.contact_op_overzicht if op_overzicht else namen.contact
        over = [noem(dossier, wie) for wie in rest.over]
    van = namen.collega(dossier, dossier.account.vorige_accountmanager)
    return REST[rest.soort].format(over=taal.opsomming(over), van=van, naar=namen.accountmanager(dossier))
