"""Every kind of homework with its exact words, in the order of the site (table of domain 2.11)."""

from collections.abc import Callable, Iterator
from datetime import date

from macros.afleidingen.canvas.canvasstand import BEZIG, ONTBREEKT, VEROUDERD, Canvasstand
from macros.afleidingen.contact.versheid import gehouden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.klant.reviews import terugblik_open
from macros.afleidingen.klant.werkstand import Punt, Werkstand
from macros.woorden import taal


def te_laat(dagen: int, dag: date) -> str:
    """Words for a day that has passed: "30 dagen te laat (14 februari 2026)"; the table knows no singular."""
    return f"{dagen} dagen te laat ({taal.datum(dag)})"


def _canvassen(werk: Werkstand) -> Iterator[Punt]:
    """Each required canvas once, or the light decision where none is required."""
    gezien: set[str] = set()
    for stand in werk.retentie:
        contract = stand.contract
        eis = werk.canvas_per_contract[contract.id]
        if eis.verplicht and eis.stand == ONTBREEKT:
            tekst = f"Retentiecanvas {contract.id}: nog niet begonnen"
            yield Punt("canvas_ontbreekt", tekst, "waarom-canvas-stand", contracten=(contract.id,))
        elif eis.verplicht and eis.canvas and eis.canvas.canvas.id not in gezien:
            gezien.add(eis.canvas.canvas.id)
            yield from _canvas(eis.canvas, _verplicht_voor(werk, eis.canvas))
        elif not eis.verplicht and contract.verlengbesluit is None:
            tekst = f"{contract.titel}: nog geen verlengbesluit"
            anker = f"waarom-{contract.id}-beslisdatum"
            yield Punt("verlengbesluit_ontbreekt", tekst, anker, contracten=(contract.id,))


def _verplicht_voor(werk: Werkstand, canvas: Canvasstand) -> tuple[str, ...]:
    """The contracts that require this canvas."""
    eisen = werk.canvas_per_contract.items()
    return tuple(naam for naam, eis in eisen if eis.verplicht and eis.canvas is canvas)


def _canvas(canvas: Canvasstand, contracten: tuple[str, ...]) -> Iterator[Punt]:
    naam = canvas.canvas.id
    if canvas.stand == VEROUDERD and canvas.bijgewerkt_op:
        tekst = f"Retentiecanvas {naam}: navragen, laatst bijgewerkt {taal.datum(canvas.bijgewerkt_op)}"
        yield Punt("canvas_verouderd", tekst, "waarom-canvas-stand", onderwerpen=(naam,), contracten=contracten)
    elif canvas.stand == BEZIG:
        tekst = f"Retentiecanvas {naam}: nog {canvas.totaal - canvas.gevuld} van {canvas.totaal} vakken"
        yield Punt("canvas_bezig", tekst, "waarom-canvas-stand", onderwerpen=(naam,), contracten=contracten)


def _tussenevaluaties(werk: Werkstand) -> Iterator[Punt]:
    for stand in werk.retentie:
        if stand.tussenevaluatie_gehouden is None:
            yield from _contractpunt(werk, stand, "tussenevaluatie_op", stand.tussenevaluatie_op.waarde)


def _voorstellen(werk: Werkstand) -> Iterator[Punt]:
    for stand in werk.retentie:
        if not _verstuurd(stand, werk.peildatum):
            yield from _contractpunt(werk, stand, "voorstel_uiterlijk", stand.voorstel_uiterlijk.waarde)


def _verstuurd(stand: Contractstand, peildatum: date) -> bool:
    """Whether a proposal went out in the present retention phase."""
    voorstel, start = stand.contract.voorstel, stand.start_retentiefase.waarde
    dag = voorstel.verstuurd_op if voorstel else None
    return gehouden(dag, peildatum) and (start is None or dag >= start)


