"""One remark of ours below a proposal, at each kind of git server: made, found among many, replaced, or refused."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from bewaarplaats import Bewaarplaats, git
from loketten import Smederij, open_voor
from vraag import GeweigerdError as Nee
from werkplaats import AZURE, HOOFDTAK, PROJECT, Ingreep, Reactie, Werkplaats

from macros.load.omgeving import PROJECT as ROOT
from macros.load.problem import FOUT, Problem
from macros.publiceren import plaatsing, smederijen
from macros.publiceren.plaatsing import MEESTE, SOORTEN, hoofd, keur
from macros.publiceren.smederijen import PlaatsingError, Server
from macros.verschil.meekijken import Meekijken
from macros.verschil.opmerking import als_markdown, met_fouten
from macros.verschil.voorstel import Klantverschil, Voorstel
from macros.verschil.zin import Zin
from macros.woorden.markdown import MERK

TAK = "voorstel/een"
SITE = "https://handboek.intern.example/voorbeeld/een/"
TEKST = f"{MERK}\n### Wat dit voorstel verandert\n\n- Omvang\\: L → XL\n"
ANDERS = TEKST.replace("XL", "XXL")
ROBOT = "sleutel-van-de-robot"


@pytest.fixture
def smederij(tmp_path: Path) -> Iterator[Smederij]:
    """A stand-in forge with two proposals, and a token of a program."""
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch", HOOFDTAK, "repo.git")
    bewaar = Bewaarplaats(tmp_path / "repo.git")
    leeg = git(bewaar.folder, "mktree").decode().strip()
    begin = bewaar.commit(leeg, [], "Begin", "Beheer")
    bewaar.zet(HOOFDTAK, begin, None)
    plaats = Werkplaats(bewaar, "http://nergens.example", "http://nergens.example/voorstel/")
    plaats.sleutels[ROBOT] = "robot"
    for naam in ("eerder", TAK):
        bewaar.zet(naam, bewaar.schrijf(begin, {"a.yml": naam.encode()}, "Klant", "Lotte"), None)
        plaats.vraag_aan(naam, HOOFDTAK, "Voorstel", "", "Lotte")
    with open_voor(plaats) as server:
        yield server


@pytest.fixture(params=SOORTEN)
def soort(request: pytest.FixtureRequest) -> str:
    """Each kind of server in turn."""
    return str(request.param)


Omgeving = Callable[[], dict[str, str]]


@pytest.fixture
def omgeving(smederij: Smederij, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Omgeving:
    """What a job of each kind of server finds around it, for the second proposal."""
    monkeypatch.setattr(smederijen, "NOGMAALS", (0.0, 0.0))

    def van() -> dict[str, str]:
        organisatie, team, opslag = AZURE.split("/")
        eigenaar = {"owner": {"login": PROJECT.partition("/")[0]}}
        run = {"head_sha": smederij.plaats.kop(TAK), "head_branch": TAK, "head_repository": eigenaar}
        gebeurd = {"workflow_run": run, "pull_request": {"number": 2}}
        (tmp_path / "event.json").write_text(json.dumps(gebeurd), encoding="utf-8")
        return {
            "HANDBOEK_TOKEN": ROBOT,
            "GITHUB_API_URL": f"{smederij.adres}/api/v3",
            "GITHUB_SERVER_URL": smederij.adres,
            "GITHUB_REPOSITORY": PROJECT,
            "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
            "CI_API_V4_URL": f"{smederij.adres}/api/v4",
            "CI_PROJECT_ID": "7",
            "HANDBOEK_TAAK": "102",
            "SYSTEM_COLLECTIONURI": f"{smederij.adres}/{organisatie}/",
            "SYSTEM_TEAMPROJECT": team,
            "BUILD_REPOSITORY_ID": opslag,
            "SYSTEM_PULLREQUEST_PULLREQUESTID": "2",
        }

    return van


@pytest.fixture
def zet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Put a text below the proposal; returns the exit code and what was said."""

    def doe(soort: str, omgeving: Mapping[str, str], tekst: str = TEKST) -> tuple[int, str]:
        (tmp_path / "verschil.md").write_text(tekst, encoding="utf-8")
        code = hoofd([soort, str(tmp_path / "verschil.md")], omgeving)
        return code, "".join(capsys.readouterr())

    return doe


Zet = Callable[..., tuple[int, str]]


def test_it_is_made_and_then_replaced(soort: str, smederij: Smederij, omgeving: Omgeving, zet: Zet) -> None:
    """
    One remark, however often the proposal changes; the same text is not sent again.
    """
    rond = omgeving()

    gezegd = [zet(soort, rond), zet(soort, rond), zet(soort, rond, ANDERS)]

    assert [
        (0, "De opmerking staat bij het voorstel.\n"),
        (0, "De opmerking staat er al.\n"),
        (0, "De opmerking is vervangen.\n"),
    ] == gezegd
    assert [Reactie(1, 2, "robot", ANDERS)] == smederij.plaats.reacties


