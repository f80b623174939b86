"""`handboek geschiedenis`: what changed on the main branch, told from a small repository."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.afleidingen.verhuld import schuilnaam
from macros.commands.geschiedenis import geschiedenis, geschiedenis_of_reden
from macros.commands.versies.geschiedeniskop import BEPALEND
from macros.load.geschiedenis import lees
from macros.load.omgeving import PROJECT
from macros.model.geschiedenis import Geschiedenis, Stempel

CONTRACT = (
    "contracten:\n  - {id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31,"
    " opzegtermijn: {aantal: 3, eenheid: maanden}}\n"
)
Leg = Callable[..., None]


@pytest.fixture
def leg_vast(accounts: Path, git: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> Leg:
    """Change a text in a file (or write or remove it whole), and commit that at noon of a day, by somebody."""

    def doe(dag: str, bestand: str = "acme.yml", oud: str = "", nieuw: str | None = "", wie: str = "awit") -> None:
        pad = accounts / bestand
        if nieuw is None:
            pad.unlink()
        elif oud:
            assert oud in pad.read_text(encoding="utf-8")
            pad.write_text(pad.read_text(encoding="utf-8").replace(oud, nieuw), encoding="utf-8")
        elif nieuw:
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_text(nieuw, encoding="utf-8")
        for rol in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{rol}_DATE", f"{dag}T12:00:00Z")
        monkeypatch.setenv("GIT_AUTHOR_NAME", "iemand")
        monkeypatch.setenv("GIT_AUTHOR_EMAIL", f"{wie}@example.org")
        git("add", "accounts")
        git("commit", "-q", "--allow-empty", "-m", dag)

    return doe


@pytest.fixture
def maak() -> Callable[..., Result]:
    """Run the command."""
    return lambda *woorden: CliRunner().invoke(geschiedenis, list(woorden))


def gemaakt(accounts: Path) -> Geschiedenis:
    """What stands in the file now."""
    return lees(accounts.parent / ".cache" / "accounts-geschiedenis.json")


def opnieuw(accounts: Path, maak: Callable[..., Result]) -> bytes:
    """The bytes of the file, made without the help of the one before."""
    pad = accounts.parent / ".cache" / "accounts-geschiedenis.json"
    pad.unlink(missing_ok=True)
    assert 0 == maak().exit_code
    return pad.read_bytes()


def test_what_changed_and_who_did_it(accounts: Path, leg_vast: Leg, maak: Callable[..., Result]) -> None:
    """
    A change of a contract: the sentence, the days that moved, the day and the colleague by login.
    """
    leg_vast("2026-01-05", oud="contracten: []\n", nieuw=CONTRACT)
    leg_vast("2026-02-10", oud="aantal: 3", nieuw="aantal: 6")

    uit = maak()

    assert 0 == uit.exit_code, uit.output
    assert "van 1 klant tot en met 10 februari 2026" in uit.output
    nieuw, anders = gemaakt(accounts).klanten["acme"].wijzigingen
    assert ["Nieuwe klant: Acme & Zonen"] == [een.tekst for een in nieuw.zinnen]
    assert (date(2026, 2, 10), "anouk-de-wit", 2) == (anders.dag, anders.wie, anders.nummer)
    assert ["Opzegtermijn, aantal van Beheer: 3 → 6"] == [een.tekst for een in anders.zinnen]
    [deadline] = [een for een in anders.gevolgen if een.waar == ("contracten", "beheer", "opzegdeadline")]
    assert (date(2026, 9, 30), date(2026, 6, 30)) == (deadline.was, deadline.wordt)
    werk = [een for een in (*nieuw.gevolgen, *anders.gevolgen) if een.waar[0] == "vandaag"]
    assert werk
    assert [een.tekst.startswith("Nieuw op Vandaag: ") for een in werk] == [een.wordt is not None for een in werk]


def test_a_calendar_asks_when_a_day_last_moved(accounts: Path, leg_vast: Leg, maak: Callable[..., Result]) -> None:
    """
    A day that moved carries the number and time of that commit; one that did not, those of its own beginning.
    """
    leg_vast("2026-01-05", oud="contracten: []\n", nieuw=CONTRACT)
    leg_vast("2026-02-10", oud="aantal: 3", nieuw="aantal: 6")
    leg_vast("2026-02-11", oud="omvang: L", nieuw="omvang: XL")
    maak()

    feed = gemaakt(accounts)

    assert Stempel(2, datetime(2026, 2, 10, 12, tzinfo=UTC)) == feed.stempel("acme", "beheer", "opzegdeadline")
    assert Stempel(1, datetime(2026, 1, 5, 12, tzinfo=UTC)) == feed.stempel("acme", "beheer", "einddatum_actueel")
    assert Stempel(0, datetime(2026, 1, 5, 12, tzinfo=UTC)) == feed.stempel("acme", "beheer", "bestaat_niet")
    [verzet] = [een for een in feed.klanten["acme"].verzet if een.soort == "opzegdeadline"]
    assert 2 == verzet.keer


def test_made_further_is_made_anew(accounts: Path, leg_vast: Leg, maak: Callable[..., Result]) -> None:
    """
    With the file of yesterday it says the same, byte for byte: facts, the journal, a shared file, a new client.
    """
    week = "regels:\n  - {klant: acme, datum: 2026-02-09, met: [h-bakker], kern: Bijgepraat}\n"
    leg_vast("2026-01-05", oud="contracten: []\n", nieuw=CONTRACT)
    assert 0 == maak().exit_code
    for stap in (
        ("2026-02-10", "acme.yml", "aantal: 3", "aantal: 6"),
        ("2026-02-11", "_dagboek/2026/w07-anouk-de-wit.yml", "", week),
        ("2026-02-12", "_gedeeld/instellingen.yml", "", "voorstel_voor_beslisdatum_dagen: 60\n"),
        (
            "2026-02-13",
            "bolt.yml",
            "",
            "id: bolt\nnaam: Bolt\ndriehoek: {accountmanager: rik-smeets}\ncontracten: []\n",
        ),
        ("2026-02-14", "acme.yml", "omvang: L", "omvang: XL"),
    ):
        leg_vast(*stap)
        assert 0 == maak().exit_code

        verder = (accounts.parent / ".cache" / "accounts-geschiedenis.json").read_bytes()

        assert opnieuw(accounts, maak) == verder
    gezegd = gemaakt(accounts)
    assert ["Voorstel: 90 → 60"] == [zin.tekst for een in gezegd.gedeeld for zin in een.zinnen]
    assert [1, 2, 3, 4, 6] == [een.nummer for een in gezegd.klanten["acme"].wijzigingen]
    assert "Bijgepraat" in gezegd.klanten["acme"].wijzigingen[2].zinnen[0].tekst


def test_of_a_merge_the_writer_counts(
    accounts: Path, git: Callable[..., str], leg_vast: Leg, maak: Callable[..., Result]
) -> None:
    """
    One change for a branch that came to main: on the day it came there, by who wrote it and not who merged.
    """
    leg_vast("2026-01-05")
    git("checkout", "-q", "-b", "voorstel")
    leg_vast("2026-01-06", oud="omvang: L", nieuw="omvang: M", wie="1234+awit")
    leg_vast("2026-01-07", oud="omvang: M", nieuw="omvang: XL", wie="1234+awit")
    git("checkout", "-q", "main")
    leg_vast("2026-02-01", "_gedeeld/lessen.yml", "", "lessen: []\n", wie="vreemd")
    git("merge", "-q", "--no-ff", "voorstel", "-m", "samen")
    maak()

    [_, samen] = gemaakt(accounts).klanten["acme"].wijzigingen

    assert ("anouk-de-wit", date(2026, 2, 1)) == (samen.wie, samen.dag)
    assert ["Omvang: L → XL"] == [een.tekst for een in samen.zinnen]


def test_an_unknown_writer_is_nobody(accounts: Path, leg_vast: Leg, maak: Callable[..., Result]) -> None:
    """
    The name in git is never shown when it is not that of a colleague.
    """
    leg_vast("2026-01-05")
    leg_vast("2026-02-10", oud="omvang: L", nieuw="omvang: XL", wie="vreemd")
    maak()

    assert gemaakt(accounts).klanten["acme"].wijzigingen[-1].wie is None
    assert "vreemd" not in (accounts.parent / ".cache" / "accounts-geschiedenis.json").read_text(encoding="utf-8")


def test_who_was_taken_out_is_not_named_any_more(accounts: Path, leg_vast: Leg, maak: Callable[..., Result]) -> None:
    """
    Git remembers a contact person that left the file; the history does not, and neither when it is made further.
    """
    leg_vast("2026-01-05")
    leg_vast("2026-01-06", oud="laag: tactisch}\n", nieuw="laag: tactisch, houding: fan, belang: Bakker wil rust}\n")
    assert 0 == maak().exit_code
    assert "Bakker" in gemaakt(accounts).klanten["acme"].wijzigingen[-1].zinnen[-1].tekst
    klant = (accounts / "acme.yml").read_text(encoding="utf-8")
    zonder = [regel.replace("h-bakker", "oud-contact") for regel in klant.splitlines() if "H. Bakker" not in regel]
    leg_vast("2026-02-10", nieuw="\n".join(zonder).replace("contactpersonen:\n", "contactpersonen: []\n") + "\n")

    assert 0 == maak().exit_code

    tekst = (accounts.parent / ".cache" / "accounts-geschiedenis.json").read_text(encoding="utf-8")
    assert "akker" not in tekst
    assert "een oud contact" in tekst
    leg_vast("2026-02-11", oud="omvang: L", nieuw="omvang: XL")
    assert 0 == maak().exit_code
    verder = (accounts.parent / ".cache" / "accounts-geschiedenis.json").read_bytes()
    assert opnieuw(accounts, maak) == verder


def test_another_client_is_called_by_its_name(accounts: Path, leg_vast: Leg, maak: Callable[..., Result]) -> None:
    """
    As `handboek diff` does; not by the name of its file.
    """
    leg_vast("2026-01-05", oud="contracten: []\n", nieuw=CONTRACT)
    bolt = "id: bolt\nnaam: Bolt\ndriehoek: {accountmanager: rik-smeets}\ncontracten: []\nomvang: L\n"
    leg_vast("2026-01-06", "bolt.yml", nieuw=bolt)
    leg_vast("2026-01-07", "bolt.yml", "omvang: L", "omvang: L\nmoeder: acme")
    maak()

    [zin] = gemaakt(accounts).klanten["bolt"].wijzigingen[-1].zinnen

    assert zin.tekst.endswith(": Acme & Zonen")


def test_a_hidden_client_goes_by_its_code(accounts: Path, leg_vast: Leg, maak: Callable[..., Result]) -> None:
    """
    A client that is gone and wants no mention is nowhere named: not by who it was before, and not by another client.
    """
    einde = "opzegging: {ontvangen_op: 2025-09-22, door: klant, per_datum: 2025-12-31}"
    weg = CONTRACT.replace("2026-12-31", "2025-12-31").replace("}}\n", f"}}, {einde}}}\n")
    bolt = "id: bolt\nnaam: Bolt\ndriehoek: {accountmanager: rik-smeets}\ncontracten: []\nomvang: L\n"
    leg_vast("2026-01-05", "bolt.yml", "", bolt)
    leg_vast("2026-01-06", "bolt.yml", "omvang: L", "omvang: XL\nomschrijving: Kent Acme & Zonen goed\nmoeder: acme")
    leg_vast("2026-01-07", oud="naam: Acme & Zonen", nieuw="naam: Acme Groep")
    assert 0 == maak().exit_code
    assert "Acme" in (accounts.parent / ".cache" / "accounts-geschiedenis.json").read_text(encoding="utf-8")
    leg_vast("2026-02-10", oud="contracten: []\n", nieuw=f"anoniem: true\n{weg}")

    uit = maak()

    assert 0 == uit.exit_code, uit.output
    tekst = (accounts.parent / ".cache" / "accounts-geschiedenis.json").read_text(encoding="utf-8")
    assert "acme" not in tekst.lower()
    assert "akker" not in tekst
    assert [schuilnaam("acme"), "bolt"] == sorted(gemaakt(accounts).klanten, reverse=True)
    assert "Kent een klant goed" in tekst


def test_what_cannot_be_read_is_told_later(accounts: Path, leg_vast: Leg, maak: Callable[..., Result]) -> None:
    """
    A commit with an error in it says nothing; the next one that can be read tells both.
    """
    leg_vast("2026-01-05")
    leg_vast("2026-01-06", oud="omvang: L", nieuw="omvang: enorm")
    leg_vast("2026-01-07", oud="omvang: enorm", nieuw="omvang: XL")
    maak()

    laatste = gemaakt(accounts).klanten["acme"].wijzigingen[-1]

    assert ("Omvang: L → XL", date(2026, 1, 7)) == (laatste.zinnen[0].tekst, laatste.dag)


def test_older_than_the_team_asks_is_not_told(accounts: Path, leg_vast: Leg, maak: Callable[..., Result]) -> None:
    """
    Whole months back from the last commit; the number of a day that moved before that does not go back.
    """
    leg_vast("2025-01-05", oud="contracten: []\n", nieuw=CONTRACT)
    leg_vast("2025-02-10", oud="aantal: 3", nieuw="aantal: 6")
    leg_vast("2026-01-10", "_gedeeld/instellingen.yml", "", "geschiedenis_maanden: 3\n")
    leg_vast("2026-02-01", oud="omvang: L", nieuw="omvang: XL")
    maak()

    gezegd = gemaakt(accounts)

    assert [4] == [een.nummer for een in gezegd.klanten["acme"].wijzigingen]
    stempel = gezegd.stempel("acme", "beheer", "opzegdeadline")
    assert stempel == Stempel(2, datetime(2025, 2, 10, 12, tzinfo=UTC))


def test_the_publication_before(
    accounts: Path, git: Callable[..., str], leg_vast: Leg, maak: Callable[..., Result]
) -> None:
    """
    Who publishes says what readers had; a commit of nowhere is refused.
    """
    leg_vast("2026-01-05")
    leg_vast("2026-01-06", oud="omvang: L", nieuw="omvang: XL")

    assert 0 == maak("--vorige", git("rev-parse", "HEAD~1")).exit_code

    vorige = gemaakt(accounts).vorige
    assert vorige is not None
    assert (1, date(2026, 1, 5)) == (vorige.nummer, vorige.dag)
    assert "'bestaat-niet' is geen eerdere versie van deze tak" in maak("--vorige", "bestaat-niet").output


def test_a_part_of_the_history_is_refused(
    accounts: Path, git: Callable[..., str], leg_vast: Leg, maak: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A shallow clone would tell that everything is new: one sentence, and no file.
    """
    leg_vast("2026-01-05")
    leg_vast("2026-01-06", oud="omvang: L", nieuw="omvang: XL")
    ondiep = accounts.parent / "ondiep"
    git("clone", "-q", "--depth", "1", f"file://{accounts.parent}", str(ondiep))
    monkeypatch.setenv("HANDBOEK_ACCOUNTS", str(ondiep / "accounts"))

    uit = maak()

    assert (1, "fout: deze kopie heeft niet de hele geschiedenis; haal die eerst op met: git fetch --unshallow\n") == (
        uit.exit_code,
        uit.output,
    )
    assert not (ondiep / ".cache").exists()


