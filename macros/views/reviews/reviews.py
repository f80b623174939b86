"""Frisse blik: which client is due for a look from outside, what is planned, and who could do it.

A look by one of us is counted apart. For an A client the page asks for an outsider; for the others the rota of
`collegiaal.py` proposes a colleague. The question sheets on paper hold questions, never a client's data.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, NamedTuple

from macros.afleidingen.contract.datums import min_maanden
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.blikken import Blikken, Collegas, blikken, collegiaal, op_naam, plandag
from macros.afleidingen.klant.terugblikken import terugblikken
from macros.afleidingen.verklaring import VerklaardeDatum, zin
from macros.model.gedeeld import Vragenlijst
from macros.model.instellingen import Instellingen
from macros.model.review import Fresheyes
from macros.portefeuille.collegiaal import MAANDEN, VAN_BUITEN, Voorstel, voorstellen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Blad, Sommen, Zin
from macros.views.delen.onderdeel import Kaart, kaart, kaartstand, overzicht, tabel
from macros.views.delen.stukken import Bij, Link, dagen, klant
from macros.views.delen.tabel import Bron, lijstbron
from macros.views.delen.werklijst import Regel, Werklijst, geteld, kenmerken, op_stand, termijn, werklijst
from macros.woorden import labels, taal
from macros.woorden.labels import Label

OP_PAPIER = (
    "fresheyes",
    "postmortem",
    "evaluatie",
    "kickoff",
    "kennismaking",
    "overname",
    "training",
    "procesafstemming",
)
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
        "training": "Vraag dit vooraf aan de contactpersoon. De antwoorden zijn de drie doelen van de training."
        f" Naar het laatste vraag je na {taal.aantal(instellingen.training_check_maanden, 'maand', 'maanden')}.",
        "procesafstemming": "Vraag dit aan wie de leveringen en de facturen ziet. Lees aan het eind voor wat jullie"
        " afspraken, en meld het dezelfde dag.",
    }


BUITEN = Label("Van buiten", "◆", "gepland")
VOORSTEL = Label("Voorstel", "→", "stil")
GING_HET_DOOR = Label("Ging het door?", "?", "let-op")
NIEMAND = Label("Niemand vrij", "!", "let-op")


LINKS = (
    Link("Wanneer een frisse blik moet", "handboek/frisse-blik/#frisse-blik"),
    "·",
    Link("hoe een collega wordt voorgesteld", "handboek/frisse-blik/#collegiaal"),
    "·",
    Link("vragenlijsten om te printen", "reviews/vragenlijsten/"),
)


@overzicht
def reviews(portefeuille: Portefeuille) -> Blad:
    """Make the register of fresh looks: due, late and planned."""
    dossiers = portefeuille.dossiers.values()
    standen = {dossier.id: blikken(dossier.account, portefeuille.peildatum) for dossier in dossiers}
    collegas = op_naam(portefeuille.gedeeld.personen.values())
    regels = _regels(portefeuille, standen, collegas)
    geteld_ = _geteld(standen.values(), collegas, portefeuille.peildatum)
    return Blad(
        "reviews",
        (
            Zin(Sommen(_zin(regels), "reviews-lijst")),
            Alinea((Link(geteld_, "#reviews-jaren") if geteld_ else None, *LINKS), zacht=True),
            _lijst(portefeuille, regels),
        ),
    )


@tabel("frisse-blik", "Frisse blik", "reviews/", "Een klant die een frisse blik nodig heeft.")
def bliktabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give every look that is due, late or planned."""
    standen = {wie: blikken(d.account, portefeuille.peildatum) for wie, d in portefeuille.dossiers.items()}
    collegas = op_naam(portefeuille.gedeeld.personen.values())
    yield lijstbron(_lijst(portefeuille, _regels(portefeuille, standen, collegas)))


def _lijst(portefeuille: Portefeuille, regels: Sequence[Regel]) -> Werklijst:
    return werklijst(portefeuille, "reviews-lijst", op_stand(regels, "reviews"), titel="Accountmanager", niveau=3)


def _regels(portefeuille: Portefeuille, standen: Mapping[str, Blikken], collegas: Collegas) -> list[Regel]:
    dossiers = portefeuille.dossiers.values()
    voorstel = voorstellen(portefeuille)
    nodig = [(uiterlijk, dossier) for dossier in dossiers if (uiterlijk := dossier.fresheyes_vervalt.waarde)]
    return [
        _regel(dossier, uiterlijk, *_plan(dossier, uiterlijk, standen[dossier.id], voorstel.get(dossier.id), collegas))
        for uiterlijk, dossier in sorted(nodig, key=lambda paar: (paar[0], paar[1].naam))
    ]


