"""One remark that makes a canvas sharper: what triggers it, what to write instead, and where the handbook explains it.

About quality, never about quantity: an empty box is no remark (the canvas counts those itself).
"""

from dataclasses import dataclass

from macros.load.problem import Loc

PAGINA = "retentiecanvas"


@dataclass(frozen=True, slots=True)
class Soort:
    """One kind of remark."""

    titel: str
    """In a few words, for a reader of the site."""
    anker: str
    """Id of the paragraph about it on the handbook page of the canvas."""


SOORTEN = {
    "alles-groen": Soort("Alles staat op groen", "alles-groen"),
    "geen-beslisser-in-contactplan": Soort("Niemand spreekt de beslisser", "beslisser-bereiken"),
    "strategie-te-lang": Soort("Strategie van meer dan drie zinnen", "drie-zinnen"),
    "doel-zonder-maat": Soort("Doel zonder maat", "doel-met-maat"),
    "doel-zonder-datum": Soort("Doel zonder datum", "doel-met-maat"),
    "geen-doel-voorwaarden-groei": Soort("Alleen doelen over behouden", "voorwaarden-of-groei"),
    "actie-zonder-werkwoord": Soort("Actie zonder werkwoord", "actie-met-werkwoord"),
    "actie-zonder-naam": Soort("Actie zonder naam", "actie-met-werkwoord"),
    "actie-zonder-datum": Soort("Actie zonder datum", "actie-met-werkwoord"),
    "holle-woorden": Soort("Holle woorden", "holle-woorden"),
}
"""Every kind by the code of its warning."""


@dataclass(frozen=True, slots=True)
class Verscherping:
    """One remark about one place of a canvas."""

    code: str
    """Key of `SOORTEN`."""
    canvas: str
    vak: str
    """Id of the box; empty for what stands below the sheet."""
    citaat: str
    """The sentence or the item that triggers it, as written; empty when it is about something that is not there."""
    tekst: str
    """What is wrong and what to write instead: a Dutch sentence that goes on from the quote, without a full stop."""
    loc: Loc
    """Where it stands in the file of the account."""

    @property
    def titel(self) -> str:
        """Name of its kind."""
        return SOORTEN[self.code].titel

    @property
    def handboek(self) -> str:
        """Paragraph that explains it, below `/handboek/`."""
        return f"{PAGINA}/#{SOORTEN[self.code].anker}"
