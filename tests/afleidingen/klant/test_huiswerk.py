"""What we have not done ourselves: exact words, order, and what may wait (domain 2.11)."""

import pytest
from kleine_klant import LOPEND, RETENTIE, maak, teksten

from macros.afleidingen.dossier import Dossier

CANVAS = 'canvassen: [{id: "2026", contracten: [beheer], gestart_op: 2025-07-01, %s}]\n'
KORT = "contracten: [{id: beheer, titel: Beheer, startdatum: 2024-05-01, einddatum: 2026-04-30, %s}]\n"
"""In retention since 2024-11-01, decided on 2026-04-30; halfway is 2025-07-31, the proposal was due 2026-01-30."""
TOEZEGGING = "toezeggingen: [{id: t, tekst: Rapport sturen, %s}]"
LAAT = """
contracten:
  - {id: beheer, titel: Beheer, startdatum: 2024-05-01, einddatum: 2026-04-30}
  - {id: oud, titel: Oud, startdatum: 2020-01-01, einddatum: 2027-12-31,
     opzegging: {ontvangen_op: 2026-01-05, door: klant}}
contactpersonen:
  - {id: bakker, naam: H. Bakker, functie: manager, laag: tactisch, rol_bvt: beslisser, sinds: 2026-02-01}
toezeggingen: [{id: t, tekst: Rapport sturen, van: wij, voor_datum: 2026-03-10}]
fresheyes: [{uitgevoerd_op: 2025-02-01, extern: true}]
"""
VOLGORDE = ["canvas_ontbreekt", "voorstel_te_laat", "review_te_laat", "terugblik_te_laat",
            "kennismaking_te_laat", "toezegging_te_laat", "web_gat", "web_gat", "web_gat", "contact_te_laat",
            "contact_te_laat", "contact_te_laat", "contact_te_laat", "bericht_te_laat"]  # fmt: skip


def soorten(acme: Dossier) -> list[str]:
    """Every kind of homework but the gaps, which have tests of their own."""
    return [punt.soort for punt in acme.huiswerk if punt.soort != "gaten"]


def test_order() -> None:
    """
    The order of the table, whatever stands first in the file.
    """
    assert VOLGORDE == soorten(maak(LAAT))


def test_gaps_are_one_item_at_the_end() -> None:
    """
    The number of gaps, in the singular and the plural.
    """
    acme = maak(LAAT)

    assert [f"{len(acme.gaten)} gegevens nog aan te vullen"] == teksten(acme, "gaten")
    assert "gaten" == acme.huiswerk[-1].soort


def test_light_decision_is_asked_where_no_canvas_is_required() -> None:
    """
    Until it is recorded.
    """
    klein = "segment_keuze: {segment: C, reden: x}"

    assert ["Beheer: nog geen verlengbesluit"] == teksten(maak(RETENTIE + klein), "verlengbesluit_ontbreekt")
    besloten = RETENTIE.replace("titel: Beheer,", "titel: Beheer, verlengbesluit: {besluit: doorgaan, op: 2026-03-01},")
    assert [] == teksten(maak(besloten + klein), "verlengbesluit_ontbreekt")
    assert [] == teksten(maak(LOPEND + klein), "verlengbesluit_ontbreekt")


@pytest.mark.parametrize(
    ("inhoud", "klaar"),
    [
        ("plan_b: x", False),
        ("tussenevaluatie: {datum: 2024-10-31}", False),
        ("tussenevaluatie: {datum: 2024-11-01}", True),
        ("tussenevaluatie: {datum: 2026-03-16}", True),
        ("tussenevaluatie: {datum: 2026-03-17}", True),
    ],
)
def test_halfway_evaluation(inhoud: str, *, klaar: bool) -> None:
    """
    One held since the start of the phase is enough; one that is planned waits for its day.
    """
    acme = maak(KORT % "" + CANVAS % inhoud)

    te_laat = ["Tussenevaluatie Beheer: 228 dagen te laat (31 juli 2025)"]
    assert ([] if klaar else te_laat) == teksten(acme, "tussenevaluatie_te_laat")


