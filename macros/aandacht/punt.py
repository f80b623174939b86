"""One thing that needs a person: how it is made, and which of two comes first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeGuard

from macros.afleidingen.contact.bezetting import doet, naam
from macros.afleidingen.contract.datums import dagen_te_laat
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import Respijt
from macros.model.team import Persoon
from macros.model.werk import SOORTEN

STANDEN = ("te_laat", "deze_week", "deze_maand")
"""The standings that ask for attention, the most pressing first."""
UITGESTELD = "uitgesteld"
"""Standing of what would ask for attention, but may wait."""
SEGMENTEN = ("A", "B", None, "C")
"""Whose delay hurts most; a client without a segment may be an important one."""


@dataclass(frozen=True, slots=True)
class Aandachtspunt:
    """One thing that somebody has to do."""

    id: str
    """The client; empty, as its name, for what is about more clients at once."""
    naam: str
    segment: str | None
    wie: str
    """Id of the colleague who should act, the deputy of who is away or left."""
    soort: str
    """Key of SOORTEN."""
    titel: str
    """What to do, as a short order."""
    datum: date
    """Last day for it."""
    stand: str
    """`te_laat`, `deze_week`, `deze_maand` or `uitgesteld`."""
    dagen_te_laat: int
    """0 when not late, or when it may wait."""
    waarom: str
    """Why now, in a few words; may be empty when the day says it all."""
    doel: str
    """Path below the root of the site where the facts stand, with an anchor."""
    uitstel: Respijt | None = None
    """What lets it wait today."""
    over: str = ""
    """What of the client it is about: the id of a contract, canvas or person, or the words of what has no id."""
    voor: str = ""
    """Id of the colleague who is away or left, for whom it is done; empty for own work."""

    @property
    def klaar_als(self) -> str:
        """What done means, as the end of the sentence "Klaar als …"."""
        return SOORTEN[self.soort].klaar_als


class Bezetting(dict[str, str]):
    """Who does the work of each colleague on one day; looked up once for each, whatever the number of clients."""

    def __init__(self, personen: Mapping[str, Persoon], peildatum: date) -> None:
        super().__init__()
        self._personen, self._peildatum = personen, peildatum

    def __missing__(self, wie: str) -> str:
        """Find the colleague, the deputy of who is away or left, or the name as it stands when nobody takes over."""
        self[wie] = doet(wie, self._personen, self._peildatum) or wie
        return self[wie]

    def voor(self, wie: str) -> str:
        """Whose work it stays when another does it; empty when nobody stands in."""
        return wie if self[wie] != wie else ""


class Maker:
    """Makes the points of one client; knows its day, its people and what may wait."""

    def __init__(self, dossier: Dossier, bezetting: Bezetting) -> None:
        self.dossier = dossier
        self._bezetting = bezetting
        self._horizon = dossier.peildatum + timedelta(days=dossier.gedeeld.instellingen.stand_maand_dagen)

    def nabij(self, datum: date | None) -> TypeGuard[date]:
        """Whether a day has passed or lies within a month: what lies further away needs no words yet."""
        return datum is not None and datum <= self._horizon

    @property
    def leidinggevende(self) -> str | None:
        """The manager of the account manager; None when nobody is."""
        persoon = self.dossier.gedeeld.personen.get(self.dossier.account.driehoek.accountmanager)
        return persoon.leidinggevende if persoon else None

    @property
    def accountmanager(self) -> str:
        """Name of the account manager."""
        return naam(self.dossier.account.driehoek.accountmanager, self.dossier.gedeeld.personen)

    def contractmanager(self, eigen: str | None = None) -> str | None:
        """The contract manager: that of the contract itself when it has one, else that of the client."""
        return eigen or self.dossier.account.driehoek.contractmanager

    def punt(  # noqa: PLR0913  each is a fact of the point
        self,
        soort: str,
        titel: str,
        datum: date | None,
        *,
        waarom: str,
        anker: str,
        wie: str | None = None,
        wacht: Iterable[str] = (),
        contracten: Iterable[str] = (),
        over: str = "",
    ) -> Iterator[Aandachtspunt]:
        """Give the point, unless it has no day or lies further than a month away.

        `anker` is an anchor on the client page, a path below it when it holds a slash, or from the root when it starts
        with one. `wie` None is the account manager. `wacht` and `contracten` let it wait (`Uitstellen.voor`); it is
        about `over`, or else the first of `contracten`.
        """
        dossier, contracten = self.dossier, tuple(contracten)
        if not self.nabij(datum):
            return
        uitstel = dossier.uitstellen.voor(soort, *wacht, contracten=contracten)
        # Nobody was named, or nobody of the team: a point without an owner would be on no list.
        wie = wie if wie in dossier.gedeeld.personen else dossier.account.driehoek.accountmanager
        yield Aandachtspunt(
            id=dossier.id,
            naam=dossier.naam,
            segment=dossier.segment.waarde,
            wie=self._bezetting[wie],
            soort=soort,
            titel=titel,
            datum=datum,
            stand=dossier.stand(datum, uitstel),
            dagen_te_laat=0 if uitstel else dagen_te_laat(datum, dossier.peildatum, dossier.account.in_beheer_sinds),
            waarom=waarom,
            doel=self._doel(anker),
            uitstel=uitstel,
            over=over or next(iter(contracten), ""),
            voor=self._bezetting.voor(wie),
        )

    def _doel(self, anker: str) -> str:
        if anker.startswith("/"):
            return anker.removeprefix("/")
        return f"accounts/{self.dossier.id}/{anker if '/' in anker else f'#{anker}'}"


def volgorde(punt: Aandachtspunt) -> tuple[int, int, int, int, date, str, str]:
    """Sort late work by what hurts most (kind of pain, segment, how long), the rest by its day; what waits last."""
    pijn, segment = SOORTEN[punt.soort].pijn, SEGMENTEN.index(punt.segment)
    if punt.stand == "te_laat":
        return 0, pijn, segment, -punt.dagen_te_laat, punt.datum, punt.id, punt.titel
    stap = STANDEN.index(punt.stand) if punt.stand in STANDEN else len(STANDEN)
    return stap, punt.datum.toordinal(), pijn, segment, punt.datum, punt.id, punt.titel
