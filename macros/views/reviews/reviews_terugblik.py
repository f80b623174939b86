"""Terugblik na vertrek: which look back is due, in which weeks it is best held, and what earlier ones taught us.

Names of clients that want no mention are left out, and of the people we spoke with only the number is told. What is
still to do to part decently stands below it, line by line.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.terugblikken import (
    GEHOUDEN,
    PIJLERS,
    Stap,
    Terugblik,
    afsluitlijst,
    terugblikken,
)
from macros.model.review import Postmortem
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Alinea, Blad, Feiten, Leeg, Vouw
from macros.views.delen.onderdeel import overzicht, tabel
from macros.views.delen.register import Gegeven, Kolom, Register, rang, register
from macros.views.delen.stukken import Bij, Link, Reeks, Waarom, Zacht, dagen, genoemd, over
from macros.views.delen.tabel import Bron, daggegeven, klantgegeven
from macros.views.lessen.lessen import les_adres
from macros.views.render import Inhoud
from macros.views.reviews.reviews import GING_HET_DOOR
from macros.woorden import labels, taal
from macros.woorden.labels import Label

NAMEN = {"verwachtingen": "Verwachtingen", "web_of_influence": "Invloedsweb", "expertise": "Vakkennis"}
"""The pillars as people say them."""
NIET_GEPLAND = Label("Nog niet gepland", "!", "te-laat")
KLAAR = Label("Klaar", "✓", "goed")
OPEN = Label("Nog doen", "○", "let-op")
STAPPEN = (
    ("Punten afgesproken", "Punten"),
    ("Overdracht klaar", "Overdracht"),
    ("Laatste gesprek", ""),
    ("Wie we blijven volgen", "Volgen"),
)
"""The lines of the checklist of `afsluiten.py`, each with its heading on a phone when that is shorter."""
NIETS = "Geen terugblik nodig: er is geen contract verloren zonder dat we erop terugkeken."
GEEN_LES = "Nog geen les gekoppeld. Schrijf er minstens één: dan heeft het hele team iets aan deze terugblik."
Terug = tuple[Dossier, Terugblik, str]
"""A client with one look back, and the id of the steps behind its day."""
Afsluitend = tuple[Dossier, tuple[Stap, ...]]


@overzicht
def reviews_terugblik(portefeuille: Portefeuille) -> Blad:
    """Make the register of looks back: still to hold with the most urgent first, then held with the latest first."""
    paren = _paren(portefeuille)
    verslagen = [(t.gehouden_op, t.contract.titel, d, t, t.verslag) for d, t in paren if t.verslag and t.gehouden_op]
    verslagen.sort(key=lambda verslag: verslag[:2], reverse=True)
    return Blad(
        "reviews-terugblik",
        (
            register("Nog te houden, de dringendste bovenaan", KOLOMMEN, _nodig(paren), leeg=NIETS),
            *(_verslag(d, t, blik, open_=not nr) for nr, (_, _, d, t, blik) in enumerate(verslagen)),
        ),
    )


@tabel("terugblik", "Terugblik", "reviews/", "Een verloren contract waarop nog geen terugblik was.")
def terugbliktabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give every look back that is still to hold, the most urgent first."""
    yield Bron(KOLOMMEN, _nodig(_paren(portefeuille)))


