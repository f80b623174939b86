"""The pages about one client that a build keeps of the last one: only where making them anew gives the same bytes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from snelsite import zonder_thema

from macros.load import geheugenbestand, geschiedenis
from macros.load.omgeving import ACCOUNTS, GESCHIEDENIS, PROJECT, bewaarplek
from macros.model.geschiedenis import Geschiedenis, Moment, Verloop, Verteld, Wijziging
from macros.site import bewaard, families, pages
from macros.site.families import Geschreven

pytestmark = pytest.mark.usefixtures("bouwplaats")  # all pages are made, if not by MkDocs
MEERDAL = "meerdal-zorggroep"
KLANTEN = {"brasmeer-logistiek", "energiecooperatie-lichtveen", "notariskantoor-hoogelinde", "waterschap-ammerdiep"}
KLANTEN |= {MEERDAL, "winkelketen-2025"}
"""With much and with little, one that a lesson is about, and a hidden one: each test makes all pages twice."""
WEG = "winkelketen-2025"
"""Its contract is over, and it wants no mention."""
MOMENT = Moment("a" * 40, 3, datetime(2026, 3, 15, 12, tzinfo=UTC), date(2026, 3, 15))


def _anderen(folder: str, namen: list[str]) -> list[str]:
    """The files that are about other clients, or about others too, or that end what stands in such a file."""
    bestanden = [Path(folder, naam) for naam in namen if naam.endswith(".yml")]
    if Path(folder).name.isdigit():  # a year of the journal
        regels = {pad.name: pad.read_text("utf-8") for pad in bestanden}
        over = {naam: {*re.findall(r"klant: ([a-z0-9-]+)", tekst)} for naam, tekst in regels.items()}
        return [naam for naam in regels if "klaar:" in regels[naam] or not over[naam] <= KLANTEN]
    klanten = Path(folder).name == "accounts"
    return [pad.name for pad in bestanden if (klanten and pad.stem not in KLANTEN) or pad.stem == "berichten"]


class Plaats:
    """A folder of accounts, the site that was made of it last, and the one that is made now."""

    def __init__(self, folder: Path) -> None:
        self.accounts, self.oud, self.nieuw = folder / "accounts", folder / "oud", folder / "nieuw"
        shutil.copytree(PROJECT / "accounts", self.accounts, ignore=_anderen)
        self.site_url = "https://handboek.example/"
        self.tijdens: Callable[[], None] = lambda: None
        """What somebody does after the files were looked at and before they are read."""

    def bouw(self) -> set[str]:
        """Make the pages of the families as a build does, and return the clients whose pages were kept."""
        vorige = bewaard.vorige(self.accounts, self.oud)
        self.tijdens()
        bouw = pages.begin("https://git.example/r/edit/main/docs/")
        bouw.site_url = self.site_url
        zonder_thema(bouw)
        [geschreven] = families.begin(bouw, self.nieuw, vorige).antwoorden()
        assert isinstance(geschreven, Geschreven)
        assert [] == geschreven.gezien.fouten
        shutil.rmtree(self.oud, ignore_errors=True)
        self.nieuw.rename(self.oud)
        bewaard.schrijf(self.accounts, self.oud, geschreven.klanten)
        return {klant for klant, bladen in geschreven.klanten.items() if bladen is vorige.klanten.get(klant)}

    def inhoud(self) -> dict[str, bytes]:
        """Every page of the site that was made last."""
        return {pad.relative_to(self.oud).as_posix(): pad.read_bytes() for pad in self.oud.rglob("*.html")}

    def verander(self, bestand: str, oud: str, nieuw: str) -> None:
        """Put another text in a file, once."""
        pad = self.accounts / bestand
        tekst = pad.read_text(encoding="utf-8")
        assert oud in tekst
        pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")


@pytest.fixture
def plaats(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plaats:
    """A copy of a part of the example, built once."""
    plek = Plaats(tmp_path)
    monkeypatch.setenv(ACCOUNTS, str(plek.accounts))
    monkeypatch.setenv(GESCHIEDENIS, str(tmp_path / "geschiedenis.json"))
    assert set() == plek.bouw()
    return plek


@pytest.fixture
def alle(plaats: Plaats) -> set[str]:
    """Every client whose file goes by its name; a hidden one is always made anew."""
    klanten = {pad.stem for pad in plaats.accounts.glob("*.yml")}
    return {klant for klant in klanten if f"accounts/{klant}/index.html" in plaats.inhoud()}


def koud(plaats: Plaats) -> dict[str, bytes]:
    """What the pages are when nothing is kept."""
    bewaarplek(plaats.accounts, bewaard.PAGINAS).unlink()
    assert set() == plaats.bouw()
    return plaats.inhoud()


def test_who_changed_nothing_is_kept(plaats: Plaats, alle: set[str]) -> None:
    """
    The files of the old site go to the new one as they are.
    """
    eerst, bestand = plaats.inhoud(), plaats.oud / f"accounts/{MEERDAL}/index.html"
    nummer = bestand.stat().st_ino

    assert KLANTEN - {"winkelketen-2025"} == alle
    assert alle == plaats.bouw()
    assert eerst == plaats.inhoud()
    assert nummer == bestand.stat().st_ino
    assert eerst == koud(plaats)


def verander_klant(plaats: Plaats) -> None:
    """Another name for one client."""
    plaats.verander(f"{MEERDAL}.yml", "naam: Meerdal Zorggroep", "naam: Meerdal en meer")


def verander_dagboek(plaats: Plaats) -> None:
    """One more line in a journal that is there already."""
    [pad, *_] = sorted((plaats.accounts / "_dagboek").rglob("*.yml"))
    regel = f"  - {{klant: {MEERDAL}, datum: 2026-03-02, vorm: bezoek, kern: Even langs geweest}}\n"
    pad.write_text(pad.read_text(encoding="utf-8") + regel, encoding="utf-8")


def schrijf_geschiedenis(plaats: Plaats) -> None:
    """The first history, of one client."""
    wijziging = Wijziging(3, MOMENT.tijd, MOMENT.dag, None, (Verteld("De naam is anders", ("naam",), "anders"),))
    begin = replace(MOMENT, commit="b" * 40, nummer=1)
    alles = Geschiedenis(1, "s", begin, MOMENT, klanten={MEERDAL: Verloop((wijziging,))})
    geschiedenis.schrijf(plaats.accounts.parent / "geschiedenis.json", alles)


def verander_team(plaats: Plaats) -> None:
    """Another name for a colleague."""
    plaats.verander("_gedeeld/team.yml", "Anouk de Wit", "Anouk Witteman")


def verander_dag(plaats: Plaats) -> None:
    """Another day."""
    bestand = plaats.accounts / "_gedeeld/instellingen.yml"
    tekst = re.sub(r"peildatum_vast: \S+", "peildatum_vast: 2026-03-17", bestand.read_text(encoding="utf-8"))
    bestand.write_text(tekst, encoding="utf-8")


def verander_adres(plaats: Plaats) -> None:
    """Another address of the site."""
    plaats.site_url = "https://ergens.example/"


def een_week(plaats: Plaats) -> None:
    """The first line of a colleague in a week: his file is there from now on."""
    pad = plaats.accounts / "_dagboek/2026/w11-rik-smeets.yml"
    assert not pad.exists()
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(
        f"regels:\n  - {{klant: {MEERDAL}, datum: 2026-03-10, vorm: bezoek, kern: Even langs geweest}}\n",
        encoding="utf-8",
    )


@pytest.mark.parametrize(
    ("verander", "anders"),
    [
        (verander_klant, {MEERDAL}),
        (verander_dagboek, {MEERDAL}),
        (schrijf_geschiedenis, None),
        (verander_team, None),
        (verander_dag, None),
        (verander_adres, None),
        (een_week, None),
    ],
)
def test_what_is_kept_is_what_a_cold_build_makes(
    plaats: Plaats, alle: set[str], verander: Callable[[Plaats], None], anders: set[str] | None
) -> None:
    """
    A client's own file, lines and history concern that client alone; what is shared concerns all (None).
    """
    verander(plaats)
    gehouden, warm = plaats.bouw(), plaats.inhoud()

    assert alle - (alle if anders is None else anders) == gehouden
    assert warm == koud(plaats)


def test_a_page_is_about_its_own_client(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """
    With half of the others away, the pages of a client are the same: that is what keeping them rests on.
    """
    monkeypatch.setenv(ACCOUNTS, str(PROJECT / "accounts"))
    monkeypatch.setenv(GESCHIEDENIS, str(tmp_path / "geschiedenis.json"))
    bouw = pages.begin("")
    zonder_thema(bouw)
    sjablonen = bouw.sjablonen().items()
    soorten = [naam for naam, een in sjablonen if {deel.naam for deel in een.delen.values()} <= bewaard.ALLEEN_DE_KLANT]
    dossiers = bouw.portefeuille.dossiers
    helft = dict(list(dossiers.items())[::2])

    def bladen() -> dict[str, str]:
        return {een.pad: bouw.maak(soort, een).html for soort in soorten for een in bouw.paginas(soort)}

    heel = bladen()
    bouw.portefeuille = replace(bouw.portefeuille, dossiers=helft)
    half = bladen()

    assert {"account", "gesprek", "sessie", "gebeurd", "overdracht", "klant", "canvas"} == set(soorten)
    assert len(half) > 6 * len(helft)
    assert half == {pad: heel[pad] for pad in half}


def test_a_history_that_goes_on_without_a_client_changes_no_page_of_it(plaats: Plaats, alle: set[str]) -> None:
    """
    Each publication tells one commit more; what it says of others, and how far it goes, is no fact of this client.
    """
    schrijf_geschiedenis(plaats)
    plaats.bouw()
    pad = plaats.accounts.parent / "geschiedenis.json"
    later = replace(MOMENT, commit="c" * 40, nummer=4)
    geschiedenis.schrijf(pad, replace(geschiedenis.lees(pad), tot=later, vorige=MOMENT, sleutel="t"))

    assert alle == plaats.bouw()
    assert plaats.inhoud() == koud(plaats)


def test_a_client_that_hides_takes_its_name_from_the_pages_of_others(plaats: Plaats) -> None:
    """
    What another client says of it says "een klant" from then on, though nobody touched the file of that other client.
    """
    naam = "Ravelink Woonwinkels"
    plaats.verander(f"{WEG}.yml", "anoniem: true", "anoniem: false")
    plaats.verander(f"{MEERDAL}.yml", '"Vaste ploeg', f'"Anders dan {naam} een vaste ploeg')
    plaats.bouw()
    met = {pad for pad, inhoud in plaats.inhoud().items() if naam.encode() in inhoud}

    plaats.verander(f"{WEG}.yml", "anoniem: false", "anoniem: true")
    plaats.bouw()

    assert {f"accounts/{klant}/index.html" for klant in (MEERDAL, WEG)} <= met
    assert not [pad for pad, inhoud in plaats.inhoud().items() if naam.encode() in inhoud]
    assert plaats.inhoud() == koud(plaats)


def test_other_code_keeps_nothing(plaats: Plaats, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Nor does another version of a library: both are in the print of our code.
    """
    monkeypatch.setattr(geheugenbestand, "van_onze_code", lambda: "een ander")

    assert set() == plaats.bouw()


