"""The Retentiecanvas on screen and, as far as Python settles it, on paper."""

from collections.abc import Callable

from leesbaar import regels

from macros.afleidingen.dossier import Dossier
from macros.views import render
from macros.views.canvas.canvas import canvas
from macros.views.canvas.canvasvakken import Vakje, gedrukt
from macros.woorden import labels

Klant = Callable[..., Dossier]
CONTRACT = """
    contracten:
      - {id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31,
         opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}}
"""


def met_canvas(vakken: str = "", rest: str = "") -> str:
    """YAML of a client with one canvas."""
    return f"""{CONTRACT}
    canvassen:
      - id: "2026"
        contracten: [beheer]
        gestart_op: 2025-07-14
        vakken: {{{vakken}}}
{rest}"""


def vak(dossier: Dossier, naam: str) -> Vakje:
    """One box of the canvas 2026."""
    [gevonden] = [vak for vak in canvas(dossier, "2026").vakken if vak.id == naam]
    return gevonden


def test_the_form_asks_ten_questions_and_holds_no_answer(klant: Klant) -> None:
    """
    Without a canvas every box is empty and shows its question with hints, in the order 1 to 10.
    """
    view = canvas(klant(CONTRACT), None)

    assert list(range(1, 11)) == [vak.nummer for vak in view.vakken]
    assert all(vak.leeg and vak.vraag and vak.hints for vak in view.vakken)
    assert ("nog 10 van 10 vakken leeg", "Nog niet begonnen") == (view.vulling, view.stand.tekst)
    assert "Moeten we onze waardepropositie veranderen" in render.html(view)


def test_the_form_of_a_client_with_a_canvas_says_where_that_is(klant: Klant) -> None:
    """
    An empty sheet on the wall of a session must not tell the team that nothing was begun.
    """
    view = canvas(klant(met_canvas()), None)

    assert ("leeg blad: wat er al is, staat op de site", "Navragen") == (view.vulling, view.stand.tekst)
    assert all(vak.leeg for vak in view.vakken)


def test_the_strip_tells_when_it_ends_and_is_decided(klant: Klant) -> None:
    """
    The strip names the contract with its end, the decision date and the days to go.
    """
    [contract] = canvas(klant(CONTRACT), None).contracten

    assert ("Beheer", "2026-12-31", "2026-09-30", "over 198 dagen") == (
        contract.titel,
        str(contract.einddatum),
        str(contract.beslisdatum),
        contract.te_gaan,
    )


def test_an_end_behind_us_is_no_end_to_come(klant: Klant) -> None:
    """
    What goes on without an agreement can still be ended, so its notice day stands beside an end that passed.
    """
    door = CONTRACT.replace("2026-12-31", "2025-12-31").replace(
        "stilzwijgende_verlenging: {maanden: 12}", "voortgezet_zonder_afspraak: true"
    )
    view = canvas(klant(door + met_canvas().removeprefix(CONTRACT)), "2026")
    [feiten] = [vak.feiten for vak in view.vakken if vak.id == "contract"]

    assert ["liep af op"] == [contract.einde for contract in view.contracten]
    assert feiten.kort.startswith("liep af op 31 dec 2025, opzeggen t/m 30 sep 2026")


def test_the_canvas_of_a_contract_that_is_over_asks_no_decision(klant: Klant) -> None:
    """
    The client page explains only the end of such a contract: a link to the rest would lead nowhere.
    """
    voorbij = CONTRACT.replace("}}", "}, uitkomsten: [{datum: 2025-10-01, resultaat: verloren}]}").replace(
        "2026-12-31", "2025-12-31"
    )
    view = canvas(klant(voorbij + met_canvas().removeprefix(CONTRACT)), "2026")
    [feiten] = [vak.feiten for vak in view.vakken if vak.id == "contract"]

    assert [("liep af op", None)] == [(contract.einde, contract.beslisdatum) for contract in view.contracten]
    assert "liep af op 31 dec 2025" == feiten.kort


def test_the_strip_speaks_of_its_own_contracts(klant: Klant) -> None:
    """
    Notice on another contract of the client does not close this sheet.
    """
    ander = """      - {id: telefonie, titel: Telefonie, startdatum: 2024-01-01, einddatum: 2026-12-31,
         opzegging: {ontvangen_op: 2026-03-01, door: klant}}
    canvassen:
      - {id: blijft, contracten: [beheer], gestart_op: 2025-07-14}
      - {id: stopt, contracten: [telefonie], gestart_op: 2025-07-14}
"""
    dossier = klant(CONTRACT + ander)

    assert "Verlenging voorbereiden" == canvas(dossier, "blijft").fase.tekst
    assert "Opgezegd" == canvas(dossier, "stopt").fase.tekst


