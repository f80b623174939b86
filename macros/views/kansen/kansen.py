"""Kansen: every chance at every client with its next step; on top those without one, or whose day has passed."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.kansen import eigenaar_van, kansmomenten, kansvraag, signalen_van
from macros.afleidingen.verklaring import VerklaardeDatum
from macros.model.kansen import Kans
from macros.portefeuille.klantfeiten import loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Blad, Leeg, Tussenkop, Vouw, Zin
from macros.views.delen.onderdeel import Kaart, kaart, kaartstand, overzicht, tabel
from macros.views.delen.register import Gegeven, Kolom, Register, labelkolom, register
from macros.views.delen.stukken import Bij, Dag, Link, Over, hoofdletter, klant, of, over, segment
from macros.views.delen.tabel import Bron, bedraggegeven, daggegeven, klantgegeven, segmentgegeven
from macros.views.delen.werklijst import Regel, kenmerken, op_stand, termijn, werklijst
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

GEEN_STAP, ZONDER_DAG, UITGESTELD = "geen_stap", "zonder_dag", "uitgesteld"
STAPPEN = {
    GEEN_STAP: Label("Nog geen stap", "!", "te-laat"),
    **labels.STAND,
    ZONDER_DAG: Label("Zonder dag", "?", "let-op"),
}
"""How a chance stands: by the day of its next step, or by what misses."""
STIL = (GEEN_STAP, "te_laat")
"""Standings with which a chance lies still: these come first, the most valuable on top."""
GEEN = (
    "Nog geen kansen. Hoor je bij een klant iets waar meer in zit, meld het dan op zijn pagina: wat wint hij, wat is de"
    " volgende stap, en wie zet die?"
)
GEEN_VRAAG = "Na elk nieuw contract, elke verlenging en elk goed cijfer is gekeken of er meer in zit."


class Rij(NamedTuple):
    """A chance at a client."""

    dossier: Dossier
    kans: Kans

    @property
    def stand(self) -> str:
        """Key of STAPPEN."""
        return kansstand(self.dossier, self.kans)


def kansstand(dossier: Dossier, kans: Kans) -> str:
    """Say how a chance stands: key of STAPPEN."""
    if not kans.volgende_stap:
        return GEEN_STAP
    if kans.voor_datum is None:
        return ZONDER_DAG
    return dossier.stand(kans.voor_datum, dossier.uitstellen.voor("kansstap"))


def nabij(dossier: Dossier, kans: Kans) -> Over | None:
    """Say how near the day of its step is; nothing of what has no day, or may wait."""
    wacht = kansstand(dossier, kans) == UITGESTELD
    return None if wacht or kans.voor_datum is None else over(dossier, kans.voor_datum)


def herkomst(dossier: Dossier, kans: Kans) -> Inhoud:
    """Say from which signal a chance came, with its day; else what the file says of it; nothing when nobody knows."""
    signalen = signalen_van(dossier.account, kans)
    uit = tuple((signaal.tekst or labels.SIGNAAL[signaal.soort].tekst, Bij(Dag(m.datum))) for m, signaal in signalen)
    return uit or kans.bron


def vraag(dossier: Dossier) -> VerklaardeDatum:
    """Last day to ask whether there is a chance at this client."""
    zorg, instellingen = dossier.klantbeeld.niveau == "zorg", dossier.gedeeld.instellingen
    return kansvraag(dossier.account, instellingen, dossier.peildatum, zorg=zorg)


@overzicht
def kansen(portefeuille: Portefeuille) -> Blad:
    """Make the register of chances."""
    open_, klaar = _rijen(portefeuille)
    return Blad(
        "kansen",
        (
            Zin(_zin(open_, portefeuille)) if open_ else None,
            Alinea(_uitleg(open_), zacht=True) if open_ else None,
            _tabel(open_) if open_ else Leeg(GEEN),
            *_klaar(klaar),
            Tussenkop("Is hier een kans?", "vraag", handboek="meer-verkopen/#kansvraag"),
            *_vragen(portefeuille),
        ),
    )


@tabel("kansen", "Kansen", "kansen/", "Een kans bij een klant, open of met een uitkomst.")
def kansentabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give every chance, those with an outcome last."""
    open_, klaar = _rijen(portefeuille)
    yield Bron(KOLOMMEN, [*open_, *sorted(klaar, key=lambda rij: -(rij.kans.waarde_jaar or 0))])


def _rijen(portefeuille: Portefeuille) -> tuple[list[Rij], list[Rij]]:
    """Part the chances that are open, in the order of the page, from those with an outcome."""
    alle = [Rij(dossier, kans) for dossier in portefeuille.dossiers.values() for kans in dossier.account.kansen]
    return sorted((een for een in alle if een.kans.is_open), key=_volgorde), [r for r in alle if not r.kans.is_open]


