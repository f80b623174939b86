"""`handboek toon --op DATUM`: the site, or one page of it, as it would be on another day."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from macros.afleidingen.verhuld import schuilnaam
from macros.commands.keuzes import kies
from macros.commands.neerleggen import BestaatAlError, van_eerder, waarom
from macros.commands.versies.gitversie import GeenVersieError, Git
from macros.load import omgeving
from macros.load.load import Lader, lees_map
from macros.load.omgeving import ACCOUNTS, PEILDATUM, PROJECT, TOON
from macros.load.problem import ProblemenGevonden
from macros.load.schrijven import schrijf_alles
from macros.load.vaart import zonder_opruimen
from macros.model.instellingen import Instellingen
from macros.outputs.papier.browser import PapierError
from macros.outputs.papier.vel import lees, los
from macros.portefeuille.portefeuille import Portefeuille, portefeuille
from macros.publiceren import bouwen
from macros.publiceren.kijkserver import kijkserver
from macros.publiceren.plek import PubliceerError
from macros.woorden import taal

JAREN = 10
"""How far another day may lie: beyond it no contract says anything any more."""
STATUS = "status.json"
"""What every built site holds, so that no other folder is ever replaced."""


class NietTeTonenError(ValueError):
    """Another day that cannot be shown there, or with this data; the message is Dutch and complete."""


@click.command(
    help="Laat zien hoe de site er op een andere dag uitziet, of één bladzijde: een klant, een overzicht of een adres."
)
@click.argument("pagina", metavar="[PAGINA]", required=False)
@click.option("--op", "op", metavar="JJJJ-MM-DD", required=True, help="De dag waarvan je het wilt zien.")
@click.option(
    "--naar", metavar="PAD", type=click.Path(path_type=Path),
    help="De map voor de site, die dan alleen gemaakt wordt, of het bestand of de map voor de bladzijde.",
)  # fmt: skip
@click.option("--zoals-toen", is_flag=True, help="Voor een dag die was: met de gegevens die er toen in git stonden.")
@click.option("--vervang", is_flag=True, help="Zet het nieuwe in de plaats van wat er al staat.")
@click.pass_context
def toon(  # noqa: PLR0913  an option each
    context: click.Context, pagina: str | None, op: str, naar: Path | None, *, zoals_toen: bool, vervang: bool
) -> None:
    """Build it; exit 1 when the data does not hold on that day, or nothing can be written: then nothing is."""
    try:
        dag = _dag(op, zoals_toen=zoals_toen)
        doel = _doel(pagina, dag, naar, vervang=vervang)
        with _gegevens(dag, zoals_toen=zoals_toen) as anders:
            if pagina:
                _bladzijde(pagina, dag, doel, anders)
                return
            _bouw(doel, anders)
    except (omgeving.OngeldigeOmgevingError, GeenVersieError) as fout:
        raise click.UsageError(str(fout)) from None
    except (ProblemenGevonden, NietTeTonenError, BestaatAlError, PapierError, PubliceerError, OSError) as fout:
        click.echo(f"er is niets gemaakt: {waarom(fout)}", err=True)
        context.exit(1)
    click.echo(f"De site van {taal.datum(dag)} staat in {doel}.")
    if naar is None:
        _kijk(doel)
    else:
        click.echo(f"Bekijk hem met: python -m http.server --bind 127.0.0.1 --directory {doel}")


def _dag(getypt: str, *, zoals_toen: bool) -> date:
    """The day that was typed; raises `OngeldigeOmgevingError` for one that is none, too far, or the real one."""
    dag = omgeving.lees_peildatum(getypt, "--op")
    nu = _echte_dag()
    if dag == nu:
        raise omgeving.OngeldigeOmgevingError(f"{dag} is de dag van de gewone site; kies een andere dag")
    if abs((dag - nu).days) > JAREN * 365.25:
        raise omgeving.OngeldigeOmgevingError(
            f"{dag} ligt te ver weg: meer dan {JAREN} jaar verder of terug zegt geen contract nog iets"
        )
    if zoals_toen and dag > nu:
        raise omgeving.OngeldigeOmgevingError(f"{dag} moet nog komen; laat --zoals-toen weg")
    return dag


def _echte_dag() -> date:
    return omgeving.peildatum(_instellingen(omgeving.accountsmap()))


def _instellingen(folder: Path) -> Instellingen:
    return Lader(folder).gedeeld.instellingen


def _doel(pagina: str | None, dag: date, naar: Path | None, *, vervang: bool) -> Path:
    """Where it comes; raises `NietTeTonenError` or BestaatAlError when something else stands there."""
    if pagina:
        naam = f"{pagina.strip('/').replace('/', '-') or 'vandaag'}-op-{dag}.html"
        doel = naar if naar and naar.suffix.lower() == ".html" and not naar.is_dir() else (naar or Path()) / naam
        van_eerder([doel], vervang=vervang)  # before the build, which takes a while
        return doel
    if naar is None:
        return PROJECT / ".cache" / f"op-{dag}"
    if naar.resolve() == PROJECT / "site":
        raise NietTeTonenError(f"{naar} is van de gewone site; kies een andere map")
    if naar.is_file() or (naar.is_dir() and any(naar.iterdir()) and not (naar / STATUS).is_file()):
        raise NietTeTonenError(f"in {naar} staat iets anders; kies een lege map, of een die er nog niet is")
    if (naar / STATUS).is_file() and not vervang:
        raise NietTeTonenError(f"in {naar} staat al een site; kies een andere map, of geef --vervang mee")
    return naar


@contextmanager
def _gegevens(dag: date, *, zoals_toen: bool) -> Iterator[dict[str, str]]:
    """The environment of a build of that day, after a look at whether the data can be of it.

    Raises ProblemenGevonden when not; for a day that was `NietTeTonenError`, which says what to do.
    """
    anders = {PEILDATUM: dag.isoformat(), TOON: "toen" if zoals_toen else "nu"}
    if not zoals_toen:
        try:
            _lees(omgeving.accountsmap(), dag)
        except ProblemenGevonden as gevonden:
            if dag > _echte_dag():
                raise
            raise NietTeTonenError(
                f"op {taal.datum(dag)} was een deel van de gegevens van nu nog niet gebeurd, zoals:\n"
                f"{gevonden.problemen[0]}\nNeem de gegevens van die dag: geef --zoals-toen mee"
            ) from None
        yield anders
        return
    folder = omgeving.accountsmap()
    einde = datetime.combine(dag + timedelta(days=1), time(), ZoneInfo(_instellingen(folder).tijdzone))
    git = Git(folder, "laat --zoals-toen weg")
    with tempfile.TemporaryDirectory(prefix="handboek-toen-") as tijdelijk:
        toen = Path(tijdelijk, folder.name)
        git.zet_neer(git.op(int(einde.timestamp()), taal.datum(dag)), toen)
        _lees(toen, dag)
        yield {**anders, ACCOUNTS: str(toen)}


def _lees(folder: Path, dag: date) -> Portefeuille:
    with zonder_opruimen():
        return portefeuille(lees_map(folder), dag)


def _bouw(doel: Path, anders: Mapping[str, str]) -> None:
    doel.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="handboek-verslag-") as folder:
        bouwen.bouw(doel.resolve(), Path(folder, "verslag"), "", lambda zin: click.echo(zin, err=True), anders)


# --- one page ---


def _bladzijde(pagina: str, dag: date, doel: Path, anders: Mapping[str, str]) -> None:
    """Build a site for it and take that away again; the page holds all it needs."""
    with tempfile.TemporaryDirectory(prefix="handboek-site-") as folder:
        site = Path(folder, "site")
        _bouw(site, anders)
        gelezen = lees(site, _pad(pagina, site))
        band = f"Zo staat het op {taal.datum(dag)}, met de gegevens van {anders[TOON]}. Niet de echte dag."
        # Where the site is published; when that is not known, links lead nowhere.
        adres = _instellingen(Path(anders.get(ACCOUNTS) or omgeving.accountsmap())).site_url or ""
        html = los(gelezen, adres, band)
    doel.parent.mkdir(parents=True, exist_ok=True)
    schrijf_alles({doel: html}, van_eerder([doel], vervang=True))
    click.echo(f"{doel} staat klaar: {gelezen.titel}, zoals het op {taal.datum(dag)} staat.")


def _pad(getypt: str, site: Path) -> str:
    """The address that is meant: one that is there, that of a client by its id, or a client that wants no mention."""
    kaal = getypt.strip("/")
    paginas = {blad.parent.relative_to(site).as_posix() for blad in site.rglob("index.html")}
    for pad in (kaal or ".", f"accounts/{kaal}", f"accounts/{schuilnaam(kaal)}"):
        if pad in paginas:
            return "" if pad == "." else f"{pad}/"
    klanten = {pad.removeprefix("accounts/") for pad in paginas if pad.count("/") == 1 and pad.startswith("accounts/")}
    return kies("pagina", kaal, {*paginas, *klanten}, "is er niet op die dag")


# --- the whole site ---


def _kijk(site: Path) -> None:
    """Serve the site until Ctrl-C; one with nothing to serve it on is still there."""
    with kijkserver(site) as server:
        click.echo(f"Open http://127.0.0.1:{server.server_port}/ in je browser; stop met Ctrl-C.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("\nGestopt. De site blijft staan waar hij staat.")
