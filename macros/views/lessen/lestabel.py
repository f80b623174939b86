"""The lessons as tables: what each says, and which client looks like one."""

from collections.abc import Iterator
from datetime import date

from macros.afleidingen.canvas.lesgelijkenis import Gelijkenis
from macros.afleidingen.dossier import Dossier
from macros.model.gedeeld import Les
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.onderdeel import tabel
from macros.views.delen.register import Gegeven, Kolom
from macros.views.delen.stukken import dag, genoemd
from macros.views.delen.tabel import Bron, daggegeven, managergegeven, met_segment
from macros.views.lessen.lessen import BRONNEN, PIJLERS, gezien, lijkt_op, stap

Lijkend = tuple[Dossier, Gelijkenis]


@tabel("lessen", "Lessen", "lessen/", "Een les na een vertrek, ook een die is vervallen.")
def lessentabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give every lesson, the latest first."""
    alle = portefeuille.gedeeld.lessen.lessen
    yield Bron(LESKOLOMMEN, sorted(alle, key=lambda les: les.ontstaan_op or date.min, reverse=True))


@tabel("lijkt-op-een-les", "Lijkt op een les", "lessen/", "Een klant met een eerdere les waar hij op lijkt.")
def lijkttabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give every likeness apart, by the name of the client."""
    op_naam = sorted(portefeuille.dossiers.values(), key=lambda dossier: (dossier.naam, dossier.id))
    yield Bron(LIJKKOLOMMEN, [(dossier, gelijk) for dossier in op_naam for gelijk in lijkt_op(dossier)])


def _pijler(les: Les) -> str | None:
    return PIJLERS[les.pijler] if les.pijler else None


def _signalen(les: Les) -> str:
    return "; ".join(les.waarschuwingssignalen)


def _stappen(les: Les) -> str:
    return "; ".join(map(stap, les.actiestappen))


LESKOLOMMEN: tuple[Kolom[Les], ...] = (
    Kolom("Les", lambda les: les.titel, gegevens=(Gegeven("les", lambda les: les.titel, "titel van de les"),)),
    Kolom("Pijler", _pijler, gegevens=(Gegeven("pijler", _pijler, "waar het misging"),)),
    Kolom(
        "Ontstaan op",
        lambda les: dag(les.ontstaan_op),
        gegevens=(daggegeven("ontstaan_op", lambda les: les.ontstaan_op, "wanneer de les is geschreven"),),
    ),
    Kolom(
        "Status", lambda les: les.status, gegevens=(Gegeven("status", lambda les: les.status, "actief of vervallen"),)
    ),
    Kolom("Reden", lambda les: les.reden, gegevens=(Gegeven("reden", lambda les: les.reden, "waarom de klant ging"),)),
    Kolom("Signalen", _signalen, gegevens=(Gegeven("signalen", _signalen, "waaraan je het merkt"),)),
    Kolom("Stappen", _stappen, gegevens=(Gegeven("stappen", _stappen, "wat je dan doet"),)),
)
LIJKKOLOMMEN: tuple[Kolom[Lijkend], ...] = (
    Kolom(
        "Klant",
        lambda rij: genoemd(rij[0], "lessen"),
        gegevens=(*met_segment(lambda rij: rij[0]), managergegeven(lambda rij: rij[0])),
    ),
    Kolom(
        "Eerdere les",
        lambda rij: gezien(rij[1], "lessen/"),
        gegevens=(
            Gegeven("les", lambda rij: rij[1].les.titel, "titel van de les"),
            Gegeven("gezien", lambda rij: rij[1].tekst, "wat er bij deze klant is gezien"),
            Gegeven("bron", lambda rij: BRONNEN[rij[1].bron], "waar dat is opgeschreven"),
            daggegeven("datum", lambda rij: rij[1].datum, "wanneer dat was"),
        ),
    ),
)
