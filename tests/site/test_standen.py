"""One standing, told the same everywhere: what may wait is late on no page."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from snelsite import OVERZICHTEN, bladen
from test_feiten import bestanden, schrijf

from macros.aandacht import alle_aandacht
from macros.model.werk import SOORTEN, UITSTELBAAR
from macros.portefeuille.klantfeiten import loopt
from macros.site.zoeken import verrijkt, zoekregels

pytestmark = pytest.mark.usefixtures("bouwplaats")
LAAT = re.compile(r"\d+ dag(?:en)? te laat")
ANDERS = ("overleg/voorbeeld-", "accounts/voorbeeld/")
"""Pages about other clients: those of the handbook."""


def klanten() -> dict[str, dict[str, Any]]:
    """The example portfolio, kept for years, in which the team itself has nothing late."""
    gelezen = {naam: gegevens for naam, (_, gegevens) in bestanden().items() if "_werving" not in naam}
    for naam, klant in gelezen.items():
        if "/" not in naam:
            klant["in_beheer_sinds"] = date(2020, 1, 1)
    for persoon in gelezen["_gedeeld/team.yml"]["personen"]:
        persoon["lessencheck_op"] = date(2026, 3, 16)
    return gelezen


def zinnen(html: str) -> set[str]:
    """The sentences that call something late."""
    tekst = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
    return {tekst[max(0, treffer.start() - 100) : treffer.end()] for treffer in LAAT.finditer(tekst)}


def test_what_was_put_off_is_late_on_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Every kind of work of every client waits: no list, calendar, talk or client page says that something is late.
    """
    portefeuille = klanten()
    for klant in (klant for naam, klant in portefeuille.items() if "/" not in naam):
        klant["uitstel"] = [
            {"onderwerp": soort, "tot": date(2026, 5, 1), "reden": "Dat is zo afgesproken"}
            for soort in sorted(UITSTELBAAR & set(SOORTEN))
        ]

    paginas = bladen(schrijf(tmp_path, portefeuille.items(), monkeypatch), zonder=OVERZICHTEN)

    assert {} == {pad: zinnen(html) for pad, html in paginas if zinnen(html) and not pad.startswith(ANDERS)}


