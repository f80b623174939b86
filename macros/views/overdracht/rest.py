"""What a change of account manager left open, and what did not fit on a sheet, in words."""

from collections.abc import Sequence
from typing import TypeVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.overdracht import Rest
from macros.views.delen import namen
from macros.views.delen.blad import Alinea
from macros.views.delen.stukken import Link, Zacht
from macros.views.overdracht.woorden import citaat
from macros.views.render import Inhoud
from macros.woorden import taal

T = TypeVar("T")
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


def meer(dossier: Dossier, regels: Sequence[object], passen: int, woorden: tuple[str, str], anker: str) -> Inhoud:
    """Count what did not fit, in `woorden` for one and for more, with the way to it; nothing when all fitted."""
    aantal = len(regels) - zoveel(len(regels), passen)
    if aantal <= 0:
        return None
    return Alinea(Link(f"en nog {taal.aantal(aantal, *woorden)}", f"accounts/{dossier.id}/#{anker}"), zacht=True)


def zoveel(alles: int, passen: int) -> int:
    """Say how many rows are shown: one that would stand alone behind "en nog" is shown too."""
    return alles if alles <= passen + 1 else passen


def getoond(regels: Sequence[T], passen: int) -> Sequence[T]:
    """Give the rows that are shown, as many as `zoveel` says."""
    return regels[: zoveel(len(regels), passen)]


def kop_van(regels: Sequence[Inhoud], passen: int) -> tuple[Inhoud, ...]:
    """Give the lines of a short list that are shown, and a last one that counts the rest."""
    hier = zoveel(len(regels), passen)
    rest = (Zacht(f"en nog {len(regels) - hier}"),) if len(regels) > hier else ()
    return (*regels[:hier], *rest)
