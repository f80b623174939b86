"""Warnings about the Retentiecanvas: missing where it is required, boxes too full, and what can be sharper."""

from collections.abc import Iterator

from macros.afleidingen.dossier import Dossier
from macros.load.problem import Bevinding


def ontbreekt(dossier: Dossier) -> Iterator[Bevinding]:
    """Een contract in de retentiefase heeft een Retentiecanvas als dat verplicht is."""
    for nummer, (naam, eis) in enumerate(dossier.canvas_per_contract.items()):
        if eis.verplicht and eis.canvas is None:
            tekst = (
                f"contract '{naam}' is in de retentiefase en heeft nog geen Retentiecanvas; begin er een bij canvassen"
            )
            yield Bevinding(("contracten", nummer), "canvas-ontbreekt", tekst)


def contract_zonder_canvas(dossier: Dossier) -> Iterator[Bevinding]:
    """Een contract in de retentiefase staat in een canvas, of heeft een verlengbesluit."""
    for nummer, (naam, eis) in enumerate(dossier.canvas_per_contract.items()):
        stand = dossier.contracten[naam]
        if stand.fase.waarde != "retentie" or eis.verplicht or eis.canvas or stand.contract.verlengbesluit:
            continue
        tekst = f"contract '{naam}' is in de retentiefase en staat in geen canvas; leg minstens een verlengbesluit vast"
        yield Bevinding(("contracten", nummer), "contract-zonder-canvas", tekst)


def vak_te_vol(dossier: Dossier) -> Iterator[Bevinding]:
    """De tekst van een vak past op de print: conclusie en punten samen."""
    ruimte = {vak.id: vak.tekens for vak in dossier.gedeeld.canvas.vakken}
    for nummer, canvas in enumerate(dossier.account.canvassen):
        for naam, vak in canvas.vakken.items():
            tekens = len(vak.conclusie or "") + sum(len(punt) for punt in vak.punten)
            past = ruimte.get(naam)
            if past is not None and tekens > past:
                tekst = f"vak '{naam}' is {tekens} tekens lang en er passen er {past}; maak de tekst korter"
                yield Bevinding(("canvassen", nummer, "vakken", naam), "vak-te-vol", tekst)


def kan_scherper(dossier: Dossier) -> Iterator[Bevinding]:
    """Een canvas bevat keuzes en daden: doelen met een maat, acties met een werkwoord, geen holle woorden."""
    for punt in dossier.kan_scherper:
        begin = f"'{punt.citaat}' " if punt.citaat else ""
        yield Bevinding(punt.loc, punt.code, f"canvas '{punt.canvas}': {begin}{punt.tekst}")