@tabel("afsluiting", "Afsluiting", "reviews/", "Een klant die weggaat of weg is, met wat er nog te doen is.")
def afsluittabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give the checklist of every client that leaves or left."""
    yield Bron(AFSLUITKOLOMMEN, _afsluitend(portefeuille))


def _paren(portefeuille: Portefeuille) -> list[tuple[Dossier, Terugblik]]:
    instellingen, peildatum = portefeuille.gedeeld.instellingen, portefeuille.peildatum
    return [(d, t) for d in portefeuille.dossiers.values() for t in terugblikken(d.account, instellingen, peildatum)]


def _nodig(paren: Iterable[tuple[Dossier, Terugblik]]) -> list[Terug]:
    # A number, for an id with the name of the client would tell who wants no mention.
    nodig = [(d, t, f"terugblik-{nr}") for nr, (d, t) in enumerate(paren) if t.stand != GEHOUDEN]
    return sorted(nodig, key=_dringend)


def _dringend(rij: Terug) -> tuple[int | None, date, str]:
    terug = rij[1]
    uiterlijk = terug.uiterlijk.waarde if terug.uiterlijk else date.max
    return rang(labels.STAND, terug.stand), uiterlijk, terug.contract.titel


def _klant(rij: Terug) -> Inhoud:
    dossier, terug, _ = rij
    hoe = "opgezegd" if terug.contract.opzegging else "verloren"
    bekend = f"{hoe} op {taal.datum(terug.bekend_op)}" if terug.bekend_op else ""
    return genoemd(dossier, "tevredenheid"), Bij(", ".join(filter(None, (terug.contract.titel, bekend))))


def _plan(rij: Terug) -> Inhoud:
    """Say whether it is planned, whether that day is a good one, and which weeks give the best talk."""
    dossier, terug, _ = rij
    van_tot = [taal.datum(dag) for dag in terug.advies or ()]
    advies = Bij(f"beste gesprekken tussen {van_tot[0]} en {van_tot[1]}" if van_tot else None)
    return *_gepland(terug, dossier.peildatum), advies


def _gepland(terug: Terugblik, peildatum: date) -> tuple[Label, str]:
    dag = terug.gepland_op
    if dag is None:
        return NIET_GEPLAND, ""
    if dag < peildatum:
        return GING_HET_DOOR, f"gepland op {taal.datum(dag)}; leg de uitkomst vast, of een nieuwe dag"
    door = terug.verslag.door if terug.verslag else None
    tekst = ", ".join(filter(None, (taal.datum(dag), door)))
    if terug.uiterlijk and dag > terug.uiterlijk.waarde:
        tekst += f"; {dagen((dag - terug.uiterlijk.waarde).days)} na de uiterste dag"
    elif terug.advies and dag < terug.advies[0]:
        tekst += "; vroeg: dan hoor je vooral boosheid"
    return labels.GEPLAND, tekst


def _uiterste_dag(rij: Terug) -> date | None:
    return rij[1].uiterlijk.waarde if rij[1].uiterlijk else None


def _uiterlijk(rij: Terug) -> Inhoud:
    """The last day with its steps; nothing where nobody asked for a look back."""
    dossier, terug, anker = rij
    if terug.uiterlijk is None:
        return None
    dag = terug.uiterlijk.waarde
    bij = over(dossier, dag) if terug.stand != "uitgesteld" else None
    return labels.STAND[terug.stand], Waarom(terug.uiterlijk, anker), bij


def _verslag(dossier: Dossier, terug: Terugblik, blik: Postmortem, *, open_: bool) -> Vouw:
    """Fold what one look back said, on which pillars it went wrong, and the lessons that came from it."""
    bij = (taal.datum(terug.gehouden_op), *_bij(terug, blik)) if terug.gehouden_op else ()
    situatie = (("Toen", blik.verleden), ("Nu", blik.heden), ("Straks", blik.toekomst))
    feiten = tuple((kop, tekst) for kop, tekst in situatie if tekst)
    titels = {les.id: les.titel for les in dossier.gedeeld.lessen.lessen}
    lessen = tuple(Link(titels[les], les_adres(dossier, les)) for les in blik.lessen if les in titels)
    return Vouw(
        (f"{dossier.naam}: {terug.contract.titel}", Zacht(taal.met_punten(*bij))),
        (
            Feiten(feiten) if feiten else None,
            register("Dezelfde drie pijlers als bij de frisse blik", PIJLERKOLOMMEN, tuple(_pijlers(blik))),
            Alinea(("Lessen hieruit:", Reeks(lessen, ";"))) if lessen else Leeg(GEEN_LES),
            None if dossier.verborgen else Bij(genoemd(dossier, "tevredenheid")),
        ),
        open=open_,
    )


def _bij(terug: Terugblik, blik: Postmortem) -> Iterator[str]:
    """In time or not, by whom, and with how many people."""
    if terug.uiterlijk:
        yield f"{dagen(terug.dagen_te_laat)} te laat" if terug.dagen_te_laat else "op tijd"
    yield blik.door or ""
    yield {True: "van buiten", False: "van een collega", None: ""}[blik.extern]
    if blik.gesproken_met:
        yield f"gesproken met {taal.aantal(len(blik.gesproken_met), 'persoon', 'personen')}"


def _pijlers(blik: Postmortem) -> Iterator[tuple[str, str, str]]:
    """Each pillar with where it went wrong, and what we learn."""
    for veld in PIJLERS:
        deel = getattr(blik, veld)
        if deel:
            yield NAMEN[veld], deel.waar_mis or "", deel.les or ""


@overzicht
def reviews_afsluiting(portefeuille: Portefeuille) -> Register:
    """Make the checklists of every client that leaves or left; the least done first, then by name."""
    return register(
        (
            "Klanten die weggaan of weg zijn; waar het meest te doen is bovenaan.",
            Link("Zo sluit je af", "handboek/terugblik/#afsluiting"),
        ),
        AFSLUITKOLOMMEN,
        _afsluitend(portefeuille),
        leeg="Geen klant die weggaat of weg is.",
    )


def _afsluitend(portefeuille: Portefeuille) -> list[Afsluitend]:
    rijen = [
        (dossier, lijst)
        for dossier in portefeuille.dossiers.values()
        if (lijst := afsluitlijst(dossier.account, dossier.fase.waarde, portefeuille.peildatum))
    ]
    return sorted(rijen, key=lambda rij: (sum(stap.gedaan for stap in rij[1]), rij[0].naam))


def _stap(nummer: int, kop: str, kort: str) -> Kolom[Afsluitend]:
    """A column of the checklist: done, planned or still to do, and when or how many."""

    def cel(rij: Afsluitend) -> Inhoud:
        stap = rij[1][nummer]
        dag = taal.datum_compact(stap.op) if stap.op else ""
        if stap.gedaan:
            return KLAAR, Zacht(dag or taal.getal(stap.aantal))
        return (labels.GEPLAND, Zacht(dag)) if dag else OPEN

    return Kolom(kop, cel, kort=kort)


KOLOMMEN: tuple[Kolom[Terug], ...] = (
    Kolom(
        "Klant",
        _klant,
        gegevens=(
            klantgegeven(lambda rij: rij[0]),
            Gegeven("contract", lambda rij: rij[1].contract.titel, "wat verloren ging"),
            daggegeven("bekend_op", lambda rij: rij[1].bekend_op, "wanneer dat bekend werd"),
        ),
    ),
    Kolom(
        "Gepland",
        _plan,
        breed="ruim",
        gegevens=(daggegeven("gepland_op", lambda rij: rij[1].gepland_op, "de dag van het gesprek"),),
    ),
    Kolom(
        "Uiterlijk",
        _uiterlijk,
        gegevens=(
            daggegeven("uiterlijk", _uiterste_dag, "de uiterste dag"),
            Gegeven("stand", lambda rij: labels.STAND[rij[1].stand].tekst, "hoe dringend het is"),
        ),
    ),
)
PIJLERKOLOMMEN: tuple[Kolom[tuple[str, str, str]], ...] = (
    Kolom("Pijler", lambda rij: rij[0]),
    Kolom("Waar ging het mis", lambda rij: rij[1], kort="Mis"),
    Kolom("Wat we ervan leren", lambda rij: rij[2], kort="Geleerd"),
)
AFSLUITKOLOMMEN: tuple[Kolom[Afsluitend], ...] = (
    Kolom("Klant", lambda rij: genoemd(rij[0])),
    *(_stap(nummer, kop, kort) for nummer, (kop, kort) in enumerate(STAPPEN)),
)
