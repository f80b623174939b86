"""The talk on paper: exactly one A4, however many clients there are."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import render
from macros.portefeuille import Portefeuille
from macros.views.overleg import overleg

CHROMIUM = shutil.which("chromium")
CSS = Path(__file__).resolve().parents[3] / "docs/assets/css"
KLANT = """
    id: klant-{n}
    naam: Klant nummer {n}
    segment_keuze: {{segment: A, reden: groot}}
    contactpersonen: [{{id: k, naam: K. Vos, functie: inkoper, laag: tactisch, rol_bvt: beslisser, sinds: 2026-01-20}}]
    contactmomenten: [{{datum: 2026-03-12, wie: anouk-de-wit, met: [k], kern: Over de plannen gesproken}}]
    in_beheer_sinds: 2025-01-01
    toezeggingen: [{{id: t, tekst: Voorstel voor de nieuwe locatie, van: wij, voor_datum: 2026-03-01}}]
    contracten:
      - {{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31,
         inschatting: {{verwachting: vertrekt, waarom: nieuwe manager, op: 2026-03-02, bron: gesprek}}}}
"""


@pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing: the sheet cannot be printed")
def test_the_talk_prints_on_one_sheet(portefeuille: Callable[..., Portefeuille], tmp_path: Path) -> None:
    """
    Sixty clients with worries: one page.
    """
    portfolio = portefeuille(*(KLANT.format(n=n) for n in range(60)))
    inhoud = render.html(overleg(portfolio, portfolio.gedeeld.personen["anouk-de-wit"]), "../../")
    bladen = ("basis", "overleg", "punten")
    stijl = "".join(f'<link rel="stylesheet" href="file://{CSS / naam}.css">' for naam in bladen)
    kop = f'<!doctype html><html dir="ltr"><meta charset="utf-8">{stijl}<body data-md-color-scheme="default">'
    (tmp_path / "overleg.html").write_text(f'{kop}<article class="md-typeset"><h1>Overleg</h1>{inhoud}', "utf-8")

    subprocess.run(
        [str(CHROMIUM), "--headless", "--no-sandbox", "--no-pdf-header-footer", "--allow-file-access-from-files",
         f"--print-to-pdf={tmp_path}/overleg.pdf", f"file://{tmp_path}/overleg.html"],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip

    [paginas] = re.findall(rb"/Type /Pages\s.*?/Count (\d+)", (tmp_path / "overleg.pdf").read_bytes(), re.DOTALL)
    assert 1 == int(paginas)
