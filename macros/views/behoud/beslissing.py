"""A contract that comes to a decision, as every list of them shows it: what the client shows beside our own call."""

from collections.abc import Iterable
from datetime import date
from urllib.parse import quote

from macros.portefeuille import prognose
from macros.portefeuille.besluiten import HOE
from macros.portefeuille.prognose import Kans, Kwartaal, Verlies, kwartaal_van
from macros.views.delen import namen
from macros.views.delen.register import Gegeven, Kolom, Register, labelkolom, register
from macros.views.delen.stukken import Bij, Dag, Zacht, dag, klant
from macros.views.delen.tabel import Bron, bedraggegeven, daggegeven, managergegeven, met_segment
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

INSCHATTING = {
    **labels.INSCHATTING,
    "navragen": Label("Navragen", "?", "stil"),
    "geen": Label("Geen inschatting", "○", "stil"),
}
"""The words for the own call; one that is too old or undated has to be asked again."""
RANG = ("eerste", "tweede", "derde", "vierde")
VOORBIJ = "einddatum voorbij, geen uitkomst"


def kanslijst(naam: str, kansen: Iterable[Kans], leeg: str = "") -> Register:
    """Make the table of contracts to decide, the first one on top; `naam` is its name in the address."""
    bron = kansbron(kansen)
    return register("Het eerste beslismoment bovenaan", bron.kolommen, bron.rijen, naam=naam, zoek="Zoek", leeg=leeg)


def verlieslijst(verliezen: Iterable[Verlies]) -> Register:
    """Make the table of what is lost and still runs, the first one to end on top."""
    bron = verliesbron(verliezen)
    return register("Wat het eerst afloopt bovenaan", bron.kolommen, bron.rijen)


def kansbron(kansen: Iterable[Kans]) -> Bron:
    """Columns and rows of contracts to decide."""
    return Bron(KANSKOLOMMEN, sorted(kansen, key=lambda kans: (kans.op, kans.dossier.naam)))


def verliesbron(verliezen: Iterable[Verlies]) -> Bron:
    """Columns and rows of what is lost and still runs."""
    return Bron(VERLIESKOLOMMEN, sorted(verliezen, key=lambda v: (v.op or date.max, v.dossier.naam)))


def gekozen(naam: str, **keuzes: str) -> str:
    """The address of that table with these choices made, on the same page: `kwartaal="derde kwartaal 2026"`."""
    vragen = "&".join(f"{naam}-{keuze.replace('_', '-')}={quote(waarde)}" for keuze, waarde in keuzes.items())
    return f"?{vragen}#{naam}"


def kwartaal_van_kans(kans: Kans) -> str:
    """Name the quarter of a decision, as the filter has it."""
    if kans.op < kans.dossier.peildatum:
        return VOORBIJ
    return kwartaalkop(Kwartaal(kwartaal_van(kans.op), "kwartaal", ()))


def kwartaalkop(kwartaal: Kwartaal) -> str:
    """Name a quarter, or what lies before or behind the quarters."""
    begin = kwartaal.begin
    if begin:
        return f"{RANG[(begin.month - 1) // 3]} kwartaal {begin.year}"
    return VOORBIJ if kwartaal.soort == "voorbij" else "later"


def _verloren(verlies: Verlies) -> Inhoud:
    """How it was lost, and why as it was written down."""
    contract = verlies.stand.contract
    if opzegging := contract.opzegging:
        hoe = "opgezegd_klant" if opzegging.door == "klant" else "opgezegd_wij"
        return f"{HOE[hoe]} op {taal.datum_compact(opzegging.ontvangen_op)}", Bij(opzegging.reden)
    uitkomst = max(contract.uitkomsten, key=lambda uitkomst: uitkomst.datum)
    return f"{HOE[uitkomst.resultaat]} op {taal.datum_compact(uitkomst.datum)}", Bij(uitkomst.toelichting)


