"""Klanten: every client in one table, the nearest decision first; the nursery pond and ended clients apart."""

from collections.abc import Iterable, Iterator
from datetime import date

from macros.afleidingen.canvas.canvasstand import NIET_NODIG
from macros.afleidingen.contract.perioden import eind_van
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.prognose import eigen_inschatting
from macros.views.behoud.beslissing import INSCHATTING
from macros.views.delen import namen
from macros.views.delen.blad import Blad, Opsomming, Vouw, Zin
from macros.views.delen.geld import jaarwaardekolom
from macros.views.delen.onderdeel import overzicht, tabel
from macros.views.delen.register import Gegeven, Kolom, labelkolom, register
from macros.views.delen.stukken import (
    Aaneen,
    Bij,
    Dag,
    Link,
    Over,
    Reeks,
    Zacht,
    hoofdletter,
    klant,
    segment,
    straks,
    telwoord,
)
from macros.views.delen.tabel import Bron, daggegeven, klantgegeven, managergegeven, segmentgegeven
from macros.views.render import Inhoud
from macros.woorden import labels, taal

CANVAS = {stand: label for stand, label in labels.CANVAS_STAND.items() if stand != NIET_NODIG}
GENOEMD = 3
"""Most clients that the sentence on top names."""


@overzicht
def klanten(portefeuille: Portefeuille) -> Blad:
    """Make the register of clients."""
    dossiers = _op_moment(portefeuille)
    op_naam = sorted(dossiers, key=lambda d: d.naam)
    leeg = [dossier for dossier in op_naam if dossier.fase.waarde is None]
    apart = {
        "Kweekvijver": [dossier for dossier in leeg if dossier.account.kweekvijver],
        "Zonder contract": [dossier for dossier in leeg if not dossier.account.kweekvijver],
        "Beëindigd": [dossier for dossier in op_naam if dossier.fase.waarde == "beeindigd"],
    }
    register_ = register(
        "Klanten met een contract, het eerstvolgende beslismoment bovenaan",
        KOLOMMEN,
        [dossier for dossier in dossiers if dossier.fase.waarde not in {None, "beeindigd"}],
        naam="klanten",
        zoek="Zoek een klant",
        liggend=True,
        leeg="Er is nog geen klant met een contract. Een klant is één bestand in de map accounts.",
    )
    return Blad("klanten", (_zin(dossiers), register_, *(_vouw(kop, groep) for kop, groep in apart.items() if groep)))


