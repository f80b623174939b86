"""What the worker in the browser answers, asked here of the same Python."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from gitdoos import git, voorraad
from snelsite import OVERZICHTEN, bladen

from macros.bewerken import brein, uitgave
from macros.load.omgeving import PROJECT
from macros.site import pages
from macros.site.onderdelen import onderdelen
from macros.site.pages import Bouw

KLANT, BESTAND = "meerdal-zorggroep", "meerdal-zorggroep.yml"
ACCOUNTS = PROJECT / "accounts"
WIE = {"klant": KLANT, "op": "2026-03-16", "wie": "anouk-de-wit"}
VOORBEELD = "<!--handboek:voorbeeld-->"
"""What the theme leaves where a page of the sample client says so."""
CONTRACT = ["contracten", "beheer-2024"]


@pytest.fixture(scope="module")
def gemaakt() -> tuple[Bouw, dict[str, str]]:
    """A build of the example without a theme, and its pages."""
    bouw = pages.begin("https://git.intern.example/edit/main/docs/")
    alle = dict(bladen(bouw, zonder=OVERZICHTEN))
    # The theme puts an article around the text.
    for familie, een in bouw.sjablonen().items():
        bouw.neem_over(familie, een._replace(html=f"<article>{VOORBEELD}{een.html}</article>"), onderdelen())
    return bouw, {pad: f"<article>{html}</article>" for pad, html in alle.items()}


@pytest.fixture
def klant(gemaakt: tuple[Bouw, dict[str, str]], tmp_path: Path) -> dict[str, Any]:
    """Begin the worker as the browser does, with one client; return what the browser knows of that client."""
    bouw, _ = gemaakt
    bestanden = uitgave.Bestanden(bouw)
    begin = json.loads(json.dumps(uitgave.gedeeld(bouw, bestanden)))["begin"]
    sjablonen = json.loads(json.dumps(uitgave.sjablonen(bouw)))
    brein.begin({**begin, "sjablonen": sjablonen}, str(tmp_path / "accounts"))
    gegevens: dict[str, Any] = json.loads(json.dumps(uitgave.klant(bouw.portefeuille.dossiers[KLANT], bestanden)))
    brein.laad({"klant": KLANT, "teksten": gegevens["teksten"]})
    return gegevens


def zet(velden: dict[str, Any], was: dict[str, Any], pad: list[Any] = CONTRACT) -> dict[str, Any]:
    """Make a change of fields of one thing."""
    return {**WIE, "id": "1", "soort": "zet", "bestand": BESTAND, "pad": pad, "velden": velden, "was": was}


def gesprek(**antwoorden: Any) -> dict[str, Any]:
    """Make the event of a talk."""
    return {**WIE, "id": "g", "soort": "gebeurtenis", "gebeurtenis": "gesprek", "antwoorden": antwoorden}


def probeer(*wijzigingen: dict[str, Any], **meer: Any) -> dict[str, Any]:
    """Ask what comes of these changes, through JSON as the browser does."""
    gevraagd = {"klant": KLANT, "wijzigingen": list(wijzigingen), **meer}
    uit: dict[str, Any] = json.loads(json.dumps(brein.probeer(json.loads(json.dumps(gevraagd)))))
    return uit


def anders(uit: dict[str, Any]) -> list[str]:
    """Return the lines of the client's file that are new."""
    oud = (ACCOUNTS / BESTAND).read_text(encoding="utf-8").splitlines()
    return [regel.strip() for regel in uit["teksten"][BESTAND].splitlines() if regel not in oud]


@pytest.mark.parametrize("familie", ["account", "canvas", "gebeurd", "gesprek", "klant", "overdracht", "sessie"])
@pytest.mark.usefixtures("klant")
def test_a_page_is_the_page_of_the_site(gemaakt: tuple[Bouw, dict[str, str]], familie: str) -> None:
    """
    Without a change each page of a client is byte for byte the one that the build makes.
    """
    pad = next(pagina.pad for pagina in gemaakt[0].paginas(familie) if f"/{KLANT}/" in pagina.pad)

    uit = probeer(pagina={"familie": familie, "pad": pad})

    assert gemaakt[1][pad] == uit["html"]
    assert [] == uit["problemen"]


