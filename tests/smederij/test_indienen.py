"""From new texts to a pull request, at each kind of git server, in a browser."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from bewaarplaats import git
from bezoek import Bezoek
from loketten import Smederij
from vraag import Antwoord, GeweigerdError
from werkplaats import Ingreep

BAKKER, GANS = "accounts/bakkerij-de-vries.yml", "accounts/drukkerij-de-gans.yml"
WEEK = "accounts/_dagboek/2026/w12-lotte-kramer.yml"
TAK = "voorstel/2026-03-16-lotte-kramer"
Open = Callable[[str], Bezoek]


def commit(bericht: str, **bestanden: str) -> dict[str, Any]:
    """Return a commit; the files by a short name."""
    namen = {"bakker": BAKKER, "gans": GANS, "week": WEEK}
    return {"bericht": bericht, "bestanden": [{"pad": namen[naam], "tekst": t} for naam, t in bestanden.items()]}


def voorstel(basis: str, *commits: dict[str, Any], **anders: Any) -> dict[str, Any]:
    """Return what a page hands in: two clients, who share a week of the journal."""
    twee = (
        commit("[bakkerij-de-vries] Naam", bakker="naam: Bakker\n", week="regels: [a]\n"),
        commit("[drukkerij-de-gans] Naam", gans="naam: Gans\n", week="regels: [a, b]\n"),
    )
    titel = {"titel": "Twee klanten", "tekst": "- De naam wordt *Bakker*\n- <b>De naam</b> wordt Gans"}
    return {"tak": TAK, **titel, "basis": basis, "commits": [*(commits or twee)], **anders}


def berichten(smederij: Smederij) -> list[str]:
    """Return the messages on the branch."""
    return smederij.plaats.bewaarplaats.berichten("main", TAK)


def inhoud(smederij: Smederij, pad: str, tak: str = TAK) -> bytes:
    """Return the bytes of a file, as git has them."""
    return git(smederij.plaats.bewaarplaats.folder, "show", f"{tak}:{pad}")


def wijzig_main(smederij: Smederij, pad: str, tekst: str) -> None:
    """Let a colleague's proposal be merged."""
    bewaar, kop = smederij.plaats.bewaarplaats, smederij.plaats.kop("main")
    bewaar.zet("main", bewaar.schrijf(kop, {pad: tekst.encode()}, "Collega", "Bram Oudkerk"), kop)


def weiger(status: int) -> Callable[[], None]:
    """Return what makes the forge answer with a status."""

    def doe() -> None:
        raise GeweigerdError(status, "refused by the test")

    return doe


class TussenpaginaError(GeweigerdError):
    """Something between the browser and the forge answers with a page of its own."""

    @property
    def antwoord(self) -> Antwoord:
        """A page, as if all went well."""
        return Antwoord(200, b"<!doctype html><title>Log in</title>", "text/html")


def tussenpagina() -> None:
    """Let that happen."""
    raise TussenpaginaError(200, "log in to the network")


AANVRAAG = r"/(?:pulls|merge_requests|pullrequests)$"
"""Where a pull request is asked for."""


