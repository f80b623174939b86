"""The parts of the client page: their words, their empty states, and that text from a file stays text."""

import re
from collections.abc import Callable

import pytest
from leesbaar import blokken, deel, regels, tabel, woorden

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.aanleidingen import let_op
from macros.views import render
from macros.views.canvas.canvasfeiten import canvaslijst
from macros.views.delen.blad import Feiten, Naast, Vouw
from macros.views.delen.register import Register
from macros.views.klant.account_afspraken import account_beloften, account_verwachtingen
from macros.views.klant.account_contracten import account_contracten
from macros.views.klant.account_kansen import account_kansen
from macros.views.klant.account_mensen import account_driehoek, account_mensen, account_web
from macros.views.klant.account_nu import account_gaten, account_huiswerk, account_lessen, account_momenten
from macros.views.klant.account_tevredenheid import account_tevredenheid
from macros.views.klant.account_tijdlijn import account_contact, account_tijdlijn
from macros.views.klant.accountkop import Accountkop, accountkop
from macros.views.klant.accountover import account_over
from macros.views.klant.gesprek import gesprek
from macros.views.render import toon

Klant = Callable[..., Dossier]
RETENTIE = """
    contracten:
      - {id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, jaarwaarde: 210000,
         opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}}
"""
DELEN: list[Callable[[Dossier], render.View]] = [
    accountkop, account_over, account_momenten, account_huiswerk, account_contracten, canvaslijst, account_driehoek,
    account_mensen,
    account_verwachtingen, account_beloften, account_contact, account_tevredenheid, account_kansen, account_tijdlijn,
    account_gaten, account_web,
]  # fmt: skip


def vak(view: Accountkop, kop: str) -> str:
    """The words of one question of the first screen."""
    return next(woorden(deel.inhoud) for deel in view.vakken if deel.kop == kop)


@pytest.mark.parametrize(
    ("deel", "woorden"),
    [
        (account_momenten, "Geen contract, dus geen datums."),
        (account_huiswerk, "we weten het dus niet"),
        (account_contracten, "Geen contracten."),
        (canvaslijst, "Nog geen Retentiecanvas"),
        (account_driehoek, "Nog niemand"),
        (account_mensen, "Nog geen contactpersonen."),
        (account_web, "Nog geen contactpersonen, dus geen web."),
        (account_verwachtingen, "Nog geen verwachtingen vastgelegd."),
        (account_beloften, "Geen open toezeggingen van ons."),
        (account_contact, "Geen contactafspraken: kies eerst een segment."),
        (account_tevredenheid, "Nog geen cijfer van de klant."),
        (account_kansen, "Nog geen kansen genoteerd."),
        (account_tijdlijn, "Nog niets vastgelegd."),
    ],
)
def test_a_part_with_nothing_keeps_its_words(
    klant: Klant, deel: Callable[[Dossier], render.View], woorden: str
) -> None:
    """
    A client of which we know only the name has no empty page parts.
    """
    assert woorden in render.html(deel(klant()))


@pytest.mark.parametrize("deel", DELEN)
def test_text_of_a_file_stays_text(klant: Klant, deel: Callable[[Dossier], render.View]) -> None:
    """
    Every part escapes what a file says.
    """
    kwaad = "<script>alert(1)</script>{{7*7}}"
    dossier = klant(f"""
        naam: '{kwaad}'
        omschrijving: '{kwaad}'
        aliassen: ['{kwaad}']
        doelen_klant: ['{kwaad}']
        concurrenten: [{{naam: '{kwaad}', wat: '{kwaad}'}}]
        contracten: [{{id: c, titel: '{kwaad}', startdatum: 2024-01-01, einddatum: 2026-12-31, document: '{kwaad}'}}]
        contactpersonen: [{{id: p, naam: '{kwaad}', functie: '{kwaad}', laag: tactisch, belang: '{kwaad}'}}]
        contactmomenten: [{{datum: 2026-03-01, met: [p], kern: '{kwaad}',
          signalen: [{{soort: klacht, tekst: '{kwaad}'}}]}}]
        verwachtingen: [{{id: v, tekst: '{kwaad}', meting: '{kwaad}'}}]
        toezeggingen: [{{id: t, van: wij, tekst: '{kwaad}'}}]
        evaluaties: [{{datum: 2026-03-01, opdracht: '{kwaad}', goed: '{kwaad}'}}]
        kansen: [{{id: k, tekst: '{kwaad}', status: '{kwaad}'}}]
        projecten: [{{id: j, titel: '{kwaad}'}}]
        wijzigingen: [{{datum: 2026-03-01, tekst: '{kwaad}'}}]
        uitstel: [{{onderwerp: gaten, tot: 2026-12-31, reden: '{kwaad}'}}]
    """)

    html = render.html(deel(dossier))

    assert "<script>" not in html
    assert "{{7" not in html


