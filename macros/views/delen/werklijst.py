"""A list by standing: what asks for somebody first. Who, what, why, when and done-when stand in one place everywhere.

Headings and their order come from the words for a standing (`labels.STAND`). A short list under a heading, as the
client page has them, is the same shape with bare rows: what is open stands there, what is done is folded and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar

from markupsafe import Markup

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import Respijt
from macros.afleidingen.verklaring import Verklaard
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes, namen
from macros.views.delen.inkorten import eerste
from macros.views.delen.keuzes import Keuze
from macros.views.delen.stukken import Bij, Link, Over, Waarom, over
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label
from macros.woorden.opmaak import opmaak

WACHT = ("Dit mag wachten,", Link("met een reden.", "handboek/klantbeeld/#uitstel"), "De dag erna staat het er weer.")
"""What is said above what was put off."""


DRINGEND = ("te_laat", "deze_week", "deze_maand")
"""The standings that a page names in its one line."""
LATER = ("op_tijd", "uitgesteld")
"""The standings that stand folded."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One row. With `wat` alone it is the item of a short list."""

    wat: Inhoud
    """What it is or what to do, with its link; in small under it why, and when it is done."""
    klant: Inhoud = None
    wie: Inhoud = None
    """Who of us should act."""
    wanneer: Inhoud = None
    """How near it is, as `Termijn` prints it."""
    stand: str = ""
    """Key of `labels.STAND`; gives the row its colour and symbol, none when empty."""
    kenmerken: Mapping[str, str] = field(default_factory=dict)
    """What the filter looks at: `wie` (ids with spaces between), `segment`, and whatever else it asks."""
    doe: Inhoud = None
    """The ways to do it, where they stand apart from what it is."""

    @property
    def cellen(self) -> tuple[tuple[str, Inhoud], ...]:
        """The parts that are there, in reading order, by the end of their CSS class."""
        namen_ = ("wanneer", "klant", "wat", "wie", "doe")
        return tuple((naam, inhoud) for naam in namen_ if (inhoud := getattr(self, naam)))


@dataclass(frozen=True, slots=True)
class Deel:
    """Rows under one heading."""

    kop: Inhoud
    """Nothing is printed when empty."""
    regels: Sequence[Regel] = ()
    leeg: Inhoud = None
    """The words for when there are no rows."""
    noot: Inhoud = None
    """What is said under the heading."""
    anker: str = ""
    stand: str = ""
    """Key of `labels.STAND`, when all rows have it: colours the heading."""
    aantal: int | None = None
    """The number behind the heading; None prints none."""
    delen: Sequence[Deel] = ()
    """Parts of this part: groups with a small heading, and what is folded away."""
    slot: Inhoud = None
    """What is said below the rows."""
    dicht: bool = False
    """Whether it stands folded."""
    gedrukt: int | None = None
    """How many of its rows are printed, the others counted; None prints all."""
    op: str = ""
    """Its standing, where its heading has other words for it."""

    @property
    def op_stand(self) -> str:
        """Its standing, when its heading is that standing: what turns late in the browser moves from one to another."""
        return self.op or (self.stand if self.stand and self.kop == labels.STAND[self.stand].tekst else "")

    @property
    def breed(self) -> bool:
        """Whether its rows have columns; the rows of a short list have not."""
        return any(regel.klant or regel.wie or regel.wanneer for regel in self.regels)

    @property
    def gefilterd(self) -> bool:
        """Whether a filter may leave nothing of it."""
        return any(regel.kenmerken for regel in self.alle)

    @property
    def alle(self) -> Iterator[Regel]:
        """Its rows and those of its parts."""
        yield from self.regels
        for deel in self.delen:
            yield from deel.alle

    def verkort(self, aantal: int) -> Deel:
        """Keep the first of its rows, and of each of its parts."""
        delen = [deel.verkort(aantal) for deel in self.delen]
        if len(self.regels) <= aantal:
            return replace(self, delen=delen)
        kop = (self.kop, eerste(aantal, len(self.regels)))
        return replace(self, kop=kop, op=self.op_stand, aantal=None, regels=self.regels[:aantal], delen=delen)


@dataclass(frozen=True)
class Werklijst:
    """What `werklijst.html` may use."""

    template: ClassVar[str] = "werklijst.html"
    naam: str
    """Id of the list; empty where nothing filters it."""
    keuzes: tuple[Keuze, ...]
    """The filter above it."""
    niets: str
    """The words for when a choice leaves nothing."""
    delen: tuple[Deel, ...]
    niveau: int
    """Level of the headings."""
    doel: str
    """Id of what the filter is about, when that is more than this list."""
    vorm: str
    """`naast` for parts beside each other where there is room, `krap` on a sheet of one A4, `week`, else empty."""

    @property
    def omvang(self) -> int:
        """Count what its rows show, five things each."""
        return 5 * sum(1 for deel in self.delen for _ in deel.alle)

    def verkort(self, aantal: int) -> Werklijst:
        """Shorten its parts; without its filter, which would count only what is left."""
        return replace(self, keuzes=(), delen=tuple(deel.verkort(aantal) for deel in self.delen))


