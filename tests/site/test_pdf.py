"""What `handboek pdf` prints: sheets of the promised number and size, tagged, dated, and without what is not theirs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from klantmerk import MERK, mag_gezien
from pypdf import PdfReader
from pypdf.generic import Destination

from macros.afleidingen.verhuld import schuilnaam
from macros.commands.pdf import pdf
from macros.outputs.papier.browser import PapierError, vind

A4, A4_LIGGEND, A3_LIGGEND = (595, 842), (842, 595), (1191, 842)
"""Width and height of a sheet in points, rounded."""
DAG = "Stand op 16 maart 2026"

Druk = Callable[..., dict[str, PdfReader]]


@pytest.fixture(scope="module")
def druk(veranderd: Path, tmp_path_factory: pytest.TempPathFactory) -> Druk:
    """Run the command over the marked portfolio and read what it made, by name; skips without a browser."""
    try:
        browser = vind()
    except PapierError:
        pytest.skip("no browser that prints is on this machine")

    def maak(*woorden: str) -> dict[str, PdfReader]:
        naar = tmp_path_factory.mktemp("pdf")
        omgeving = {"HANDBOEK_ACCOUNTS": str(veranderd / "accounts"), "HANDBOEK_BROWSER": str(browser)}
        opdracht = [*woorden, "--site", str(veranderd / "site"), "--naar", str(naar)]
        uitkomst = CliRunner(env=omgeving).invoke(pdf, opdracht, catch_exceptions=False)
        assert 0 == uitkomst.exit_code, uitkomst.output
        gelezen = {bestand.stem: PdfReader(bestand) for bestand in sorted(naar.iterdir())}
        shutil.rmtree(naar, ignore_errors=True)
        return gelezen

    return maak


@pytest.fixture(scope="module")
def klanten(veranderd: Path) -> list[str]:
    """Return the id of every client of that portfolio, the over-full one among them."""
    return sorted(pad.stem for pad in (veranderd / "accounts").glob("*.yml"))


@pytest.fixture(scope="module")
def klantvellen(druk: Druk, klanten: Sequence[str]) -> dict[str, PdfReader]:
    """Return the sheet for the client of every client, by the name of its file."""
    return druk("klant", *klanten)


def maten(lezer: PdfReader) -> list[tuple[int, int]]:
    """Return the size of each sheet."""
    return [(round(float(blad.mediabox.width)), round(float(blad.mediabox.height))) for blad in lezer.pages]


def keur(lezer: PdfReader, titel: str) -> None:
    """See that a file says what it is, and can be read aloud."""
    wortel = lezer.root_object
    assert "nl-NL" == str(wortel["/Lang"])
    assert "/StructTreeRoot" in wortel
    assert lezer.metadata is not None
    assert (titel, "Retentiehandboek") == (lezer.metadata.title, lezer.metadata.creator)


def test_every_sheet_for_a_client_is_one_a4(klantvellen: dict[str, PdfReader], klanten: Sequence[str]) -> None:
    """
    Of every client, however much there is to tell.
    """
    assert len(klanten) == len(klantvellen) > 10
    assert "klant-overvol" in klantvellen
    assert {} == {naam: vel for naam, lezer in klantvellen.items() if (vel := maten(lezer)) != [A4]}


def test_the_file_for_a_client_holds_only_what_the_client_may_see(
    veranderd: Path, klantvellen: dict[str, PdfReader], klanten: Sequence[str]
) -> None:
    """
    Not on the sheet, in its title, in its bookmarks, or anywhere else in the file; and no link leads out of it.
    """
    for naam in klanten:
        klant = yaml.safe_load((veranderd / f"accounts/{naam}.yml").read_text(encoding="utf-8"))
        verborgen = klant.get("anoniem", False)
        lezer = klantvellen[f"klant-{schuilnaam(naam) if verborgen else naam}"]
        tekst = " ".join(blad.extract_text() for blad in lezer.pages)
        rest = f"{lezer.metadata} {lezer.outline} {[lezer.get_object(n + 1) for n in range(len(lezer.xref[0]))]}"

        mag = set() if naam == "overvol" else mag_gezien(klant)
        assert set() == set(MERK.findall(tekst + rest)) - mag, naam
        assert f"{naam}.yml" not in rest
        assert "/URI" not in rest
        assert "file:" not in rest
        assert not verborgen or klant["naam"] not in tekst + rest


def test_the_canvases_of_all_clients_are_one_file(druk: Druk, klanten: Sequence[str]) -> None:
    """
    A sheet of contents and then a sheet for each canvas, over-full or not, found by outline and by number.
    """
    [lezer] = druk("canvassen").values()
    inhoud = lezer.pages[0].extract_text()
    koppen = [een for een in lezer.outline if isinstance(een, Destination)]
    waar = [lezer.get_destination_page_number(een) or 0 for een in koppen]

    keur(lezer, "Retentiecanvassen")
    assert {A4_LIGGEND} == set(maten(lezer))
    assert list(range(len(lezer.pages))) == waar
    assert len(klanten) > len(koppen) > 5
    assert [str(n + 1) for n in waar[1:]] == re.findall(r"\b\d+\b", inhoud.split("2026.")[1].split(DAG)[0])
    assert {1} == {blad.extract_text().count(DAG) for blad in lezer.pages[1:]}
    assert f"{len(waar)} van {len(waar)}" in lezer.pages[-1].extract_text()


@pytest.mark.parametrize(("papier", "maat"), [("A4", A4_LIGGEND), ("A3", A3_LIGGEND)])
def test_an_over_full_canvas_is_one_sheet(druk: Druk, papier: str, maat: tuple[int, int]) -> None:
    """
    On A4 and on A3, with its boxes in the outline.
    """
    [lezer] = druk("canvas", "overvol", "--papier", papier).values()

    assert [maat] == maten(lezer)
    assert "/StructTreeRoot" in lezer.root_object
    assert any("Retentiestrategie" in str(deel) for deel in lezer.outline)


@pytest.mark.parametrize(
    ("woorden", "vellen", "laatste"),
    [
        (("overleg", "anouk-de-wit"), [A4], "Afgesproken"),
        (("gesprek", "meerdal-zorggroep"), [A4], "Vraag dit"),
        (("begin", "yasmina-el-hadri"), [A4], "In deze volgorde"),
        (("begin", "rik-smeets"), [A4], "Je nam de laatste tijd geen klant over"),
        (("sessie", "overvol"), [A4, A4, A3_LIGGEND, A4_LIGGEND], "Agenda"),
    ],
    ids=["overleg", "gesprek", "begin", "niets overgenomen", "sessie"],
)
def test_a_sheet_of_ours_has_its_number_of_pages(
    druk: Druk, woorden: tuple[str, ...], vellen: list[tuple[int, int]], laatste: str
) -> None:
    """
    Whole, each with the day and its number in the foot.
    """
    [lezer] = druk(*woorden).values()
    voeten = [blad.extract_text() for blad in lezer.pages]

    assert vellen == maten(lezer)
    assert laatste in " ".join(voeten)
    assert {1} == {voet.count(DAG) for voet in voeten}
    assert [n + 1 for n, voet in enumerate(voeten) if f"{n + 1} van {len(vellen)}" in voet] == [
        n + 1 for n in range(len(vellen))
    ]


def test_a_dossier_is_at_most_four_sheets(druk: Druk, klanten: Sequence[str]) -> None:
    """
    Of every client, the over-full one among them; each sheet says that it is for us alone.
    """
    dossiers = druk("overdracht", *klanten)

    assert len(klanten) == len(dossiers)
    assert {} == {naam: len(lezer.pages) for naam, lezer in dossiers.items() if not 1 <= len(lezer.pages) <= 4}
    assert {A4} == {maat for lezer in dossiers.values() for maat in maten(lezer)}
    zonder = {
        naam
        for naam, lezer in dossiers.items()
        for blad in lezer.pages
        if "Alleen voor ons: niet naar de klant" not in blad.extract_text()
    }
    assert set() == zonder


@pytest.mark.parametrize(
    ("woorden", "titel"),
    [(("vragenlijsten",), "Vragenlijsten"), (("contacten",), "Contactschema"), (("checklists",), "Checklists")],
    ids=["vragenlijsten", "contacten", "checklists"],
)
def test_what_is_for_everyone_prints_whole(druk: Druk, woorden: tuple[str, ...], titel: str) -> None:
    """
    Every sheet has words on it, and the file an outline.
    """
    [lezer] = druk(*woorden).values()

    keur(lezer, titel)
    assert lezer.outline
    assert [] == [n for n, blad in enumerate(lezer.pages) if len(blad.extract_text().split()) < 10]