def test_the_head_shows_the_chosen_segment_beside_the_computed_one(klant: Klant) -> None:
    """
    When a colleague chose another segment than the scores say, both are shown with the reason.
    """
    view = account_over(klant("""
        segment_keuze: {segment: A, reden: Groeit hard, op: 2026-01-20}
        waarde: {scores: {omzetaandeel: 2, brutomarge: 2, strategisch: 2, groei: 2, referentie: 2}}
    """, instellingen="onderdelen: {scores: true}"))  # fmt: skip

    [feiten] = [blok for blok in view.blokken if isinstance(blok, Feiten)]
    feit = woorden(dict(feiten.paren)["Segment"])
    assert feit.startswith("A-klant ")
    assert feit.endswith(" berekend: C; zelf gekozen: Groeit hard (20 januari 2026)")


def test_the_own_call_stands_beside_the_klantbeeld_and_gets_old(klant: Klant) -> None:
    """
    The call of the account manager is shown with its day; after 92 days it must be asked again.
    """
    view = accountkop(
        klant("""
        contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31,
          inschatting: {verwachting: verlengt, op: 2025-11-01, bron: gesprek}}]
    """)
    )

    assert "Verlengt, navragen gesprek, 1 november 2025, 135 dagen geleden" == vak(view, "Eigen inschatting")


def test_the_head_links_out_and_to_the_file(klant: Klant) -> None:
    """
    CRM and the file are one click away, and so is changing the client.
    """
    html = render.html(
        accountkop(klant("verwijzingen: {crm: https://crm.intern.example/1}"), "https://git.example/acme.yml")
    )

    assert 'href="https://crm.intern.example/1"' in html
    assert 'href="https://git.example/acme.yml" rel="noreferrer">Bestand wijzigen' in html


def test_moments_start_with_what_is_late(klant: Klant) -> None:
    """
    What is late comes first and says how late; every moment links to its steps.
    """
    canvas = '    canvassen: [{id: "2026", contracten: [beheer], gestart_op: 2025-07-01}]\n'
    [momenten] = blokken(account_momenten(klant(RETENTIE + canvas)), Feiten)

    (dag, wat), *rest = momenten.paren
    assert "Tussenevaluatie Te laat 30 dagen te laat" == woorden(wat)
    assert 'href="accounts/acme/#waarom-beheer-tussenevaluatie-op"' in str(toon(dag))
    dagen = [re.findall(r'datetime="([^"]+)"', str(toon(dag)))[0] for dag, _ in rest]
    assert sorted(dagen) == dagen


def test_every_link_within_the_page_has_an_end(klant: Klant) -> None:
    """
    What moments and homework link to is an id of another part of the page.
    """
    dossier = klant(
        RETENTIE
        + """
    segment_keuze: {segment: A, reden: Groot}
    contactpersonen: [{id: p, naam: P. Vos, functie: inkoper, laag: tactisch, rol_bvt: beslisser, sinds: 2026-01-01}]
    in_beheer_sinds: 2024-06-01
    toezeggingen: [{id: t, van: wij, tekst: Bellen, voor_datum: 2026-01-01}]
    """
    )
    html = "".join(render.html(deel(dossier)) for deel in DELEN)

    koppen = {"klantbeeld", "contracten", "tijdlijn", "mensen", "over", "beloften"}
    assert (
        set()
        == set(re.findall(r'href="accounts/acme/#([^"]+)"', html)) - set(re.findall(r' id="([^"]+)"', html)) - koppen
    )


def test_an_id_occurs_once(klant: Klant) -> None:
    """
    Two contracts and their dates share no id with each other or with another part.
    """
    tweede = RETENTIE + "      - {id: netwerk, titel: Netwerk, startdatum: 2025-01-01, einddatum: 2027-12-31}\n"
    dossier = klant(tweede)
    ids = re.findall(r' id="([^"]+)"', "".join(render.html(deel(dossier)) for deel in DELEN))

    assert sorted(set(ids)) == sorted(ids)


