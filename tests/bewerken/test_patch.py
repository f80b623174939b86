"""A proposal as a mail: `git am` makes the same bytes of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from gitdoos import git, voorraad

from macros.bewerken.patch import Verandering, patch

DAG = date(2026, 3, 16)
KAAL = "id: acme\nnaam: Acme\nbranche: Zorg\n"
TEKSTEN = {
    "een regel anders": (KAAL, KAAL.replace("Zorg", "Bouw")),
    "nieuw bestand": ("", KAAL),
    "zonder laatste regeleinde": (KAAL, KAAL.removesuffix("\n")),
    "met laatste regeleinde": (KAAL.removesuffix("\n"), KAAL),
    "regeleinden van Windows": (KAAL.replace("\n", "\r\n"), KAAL.replace("\n", "\r\n").replace("Zorg", "Bouw")),
    "vreemde tekens": (KAAL, f"{KAAL}omschrijving: 'één €, “aanhaling”, \u2028 en 🙂'\n"),
    "lijkt op een mail": (KAAL, f"{KAAL}omschrijving: |\n  From iemand\n  -- \n  diff --git a/x b/x\n  @@ -1 +1 @@\n"),
    "ver uit elkaar": (
        "".join(f"a{n}: {n}\n" for n in range(60)),
        "".join(f"a{n}: {n + (n in (3, 50))}\n" for n in range(60)),
    ),
    "bijna leeg": (KAAL, "id: acme\n"),
}


@pytest.mark.parametrize("geval", TEKSTEN)
def test_git_am_makes_the_same_bytes(tmp_path: Path, geval: str) -> None:
    """
    Whatever a file holds: line ends, letters, lines that look like a mail or like a patch.
    """
    oud, nieuw = TEKSTEN[geval]
    voorraad(tmp_path, {"accounts/acme.yml": oud} if oud else {})

    brief = patch([Verandering("[acme] Iets", {"accounts/acme.yml": (oud, nieuw)})], wie="Zoë", adres="z@x.nl", dag=DAG)
    git(tmp_path, "am", "--quiet", "--keep-non-patch", invoer=brief)

    assert nieuw.encode() == (tmp_path / "accounts/acme.yml").read_bytes()
    assert "[acme] Iets|Zoë|z@x.nl|2026-03-16" == git(tmp_path, "log", "-1", "--format=%s|%an|%ae|%as").strip()


def test_each_client_is_a_commit(tmp_path: Path) -> None:
    """
    Two clients give two commits, with a week file that both write in; the words come along.
    """
    week = "accounts/_dagboek/2026/w12-anouk-de-wit.yml"
    voorraad(tmp_path, {"accounts/acme.yml": KAAL})
    eerste = Verandering(
        "[acme] Gesprek\n\n- Gesproken met «H. Bakker»",
        {"accounts/acme.yml": (KAAL, KAAL + "x: 1\n"), week: ("", "regels:\n  - a\n")},
    )
    tweede = Verandering("[beta] Gesprek", {week: ("regels:\n  - a\n", "regels:\n  - a\n  - b\n")})

    git(tmp_path, "am", "--quiet", "--keep-non-patch", invoer=patch([eerste, tweede], wie="A", adres="a@x.nl", dag=DAG))

    assert ["[beta] Gesprek", "[acme] Gesprek", "Begin"] == git(tmp_path, "log", "--format=%s").splitlines()
    assert "- Gesproken met «H. Bakker»" == git(tmp_path, "log", "-1", "--skip=1", "--format=%b").strip()
    assert "regels:\n  - a\n  - b\n" == (tmp_path / week).read_text()


def test_the_same_changes_give_the_same_bytes() -> None:
    """
    The day is an argument, and nothing else of the machine is in it.
    """
    een = [Verandering("[acme] Iets", {"accounts/acme.yml": (KAAL, KAAL + "x: 1\n")})]

    assert patch(een, wie="A", adres="a@x.nl", dag=DAG) == patch(een, wie="A", adres="a@x.nl", dag=DAG)
