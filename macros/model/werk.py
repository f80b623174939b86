"""Every kind of work that needs a person: the one table from which lists, postponements and the handbook are made.

Domain 1.8 says what triggers what; the rule that makes a point says when it is due and whose it is. A kind stands here
once, and the rule names it. A column that all kinds get is one line in `Soort`.
"""

from functools import cache
from typing import NamedTuple

PIJN = {
    1: "Het contract",
    2: "De klant wacht op ons",
    3: "Onze voorbereiding",
    4: "Ons ritme",
}
"""What suffers when it stays lying: the contract slips away or runs on without us, the client waits, the preparation of
a decision is late, or the rhythm of the team falters."""


class Soort(NamedTuple):
    """One kind of work."""

    pijn: int
    """Key of PIJN; 1 hurts most."""
    woord: str
    """Its name on the site: above a list, in a choice, and as the subject of an `uitstel`."""
    klaar_als: str
    """What the file says when it is done, as the end of the sentence "Klaar als …"."""
    handboek: str
    """The paragraph that explains it, below `/handboek/`."""
    uiterlijk: str = ""
    """Last day for it as the handbook says it, with settings by name; empty for what never stands on Vandaag."""
    wie: str = "accountmanager"
    """Who is asked, as the handbook says it."""
    huiswerk: tuple[str, ...] = ()
    """What `show` calls it as homework, and so what files may call it in an `uitstel`; several when it has stages."""
    opdracht: str | None = None
    """How Vandaag asks for one of these from the register of open things, `{}` being its own words; empty when it comes
    up there in another way, None for what that register does not hold."""
    overleg: str = ""
    """The word in front of this homework on the sheet of the weekly talk; empty where the sheet has it elsewhere."""
    per_klant: bool = True
    """Whether it is asked for each client; only then may a client put it off."""
    meteen: bool = False
    """Whether the client waits from the first day: it belongs to this week, however far its last day is."""