@pytest.mark.usefixtures("klant")
def test_a_change_is_seen_on_the_page_and_in_one_line() -> None:
    """
    A new end is written as a day, nothing else moves, and the page shows it with what follows.
    """
    pagina = {"familie": "account", "pad": f"accounts/{KLANT}/"}

    uit = probeer(zet({"einddatum": "2027-06-30"}, {"einddatum": "2026-12-31"}), pagina=pagina, elk=True)

    assert ["einddatum: 2027-06-30"] == anders(uit)
    assert "30 juni 2027" in uit["html"]
    gevolgen = " ".join(uit["gevolgen"])
    assert "beslisdatum van Werkplekbeheer schuift van 30 september 2026 naar 31 maart 2027" in gevolgen
    assert "Momenten van Rik Smeets: 1 minder in september 2026 en 1 meer in maart 2027" in gevolgen
    assert ["Einddatum van Werkplekbeheer: 31 december 2026 → 30 juni 2027"] == [z["tekst"] for z in uit["zinnen"]]


@pytest.mark.usefixtures("klant")
def test_a_wrong_answer_is_told_at_its_field() -> None:
    """
    The message of the check comes with the change and the field that wrote the line.
    """
    uit = probeer(zet({"einddatum": "2027-13-01", "jaarwaarde": 5}, {}), gesprek(met=["h-bakker"], kern="Gebeld"))

    gevonden = {(een["wijziging"], een["veld"]): een["tekst"] for een in uit["problemen"]}
    assert "bestaat niet op de kalender" in gevonden["1", "einddatum"]
    assert uit["html"] is None


@pytest.mark.usefixtures("klant")
@pytest.mark.parametrize(
    ("antwoorden", "veld", "zin"),
    [
        ({"met": ["h-bakker"]}, "kern", "vul dit nog in"),
        ({"kern": "Gebeld", "met": ["weggehaald"]}, "met", "weggehaald staat er niet meer; kies opnieuw"),
        ({"kern": "Gebeld", "datum": "2026-02-30"}, "datum", "bestaat niet op de kalender"),
        ({"kern": "Hij is jarig op 3 mei"}, "kern", "hoort hier niet"),
        ({"kern": "Bel 06 12345678"}, "kern", "telefoonnummer"),
        ({"kern": "x" * 201}, "kern", "200"),
    ],
)
def test_an_event_says_what_it_misses(antwoorden: dict[str, Any], veld: str, zin: str) -> None:
    """
    What is needed, what is gone, what cannot be and what may not be kept: at its question, in the words of the check.
    """
    uit = probeer(gesprek(**antwoorden))

    assert [("g", veld)] == [(een["wijziging"], een["veld"]) for een in uit["problemen"]]
    assert zin in uit["problemen"][0]["tekst"]


@pytest.mark.usefixtures("klant")
def test_pasted_text_is_clean() -> None:
    """
    Soft hyphens, odd spaces and control signs of a word processor go; curly quotes and line breaks stay.
    """
    tekst = "\ufeffHij\u00a0zei: “voor\u00aduit”\r\n en\x07 door  "

    uit = probeer(zet({"waarom_klant_blijft": tekst}, {}, pad=[]))

    assert [] == uit["problemen"]
    assert "Hij zei: “vooruit”" in uit["teksten"][BESTAND]
    assert not {"\u00ad", "\u00a0", "\ufeff", "\x07", "\r"} & set(uit["teksten"][BESTAND])


def test_an_emptied_field_goes(klant: dict[str, Any]) -> None:
    """
    Nothing is written for what is empty.
    """
    waarde = klant["waarden"]["contracten"][0]["omvang_klasse"]

    uit = probeer(zet({"omvang_klasse": ""}, {"omvang_klasse": waarde}))

    assert [] == uit["problemen"]
    assert [] == anders(uit)
    assert uit["teksten"][BESTAND].count("\n") == klant["teksten"][BESTAND].count("\n") - 1


