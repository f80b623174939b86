"""`handboek pdf`: sheets for paper as PDF, of the data as it is now; a browser of this machine prints them."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import click

from macros.commands.neerleggen import BestaatAlError, van_eerder, waarom
from macros.commands.pdfvellen import SOORTEN, Vel, vellen
from macros.load import omgeving
from macros.load.load import lees_map
from macros.load.problem import ProblemenGevonden
from macros.load.schrijven import MapNietVrijError, alleen, schrijf_alles
from macros.load.vaart import zonder_opruimen
from macros.outputs.papier import browser
from macros.portefeuille.portefeuille import Portefeuille, portefeuille
from macros.publiceren import bouwen
from macros.publiceren.plek import PubliceerError

TEGELIJK = 2
"""Sheets that are printed at the same time: each takes a browser of some 250 MB."""


@click.command(
    help="Zet vellen op papier als PDF: SOORT zegt welk vel, WIE van welke klant, collega of welk hoofdstuk.\n\n"
    "\b\n" + "\n".join(f"{naam:14}{soort.wat}" for naam, soort in SOORTEN.items())
)
@click.argument("soort", metavar="SOORT", type=click.Choice(list(SOORTEN)))
@click.argument("wie", metavar="[WIE]...", nargs=-1)
@click.option(
    "--naar", metavar="PAD", default=".", type=click.Path(path_type=Path),
    help="Het bestand (eindigt op .pdf) of de map waar de vellen komen; anders de map waar je staat.",
)  # fmt: skip
@click.option("--papier", type=click.Choice(["A4", "A3"]), default="A4", help="Voor een canvas: A4 of A3, liggend.")
@click.option("--canvas", "canvas", metavar="ID", help="Een ander canvas van de klant dan dat van nu; nieuw is leeg.")
@click.option(
    "--site", metavar="MAP", type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Print uit deze gebouwde site, in plaats van er een te bouwen.",
)  # fmt: skip
@click.option("--vervang", is_flag=True, help="Zet het nieuwe bestand in de plaats van dat er al staat.")
@click.pass_context
def pdf(  # noqa: PLR0913, PLR0917  an option each
    context: click.Context,
    soort: str,
    wie: tuple[str, ...],
    naar: Path,
    papier: str,
    canvas: str | None,
    site: Path | None,
    *,
    vervang: bool,
) -> None:
    """Make the sheets; exit 1 when the data has errors, nothing prints or nothing can be written: then nothing is."""
    _keur_opties(soort, papier, canvas)
    try:
        alles = _lees()
        gekozen = vellen(soort, wie, alles, canvas)
        doelen = _doelen(naar, gekozen)
        gelezen = van_eerder(doelen, vervang=vervang)
        met = browser.vind()
        adres = alles.gedeeld.instellingen.site_url or ""
        with alleen(doelen[0].parent):
            gemaakt = _maak(gekozen, site, met, adres, papier)
            schrijf_alles(dict(zip(doelen, gemaakt, strict=True)), gelezen)
    except omgeving.OngeldigeOmgevingError as fout:
        raise click.UsageError(str(fout)) from None
    except ProblemenGevonden as gevonden:
        click.echo(gevonden, err=True)
        context.exit(1)
    except (browser.PapierError, PubliceerError, BestaatAlError, MapNietVrijError, OSError) as fout:
        click.echo(f"er is niets geschreven: {waarom(fout)}", err=True)
        context.exit(1)
    for doel in doelen:
        click.echo(f"{doel} staat klaar.")


def _keur_opties(soort: str, papier: str, canvas: str | None) -> None:
    if papier == "A3" and soort not in {"canvas", "canvassen"}:
        raise click.UsageError("--papier A3 is er alleen voor een canvas; laat het weg")
    if canvas and soort != "canvas":
        raise click.UsageError("--canvas kiest een canvas van een klant; gebruik het bij de soort canvas")


def _lees() -> Portefeuille:
    with zonder_opruimen():
        lading = lees_map(omgeving.accountsmap())
        return portefeuille(lading, omgeving.peildatum(lading.gedeeld.instellingen))


def _doelen(naar: Path, gekozen: Sequence[Vel]) -> list[Path]:
    """Return the file of each sheet: the one that was named, or one with its own name in that folder."""
    if naar.suffix.lower() != ".pdf" or naar.is_dir():
        return [naar / f"{vel.naam}.pdf" for vel in gekozen]
    if len(gekozen) > 1:
        raise click.UsageError(f"{len(gekozen)} vellen passen niet in één bestand; geef bij --naar een map")
    return [naar]


def _maak(gekozen: Sequence[Vel], site: Path | None, met: Path, adres: str, papier: str) -> list[bytes]:
    """Print each sheet of a site that is there, or that is built for it and taken away."""
    if site:
        return _gedrukt(gekozen, site.resolve(), met, adres, papier)
    with tempfile.TemporaryDirectory(prefix="handboek-site-") as folder:
        gebouwd = Path(folder, "site")
        bouwen.bouw(gebouwd, Path(folder, "verslag"), "", lambda zin: click.echo(zin, err=True))
        return _gedrukt(gekozen, gebouwd, met, adres, papier)


def _gedrukt(gekozen: Sequence[Vel], site: Path, met: Path, adres: str, papier: str) -> list[bytes]:
    # A browser works in a process of its own; most of its second goes into starting.
    with ThreadPoolExecutor(TEGELIJK) as tegelijk:
        return list(tegelijk.map(lambda vel: browser.druk(met, vel.html(site, adres, papier)), gekozen))