def test_halfway_evaluation_of_another_contract_does_not_count() -> None:
    """
    It must stand on a canvas of this contract.
    """
    eigen = CANVAS % "plan_b: x"
    ander = "  - {id: oud, contracten: [ander], gestart_op: 2025-07-01, tussenevaluatie: {datum: 2026-01-01}}\n"
    acme = maak(KORT % "" + eigen.replace("[{", "\n  - {").replace("}]", "}") + ander)

    assert ["canvas_verouderd", "tussenevaluatie_te_laat", "voorstel_te_laat"] == soorten(acme)[:3]


def test_halfway_is_asked_of_a_plan_alone() -> None:
    """
    A canvas that was not begun asks to begin; where none is required the decision is asked, whatever was made.
    """
    klein, gemaakt = "segment_keuze: {segment: C, reden: x}\n", CANVAS % "plan_b: x"
    zonder, licht, vrijwillig = (maak(KORT % "" + meer) for meer in ("", klein, klein + gemaakt))

    assert ["canvas_ontbreekt", "voorstel_te_laat"] == soorten(zonder)[:2]
    assert ["verlengbesluit_ontbreekt", "voorstel_te_laat"] == soorten(licht)[:2] == soorten(vrijwillig)[:2]
    for acme in (zonder, licht, vrijwillig):
        assert "Tussenevaluatie" not in {punt.naam for punt in acme.agenda}


@pytest.mark.parametrize(
    ("voorstel", "klaar"),
    [
        ("", False),
        ("voorstel: {verstuurd_op: 2024-10-31}", False),
        ("voorstel: {verstuurd_op: 2024-11-01}", True),
        ("voorstel: {verstuurd_op: 2026-03-17}", True),
        ("voorstel: {besproken_op: 2026-03-01}", False),
    ],
)
def test_proposal(voorstel: str, *, klaar: bool) -> None:
    """
    Sent since the start of the phase; one that is planned waits for its day.
    """
    te_laat = ["Voorstel Beheer: 45 dagen te laat (30 januari 2026)"]

    assert ([] if klaar else te_laat) == teksten(maak(KORT % voorstel), "voorstel_te_laat")


def test_nothing_is_asked_outside_the_retention_phase() -> None:
    """
    A contract that is arranged or that was given notice needs no proposal.
    """
    geregeld = KORT % "uitkomsten: [{datum: 2026-01-01, resultaat: verlengd}]"
    opgezegd = KORT % "opzegging: {ontvangen_op: 2026-03-01, door: klant}"

    for tekst in (geregeld, opgezegd, LOPEND):
        assert not {"canvas_ontbreekt", "tussenevaluatie_te_laat", "voorstel_te_laat"} & set(soorten(maak(tekst)))


@pytest.mark.parametrize(
    ("velden", "tekst"),
    [
        ("van: wij, voor_datum: 2026-03-06", ["Toezegging: Rapport sturen, 10 dagen te laat (6 maart 2026)"]),
        ("van: wij, voor_datum: 2026-03-16", []),
        ("van: wij", []),
        ("van: klant, voor_datum: 2026-03-06", []),
        ("van: wij, voor_datum: 2026-03-06, stand: nagekomen", []),
        ("van: wij, voor_datum: 2026-03-06, stand: gebroken", []),
    ],
)
def test_promise(velden: str, tekst: list[str]) -> None:
    """
    Ours, open, and its day has passed; due today is not late.
    """
    assert tekst == teksten(maak(LOPEND + TOEZEGGING % velden), "toezegging_te_laat")


def test_promise_is_for_the_colleague_who_made_it() -> None:
    """
    A contact person's name never stands as the one to act: then it is the account manager.
    """
    velden = "van: wij, voor_datum: 2026-03-06, wie: "
    contact = "\ncontactpersonen: [{id: bakker, naam: B, functie: f, laag: tactisch}]"
    collega, klant = (maak(LOPEND + TOEZEGGING % (velden + wie) + contact) for wie in ("sara-bos", "bakker"))

    assert ["sara-bos"] == [punt.wie for punt in collega.huiswerk if punt.soort == "toezegging_te_laat"]
    assert ["anouk-de-wit"] == [punt.wie for punt in klant.huiswerk if punt.soort == "toezegging_te_laat"]


