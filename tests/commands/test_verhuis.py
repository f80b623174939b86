"""`handboek verhuis` moves talks to the journal, and nothing else changes."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.afleidingen.dossier import dossier_van
from macros.commands import hoofd
from macros.controles.nakijken import kijk_na
from macros.load import omgeving
from macros.load.load import Lader
from macros.oefenen.oefening import PEILDATUM
from macros.outputs.show import show

ROOT = Path(__file__).resolve().parents[2]
VOORBEELDEN = {
    "accounts": "2026-03-16",
    "tests/data/portefeuille": "2026-03-16",
    "macros/oefenen/accounts": PEILDATUM.isoformat(),
}
KLANT = """\
# Onze oudste klant.
id: acme
naam: Acme
driehoek: {accountmanager: anouk-de-wit}
contracten: []
contactpersonen: [{id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch}]
verwachtingen: [{id: v1, tekst: Snel hersteld}]
kansen: [{id: k1, tekst: Werkplek, soort: up}]
# Wat we bespraken.
contactmomenten:
  - {datum: 2024-01-10, wie: anouk-de-wit, met: [h-bakker], kern: Lang geleden}
  # bij de koffie
  - datum: 2025-12-18   # in de regen
    id: g1
    wie: anouk-de-wit
    met: [h-bakker]
    laag: strategisch
    vorm: belafspraak
    regel: am-tactisch
    kern: "Ja: 'goed'"
    nagevraagd: [v1]
    # hij keek blij
    signalen: [{soort: koopsignaal, tekst: Vroeg naar werkplek, kans: k1}]
  - {datum: 2026-02-10, wie: rik-smeets, met: [h-bakker], kern: Klacht,
     signalen: [{soort: klacht, opgevolgd_op: 2026-03-02}]}
  - {datum: 2026-02-12, wie: rik-smeets, met: [h-bakker], kern: Prijs,
     signalen: [{soort: prijs, opgevolgd_op: 2026-02-12}]}
  - {datum: 2026-03-16, wie: anouk-de-wit, laag: tactisch, kern: Vandaag}
  - {datum: 2026-04-01, wie: anouk-de-wit, met: [h-bakker], kern: Straks}
omvang: L
"""
OVER = """\
contactmomenten:
  - {datum: 2024-01-10, wie: anouk-de-wit, met: [h-bakker], kern: Lang geleden}
  - {datum: 2026-04-01, wie: anouk-de-wit, met: [h-bakker], kern: Straks}
omvang: L
"""
W51 = """\
regels:
  # bij de koffie
  # in de regen
  # hij keek blij
  - klant: acme
    datum: 2025-12-18
    met: [h-bakker]
    laag: strategisch
    vorm: belafspraak
    regel: am-tactisch
    kern: "Ja: 'goed'"
    klopt_nog: [v1]
    signaal: {soort: koopsignaal, tekst: Vroeg naar werkplek, kans: k1}
"""
W07 = """\
regels:
  - klant: acme
    datum: 2026-02-10
    met: [h-bakker]
    kern: Klacht
    signaal: {soort: klacht}
  - klant: acme
    datum: 2026-02-12
    met: [h-bakker]
    kern: Prijs
    klaar: ["2026w07-rik-smeets-2-signaal"]
    signaal: {soort: prijs}
"""
W10 = """\
regels:
  - klant: acme
    datum: 2026-03-02
    kern: "Opgevolgd: Klacht"
    klaar: ["2026w07-rik-smeets-1-signaal"]
