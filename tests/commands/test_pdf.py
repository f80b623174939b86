"""`handboek pdf` before anything prints: what may be asked of whom, and one clear sentence when it cannot be done."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from voorbeeldklanten import ACCOUNTS, PEILDATUM, voorbeeldklanten

from macros.afleidingen.verhuld import schuilnaam
from macros.commands.pdf import SOORTEN, pdf, vellen

VORM = '#!/bin/sh\nfor o; do case $o in --print-to-pdf=*) printf "%%PDF-1.4 %%%%EOF" > "${o#*=}";; esac; done\n'
"""A browser that prints the shortest thing that looks like a PDF."""


@pytest.fixture
def plek(tmp_path: Path) -> Path:
    """Return a folder with a browser that always prints, and a site with every page that is asked for here."""
    (tmp_path / "browser").write_text(VORM)
    (tmp_path / "browser").chmod(0o755)
    for pad in ("accounts/meerdal-zorggroep/klant", "accounts/brasmeer-logistiek/klant", "kalender"):
        blad = tmp_path / "site" / pad / "index.html"
        blad.parent.mkdir(parents=True)
        blad.write_text("<head><title>Blad - Site</title></head><article>Tekst</article>", encoding="utf-8")
    return tmp_path


def voer_uit(plek: Path, *woorden: str, **omgeving: str) -> Result:
    """Run the command in that folder, over the portfolio of the tests."""
    vast = {"HANDBOEK_ACCOUNTS": str(ACCOUNTS), "HANDBOEK_PEILDATUM": str(PEILDATUM)}
    alles = {**vast, "HANDBOEK_BROWSER": str(plek / "browser"), **omgeving}
    opdracht = [*woorden, "--site", str(plek / "site")]
    return CliRunner(env=alles).invoke(pdf, opdracht, catch_exceptions=False)


def test_a_sheet_goes_into_a_file_or_a_folder(plek: Path) -> None:
    """
    A name that ends in .pdf is the file; anything else a folder, made when it is not there.
    """
    een = voer_uit(plek, "klant", "meerdal-zorggroep", "--naar", str(plek / "blad.pdf"))
    twee = voer_uit(plek, "klant", "meerdal-zorggroep", "brasmeer-logistiek", "--naar", str(plek / "uit"))

    assert f"{plek}/blad.pdf staat klaar.\n" == een.output
    assert 0 == twee.exit_code, twee.output
    verwacht = ["klant-brasmeer-logistiek.pdf", "klant-meerdal-zorggroep.pdf"]
    assert verwacht == sorted(pad.name for pad in (plek / "uit").iterdir())


def test_a_file_is_only_replaced_when_asked(plek: Path) -> None:
    """
    What stood there stays as it was.
    """
    doel = plek / "kalender.pdf"
    doel.write_bytes(b"van mij")

    geweigerd = voer_uit(plek, "kalender", "--naar", str(plek))

    assert (1, b"van mij") == (geweigerd.exit_code, doel.read_bytes())
    assert "bestaat al; kies een andere plek, of geef --vervang mee" in geweigerd.output
    assert 0 == voer_uit(plek, "kalender", "--naar", str(plek), "--vervang").exit_code
    assert doel.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["klant", "meerdal-zorgroep"], "bedoel je 'meerdal-zorggroep'?"),
        (["klant"], "zeg ook van welke klant: handboek pdf klant "),
        (["overleg", "anouk"], "bedoel je 'anouk-de-wit'?"),
        (["kalender", "rik-smeets"], "is er één voor iedereen; laat 'rik-smeets' weg"),
        (["checklists", "bronnen"], "hoofdstuk 'bronnen' heeft geen checklist"),
        (["canvas", "meerdal-zorggroep", "--canvas", "1999"], "canvas '1999' is er niet bij meerdal-zorggroep"),
        (["klant", "meerdal-zorggroep", "--papier", "A3"], "is er alleen voor een canvas"),
        (["klant", "meerdal-zorggroep", "--canvas", "2026"], "gebruik het bij de soort canvas"),
        (["klant", "meerdal-zorggroep", "brasmeer-logistiek", "--naar", "x.pdf"], "geef bij --naar een map"),
    ],
)
def test_a_wrong_call_says_what_to_type(plek: Path, woorden: list[str], zin: str) -> None:
    """
    With the nearest name, or what belongs there; exit 2.
    """
    uitkomst = voer_uit(plek, *woorden)

    assert 2 == uitkomst.exit_code
    assert zin in uitkomst.output


def test_a_client_without_a_canvas_is_told_of_the_empty_one(plek: Path) -> None:
    """
    In one sentence, and no file.
    """
    zonder = next(naam for naam, een in voorbeeldklanten().dossiers.items() if not een.canvassen)

    uitkomst = voer_uit(plek, "canvas", zonder, "--naar", str(plek / "uit"))

    assert 1 == uitkomst.exit_code
    assert f"{zonder} heeft nog geen canvas; het lege vel maak je met --canvas nieuw" in uitkomst.output
    assert not (plek / "uit").exists()


def test_a_hidden_client_goes_by_its_code(plek: Path) -> None:
    """
    Also where its own id was typed: the name of the file does not give it away.
    """
    alles = voorbeeldklanten()
    code = next(naam for naam, een in alles.dossiers.items() if een.verborgen)
    bestand = next(pad.stem for pad in ACCOUNTS.glob("*.yml") if schuilnaam(pad.stem) == code)

    assert [f"klant-{code}"] == [vel.naam for vel in vellen("klant", [bestand], alles)]
    assert bestand not in voer_uit(plek, "klant", "zomaar-iemand").output


@pytest.mark.parametrize(
    ("omgeving", "zin"),
    [
        ({"HANDBOEK_BROWSER": "weg"}, "HANDBOEK_BROWSER wijst naar 'weg'"),
        ({"HANDBOEK_BROWSER": "", "PATH": "/nergens"}, "er is geen browser gevonden die kan printen"),
    ],
)
def test_without_a_browser_nothing_is_written(plek: Path, omgeving: dict[str, str], zin: str) -> None:
    """
    Nor is a site built for it first.
    """
    uitkomst = voer_uit(plek, "kalender", "--naar", str(plek / "uit"), **omgeving)

    assert 1 == uitkomst.exit_code
    assert f"er is niets geschreven: {zin}" in uitkomst.output
    assert not (plek / "uit").exists()


def test_a_place_that_cannot_be_written_is_one_sentence(plek: Path) -> None:
    """
    A file where a folder should come, whoever runs this.
    """
    (plek / "bestand").touch()

    uitkomst = voer_uit(plek, "kalender", "--naar", str(plek / "bestand/uit"))

    assert 1 == uitkomst.exit_code
    assert 1 == uitkomst.output.count("\n")
    assert uitkomst.output.startswith("er is niets geschreven: de map ")


def test_a_full_disk_leaves_what_there_was(plek: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Of two sheets neither is written, and no half of one stays behind.
    """

    def vol(_nummer: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", vol)

    uitkomst = voer_uit(plek, "klant", "meerdal-zorggroep", "brasmeer-logistiek", "--naar", str(plek / "uit"))

    assert 1 == uitkomst.exit_code
    assert "de schijf is vol" in uitkomst.output
    assert not (plek / "uit").exists()


def test_a_site_without_the_page_is_named(plek: Path) -> None:
    """
    One of before, or a folder that is none.
    """
    uitkomst = voer_uit(plek, "vragenlijsten", "--naar", str(plek / "uit"))

    assert 1 == uitkomst.exit_code
    assert "staat geen pagina reviews/vragenlijsten/" in uitkomst.output


def test_the_help_names_every_kind() -> None:
    """
    Each with what it is.
    """
    help_ = CliRunner().invoke(pdf, ["--help"]).output

    assert [] == [naam for naam, soort in SOORTEN.items() if naam not in help_ or soort.wat not in help_]
