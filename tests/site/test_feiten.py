"""No fact goes nowhere: what a colleague writes in a file, a reader finds on a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice, starmap
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from afgeleid import afgeleid
from klantmerk import als_yaml
from modelwandel import Merker, Veld, andere, met, plekken, tekstvelden, waarde_op
from snelsite import NASLAG, OVERZICHTEN, bladen, familiebladen
from voorbeeldklanten import ACCOUNTS as KLANTEN

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verhuld import schuilnaam
from macros.load import yaml12
from macros.load.dagboek import aantekeningen
from macros.load.dagboekfeiten import verwerk
from macros.load.keuren import Gekeurd
from macros.load.omgeving import ACCOUNTS
from macros.load.standaard import GEDEELDE_BESTANDEN, STANDAARD
from macros.load.velden import klasse_in, velden_van
from macros.model.account import Account
from macros.model.dagboek import Weekblad
from macros.model.gedeeld import Werving
from macros.site import pages
from macros.site.pages import Bouw
from macros.views.handboek.veldvoorbeeld import hints_van

pytestmark = pytest.mark.usefixtures("bouwplaats")  # all pages are made, if not by MkDocs
VAST = {
    ("Instellingen", "tijdzone"): "a name for the computer, to know which day it is",
    ("Instellingen", "site_url"): "the address of the site itself, in its sitemap and canonical links",
    **{
        ("Voorstellen", naam): "where the browser sends a proposal; it has to be right, and depends on the kind"
        for naam in ("adres", "project", "client_id", "aanmeldadres", "hoofdtak")
    },
}
"""Texts that are not free to say anything, each with the reason why no page shows it."""
UITGEZONDERD: dict[Veld, str] = {
    **VAST,
    ("Bron", "eenmalig"): "a memory of the import, for its next run",
    ("Persoon", "login"): "only to know who you are at `handboek ik`",
}
"""Texts that no page has to show, each with the reason."""


WEEK = "_dagboek/2026/w11-anouk-de-wit.yml"
GESPREK = {
    "klant": "meerdal-zorggroep",
    "datum": "2026-03-11",
    "met": ["h-bakker"],
    "vorm": "overleg",
    "regel": "procesafstemming",
    "kern": "Wil een voorstel voor één werkplek",
    "klopt_nog": ["h-bakker", "v1"],
    "klaar": ["a1"],
    "gebroken": ["2026w11-anouk-de-wit-2"],
    "signaal": {"soort": "koop", "tekst": "Vroeg naar een tweede werkplek", "kans": "kleine-kans"},
    "nieuw": {"naam": "S. Jansen", "functie": "directeur", "laag": "strategisch"},
}
BELOFTE = {
    "klant": "meerdal-zorggroep",
    "datum": "2026-03-04",
    "laag": "operationeel",
    "kern": "Over de planning",
    "belofte": {"tekst": "Planning sturen", "van": "wij", "voor_datum": "2026-03-10"},
}
NOTITIE = {"klant": "meerdal-zorggroep", "datum": "2026-03-12", "kern": "Niet gesproken, wel nagevraagd"}
"""One client in the week of one colleague: every field of a line is somewhere."""


def bestanden() -> dict[str, tuple[type, dict[str, Any]]]:
    """Read the example portfolio with every shared file, also one that it leaves at its default.

    Path below the folder to the class of the file and its data.
    """
    paden: dict[str, tuple[type, Path]] = {pad.name: (Account, pad) for pad in sorted(KLANTEN.glob("*.yml"))}
    for naam, klasse in GEDEELDE_BESTANDEN.items():
        eigen = KLANTEN / f"_gedeeld/{naam}.yml"
        paden[f"_gedeeld/{naam}.yml"] = klasse, eigen if eigen.exists() else STANDAARD / f"{naam}.yml"
    paden |= {f"_werving/{pad.name}": (Werving, pad) for pad in sorted((KLANTEN / "_werving").glob("*.yml"))}
    gelezen: Any = {naam: (klasse, yaml12.lees(pad.read_bytes()).waarde) for naam, (klasse, pad) in paden.items()}
    groepen = gelezen["_gedeeld/segmentatie.yml"][1]["groepen"]
    groepen.append(groepen[0] | {"id": "tweede"})  # with one group no page has to name it
    meerdal = gelezen["meerdal-zorggroep.yml"][1]
    meerdal |= {"groep": "tweede", "moeder": "brasmeer-logistiek"}
    meerdal["contactmomenten"][0] |= {"regel": "procesafstemming", "nagevraagd": ["v1"]}
    brasmeer = gelezen["brasmeer-logistiek.yml"][1]
    prijs = {"jaarwaarde": 124000, "vanaf": "2026-02-01"}
    for contract in brasmeer["contracten"]:
        contract["verlengingen"] = [deel | prijs for deel in contract.get("verlengingen", [])]
    zonder_naam = {"datum": "2026-03-15", "wie": "bram-oudkerk", "laag": "tactisch"}
    gelezen["bouwbedrijf-hoenderveen.yml"][1]["contactmomenten"].append(zonder_naam)
    meerdal["kansen"] = [*meerdal.get("kansen", []), {"id": "kleine-kans", "tekst": "Tweede werkplek"}]
    gelezen[WEEK] = Weekblad, {"regels": [GESPREK, BELOFTE, NOTITIE]}
    return dict(gelezen)


def schrijf(folder: Path, inhoud: Iterable[tuple[str, dict[str, Any]]], monkeypatch: pytest.MonkeyPatch) -> Bouw:
    """Write a portfolio and begin to build it."""
    for naam, gegevens in inhoud:
        (folder / naam).parent.mkdir(parents=True, exist_ok=True)
        (folder / naam).write_text(als_yaml(gegevens), encoding="utf-8")
    monkeypatch.setenv(ACCOUNTS, str(folder))
    return pages.begin("")


def test_every_text_is_on_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Each text field of each class, filled with a mark of its own, is on at least one page outside the reference.
    """
    gelezen = bestanden()
    merker = Merker(gelezen.values(), vast=VAST)
    gemerkt = ((naam, merker.gemerkt(klasse, gegevens)) for naam, (klasse, gegevens) in gelezen.items())

    alles = "".join(html for _, html in bladen(schrijf(tmp_path, gemerkt, monkeypatch), zonder=NASLAG))
    gezien = set(re.findall(r"merk\d+merk", alles))

    velden = {
        veld for klasse in (Account, *GEDEELDE_BESTANDEN.values(), Werving, Weekblad) for veld in tekstvelden(klasse)
    }
    assert set(UITGEZONDERD) == {veld for veld in velden if not gezien.intersection(merker.merken[veld])}


