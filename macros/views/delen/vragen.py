"""What a register asks of us, kind by kind: a heading that links its rule, the first rows open, the rest counted."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from macros.afleidingen.contract.datums import stand
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Leeg
from macros.views.delen.stukken import Link, klant
from macros.views.delen.werklijst import Deel, Regel, Telling, Werklijst, kenmerken, termijn, werklijst

EERST = 10
"""Rows of one kind that stand open."""

Koppen = Mapping[str, tuple[str, str]]
"""Heading of each kind, and the rule behind it below `/handboek/`."""
Vraag = tuple[str, date, Regel]
"""Kind, the day it is or was due (the last day there is when it has none), and the row."""


def vraag_over(  # noqa: PLR0913  each is a fact of the question
    dossier: Dossier, soort: str, tekst: str, anker: str, dag: date | None = None, *, wie: str | None = None
) -> Vraag:
    """Ask something about one client; of the account manager unless `wie` says of whom."""
    wie = wie or dossier.account.driehoek.accountmanager
    regel = Regel(
        tekst,
        klant(dossier, anker, segment=True),
        namen.collega(dossier, wie),
        termijn(dag, dossier.peildatum) if dag else None,
        stand(dag, dossier.peildatum, dossier.gedeeld.instellingen) if dag else "",
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
    """Sort questions under their headings, in the order of `koppen`; of one day the order given stays."""
    per_soort: dict[str, list[Vraag]] = {soort: [] for soort in koppen}
    for een in vragen:
        per_soort[een[0]].append(een)
    for soort, eigen in per_soort.items():
        kop, handboek = koppen[soort]
        regels = [regel for _, _, regel in sorted(eigen, key=lambda een: een[1])]
        rest = regels[EERST:]
        if regels:
            vouw = Deel(Telling(len(rest), "en nog "), rest, dicht=True)
            yield Deel(Link(kop, f"handboek/{handboek}"), regels[:EERST], aantal=len(regels), delen=[vouw] * bool(rest))
