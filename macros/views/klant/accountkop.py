"""The first screen of a client: how it stands and why, what is decided and what it is worth, what to do, and who.

It holds the few facts that answer three questions in five seconds; the rest of the page is folded below
(`account_delen.py`). The klantbeeld and the own call stand beside each other and are never made into one score.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contract.datums import versheid
from macros.afleidingen.contract.looptijd import jaarwaarde_op
from macros.afleidingen.contract.momenten import UITGEMAAKT, Contractstand
from macros.afleidingen.contract.perioden import lopend
from macros.afleidingen.dossier import Dossier
from macros.gebeurtenissen.scenario import te_verliezen
from macros.load.samenhang import VOORBEELD
from macros.model.contract import Contract, Inschatting
from macros.views.canvas.canvasfeiten import label, vulling
from macros.views.delen import namen
from macros.views.delen.aantekening import gedateerd
from macros.views.delen.blad import Alinea, Leeg, Opsomming
from macros.views.delen.stukken import Aaneen, Bij, Dag, Link, Onder, Over, Reeks, Waarom, Zacht, geleden, wanneer
from macros.views.klant.account_nu import zonder_signaal
from macros.views.klant.account_veranderd import kort
from macros.views.klant.accountkring import beloften, mensen
from macros.views.klant.volgende_stappen import stappen
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
    "verloren": ("Rond netjes af en plan een terugblik.", "terugblik/#afsluiting"),
    "onbepaald": ("Kies zelf een moment om samen vooruit te kijken.", "contractdatums/#onbepaalde-tijd"),
    "nog_niet_gestart": ("Bereid de kick-off voor.", "twee-fasen/#operationele-fase"),
    "beeindigd": ("Houd licht contact en vertel het team wat we leerden.", "terugblik/#terugblik"),
}
"""What the method asks in each phase, and where the handbook explains it."""
ZONDER_CANVAS = ("Hier is geen canvas nodig: werk met het verlengbesluit.", "retentiecanvas/#verlengbesluit")
"""The same while a renewal is prepared that asks for no canvas."""
ZONDER_CONTRACT = ("Er is geen contract: houd licht contact.", "twee-fasen/#fase-van-de-klant")
EERST = 3
"""Reasons and contracts that stand on the first screen; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Vak:
    """One question of the first screen, or of the sheet for a talk, with its answer."""

    naam: str
    """End of its CSS class."""
    kop: str
    inhoud: Inhoud


@dataclass(frozen=True)
class Accountkop:
    """What `accountkop.html` may use."""

    template: ClassVar[str] = "accountkop.html"
    omschrijving: str
    fase: Inhoud
    raad: tuple[Inhoud, ...]
    """What the method asks now, a line each."""
    knoppen: tuple[Link, ...]
    """Pages about this client that are used most, the canvas first."""
    vakken: tuple[Vak, ...]
    """In reading order, what a phone must show first in front: on a wide screen two rows of three."""
    elders: tuple[Link, ...]
    """The other pages about this client, and places outside the site."""


def accountkop(dossier: Dossier, bewerk_url: str = "") -> Accountkop:
    """Answer the first questions about one client; `bewerk_url` is where its file can be changed."""
    return Accountkop(
        omschrijving=dossier.account.omschrijving or "",
        fase=_fase(dossier),
        raad=tuple(_raad(dossier)),
        knoppen=tuple(_knoppen(dossier)),
        vakken=(
            Vak("beslissing", "Waarde en beslissing", tuple(_beslissing(dossier))),
            Vak("stappen", "Volgende stappen", stappen(dossier)),
            Vak("beeld", "Klantbeeld", tuple(_beeld(dossier))),
            Vak("inschatting", "Eigen inschatting", tuple(_eigen(dossier))),
            Vak("mensen", "Mensen", mensen(dossier)),
            Vak("beloften", "Toezeggingen", beloften(dossier)),
        ),
        elders=tuple(_elders(dossier, bewerk_url)),
    )


def _fase(dossier: Dossier) -> Inhoud:
    kweek = labels.KWEEKVIJVER if dossier.account.kweekvijver else labels.fase(dossier.getoonde_fase)
    segment = dossier.segment.waarde
    letter = Link(labels.SEGMENT[segment], f"accounts/{dossier.id}/#over") if segment else None
    return letter, Waarom(dossier.fase, "waarom-fase", kweek)


def _raad(dossier: Dossier) -> Iterator[Inhoud]:
    """Say what the method asks now; of a client that leaves in part also of each contract under notice."""
    nu, handboek = NU[dossier.getoonde_fase] if dossier.getoonde_fase else ZONDER_CONTRACT
    if dossier.fase.waarde == "retentie" and not dossier.canvas_hoort:
        nu, handboek = ZONDER_CANVAS
    yield Link(nu, f"handboek/{handboek}")
    for deels in namen.deels(dossier):
        fase = "opgezegd" if dossier.deels_opgezegd else "verloren"
        titels = [stand.contract.titel for stand in dossier.contracten.values() if stand.getoonde_fase == fase]
        nu, handboek = NU[fase]
        yield deels, f"{taal.opsomming(titels)}:", Link(nu, f"handboek/{handboek}")


