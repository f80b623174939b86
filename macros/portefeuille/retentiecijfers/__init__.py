"""The retention figures: each module is one, with its title, formula, count, and what to write down first.

A new figure is a module here with a `cijfer`, a place in CIJFERS, a test, and a paragraph of the handbook with its id.
"""

from collections.abc import Callable, Sequence

from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers import (
    berichten,
    contactdiscipline,
    frisse_blik,
    klantcijfer,
    klantretentie,
    omzetretentie,
    op_tijd_gestart,
    terugblik_op_tijd,
    verlengingsgraad,
)
from macros.portefeuille.telling import Retentiecijfer

CIJFERS: tuple[Callable[[Portefeuille, Sequence[int]], Retentiecijfer | None], ...] = (
    klantretentie.cijfer,
    omzetretentie.cijfer,
    verlengingsgraad.cijfer,
    op_tijd_gestart.cijfer,
    frisse_blik.cijfer,
    terugblik_op_tijd.cijfer,
    contactdiscipline.cijfer,
    berichten.cijfer,
    klantcijfer.cijfer,
)
"""In the order of the handbook; one whose part a team has switched off gives None."""


def retentiecijfers(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[Retentiecijfer, ...]:
    """Count every figure over these years."""
    return tuple(gevonden for cijfer in CIJFERS if (gevonden := cijfer(portefeuille, over)))
