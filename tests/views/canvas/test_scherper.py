"""How much can be sharper, for lists outside the canvas."""

from collections.abc import Callable

from macros.afleidingen.dossier import Dossier
from macros.views import render
from macros.views.canvas.canvasfeiten import canvaslijst, scherpstanden, scherpvakken

Klant = Callable[..., Dossier]
TWEE = """
    contracten: [{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}]
    segment_keuze: {segment: B, reden: Groot}
    contactpersonen: [{id: vos, naam: P. Vos, functie: chef, laag: tactisch, rol_bvt: beslisser}]
    canvassen:
      - id: "2026"
        contracten: [beheer]
        gestart_op: 2025-07-14
        doelen: [{id: d1, tekst: Meer werk, soort: groei, datum: 2026-09-01}]
        acties:
          - {id: a1, tekst: Gesprek, wie: rik-smeets, gereed_op: 2026-09-01}
          - {id: a2, tekst: Lunch, wie: rik-smeets, gereed_op: 2026-09-01}
      - id: "2023"
        contracten: [beheer]
        gestart_op: 2023-07-14
        acties: [{id: a1, tekst: Gesprek}]
"""


def test_the_canvas_in_use_is_counted(klant: Klant) -> None:
    """
    An older canvas is not counted.
    """
    [stand] = scherpstanden(klant(TWEE))

    assert ("2026", 3, "3 punten kunnen scherper") == (stand.canvas, stand.aantal, stand.woorden)
    assert "accounts/acme/canvas/2026/#scherper" == stand.doel


def test_one_remark_is_one(klant: Klant) -> None:
    """
    The words know singular from plural, and a sharp portfolio has no words at all.
    """
    een = TWEE.replace("tekst: Gesprek, wie", "tekst: Spreken, wie").replace(
        "{id: d1, tekst: Meer werk", "{id: d1, tekst: Drie uur werk"
    )

    assert ["1 punt kan scherper"] == [stand.woorden for stand in scherpstanden(klant(een))]
    assert [] == list(scherpstanden(klant()))


def test_the_remarks_stand_by_their_box(klant: Klant) -> None:
    """
    As the boxes stand on the sheet, and none for an older canvas.
    """
    dossier = klant(TWEE)

    assert [("doelen", "Doelen", 1), ("plan", "Plan", 2)] == [
        (deel.vak, deel.titel, len(deel.punten)) for deel in scherpvakken(dossier, "2026")
    ]
    assert () == scherpvakken(dossier, "2023")


def test_the_client_page_links_to_the_list(klant: Klant) -> None:
    """
    One count per canvas, as a link.
    """
    html = render.html(canvaslijst(klant(TWEE)), "../../")

    assert '<a href="../../accounts/acme/canvas/2026/#scherper">3 punten kunnen scherper</a>' in html
    assert 1 == html.count("#scherper")