def meer(dossier: Dossier, aantal: int, anker: str) -> Inhoud:
    """Count what stands further down, with the way to it; nothing when that is nothing."""
    return Bij(Link(f"en nog {aantal}", f"accounts/{dossier.id}/#{anker}")) if aantal > 0 else None


def _beeld(dossier: Dossier) -> Iterator[Inhoud]:
    """Show the level with its first reasons: what is enough to worry by itself stands first."""
    beeld = dossier.klantbeeld
    yield Link(labels.KLANTBEELD[beeld.niveau], f"accounts/{dossier.id}/#klantbeeld")
    if not beeld.redenen:
        yield Leeg(zonder_signaal(dossier))
        return
    yield Opsomming(tuple((reden.woorden, Zacht(reden.herkomst)) for reden in beeld.redenen[:EERST]))
    yield meer(dossier, len(beeld.redenen) - EERST, "waarom-klantbeeld")


def _eigen(dossier: Dossier) -> Iterator[Inhoud]:
    """Show the own call of each contract that is not decided, as it was written."""
    te_beslissen = [stand for stand in dossier.contracten.values() if stand.fase.waarde not in UITGEMAAKT]
    eigen = [(stand.contract, stand.inschatting) for stand in dossier.contracten.values() if stand.inschatting]
    if not eigen:
        yield Leeg("Nog geen eigen inschatting." if te_beslissen else "Er is nu niets te beslissen.")
    else:
        yield Opsomming(tuple(_inschatting(dossier, *een) for een in eigen[:EERST]))
    yield meer(dossier, len(eigen) - EERST, "contracten")


def _inschatting(dossier: Dossier, contract: Contract, eigen: Inschatting) -> Inhoud:
    """Give one call with its reason and where it was heard; the contract where there are more."""
    return (
        oordeel(dossier, eigen),
        Zacht(contract.titel) if len(dossier.contracten) > 1 else None,
        Alinea(eigen.waarom) if eigen.waarom else None,
        Bij(gedateerd(dossier, f"contracten.{contract.id}.inschatting.op", _bron(dossier, eigen))),
    )


def oordeel(dossier: Dossier, eigen: Inschatting) -> Label:
    """Give the call; one that is too old or undated says so."""
    label = labels.INSCHATTING[eigen.verwachting]
    vers = versheid(eigen.op, dossier.gedeeld.instellingen.oordeel_houdbaar_dagen, dossier.peildatum)
    if vers == "vers":
        return label
    return Label(f"{label.tekst}, {'navragen' if vers == 'navragen' else 'ongedateerd'}", "?", "stil")


def _bron(dossier: Dossier, eigen: Inschatting) -> str:
    bron = labels.OORDEEL_BRON[eigen.bron].tekst if eigen.bron else ""
    op = f"{taal.datum(eigen.op)}, {geleden(eigen.op, dossier.peildatum)}" if eigen.op else ""
    return ", ".join(filter(None, (bron, op)))


def _beslissing(dossier: Dossier) -> Iterator[Inhoud]:
    """Say what a year is worth and what projects are, what day decides, and which contracts that is about."""
    yield Onder(jaarwaarde(dossier))
    if los := projecten(dossier):
        yield Bij(f"daarnaast {los}")
    dag = dossier.beslismoment.waarde
    if dag is None:
        yield Waarom(dossier.beslismoment, "waarom-beslismoment", "Niets te beslissen")
    else:
        waarom = f"accounts/{dossier.id}/#{_anker(dossier)}"
        moment = Link(("Beslismoment", Dag(dag, voluit=True)), waarom)
        yield Aaneen((moment, ", ", Over(dag, wanneer(dag, dossier.peildatum))))
    standen = [stand for stand in dossier.contracten.values() if stand.fase.waarde != "beeindigd"]
    standen.sort(key=lambda stand: stand.beslismoment.waarde or date.max)
    if len(standen) > 1 or (standen and standen[0].fase.waarde == "opgezegd"):
        yield Opsomming(tuple(_contract(dossier, stand) for stand in standen[:EERST]))
        yield meer(dossier, len(standen) - EERST, "contracten")
    elif standen:
        titel = Link(standen[0].contract.titel, f"accounts/{dossier.id}/#contract-{standen[0].contract.id}")
        yield Bij(Reeks((titel, _opzeggen(standen[0], dossier.peildatum)), " ·"))


def projecten(dossier: Dossier) -> str:
    """Say what the running projects are worth, which is no yearly value; empty without any, or without an amount."""
    lopen = [s for s in lopend(list(dossier.contracten.values())) if s.contract.soort == "project"]
    som = sum(jaarwaarde_op(stand.contract, dossier.peildatum) or 0 for stand in lopen)
    return f"{namen.bedrag(dossier, som)} aan {'een project' if len(lopen) == 1 else 'projecten'}" if som else ""