def test_a_contract_opens_the_steps_of_each_date(klant: Klant) -> None:
    """
    The notice deadline shows the fact with its key, the rule with its paragraph, and the result as its heading.
    """
    html = render.html(account_contracten(klant(RETENTIE)), "../../")

    stuk = re.search(
        r'<summary>[^/]*>30 september 2026</time></summary><ol id="waarom-beheer-opzegdeadline">(.*?)</ol>', html
    )
    assert stuk is not None
    assert "opzegtermijn 3 maanden</li>" in stuk[1]
    assert 'href="../../handboek/contractdatums/#opzegdeadline"' in stuk[1]


def test_a_contract_tells_what_was_agreed(klant: Klant) -> None:
    """
    Term, value, notice and tacit renewal stand in words.
    """
    [kaart] = account_contracten(klant(RETENTIE)).lopend

    assert {
        "Looptijd": "Bepaalde tijd, vanaf 1 januari 2024 tot en met 31 december 2026",
        "Waarde": "€\xa0210.000 per jaar",
        "Opzegtermijn": "3 maanden",
        "Loopt vanzelf door": "ja, telkens met 12 maanden",
    } == dict(kaart.feiten)


def test_the_course_of_a_contract_is_told(klant: Klant) -> None:
    """
    Renewals, our decision and a notice are sentences.
    """
    [kaart] = account_contracten(klant("""
        contracten:
          - id: c
            titel: Beheer
            startdatum: 2024-01-01
            einddatum: 2025-12-31
            jaarwaarde: 90000
            verlengingen: [{datum: 2025-10-01, nieuwe_einddatum: 2026-12-31, soort: overeenkomst, jaarwaarde: 96000}]
            verlengbesluit: {besluit: doorgaan, wie: anouk-de-wit, op: 2026-02-01}
            opzegging: {ontvangen_op: 2026-03-01, door: klant, reden: Te duur}
    """)).lopend  # fmt: skip
    prijs = "Prijs vanaf 1 januari 2026: €\xa096.000 per jaar."

    assert (
        f"Verlengd bij overeenkomst op 1 oktober 2025, tot en met 31 december 2026. {prijs}",
        "Verlengbesluit doorgaan (Anouk de Wit, 1 februari 2026)",
        "Opgezegd door de klant op 1 maart 2026. Reden: Te duur",
    ) == kaart.loop


def test_a_critical_decider_is_worded_kindly_and_a_stale_attitude_fades(klant: Klant) -> None:
    """
    Colleagues read "Nog niet overtuigd"; an attitude of long ago must be asked again.
    """
    mensen = account_mensen(klant("""
        contactpersonen:
          - {id: a, naam: A. Boer, functie: directeur, laag: strategisch, rol_bvt: beslisser, invloed: 5,
             houding: kritisch, houding_op: 2026-03-01, relaties: [anouk-de-wit]}
          - {id: b, naam: B. Vis, functie: chef, laag: tactisch, rol_bvt: beslisser,
             houding: fan, houding_op: 2025-01-01}
          - {id: c, naam: C. Weg, functie: chef, laag: tactisch, vertrokken_op: 2025-06-01}
    """))  # fmt: skip

    assert ["Nog niet overtuigd 1 mrt 2026", "Fan, navragen 1 jan 2025"] == [
        rij["Houding"] for rij in tabel(blokken(mensen, Register)[0])
    ]
    assert ["1 vertrokken C. Weg, chef, tot 1 juni 2025"] == [woorden(vouw) for vouw in blokken(mensen, Vouw)]


def test_an_expectation_that_we_only_suspect_asks_to_be_checked(klant: Klant) -> None:
    """
    A suspected expectation is no fact, whatever state we think it has.
    """
    verwachtingen = deel(account_verwachtingen(klant("""
        verwachtingen:
          - {id: v1, tekst: Snel, soort: vermoed, prioriteit: 2, stand: gehaald}
          - {id: v2, tekst: Goed, soort: uitgesproken, prioriteit: 5, stand: loopt, gecheckt_op: 2026-03-01}
    """)), "Verwachtingen")  # fmt: skip

    assert [
        "Goed Loopt prioriteit 5 · nagevraagd op 1 maart 2026",
        "Snel Vermoed: vraag het na prioriteit 2 · nog niet nagevraagd",
    ] == regels(verwachtingen)


