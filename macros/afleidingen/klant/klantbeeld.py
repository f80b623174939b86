"""What the client shows: the reasons to worry, and the level that follows from them (domain 2.11).

Signals of the client only, in a fixed order and fixed words; what we ourselves have not done stands in `huiswerk.py`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Literal, NamedTuple

from macros.afleidingen.canvas.canvasstand import Canvasstand
from macros.afleidingen.contact.contact import gehouden_momenten
from macros.afleidingen.contact.web import aanwezig
from macros.afleidingen.contract.datums import binnen, gehouden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.perioden import lopend
from macros.afleidingen.klant.tevredenheid import GESCHONDEN, HERSTEL, Garantie, cijfer_van
from macros.model.account import Account
from macros.model.canvas import Vak
from macros.model.dagboek import bron
from macros.model.gedeeld import Gedeeld
from macros.woorden import taal

Weging = Literal["zorg", "let_op"]
LET_OP_SIGNALEN = ("concurrent", "prijs", "onderdruk", "bovendruk")
"""Signals in a contact moment that count by themselves, in the order of the site."""
JUISTE_KLANT = {"twijfel": "Juiste klant: twijfel", "onjuist": "Past niet bij onze afspraken"}

MINDER = {"voldoet_niet": "nee", "deels": "deels"}
"""Scores of a criterion that say what is wrong."""
KERN_TEKENS = 110
"""Most characters of what is wrong in a box."""


class Vondst(NamedTuple):
    """What a reason says, and where in the account the fact behind it stands."""

    tekst: str
    pad: str = ""
    """As a line of the journal knows it; empty for what no line tells."""
    zin: str = ""
    """The same in the words of who judged; empty: the text."""
    bij: str = ""
    """Where those words come from and of when, between brackets."""


@dataclass(frozen=True, slots=True)
class Reden:
    """One signal of the client."""

    soort: str
    tekst: str
    telt: Weging
    """`zorg` is enough by itself, `let_op` only together with others."""
    herkomst: str = ""
    """Which journal it comes from, in words; empty when it stands in the file of the client."""
    zin: str = ""
    bij: str = ""
    """As in Vondst."""

    @property
    def kort(self) -> str:
        """What overviews show."""
        return self.zin or self.tekst

    @property
    def woorden(self) -> str:
        """What pages of the client show."""
        return f"{self.zin} {self.bij}".strip() or self.tekst


@dataclass(frozen=True, slots=True)
class Klantbeeld:
    """How the client looks to us, always shown with its reasons."""

    niveau: str
    """`zorg`, `let_op`, `rustig`, or `onbekend` when nothing recent says anything."""
    redenen: tuple[Reden, ...]


@dataclass(frozen=True, slots=True)
class Signalen:
    """Everything a reason may look at."""

    account: Account
    gedeeld: Gedeeld
    peildatum: date
    contracten: Sequence[Contractstand]
    canvassen: Mapping[str, Canvasstand]
    garantie: Garantie
    juiste_klant: str | None

    def vers(self, dag: date | None) -> bool:
        """Whether a judgement of this day is fresh."""
        return binnen(dag, self.gedeeld.instellingen.oordeel_houdbaar_dagen, self.peildatum)

    def verse_oordelen(self) -> Iterator[tuple[str, Vak, str]]:
        """The fresh judgements on the current canvases, with the title and the path of the box, in reading order."""
        vakken = sorted(self.gedeeld.canvas.vakken, key=lambda vak: vak.volgorde)
        for canvas in self.account.canvassen:
            if self.canvassen[canvas.id].huidig:
                for indeling in vakken:
                    vak = canvas.vakken.get(indeling.id)
                    if vak and vak.oordeel and self.vers(vak.oordeel_op):
                        yield indeling.titel, vak, f"canvassen.{canvas.id}.vakken.{indeling.id}"


def klantbeeld(signalen: Signalen) -> Klantbeeld:
    """Every reason, and the level: any `zorg`, or `klantbeeld_zorg_vanaf` times `let_op`, is `zorg`."""
    redenen = tuple(
        Reden(soort, een.tekst, telt, _herkomst(signalen.account, een.pad), een.zin, een.bij)
        for soort, telt, vind in REDENEN
        for een in vind(signalen)
    )
    return Klantbeeld(_niveau(signalen, redenen), redenen)


def _herkomst(account: Account, pad: str) -> str:
    """Name the journal that told a fact, or that confirmed it last."""
    regel = bron(account, pad) if pad else None
    if regel is None or (regel.elders and regel.elders > regel.dag):
        return ""
    return f"uit het dagboek van {regel.naam}, week {regel.week}"


def _niveau(signalen: Signalen, redenen: Sequence[Reden]) -> str:
    if any(reden.telt == "zorg" for reden in redenen):
        return "zorg"
    if redenen:
        return "zorg" if len(redenen) >= signalen.gedeeld.instellingen.klantbeeld_zorg_vanaf else "let_op"
    return "rustig" if _iets_gehoord(signalen) else "onbekend"


def _iets_gehoord(signalen: Signalen) -> bool:
    """Whether a fresh judgement, a recent mark or a recent moment says that it is quiet for a good reason."""
    account, peildatum = signalen.account, signalen.peildatum
    dagen = signalen.gedeeld.instellingen.klantbeeld_rustig_dagen
    return (
        any(True for _ in signalen.verse_oordelen())
        or any(binnen(moment.datum, dagen, peildatum) for moment in account.contactmomenten)
        or any(binnen(e.datum, dagen, peildatum) and cijfer_van(e, peildatum) for e in account.evaluaties)
    )


def _bij(bron: str | None, dag: date | None) -> str:
    """Source and day between brackets; only the day while the source is not known."""
    return f"({', '.join(filter(None, (bron, taal.datum(dag) if dag else None)))})"


def _opgezegd(signalen: Signalen) -> Iterator[Vondst]:
    for stand in signalen.contracten:
        opzegging = stand.contract.opzegging
        if opzegging and opzegging.door == "klant" and stand.fase.waarde == "opgezegd":
            yield Vondst(f"{stand.contract.titel}: opgezegd op {taal.datum(opzegging.ontvangen_op)}")


def _oordeel(signalen: Signalen, kleur: str, woord: str) -> Iterator[Vondst]:
    for titel, vak, pad in signalen.verse_oordelen():
        if vak.oordeel == kleur:
            bij = _bij(vak.oordeel_bron, vak.oordeel_op)
            zin = (f"{titel}: {kern}", bij) if (kern := _kern(vak)) else ()
            yield Vondst(f"{titel}: {woord} {bij}", f"{pad}.oordeel_op", *zin)


def _kern(vak: Vak) -> str:
    """Say what is wrong in a box: why it was judged so, or else its conclusion, in a line; empty without either."""
    return shorten(vak.oordeel_toelichting or vak.conclusie or "", KERN_TEKENS, placeholder="…").rstrip(".")


def _beslisser_kritisch(signalen: Signalen) -> Iterator[Vondst]:
    for persoon in signalen.account.contactpersonen:
        kritisch = persoon.rol_bvt == "beslisser" and persoon.houding == "kritisch"
        if kritisch and aanwezig(persoon, signalen.peildatum) and signalen.vers(persoon.houding_op):
            tekst = f"{persoon.naam}: nog niet overtuigd {_bij(persoon.houding_bron, persoon.houding_op)}"
            yield Vondst(tekst, f"contactpersonen.{persoon.id}.houding_op")


def _garantie(signalen: Signalen, stand: str, vervolg: str) -> Iterator[Vondst]:
    cijfer = signalen.garantie.cijfer
    if cijfer and cijfer.laagste is not None and signalen.garantie.stand.waarde == stand:
        yield Vondst(f"Cijfer {taal.getal(cijfer.laagste)} op {taal.datum(cijfer.datum)}, {vervolg}")


def _klacht_open(signalen: Signalen) -> Iterator[Vondst]:
    dagen = signalen.gedeeld.instellingen.klantbeeld_klacht_dagen
    for moment in signalen.account.contactmomenten:
        for signaal in moment.signalen:
            open_klacht = signaal.soort == "klacht" and not gehouden(signaal.opgevolgd_op, signalen.peildatum)
            if open_klacht and (signalen.peildatum - moment.datum).days > dagen:
                yield Vondst(f"Klacht van {taal.datum(moment.datum)} nog open", f"contactmomenten.{moment.id}")


def _inschatting(signalen: Signalen, verwachting: str) -> Iterator[Vondst]:
    for stand in lopend(signalen.contracten):
        eigen = stand.inschatting
        if eigen and eigen.op and eigen.verwachting == verwachting and signalen.vers(eigen.op):
            tekst = f"{stand.contract.titel}: eigen inschatting is {verwachting} ({taal.datum(eigen.op)})"
            yield Vondst(tekst, f"contracten.{stand.contract.id}.inschatting.op")


def _verwachting_niet_gehaald(signalen: Signalen) -> Iterator[Vondst]:
    vanaf = signalen.gedeeld.instellingen.klantbeeld_prioriteit_vanaf
    for verwachting in signalen.account.verwachtingen:
        if verwachting.stand == "niet_gehaald" and (verwachting.prioriteit or 0) >= vanaf:
            yield Vondst(f"Niet gehaald: {verwachting.tekst}")


def _signaal(signalen: Signalen, soort: str) -> Iterator[Vondst]:
    """The latest signal of this kind, once."""
    dagen = signalen.gedeeld.instellingen.klantbeeld_signaal_dagen
    for moment in gehouden_momenten(signalen.account, signalen.peildatum):
        # The newest of a kind decides, also when it is too old to count: before it came only older ones.
        if any(signaal.soort == soort for signaal in moment.signalen):
            if binnen(moment.datum, dagen, signalen.peildatum):
                yield Vondst(f"Signaal {soort} op {taal.datum(moment.datum)}", f"contactmomenten.{moment.id}")
            return


def _juiste_klant(signalen: Signalen) -> Iterator[Vondst]:
    if signalen.juiste_klant in JUISTE_KLANT:
        tekst = JUISTE_KLANT[signalen.juiste_klant]
        yield Vondst(tekst, zin=f"{tekst} ({'; '.join(_past_niet(signalen))})")


def _past_niet(signalen: Signalen) -> Iterator[str]:
    """Name what the client does not meet, or only in part, and count what nobody looked at."""
    toets = signalen.account.juiste_klant
    scores = toets.scores if toets else {}
    for criterium in signalen.gedeeld.criteria.alle:
        if (score := scores.get(criterium.id)) in MINDER:
            yield f"{criterium.tekst.rstrip('.')}: {MINDER[score]}"
    if over := sum(scores.get(criterium.id, "onbekend") == "onbekend" for criterium in signalen.gedeeld.criteria.alle):
        yield f"{over} nog niet beoordeeld"


def _les_signaal(signalen: Signalen) -> Iterator[Vondst]:
    titels = {les.id: les.titel for les in signalen.gedeeld.lessen.lessen}
    for signaal in signalen.account.signalen:
        if gehouden(signaal.datum, signalen.peildatum) and not gehouden(signaal.gedaan_op, signalen.peildatum):
            wat = signaal.signaal or titels.get(signaal.les or "", "zonder omschrijving")
            yield Vondst(f"Waarschuwingssignaal: {wat}")


def _belofte_gebroken(signalen: Signalen) -> Iterator[Vondst]:
    dagen = signalen.gedeeld.instellingen.klantbeeld_belofte_dagen
    for toezegging in signalen.account.toezeggingen:
        gebroken = toezegging.van == "wij" and toezegging.stand == "gebroken"
        if gebroken and binnen(toezegging.stand_op, dagen, signalen.peildatum):
            yield Vondst(f"Toezegging niet nagekomen: {toezegging.tekst}", f"toezeggingen.{toezegging.id}.stand")


REDENEN: tuple[tuple[str, Weging, Callable[[Signalen], Iterator[Vondst]]], ...] = (
    ("opgezegd", "zorg", _opgezegd),
    ("oordeel_rood", "zorg", lambda s: _oordeel(s, "rood", "risico")),
    ("beslisser_kritisch", "zorg", _beslisser_kritisch),
    ("garantie_geschonden", "zorg", lambda s: _garantie(s, GESCHONDEN, "nog geen plan")),
    ("klacht_open", "zorg", _klacht_open),
    ("inschatting_vertrekt", "zorg", lambda s: _inschatting(s, "vertrekt")),
    ("oordeel_oranje", "let_op", lambda s: _oordeel(s, "oranje", "let op")),
    ("verwachting_niet_gehaald", "let_op", _verwachting_niet_gehaald),
    # `soort=soort` keeps the kind of this round; a plain lambda would see the last one.
    *((soort, "let_op", lambda s, soort=soort: _signaal(s, soort)) for soort in LET_OP_SIGNALEN),
    ("juiste_klant", "let_op", _juiste_klant),
    ("garantie_herstel", "let_op", lambda s: _garantie(s, HERSTEL, "herstelplan loopt")),
    ("les_signaal", "let_op", _les_signaal),
    ("inschatting_twijfel", "let_op", lambda s: _inschatting(s, "twijfel")),
    ("belofte_gebroken", "let_op", _belofte_gebroken),
)
"""Every kind of reason: how it counts and how its texts are found, in the order of the site."""
