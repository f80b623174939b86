"""What to ask who had this client before: questions made of what the file leaves open, odd or unexplained.

Each source is one kind of gap; a client gets at most two questions of a kind and ten in all, what hurts most first. Who
has too few gets what no file holds, in words of this client.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import chain, islice

from macros.afleidingen.contact.contact import gehouden_momenten
from macros.afleidingen.contact.web import ADJECTIEF, beslist_mee, zonder_opvolger
from macros.afleidingen.contract.datums import gehouden, versheid
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import open_toezeggingen
from macros.portefeuille.acties import KLACHTEN
from macros.portefeuille.overdracht import Wissel, is_hier, mensen
from macros.views.delen import namen
from macros.views.klant.account_afspraken import afspraakstand, voor
from macros.views.overdracht import vragen_feiten as over_feiten
from macros.views.overdracht.vragen_feiten import Vraag
from macros.views.overdracht.woorden import kort as citaat
from macros.woorden import labels, taal

MINSTENS, HOOGSTENS, PER_SOORT = 5, 10, 2
"""How many questions a predecessor gets, and how many of one kind or about one person."""


def vragen(dossier: Dossier, wissel: Wissel) -> tuple[Vraag, ...]:
    """Give five to ten questions, what hurts most first; none twice."""
    bronnen = (
        _beloofd(dossier),
        _klachten(dossier),
        _besluit(dossier, wissel),
        _kennismaking(dossier),
        _onbekenden(dossier),
        over_feiten.verschillen(dossier),
        over_feiten.contracten(dossier),
        over_feiten.geschiedenis(dossier),
        over_feiten.voorstellen(dossier),
        over_feiten.achterstand(dossier),
        _gebroken(dossier),
        _cijfers(dossier),
        over_feiten.wijzigingen(dossier),
        over_feiten.plannen(dossier),
        _houding(dossier),
        over_feiten.stiltes(dossier),
        over_feiten.aannames(dossier),
        over_feiten.signalen(dossier),
        over_feiten.anderen(dossier),
        over_feiten.gaten(dossier),
        _belangen(dossier),
    )
    alle = chain.from_iterable(islice(bron, PER_SOORT) for bron in bronnen)
    gevonden = list({een.tekst: een for een in islice(_gespreid(alle), HOOGSTENS)}.values())
    if len(gevonden) < MINSTENS:
        gevonden += islice(_altijd(dossier, wissel), MINSTENS - len(gevonden))
    return tuple(gevonden)


def _gespreid(alle: Iterable[Vraag]) -> Iterator[Vraag]:
    """Leave out what is asked about a person of whom enough is asked already."""
    geteld: Counter[str] = Counter()
    for een in alle:
        geteld[een.over] += 1
        if not een.over or geteld[een.over] <= PER_SOORT:
            yield een


def _altijd(dossier: Dossier, wissel: Wissel) -> Iterator[Vraag]:
    """Give what no file holds, in words of this client."""
    hier = mensen(dossier)
    if dossier.fase.waarde == "beeindigd":
        yield Vraag(f"Met wie bij {dossier.naam} houden we contact?", "de klant is weg")
        yield Vraag(f"Wanneer zou {dossier.naam} ons weer willen?", "de klant is weg")
    yield Vraag(f"Wat kan er bij {dossier.naam} misgaan in de komende drie maanden?", "staat in geen bestand")
    eerste = hier[0].naam if hier else dossier.naam
    yield Vraag(f"Hoe gaat een gesprek met {eerste} het best?", "staat in geen bestand")
    yield Vraag(f"Wie bij {dossier.naam} zou ons kunnen wegsturen?", "staat in geen bestand")
    wie = namen.collega(dossier, wissel.van)
    yield Vraag("Wat heb je gezegd dat nergens staat?", f"wat {wie} weet en niemand opschreef")
    yield Vraag(f"Wat zou jij bij {dossier.naam} als eerste doen?", "één raad van wie er het langst was")


# --- what we owe, and what hurts ---


def _beloofd(dossier: Dossier) -> Iterator[Vraag]:
    """Ask about an open promise of ours that is late, or has no day or name."""
    for een in open_toezeggingen(dossier.account, "wij"):
        wat = citaat(een.tekst)
        if een.voor_datum is None:
            yield Vraag(f"Wanneer verwacht de klant {wat}?", "beloofd zonder dag")
        elif afspraakstand(dossier, een) == "te_laat":
            yield Vraag(f"Wat houdt {wat} tegen, en wat weet de klant daarvan?", f"beloofd {voor(dossier, een)}")
        elif een.wie is None:
            yield Vraag(f"Wie van ons zou {wat} doen?", "beloofd zonder naam")


def _klachten(dossier: Dossier) -> Iterator[Vraag]:
    """Ask what was said since about a complaint that nobody answered."""
    for moment in gehouden_momenten(dossier.account, dossier.peildatum):
        for een in moment.signalen:
            if een.soort in KLACHTEN and not gehouden(een.opgevolgd_op, dossier.peildatum):
                wat, soort = citaat(een.tekst or moment.kern or "de klacht"), labels.SIGNAAL[een.soort].tekst.lower()
                yield Vraag(f"Wat is er sindsdien gezegd over {wat}?", f"{soort} van {taal.datum(moment.datum)}, open")


def _gebroken(dossier: Dossier) -> Iterator[Vraag]:
    """Ask how the client heard of a promise that we did not keep."""
    for een in dossier.account.toezeggingen:
        if een.stand == "gebroken" and een.van == "wij":
            op = f" op {taal.datum(een.stand_op)}" if een.stand_op else ""
            yield Vraag(f"Hoe hoorde de klant dat {citaat(een.tekst)} niet doorging?", f"niet nagekomen{op}")


def _cijfers(dossier: Dossier) -> Iterator[Vraag]:
    """Ask what was behind a low mark that nobody explained."""
    norm = dossier.gedeeld.instellingen.cijfer_norm
    for een in sorted(dossier.account.evaluaties, key=lambda een: een.datum, reverse=True):
        gegeven = [c for c in (een.cijfer_resultaat, een.cijfer_samenwerking) if c is not None]
        hersteld = een.herstelplan and (een.herstelplan.hercijfer or 0) >= norm
        if gegeven and min(gegeven) < norm and not (een.beter or hersteld):
            om = f" voor {een.opdracht}" if een.opdracht else ""
            cijfer = taal.getal(min(gegeven))
            yield Vraag(f"Wat zat er achter de {cijfer}{om}?", f"cijfer van {taal.datum(een.datum)}, zonder uitleg")


# --- who decides, and whom nobody knows ---


def _besluit(dossier: Dossier, wissel: Wissel) -> Iterator[Vraag]:
    """Ask who decides, and how to come to who does."""
    hier, rustig = mensen(dossier), timedelta(days=dossier.gedeeld.instellingen.klantbeeld_rustig_dagen)
    if not any(een.rol_bvt == "beslisser" for een in hier):
        kennen = (
            f"we kennen {taal.aantal(len(hier), 'mens', 'mensen')}, geen beslisser" if hier else "we kennen er niemand"
        )
        yield Vraag(f"Wie beslist er bij {dossier.naam} over ons?", kennen)
    for een in hier:
        if een.rol_bvt == "beslisser" and een.id not in dossier.gesproken:
            yield Vraag(f"Waarom sprak niemand van ons {een.naam} nog?", f"{een.functie}, beslist over ons", een.id)
        elif een.rol_bvt == "beslisser" and dossier.gesproken[een.id] < dossier.peildatum - rustig:
            op = taal.datum(dossier.gesproken[een.id])
            yield Vraag(f"Waarom sprak niemand {een.naam} sinds {op}?", f"{een.functie}, beslist over ons", een.id)
        elif een.rol_bvt == "beslisser" and [w for w in een.relaties if is_hier(dossier, w)] == [wissel.van]:
            yield Vraag(
                f"Wanneer stel je mij voor aan {een.naam}?", f"{een.functie}, beslist, en kent alleen jou", een.id
            )
    for een in zonder_opvolger(dossier.account.contactpersonen, dossier.peildatum):
        weg = f"vertrok op {taal.datum(een.vertrokken_op)}" if een.vertrokken_op else "vertrok"
        yield Vraag(f"Wie doet nu het werk van {een.naam}?", f"{een.functie}, {weg}", een.id)


def _kennismaking(dossier: Dossier) -> Iterator[Vraag]:
    """Ask why a new face was not met in time."""
    for wie, uiterlijk in dossier.kennismaking.items():
        persoon = next(een for een in dossier.account.contactpersonen if een.id == wie)
        if uiterlijk.waarde < dossier.peildatum and persoon.sinds:
            tot = f"kennismaken kon tot {taal.datum(uiterlijk.waarde)}"
            sinds = f"{persoon.functie} sinds {taal.datum(persoon.sinds)}, {tot}"
            yield Vraag(f"Waarom is er nog niet kennisgemaakt met {persoon.naam}?", sinds, wie)


def _onbekenden(dossier: Dossier) -> Iterator[Vraag]:
    """Ask the way to people whom none of us knows, and to layers where we know nobody."""
    for een in mensen(dossier):
        nu = [wie for wie in een.relaties if is_hier(dossier, wie)]
        if beslist_mee(een) and not nu:
            was = f"alleen {namen.collegas(dossier, een.relaties)} kende deze {een.functie}" if een.relaties else ""
            yield Vraag(
                f"Hoe kom ik binnen bij {een.naam}?", was or f"{een.functie}: niemand van ons kent deze persoon", een.id
            )
        elif een.rol_bvt is None:
            yield Vraag(
                f"Heeft {een.naam} iets te zeggen over ons?", f"{een.functie}, rol bij het besluit onbekend", een.id
            )
    for gat in dossier.web_gaten:
        if gat.soort == "lege_laag" and gat.wie:
            yield Vraag(f"Wie zit er bij {dossier.naam} op de {ADJECTIEF[gat.wie]} laag?", "daar kennen we niemand")


def _houding(dossier: Dossier) -> Iterator[Vraag]:
    """Ask how somebody who decides stands towards us, where that is not known or old."""
    houdbaar = dossier.gedeeld.instellingen.oordeel_houdbaar_dagen
    for een in mensen(dossier):
        if not beslist_mee(een):
            continue
        if een.houding in {None, "onbekend"}:
            yield Vraag(f"Hoe staat {een.naam} tegenover ons?", f"{een.functie}, houding onbekend", een.id)
        elif een.houding and versheid(een.houding_op, houdbaar, dossier.peildatum) != "vers":
            op = f"van {taal.datum(een.houding_op)}" if een.houding_op else "zonder datum"
            woord = labels.HOUDING[een.houding].tekst.lower()
            yield Vraag(f"Is {een.naam} nog steeds {citaat(woord)}, en waaruit blijkt dat?", f"oordeel {op}", een.id)


def _belangen(dossier: Dossier) -> Iterator[Vraag]:
    """Ask what counts for somebody who decides, where nobody wrote it down."""
    for een in mensen(dossier):
        if beslist_mee(een) and not een.belang:
            yield Vraag(f"Wat telt voor {een.naam} in het werk?", f"{een.functie}, nergens opgeschreven", een.id)