@pytest.mark.parametrize(
    ("onderwerp", "weg"),
    [
        ("canvas_ontbreekt", ["canvas_ontbreekt"]),
        ("canvas", ["canvas_ontbreekt"]),
        ("canvas_bezig", []),
        ("voorstel", ["voorstel_te_laat"]),
        ("beheer", ["canvas_ontbreekt", "voorstel_te_laat"]),
        ("oud", ["terugblik_te_laat"]),
        ("review_te_laat", ["review_te_laat"]),
        ("kennismaking_te_laat", ["kennismaking_te_laat"]),
        ("toezegging_te_laat", ["toezegging_te_laat"]),
        ("web_gat", ["web_gat", "web_gat", "web_gat"]),
        ("am-tactisch", ["contact_te_laat"]),
        ("contact_te_laat", ["contact_te_laat"] * 4),
        ("bericht_te_laat", ["bericht_te_laat"]),
        ("iets-anders", []),
    ],
)
def test_what_may_wait_is_kept_apart(onderwerp: str, weg: list[str]) -> None:
    """
    A kind of work by either of its names, a rule or a contract; it leaves the list and is told with its reason.
    """
    acme = maak(LAAT + f"uitstel: [{{onderwerp: {onderwerp}, tot: 2026-04-01, reden: Klant verhuist}}]")

    assert weg == [punt.soort for punt in acme.uitgesteld]
    assert len(VOLGORDE) - len(weg) == len(soorten(acme))
    assert {"Klant verhuist"} >= {punt.uitstel.reden for punt in acme.uitgesteld}


@pytest.mark.parametrize(("tot", "wacht"), [("2026-03-15", False), ("2026-03-16", True), ("2026-03-17", True)])
def test_waiting_ends_after_its_last_day(tot: str, *, wacht: bool) -> None:
    """
    Until and including `tot`.
    """
    acme = maak(LAAT + f"uitstel: [{{onderwerp: canvas_ontbreekt, tot: {tot}, reden: x}}]")

    assert wacht == ("canvas_ontbreekt" not in soorten(acme))


def test_canvas_may_wait_by_its_id_or_when_all_its_contracts_may() -> None:
    """
    A canvas for two contracts still counts while one of them may not wait.
    """
    twee = """
contracten:
  - {id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}
  - {id: telefonie, titel: Telefonie, startdatum: 2024-01-01, einddatum: 2026-12-31}
canvassen: [{id: "2026", contracten: [beheer, telefonie], gestart_op: 2026-01-10}]
uitstel: [%s]
"""
    een = "{onderwerp: %s, tot: 2026-04-01, reden: x}"

    assert 1 == len(teksten(maak(twee % een % "beheer"), "canvas_bezig"))
    assert [] == teksten(maak(twee % f"{een % 'beheer'}, {een % 'telefonie'}"), "canvas_bezig")
    assert [] == teksten(maak(twee % een % '"2026"'), "canvas_bezig")


def test_longest_of_two_postponements_counts() -> None:
    """
    Writing a second one never shortens the first.
    """
    kort, lang = "{onderwerp: web_gat, tot: 2026-04-01, reden: b}", "{onderwerp: web_gat, tot: 2026-05-01, reden: a}"
    uitstel = f"uitstel: [{lang}, {kort}]"

    assert {"a"} == {punt.uitstel.reden for punt in maak(LAAT + uitstel).uitgesteld}


def test_each_item_says_who_when_and_where() -> None:
    """
    So that a page can sort it, address it and link its explanation.
    """
    punten = {punt.soort: punt for punt in maak(LAAT).huiswerk}

    assert "waarom-beheer-voorstel-uiterlijk" == punten["voorstel_te_laat"].anker
    assert (45, "2026-01-30") == (punten["voorstel_te_laat"].dagen_te_laat, str(punten["voorstel_te_laat"].datum))
    assert ("anouk-de-wit", "johan-prins") == (punten["voorstel_te_laat"].wie, punten["terugblik_te_laat"].wie)
    assert "waarom-contact-procesafstemming" == punten["contact_te_laat"].anker
