"""The reasons of the klantbeeld: when they hold, their exact words and order, and the level (domain 2.11)."""

import pytest
from kleine_klant import LOPEND, RETENTIE, maak, redenen

PERSOON = "contactpersonen: [{id: b, naam: H. Bakker, functie: manager, laag: tactisch, %s}]"
CANVAS = 'canvassen: [{id: "2026", contracten: [beheer], gestart_op: 2026-01-10, vakken: {%s}}]'
MOMENT = "contactmomenten: [{datum: %s, signalen: [{soort: %s}]}]"
INSCHATTING = RETENTIE.replace("titel: Beheer,", "titel: Beheer, inschatting: {%s},")
TOEZEGGING = "toezeggingen: [{id: t, tekst: Rapport sturen, %s}]"


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        (CANVAS % "contract: {oordeel: rood, oordeel_op: 2026-02-24, oordeel_bron: mail}",
         ("oordeel_rood", "Contract en voorwaarden: risico (mail, 24 februari 2026)")),
        (CANVAS % "relaties: {oordeel: oranje, oordeel_op: 2026-02-24}",
         ("oordeel_oranje", "Relaties en invloed: let op (24 februari 2026)")),
        (CANVAS % "relaties: {oordeel: oranje, oordeel_op: 2025-12-14, oordeel_bron: review}",
         ("oordeel_oranje", "Relaties en invloed: let op (review, 14 december 2025)")),
        (CANVAS % "relaties: {oordeel: oranje, oordeel_op: 2025-12-13, oordeel_bron: review}", None),
        (CANVAS % "relaties: {oordeel: rood, oordeel_op: 2026-03-17, oordeel_bron: review}", None),
        (CANVAS % "relaties: {oordeel: rood, oordeel_bron: review}", None),
        (CANVAS % "relaties: {oordeel: groen, oordeel_op: 2026-02-24}", None),
        (PERSOON % "rol_bvt: beslisser, houding: kritisch, houding_op: 2026-02-01, houding_bron: gesprek",
         ("beslisser_kritisch", "H. Bakker: nog niet overtuigd (gesprek, 1 februari 2026)")),
        (PERSOON % "rol_bvt: beinvloeder, houding: kritisch, houding_op: 2026-02-01", None),
        (PERSOON % "rol_bvt: beslisser, houding: kritisch, houding_op: 2025-12-01", None),
        (PERSOON % "rol_bvt: beslisser, houding: kritisch, houding_op: 2026-02-01, vertrokken_op: 2026-03-01", None),
        ("evaluaties: [{datum: 2026-02-27, cijfer_resultaat: 8, cijfer_samenwerking: 7.5}]",
         ("garantie_geschonden", "Cijfer 7,5 op 27 februari 2026, nog geen plan")),
        ("evaluaties: [{datum: 2026-02-27, cijfer_resultaat: 7, herstelplan: {}}]",
         ("garantie_herstel", "Cijfer 7 op 27 februari 2026, herstelplan loopt")),
        (MOMENT % ("2026-03-01", "klacht"), ("klacht_open", "Klacht van 1 maart 2026 nog open")),
        (MOMENT % ("2026-03-02", "klacht"), None),
        (MOMENT % ("2026-03-01", "stille_klacht"), None),
        (MOMENT % ("2026-03-01", "klacht, opgevolgd_op: 2026-03-16"), None),
        (MOMENT % ("2026-03-01", "concurrent"), ("concurrent", "Signaal concurrent op 1 maart 2026")),
        (MOMENT % ("2025-12-16", "prijs"), ("prijs", "Signaal prijs op 16 december 2025")),
        (MOMENT % ("2025-12-15", "prijs"), None),
        (MOMENT % ("2026-03-17", "bovendruk"), None),
        (MOMENT % ("2026-03-01", "onderdruk"), ("onderdruk", "Signaal onderdruk op 1 maart 2026")),
        ("verwachtingen: [{id: v, tekst: Storing binnen 4 uur, stand: niet_gehaald, prioriteit: 4}]",
         ("verwachting_niet_gehaald", "Niet gehaald: Storing binnen 4 uur")),
        ("verwachtingen: [{id: v, tekst: Storing binnen 4 uur, stand: niet_gehaald, prioriteit: 3}]", None),
        ("verwachtingen: [{id: v, tekst: Storing binnen 4 uur, stand: niet_gehaald}]", None),
        ("juiste_klant: {scores: {betaalt_op_tijd: deels}}", ("juiste_klant", "Juiste klant: twijfel")),
        ("juiste_klant: {scores: {betaalt_op_tijd: voldoet_niet}}", ("juiste_klant", "Past niet bij onze afspraken")),
        ("signalen: [{datum: 2026-03-01, signaal: Belt niet terug}]",
         ("les_signaal", "Waarschuwingssignaal: Belt niet terug")),
        ("signalen: [{datum: 2026-03-01, signaal: Belt niet terug, gedaan_op: 2026-03-10}]", None),
        (TOEZEGGING % "van: wij, stand: gebroken, stand_op: 2025-09-17",
         ("belofte_gebroken", "Toezegging niet nagekomen: Rapport sturen")),
        (TOEZEGGING % "van: wij, stand: gebroken, stand_op: 2025-09-16", None),
        (TOEZEGGING % "van: klant, stand: gebroken, stand_op: 2026-03-01", None),
        (TOEZEGGING % "van: wij, stand: open, voor_datum: 2026-03-01", None),
    ],
)  # fmt: skip
def test_reason(tekst: str, reden: tuple[str, str] | None) -> None:
    """
    Each reason has its own condition, edge and words; a future or undated judgement never counts.
    """
    assert ([reden] if reden else []) == redenen(maak(LOPEND + tekst))


