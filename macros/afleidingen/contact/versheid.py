"""Whether something has happened, and how long ago: what still counts on the peildatum (domain 2.11).

Events dated after the peildatum are planned and do not count as done. A judgement is fresh while it is dated, not from
the future and at most `oordeel_houdbaar_dagen` old; this holds for `oordeel`, `houding` and `inschatting`.
"""

from datetime import date
from typing import Literal, TypeGuard

Versheid = Literal["vers", "navragen", "ongedateerd"]


def gehouden(dag: date | None, peildatum: date) -> TypeGuard[date]:
    """Whether an event has been held: dated, and not after the peildatum."""
    return dag is not None and dag <= peildatum


def binnen(dag: date | None, dagen: int, peildatum: date) -> TypeGuard[date]:
    """Whether an event was held at most `dagen` days before the peildatum."""
    return gehouden(dag, peildatum) and (peildatum - dag).days <= dagen


def versheid(dag: date | None, houdbaar_dagen: int, peildatum: date) -> Versheid:
    """What a judgement of `dag` is worth: `vers`, `navragen` (too old, or from the future) or `ongedateerd`."""
    if dag is None:
        return "ongedateerd"
    return "vers" if binnen(dag, houdbaar_dagen, peildatum) else "navragen"
