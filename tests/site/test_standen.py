"""One standing, told the same everywhere: what may wait is late on no page."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from snelsite import OVERZICHTEN, bladen
from test_feiten import bestanden, schrijf

from macros.aandacht import alle_aandacht
from macros.afleidingen.verhuld import schuilnaam
from macros.model.werk import SOORTEN, UITSTELBAAR
from macros.portefeuille.klantfeiten import loopt
from macros.site.pagina import FAMILIES
from macros.site.zoeken import zoekindex
from macros.views.klant.gesprek import PLANNEN

pytestmark = pytest.mark.usefixtures("bouwplaats")
LAAT = re.compile(r"\d+ dag(?:en)? te laat")
ANDERS = ("overleg/voorbeeld-", "accounts/voorbeeld/", "kalender/voorbeeld-")
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
    {"klant": "brasmeer-logistiek", "datum": "2026-03-13", "kern": "Wil niet wat Zilverreiger Winkels kreeg"},
]
"""A talk and a note about a client that is gone and wants no mention, and a note about another that names it."""
WINKELS = ("Zilverreiger Winkels", "Zilverreiger", "Kwikstaart", "Z-4711", "IJsvogel", "Peeters", "winkelketen-2025")
"""What the site may not say of that client: its names, number, people and file."""


def winkels() -> dict[str, dict[str, Any]]:
    """The example, with that client under names that nothing else has."""
    portefeuille = klanten()
    klant = portefeuille["winkelketen-2025.yml"]
    klant |= {"naam": "Zilverreiger Winkels", "aliassen": ["Zilverreiger", "Kwikstaart"], "klantnummer": "Z-4711"}
    klant["omschrijving"] = "Zilverreiger Winkels heette eerst Kwikstaart; IJsvogel koos ons."
    klant["contactpersonen"][0] |= {"naam": "A.B. IJsvogel"}
    portefeuille["_dagboek/2026/w10-bram-oudkerk.yml"] = {"regels": DAGBOEK_OVER_WEG}
    return portefeuille


VERVOER = ("Brasmeer Logistiek", "Brasmeer", "Grutto", "brasmeer-logistiek")


def vervoer() -> dict[str, dict[str, Any]]:
    """The example, in which a client with a canvas leaves: lessons, messages, prospects and other clients name it."""
    portefeuille = klanten()
    klant = portefeuille["brasmeer-logistiek.yml"]
    eerste = klant["contracten"][0] | {"id": "brasmeer-2022", "startdatum": "2022-01-01", "einddatum": "2025-12-31"}
    for veld in ("verlengingen", "opties", "uitkomsten", "opzegging", "stilzwijgende_verlenging", "inschatting"):
        eerste.pop(veld, None)
    eerste["uitkomsten"] = [{"datum": "2025-11-01", "resultaat": "verloren", "toelichting": "Brasmeer koos anders"}]
    canvas = klant["canvassen"][0] | {"id": "grutto-2025", "contracten": ["brasmeer-2022"]}
    klant |= {"anoniem": True, "aliassen": ["Brasmeer", "Grutto"], "contracten": [eerste], "canvassen": [canvas]}
    for veld in ("uitstel", "projecten", "trainingen", "postmortems", "wijzigingen", "opstart"):
        klant.pop(veld, None)
    les = {"id": "les-van-grutto", "titel": "Grutto vroeg het al", "account": "brasmeer-logistiek"}
    portefeuille["_gedeeld/lessen.yml"]["lessen"].append(les | {"reden": "Brasmeer Logistiek hoorde niets"})
    ander = portefeuille["gemeente-vlierwoude.yml"]
    ander |= {"omschrijving": "Kent Grutto van het overleg", "moeder": "brasmeer-logistiek"}
    ander["contactpersonen"][0] |= {"functie": "oud-directeur van Brasmeer"}
    return portefeuille


@pytest.mark.parametrize(
    ("maak", "verborgen", "woorden"),
    [(winkels, "winkelketen-2025", WINKELS), (vervoer, "brasmeer-logistiek", VERVOER)],
)
def test_a_hidden_client_is_named_nowhere(
    maak: Callable[[], dict[str, dict[str, Any]]],
    verborgen: str,
    woorden: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    Not in a text, a title, an address, an id or an attribute of any page, not in the search and not in the sitemap.
    """
    bouw = schrijf(tmp_path, maak().items(), monkeypatch)

    paginas = dict(bladen(bouw, zonder=()))
    alles = paginas | {
        "zoeken": zoekindex((), bouw.portefeuille)[0],
        "sitemap": " ".join(bouw.adressen()),
        "titels": " ".join(pagina.titel for familie in FAMILIES for pagina in bouw.paginas(familie)),
    }

    klant = bouw.portefeuille.dossiers[schuilnaam(verborgen)]
    assert klant.verborgen
    assert {f"accounts/{klant.id}/{blad}" for blad in ("", "gebeurd/", "gesprek/", "sessie/", "klant/")} <= {*paginas}
    naam = re.compile("|".join(map(re.escape, woorden)), re.IGNORECASE)
    gezien = {pad: naam.findall(f"{pad} {tekst}") for pad, tekst in alles.items()}
    assert {} == {pad: gevonden for pad, gevonden in gezien.items() if gevonden}


