"""The story of one client in five seconds: who it is, where it stands, what is decided next, and how it goes."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contact.versheid import versheid
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verklaring import Verklaard
from macros.model.basis import Segment
from macros.model.contract import Inschatting
from macros.views.canvas.canvaslijst import vulling
from macros.views.delen import namen
from macros.views.delen.wanneer import geleden, wanneer
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
ZONDER_CONTRACT = ("Er is geen contract: houd licht contact.", "twee-fasen/#fase-van-de-klant")


@dataclass(frozen=True, slots=True)
class EigenInschatting:
    """What the account manager expects of one contract."""

    contract: str
    label: Label
    bij: str
    waarom: str


@dataclass(frozen=True)
class Accountkop:
    """What `accountkop.html` may use."""

    template: ClassVar[str] = "accountkop.html"
    id: str
    omschrijving: str
    soort: str
    bekend_als: str
    moeder: str
    """Id of the parent company; empty when there is none."""
    klant_sinds: str
    waarom_klant_blijft: str
    kweekvijver: str
    """Since when and why we keep contact without a contract; empty when that is not so."""
    windstilte: Verklaard[date | None]
    """Since when there is no contract any more, although the client did not leave for another."""
    fase: Verklaard[str | None]
    """Of all contracts together, with its steps."""
    fase_label: Label
    """The same in words."""
    nu: str
    nu_handboek: str
    segment: Verklaard[Segment | None]
    segment_label: Label
    """The same in words."""
    segment_berekend: str
    """What the scores say, when somebody chose otherwise or nobody chose: in words."""
    juiste_klant: Label | None
    """Whether client and terms fit us; None when that was not tested."""
    beslismoment: Verklaard[date | None]
    """When the next contract is decided; None says why there is none."""
    beslismoment_anker: str
    over: str
    klantbeeld: Label
    inschattingen: tuple[EigenInschatting, ...]
    canvas_label: Label
    canvas_pad: str
    """Last part of the address of the canvas: its id, or `nieuw`."""
    canvas_vulling: str
    """How many boxes are still empty, in words."""
    accountmanager: str
    accountmanager_id: str
    overdracht: str
    """From whom and when, when the client changed hands; empty otherwise."""
    verwijzingen: tuple[tuple[str, str], ...]
    bewerk_url: str


def accountkop(dossier: Dossier, bewerk_url: str = "") -> Accountkop:
    """Tell the story of one client; `bewerk_url` is where its file can be changed."""
    account = dossier.account
    nu, handboek = NU[dossier.fase.waarde] if dossier.fase.waarde else ZONDER_CONTRACT
    canvas = next((stand for stand in dossier.canvassen.values() if stand.huidig), None)
    beslismoment = dossier.beslismoment.waarde
    return Accountkop(
        id=dossier.id,
        omschrijving=account.omschrijving or "",
        soort=", ".join(filter(None, (account.branche, account.sector, account.omvang and f"omvang {account.omvang}"))),
        bekend_als=", ".join([*dossier.aliassen, *([account.klantnummer] if account.klantnummer else [])]),
        moeder=account.moeder or "",
        klant_sinds=_sinds(dossier),
        waarom_klant_blijft=account.waarom_klant_blijft or "",
        kweekvijver=_kweekvijver(dossier),
        windstilte=dossier.windstilte_sinds,
        fase=dossier.fase,
        fase_label=labels.KWEEKVIJVER if account.kweekvijver else labels.fase(dossier.fase.waarde),
        nu=nu,
        nu_handboek=handboek,
        segment=dossier.segment,
        segment_label=labels.SEGMENT[dossier.segment.waarde] if dossier.segment.waarde else GEEN_SEGMENT,
        segment_berekend=_berekend(dossier),
        juiste_klant=labels.JUISTE_KLANT.get(dossier.juiste_klant_stand.waarde or ""),
        beslismoment=dossier.beslismoment,
        beslismoment_anker=_anker(dossier),
        over=wanneer(beslismoment, dossier.peildatum) if beslismoment else "",
        klantbeeld=labels.KLANTBEELD[dossier.klantbeeld.niveau],
        inschattingen=tuple(_inschattingen(dossier)),
        canvas_label=labels.CANVAS_STAND[dossier.canvas_stand],
        canvas_pad=canvas.canvas.id if canvas else next(iter(dossier.canvassen), "nieuw"),
        canvas_vulling=vulling(canvas) if canvas else "",
        accountmanager=namen.collega(dossier, account.driehoek.accountmanager),
        accountmanager_id=account.driehoek.accountmanager,
        overdracht=_overdracht(dossier),
        verwijzingen=_verwijzingen(dossier),
        bewerk_url=bewerk_url,
    )


GEEN_SEGMENT = Label("Nog geen segment", "?", "stil")


def _anker(dossier: Dossier) -> str:
    """Find the contract that is decided first."""
    dag = dossier.beslismoment.waarde
    return next(
        (f"waarom-{c}-beslismoment" for c, stand in dossier.contracten.items() if stand.beslismoment.waarde == dag), ""
    )


def _sinds(dossier: Dossier) -> str:
    sinds = dossier.account.klant_sinds
    return f"{taal.datum(sinds)} ({(dossier.peildatum - sinds).days // 365} jaar)" if sinds else ""


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


def _inschattingen(dossier: Dossier) -> list[EigenInschatting]:
    """Word the own call of each contract that still runs."""
    return [
        _inschatting(dossier, stand.contract.titel, stand.contract.inschatting)
        for stand in dossier.contracten.values()
        if stand.contract.inschatting and stand.fase.waarde != "beeindigd"
    ]


def _inschatting(dossier: Dossier, contract: str, eigen: Inschatting) -> EigenInschatting:
    label = labels.INSCHATTING[eigen.verwachting]
    vers = versheid(eigen.op, dossier.gedeeld.instellingen.oordeel_houdbaar_dagen, dossier.peildatum)
    if vers != "vers":
        label = Label(f"{label.tekst}, {'navragen' if vers == 'navragen' else 'ongedateerd'}", "?", "stil")
    bron = labels.OORDEEL_BRON[eigen.bron].tekst if eigen.bron else ""
    op = f"{taal.datum(eigen.op)}, {geleden(eigen.op, dossier.peildatum)}" if eigen.op else ""
    return EigenInschatting(contract, label, ", ".join(filter(None, (bron, op))), eigen.waarom or "")


def _overdracht(dossier: Dossier) -> str:
    account = dossier.account
    if not account.vorige_accountmanager:
        return ""
    op = f" op {taal.datum(account.overgedragen_op)}" if account.overgedragen_op else ""
    return f"overgenomen van {namen.collega(dossier, account.vorige_accountmanager)}{op}"


def _verwijzingen(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    naar = dossier.account.verwijzingen
    if naar is None:
        return ()
    plekken = (("CRM", naar.crm), ("Dossier", naar.dossier), ("Rapportage", naar.rapportage))
    return tuple((woord, adres) for woord, adres in plekken if adres)
