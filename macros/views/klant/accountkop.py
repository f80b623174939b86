"""The story of one client in five seconds: who it is, where it stands, what is decided next, and how it goes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.contract.datums import versheid
from macros.afleidingen.contract.momenten import UITGEMAAKT
from macros.afleidingen.dossier import Dossier
from macros.model.contract import Inschatting
from macros.views.canvas.canvasfeiten import label, vulling
from macros.views.delen import namen
from macros.views.delen.aantekening import gedateerd
from macros.views.delen.blad import Feiten
from macros.views.delen.stukken import Dag, Link, Over, Waarom, Zacht, geleden, wanneer
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

NU = {
    "verlopen": ("Leg vast wat er na de einddatum is afgesproken.", "contractdatums/#einddatum"),
    "opgezegd": ("Rond netjes af en plan een terugblik.", "terugblik/#afsluiting"),
    "retentie": ("Werk met het Retentiecanvas toe naar het beslismoment.", "twee-fasen/#retentiefase"),
    "opstart": ("Leer de verwachtingen kennen en maak met iedereen kennis.", "twee-fasen/#operationele-fase"),
    "operationeel": ("Lever wat is afgesproken, houd contact en vraag na.", "twee-fasen/#operationele-fase"),
    "geregeld": ("De volgende periode is geregeld: houd vast wat je hebt geleerd.", "twee-fasen/#fase-van-de-klant"),
    "onbepaald": ("Kies zelf een moment om samen vooruit te kijken.", "contractdatums/#onbepaalde-tijd"),
    "nog_niet_gestart": ("Bereid de kick-off voor.", "twee-fasen/#operationele-fase"),
    "beeindigd": ("Houd licht contact en vertel het team wat we leerden.", "terugblik/#terugblik"),
}
"""What the method asks in each phase, and where the handbook explains it."""
ZONDER_CANVAS = ("Hier is geen canvas nodig: werk met het verlengbesluit.", "retentiecanvas/#verlengbesluit")
"""The same while a renewal is prepared that asks for no canvas."""
ZONDER_CONTRACT = ("Er is geen contract: houd licht contact.", "twee-fasen/#fase-van-de-klant")


@dataclass(frozen=True, slots=True)
class Tegel:
    """One of the four facts that are large enough for five seconds."""

    kop: str
    waarde: Inhoud
    bij: tuple[Inhoud, ...]
    """Small lines under it; what prints nothing is left out."""


@dataclass(frozen=True)
class Accountkop:
    """What `accountkop.html` may use."""

    template: ClassVar[str] = "accountkop.html"
    omschrijving: str
    tegels: tuple[Tegel, ...]
    knoppen: tuple[Link, ...]
    """Pages about this client, the canvas first, and places outside the site."""
    feiten: Feiten


def accountkop(dossier: Dossier, bewerk_url: str = "") -> Accountkop:
    """Tell the story of one client; `bewerk_url` is where its file can be changed."""
    canvas = next((stand for stand in dossier.canvassen.values() if stand.huidig), None)
    eigen = canvas.canvas.id if canvas else next(iter(dossier.canvassen), "nieuw" if dossier.canvas_hoort else "")
    pad = f"canvas/{eigen}/" if eigen else "#canvas"
    beeld = Link(labels.KLANTBEELD[dossier.klantbeeld.niveau], f"accounts/{dossier.id}/#klantbeeld")
    staat = label(canvas) if canvas else labels.CANVAS_STAND[dossier.canvas_stand]
    stand = Link(staat, f"accounts/{dossier.id}/{pad}")
    return Accountkop(
        omschrijving=dossier.account.omschrijving or "",
        tegels=(
            _fase(dossier),
            _beslissing(dossier),
            Tegel("Klantbeeld", beeld, tuple(_inschattingen(dossier))),
            Tegel("Retentiecanvas", stand, (vulling(canvas) if canvas else None,)),
        ),
        knoppen=tuple(_knoppen(dossier, pad, bewerk_url)),
        feiten=Feiten(tuple((naam, feit) for naam, feit in _feiten(dossier) if feit)),
    )


def _fase(dossier: Dossier) -> Tegel:
    fase = dossier.fase.waarde
    label = labels.KWEEKVIJVER if dossier.account.kweekvijver else labels.fase(fase)
    return Tegel("Fase", Waarom(dossier.fase, "waarom-fase", label), tuple(_raad(dossier)))


def _raad(dossier: Dossier) -> Iterator[Inhoud]:
    """Say what the method asks now; of a client that leaves in part also of each contract under notice."""
    nu, handboek = NU[dossier.fase.waarde] if dossier.fase.waarde else ZONDER_CONTRACT
    if dossier.fase.waarde == "retentie" and not dossier.canvas_hoort:
        nu, handboek = ZONDER_CANVAS
    yield Link(nu, f"handboek/{handboek}")
    if dossier.deels_opgezegd:
        titels = [stand.contract.titel for stand in dossier.contracten.values() if stand.fase.waarde == "opgezegd"]
        nu, handboek = NU["opgezegd"]
        yield labels.DEELS_OPGEZEGD, f"{taal.opsomming(titels)}:", Link(nu, f"handboek/{handboek}")


def _beslissing(dossier: Dossier) -> Tegel:
    dag = dossier.beslismoment.waarde
    if dag is None:
        return Tegel(BESLISSING, Waarom(dossier.beslismoment, "waarom-beslismoment", "Niets te beslissen"), ())
    datum = Link(Dag(dag, voluit=True), f"accounts/{dossier.id}/#{_anker(dossier)}")
    return Tegel(BESLISSING, datum, (Over(dag, wanneer(dag, dossier.peildatum)),))


BESLISSING = "Beslismoment"


def _knoppen(dossier: Dossier, canvas: str, bewerk_url: str) -> Iterator[Link]:
    klant, naar = f"accounts/{dossier.id}/", dossier.account.verwijzingen
    if dossier.canvas_hoort:
        yield Link("Retentiecanvas", f"{klant}{canvas}")
    yield Link("Voor je naar binnen gaat", f"{klant}gesprek/")
    if dossier.canvas_hoort:
        yield Link("Teamsessie", f"{klant}sessie/")
    yield Link("Klantoverzicht", f"{klant}klant/")
    yield Link("Acties en toezeggingen", f"acties/?wie={dossier.account.driehoek.accountmanager}")
    if naar:
        plekken = (("CRM", naar.crm), ("Dossier", naar.dossier), ("Rapportage", naar.rapportage))
        yield from (Link(woord, adres) for woord, adres in plekken if adres)
    if bewerk_url:
        yield Link("Bestand wijzigen", bewerk_url)


def _feiten(dossier: Dossier) -> Iterator[tuple[str, Inhoud]]:
    """Yield the quiet facts by name; what is not known is left out by who prints them."""
    account, manager = dossier.account, dossier.account.driehoek.accountmanager
    segment = labels.SEGMENT[dossier.segment.waarde] if dossier.segment.waarde else GEEN_SEGMENT
    soort = (account.branche, account.sector, account.omvang and f"omvang {account.omvang}")
    yield "Accountmanager", (Link(namen.collega(dossier, manager), f"overleg/{manager}/"), Zacht(_overdracht(dossier)))
    yield "Segment", (Waarom(dossier.segment, "waarom-segment", segment), Zacht(_berekend(dossier)))
    yield "Juiste klant", labels.JUISTE_KLANT.get(dossier.juiste_klant_stand.waarde or "")
    yield "Klant sinds", _sinds(dossier)
    yield "Wat voor klant", ", ".join(filter(None, soort))
    yield "Blijft omdat", account.waarom_klant_blijft
    yield "Ook bekend als", ", ".join(filter(None, (*account.aliassen, account.klantnummer)))
    yield "Hoort bij", Link(account.moeder, f"accounts/{account.moeder}/") if account.moeder else None
    yield "Kweekvijver", _kweekvijver(dossier)
    stil = dossier.windstilte_sinds
    yield "Windstil sinds", Waarom(stil, "waarom-windstilte-sinds") if stil.waarde else None


GEEN_SEGMENT = Label("Nog geen segment", "?", "stil")


def _anker(dossier: Dossier) -> str:
    """Find the contract that is decided first."""
    dag = dossier.beslismoment.waarde
    return next(
        (f"waarom-{c}-beslismoment" for c, stand in dossier.contracten.items() if stand.beslismoment.waarde == dag), ""
    )


def _sinds(dossier: Dossier) -> str:
    sinds = dossier.account.klant_sinds
    if sinds is None or sinds > dossier.peildatum:
        return f"vanaf {taal.datum(sinds)}" if sinds else ""
    return f"{taal.datum(sinds)} ({(dossier.peildatum - sinds).days // 365} jaar)"


def _kweekvijver(dossier: Dossier) -> str:
    vijver = dossier.account.kweekvijver
    if vijver is None:
        return ""
    sinds = f"sinds {taal.datum(vijver.sinds)}" if vijver.sinds else "in de kweekvijver"
    return f"{sinds}: {vijver.waarom}" if vijver.waarom else sinds


def _berekend(dossier: Dossier) -> str:
    """Set the computed segment beside the one that a colleague chose."""
    keuze, berekend = dossier.account.segment_keuze, dossier.segment_berekend
    if keuze is None:
        return ""
    reden = f"zelf gekozen: {keuze.reden}" + (f" ({taal.datum(keuze.op)})" if keuze.op else "")
    return f"berekend: {berekend}; {reden}" if berekend and berekend != keuze.segment else reden


def _inschattingen(dossier: Dossier) -> Iterator[Inhoud]:
    """Word the own call of each contract that is not decided, beside the klantbeeld and never in one sum with it."""
    eigen = [(stand.contract, stand.inschatting) for stand in dossier.contracten.values() if stand.inschatting]
    if not eigen and any(stand.fase.waarde not in UITGEMAAKT for stand in dossier.contracten.values()):
        yield "Nog geen eigen inschatting."
    for contract, inschatting in eigen:
        kop = f"Eigen inschatting {contract.titel}:" if len(eigen) > 1 else "Eigen inschatting:"
        bron = gedateerd(dossier, f"contracten.{contract.id}.inschatting.op", _bron(dossier, inschatting))
        yield kop, _oordeel(dossier, inschatting), inschatting.waarom, Zacht(bron)


def _oordeel(dossier: Dossier, eigen: Inschatting) -> Label:
    """Give the call; one that is too old or undated says so."""
    label = labels.INSCHATTING[eigen.verwachting]
    vers = versheid(eigen.op, dossier.gedeeld.instellingen.oordeel_houdbaar_dagen, dossier.peildatum)
    if vers == "vers":
        return label
    return Label(f"{label.tekst}, {'navragen' if vers == 'navragen' else 'ongedateerd'}", "?", "stil")


def _bron(dossier: Dossier, eigen: Inschatting) -> str:
    bron = labels.OORDEEL_BRON[eigen.bron].tekst if eigen.bron else ""
    op = f"{taal.datum(eigen.op)}, {geleden(eigen.op, dossier.peildatum)}" if eigen.op else ""
    tekst = ", ".join(filter(None, (bron, op)))
    return f"({tekst})" if tekst else ""


def _overdracht(dossier: Dossier) -> str:
    account = dossier.account
    if not account.vorige_accountmanager:
        return ""
    op = f" op {taal.datum(account.overgedragen_op)}" if account.overgedragen_op else ""
    return f"overgenomen van {namen.collega(dossier, account.vorige_accountmanager)}{op}"
