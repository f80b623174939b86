"""Lessen die jou vinden: the clients where something recorded looks like an earlier lesson, with what to do now."""

from dataclasses import dataclass
from typing import ClassVar

from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes
from macros.views.delen.keuzes import Keuze
from macros.views.lessen.lijkt_op import LijktOp, lijkt_op
from macros.woorden import taal


@dataclass(frozen=True, slots=True)
class Klant:
    """One client that looks like a lesson."""

    account: str
    """Id of the client; empty when its name is not shown."""
    klant: str
    segment: str
    """A, B, C or `geen`."""
    wie: str
    wie_naam: str
    gelijk: tuple[LijktOp, ...]
    """The lessons, what one of us recorded first."""


@dataclass(frozen=True)
class LessenSignalen:
    """What `lessen_signalen.html` may use."""

    template: ClassVar[str] = "lessen_signalen.html"
    zin: str
    keuzes: tuple[Keuze, ...]
    klanten: tuple[Klant, ...]
    """By name."""


def lessen_signalen(portefeuille: Portefeuille) -> LessenSignalen:
    """Look at every client for what resembles an earlier lesson."""
    klanten = []
    for dossier in portefeuille.dossiers.values():
        gelijk, wie = lijkt_op(dossier), dossier.account.driehoek.accountmanager
        if gelijk:
            klanten.append(
                Klant(
                    account=dossier.adres,
                    klant=dossier.naam,
                    segment=dossier.segment.waarde or "geen",
                    wie=wie,
                    wie_naam=portefeuille.naam(wie),
                    gelijk=gelijk,
                )
            )
    klanten.sort(key=lambda klant: (klant.klant, klant.account))
    return LessenSignalen(
        zin=_zin(len(klanten), lessen=sum(les.status == "actief" for les in portefeuille.gedeeld.lessen.lessen)),
        keuzes=(
            keuzes.personen(portefeuille, (klant.wie for klant in klanten), "Accountmanager"),
            keuzes.segmenten(None if klant.segment == "geen" else klant.segment for klant in klanten),
        ),
        klanten=tuple(klanten),
    )


def _zin(klanten: int, *, lessen: int) -> str:
    if not lessen and not klanten:
        return "Er zijn nog geen lessen om mee te vergelijken. Schrijf er een na elke terugblik, in lessen.yml."
    if not klanten:
        return "Bij geen klant is iets genoteerd dat op een eerdere les lijkt."
    return f"{taal.aantal(klanten, 'klant lijkt', 'klanten lijken')} op een eerdere les."