def test_promises_go_both_ways_and_kept_ones_are_folded(klant: Klant) -> None:
    """
    An open promise past its day is late; a kept one is counted behind the fold.
    """
    lijsten = account_beloften(klant("""
        toezeggingen:
          - {id: t1, van: wij, tekst: Bellen, wie: anouk-de-wit, voor_datum: 2026-03-01}
          - {id: t2, van: wij, tekst: Sturen, stand: nagekomen}
          - {id: t3, van: klant, tekst: Kiezen, voor_datum: 2026-04-01}
    """))  # fmt: skip

    wij, zij = lijsten.delen
    assert ["Bellen Te laat Anouk de Wit · voor 1 maart 2026, 15 dagen te laat"] == regels(wij)
    assert ["1 nagekomen, gebroken of vervallen"] == [klaar.kop for klaar in wij.delen]
    assert ["Kiezen Open voor 1 april 2026"] == regels(zij)


def test_a_late_contact_rule_says_how_long_we_did_not_speak(klant: Klant) -> None:
    """
    Late contact is counted in days of silence beside the agreement (domain 5.10).
    """
    view = account_contact(klant("""
        segment_keuze: {segment: A, reden: Groot}
        in_beheer_sinds: 2025-01-01
        contracten: [{id: c, titel: Beheer, startdatum: 2025-01-01, einddatum: 2029-12-31}]
        contactpersonen: [{id: p, naam: P. Vos, functie: chef, laag: tactisch}]
        contactmomenten: [{datum: 2025-12-18, wie: anouk-de-wit, met: [p], kern: Jaargesprek, nagevraagd: [v, w]}]
        verwachtingen: [{id: v, tekst: Snelle hulp}, {id: w, tekst: Vaste mensen}]
    """))  # fmt: skip

    [naast] = blokken(view, Naast)
    links, rechts = (woorden(helft) for helft in naast.delen)
    assert "88 dagen niet gesproken (afspraak: 61) · Anouk de Wit" in links[links.index("Accountmanager, tactisch") :]
    gesprek = "18 december 2025 Bezoek, Anouk de Wit met P. Vos Jaargesprek"
    assert rechts.endswith(f"{gesprek} Nagevraagd: Snelle hulp; Vaste mensen")


def test_a_client_page_says_what_was_sent_last_and_to_whom_it_may_go(klant: Klant) -> None:
    """
    The last message with the call about it, and the people by the ground on which they may get one.
    """
    view = account_contact(
        klant(
            """
            contracten: [{id: c, titel: Beheer, startdatum: 2025-01-01, einddatum: 2029-12-31}]
            contactpersonen:
              - {id: p, naam: P. Vos, functie: chef, laag: tactisch, nieuwsbrief: bestaande_klant}
              - {id: q, naam: Q. Bos, functie: inkoper, laag: tactisch, nieuwsbrief: nee}
            """,
            berichten="berichten: [{datum: 2026-03-01, onderwerp: Klantmiddag, nagebeld: {acme: 2026-03-05}}]",
        )
    )

    tekst = woorden(view)
    assert "Laatst: “Klantmiddag”, 1 maart 2026, nagebeld op 5 maart 2026 Nieuwsbrief" in tekst
    assert "Nieuwsbrief als bestaande klant: P. Vos; niet: Q. Bos" in tekst


def test_marks_show_the_guarantee_and_the_repair_plan(klant: Klant) -> None:
    """
    A mark below 8 with a plan is worded as such, and the plan stands with the mark.
    """
    cijfers = deel(account_tevredenheid(klant("""
        evaluaties:
          - {datum: 2026-02-27, opdracht: Migratie, cijfer_resultaat: 7.5, cijfer_samenwerking: 8.5,
             herstelplan: {start: 2026-03-02, eigenaar: anouk-de-wit, acties: [Restpunten oplossen]}}
    """)), "Cijfers")  # fmt: skip

    garantie, migratie = regels(cijfers)
    assert garantie.startswith("8-garantie Onder de 8, herstelplan loopt")
    plan = "herstelplan: vanaf 2 maart 2026, Anouk de Wit, Restpunten oplossen"
    assert f"Migratie: 7,5 en 8,5 27 februari 2026 · {plan}" == migratie