@pytest.mark.parametrize(
    ("inschatting", "reden"),
    [
        (
            "verwachting: vertrekt, op: 2026-03-02",
            ("inschatting_vertrekt", "Beheer: eigen inschatting is vertrekt (2 maart 2026)"),
        ),
        (
            "verwachting: twijfel, op: 2025-12-14",
            ("inschatting_twijfel", "Beheer: eigen inschatting is twijfel (14 december 2025)"),
        ),
        ("verwachting: twijfel, op: 2025-12-13", None),
        ("verwachting: twijfel", None),
        ("verwachting: verlengt, op: 2026-03-02", None),
    ],
)
def test_own_call(inschatting: str, reden: tuple[str, str] | None) -> None:
    """
    Only a fresh call counts.
    """
    assert ([reden] if reden else []) == redenen(maak(INSCHATTING % inschatting))


def test_own_call_on_an_ended_contract_is_history() -> None:
    """
    Of a running contract only.
    """
    oud = INSCHATTING % "verwachting: vertrekt, op: 2026-03-02"
    oud = oud.replace("2026-12-31", "2026-03-01, uitkomsten: [{datum: 2026-03-01, resultaat: verlengd}]")

    assert [] == redenen(maak(oud))


@pytest.mark.parametrize(
    ("opzegging", "telt"),
    [("door: klant", True), ("door: wij", False), ("door: klant, per_datum: 2026-03-15", False)],
)
def test_notice_by_the_client(opzegging: str, *, telt: bool) -> None:
    """
    While the contract still runs.
    """
    acme = maak(
        RETENTIE.replace("titel: Beheer,", f"titel: Beheer, opzegging: {{ontvangen_op: 2026-02-24, {opzegging}}},")
    )

    assert ([("opgezegd", "Beheer: opgezegd op 24 februari 2026")] if telt else []) == redenen(acme)


def test_signal_counts_once_per_kind_with_its_latest_day() -> None:
    """
    Five remarks about the price are one reason.
    """
    acme = maak(
        LOPEND
        + """
contactmomenten:
  - {datum: 2026-03-01, signalen: [{soort: prijs}, {soort: prijs}, {soort: bovendruk}]}
  - {datum: 2026-03-10, signalen: [{soort: prijs}]}
  - {datum: 2026-02-10, signalen: [{soort: concurrent}, {soort: prijs}]}
"""
    )

    assert [
        ("concurrent", "Signaal concurrent op 10 februari 2026"),
        ("prijs", "Signaal prijs op 10 maart 2026"),
        ("bovendruk", "Signaal bovendruk op 1 maart 2026"),
    ] == redenen(acme)


def test_only_the_current_canvas_speaks() -> None:
    """
    A fresh judgement on an older canvas is history.
    """
    acme = maak(
        RETENTIE
        + """
canvassen:
  - {id: "2025", contracten: [beheer], gestart_op: 2025-07-01,
     vakken: {contract: {oordeel: rood, oordeel_op: 2026-02-24}}}
  - {id: "2026", contracten: [beheer], gestart_op: 2026-03-01}
"""
    )

    assert [] == redenen(acme)


def test_order_of_the_reasons() -> None:
    """
    The table's order; boxes in reading order.
    """
    acme = maak(
        INSCHATTING % "verwachting: vertrekt, op: 2026-03-02"
        + """
canvassen:
  - id: "2026"
    contracten: [beheer]
    gestart_op: 2026-01-10
    vakken:
      contract: {oordeel: rood, oordeel_op: 2026-02-24}
      verwachtingen: {oordeel: oranje, oordeel_op: 2026-02-24}
      relaties: {oordeel: rood, oordeel_op: 2026-02-24}
contactpersonen:
  - {id: b, naam: B, functie: f, laag: tactisch, rol_bvt: beslisser, houding: kritisch, houding_op: 2026-02-01}
contactmomenten: [{datum: 2026-03-01, signalen: [{soort: klacht}, {soort: prijs}]}]
evaluaties: [{datum: 2026-02-27, cijfer_resultaat: 6}]
verwachtingen: [{id: v, tekst: V, stand: niet_gehaald, prioriteit: 5}]
juiste_klant: {scores: {betaalt_op_tijd: deels}}
signalen: [{datum: 2026-03-01, signaal: S}]
toezeggingen: [{id: t, tekst: T, van: wij, stand: gebroken, stand_op: 2026-03-01}]
"""
    )

    assert ["oordeel_rood", "oordeel_rood", "beslisser_kritisch", "garantie_geschonden", "klacht_open",
            "inschatting_vertrekt", "oordeel_oranje", "verwachting_niet_gehaald", "prijs", "juiste_klant",
            "les_signaal", "belofte_gebroken"] == [soort for soort, _ in redenen(acme)]  # fmt: skip
    assert "Relaties en invloed: risico (24 februari 2026)" == redenen(acme)[0][1]


