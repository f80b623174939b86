"""Question sheets on paper: one A4 for each list, with room to write. They hold questions, never a client's data."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from macros.model.gedeeld import Vragenlijst
from macros.model.instellingen import Instellingen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.onderdeel import overzicht
from macros.woorden import taal

OP_PAPIER = ("fresheyes", "postmortem", "evaluatie", "kickoff", "kennismaking", "overname")
"""The lists that are printed, in this order."""
REGELS = 23
"""Lines of one A4 below its head: for questions, for what can be ticked, and the rest to write on."""
MINSTENS = 2
"""Lines to write on below each question, also where a long list then needs a second sheet."""
SCORES = {"score": range(1, 6), "cijfer": range(1, 11)}
"""What can be ticked for a question of this `soort`."""


class Vraag(NamedTuple):
    """One question."""

    tekst: str
    keuzes: tuple[str, ...]
    """What can be ticked; empty for a question that asks words."""
    regels: int


class Vel(NamedTuple):
    """One sheet: a list of the team with how to use it."""

    id: str
    titel: str
    uitleg: str
    """Empty for a list that the team made itself."""
    vragen: tuple[Vraag, ...]


@dataclass(frozen=True)
class Vragenlijsten:
    """What `vragenlijsten.html` may use."""

    template: ClassVar[str] = "vragenlijsten.html"
    vellen: tuple[Vel, ...]


@overzicht
def vragenlijsten(portefeuille: Portefeuille) -> Vragenlijsten:
    """Make the sheets of the lists that the team has."""
    lijsten = {lijst.id: lijst for lijst in portefeuille.gedeeld.vragenlijsten.vragenlijsten}
    uitleg = _uitleg(portefeuille.gedeeld.instellingen)
    return Vragenlijsten(tuple(_vel(lijsten[naam], uitleg[naam]) for naam in OP_PAPIER if naam in lijsten))


def _vel(lijst: Vragenlijst, uitleg: str) -> Vel:
    keuzes = [_keuzes(vraag.soort) for vraag in lijst.vragen]
    regels = _verdeel(REGELS - len(keuzes) - sum(map(bool, keuzes)), len(keuzes))
    vragen = zip(lijst.vragen, keuzes, regels, strict=True)
    return Vel(lijst.id.replace("_", "-"), lijst.titel, uitleg, tuple(Vraag(v.tekst, k, r) for v, k, r in vragen))


def _verdeel(regels: int, vragen: int) -> list[int]:
    """Divide the lines over the questions; what is left over goes to the first ones."""
    return [max(MINSTENS, (regels - nummer - 1) // vragen + 1) for nummer in range(vragen)]


def _keuzes(soort: str) -> tuple[str, ...]:
    return ("ja", "nee") if soort == "ja_nee" else tuple(map(str, SCORES.get(soort, ())))


def _uitleg(instellingen: Instellingen) -> dict[str, str]:
    """Say in a line or two how each list is used; numbers are the team's settings."""
    norm, maanden = taal.getal(instellingen.cijfer_norm), instellingen.postmortem_maanden
    return {
        "fresheyes": "Geef per vraag een score van 1 (slecht) tot en met 5 (uitstekend) en schrijf de conclusie in één"
        " zin op. Vraag door: waaraan merk je dat?",
        "postmortem": "Praat persoonlijk en één op één met wie meebesliste, binnen"
        f" {taal.aantal(maanden, 'maand', 'maanden')} na de opzegging. Schrijf op wat de klant zegt.",
        "evaluatie": f"Vraag twee cijfers van 1 tot en met 10. Lager dan een {norm}? Maak dezelfde week samen een"
        " herstelplan.",
        "kickoff": "Vraag dit aan de klant zelf, bij de start. Schrijf elke verwachting op, juist de onverwachte.",
        "kennismaking": "Kort over toen, dan over nu, en vooral over straks. Schrijf de nieuwe verwachtingen op.",
        "overname": "Stel deze vragen bij de start, dan doen we de fouten van een ander niet over.",
    }
