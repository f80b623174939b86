"""What Jinja compiled is kept between builds, and never used for anything but what it was made of."""

from __future__ import annotations

import sys
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import DictLoader, Environment, Template
from jinja2.bccache import Bucket
from jinja2.exceptions import SecurityError

from macros.site.bladbron import Zandbak
from macros.views import sjabloongeheugen
from macros.views.sjabloongeheugen import Geheugen

PAGINA = "Dag {{ naam }}, {{ 2 + 3 }}"


@pytest.fixture(autouse=True)
def _bewaart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may have told Python to write nothing."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


class Telt(Geheugen):
    """Counts how often something had to be compiled."""

    keren = 0

    def dump_bytecode(self, bucket: Bucket) -> None:
        """A template was."""
        self.keren += 1
        super().dump_bytecode(bucket)

    def compileer(self) -> CodeType:
        """A page is."""
        self.keren += 1
        return Environment(autoescape=True).compile(PAGINA)


def gevuld(bestand: Path, bron: str = "Dag {{ naam }}") -> tuple[str, int]:
    """Make a template and a page as a build does; return what they say, and how often Jinja had to compile."""
    geheugen = Telt(bestand)
    jinja = Environment(autoescape=True, loader=DictLoader({"groet": bron}), bytecode_cache=geheugen)
    tekst = jinja.get_template("groet").render(naam="Anouk")
    blad = Template.from_code(jinja, geheugen.van_pagina(PAGINA, geheugen.compileer), {}).render(naam="Tim")
    geheugen.bewaar()
    return f"{tekst}; {blad}", geheugen.keren


def test_a_second_build_compiles_nothing(tmp_path: Path) -> None:
    """
    The second process reads what the first wrote, and says the same.
    """
    bestand = tmp_path / "nog-niet" / "sjablonen"

    assert ("Dag Anouk; Dag Tim, 5", 2) == gevuld(bestand)
    assert ("Dag Anouk; Dag Tim, 5", 0) == gevuld(bestand)


def test_a_changed_source_is_compiled_again(tmp_path: Path) -> None:
    """
    The name of a template stays when its text changes; what was made of the old text goes from the file.
    """
    gevuld(tmp_path / "sjablonen")

    assert ("Tot ziens Anouk; Dag Tim, 5", 1) == gevuld(tmp_path / "sjablonen", "Tot ziens {{ naam }}")
    assert ("Dag Anouk; Dag Tim, 5", 1) == gevuld(tmp_path / "sjablonen")
    assert b"Tot ziens" not in (tmp_path / "sjablonen").read_bytes()


@pytest.mark.parametrize("schade", [b"", b"x", None], ids=["empty", "cut", "flipped"])
def test_a_damaged_file_is_as_none(tmp_path: Path, schade: bytes | None) -> None:
    """
    A disk that was full, a copy that stopped: every byte counts, and the next build writes it whole.
    """
    bestand = tmp_path / "sjablonen"
    gevuld(bestand)
    heel = bestand.read_bytes()
    bestand.write_bytes(heel[:-1] + bytes([heel[-1] ^ 1]) if schade is None else schade)

    assert ("Dag Anouk; Dag Tim, 5", 2) == gevuld(bestand)
    assert heel == bestand.read_bytes()


def test_another_version_of_ours_makes_it_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The glossary is in the compiled headings: a new word in it counts, as a new Jinja does.
    """
    gevuld(tmp_path / "sjablonen")
    monkeypatch.setattr(sjabloongeheugen, "_kenmerk", lambda: "een ander")

    assert ("Dag Anouk; Dag Tim, 5", 2) == gevuld(tmp_path / "sjablonen")


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    """
    An installation that is read-only compiles each time, and leaves no half file.
    """
    (tmp_path / "vol").write_text("dit is een bestand en geen map", encoding="utf-8")

    assert ("Dag Anouk; Dag Tim, 5", 2) == gevuld(tmp_path / "vol" / "sjablonen")
    assert [tmp_path / "vol"] == list(tmp_path.iterdir())


def test_nothing_is_written_that_stands_there(tmp_path: Path) -> None:
    """
    A build of what was built before touches no file; one that was told to write none, neither.
    """
    gevuld(tmp_path / "sjablonen")
    (tmp_path / "sjablonen").chmod(0o400)
    toen = (tmp_path / "sjablonen").stat()
    gevuld(tmp_path / "sjablonen")
    nu = (tmp_path / "sjablonen").stat()

    assert (toen.st_ino, toen.st_mtime_ns) == (nu.st_ino, nu.st_mtime_ns)


def test_a_build_keeps_its_hands_off_when_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    `PYTHONDONTWRITEBYTECODE` holds for this too.
    """
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    gevuld(tmp_path / "sjablonen")

    assert [] == list(tmp_path.iterdir())


def test_the_pages_use_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """
    What makes the pages has no name for their text, and keeps it all the same; what is kept still lets nobody out.
    """
    bron, geheugen = "{{ naam.__class__.__mro__ }}", Telt(tmp_path / "sjablonen")
    monkeypatch.setattr("macros.site.bladbron.GEHEUGEN", geheugen)
    for _ in range(2):
        with pytest.raises(SecurityError):
            Zandbak().from_string(bron).render(naam="Anouk")
    geheugen.bewaar()
    later = Telt(tmp_path / "sjablonen")
    later.van_pagina(bron, later.compileer)

    assert 0 == later.keren