@pytest.mark.parametrize(
    ("tekst", "niveau"),
    [
        ("evaluaties: [{datum: 2026-02-27, cijfer_resultaat: 6}]", "zorg"),
        (MOMENT % ("2026-03-01", "prijs"), "let_op"),
        ("contactmomenten: [{datum: 2026-03-01, signalen: [{soort: prijs}, {soort: concurrent}]}]", "let_op"),
        ("contactmomenten: [{datum: 2026-03-01, signalen: [{soort: prijs}, {soort: concurrent}, {soort: bovendruk}]}]",
         "zorg"),
        ("contactmomenten: [{datum: 2025-12-14}]", "rustig"),
        ("contactmomenten: [{datum: 2025-12-13}]", "onbekend"),
        ("contactmomenten: [{datum: 2026-03-17}]", "onbekend"),
        ("evaluaties: [{datum: 2026-01-01, cijfer_resultaat: 9}]", "rustig"),
        ("evaluaties: [{datum: 2025-10-01, cijfer_resultaat: 9}]", "onbekend"),
        ("evaluaties: [{datum: 2026-01-01}]", "onbekend"),
        (CANVAS % "relaties: {oordeel: groen, oordeel_op: 2026-02-24}", "rustig"),
        (CANVAS % "relaties: {oordeel: groen, oordeel_op: 2025-10-24}", "onbekend"),
        (CANVAS % "relaties: {oordeel: groen}", "onbekend"),
        ("fresheyes: []", "onbekend"),
    ],
)  # fmt: skip
def test_level(tekst: str, niveau: str) -> None:
    """
    One worry or three warnings is worry; silence is only quiet when somebody was heard lately.
    """
    assert niveau == maak(LOPEND + tekst).klantbeeld.niveau


@pytest.mark.parametrize(
    ("vak", "kort", "woorden"),
    [
        (
            "conclusie: Inkoop kent ons niet.",
            "Relaties en invloed: Inkoop kent ons niet",
            "Relaties en invloed: Inkoop kent ons niet (mail, 24 februari 2026)",
        ),
        (
            "conclusie: Inkoop kent ons niet., oordeel_toelichting: De inkoper is nieuw",
            "Relaties en invloed: De inkoper is nieuw",
            "Relaties en invloed: De inkoper is nieuw (mail, 24 februari 2026)",
        ),
        (
            "conclusie: ''",
            "Relaties en invloed: let op (mail, 24 februari 2026)",
            "Relaties en invloed: let op (mail, 24 februari 2026)",
        ),
    ],
)
def test_a_page_says_what_is_wrong_in_a_box(vak: str, kort: str, woorden: str) -> None:
    """
    Why it was judged so, or else the conclusion; the promised output keeps its fixed words.
    """
    oordeel = "oordeel: oranje, oordeel_op: 2026-02-24, oordeel_bron: mail"

    [reden] = maak(RETENTIE + CANVAS % f"relaties: {{{vak}, {oordeel}}}").klantbeeld.redenen

    assert (kort, woorden) == (reden.kort, reden.woorden)
    assert "Relaties en invloed: let op (mail, 24 februari 2026)" == reden.tekst


def test_what_is_wrong_in_a_box_takes_a_line() -> None:
    """
    A long conclusion is cut between two words.
    """
    lang = "conclusie: " + " ".join(["woord"] * 60) + ", oordeel: rood, oordeel_op: 2026-02-24"

    [reden] = maak(RETENTIE + CANVAS % f"relaties: {{{lang}}}").klantbeeld.redenen

    assert reden.kort.endswith("woord…")
    assert len("Relaties en invloed: ") + 110 >= len(reden.kort)


def test_a_page_says_what_does_not_fit() -> None:
    """
    Each criterion that is not met, or in part, and how many nobody looked at.
    """
    scores = "juiste_klant: {scores: {past_bij_ons: voldoet, toegang_beslissers: deels}, getoetst_op: 2026-01-01}"

    [reden] = maak(LOPEND + scores).klantbeeld.redenen

    assert "Juiste klant: twijfel" == reden.tekst
    assert "Juiste klant: twijfel (We komen bij de mensen die beslissen: deels; 6 nog niet beoordeeld)" == reden.kort
