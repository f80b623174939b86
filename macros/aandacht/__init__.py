"""What needs a person first: one list of everything that is late or comes within a month, each thing once.

Every trigger of domain 1.8 is a function in one of the modules beside this one. What may wait by an `uitstel` keeps its
place in the list with that standing, so that a page can show it grey and count it. Gaps and holes in the web of
relations have no day; they stand in registers of their own.
"""

from collections.abc import Iterator
from itertools import chain

from macros.aandacht.cijfers import cijferpunten, terugblikpunten
from macros.aandacht.contract import canvaspunten, contractpunten
from macros.aandacht.kansen import kanspunten
from macros.aandacht.klant import afsluitpunten, beloofdpunten, klantpunten, ritmepunten, trainingspunten
from macros.aandacht.opstart import opstartpunten
from macros.aandacht.punt import UITGESTELD, Aandachtspunt, Bezetting, Maker, volgorde
from macros.aandacht.team import Teammaker, teampunten
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille

NA_HET_EINDE = (terugblikpunten, afsluitpunten, ritmepunten, kanspunten)
"""What a client that left still asks: to look back, to close decently, in a windstilte to keep in touch, and the next
step of a chance."""
ALLES = (
    contractpunten,
    canvaspunten,
    opstartpunten,
    klantpunten,
    beloofdpunten,
    cijferpunten,
    trainingspunten,
    *NA_HET_EINDE,
)
"""What a client asks while we work for it."""


def aandacht(dossier: Dossier) -> tuple[Aandachtspunt, ...]:
    """Give the points of one client: late work by what hurts most, then by day; what may wait is left out."""
    maker = Maker(dossier, Bezetting(dossier.gedeeld.personen, dossier.peildatum))
    return tuple(punt for punt in sorted(_punten(maker), key=volgorde) if punt.stand != UITGESTELD)


def alle_aandacht(portefeuille: Portefeuille) -> tuple[Aandachtspunt, ...]:
    """Give the points of all clients and of the team in one order; what may wait comes last."""
    bezetting = Bezetting(portefeuille.gedeeld.personen, portefeuille.peildatum)
    makers = [Maker(dossier, bezetting) for dossier in portefeuille.dossiers.values()]
    punten = chain(chain.from_iterable(map(_punten, makers)), teampunten(Teammaker(portefeuille, bezetting), makers))
    return tuple(sorted(punten, key=volgorde))


def _punten(maker: Maker) -> Iterator[Aandachtspunt]:
    bronnen = NA_HET_EINDE if maker.dossier.fase.waarde == "beeindigd" else ALLES
    return chain.from_iterable(bron(maker) for bron in bronnen)
