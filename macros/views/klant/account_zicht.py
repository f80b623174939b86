"""What the client sees, on the page of that client: the same items as on the sheet, so that nobody has to guess."""

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.klantdeel import klantdeel
from macros.views.canvas.canvasvakken import Gedrukt
from macros.views.delen.blad import Alinea, Blad, Feiten, Opsomming
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import Aaneen, Code, Link, Zacht
from macros.views.klant.klantoverzicht import Regel, klantoverzicht
from macros.views.render import Inhoud
from macros.woorden import taal


@klantmacro
def account_zicht(dossier: Dossier) -> Blad:
    """List what stands on the sheet for the client, part by part; and which actions stand there in our own words."""
    blad = klantoverzicht(dossier)
    waar = Link("het klantoverzicht", f"accounts/{dossier.id}/klant/")
    contracten = Opsomming(tuple((_heel(een.titel), Zacht(een.looptijd)) for een in blad.contracten))
    feiten: tuple[tuple[Inhoud, Inhoud], ...] = (
        ("Naam", dossier.naam),
        *((("Contracten", contracten),) if blad.contracten else ()),
        *((deel.titel, Opsomming(tuple(map(_regel, deel.regels)))) for deel in blad.delen),
    )
    uitleg = Aaneen(
        (
            "Dit staat op ",
            waar,
            ", en verder niets. Mag de klant meer zien, zet er dan ",
            Code("zichtbaar: klant"),
            " bij.",
        )
    )
    return Blad("", (Alinea(uitleg, zacht=True), Feiten(feiten), _in_onze_woorden(dossier)))


def _regel(regel: Regel) -> Inhoud:
    return _heel(regel.tekst), regel.stand, Zacht(_heel(regel.bij))


def _heel(tekst: Gedrukt) -> str:
    """The whole text: paper prints only the first part of it."""
    return f"{tekst.kort}{tekst.rest}"


def _in_onze_woorden(dossier: Dossier) -> Alinea | None:
    """Ask what the client gets of an action that says only what we do."""
    zonder = sum(item.eigen_woorden for item in klantdeel(dossier).acties)
    if not zonder:
        return None
    wat = f"{taal.aantal(zonder, 'actie staat', 'acties staan')} er in onze woorden. Zeg wat de klant krijgt, met "
    return Alinea(Aaneen((wat, Code("voor_klant"), " bij de actie.")), zacht=True)
