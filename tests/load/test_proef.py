"""A folder as it would be after a change, while the shared files are read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.load import Lader

TEAM = "personen:\n  - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager]}\n"
KLANT = "id: acme\nnaam: Acme\ndriehoek: {accountmanager: anouk-de-wit}\ncontracten: []\n"
WEEK = "regels:\n  - {klant: acme, datum: 2026-03-11, kern: Gebeld}\n"


@pytest.fixture
def lader(tmp_path: Path) -> Lader:
    """A folder with one client and one colleague."""
    (tmp_path / "_gedeeld").mkdir()
    (tmp_path / "_gedeeld/team.yml").write_text(TEAM)
    (tmp_path / "acme.yml").write_text(KLANT)
    return Lader(tmp_path)


@pytest.mark.parametrize(
    "proef",
    [
        {"acme": KLANT + "branche: Zorg\n"},
        {"acme": KLANT.replace("naam", "naamm")},
        {"_dagboek/2026/w11-anouk-de-wit": WEEK},
        {"_dagboek/2026/w11-anouk-de-wit": WEEK.replace("acme", "acne")},
        {"_dagboek/2026/w11-niemand": WEEK},
        {"_gedeeld/team": TEAM.replace("anouk-de-wit", "rik-smeets")},
        {"nieuw": KLANT.replace("acme", "nieuw"), "acme": KLANT + "moeder: nieuw\n"},
    ],
)
def test_a_trial_reads_as_a_fresh_reader_does(lader: Lader, proef: dict[str, str]) -> None:
    """
    Whatever the files that differ, the client, the shared files and every problem are those of reading it all anew.
    """
    inhoud = {naam: tekst.encode() for naam, tekst in proef.items()}

    vers, ander = Lader(lader.map, proef=inhoud), lader.met(inhoud)

    assert vers.account("acme") == ander.account("acme")
    assert (sorted(vers.problemen), vers.gedeeld) == (sorted(ander.problemen), ander.gedeeld)
    assert vers.gedeeld_heel == ander.gedeeld_heel


def test_a_trial_leaves_its_reader_as_it_was(lader: Lader) -> None:
    """
    What was tried is nowhere in what is read afterwards, and a place in it is that of the trial.
    """
    eerst = lader.account("acme")

    ander = lader.met({"acme": b"# bovenaan\n" + KLANT.encode(), "_dagboek/2026/w11-anouk-de-wit": WEEK.encode()})

    assert 2 == ander.plaats.in_bestand("acme.yml", ("id",))[1]
    assert 1 == lader.plaats.in_bestand("acme.yml", ("id",))[1]
    assert eerst == lader.account("acme")
    assert {} == dict(lader.gedeeld.dagboek)
