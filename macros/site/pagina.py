"""One page of the site, as the parts of a page see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.afleidingen.dossier import Dossier
    from macros.model.team import Persoon
    from macros.portefeuille.portefeuille import Portefeuille

VOORBEELD = "voorbeeld"
"""Id of the built-in sample client; the loader refuses it for a real one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagina:
    """Where a page is, what it is about, and the portfolio it draws on."""

    pad: str
    """Address below the root of the site, ending in a slash; empty for the front page."""
    portefeuille: Portefeuille
    voorbeeld: Portefeuille
    """The portfolio of the built-in sample client."""
    bewerk_url: Callable[[str], str]
    """Account id → the page where a colleague changes that file."""
    titel: str = ""
    """Plain text; escaped where it is printed."""
    dossier: Dossier | None = None
    """The account this page is about, on a page of an account."""
    canvas: str | None = None
    """Id of the canvas this page shows; None on the empty form."""
    persoon: Persoon | None = None
    """The colleague this page is about."""

    @property
    def basis(self) -> str:
        """Relative path from this page to the root of the site."""
        return "../" * self.pad.count("/")

    def portefeuille_van(self, account: str | None) -> Portefeuille:
        """Return the portfolio that `account` belongs to: the sample's for `voorbeeld`, else the page's own."""
        return self.voorbeeld if account == VOORBEELD else self.portefeuille
