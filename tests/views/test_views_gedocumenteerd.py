"""The agreement between a view and its template: the template uses documented fields, and nothing else."""

import ast
import importlib
import inspect
from dataclasses import fields, is_dataclass
from types import ModuleType
from typing import Any

import pytest
from jinja2 import meta

from macros import render

VIEWS = [
    "account_contact", "account_contracten", "account_driehoek", "account_gaten", "account_huiswerk", "account_mensen",
    "account_momenten", "account_tijdlijn", "account_web", "accountkop", "acties", "canvas",
    "canvaslijst", "driehoek", "gesprek", "klantoverzicht", "lijsten", "ruitmodel", "sessie", "werkdruk",
]  # fmt: skip


def viewklasse(module: ModuleType) -> Any:  # noqa: ANN401  a class with a template
    """The dataclass of a module that names a template."""
    [klasse] = [
        klasse
        for _, klasse in inspect.getmembers(module, inspect.isclass)
        if is_dataclass(klasse) and hasattr(klasse, "template") and klasse.__module__ == module.__name__
    ]
    return klasse


def zonder_uitleg(klasse: Any) -> set[str]:  # noqa: ANN401
    """Fields without a docstring under them."""
    [boom] = ast.parse(inspect.getsource(klasse)).body
    assert isinstance(boom, ast.ClassDef)
    met = {
        regel.target.id
        for regel, volgende in zip(boom.body, boom.body[1:], strict=False)
        if isinstance(regel, ast.AnnAssign) and isinstance(regel.target, ast.Name) and isinstance(volgende, ast.Expr)
    }
    return {veld.name for veld in fields(klasse)} - met


@pytest.mark.parametrize("naam", VIEWS)
def test_a_template_uses_the_fields_of_its_view_and_no_others(naam: str) -> None:
    """
    What a template reads is a field of its view (or `basis`), and every field is read.
    """
    klasse = viewklasse(importlib.import_module(f"macros.views.{naam}"))
    bron = (render.VIEWS / klasse.template).read_text(encoding="utf-8")

    gebruikt = meta.find_undeclared_variables(render.omgeving().parse(bron))

    velden = {veld.name for veld in fields(klasse)}
    assert set() == gebruikt - velden - {"basis"}
    assert set() == velden - gebruikt


@pytest.mark.parametrize("naam", VIEWS)
def test_every_field_of_a_view_is_explained(naam: str) -> None:
    """
    A field of a view has a docstring.
    """
    klasse = viewklasse(importlib.import_module(f"macros.views.{naam}"))

    assert set() == zonder_uitleg(klasse)
