"""One archive with our own code and the packages it uses, cut down to what a browser needs.

The packages are those of this environment, so that the browser reads, checks and prints with the same versions. The
same code and packages give the same name and, with the same zlib, the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from hashlib import sha256
from importlib.metadata import distribution
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MACROS = Path(__file__).resolve().parents[1]
_VAN_ONS = (".py", ".html", ".yml")
_NIET_VAN_ONS = (
    "macros/__main__.py",
    *(f"macros/{kamer}/*" for kamer in ("commands", "invoer", "outputs")),
    *(
        f"macros/site/{naam}.py"
        for naam in ("bladbron", "bladgeheugen", "hooks", "ics", "opverzoek", "serveren", "splitsen")
    ),
    "macros/site/thema/*",
    *(f"macros/bewerken/{naam}.py" for naam in ("bundel", "haak", "herkomst", "neerzetten", "vernieuwen")),
    "macros/bewerken/runtime/*",
)
"""The command line and what only that needs, what knows MkDocs or writes the calendars, and what makes the archive."""
_DATUM = (1980, 1, 1, 0, 0, 0)


class _Pakket(NamedTuple):
    """An installed package, and which of its files are taken."""

    naam: str
    """As pip calls it."""
    mag: tuple[str, ...]
    niet: tuple[str, ...] = ()


_PAKKETTEN: tuple[_Pakket, ...] = (
    _Pakket("annotated-types", ("annotated_types/*.py",)),
    _Pakket(
        "babel",
        (
            "babel/*.py",
            "babel/global.dat",
            "babel/locale-data/LICENSE.unicode",
            *(f"babel/locale-data/{taal}.dat" for taal in ("nl", "nl_NL", "root")),
        ),
        ("babel/messages/*", "babel/localtime/_win32.py"),
    ),
    _Pakket(
        "holidays",
        (
            *(f"holidays/{naam}.py" for naam in ("__init__", "constants", "helpers", "registry", "utils", "version")),
            *(f"holidays/{naam}.py" for naam in ("holiday_base", "observed_holiday_base", "countries/netherlands")),
            *(f"holidays/calendars/{naam}.py" for naam in ("ethiopian", "gregorian", "julian", "julian_revised")),
            *(f"holidays/groups/{naam}.py" for naam in ("christian", "international")),
            "holidays/locale/nl/LC_MESSAGES/NL.mo",
        ),
    ),
    _Pakket("jinja2", ("jinja2/*.py",)),
    _Pakket("markupsafe", ("markupsafe/*.py",)),
    _Pakket(
        "pydantic",
        ("pydantic/*.py",),
        ("pydantic/v1/*", "pydantic/mypy.py", "pydantic/_internal/_git.py", "pydantic/experimental/*"),
    ),
    _Pakket("python-dateutil", ("dateutil/*.py",), ("dateutil/zoneinfo/*", "dateutil/tz/win.py")),
    _Pakket("pyyaml", ("yaml/*.py",), ("yaml/cyaml.py",)),
    _Pakket("six", ("six.py",)),
    _Pakket("typing-extensions", ("typing_extensions.py",)),
    _Pakket("typing-inspection", ("typing_inspection/*.py",)),
    # All names of zones, because a setting is checked against them; the hours of one.
    _Pakket(
        "tzdata",
        (
            "tzdata/__init__.py",
            "tzdata/zones",
            "tzdata/zoneinfo/__init__.py",
            "tzdata/zoneinfo/Europe/__init__.py",
            "tzdata/zoneinfo/Europe/Amsterdam",
        ),
    ),
)
_IN_PLAATS = {
    "holidays/calendars/__init__.py": "",
    "holidays/countries/__init__.py": "",
    "holidays/groups/__init__.py": (
        "from holidays.groups.christian import ChristianHolidays\n"
        "from holidays.groups.international import InternationalHolidays\n"
    ),
}
"""What names all countries and calendars there, and here only ours."""
_LICENTIE = re.compile(r"\.dist-info/(?:licenses/)?(?:LICEN[CS]E|COPYING|AUTHORS)[^/]*$", re.IGNORECASE)


class Bundel(NamedTuple):
    """The archive."""

    inhoud: Mapping[str, bytes]
    """Every file by its path below `site-packages`, sorted."""

    @property
    def kenmerk(self) -> str:
        """Twelve signs that are others as soon as one byte of a file is."""
        som = sha256()
        for naam, bytes_ in self.inhoud.items():
            som.update(f"{naam}\0{len(bytes_)}\0".encode() + bytes_)
        return som.hexdigest()[:12]

    def zip(self) -> bytes:
        """The archive itself; takes a tenth of a second."""
        stroom = BytesIO()
        with ZipFile(stroom, "w") as archief:
            for naam, bytes_ in self.inhoud.items():
                kop = ZipInfo(naam, _DATUM)
                kop.compress_type, kop.create_system = ZIP_DEFLATED, 3
                archief.writestr(kop, bytes_, compresslevel=6)
        return stroom.getvalue()


def bundel() -> Bundel:
    """Gather the files of the archive as they are now.

    Raises `importlib.metadata.PackageNotFoundError` where a package is not installed.
    """
    delen = dict(_eigen())
    for pakket in _PAKKETTEN:
        delen |= _van(pakket)
    delen |= {naam: tekst.encode() for naam, tekst in _IN_PLAATS.items()}
    return Bundel(dict(sorted(delen.items())))


def versies() -> dict[str, str]:
    """The version of each package in the archive."""
    return {pakket.naam: distribution(pakket.naam).version for pakket in _PAKKETTEN}


def _eigen() -> Iterator[tuple[str, bytes]]:
    for pad in MACROS.rglob("*"):
        naam = f"macros/{pad.relative_to(MACROS).as_posix()}"
        if pad.suffix in _VAN_ONS and pad.is_file() and not any(fnmatch(naam, niet) for niet in _NIET_VAN_ONS):
            yield naam, pad.read_bytes()


def _van(pakket: _Pakket) -> dict[str, bytes]:
    """The files of a package that are taken, with its licence and, as some ask for it, its version."""
    gevonden = distribution(pakket.naam)
    delen = {}
    for bestand in gevonden.files or ():
        naam = bestand.as_posix()
        binnen = any(fnmatch(naam, patroon) for patroon in pakket.mag)
        buiten = any(fnmatch(naam, patroon) for patroon in pakket.niet)
        if (binnen and not buiten) or _LICENTIE.search(naam):
            delen[naam] = Path(str(gevonden.locate_file(bestand))).read_bytes()
    kop = f"Metadata-Version: 2.1\nName: {pakket.naam}\nVersion: {gevonden.version}\n"
    map_ = f"{pakket.naam.replace('-', '_')}-{gevonden.version}.dist-info"
    return delen | {f"{map_}/METADATA": kop.encode()}