STIL: dict[Veld, str] = {
    ("Weekblad", "opgeruimd"): "counts what was taken away, so that the others keep the name they go by",
    ("Account", "groep"): "a client alone is in the only group that shows; the other test sees its name",
    **{
        (klasse, "id"): "a name to refer to"
        for klasse in ("Contactmoment", "Contactsignaal", "Lessignaal", "Reviewactie")
    },
}
"""Facts that change no page, each with the reason."""
POGINGEN = 14
"""So many alterations of a field are tried; most show at the first."""


class Klantsite:
    """The pages of one client alone, before and after something in its file was altered."""

    def __init__(self, bouw: Bouw, accounts: dict[str, dict[str, Any]]) -> None:
        """Begin with the pages of all clients together; those of one alone are made when it is looked at."""
        self._bouw, self._accounts = bouw, accounts
        self._begin = bouw.portefeuille
        dict(bladen(bouw, zonder=OVERZICHTEN))
        self._voor: dict[str, dict[str, str]] = {}

    def verandert(self, bestand: str, gegevens: dict[str, Any]) -> bool:
        """Whether at least one page differs with this file; False when the model refuses it."""
        klasse, naam = Weekblad if bestand == WEEK else Account, bestand.removesuffix(".yml")
        gekeurd = Gekeurd(klasse, gegevens)
        if gekeurd.bevindingen:
            return False
        gedeeld, account = self._begin.gedeeld, gekeurd.object
        if klasse is Weekblad:
            naam = str(GESPREK["klant"])
            regels = tuple(aantekeningen(WEEK, gekeurd.object, range(len(gekeurd.object.regels))))
            gedeeld = replace(gedeeld, dagboek={naam: regels})
            account = Gekeurd(Account, self._accounts[f"{naam}.yml"]).object
        if naam not in self._voor:
            begin = self._begin.dossiers.get(naam) or self._begin.dossiers[schuilnaam(naam)]
            self._voor[naam] = dict(self._bladen(begin))
        heel = verwerk(account, gedeeld.dagboek.get(naam, ()), gedeeld.personen)
        [na] = afgeleid([heel], gedeeld, self._begin.peildatum).dossiers.values()
        return any(self._voor[naam].get(pad) != html for pad, html in self._bladen(na))

    def _bladen(self, klant: Dossier) -> Iterator[tuple[str, str]]:
        """The client's own pages first: most facts stand there."""
        self._bouw.portefeuille = replace(self._begin, dossiers={klant.id: klant}, gedeeld=klant.gedeeld)
        yield from familiebladen(self._bouw)
        yield from bladen(self._bouw, zonder=OVERZICHTEN)


