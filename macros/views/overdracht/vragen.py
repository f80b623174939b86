"""What to ask who had this client before: questions made of what the file leaves open, odd or unexplained.

Each source is one kind of gap; a client gets at most two questions of a kind and ten in all, what hurts most first. Who
has too few gets what no file holds, in words of this client.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.overdracht import Wissel, mensen
from macros.views.delen import namen
from macros.views.overdracht import vragen_feiten as over_feiten
from macros.views.overdracht import vragen_mensen as over_mensen
from macros.views.overdracht.vraag import Vraag

MINSTENS, HOOGSTENS, PER_SOORT = 5, 10, 2
"""How many questions a predecessor gets, and how many of one kind or about one person."""


def vragen(dossier: Dossier, wissel: Wissel) -> tuple[Vraag, ...]:
    """Give five to ten questions, what hurts most first; none twice."""
    bronnen = (
        over_mensen.beloofd(dossier),
        over_mensen.klachten(dossier),
        over_mensen.besluit(dossier, wissel),
        over_mensen.kennismaking(dossier),
        over_mensen.onbekenden(dossier),
        over_feiten.verschillen(dossier),
        over_feiten.contracten(dossier),
        over_feiten.geschiedenis(dossier),
        over_feiten.voorstellen(dossier),
        over_feiten.achterstand(dossier),
        over_mensen.gebroken(dossier),
        over_mensen.cijfers(dossier),
        over_feiten.wijzigingen(dossier),
        over_feiten.plannen(dossier),
        over_mensen.houding(dossier),
        over_feiten.stiltes(dossier),
        over_feiten.aannames(dossier),
        over_feiten.signalen(dossier),
        over_feiten.anderen(dossier),
        over_feiten.gaten(dossier),
        over_mensen.belangen(dossier),
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
