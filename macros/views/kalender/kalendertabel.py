"""The list of the calendar as a table: every day of every contract and project, the latest behind it first."""

from collections.abc import Iterator

from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.onderdeel import tabel
from macros.views.delen.register import Gegeven, Kolom
from macros.views.delen.tabel import Bron, daggegeven
from macros.views.kalender import kalenderregels
from macros.views.kalender.kalenderregels import Regel
from macros.views.kalender.rooster import rooster
from macros.woorden import labels


@tabel("kalender", "Kalender", "kalender/", "Een dag van een contract of een project.")
def kalendertabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give what passed and is not done, what comes, and what has ended; of the whole team, by day."""
    alles = rooster(portefeuille)
    te_laat, komend = kalenderregels.regels((een.deel for een in alles.lopend), portefeuille.peildatum)
    yield Bron(KOLOMMEN, te_laat, "Voorbij en niet klaar")
    yield Bron(KOLOMMEN, kalenderregels.op_dag((*komend, *alles.opleveringen)), "Komt nog")
    yield Bron(KOLOMMEN, alles.beeindigd, "Beëindigd")


def _fase(regel: Regel) -> str | None:
    return labels.FASE[regel.fase].tekst if regel.fase else None


KOLOMMEN: tuple[Kolom[Regel], ...] = (
    Kolom("Dag", lambda regel: regel.kort, gegevens=(daggegeven("dag", lambda r: r.dag, "de dag zelf"),)),
    Kolom("Wat", lambda regel: regel.wat, gegevens=(Gegeven("wat", lambda r: r.wat, "wat er op die dag is"),)),
    Kolom("Klant", lambda regel: regel.naam, gegevens=(Gegeven("klant", lambda r: r.naam, "naam van de klant"),)),
    Kolom(
        "Segment",
        lambda regel: regel.segment,
        gegevens=(Gegeven("segment", lambda r: r.segment if r.segment in labels.SEGMENT else None, "A, B of C"),),
    ),
    Kolom(
        "Contract",
        lambda regel: regel.titel,
        gegevens=(Gegeven("contract", lambda r: r.titel, "titel van het contract of het project"),),
    ),
    Kolom("Fase", _fase, gegevens=(Gegeven("fase", _fase, "waar dat contract staat; bij een project de klant"),)),
    Kolom(
        "Wie",
        lambda regel: regel.wie_naam,
        gegevens=(Gegeven("wie", lambda r: r.wie_naam, "wie er moet handelen; leeg als dat niet meer hoeft"),),
    ),
    Kolom(
        "Stand",
        lambda regel: labels.STAND[regel.stand],
        gegevens=(Gegeven("stand", lambda r: labels.STAND[r.stand].tekst, "hoe dringend het is"),),
    ),
)
