"""Wie is waarvan: which role owns a question of the client, and who should hear of it (domain 1.5)."""

from typing import NamedTuple


class Route(NamedTuple):
    """One kind of question or signal."""

    vraag: str
    """What the client asks or shows."""
    eigenaar: tuple[str, ...]
    """Roles that take it up."""
    ook: tuple[str, ...]
    """Roles that should hear of it."""


ROUTES = (
    Route("Nieuwe wens, kans of uitbreiding", ("accountmanager",), ("contractmanager",)),
    Route("Andere beslisser, fusie of reorganisatie", ("accountmanager",), ("contractmanager", "projectmanager")),
    Route("Dagelijkse dienst, storing of factuur", ("contractmanager",), ()),
    Route("Klacht over een project of projectmanager", ("contractmanager",), ("accountmanager",)),
    Route("Einddatum, optie, opzegging of prijs", ("contractmanager", "accountmanager"), ("leidinggevende",)),
    Route("Voortgang, planning of budget van een project", ("projectmanager",), ("contractmanager",)),
)
"""Our own order: what the relation asks, what the service asks, what a project asks. Of the fifth, the contract manager
guards the dates and the account manager leads the strategy."""
