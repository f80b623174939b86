"""What the client thinks of our work: marks, the fresh look, trainings, the right client, how it ends."""

from collections.abc import Iterator
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import navragen_op, terug_op
from macros.afleidingen.klant.terugblikken import Stap, afsluitlijst
from macros.afleidingen.klant.tevredenheid import cijfer_van
from macros.model.afspraken import Training
from macros.model.review import Afsluiting, Fresheyes, Pijlerscore, Postmortem, Reviewactie
from macros.model.samenwerking import Evaluatie, Herstelplan, JuisteKlant
from macros.views.delen import namen
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.werklijst import Deel, Regel, Werklijst, item, lijst, lijsten
from macros.woorden import labels, taal
from macros.woorden.labels import Label

GEPLAND, GEHOUDEN = labels.GEPLAND, Label("Gehouden", "✓", "goed")
NOG_DOEN = Label("Nog doen", "○", "let-op")
AFSLUITING = {
    "punten": "Punten afgesproken met de klant",
    "overdracht": "Overdracht klaar",
    "laatste_gesprek": "Laatste gesprek",
    "volgen": "Mensen om te blijven volgen",
}
"""The lines of the checklist, in the order in which they are done."""


@klantmacro
def account_tevredenheid(dossier: Dossier) -> Werklijst:
    """List marks, reviews, trainings and the test on the right client, with what is due; at the end how we close."""
    return lijsten(tuple(_lijsten(dossier)))


def _lijsten(dossier: Dossier) -> Iterator[Deel]:
    account = dossier.account
    yield _cijfers(dossier)
    blikken = sorted(account.fresheyes, key=lambda r: r.uitgevoerd_op or r.gepland_op or date.min, reverse=True)
    blik = dossier.fresheyes_vervalt
    vervalt = [(True, item("Volgende uiterlijk", reden=blik, anker="waarom-fresheyes-vervalt"))] if blik.waarde else []
    yield lijst(
        "Frisse blik",
        [*vervalt, *((nummer < 1, _blik(dossier, review)) for nummer, review in enumerate(blikken))],
        "Nog geen frisse blik gehouden of gepland.",
        "eerder",
    )
    terugblik = dossier.postmortem_vervalt
    if account.postmortems or terugblik.waarde:
        regel = item("Terugblik uiterlijk", reden=terugblik, anker="waarom-postmortem-vervalt")
        yield lijst(
            "Terugblik",
            [
                *([(True, regel)] if terugblik.waarde else []),
                *((True, _terugblik(dossier, p)) for p in account.postmortems),
            ],
            "Geen terugblik nodig.",
            "",
        )
    if account.trainingen:
        trainingen = sorted(account.trainingen, key=lambda training: training.datum, reverse=True)
        yield lijst("Trainingen", [(True, _training(dossier, t)) for t in trainingen], "", "", anker="trainingen")
    yield _juiste_klant(dossier)
    if stappen := afsluitlijst(account, dossier.fase.waarde, dossier.peildatum):
        yield lijst("Afsluiting", [(True, _afsluiting(dossier, stap)) for stap in stappen], "", "", anker="afsluiting")


def _cijfers(dossier: Dossier) -> Deel:
    """List the evaluations, the latest first, with the guarantee above them."""
    evaluaties = sorted(dossier.account.evaluaties, key=lambda evaluatie: evaluatie.datum, reverse=True)
    garantie = dossier.garantie
    regels = [(nummer < 2, _evaluatie(dossier, evaluatie)) for nummer, evaluatie in enumerate(evaluaties)]
    if garantie.waarde:
        regels.insert(
            0, (True, item("8-garantie", labels.GARANTIE[garantie.waarde], reden=garantie, anker="waarom-garantie"))
        )
    return lijst("Cijfers", regels, "Nog geen cijfer van de klant. Vraag er een na de volgende opdracht.", "eerder")


def _evaluatie(dossier: Dossier, evaluatie: Evaluatie) -> Regel:
    cijfer = cijfer_van(evaluatie, dossier.peildatum)
    cijfers = [taal.getal(c) for c in (cijfer.resultaat, cijfer.samenwerking) if c is not None] if cijfer else []
    gepland = evaluatie.datum > dossier.peildatum
    woorden = " en ".join(cijfers) if cijfers else ("gepland" if gepland else "nog geen cijfer")
    opdracht = f"{evaluatie.opdracht}: {woorden}" if evaluatie.opdracht else woorden.capitalize()
    gever = namen.contact(dossier, evaluatie.gegeven_door)
    return item(
        opdracht,
        GEPLAND if gepland else None,
        taal.datum(evaluatie.datum),
        f"van {gever}" if gever else None,
        f"goed: {evaluatie.goed}" if evaluatie.goed else None,
        f"beter: {evaluatie.beter}" if evaluatie.beter else None,
        _herstel(dossier, evaluatie.herstelplan) if evaluatie.herstelplan else None,
    )


def _herstel(dossier: Dossier, plan: Herstelplan) -> str:
    delen = (
        f"vanaf {taal.datum(plan.start)}" if plan.start else "",
        namen.collega(dossier, plan.eigenaar),
        "; ".join(plan.acties),
        f"met de klant afgesproken op {taal.datum(plan.afgesproken_met_klant_op)}"
        if plan.afgesproken_met_klant_op
        else "",
        f"nieuw cijfer {taal.getal(plan.hercijfer)}" if plan.hercijfer is not None else "",
        f"kosten {namen.bedrag(dossier, plan.kosten_voor_ons)}" if plan.kosten_voor_ons else "",
    )
    return f"herstelplan: {', '.join(filter(None, delen))}"


