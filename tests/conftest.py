"""Fixtures that every test may use: an account and the shared files from YAML, as they stand in real files."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import pytest
from afgeleid import afgeleid
from hypothesis import settings
from voorbeeldklanten import voorbeeldklanten

from macros.load import yaml12
from macros.load.keuren import Gekeurd
from macros.load.standaard import GEDEELDE_BESTANDEN, maak_gedeeld
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld, Werving
from macros.portefeuille.portefeuille import Portefeuille

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytest_plugins = ["ronde"]
# How long an example takes says how busy the machine is; a test that finds something says how to see it again.
settings.register_profile("handboek", deadline=None, print_blob=True, max_examples=30)
# Before a release: `--hypothesis-profile diep`.
settings.register_profile("diep", settings.get_profile("handboek"), max_examples=1000)
settings.load_profile("handboek")

TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager], leidinggevende: johan-prins}
      - {id: bram-oudkerk, naam: Bram Oudkerk, rollen: [accountmanager],
         afwezig: [{van: 2026-06-01, tot: 2026-06-30, vervanger: anouk-de-wit}]}
      - {id: rik-smeets, naam: Rik Smeets, rollen: [contractmanager]}
      - {id: johan-prins, naam: Johan Prins, rollen: [directie, leidinggevende]}
      - {id: eva-weg, naam: Eva Weg, rollen: [accountmanager], uit_dienst_op: 2025-12-31, vervanger: bram-oudkerk}
"""


def _lees(tekst: str, klasse: type) -> Any:
    lezing = yaml12.lees(dedent(tekst).encode())
    assert lezing.waarde is not None, lezing.fouten
    gekeurd = Gekeurd(klasse, lezing.waarde)
    assert not gekeurd.bevindingen, gekeurd.bevindingen
    return gekeurd.object


@pytest.fixture
def account() -> Callable[[str], Account]:
    """Make an account from YAML; `id`, `naam`, `driehoek` and `contracten` may be left out."""
    kop = {"id": "acme", "naam": "Acme", "driehoek": "{accountmanager: anouk-de-wit}", "contracten": "[]"}

    def maak(tekst: str = "") -> Account:
        yaml = dedent(tekst)
        aanwezig = {regel.split(":")[0] for regel in yaml.splitlines()}
        kort = [f"{sleutel}: {waarde}" for sleutel, waarde in kop.items() if sleutel not in aanwezig]
        klant: Account = _lees("\n".join([*kort, yaml]), Account)
        return klant

    return maak


@pytest.fixture
def gedeeld() -> Callable[..., Gedeeld]:
    """Make the shared files from YAML by name (`instellingen="…"`); others are their default.

    `werving` takes a dict of year to YAML.
    """

    def maak(**bestanden: Any) -> Gedeeld:
        werving = {jaar: _lees(tekst, Werving) for jaar, tekst in bestanden.pop("werving", {}).items()}
        delen = {naam: _lees(tekst, GEDEELDE_BESTANDEN[naam]) for naam, tekst in bestanden.items()}
        return maak_gedeeld(**delen, werving=werving)

    return maak


@pytest.fixture
def portefeuille(account: Callable[[str], Account], gedeeld: Callable[..., Gedeeld]) -> Callable[..., Portefeuille]:
    """Make a portfolio of these clients at 16 March 2026, or another peildatum; shared files go by name."""

    def maak(*klanten: str, peildatum: date = date(2026, 3, 16), **bestanden: Any) -> Portefeuille:
        delen = gedeeld(**{"team": TEAM, **bestanden})
        return afgeleid([account(dedent(klant)) for klant in klanten], delen, peildatum)

    return maak


LETTERMAPPEN = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
LETTERS = {"DejaVu": ("DejaVu Sans", "DejaVu Sans Mono"), "Liberation": ("Liberation Sans", "Liberation Mono")}
"""Sets of system fonts that a browser may see, each with its proportional and its fixed letter."""


@pytest.fixture(scope="session")
def voorbeeld() -> Portefeuille:
    """The portfolio in which every rule fires, at the day of its story."""
    return voorbeeldklanten()


UIT = (
    *("AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying"),
    *("OptimizationHints", "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning"),
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"),
)
"""Features that are off: those of playwright, for a second list replaces the first, and those below the address bar.

What hangs below that bar are pages, loaded for each window: nobody sees them, and they cost more than one of ours.
"""


@pytest.fixture(scope="session")
def browsers(tmp_path_factory: pytest.TempPathFactory) -> "Iterator[Callable[[str], Browser]]":
    """Give the headless Chromium in which one set of system fonts exists, started once; skips when one is missing.

    Tests go from one set to the other and back: what they left stays open.
    """
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("Chromium is not on this machine")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  only who looks at a page waits for it

    with sync_playwright() as spel, ExitStack() as straks:

        @cache
        def venster(letters: str) -> "Browser":
            fontconfig = _fontconfig(letters, tmp_path_factory.mktemp("letters"))
            browser = spel.chromium.launch(
                executable_path=chromium,
                args=["--no-sandbox", f"--disable-features={','.join(UIT)}"],
                env={**os.environ, "FONTCONFIG_FILE": str(fontconfig)},
            )
            straks.callback(browser.close)
            return browser

        yield venster


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest, browsers: "Callable[[str], Browser]") -> "Browser":
    """One headless Chromium for all tests, with the fonts of DejaVu; a test marked `papier` runs under each set."""
    return browsers(getattr(request, "param", "DejaVu"))


def _fontconfig(naam: str, folder: Path) -> Path:
    """Write a configuration in which the system has no font but those of one set."""
    bestanden = [pad for basis in LETTERMAPPEN for pad in basis.rglob(f"{naam}*.ttf")]
    if not bestanden:
        pytest.skip(f"the fonts of {naam} are not on this machine")
    for bestand in bestanden:
        (folder / bestand.name).symlink_to(bestand)
    gewoon, vast = LETTERS[naam]
    soorten = {"sans-serif": gewoon, "serif": gewoon, "monospace": vast}
    aliassen = (f"<alias><family>{s}</family><prefer><family>{f}</family></prefer></alias>" for s, f in soorten.items())
    instelling = folder / "fonts.conf"
    instelling.write_text(
        f"<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir>{''.join(aliassen)}</fontconfig>", "utf-8"
    )
    return instelling


def pytest_configure(config: pytest.Config) -> None:
    """Register the mark of the tests that print."""
    config.addinivalue_line("markers", "papier: what is printed, proven with every set of system fonts")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that prints once for each set of system fonts."""
    if metafunc.definition.get_closest_marker("papier"):
        metafunc.parametrize("browser", list(LETTERS), indirect=True, scope="session")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that rewrites the golden files."""
    parser.addoption("--golden-update", action="store_true", help="rewrite tests/golden/ with what is made now")
