"""What the fresh looks said: the three pillars over the years, and the conclusions of each client.

A reviewer reads the conclusions here before a talk; the printed question sheet has none. The lowest score stands first,
because that is where something must be done; it is a list of clients, never of people.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from markupsafe import Markup

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.blikken import PIJLERS, Collegas, blikken, collegiaal, op_naam, pijler
from macros.model.review import Fresheyes
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Alinea, Anker, Blad, Blokken, Feiten, Leeg, Opsomming, Tussenkop, Vouw
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.register import Kolom, Register, register
from macros.views.delen.stukken import Bij, Dag, Link, Zacht
from macros.views.render import Inhoud
from macros.woorden import taal

NAMEN = {"verwachtingen": "Verwachtingen", "relaties": "Relaties", "expertise": "Vakkennis"}
"""The pillars as people say them."""
HOOGSTE = 5
"""The best score."""
STAP, HOOGTE = 14, 3
"""Size of the little line: between two looks, and between two scores."""
LIJN = Markup(
    '<svg class="reviews-pijlers__lijn" width="{}" height="16" aria-hidden="true"><polyline points="{}"/></svg>'
)
NOG_NIETS = (
    "Nog geen frisse blik gehouden. Zet na het gesprek de dag, de scores en de conclusies bij fresheyes in het bestand"
    " van de klant."
)
LEES = "Lees ze voor je een frisse blik houdt. Op de vragenlijst staan ze niet: dan vraag je zonder te sturen."
Bekeken = tuple[Dossier, Sequence[Fresheyes]]
"""A client with the looks that were held, the latest first."""


@overzicht
def reviews_pijlers(portefeuille: Portefeuille) -> Blad:
    """Make the results on the three pillars; a client that wants no mention counts, but has no row."""
    alle = [(d, blikken(d.account, d.peildatum).gehouden) for d in portefeuille.dossiers.values()]
    collegas = op_naam(portefeuille.gedeeld.personen.values())
    klanten = [rij for rij in alle if rij[1] and not rij[0].verborgen]
    klanten.sort(key=lambda rij: (_laagste(rij), rij[0].naam))
    if not klanten:
        return Blad("reviews-pijlers", (Anker("reviews-jaren", Leeg(NOG_NIETS)),))
    return Blad(
        "reviews-pijlers",
        (
            register(
                _titel(sum(not gehouden for d, gehouden in alle if d.fresheyes_vervalt.waarde)),
                _kolommen(collegas),
                klanten,
                naam="pijlers",
                zoek="Zoek een klant",
            ),
            Anker("reviews-jaren", _jaren((blik for _, gehouden in alle for blik in gehouden), collegas)),
            Tussenkop("Conclusies per klant", niveau=3),
            Alinea(LEES, zacht=True),
            Blokken(tuple(_conclusies(rij, collegas) for rij in klanten)),
        ),
    )


def _titel(zonder: int) -> str:
    """The caption; `zonder` clients with a running contract were never looked at."""
    nooit = f" Nog nooit gehouden bij {taal.aantal(zonder, 'klant', 'klanten')}." if zonder else ""
    uitleg = "Scores van 1 tot en met 5 bij elke frisse blik, de oudste eerst; de laagste laatste score bovenaan."
    return uitleg + nooit


def _scores(rij: Bekeken, naam: str) -> list[int]:
    """The scores that were given on one pillar, the oldest first."""
    return [score for blik in reversed(rij[1]) if (score := pijler(blik, naam).score) is not None]


def _laagste(rij: Bekeken) -> int:
    return min((scores[-1] for naam in PIJLERS if (scores := _scores(rij, naam))), default=HOOGSTE + 1)


def _kolommen(collegas: Collegas) -> tuple[Kolom[Bekeken], ...]:
    return (
        Kolom("Klant", lambda rij: Link(rij[0].naam, f"#conclusies-{rij[0].id}"), sorteer=True),
        *(_pijler(naam) for naam in PIJLERS),
        Kolom("Laatste", lambda rij: Dag(_op(rij[1][0])), lambda rij: _op(rij[1][0])),
        Kolom("Door wie", lambda rij: _soort(rij[1][0], collegas), sorteer=True, filter=True),
    )


def _pijler(naam: str) -> Kolom[Bekeken]:
    """A column of one pillar: its scores, and a little line where there are two or more."""

    def cel(rij: Bekeken) -> Inhoud:
        scores = _scores(rij, naam)
        punten = " ".join(f"{2 + nr * STAP},{2 + (HOOGSTE - score) * HOOGTE}" for nr, score in enumerate(scores))
        lijn = LIJN.format(4 + STAP * (len(scores) - 1), punten) if len(scores) > 1 else None
        return " → ".join(map(str, scores)), lijn

    return Kolom(NAMEN[naam], cel, lambda rij: scores[-1] if (scores := _scores(rij, naam)) else None)


def _op(blik: Fresheyes) -> date:
    """The day a look was held: one that counts as held always has it."""
    return blik.uitgevoerd_op or date.min


def _soort(blik: Fresheyes, collegas: Collegas) -> str:
    return "van een collega" if collegiaal(blik, collegas) else "van buiten"


def _conclusies(rij: Bekeken, collegas: Collegas) -> Vouw:
    """Fold what every look at one client concluded, the latest first."""
    dossier, gehouden = rij

    def regel(blik: Fresheyes) -> Inhoud:
        bij = ", ".join(filter(None, (blik.door, _soort(blik, collegas))))
        paren = tuple(_conclusie(blik))
        return (
            Dag(_op(blik), voluit=True),
            Zacht(bij),
            Feiten(paren) if paren else Bij("Nog geen scores en conclusies ingevuld."),
        )

    naar = Bij(Link("Naar de klant", f"accounts/{dossier.id}/#tevredenheid", scherm=True))
    lijst = Opsomming(tuple(map(regel, gehouden)))
    return Vouw(dossier.naam, (lijst, naar), len(gehouden), anker=f"conclusies-{dossier.id}")


def _conclusie(blik: Fresheyes) -> Iterator[tuple[str, str]]:
    """Each pillar with its score, and the conclusion."""
    for naam in PIJLERS:
        deel = pijler(blik, naam)
        if deel.score is not None or deel.conclusie:
            score = f" {deel.score} van {HOOGSTE}" if deel.score is not None else ""
            yield f"{NAMEN[naam]}{score}", deel.conclusie or "zonder conclusie"


def _jaren(gehouden: Iterable[Fresheyes], collegas: Collegas) -> Register:
    """Count the looks of each calendar year, the latest first, and average their scores."""
    per_jaar: dict[int, list[Fresheyes]] = defaultdict(list)
    for blik in gehouden:
        per_jaar[_op(blik).year].append(blik)

    def van_ons(jaar: int) -> int:
        return sum(collegiaal(blik, collegas) for blik in per_jaar[jaar])

    def gemiddelde(naam: str) -> Kolom[int]:
        def cel(jaar: int) -> str:
            scores = [score for blik in per_jaar[jaar] if (score := pijler(blik, naam).score) is not None]
            return taal.getal(round(sum(scores) / len(scores), 1)) if scores else "–"

        return Kolom(NAMEN[naam], cel, getal=True)

    return register(
        "Per jaar: hoeveel frisse blikken, van buiten en van een collega apart, en de gemiddelde score.",
        (
            Kolom("Jaar", lambda jaar: jaar),
            Kolom("Van buiten", lambda jaar: len(per_jaar[jaar]) - van_ons(jaar), getal=True),
            Kolom("Van een collega", van_ons, getal=True),
            *map(gemiddelde, PIJLERS),
        ),
        sorted(per_jaar, reverse=True),
        kaarten=False,
    )
