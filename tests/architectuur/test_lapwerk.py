"""What we change in code of others still has the shape that we change, and the version is the one we looked at."""

from __future__ import annotations

import inspect
import tomllib
from importlib.metadata import version
from pathlib import Path

import click.core
import pytest
from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator
from material.plugins.search.plugin import SearchIndex
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.pages import Page
from mkdocs_macros.plugin import MacrosPlugin
from watchdog.observers.polling import PollingObserverVFS

from macros.commands.nederlands import MODULES
from macros.site.bladgeheugen import GEMAAKT

PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
PAKKETTEN = ("mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "jinja2", "watchdog", "click")

VORMEN: tuple[tuple[type, str, str], ...] = (
    (Page, "render", "self config files"),
    (LiveReloadServer, "watch", "self path func recursive"),
    (SearchIndex, "add_entry_from_context", "self page"),
    (MacrosPlugin, "render", "self markdown force_rendering"),
    (Environment, "compile", "self source name filename raw defer_init"),
    (Environment, "list_templates", "self extensions filter_func"),
    (Template, "render", "self args kwargs"),
    (CodeGenerator, "_output_child_pre", "self node frame finalize"),
    (CodeGenerator, "_output_child_post", "self node frame finalize"),
    (PollingObserverVFS, "__init__", "self stat listdir polling_interval"),
)
"""Each method that `site/` and `views/render.py` replace, or call as it is called inside."""


@pytest.mark.parametrize(("klasse", "naam", "verwacht"), VORMEN)
def test_a_patched_method_takes_what_it_took(klasse: type, naam: str, verwacht: str) -> None:
    """
    A patch takes the same arguments in the same order as what it stands in for.
    """
    assert verwacht == " ".join(inspect.signature(getattr(klasse, naam)).parameters)


@pytest.mark.parametrize("naam", GEMAAKT)
def test_a_page_keeps_there_what_its_markdown_became(naam: str) -> None:
    """
    `serve` remembers these by name; one that is called otherwise would be lost at the second build.
    """
    assert f"self.{naam}" in inspect.getsource(Page) or hasattr(Page, naam)


def test_the_server_keeps_its_folders_where_we_look() -> None:
    """
    A new observer is told every folder that the old one watched.
    """
    bron = inspect.getsource(LiveReloadServer)

    assert "self._watched_paths" in bron
    assert "self.observer.schedule(" in bron


def test_click_looks_its_sentences_up_under_the_names_we_replace() -> None:
    """
    `_` and `ngettext` are what the table of Dutch sentences takes the place of.
    """
    assert all(callable(vars(module)["_"]) for module in MODULES)
    assert callable(vars(click.core)["ngettext"])


@pytest.mark.parametrize("pakket", PAKKETTEN)
def test_a_patched_package_has_one_version(pakket: str) -> None:
    """
    Another version is a decision: look at these tests, and at what is patched, before the number changes.
    """
    afhankelijk = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]

    assert f"{pakket}=={version(pakket)}" in afhankelijk