def test_a_fresh_judgement_shows_its_source_and_day(klant: Klant) -> None:
    """
    The judgement is a word with a symbol, the source and the date.
    """
    relaties = vak(
        klant(
            met_canvas("relaties: {conclusie: Smal, oordeel: oranje, oordeel_op: 2026-02-24, oordeel_bron: gesprek}")
        ),
        "relaties",
    )

    assert relaties.oordeel is not None
    assert ("Let op", "▲", "gesprek, 24 feb 2026") == (
        relaties.oordeel.tekst,
        relaties.oordeel.symbool,
        relaties.oordeel_bron,
    )


def test_an_old_judgement_fades_and_an_undated_one_says_so(klant: Klant) -> None:
    """
    Nothing stays green by neglect: after 92 days it must be asked again, without a date it is undated.
    """
    dossier = klant(
        met_canvas(
            "relaties: {conclusie: Smal, oordeel: groen, oordeel_op: 2025-11-01, oordeel_bron: gesprek},"
            "prestatie: {conclusie: Goed, oordeel: groen}"
        )
    )

    oud, zonder_datum = vak(dossier, "relaties").oordeel, vak(dossier, "prestatie").oordeel

    assert oud is not None
    assert zonder_datum is not None
    assert ("Navragen: oordeel van 1 november 2025", "stil") == (oud.tekst, oud.klasse)
    assert ("Op orde, ongedateerd", "stil") == (zonder_datum.tekst, zonder_datum.klasse)


def test_paper_cuts_a_box_at_its_budget_and_counts_what_is_left_out(klant: Klant) -> None:
    """
    Conclusion and points share 400 characters; the screen keeps the rest, paper says how many there are.
    """
    contract = vak(
        klant(met_canvas(f"contract: {{conclusie: {'a' * 390}, punten: [{'b' * 15}, {'c' * 7}]}}")), "contract"
    )

    eerste, tweede = contract.punten
    assert ("b" * 10, "b" * 5) == (eerste.kort, eerste.rest)
    assert ("", "c" * 7) == (tweede.kort, tweede.rest)
    assert 12 == contract.te_veel


def test_what_is_over_budget_stays_on_the_screen(klant: Klant) -> None:
    """
    The page holds all text, with the words for paper beside it.
    """
    html = render.html(canvas(klant(met_canvas(f"contract: {{conclusie: {'a' * 401}}}")), "2026"))

    assert "a" * 400 + '<span class="canvas__scherm">a</span>' in html
    assert "… (1 teken te veel)" in html


def test_line_breaks_do_not_stretch_the_sheet() -> None:
    """
    A hundred line breaks in a text are a hundred spaces, else no budget could keep the sheet one page.
    """
    assert "een twee drie" == gedrukt("een\n\ntwee \n drie", 100).kort


def test_paper_has_five_goals_and_eight_actions(klant: Klant) -> None:
    """
    The first five goals and eight actions are for paper, what needs nobody any more comes last.
    """
    doelen = "".join(f"          - {{id: d{n}, tekst: Doel {n}}}\n" for n in range(7))
    acties = "".join(
        f"          - {{id: a{n}, tekst: Actie {n}, status: {'klaar' if n == 0 else 'open'}}}\n" for n in range(9)
    )
    view = canvas(klant(met_canvas(rest=f"        doelen:\n{doelen}        acties:\n{acties}")), "2026")

    assert (2, 1) == (view.doelen_meer, view.acties_meer)
    assert [5, 8] == [sum(regel.op_papier for regel in regels) for regels in (view.doelen, view.acties)]
    assert "Actie 0" == view.acties[-1].tekst.kort
    assert "+ 2 op het scherm" in render.html(view)


def test_indicators_only_propose_a_colour(klant: Klant) -> None:
    """
    Three checked signals propose "let op"; the judgement of the box stays empty until somebody gives it.
    """
    waarde = vak(klant(met_canvas(
        "waardepropositie: {conclusie: Gewoon, indicatoren: [hygienefactor, vraagt_innovatie, kosten_prijs]}"
    )), "waardepropositie")  # fmt: skip

    assert "3 van 11 signalen aangevinkt, voorstel: let op" == waarde.feiten.kort
    assert waarde.oordeel is not None
    assert "Nog geen oordeel" == waarde.oordeel.tekst
    assert "Wat we leveren geldt als vanzelfsprekend" in waarde.signalen


def test_a_late_action_and_a_late_start_say_so(klant: Klant) -> None:
    """
    An open action past its day is late, and the footer tells that the canvas was started late.
    """
    rest = "        acties: [{id: a1, tekst: Bellen, wie: anouk-de-wit, gereed_op: 2026-03-01}]\n"
    view = canvas(klant(met_canvas(rest=rest)), "2026")

    assert "Te laat" == view.acties[0].status.tekst
    assert "13 dagen later begonnen dan afgesproken" == view.begonnen


