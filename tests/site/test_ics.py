"""The calendars as files: two readers understand them, the same data gives the same bytes, nothing private leaves."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar.parser import Contentline
from klantmerk import als_yaml
from modelwandel import Merker
from playwright.sync_api import Browser
from test_feiten import VAST, bestanden
from voorbeeldklanten import ACCOUNTS as KLANTEN

from macros.load.omgeving import ACCOUNTS, PEILDATUM, PROJECT
from macros.model.geschiedenis import Stempel
from macros.portefeuille.agendadag import Agendadag
from macros.site import ics, pages

BASIS = "https://handboek.example/"
EEN = Agendadag(
    uid="0a1b@retentiehandboek",
    dag=date(2028, 2, 29),
    titel="Opzegdeadline: Acme, Beheer; en meer",
    uitleg=("Waarom: eerst, dan; zo.", "Klaar als \\ het er staat."),
    doel="accounts/acme/#waarom-beheer-opzegdeadline",
    stempel=Stempel(12, datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)),
    wie=("anouk-de-wit",),
    soort="opzegdeadline",
)


bibliotheek: Any = Contentline


def schrijf(accounts: Path, doel: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the calendars of a folder of accounts, and return the folder they are in."""
    monkeypatch.setenv(ACCOUNTS, str(accounts))
    monkeypatch.setenv(PEILDATUM, "2026-03-16")
    bouw = pages.begin("")
    bouw.site_url = BASIS
    ics.schrijf(bouw, doel)
    return doel / "agenda"


