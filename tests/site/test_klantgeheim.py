"""Two faces: what is ours never reaches the page for the client, and a build that would let it out fails."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html import escape
from pathlib import Path

import pytest
from gebouwd import Bouwplaats, schone_omgeving
from klantmerk import MERK, mag_gezien
from modelwandel import Merker
from snelsite import NASLAG, bladen
from test_feiten import VAST, WEEK, bestanden, schrijf
from voorbeeldklanten import voorbeeldklanten

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.klantdeel import klantdeel
from macros.portefeuille.klantgeheim import geheimen
from macros.site.klantkeuring import ZOEKINDEX, bezwaren, elders, gelekt
from macros.views.klant.account_mensen import account_mensen
from macros.views.klant.klantoverzicht import account_zicht, klantoverzicht
from macros.views.render import html

KLANT = re.compile(r"accounts/([^/]+)/klant/")
DOSSIERS = list(voorbeeldklanten().dossiers.values())


@pytest.fixture
def brasmeer() -> Dossier:
    """Return the client with the longest file."""
    return voorbeeldklanten().dossiers["brasmeer-logistiek"]


@pytest.mark.usefixtures("bouwplaats")
def test_no_internal_text_of_any_class_reaches_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    With a mark in every text of every file, journal and team too, a page for a client shows only what it may see.
    """
    merker, gelezen = Merker(bestanden().values(), vast=VAST), bestanden()
    gemerkt = {naam: merker.gemerkt(klasse, gegevens) for naam, (klasse, gegevens) in gelezen.items()}
    bouw = schrijf(tmp_path, gemerkt.items(), monkeypatch)

    gezien = {
        klant[1]: set(MERK.findall(pagina))
        for pad, pagina in bladen(bouw, zonder=NASLAG)
        if (klant := KLANT.match(pad))
    }

    mag = {naam.removesuffix(".yml"): mag_gezien(gegevens) for naam, gegevens in gemerkt.items() if "/" not in naam}
    gelekt_ = {klant: merken - mag[klant] for klant, merken in gezien.items() if klant in mag}
    assert set() == set().union(*gelekt_.values()), gelekt_
    assert any(gezien.values())
    assert {"Dagboekregel", "Contactmoment", "Toezegging", "Les"} <= {klasse for klasse, _ in merker.merken}, WEEK


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda dossier: dossier.id)
def test_the_guard_knows_every_internal_value(dossier: Dossier) -> None:
    """
    Each internal value of an example client is found in the words of a page, in an attribute and in a comment.
    """
    gevonden = geheimen(dossier)

    assert len(gevonden) > 20
    for geheim in gevonden:
        for lek in ("<p>{}</p>", '<p data-x="{}">', "<!-- {} -->", "<title>{}</title>"):
            gelekte = list(gelekt(lek.format(escape(geheim.tekst)), dossier))
            assert geheim in gelekte, (geheim, lek)


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda dossier: dossier.id)
def test_the_sheet_itself_passes(dossier: Dossier) -> None:
    """
    What the client may see is no secret, whatever else says the same.
    """
    assert [] == list(bezwaren("klant/index.html", str(html(klantoverzicht(dossier))), dossier))


@pytest.mark.parametrize(
    ("lek", "veld"),
    [
        ("<p>Yasmina el Hadri belt</p>", "naam van collega yasmina-el-hadri"),
        ('<li data-wie="yasmina-el-hadri">', "id van collega yasmina-el-hadri"),
        ("<p>YASMINA  el\nHadri</p>", "naam van collega yasmina-el-hadri"),
        ("<p>Staffel bij twee <span>ploegen</span> doorre<wbr>kenen, alleen tegen veertig maanden</p>", "acties"),
        ("<p>€ 264.000</p>", "jaarwaarde"),
        ('<td data-waarde="264000">', "jaarwaarde"),
        ("<p>&euro;&nbsp;264.000 per jaar</p>", "jaarwaarde"),
    ],
)
def test_a_leak_is_named_by_page_and_field(brasmeer: Dossier, lek: str, veld: str) -> None:
    """
    One Dutch sentence: where it stands, which field it is, and what to do.
    """
    zinnen = list(bezwaren("accounts/brasmeer-logistiek/klant/index.html", lek, brasmeer))

    assert zinnen
    assert any(veld in zin for zin in zinnen), zinnen
    assert all(
        zin.startswith("accounts/brasmeer-logistiek/klant/index.html: hier staat iets dat de klant niet mag zien (")
        for zin in zinnen
    )