def jaarwaarde(dossier: Dossier) -> str:
    """Add up what the running contracts are worth a year, and say of how many that is not known; no projects."""
    alle = lopend(list(dossier.contracten.values()))
    nu = [stand for stand in alle if stand.contract.soort != "project"]
    if alle and not nu:
        return "Nu alleen een project" if len(alle) == 1 else "Nu alleen projecten"
    waarden = [jaarwaarde_op(stand.contract, dossier.peildatum) for stand in nu]
    bekend = [waarde for waarde in waarden if waarde is not None]
    if not nu:
        return "Nu geen lopend contract"
    if not bekend:
        return "Waarde per jaar nog niet bekend"
    rest = len(waarden) - len(bekend)
    zonder = f", zonder {taal.aantal(rest, 'contract', 'contracten')} waarvan de waarde ontbreekt" if rest else ""
    weg = sum(jaarwaarde_op(s.contract, dossier.peildatum) or 0 for s in nu if s.fase.waarde == "opgezegd")
    opgezegd = f", waarvan {namen.bedrag(dossier, weg)} opgezegd" if weg else ""
    return f"{namen.bedrag(dossier, sum(bekend))} per jaar{opgezegd}{zonder}"


def _contract(dossier: Dossier, stand: Contractstand) -> Inhoud:
    """Name one contract with its value and what is decided when; one under notice says so."""
    waarde = namen.bedrag(dossier, jaarwaarde_op(stand.contract, dossier.peildatum))
    dag = stand.beslismoment.waarde
    return (
        Link(stand.contract.titel, f"accounts/{dossier.id}/#contract-{stand.contract.id}"),
        labels.FASE[stand.getoonde_fase] if stand.getoonde_fase in {"opgezegd", "verloren"} else None,
        Bij(
            taal.met_punten(
                waarde,
                f"beslismoment {taal.datum_compact(dag)}" if dag else "",
                _opzeggen(stand, dossier.peildatum),
            )
        ),
    )


def _opzeggen(stand: Contractstand, peildatum: date) -> str:
    """Say until when notice can be given; nothing when that is past, or was used."""
    tot = stand.opzegdeadline.waarde
    if tot is None or tot < peildatum or stand.fase.waarde in UITGEMAAKT:
        return ""
    if tot == stand.beslismoment.waarde:
        return "opzeggen t/m die dag"
    return f"opzeggen t/m {taal.datum_compact(tot)}"


def _anker(dossier: Dossier) -> str:
    """Find the contract that is decided first."""
    dag = dossier.beslismoment.waarde
    return next(
        (f"waarom-{c}-beslismoment" for c, stand in dossier.contracten.items() if stand.beslismoment.waarde == dag), ""
    )


# --- the pages about this client ---


def _knoppen(dossier: Dossier) -> Iterator[Link]:
    """Lead to what is opened most: the talk, and the canvas with how far it is."""
    klant = f"accounts/{dossier.id}/"
    yield Link("Voor je naar binnen gaat", f"{klant}gesprek/")
    canvas = next((stand for stand in dossier.canvassen.values() if stand.huidig), None)
    if canvas:
        stand = " · ".join(filter(None, (label(canvas).tekst.lower(), vulling(canvas))))
        yield Link(("Retentiecanvas", Zacht(stand)), f"{klant}canvas/{canvas.canvas.id}/")
    elif dossier.canvassen or dossier.canvas_hoort:
        ander = next(iter(dossier.canvassen), "nieuw")
        stand = labels.CANVAS_STAND[dossier.canvas_stand].tekst.lower()
        yield Link(("Retentiecanvas", Zacht(stand)), f"{klant}canvas/{ander}/")


def _elders(dossier: Dossier, bewerk_url: str) -> Iterator[Link]:
    klant, naar = f"accounts/{dossier.id}/", dossier.account.verwijzingen
    if nieuw := kort(dossier):
        yield nieuw
    if dossier.canvas_hoort:
        yield Link("Teamsessie", f"{klant}sessie/")
    yield Link("Klantoverzicht", f"{klant}klant/")
    yield Link("Overdracht", f"{klant}overdracht/")
    if te_verliezen(dossier) and dossier.id != VOORBEELD:
        yield Link("Wat als we deze klant verliezen?", f"wat-als/?stap=verlies~{dossier.id}")
    yield Link("Acties en toezeggingen", f"acties/?wie={dossier.account.driehoek.accountmanager}")
    if naar:
        plekken = (("CRM", naar.crm), ("Dossier", naar.dossier), ("Rapportage", naar.rapportage))
        yield from (Link(woord, adres) for woord, adres in plekken if adres)
    if bewerk_url:
        yield Link("Bestand wijzigen", bewerk_url)
