"""The practice portfolio: each exercise is "not yet" in a fresh folder, says what is missing, and can be done."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.aandacht import alle_aandacht
from macros.commands import hoofd
from macros.controles.nakijken import kijk_na
from macros.load.load import Lader, lees_map
from macros.oefenen.oefening import BRON, PEILDATUM, lees_dag, nog_te_doen, zet_klaar
from macros.oefenen.oefeningen import OEFENINGEN
from macros.portefeuille.portefeuille import portefeuille
from macros.site.pages import Bouw

ROOT = Path(__file__).resolve().parents[2]
Schrijf = Callable[[str, str, str], None]
Edits = tuple[tuple[str, str, str], ...]

VERS = {
    1: ("Je gaf nog geen antwoord.",),
    2: (
        "Vak Relaties en invloed: schrijf een conclusie.",
        "Vak Retentiestrategie: schrijf een conclusie.",
        "Vak Doelen: zet er minstens één doel in.",
        "Vak Plan: zet er minstens één actie in, met wie hem doet en wanneer hij klaar is.",
    ),
    3: (
        "Je gaf nog geen antwoord.",
        "In je dagboek van week 38 staat nog geen gesprek met K. Bouma.",
    ),
    4: ("Er is nog geen frisse blik gepland. Plan er een.",),
    5: ("De opzegging staat nog niet bij het contract.",),
    6: ("De klant is nog geen A-klant. Verander het gekozen segment.",),
}
"""What a fresh folder lacks, by exercise."""

RELATIES = """
      relaties:
        conclusie: "Sterk op de vloer, onbekend bij de nieuwe directeur."
        oordeel: oranje
        oordeel_op: 2026-09-14
        oordeel_bron: gesprek
      strategie:
        conclusie: "De directeur merkt binnen drie maanden waarom het bad elke dag opengaat."
    doelen:
      - {id: d1, soort: behoud, tekst: "Verlengen zonder uitvraag", maat: "maanden", doelwaarde: 48, datum: 2027-04-01}
    acties:
      - {id: a1, tekst: "Kennismaken met D. Hazelhoff", wie: nora-visser, gereed_op: 2026-09-25}
"""
OORDEEL = "        oordeel: oranje\n        oordeel_op: 2026-09-14\n        oordeel_bron: gesprek\n"
TEAMVAK = 'Karim ontmoet de directeur."\n'
OPZEGTERMIJN = "    opzegtermijn: {aantal: 3, eenheid: maanden}\n"
OPZEGGING = "    opzegging: {ontvangen_op: 2026-09-10, door: klant, per_datum: 2026-12-31, reden: Prijs}\n"
TERUGBLIK = "postmortems:\n  - {contract: glas-2024, gepland_op: 2026-10-12, door: Bureau Kompas, extern: true}\n"
BLIK = "  - {gepland_op: 2026-10-06, door: Bureau Kompas, extern: true, aanleiding: jaarlijks}\n"
A_KEUZE = '{segment: A, reden: "Van één huis naar drie", op: 2026-09-14}'
SPONSOR = "contractmanager_soort: lijnmanager\n  directie_sponsor: karim-haddad\n"

WEEK = "_dagboek/2026/w38-nora-visser.yml"
REGEL = """\
regels:
  - klant: drukkerij-pelikaan
    datum: 2026-09-14
    met: [k-bouma]
    kern: De tweede hal opent in april
    klopt_nog: [k-bouma]
