"""Who a git server asks to look: the same people at each kind of server, and a warning when the file no longer fits."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.commands.eigenaren import eigenaren as opdracht
from macros.controles.eigenaren import MERK, PLEKKEN, bestand, eigenaren, login_van
from macros.controles.nakijken import kijk_na
from macros.load.load import Lader

TEAM = """\
personen:
  - {id: anouk-de-wit, naam: Anouk de Wit, login: adewit}
  - {id: bram-oudkerk, naam: Bram Oudkerk, login: "@boudkerk", uit_dienst_op: 2026-03-31, vervanger: anouk-de-wit}
  - {id: rik-smeets, naam: Rik Smeets}
  - {id: johan-prins, naam: Johan Prins, login: jprins, rollen: [leidinggevende]}
"""
VAN = {"acme": "anouk-de-wit", "bolt": "bram-oudkerk", "cargo-2": "rik-smeets"}
PADEN = {
    "accounts/acme.yml": {"adewit"},
    "accounts/bolt.yml": {"boudkerk"},
    "accounts/cargo-2.yml": {"jprins"},
    "accounts/_gedeeld/team.yml": {"jprins"},
    "accounts/_werving/2026.yml": {"jprins"},
    "docs/handboek/segmenten.md": {"jprins"},
    "accounts/nieuw.yml": set(),
    "accounts/acmexyml": set(),
    "xaccounts/acme.yml": set(),
    "Makefile": set(),
}
"""Who is asked for each path, when nobody owns all else."""
DAG = date(2026, 3, 16)


def met_patronen(tekst: str, pad: str) -> set[str]:
    """As GitHub and GitLab read it: a pattern from the root, a folder with all below it, the last that fits wins."""
    wie: set[str] = set()
    for regel in tekst.splitlines():
        if not regel.strip() or regel.startswith("#"):
            continue
        patroon, *logins = regel.split()
        past = patroon == "*" or fnmatchcase(f"/{pad}", patroon + ("*" if patroon.endswith("/") else ""))
        wie = {login.removeprefix("@") for login in logins} if past else wie
    return wie


def met_regex(tekst: str, pad: str) -> set[str]:
    """As Gitea reads it: a backslash guards the next sign, then a whole path must fit; all that fit count."""
    wie: set[str] = set()
    for regel in tekst.splitlines():
        if not regel.strip() or regel.startswith("#"):
            continue
        patroon, *logins = (re.sub(r"\\(.)", r"\1", deel) for deel in re.split(r"(?<!\\) ", regel))
        niet = patroon.startswith("!")
        if bool(re.fullmatch(patroon.removeprefix("!"), pad)) != niet:
            wie |= {login.removeprefix("@") for login in logins}
    return wie


LEES: dict[str, Callable[[str, str], set[str]]] = {"github": met_patronen, "gitlab": met_patronen, "forgejo": met_regex}


@pytest.fixture
def lader(map_: Callable[..., Path]) -> Lader:
    """A folder with three clients."""
    wortel = map_(None, team=TEAM)
    for klant, wie in VAN.items():
        tekst = f"id: {klant}\nnaam: K\ndriehoek: {{accountmanager: {wie}}}\ncontracten: []\n"
        (wortel / f"{klant}.yml").write_text(tekst, encoding="utf-8")
    return Lader(wortel)


def tekst(lader: Lader, soort: str, beheer: str | None = None, dag: date = DAG) -> str:
    """The file for a kind of server."""
    return bestand(soort, eigenaren(VAN, lader.gedeeld, dag, "accounts"), beheer, "accounts")


@pytest.mark.parametrize("soort", PLEKKEN)
def test_each_server_asks_the_same_people(lader: Lader, soort: str) -> None:
    """
    A client is of its account manager, what all share of who leads, and who has no login is replaced by who leads.
    """
    assert PADEN == {pad: LEES[soort](tekst(lader, soort), pad) for pad in PADEN}


@pytest.mark.parametrize("soort", PLEKKEN)
def test_somebody_can_own_all_else(lader: Lader, soort: str) -> None:
    """
    The program and the rest of the docs; what has an owner keeps that one alone.
    """
    uit = tekst(lader, soort, "verkoop/beheer")

    assert {"verkoop/beheer"} == LEES[soort](uit, "Makefile") == LEES[soort](uit, "docs/bijdragen/index.md")
    assert {"adewit"} == LEES[soort](uit, "accounts/acme.yml")
    verwacht = {"github": set(), "gitlab": {"verkoop/beheer"}, "forgejo": set()}[soort]
    assert verwacht == LEES[soort](uit, "accounts/_dagboek/2026/w12-anouk-de-wit.yml")


def test_who_left_is_not_asked(lader: Lader) -> None:
    """
    From the day after the last day of service: the deputy.
    """
    assert {"boudkerk"} == met_patronen(tekst(lader, "github", dag=date(2026, 3, 31)), "accounts/bolt.yml")
    assert {"adewit"} == met_patronen(tekst(lader, "github", dag=date(2026, 4, 1)), "accounts/bolt.yml")


@pytest.mark.parametrize("stuk", ["met spatie", "a @ander", "", "a\n* @kwaad", "#x", "é", "@"])
def test_what_is_no_login_is_never_written(stuk: str) -> None:
    """
    A text of the team file can add no owner and no line.
    """
    assert login_van(stuk) is None


# --- the command, and the check ---


@pytest.fixture
def draai(lader: Lader, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run the command."""
    monkeypatch.setenv("HANDBOEK_ACCOUNTS", str(lader.map))
    monkeypatch.setenv("HANDBOEK_PEILDATUM", "2026-03-16")
    return lambda *opties: CliRunner().invoke(opdracht, list(opties))