@pytest.mark.usefixtures("klant")
def test_a_new_client_is_a_file_of_its_own() -> None:
    """
    Four facts make a client whose page can be seen before it exists.
    """
    velden = {"id": "nieuw-bv", "naam": "Nieuw B.V.", "driehoek": {"accountmanager": "anouk-de-wit"}, "contracten": []}
    een = {**WIE, "klant": "nieuw-bv", "id": "n", "soort": "nieuw", "velden": velden}

    uit = probeer(een, klant="nieuw-bv", pagina={"familie": "account", "pad": "accounts/nieuw-bv/"})

    assert [] == uit["problemen"]
    assert "Anouk de Wit" in uit["html"]
    assert "id: nieuw-bv\n" == uit["teksten"]["nieuw-bv.yml"].splitlines(keepends=True)[0]


@pytest.mark.usefixtures("klant")
@pytest.mark.parametrize("bestand", ["../../x.yml", "/etc/x.yml", "_gedeeld/../x.yml", "x.py", "_dagboek/x.yml"])
def test_a_change_stays_in_the_handbook(bestand: str) -> None:
    """
    A device that was tampered with cannot propose another file of the repository.
    """
    een = {**zet({"naam": "x"}, {}, []), "bestand": bestand}

    assert ["dit hoort niet bij een bestand van het handboek; haal het weg"] == [
        probleem["tekst"] for probleem in probeer(een)["problemen"]
    ]


@pytest.mark.usefixtures("klant")
def test_a_setting_tells_what_it_does_to_clients() -> None:
    """
    A shared file is changed as a fact; what follows is told for the clients at hand, and a wrong value at its field.
    """
    goed = {**WIE, "klant": "_gedeeld", "id": "1", "soort": "zet", "bestand": "_gedeeld/instellingen.yml", "pad": []}

    uit = probeer(
        {**goed, "velden": {"retentiefase_maanden": 12}, "was": {}}, klant="_gedeeld", klanten=[KLANT], elk=True
    )
    fout = probeer({**goed, "velden": {"retentiefase_maanden": 0}, "was": {}}, klant="_gedeeld")

    assert ["Retentiefase: 18 → 12"] == [zin["tekst"] for zin in uit["zinnen"]]
    assert [KLANT] == [een["klant"] for een in uit["elders"]]
    assert any("start van de retentiefase" in zin for zin in uit["elders"][0]["gevolgen"])
    assert [("1", "retentiefase_maanden")] == [(een["wijziging"], een["veld"]) for een in fout["problemen"]]


# --- handing in ---


def nieuwste(*wijzigingen: dict[str, Any]) -> dict[str, str | None]:
    """Return the files that a proposal asks for, as they are."""
    namen = brein.raakt({"wijzigingen": list(wijzigingen)})["bestanden"]
    paden = {naam: ACCOUNTS / naam.partition("/")[2] for naam in namen}
    return {naam: pad.read_text(encoding="utf-8") if pad.exists() else None for naam, pad in paden.items()}


def dien_in(teksten: dict[str, str | None], *wijzigingen: dict[str, Any]) -> dict[str, Any]:
    """Hand in on these newest texts."""
    gevraagd = {"wijzigingen": list(wijzigingen), "nieuwste": teksten, "wie": "Anouk de Wit", "op": "2026-03-16"}
    uit: dict[str, Any] = json.loads(json.dumps(brein.indienen(gevraagd)))
    return uit


EIND = {"einddatum": "2027-06-30"}
WAS = {"einddatum": "2026-12-31"}


