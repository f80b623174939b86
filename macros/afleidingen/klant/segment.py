"""How much attention a client gets: score, segment, whether we want it, and what a dossier rests on (domain 2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contract.datums import gehouden, plus_maanden
from macros.afleidingen.contract.fasen import accountfase
from macros.afleidingen.contract.momenten import Contractstand, contractstand
from macros.afleidingen.contract.perioden import in_beheer_sinds, ingangsdatum, windstilte_sinds
from macros.afleidingen.klant.afspraken import Uitstellen
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, feit, in_maanden, instelling, nvt, regel, uitkomst
from macros.model.account import Account
from macros.model.basis import Segment
from macros.model.gedeeld import Gedeeld
from macros.model.instellingen import Instellingen
from macros.model.segmentatie import Criteria, Criterium, Drempels, Groep, Segmentatie

HANDBOEK_SCORE = "segmenten/#score"
HANDBOEK_SEGMENT = "segmenten/#segment"
HANDBOEK_JUISTE_KLANT = "juiste-klant/#juiste-klant"


def waardegroep(account: Account, segmentatie: Segmentatie) -> Groep:
    """The group whose value elements score this account; the first group where the account names none."""
    return next((groep for groep in segmentatie.groepen if groep.id == account.groep), segmentatie.groepen[0])


def score(account: Account, segmentatie: Segmentatie, instellingen: Instellingen) -> Verklaard[float | None]:
    """Sum of weight x score over 5: 0-100 with one decimal; None while an element misses or part `scores` is off."""
    if not instellingen.onderdelen.scores:
        return Verklaard(None, (instelling("het team werkt niet met scores", veld="onderdelen.scores"),))
    elementen = waardegroep(account, segmentatie).elementen
    scores = account.waarde.scores if account.waarde else {}
    missend = [element.naam for element in elementen if element.id not in scores]
    if missend:
        return Verklaard(None, (uitkomst("geen score: nog niet beoordeeld is {}", missend),))
    totaal = round(sum(element.gewicht * scores[element.id] for element in elementen) / 5, 1)
    feiten = [
        feit("{}: {} × gewicht {}", e.naam, scores[e.id], e.gewicht, veld=f"waarde.scores.{e.id}") for e in elementen
    ]
    som = regel("tel score × gewicht op en deel door 5", handboek=HANDBOEK_SCORE)
    return Verklaard(totaal, (*feiten, som, uitkomst("score {}", totaal)))


def segment_berekend(punten: float | None, drempels: Drempels) -> Segment | None:
    """The segment that follows from the score: A, B or C; None without a score."""
    if punten is None:
        return None
    if punten >= drempels.A:
        return "A"
    return "B" if punten >= drempels.B else "C"


def segment(account: Account, punten: float | None, drempels: Drempels) -> Verklaard[Segment | None]:
    """The segment that counts: the team's own choice, else the computed one; None when there is neither."""
    keuze = account.segment_keuze
    if keuze:
        eigen = feit("gekozen door het team: {}", keuze.reden, veld="segment_keuze")
        return Verklaard(keuze.segment, (eigen, uitkomst("segment {}", keuze.segment)))
    berekend = segment_berekend(punten, drempels)
    if berekend is None:
        return Verklaard(None, (uitkomst("geen score en geen keuze van het team, dus nog geen segment"),))
    jaar = account.waarde.peiljaar if account.waarde else None
    stappen = (
        uitkomst("score {} over {}", punten, str(jaar)) if jaar else uitkomst("score {}", punten),
        regel("A vanaf {}, B vanaf {}, lager is C", drempels.A, drempels.B, handboek=HANDBOEK_SEGMENT),
        uitkomst("segment {}", berekend),
    )
    return Verklaard(berekend, stappen)


def juiste_klant_stand(account: Account, criteria: Criteria) -> Verklaard[str | None]:
    """Whether client and terms fit our own rules: `juist`, `twijfel` or `onjuist`; None when nothing was scored.

    A criterion left out counts as `onbekend`, so a half-filled list is never `juist`.
    """
    scores = account.juiste_klant.scores if account.juiste_klant else {}
    if not scores:
        return Verklaard(None, (uitkomst("nog niet beoordeeld"),))
    niet_goed = [criterium for criterium in criteria.alle if scores.get(criterium.id) != "voldoet"]
    feiten = [
        feit(
            "{}: {}",
            criterium.tekst,
            scores.get(criterium.id, "onbekend").replace("_", " "),
            veld=f"juiste_klant.scores.{criterium.id}",
        )
        for criterium in niet_goed
    ]
    breekpunt = any(c.zwaarte == "knock_out" and scores.get(c.id) == "voldoet_niet" for c in niet_goed)
    stand = "onjuist" if breekpunt else "twijfel" if niet_goed else "juist"
    toets = regel(
        "voldoet de klant niet aan een harde eis, dan past die niet; voldoet iets anders niet of deels: twijfel",
        handboek=HANDBOEK_JUISTE_KLANT,
    )
    return Verklaard(stand, (*feiten, toets, uitkomst(stand)))


