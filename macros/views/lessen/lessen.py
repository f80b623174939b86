"""Alle lessen: why it went wrong, how you notice it in time, what you do then, and where it was seen again."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.dossier import NIET_GETOOND, Dossier
from macros.model.gedeeld import Les as Geleerd
from macros.model.groei import Lessignaal
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.lessen.lijkt_op import stap
from macros.woorden import taal

PIJLERS = {
    "verwachtingen": "Verwachtingen",
    "relaties": "Relaties",
    "expertise": "Vakkennis",
    "juiste_klant": "Juiste klant",
    "extern": "Van buiten",
}
"""The pillars as people say them: the three of the reviews, and two where it was not in our hands alone."""


@dataclass(frozen=True, slots=True)
class Gezien:
    """One time that somebody recorded this lesson's sign."""

    account: str
    """Id of the client; empty when its name is not shown."""
    klant: str
    tekst: str
    vervolg: str


@dataclass(frozen=True, slots=True)
class Les:
    """One lesson."""

    id: str
    titel: str
    pijler: str
    """What it was about; may be empty."""
    klant: str
    """Where it was learned: the client, or that the name is not shown; may be empty."""
    account: str
    """Id of that client, to link to; empty when it is not named or not in the files."""
    op: date | None
    reden: str
    """Why it went wrong; may be empty."""
    signalen: tuple[str, ...]
    stappen: tuple[str, ...]
    gezien: tuple[Gezien, ...]
    """Where its signs were recorded since, the latest first."""


@dataclass(frozen=True)
class Lessen:
    """What `lessen.html` may use."""

    template: ClassVar[str] = "lessen.html"
    lessen: tuple[Les, ...]
    """Lessons that hold, the latest first."""
    vervallen: tuple[Les, ...]


def lessen(portefeuille: Portefeuille) -> Lessen:
    """Make the list of lessons."""
    gezien: dict[str, list[tuple[Dossier, Lessignaal]]] = defaultdict(list)
    for dossier in portefeuille.dossiers.values():
        for signaal in dossier.account.signalen:
            if signaal.les and signaal.datum <= portefeuille.peildatum:
                gezien[signaal.les].append((dossier, signaal))
    alle = sorted(portefeuille.gedeeld.lessen.lessen, key=lambda les: les.ontstaan_op or date.min, reverse=True)
    return Lessen(
        lessen=tuple(_les(les, portefeuille, gezien[les.id]) for les in alle if les.status == "actief"),
        vervallen=tuple(_les(les, portefeuille, gezien[les.id]) for les in alle if les.status != "actief"),
    )


def _les(les: Geleerd, portefeuille: Portefeuille, gezien: Iterable[tuple[Dossier, Lessignaal]]) -> Les:
    dossier = portefeuille.dossiers.get(les.account or "")
    return Les(
        id=les.id,
        titel=les.titel,
        pijler=PIJLERS[les.pijler] if les.pijler else "",
        klant=dossier.naam if dossier else (NIET_GETOOND if les.account else ""),
        account=dossier.adres if dossier else "",
        op=les.ontstaan_op,
        reden=les.reden or "",
        signalen=tuple(les.waarschuwingssignalen),
        stappen=tuple(map(stap, les.actiestappen)),
        gezien=tuple(_gezien(*paar) for paar in sorted(gezien, key=lambda paar: paar[1].datum, reverse=True)),
    )


def _gezien(dossier: Dossier, signaal: Lessignaal) -> Gezien:
    klaar = signaal.gedaan_op is not None and signaal.gedaan_op <= dossier.peildatum
    gedaan = f"gedaan op {taal.datum(signaal.gedaan_op)}" if signaal.gedaan_op and klaar else "nog open"
    return Gezien(
        account=dossier.adres,
        klant=dossier.naam,
        tekst=f"{taal.datum(signaal.datum)}: {signaal.signaal or 'signaal zonder omschrijving'}",
        vervolg=": ".join(filter(None, (gedaan, signaal.uitkomst if klaar else signaal.actiestap))),
    )
