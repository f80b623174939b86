"""The agreement between a view and its template: the template uses every field of its view, and nothing else."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from jinja2 import meta

from macros import views
from macros.views import render


def viewklassen() -> Iterator[Any]:
    """Yield every dataclass of the rooms below `views/` that names a template."""
    for info in pkgutil.walk_packages(views.__path__, "macros.views."):
        module = importlib.import_module(info.name)
        for _, klasse in inspect.getmembers(module, inspect.isclass):
            if is_dataclass(klasse) and hasattr(klasse, "template") and klasse.__module__ == module.__name__:
                yield klasse


@pytest.mark.parametrize("klasse", list(viewklassen()), ids=lambda klasse: klasse.__name__)
def test_a_template_uses_the_fields_of_its_view_and_no_others(klasse: Any) -> None:
    """
    What a template reads is a field of its view (or `basis`), and every field is read.
    """
    bron, _, _ = render.omgeving().loader.get_source(render.omgeving(), klasse.template)  # type: ignore[union-attr]

    gebruikt = meta.find_undeclared_variables(render.omgeving().parse(bron))

    velden = {veld.name for veld in fields(klasse)}
    assert set() == gebruikt - velden - {"basis"}
    assert set() == velden - gebruikt
