"""A site is looked at before it takes the place of the one that is read."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from gebouwd import Bouwplaats, schone_omgeving

from macros.site import oplevering
from macros.site.oplevering import Gezien, OndeugdelijkError
from macros.views.render import veilig


def keur(folder: Path, site_url: str = "", **paginas: str) -> list[str]:
    """Write pages by the name of their folder and return what is said of them; `w` is the front page."""
    gezien = Gezien(site_url)
    for naam, html in paginas.items():
        pad = "index.html" if naam == "w" else f"{naam}/index.html"
        (folder / pad).parent.mkdir(exist_ok=True)
        (folder / pad).write_text(html, encoding="utf-8")
        gezien.lees(pad, html)
    try:
        gezien.keur(folder)
    except OndeugdelijkError as fout:
        return str(fout).splitlines()[1:]
    return []


def test_good_links_pass(tmp_path: Path) -> None:
    """
    Up, down, to a place, to the page itself, with a query, in full, and to somewhere else.
    """
    links = ("../", "..", "#hier", "../a/#hier", "./", "?wie=x", "https://h.example/x/a/", "https://elders.example/")
    html = '<p id="hier">' + "".join(f'<a class="l" href="{link}">x</a>' for link in links)

    assert [] == keur(tmp_path, "https://h.example/x/", w='<a href="a/#hier">', a=html)


@pytest.mark.parametrize(
    ("html", "melding"),
    [
        ('<a href="../b/">', "a/index.html: de koppeling naar b/index.html leidt nergens heen"),
        ('<a href="#weg">', "a/index.html: de koppeling naar a/index.html#weg leidt nergens heen, want die plek is er"),
        ('<img alt="x" src="../x.png">', "a/index.html: de koppeling naar x.png leidt nergens heen"),
        ("@@handboek:titel@@", "a/index.html: hier bleef een merkteken van ons staan: @@handboek:titel@@"),
        ("<!--handboek:7-->", "a/index.html: hier bleef een merkteken van ons staan: <!--handboek:7-->"),
        ("<p>\n<<<<<<< HEAD\n", "a/index.html: hier staan twee versies onder elkaar, na een samenvoeging in git"),
    ],
)
def test_what_is_refused(tmp_path: Path, html: str, melding: str) -> None:
    """
    A link to nowhere, a mark of ours and a merge that was not finished: each with its page.
    """
    [gezegd] = keur(tmp_path, w="", a=html)

    assert gezegd.startswith(melding)


@pytest.mark.parametrize("pagina", ["segmenten", "handboek"])
def test_a_place_of_another_page_is_there(pagina: str, tmp_path: Path) -> None:
    """
    On an overview as much as in the handbook.
    """
    [gezegd] = keur(tmp_path, w=f'<a href="{pagina}/#weg">', **{pagina: '<p id="hier">'})

    assert (
        f"index.html: de koppeling naar {pagina}/index.html#weg leidt nergens heen, want die plek is er niet" == gezegd
    )


@pytest.mark.parametrize("klanten", [0, 1])
def test_a_new_team_has_a_whole_site(klanten: int, tmp_path: Path, bouwplaats: Bouwplaats) -> None:
    """
    One colleague, who has nobody to hand a client over to, and no client or one without a contract: no dead link.
    """
    accounts = tmp_path / "accounts"
    (accounts / "_gedeeld").mkdir(parents=True)
    team = "personen: [{id: lotte-kramer, naam: Lotte Kramer, rollen: [accountmanager]}]\n"
    (accounts / "_gedeeld/team.yml").write_text(team, encoding="utf-8")
    if klanten:
        kop = "id: bakkerij\nnaam: Bakkerij\ndriehoek: {accountmanager: lotte-kramer}\ncontracten: []\n"
        (accounts / "bakkerij.yml").write_text(kop, encoding="utf-8")

    bouwplaats.bouw(tmp_path / "site", HANDBOEK_ACCOUNTS=str(accounts), HANDBOEK_PEILDATUM="2026-03-16")

    assert klanten == (tmp_path / "site/accounts/bakkerij/gebeurd/index.html").exists()
    assert 'id="juiste-klant"' in (tmp_path / "site/segmenten/index.html").read_text(encoding="utf-8")


def test_styles_scripts_and_site_map_are_looked_at(tmp_path: Path) -> None:
    """
    They are no pages, and can hold a merge mark or an address that is not there.
    """
    (tmp_path / "a.css").write_text("<<<<<<< HEAD\n", encoding="utf-8")
    (tmp_path / "sitemap.xml").write_text("<loc>https://h.example/x/weg/</loc><loc>https://h.example/y/</loc>", "utf-8")
    (tmp_path / "404.html").write_text('<a href="/x/">goed</a><a href="/x/b/">', encoding="utf-8")

    gezegd = keur(tmp_path, "https://h.example/x/", w="")

    assert ["404.html", "a.css", "sitemap.xml", "sitemap.xml"] == sorted(regel.split(":")[0] for regel in gezegd)


def test_text_of_a_client_is_no_mark() -> None:
    """
    What somebody typed in a file is printed as it is, and is not taken for a mark that stayed behind.
    """
    assert "&#64;@handboek:titel&#64;@" == veilig("@@handboek:titel@@")


def test_a_site_that_was_being_replaced_comes_back(tmp_path: Path) -> None:
    """
    A build killed between the two renames left the old site under another name.
    """
    (tmp_path / ".site.oud").mkdir()
    (tmp_path / ".site.oud/index.html").write_text("oud", encoding="utf-8")

    bezig = oplevering.ernaast(tmp_path / "site")

    assert "oud" == (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert tmp_path / ".site.bezig" == bezig


def test_a_place_that_cannot_be_written_is_seen_before_the_build() -> None:
    """
    In the folder of the processes nobody makes anything, whatever rights there are.
    """
    with pytest.raises(OSError, match="proc"):
        oplevering.ernaast(Path("/proc/site"))


@pytest.fixture(scope="module")
def project(bouwplaats: Bouwplaats, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project whose site was built for an address without closing slash on an intranet."""
    doel = tmp_path_factory.mktemp("oplevering")
    bouwplaats.kopie(doel)
    with (doel / "accounts/_gedeeld/instellingen.yml").open("a", encoding="utf-8") as instellingen:
        instellingen.write("\nsite_url: http://intranet/verkoop/handboek\n")
    gedaan = bouw(doel)
    assert 0 == gedaan.returncode, gedaan.stderr
    return doel


