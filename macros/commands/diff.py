"""`handboek diff`: what a proposal changes, in sentences, and what follows from it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import click

from macros.afleidingen.contact.bezetting import naam as naam_van_collega
from macros.afleidingen.dossier import Dossier, dossier_van
from macros.commands.versies.codeversie import andere_code, code_effect
from macros.commands.versies.gitversie import GeenVersieError, Git
from macros.load import omgeving
from macros.load.bestanden import lees_bytes
from macros.load.load import Lader
from macros.load.problem import ProblemenGevonden
from macros.verschil import zinnen, zinnen_gedeeld
from macros.verschil.gevolgen import verschil
from macros.verschil.last import last
from macros.verschil.lezing import Klantnamen, dagboekregels, zonder_naam
from macros.verschil.meekijken import Klantwijziging, meekijken
from macros.verschil.methode import VOORBEELDEN, Effect, Geraakt, Kant, effect
from macros.verschil.opmerking import als_markdown, met_fouten
from macros.verschil.uitkomst import Uitkomst, uitkomst
from macros.verschil.voorstel import Klantverschil, Voorstel, als_json, als_tekst
from macros.verschil.zin import Zin

EERST_FOUT = "In de gedeelde bestanden of een dagboek stond eerst een fout: wat er verandert, is niet zeker"
VORMEN: dict[str, Callable[[Voorstel, str | None], str]] = {
    "text": lambda voorstel, _: als_tekst(voorstel),
    "md": als_markdown,
    "json": lambda voorstel, _: als_json(voorstel),
}
VOORBEELD = "HANDBOEK_VOORBEELD"
"""Environment variable: where a site that was built from the proposal can be seen."""


@click.command(help="Vertel wat er tussen twee versies verandert, en wat daaruit volgt.")
@click.argument("basis", metavar="BASIS")
@click.argument("nieuw", metavar="[NIEUW]", required=False)
@click.option("--format", "vorm", type=click.Choice(list(VORMEN)), default="text", help="Hoe het eruitziet.")
@click.option("--peildatum", metavar="JJJJ-MM-DD", help="Reken alsof het deze dag is.")
@click.option(
    "--voorbeeld",
    metavar="ADRES",
    envvar=VOORBEELD,
    help="Waar de site van dit voorstel te zien is (eindigt op /), of als bestand te halen; {tak} is HANDBOEK_TAK.",
)
@click.pass_context
def diff(  # noqa: PLR0913  an option each
    context: click.Context, basis: str, nieuw: str | None, *, vorm: str, peildatum: str | None, voorbeeld: str | None
) -> None:
    """Compare two revisions of git or two folders; without `nieuw` with the files as they are now."""
    try:
        adres = voorbeeldadres(voorbeeld)
        with _mappen(basis, nieuw) as mappen:
            gezegd = vergelijk(mappen.voor, mappen.na, peildatum, mappen.andere)
            if mappen.code:
                gezegd = gezegd._replace(code=code_effect(mappen.voor, mappen.code, peildatum))
    except (GeenVersieError, omgeving.OngeldigeOmgevingError) as fout:
        click.echo(f"fout: {fout}", err=True)
        context.exit(2)
    except ProblemenGevonden as gevonden:
        if vorm == "md":
            click.echo(met_fouten(gevonden.problemen), nl=False)
        click.echo(gevonden, err=True)
        context.exit(1)
    click.echo(VORMEN[vorm](gezegd, adres), nl=False)


def voorbeeldadres(gegeven: str | None) -> str | None:
    """The address of the preview; None without one.

    Raises `OngeldigeOmgevingError` for what cannot stand in a remark as a link.
    """
    if not gegeven:
        return None
    adres = quote(gegeven.replace("{tak}", quote(os.environ.get(omgeving.TAK, ""))), safe=":/?#[]@!$&'*+,;=%~")
    if urlsplit(adres).scheme not in ("https", "http") or not urlsplit(adres).hostname:
        goed = "https://handboek.intern.example/voorbeeld/{tak}/"
        raise omgeving.OngeldigeOmgevingError(f"'{gegeven}' is geen adres van een voorbeeld; schrijf het als {goed}")
    return adres


class _Mappen(NamedTuple):
    """The two folders to compare."""

    voor: Path
    na: Path
    andere: tuple[str, ...] = ()
    """Other files that differ."""
    code: tuple[Path, Path] | None = None
    """The folders with the code of either version, when that differs."""


@contextmanager
def _mappen(basis: str, nieuw: str | None) -> Iterator[_Mappen]:
    """The two folders to compare; what comes from git goes when it was read."""
    if _is_map(basis) and (nieuw is None or _is_map(nieuw)):
        yield _Mappen(Path(basis), Path(nieuw) if nieuw else omgeving.accountsmap())
        return
    folder = omgeving.accountsmap()
    git = Git(folder)
    kop = git.commit(nieuw or "HEAD")
    begin = git.begin(git.commit(basis), kop)
    with TemporaryDirectory() as tijdelijk:
        voor, na = (Path(tijdelijk, kant, folder.name) for kant in ("voor", "na"))
        git.zet_neer(begin, voor)
        if nieuw:
            git.zet_neer(kop, na)
        tot = kop if nieuw else None
        code = andere_code(git, begin, tot, Path(tijdelijk))
        yield _Mappen(voor, na if nieuw else folder, git.andere_bestanden(begin, tot), code)


def _is_map(naam: str) -> bool:
    """Whether a folder is meant: one with accounts in it, so that a folder called as a branch does not hide that."""
    return Path(naam).is_dir() and (any(Path(naam).glob("*.yml")) or Path(naam, "_gedeeld").is_dir())


def vergelijk(voor: Path, na: Path, peildatum: str | None, andere: Sequence[str] = ()) -> Voorstel:
    """What differs between two accounts folders, beside the files `andere` of the same repository.

    Raises ProblemenGevonden when shared files of the new one hold errors: nothing follows from those, or
    `OngeldigeOmgevingError` for a day that is none. An error in the file of a client is told with that client.
    """
    oud, nieuw = Lader(voor), Lader(na)
    if not nieuw.gedeeld_heel:
        raise ProblemenGevonden(nieuw.problemen)
    dag = omgeving.peildatum(nieuw.gedeeld.instellingen, peildatum)
    klanten = Klantnamen(oud, nieuw)
    gedeeld = zinnen_gedeeld(oud.gedeeld, nieuw.gedeeld, klanten)
    if not oud.gedeeld_heel:
        gedeeld = (Zin(EERST_FOUT, (), "anders"),)
    namen = sorted(klanten)
    anders = {
        naam for naam in namen if _anders(voor, na, naam) or dagboekregels(oud, naam) != dagboekregels(nieuw, naam)
    }
    te_zeggen = namen if gedeeld else sorted(anders)
    paren = {naam: _paar(oud, nieuw, naam, dag) for naam in te_zeggen}
    verschillen = [_klant(naam, paren[naam], klanten, aangeraakt=naam in anders) for naam in te_zeggen]

    def heet(wie: str) -> str:
        return naam_van_collega(wie, nieuw.gedeeld.personen)

    rest = [een for naam, een in paren.items() if isinstance(een, _Paar) and naam not in anders]
    methode = _effect(verschillen, _kanten(rest, oud, nieuw), dag, heet)
    zelf = [een for naam, een in paren.items() if isinstance(een, _Paar) and (naam in anders or not methode)]
    voor_na = [kant.uitkomsten.values() for kant in _kanten(zelf, oud, nieuw)]
    drukte = tuple(last(voor_na[0], voor_na[1], heet))
    klantdelen = [_wijziging(een, paren[naam], oud, naam) for naam, een in zip(te_zeggen, verschillen, strict=True)]
    kijkers = meekijken(gedeeld, klantdelen, andere, nieuw.gedeeld)
    return Voorstel(gedeeld, tuple(sorted(verschillen, key=lambda een: een.id)), methode, drukte, kijkers)


def _wijziging(een: Klantverschil, paar: _Paar | tuple[str, ...], oud: Lader, naam: str) -> Klantwijziging:
    """What who looks must know of a client; with an error in it, whose it was."""
    if isinstance(paar, _Paar):
        dossier = paar.dossiers[1] or paar.dossiers[0]
        account = dossier.account if dossier else None
    else:
        account, _ = oud.account(naam)
    wie = account.driehoek.accountmanager if account else None
    return Klantwijziging(een.naam, een.zinnen, bool(een.fouten), wie)


class _Paar(NamedTuple):
    """A client before and after, and what follows from it; None where it is not there."""

    dossiers: tuple[Dossier | None, Dossier | None]
    uitkomsten: tuple[Uitkomst | None, Uitkomst | None]


def _kanten(paren: Sequence[_Paar], oud: Lader, nieuw: Lader) -> tuple[Kant, Kant]:
    """These clients as they were and as they are; who is not there is left out."""
    voor, na = ({een.id: een for paar in paren if (een := paar.uitkomsten[kant])} for kant in (0, 1))
    vanaf = [lader.gedeeld.instellingen.drukke_maand_vanaf for lader in (oud, nieuw)]
    return Kant(voor, vanaf[0]), Kant(na, vanaf[1])


def _effect(
    verschillen: Sequence[Klantverschil], kanten: tuple[Kant, Kant], dag: date, heet: Callable[[str], str]
) -> Effect | None:
    """What the shared files do to the clients that did not change; None when that is little."""
    geraakt = [Geraakt(een.id, een.naam, een.gevolgen) for een in verschillen if een.gevolgen and not een.aangeraakt]
    return effect(geraakt, *kanten, dag, heet) if len(geraakt) > VOORBEELDEN else None


def _anders(voor: Path, na: Path, naam: str) -> bool:
    een, ander = (map_ / f"{naam}.yml" for map_ in (voor, na))
    return een.is_file() != ander.is_file() or (een.is_file() and lees_bytes(een) != lees_bytes(ander))


def _paar(oud: Lader, nieuw: Lader, naam: str, dag: date) -> _Paar | tuple[str, ...]:
    """A client on both sides, or why that cannot be said; a hidden one without its name."""
    fouten: list[str] = []
    dossiers: list[Dossier | None] = []
    for lader, wanneer in ((oud, "Eerst stond hier een fout"), (nieuw, "Hier staat een fout")):
        try:
            dossiers.append(_dossier(lader, naam, dag) if naam in lader.namen else None)
        except ProblemenGevonden as gevonden:
            fouten.append(f"{wanneer}, dus wat er verandert is niet te zeggen: {gevonden.problemen[0]}")
    if fouten:
        return tuple(fouten)
    if any(een and een.verborgen for een in dossiers):
        laders = zip((oud, nieuw), dossiers, strict=True)
        dossiers = [zonder_naam(een.account, lader, dag) if een else None for lader, een in laders]
    voor, na = dossiers
    return _Paar((voor, na), (uitkomst(voor) if voor else None, uitkomst(na) if na else None))


def _klant(naam: str, paar: _Paar | tuple[str, ...], klanten: Mapping[str, str], *, aangeraakt: bool) -> Klantverschil:
    """What differs for one client; a hidden one goes by its code."""
    if not isinstance(paar, _Paar):
        return Klantverschil(naam, klanten[naam], (), (), paar, aangeraakt=aangeraakt)
    id_, heet = next((een.id, een.naam) for een in reversed(paar.dossiers) if een)
    voor, na = paar.uitkomsten
    volgt = verschil(voor, na) if na else ()
    return Klantverschil(id_, heet, zinnen(*paar.dossiers, klanten), volgt, aangeraakt=aangeraakt)


def _dossier(lader: Lader, naam: str, dag: date) -> Dossier:
    account, fouten = lader.account(naam)
    if account is None:
        raise ProblemenGevonden(fouten)
    return dossier_van(account, lader.gedeeld, lader.plaats, dag)