def test_the_timeline_tells_the_past_and_not_the_plans(klant: Klant) -> None:
    """
    The latest comes first; what is planned does not belong to what happened.
    """
    blad = account_tijdlijn(klant("""
        klant_sinds: 2019-05-01
        contactmomenten: [{datum: 2026-02-01, wie: anouk-de-wit, kern: Geweest}, {datum: 2026-06-01, kern: Straks}]
        wijzigingen: [{datum: 2025-03-01, soort: reorganisatie, tekst: Twee afdelingen samen}]
    """))  # fmt: skip

    assert (
        "2026 1 feb 2026 Bezoek Anouk de Wit: Geweest "
        "2025 1 mrt 2025 Wijziging Reorganisatie: Twee afdelingen samen "
        "2019 1 mei 2019 Klant Klant geworden"
    ) == woorden(blad)


def test_homework_and_signals_are_apart_and_postponed_work_is_grey(klant: Klant) -> None:
    """
    Our own work never stands among the signals of the client; what may wait is shown with its reason.
    """
    view = account_huiswerk(
        klant(
            RETENTIE
            + """
    segment_keuze: {segment: A, reden: Groot}
    uitstel: [{onderwerp: review_te_laat, tot: 2026-05-01, reden: Komt in april}]
    fresheyes: [{uitgevoerd_op: 2024-12-01}]
    """
        )
    )

    [naast] = blokken(view, Naast)
    signalen, huiswerk = map(woorden, naast.delen)
    assert "we weten het dus niet" in signalen
    assert "Retentiecanvas voor Beheer: nog niet begonnen" in huiswerk
    assert "Frisse blik: uiterlijk 1 december 2025. Tot en met 1 mei 2026: Komt in april" in huiswerk


def test_the_missing_contract_manager_says_what_filling_it_buys(klant: Klant) -> None:
    """
    An empty corner of the triangle is named with the reason to fill it.
    """
    [hoeken] = blokken(account_driehoek(klant(RETENTIE)), Naast)

    assert woorden(hoeken.delen[1]).startswith("Contractmanager Nog niemand Wijs een contractmanager aan")


def test_canvases_of_the_past_are_history(klant: Klant) -> None:
    """
    The newest canvas of a contract is the current one; an older one stands folded.
    """
    view = canvaslijst(
        klant(
            RETENTIE
            + """
    canvassen:
      - {id: "2026", contracten: [beheer], gestart_op: 2025-07-14}
      - {id: "2023", contracten: [beheer], gestart_op: 2022-07-14}
    """
        )
    )

    assert (["2026"], ["2023"]) == ([rij.pad for rij in view.nu], [rij.pad for rij in view.eerder])
    assert "13 dagen later begonnen dan afgesproken" in view.nu[0].bij


def test_a_training_shows_its_goals_and_when_we_ask_again(klant: Klant) -> None:
    """
    Three goals, and the days that follow from the training: half a year and a year later.
    """
    [training] = regels(deel(account_tevredenheid(klant("""
        trainingen:
          - {datum: 2026-02-10, doelgroep: Planners, doel_emotioneel: Eindelijk rust,
             doel_kort: Zelf een rit boeken, doel_lang: Niemand belt nog}
    """)), "Trainingen"))  # fmt: skip

    assert (
        "Training voor Planners 10 februari 2026 · gevoel achteraf: Eindelijk rust · doel voor morgen: Zelf een rit "
        "boeken · doel over zes maanden: Niemand belt nog · navragen op 10 augustus 2026 · terugkomen op 10 februari "
        "2027"
    ) == training


def test_a_training_shows_what_it_brought(klant: Klant) -> None:
    """
    What was done takes the place of the day on which to do it.
    """
    [training] = regels(deel(account_tevredenheid(klant("""
        trainingen:
          - {datum: 2025-01-10, doelgroep: Planners, nagevraagd_op: 2025-07-11, opbrengst: Niemand belt nog,
             teruggekomen_op: 2026-01-12}
    """)), "Trainingen"))  # fmt: skip

    assert (
        "Training voor Planners 10 januari 2025 · nagevraagd op 11 juli 2025 · opbrengst: Niemand belt nog · "
        "teruggekomen op 12 januari 2026"
    ) == training