def test_it_is_found_among_many(soort: str, smederij: Smederij, omgeving: Omgeving, zet: Zet) -> None:
    """
    Beyond the first pages; what stands below another proposal is another.
    """
    plaats = smederij.plaats
    plaats.reageer("1", TEKST, "robot")
    for nummer in range(1, 251):
        plaats.reageer("2", f"Opmerking {nummer}", "Bram")
        if nummer == 230:
            plaats.reageer("2", TEKST, "robot")

    assert (0, "De opmerking is vervangen.\n") == zet(soort, omgeving(), ANDERS)

    assert [("1", TEKST), ("2", ANDERS)] == [
        (str(een.voorstel), een.tekst) for een in plaats.reacties if een.tekst.startswith(MERK)
    ]


def test_what_a_colleague_wrote_stays(soort: str, smederij: Smederij, omgeving: Omgeving, zet: Zet) -> None:
    """
    Also when it begins as ours does.
    """
    smederij.plaats.reageer("2", f"{MERK}\nvan mij", "Bram")
    smederij.plaats.reageer("2", f"zie {MERK}", "robot")

    assert (0, "De opmerking staat bij het voorstel.\n") == zet(soort, omgeving())

    assert [f"{MERK}\nvan mij", f"zie {MERK}", TEKST] == [een.tekst for een in smederij.plaats.reacties]


def test_a_refusal_is_one_sentence(soort: str, smederij: Smederij, omgeving: Omgeving, zet: Zet) -> None:
    """
    A token that is unknown or may not write, a server that is not there, and no token.
    """
    rond = omgeving()
    onbekend = zet(soort, rond | {"HANDBOEK_TOKEN": "verlopen"})
    smederij.plaats.schrijven = False
    mag_niet = zet(soort, rond)
    weg = {naam: waarde.replace(smederij.adres, "http://127.0.0.1:9") for naam, waarde in rond.items()}
    nergens = zet(soort, weg)
    leeg = zet(soort, rond | {"HANDBOEK_TOKEN": ""})

    for (code, gezegd), zin in zip(
        (onbekend, mag_niet, nergens, leeg),
        ("weigert de sleutel (401)", "weigert de sleutel (403)", "is niet te bereiken", "HANDBOEK_TOKEN is leeg"),
        strict=True,
    ):
        assert (1, 1) == (code, gezegd.count("\n")), gezegd
        assert gezegd.startswith("Niet geplaatst: ")
        assert zin in gezegd
        assert not {"Traceback", ROBOT} & set(gezegd.split())


def test_a_proposal_that_is_not_there(soort: str, omgeving: Omgeving, zet: Zet, tmp_path: Path) -> None:
    """
    Or a number that is none: nothing is put anywhere.
    """
    rond = omgeving() | {"HANDBOEK_TAAK": "109", "SYSTEM_PULLREQUEST_PULLREQUESTID": "9"}
    gebeurd = json.loads((tmp_path / "event.json").read_text(encoding="utf-8"))
    gebeurd["pull_request"]["number"] = 9
    gebeurd["workflow_run"]["head_sha"] = "0" * 40
    (tmp_path / "event.json").write_text(json.dumps(gebeurd), encoding="utf-8")

    code, gezegd = zet(soort, rond)

    assert (0 if soort == "github" else 1) == code
    assert ("geen open voorstel meer" if soort == "github" else "kent dit voorstel niet (404)") in gezegd
    if soort != "github":
        (tmp_path / "event.json").write_text('{"pull_request": {"number": "2/../1"}}', encoding="utf-8")
        raar = rond | {"HANDBOEK_TAAK": "2/../1", "SYSTEM_PULLREQUEST_PULLREQUESTID": "2/../1"}
        assert "vertelde niet bij welk voorstel" in zet(soort, raar)[1]


def test_the_server_says_whose_job_it_was(smederij: Smederij, omgeving: Omgeving, zet: Zet) -> None:
    """
    A job of another proposal goes below that one; one of the main branch below none.
    """
    assert 0 == zet("gitlab", omgeving() | {"HANDBOEK_TAAK": "101"})[0]
    assert [1, 0] == [len(smederij.plaats.reacties_bij(nummer)) for nummer in ("1", "2")]
    assert "vertelde niet bij welk voorstel" in zet("gitlab", omgeving() | {"HANDBOEK_TAAK": "1"})[1]


def test_a_busy_server_is_asked_again(smederij: Smederij, omgeving: Omgeving, zet: Zet) -> None:
    """
    Reading is repeated; a remark that may have been made is not made twice.
    """

    def vol() -> None:
        raise Nee(503, "busy")

    smederij.plaats.ingrepen = [Ingreep("GET", "comments", vol), Ingreep("GET", "comments", vol)]
    assert 0 == zet("forgejo", omgeving())[0]

    smederij.plaats.reacties.clear()
    smederij.plaats.ingrepen = [Ingreep("POST", "comments", vol)]
    assert "weigert de opmerking met 503" in zet("forgejo", omgeving())[1]


@pytest.mark.parametrize("adres", ["http://git.intern.example", "file:///etc", "git.intern.example", "ftp://x"])
def test_a_token_goes_only_where_nobody_listens(adres: str) -> None:
    """
    Over https, or to this computer.
    """
    with pytest.raises(PlaatsingError, match="geen adres van een git-server"):
        Server(adres, ROBOT)