@pytest.mark.parametrize(
    "eerlijk",
    [
        "<p>2026</p>",
        "<p>1.264.000</p>",
        "<p>Yasmina</p>",
        "<p>Open voor 27 mrt 2026</p>",
        "<p>264</p>",
        "<p>x264000y</p>",
    ],
)
def test_what_only_looks_like_it_is_no_leak(brasmeer: Dossier, eerlijk: str) -> None:
    """
    A part of a number or of a name, a year and a short word say nothing.
    """
    assert [] == list(gelekt(eerlijk, brasmeer))


def test_another_part_of_the_site_on_the_page_is_a_leak(brasmeer: Dossier) -> None:
    """
    Whoever puts the people of the client on its page is stopped.
    """
    velden = " ".join(bezwaren("x", str(html(account_mensen(brasmeer))), brasmeer))

    assert "naam van contactpersoon" in velden


def test_an_action_reads_as_what_the_client_gets(brasmeer: Dossier) -> None:
    """
    The words for the client stand there instead of ours, which are a secret then; its state is no word of our tasks.
    """
    met = [actie for canvas in brasmeer.account.canvassen for actie in canvas.acties if actie.voor_klant]
    blad = str(html(klantoverzicht(brasmeer)))

    assert met
    for actie in met:
        assert escape(actie.voor_klant or "") in blad.replace("&#39;", "&#x27;")
        assert actie.tekst not in blad
        assert any(actie.tekst.casefold() == geheim.tekst for geheim in geheimen(brasmeer))
    assert "We zijn ermee bezig" in blad
    assert "uiterlijk" in blad


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda dossier: dossier.id)
def test_the_client_page_lists_what_the_client_sees(dossier: Dossier) -> None:
    """
    Every item of the sheet, and no other, stands in the part *Dit ziet de klant*.
    """
    blad, deel = klantoverzicht(dossier), str(html(account_zicht(dossier)))

    assert len(blad.contracten) + sum(len(een.regels) for een in blad.delen) == deel.count("<li>")
    assert all(escape(een.titel, quote=False) in deel for een in blad.delen)
    assert str(html(klantoverzicht(dossier))).count("<li") == sum(len(een.regels) for een in blad.delen)
    assert klantdeel(dossier).naam.split("&")[0] in deel


def test_site_map_and_search_index_are_looked_at(brasmeer: Dossier, tmp_path: Path) -> None:
    """
    An address alone is fine; a word of ours beside it is not.
    """
    pad = "accounts/brasmeer-logistiek/klant/"
    kaart, index = tmp_path / "sitemap.xml", tmp_path / ZOEKINDEX
    index.parent.mkdir()
    schoon = f"<urlset><url><loc>https://x/{pad}</loc><lastmod>2026-03-16</lastmod></url></urlset>"
    kaart.write_text(schoon, encoding="utf-8")
    index.write_text(json.dumps({"bladen": [["accounts/", "Yasmina el Hadri"], [pad, "Klantoverzicht"]]}))
    dossiers = {brasmeer.id: brasmeer}
    assert [] == list(elders(tmp_path, dossiers))

    kaart.write_text(schoon.replace("</loc>", "</loc><news>Yasmina el Hadri</news>"), encoding="utf-8")
    index.write_text(json.dumps({"bladen": [[pad, "Klantoverzicht", "€ 264.000"]]}))

    [in_kaart, in_index] = elders(tmp_path, dossiers)
    assert in_kaart.startswith("sitemap.xml (accounts/brasmeer-logistiek/klant/): hier staat iets")
    assert "naam van collega yasmina-el-hadri" in in_kaart
    assert in_index.startswith("search/search_index.json (accounts/brasmeer-logistiek/klant/): hier staat iets")


def test_a_build_with_a_broken_template_fails(bouwplaats: Bouwplaats, tmp_path: Path) -> None:
    """
    A page of the family with a part of ours ends the strict build, a sentence a page; the site of before stays.
    """
    bouwplaats.kopie(tmp_path)
    familie = tmp_path / "docs/accounts/_account/klant.md"
    familie.write_text(familie.read_text(encoding="utf-8") + "\n{{ account_driehoek() }}\n", encoding="utf-8")
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("oud", encoding="utf-8")

    gedaan = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=tmp_path,
        env=schone_omgeving() | {"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert 0 != gedaan.returncode
    assert "Traceback" not in gedaan.stderr
    for klant in ("brasmeer-logistiek", "meerdal-zorggroep"):
        zin = f"accounts/{klant}/klant/index.html: hier staat iets dat de klant niet mag zien (naam van collega "
        assert zin in gedaan.stderr
    assert "oud" == (site / "index.html").read_text(encoding="utf-8")
