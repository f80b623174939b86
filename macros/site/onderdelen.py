"""The parts that a Markdown page can call as a macro; each makes one view.

On a page of a family (an account, a canvas, a colleague) a part is about that page's account or colleague. On any other
page the account is named: `{{ canvas("acme") }}`. The name `voorbeeld` stands for the built-in sample client.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from macros.afleidingen.dossier import Dossier
from macros.model.team import Persoon
from macros.portefeuille.portefeuille import Portefeuille
from macros.site.gepast import gepast
from macros.site.pagina import VOORBEELD, Pagina
from macros.views.canvas import canvas
from macros.views.delen import onderdeel
from macros.views.handboek import instellingen
from macros.views.kalender import verlengingskalender
from macros.views.klant import account_delen, accountkop, gebeurd
from macros.views.overdracht import begin
from macros.views.overleg import overleg, overlegvervolg
from macros.views.overzichten import overzichten
from macros.views.render import View
from macros.views.vandaag import aanvullen, vandaag

Onderdeel = Callable[..., View]
"""A part: takes the page, then what the page's author wrote between the brackets."""


class OnderdeelError(ValueError):
    """A part called in a way that cannot work; the message is Dutch and says what to write instead."""


OVERZICHTEN = onderdeel.overzichten()
KLANTDELEN = onderdeel.klantdelen()


def onderdelen() -> dict[str, Onderdeel]:
    """Return every part by the name a page calls it by."""
    return {
        **{naam: partial(_overzicht, maak) for naam, maak in OVERZICHTEN.items()},
        **{naam: partial(_accountdeel, maak) for naam, maak in KLANTDELEN.items()},
        "aanvullen": _aanvullen,
        "account_delen": _account_delen,
        "accountkaart": _accountkaart,
        "begrippenlijst": _begrippenlijst,
        "canvas": _canvas,
        "gebeurd": _gebeurd,
        "kalender_van": _kalender_van,
        "nu_in_portefeuille": _nu_in_portefeuille,
        "overleg": _overleg,
        "overzichten": _overzichten,
        "vandaag": _vandaag,
        "zo_begin_je": _zo_begin_je,
    }


def _overzicht(maak: Callable[[Portefeuille], View], pagina: Pagina, account: str | None = None) -> View:
    """An overview of the whole portfolio; `account="voorbeeld"` shows it for the sample client."""
    view = maak(pagina.portefeuille_van(account))
    return view if account else gepast(view, pagina)


def _accountdeel(maak: Callable[[Dossier], View], pagina: Pagina, account: str | None = None) -> View:
    return maak(_dossier(pagina, account))


def _aanvullen(pagina: Pagina, account: str | None = None) -> View:
    view = aanvullen.aanvullen(pagina.portefeuille_van(account), pagina.bewerk_url)
    return view if account else gepast(view, pagina)


def _accountkaart(pagina: Pagina, account: str | None = None) -> View:
    dossier = _dossier(pagina, account)
    return accountkop.accountkop(dossier, pagina.bewerk_url(dossier.id))


def _account_delen(pagina: Pagina, account: str | None = None, **koppen: str) -> View:
    """The parts of a client page, each by its id with the heading it gets here."""
    onbekend = [anker for anker in koppen if anker not in account_delen.SOORTEN]
    if onbekend or not koppen:
        wat = f"'{onbekend[0]}' is geen deel van een klantpagina" if onbekend else "noem hier de delen met hun koppen"
        raise OnderdeelError(f"{wat}; kies uit: {', '.join(account_delen.SOORTEN)}")
    return account_delen.account_delen(_dossier(pagina, account), koppen)


def _gebeurd(pagina: Pagina, account: str | None = None) -> View:
    dossier = _dossier(pagina, account)
    # The files of the sample client are nowhere.
    return gebeurd.gebeurd(dossier, pagina.bewerk_url if dossier.id != VOORBEELD else lambda _: "")


def _canvas(pagina: Pagina, account: str | None = None, canvas_id: str | None = None) -> View:
    """The canvas of the page, or of a named account: its newest unless `canvas_id` says which."""
    dossier = _dossier(pagina, account)
    if account is None:
        return canvas.canvas(dossier, pagina.canvas)
    if canvas_id is not None and canvas_id not in dossier.canvassen:
        raise OnderdeelError(
            f"'{account}' heeft geen canvas '{canvas_id}'; kies uit: {', '.join(dossier.canvassen) or 'geen'}"
        )
    return canvas.canvas(dossier, canvas_id or next(iter(dossier.canvassen), None))


def _overleg(pagina: Pagina, persoon: str | None = None) -> View:
    """The weekly talk with the colleague of the page, or with a named one."""
    portefeuille, collega = _collega(pagina, persoon, "overleg")
    if pagina.nummer > 1:
        return overlegvervolg.vervolg(portefeuille, collega, pagina.nummer)
    return overleg.overleg(portefeuille, collega)


def _zo_begin_je(pagina: Pagina, persoon: str | None = None) -> View:
    """Where the colleague of the page, or a named one, begins with the clients that were taken over."""
    return begin.zo_begin_je(*_collega(pagina, persoon, "zo_begin_je"))


def _kalender_van(pagina: Pagina, persoon: str | None = None) -> View:
    """The calendar of the colleague of the page, or of a named one."""
    portefeuille, collega = _collega(pagina, persoon, "kalender_van")
    return verlengingskalender.kalender_van(portefeuille, collega.id, pagina.nummer)


def _collega(pagina: Pagina, persoon: str | None, macro: str) -> tuple[Portefeuille, Persoon]:
    """Look up whom a part is about, with the portfolio of that colleague."""
    if persoon is None:
        if pagina.persoon is None:
            raise OnderdeelError(f'noem hier een collega, bijvoorbeeld {{{{ {macro}("voorbeeld-accountmanager") }}}}')
        return pagina.portefeuille, pagina.persoon
    for portefeuille in (pagina.portefeuille, pagina.voorbeeld):
        if persoon in portefeuille.gedeeld.personen:
            return portefeuille, portefeuille.gedeeld.personen[persoon]
    raise OnderdeelError(f"er is geen collega '{persoon}'; kies uit: {', '.join(pagina.portefeuille.gedeeld.personen)}")


def _overzichten(pagina: Pagina, account: str | None = None) -> View:
    return overzichten.overzichten(pagina.portefeuille_van(account), pagina.registers)


def _vandaag(pagina: Pagina, account: str | None = None) -> View:
    """The week of everyone; of one colleague on a page about that one."""
    if pagina.persoon:
        return vandaag.week_van(pagina.portefeuille, pagina.persoon.id)
    return _overzicht(OVERZICHTEN["vandaag"], pagina, account)


def _begrippenlijst(_pagina: Pagina) -> View:
    return instellingen.begrippen()


def _nu_in_portefeuille(pagina: Pagina, hoofdstuk: str, account: str | None = None) -> View:
    """The clients that a chapter helps with today."""
    try:
        return instellingen.nu_in_portefeuille(pagina.portefeuille_van(account), hoofdstuk)
    except ValueError as fout:
        raise OnderdeelError(str(fout)) from fout


def _dossier(pagina: Pagina, account: str | None) -> Dossier:
    if account is None:
        if pagina.dossier is None:
            raise OnderdeelError('noem hier een klant, bijvoorbeeld {{ canvas("voorbeeld") }}')
        return pagina.dossier
    dossiers = pagina.portefeuille_van(account).dossiers
    if account not in dossiers:
        raise OnderdeelError(f"er is geen klant '{account}'; schrijf de naam van een bestand in accounts/ zonder .yml")
    return dossiers[account]