@pytest.fixture
def agenda(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder with every calendar of the portfolio in which every rule fires."""
    return schrijf(KLANTEN, tmp_path, monkeypatch)


def lees(inhoud: bytes) -> Any:
    """Read a calendar by the library that wrote it; its types name everything that any property can be."""
    return Calendar.from_ical(inhoud)


def gebeurtenissen(pad: Path) -> list[Any]:
    """The events of a calendar."""
    return list(lees(pad.read_bytes()).walk("VEVENT"))


def test_a_day_comes_back_as_it_was() -> None:
    """
    A leap day lasts until the first of March, exclusive; signs that mean something are escaped, and read back.
    """
    [terug] = lees(ics.kalender("Proef", [ics.gebeurtenis(EEN, BASIS)])).walk("VEVENT")

    assert (date(2028, 2, 29), date(2028, 3, 1)) == (terug["dtstart"].dt, terug["dtend"].dt)
    assert EEN.titel == terug["summary"]
    assert "\n".join((*EEN.uitleg, f"{BASIS}{EEN.doel}")) == terug["description"]
    assert (12, EEN.stempel.tijd) == (terug["sequence"], terug["dtstamp"].dt)


def test_without_an_address_no_line_leads_anywhere() -> None:
    """
    Where the site has no address the words are whole, and end with what done means.
    """
    [terug] = lees(ics.kalender("Proef", [ics.gebeurtenis(EEN, "")])).walk("VEVENT")

    assert "\n".join(EEN.uitleg) == terug["description"]
    assert "url" not in terug


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))), st.integers(0, 90))
def test_a_line_is_never_too_long(tekst: str, vooraf: int) -> None:
    """
    At most 75 octets, whatever a sign takes, and no sign is cut in two: at every edge.
    """
    geschreven = ics.kalender("x", [ics.gebeurtenis(replace(EEN, titel="a" * vooraf + "é→𝄞" * 30 + tekst), BASIS)])

    regels = geschreven.split(b"\r\n")
    assert max(map(len, regels)) <= 75
    assert all(regel.decode() is not None for regel in regels)
    [terug] = lees(geschreven).walk("VEVENT")
    assert "a" * vooraf + "é→𝄞" * 30 + tekst == terug["summary"]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"))), st.integers(60, 90))
def test_a_line_is_folded_as_the_library_does(tekst: str, vooraf: int) -> None:
    """
    The same bytes, wherever the edge falls: between signs of one to four octets, and behind a backslash.
    """
    for inhoud in (f"{'a' * vooraf}{tekst}", f"{'a' * vooraf}" + "\\,é\\\\^n→" * 20):
        assert ics.regel(inhoud) == bibliotheek(inhoud).to_ical() + b"\r\n"


def test_two_readers_read_every_calendar(agenda: Path) -> None:
    """
    Another library sees the same days with the same words, and finds nothing wrong.
    """
    paden = sorted(agenda.rglob("*.ics"))
    for pad in paden:
        ander = vobject.readOne(pad.read_bytes().decode())
        ander.validate(raiseException=True)
        van_ander = {(v.uid.value, v.summary.value, v.dtstart.value) for v in ander.contents.get("vevent", ())}
        assert [] == lees(pad.read_bytes()).errors
        assert van_ander == {(str(v["uid"]), str(v["summary"]), v["dtstart"].dt) for v in gebeurtenissen(pad)}, pad.name
    assert {"team.ics", "opzegdatums.ics", "anouk-de-wit.ics", "meerdal-zorggroep.ics"} <= {pad.name for pad in paden}


def test_a_day_keeps_nobody_busy(agenda: Path) -> None:
    """
    Whole days that are free, without alarm, repetition or person; each name once.
    """
    for pad in agenda.rglob("*.ics"):
        kale = pad.read_bytes().replace(b"\r\n ", b"").decode()
        assert not re.search(r"^(BEGIN:VALARM|RRULE|RDATE|ATTENDEE|ORGANIZER|METHOD)", kale, re.MULTILINE)
        alle = gebeurtenissen(pad)
        assert len(alle) == len({str(een["uid"]) for een in alle})
        for een in alle:
            assert "TRANSPARENT" == een["transp"]
            assert type(een["dtstart"].dt) is date
            assert timedelta(days=1) == een["dtend"].dt - een["dtstart"].dt


def test_programs_are_told_a_name_and_when_to_look_again(agenda: Path) -> None:
    """
    In the words of the standard and in those that older programs know.
    """
    kop = lees((agenda / "opzegdatums.ics").read_bytes())

    assert "Opzegdatums" == kop["name"] == kop["x-wr-calname"]
    assert timedelta(hours=12) == kop["refresh-interval"].dt
    assert "PT12H" == kop["x-published-ttl"]
    assert {"Opzegdeadline", "In actie voor de opzegdeadline"} < {
        str(een["summary"]).split(":")[0] for een in gebeurtenissen(agenda / "opzegdatums.ics")
    }


def test_an_empty_calendar_is_still_one(agenda: Path) -> None:
    """
    A client with nothing ahead has a file with the part that the standard asks for, and no day in it.
    """
    leeg = [pad for pad in (agenda / "klant").iterdir() if not gebeurtenissen(pad)]

    assert leeg
    assert [["VTIMEZONE"]] * len(leeg) == [[d.name for d in lees(p.read_bytes()).subcomponents] for p in leeg]


def test_the_same_bytes_with_another_seed(agenda: Path, tmp_path: Path) -> None:
    """
    Two programs that order their sets in another way write the same files.
    """
    opdracht = (
        "from pathlib import Path; from macros.site import ics, pages; b = pages.begin(''); "
        f"b.site_url = {BASIS!r}; ics.schrijf(b, Path({str(tmp_path / 'ander')!r}))"
    )
    omgeving = os.environ | {"PYTHONHASHSEED": "4711", "PYTHONPATH": str(PROJECT)}
    subprocess.run([sys.executable, "-c", opdracht], check=True, cwd=PROJECT, env=omgeving)

    elders = tmp_path / "ander" / "agenda"
    namen = sorted(pad.relative_to(agenda) for pad in agenda.rglob("*.ics"))
    assert namen == sorted(pad.relative_to(elders) for pad in elders.rglob("*.ics"))
    assert [] == [naam for naam in namen if (agenda / naam).read_bytes() != (elders / naam).read_bytes()]


MAG = {("Account", "naam"), ("Contract", "titel")}
"""What a client may see of itself is all that a calendar may hold (domain 2.9)."""
BEDRAG = 98765
"""No period, day or number of the example."""


def met_bedragen(gegevens: Any) -> Any:
    """Put an amount that stands nowhere else in every field that holds one."""
    if isinstance(gegevens, list):
        return [met_bedragen(deel) for deel in gegevens]
    if not isinstance(gegevens, dict):
        return gegevens
    return {
        sleutel: BEDRAG if "waarde" in str(sleutel) and isinstance(deel, int) else met_bedragen(deel)
        for sleutel, deel in gegevens.items()
    }


def teksten(folder: Path) -> Iterator[str]:
    """Each calendar as one text, with its lines unfolded."""
    return (pad.read_bytes().replace(b"\r\n ", b"").decode() for pad in folder.rglob("*.ics"))


@pytest.mark.parametrize("met_naam", [True, False])
def test_no_field_of_the_model_leaves_the_site(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    met_naam: bool,  # noqa: FBT001
) -> None:
    """
    With a mark in every text there is: of a client only its name and the titles of its contracts, or neither of them.

    No amount, no name of anybody, no id of a person.
    """
    gelezen = bestanden()
    gelezen["_gedeeld/instellingen.yml"][1]["feed_met_klantnaam"] = met_naam
    merker = Merker(gelezen.values(), vast=VAST)
    for naam, (klasse, gegevens) in gelezen.items():
        pad = tmp_path / "accounts" / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(als_yaml(met_bedragen(merker.gemerkt(klasse, gegevens))), encoding="utf-8")

    alles = "".join(teksten(schrijf(tmp_path / "accounts", tmp_path, monkeypatch)))

    gezien = set(re.findall(r"merk\d+merk", alles))
    mag = {merk for veld in MAG for merk in merker.merken[veld]} if met_naam else set()
    assert gezien <= mag
    assert bool(gezien) == met_naam
    assert str(BEDRAG) not in re.sub(r"UID:.*|klant-[0-9a-f]{12}", "", alles)
    mensen = [
        p["id"]
        for _, data in gelezen.values()
        for lijst in ("personen", "contactpersonen")
        for p in data.get(lijst, ())
    ]
    assert [] == [wie for wie in mensen if wie in alles]
    if not met_naam:
        assert [] == [naam for naam in gelezen if naam.removesuffix(".yml") in alles]


@pytest.mark.usefixtures("bouwplaats")
def test_the_build_writes_them_beside_the_pages(site: Path) -> None:
    """
    Everybody in service has one, and nothing of it is in the search or the site map.
    """
    assert (site / "agenda/team.ics").stat().st_size > 1000
    assert (site / "agenda/klant/meerdal-zorggroep.ics").exists()
    assert not (site / "agenda/klant/wie-is-dat.ics").exists()
    for naam in ("search/search_index.json", "sitemap.xml"):
        assert not re.search(r"\w\.ics", (site / naam).read_text(encoding="utf-8")), naam


def test_an_address_is_copied_in_full(browser: Browser, adres: str) -> None:
    """
    As this reader reaches the site, with a link for programs that follow; without script both are there to fetch.
    """
    with browser.new_context(locale="nl-NL") as venster:
        page = venster.new_page()
        page.goto(f"{adres}agenda/")
        page.get_by_role("button", name="Kopieer het adres: Het hele team").click()
        page.get_by_text("Gekopieerd").wait_for()
        assert f"{adres}agenda/team.ics" == page.locator("[data-agenda] code").first.inner_text()
        volgen = page.get_by_role("link", name="Volgen: Het hele team").get_attribute("href")
        assert f"webcal:{adres.removeprefix('http:')}agenda/team.ics" == volgen
    with browser.new_context(java_script_enabled=False) as zonder:
        page = zonder.new_page()
        page.goto(f"{adres}agenda/")
        assert "agenda/team.ics" == page.locator("[data-agenda] code").first.inner_text()
        assert "../agenda/team.ics" == page.get_by_role("link", name="Downloaden: Het hele team").get_attribute("href")