@tabel("klanten", "Klanten", "accounts/", "Elke klant, ook wie in de kweekvijver staat of is beëindigd.")
def klantentabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give every client, also those that stand folded on the page."""
    yield Bron(KOLOMMEN, _op_moment(portefeuille))


def _op_moment(portefeuille: Portefeuille) -> list[Dossier]:
    return sorted(portefeuille.dossiers.values(), key=lambda d: (d.beslismoment.waarde or date.max, d.naam))


def _zin(dossiers: Iterable[Dossier]) -> Zin | None:
    """Count who worries and name them when they are few, with the way to have them on top; nothing without any."""
    zorg = [d for d in dossiers if d.klantbeeld.niveau == "zorg" and d.fase.waarde not in {None, "beeindigd"}]
    if not zorg:
        return None
    wie = f"{hoofdletter(telwoord(len(zorg)))} {'klant staat' if len(zorg) == 1 else 'klanten staan'} in Zorg"
    eerst = Aaneen((Link("Zet zorg eerst", "?klanten-op=klantbeeld"), "."))
    if len(zorg) > GENOEMD:
        return Zin((f"{wie}.", eerst))
    *voor, laatste = map(klant, zorg)
    namen_ = (Reeks(tuple(voor)), "en") if voor else ()
    return Zin((f"{wie}:", *namen_, Aaneen((laatste, ".")), eerst))


def _beslissing(dossier: Dossier) -> Inhoud:
    dag = dossier.beslismoment.waarde
    if dag is None:
        return Zacht("niets te beslissen")
    return Dag(dag, f"accounts/{dossier.id}/#momenten"), Over(dag, straks(dag, dossier.peildatum))


def _reden(dossier: Dossier) -> str:
    return dossier.klantbeeld.redenen[0].kort if dossier.klantbeeld.redenen else ""


def _vouw(kop: str, groep: Iterable[Dossier]) -> Vouw:
    """Fold clients that stand apart, each with who knows it, since when and why."""
    regels = tuple((klant(d), Zacht(taal.met_punten(namen.accountmanager(d), _waarom_apart(d)))) for d in groep)
    return Vouw(kop, Opsomming(regels), len(regels), anker=kop.lower().replace("ë", "e").replace(" ", "-"))


def _waarom_apart(dossier: Dossier) -> str:
    vijver = dossier.account.kweekvijver
    if vijver is not None:
        sinds = f"sinds {taal.datum(vijver.sinds)}" if vijver.sinds else ""
        return ": ".join(filter(None, (sinds, vijver.waarom)))
    einden = [eind for stand in dossier.contracten.values() if (eind := eind_van(stand))]
    return f"laatste contract liep tot en met {taal.datum(max(einden))}" if einden else ""


def _fasewoord(dossier: Dossier) -> str | None:
    return labels.FASE[fase].tekst if (fase := dossier.getoonde_fase) else None


def _zelf(dossier: Dossier) -> Dossier:
    return dossier


KOLOMMEN: tuple[Kolom[Dossier], ...] = (
    Kolom(
        "Klant",
        lambda d: (klant(d), Bij(d.account.branche)),
        sorteer=True,
        gegevens=(
            klantgegeven(_zelf),
            Gegeven("id", lambda d: d.id, "hoe zijn bestand heet, en het laatste deel van het adres van zijn pagina"),
            Gegeven("branche", lambda d: d.account.branche, "wat de klant doet"),
        ),
    ),
    Kolom("Segment", segment, sorteer=True, filter=namen.segmentwoord, gegevens=(segmentgegeven(_zelf),)),
    labelkolom(
        "Fase",
        lambda d: d.getoonde_fase,
        labels.FASE,
        bij=namen.deels,
        gegevens=(
            Gegeven("fase", _fasewoord, "waar de klant staat; leeg zonder contract"),
            Gegeven("deels_opgezegd", lambda d: "ja" if d.deels_opgezegd else None, "ja als een deel weggaat"),
        ),
    ),
    Kolom(
        "Beslismoment",
        _beslissing,
        lambda d: d.beslismoment.waarde,
        gegevens=(daggegeven("beslismoment", lambda d: d.beslismoment.waarde, "de eerstvolgende dag van een besluit"),),
    ),
    Kolom(
        "Accountmanager",
        lambda d: (namen.accountmanager(d), Bij(namen.waarneming(d))),
        namen.accountmanager,
        filter=namen.op_naam_van,
        gegevens=(
            managergegeven(_zelf),
            Gegeven("waarneming", namen.waarneming, "wie er nu waarneemt; leeg als de eigen accountmanager er is"),
        ),
    ),
    labelkolom(
        "Klantbeeld",
        lambda d: d.klantbeeld.niveau,
        labels.KLANTBEELD,
        bij=_reden,
        gegevens=(
            Gegeven("klantbeeld", lambda d: labels.KLANTBEELD[d.klantbeeld.niveau].tekst, "wat de klant laat zien"),
            Gegeven("reden", _reden, "de eerste reden van dat klantbeeld"),
        ),
    ),
    labelkolom("Eigen inschatting", eigen_inschatting, INSCHATTING),
    jaarwaardekolom(lambda d: d),
    labelkolom("Canvas", lambda d: d.canvas_stand, CANVAS, leeg="Niet nodig"),
)
