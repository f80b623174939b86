"""The retention figures, each with its formula, its years, its groups and the rows behind it (domain 1.6).

A figure is a sum over rows, so a group is the same sum over fewer rows. Groups are those of today: the segment a client
has now, and the colleague who leads it now. People stand by name and never by score.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Aandeel, Telling
from macros.woorden import labels, taal

NVT = "n.v.t."
"""What stands where there is nothing to divide by."""
ALLES = "alles"
GEEN = Aandeel(0, 0)

Sleutel = tuple[str, int]
"""Group and year."""


@dataclass(frozen=True, slots=True)
class Maat:
    """One figure of a block."""

    naam: str
    """What tells it apart inside its block: "bruto"; empty where it stands alone."""
    tellingen: tuple[Telling, ...]
    """The rows it is the sum of."""
    geld: bool = False
    """Whether the rows are amounts, and not cases."""
    alleen_samen: bool = False
    """Whether it is only said of all clients together, because it follows from the figure before it."""


@dataclass(frozen=True, slots=True)
class Getal:
    """One figure as it is printed."""

    naam: str
    """As in Maat."""
    tekst: str
    """The percentage, or that there is none."""
    bij: str
    """What it is made of: "9 van 11", named as a small number where it is one."""
    procent: float | None
    """The share, for the picture."""


@dataclass(frozen=True, slots=True)
class Cel:
    """The figures of one group in one year."""

    getallen: tuple[Getal, ...]
    """One for each figure of the block."""


@dataclass(frozen=True, slots=True)
class Groep:
    """One line of the table of a block."""

    soort: str
    """`alles`, `segment` or `wie`."""
    naam: str
    """What the line is about."""
    cellen: tuple[Cel, ...]
    """One for each year."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One client, or one contract, with what it adds in each year."""

    naam: str
    """Name of the client."""
    contract: str
    """Title of the contract; empty when it is about the client."""
    doel: str
    """Place on the client page, below the accounts."""
    segment: str
    """A, B, C or `–`."""
    wie: str
    """Name of the account manager."""
    cellen: tuple[str, ...]
    """What happened in each year, in a few words."""


