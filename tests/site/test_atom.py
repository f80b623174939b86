"""The feed of what changed: another reader understands it, its names hold, and nothing private leaves with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from klantmerk import MERK, als_yaml
from modelwandel import Merker
from test_feiten import VAST, bestanden
from verleden import met_verleden, verleden, wijziging, zin

from macros.load import geschiedenis
from macros.load.omgeving import ACCOUNTS, GESCHIEDENIS, PEILDATUM
from macros.model.geschiedenis import Geschiedenis, Verteld, Wijziging
from macros.portefeuille.portefeuille import Portefeuille
from macros.site import atom, pages
from macros.views.veranderd.veranderdfeed import HOOGSTENS, PER_DAG, Bericht, berichten

Maak = Callable[..., Portefeuille]
BASIS = "https://handboek.example/"
ATOM = "{http://www.w3.org/2005/Atom}"
KOPPEN = {"content-type": "application/atom+xml", "content-location": f"{BASIS}veranderd/feed.atom"}
BEGIN = datetime(2025, 1, 1, 12, tzinfo=UTC)
ACME = """
    naam: {naam}
    contracten: [{{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}}]
"""
BEDRAG = "€ 98.765"


def schuift(was: str, wordt: str, *waar: str, tekst: str = "iets") -> Verteld:
    """A day that moved."""
    return Verteld(tekst, waar, "datum", date.fromisoformat(was), date.fromisoformat(wordt))


DEADLINE = ("contracten", "beheer", "opzegdeadline")
JAAR = zin(f"Jaarwaarde van Beheer: {BEDRAG} → € 99.999", "contracten", "beheer", "jaarwaarde")
MENS = zin("Houding van H. Bakker: neutraal → kritisch", "contactpersonen", "h-bakker", "houding")


def feed(alle: tuple[Bericht, ...], basis: str = BASIS) -> feedparser.FeedParserDict:
    """Read what was written by a program that knows nothing of ours; it and the standard find nothing wrong."""
    ruw = atom.atom(alle, basis, BEGIN)
    gelezen = feedparser.parse(ruw, response_headers=KOPPEN)
    assert not gelezen.bozo, gelezen.get("bozo_exception")
    assert "atom10" == gelezen.version
    keur(ET.fromstring(ruw))  # noqa: S314  our own
    return gelezen


def keur(wortel: ET.Element) -> None:
    """What RFC 4287 asks of a feed (4.1.1) and of an entry (4.1.2): how often each part is there, and in what form."""
    assert f"{ATOM}feed" == wortel.tag
    berichten_ = wortel.findall(f"{ATOM}entry")
    for deel in (wortel, *berichten_):
        assert [1, 1, 1] == [len(deel.findall(f"{ATOM}{naam}")) for naam in ("id", "title", "updated")]
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", deel.findtext(f"{ATOM}id", ""))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", deel.findtext(f"{ATOM}updated", ""))
        assert deel.findtext(f"{ATOM}title", "").strip()
        assert 1 == len([link for link in deel.findall(f"{ATOM}link") if link.get("rel") == "alternate"])
        assert all(link.get("href") for link in deel.findall(f"{ATOM}link"))
    assert "Retentiehandboek" == wortel.findtext(f"{ATOM}author/{ATOM}name")
    namen = [deel.findtext(f"{ATOM}id") for deel in (wortel, *berichten_)]
    assert len(namen) == len(set(namen))
    assert ["html"] * len(berichten_) == [deel.get("type") for deel in wortel.iter(f"{ATOM}content")]


def van(maak: Maak, *alle: Wijziging, naam: str = "Acme", gedeeld: tuple[Wijziging, ...] = (), **meer: str) -> (
    tuple[Bericht, ...]
):  # fmt: skip
    """The entries of one client with this history."""
    return berichten(met_verleden(maak(ACME.format(naam=naam), **meer), verleden({"acme": alle}, gedeeld)))


def test_a_client_and_a_day_are_an_entry(portefeuille: Maak) -> None:
    """
    The newest first, each with what moved from the morning to the evening, and how much changed where.
    """
    alle = van(
        portefeuille,
        wijziging("2026-03-10", JAAR, nummer=3),
        wijziging("2026-03-12", JAAR, MENS, schuift("2026-09-30", "2026-10-31", *DEADLINE), nummer=4),
        wijziging("2026-03-12", JAAR, schuift("2026-10-31", "2026-11-30", *DEADLINE), nummer=5),
        gedeeld=(wijziging("2026-03-11", zin("Retentiefase: 18 → 15", "instellingen", "retentiefase_maanden")),),
    )

    assert ["Acme: 1 datum verschoof, 3 wijzigingen", "Voor iedereen: 1 wijziging", "Acme: 1 wijziging"] == [
        een.titel for een in alle
    ]
    assert (
        "De uiterste opzegdag van Beheer: 30 september 2026 → 30 november 2026.",
        "3 wijzigingen: contracten en mensen bij de klant.",
    ) == alle[0].regels
    gelezen = feed(alle).entries
    assert [een.titel for een in alle] == [een.title for een in gelezen]
    assert f"{BASIS}accounts/acme/#veranderd" == gelezen[0].link
    assert "<li>3 wijzigingen: contracten en mensen bij de klant.</li>" in gelezen[0].content[0].value
    assert "2026-03-12T12:00:00Z" == gelezen[0].updated


def test_what_says_nothing_outside_the_site_is_no_entry(portefeuille: Maak) -> None:
    """
    A klantbeeld that is another one, work, a turn to talk, a day that came back: no news for a feed.
    """
    assert () == van(
        portefeuille,
        wijziging(
            "2026-03-12",
            zin("Klantbeeld: Rustig → Zorg", "klantbeeld", soort="stand"),
            zin("Nieuw op Vandaag: Bel H. Bakker", "vandaag", "contact", soort="werk", wordt=date(2026, 3, 20)),
            schuift("2026-03-20", "2026-03-27", "kennismaking", "h-bakker"),
            schuift("2026-09-30", "2026-10-31", *DEADLINE),
            schuift("2026-10-31", "2026-09-30", *DEADLINE),
        ),
    )


def test_an_empty_feed_is_one(portefeuille: Maak) -> None:
    """
    Nothing changed, or too long ago, or after the day of the site: no entry, and the day the history begins.
    """
    alle = van(portefeuille, wijziging("2026-01-20", JAAR), wijziging("2026-03-17", JAAR))

    assert () == alle
    gelezen = feed(alle)
    assert [] == gelezen.entries
    assert "2025-01-01T12:00:00Z" == gelezen.feed.updated


def test_names_hold(portefeuille: Maak) -> None:
    """
    A renamed client, another sentence or a later change that day is the same entry; another day is another.

    What a program once read keeps its name in every version of ours.
    """
    [een] = van(portefeuille, wijziging("2026-03-12", JAAR))
    [ander] = van(portefeuille, wijziging("2026-03-12", JAAR, MENS), naam="Heet nu anders")
    [later] = van(portefeuille, wijziging("2026-03-13", JAAR))

    assert een.id == ander.id != later.id
    assert "urn:uuid:90a74dab-a2fc-53d8-b9c6-6772ab76af09" == een.id
    assert een.titel != ander.titel


@pytest.mark.parametrize("naam", ["\"<b>A & B</b> ]]> &lt; 'x'\"", '"Caf\u00e9 \u2192 \U0001f600"', '"\u200d."'])
def test_a_name_is_text(portefeuille: Maak, naam: str) -> None:
    """
    Whatever a client is called comes back as it is: a mark is no mark, in the title or in what it says.
    """
    alle = van(portefeuille, wijziging("2026-03-12", JAAR), naam=naam)

    [gelezen] = feed(alle).entries
    assert alle[0].titel in (gelezen.title, unescape(gelezen.title))
    assert "<b>" not in atom.atom(alle, BASIS, BEGIN).decode()


def test_a_sign_that_xml_has_not_is_left_out(portefeuille: Maak) -> None:
    """
    One such sign would make the whole feed unreadable.
    """
    [een] = van(portefeuille, wijziging("2026-03-12", JAAR))

    [gelezen] = feed((replace(een, titel="Ac\x00m\x0be\ufffe"),)).entries

    assert "Acme" == gelezen.title


def test_without_an_address_links_are_beside_the_feed(portefeuille: Maak) -> None:
    """
    A reader works them out from where it found the feed.
    """
    ruw = atom.atom(van(portefeuille, wijziging("2026-03-12", JAAR)), "", BEGIN).decode()

    assert 'href="../accounts/acme/#veranderd"' in ruw
    assert 'href="../veranderd/feed.atom"' in ruw
    assert "https://" not in ruw


def test_a_busy_day_is_not_a_long_list(portefeuille: Maak) -> None:
    """
    A register that is read in changes hundreds of clients on a day: some of them, and how many more.
    """
    klanten = {f"klant-{nummer:03}": [wijziging(f"2026-03-{dag:02}", JAAR, nummer=dag) for dag in range(1, 17)]
               for nummer in range(60)}  # fmt: skip
    veel = portefeuille(*(f"id: {id_}\nnaam: {id_}\n" for id_ in klanten))
    alle = berichten(met_verleden(veel, verleden(klanten)))

    assert HOOGSTENS == len(alle)
    eerste = [een for een in alle if een.tijd.day == 16]
    assert PER_DAG == len(eerste)
    assert ["Nog 41 klanten veranderd op 16 maart 2026"] == [een.titel for een in eerste if een.doel == "veranderd/"]
    assert len(atom.atom(alle, BASIS, BEGIN)) < 150_000
    feed(alle)


MAG = {("Account", "naam"), ("Contract", "titel")}
"""What a client may see of itself is all that a feed may hold, as a calendar does (domain 2.9)."""


def van_alles(gelezen: dict[str, tuple[type, dict[str, object]]]) -> Geschiedenis:
    """A history in which every sentence holds a name, an amount and a judgement, and so does the path of each."""
    klanten = {}
    for naam, (_, klant) in gelezen.items():
        if "/" in naam or not isinstance(contracten := klant.get("contracten"), list):
            continue
        zinnen = [
            zin(f"merk99merk kritisch {BEDRAG} van H. Bakker", deel, "h-bakker", "merk98merk", soort=soort)
            for deel in ("contactpersonen", "kansen", "canvassen", "klantbeeld", "contact", "onbekend-deel")
            for soort in ("anders", "erbij", "weg", "stand", "werk", "dagboek")
        ]
        zinnen += [schuift("2026-03-20", "2026-03-27", deel, "h-bakker", tekst="merk97merk")
                   for deel in ("contact", "kennismaking", "fresheyes_vervalt", "bericht_volgende")]  # fmt: skip
        zinnen += [
            schuift("2026-09-30", "2026-10-31", "contracten", contract["id"], "opzegdeadline", tekst="merk96merk")
            for contract in [*contracten, {"id": "weg"}]
        ]
        klanten[naam.removesuffix(".yml")] = [wijziging("2026-03-15", *zinnen, wie="rik-smeets")]
    return verleden(klanten, [wijziging("2026-03-15", zin(f"Team: Rik Smeets merk95merk {BEDRAG}", "team"))])


@pytest.mark.parametrize("met_naam", [True, False])
def test_no_field_of_the_model_leaves_the_site(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    met_naam: bool,  # noqa: FBT001
) -> None:
    """
    With a mark in every text and every sentence of the history: of a client only its name and its contracts' titles.

    No name of anybody, no judgement, no amount; with a code for the client neither of the two.
    """
    gelezen = bestanden()
    gelezen["_gedeeld/instellingen.yml"][1]["feed_met_klantnaam"] = met_naam
    merker = Merker(gelezen.values(), vast=VAST)
    for naam, (klasse, gegevens) in gelezen.items():
        pad = tmp_path / "accounts" / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(als_yaml(merker.gemerkt(klasse, gegevens)), encoding="utf-8")
    geschiedenis.schrijf(tmp_path / "verloop.json", van_alles(gelezen))
    for sleutel, waarde in ((ACCOUNTS, tmp_path / "accounts"), (GESCHIEDENIS, tmp_path / "verloop.json")):
        monkeypatch.setenv(sleutel, str(waarde))
    monkeypatch.setenv(PEILDATUM, "2026-03-16")
    bouw = pages.begin("")
    bouw.site_url = BASIS

    atom.schrijf(bouw, tmp_path)

    alles = unescape(unescape((tmp_path / "veranderd/feed.atom").read_text(encoding="utf-8")))
    gezien = set(MERK.findall(alles))
    mag = {merk for veld in MAG for merk in merker.merken[veld]} if met_naam else set()
    assert gezien <= mag
    assert bool(gezien) == met_naam
    assert alles.count("<entry>") > 10
    assert "De uiterste opzegdag van een contract: 30 september 2026 → 31 oktober 2026." in alles
    assert not re.search(r"€|98\.765|kritisch|Bakker|bakker|Smeets|smeets|klantbeeld", alles)
    mensen = [p["id"] for _, data in gelezen.values() for lijst in ("personen", "contactpersonen")
              for p in data.get(lijst, ())]  # fmt: skip
    assert [] == [wie for wie in mensen if wie in alles]
    if not met_naam:
        assert [] == [naam for naam in gelezen if "/" not in naam and naam.removesuffix(".yml") in alles]
        assert f"{BASIS}agenda/#klant-" in alles


def test_a_hidden_client_is_not_in_it(voorbeeld: Portefeuille) -> None:
    """
    Who wants no mention has no calendar and no entry either, not by its code.
    """
    verborgen = [dossier.id for dossier in voorbeeld.dossiers.values() if dossier.verborgen]
    alle = berichten(met_verleden(voorbeeld, verleden({id_: [wijziging("2026-03-12", JAAR)] for id_ in verborgen})))

    assert verborgen
    assert () == alle


def test_without_a_history_there_is_none(site: Path, veranderd: Path) -> None:
    """
    No file and no way to it; with one both, and a reader that looks at the page finds it.
    """
    pagina, met = (map_ / "veranderd/index.html" for map_ in (site, veranderd / "site"))
    link = '<link rel="alternate" type="application/atom+xml" title="Wat veranderde" href="feed.atom">'

    assert not (site / "veranderd/feed.atom").exists()
    assert "atom" not in pagina.read_text(encoding="utf-8")
    assert link in met.read_text(encoding="utf-8")
    assert 'href="../veranderd/feed.atom">Volg dit als feed' in met.read_text(encoding="utf-8")
    assert "atom+xml" not in (veranderd / "site/index.html").read_text(encoding="utf-8")
    keur(ET.parse(veranderd / "site/veranderd/feed.atom").getroot())  # noqa: S314  our own