def bouw(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build the site of a copy, in `site` as `make site` does."""
    opdracht = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    omgeving = schone_omgeving() | {"PYTHONPATH": str(folder)}
    return subprocess.run(opdracht, cwd=folder, env=omgeving, capture_output=True, text=True, check=False)


def test_every_full_address_is_right(project: Path) -> None:
    """
    Canonical links and the site map begin with the address of the settings, with its slash, and lead to a page.
    """
    site, wortel = project / "site", "http://intranet/verkoop/handboek/"
    adressen = re.findall(r"<loc>(.*?)</loc>", (site / "sitemap.xml").read_text(encoding="utf-8"))
    for pad in site.rglob("index.html"):
        [canoniek] = re.findall(r'<link rel="canonical" href="(.*?)"', pad.read_text(encoding="utf-8"))
        assert f"{wortel}{pad.parent.relative_to(site).as_posix()}/".replace("/./", "/") == canoniek

    assert f"{wortel}accounts/meerdal-zorggroep/" in adressen
    assert [] == [adres for adres in adressen if not adres.startswith(wortel)]
    assert all((site / adres.removeprefix(wortel) / "index.html").is_file() for adres in adressen)
    assert 'href="/verkoop/handboek/assets/' in (site / "404.html").read_text(encoding="utf-8")


def test_a_build_that_fails_leaves_the_old_site_whole(project: Path) -> None:
    """
    A link in HTML that leads nowhere and a mark that is not ours: both are said, and the old site stays.

    A page that asks for a shell command does not get it.
    """
    blad, voor = project / "docs/kalender/index.md", inhoud(project / "site")
    blad.write_text(f'{blad.read_text("utf-8")}\n<p><a href="../weg/">weg</a> @@handboek:onzin@@</p>\n', "utf-8")

    with (project / "docs/reviews/index.md").open("a", encoding="utf-8") as ander:
        ander.write('\n{{ cycler.__init__.__globals__.os.system("touch gekraakt") }}\n')

    gedaan = bouw(project)

    assert 0 != gedaan.returncode
    assert "unsafe" in gedaan.stderr
    assert not (project / "gekraakt").exists()
    assert "kalender/index.html: de koppeling naar weg/index.html leidt nergens heen" in gedaan.stderr
    assert "kalender/index.html: hier bleef een merkteken van ons staan: @@handboek:onzin@@" in gedaan.stderr
    assert voor == inhoud(project / "site")
    assert [] == list(project.glob(".site.*"))


def inhoud(site: Path) -> dict[str, bytes]:
    """Return every file of a site by its path."""
    return {pad.relative_to(site).as_posix(): pad.read_bytes() for pad in site.rglob("*") if pad.is_file()}