def test_what_is_not_for_the_sheet_stands_below_it(klant: Klant) -> None:
    """
    How the client decides and plan B are on the screen, under the canvas.
    """
    rest = "        klantbesluit: {stappen: [MT beslist], begroting_maand: 9}\n        plan_b: Samen met een partner\n"
    html = render.html(canvas(klant(met_canvas(rest=rest)), "2026"))

    blad, onder = html.split("canvas__onder")
    assert "MT beslist" not in blad
    assert all(woorden in onder for woorden in ("MT beslist", "september", "Samen met een partner"))


def test_hostile_text_stays_text(klant: Klant) -> None:
    """
    Nothing from a file becomes HTML, Markdown or Jinja.
    """
    kwaad = "<script>alert(1)</script> {{ 7*7 }} `x` ~~~"
    html = render.html(
        canvas(klant(f'    naam: "{kwaad}"' + met_canvas(f'contract: {{conclusie: "{kwaad}"}}')), "2026")
    )

    assert "<script>" not in html
    assert "&#123;&#123; 7*7 }} &#96;x&#96; &#126;&#126;&#126;" in html


BESLISSER = """
    segment_keuze: {segment: B, reden: Groot}
    contactpersonen: [{id: vos, naam: P. Vos, functie: chef, laag: tactisch, rol_bvt: beslisser}]
"""
ZWAK = f"""
        doelen: [{{id: d1, tekst: Meer werk, soort: groei, datum: 2026-09-01}}]
        acties: [{{id: a1, tekst: "Gesprek & lunch", wie: rik-smeets, gereed_op: 2026-09-01, status: loopt}}]
        plan_b: Stappen zetten
{BESLISSER}"""


def test_what_can_be_sharper_stands_below_the_sheet(klant: Klant) -> None:
    """
    Each remark quotes, names its box and links to the box and the handbook; nothing of it is on the sheet itself.
    """
    html = render.html(canvas(klant(met_canvas(rest=ZWAK)), "2026"), "../../../../")
    onder = html.partition('id="scherper"')[2].partition("</section>")[0]

    assert 3 == onder.count("<li>")
    assert '<dt><a href="#vak-plan">Plan</a></dt>' in onder
    assert '<q class="canvas__citaat">Gesprek &amp; lunch</q> zegt niet' in onder
    assert 'href="../../../../handboek/retentiecanvas/#actie-met-werkwoord">Actie zonder werkwoord</a>' in onder
    assert "<dt>Plan B</dt>" in onder
    assert 2 == html.count('<a class="canvas__merk canvas__scherm" href="#scherper">')


def test_a_sharp_canvas_has_no_list(klant: Klant) -> None:
    """
    No remark, no heading and no mark.
    """
    html = render.html(canvas(klant(met_canvas("relaties: {conclusie: Vos tekent}", BESLISSER)), "2026"))

    assert "Kan scherper" not in html
    assert "canvas__merk" not in html


def test_open_agreements_stand_below_the_current_canvas(klant: Klant) -> None:
    """
    What we assume with the expectations, and promises of a side that made any; never below an older canvas.
    """
    eerder = """
      - {id: "2023", contracten: [beheer], gestart_op: 2023-07-14}
    aannames: [{id: n1, tekst: Ze blijven, toets: Vragen}, {id: n2, tekst: Oud nieuws, stand: klopt}]
    toezeggingen: [{id: t1, tekst: Rapport, van: wij, voor_datum: 2026-03-13}]
"""
    dossier = klant(met_canvas(rest=eerder))
    view = canvas(dossier, "2026")

    assert view.afspraken is not None
    aannames, beloften = view.afspraken.delen
    [aanname] = regels(aannames)
    assert aanname.startswith("Ze blijven")
    assert "Wij beloofden" == beloften.kop
    assert "Nog te toetsen" in render.html(view)
    assert canvas(dossier, "2023").afspraken is None
    assert "1 aanname te toetsen" in vak(dossier, "verwachtingen").feiten.kort


def voet(dossier: Dossier, naam: str | None) -> list[str]:
    """What the foot of a sheet says of coach, interim evaluation and canvas."""
    view = canvas(dossier, naam)
    delen = [f"{deel.label.tekst} {deel.wanneer}".strip() for deel in (view.coach, view.tussenevaluatie)]
    return [*delen, f"{view.stand.tekst} {view.vulling}"]


