"""A folder is read as a whole: every file, every problem, in one run."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.load.load import Lading, lees_map
from macros.load.problem import FOUT

TEAM = "personen:\n  - {id: anouk-de-wit, naam: Anouk de Wit}\n"
ACME = """\
    id: acme
    naam: Acme
    driehoek: {accountmanager: anouk-de-wit}
    contracten: []
"""

Schrijf = Callable[..., Lading]


@pytest.fixture
def map_(tmp_path: Path) -> Schrijf:
    """Write files into a folder `accounts`, with a team unless it is None, and read it."""

    def schrijf(bestanden: dict[str, str | bytes], team: str | None = TEAM) -> Lading:
        wortel = tmp_path / "accounts"
        wortel.mkdir()
        alles = bestanden if team is None else {"_gedeeld/team.yml": team, **bestanden}
        for naam, inhoud in alles.items():
            pad = wortel / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(inhoud if isinstance(inhoud, bytes) else dedent(inhoud).encode())
        return lees_map(wortel)

    return schrijf


def zinnen(lading: Lading) -> list[str]:
    """Read the problems as people see them."""
    return [str(probleem) for probleem in lading.problemen]


def test_ten_lines_are_enough(map_: Schrijf) -> None:
    """
    A client needs an id, a name, an account manager and its contracts; the rest has a default.
    """
    lading = map_({"acme.yml": ACME})

    assert [] == zinnen(lading)
    assert ["acme"] == list(lading.accounts)
    assert "privaat" == lading.accounts["acme"].sector
    assert 18 == lading.gedeeld.instellingen.retentiefase_maanden
    assert 10 == len(lading.gedeeld.canvas.vakken)
    assert ["anouk-de-wit"] == list(lading.gedeeld.personen)


def test_three_broken_files_of_fourteen_tell_all_their_problems_in_one_run(map_: Schrijf) -> None:
    """
    The right files are read, the others are listed by file and line.
    """
    goed = {f"klant-{n}.yml": ACME.replace("id: acme", f"id: klant-{n}") for n in range(11)}
    fout: dict[str, str | bytes] = {
        "b.yml": "id: b\nnaam: [Acme\n",
        "a.yml": ACME.replace("acme", "a").replace("Acme", "3") + "    branch: zorg\n    moeder: geen\n",
        "c.yml": ACME.replace("acme", "c").replace("anouk-de-wit", "anouk-de-wt"),
    }

    lading = map_({**goed, **fout})

    assert 11 == len(lading.accounts)
    assert [
        'accounts/a.yml:2:7: fout: naam: 3 is geen tekst; zet het tussen aanhalingstekens: "3" [verkeerd-soort]',
        "accounts/a.yml:5:1: fout: 'branch' is geen veld van een klant; bedoel je 'branche'? [onbekend-veld]",
        (
            "accounts/a.yml:6:9: fout: moeder: 'geen' is geen klant: er is geen bestand met die naam; "
            "verbeter de naam, of voeg het daar toe [verwijzing]"
        ),
        "accounts/b.yml:2:7: fout: de lijst die hier begint mist een komma of het haakje ] [haakje]",
        (
            "accounts/c.yml:3:28: fout: accountmanager: 'anouk-de-wt' staat niet in _gedeeld/team.yml; "
            "bedoel je 'anouk-de-wit'? [verwijzing]"
        ),
    ] == zinnen(lading)


def test_a_missing_team_is_one_problem(map_: Schrijf) -> None:
    """
    Not one for every name in every file.
    """
    lading = map_({"acme.yml": ACME}, team=None)

    assert [
        (
            "accounts/_gedeeld/team.yml:1:1: fout: dit bestand ontbreekt; maak het, met onder personen elke collega "
            "die met klanten werkt [team-ontbreekt]"
        )
    ] == zinnen(lading)


def test_an_empty_folder_needs_no_team(map_: Schrijf) -> None:
    """
    Nobody is missed where nobody is named.
    """
    assert [] == zinnen(map_({}, team=None))


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """
    It is told with the name of the folder.
    """
    [probleem] = lees_map(tmp_path / "weg").problemen

    assert "weg:1:1: fout: deze map bestaat niet; maak hem, of kies een andere map [map]" == str(probleem)


BESTANDSNAMEN = {
    "acme.yaml": "dit bestand wordt niet gelezen; noem het acme.yml [bestandsnaam]",
    "acme.YML": "gebruik in de bestandsnaam alleen kleine letters, cijfers en streepjes, zoals acme-zonen.yml "
    "[bestandsnaam]",
    "Acme & Zonen.yml": "gebruik in de bestandsnaam alleen kleine letters, cijfers en streepjes, zoals acme-zonen.yml "
    "[bestandsnaam]",
    "_gedeeld/tem.yml": "dit gedeelde bestand kennen we niet; bedoel je team.yml? [bestandsnaam]",
    "_werving/toernooi.yml": "noem dit bestand naar het jaar van het toernooi, zoals 2026.yml [bestandsnaam]",
}


@pytest.mark.parametrize("naam", BESTANDSNAMEN)
def test_an_odd_file_name_is_a_problem(naam: str, map_: Schrijf) -> None:
    """
    A file is never left out in silence.
    """
    assert [f"accounts/{naam}:1:1: fout: {BESTANDSNAMEN[naam]}"] == zinnen(map_({naam: ACME}))


def test_other_files_are_left_alone(map_: Schrijf) -> None:
    """
    A readme, a hidden file or a backup is no account.
    """
    assert [] == zinnen(map_({"LEESMIJ.md": "x", ".verborgen.yml": "x", "acme.yml~": "x", "acme.yml": ACME}))


def test_files_in_another_folder_are_not_read(map_: Schrijf) -> None:
    """
    They would be missed without anyone knowing.
    """
    [zin] = zinnen(map_({"oud/acme.yml": ACME}))

    assert "accounts/oud:1:1: fout: bestanden in de map oud worden niet gelezen; zet ze in accounts zelf [map]" == zin


def test_the_id_is_the_file_name(map_: Schrijf) -> None:
    """
    The address of the page and every reference depend on it.
    """
    [zin] = zinnen(map_({"acme-bv.yml": ACME}))

    assert (
        "accounts/acme-bv.yml:1:5: fout: id 'acme' is anders dan de bestandsnaam; schrijf id: acme-bv, "
        "of hernoem het bestand [bestandsnaam]"
    ) == zin


def test_the_id_of_the_sample_is_reserved(map_: Schrijf) -> None:
    """
    The built-in sample client lives at that address.
    """
    [zin] = zinnen(map_({"voorbeeld.yml": ACME.replace("acme", "voorbeeld")}))

    assert "id 'voorbeeld' hoort bij de ingebouwde voorbeeldklant; kies een andere id en bestandsnaam" in zin


def test_an_item_with_an_error_does_not_break_what_refers_to_it(map_: Schrijf) -> None:
    """
    One mistake is one message.
    """
    lading = map_(
        {
            "acme.yml": """\
            id: acme
            naam: Acme
            driehoek: {accountmanager: anouk-de-wit}
            contracten:
              - {id: beheer, titel: Beheer, startdatum: morgen, einddatum: 2026-12-31}
              - {id: oud, titel: Oud, startdatum: 2020-01-01, einddatum: 2019-12-31}
            canvassen:
              - {id: "2026", gestart_op: 2026-01-01, contracten: [beheer]}
            """
        }
    )

    assert [
        (
            "accounts/acme.yml:5:45: fout: startdatum: 'morgen' is geen datum; schrijf jaar-maand-dag, "
            "bijvoorbeeld 2026-12-31 [datum]"
        ),
        (
            "accounts/acme.yml:6:62: fout: contract 'oud' eindigt voordat het begint "
            "(2020-01-01); kijk beide datums na "
            "[einddatum]"
        ),
    ] == zinnen(lading)


def test_places_are_found_afterwards(map_: Schrijf) -> None:
    """
    A warning about a field points at its line; a field that is not there at the part that lacks it.
    """
    lading = map_({"acme.yml": ACME + "    toezeggingen:\n      - {id: t1, tekst: Bellen, van: wij}\n"})

    assert ("accounts/acme.yml", 2, 7) == lading.plaats.in_bestand("acme.yml", ("naam",))
    assert ("accounts/acme.yml", 6, 34) == lading.plaats.in_bestand("acme.yml", ("toezeggingen", 0, "van"))
    assert ("accounts/acme.yml", 6, 5) == lading.plaats.in_bestand("acme.yml", ("toezeggingen", 0, "wie"))
    assert ("accounts/_gedeeld/team.yml", 2, 5) == lading.plaats.in_bestand("_gedeeld/team.yml", ("personen", 0))


_VELDEN = st.sampled_from(
    ["id", "naam", "driehoek", "contracten", "omzet", "waarde", "contactpersonen", "canvassen", "opties", "x", 2025]
)
_WAARDEN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(_VELDEN, deel, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(_VELDEN, _WAARDEN, max_size=6))
def test_no_values_ever_raise(tmp_path_factory: pytest.TempPathFactory, waarde: dict[object, object]) -> None:
    """
    Whatever a readable file says, the answer is an account or problems in that file.
    """
    wortel = tmp_path_factory.mktemp("willekeurig") / "accounts"
    (wortel / "_gedeeld").mkdir(parents=True)
    (wortel / "_gedeeld" / "team.yml").write_text(TEAM)
    (wortel / "acme.yml").write_text(_als_yaml(waarde), encoding="utf-8")

    lading = lees_map(wortel)

    assert lading.accounts or lading.problemen
    assert {FOUT} >= {probleem.ernst for probleem in lading.problemen}


def _als_yaml(waarde: object) -> str:
    """Write values as one line of YAML; JSON is YAML, save for its numbers as keys."""
    if isinstance(waarde, dict):
        return "{" + ", ".join(f"{sleutel}: {_als_yaml(deel)}" for sleutel, deel in waarde.items()) + "}"
    if isinstance(waarde, list):
        return "[" + ", ".join(map(_als_yaml, waarde)) + "]"
    if isinstance(waarde, str):
        return "'" + waarde.replace("'", "''") + "'"
    if waarde is None:
        return "null"
    return str(waarde).lower() if isinstance(waarde, bool) else str(waarde)
