"""The parts of a colleague's page: a table of what each role asks first (domain 5.1 to 5.6), and the self-scan."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from macros.aandacht.punt import Aandachtspunt
from macros.afleidingen.canvas.canvasstand import NIET_NODIG, ONTBREEKT, VEROUDERD
from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.segment import c_besluit_gevraagd, klantbesluit_gevraagd
from macros.afleidingen.klant.terugblikken import terugblik_open
from macros.model.gedeeld import Gedeeld
from macros.model.instellingen import Onderdelen
from macros.model.team import Persoon, Zelfscan
from macros.portefeuille.inzet import inzet
from macros.portefeuille.klantfeiten import loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.prognose import eigen_inschatting
from macros.views.behoud.beslissing import INSCHATTING
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Leeg, Opsomming, Tussenkop
from macros.views.delen.geld import jaarwaardekolom
from macros.views.delen.punten import alle_punten
from macros.views.delen.register import Kolom, Register, register
from macros.views.delen.stukken import Dag, Link, dag, dagen, klant, over
from macros.views.overleg.bespreken import loopt_niet
from macros.views.overleg.kring import Kring
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

T = TypeVar("T")
VER = date.max
"""Where what has no day stands: last."""
DIRECTIE = (
    ("Op het spel", "op-het-spel/"),
    ("Behoud in cijfers", "behoud/"),
    ("Klantcijfers", "klantcijfers/"),
    ("Wat past en wat niet", "segmenten/#juiste-klant"),
)
"""Where the questions of a director about the whole are answered (domain 5.6)."""
LEIDING = (
    ("Segmenten", "segmenten/"),
    ("Driehoek en werkdruk", "driehoek/"),
    ("Frisse blik en terugblik", "reviews/"),
    ("Lessen", "lessen/"),
)
"""The same for a manager (domain 5.2)."""
OP_HET_SCHERM = 100
"""Most rows of one table: what is beyond stands in the register that the table links to."""
Helpend = tuple[Dossier, tuple[str, ...], Aandachtspunt | None]
"""A client that asks for a manager, what is to plan or decide, and what the coach has to read."""
ZORGEN = ("zorg", "let_op")
"""The standings of a client that ask for a manager, the worst first."""
Gesprek = tuple[Dossier, Contactstand]


@dataclass(frozen=True, slots=True)
class Deel:
    """One table of the overview."""

    anker: str
    kop: str
    tabel: Register
    """What needs this colleague first on top."""
    aantal: int
    """How many rows there are; more than the table has where those are too many for one page."""
    verder: tuple[tuple[str, str], ...]
    """Words and path of the registers that hold the rest."""


def maak_deel(  # noqa: PLR0913  the parts of a table, in reading order
    anker: str,
    kop: str,
    titel: str,
    kolommen: Sequence[Kolom[T]],
    rijen: Sequence[T],
    *,
    leeg: str,
    verder: tuple[tuple[str, str], ...] = (),
) -> Deel:
    """Make a table of the first rows; the registers of `verder` hold the rest."""
    tabel = register(titel, kolommen, rijen[:OP_HET_SCHERM], leeg=leeg)
    return Deel(f"overleg-{anker}", kop, tabel, len(rijen), verder)


def klanten(kring: Kring) -> Deel:
    """The clients of an account manager, the nearest decision first: as many as the list of talks counts."""
    actief = [dossier for dossier in kring.klanten if not loopt_niet(dossier)]
    return maak_deel(
        "klanten",
        "Klanten op deze naam",
        "Het eerstvolgende beslismoment bovenaan",
        KLANTEN,
        sorted(actief, key=_beslissing),
        leeg="Geen klant op deze naam heeft een contract dat loopt of nog begint.",
        verder=(("Klanten", "accounts/"), ("Kalender", "kalender/")),
    )


def ploeg(kring: Kring, portefeuille: Portefeuille) -> Deel:
    """Where a manager is needed: worries, canvases and reviews of the own people's clients, the worst client first."""
    lezen = {punt.id: punt for punt in alle_punten(portefeuille).nu if punt.soort == "coach"}
    alle = ((een, tuple(_verder(een)), lezen.get(een.id)) for een in kring.ploeg if loopt(een))
    vragend = [rij for rij in alle if rij[1] or rij[2] or _vraagt(rij[0])]
    managers = {dossier.account.driehoek.accountmanager for dossier in kring.ploeg}
    gesprekken = sorted((portefeuille.naam(wie), f"overleg/{wie}/") for wie in managers)
    return maak_deel(
        "ploeg",
        "Klanten van je collega's die om je vragen",
        "Zorg eerst, dan het meeste geld",
        PLOEG,
        sorted(vragend, key=lambda rij: inzet(rij[0]).zorgrang),
        leeg="Geen klant van je collega's geeft zorg, en geen canvas of frisse blik is te laat.",
        verder=(*gesprekken, *LEIDING),
    )