def anders(gegevens: dict[str, Any], klasse: type, naam: str, pad: tuple[str | int, ...]) -> Iterator[dict[str, Any]]:
    """Yield the data of a file with another value in one place."""
    yield from (met(gegevens, pad, waarde) for waarde in andere(klasse, naam, waarde_op(gegevens, pad)))


def wisselt(klasse: type, naam: str) -> bool:
    """Whether a field can be altered alone: it has no fields of its own, and is no id or other required name."""
    vrij = not velden_van(klasse)[naam].is_required()
    return not klasse_in(hints_van(klasse)[naam]) and (vrij or next(andere(klasse, naam, None), None) is not None)


def pogingen(rijen: list[tuple[bool, str, Iterator[dict[str, Any]]]]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give the first alterations of a field, where it is filled before where it is not."""
    alle = ((account, gegevens) for _, account, nieuw in sorted(rijen, key=itemgetter(0)) for gegevens in nieuw)
    return islice(alle, POGINGEN)


def test_every_other_fact_changes_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A date, number, choice or name that is altered or taken away in the file of a client changes at least one page.
    """
    gelezen = {naam: gegevens for naam, (_, gegevens) in bestanden().items()}
    accounts = {naam: gegevens for naam, gegevens in gelezen.items() if "/" not in naam}
    site = Klantsite(schrijf(tmp_path, gelezen.items(), monkeypatch), accounts)
    teksten = {*tekstvelden(Account), *tekstvelden(Weekblad)}
    plaatsen: dict[Veld, list[tuple[bool, str, Iterator[dict[str, Any]]]]] = defaultdict(list)
    for bestand, gegevens in {**accounts, WEEK: gelezen[WEEK]}.items():
        for klasse, naam, pad in plekken(Weekblad if bestand == WEEK else Account, gegevens):
            if (klasse.__name__, naam) not in teksten and wisselt(klasse, naam):
                leeg = waarde_op(gegevens, pad) is None
                nieuw = anders(gegevens, klasse, naam, pad)
                plaatsen[klasse.__name__, naam].append((leeg, bestand, nieuw))

    stil = {veld for veld, rijen in plaatsen.items() if not any(starmap(site.verandert, pogingen(rijen)))}
    assert set(STIL) == stil


class AlleenEigen(dict[str, Any]):
    """A journal that gives the lines of one client and never those of all, and remembers whose were asked."""

    def get(self, key: str, default: Any = None) -> Any:
        """Give the lines of one client."""
        self.gevraagd.add(key)
        return super().get(key, default)

    def __iter__(self) -> Any:
        """Refuse to give everything."""
        pytest.fail("a page goes through the whole journal")

    items = values = keys = __iter__
    gevraagd: set[str] = set()  # noqa: RUF012  of the one in this test


def test_a_page_of_a_client_reads_its_own_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    No page goes through the journal of everybody, and a page of a client asks for nobody else's.
    """
    gelezen = {naam: gegevens for naam, (_, gegevens) in bestanden().items()}
    bouw = schrijf(tmp_path, gelezen.items(), monkeypatch)
    dagboek = AlleenEigen(bouw.portefeuille.gedeeld.dagboek.items())
    gedeeld = replace(bouw.portefeuille.gedeeld, dagboek=dagboek)
    klanten = {naam: replace(klant, gedeeld=gedeeld) for naam, klant in bouw.portefeuille.dossiers.items()}
    bouw.portefeuille = replace(bouw.portefeuille, dossiers=klanten, gedeeld=gedeeld)

    anders = {}
    for pad, _ in bladen(bouw, zonder=OVERZICHTEN):
        delen = pad.split("/")
        if delen[0] == "accounts" and delen[1] in klanten:
            anders[pad] = dagboek.gevraagd - {delen[1]}
        dagboek.gevraagd.clear()

    assert {pad for pad in anders if anders[pad]} == set()
    assert f"accounts/{GESPREK['klant']}/" in anders