# --- what the segment still asks of us: redo it in time, decide about C and about who does not fit ---

HANDBOEK = "segmenten/#nalopen"

VOLDOET, VOLDOET_NIET, ONBEKEND = "voldoet", "voldoet_niet", "onbekend"


def segment_vervalt(account: Account, instellingen: Instellingen, peildatum: date) -> VerklaardeDatum:
    """Last day to settle the segment anew: `definitief_op`, else the day of `segment_keuze`, and so many months on.

    Scores do not count while the part `scores` is off, and a day after the peildatum has not come. None without a day.
    """
    bron = _vastgesteld(account, instellingen, peildatum)
    if bron is None:
        return nvt("er staat geen dag bij het segment", handboek=HANDBOEK)
    veld, dag = bron
    maanden = instellingen.segmentatie_per_maanden
    vervalt = plus_maanden(dag, maanden)
    stappen = (
        feit("segment vastgesteld op {}", dag, veld=veld),
        regel("het segment loop je geregeld opnieuw na", handboek=HANDBOEK),
        instelling("om de {}", in_maanden(maanden), veld="segmentatie_per_maanden"),
        uitkomst("uiterlijk {}", vervalt),
    )
    return Verklaard(vervalt, stappen)


def _vastgesteld(account: Account, instellingen: Instellingen, peildatum: date) -> tuple[str, date] | None:
    """Where the day of the segment stands, and the day."""
    scores = account.waarde.definitief_op if account.waarde and instellingen.onderdelen.scores else None
    if gehouden(scores, peildatum):
        return "waarde.definitief_op", scores
    keuze = account.segment_keuze.op if account.segment_keuze else None
    return ("segment_keuze.op", keuze) if gehouden(keuze, peildatum) else None


def bijgesteld(account: Account, berekend: Segment | None) -> bool:
    """Whether the team chose another segment than the score gives."""
    keuze = account.segment_keuze
    return keuze is not None and berekend is not None and keuze.segment != berekend


def c_besluit_gevraagd(account: Account, segment: Segment | None) -> bool:
    """Whether it must still be decided to keep this C client or to part well."""
    return segment == "C" and account.c_besluit is None


def klantbesluit_gevraagd(account: Account) -> bool:
    """Whether a criterion of the right client fails while nobody decided what to do about it."""
    toets = account.juiste_klant
    return toets is not None and VOLDOET_NIET in toets.scores.values() and toets.besluit is None


def criteria_onder(account: Account, criteria: Criteria) -> Iterator[tuple[Criterium, str]]:
    """The criteria that do not simply fit, with the verdict; one left out is `onbekend`. Empty when none was judged."""
    scores = account.juiste_klant.scores if account.juiste_klant else {}
    for criterium in criteria.alle if scores else ():
        oordeel = scores.get(criterium.id, ONBEKEND)
        if oordeel != VOLDOET:
            yield criterium, oordeel


@dataclass(frozen=True, slots=True, kw_only=True)
class Kern:
    """What everything else about an account rests on."""

    account: Account
    gedeeld: Gedeeld
    peildatum: date
    contracten: dict[str, Contractstand]
    fase: Verklaard[str | None]
    score: Verklaard[float | None]
    segment: Verklaard[Segment | None]
    windstilte_sinds: VerklaardeDatum
    ingangsdatum: date | None
    """Due base; None while contact rules and messages rest."""
    in_beheer_sinds: date | None
    uitstellen: Uitstellen

    @property
    def standen(self) -> list[Contractstand]:
        """The contracts, in file order."""
        return list(self.contracten.values())


def maak_kern(account: Account, gedeeld: Gedeeld, peildatum: date) -> Kern:
    """Derive the contracts, the segment and the days we count from."""
    inst, segmentatie = gedeeld.instellingen, gedeeld.segmentatie
    contracten = {c.id: contractstand(c, account, inst, peildatum) for c in account.contracten}
    standen = list(contracten.values())
    punten = score(account, segmentatie, inst)
    stilte = windstilte_sinds(standen)
    return Kern(
        account=account,
        gedeeld=gedeeld,
        peildatum=peildatum,
        contracten=contracten,
        fase=accountfase(standen),
        score=punten,
        segment=segment(account, punten.waarde, segmentatie.drempels),
        windstilte_sinds=stilte,
        ingangsdatum=ingangsdatum(account, standen, stilte.waarde),
        in_beheer_sinds=in_beheer_sinds(account),
        uitstellen=Uitstellen(account, peildatum),
    )
