"""Wie is waarvan: which role owns a question of the client, and who should hear of it (domain 1.5)."""

from typing import NamedTuple


class Route(NamedTuple):
    """One kind of question or signal."""

    vraag: str
    """What the client asks or shows."""
    eigenaar: str
    """Role that takes it up."""
    ook: tuple[str, ...] = ()
    """Roles that should hear of it."""
    met: str = ""
    """Role that decides on the strategy, where the owner only guards; may be empty."""


ROUTES = (
    Route("Nieuwe wens, kans of uitbreiding", "accountmanager", ("contractmanager",)),
    Route("Andere beslisser, fusie of reorganisatie", "accountmanager", ("contractmanager", "projectmanager")),
    Route("Dagelijkse dienst, storing of factuur", "contractmanager"),
    Route("Klacht over een project", "contractmanager", ("accountmanager",)),
    Route("Einddatum, optie, opzegging of prijs", "contractmanager", ("leidinggevende",), met="accountmanager"),
    Route("Voortgang of budget van een project", "projectmanager", ("contractmanager",)),
)
"""By owner: what the relation asks, what the service asks, what a project asks."""