def test_a_redirect_is_not_followed(smederij: Smederij) -> None:
    """
    The token would go along.
    """
    server = Server(smederij.adres, ROBOT)

    with pytest.raises(PlaatsingError, match="wijst naar een ander adres \\(303\\)"):
        server.vraag("POST", "/samenvoegen/1")


# --- the text is trusted in nothing ---


def remarks() -> Iterator[str]:
    """What handboek makes, with text that tries everything."""
    gemeen = 'a | b\n@iedereen <img src="x"> [x](https://kwaad.example) `c` \\ #1 !2 /close www.kwaad.example ::x::'
    zin = Zin(gemeen, ("canvassen", "2026"), "anders")
    voorstel = Voorstel((zin,), (Klantverschil("acme", gemeen, (zin,), (zin,), (gemeen,)),))
    voorstel = voorstel._replace(meekijken=(Meekijken("feit", gemeen, gemeen),))
    yield als_markdown(voorstel)
    yield als_markdown(voorstel, SITE)
    yield als_markdown(voorstel, "https://git.example/verkoop/handboek/actions/runs/7#artifacts")
    yield als_markdown(Voorstel((), ()))
    yield als_markdown(Voorstel((), tuple(Klantverschil(f"k{n}", gemeen, (zin,) * 50, ()) for n in range(99))))
    yield met_fouten([Problem("accounts/_gedeeld/team.yml", 1, 1, FOUT, "datum", gemeen)])


def test_what_handboek_makes_is_taken() -> None:
    """
    Every kind of remark, whatever the files say.
    """
    mag = ("https://handboek.intern.example/voorbeeld/", "https://git.example/verkoop/handboek/")

    assert [een.encode() for een in remarks()] == [keur(een.encode(), mag).encode() for een in remarks()]


@pytest.mark.parametrize(
    "erbij",
    [
        "@iedereen",
        "<img src=x>",
        "<!-- handboek-diff -->",
        "![x](https://handboek.intern.example/voorbeeld/x.png)",
        "[klik](https://kwaad.example)",
        "[klik](https://handboek.intern.example/voorbeeld/../../uitloggen)",
        "[klik](javascript:alert)",
        "[klik]( https://kwaad.example )",
        "[klik][x]\n\n[x]: https://kwaad.example",
        "https://kwaad.example",
        "www.kwaad.example",
        "\\\\<img>",
        "/close",
        "Sluit #12",
        "\x1b[2J",
        "\N{RIGHT-TO-LEFT OVERRIDE}omgekeerd",
        "x" * MEESTE,
    ],
)
def test_what_handboek_does_not_make_is_refused(erbij: str) -> None:
    """
    A job that ran what a proposal says can write anything.
    """
    keur(TEKST.encode(), ())
    with pytest.raises(PlaatsingError, match="niet geplaatst"):
        keur(f"{TEKST}\n{erbij}\n".encode(), ("https://handboek.intern.example/voorbeeld/",))


@pytest.mark.parametrize(
    "inhoud", [b"", b"Hallo", b"\xff\xfe", f" {TEKST}".encode(), MERK.encode() + b"x", b"x" * 999_999]
)
def test_another_beginning_is_refused(inhoud: bytes) -> None:
    """
    Without the mark it would never be found again.
    """
    with pytest.raises(PlaatsingError, match="niet geplaatst"):
        keur(inhoud, ())


def test_links_lead_to_what_was_set_up() -> None:
    """
    The preview up to the branch, and this project; nothing for what is not set.
    """
    assert () == plaatsing.links({})
    assert ("https://h.example/voorbeeld/", "https://git.example/verkoop/handboek/") == plaatsing.links(
        {
            "HANDBOEK_VOORBEELD": "https://h.example/voorbeeld/{tak}/",
            "GITHUB_SERVER_URL": "https://git.example",
            "GITHUB_REPOSITORY": "verkoop/handboek",
        }
    )


def test_it_needs_nothing_but_python(tmp_path: Path) -> None:
    """
    The job that holds the token installs nothing.
    """
    (tmp_path / "x.md").write_text("x", encoding="utf-8")
    opdracht = [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r});"]
    opdracht[-1] += "import runpy; sys.argv[1:] = ['github', 'x.md'];"
    opdracht[-1] += "runpy.run_module('macros.publiceren.plaatsing', run_name='__main__')"

    uit = subprocess.run(opdracht, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (1, "", True) == (uit.returncode, uit.stdout, bool(re.match("Niet geplaatst: [^\n]+\n$", uit.stderr)))


def test_called_wrongly(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """
    Exit 2 without kind and file, 1 for a file that is not there.
    """
    assert 2 == hoofd([], {})
    assert 2 == hoofd(["svn", "x"], {})
    assert 1 == hoofd(["github", str(tmp_path / "weg.md")], {})
    assert "Gebruik: plaatsing github|gitlab|forgejo|azure BESTAND" in capsys.readouterr().err