def test_closing_says_what_was_agreed_and_whom_we_follow(klant: Klant) -> None:
    """
    What is done, planned or still to do, with the points and the people themselves.
    """
    afsluiting = deel(account_tevredenheid(klant("""
        contactpersonen: [{id: p, naam: P. Vos, functie: chef, laag: tactisch}]
        afsluiting:
          punten_afgesproken: [Data terug, Laatste factuur]
          overdracht_klaar_op: 2026-04-01
          volg_contactpersonen: [p]
    """)), "Afsluiting")  # fmt: skip

    assert [
        "Punten afgesproken met de klant Gedaan Data terug; Laatste factuur",
        "Overdracht klaar Gepland 1 april 2026",
        "Laatste gesprek Nog doen",
        "Mensen om te blijven volgen Gedaan P. Vos",
    ] == regels(afsluiting)


def test_the_start_tells_what_went_wrong_before_us(klant: Klant) -> None:
    """
    For a client that was taken over: the four answers about the other supplier, under how we began.
    """
    begin = deel(account_verwachtingen(klant("""
        opstart:
          kickoff_op: 2025-01-09
          overdracht_voor_tekenen: false
          vorige_leverancier: {verleden: Met een belofte, heden: Niemand belde terug, toekomst: Wekelijks bellen,
                               les: Beloof minder}
    """)), "Hoe we begonnen")  # fmt: skip

    assert [
        "Kick-off op 9 januari 2025",
        "De uitvoering sprak de klant niet voor de handtekening",
        "Zo begon de vorige leverancier: Met een belofte",
        "Dat ging mis: Niemand belde terug",
        "Bij ons moet anders: Wekelijks bellen",
        "Onze les: Beloof minder",
    ] == regels(begin)


def test_old_talks_keep_their_signals(klant: Klant) -> None:
    """
    A talk in the timeline tells what the client let show, and when it was taken up; what is old folds, and stays.
    """
    momenten = "\n".join(f"          - {{datum: 2025-{maand:02d}-01, kern: Maand {maand}}}" for maand in range(1, 13))
    view = account_tijdlijn(
        klant(f"""
        contactmomenten:
          - datum: 2024-05-01
            kern: Rondgang
            signalen: [{{soort: klacht, tekst: Te traag, opgevolgd_op: 2024-05-20}}, {{soort: prijs}}]
{momenten}
{momenten.replace("Maand", "Deel")}
    """)
    )

    [eerder] = blokken(view, Vouw)
    assert "7 eerder" == eerder.kop
    assert woorden(eerder).endswith(
        "2024 1 mei 2024 Bezoek Bezoek: Rondgang · Klacht: Te traag, opgevolgd op 20 mei 2024 · Prijs"
    )


def test_a_sign_that_was_dealt_with_keeps_its_step_and_outcome(klant: Klant) -> None:
    """
    The step of a lesson does not go when it is done: it stands folded, with what came of it.
    """
    view = account_lessen(
        klant(
            """
            signalen:
              - {datum: 2026-01-10, les: stilte, signaal: Belt niet meer, actiestap: Zelf langsgaan,
                 gedaan_op: 2026-01-20, uitkomst: Weer in gesprek}
              - {datum: 2026-03-10, les: stilte, signaal: Nog open}
            """,
            lessen="lessen: [{id: stilte, titel: Stilte is geen rust}]",
        )
    )

    assert (
        "1 eerder gezien en afgehandeld Belt niet meer gezien op 10 januari 2026 · les: Stilte is geen rust"
        " · stap: Zelf langsgaan · gedaan op 20 januari 2026 · uitkomst: Weer in gesprek"
    ) == woorden(blokken(view, Vouw)[0])


def test_a_contract_that_is_over_can_still_be_found(klant: Klant) -> None:
    """
    Of a contract that ended its number and its place stay; what was to be decided about it goes.
    """
    [over] = account_contracten(klant("""
        contracten:
          - {id: oud, titel: Oud, startdatum: 2020-01-01, einddatum: 2022-12-31, contractnummer: C-12, document: Kast 3,
             bron: {register: Inkoop, sleutel: "77"}, opzegtermijn: {aantal: 3, eenheid: maanden},
             uitkomsten: [{datum: 2022-10-01, resultaat: verloren}]}
    """)).beeindigd  # fmt: skip

    assert {"Contractnummer": "C-12", "Ligt in": "Kast 3", "Komt uit": "Inkoop, regel 77"}.items() <= dict(
        over.feiten
    ).items()
    assert "Opzegtermijn" not in dict(over.feiten)