def _waarom(kans: Kans) -> str:
    """Give the reason of the call; of one that has to be asked again also what it was, and when."""
    call = kans.stand.contract.inschatting
    if call is None:
        return ""
    if kans.inschatting != prognose.NAVRAGEN:
        return call.waarom or ""
    wanneer = f"van {taal.datum_compact(call.op)}" if call.op else "zonder datum"
    eerder = f"{labels.INSCHATTING[call.verwachting].tekst}, {wanneer}"
    return ": ".join(filter(None, (eerder, call.waarom)))


KANSKOLOMMEN: tuple[Kolom[Kans], ...] = (
    Kolom(
        "Klant",
        lambda kans: klant(kans.dossier, f"contract-{kans.stand.contract.id}", segment=True),
        sorteer=True,
        gegevens=met_segment(lambda kans: kans.dossier),
    ),
    Kolom("Contract", lambda kans: kans.stand.contract.titel, sorteer=True),
    Kolom(
        "Jaarwaarde",
        lambda kans: namen.bedrag(kans.dossier, kans.waarde) or Zacht("niet ingevuld"),
        lambda kans: kans.waarde,
        getal=True,
        gegevens=(bedraggegeven("jaarwaarde", lambda kans: kans.waarde, "wat het contract per jaar waard is"),),
    ),
    Kolom(
        "Beslismoment",
        lambda kans: Dag(kans.op),
        lambda kans: kans.op,
        filter=kwartaal_van_kans,
        adres="kwartaal",
        gegevens=(daggegeven("beslismoment", lambda kans: kans.op, "wanneer erover wordt beslist"),),
    ),
    labelkolom(
        "Klantbeeld",
        lambda kans: kans.klantbeeld,
        labels.KLANTBEELD,
        bij=lambda kans: namen.reden(kans.dossier),
        gegevens=(
            Gegeven("klantbeeld", lambda kans: labels.KLANTBEELD[kans.klantbeeld].tekst, "wat de klant laat zien"),
            Gegeven("reden", lambda kans: namen.reden(kans.dossier), "de eerste reden van dat klantbeeld"),
        ),
    ),
    labelkolom(
        "Eigen inschatting",
        lambda kans: kans.inschatting,
        INSCHATTING,
        bij=_waarom,
        gegevens=(
            Gegeven("eigen_inschatting", lambda kans: INSCHATTING[kans.inschatting].tekst, "wat wij verwachten"),
            Gegeven("waarom", _waarom, "waarom we dat verwachten"),
        ),
    ),
    Kolom(
        "Accountmanager",
        lambda kans: namen.accountmanager(kans.dossier),
        sorteer=True,
        filter=lambda kans: namen.op_naam_van(kans.dossier),
    ),
)
"""The columns of a table of contracts to decide."""
VERLIESKOLOMMEN: tuple[Kolom[Verlies], ...] = (
    Kolom(
        "Klant",
        lambda verlies: klant(verlies.dossier, f"contract-{verlies.stand.contract.id}", segment=True),
        gegevens=met_segment(lambda verlies: verlies.dossier),
    ),
    Kolom("Contract", lambda verlies: verlies.stand.contract.titel),
    Kolom(
        "Jaarwaarde",
        lambda verlies: namen.bedrag(verlies.dossier, verlies.waarde) or Zacht("niet ingevuld"),
        getal=True,
        gegevens=(bedraggegeven("jaarwaarde", lambda verlies: verlies.waarde, "wat het contract per jaar waard is"),),
    ),
    Kolom(
        "Loopt tot en met",
        lambda verlies: dag(verlies.op, "niet bekend"),
        gegevens=(daggegeven("loopt_tot_en_met", lambda verlies: verlies.op, "de laatste dag"),),
    ),
    Kolom("Hoe", _verloren, breed="ruim"),
    Kolom(
        "Accountmanager",
        lambda verlies: namen.accountmanager(verlies.dossier),
        gegevens=(managergegeven(lambda verlies: verlies.dossier),),
    ),
)
"""The columns of a table of what is lost and still runs."""
