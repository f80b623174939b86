"""`handboek new`: a new account file that is valid at once and tells its reader what may come where."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from macros.commands.keuzes import kies
from macros.commands.neerleggen import waarom
from macros.controles.nakijken import proeflees
from macros.invoer.cellen import tekst as tekst_van
from macros.load import omgeving
from macros.load.problem import Problem
from macros.load.schemaregel import schemaregel
from macros.load.schrijven import MapNietVrijError, SchrijvenMisluktError, alleen, schrijf
from macros.load.wijzigen.inlassen import scalair

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGSTE_ID = 80

SJABLOON = """\
# Alles wat we van deze klant weten, staat in dit ene bestand. Regels met een hekje (#) zijn voorbeelden:
# haal het hekje weg en vul in wat je weet. Wat je niet weet, laat je weg.
id: {id}
naam: {naam}
# klantnummer: "10234"
# branche: zorg
# sector: publiek                    # alleen bij een klant die moet aanbesteden
# klant_sinds: 2022-04-01
in_beheer_sinds: {peildatum}
# doelen_klant: ["Wat wil deze klant zelf bereiken?"]
# waarom_klant_blijft: "Waarom kiest deze klant voor ons?"

# Wie er van ons verantwoordelijk is. De contractmanager is het eerste wat de site je vraagt.
driehoek:
  accountmanager: {accountmanager}
  # contractmanager: {accountmanager}      # de id van een collega uit team.yml
  # contractmanager_soort: lijnmanager

# Welke klant krijgt hoeveel aandacht: A, B of C, met de reden.
# segment_keuze: {{segment: B, reden: "Waarom dit segment?", op: {peildatum}}}

# Vervang [] door de contracten. De einddatum is de laatste dag, zonder opties en verlengingen.
contracten: []
#  - id: beheer-2026
#    titel: Werkplekbeheer
#    startdatum: 2026-01-01
#    einddatum: 2028-12-31
#    jaarwaarde: 120000
#    opzegtermijn: {{aantal: 3, eenheid: maanden}}
#    stilzwijgende_verlenging: {{maanden: 12, herhaalt: true}}
#    opties: [{{maanden: 12, uiterlijk: {{aantal: 3, eenheid: maanden}}}}]

# Wie ken je daar? Alleen de naam op het werk, de functie en de laag; geen mailadres, geen telefoonnummer, niets privé.
# contactpersonen:
#   - id: h-bakker
#     naam: H. Bakker
#     functie: manager ICT
#     laag: tactisch
#     rol_bvt: beslisser
#     relaties: [{accountmanager}]

# Elk gesprek in één regel. Dit kan ook met: handboek contact {id} --met h-bakker --kern "…"
# contactmomenten:
#   - {{datum: {peildatum}, wie: {accountmanager}, met: [h-bakker], kern: "De kern van het gesprek"}}

# Wat verwacht de klant van ons, en wat hebben we beloofd?
# verwachtingen:
#   - {{id: v1, tekst: "Storing binnen 4 uur verholpen", soort: uitgesproken}}
# toezeggingen:
#   - {{id: t1, tekst: "Overzicht van de kosten", van: wij, wie: {accountmanager}, voor_datum: {peildatum}}}
"""
"""A new file; every hint becomes valid when its hash is taken away."""


@click.command(
    help="Maak het bestand van een nieuwe klant, met uitleg erbij. Een bestaand bestand wordt nooit overschreven."
)
@click.argument("id_", metavar="ID")
@click.option("--naam", metavar="TEKST", required=True, help="Naam van de klant.")
@click.option("--accountmanager", required=True, metavar="PERSOON", help="Id van een collega uit team.yml.")
@click.option("--peildatum", metavar="DATUM", help="Dag waarop deze klant in beheer komt; zonder optie vandaag.")
def new(id_: str, naam: str, accountmanager: str, peildatum: str | None) -> None:
    """Make the file of a new client; an existing file is never overwritten."""
    if not _ID.fullmatch(id_) or len(id_) > _LANGSTE_ID:
        raise click.UsageError(
            f"id '{id_}' kan niet; gebruik kleine letters, cijfers en streepjes, zoals bakkerij-de-vries"
        )
    naam = tekst_van(naam)
    if not naam:
        raise click.UsageError('de naam is leeg; schrijf --naam "Bakkerij De Vries"')
    try:
        folder = omgeving.accountsmap()
        with alleen(folder):
            bestand = _maak(folder, id_, naam, accountmanager, peildatum)
    except omgeving.OngeldigeOmgevingError as fout:
        raise click.UsageError(str(fout)) from fout
    except (MapNietVrijError, SchrijvenMisluktError) as fout:
        click.echo(f"{id_}.yml is niet geschreven: {waarom(fout)}", err=True)
        raise SystemExit(1) from None
    click.echo(f"{bestand} is gemaakt. Open het en vul aan wat je weet; draai daarna 'handboek check'.")


def _maak(folder: Path, id_: str, naam: str, accountmanager: str, peildatum: str | None) -> Path:
    _, gedeeld, problemen = proeflees(folder, id_, None)
    dag = omgeving.peildatum(gedeeld.instellingen, peildatum)
    _stop_bij(problemen)
    kies("accountmanager", accountmanager, gedeeld.personen, "staat niet in team.yml")
    bestand = folder / f"{id_}.yml"
    if os.path.lexists(bestand):
        raise click.UsageError(f"{bestand} bestaat al en is niet veranderd; kies een andere id")
    tekst = schemaregel(folder, bestand.name) + SJABLOON.format(
        id=scalair(id_), naam=scalair(naam), accountmanager=scalair(accountmanager), peildatum=dag
    )
    _stop_bij(proeflees(folder, id_, tekst)[-1])
    schrijf(bestand, tekst, None)
    return bestand


def _stop_bij(problemen: tuple[Problem, ...]) -> None:
    """End the command with exit 1 when there are problems: nothing has been written then."""
    for probleem in problemen:
        click.echo(str(probleem), err=True)
    if problemen:
        raise SystemExit(1)