def test_a_client_that_leaves_in_part_is_advised_for_each_part(klant: Klant) -> None:
    """
    The phase and its advice are of what goes on; closing decently is asked for the contract under notice alone.
    """
    dossier = klant(
        RETENTIE + "      - {id: tel, titel: Telefonie, startdatum: 2024-01-01, einddatum: 2026-12-31,\n"
        "         opzegging: {ontvangen_op: 2026-03-01, door: klant}}\n"
    )
    kop = accountkop(dossier)

    assert "Verlenging voorbereiden" in woorden(kop.fase)
    assert [
        "Werk met het Retentiecanvas toe naar het beslismoment.",
        "Deels opgezegd Telefonie: Rond netjes af en plan een terugblik.",
    ] == [woorden(regel) for regel in kop.raad]


def test_an_estimated_start_is_not_told_as_a_fact(klant: Klant) -> None:
    """Neither with the contract nor as an event, and a notice before it is no mistake."""
    dossier = klant(RETENTIE.replace("startdatum: 2024-01-01", "startdatum: 2026-03-16, startdatum_geschat: true"))

    assert "begin niet bekend, tot en met 31 december 2026" in woorden(toon(account_contracten(dossier)))
    assert "Beheer begonnen" not in woorden(toon(account_tijdlijn(dossier)))


def test_what_misses_is_named_in_words(klant: Klant) -> None:
    """
    A gap says of whom or of what, as a reader knows it, and never where that stands in the file.
    """
    html = toon(
        account_gaten(klant(RETENTIE + "    contactpersonen: [{id: p, naam: P. Prins, functie: f, laag: tactisch}]"))
    )

    assert "<code>" not in html
    assert "P. Prins" in html


def test_who_will_leave_is_known_before_that_day(klant: Klant) -> None:
    """
    With the person stand the day, who comes after, and what was promised; the sheet for a visit has the day.
    """
    dossier = klant("""
        contactpersonen:
          - {id: k, naam: K. Vos, functie: inkoper, laag: tactisch, vertrokken_op: 2026-04-01, opvolger: n}
          - {id: n, naam: N. Bos, functie: inkoper, laag: tactisch}
        toezeggingen:
          - {id: t1, tekst: De cijfers sturen, van: klant, wie: k}
          - {id: t2, tekst: Iets van een ander, van: klant, wie: n}
          - {id: t3, tekst: Al gedaan, van: klant, wie: k, stand: nagekomen}
    """)

    vos, bos = [rij["Wie"] for rij in tabel(blokken(account_mensen(dossier), Register)[0])]

    assert vos.endswith("vertrekt op 1 april 2026, opgevolgd door N. Bos Nog open: De cijfers sturen")
    assert "vertrekt" not in bos
    assert "vertrekt op 1 april 2026" in render.html(gesprek(dossier))


def test_a_renewal_shows_at_the_top_of_its_contract(klant: Klant) -> None:
    """
    What was agreed at first stays there, with the end and the price that came after it.
    """
    dossier = klant("""
        contracten:
          - {id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, jaarwaarde: 100000, verlengingen: [
             {datum: 2026-03-10, nieuwe_einddatum: 2028-12-31, soort: overeenkomst, jaarwaarde: 120000}]}
    """)

    html = woorden(render.html(account_contracten(dossier)))

    assert "vanaf 1 januari 2024 tot en met 31 december 2026, nu verlengd tot en met 31 december 2028" in html
    assert "€ 100.000 per jaar, vanaf 1 januari 2027 € 120.000" in html.replace("\u00a0", " ")


def test_a_price_does_not_change_after_the_last_day(klant: Klant) -> None:
    """
    Of a contract under notice the indexation that comes later is not listed.
    """
    dossier = klant("""
        contracten:
          - {id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, indexering: {maand: 7},
             opzegging: {ontvangen_op: 2026-02-01, door: klant, per_datum: 2026-05-31}}
    """)

    assert dossier.contracten["c"].indexering_op.waarde is None


def test_a_client_of_later_is_no_client_of_minus_a_year(klant: Klant) -> None:
    """
    The day to come is told as one, and nobody could have let us hear anything yet.
    """
    dossier = klant("""
        klant_sinds: 2026-04-01
        contracten: [{id: c, titel: Beheer, startdatum: 2026-04-01, einddatum: 2028-12-31}]
    """)

    assert "vanaf 1 april 2026" in woorden(render.html(account_over(dossier)))
    assert "jaar)" not in woorden(render.html(account_over(dossier)))
    assert "" == let_op(dossier)
