"""The archive for the browser is small, always the same, and its packages say what they say here."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import distribution, version
from pathlib import Path

import pydantic_core
import pytest

from macros.afleidingen.contract.datums import feestdagen
from macros.bewerken.bundel import Bundel, bundel, versies

VRAAG = """
import sys
sys.path.insert(0, sys.argv[1])
import babel, holidays, importlib, macros, markupsafe, pkgutil, pydantic, yaml, zoneinfo
from macros.afleidingen.contract.datums import feestdagen
assert all(een.__file__.startswith(sys.argv[1]) for een in (babel, holidays, macros, markupsafe, pydantic, yaml))
assert not yaml.__with_libyaml__
for module in pkgutil.walk_packages(macros.__path__, "macros."):
    importlib.import_module(module.name)
assert not {"click", "mkdocs", "openpyxl"} & set(sys.modules)
zoneinfo.reset_tzpath(())
assert zoneinfo.ZoneInfo("Europe/Amsterdam")
print(holidays.__version__, len(zoneinfo.available_timezones()), *(
    dag for jaar in range(1966, 2101) for dag in sorted(feestdagen(jaar))
))
"""


@pytest.fixture(scope="module")
def pakket() -> Bundel:
    """The files of the archive."""
    return bundel()


def test_the_archive_is_small_and_always_the_same(pakket: Bundel) -> None:
    """
    At most 2.5 MB beside the runtime; name and bytes follow from the code alone.
    """
    nog_eens = bundel()

    assert pakket.kenmerk == nog_eens.kenmerk
    assert pakket.zip() == nog_eens.zip()
    assert 2_500_000 > len(pakket.zip())


def test_another_byte_is_another_name(pakket: Bundel) -> None:
    """
    Also where what follows it moves along.
    """
    namen = {
        pakket.kenmerk,
        Bundel({**pakket.inhoud, "macros/__init__.py": b""}).kenmerk,
        Bundel({"a": b"bc", "d": b""}).kenmerk,
        Bundel({"a": b"b", "cd": b""}).kenmerk,
    }

    assert 4 == len(namen)


def test_it_holds_code_and_no_data(pakket: Bundel) -> None:
    """
    No client, no page, nothing that knows MkDocs, and no compiled part of another machine.
    """
    ons = [naam for naam in pakket.inhoud if naam.startswith("macros/")]

    assert "macros/load/yaml12.py" in ons
    assert "macros/views/canvas/canvas.html" in ons
    assert [] == [naam for naam in ons if b"mkdocs" in pakket.inhoud[naam] and naam.endswith(".py") and _kent(naam)]
    assert {"accounts", "docs", "tests"}.isdisjoint({naam.split("/")[0] for naam in pakket.inhoud})
    assert [] == [naam for naam in pakket.inhoud if naam.endswith((".so", ".pyd", ".pyc"))]


def _kent(naam: str) -> bool:
    tekst = Path(naam).read_text(encoding="utf-8")
    return "import mkdocs" in tekst or "from mkdocs" in tekst


def test_every_package_comes_with_its_licence(pakket: Bundel) -> None:
    """
    Who gets the archive gets the terms.
    """
    assert set() == {
        naam
        for naam in versies()
        if not any(
            een.startswith(f"{naam.replace('-', '_')}-{version(naam)}.dist-info/") and "METADATA" not in een
            for een in pakket.inhoud
        )
    }


def test_the_packages_say_what_they_say_here(pakket: Bundel, tmp_path: Path) -> None:
    """
    Cut down to one country, one language and one zone, and without the part in C: the same days off.

    Every module of ours finds what it needs, in the archive alone.
    """
    for naam, bytes_ in pakket.inhoud.items():
        (tmp_path / naam).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / naam).write_bytes(bytes_)
    # Its part in Rust is the only thing that the browser has from elsewhere.
    shutil.copytree(Path(pydantic_core.__file__).parent, tmp_path / "pydantic_core")

    opdracht = [sys.executable, "-I", "-S", "-W", "error", "-c", VRAAG, str(tmp_path)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=False)
    dagen = [str(dag) for jaar in range(1966, 2101) for dag in sorted(feestdagen(jaar))]

    assert "" == klaar.stderr
    assert [version("holidays"), str(len(_zones())), *dagen] == klaar.stdout.split()


def _zones() -> set[str]:
    """The zones that the package of zones knows, whatever the machine knows beside them."""
    return set(Path(str(distribution("tzdata").locate_file("tzdata/zones"))).read_text(encoding="utf-8").split())