def gesprekken(kring: Kring, rollen: Iterable[str], onderdelen: Onderdelen) -> Deel:
    """With whom this colleague should speak, the longest overdue first; a director finds the figures beside it."""
    cijfers = DIRECTIE if "directie" in rollen else ()
    toernooi = (("Toernooi", "toernooi/"),) if cijfers and onderdelen.toernooi else ()
    return maak_deel(
        "gesprekken",
        "Aan de beurt bij",
        "Wie het langst wacht bovenaan",
        GESPREKKEN,
        sorted(kring.gesprekken, key=lambda rij: (rij[1].volgende.waarde, rij[0].naam)),
        leeg="In het contactschema staat geen gesprek op deze naam.",
        verder=(("Contactschema", "contacten/"), *cijfers, *toernooi),
    )


def _beslissing(dossier: Dossier) -> tuple[date, str]:
    return dossier.beslismoment.waarde or VER, dossier.naam


def _inschatting(dossier: Dossier) -> Label | None:
    call = eigen_inschatting(dossier)
    return INSCHATTING[call] if call else None


def _canvas(dossier: Dossier) -> Label | None:
    """State of the canvas; nothing when none is needed."""
    return None if dossier.canvas_stand == NIET_NODIG else labels.CANVAS_STAND[dossier.canvas_stand]


def _klantbeeld(dossier: Dossier) -> Label:
    return labels.woord(labels.KLANTBEELD, dossier.klantbeeld.niveau)


def _vraagt(dossier: Dossier) -> bool:
    """Whether the client itself, or the canvas, asks for the manager."""
    gevraagd = any(punt.soort in {f"canvas_{ONTBREEKT}", f"canvas_{VEROUDERD}"} for punt in dossier.huiswerk)
    return gevraagd or dossier.klantbeeld.niveau in ZORGEN


def _verder(dossier: Dossier) -> Iterator[str]:
    """What the manager plans or decides."""
    wacht, verloren = dossier.uitstellen.voor, terugblik_open(dossier.account, dossier.peildatum)
    for naam, vervalt, later in (
        ("frisse blik", dossier.fresheyes_vervalt.waarde, wacht("frisse_blik")),
        ("terugblik", dossier.postmortem_vervalt.waarde, wacht("terugblik", contracten=verloren)),
    ):
        if vervalt is not None and vervalt < dossier.peildatum and not later:
            yield f"{naam} {over(dossier, vervalt).woorden}"
    if klantbesluit_gevraagd(dossier.account) and not wacht("klantbesluit"):
        yield "past niet: besluit nodig"
    if c_besluit_gevraagd(dossier.account, dossier.segment.waarde) and not wacht("c_besluit"):
        yield "C-klant: besluit nodig"


def _manager(dossier: Dossier) -> Link:
    return Link(namen.aan_zet(dossier), f"overleg/{dossier.account.driehoek.accountmanager}/")


def _hoe_lang(rij: Gesprek) -> Inhoud:
    dossier, regel = rij
    sinds = dagen((dossier.peildatum - regel.sinds).days)
    return labels.STAND[regel.stand], f"{sinds}, afspraak: {regel.elke_dagen}"