@kaart("reviews/")
def reviewkaart(portefeuille: Portefeuille) -> Kaart:
    """Count the looks from outside of the last twelve months, and what is late of both kinds of talk."""
    dossiers, dag = portefeuille.dossiers.values(), portefeuille.peildatum
    collegas = op_naam(portefeuille.gedeeld.personen.values())
    buiten, van_ons = _recent((blikken(dossier.account, dag) for dossier in dossiers), collegas, dag)
    nodig = [(dossier, uiterlijk) for dossier in dossiers if (uiterlijk := dossier.fresheyes_vervalt.waarde)]
    standen = [_stand(dossier, uiterlijk) for dossier, uiterlijk in nodig]
    regels = portefeuille.gedeeld.instellingen
    standen += [terug.stand for dossier in dossiers for terug in terugblikken(dossier.account, regels, dag)]
    telt = f"van buiten in twaalf maanden, en {van_ons} van een collega"
    stand = kaartstand(standen.count("te_laat"), "te laat", "te-laat")
    return Kaart("Wat hoort iemand van buiten, en wat leert een vertrek?", buiten, telt, stand)


def _stand(dossier: Dossier, uiterlijk: date) -> str:
    return dossier.stand(uiterlijk, dossier.uitstellen.voor("frisse_blik"))


def _zin(regels: Sequence[Regel]) -> str:
    if not regels:
        return "Er loopt geen contract, dus er is geen frisse blik nodig."
    zin_ = ", ".join(geteld(regel.stand for regel in regels))
    return f"{zin_}." if zin_ else "Niets te laat, en niets dat deze maand moet."


def _geteld(standen: Iterable[Blikken], collegas: Collegas, peildatum: date) -> str:
    """Count who looked in the last twelve months."""
    buiten, van_ons = _recent(standen, collegas, peildatum)
    if not buiten + van_ons:
        return ""
    return f"Laatste twaalf maanden: {buiten} van buiten, en apart geteld {van_ons} van een collega."


def _recent(standen: Iterable[Blikken], collegas: Collegas, peildatum: date) -> tuple[int, int]:
    """How many were held in the last twelve months: by somebody from outside, and by one of us."""
    vanaf = min_maanden(peildatum, MAANDEN)
    recent = [blik for s in standen for blik in s.gehouden if blik.uitgevoerd_op and blik.uitgevoerd_op > vanaf]
    van_ons = sum(collegiaal(blik, collegas) for blik in recent)
    return len(recent) - van_ons, van_ons


def _regel(dossier: Dossier, uiterlijk: date, label: Label, tekst: str, bij: str) -> Regel:
    wacht = dossier.uitstellen.voor("frisse_blik")
    bij = wacht.woorden if wacht and wacht.reden else bij
    return Regel(
        (label, tekst, Bij(bij), Bij(waarom(dossier.fresheyes_vervalt))),
        klant(dossier, segment=True),
        namen.aan_zet(dossier),
        termijn(uiterlijk, dossier, f"accounts/{dossier.id}/#waarom-fresheyes-vervalt", wacht),
        _stand(dossier, uiterlijk),
        kenmerken(dossier),
    )


def waarom(vervalt: VerklaardeDatum) -> str:
    """Write the facts and settings that lead to the day; the rule stands in the handbook, the day beside it."""
    return zin(stap for stap in vervalt.stappen[:-1] if stap.soort != "regel")


def _plan(
    dossier: Dossier, uiterlijk: date, stand: Blikken, voorstel: Voorstel | None, collegas: Collegas
) -> tuple[Label, str, str]:
    """Say what is planned, or else who to ask: label, who and when, and what to know about it."""
    if stand.gepland:
        return labels.GEPLAND, *_gepland(dossier, uiterlijk, stand.gepland, collegas)
    if stand.niet_vastgelegd:
        return (
            GING_HET_DOOR,
            f"gepland op {taal.datum(stand.niet_vastgelegd)}",
            "leg de uitkomst vast, of een nieuwe dag",
        )
    if dossier.segment.waarde == VAN_BUITEN:
        vorige = stand.gehouden and collegiaal(stand.gehouden[0], collegas)
        return BUITEN, "vraag een bureau of een relatie", "de vorige was van een collega" if vorige else ""
    if voorstel is None or voorstel.persoon is None:
        return (
            NIEMAND,
            "vraag iemand van buiten",
            ("iedereen hoort bij deze klant of werkt in de lijn van de accountmanager, keek er net of is er niet"),
        )
    naam = dossier.gedeeld.personen[voorstel.persoon].naam
    keren = taal.aantal(voorstel.drukte, "frisse blik", "frisse blikken")
    return VOORSTEL, naam, f"niet van dit accountteam; {keren} gedaan of gepland"


def _gepland(dossier: Dossier, uiterlijk: date, blik: Fresheyes, collegas: Collegas) -> tuple[str, str]:
    dag, van_ons = plandag(blik) or uiterlijk, collegiaal(blik, collegas)
    bij = [
        "van een collega" if van_ons else "van buiten",
        f"{dagen((dag - uiterlijk).days)} na de uiterste dag" if dag > uiterlijk else "",
        "bij een A-klant is van buiten de norm" if van_ons and dossier.segment.waarde == VAN_BUITEN else "",
    ]
    return ", ".join(filter(None, (taal.datum(dag), blik.door))), "; ".join(filter(None, bij))