def werklijst(  # noqa: PLR0913  the parts of a list, in reading order
    portefeuille: Portefeuille,
    naam: str,
    delen: Iterable[Deel | None],
    *,
    titel: str = "Wie",
    meer: Iterable[Keuze] = (),
    niets: str = "Niets voor deze keuze.",
    niveau: int = 2,
    doel: str = "",
) -> Werklijst:
    """Make a list with its filter: whose it is (asked as `titel`), the segment of the client, and what `meer` asks."""
    getoond = tuple(deel for deel in delen if deel is not None)
    alle = [regel.kenmerken for deel in getoond for regel in deel.alle]
    segmenten = [eigen["segment"] for eigen in alle if "segment" in eigen]
    return Werklijst(
        naam=naam,
        keuzes=(
            keuzes.personen(portefeuille, (eigen.get("wie", "") for eigen in alle), titel),
            *([keuzes.segmenten(None if een == "geen" else een for een in segmenten)] if segmenten else []),
            *meer,
        ),
        niets=niets,
        delen=getoond,
        niveau=niveau,
        doel=doel,
        vorm="",
    )


def lijsten(delen: Iterable[Deel]) -> Werklijst:
    """Put short lists beside each other."""
    return Werklijst("", (), "", tuple(delen), niveau=3, doel="", vorm="naast")


def kaal(*delen: Deel, niveau: int = 3) -> Werklijst:
    """Put lists under each other, without a filter; `gedrukt` of a part makes them fit a sheet."""
    krap = any(deel.gedrukt is not None for deel in delen)
    return Werklijst("", (), "", delen, niveau=niveau, doel="", vorm="krap" if krap else "")


def lijst(  # noqa: PLR0913  the parts of a list, in reading order
    kop: str, regels: Iterable[tuple[bool, Regel]], leeg: str, klaar: str = "", *, anker: str = "", noot: str = ""
) -> Deel:
    """Make a short list of pairs (is open, item); `klaar` says what the others are: "nagekomen of vervallen"."""
    regels = list(regels)
    dicht = [regel for is_open, regel in regels if not is_open]
    return Deel(
        kop,
        [regel for is_open, regel in regels if is_open],
        leeg,
        noot,
        anker,
        delen=[Deel(f"{len(dicht)} {klaar}", dicht, dicht=True)] if dicht else (),
    )


def item(
    tekst: Inhoud,
    label: Label | None = None,
    *bij: str | None,
    reden: Verklaard[Any] | None = None,
    anker: str = "",
) -> Regel:
    """Make an item of a short list: what it says, its state, and in small what belongs to it.

    `reden` is a derived day or state, which opens its steps at `anker`; a state is then shown by its label.
    """
    return Regel((tekst, Waarom(reden, anker, label or "") if reden else label, Bij(taal.met_punten(*bij))))


def op_stand(regels: Iterable[Regel], anker: str = "", *, tabel: Iterable[str] = labels.STAND) -> Iterator[Deel]:
    """Part rows by their standing, in the order of `tabel`; inside a part the order given stays. Empty parts go."""
    per_stand: dict[str, list[Regel]] = {stand: [] for stand in tabel}
    for regel in regels:
        per_stand[regel.stand].append(regel)
    for stand, eigen in per_stand.items():
        if eigen:
            yield deel_van(stand, eigen, anker)


def deel_van(stand: str, regels: Sequence[Regel], anker: str = "") -> Deel:
    """Make the part of one standing; what comes later is folded."""
    plek = f"{anker}-{stand.replace('_', '-')}" if anker else ""
    kop = labels.STAND[stand].tekst
    return Deel(kop, regels, anker=plek, stand=stand, aantal=len(regels), dicht=stand in LATER)


def geteld(standen: Iterable[str], tabel: Iterable[str] = DRINGEND) -> list[str]:
    """Say how many there are of each standing: "3 te laat", "2 deze week"."""
    aantal = Counter(standen)
    return [f"{aantal[stand]} {labels.STAND[stand].tekst.lower()}" for stand in tabel if aantal[stand]]


def kenmerken(dossier: Dossier, wie: str | None = None) -> dict[str, str]:
    """Return what the filter looks at: whose client it is unless `wie` says whose work, and the segment."""
    return {
        "wie": " ".join(namen.van_wie(dossier)) if wie is None else wie,
        "segment": dossier.segment.waarde or "geen",
    }


@dataclass(frozen=True, slots=True)
class Termijn(Over):
    """The same at the head of a row; the day itself shows on hovering."""

    doel: str = ""
    """Where its steps stand, when it was derived."""

    def html(self, basis: str) -> Markup:
        """Print the words."""
        soort = opmaak('="{}"', self.soort) if self.soort else ""
        mal, titel = '<time datetime="{}" data-wanneer{} title="{}">{}</time>', taal.datum(self.dag)
        tijd = opmaak(mal, self.dag, soort, titel, self.woorden)
        return opmaak('<a href="{}{}">{}</a>', basis, self.doel, tijd) if self.doel else tijd


def termijn(dag: date, van: Dossier | Portefeuille, doel: str = "", wacht: Respijt | None = None) -> Termijn:
    """Say how near a day is of a client, or of the whole team; of what waits the day until which it does."""
    dag = wacht.tot if wacht else dag
    nabij = over(van, dag)
    return Termijn(dag, nabij.woorden, nabij.soort, doel)
