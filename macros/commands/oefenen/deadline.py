"""Exercise 1: find the last day on which a client can give notice.

The end of February is chosen on purpose: who counts three months back from the end date itself arrives two days early.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.commands.oefenen.oefening import Oefening
from macros.woorden import taal

BESTAND = "antwoord-1.txt"
MAANDEN: dict[str, int] = {naam: nummer for nummer, naam in taal.LOCALE.months["format"]["wide"].items()}


def ontbreekt(dossier: Dossier, antwoord: str) -> Iterator[str]:
    """Compare the answer with what the site computes, and name the two well-known slips."""
    stand = next(iter(dossier.contracten.values()), None)
    if stand is None:
        yield "Het contract is weg. Zet het terug."
        return
    deadline, eind = stand.opzegdeadline.waarde, stand.einddatum_actueel.waarde
    dag = lees_dag(antwoord)
    if not antwoord:
        yield f"Er staat nog geen antwoord in {BESTAND}."
    elif dag is None:
        yield f"'{antwoord}' is geen dag. Schrijf bijvoorbeeld 2026-05-31 of 31 mei 2026."
    elif dag == eind:
        yield f"{taal.datum(dag)} is de laatste dag van het contract. Opzeggen moet eerder."
    elif dag == stand.actiedatum_opzegging.waarde:
        yield f"Op {taal.datum(dag)} komen wij in actie. De klant kan daarna nog steeds opzeggen."
    elif deadline and dag < deadline and (deadline - dag).days <= 3:
        yield f"{taal.datum(dag)} is net te vroeg. Tel terug vanaf de dag na de einddatum."
    elif dag != deadline:
        yield f"{taal.datum(dag)} is het niet."


def lees_dag(tekst: str) -> date | None:
    """Read a day as people write it: 2026-05-31, 31-5-2026 or "31 mei 2026"; None for anything else."""
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", tekst)
    gewoon = re.fullmatch(r"(\d{1,2})(?:-| )([a-z]+|\d{1,2})(?:-| )(\d{4})\.?", tekst.lower())
    if iso:
        jaar, maand, dag = iso.groups()
    elif gewoon:
        dag, maand, jaar = gewoon.groups()
    else:
        return None
    nummer = int(maand) if maand.isdigit() else MAANDEN.get(maand, 0)
    try:
        return date(int(jaar), nummer, int(dag))
    except ValueError:
        return None


OEFENING = Oefening(
    titel="Vind de opzegdeadline",
    account="bakkerij-zandvoorde",
    vraag=f"Tot en met welke dag kan Bakkerij Zandvoorde opzeggen? Schrijf de datum in {BESTAND}.",
    hint="Open de klant op de site. Bij Contracten staat de opzegdeadline; klik erop en lees hoe hij is uitgerekend.",
    ontbreekt=ontbreekt,
    goed="Je telt terug vanaf de dag na de einddatum. Daarom is het 30 november, en niet 28.",
    antwoordbestand=BESTAND,
)