def _blik(dossier: Dossier, review: Fresheyes) -> Regel:
    op = review.uitgevoerd_op or review.gepland_op
    gehouden = review.uitgevoerd_op is not None and review.uitgevoerd_op <= dossier.peildatum
    naam = "Collegiale frisse blik" if review.extern is False else "Frisse blik"
    return item(
        f"{naam} op {taal.datum(op)}" if op else naam,
        GEHOUDEN if gehouden else GEPLAND,
        review.door,
        labels.AANLEIDING[review.aanleiding].tekst if review.aanleiding else None,
        _pijler("verwachtingen", review.verwachtingen),
        _pijler("relaties", review.relaties),
        _pijler("vakkennis", review.expertise),
        *(_actie(dossier, actie) for actie in review.acties),
    )


def _actie(dossier: Dossier, actie: Reviewactie) -> str:
    wie = namen.collega(dossier, actie.wie) or "nog niemand"
    return f"actie: {actie.tekst} ({wie}, {labels.ACTIE_STATUS[actie.status].tekst.lower()})"


def _pijler(naam: str, pijler: Pijlerscore | None) -> str | None:
    if pijler is None:
        return None
    score = f" {pijler.score} van 5" if pijler.score is not None else ""
    return f"{naam}{score}" + (f": {pijler.conclusie}" if pijler.conclusie else "")


def _terugblik(dossier: Dossier, terugblik: Postmortem) -> Regel:
    contract = dossier.contracten.get(terugblik.contract)
    gehouden = terugblik.uitgevoerd_op is not None and terugblik.uitgevoerd_op <= dossier.peildatum
    op = terugblik.uitgevoerd_op or terugblik.gepland_op
    lessen = {les.id: les.titel for les in dossier.gedeeld.lessen.lessen}
    geleerd = [lessen[les] for les in terugblik.lessen if les in lessen]
    return item(
        f"Terugblik {contract.contract.titel}" if contract else "Terugblik",
        GEHOUDEN if gehouden else GEPLAND,
        taal.datum(op) if op else None,
        terugblik.door,
        namen.contacten(dossier, terugblik.gesproken_met),
        *(
            f"{naam}: {pijler.waar_mis or pijler.les}"
            for naam, pijler in (
                ("verwachtingen", terugblik.verwachtingen),
                ("invloedsweb", terugblik.web_of_influence),
                ("vakkennis", terugblik.expertise),
            )
            if pijler and (pijler.waar_mis or pijler.les)
        ),
        f"geleerd: {taal.opsomming(geleerd)}" if geleerd else None,
    )


def _training(dossier: Dossier, training: Training) -> Regel:
    """Word one training with its three goals, and when we ask what it brought."""
    instellingen = dossier.gedeeld.instellingen
    return item(
        f"Training voor {training.doelgroep or 'de gebruikers'}",
        GEPLAND if training.datum > dossier.peildatum else None,
        taal.datum(training.datum),
        f"gevoel achteraf: {training.doel_emotioneel}" if training.doel_emotioneel else None,
        f"doel voor morgen: {training.doel_kort}" if training.doel_kort else None,
        f"doel over zes maanden: {training.doel_lang}" if training.doel_lang else None,
        f"nagevraagd op {taal.datum(training.nagevraagd_op)}"
        if training.nagevraagd_op
        else f"navragen op {taal.datum(navragen_op(training, instellingen))}",
        f"opbrengst: {training.opbrengst}" if training.opbrengst else None,
        f"teruggekomen op {taal.datum(training.teruggekomen_op)}"
        if training.teruggekomen_op
        else f"terugkomen op {taal.datum(terug_op(training, instellingen))}",
    )


def _afsluiting(dossier: Dossier, stap: Stap) -> Regel:
    """Word one line of the checklist, with what was agreed or whom we follow."""
    afsluiting = dossier.account.afsluiting or Afsluiting()
    wat = {
        "punten": "; ".join(afsluiting.punten_afgesproken),
        "volgen": namen.contacten(dossier, afsluiting.volg_contactpersonen),
    }
    return item(
        AFSLUITING[stap.naam],
        labels.GEDAAN if stap.gedaan else GEPLAND if stap.op else NOG_DOEN,
        wat.get(stap.naam),
        taal.datum(stap.op) if stap.op else None,
    )


def _juiste_klant(dossier: Dossier) -> Deel:
    """List the criteria that do not (quite) fit; the ones that do are counted."""
    toets = dossier.account.juiste_klant
    criteria = [*dossier.gedeeld.criteria.juiste_klanten, *dossier.gedeeld.criteria.juiste_voorwaarden]
    scores = toets.scores if toets else {}
    beoordeeld = [(scores[criterium.id], criterium.tekst) for criterium in criteria if criterium.id in scores]
    stand = dossier.juiste_klant_stand
    regels = [(True, item(tekst, labels.CRITERIUM[score])) for score, tekst in beoordeeld if score != "voldoet"]
    if stand.waarde:
        oordeel = item("Oordeel", labels.JUISTE_KLANT[stand.waarde], reden=stand, anker="waarom-juiste-klant-stand")
        regels.insert(0, (True, oordeel))
    return lijst(
        "Juiste klant, juiste voorwaarden",
        regels,
        "Nog niet getoetst.",
        "",
        noot=_toets(toets, len(criteria)) if toets else "",
    )


def _toets(toets: JuisteKlant, criteria: int) -> str:
    """Count what fits, and say when it was tested and what was decided."""
    delen = [f"{sum(score == 'voldoet' for score in toets.scores.values())} van {criteria} in orde"]
    if toets.getoetst_op:
        delen.append(f"getoetst op {taal.datum(toets.getoetst_op)}")
    if toets.besluit:
        delen.append(f"besluit: {labels.JUISTE_KLANT_BESLUIT[toets.besluit].tekst.lower()}")
    return f"{', '.join(delen)}."