def test_texts_of_a_hidden_client_can_still_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Other words stand for its names and people. Its events say where the name of the file belongs.
    """
    bouw = schrijf(tmp_path, winkels().items(), monkeypatch)

    paginas = dict(bladen(bouw, zonder=OVERZICHTEN))

    code = schuilnaam("winkelketen-2025")
    assert "de klant heette eerst de klant; operationeel directeur koos ons." in paginas[f"accounts/{code}/"]
    assert "Wil niet wat een klant kreeg" in paginas["accounts/brasmeer-logistiek/"]
    gebeurd = paginas[f"accounts/{code}/gebeurd/"]
    assert f"Schrijf in plaats van <code>{code}</code> de naam van zijn bestand, en in plaats van" in gebeurd
    assert "<code>persoon-2</code> formulemanager;" in gebeurd
    assert "de naam van zijn bestand" not in paginas["accounts/brasmeer-logistiek/gebeurd/"]


def test_the_finished_site_does_not_name_a_hidden_client(site: Path) -> None:
    """
    No file that the browser gets does, and no file is called after it; there is no way to its file in the forge either.
    """
    naam = re.compile(rb"ravelink|winkelketen-2025|v-amerongen|q-peeters", re.IGNORECASE)
    code = schuilnaam("winkelketen-2025")

    gezien = [
        pad.relative_to(site).as_posix()
        for pad in site.rglob("*")
        if naam.search(pad.relative_to(site).as_posix().encode()) or (pad.is_file() and naam.search(pad.read_bytes()))
    ]

    assert [] == gezien
    assert "/edit/" in (site / "accounts/brasmeer-logistiek/index.html").read_text(encoding="utf-8")
    eigen = [pad.read_text(encoding="utf-8") for pad in (site / f"accounts/{code}").rglob("index.html")]
    assert len(eigen) >= 6
    assert [] == [html for html in eigen if f"{code}.yml" in html.replace(f"accounts/{code}.yml</code>", "")]


WERK = re.compile(r'werklijst__wie">.*?</div>|tijdlijn__groepnaam">.*?</span>')
"""Whose work it is: in a list, and above the bars of the calendar."""


def test_work_of_who_is_absent_says_who_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    No list shows Bram, who is away, without Yasmina; her own talk has his clients. A day that she does, she signs.
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
        and (pad, werk) != ("overleg/yasmina-el-hadri/", 'werklijst__wie">voor Bram Oudkerk</div>')
    ]
    for blad in ("kalender/", "kalender/yasmina-el-hadri/", "kalender/bram-oudkerk/"):
        assert ">Yasmina el Hadri, voor Bram Oudkerk" in paginas[blad]
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
            for soort in (*sorted(PLANNEN), "toezegging", "toezegging_klant", "tussenevaluatie")
            if uitgesteld
        ]

    paginas = bladen(schrijf(tmp_path, portefeuille.items(), monkeypatch), zonder=OVERZICHTEN)
    vellen = {pad: html for pad, html in paginas if re.search("/(canvas/.*|sessie|gesprek)/$", pad)}
    laat = {pad for pad, html in vellen.items() if ">Te laat<" in html and not pad.startswith(ANDERS)}

    assert len(vellen) > 20
    assert uitgesteld is not bool(laat), laat
