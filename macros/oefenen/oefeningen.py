"""The six exercises: of each its question, its hint, and a check that reads what the learner's folder says now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.afleidingen.contract.datums import versheid
from macros.afleidingen.dossier import Dossier
from macros.model.canvas import Canvas
from macros.model.contract import Opzegging
from macros.oefenen.oefening import Oefening, lees_dag
from macros.woorden import taal

# --- exercise 1: find the last day on which a client can give notice ---

GEEN_ANTWOORD = "Je gaf nog geen antwoord."
ANTWOORD_DEADLINE = "antwoord-1.txt"


def _deadline_klaar(dossier: Dossier, antwoord: str) -> Iterator[str]:
    """Compare the answer with what the site computes, and name the two well-known slips.

    The end of February is chosen on purpose: who counts three months back from the end date itself is two days early.
    """
    stand = next(iter(dossier.contracten.values()), None)
    if stand is None:
        yield "Het contract is weg. Zet het terug."
        return
    deadline, eind = stand.opzegdeadline.waarde, stand.einddatum_actueel.waarde
    dag = lees_dag(antwoord)
    if not antwoord:
        yield GEEN_ANTWOORD
    elif dag is None:
        yield f"'{antwoord}' is geen dag. Schrijf bijvoorbeeld 2026-05-31 of 31 mei 2026."
    elif dag == eind:
        yield f"{taal.datum(dag)} is de laatste dag van het contract. Opzeggen moet eerder."
    elif dag == stand.actiedatum_opzegging.waarde:
        yield f"Op {taal.datum(dag)} komen wij in actie. De klant kan daarna nog steeds opzeggen."
    elif deadline and dag < deadline and (deadline - dag).days <= 3:
        yield f"{taal.datum(dag)} is net te vroeg. Tel terug vanaf de dag na de einddatum."
    elif dag != deadline:
        yield f"{taal.datum(dag)} is het niet."


DEADLINE = Oefening(
    titel="Vind de opzegdeadline",
    account="bakkerij-zandvoorde",
    vraag="Tot en met welke dag kan Bakkerij Zandvoorde opzeggen?",
    hint="Open de klant op de site. Bij Contracten staat de opzegdeadline; klik erop en lees hoe hij is uitgerekend.",
    ontbreekt=_deadline_klaar,
    goed="Je telt terug vanaf de dag na de einddatum. Daarom is het 30 november, en niet 28.",
    antwoordbestand=ANTWOORD_DEADLINE,
)


# --- exercise 2: finish a canvas of which four boxes are still empty, one of each kind of work ---

LEEG = {
    "doelen": "Vak {}: zet er minstens één doel in.",
    "plan": "Vak {}: zet er minstens één actie in, met wie hem doet en wanneer hij klaar is.",
}
"""What is asked of an empty box that holds no text; any other asks for a conclusion."""
LEEG_VAK = "Vak {}: schrijf een conclusie."


def _canvas_klaar(dossier: Dossier, antwoord: str) -> Iterator[str]:  # noqa: ARG001  every check takes the same
    """Name the empty boxes, and then what makes the new texts worth reading."""
    huidig = next((stand for stand in dossier.canvassen.values() if stand.huidig), None)
    if huidig is None:
        yield "Er is geen canvas meer voor dit contract. Zet het terug."
        return
    for vak in dossier.gedeeld.canvas.vakken:
        if not huidig.vakken[vak.id]:
            yield LEEG.get(vak.id, LEEG_VAK).format(vak.titel)
    yield from _oordeel(dossier, huidig.canvas)
    if huidig.canvas.doelen and not any(doel.maat and doel.datum for doel in huidig.canvas.doelen):
        yield "Geef minstens één doel een maat en een datum. Anders weet je later niet of je het hebt gehaald."


def _oordeel(dossier: Dossier, canvas: Canvas) -> Iterator[str]:
    """The box about the people needs a judgement that can be trusted: with a source, and fresh."""
    vak = canvas.vakken.get("relaties")
    if vak is None or not vak.conclusie:
        return
    if vak.oordeel is None:
        yield "Vak Relaties: geef een oordeel, groen, oranje of rood."
    elif vak.oordeel_bron is None:
        yield "Vak Relaties: zeg ook hoe je het weet. Dat is de bron van je oordeel."
    elif versheid(vak.oordeel_op, dossier.gedeeld.instellingen.oordeel_houdbaar_dagen, dossier.peildatum) != "vers":
        yield "Vak Relaties: geef je oordeel een dag die nog vers is, en niet na 14 september 2026."


CANVAS = Oefening(
    titel="Schrijf het canvas af",
    account="zwembad-de-otter",
    vraag="Tom vulde zes van de tien vakken. Vul jij de andere vier, met wat je op de pagina van de klant leest.",
    hint="Lees eerst wie de nieuwe directeur kent. Bekijk daarna het canvas van de voorbeeldklant op de site.",
    ontbreekt=_canvas_klaar,
    canvas="2026",
    goed="Alle tien vakken hebben iets te zeggen, en je oordeel heeft een datum en een bron.",
)


# --- exercise 3: log a talk in the journal with a name that is wrong, read the message, and mend it ---

ANTWOORD_MELDING = "antwoord-3.txt"
CODE = "verwijzing"
WEEK = "2026w38-nora-visser-"
WEEKBLAD = "_dagboek/2026/w38-nora-visser.yml"
REGELS = """\
regels:
  - klant: drukkerij-pelikaan
    datum: 2026-09-14
    met: [bouma]
    vorm: belafspraak
    kern: De tweede hal opent in april; wil eerder een extra ploeg
    klopt_nog: [k-bouma]
