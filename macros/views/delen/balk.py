"""Amounts as parts of a bar, with their words and sums under it: a picture that reads the same in grey and aloud."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from macros.views.render import Stuk
from macros.woorden import taal
from macros.woorden.labels import Label
from macros.woorden.opmaak import opmaak

BREED = 5
"""Percent of the width from which a part has room for its symbol."""
HOOG = 16
"""Pixels."""


@dataclass(frozen=True, slots=True)
class Balk(Stuk):
    """One bar; what is worth nothing is left out.

    The words stand under the bar with their amounts, so that the picture hides nothing from who does not see it.
    """

    waarden: Mapping[str, int]
    woorden: Mapping[str, Label]
    meeste: int
    """The amount that fills the whole width."""
    valuta: str

    def delen(self) -> Iterator[tuple[Label, int, float, float]]:
        """Give each part: its word, its amount, where it starts and how wide it is in percent."""
        x = 0.0
        for naam, waarde in self.waarden.items():
            if waarde:
                breedte = 100 * waarde / self.meeste
                yield self.woorden[naam], waarde, round(x, 2), round(breedte, 2)
                x += breedte

    def html(self, basis: str) -> Markup:  # noqa: ARG002  every piece is asked the same
        """Print bar and words; nothing when nothing is worth anything."""
        delen = list(self.delen())
        if not delen:
            return Markup()
        return opmaak(
            '<div class="balk"><svg class="balk__beeld" width="100%" height="{}" aria-hidden="true">{}</svg>'
            '<ul class="kaal balk__bedragen">{}</ul></div>',
            HOOG,
            Markup().join(_stuk(label, x, breedte) for label, _, x, breedte in delen),
            Markup().join(
                opmaak("<li>{} {}</li>", label, taal.bedrag(waarde, self.valuta)) for label, waarde, *_ in delen
            ),
        )


def _stuk(label: Label, x: float, breedte: float) -> Markup:
    """One part, with the symbol of its word in it where that fits."""
    vlak = opmaak(
        '<rect class="balk__stuk balk__stuk--{}" x="{}%" width="{}%" height="{}"/>', label.klasse, x, breedte, HOOG
    )
    if breedte < BREED:
        return vlak
    midden = round(x + breedte / 2, 2)
    return vlak + opmaak(
        '<text class="balk__teken balk__teken--{}" x="{}%" y="{}">{}</text>',
        label.klasse,
        midden,
        HOOG - 4,
        label.symbool,
    )
