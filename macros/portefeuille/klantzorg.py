"""Whether we did what the method asks, per client and year: reviews, contact, messages and marks (domain 1.6).

A year is judged on its last day, the present one at the peildatum. A client counts only for days on which a contract
ran and we kept the client here (`in_beheer_sinds`): what nobody wrote down before that is no failure.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from macros.afleidingen.contact.berichten import bereikt
from macros.afleidingen.contract.datums import min_maanden
from macros.afleidingen.contract.windstilte import in_beheer_sinds, liep_op
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.blikken import Collegas, collegiaal, op_naam
from macros.afleidingen.klant.terugblikken import Terugblik, terugblikken
from macros.afleidingen.klant.tevredenheid import cijfer_van
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Telling
from macros.woorden import taal

EXTERN, COLLEGIAAL, GEEN = "van buiten", "van een collega", "geen"


def frisse_blik(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[tuple[Telling, ...], tuple[Telling, ...]]:
    """Clients with a look younger than `fresheyes_maanden` over active clients: from outside, and by a colleague."""
    extern: list[Telling] = []
    collega: list[Telling] = []
    collegas = op_naam(portefeuille.gedeeld.personen.values())
    for dossier, jaar, dag in _actief(portefeuille, over):
        soorten = _blikken(dossier, dag, collegas)
        tekst = taal.opsomming(sorted(soorten, reverse=True)) or GEEN
        for rijen, soort in ((extern, EXTERN), (collega, COLLEGIAAL)):
            rijen.append(Telling(dossier.id, jaar, float(soort in soorten), 1, tekst, anker="tevredenheid"))
    return tuple(extern), tuple(collega)


def terugblik_op_tijd(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[Telling, ...]:
    """Looks back held in time over clients' notices and lost tenders; one that still has time does not count yet."""
    inst = portefeuille.gedeeld.instellingen
    return tuple(
        _terugblik(dossier, blik, blik.bekend_op)
        for dossier in portefeuille.dossiers.values()
        for blik in terugblikken(dossier.account, inst, portefeuille.peildatum)
        if blik.bekend_op and blik.bekend_op.year in over
    )


def contactdiscipline(portefeuille: Portefeuille) -> tuple[Telling, ...]:
    """Contact rules that are not late over all rules, at the peildatum; a postponed one is not late."""
    jaar = portefeuille.peildatum.year
    return tuple(_contact(dossier, jaar) for dossier in portefeuille.dossiers.values() if dossier.contact)


def berichten(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[Telling, ...]:
    """Clients that got at least `berichten_per_jaar` messages in twelve months, over active clients."""
    inst = portefeuille.gedeeld.instellingen
    if not inst.onderdelen.berichten:
        return ()
    rijen = []
    for dossier, jaar, dag in _actief(portefeuille, over):
        standen = list(dossier.contracten.values())
        lijst = portefeuille.gedeeld.berichten.berichten
        sinds = min_maanden(dag, 12)
        aantal = sum(op > sinds for op in bereikt(lijst, dossier.id, dossier.segment.waarde, standen, dag))
        genoeg = float(aantal >= inst.berichten_per_jaar)
        rijen.append(Telling(dossier.id, jaar, genoeg, 1, str(aantal), anker="contact"))
    return tuple(rijen)


def cijfers(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[Telling, ...]:
    """Clients whose last mark of the year is at least `cijfer_norm`, over clients that gave one."""
    norm = portefeuille.gedeeld.instellingen.cijfer_norm
    return tuple(
        Telling(dossier.id, jaar, float(cijfer >= norm), 1, taal.getal(cijfer), anker="tevredenheid")
        for dossier in portefeuille.dossiers.values()
        for jaar in over
        if (cijfer := laatste_cijfer(dossier, jaar)) is not None
    )


def laatste_cijfer(dossier: Dossier, jaar: int) -> float | None:
    """The lower of the two marks of the last evaluation held in a year; after repair the new mark."""
    van_jaar = [evaluatie for evaluatie in dossier.account.evaluaties if evaluatie.datum.year == jaar]
    gegeven = [
        cijfer.laagste
        for evaluatie in sorted(van_jaar, key=lambda evaluatie: evaluatie.datum)
        if (cijfer := cijfer_van(evaluatie, dossier.peildatum)) and cijfer.laagste is not None
    ]
    return gegeven[-1] if gegeven else None


def _actief(portefeuille: Portefeuille, over: Sequence[int]) -> Iterator[tuple[Dossier, int, date]]:
    """Every client with the years in which it counts, and the day on which that year is judged."""
    for dossier in portefeuille.dossiers.values():
        sinds = in_beheer_sinds(dossier.account)
        for jaar in over:
            dag = min(date(jaar, 12, 31), portefeuille.peildatum)
            if sinds and sinds <= dag and any(liep_op(stand, dag) for stand in dossier.contracten.values()):
                yield dossier, jaar, dag


def _blikken(dossier: Dossier, dag: date, collegas: Collegas) -> set[str]:
    """What kinds of look were held in the months up to `dag`."""
    sinds = min_maanden(dag, dossier.gedeeld.instellingen.fresheyes_maanden)
    return {
        COLLEGIAAL if collegiaal(blik, collegas) else EXTERN
        for blik in dossier.account.fresheyes
        if blik.uitgevoerd_op and sinds < blik.uitgevoerd_op <= dag
    }


def _terugblik(dossier: Dossier, blik: Terugblik, bekend: date) -> Telling:
    gehouden = blik.gehouden_op is not None
    telt = gehouden or blik.dagen_te_laat > 0
    return Telling(
        id=dossier.id,
        jaar=bekend.year,
        teller=float(gehouden and blik.dagen_te_laat == 0),
        noemer=float(telt),
        tekst=_terugblikwoorden(blik),
        contract=blik.contract.titel,
        anker="tevredenheid",
    )


def _terugblikwoorden(blik: Terugblik) -> str:
    te_laat = taal.aantal(blik.dagen_te_laat, "dag", "dagen")
    if blik.gehouden_op:
        op = f"gehouden op {taal.datum_compact(blik.gehouden_op)}"
        return f"{op}, {te_laat} te laat" if blik.dagen_te_laat else op
    if blik.dagen_te_laat:
        return f"{te_laat} te laat"
    return f"kan nog tot en met {taal.datum_compact(blik.uiterlijk.waarde)}" if blik.uiterlijk else ""


def _contact(dossier: Dossier, jaar: int) -> Telling:
    op_schema = sum(regel.stand != "te_laat" for regel in dossier.contact)
    tekst = f"{op_schema} van {len(dossier.contact)} op schema"
    return Telling(dossier.id, jaar, op_schema, len(dossier.contact), tekst, anker="contact")
