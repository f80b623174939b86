"""The parts that a Markdown page can call as a macro; each makes one view.

On a page of a family (an account, a canvas, a colleague) a part is about that page's account or colleague. On any other
page the account is named: `{{ canvas("acme") }}`. The name `voorbeeld` stands for the built-in sample client.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.site.pagina import Pagina
from macros.views.behoud import behoud, behoud_cijfers, klantredenen, retentiefactor, verlengprognose
from macros.views.canvas import canvas, canvaslijst, ruitmodel, sessie
from macros.views.contacten import contactschema
from macros.views.driehoek import driehoek, werkdruk
from macros.views.handboek import begrippen, inwerken, nu_in_portefeuille
from macros.views.kalender import verlengingskalender
from macros.views.klant import (
    account_afspraken,
    account_contact,
    account_contracten,
    account_driehoek,
    account_lessen,
    account_mensen,
    account_nu,
    account_tevredenheid,
    account_tijdlijn,
    account_web,
    accountkop,
    gesprek,
    klanten,
    klantoverzicht,
)
from macros.views.klantcijfers import klantcijfers
from macros.views.lessen import lessen
from macros.views.overleg import overleg, overleg_lijst
from macros.views.render import View
from macros.views.reviews import reviews, reviews_pijlers, reviews_terugblik, vragenlijsten
from macros.views.segmenten import criteria, segmenten
from macros.views.toernooi import honken, toernooi
from macros.views.vandaag import aanvullen, acties, vandaag

Onderdeel = Callable[..., View]
"""A part: takes the page, then what the page's author wrote between the brackets."""


class OnderdeelError(ValueError):
    """A part called in a way that cannot work; the message is Dutch and says what to write instead."""


OVERZICHTEN: dict[str, Callable[[Portefeuille], View]] = {
    "vandaag": vandaag.vandaag,
    "klanten": klanten.klanten,
    "verlengingskalender": verlengingskalender.verlengingskalender,
    "contactschema": contactschema.contactschema,
    "overleg_lijst": overleg_lijst.overleg_lijst,
    "driehoek": driehoek.driehoek,
    "werkdruk": werkdruk.werkdruk,
    "acties": acties.acties,
    "segmenten": segmenten.segmenten,
    "criteria": criteria.criteria,
    "reviews": reviews.reviews,
    "reviews_pijlers": reviews_pijlers.reviews_pijlers,
    "reviews_terugblik": reviews_terugblik.reviews_terugblik,
    "reviews_afsluiting": reviews_terugblik.reviews_afsluiting,
    "vragenlijsten": vragenlijsten.vragenlijsten,
    "lessen_signalen": lessen.lessen_signalen,
    "lessenronde": lessen.lessenronde,
    "lessen": lessen.lessen,
    "klantcijfers": klantcijfers.klantcijfers,
    "honken": honken.honken,
    "toernooi": toernooi.toernooi,
    "behoud": behoud.behoud,
    "verlengprognose": verlengprognose.verlengprognose,
    "klantredenen": klantredenen.klantredenen,
    "retentiefactor": retentiefactor.retentiefactor,
    "behoud_cijfers": behoud_cijfers.behoud_cijfers,
    "inwerken": inwerken.inwerken,
}
"""Parts about the whole portfolio."""

ACCOUNTDELEN: dict[str, Callable[[Dossier], View]] = {
    "account_methode": account_nu.account_methode,
    "account_momenten": account_nu.account_momenten,
    "account_contracten": account_contracten.account_contracten,
    "account_driehoek": account_driehoek.account_driehoek,
    "account_mensen": account_mensen.account_mensen,
    "account_web": account_web.account_web,
    "account_verwachtingen": account_afspraken.account_verwachtingen,
    "account_beloften": account_afspraken.account_beloften,
    "account_contact": account_contact.account_contact,
    "account_tevredenheid": account_tevredenheid.account_tevredenheid,
    "account_kansen": account_afspraken.account_kansen,
    "account_lessen": account_lessen.account_lessen,
    "account_tijdlijn": account_tijdlijn.account_tijdlijn,
    "account_huiswerk": account_nu.account_huiswerk,
    "account_gaten": account_nu.account_gaten,
    "canvaslijst": canvaslijst.canvaslijst,
    "gesprek": gesprek.gesprek,
    "sessie": sessie.sessie,
    "ruitmodel": ruitmodel.ruitmodel,
    "klantoverzicht": klantoverzicht.klantoverzicht,
}
"""Parts about one account."""


def onderdelen() -> dict[str, Onderdeel]:
    """Return every part by the name a page calls it by."""
    return {
        **{naam: partial(_overzicht, maak) for naam, maak in OVERZICHTEN.items()},
        **{naam: partial(_accountdeel, maak) for naam, maak in ACCOUNTDELEN.items()},
        "aanvullen": _aanvullen,
        "accountkaart": _accountkaart,
        "begrippenlijst": _begrippenlijst,
        "canvas": _canvas,
        "nu_in_portefeuille": _nu_in_portefeuille,
        "overleg": _overleg,
    }


def _overzicht(maak: Callable[[Portefeuille], View], pagina: Pagina, account: str | None = None) -> View:
    """An overview of the whole portfolio; `account="voorbeeld"` shows it for the sample client."""
    return maak(pagina.portefeuille_van(account))


def _accountdeel(maak: Callable[[Dossier], View], pagina: Pagina, account: str | None = None) -> View:
    return maak(_dossier(pagina, account))


def _aanvullen(pagina: Pagina, account: str | None = None) -> View:
    return aanvullen.aanvullen(pagina.portefeuille_van(account), pagina.bewerk_url)


def _accountkaart(pagina: Pagina, account: str | None = None) -> View:
    dossier = _dossier(pagina, account)
    return accountkop.accountkop(dossier, pagina.bewerk_url(dossier.id))


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
    if persoon is None:
        if pagina.persoon is None:
            raise OnderdeelError('noem hier een collega, bijvoorbeeld {{ overleg("voorbeeld-accountmanager") }}')
        return overleg.overleg(pagina.portefeuille, pagina.persoon)
    for portefeuille in (pagina.portefeuille, pagina.voorbeeld):
        if persoon in portefeuille.gedeeld.personen:
            return overleg.overleg(portefeuille, portefeuille.gedeeld.personen[persoon])
    raise OnderdeelError(f"er is geen collega '{persoon}'; kies uit: {', '.join(pagina.portefeuille.gedeeld.personen)}")


def _begrippenlijst(_pagina: Pagina) -> View:
    return begrippen.begrippen()


def _nu_in_portefeuille(pagina: Pagina, hoofdstuk: str, account: str | None = None) -> View:
    """The clients that a chapter helps with today."""
    try:
        return nu_in_portefeuille.nu_in_portefeuille(pagina.portefeuille_van(account), hoofdstuk)
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
