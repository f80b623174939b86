"""The register of figures: every module is in it, and each has its rule in the handbook."""

import re
from collections.abc import Callable
from pathlib import Path

from macros.portefeuille import retentiecijfers as kamer
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers import CIJFERS, retentiecijfers

HOOFDSTUK = Path(__file__).resolve().parents[3] / "docs" / "handboek" / "behoud.md"


def test_every_module_is_a_figure_in_the_register() -> None:
    """
    A figure that nobody listed would be on no page.
    """
    modules = {pad.stem for pad in Path(str(kamer.__file__)).parent.glob("*.py")} - {"__init__"}

    assert modules == {cijfer.__module__.rpartition(".")[2] for cijfer in CIJFERS}


def test_each_figure_says_what_it_is(portefeuille: Callable[..., Portefeuille]) -> None:
    """
    Its rule stands in the handbook in the same order; with nothing kept it says in a sentence what to do first.
    """
    gevonden = retentiecijfers(portefeuille("id: a"), [2026])

    ankers = re.findall(r"\{: #([\w-]+) \}$", HOOFDSTUK.read_text(encoding="utf-8"), re.MULTILINE)
    ids = [cijfer.id for cijfer in gevonden]
    assert len(CIJFERS) == len(set(ids))
    assert ids == [anker for anker in ankers if anker in ids]
    assert [] == [
        cijfer.id for cijfer in gevonden if not (cijfer.titel and cijfer.formule and cijfer.leeg.endswith("."))
    ]
