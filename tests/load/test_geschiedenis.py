"""The file of the history: written and read the same, and refused in one sentence when it is not right."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from macros.load.geschiedenis import lees, schrijf
from macros.load.omgeving import OngeldigeOmgevingError
from macros.model.geschiedenis import GEEN, VERSIE, Geschiedenis, Moment, Verloop, Verteld, Verzet, Wijziging

TOEN = datetime(2026, 3, 1, 12, tzinfo=UTC)
MOMENT = Moment("a" * 40, 7, TOEN, date(2026, 3, 1))
ZIN = Verteld("Omvang: L → XL", ("omvang", 3), "datum", was=date(2026, 1, 1))
GESCHIEDENIS = Geschiedenis(
    VERSIE,
    sleutel="x",
    begin=MOMENT,
    tot=MOMENT,
    klanten={
        "acme": Verloop(
            (Wijziging(7, TOEN, date(2026, 3, 1), "anouk-de-wit", (ZIN,), (), 2),),
            (Verzet("beheer", "opzegdeadline", 1, 3, 7, TOEN),),
        )
    },
)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """
    The same comes back; writing it again changes nothing.
    """
    pad = tmp_path / ".cache" / "g.json"

    assert schrijf(pad, GESCHIEDENIS)

    assert GESCHIEDENIS == lees(pad)
    assert not schrijf(pad, GESCHIEDENIS)


def test_no_file_is_no_history(tmp_path: Path) -> None:
    """
    Nothing is asked of who has none.
    """
    assert GEEN == lees(tmp_path / "g.json")
    assert not GEEN.is_er
    assert GEEN.stempel("acme", "beheer", "opzegdeadline") is None


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        ("{", "is geen geschiedenis, of een stuk ervan"),
        ("[]", "is geen geschiedenis, of een stuk ervan"),
        ('{"versie": true}', "is geen geschiedenis, of een stuk ervan"),
        ("[" * 100_000, "is geen geschiedenis, of een stuk ervan"),
        ('{"versie": 2}', "is van een nieuwere versie (2) dan deze (1)"),
        ('{"versie": 0}', "is van een oudere versie (0) dan deze (1)"),
        ('{"versie": 1, "klanten": {"acme": {"verzet": 3}}}', "wat bij klanten.acme.verzet staat, klopt niet"),
        ('{"versie": 1, "nieuw": 3}', "wat bij nieuw staat, klopt niet"),
    ],
)
def test_a_broken_file_is_one_sentence(tmp_path: Path, inhoud: str, zin: str) -> None:
    """
    Where, what is wrong, and what to do: never a traceback.
    """
    pad = tmp_path / "g.json"
    pad.write_text(inhoud, encoding="utf-8")

    with pytest.raises(OngeldigeOmgevingError) as fout:
        lees(pad)

    assert f"{pad}" in str(fout.value)
    assert zin in str(fout.value)
    assert "maak het opnieuw met handboek geschiedenis" in str(fout.value)
    assert "\n" not in str(fout.value)


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    """
    A folder, and bytes that are no text.
    """
    (tmp_path / "map").mkdir()
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(OngeldigeOmgevingError, match="is niet te lezen"):
        lees(tmp_path / "map")
    with pytest.raises(OngeldigeOmgevingError, match="is geen geschiedenis"):
        lees(tmp_path / "bytes")
