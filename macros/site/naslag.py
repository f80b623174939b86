"""Parts that explain the site itself: every field, setting and kind of work, and the sample client through its life."""

from __future__ import annotations

from dataclasses import replace

from macros.site.levensloop import Moment, momenten, portefeuille_op
from macros.site.losmaken import losgemaakt
from macros.site.onderdelen import ACCOUNTDELEN, Onderdeel, OnderdeelError, onderdelen
from macros.site.pagina import Pagina
from macros.site.vindplaatsen import veldplaatsen, vindplaatsen
from macros.views import render
from macros.views.handboek import instellingen, velden, voorbeelddeel, werksoorten
from macros.views.render import View
from macros.woorden import taal

VOORBEELDDELEN = ("accountkaart", "canvas", *ACCOUNTDELEN)
"""What can be shown of the sample client at a moment of its life."""


def naslag() -> dict[str, Onderdeel]:
    """Return these parts by the name a page calls them by."""
    return {
        "velden": _velden,
        "instellingen": _instellingen,
        "werksoorten": lambda pagina: werksoorten.werksoorten(pagina.portefeuille),
        "voorbeeld": _voorbeeld,
    }


def _velden(_pagina: Pagina, naam: str = "account") -> View:
    """All fields of a file (`account`, `team`), or of one part of it (`contract`)."""
    try:
        return velden.velden(naam, veldplaatsen())
    except KeyError as fout:
        raise OnderdeelError(
            f"er is geen bestand of onderdeel '{naam}'; kies uit: {', '.join(sorted(velden.secties()))}"
        ) from fout


def _instellingen(pagina: Pagina) -> View:
    return instellingen.instellingen(pagina.portefeuille, vindplaatsen())


def _voorbeeld(pagina: Pagina, deel: str, moment: int) -> View:
    """One part of the client page of the sample, as it was at one moment of its life."""
    if deel not in VOORBEELDDELEN:
        raise OnderdeelError(f"'{deel}' is geen deel van een klantpagina; kies uit: {', '.join(VOORBEELDDELEN)}")
    toen = next((een for een in momenten() if een.nummer == moment), None)
    if toen is None:
        raise OnderdeelError(f"er is geen moment {moment}; kies 1 tot en met {len(momenten())}")
    html = render.html(onderdelen()[deel](_pagina_op(pagina, toen)), pagina.basis)
    return voorbeelddeel.Voorbeelddeel(
        dag=taal.datum(toen.peildatum),
        inhoud=losgemaakt(html, f"moment-{moment}-{deel.replace('_', '-')}", pagina.basis),
    )


def _pagina_op(pagina: Pagina, moment: Moment) -> Pagina:
    """The page as if it were that client's, on that day; nobody can edit what is invented."""
    toen = portefeuille_op(moment, pagina.voorbeeld.gedeeld)
    [dossier] = toen.dossiers.values()
    canvas = next(iter(dossier.canvassen), None)
    return replace(pagina, portefeuille=toen, dossier=dossier, canvas=canvas, bewerk_url=lambda _account: "")
