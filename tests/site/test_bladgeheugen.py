"""What MkDocs makes of a page is asked once for the same thing, and comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from material.plugins.search.plugin import SearchIndex
from mkdocs.config import load_config
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.pages import Page

from macros.site import bladgeheugen
from macros.site.bladgeheugen import BLADEN, GEMAAKT, Bladgeheugen

TEKST = """# Een blad

Zie [het andere](ander.md#stuk) en <a id="hier"></a> dit.

## Eerste stuk

Woorden.

### Daaronder

Meer.
"""


@pytest.fixture(autouse=True)
def _als_in_een_bouw(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What MkDocs has of its own is put back."""
    monkeypatch.setattr(Page, "render", Page.render)
    monkeypatch.setattr(SearchIndex, "add_entry_from_context", SearchIndex.add_entry_from_context)
    bladgeheugen.onthoud()
    yield
    BLADEN.begin(Path(), "")


def test_what_was_made_of_the_same_is_asked_once(tmp_path: Path) -> None:
    """
    In the same build, and in the next one that reads what it left.
    """
    geheugen, keren = Bladgeheugen(), list[str]()

    def maak() -> str:
        keren.append("")
        return "gemaakt"

    geheugen.begin(tmp_path / "klad" / "bladen", "k")
    assert ["gemaakt", "gemaakt"] == [geheugen.eens("a", "tekst", maak) for _ in range(2)]
    geheugen.bewaar()
    volgende = Bladgeheugen()
    volgende.begin(tmp_path / "klad" / "bladen", "k")

    assert "gemaakt" == volgende.eens("a", "tekst", maak)
    assert 1 == len(keren)
    assert "gemaakt" == volgende.eens("a", "andere tekst", maak)
    assert 2 == len(keren)


@pytest.mark.parametrize("ander", ["kenmerk", "kapot"])
def test_of_another_build_nothing_is_known(tmp_path: Path, ander: str) -> None:
    """
    Another print of what all pages depend on, or a file that is damaged.
    """
    plek = tmp_path / "bladen"
    geheugen = Bladgeheugen()
    geheugen.begin(plek, "k")
    geheugen.onthoud("a", "tekst", "gemaakt")
    geheugen.bewaar()
    if ander == "kapot":
        plek.write_bytes(plek.read_bytes()[:-3] + b"...")

    volgende = Bladgeheugen()
    volgende.begin(plek, "k" if ander == "kapot" else "een ander")

    assert volgende.vroeger("a", "tekst") is None


def test_what_a_build_did_not_use_goes(tmp_path: Path) -> None:
    """
    A page that was taken away is not kept for ever.
    """
    geheugen = Bladgeheugen()
    geheugen.begin(tmp_path / "bladen", "k")
    geheugen.onthoud("weg", "tekst", "gemaakt")
    geheugen.bewaar()
    geheugen.begin(tmp_path / "bladen", "k")
    geheugen.onthoud("a", "tekst", "gemaakt")
    geheugen.bewaar()

    assert geheugen.vroeger("weg", "tekst") is None
    assert "gemaakt" == geheugen.vroeger("a", "tekst")


def omgezet(map_: Path, **teksten: str) -> tuple[dict[str, Page], Any]:
    """Convert these pages as a build does."""
    docs = map_ / "docs"
    docs.mkdir(exist_ok=True)
    for naam, tekst in teksten.items():
        (docs / f"{naam}.md").write_text(tekst, encoding="utf-8")
    config = load_config(config_file=None, site_name="x", docs_dir=str(docs), plugins=[], site_dir=str(map_ / "site"))
    files: Files = get_files(config)
    bladen = {}
    for naam in teksten:
        pagina = bladen[naam] = Page(None, files.src_uris[f"{naam}.md"], config)
        pagina.read_source(config)
        pagina.render(config, files)
    return bladen, config


def feiten(pagina: Page) -> dict[str, Any]:
    """What the conversion set, in a form that can be compared."""
    links = {doel.src_uri: een for doel, een in (pagina.links_to_anchors or {}).items()}
    eigen = {naam: getattr(pagina, naam) for naam in GEMAAKT}
    return eigen | {
        "toc": str(pagina.toc),
        "links_to_anchors": links,
        "title": pagina.title,
        "eerste": [vars(kop).get("active") for kop in pagina.toc],
    }


def test_a_page_comes_back_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    With its headings, its title, its places and what it leads to, and without converting a word.
    """
    BLADEN.begin(tmp_path / "bladen", "k")
    eerst, _ = omgezet(tmp_path, een=TEKST, ander="# Ander\n\n## Stuk\n")
    BLADEN.bewaar()
    BLADEN.begin(Path(), "")
    BLADEN.begin(tmp_path / "bladen", "k")
    monkeypatch.setattr("markdown.Markdown.convert", lambda *_: pytest.fail("this page was converted before"))

    weer, _ = omgezet(tmp_path, een=TEKST, ander="# Ander\n\n## Stuk\n")

    assert {"stuk": "ander.md#stuk"} == feiten(eerst["een"])["links_to_anchors"]["ander.md"]
    assert {naam: feiten(een) for naam, een in eerst.items()} == {naam: feiten(een) for naam, een in weer.items()}


@pytest.mark.parametrize("eerder", ["WARNING", "CRITICAL"])
def test_what_is_wrong_is_said_at_every_build(tmp_path: Path, caplog: pytest.LogCaptureFixture, eerder: str) -> None:
    """
    A strict build counts it, also when the one before was told to be silent.
    """
    BLADEN.begin(tmp_path / "bladen", "k")
    stuk = "# Een\n\n[weg](nergens.md)\n"
    with caplog.at_level(eerder, "mkdocs"):
        omgezet(tmp_path, een=stuk)
    caplog.clear()
    with caplog.at_level("WARNING", "mkdocs"):
        omgezet(tmp_path, een=stuk)

    assert "nergens.md" in caplog.text


def test_the_words_of_a_page_follow_its_front_matter() -> None:
    """
    A page that is pushed to the front keeps its text, and not its weight.
    """
    BLADEN.begin(Path(), "k")
    pagina = SimpleNamespace(url="een/", title="Een", content="<h1 id='een'>Een</h1><p>Woord</p>", meta={}, toc=[])
    index = SearchIndex(lang=["nl"], separator=" ", pipeline=[], fields={})

    index.add_entry_from_context(pagina)
    index.entries[0]["text"] = "anders"
    index.add_entry_from_context(pagina)
    pagina.meta = {"search": {"boost": 3}}
    index.add_entry_from_context(pagina)

    assert ["anders", "<p>Woord</p>", "<p>Woord</p>"] == [regel["text"] for regel in index.entries]
    assert [None, None, 3] == [regel.get("boost") for regel in index.entries]


def test_every_page_depends_on_code_settings_and_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Another page beside it may be what a link leads to.
    """
    _, config = omgezet(tmp_path, een="# Een")
    eerst = bladgeheugen.van_alle(config, "nog")

    assert eerst == bladgeheugen.van_alle(config, "nog")
    assert eerst != bladgeheugen.van_alle(config, "anders")
    _, config = omgezet(tmp_path, twee="# Twee")
    tweede = bladgeheugen.van_alle(config, "nog")
    assert eerst != tweede
    monkeypatch.setattr("macros.load.geheugenbestand.van_onze_code", lambda: "andere code")
    assert tweede != bladgeheugen.van_alle(config, "nog")
