"""What is refused before a build: a page whose head is wrong, and settings of `mkdocs.yml` that cannot work."""

from __future__ import annotations

import logging
import os
from functools import partial
from inspect import getsource
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2.exceptions import SecurityError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs_macros import context, plugin

from macros.load.omgeving import PROJECT
from macros.load.problem import ProblemenGevonden
from macros.site import bladbron, macrolijst

LOG = logging.getLogger("handboek")


def fouten(folder: Path, inhoud: bytes) -> list[str]:
    """Return what is said of one page, without its name."""
    (folder / "blad.md").write_bytes(inhoud)
    try:
        bladbron.lees_koppen(folder)
    except ProblemenGevonden as gevonden:
        return [str(probleem).removeprefix("docs/blad.md:") for probleem in gevonden.problemen]
    return []


def instellingen(**waarden: object) -> MkDocsConfig:
    """Return settings of MkDocs as it hands them to us."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Handboek", **waarden})
    config.validate()
    return config


@pytest.mark.parametrize(
    ("inhoud", "plek", "woorden"),
    [
        (b"---\ntitle: [kapot\n---\n# A\n", "2:", "in de kop van deze pagina"),
        (b"---\ntitle: Nooit dicht\n# A\n", "1:1:", "niet afgesloten"),
        (b"---\ntitle: A\nonderdeel: bestaat-niet\n---\n", "3:1:", "'bestaat-niet' bestaat niet; kies uit: berichten"),
        (b"---\nfamilie: onzin\n---\n", "2:1:", "kies uit: account, begin, canvas"),
        (b"---\nfamilie: account\n---\n", "2:1:", "hoort in docs/accounts/_account.md"),
        (b"---\nherzien: gisteren\n---\n", "2:1:", "schrijf jaar-maand-dag zonder aanhalingstekens, zoals 2026-03-16"),
        (b"---\neigenaar: niemand\n---\n", "2:1:", "'niemand' bestaat niet"),
        (b"---\neigenar: directie\n---\n", "2:1:", "bedoel je 'eigenaar'?"),
        (b"# A\n\ncaf\xe9\n", "3:4:", "sla het bestand op als UTF-8"),
        (b"# A\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> z\n", "2:1:", "twee versies van dezelfde tekst"),
    ],
)
def test_a_wrong_page_is_named_with_its_line(tmp_path: Path, inhoud: bytes, plek: str, woorden: str) -> None:
    """
    One Dutch error: where, what is wrong, and what to write instead.
    """
    [gezegd] = fouten(tmp_path, inhoud)

    assert gezegd.startswith(plek)
    assert woorden in gezegd


def test_a_page_with_or_without_a_head_is_fine(tmp_path: Path) -> None:
    """
    A rule on the page, a tab and Windows line ends are no head and no fault.
    """
    assert [] == fouten(tmp_path, b"# A\n\n---\n\n\ttab\n")
    assert [] == fouten(tmp_path, b"---\r\ntitle: A\r\nherzien: 2026-03-16\r\nhide: [toc]\r\n---\r\n# A\r\n")
    assert "handboek/nazorg.md" in bladbron.lees_koppen(PROJECT / "docs")


@pytest.mark.parametrize(
    "tekst",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ config.hooks['h'].getcwd() }}",
        "{{ config.theme.get_env() }}",
        "{{ lijst.append(1) }}",
    ],
)
def test_a_page_reaches_nothing_but_macros(tekst: str) -> None:
    """
    No module, no method of the program, and nothing that changes a value.
    """
    config = SimpleNamespace(hooks={"h": os}, theme=SimpleNamespace(get_env=os.getcwd))

    with pytest.raises(SecurityError):
        bladbron.Zandbak().from_string(tekst).render(config=config, lijst=[])


def test_a_page_calls_macros_and_plain_methods() -> None:
    """
    All that a page of ours needs; the plugin still makes its Jinja of the class that we replace.
    """
    tekst = "{{ link('a') }} {{ 'x'.upper() }} {% for n in range(2) %}{{ n }}{% endfor %}"
    macros = {"link": partial(macrolijst.datum), "afspraak": macrolijst.afspraak}

    assert "16 maart 2026 X 01" == bladbron.Zandbak().from_string(tekst.replace("'a'", "'2026-03-16'")).render(macros)
    assert "self._env = Environment(**env_config)" in getsource(plugin)
    assert "env.variables['git'] = get_git_info()" in getsource(context)


def test_pages_that_are_no_folders_are_refused() -> None:
    """
    `use_directory_urls: false` would leave hundreds of links that lead nowhere.
    """
    with pytest.raises(PluginError, match="use_directory_urls: false werkt hier niet"):
        bladbron.weiger_losse_bestanden(instellingen(use_directory_urls=False))


@pytest.mark.parametrize("adres", ["https://h.example/a", "https://h.example/a/", "http://intranet/a/b"])
def test_an_address_in_the_wrong_file_works_and_is_said(adres: str, caplog: pytest.LogCaptureFixture) -> None:
    """
    The site is right, and a strict build refuses it with the place where the address belongs.
    """
    assert adres.rstrip("/") + "/" == bladbron.siteadres(instellingen(site_url=adres), None, LOG)
    assert "site_url hoort in accounts/_gedeeld/instellingen.yml" in caplog.text


def test_two_addresses_that_differ_are_refused() -> None:
    """
    Nobody can know which of the two is right.
    """
    with pytest.raises(PluginError, match="haal de regel hier weg"):
        bladbron.siteadres(instellingen(site_url="https://a.example/"), "https://b.example/", LOG)


def test_a_forge_we_do_not_know_gives_no_links(caplog: pytest.LogCaptureFixture) -> None:
    """
    Without `edit_uri` nobody knows where a file is changed; an empty one says that it is meant.
    """
    vreemd = "https://git.intern.example/a/b"

    assert not bladbron.bewerk_basis(instellingen(repo_url=vreemd), LOG)
    assert "zet er edit_uri bij" in caplog.text
    caplog.clear()
    assert not bladbron.bewerk_basis(instellingen(repo_url=vreemd, edit_uri=""), LOG)
    assert f"{vreemd}/edit/main/docs/" == bladbron.bewerk_basis(
        instellingen(repo_url=vreemd, edit_uri="edit/main/docs"), LOG
    )
    assert not caplog.text
