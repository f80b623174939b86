"""The portfolio of the tests as a whole: every phase, every kind of canvas, only meant warnings, and mostly healthy."""

from pathlib import Path

from voorbeeldklanten import ACCOUNTS, PEILDATUM

from macros.controles.nakijken import kijk_na
from macros.load.load import Lader
from macros.model.canvas import Canvas
from macros.portefeuille.portefeuille import Portefeuille

TEKENS = 400
TEKENS_STRATEGIE = 500
FASEN = {
    "nog_niet_gestart", "opstart", "operationeel", "retentie", "geregeld", "onbepaald", "verlopen", "opgezegd",
    "beeindigd",
}  # fmt: skip
BEDOELD = [
    ("bouwbedrijf-hoenderveen", "herstelplan-ontbreekt"),
    ("bouwbedrijf-hoenderveen", "herstelplan-ontbreekt"),
    ("bouwbedrijf-hoenderveen", "opzegdatum-na-einde"),
    ("bouwbedrijf-hoenderveen", "terugblik-niet-gepland"),
    ("gemeente-vlierwoude", "actie-zonder-werkwoord"),
    ("gemeente-vlierwoude", "geen-beslisser-in-contactplan"),
    ("gemeente-vlierwoude", "optie-zonder-uiterlijk"),
    ("gemeente-vlierwoude", "raamovereenkomst-te-lang"),
    ("gemeente-vlierwoude", "top-zonder-a"),
    ("gemeente-vlierwoude", "vak-te-vol"),
    ("gemeente-vlierwoude", "verwachting-verouderd"),
    ("instellingen", "vaste-peildatum"),
    ("machinefabriek-oudelaar", "blik-van-eigen-collega"),
    ("machinefabriek-oudelaar", "opvolger-ontbreekt"),
    ("machinefabriek-oudelaar", "persoon-lang-weg"),
    ("machinefabriek-oudelaar", "verder-na-no-go"),
    ("meerdal-zorggroep", "actie-zonder-werkwoord"),
    ("meerdal-zorggroep", "geen-doel-voorwaarden-groei"),
    ("notariskantoor-hoogelinde", "canvas-ontbreekt"),
    ("scholengroep-kaderijk", "contactregels-ontbreken"),
    ("scholengroep-kaderijk", "sponsor-ontbreekt"),
    ("scholengroep-kaderijk", "vermoeden-niet-nagevraagd"),
    ("tandzorg-merelplein", "contract-zonder-canvas"),
    ("tandzorg-merelplein", "verlopen"),
    ("tandzorg-merelplein", "zelfde-manager"),
    ("team", "soort-verschilt"),
    ("team", "te-veel-werk"),
    ("waterschap-ammerdiep", "actie-zonder-datum"),
    ("waterschap-ammerdiep", "actie-zonder-naam"),
    ("waterschap-ammerdiep", "actie-zonder-werkwoord"),
    ("waterschap-ammerdiep", "alles-groen"),
    ("waterschap-ammerdiep", "doel-zonder-datum"),
    ("waterschap-ammerdiep", "doel-zonder-maat"),
    ("waterschap-ammerdiep", "doel-zonder-maat"),
    ("waterschap-ammerdiep", "geen-doel-voorwaarden-groei"),
    ("waterschap-ammerdiep", "holle-woorden"),
    ("waterschap-ammerdiep", "holle-woorden"),
    ("waterschap-ammerdiep", "holle-woorden"),
    ("waterschap-ammerdiep", "strategie-te-lang"),
    ("waterschap-ammerdiep", "voortgezet-zonder-afspraak"),
    ("woonstichting-talmerveld", "einddatum-voorlopig"),
    ("woonstichting-talmerveld", "te-weinig-tijd"),
]
"""The warnings of that portfolio, by file."""


def tekens(canvas: Canvas, vak: str) -> int:
    """Characters of a box as the budget counts them: conclusion and points."""
    inhoud = canvas.vakken[vak]
    return len(inhoud.conclusie or "") + sum(map(len, inhoud.punten))


