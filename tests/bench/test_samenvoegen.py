"""Two proposals put together by git itself, with the attributes of this repository."""

import shutil
import subprocess
from pathlib import Path

import pytest

from macros.load.load import lees_map

ROOT = Path(__file__).resolve().parents[2]
KLANT = """\
id: acme
naam: Acme
driehoek: {accountmanager: anouk}
contracten: []
contactpersonen: [{id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch}]
"""
TEAM = "personen: [{id: anouk, naam: Anouk}, {id: rik, naam: Rik}]\n"
WEEK = """\
regels:
  - klant: acme
    datum: 2026-03-16
    kern: Begin
"""
REGEL = """\
  - klant: acme
    datum: 2026-03-17
    met: [h-bakker]
    kern: {}
"""
ANOUK, RIK = "_dagboek/2026/w12-anouk.yml", "_dagboek/2026/w12-rik.yml"


class Takken:
    """A repository with a client and a week of the journal."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.git("init", "-q", "-b", "main")
        shutil.copy(ROOT / ".gitattributes", map_)
        self.bewaar({"acme.yml": KLANT, "_gedeeld/team.yml": TEAM, ANOUK: WEEK})

    @property
    def accounts(self) -> Path:
        """The folder with the files of clients."""
        return self.map / "accounts"

    def git(self, *woorden: str) -> bool:
        """Run git and tell whether it was content."""
        wie = ("-c", "user.name=Test", "-c", "user.email=test@voorbeeld.invalid", "-c", "commit.gpgsign=false")
        opdracht = [shutil.which("git") or "git", *wie, *woorden]
        return subprocess.run(opdracht, cwd=self.map, capture_output=True, check=False).returncode == 0

    def bewaar(self, teksten: dict[str, str]) -> None:
        """Write files and commit them."""
        for naam, tekst in teksten.items():
            pad = self.accounts / naam
            pad.parent.mkdir(parents=True, exist_ok=True)
            pad.write_bytes(tekst.encode())
        assert self.git("add", "-A")
        assert self.git("commit", "-q", "-m", "voorstel")

    def samen(self, een: dict[str, str], ander: dict[str, str]) -> bool:
        """Save two proposals on branches of their own, and tell whether git puts them together."""
        for tak, teksten in (("een", een), ("ander", ander)):
            assert self.git("checkout", "-q", "-b", tak, "main")
            self.bewaar(teksten)
        return self.git("merge", "-q", "--no-edit", "een")

    def gesprekken(self) -> list[str | None]:
        """The talks that count; the folder must be without an error."""
        lading = lees_map(self.accounts)
        assert not lading.problemen
        return [moment.kern for moment in lading.accounts["acme"].contactmomenten]


@pytest.fixture
def takken(tmp_path: Path) -> Takken:
    """Make the repository."""
    return Takken(tmp_path)


def test_talks_of_two_colleagues_go_together(takken: Takken) -> None:
    """
    Each has a file of their own, so both talks count.
    """
    assert takken.samen({ANOUK: WEEK + REGEL.format("Van Anouk")}, {RIK: "regels:\n" + REGEL.format("Van Rik")})
    assert ["Van Anouk", "Van Rik"] == takken.gesprekken()


def test_one_colleague_in_two_places_is_asked_which(takken: Takken) -> None:
    """
    Git does not guess, and the check says where both versions stand, in plain words.
    """
    assert not takken.samen({ANOUK: WEEK + REGEL.format("Telefoon")}, {ANOUK: WEEK + REGEL.format("Laptop")})

    [probleem] = lees_map(takken.accounts).problemen
    assert (f"accounts/{ANOUK}", "samenvoeging") == (probleem.bestand, probleem.code)
    assert "bewaar wat waar is, soms allebei" in probleem.tekst


def test_the_journal_is_never_put_together_line_by_line(takken: Takken) -> None:
    """
    `merge=union` would give what one wrote about the old line to the new line of the other, and nobody would see it.
    """
    klaar = {ANOUK: WEEK + "    vorm: overleg\n"}
    erbij = {ANOUK: WEEK + REGEL.format("Erbij")}
    (takken.map / ".git/info/attributes").write_text("accounts/_dagboek/** merge=union\n", encoding="utf-8")

    assert takken.samen(klaar, erbij)
    assert (takken.accounts / ANOUK).read_text(encoding="utf-8").endswith("kern: Erbij\n    vorm: overleg\n")
    assert ["Erbij"] == takken.gesprekken()

    (takken.map / ".git/info/attributes").unlink()
    assert takken.git("reset", "-q", "--hard", "ander")
    assert takken.git("checkout", "-q", "-f", "main")
    assert takken.git("branch", "-q", "-D", "een", "ander")
    assert not takken.samen(klaar, erbij)


def test_line_endings_of_windows_change_no_line(takken: Takken) -> None:
    """
    A file saved with them is the same file, so another's change of another place goes in.
    """
    windows = KLANT.replace("H. Bakker", "Henk Bakker").replace("\n", "\r\n")

    assert takken.samen({"acme.yml": windows}, {"acme.yml": KLANT.replace("naam: Acme", "naam: Acme Groep")})
    account = lees_map(takken.accounts).accounts["acme"]
    assert ("Acme Groep", "Henk Bakker") == (account.naam, account.contactpersonen[0].naam)
