"""What changed, in place and in lists: on the canvas, at a client, in the talk, and for the whole team."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from leesbaar import blokken, woorden
from verleden import met_verleden, verleden, wijziging, zin

from macros.model.team import Persoon
from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.canvas.canvas import canvas
from macros.views.delen.blad import Leeg, Tussenkop, Zin
from macros.views.klant.account_delen import SOORTEN, account_delen
from macros.views.klant.accountkop import accountkop
from macros.views.overleg.overleg import overleg
from macros.views.veranderd.veranderd import veranderd, veranderdkaart

Maak = Callable[..., Portefeuille]
KOPPEN = {anker: anker.capitalize() for anker in SOORTEN}
ACME = """
    contracten: [{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}]
    omvang: XL
    canvassen:
      - id: "2026"
        contracten: [beheer]
        gestart_op: 2025-09-01
        coach: {wie: johan-prins, datum: 2026-02-01, oordeel: groen}
        vakken: {relaties: {conclusie: Breed}, team: {conclusie: Klaar}}
        doelen: [{id: d1, tekst: Verlengen}]
        acties: [{id: a1, tekst: Bellen}]
"""
CANVAS = ("canvassen", "2026")
RELATIES = zin("Conclusie van Relaties (canvas 2026): “Smal” → “Breed”", *CANVAS, "vakken", "relaties", "conclusie")
DOEL = zin("Doel van doel “Verlengen” (canvas 2026): “Blijven” → “Verlengen”", *CANVAS, "doelen", "d1", "tekst")
PLAN_B = zin("Plan B van canvas 2026: weg", *CANVAS, "plan_b", soort="weg")
TEAM = zin("Conclusie van Team (canvas 2026): “Nog niet” → “Klaar”", *CANVAS, "vakken", "team", "conclusie")
OMVANG = zin("Omvang: L → XL", "omvang")
DEADLINE = zin("De uiterste opzegdag van Beheer schuift", "contracten", "beheer", "opzegdeadline", soort="datum")
WERK = zin("Nieuw op Vandaag: Bel", "vandaag", "contact", soort="werk", wordt=date(2026, 3, 20))
CONTACT = zin("Het volgende contact schuift", "contact", "am", soort="datum")
ALLES = verleden(
    {
        "acme": [
            wijziging("2026-01-20", TEAM, nummer=2),
            wijziging("2026-02-10", RELATIES, wie=None, nummer=3),
            wijziging("2026-03-11", DOEL, PLAN_B, OMVANG, CONTACT, DEADLINE, WERK, nummer=5),
            wijziging("2026-03-20", zin("Later: iets", "naam"), nummer=8),
        ]
    },
    [wijziging("2026-03-12", zin("Retentiefase: 18 → 15", "instellingen", "retentiefase_maanden"))],
)


def test_on_the_canvas_since_the_coach_read_it(portefeuille: Maak) -> None:
    """
    Marked in place with day, person and what stood there; what came before the reading is no news.
    """
    acme = met_verleden(portefeuille(ACME), ALLES).dossiers["acme"]

    blad = canvas(acme, "2026")

    assert blad.veranderd is not None
    assert "sinds de coach las op 1 feb 2026" == blad.veranderd.sinds
    assert "3 wijzigingen" == blad.veranderd.aantal
    assert {"relaties", "doelen-d1"} == set(blad.veranderd.bij)
    [merk] = blad.veranderd.bij["relaties"]
    assert "Δ Gewijzigd 10 feb 2026 door onbekend: Conclusie: was “Smal” → “Breed”" == woorden(merk)
    assert ["Δ Gewijzigd 11 mrt 2026 door Anouk de Wit: Plan B: weg"] == [woorden(een) for een in blad.veranderd.verder]
    # Who coaches may look no further back than the talk.
    assert [date(2026, 2, 2), date(2026, 3, 9)] == [een.dag for een in blad.veranderd.keuze.keuzes]


def test_without_a_history_nothing_is_there(portefeuille: Maak) -> None:
    """
    Canvas, client and talk are byte for byte what they are on a site without the file; an empty form has no past.
    """
    zonder = portefeuille(ACME)
    acme = zonder.dossiers["acme"]

    assert canvas(acme, "2026").veranderd is None
    assert "veranderd" not in {een.anker for een in account_delen(acme, KOPPEN).delen}
    assert not any(een.merken for een in account_delen(acme, KOPPEN).delen)
    assert overleg(zonder, zonder.gedeeld.personen["anouk-de-wit"]).veranderd is None
    assert canvas(met_verleden(zonder, ALLES).dossiers["acme"], None).veranderd is None


def test_at_the_client_since_the_last_talk(portefeuille: Maak) -> None:
    """
    Each part says what changed in it, and one part tells it all; nothing of after the peildatum.
    """
    acme = met_verleden(portefeuille(ACME), ALLES).dossiers["acme"]

    delen = {een.anker: een for een in account_delen(acme, KOPPEN).delen}

    assert ["Δ Gewijzigd 11 mrt 2026 door Anouk de Wit: Omvang: was L → XL"] == [
        woorden(m) for m in delen["over"].merken
    ]
    assert 2 == len(delen["canvas"].merken)
    assert not delen["contracten"].merken
    assert "6 wijzigingen sinds het vorige overleg op 9 mrt 2026" == delen["veranderd"].woorden
    tekst = woorden(delen["veranderd"].inhoud)
    assert tekst.index("uiterste opzegdag") < tekst.index("Nieuw op Vandaag") < tekst.index("Omvang: was L")
    assert "Eerder: 2" in tekst
    assert "Later: iets" not in tekst
    assert "Δ 6 wijzigingen sinds het vorige overleg" in woorden(accountkop(acme).elders)


def test_the_talk_begins_with_it(portefeuille: Maak) -> None:
    """
    What weighs most first, and no next contact that moved; its lines take their place on the sheet.
    """
    met = met_verleden(portefeuille(ACME), ALLES)
    anouk: Persoon = met.gedeeld.personen["anouk-de-wit"]

    blad = overleg(met, anouk)

    assert blad.veranderd is not None
    [deel] = blad.veranderd.delen
    eerste = [woorden(een.wat) for een in deel.regels]
    assert "Acme De uiterste opzegdag van Beheer schuift 11 mrt 2026 door Anouk de Wit" == eerste[0]
    assert not [een for een in eerste if "volgende contact" in een]
    assert render.html(blad).index('id="veranderd"') < render.html(blad).index('id="bespreken"')


def test_a_talk_in_which_nothing_changed_says_so(portefeuille: Maak) -> None:
    """
    The words of an empty list.
    """
    met = met_verleden(portefeuille(ACME), verleden())

    assert "niets veranderd waar je het over hoeft te hebben" in woorden(
        overleg(met, met.gedeeld.personen["anouk-de-wit"]).veranderd
    )


def test_for_the_team_since_the_publication_and_in_a_week(portefeuille: Maak) -> None:
    """
    By client with the consequences first, what the team agreed apart, and a sentence that counts.
    """
    klanten = {"acme": ALLES.klanten["acme"].wijzigingen, "bolt": [wijziging("2026-03-10", OMVANG)]}
    geschiedenis = verleden(klanten, ALLES.gedeeld, (4, "2026-02-20"))
    met = met_verleden(portefeuille(ACME, "id: bolt\nnaam: Bolt"), geschiedenis)

    blad = veranderd(met)

    [telt] = blokken(blad, Zin)
    assert (
        "Sinds 9 maart 2026 veranderde er iets bij 2 klanten: 1 beslissende datum verschoof en 1 ding erbij op Vandaag."
        == woorden(telt)
    )
    assert ["Sinds de vorige publicatie van 20 februari 2026", "De afgelopen week vanaf 9 maart 2026"] == [
        woorden(een) for een in blokken(blad, Tussenkop)
    ]
    tekst = woorden(blad)
    assert tekst.index("Acme De uiterste opzegdag") < tekst.index("Bolt Omvang: L → XL")
    assert "11 mrt 2026, door Anouk de Wit · contracten" in tekst
    assert "Voor iedereen: instellingen, team en berichten: 1 Retentiefase: 18 → 15" in tekst
    kaart = veranderdkaart(met)
    assert (2, "klanten veranderd in een week", "1 datum verschoof") == (kaart.getal, kaart.telt, kaart.stand.tekst)


def test_a_quiet_week_and_a_site_without_a_history(portefeuille: Maak) -> None:
    """
    Both are words, and the second says who switches it on; no command for a reader.
    """
    stil = veranderd(met_verleden(portefeuille(ACME), verleden()))
    assert "Sinds 9 maart 2026 is er bij geen klant iets veranderd." == woorden(blokken(stil, Zin)[0])
    assert ["In deze dagen is er niets veranderd."] == [woorden(een) for een in blokken(stil, Leeg)]

    zonder = portefeuille(ACME)
    pagina = woorden(veranderd(zonder))
    assert "de beheerder van de site kan het aanzetten" in pagina
    assert "handboek geschiedenis" not in pagina
    assert ("stil", "De beheerder zet dit aan") == (
        veranderdkaart(zonder).stand.klasse,
        veranderdkaart(zonder).stand.tekst,
    )


def test_text_of_a_file_is_never_markup(portefeuille: Maak) -> None:
    """
    A sentence quotes what somebody typed.
    """
    boos = zin("Omvang: “<script>x</script>” → “{{ 7*7 }}”", "omvang")
    met = met_verleden(portefeuille(ACME), verleden({"acme": [wijziging("2026-03-11", boos)]}))

    html = str(render.html(account_delen(met.dossiers["acme"], KOPPEN))) + str(render.html(veranderd(met)))

    assert "<script>" not in html
    assert "{{" not in html