# A table is read by its rows: one argument a line would make four screens of it.
# fmt: off
SOORTEN = {
    "einddatum_voorbij": Soort(
        1, "Uitkomst van het contract", "bij het contract een uitkomst, verlenging of opzegging staat",
        "contractdatums/#stilzwijgend", "de einddatum"),
    "verlengd_tot": Soort(
        1, "Afspraak na een verlenging", "de nieuwe einddatum bij het contract staat, of welk contract erop volgt",
        "contractdatums/#einddatum", "{stand_week_dagen} dagen na de uitkomst"),
    "opzegging": Soort(
        1, "Reactie op de opzegging", "bij de opzegging staat wat wij doen",
        "contractdatums/#opzegging", "{klantbeeld_klacht_dagen} dagen na de opzegging", meteen=True),
    "opzegdeadline": Soort(
        1, "Besluit over het contract", "het verlengbesluit met zijn dag bij het contract staat",
        "contractdatums/#actiedatum", "de berekende dag", "contractmanager"),
    "optie": Soort(
        1, "Optie", "bij de optie staat of die gelicht is",
        "contractdatums/#optiedeadline", "de berekende dag", "contractmanager"),
    "publicatie": Soort(
        1, "Aanbesteding", "bij de aanbesteding staat wanneer die verscheen, of een andere verwachte dag",
        "contractdatums/#uiterste-publicatie", "de berekende dag"),
    "voorstel": Soort(
        1, "Voorstel", "bij het voorstel staat wanneer het verstuurd is",
        "contractdatums/#voorstel", "de berekende dag", huiswerk=("voorstel_te_laat",), overleg="Voorstel"),

    "aankondigen": Soort(
        2, "Verlenging aankondigen", "de klant het weet: bij het voorstel staat wanneer het verstuurd of besproken is",
        "contractdatums/#aankondigen", "de berekende dag"),
    "klacht": Soort(
        2, "Klacht", "in een dagboek staat dat de klacht opgevolgd is",
        "klantbeeld/#acties", "{klantbeeld_klacht_dagen} dagen", opdracht="Volg de klacht op: {}", meteen=True),
    "stille_klacht": Soort(
        2, "Stille klacht", "in een dagboek staat dat de klacht opgevolgd is",
        "nazorg/#stille-klachten", "{klantbeeld_klacht_dagen} dagen", opdracht="Volg de stille klacht op: {}",
        meteen=True),
    "herstelplan": Soort(
        2, "Herstelplan", "bij de evaluatie een herstelplan staat",
        "garantie/#garantie", "{herstelplan_escalatie_dagen} dagen na een cijfer onder de {cijfer_norm}",
        "accountmanager, daarna de leidinggevende", meteen=True),
    "herstelactie": Soort(
        2, "Actie uit een herstelplan", "het nieuwe cijfer bij het herstelplan staat",
        "garantie/#herstelplan", wie="wie het plan trekt", opdracht=""),
    "hercijfer": Soort(
        2, "Nieuw cijfer na herstel", "het nieuwe cijfer bij het herstelplan staat",
        "garantie/#herstelplan", "de afgesproken dag, anders na {oordeel_houdbaar_dagen} dagen", "wie het plan trekt"),
    "toezegging": Soort(
        2, "Toezegging van ons", "in een dagboek staat dat ze nagekomen is, of niet",
        "klantbeeld/#acties", "de dag die erbij staat", "wie erbij staat",
        huiswerk=("toezegging_te_laat",), opdracht="Kom na: {}", overleg="Toezegging"),
    "kickoff": Soort(
        2, "Kick-off", "de dag van de kick-off bij de opstart staat",
        "opstart/#kick-off", "{kickoff_dagen} dagen na de start", "contractmanager"),
    "kennismaking": Soort(
        2, "Kennismaking", "er een gesprek met deze persoon staat, of de dag van de kennismaking",
        "invloedsweb/#kennismaking", "{kennismaking_dagen} dagen", huiswerk=("kennismaking_te_laat",)),
    "opvolger": Soort(
        2, "Opvolger bij de klant", "bij wie wegging de opvolger staat, of dat niemand het overnam",
        "invloedsweb/#vertrek", "{kennismaking_dagen} dagen nadat iemand wegging"),
    "wijziging": Soort(
        2, "Wijziging bij de klant", "bij de wijziging staat wanneer we er iets mee deden",
        "juiste-klant/#erosie", "{kennismaking_dagen} dagen"),
    "actiestap": Soort(
        2, "Stap uit een les", "in een dagboek staat dat de stap gedaan is",
        "lessen/#les", "meteen", opdracht="{}"),
    "koopsignaal": Soort(
        2, "Koopsignaal", "bij het signaal een kans staat (voor Vandaag: of in een dagboek dat het opgevolgd is)",
        "meer-verkopen/#koopsignaal", "{klantbeeld_klacht_dagen} dagen", opdracht=""),

    "canvas": Soort(
        3, "Canvas", "alle vakken van het canvas gevuld en bijgewerkt zijn",
        "retentiecanvas/#canvas-stand",
        "de eerste dag van de retentiefase; daarna bijwerken binnen {canvas_verouderd_dagen} dagen",
        huiswerk=("canvas_ontbreekt", "canvas_verouderd", "canvas_bezig"), overleg="Canvas"),
    "sessie": Soort(
        3, "Teamsessie", "de dag van de teamsessie op het canvas staat",
        "teamsessie/#sessie", "de eerste dag van de retentiefase"),
    "verlengbesluit": Soort(
        3, "Verlengbesluit", "het verlengbesluit met zijn dag bij het contract staat",
        "retentiecanvas/#verlengbesluit", "de dag van het voorstel",
        huiswerk=("verlengbesluit_ontbreekt",), overleg="Besluit"),
    "start_retentiefase": Soort(
        3, "Start van de verlenging", "het canvas begonnen is; waar dat niet hoeft: als het verlengbesluit er staat",
        "twee-fasen/#start-retentiefase", "de berekende dag"),
    "coach": Soort(
        3, "Canvas lezen als coach", "op het canvas staat wat de coach ervan vindt, met de dag",
        "retentiecanvas/#coach", "{coach_leest_dagen} dagen na het begin, de teamsessie of een wijziging",
        "leidinggevende"),
    "tussenevaluatie": Soort(
        3, "Tussenevaluatie", "de tussenevaluatie op het canvas staat",
        "twee-fasen/#tussenevaluatie", "de berekende dag", huiswerk=("tussenevaluatie_te_laat",), overleg="Plan"),
    "goedkeuring": Soort(
        3, "Akkoord", "bij de goedkeuring akkoord of afgewezen staat",
        "retentiecanvas/#team", "{stand_week_dagen} dagen", "wie akkoord geeft"),
    "klantbesluit": Soort(
        3, "Besluit over deze klant", "het besluit bij juiste klant staat",
        "juiste-klant/#besluit", "meteen", "leidinggevende"),
    "c_besluit": Soort(
        3, "Besluit over een C-klant", "het besluit over de C-klant in het bestand staat",
        "segmenten/#c-besluit", "{stand_maand_dagen} dagen nadat het segment is vastgesteld", "leidinggevende"),
    "toets": Soort(
        3, "Toets van klant en voorwaarden", "elk criterium een oordeel heeft, met de dag erbij",
        "juiste-klant/#juiste-klant", "de eerste dag van het contract"),
    "overdracht": Soort(
        3, "Overdracht voor de start", "bij de opstart staat dat de overdracht er was",
        "opstart/#overdracht", "de eerste dag van het contract"),
    "opstartcheck": Soort(
        3, "Navragen in de opstart", "bij elke verwachting staat wanneer die is nagevraagd, of een gesprek dat zegt",
        "opstart/#eerste-weken", "{opstart_checks_dagen} dagen na de start", "contractmanager"),
    "verwachtingen": Soort(
        3, "Verwachtingen opnieuw navragen",
        "bij elke verwachting een nieuwe dag van navragen staat, of een gesprek dat zegt",
        "opstart/#verwachtingen",
        "na {verwachting_verouderd_dagen} dagen; wat we alleen vermoeden na {vermoed_dagen}", "contractmanager"),
    "frisse_blik": Soort(
        3, "Frisse blik", "de frisse blik met zijn datum in het bestand staat",
        "frisse-blik/#frisse-blik", "de berekende dag", "leidinggevende",
        huiswerk=("review_te_laat",), overleg="Frisse blik"),
    "terugblik": Soort(
        3, "Terugblik", "de terugblik met zijn datum in het bestand staat",
        "terugblik/#terugblik", "de berekende dag", "leidinggevende",
        huiswerk=("terugblik_te_laat",), overleg="Terugblik"),
    "afsluiting": Soort(
        3, "Afsluiting", "alle vier de regels van de afsluiting gevuld zijn",
        "terugblik/#afsluiting", "de laatste dag van het contract"),
    "evaluatie": Soort(
        3, "Evaluatie", "de evaluatie met een cijfer in het bestand staat",
        "garantie/#evaluatie", "{project_evaluatie_dagen} dagen na de oplevering; zonder project de berekende dag",
        "projectmanager, zonder project de accountmanager"),
    "canvasactie": Soort(
        3, "Actie uit het canvas", "in een dagboek staat dat de actie klaar is",
        "retentiecanvas/#plan", "de dag die erbij staat", "wie erbij staat", opdracht="{}"),
    "reviewactie": Soort(
        3, "Actie uit de frisse blik", "in een dagboek staat dat de actie klaar is",
        "frisse-blik/#frisse-blik", "de dag die erbij staat", "wie erbij staat", opdracht="{}"),
    "aanname": Soort(
        3, "Aanname", "bij de aanname staat of die klopt",
        "klantbeeld/#acties", "de dag die erbij staat", "wie erbij staat", opdracht="Zoek uit: {}"),
    "toezegging_klant": Soort(
        3, "Toezegging van de klant", "in een dagboek staat dat ze nagekomen is, of niet",
        "klantbeeld/#acties", "de dag die erbij staat", opdracht="Herinner de klant: {}"),
    "kansstap": Soort(
        3, "Stap bij een kans", "bij de kans een nieuwe stap met zijn dag staat, of de uitkomst",
        "meer-verkopen/#kans-verder", "de dag die erbij staat", "wie erbij staat, anders de accountmanager"),
    "web_gat": Soort(
        3, "Gat in ons web", "genoeg collega's deze mensen kennen",
        "invloedsweb/#invloedsweb", huiswerk=("web_gat",)),
    "gaten": Soort(
        3, "Gegevens aanvullen", "het gegeven in het bestand staat",
        "klantbeeld/#gaten", huiswerk=("gaten",)),

    "contact": Soort(
        4, "Contact", "het gesprek in het dagboek staat",
        "contactschema/#contactregels", "volgens het contactschema", "wie aan de beurt is",
        huiswerk=("contact_te_laat",)),
    "bericht": Soort(
        4, "Bericht", "het bericht in de lijst met berichten staat, en iemand bij de klant het mag krijgen",
        "contactschema/#berichten", "volgens het contactschema", huiswerk=("bericht_te_laat",)),
    "training": Soort(
        4, "Training", "bij de training staat wat de klant antwoordde en wanneer, en na een jaar wanneer je terugkwam",
        "nazorg/#training", "na {training_check_maanden} en {training_terug_maanden} maanden"),
    "kansvraag": Soort(
        4, "Vraag naar een kans", "bij de klant een nieuwe kans staat, of waarom er nu geen is",
        "meer-verkopen/#kansvraag",
        "{kansvraag_dagen} dagen na een nieuw contract, een verlenging of een {cijfer_norm} of hoger"),
    "innovatie": Soort(
        4, "Idee voor de klant", "bij het idee een nieuwe dag staat, of de uitkomst",
        "opstart/#problemen-en-vernieuwing", "de dag die erbij staat", "wie erbij staat, anders de accountmanager"),
    "segmenten": Soort(
        4, "Segment nalopen", "bij elk segment een nieuwe dag staat",
        "segmenten/#nalopen", "de berekende dag; één regel per persoon", "leidinggevende"),
    "lessen": Soort(
        4, "Lessen nalopen", "bij de collega de dag van de nieuwe ronde staat",
        "lessen/#ronde", "de berekende dag", per_klant=False),
    "honken": Soort(
        4, "Honken uitzetten", "bij elke klant de honken van dit jaar staan",
        "honken/#honken", "de eerste {stand_maand_dagen} dagen van het jaar; één regel per persoon"),
    "ronde": Soort(
        4, "Ronde van het toernooi", "elk adres door is of een no go heeft",
        "toernooi/#rondes", "de laatste dag van de ronde", "wie het toernooi leidt", per_klant=False),
    "toernooi": Soort(
        4, "Toernooi", "het bestand van het nieuwe toernooi er is",
        "toernooi/#nieuw-jaar", "een jaar na het begin van het vorige", "wie het toernooi leidt", per_klant=False),
}
# fmt: on
"""The kinds, by what suffers."""

SOORT_VAN = {naam: soort for soort, werk in SOORTEN.items() for naam in (soort, *werk.huiswerk)}
"""Each name of a kind → the kind: `voorstel` and `voorstel_te_laat` are one thing."""
UITSTELBAAR = frozenset(naam for naam, soort in SOORT_VAN.items() if SOORTEN[soort].per_klant)
"""The kinds that an `uitstel` may name."""


@cache
def namen(naam: str) -> tuple[str, ...]:
    """Give what an `uitstel` may call work of this name: `voorstel` gives `voorstel` and `voorstel_te_laat`.

    A canvas may be at several stages: a stage goes by its own name and as `canvas`, never by that of another stage.
    """
    soort = SOORT_VAN[naam]
    huiswerk = SOORTEN[soort].huiswerk
    return tuple(dict.fromkeys((naam, soort, *(huiswerk if len(huiswerk) == 1 else ()))))