@kaart("kansen/")
def kansenkaart(portefeuille: Portefeuille) -> Kaart:
    """Count what the chances are worth a year, and those that lie still."""
    alle = (Rij(dossier, kans) for dossier in portefeuille.dossiers.values() for kans in dossier.account.kansen)
    open_ = [rij for rij in alle if rij.kans.is_open]
    stil = sum(rij.stand in STIL for rij in open_)
    telt = f"per jaar, in {taal.aantal(len(open_), 'kans', 'kansen')}"
    stand = kaartstand(stil, "zonder volgende stap, of te laat", "te-laat")
    return Kaart("Waar kunnen we meer doen voor klanten die we al hebben?", _samen(open_, portefeuille), telt, stand)


def _volgorde(rij: Rij) -> tuple[bool, date, float, str, str]:
    """What lies still first, the most valuable on top; then by the day of the step."""
    stil = rij.stand in STIL
    dag = date.min if stil else rij.kans.voor_datum or date.max
    return not stil, dag, -(rij.kans.waarde_jaar or 0), rij.dossier.naam, rij.kans.id


def _zin(rijen: Sequence[Rij], portefeuille: Portefeuille) -> str:
    klanten = taal.aantal(len({rij.dossier.id for rij in rijen}), "klant", "klanten")
    zin = f"{taal.aantal(len(rijen), 'kans', 'kansen')} bij {klanten}, samen {_samen(rijen, portefeuille)} per jaar."
    stil = [rij for rij in rijen if rij.stand in STIL]
    if not stil:
        return f"{zin} Elke kans heeft een volgende stap."
    heeft = "heeft" if len(stil) == 1 else "hebben"
    return f"{zin} Daarvan {heeft} er {len(stil)} geen volgende stap, of een waarvan de dag voorbij is."


def _samen(rijen: Iterable[Rij], portefeuille: Portefeuille) -> str:
    return taal.bedrag(sum(rij.kans.waarde_jaar or 0 for rij in rijen), portefeuille.gedeeld.instellingen.valuta)


def _uitleg(rijen: Sequence[Rij]) -> Inhoud:
    zonder = sum(rij.kans.waarde_jaar is None for rij in rijen)
    bedrag = f"Bij {taal.aantal(zonder, 'kans', 'kansen')} staat nog geen bedrag." if zonder else None
    return bedrag, Link("Zo maak je van een kans werk", "handboek/meer-verkopen/#kans-verder")


def _tabel(rijen: Sequence[Rij]) -> Register:
    titel = "Kansen; bovenaan wat stilligt, daarna op de dag van de volgende stap"
    return register(titel, KOLOMMEN, rijen, naam="kansen", zoek="Zoek een kans of klant", anker=_anker, liggend=True)


def _anker(rij: Rij) -> str:
    return f"kans-{rij.dossier.id}-{rij.kans.id}"


def _klaar(rijen: Sequence[Rij]) -> Iterator[Vouw]:
    """Fold what came of the others: won, or not."""
    for uitkomst, label in labels.KANS_UITKOMST.items():
        eigen = sorted(
            (rij for rij in rijen if rij.kans.uitkomst == uitkomst), key=lambda rij: -(rij.kans.waarde_jaar or 0)
        )
        if eigen:
            tabel = register(f"{label.tekst}, de hoogste waarde bovenaan", KLAAR, eigen)
            yield Vouw(label.tekst, tabel, len(eigen), anker=f"kansen-{uitkomst}")


def _vragen(portefeuille: Portefeuille) -> Iterator[Inhoud]:
    """The clients at which nobody looked yet, after a moment at which there may be more."""
    gevraagd = [(uiterlijk, d) for d in portefeuille.dossiers.values() if loopt(d) and (uiterlijk := vraag(d).waarde)]
    regels = [_vraagregel(d, dag) for dag, d in sorted(gevraagd, key=lambda paar: (paar[0], paar[1].naam))]
    if not regels:
        yield Leeg(GEEN_VRAAG)
        return
    yield Alinea(
        "Na een nieuw contract, een verlenging of een goed cijfer kijk je of er meer in zit. Schrijf de kans op, of"
        " waarom er nu geen is.",
        zacht=True,
    )
    yield werklijst(portefeuille, "kansvragen", op_stand(regels, "kansvragen"), titel="Accountmanager", niveau=3)