def test_the_form_knows_what_was_done_on_the_canvas_in_use(klant: Klant) -> None:
    """
    The empty sheet of a session does not call late what its canvas says was held.
    """
    gedaan = """
        coach: {wie: johan-prins, datum: 2026-03-06, oordeel: groen}
        tussenevaluatie: {datum: 2026-02-10, werkt_het: ja}"""

    assert ["Op orde Johan Prins, 6 mrt 2026", "Werkt 10 feb 2026"] == voet(klant(met_canvas(rest=gedaan)), None)[:2]
    assert ["Nog niet besproken", "Te laat op 14 feb 2026"] == voet(klant(met_canvas()), None)[:2]


def test_a_canvas_of_an_earlier_period_asks_nothing(klant: Klant) -> None:
    """
    It keeps its judgements and actions as they were, with no days or facts of the period after it.
    """
    eerder = """
      - id: "2023"
        contracten: [beheer]
        gestart_op: 2023-07-05
        vakken: {relaties: {conclusie: Breed, oordeel: groen, oordeel_op: 2023-09-01, oordeel_bron: gesprek}}
        acties: [{id: a1, tekst: Laptops kiezen, wie: anouk-de-wit, gereed_op: 2024-06-14}]"""
    dossier = klant(met_canvas(rest=eerder))

    view = canvas(dossier, "2023")

    [relaties] = [vak for vak in view.vakken if vak.id == "relaties"]
    assert ["Niet besproken", "Niet gehouden", "Afgerond 2 van 10 vakken gevuld"] == voet(dossier, "2023")
    assert ("Op orde", "gesprek, 1 sep 2023") == (relaties.oordeel and relaties.oordeel.tekst, relaties.oordeel_bron)
    assert [("Afgerond", None, None, "")] == [
        (view.fase.tekst, contract.einddatum, contract.beslisdatum, contract.te_gaan) for contract in view.contracten
    ]
    assert ["Open"] == [actie.status.tekst for actie in view.acties]
    assert not any(vak.feiten.kort for vak in view.vakken)


def test_a_canvas_asks_nothing_once_its_contracts_are_decided(klant: Klant) -> None:
    """
    The signed contract is what it was for: nobody needs to ask again what the team thought of it.
    """
    oud = met_canvas("relaties: {conclusie: Breed, oordeel: groen, oordeel_op: 2025-09-01}")
    getekend = oud.replace("{maanden: 12}}", "{maanden: 12}, uitkomsten: [{datum: 2026-02-17, resultaat: verlengd}]}")

    assert ["Nog niet besproken", "Te laat op 14 feb 2026", "Navragen nog 9 van 10 vakken leeg"] == voet(
        klant(oud), "2026"
    )
    assert ["Niet besproken", "Niet gehouden", "Afgerond 1 van 10 vakken gevuld"] == voet(klant(getekend), "2026")
    assert vak(klant(getekend), "relaties").oordeel == labels.OORDEEL["groen"]


def test_the_sheets_name_who_stands_in(klant: Klant) -> None:
    """
    Beside the role, the open action and the question for approval; not beside what was done.
    """
    team = """
        personen:
          - {id: anouk-de-wit, naam: Anouk de Wit, vervanger: rik-smeets, afwezig: [{van: 2026-03-09, tot: 2026-04-30}]}
          - {id: rik-smeets, naam: Rik Smeets}
    """
    plan = """
        goedkeuring:
          - {wie: anouk-de-wit, stand: gevraagd}
          - {wie: anouk-de-wit, stand: akkoord}
        acties:
          - {id: a1, tekst: Bellen, wie: anouk-de-wit, gereed_op: 2026-04-01}
          - {id: a2, tekst: Mailen, wie: anouk-de-wit, gereed_op: 2026-01-01, status: klaar}"""
    dossier = klant(met_canvas(rest=plan), team=team)
    samen = "Anouk de Wit (Rik Smeets neemt waar)"

    view = canvas(dossier, "2026")

    assert ("Accountmanager", samen) == view.driehoek[0]
    assert [samen, "Anouk de Wit"] == [actie.wie.kort for actie in view.acties]
    assert f"{samen}: gevraagd; Anouk de Wit: akkoord" == vak(dossier, "team").feiten.kort


def test_above_the_sheet_stands_what_is_weak_or_empty(klant: Klant) -> None:
    """
    The worst first, by name and with a way to the box; paper has the sheet alone, and the form says nothing.
    """
    zwak = "relaties: {conclusie: Dun, oordeel: rood, oordeel_op: 2026-03-01, oordeel_bron: gesprek}"
    dossier = klant(met_canvas(zwak))

    view = canvas(dossier, "2026")

    assert ["Risico", "Nog leeg"] == [woord for woord, _ in view.zwakte]
    assert (1, 9) == (len(view.zwakte[0][1]), len(view.zwakte[1][1]))
    assert "na Beheer opnieuw voor ons" in view.opzet
    assert '<p class="canvas__opzet canvas__scherm">' in render.html(view)
    assert "" == canvas(dossier, None).opzet
