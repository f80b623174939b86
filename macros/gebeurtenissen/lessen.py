"""Events of the lessons: one that fits a client, and the round over all of them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.gebeurtenissen.gebeurtenis import TEAMLIJST, Antwoorden, Gebeurtenis, Gevolg, In, Situatie, Vraag, erbij
from macros.gebeurtenissen.keuzes import keuzes
from macros.gebeurtenissen.team import GROEP
from macros.load.wijzigen.adres import Zet
from macros.model.afspraken import Lessignaal
from macros.model.team import Persoon


def _nagelopen(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    wie = antwoorden.get("persoon") or situatie.account.driehoek.accountmanager
    dag = antwoorden.get("lessencheck_op", situatie.dag)
    yield In(TEAMLIJST, Zet(("personen", wie, "lessencheck_op"), dag))


def _heeft_lessen(situatie: Situatie) -> bool:
    return bool(keuzes("les", situatie))


LESSEN = (
    Gebeurtenis(
        "les",
        "Een les past bij deze klant",
        GROEP,
        "Je zag een signaal uit een les. Wat doe je eraan? Past de les toch niet, zet er dan bij wanneer je dat zag.",
        (
            Vraag("les", Lessignaal, keuze="les", nodig=True, vraag="Welke les?"),
            Vraag("signaal", Lessignaal, nodig=True),
            Vraag("actiestap", Lessignaal),
            Vraag("gedaan_op", Lessignaal),
            Vraag("uitkomst", Lessignaal),
            Vraag("datum", Lessignaal, vandaag=True),
        ),
        erbij("signalen", dag="datum", namen=("datum", "les", "signaal", "actiestap", "gedaan_op", "uitkomst")),
        handboek="lessen/#les",
        past=_heeft_lessen,
    ),
    Gebeurtenis(
        "lessen-nagelopen",
        "De lessen zijn nagelopen",
        GROEP,
        "De ronde langs alle lessen, voor de klanten van een accountmanager. Meld haar één keer, bij een van hen.",
        (
            Vraag("lessencheck_op", Persoon, vandaag=True),
            Vraag("persoon", Persoon, "id", keuze="collega", vraag="Voor de klanten van welke collega?"),
        ),
        _nagelopen,
        ("lessen",),
        "lessen/#ronde",
        lambda situatie: (
            _heeft_lessen(situatie) and situatie.account.driehoek.accountmanager in situatie.gedeeld.personen
        ),
    ),
)