"""
Verhuis = Callable[..., Result]


@pytest.fixture
def verhuis(accounts: Path) -> Verhuis:
    """Run the command in a folder with one client."""
    (accounts / "acme.yml").write_text(KLANT, encoding="utf-8")
    return lambda *woorden: CliRunner().invoke(hoofd, ["verhuis", *woorden], catch_exceptions=False)


def inhoud(map_: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in sorted(map_.rglob("*.yml"))}


def waarden(map_: Path) -> tuple[object, ...]:
    """Everything derived of every client, and what the check says of it, without the places."""
    lader = Lader(map_)
    dag = omgeving.peildatum(lader.gedeeld.instellingen, None)
    nagekeken = kijk_na(Lader(map_), dag)
    assert not nagekeken.fouten
    klanten = [lader.account(naam)[0] for naam in lader.namen]
    afgeleid = [show(dossier_van(klant, lader.gedeeld, lader.plaats, dag)) for klant in klanten if klant]
    zinnen = sorted(
        (Path(p.bestand).name[:0] if "dagboek" in p.bestand else "", p.code, p.tekst) for p in nagekeken.waarschuwingen
    )
    return afgeleid, zinnen, nagekeken.gaten


def test_alles_wat_het_zegt_gaat_mee(accounts: Path, verhuis: Verhuis) -> None:
    """
    A talk goes with its remarks to the week of its day; what is older or still to come stays.
    """
    voor = waarden(accounts)
    uit = verhuis()
    assert (0, "Verhuisd naar het dagboek: 4 gesprekken van 1 klant, in 4 weken.\n") == (uit.exit_code, uit.output)
    assert KLANT[: KLANT.index("contactmomenten")] + OVER == (accounts / "acme.yml").read_text()
    dagboek = accounts / "_dagboek"
    assert W51 == (dagboek / "2025/w51-anouk-de-wit.yml").read_text()
    assert [W07, W10] == [(dagboek / f"2026/{week}-rik-smeets.yml").read_text() for week in ("w07", "w10")]
    assert voor == waarden(accounts)


def test_tweede_keer_verandert_niets(accounts: Path, verhuis: Verhuis) -> None:
    """
    What moved is not there to move again.
    """
    verhuis()
    na = inhoud(accounts)
    assert "Er is geen gesprek te verhuizen" in verhuis().output
    assert na == inhoud(accounts)


def test_proef_en_keuze(accounts: Path, verhuis: Verhuis) -> None:
    """
    A trial shows every changed line and writes none; another first day and a client can be chosen.
    """
    voor = inhoud(accounts)
    uit = verhuis("acme", "--vanaf", "2024-01-01", "--proef").output
    assert "Zonder --proef gaan 5 gesprekken van 1 klant naar het dagboek" in uit
    assert "  +    kern: Lang geleden" in uit
    assert voor == inhoud(accounts)
    assert 2 == verhuis("acmee").exit_code
    assert 2 == verhuis("--vanaf", "gisteren").exit_code


@pytest.mark.parametrize(
    ("moment", "reden"),
    [
        ("datum: 2026-01-01, met: [h-bakker], kern: X", "er staat niet bij wie van ons er was"),
        ("datum: 2026-01-01, wie: rik-smeets, met: [h-bakker]", "er staat geen kern bij"),
        ("datum: 2026-01-01, wie: rik-smeets, kern: X", "er staat niet bij met wie het was"),
        (
            "datum: 2026-01-01, wie: rik-smeets, kern: X, signalen: [{soort: prijs}, {soort: klacht}]",
            "er staat meer dan één signaal bij",
        ),
        (
            "datum: 2026-01-01, wie: rik-smeets, kern: X, signalen: [{soort: prijs, opgevolgd_op: 2025-12-31}]",
            "het signaal is opgevolgd voor het gesprek",
        ),
        (
            "datum: 2026-01-01, wie: rik-smeets, kern: X, signalen: [{soort: prijs, id: s1}]",
            "iets anders verwijst naar 's1'",
        ),
        (
            "datum: 2026-01-01, wie: rik-smeets, met: [h-bakker], kern: X, nagevraagd: [relaties]",
            "een verwachting heeft",
        ),
    ],
)
def test_wat_het_dagboek_niet_kan_zeggen_blijft(accounts: Path, verhuis: Verhuis, moment: str, reden: str) -> None:
    """
    Such a talk stays where it is and is named with its line and the reason.
    """
    tekst = KLANT[: KLANT.index("# Wat we")].replace("[{id: v1", "[{id: relaties, tekst: Vaak}, {id: v1")
    canvas = "canvassen: [{id: c, gestart_op: 2026-01-01, vakken: {relaties: {conclusie: Goed}}}]\n"
    (accounts / "acme.yml").write_text(f"{tekst}{canvas}contactmomenten:\n  - {{{moment}}}\n")
    week = accounts / "_dagboek/2026/w02-rik-smeets.yml"
    if "id: s1" in moment:
        week.parent.mkdir(parents=True)
        week.write_text("regels: [{klant: acme, datum: 2026-01-05, kern: Gedaan, klaar: [s1]}]\n")
    voor = inhoud(accounts)
    uit = verhuis()
    assert f"accounts/acme.yml:11: het gesprek van 2026-01-01 blijft hier: {reden}" in uit.output
    assert voor == inhoud(accounts)


def test_fout_in_een_bestand(accounts: Path, verhuis: Verhuis) -> None:
    """
    With an error anywhere nothing moves, and it is told.
    """
    (accounts / "beta.yml").write_text("id: beta\n")
    voor = inhoud(accounts)
    uit = verhuis()
    assert 1 == uit.exit_code
    assert "Er is niets veranderd." in uit.output
    assert voor == inhoud(accounts)


@pytest.mark.parametrize("regeleinde", ["\n", "\r\n"])
@pytest.mark.parametrize("rij", [False, True])
def test_regeleinden_en_lijst_op_een_rij(accounts: Path, verhuis: Verhuis, regeleinde: str, *, rij: bool) -> None:
    """
    Line ends stay as they are, also of a week that was there; a list between brackets stays one.
    """
    momenten = [f"{{datum: {dag}, wie: rik-smeets, met: [h-bakker], kern: X}}" for dag in ("2024-01-01", "2026-02-10")]
    lijst = f"[{', '.join(momenten)}]" if rij else "".join(f"\n  - {een}" for een in momenten)
    tekst = f"{KLANT[: KLANT.index('contactmomenten')]}contactmomenten: {lijst}\n"
    (accounts / "acme.yml").write_bytes(tekst.replace("\n", regeleinde).encode())
    week = accounts / "_dagboek/2026/w07-rik-smeets.yml"
    week.parent.mkdir(parents=True)
    week.write_bytes(f"regels:{regeleinde}  - {{klant: acme, datum: 2026-02-09, kern: Y}}  # los{regeleinde}".encode())
    verhuis()
    over = tekst.replace(f", {momenten[1]}" if rij else f"\n  - {momenten[1]}", "")
    assert over.replace("\n", regeleinde).encode() == (accounts / "acme.yml").read_bytes()
    regels = week.read_bytes().decode().split(regeleinde)
    assert regels[1:3] == ["  - {klant: acme, datum: 2026-02-09, kern: Y}  # los", "  - klant: acme"]
    assert "\r" not in "".join(regels)


@pytest.mark.parametrize("voorbeeld", VOORBEELDEN)
def test_elke_voorbeeldklant_blijft_gelijk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, voorbeeld: str) -> None:
    """
    Of every example client all that is derived stays, and so does what the check says.
    """
    map_ = tmp_path / "kopie"
    shutil.copytree(ROOT / voorbeeld, map_)
    monkeypatch.setenv("HANDBOEK_ACCOUNTS", str(map_))
    monkeypatch.setenv("HANDBOEK_PEILDATUM", VOORBEELDEN[voorbeeld])
    voor = waarden(map_)
    uit = CliRunner().invoke(hoofd, ["verhuis", "--vanaf", "2000-01-01"], catch_exceptions=False)
    assert "iets anders betekenen" not in uit.output
    assert "in het dagboek zou het een fout zijn" not in uit.output
    assert any((map_ / "_dagboek").rglob("*.yml"))
    assert voor == waarden(map_)


# --- interruptions ---


class Stroomuitval(BaseException):
    """The machine stops: nothing after it is done."""


@pytest.fixture
def breek(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Let the system stop at the so manieth file that takes its place."""
    vervang, over = os.replace, [0]

    def stop(bron: object, doel: object) -> None:
        over[0] -= 1
        if over[0] == 0:
            raise Stroomuitval
        vervang(bron, doel)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "replace", stop)
    yield lambda nummer: over.__setitem__(0, nummer)
    monkeypatch.undo()


