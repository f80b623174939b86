"""`handboek show`: the promised JSON, the text, and what is said when it cannot be done (design §10)."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.commands.show import show

MEERDAL = Path(__file__).parents[1] / "data" / "meerdal"
VERWACHT = MEERDAL / "meerdal-zorggroep.show.json"
OP = ("--peildatum", "2026-03-16")


@pytest.fixture
def accounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, which the command reads."""
    folder = tmp_path / "accounts"
    shutil.copytree(MEERDAL, folder)
    monkeypatch.setenv("HANDBOEK_ACCOUNTS", str(folder))
    monkeypatch.delenv("HANDBOEK_PEILDATUM", raising=False)
    return folder


def roep(*argumenten: str) -> Result:
    """Call the command as a shell would."""
    return CliRunner().invoke(show, argumenten)


@pytest.mark.usefixtures("accounts")
def test_json_is_exactly_the_promised_one() -> None:
    """
    Every key, value, text and order of the example.
    """
    resultaat = roep("meerdal-zorggroep", "--json", *OP)

    assert 0 == resultaat.exit_code
    assert VERWACHT.read_text(encoding="utf-8").strip() == resultaat.stdout.strip()


@pytest.mark.usefixtures("accounts")
def test_fixed_peildatum_of_the_team_is_the_default() -> None:
    """
    The example sets `peildatum_vast`.
    """
    assert "2026-03-16" == json.loads(roep("meerdal-zorggroep", "--json").stdout)["peildatum"]


@pytest.mark.usefixtures("accounts")
def test_explain_adds_the_steps_and_changes_nothing_else() -> None:
    """
    Under one key of its own, by the path of the value.
    """
    waarden = json.loads(roep("meerdal-zorggroep", "--json", "--explain", *OP).stdout)
    uitleg = waarden.pop("uitleg")

    assert json.loads(VERWACHT.read_text(encoding="utf-8")) == waarden
    assert {"soort": "uitkomst", "tekst": "uiterlijk 30 september 2026 ontvangen"} == (
        uitleg["contracten.beheer-2024.opzegdeadline"][-1]
    )
    assert {"fresheyes_vervalt", "segment", "contact.am-tactisch", "kennismaking.h-bakker"} <= uitleg.keys()


@pytest.mark.usefixtures("accounts")
def test_text_holds_every_value() -> None:
    """
    Dutch dates and words, and the texts of every list.
    """
    tekst = roep("meerdal-zorggroep", *OP).stdout

    verwacht = json.loads(VERWACHT.read_text(encoding="utf-8"))
    regels = [punt["tekst"] for naam in ("huiswerk", "web_gaten", "gaten") for punt in verwacht[naam]]
    regels += [reden["tekst"] for reden in verwacht["klantbeeld"]["redenen"]]
    assert [] == [regel for regel in regels if regel not in tekst]
    assert "Meerdal Zorggroep (meerdal-zorggroep), stand op 16 maart 2026" == tekst.splitlines()[0]
    assert "  opzegdeadline           30 september 2026" in tekst.splitlines()
    assert "  postmortem_vervalt      -" in tekst.splitlines()
    assert "  cm-operationeel         1 juli 2025 (te laat, 258 dagen)" in tekst.splitlines()
    assert "opzegtermijn 3 maanden" not in tekst


def test_text_of_an_empty_list_says_so(accounts: Path) -> None:
    """
    A prospect without contracts has nothing planned.
    """
    prospect = "id: nieuw\nnaam: Nieuw\ndriehoek: {accountmanager: anouk-de-wit}\ncontracten: []\n"
    (accounts / "nieuw.yml").write_text(prospect, encoding="utf-8")

    tekst = roep("nieuw", *OP).stdout

    assert "contact\n  geen\n\nkennismaking\n  geen\n\nlaatst_gesproken\n  geen\n" in tekst


@pytest.mark.usefixtures("accounts")
def test_text_explains_below_each_value() -> None:
    """
    What is a fact, what a rule, and where each stands.
    """
    tekst = roep("meerdal-zorggroep", "--explain", *OP).stdout

    assert "feit        opzegtermijn 3 maanden  [contracten.beheer-2024.opzegtermijn]" in tekst


@pytest.mark.usefixtures("accounts")
def test_unknown_account_is_a_wrong_call_with_a_suggestion() -> None:
    """
    Exit 2, and what was probably meant.
    """
    resultaat = roep("meerdal-zorgroep")

    assert 2 == resultaat.exit_code
    assert "er is geen klant 'meerdal-zorgroep'" in resultaat.stderr
    assert "bedoel je 'meerdal-zorggroep'?" in resultaat.stderr
    assert "" == resultaat.stdout


@pytest.mark.usefixtures("accounts")
@pytest.mark.parametrize("dag", ["16-03-2026", "gisteren", "2026-02-30"])
def test_peildatum_that_is_no_date_is_a_wrong_call(dag: str) -> None:
    """
    It says how to write one.
    """
    resultaat = roep("meerdal-zorggroep", "--peildatum", dag)

    assert 2 == resultaat.exit_code
    assert "2026-03-16" in resultaat.stderr


def test_missing_folder_is_a_wrong_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    No traceback.
    """
    monkeypatch.setenv("HANDBOEK_ACCOUNTS", str(tmp_path / "weg"))

    assert 2 == roep("acme").exit_code


def test_error_in_another_account_does_not_matter(accounts: Path) -> None:
    """
    A colleague can look at this client while another file is broken.
    """
    (accounts / "kapot.yml").write_text("id: kapot\nnaam: [\n", encoding="utf-8")

    assert 0 == roep("meerdal-zorggroep", "--json", *OP).exit_code
    assert 1 == roep("kapot", "--json", *OP).exit_code


@pytest.mark.parametrize("naam", ["meerdal-zorggroep.yml", "_gedeeld/instellingen.yml"])
def test_error_in_this_account_or_a_shared_file_is_told(accounts: Path, naam: str) -> None:
    """
    Exit 1 and the problem with its line; nothing else is printed.
    """
    bestand = accounts / naam
    bestand.write_text(bestand.read_text(encoding="utf-8") + "\nonbekend_veld: 1\n", encoding="utf-8")

    resultaat = roep("meerdal-zorggroep", "--json", *OP)

    assert 1 == resultaat.exit_code
    assert f"accounts/{naam}:" in resultaat.stderr
    assert "onbekend_veld" in resultaat.stderr
    assert "" == resultaat.stdout


def test_year_without_known_holidays_is_told_and_no_traceback(accounts: Path) -> None:
    """
    The site never guesses a holiday.
    """
    bestand = accounts / "meerdal-zorggroep.yml"
    tekst = bestand.read_text(encoding="utf-8").replace(
        "einddatum: 2026-12-31", "einddatum: 2026-12-31\n    opties: [%s]"
    )
    optie = "{maanden: 1200, status: gelicht, datum_gelicht: 2026-01-01}"
    bestand.write_text(tekst % optie, encoding="utf-8")

    resultaat = roep("meerdal-zorggroep", "--json", *OP)

    assert 1 == resultaat.exit_code
    assert "[jaar-onbekend]" in resultaat.stderr