@pytest.mark.parametrize(("dag", "laat"), [(date(2026, 3, 16), False), (date(2026, 3, 15), True)])
def test_what_is_planned_is_late_from_the_day_after(
    dag: date, *, laat: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A fresh look with a day to come is late on no page; once that day went by without it, pages say so.
    """
    portefeuille = klanten()
    for klant in (klant for naam, klant in portefeuille.items() if "/" not in naam):
        klant.setdefault("fresheyes", []).append({"gepland_op": dag, "door": "Bureau Kijk"})

    paginas = bladen(schrijf(tmp_path, portefeuille.items(), monkeypatch), zonder=OVERZICHTEN)
    gezien = {pad for pad, html in paginas if any("risse blik" in zin for zin in zinnen(html))}

    assert laat == bool({pad for pad in gezien if not pad.startswith(ANDERS)})


WOORDEN = r"opzegdeadline|opzeggen t/m|opzeggen tot en met|in actie|optie uiterlijk"
PUNTEN = r"Opzegdeadline|In actie voor de opzegdeadline|Optie uiterlijk lichten|Verlenging aankondigen"
DEADLINE = re.compile(rf"(?:{WOORDEN})[a-z ]{{0,30}}\d{{1,2}} [a-z]{{3,}}|(?:{PUNTEN})</span>", re.IGNORECASE)
"""A last day to say something about a contract: in a sentence or column, or as an entry of the calendar."""


@pytest.mark.parametrize("opgezegd", [True, False])
def test_a_contract_under_notice_has_no_deadline(
    *, opgezegd: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Every contract stops in the summer: no page gives a day to give notice, to act on it or to use an option.
    """
    portefeuille = klanten()
    if opgezegd:
        opzegging = {"ontvangen_op": date(2026, 3, 10), "door": "klant", "per_datum": date(2026, 8, 31)}
        for klant in (klant for naam, klant in portefeuille.items() if "/" not in naam):
            for contract in klant.get("contracten", []):
                if str(contract["startdatum"]) < "2026-03-10":
                    contract["opzegging"] = opzegging
                    contract.pop("uitkomsten", None)
                else:  # nobody can give notice yet
                    for veld in ("opzegtermijn", "opzegdatum_uiterlijk", "stilzwijgende_verlenging", "opties"):
                        contract.pop(veld, None)

    paginas = bladen(schrijf(tmp_path, portefeuille.items(), monkeypatch), zonder=OVERZICHTEN)
    gezien = {
        pad: {*DEADLINE.findall(html), *DEADLINE.findall(re.sub(r"(?:<[^>]+>|\s)+", " ", html))}
        for pad, html in paginas
        if not pad.startswith(ANDERS)
    }

    assert opgezegd is not any(gezien.values()), {pad: namen for pad, namen in gezien.items() if namen}


DAGBOEK_OVER_WEG: list[dict[str, Any]] = [
    {
        "klant": "winkelketen-2025",
        "datum": "2026-03-12",
        "kern": "Zilverreiger belde terug",
        "belofte": {"tekst": "IJsvogel een bedankje sturen"},
        "signaal": {"soort": "klacht", "tekst": "Kwikstaart wacht"},
        "nieuw": {"naam": "K. Zilverreiger", "functie": "directeur", "laag": "strategisch"},
    },
    {"klant": "winkelketen-2025", "datum": "2026-03-13", "kern": "IJsvogel was er niet"},
]
"""A talk and a note about a client that is gone and wants no mention."""


def test_a_hidden_client_is_named_on_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Neither its name, another name or number it went by, nor one of its people: not in a text, title, address or id.
    """
    portefeuille = klanten()
    klant = portefeuille["winkelketen-2025.yml"]
    klant |= {"naam": "Zilverreiger Winkels", "aliassen": ["Kwikstaart"], "anoniem": True, "klantnummer": "Z-4711"}
    klant["omschrijving"] = "Zilverreiger Winkels heette eerst Kwikstaart; IJsvogel koos ons."
    klant["contactpersonen"][0]["naam"] = "A.B. IJsvogel"
    portefeuille["_dagboek/2026/w10-bram-oudkerk.yml"] = {"regels": DAGBOEK_OVER_WEG}
    bouw = schrijf(tmp_path, portefeuille.items(), monkeypatch)

    paginas = [*bladen(bouw, zonder=OVERZICHTEN)]

    assert bouw.portefeuille.dossiers["winkelketen-2025"].verborgen
    naam = re.compile("zilverreiger|kwikstaart|z-4711|ijsvogel", re.IGNORECASE)
    assert [] == [pad for pad, html in paginas if naam.search(pad) or naam.search(html)]
    assert (
        "de klant heette eerst de klant; operationeel directeur koos ons."
        in dict(paginas)["accounts/winkelketen-2025/"]
    )


def test_a_hidden_client_is_named_in_no_search_and_no_sitemap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What the search box gets and the addresses of its pages, of which the sitemap is made, hold neither of its names.
    """
    portefeuille = klanten()
    portefeuille["winkelketen-2025.yml"] |= {
        "naam": "Zilverreiger Winkels",
        "aliassen": ["Kwikstaart"],
        "anoniem": True,
    }
    bouw = schrijf(tmp_path, portefeuille.items(), monkeypatch)

    gevonden = json.dumps(verrijkt(zoekregels(bouw.portefeuille)))
    adressen = [pad for pad, _ in bladen(bouw, zonder=OVERZICHTEN)]

    assert [] == re.findall("zilverreiger|kwikstaart", f"{gevonden} {adressen}", re.IGNORECASE)


WERK = re.compile(r'werklijst__wie">.*?</div>|verlengingskalender__bij">.*?</span>|tijdlijn__groepnaam">.*?</span>')
"""Whose work it is: in a list, in the calendar and above its bars."""


def test_work_of_who_is_absent_says_who_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    No list shows Bram, who is away, without Yasmina; her own talk has his clients.
    """
    bouw = schrijf(tmp_path, klanten().items(), monkeypatch)
    paginas = {pad: re.sub(r"\s+", " ", html) for pad, html in bladen(bouw, zonder=OVERZICHTEN)}
    van_bram = {pad: [werk for werk in WERK.findall(html) if "Bram Oudkerk" in werk] for pad, html in paginas.items()}

    assert {"aanvullen/", "kalender/", "klantcijfers/", "reviews/", "segmenten/"} <= {
        p for p, w in van_bram.items() if w
    }
    assert [] == [
        (pad, werk)
        for pad, werken in van_bram.items()
        for werk in werken
        if "Bram Oudkerk (Yasmina el Hadri neemt waar)" not in werk
    ]
    eigen = [
        f"accounts/{naam}/"
        for naam, klant in bouw.portefeuille.dossiers.items()
        if klant.account.driehoek.accountmanager == "bram-oudkerk" and loopt(klant)
    ]
    assert len(eigen) >= 3
    assert [] == [adres for adres in eigen if adres not in paginas["overleg/yasmina-el-hadri/"]]


@pytest.mark.parametrize("dag", [date(2026, 3, 20), None])
def test_a_planned_mark_of_the_client_is_not_late(
    dag: date | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The mark of the year with a day to come waits for that day; without one Vandaag asks for it.
    """
    portefeuille = klanten()
    for klant in (klant for naam, klant in portefeuille.items() if "/" not in naam):
        klant["evaluaties"] = [{"datum": dag}] if dag else []
        for project in klant.get("projecten", []):
            project.pop("evaluatie", None)
    bouw = schrijf(tmp_path, portefeuille.items(), monkeypatch)

    gevraagd = [punt for punt in alle_aandacht(bouw.portefeuille) if punt.titel == "Vraag de klant een cijfer"]
    laat = {zin for pad, html in bladen(bouw, zonder=OVERZICHTEN) for zin in zinnen(html) if "nooit een cijfer" in zin}

    assert gevraagd
    assert {punt.stand for punt in gevraagd} == {"uitgesteld"} if dag else any(p.stand == "te_laat" for p in gevraagd)
    assert bool(dag) is not bool(laat)


@pytest.mark.parametrize("uitgesteld", [True, False])
def test_what_was_put_off_is_not_late_on_paper(
    *, uitgesteld: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    An action of the plan and a promise that wait are not late on the canvas, the session sheet and the talk sheet.
    """
    portefeuille = klanten()
    for klant in (klant for naam, klant in portefeuille.items() if "/" not in naam):
        klant["uitstel"] = [
            {"onderwerp": soort, "tot": date(2026, 5, 1), "reden": "Dat is zo afgesproken"}
            for soort in ("canvasactie", "toezegging", "toezegging_klant", "tussenevaluatie")
            if uitgesteld
        ]

    paginas = bladen(schrijf(tmp_path, portefeuille.items(), monkeypatch), zonder=OVERZICHTEN)
    vellen = {pad: html for pad, html in paginas if re.search("/(canvas/.*|sessie|gesprek)/$", pad)}
    laat = {pad for pad, html in vellen.items() if ">Te laat<" in html and not pad.startswith(ANDERS)}

    assert len(vellen) > 20
    assert uitgesteld is not bool(laat), laat