@pytest.mark.parametrize("nummer", range(1, 6))
def test_onderbroken(accounts: Path, verhuis: Verhuis, breek: Callable[[int], None], nummer: int) -> None:
    """
    Between any two files each talk stands somewhere, every file is right, and a second time ends as the first would.
    """
    kopie = accounts.parent / "kopie"
    shutil.copytree(accounts, kopie)
    breek(nummer)
    with pytest.raises(Stroomuitval):
        verhuis()
    breek(0)
    acme = Lader(accounts).account("acme")[0]
    assert acme is not None
    assert {een.kern for een in acme.contactmomenten} == {
        "Lang geleden",
        "Ja: 'goed'",
        "Klacht",
        "Prijs",
        "Vandaag",
        "Straks",
    }
    assert not kijk_na(Lader(accounts), omgeving.lees_peildatum("2026-03-16")).fouten
    verhuis()
    gebroken = inhoud(accounts)
    shutil.rmtree(accounts)
    shutil.copytree(kopie, accounts)
    verhuis()
    assert gebroken == inhoud(accounts)


def test_ook_in_het_dagboek_en_daar_anders(accounts: Path, verhuis: Verhuis) -> None:
    """
    The same talk with another layer in the journal is left for who was there.
    """
    week = accounts / "_dagboek/2026/w12-anouk-de-wit.yml"
    week.parent.mkdir(parents=True)
    week.write_text("regels: [{klant: acme, datum: 2026-03-16, laag: operationeel, kern: Vandaag}]\n")
    uit = verhuis().output
    assert "het gesprek van 2026-03-16 blijft hier: het staat ook in het dagboek en zegt daar iets anders" in uit
    assert "kern: Vandaag" in (accounts / "acme.yml").read_text()


def test_schijf_om_te_lezen(accounts: Path, verhuis: Verhuis, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A disk that refuses is told in Dutch, and nothing is half done.
    """
    voor = inhoud(accounts)

    def weiger(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(tempfile, "mkstemp", weiger)
    uit = verhuis()
    assert 1 == uit.exit_code
    assert "op deze schijf kun je alleen lezen" in uit.output
    assert voor == inhoud(accounts)