@pytest.mark.usefixtures("klant")
def test_what_somebody_else_wrote_meanwhile_stays() -> None:
    """
    Another field, another line, a remark: the changes are made on the newest text, and only the meant lines differ.
    """
    een = zet(EIND, WAS)
    teksten = nieuwste(een)
    [naam] = teksten
    verder = f"# nieuw bovenaan\n{teksten[naam]}".replace("jaarwaarde: 210000", "jaarwaarde: 220000")

    uit = dien_in({naam: verder}, een)

    [commit] = uit["commits"]
    bedoeld = verder.replace("einddatum: 2026-12-31", "einddatum: 2027-06-30", 1)
    assert [] == uit["botsingen"]
    assert [{"pad": naam, "tekst": bedoeld}] == commit["bestanden"]
    assert commit["bericht"].startswith(f"[{KLANT}] ")


@pytest.mark.usefixtures("klant")
def test_two_who_write_the_same_are_asked() -> None:
    """
    When the same field changed meanwhile both versions are shown; nothing is handed in until somebody chose.
    """
    teksten = nieuwste(zet(EIND, WAS))
    [naam] = teksten
    teksten[naam] = str(teksten[naam]).replace("einddatum: 2026-12-31", "einddatum: 2028-01-31", 1)

    eerst = dien_in(teksten, zet(EIND, WAS))
    gekozen = dien_in(teksten, zet(EIND, {"einddatum": "2028-01-31"}))

    [botsing] = eerst["botsingen"]
    gezegd = tuple(botsing[deel] for deel in ("veld", "was", "nu", "wil"))
    assert ("einddatum", "2026-12-31", "2028-01-31", "2027-06-30") == gezegd
    assert "commits" not in eerst
    assert "einddatum: 2027-06-30" in gekozen["commits"][0]["bestanden"][0]["tekst"]


@pytest.mark.usefixtures("klant")
def test_what_is_there_already_is_no_quarrel() -> None:
    """
    Somebody else made the same change: nothing is left to hand in.
    """
    teksten = nieuwste(zet(EIND, WAS))
    [naam] = teksten
    teksten[naam] = str(teksten[naam]).replace("einddatum: 2026-12-31", "einddatum: 2027-06-30", 1)

    assert {"botsingen": [], "problemen": []} == dien_in(teksten, zet(EIND, WAS))


@pytest.mark.usefixtures("klant")
def test_the_patch_says_the_same_as_the_commits(tmp_path: Path) -> None:
    """
    Who has no login hands in the same bytes by mail.
    """
    wijzigingen = zet(EIND, WAS), gesprek(met=["h-bakker"], kern="Gebeld")
    uit = dien_in(nieuwste(*wijzigingen), *wijzigingen)
    doos = tmp_path / "doos"
    shutil.copytree(ACCOUNTS, doos / "accounts")
    voorraad(doos)

    git(doos, "am", "--quiet", "--keep-non-patch", invoer=uit["patch"])

    bestanden = uit["commits"][0]["bestanden"]
    assert 2 == len(bestanden)
    for een in bestanden:
        assert een["tekst"].encode() == (doos / een["pad"]).read_bytes()


@pytest.mark.usefixtures("klant")
def test_a_proposal_mentions_nobody_by_accident() -> None:
    """
    What somebody typed is text in the words of the proposal: no mark-up, and nobody is called.
    """
    een = zet({"titel": "Beheer @directie *sterk* <b>vet</b> [x](y)"}, {"titel": "Werkplekbeheer"})

    uit = dien_in(nieuwste(een), een)

    assert uit["titel"].startswith("Meerdal Zorggroep: ")
    assert "@directie" not in uit["tekst"]
    assert "\\<b\\>vet" in uit["tekst"]
    assert "\\[x\\]" in uit["tekst"]


@pytest.mark.usefixtures("klant")
@pytest.mark.parametrize("nu", [None, "id: [\n", "id: meerdal-zorggroep\nonzin: 3\n"])
def test_what_cannot_be_made_is_never_thought_done(nu: str | None) -> None:
    """
    A client that is gone, or has an error meanwhile: somebody is told, and what was typed is not taken as handed in.
    """
    for een in (gesprek(kern="Gebeld"), zet(EIND, WAS)):
        uit = dien_in({f"accounts/{BESTAND}": nu}, een)

        assert uit["problemen"]
        assert "commits" not in uit