@pytest.mark.parametrize("stuk", [b"", b"onzin", None])
def test_a_page_that_somebody_changed_is_made_again(plaats: Plaats, alle: set[str], stuk: bytes | None) -> None:
    """
    Cut off by a crash, changed by hand or taken away: the old site is never believed.
    """
    eerst, bestand = plaats.inhoud(), plaats.oud / f"accounts/{MEERDAL}/gesprek/index.html"
    if stuk is None:
        bestand.unlink()
    else:
        bestand.write_bytes(stuk)

    assert alle - {MEERDAL} == plaats.bouw()
    assert eerst == plaats.inhoud()


def test_a_damaged_memory_is_none(plaats: Plaats) -> None:
    """
    Half a file, or one with another byte.
    """
    eerst, pad = plaats.inhoud(), bewaarplek(plaats.accounts, bewaard.PAGINAS)
    inhoud = pad.read_bytes()

    for kapot in (inhoud[: len(inhoud) // 2], inhoud[:-1] + b"?", b""):
        pad.write_bytes(kapot)
        assert set() == plaats.bouw()
    assert eerst == plaats.inhoud()


def test_the_memory_of_another_python_is_none(plaats: Plaats, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What one version wrote, another may not be able to read: it is not even tried.
    """
    monkeypatch.setattr("sys.version", "9.9")
    monkeypatch.setattr("marshal.loads", lambda _: pytest.fail("these bytes are of another Python"))

    assert {} == bewaard.vorige(plaats.accounts, plaats.oud).klanten


def test_the_memory_is_of_one_site(plaats: Plaats) -> None:
    """
    Another folder for the site holds other pages, or none.
    """
    plaats.oud = plaats.oud.with_name("elders")

    assert set() == plaats.bouw()


def test_a_file_that_changes_meanwhile_is_not_kept(plaats: Plaats, alle: set[str]) -> None:
    """
    Nobody knows which of the two was read.
    """
    plaats.tijdens = lambda: verander_klant(plaats)
    assert alle - {MEERDAL} == plaats.bouw()

    plaats.tijdens = lambda: None
    assert alle - {MEERDAL} == plaats.bouw()
    assert plaats.inhoud() == koud(plaats)


def test_where_a_file_has_one_name_only_it_is_copied(
    plaats: Plaats, alle: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Some disks know no hard links.
    """
    eerst = plaats.inhoud()

    def kan_niet(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.link", kan_niet)

    assert alle == plaats.bouw()
    assert eerst == plaats.inhoud()
