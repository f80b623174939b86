"""The practice portfolio: six exercises on a folder of invented clients that a learner may change and break at will.

Each exercise is a module: its question, its hint, and a check that reads what the learner's folder says now.
"""

from macros.commands.oefenen import canvas, deadline, frisse_blik, melding, opzegging, segment
from macros.commands.oefenen.oefening import Oefening

OEFENINGEN: tuple[Oefening, ...] = (
    deadline.OEFENING,
    canvas.OEFENING,
    melding.OEFENING,
    frisse_blik.OEFENING,
    opzegging.OEFENING,
    segment.OEFENING,
)
"""In the order of the page that explains them; the first is number 1."""
