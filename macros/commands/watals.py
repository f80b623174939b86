"""`handboek wat-als`: what would move in euros, dates and load if something happened; nothing is saved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

import click

from macros.commands.watalsstappen import EIGEN, deel, stappen
from macros.gebeurtenissen.alsof import Alsof
from macros.gebeurtenissen.gebeurtenis import OnvolledigError
from macros.gebeurtenissen.scenario import speel
from macros.load import omgeving
from macros.load.bestanden import lees_tekst
from macros.load.load import Lader
from macros.load.problem import Problem, ProblemenGevonden
from macros.load.vaart import verdeel, zonder_opruimen
from macros.load.wijzigen.inlassen import NietInTeLassenError
from macros.portefeuille.drukte import maanden, sleutelmomenten
from macros.portefeuille.euros import Euros, euros, samen
from macros.verschil.lezing import Klantnamen
from macros.verschil.watals import Kader, Scenario, als_json, als_markdown, als_tekst, vergeleken

VORMEN: dict[str, Callable[[Kader, Sequence[Scenario]], str]] = {
    "text": als_tekst,
    "md": als_markdown,
    "json": als_json,
}
HULP = (
    "Wat als een klant vertrekt, een besluit wacht of een optie wordt gelicht: wat schuift er in euro's, datums en "
    "drukte? Er wordt niets opgeslagen.\n\n\b\n"
    + "\n".join(regel for _, _, regel in EIGEN.values())
    + "\n\nOok elke gebeurtenis van 'handboek meld' kan. Schrijf 'en' om er iets bij te doen, en 'of' om scenario's "
    "naast elkaar te zetten: wat-als verlies bakkerij-de-vries of verlies drukkerij-vos"
)


@click.command("wat-als", help=HULP, context_settings={"ignore_unknown_options": True})
@click.argument("woorden", metavar="SCENARIO...", nargs=-1, type=click.UNPROCESSED)
@click.option("--format", "vorm", type=click.Choice(list(VORMEN)), default="text", help="Hoe het eruitziet.")
@click.option("--peildatum", metavar="JJJJ-MM-DD", help="Reken alsof het deze dag is.")
@click.pass_context
def watals(context: click.Context, woorden: tuple[str, ...], *, vorm: str, peildatum: str | None) -> None:
    """Tell it; exit 1 when the data holds errors or would, 2 for words that do not fit."""
    gevraagd = stappen(woorden)
    try:
        lader = _lader()
        dag = omgeving.peildatum(lader.gedeeld.instellingen, peildatum)
        gespeeld = [gespeeld_scenario(Alsof(lader, partial(_tekst, lader.map), dag), een) for een in gevraagd]
        nu, drukte = portefeuille_nu(lader, dag)
        instellingen = lader.gedeeld.instellingen
        kader = Kader(nu, dag.year, instellingen.retentiefase_maanden, instellingen.valuta)
        scenarios = [doorgerekend(een, kader, drukte) for een in gespeeld]
    except (omgeving.OngeldigeOmgevingError, OnvolledigError) as fout:
        raise click.UsageError(str(fout)) from None
    except NietInTeLassenError as fout:
        click.echo(fout, err=True)
        context.exit(1)
    except ProblemenGevonden as gevonden:
        click.echo(gevonden, err=True)
        context.exit(1)
    click.echo(VORMEN[vorm](kader, scenarios), nl=False)


def _lader() -> Lader:
    lader = Lader(omgeving.accountsmap())
    if not lader.gedeeld_heel:
        raise ProblemenGevonden(lader.problemen)
    return lader


def portefeuille_nu(lader: Lader, dag: date) -> tuple[Euros, Counter[str]]:
    """The money of all clients as they are, and how many key moments each colleague has in two years.

    Raises ProblemenGevonden with the errors of all files.
    """

    def stuk(nummer: int, delen: int) -> tuple[Euros, Counter[str], list[Problem]]:
        geld, druk, fouten = Euros(), Counter[str](), list[Problem]()
        for naam in lader.namen[nummer::delen]:
            try:
                # Each from its own reading, so that none is kept.
                dossier = Alsof(lader, lees, dag).dossier(naam)
            except ProblemenGevonden as gevonden:
                fouten += gevonden.problemen
                continue
            geld = geld.plus(euros(dossier))
            druk.update(een.wie for een in sleutelmomenten(dossier) if een.telt_op.replace(day=1) <= laatste)
        return geld, druk, fouten

    lees, laatste = partial(_tekst, lader.map), maanden(dag)[-1]
    with zonder_opruimen():
        delen = verdeel(stuk, len(lader.namen))
    if fouten := [een for _, _, gevonden in delen for een in gevonden]:
        raise ProblemenGevonden(fouten)
    return samen(geld for geld, _, _ in delen), sum((druk for _, druk, _ in delen), Counter())


class Gespeeld(NamedTuple):
    """A scenario that happened in thought."""

    alsof: Alsof
    titel: str
    kanttekeningen: tuple[str, ...]


def gespeeld_scenario(alsof: Alsof, gevraagd: Sequence[tuple[str, list[str]]]) -> Gespeeld:
    """Let the steps of one scenario happen, one after the other."""
    titels: list[str] = []
    gezegd: list[str] = []
    for naam, woorden in gevraagd:
        een = deel(alsof, naam, woorden)
        gezegd += speel(alsof, een)
        titels.append(een.titel)
    return Gespeeld(alsof, " en ".join(titels), tuple(gezegd))


def doorgerekend(gespeeld: Gespeeld, kader: Kader, drukte: Counter[str]) -> Scenario:
    """Compare a scenario with now."""
    alsof, lader = gespeeld.alsof, gespeeld.alsof.lader
    nu = Alsof(lader, alsof.lees, alsof.dag)
    paren = [(nu.dossier(klant), alsof.dossier(klant)) for klant in alsof.geraakt]
    leeg = Scenario(gespeeld.titel, kader.nu, kanttekeningen=gespeeld.kanttekeningen)
    return vergeleken(leeg, paren, drukte, Klantnamen(lader))


def _tekst(folder: Path, naam: str) -> str:
    pad = folder / naam
    return lees_tekst(pad) if pad.exists() else ""