"""

OPLOSSINGEN: dict[int, Edits] = {
    1: (("antwoord-1.txt", "Antwoord: ", "Antwoord: 30 november 2026"),),
    2: (("zwembad-de-otter.yml", TEAMVAK, TEAMVAK + RELATIES),),
    3: (("antwoord-3.txt", "Antwoord: ", "Antwoord: [verwijzing]"), (WEEK, "", REGEL)),
    4: (("museum-het-pakhuis.yml", "fresheyes:\n", "fresheyes:\n" + BLIK),),
    5: (
        ("kantorenpark-westerdok.yml", OPZEGTERMIJN, OPZEGTERMIJN + OPZEGGING),
        ("kantorenpark-westerdok.yml", "contactmomenten:\n", TERUGBLIK + "contactmomenten:\n"),
    ),
    6: (
        ("zorgcentrum-de-lindehof.yml", '{segment: B, reden: "Eén huis, gewone omzet", op: 2026-01-26}', A_KEUZE),
        ("zorgcentrum-de-lindehof.yml", "contractmanager_soort: lijnmanager\n", SPONSOR),
    ),
}
"""The right answers, as small edits: file, what stood there, what comes there."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A fresh copy of the practice portfolio."""
    eigen = tmp_path / "oefenen"
    assert zet_klaar(eigen)
    return eigen


@pytest.fixture
def schrijf(folder: Path) -> Schrijf:
    """Change a file of the learner, as an editor would; what was there must have been there. "" makes a new file."""

    def verander(bestand: str, was: str, wordt: str) -> None:
        pad = folder / bestand
        pad.parent.mkdir(parents=True, exist_ok=True)
        tekst = pad.read_text(encoding="utf-8") if was else ""
        assert was in tekst
        pad.write_text(tekst.replace(was, wordt, 1), encoding="utf-8")

    return verander


