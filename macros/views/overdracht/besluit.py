"""What is decided at a client: the running contracts, which comes first, what we expect, and who could replace us."""

from collections.abc import Iterator, Sequence
from datetime import date

from macros.afleidingen.contract.fasen import BESLOTEN
from macros.afleidingen.contract.looptijd import jaarwaarde_op
from macros.afleidingen.contract.momenten import Contractstand, beslissoort
from macros.afleidingen.contract.perioden import eind_van
from macros.afleidingen.dossier import Dossier
from macros.model.kansen import Concurrent
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Feiten, Opsomming, Tussenkop
from macros.views.delen.register import Kolom, Register, register
from macros.views.delen.stukken import Bij, Zacht, dag, straks
from macros.views.overdracht.woorden import getoond, kop_van, kort, meer
from macros.views.overleg.overlegwerk import daarna
from macros.views.render import Inhoud
from macros.woorden import labels, taal

RIJEN, LIJST = 4, 2
"""How many contracts and how many lines of a list fit; the rest is counted."""
KOMT_EERST = {
    "optie": "de optie gebruiken kan tot en met {dag}",
    "opzegdeadline": "opzeggen kan tot en met {dag}",
    "publicatie": "is er een aanbesteding, dan moet die uiterlijk {dag} bekend zijn",
}
"""What can be done until when, by kind of work."""


def besluit(dossier: Dossier) -> Iterator[Inhoud]:
    """Give the heading with the first decision in one sentence, the contracts, and what is said about them."""
    lopend = lopende(dossier)
    yield Tussenkop("Wat er beslist wordt", "besluit", niveau=3)
    yield Alinea(_eerst(dossier, lopend))
    if lopend:
        yield _tabel(dossier, getoond(lopend, RIJEN))
        yield meer(dossier, lopend, RIJEN, ("contract", "contracten"), "contracten")
    feiten = [(kop, Opsomming(kop_van(regels, LIJST))) for kop, regels in _erbij(dossier, lopend) if regels]
    if feiten:
        yield Feiten(tuple(feiten))


def lopende(dossier: Dossier) -> list[Contractstand]:
    """Give the contracts that run or are to begin, the first to decide on top."""
    hier = [stand for stand in dossier.contracten.values() if stand.fase.waarde != "beeindigd"]
    return sorted(hier, key=lambda stand: (stand.beslismoment.waarde or date.max, stand.contract.titel))


def _eerst(dossier: Dossier, lopend: list[Contractstand]) -> str:
    moment = dossier.beslismoment.waarde
    stand = next((een for een in lopend if moment and een.beslismoment.waarde == moment), None)
    if moment is None or stand is None:
        return "Er is nu niets te beslissen."
    soort = beslissoort(stand)
    anders = "beslissen kan tot en met {dag}" if stand.loopt_door else "opvolgen kan tot en met {dag}"
    hoe_lang = straks(moment, dossier.peildatum).replace("over ", "nog ")
    woorden = f"{taal.datum(moment)}{f' ({hoe_lang})' if hoe_lang else ''}"
    kan = KOMT_EERST.get(soort, anders).format(dag=woorden)
    gevolg = "anders loopt het door" if stand.loopt_door else "anders stopt het"
    slot = "" if soort == "publicatie" else f"; {gevolg}"
    return f"{stand.contract.titel} komt eerst: {kan}{slot}."


def _tabel(dossier: Dossier, lopend: Sequence[Contractstand]) -> Register:
    return register(
        "Wat het eerst beslist wordt, staat bovenaan",
        (
            Kolom("Contract", lambda stand: stand.contract.titel),
            Kolom("Per jaar", lambda stand: _per_jaar(dossier, stand), getal=True),
            Kolom("Loopt tot en met", lambda stand: dag(eind_van(stand), "geen einddatum"), breed="smal"),
            Kolom("Opzeggen tot en met", lambda stand: _opzeggen(dossier, stand), breed="smal"),
            Kolom("Daarna", _daarna),
            Kolom("Ons voorstel", _voorstel, breed="ruim"),
        ),
        lopend,
    )


def _per_jaar(dossier: Dossier, stand: Contractstand) -> Inhoud:
    """What it brings in a year, of a contract to come by the price of its first day."""
    waarde = jaarwaarde_op(stand.contract, max(dossier.peildatum, stand.contract.startdatum))
    return Zacht("onbekend") if waarde is None else namen.bedrag(dossier, waarde)


def _opzeggen(dossier: Dossier, stand: Contractstand) -> Inhoud:
    grens = stand.opzegdeadline.waarde
    if grens is None or stand.fase.waarde in BESLOTEN:
        return Zacht("niet van toepassing")
    return dag(grens), Bij("voorbij" if grens < dossier.peildatum else "")


def _daarna(stand: Contractstand) -> str:
    """Say what happens after the last day; the day itself stands in its own column."""
    woorden, clausule = daarna(stand), stand.contract.stilzwijgende_verlenging
    if clausule and woorden.startswith("verlengt vanzelf"):
        if not stand.loopt_door:
            return "stopt"
        return woorden.replace("vanzelf", f"vanzelf {taal.aantal(clausule.maanden, 'maand', 'maanden')}", 1)
    eind = stand.laatste_dag.waarde or stand.einddatum_actueel.waarde
    return woorden.removesuffix(f" op {taal.datum_compact(eind)}") if eind else woorden


def _voorstel(stand: Contractstand) -> Inhoud:
    voorstel = stand.contract.voorstel
    if voorstel is None or voorstel.verstuurd_op is None:
        return Zacht("nog niet verstuurd")
    reactie = f"de klant vond: {kort(voorstel.reactie)}" if voorstel.reactie else "nog geen reactie opgeschreven"
    return f"verstuurd op {taal.datum(voorstel.verstuurd_op)}", Bij(reactie)


def _erbij(dossier: Dossier, lopend: list[Contractstand]) -> Iterator[tuple[str, tuple[Inhoud, ...]]]:
    yield "Wat wij verwachten", tuple(_verwacht(stand) for stand in lopend if stand.inschatting)
    yield "Wat wij willen", tuple(_gewild(stand) for stand in lopend if _gewild(stand))
    anderen = sorted(dossier.account.concurrenten, key=lambda ander: -(ander.sterkte or 0))
    yield "Wie ons kan vervangen", tuple(_ander(een) for een in anderen)


def _verwacht(stand: Contractstand) -> Inhoud:
    eigen = stand.inschatting
    if eigen is None:
        return None
    waarom = kort(eigen.waarom) if eigen.waarom else "zonder reden erbij"
    op = f"ingeschat op {taal.datum(eigen.op)}" if eigen.op else "zonder datum"
    woord = labels.INSCHATTING[eigen.verwachting].tekst.lower()
    return f"{stand.contract.titel}: {woord}", Bij(taal.met_punten(waarom, op))


def _gewild(stand: Contractstand) -> Inhoud:
    wil = stand.contract.verlengbesluit
    if wil is None or stand.fase.waarde == "geregeld":
        return None
    woord = labels.VERLENGBESLUIT[wil.besluit].tekst.lower()
    return f"{stand.contract.titel}: {woord}", Bij(kort(wil.waarom) if wil.waarom else None)


def _ander(ander: Concurrent) -> str:
    sterkte = f"sterkte {ander.sterkte} van 5" if ander.sterkte else "sterkte onbekend"
    return f"{ander.naam}, {sterkte}{f': {ander.wat}' if ander.wat else ''}"