def test_no_repository_and_nothing_in_it(accounts: Path, git: Callable[..., str], maak: Callable[..., Result]) -> None:
    """
    One Dutch sentence for each.
    """
    assert (1, True) == ((uit := maak()).exit_code, "'HEAD' is geen versie die git kent" in uit.output)
    git("commit", "-q", "--allow-empty", "-m", "leeg")
    assert "leg het eerst vast met git commit" in maak().output
    shutil.rmtree(accounts.parent / ".git")
    assert "zonder git is niet te zien wat er veranderde" in maak().output


def test_errors_in_the_last_commit(leg_vast: Leg, maak: Callable[..., Result]) -> None:
    """
    Who is hidden is not known then, so nothing is made.
    """
    leg_vast("2026-01-05", oud="omvang: L", nieuw="omvang: enorm")

    uit = maak()

    assert 1 == uit.exit_code
    assert uit.output.startswith("accounts/acme.yml:13:")


def test_a_publication_goes_on_without_it(
    accounts: Path, git: Callable[..., str], leg_vast: Leg, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    What readers had may be gone from git, and git itself too: a sentence, and no error.
    """
    leg_vast("2026-01-05")

    assert "1 wijziging van 1 klant" in geschiedenis_of_reden("f" * 40)
    assert "1 wijziging van 1 klant" in geschiedenis_of_reden("")
    ondiep = accounts.parent / "ondiep"
    leg_vast("2026-01-06", oud="omvang: L", nieuw="omvang: XL")
    git("clone", "-q", "--depth", "1", f"file://{accounts.parent}", str(ondiep))
    monkeypatch.setenv("HANDBOEK_ACCOUNTS", str(ondiep / "accounts"))
    assert geschiedenis_of_reden("").startswith("de site zegt niet wat er veranderde: deze kopie heeft niet de hele")


def test_what_decides_a_history_is_there() -> None:
    """
    A part of the code that moved and kept its old name here would leave a history of before as it is.
    """
    assert [] == [naam for naam in BEPALEND if not (PROJECT / naam).exists()]