@pytest.mark.usefixtures("klant")
def test_an_own_change_before_is_no_quarrel() -> None:
    """
    An event writes a field that a form, opened on the published text, changes too: nobody else was there.
    """
    houding = {"persoon": "h-bakker", "houding": "kritisch", "houding_bron": "gesprek"}
    eerst = {**WIE, "id": "h", "soort": "gebeurtenis", "gebeurtenis": "houding", "antwoorden": houding}
    daarna = zet({"houding": "fan"}, {"houding": "positief"}, ["contactpersonen", "h-bakker"])

    uit = dien_in(nieuwste(eerst, daarna), eerst, daarna)

    assert [] == uit["botsingen"]
    assert "houding: fan" in uit["commits"][0]["bestanden"][0]["tekst"]


@pytest.mark.usefixtures("klant")
def test_a_break_within_a_paragraph_keeps_words_apart() -> None:
    """
    Word ends a line within a paragraph with a sign of its own.
    """
    uit = probeer(gesprek(kern="Eerst\x0bdan\u2028toen\rnu"))

    [tekst] = uit["teksten"].values()
    assert [] == uit["problemen"]
    assert ["Eerst", "dan", "toen", "nu"] == re.findall(r"Eerst|dan|toen|nu", tekst)
    assert "Eerstdan" not in tekst


@pytest.mark.usefixtures("klant")
def test_a_new_client_of_spaces_is_asked_for_its_name() -> None:
    """
    A text of nothing but spaces is no answer, and no list.
    """
    velden = {"id": "nieuw", "naam": "  ", "driehoek": {"accountmanager": "anouk-de-wit"}}

    uit = probeer({**WIE, "id": "1", "klant": "nieuw", "soort": "nieuw", "velden": velden}, klant="nieuw")

    assert [("naam", "vul dit nog in")] == [(een["veld"], een["tekst"]) for een in uit["problemen"]]


@pytest.mark.usefixtures("klant")
def test_two_new_clients_of_one_name_do_not_become_one() -> None:
    """
    The second is told so at its name, while it is typed and when it is handed in.
    """
    velden = {"id": "nieuw", "naam": "Nieuw", "driehoek": {"accountmanager": "anouk-de-wit"}}
    een = {**WIE, "id": "1", "klant": "nieuw", "soort": "nieuw", "velden": velden}
    twee = {**een, "id": "2"}

    getypt = probeer(een, twee, klant="nieuw")
    ingediend = dien_in({"accounts/nieuw.yml": "id: nieuw\n"}, een)

    assert [("2", "naam")] == [(probleem["wijziging"], probleem["veld"]) for probleem in getypt["problemen"]]
    assert [("1", "naam")] == [(probleem["wijziging"], probleem["veld"]) for probleem in ingediend["problemen"]][:1]
    assert [] == ingediend["botsingen"]


@pytest.mark.usefixtures("klant")
def test_what_misses_is_asked_at_its_question() -> None:
    """
    A new item without what it needs: each question that misses says so, and none speaks of a file.
    """
    een = {**WIE, "id": "1", "soort": "erbij", "bestand": BESTAND, "pad": ["contactpersonen"]}

    uit = probeer({**een, "item": {"id": "jan", "naam": "Jan"}})

    gezegd = {(probleem["veld"], probleem["tekst"]) for probleem in uit["problemen"]}
    assert {("functie", "vul dit nog in"), ("laag", "vul dit nog in")} == gezegd


@pytest.mark.usefixtures("klant")
def test_two_who_add_the_same_hear_what_to_do() -> None:
    """
    The id comes from the name, so the sentence is about the name.
    """
    item = {"id": "h-bakker", "naam": "H. Bakker", "functie": "directeur", "laag": "strategisch"}
    een = {**WIE, "id": "1", "soort": "erbij", "bestand": BESTAND, "pad": ["contactpersonen"], "item": item}

    [probleem] = dien_in(nieuwste(een), een)["problemen"]

    assert "1" == probleem["wijziging"]
    assert "andere naam" in probleem["tekst"]
    assert "h-bakker" not in probleem["tekst"]
