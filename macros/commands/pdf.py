"""`handboek pdf`: sheets for paper as PDF, of the data as it is now; a browser of this machine prints them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verhuld import schuilnaam
from macros.commands.keuzes import kies
from macros.commands.neerleggen import alles_of_niets, van_eerder
from macros.load import omgeving
from macros.load.load import lees_map
from macros.load.omgeving import PROJECT
from macros.load.schrijven import alleen, schrijf_alles
from macros.load.vaart import zonder_opruimen
from macros.outputs.papier import browser, bundel
from macros.outputs.papier.browser import PapierError
from macros.outputs.papier.vel import lees, vel
from macros.portefeuille.portefeuille import Portefeuille, portefeuille
from macros.publiceren import bouwen
from macros.publiceren.plek import PubliceerError
from macros.views.canvas.canvasfeiten import heeft_nieuw

TEGELIJK = 2
"""Sheets that are printed at the same time: each takes a browser of some 250 MB."""


Maker = Callable[[Path, str, str], str]
"""From the folder of a site, its address and the paper to the HTML of a sheet."""


@dataclass(frozen=True, slots=True)
class Vel:
    """A file to make."""

    naam: str
    """What the file is called, without its ending."""
    html: Maker


@dataclass(frozen=True, slots=True)
class Soort:
    """A kind of sheet."""

    wat: str
    """Dutch, for the help."""
    van: str = ""
    """Whose it is: `klant`, `collega` or `hoofdstuk`; empty when there is one for all."""
    pad: str = ""
    """The page it is made of, with `{wie}` where the id comes; empty when that takes more than an address."""
    mag_allemaal: bool = False
    """Whether nobody named means all of them, in one file."""
    buiten: bool = False
    """Whether it leaves the house: then not even a link goes along."""


SOORTEN = {
    "canvas": Soort("het Retentiecanvas van een klant, op één vel", "klant"),
    "canvassen": Soort("alle canvassen die nu lopen in één bestand, met een inhoudsopgave"),
    "klant": Soort("het klantoverzicht, dat de klant mag zien", "klant", "accounts/{wie}/klant/", buiten=True),
    "gesprek": Soort("voor je naar binnen gaat: wat je meeneemt naar een klant", "klant", "accounts/{wie}/gesprek/"),
    "sessie": Soort("de papieren voor een teamsessie", "klant", "accounts/{wie}/sessie/"),
    "overdracht": Soort("het dossier voor wie een klant overneemt", "klant", "accounts/{wie}/overdracht/"),
    "begin": Soort("zo begin je: wie klanten overnam, op één vel", "collega", "inwerken/jouw-klanten/{wie}/"),
    "overleg": Soort("het wekelijkse overleg met een collega, op één vel", "collega", "overleg/{wie}/"),
    "contacten": Soort("het contactschema: wie wie spreekt, en wanneer weer", pad="contacten/"),
    "kalender": Soort("de kalender: alle contracten met hun dagen", pad="kalender/"),
    "vragenlijsten": Soort("de vragenlijsten om op te schrijven, elk op een vel", pad="reviews/vragenlijsten/"),
    "checklists": Soort(
        "de checklists uit het handboek: alle, of die van een hoofdstuk", "hoofdstuk", mag_allemaal=True
    ),
}
"""By what people type."""


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
def pdf(  # noqa: PLR0913, PLR0917  an option each
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
    with alles_of_niets(PapierError, PubliceerError):
        alles = _lees()
        gekozen = vellen(soort, wie, alles, canvas)
        doelen = _doelen(naar, gekozen)
        gelezen = van_eerder(doelen, vervang=vervang)
        met = browser.vind()
        adres = alles.gedeeld.instellingen.site_url or ""
        with alleen(doelen[0].parent):
            gemaakt = _maak(gekozen, site, met, adres, papier)
            schrijf_alles(dict(zip(doelen, gemaakt, strict=True)), gelezen)
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


# --- which sheets, and of whom ---


def vellen(soort: str, wie: Sequence[str], alles: Portefeuille, canvas: str | None = None) -> list[Vel]:
    """Return the sheets that are asked for, in that order, each once.

    Raises click.UsageError for somebody who is not known or is missing, and `PapierError` where there is no canvas.
    """
    gegevens = SOORTEN[soort]
    if wie and not gegevens.van:
        raise click.UsageError(f"{soort} is er één voor iedereen; laat '{wie[0]}' weg")
    if not wie and gegevens.van and not gegevens.mag_allemaal:
        raise click.UsageError(f"zeg ook van welke {gegevens.van}: handboek pdf {soort} {_voorbeeld(gegevens, alles)}")
    if soort == "canvassen":
        return [Vel(soort, partial(_canvassen, list(_lopend(alles))))]
    if soort == "checklists":
        return list(_checklists(wie))
    if not gegevens.van:
        return [Vel(soort, partial(_bladzijde, gegevens.pad))]
    bekend = alles.gedeeld.personen if gegevens.van == "collega" else alles.dossiers
    namen = dict.fromkeys(_gekend(gegevens.van, een, bekend) for een in wie)
    if soort == "canvas":
        return [_canvas(alles.dossiers[naam], canvas) for naam in namen]
    maker = _zonder_links if gegevens.buiten else _bladzijde
    return [Vel(f"{soort}-{naam}", partial(maker, gegevens.pad.format(wie=naam))) for naam in namen]


def _voorbeeld(soort: Soort, alles: Portefeuille) -> str:
    return next(iter(alles.gedeeld.personen if soort.van == "collega" else alles.dossiers), soort.van.upper())


def _gekend(van: str, getypt: str, bekend: Collection[str]) -> str:
    """Return the id on the site: of a client that wants no mention the code, also when its own id was typed."""
    if van == "klant" and schuilnaam(getypt) in bekend:
        return schuilnaam(getypt)
    return kies(van, getypt, bekend, "is er niet")


# --- from page to sheet ---


def _bladzijde(pad: str, site: Path, adres: str, papier: str) -> str:
    return vel(lees(site, pad), adres=adres, papier=papier)


def _zonder_links(pad: str, site: Path, _adres: str, papier: str) -> str:
    return _bladzijde(pad, site, "", papier)


# --- canvases ---


def _canvas(dossier: Dossier, gevraagd: str | None) -> Vel:
    leeg = ["nieuw"] if heeft_nieuw(dossier) else []
    if gevraagd:
        naam = kies("canvas", gevraagd, [*dossier.canvassen, *leeg], f"is er niet bij {dossier.id}")
    elif dossier.canvassen:
        naam = _huidige(dossier)[-1]
    else:
        raise PapierError(f"{dossier.id} heeft nog geen canvas; het lege vel maak je met --canvas nieuw")
    bij = f"-{naam}" if gevraagd else ""
    return Vel(f"canvas-{dossier.id}{bij}", partial(_bladzijde, f"accounts/{dossier.id}/canvas/{naam}/"))


def _huidige(dossier: Dossier) -> list[str]:
    """Return the canvases that are current, else the last one."""
    huidig = [naam for naam, stand in dossier.canvassen.items() if stand.huidig and not stand.afgerond]
    return huidig or list(dossier.canvassen)[-1:]


def _lopend(alles: Portefeuille) -> Iterator[tuple[str, str]]:
    """Yield the name and the page of each canvas that is current, by the name of its client."""
    for dossier in sorted(alles.dossiers.values(), key=lambda een: (een.naam.casefold(), een.id)):
        lopend = [naam for naam, stand in dossier.canvassen.items() if stand.huidig and not stand.afgerond]
        for naam in lopend:
            bij = f" ({naam})" if len(lopend) > 1 else ""
            yield f"{dossier.naam}{bij}", f"accounts/{dossier.id}/canvas/{naam}/"


def _canvassen(lopend: Sequence[tuple[str, str]], site: Path, adres: str, papier: str) -> str:
    paginas = [lees(site, pad) for _, pad in lopend]
    return bundel.canvassen(paginas, [naam for naam, _ in lopend], adres, papier)


# --- checklists ---


def _checklists(wie: Sequence[str]) -> Iterator[Vel]:
    """Yield one file with all of them, or one for each chapter that was named."""
    docs = PROJECT / "docs"
    met = {
        pad.stem: f"{pad.relative_to(docs).with_suffix('').as_posix()}/"
        for pad in sorted(docs.glob("*/*.md"))
        if 'class="afvinklijst"' in pad.read_text(encoding="utf-8")
    }
    if not wie:
        yield Vel("checklists", partial(_lijsten, list(met.values())))
    for naam in dict.fromkeys(kies("hoofdstuk", een, met, "heeft geen checklist") for een in wie):
        yield Vel(f"checklist-{naam}", partial(_lijsten, [met[naam]]))


def _lijsten(paden: Sequence[str], site: Path, _adres: str, _papier: str) -> str:
    return bundel.checklists([lees(site, pad) for pad in paden])