def test_two_clients_are_two_commits_and_one_request(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    Log in, read, hand in: the main branch stays as it was, and the page of the request tells what changes.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    basis = lotte.uit("stand")

    gelezen = lotte.uit("lees", basis, [BAKKER, "accounts/geen.yml"])
    ingediend = lotte.uit("indienen", voorstel(basis))

    assert {BAKKER: "id: bakkerij-de-vries\nnaam: Bakkerij De Vries\n", "accounts/geen.yml": None} == gelezen
    assert ["[bakkerij-de-vries] Naam", "[drukkerij-de-gans] Naam"] == berichten(smederij)
    assert b"regels: [a, b]\n" == inhoud(smederij, WEEK)
    assert basis == smederij.plaats.kop("main")
    assert 1 == ingediend["nummer"] == len(smederij.plaats.voorstellen)
    lotte.page.goto(ingediend["adres"])
    assert "Twee klanten" == lotte.page.inner_text("h1")
    assert "<b>De naam</b> wordt Gans" in lotte.page.inner_text(".tekst")
    assert "+naam: Bakker" in lotte.page.inner_text(".verschil")


@pytest.mark.parametrize("soort", ["forgejo", "github"])
def test_nothing_of_the_login_stays_on_the_device(soort: str, bezoek: Open) -> None:
    """
    The token stands in a variable: storage, cookies and the address hold nothing, and a reload ends the login.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()

    bewaard = lotte.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    lotte.open()

    assert [0, 0, ""] == bewaard
    assert not lotte.aangemeld
    assert ("aanmelden", lotte.fout("stand")[1]) == lotte.fout("stand")
    assert "nog niet aangemeld" in lotte.fout("stand")[1]


@pytest.mark.parametrize("soort", ["forgejo", "gitlab", "azure"])
def test_a_return_counts_once_and_only_in_its_tab(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    A code that was used, or a login that began elsewhere, is refused; an ordinary address is no return.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    adres = lotte.page.url

    nog_eens = lotte.fout("afronden", adres)

    assert "aanmelden" == nog_eens[0]
    assert "opnieuw aan" in nog_eens[1]
    assert lotte.uit("afronden", lotte.oorsprong + "/voorstel/") is False
    assert {} == smederij.plaats.codes


def test_the_form_for_a_token_says_what_is_wrong(bezoek: Open) -> None:
    """
    A text that is no token, a token that is not right, and who stops: no login, and the form goes away.
    """
    lotte = bezoek("github")
    veld, knop = lotte.page.get_by_label("Toegangssleutel"), lotte.page.get_by_role("button", name="Aanmelden")
    lotte.page.evaluate("window.uitkomst = doe('aanmelden'); null")
    veld.fill("twee woorden")
    knop.click()
    geen = lotte.page.inner_text("[role=alert]")
    veld.fill("github_pat_verlopen")
    knop.click()
    lotte.wacht("document.querySelector('[role=alert]').textContent.includes('verlopen')")
    lotte.page.keyboard.press("Escape")
    uitkomst = lotte.page.evaluate("window.uitkomst")

    assert "Dit is geen toegangssleutel" in geen
    assert "aanmelden" == uitkomst["soort"]
    assert "geen toegangssleutel in" in uitkomst["fout"]
    assert not lotte.aangemeld
    assert 0 == lotte.page.locator("dialog").count()


@pytest.mark.parametrize("soort", ["forgejo", "gitlab", "azure"])
def test_who_refuses_is_not_logged_in(soort: str, bezoek: Open) -> None:
    """
    The forge sends the person back all the same; the page says how to go on.
    """
    lotte = bezoek(soort)
    lotte.vertrek()
    lotte.page.get_by_role("button", name="Weigeren").click()
    lotte.terug()

    soort_fout, zin = lotte.fout("afronden", lotte.page.url)

    assert "aanmelden" == soort_fout
    assert "geen toestemming" in zin
    assert not lotte.aangemeld


HARD = {
    "unicode": "naam: Ünïcode – “krul” 𝒳 🥐 \u0000\u2028\n",
    "crlf": "a: 1\r\nb: 2\r\nc: 3",
    "bom": "\ufeffa: 1\n",
    "leeg": "",
    "lang": "".join(f"regel {nummer}: é{'x' * 90}\n" for nummer in range(4000)),
    "code": "<script>alert(1)</script>\n%2F ?&#\\ '\" ${x} {{ y }}\n\n\n",
}


def test_bytes_arrive_as_they_left(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    Any text, long or strange, without a final newline or with Windows ends, is the same in git; so is its path.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    basis = lotte.uit("stand")
    paden = {f"accounts/_proef/{naam} é#.yml": tekst for naam, tekst in HARD.items()}
    bestanden = [{"pad": pad, "tekst": tekst} for pad, tekst in paden.items()]

    lotte.uit("indienen", voorstel(basis, {"bericht": "Één\n\n“krul” 🥐", "bestanden": bestanden}))
    kop = smederij.plaats.kop(TAK)

    assert paden == lotte.uit("lees", kop, list(paden))
    assert [] == [pad for pad, tekst in paden.items() if tekst.encode() != inhoud(smederij, pad)]
    assert ["Één\n\n“krul” 🥐"] == berichten(smederij)


@pytest.mark.parametrize("soort", ["forgejo", "github"])
def test_what_git_cannot_show_as_text_is_not_rewritten(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    A file that is no UTF-8 would change by reading it; so it is named instead.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    bewaar, kop = smederij.plaats.bewaarplaats, smederij.plaats.kop("main")
    bewaar.zet("main", bewaar.schrijf(kop, {GANS: b"naam: \xe9\n"}, "Latijn", "Bram Oudkerk"), kop)

    _, zin = lotte.fout("lees", lotte.uit("stand"), [GANS])

    assert f"Het bestand {GANS} is geen gewone tekst" in zin


@pytest.mark.parametrize("soort", ["forgejo", "github"])
def test_main_may_move_elsewhere(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    When a colleague changed another file, nothing has to be asked: the request shows our lines only.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    basis = lotte.uit("stand")
    wijzig_main(smederij, "accounts/iets-anders.yml", "naam: Anders\n")

    ingediend = lotte.uit("indienen", voorstel(basis))
    lotte.page.goto(ingediend["adres"])

    assert "iets-anders" not in lotte.page.inner_text(".verschil")


def test_a_file_that_changed_meanwhile_is_not_overwritten(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    The person hears which one, and that handing in again makes sense; no branch is made.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    basis = lotte.uit("stand")
    wijzig_main(smederij, GANS, "naam: De Gans\n")

    uitkomst = lotte.doe("indienen", voorstel(basis))

    assert "intussen" == uitkomst["soort"]
    assert uitkomst["opnieuw"]
    assert f"Een collega was je net voor: {GANS}" in uitkomst["fout"]
    assert smederij.plaats.bewaarplaats.kop(TAK) is None


def test_after_an_end_of_the_login_one_logs_in_again(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    In the middle of handing in; the second try goes on at the same branch, and nothing is double.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    basis = lotte.uit("stand")
    smederij.plaats.ingrepen.append(Ingreep("POST", AANVRAAG, smederij.plaats.verloop))

    soort_fout, zin = lotte.fout("indienen", voorstel(basis))
    weg = lotte.aangemeld
    smederij.plaats.sleutels["github_pat_lotte"] = "Lotte Kramer"
    lotte.meld_aan()
    ingediend = lotte.uit("indienen", voorstel(basis))

    assert "half" == soort_fout
    assert "Je wijzigingen staan veilig op de git-server" in zin
    assert "aanmelding is verlopen" in zin
    assert not weg
    assert 1 == ingediend["nummer"]
    assert 2 == len(berichten(smederij))


def test_the_second_commit_fails(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    Nothing is half: either the branch is not there, or the person hears it, and a second try adds what misses.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    basis = lotte.uit("stand")
    schrijft = r"/(?:contents|repository/commits|git/commits|pushes)$"
    tweede = Ingreep("POST", schrijft, weiger(502))
    smederij.plaats.ingrepen.append(Ingreep("POST", schrijft, lambda: smederij.plaats.ingrepen.append(tweede)))

    soort_fout, zin = lotte.fout("indienen", voorstel(basis))
    lotte.uit("indienen", voorstel(basis))

    assert ("verbinding" if soort == "github" else "half") == soort_fout
    assert "De git-server heeft een storing (502)" in zin
    assert ["[bakkerij-de-vries] Naam", "[drukkerij-de-gans] Naam"] == berichten(smederij)
    assert b"naam: Gans\n" == inhoud(smederij, GANS)


def test_an_answer_that_got_lost_makes_no_second_request(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    The forge made the request, but what stands between gave up waiting; handing in again finds it.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    basis = lotte.uit("stand")
    smederij.plaats.ingrepen.append(Ingreep("POST", AANVRAAG, weiger(504), na=True))

    eerste = lotte.doe("indienen", voorstel(basis))
    tweede = lotte.uit("indienen", voorstel(basis))

    assert "half" == eerste["soort"]
    assert eerste["opnieuw"]
    assert 1 == tweede["nummer"] == len(smederij.plaats.voorstellen)


@pytest.mark.parametrize("soort", ["forgejo", "github"])
def test_a_changed_proposal_goes_on_at_its_branch(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    Handing in once more with another text adds a commit to the same request.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    basis = lotte.uit("stand")
    eerste = lotte.uit("indienen", voorstel(basis))

    tweede = lotte.uit("indienen", voorstel(basis, commit("[drukkerij-de-gans] Toch anders", gans="naam: Zwaan\n")))

    assert eerste == tweede
    assert "[drukkerij-de-gans] Toch anders" == berichten(smederij)[-1]
    assert b"naam: Zwaan\n" == inhoud(smederij, GANS)


def test_somebody_else_makes_the_branch_meanwhile(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    A branch that appears or moves between looking and writing is looked at again, once.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    basis, bewaar = lotte.uit("stand"), smederij.plaats.bewaarplaats

    def ertussen() -> None:
        bewaar.zet(TAK, bewaar.schrijf(basis, {WEEK: b"regels: [x]\n"}, "Andere tab", "Lotte Kramer"), None)

    maakt = {"forgejo": "/branches$", "gitlab": "/commits$", "github": "/refs$", "azure": "/pushes"}[soort]
    smederij.plaats.ingrepen.append(Ingreep("POST", maakt, ertussen))

    lotte.uit("indienen", voorstel(basis))

    assert ["Andere tab", "[bakkerij-de-vries] Naam", "[drukkerij-de-gans] Naam"] == berichten(smederij)
    assert b"regels: [a, b]\n" == inhoud(smederij, WEEK)


def test_what_forgejo_calls_a_fault_may_be_a_change(bezoek: Open, smederij: Smederij) -> None:
    """
    A real one answers 500 when the file to change is gone from the branch: it is looked at again.
    """

    def weg() -> None:
        raise GeweigerdError(500, "object does not exist [id: , rel_path: accounts/x.yml]")

    lotte = bezoek("forgejo")
    lotte.meld_aan()
    smederij.plaats.ingrepen.append(Ingreep("POST", "/contents$", weg))

    ingediend = lotte.uit("indienen", voorstel(lotte.uit("stand")))

    assert 1 == ingediend["nummer"]
    assert 2 == len(berichten(smederij))


@pytest.mark.parametrize("soort", ["forgejo", "github"])
def test_main_is_never_written(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    A branch that is called as the main one is refused by the forge, and the person hears of rights.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    basis = lotte.uit("stand")

    soort_fout, _ = lotte.fout("indienen", voorstel(basis, tak="main"))

    assert "rechten" == soort_fout
    assert basis == smederij.plaats.kop("main")


def test_each_fault_is_one_sentence(soort: str, bezoek: Open, smederij: Smederij) -> None:
    """
    No right to write, a project that is not there, a fault of the server, an answer that takes too long.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()
    basis = lotte.uit("stand")

    smederij.plaats.schrijven = False
    geen_recht = lotte.fout("indienen", voorstel(basis))
    smederij.plaats.schrijven = True
    smederij.plaats.ingrepen.append(Ingreep("GET", ".", weiger(503)))
    storing = lotte.fout("stand")
    smederij.plaats.ingrepen.append(Ingreep("GET", ".", weiger(429)))
    te_druk = lotte.fout("stand")
    smederij.plaats.ingrepen.append(Ingreep("GET", ".", tussenpagina))
    ertussen = lotte.fout("lees", basis, [GANS]) if soort in {"forgejo", "gitlab"} else lotte.fout("stand")
    lotte.instelling["project"] = "bedrijf/geen/project" if soort == "azure" else "geen/project"
    lotte.open()
    lotte.vertrek() if soort == "github" else lotte.meld_aan()
    geen_project = lotte.fout("stand") if soort != "github" else github_zegt(lotte)

    assert ("rechten", "Je mag hier niet schrijven.") == (geen_recht[0], geen_recht[1][:27])
    assert "storing (503)" in storing[1]
    assert "te veel vragen" in te_druk[1]
    assert "een antwoord dat niet van de git-server is" in ertussen[1]
    assert ("project", "De git-server kent dit project niet") == (geen_project[0], geen_project[1][:35])


def github_zegt(lotte: Bezoek) -> tuple[str, str]:
    """Fill in a right token for a wrong project; the form says so."""
    lotte.page.get_by_label("Toegangssleutel").fill("github_pat_lotte")
    lotte.page.get_by_role("button", name="Aanmelden").click()
    lotte.wacht("document.querySelector('[role=alert]').textContent")
    return "project", lotte.page.inner_text("[role=alert]")


def test_a_slow_server_is_not_waited_for(bezoek: Open, smederij: Smederij) -> None:
    """
    After a while the person gets the page back, and hears that trying again does no harm.
    """
    lotte = bezoek("forgejo")
    lotte.meld_aan(geduld=3000)
    basis = lotte.uit("stand")
    smederij.plaats.ingrepen.append(Ingreep("POST", AANVRAAG, lambda: time.sleep(4)))

    soort_fout, zin = lotte.fout("indienen", voorstel(basis))
    ingediend = lotte.uit("indienen", voorstel(basis))

    assert "half" == soort_fout
    assert "antwoordt niet op tijd" in zin
    assert 1 == ingediend["nummer"] == len(smederij.plaats.voorstellen)


@pytest.mark.parametrize("soort", ["forgejo", "github"])
def test_why_a_question_does_not_get_through(soort: str, bezoek: Open, smederij: Smederij, oorsprong: Any) -> None:
    """
    Offline, CORS off, a policy that forbids it and a server that is not there: each has its own sentence.
    """
    lotte = bezoek(soort)
    lotte.meld_aan()

    lotte.page.context.set_offline(True)
    offline = lotte.fout("stand")
    lotte.page.context.set_offline(False)
    smederij.plaats.cors = False
    cors = lotte.fout("stand")
    smederij.plaats.cors = True
    weer = lotte.uit("stand")
    oorsprong[1].mag = ""
    lotte.open()
    lotte.vertrek() if soort == "github" else None
    beleid = policy(lotte, soort)
    smederij.shutdown()
    smederij.server_close()

    assert ("verbinding", "Er is geen verbinding met het netwerk.") == (offline[0], offline[1][:38])
    assert ("toelaten", "De git-server laat deze site niet toe.") == (cors[0], cors[1][:38])
    assert smederij.plaats.kop("main") == weer
    assert "Deze site mag de git-server niet bereiken." in beleid


def policy(lotte: Bezoek, soort: str) -> str:
    """Log in where the policy of the site allows no question to the forge; return what is said."""
    if soort == "github":
        return github_zegt(lotte)[1]
    lotte.vertrek()
    lotte.page.get_by_role("button", name="Toestaan").click()
    lotte.terug()
    return lotte.fout("afronden", lotte.page.url)[1]