"""
"""What the learner takes over from the page, or finds in the browser."""


def _dagboek_klaar(dossier: Dossier, antwoord: str) -> Iterator[str]:
    """Ask for the name of the message, and for the talk itself.

    While the week cannot be read, every exercise prints what the check says: that is the message to read.
    """
    gelezen = antwoord.strip("[] .").lower()
    if not gelezen:
        yield GEEN_ANTWOORD
    elif gelezen != CODE:
        yield f"'{antwoord}' is niet de naam van deze melding. Neem over wat tussen de vierkante haken staat."
    eigen = [een for een in dossier.account.contactmomenten if (een.id or "").startswith(WEEK)]
    if not any("k-bouma" in een.met for een in eigen):
        yield "In je dagboek van week 38 staat nog geen gesprek met K. Bouma."


DAGBOEK = Oefening(
    titel="Lees een melding en verbeter een gesprek",
    account="drukkerij-pelikaan",
    vraag=(
        "In de regels van dit gesprek staat een naam fout. Kijk de oefening na, lees de melding en verbeter de naam. "
        "Wat is de naam van de melding?"
    ),
    hint="Een melding noemt eerst het bestand, dan de regel en de plek daarop. De naam staat tussen vierkante haken.",
    ontbreekt=_dagboek_klaar,
    goed="De melding zei waar het misging en stelde zelf de goede naam voor. Je kunt niets blijvend stukmaken.",
    antwoordbestand=ANTWOORD_MELDING,
    regels=(WEEKBLAD, REGELS),
)


# --- exercise 4: plan the yearly fresh look at a client by somebody from outside, in time ---


def _frisse_blik_klaar(dossier: Dossier, antwoord: str) -> Iterator[str]:  # noqa: ARG001  every check takes the same
    """Look at the first review that still has to be held."""
    gepland = [blik for blik in dossier.account.fresheyes if blik.gepland_op and not blik.uitgevoerd_op]
    vervalt = dossier.fresheyes_vervalt.waarde
    if not gepland:
        yield "Er is nog geen frisse blik gepland. Plan er een."
        return
    blik = min(gepland, key=lambda gepland: gepland.gepland_op or dossier.peildatum)
    dag = blik.gepland_op
    if dag and dag < dossier.peildatum:
        yield f"{taal.datum(dag)} is al voorbij. Kies een dag vanaf {taal.datum(dossier.peildatum)}."
    if dag and vervalt and dag > vervalt:
        yield f"{taal.datum(dag)} is te laat. De frisse blik moet uiterlijk op {taal.datum(vervalt)}."
    if not blik.door:
        yield "Zeg wie de frisse blik doet."
    if not blik.extern:
        yield "Dit is een A-klant: daar kijkt iemand van buiten. Geef dat aan."
    if blik.aanleiding is None:
        yield "Zeg waarom: wat is de aanleiding?"
    elif blik.aanleiding != "jaarlijks":
        yield "Kijk nog eens naar de aanleiding: de vorige frisse blik is bijna een jaar oud en er veranderde niets."


FRISSE_BLIK = Oefening(
    titel="Plan een frisse blik",
    account="museum-het-pakhuis",
    vraag="Plan de volgende frisse blik van Museum Het Pakhuis, met een buitenstaander en op tijd.",
    hint="Bureau Kompas deed de vorige. De site zegt bij de klant op welke dag de nieuwe uiterlijk moet.",
    ontbreekt=_frisse_blik_klaar,
    goed="De frisse blik staat op tijd op de kalender, en een buitenstaander doet hem.",
)


# --- exercise 5: record the notice of a client and plan the look back, in time ---

CONTRACT = "glas-2024"
ONTVANGEN, LAATSTE_DAG = date(2026, 9, 10), date(2026, 12, 31)


def _opzegging_klaar(dossier: Dossier, antwoord: str) -> Iterator[str]:  # noqa: ARG001  every check takes the same
    """First the notice, then the look back: its day is counted from the notice.

    The letter stands on the page of the exercise: received on 10 September, per 31 December, for the price.
    """
    stand = dossier.contracten.get(CONTRACT)
    if stand is None:
        yield f"Het contract {CONTRACT} is weg. Zet het terug: een opgezegd contract blijft staan."
        return
    if stand.contract.opzegging is None:
        yield "De opzegging staat nog niet bij het contract."
        return
    yield from _opzegging(stand.contract.opzegging)
    yield from _terugblik(dossier)


def _opzegging(opzegging: Opzegging) -> Iterator[str]:
    if opzegging.ontvangen_op != ONTVANGEN:
        yield f"De brief kwam op {taal.datum(ONTVANGEN)} binnen. Dat is de dag van ontvangst."
    if opzegging.door != "klant":
        yield "De klant zegt op, wij niet."
    if opzegging.per_datum != LAATSTE_DAG:
        yield f"De laatste dag is {taal.datum(LAATSTE_DAG)}. Dat is de laatste dag van het contract."
    if not opzegging.reden:
        yield "Schrijf als reden wat de klant in zijn brief zegt."


def _terugblik(dossier: Dossier) -> Iterator[str]:
    blikken = [blik for blik in dossier.account.postmortems if blik.contract == CONTRACT]
    vervalt = dossier.postmortem_vervalt.waarde
    if not blikken:
        yield "Er is nog geen terugblik gepland. Plan er een voor dit contract."
        return
    blik = blikken[0]
    if blik.gepland_op is None or blik.gepland_op < dossier.peildatum:
        yield f"Plan de terugblik op een dag vanaf {taal.datum(dossier.peildatum)}."
    elif vervalt and blik.gepland_op > vervalt:
        yield f"{taal.datum(blik.gepland_op)} is te laat. De terugblik moet uiterlijk op {taal.datum(vervalt)}."
    if not blik.door:
        yield "Zeg wie de terugblik doet, liefst iemand van buiten."


OPZEGGING = Oefening(
    titel="Leg een opzegging vast en plan de terugblik",
    account="kantorenpark-westerdok",
    vraag="Kantorenpark Westerdok zegt op. Leg de brief vast bij het contract en plan de terugblik.",
    hint="De dag van ontvangst telt, niet de laatste dag van het contract. Kijk in het handboek bij Terugblik.",
    ontbreekt=_opzegging_klaar,
    goed="De opzegging staat vast en de terugblik is op tijd. Week twee tot en met zes levert de beste gesprekken op.",
)


# --- exercise 6: raise the segment of a client, with all that the higher segment asks for ---

OUDE_REDEN = "Eén huis, gewone omzet"


def _segment_klaar(dossier: Dossier, antwoord: str) -> Iterator[str]:  # noqa: ARG001  every check takes the same
    """The choice with its reason and its day, and the sponsor that an A client has."""
    keuze = dossier.account.segment_keuze
    if dossier.segment.waarde != "A" or keuze is None:
        yield "De klant is nog geen A-klant. Verander het gekozen segment."
        return
    if keuze.reden == OUDE_REDEN:
        yield "De reden is nog die van de B-klant. Schrijf waarom deze klant nu een A is."
    if keuze.op is None or keuze.op > dossier.peildatum or (dossier.peildatum - keuze.op).days > 31:
        yield f"Geef als dag die van je besluit: {taal.datum(dossier.peildatum)}."
    yield from _sponsor(dossier)


def _sponsor(dossier: Dossier) -> Iterator[str]:
    sponsor = dossier.account.driehoek.directie_sponsor
    if sponsor is None:
        yield "Een A-klant heeft iemand van de directie. Kies een sponsor bij de driehoek."
    elif "directie" not in dossier.gedeeld.personen[sponsor].rollen:
        naam = dossier.gedeeld.personen[sponsor].naam
        yield f"{naam} zit niet in de directie. Kies iemand die dat wel doet."


SEGMENT = Oefening(
    titel="Verhoog het segment",
    account="zorgcentrum-de-lindehof",
    vraag="De Lindehof ging van één huis naar drie. Maak er een A-klant van, en regel wat daarbij hoort.",
    hint="Kijk op de site bij Segmenten, en lees in het handboek wat een A-klant altijd heeft.",
    ontbreekt=_segment_klaar,
    goed="A met een reden en een dag, en met iemand van de directie. Op de site veranderde het contactschema mee.",
)


OEFENINGEN: tuple[Oefening, ...] = (DEADLINE, CANVAS, DAGBOEK, FRISSE_BLIK, OPZEGGING, SEGMENT)
"""In the order of the page that explains them; the first is number 1."""
