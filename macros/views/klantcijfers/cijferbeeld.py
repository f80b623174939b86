"""The marks per year as a picture, and what they ask of us first.

From the lowest to the highest, with the median, the average and our norm. All sizes are in units of the SVG; a table
beside it has the same numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import KLANTCIJFER
from macros.afleidingen.klant.tevredenheid import (
    GEEN_CIJFER,
    GESCHONDEN,
    HERSTEL,
    Evaluatiestand,
    evaluatiestanden,
    nooit_gevraagd,
    projectevaluaties,
)
from macros.portefeuille.behandeling import cijfer_uiterlijk
from macros.portefeuille.klantfeiten import in_beeld, loopt
from macros.portefeuille.klantjaren import Cijferjaar
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.vragen import Vraag, vraag_over
from macros.woorden import taal

KOPPEN = {
    "escalatie": ("Te lang zonder herstelplan: naar de leidinggevende", "garantie/#garantie"),
    "plan": ("Onder de norm: maak een herstelplan met de klant", "garantie/#garantie"),
    "herstel": ("Herstelplan loopt", "garantie/#herstelplan"),
    "project": ("Opgeleverd, nog geen cijfer gevraagd", "garantie/#evaluatie"),
    "vervalt": ("Tijd voor een nieuw cijfer", "garantie/#evaluatie"),
    "geen_cijfer": ("Evaluatie gehouden, cijfer niet opgeschreven", "garantie/#evaluatie"),
    "nooit": ("Nog nooit een cijfer gevraagd", "garantie/#nooit-gevraagd"),
}
"""Heading and rule of each kind, the most urgent first."""
MIST = {
    "eigenaar": "nog niemand die het trekt",
    "acties": "nog geen acties",
    "afspraak": "nog niet met de klant afgesproken",
    "hercijfer": "nog geen nieuw cijfer",
    "hercijfer_te_laag": "het nieuwe cijfer is nog te laag",
}
"""What a running plan still lacks, in words."""
PLEK = "tevredenheid"
"""Where the client page has the marks."""


def cijfer_aandacht(portefeuille: Portefeuille) -> list[Vraag]:
    """List what the marks ask, kind by kind; of clients that have ended nothing is asked any more."""
    op_naam = sorted(portefeuille.dossiers.values(), key=lambda dossier: (dossier.naam, dossier.id))
    vragen: list[Vraag] = []
    for dossier in op_naam:
        if in_beeld(dossier):
            vragen += [*_cijfers(dossier), *_projecten(dossier), *_ritme(dossier)]
    return vragen


def _cijfers(dossier: Dossier) -> Iterator[Vraag]:
    """What each evaluation asks."""
    for gegeven in evaluatiestanden(dossier.account.evaluaties, dossier.gedeeld.instellingen, dossier.peildatum):
        if gegeven.stand == GESCHONDEN:
            soort, wie = ("escalatie", _leidinggevende(dossier)) if gegeven.escalatie else ("plan", None)
            yield vraag_over(
                dossier, soort, _cijfer(gegeven), PLEK, gegeven.plan_uiterlijk, wie=wie, werk="herstelplan"
            )
        elif gegeven.stand == HERSTEL:
            plan = gegeven.evaluatie.herstelplan
            mist = ", ".join(MIST[deel] for deel in gegeven.plan_mist)
            yield vraag_over(
                dossier,
                "herstel",
                f"{_cijfer(gegeven)}: {mist}",
                PLEK,
                wie=plan.eigenaar if plan else None,
                werk="hercijfer",
            )
        elif gegeven.stand == GEEN_CIJFER:
            tekst = f"{_opdracht(gegeven)}, gehouden op {taal.datum(gegeven.evaluatie.datum)}"
            yield vraag_over(dossier, "geen_cijfer", tekst, PLEK, wie=gegeven.evaluatie.door)


def _projecten(dossier: Dossier) -> Iterator[Vraag]:
    for wacht in projectevaluaties(dossier.account, dossier.gedeeld.instellingen, dossier.peildatum):
        gepland = f", gepland op {taal.datum(wacht.gepland_op)}" if wacht.gepland_op else ""
        opgeleverd = f", opgeleverd op {taal.datum(wacht.project.oplevering)}" if wacht.project.oplevering else ""
        tekst = f"{wacht.project.titel}{opgeleverd}{gepland}"
        yield vraag_over(
            dossier,
            "project",
            tekst,
            PLEK,
            wacht.uiterlijk.waarde,
            wie=wacht.project.projectmanager,
            werk="evaluatie",
            onderwerpen=(wacht.project.id,),
        )


def _ritme(dossier: Dossier) -> Iterator[Vraag]:
    """Whether it is time to ask again, or to ask at all."""
    uiterlijk = cijfer_uiterlijk(dossier).waarde
    evaluaties = dossier.account.evaluaties
    gepland = min((e.datum for e in evaluaties if e.datum > dossier.peildatum), default=None)
    plan = f"gepland op {taal.datum(gepland)}" if gepland else "nog niet gepland"
    if nooit_gevraagd(evaluaties, dossier.peildatum):
        if loopt(dossier):
            yield _klantcijfer(dossier, "nooit", _sinds(dossier, plan), gepland or uiterlijk)
    elif uiterlijk and dossier.stand(uiterlijk) != "op_tijd":
        laatste = dossier.cijfer_laatste
        begin = f"Laatste cijfer op {taal.datum(laatste.datum)}" if laatste else "Nog geen cijfer"
        yield _klantcijfer(dossier, "vervalt", f"{begin}, {plan}", uiterlijk)


def _klantcijfer(dossier: Dossier, soort: str, tekst: str, dag: date | None) -> Vraag:
    return vraag_over(dossier, soort, tekst, PLEK, dag, werk="evaluatie", onderwerpen=(KLANTCIJFER,))


def _sinds(dossier: Dossier, plan: str) -> str:
    """Say since when this is a client; the account file may not know."""
    sinds = dossier.account.klant_sinds
    return f"Klant sinds {taal.datum(sinds)}, {plan}" if sinds else plan.capitalize()


def _leidinggevende(dossier: Dossier) -> str | None:
    """The manager of the account manager; None, so the account manager, where the team names none."""
    persoon = dossier.gedeeld.personen.get(dossier.account.driehoek.accountmanager)
    return persoon.leidinggevende if persoon else None


def _opdracht(gegeven: Evaluatiestand) -> str:
    return gegeven.evaluatie.opdracht or "Evaluatie"


def _cijfer(gegeven: Evaluatiestand) -> str:
    """Name the assignment and the mark that is too low: "Jaar werkplekken: 6,5 op 22 januari 2026"."""
    laagste = gegeven.cijfer.laagste if gegeven.cijfer else None
    mark = "geen cijfer" if laagste is None else taal.getal(laagste)
    dag = gegeven.cijfer.datum if gegeven.cijfer else gegeven.evaluatie.datum
    return f"{_opdracht(gegeven)}: {mark} op {taal.datum(dag)}"


STAP, LINKS, BOVEN, HOOG, ONDER = 92, 34, 26, 190, 40
"""Width of a year; room for the marks on the left; above the highest; height of the scale; room for the years."""
HOOGSTE = 10
"""The highest mark there is."""


@dataclass(frozen=True, slots=True)
class Jaarbeeld:
    """One year that has marks; every mark as its place in the picture."""

    jaar: int
    x: float
    """Middle of the year."""
    laag: float
    hoog: float
    mediaan: float
    gemiddelde: float
    waarde: str
    """The median in words."""
    aandeel: str
    """Share at or above the norm: "83%"."""
    aantal: str
    """How many marks: "6 cijfers"."""
    tekst: str
    """The year in words."""


@dataclass(frozen=True)
class Cijferbeeld:
    """What `cijferbeeld.html` may use."""

    template: ClassVar[str] = "cijferbeeld.html"
    breedte: float
    hoogte: float
    norm_y: float
    """Place of the norm."""
    norm: str
    schaal: tuple[tuple[float, str], ...]
    """Place and words of each whole mark."""
    lijnen: tuple[str, ...]
    """Points of the line through the medians, which breaks at a year without marks."""
    jaren: tuple[Jaarbeeld, ...]
    """The earliest first."""
    zonder: tuple[tuple[float, int], ...]
    """Years in between that have no marks: the middle, and which year."""
    titel: str
    """The picture in one sentence."""


def cijferbeeld(jaren: Sequence[Cijferjaar], norm: float) -> Cijferbeeld | None:
    """Draw the years, which come latest first; None without marks."""
    if not jaren:
        return None
    laagste = min(floor(min(min((*jaar.cijfers, norm)) for jaar in jaren)), floor(norm) - 1)

    def plaats(cijfer: float) -> float:
        return round(BOVEN + HOOG * (HOOGSTE - cijfer) / (HOOGSTE - laagste), 1)

    op_tijd = list(reversed(jaren))
    beelden: list[Jaarbeeld] = []
    zonder: list[tuple[float, int]] = []
    stukken: list[list[str]] = [[]]
    for nummer, jaar in enumerate(op_tijd):
        x = LINKS + STAP * (nummer + 0.5)
        if not jaar.cijfers:
            zonder.append((x, jaar.jaar))
            stukken.append([])
        elif jaar.mediaan is not None and jaar.gemiddelde is not None and jaar.aandeel is not None:
            beelden.append(
                Jaarbeeld(
                    jaar=jaar.jaar,
                    x=x,
                    laag=plaats(jaar.cijfers[0]),
                    hoog=plaats(jaar.cijfers[-1]),
                    mediaan=plaats(jaar.mediaan),
                    gemiddelde=plaats(jaar.gemiddelde),
                    waarde=afgerond(jaar.mediaan),
                    aandeel=taal.procent(round(jaar.aandeel)),
                    aantal=taal.aantal(len(jaar.cijfers), "cijfer", "cijfers"),
                    tekst=_tekst(jaar, norm),
                )
            )
            stukken[-1].append(f"{x},{beelden[-1].mediaan}")
    return Cijferbeeld(
        breedte=LINKS + STAP * len(op_tijd) + 8,
        hoogte=BOVEN + HOOG + ONDER,
        norm_y=plaats(norm),
        norm=taal.getal(norm),
        schaal=tuple((plaats(cijfer), str(cijfer)) for cijfer in range(HOOGSTE, laagste - 1, -1)),
        lijnen=tuple(" ".join(stuk) for stuk in stukken if stuk),
        jaren=tuple(beelden),
        zonder=tuple(zonder),
        titel=f"Cijfers per jaar, van {op_tijd[0].jaar} tot en met {op_tijd[-1].jaar}",
    )


def _tekst(jaar: Cijferjaar, norm: float) -> str:
    """Say everything the place of a year says."""
    return (
        f"{jaar.jaar}: {taal.aantal(len(jaar.cijfers), 'cijfer', 'cijfers')}, "
        f"van {taal.getal(jaar.cijfers[0])} tot en met {taal.getal(jaar.cijfers[-1])}, "
        f"mediaan {afgerond(jaar.mediaan)}, gemiddeld {afgerond(jaar.gemiddelde)}, "
        f"{taal.procent(round(jaar.aandeel or 0))} is {taal.getal(norm)} of hoger"
    )


def afgerond(cijfer: float | None) -> str:
    """Write a mark with one decimal at most; "n.v.t." where there is none."""
    return "n.v.t." if cijfer is None else taal.getal(round(cijfer, 1))