@dataclass(frozen=True, slots=True)
class Blok:
    """One or two figures that belong together."""

    id: str
    """Place on the page, and in the chapter of the handbook."""
    titel: str
    """What it is called."""
    formule: str
    """How it is computed, in one line."""
    jaren: tuple[str, ...]
    """Heads of the columns; the present year says up to when."""
    groepen: tuple[Groep, ...]
    """All clients first, then by segment, then by colleague; empty while nothing is kept."""
    rijen: tuple[Rij, ...]
    """The rows behind it, by client."""
    tegel: tuple[Getal, ...]
    """The figures of the year that says most: the last full one, or now."""
    tegel_jaar: str
    """That year."""
    leeg: str
    """What to write down first, while nothing is kept; else empty."""
    noot: str
    """What to know before reading it; may be empty."""
    elders: str
    """Place on the page where the rows stand, when they are not here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opzet:
    """What a block is made of."""

    id: str
    """Place on the page, and in the chapter of the handbook."""
    titel: str
    """What it is called."""
    formule: str
    """How it is computed, in one line."""
    maten: tuple[Maat, ...]
    """Its figures."""
    leeg: str = ""
    """What to do first while nothing is kept; empty when the figures say something."""
    noot: str = ""
    """What to know before reading it."""
    nu: bool = False
    """Whether it is about today, and not about the last full year."""
    elders: str = ""
    """Place on the page where the rows stand, when they are not with the block."""


@dataclass(frozen=True)
class Bouwer:
    """Makes the blocks of one portfolio."""

    portefeuille: Portefeuille
    """Whose figures they are."""
    over: tuple[int, ...]
    """The years, in order."""

    @cached_property
    def jaren(self) -> tuple[str, ...]:
        """Heads of the columns: the year that still runs says so."""
        dit = self.portefeuille.peildatum.year
        return tuple(f"{jaar} tot nu" if jaar == dit else str(jaar) for jaar in self.over)

    def blok(self, opzet: Opzet) -> Blok:
        """Make one block."""
        leeg = opzet.leeg
        groepen = () if leeg else tuple(self._groepen(opzet.maten))
        kolom = self._kolom(groepen, nu=opzet.nu)
        return Blok(
            id=opzet.id,
            titel=opzet.titel,
            formule=opzet.formule,
            jaren=self.jaren,
            groepen=groepen,
            rijen=() if leeg or opzet.elders else tuple(self._rijen(opzet.maten[0].tellingen)),
            tegel=groepen[0].cellen[kolom].getallen if groepen else (),
            tegel_jaar=self.jaren[kolom],
            leeg=leeg,
            noot=opzet.noot,
            elders=opzet.elders,
        )

    def _kolom(self, groepen: Sequence[Groep], *, nu: bool) -> int:
        """Choose the year of the tile: now, or the last full year in which there was something to divide by."""
        if nu or not groepen:
            return len(self.over) - 1
        vol = range(len(self.over) - 2, -1, -1)
        bekend = (k for k in vol if any(getal.procent is not None for getal in groepen[0].cellen[k].getallen))
        return next(bekend, len(self.over) - 1)

    def _groepen(self, maten: Sequence[Maat]) -> Iterable[Groep]:
        sommen = [(maat, self._sommen(maat.tellingen)) for maat in maten]
        bezet = {groep for _, som in sommen for (groep, _), gevonden in som.items() if gevonden.noemer}
        yield self._groep("alles", "Alle klanten", ALLES, sommen)
        sommen = [(maat, som) for maat, som in sommen if not maat.alleen_samen]
        for segment, label in (*labels.SEGMENT.items(), ("–", labels.Label("Nog geen segment"))):
            if f"segment {segment}" in bezet:
                yield self._groep("segment", label.tekst, f"segment {segment}", sommen)
        personen = sorted((self.portefeuille.naam(g[4:]), g) for g in bezet if g.startswith("wie "))
        for naam, groep in personen:
            yield self._groep("wie", self._met_vertrek(naam, groep[4:]), groep, sommen)

    def _groep(self, soort: str, naam: str, groep: str, sommen: Sequence[tuple[Maat, dict[Sleutel, Aandeel]]]) -> Groep:
        cellen = (
            Cel(tuple(self._getal(maat, som.get((groep, jaar), GEEN)) for maat, som in sommen)) for jaar in self.over
        )
        return Groep(soort, naam, tuple(cellen))

    def _sommen(self, tellingen: Iterable[Telling]) -> dict[Sleutel, Aandeel]:
        """Add up every group and year in one pass."""
        tellers: dict[Sleutel, list[float]] = defaultdict(lambda: [0, 0])
        for telling in tellingen:
            dossier = self.portefeuille.dossiers[telling.id]
            wie, segment = dossier.account.driehoek.accountmanager, dossier.segment.waarde or "–"
            for groep in (ALLES, f"segment {segment}", f"wie {wie}"):
                som = tellers[groep, telling.jaar]
                som[0] += telling.teller
                som[1] += telling.noemer
        return {sleutel: Aandeel(*som) for sleutel, som in tellers.items()}

    def _getal(self, maat: Maat, gevonden: Aandeel) -> Getal:
        if gevonden.procent is None:
            return Getal(maat.naam, NVT, "", None)
        if maat.geld:
            tekst = taal.procent(round(gevonden.procent, 1))
            bij = f"{self._bedrag(gevonden.teller)} van {self._bedrag(gevonden.noemer)}"
            return Getal(maat.naam, tekst, bij, gevonden.procent)
        klein = ", klein aantal" if gevonden.klein else ""
        bij = f"{taal.getal(gevonden.teller)} van {taal.getal(gevonden.noemer)}{klein}"
        return Getal(maat.naam, taal.procent(round(gevonden.procent)), bij, gevonden.procent)

    def _bedrag(self, waarde: float) -> str:
        return taal.bedrag(waarde, self.portefeuille.gedeeld.instellingen.valuta)

    def _met_vertrek(self, naam: str, persoon: str) -> str:
        """Name a colleague; who has left us says so."""
        gevonden = self.portefeuille.gedeeld.personen.get(persoon)
        weg_op = gevonden.uit_dienst_op if gevonden else None
        return f"{naam} (uit dienst)" if weg_op and weg_op < self.portefeuille.peildatum else naam

    def _rijen(self, tellingen: Iterable[Telling]) -> Iterable[Rij]:
        """Put what happened to one client or contract on one line; of several in one year all are said."""
        per: dict[tuple[str, str], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
        ankers: dict[tuple[str, str], str] = {}
        for telling in tellingen:
            per[telling.id, telling.contract][telling.jaar].append(telling.tekst)
            ankers[telling.id, telling.contract] = telling.anker
        dossiers = self.portefeuille.dossiers
        for sleutel in sorted(per, key=lambda sleutel: (dossiers[sleutel[0]].naam, sleutel)):
            dossier = dossiers[sleutel[0]]
            yield Rij(
                naam=dossier.naam,
                contract=sleutel[1],
                doel=f"{dossier.id}/#{ankers[sleutel]}",
                segment=dossier.segment.waarde or "–",
                wie=self.portefeuille.naam(dossier.account.driehoek.accountmanager),
                cellen=tuple("; ".join(per[sleutel].get(jaar, ())) for jaar in self.over),
            )