def _contractpunt(werk: Werkstand, stand: Contractstand, veld: str, dag: date | None) -> Iterator[Punt]:
    """Something of the retention phase whose day has passed; `veld` is the derived value that says which day."""
    # `tussenevaluatie_op` → `tussenevaluatie`, `voorstel_uiterlijk` → `voorstel`: kind and first word of the text.
    contract, naam = stand.contract, veld.partition("_")[0]
    if dag and (dagen := werk.te_laat(dag)):
        tekst = f"{naam.capitalize()} {contract.titel}: {te_laat(dagen, dag)}"
        anker = f"waarom-{contract.id}-{veld.replace('_', '-')}"
        yield Punt(f"{naam}_te_laat", tekst, anker, None, dag, dagen, contracten=(contract.id,))


def _reviews(werk: Werkstand) -> Iterator[Punt]:
    wie = werk.leidinggevende
    dag = werk.fresheyes_vervalt.waarde
    if dag and (dagen := werk.te_laat(dag)):
        tekst = f"Frisse blik: {te_laat(dagen, dag)}"
        yield Punt("review_te_laat", tekst, "waarom-fresheyes-vervalt", wie, dag, dagen)
    dag = werk.postmortem_vervalt.waarde
    if dag and (dagen := werk.te_laat(dag)):
        tekst = f"Terugblik: {te_laat(dagen, dag)}"
        verloren = terugblik_open(werk.account, werk.peildatum)
        yield Punt("terugblik_te_laat", tekst, "waarom-postmortem-vervalt", wie, dag, dagen, contracten=verloren)


def _kennismakingen(werk: Werkstand) -> Iterator[Punt]:
    namen = {persoon.id: persoon.naam for persoon in werk.account.contactpersonen}
    for wie, uiterlijk in werk.kennismaking.items():
        dag = uiterlijk.waarde
        if dagen := werk.te_laat(dag):
            tekst = f"Kennismaking met {namen[wie]}: {te_laat(dagen, dag)}"
            yield Punt("kennismaking_te_laat", tekst, f"waarom-kennismaking-{wie}", None, dag, dagen)


def _toezeggingen(werk: Werkstand) -> Iterator[Punt]:
    for toezegging in werk.account.toezeggingen:
        dag = toezegging.voor_datum
        van_ons = toezegging.van == "wij" and toezegging.stand == "open"
        if van_ons and dag and (dagen := werk.te_laat(dag)):
            wie = toezegging.wie if toezegging.wie in werk.gedeeld.personen else None
            tekst = f"Toezegging: {toezegging.tekst}, {te_laat(dagen, dag)}"
            yield Punt("toezegging_te_laat", tekst, "waarom-toezeggingen", wie, dag, dagen)


def _webgaten(werk: Werkstand) -> Iterator[Punt]:
    for gat in werk.web_gaten:
        yield Punt("web_gat", gat.tekst, "waarom-web-gaten")


def _contacten(werk: Werkstand) -> Iterator[Punt]:
    for stand in werk.contact:
        dag = stand.volgende.waarde
        if dagen := werk.te_laat(dag):
            gesproken = "niet gesproken" if stand.laatste else "nog niet gesproken"
            stil = (werk.peildatum - stand.sinds).days
            tekst = f"{stand.naam}: {stil} dagen {gesproken} (afspraak: {stand.elke_dagen})"
            wie = next(iter(stand.personen), None)
            yield Punt("contact_te_laat", tekst, f"waarom-contact-{stand.regel}", wie, dag, dagen, (stand.regel,))


def _berichten(werk: Werkstand) -> Iterator[Punt]:
    dag = werk.bericht_volgende.waarde
    if dag and (dagen := werk.te_laat(dag)):
        yield Punt("bericht_te_laat", f"Bericht: {te_laat(dagen, dag)}", "waarom-bericht-volgende", None, dag, dagen)


def _gaten(werk: Werkstand) -> Iterator[Punt]:
    if werk.gaten:
        yield Punt("gaten", f"{taal.aantal(len(werk.gaten), 'gegeven', 'gegevens')} nog aan te vullen", "waarom-gaten")


SOORTEN: tuple[Callable[[Werkstand], Iterator[Punt]], ...] = (
    _canvassen,
    _tussenevaluaties,
    _voorstellen,
    _reviews,
    _kennismakingen,
    _toezeggingen,
    _webgaten,
    _contacten,
    _berichten,
    _gaten,
)
"""Every kind of homework, in the order of the site."""