def handboek(*woorden: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(hoofd, ["oefening", *woorden], prog_name="handboek", catch_exceptions=False)


def los_op(nummer: int, schrijf: Schrijf) -> None:
    """Do an exercise right."""
    for edit in OPLOSSINGEN[nummer]:
        schrijf(*edit)


def test_the_practice_portfolio_is_sound() -> None:
    """
    Six clients without an error, on the day of the story; what the check remarks is part of the exercises.
    """
    lader = Lader(BRON)
    nagekeken = kijk_na(lader, PEILDATUM)
    codes = {probleem.code for probleem in nagekeken.waarschuwingen}

    assert (6, ()) == (nagekeken.klanten, nagekeken.fouten)
    assert PEILDATUM == lader.gedeeld.instellingen.peildatum_vast
    assert {"vaste-peildatum", "top-zonder-a"} == codes


def test_a_beginner_is_not_met_with_arrears() -> None:
    """
    Little is late on the day of the story, and nothing from before Nora's predecessor began with these pages.
    """
    laat = [p for p in alle_aandacht(portefeuille(lees_map(BRON), PEILDATUM)) if p.stand == "te_laat"]

    assert len(laat) <= 3


@pytest.mark.parametrize("nummer", VERS)
def test_each_exercise_is_still_to_do_in_a_fresh_folder(nummer: int, folder: Path) -> None:
    """
    It says what is missing, in sentences.
    """
    assert VERS[nummer] == nog_te_doen(OEFENINGEN[nummer - 1], folder)


@pytest.mark.parametrize("nummer", OPLOSSINGEN)
def test_each_exercise_can_be_done(nummer: int, folder: Path, schrijf: Schrijf) -> None:
    """
    A small edit makes it right; the others stay as they were.
    """
    los_op(nummer, schrijf)

    anderen = {ander: nog_te_doen(oefening, folder) for ander, oefening in enumerate(OEFENINGEN, 1)}
    assert () == anderen.pop(nummer)
    assert {ander: zinnen for ander, zinnen in VERS.items() if ander != nummer} == anderen


@pytest.mark.parametrize(
    ("antwoord", "zin"),
    [
        ("28-11-2026", "28 november 2026 is net te vroeg. Tel terug vanaf de dag na de einddatum."),
        ("2027-02-28", "28 februari 2027 is de laatste dag van het contract. Opzeggen moet eerder."),
        ("2 november 2026", "2 november 2026 komen wij in actie. De klant kan daarna nog steeds opzeggen."),
        ("2026-12-31", "31 december 2026 is het niet."),
        ("november", "'november' is geen dag. Schrijf bijvoorbeeld 2026-05-31 of 31 mei 2026."),
    ],
)
def test_a_wrong_deadline_says_what_went_wrong(antwoord: str, zin: str, folder: Path, schrijf: Schrijf) -> None:
    """
    The slips that people make are named.
    """
    schrijf("antwoord-1.txt", "Antwoord: ", f"Antwoord: {antwoord}")

    [gezegd] = nog_te_doen(OEFENINGEN[0], folder)

    assert gezegd.endswith(zin)


def test_days_are_read_as_people_write_them() -> None:
    """
    Three ways of writing; a day that does not exist is none.
    """
    eind = date(2026, 11, 30)

    assert {eind} == {
        lees_dag(tekst) for tekst in ("2026-11-30", "30-11-2026", "30 november 2026", "30 November 2026.")
    }
    assert {None} == {lees_dag(tekst) for tekst in ("31-11-2026", "30 brumaire 2026", "morgen", "")}


def test_a_wrong_name_in_the_journal_shows_the_message_of_the_check(folder: Path, schrijf: Schrijf) -> None:
    """
    That is what the third exercise is about; mended, only the answer is missing. What cannot be read is told as well.
    """
    schrijf(WEEK, "", REGEL.replace("k-bouma]", "bouma]", 1))

    kop, *meldingen = nog_te_doen(OEFENINGEN[2], folder)

    assert "Het bestand is niet te lezen. Dit zegt de controle:" == kop
    [melding] = meldingen
    assert melding.startswith(f"oefenen/{WEEK}:4:11: fout: ")
    assert "bedoel je 'k-bouma'?" in melding
    assert melding.endswith("[verwijzing]")
    schrijf(WEEK, "met: [bouma]", "met: [k-bouma]")
    assert VERS[3][:1] == nog_te_doen(OEFENINGEN[2], folder)
    schrijf(WEEK, "kern:", "kern")
    assert f"oefenen/{WEEK}:" in nog_te_doen(OEFENINGEN[2], folder)[1]


@pytest.mark.parametrize(
    ("nummer", "extra", "zinnen"),
    [
        (2, ("zwembad-de-otter.yml", OORDEEL, ""),
         ("Vak Relaties: geef een oordeel, groen, oranje of rood.",)),
        (2, ("zwembad-de-otter.yml", "oordeel_op: 2026-09-14", "oordeel_op: 2026-01-14"),
         ("Vak Relaties: geef je oordeel een dag die nog vers is, en niet na 14 september 2026.",)),
        (2, ("zwembad-de-otter.yml", "oordeel_op: 2026-09-14\n        oordeel_bron: gesprek", "oordeel_op: 2026-09-14"),
         ("Vak Relaties: zeg ook hoe je het weet. Dat is de bron van je oordeel.",)),
        (2, ("zwembad-de-otter.yml", ', maat: "maanden"', ""),
         ("Geef minstens één doel een maat en een datum. Anders weet je later niet of je het hebt gehaald.",)),
        (3, ("antwoord-3.txt", "[verwijzing]", "k-bouma"),
         ("'k-bouma' is niet de naam van deze melding. Neem over wat tussen de vierkante haken staat.",)),
        (3, (WEEK, "met: [k-bouma]", "vorm: overleg"),
         ("In je dagboek van week 38 staat nog geen gesprek met K. Bouma.",)),
        (4, ("museum-het-pakhuis.yml", "2026-10-06", "2026-10-27"),
         ("27 oktober 2026 is te laat. De frisse blik moet uiterlijk op 20 oktober 2026.",)),
        (4, ("museum-het-pakhuis.yml", "2026-10-06", "2026-09-01"),
         ("1 september 2026 is al voorbij. Kies een dag vanaf 14 september 2026.",)),
        (4, ("museum-het-pakhuis.yml", BLIK, "  - {gepland_op: 2026-10-06}\n"),
         ("Zeg wie de frisse blik doet.",
          "Dit is een A-klant: daar kijkt iemand van buiten. Geef dat aan.",
          "Zeg waarom: wat is de aanleiding?")),
        (4, ("museum-het-pakhuis.yml", "aanleiding: jaarlijks}\n  - {uitg", "aanleiding: wijziging}\n  - {uitg"),
         ("Kijk nog eens naar de aanleiding: de vorige frisse blik is bijna een jaar oud en er veranderde niets.",)),
        (5, ("kantorenpark-westerdok.yml", TERUGBLIK, ""),
         ("Er is nog geen terugblik gepland. Plan er een voor dit contract.",)),
        (5, ("kantorenpark-westerdok.yml", "2026-10-12", "2027-02-01"),
         ("1 februari 2027 is te laat. De terugblik moet uiterlijk op 10 november 2026.",)),
        (5, ("kantorenpark-westerdok.yml", "gepland_op: 2026-10-12, door: Bureau Kompas, ", ""),
         ("Plan de terugblik op een dag vanaf 14 september 2026.",
          "Zeg wie de terugblik doet, liefst iemand van buiten.")),
        (5, ("kantorenpark-westerdok.yml", OPZEGGING, "    opzegging: {ontvangen_op: 2026-09-14, door: wij}\n"),
         ("De brief kwam op 10 september 2026 binnen. Dat is de dag van ontvangst.",
          "De klant zegt op, wij niet.",
          "De laatste dag is 31 december 2026. Dat is de laatste dag van het contract.",
          "Schrijf als reden wat de klant in zijn brief zegt.")),
        (6, ("zorgcentrum-de-lindehof.yml", "Van één huis naar drie", "Eén huis, gewone omzet"),
         ("De reden is nog die van de B-klant. Schrijf waarom deze klant nu een A is.",)),
        (6, ("zorgcentrum-de-lindehof.yml", "op: 2026-09-14", "op: 2026-01-26"),
         ("Geef als dag die van je besluit: 14 september 2026.",)),
        (6, ("zorgcentrum-de-lindehof.yml", "  directie_sponsor: karim-haddad\n", ""),
         ("Een A-klant heeft iemand van de directie. Kies een sponsor bij de driehoek.",)),
        (6, ("zorgcentrum-de-lindehof.yml", "sponsor: karim-haddad", "sponsor: wim-kuiper"),
         ("Wim Kuiper zit niet in de directie. Kies iemand die dat wel doet.",)),
    ],
)  # fmt: skip
def test_half_an_answer_says_what_is_missing(
    nummer: int, extra: tuple[str, str, str], zinnen: tuple[str, ...], folder: Path, schrijf: Schrijf
) -> None:
    """
    The solution with one thing wrong gives just the sentence about that thing.
    """
    los_op(nummer, schrijf)
    schrijf(*extra)

    assert zinnen == nog_te_doen(OEFENINGEN[nummer - 1], folder)


@pytest.mark.parametrize(
    ("nummer", "bestand", "zin"),
    [
        (1, "bakkerij-zandvoorde.yml", "Het contract is weg. Zet het terug."),
        (5, "kantorenpark-westerdok.yml",
         "Het contract glas-2024 is weg. Zet het terug: een opgezegd contract blijft staan."),
    ],
)  # fmt: skip
def test_a_client_without_its_contract_is_no_crash(nummer: int, bestand: str, zin: str, folder: Path) -> None:
    """
    A learner may throw away anything.
    """
    pad = folder / bestand
    tekst = pad.read_text(encoding="utf-8")
    pad.write_text(re.sub(r"^contracten:\n(?: .*\n)+", "contracten: []\n", tekst, flags=re.MULTILINE), encoding="utf-8")

    assert zin == nog_te_doen(OEFENINGEN[nummer - 1], folder)[-1]


def test_files_that_are_gone_are_no_crash(folder: Path) -> None:
    """
    The file of a client or of an answer: both are named.
    """
    (folder / "museum-het-pakhuis.yml").unlink()
    (folder / "antwoord-1.txt").unlink()

    assert ("Het bestand museum-het-pakhuis.yml is weg. Zet het terug.",) == nog_te_doen(OEFENINGEN[3], folder)
    assert VERS[1] == nog_te_doen(OEFENINGEN[0], folder)


def test_the_command_says_how_one_exercise_stands(folder: Path, schrijf: Schrijf) -> None:
    """
    First the question, what is missing and a hint, with exit 1; then well done, with exit 0.
    """
    eerst = handboek("4", "--map", str(folder))
    los_op(4, schrijf)
    daarna = handboek("4", "--map", str(folder))

    assert (1, 0) == (eerst.exit_code, daarna.exit_code)
    assert eerst.output == (
        "Oefening 4: Plan een frisse blik\n"
        "Plan de volgende frisse blik van Museum Het Pakhuis, met een buitenstaander en op tijd.\n"
        "\n"
        "Nog niet goed:\n"
        "- Er is nog geen frisse blik gepland. Plan er een.\n"
        "\n"
        "Hint: Bureau Kompas deed de vorige. De site zegt bij de klant op welke dag de nieuwe uiterlijk moet.\n"
    )
    assert daarna.output == (
        "Oefening 4: Plan een frisse blik\n"
        "Goed! De frisse blik staat op tijd op de kalender, en een buitenstaander doet hem.\n"
    )


def test_the_command_lists_all_exercises(folder: Path, schrijf: Schrijf) -> None:
    """
    Exit 1 while anything is to do, 0 when all is right.
    """
    los_op(1, schrijf)
    eerst = handboek("--map", str(folder))
    for nummer in list(OPLOSSINGEN)[1:]:
        los_op(nummer, schrijf)
    daarna = handboek("--map", str(folder))

    assert (1, 0) == (eerst.exit_code, daarna.exit_code)
    assert eerst.output.startswith("1. Vind de opzegdeadline: goed\n2. Schrijf het canvas af: nog niet\n")
    assert eerst.output.endswith("1 van 6 goed. Meer over één oefening: handboek oefening 1\n")
    assert daarna.output.endswith("6 van 6 goed. Meer over één oefening: handboek oefening 1\n")


def test_setting_up_never_overwrites(tmp_path: Path) -> None:
    """
    The first time the clients are copied; after that a learner's work stays as it is.
    """
    eigen = tmp_path / "map"

    eerst = handboek("--klaarzetten", "--map", str(eigen))
    (eigen / "antwoord-1.txt").write_text("Antwoord: 2026-11-30\n", encoding="utf-8")
    daarna = handboek("--klaarzetten", "--map", str(eigen))

    assert (0, 0) == (eerst.exit_code, daarna.exit_code)
    assert f"De oefenklanten staan klaar in {eigen}.\n" == eerst.output
    assert f"{eigen} bestaat al; er is niets veranderd.\n" == daarna.output
    assert 0 == handboek("1", "--map", str(eigen)).exit_code


def test_there_is_no_seventh_exercise(tmp_path: Path) -> None:
    """
    A wrong number is a wrong call, and copies nothing.
    """
    uitkomst = handboek("7", "--map", str(tmp_path / "map"))

    assert 2 == uitkomst.exit_code
    assert "er is geen oefening 7; kies 1 tot en met 6" in uitkomst.output
    assert not (tmp_path / "map").exists()


def test_make_serves_the_day_of_the_story() -> None:
    """
    The clock of `make oefenen` is the day on which the checks judge, and git does not see the learner's copy.
    """
    assert f"PEILDATUM ?= {PEILDATUM}\n" in (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "/.oefenen/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_the_practice_site_offers_no_edit_on_the_forge() -> None:
    """
    The learner's copy is on this computer alone: the forge has no such file to change.
    """
    alles = portefeuille(lees_map(BRON), PEILDATUM)

    def bewerk_url(folder: str) -> str:
        return Bouw(alles, ROOT / folder, bewerk_basis="https://git.example/edit/main/docs/").bewerk_url("acme")

    assert "" == bewerk_url(".oefenen")
    assert "https://git.example/edit/main/accounts/acme.yml" == bewerk_url("accounts")