def test_there_are_fourteen_clients_and_eight_colleagues(voorbeeld: Portefeuille) -> None:
    """The portfolio is as large as that of a real team."""
    assert 14 == len(voorbeeld.dossiers)
    assert 8 == len(voorbeeld.gedeeld.personen)
    assert PEILDATUM == voorbeeld.gedeeld.instellingen.peildatum_vast


def test_every_phase_occurs(voorbeeld: Portefeuille) -> None:
    """A contract is in each of the nine phases, and a client in all but one: who gave notice keeps a contract."""
    van_klanten = {d.fase.waarde for d in voorbeeld.dossiers.values()}
    van_contracten = {s.fase.waarde for d in voorbeeld.dossiers.values() for s in d.contracten.values()}

    assert (FASEN | {None}) - {"opgezegd"} == van_klanten
    assert FASEN == van_contracten


def test_a_fully_filled_canvas_uses_its_space(voorbeeld: Portefeuille) -> None:
    """One canvas is complete and recent, and nearly fills each box: the hardest print there is."""
    [volledig] = [c for d in voorbeeld.dossiers.values() for c in d.canvassen.values() if c.stand == "volledig"]
    canvas = volledig.canvas

    assert all(0.9 * TEKENS < tekens(canvas, vak) <= TEKENS for vak in canvas.vakken if vak != "strategie")
    assert 0.9 * TEKENS_STRATEGIE < tekens(canvas, "strategie") <= TEKENS_STRATEGIE
    assert 5 == len(canvas.doelen)
    assert 8 == len(canvas.acties)
    assert {"behoud", "voorwaarden", "groei"} == {doel.soort for doel in canvas.doelen}
    assert all(doel.maat and doel.doelwaarde is not None and doel.datum for doel in canvas.doelen)
    assert all((canvas.coach, canvas.tussenevaluatie, canvas.goedkeuring, canvas.klantbesluit, canvas.plan_b))


def test_one_box_holds_too_much_text(voorbeeld: Portefeuille) -> None:
    """Exactly one box of all canvases is over its budget."""
    vol = [
        (d.id, vak)
        for d in voorbeeld.dossiers.values()
        for c in d.canvassen.values()
        for vak in c.canvas.vakken
        if tekens(c.canvas, vak) > (TEKENS_STRATEGIE if vak == "strategie" else TEKENS)
    ]

    assert [("gemeente-vlierwoude", "contract")] == vol


def test_every_warning_is_meant() -> None:
    """No file has an error, and each warning shows what the check can say."""
    nagekeken = kijk_na(Lader(ACCOUNTS), PEILDATUM)

    assert () == nagekeken.fouten
    assert BEDOELD == sorted((Path(w.bestand).stem, w.code) for w in nagekeken.waarschuwingen)


def test_ten_lines_are_enough() -> None:
    """One client file has ten lines, no more."""
    kortste = min(len(bestand.read_text(encoding="utf-8").splitlines()) for bestand in ACCOUNTS.glob("*.yml"))

    assert 10 == kortste


def test_most_clients_are_well(voorbeeld: Portefeuille) -> None:
    """A believable portfolio: worry is the exception, quiet the rule."""
    niveaus = [d.klantbeeld.niveau for d in voorbeeld.dossiers.values()]

    assert {"zorg", "let_op", "rustig", "onbekend"} == set(niveaus)
    assert niveaus.count("zorg") <= 2
    assert niveaus.count("rustig") >= 6


def test_a_colleague_is_away_and_another_has_left(voorbeeld: Portefeuille) -> None:
    """The team has a deputy at work and a name from the past."""
    personen = voorbeeld.gedeeld.personen.values()

    assert [p.id for p in personen if any(a.van <= PEILDATUM <= a.tot and a.vervanger for a in p.afwezig)]
    assert [p.id for p in personen if p.uit_dienst_op and p.uit_dienst_op < PEILDATUM]
    assert 3 == len(voorbeeld.accountmanagers())