def waarschuwingen(lader: Lader) -> list[tuple[str, str]]:
    """What the check says about these files."""
    gevonden = kijk_na(Lader(lader.map), DAG).waarschuwingen
    return [(een.bestand, een.code) for een in gevonden if een.code == "eigenaren-verouderd"]


@pytest.mark.parametrize(("soort", "plek"), PLEKKEN.items())
def test_it_stands_where_the_server_looks(draai: Callable[..., Result], lader: Lader, soort: str, plek: str) -> None:
    """
    Who cannot be asked is named; what owns all else stays when it is made again; and the check knows when it is due.
    """
    uit = draai("--voor", soort, "--beheer", "verkoop/beheer")

    pad = lader.map.parent / plek
    assert (0, f"{plek} staat klaar: 6 plekken met een eigenaar.\n") == (uit.exit_code, uit.stdout)
    assert "Rik Smeets heeft geen inlognaam in team.yml" in uit.stderr
    assert tekst(lader, soort, "verkoop/beheer") == pad.read_text(encoding="utf-8")
    assert [] == waarschuwingen(lader)

    acme = lader.map / "acme.yml"
    acme.write_text(acme.read_text(encoding="utf-8").replace("anouk-de-wit", "bram-oudkerk"), encoding="utf-8")
    assert [(plek, "eigenaren-verouderd")] == waarschuwingen(lader)

    assert 0 == draai("--voor", soort).exit_code
    assert "@verkoop/beheer" in pad.read_text(encoding="utf-8")
    assert [] == waarschuwingen(lader)


def test_the_file_of_somebody_else_is_left_alone(draai: Callable[..., Result], lader: Lader) -> None:
    """
    Neither written nor warned about.
    """
    pad = lader.map.parent / ".github" / "CODEOWNERS"
    pad.parent.mkdir()
    pad.write_text("* @iemand\n", encoding="utf-8")

    uit = draai("--voor", "github")

    assert (1, "* @iemand\n", []) == (uit.exit_code, pad.read_text(encoding="utf-8"), waarschuwingen(lader))
    assert "is niet hiermee gemaakt" in uit.output


def test_only_to_look(draai: Callable[..., Result], lader: Lader) -> None:
    """
    Nothing is written.
    """
    uit = draai("--voor", "github", "--toon")

    assert uit.stdout.startswith(f"{MERK} --voor github;")
    assert not (lader.map.parent / ".github").exists()


@pytest.mark.parametrize(
    ("opties", "zin"),
    [((), "'patch' leest geen CODEOWNERS"), (("--voor", "github", "--beheer", "a b"), "is geen inlognaam")],
)
def test_called_wrongly(draai: Callable[..., Result], opties: tuple[str, ...], zin: str) -> None:
    """
    One sentence, exit 2.
    """
    uit = draai(*opties)

    assert (2, True) == (uit.exit_code, zin in uit.output)