KLANTEN: tuple[Kolom[Dossier], ...] = (
    Kolom("Klant", klant),
    Kolom("Fase", namen.fase),
    Kolom("Beslismoment", lambda d: dag(d.beslismoment.waarde, doel=f"accounts/{d.id}/#momenten")),
    Kolom("Klantbeeld", _klantbeeld),
    Kolom("Eigen inschatting", _inschatting),
    jaarwaardekolom(lambda d: d),
    Kolom("Canvas", _canvas),
)
PLOEG: tuple[Kolom[Helpend], ...] = (
    Kolom("Klant", lambda rij: klant(rij[0])),
    Kolom("Accountmanager", lambda rij: _manager(rij[0])),
    Kolom("Klantbeeld", lambda rij: (_klantbeeld(rij[0]), next((r.kort for r in rij[0].klantbeeld.redenen), None))),
    Kolom("Eigen inschatting", lambda rij: _inschatting(rij[0])),
    jaarwaardekolom(lambda rij: rij[0]),
    Kolom("Canvas", lambda rij: _canvas(rij[0])),
    Kolom("Lezen uiterlijk", lambda rij: Dag(rij[2].datum, rij[2].doel) if rij[2] else None),
    Kolom("Verder", lambda rij: "; ".join(rij[1])),
)
GESPREKKEN: tuple[Kolom[Gesprek], ...] = (
    Kolom("Klant", lambda rij: klant(rij[0])),
    Kolom("Segment", lambda rij: rij[0].segment.waarde),
    Kolom("Afspraak", lambda rij: rij[1].naam),
    Kolom(
        "Uiterlijk",
        lambda rij: Dag(rij[1].volgende.waarde, f"accounts/{rij[0].id}/#waarom-contact-{rij[1].regel}"),
    ),
    Kolom("Hoe lang geleden", _hoe_lang),
)


# --- the self-scan: no mark, but where to win something ---

VRAGEN, UITDAGINGEN = ("zelfscan_vragen", "Vraag"), ("zelfscan_uitdagingen", "Uitdaging")
"""Id of the list with the words of each number, and what to call a number without words."""


def zelfscan(persoon: Persoon, gedeeld: Gedeeld, *, heeft_klanten: bool) -> tuple[Inhoud, ...]:
    """Show the last self-scan of who has clients; nothing for others without one, and where the team has no scan."""
    scan = persoon.zelfscan
    if not gedeeld.instellingen.onderdelen.zelfscan or (scan is None and not heeft_klanten):
        return ()
    van = f"van {taal.datum(scan.datum)}" if scan and scan.datum else None
    hoe = Alinea(Link("Hoe de zelfscan werkt", "handboek/netwerken/#zelfscan"), zacht=True)
    return Tussenkop("Zelfscan", "zelfscan", bij=van), *_uitkomst(scan, gedeeld), hoe


def _uitkomst(scan: Zelfscan | None, gedeeld: Gedeeld) -> Iterator[Inhoud]:
    """The questions and challenges that were answered with no, in the order of the lists."""
    if scan is None or not (scan.vragen or scan.uitdagingen):
        yield Leeg("Nog niet ingevuld. Het kost tien minuten, en je doet er alleen zelf iets mee.")
    elif nee := (*_nee(scan.vragen, *VRAGEN, gedeeld), *_nee(scan.uitdagingen, *UITDAGINGEN, gedeeld)):
        yield Alinea("Geen cijfer, wel een vraag: waar wil je beter in worden? Dit werd een nee.", zacht=True)
        yield Opsomming(nee)
    else:
        yield Leeg("Alles wat is ingevuld, werd een ja.")


def _nee(antwoorden: dict[int, bool], lijst: str, woord: str, gedeeld: Gedeeld) -> Iterator[str]:
    """Give the words of what was answered with no; a number where the team left the list out."""
    teksten = [vraag.tekst for een in gedeeld.vragenlijsten.vragenlijsten if een.id == lijst for vraag in een.vragen]
    for nummer in sorted(nummer for nummer, ja in antwoorden.items() if not ja):
        yield teksten[nummer - 1] if nummer <= len(teksten) else f"{woord} {nummer}"