def _vraagregel(dossier: Dossier, uiterlijk: date) -> Regel:
    momenten = kansmomenten(dossier.account, dossier.gedeeld.instellingen, dossier.peildatum)
    wacht = dossier.uitstellen.voor("kansvraag")
    redenen = taal.opsomming([moment.tekst for moment in reversed(momenten)])
    return Regel(
        (hoofdletter(redenen), Bij(wacht.woorden) if wacht else None),
        klant(dossier, "kansen", segment=True),
        namen.aan_zet(dossier),
        termijn(uiterlijk, dossier, f"accounts/{dossier.id}/#waarom-kansvraag", wacht),
        dossier.stand(uiterlijk, wacht),
        kenmerken(dossier),
    )


def _klant(rij: Rij) -> Inhoud:
    zorg = rij.dossier.klantbeeld.niveau == "zorg"
    return klant(rij.dossier, "kansen"), Bij("eerst oplossen wat hem dwarszit") if zorg else None


def _stap(rij: Rij) -> Inhoud:
    kans, stand = rij.kans, rij.stand
    label = STAPPEN[stand] if stand in (*STIL, ZONDER_DAG, UITGESTELD) else None
    if not kans.volgende_stap:
        return label
    dag = Dag(kans.voor_datum) if kans.voor_datum else None
    return kans.volgende_stap, Bij((label, dag, nabij(rij.dossier, kans)))


def _wie(rij: Rij) -> str:
    return namen.aan_zet(rij.dossier, eigenaar_van(rij.dossier.account, rij.kans.eigenaar))


def _wie_filter(rij: Rij) -> str:
    wie = eigenaar_van(rij.dossier.account, rij.kans.eigenaar)
    return "|".join(namen.collega(rij.dossier, een) for een in namen.van_wie(rij.dossier, wie))


def _bedrag(rij: Rij) -> Inhoud:
    return of(namen.bedrag(rij.dossier, rij.kans.waarde_jaar), "nog niet bekend")


def _kans(rij: Rij) -> Inhoud:
    return rij.kans.tekst, Bij(rij.kans.status)


def _uitkomst(rij: Rij) -> str | None:
    return labels.KANS_UITKOMST[rij.kans.uitkomst].tekst if rij.kans.uitkomst else None


def _stapwoord(rij: Rij) -> str | None:
    return STAPPEN[rij.stand].tekst if rij.kans.is_open else None


def _van(rij: Rij) -> Dossier:
    return rij.dossier


KOLOMMEN: tuple[Kolom[Rij], ...] = (
    Kolom(
        "Kans",
        _kans,
        lambda rij: rij.kans.tekst,
        breed="ruim",
        gegevens=(
            Gegeven("kans", lambda rij: rij.kans.tekst, "wat de klant erbij wint"),
            Gegeven("stand", lambda rij: rij.kans.status, "hoe ver het is, zoals het is opgeschreven"),
            Gegeven("uitkomst", _uitkomst, "hoe het afliep; leeg zolang de kans open is"),
        ),
    ),
    Kolom("Klant", _klant, lambda rij: rij.dossier.naam, gegevens=(klantgegeven(_van),)),
    Kolom(
        "Segment",
        lambda rij: segment(rij.dossier),
        sorteer=True,
        filter=lambda rij: namen.segmentwoord(rij.dossier),
        gegevens=(segmentgegeven(_van),),
    ),
    labelkolom("Soort", lambda rij: rij.kans.soort, labels.KANS_SOORT),
    Kolom(
        "Waarde per jaar",
        _bedrag,
        lambda rij: rij.kans.waarde_jaar,
        getal=True,
        breed="smal",
        gegevens=(bedraggegeven("waarde_per_jaar", lambda rij: rij.kans.waarde_jaar, "wat de kans per jaar waard is"),),
    ),
    Kolom(
        "Volgende stap",
        _stap,
        lambda rij: date.min if rij.stand == GEEN_STAP else rij.kans.voor_datum,
        filter=lambda rij: STAPPEN[rij.stand].tekst,
        adres="stap",
        gegevens=(
            Gegeven("volgende_stap", lambda rij: rij.kans.volgende_stap, "wat er nu moet gebeuren"),
            daggegeven("voor_datum", lambda rij: rij.kans.voor_datum, "wanneer die stap gezet moet zijn"),
            Gegeven("stand_van_de_stap", _stapwoord, "hoe het met die stap staat; leeg als de kans klaar is"),
        ),
    ),
    Kolom("Wie", _wie, sorteer=True, filter=_wie_filter),
    Kolom("Waar de kans vandaan komt", lambda rij: of(herkomst(rij.dossier, rij.kans), "onbekend"), kort="Vandaan"),
)
KLAAR: tuple[Kolom[Rij], ...] = (
    Kolom("Kans", _kans),
    Kolom("Klant", lambda rij: klant(rij.dossier, "kansen")),
    Kolom("Waarde per jaar", _bedrag, getal=True),
    Kolom("Wie", _wie),
)
