"""Questions about clients as one list by kind: what a colleague should do, decide or find out, and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Leeg, Telling
from macros.views.delen.stukken import Bij, Link, klant
from macros.views.delen.werklijst import Deel, Regel, Werklijst, kenmerken, termijn, werklijst

OPEN = 10
"""Rows of one kind that stand open."""
EIGEN_KOP = 3
"""So many rows of one kind have a heading of their own."""

Koppen = Mapping[str, tuple[str, str]]
"""Heading of each kind, and the rule behind it below `/handboek/`."""
Vraag = tuple[str, date, Regel]
"""Kind, the day it is or was due (the last day there is when it has none), and the row."""


def vraag_over(  # noqa: PLR0913  each is a fact of the question
    dossier: Dossier,
    soort: str,
    tekst: str,
    anker: str,
    dag: date | None = None,
    *,
    wie: str | None = None,
    werk: str = "",
    onderwerpen: Iterable[str] = (),
) -> Vraag:
    """Ask something about one client; of the account manager unless `wie` says of whom.

    `werk` is the kind of work that it is on other pages, with its subjects: what may wait there, waits here.
    """
    wie = wie or dossier.account.driehoek.accountmanager
    wacht = dossier.uitstellen.voor(werk, contracten=onderwerpen) if werk else None
    regel = Regel(
        (tekst, Bij(wacht.woorden)) if wacht and wacht.reden else tekst,  # a plan is in the words already
        klant(dossier, anker, segment=True),
        namen.aan_zet(dossier, wie),
        termijn(dag, dossier, wacht=wacht) if dag else None,
        dossier.stand(dag, wacht) if dag else "uitgesteld" if wacht else "",
        kenmerken(dossier, wie),
    )
    return soort, dag or date.max, regel


def vragenlijst(
    portefeuille: Portefeuille, naam: str, vragen: Iterable[Vraag], koppen: Koppen, niets: str
) -> Werklijst | Leeg:
    """Make the list of all questions, `niets` when there is none."""
    delen = list(vraagdelen(vragen, koppen))
    return werklijst(portefeuille, naam, delen, niveau=3) if delen else Leeg(niets)


def vraagdelen(vragen: Iterable[Vraag], koppen: Koppen) -> Iterator[Deel]:
    """Sort questions by kind, in the order of `koppen`; of one day the order given stays.

    A kind with `EIGEN_KOP` questions or more has its own heading. Of fewer each row says its kind, so that no heading
    stands above a single row; such rows after each other are one part.
    """
    per_soort: dict[str, list[Vraag]] = {soort: [] for soort in koppen}
    for een in vragen:
        per_soort[een[0]].append(een)
    los: list[Regel] = []
    boven = ""
    for soort, eigen in per_soort.items():
        kop = Link(koppen[soort][0], f"handboek/{koppen[soort][1]}")
        regels = [regel for _, _, regel in sorted(eigen, key=lambda een: een[1])]
        if len(regels) < EIGEN_KOP:
            los += (replace(regel, wat=(regel.wat, Bij(kop))) for regel in regels)
            continue
        if los:
            yield Deel(boven, los)
        los, boven = [], "Verder"
        rest = regels[OPEN:]
        vouw = Deel(Telling(len(rest), "en nog "), rest, dicht=True)
        yield Deel(kop, regels[:OPEN], aantal=len(regels), delen=[vouw] * bool(rest))
    if los:
        yield Deel(boven, los)
