"""Mijn overzicht: what who guards contracts or leads projects must do, in one list, under that name."""

from collections.abc import Callable

from leesbaar import blokken, woorden

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.blad import Feiten, Tussenkop
from macros.views.overleg.mijnoverzicht import paginanaam
from macros.views.overleg.overleg import Overleg, overleg, overleg_lijst

Maak = Callable[..., Portefeuille]
KLANT = """
    id: zorg
    naam: Zorg
    segment_keuze: {segment: A, reden: groot}
    driehoek: {accountmanager: anouk-de-wit, contractmanager: CM}
    contactpersonen: [{id: k, naam: K. Vos, functie: manager, laag: operationeel, rol_bvt: beslisser}]
    toezeggingen: [{id: t, tekst: Handleiding, van: wij, wie: CM, voor_datum: 2026-03-10}]
    contracten:
      - {id: a, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-06-30,
         opzegtermijn: {aantal: 2, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}}
"""


def van(portefeuille: Portefeuille, wie: str) -> Overleg:
    """The page of this colleague."""
    return overleg(portefeuille, portefeuille.gedeeld.personen[wie])


def lijst(pagina: Overleg) -> list[str]:
    """The rows of the list of work, as words."""
    assert pagina.werk
    return [woorden((regel.klant, regel.wat, regel.wie)) for deel in pagina.werk.delen for regel in deel.regels]


def test_late_talks_and_late_work_stand_in_one_list(portefeuille: Maak) -> None:
    """
    Above the tables; there is no second table of whose turn it is.
    """
    pagina = van(portefeuille(KLANT.replace("CM", "rik-smeets")), "rik-smeets")

    rijen = lijst(pagina)
    assert pagina.werk_eerst
    assert any("Kom na: Handleiding" in rij for rij in rijen)
    assert any("Overleg op operationeel niveau" in rij for rij in rijen)
    assert "overleg-gesprekken" not in {deel.anker for deel in pagina.delen}
    html = render.html(pagina)
    assert html.index('id="werk"') < html.index('id="overleg-contracten"')


def test_the_page_has_that_name_for_who_leads_no_client(portefeuille: Maak) -> None:
    """
    An account manager and a manager have a talk; the list of talks has the name as a heading.
    """
    alles = portefeuille(KLANT.replace("CM", "rik-smeets"))

    namen = {wie: paginanaam(alles, persoon) for wie, persoon in alles.gedeeld.personen.items()}

    assert "Mijn overzicht: Rik Smeets" == namen["rik-smeets"]
    assert "Overleg Anouk de Wit" == namen["anouk-de-wit"]
    assert "Overleg Johan Prins" == namen["johan-prins"]
    blad = overleg_lijst(alles)
    koppen = [woorden(kop) for kop in blokken(blad, Tussenkop)]
    feiten = blokken(blad, Feiten)[koppen.index("Mijn overzicht")]
    assert "Rik Smeets" in [woorden(naam) for naam, _ in feiten.paren]


def test_who_stands_in_sees_for_whom(portefeuille: Maak) -> None:
    """
    Work at a client where only the absent colleague has any says in whose place it is done.
    """
    personen = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager]}
      - {id: rik-smeets, naam: Rik Smeets, rollen: [contractmanager]}
      - {id: hein, naam: Hein Blok, rollen: [contractmanager], vervanger: rik-smeets,
         afwezig: [{van: 2026-03-01, tot: 2026-04-30}]}
    """
    alles = portefeuille(KLANT.replace("CM", "hein"), team=personen)

    pagina = van(alles, "rik-smeets")

    assert pagina.stand.endswith("Rik Smeets neemt waar voor Hein Blok tot en met 30 april 2026.")
    assert {True} == {rij.endswith("voor Hein Blok") for rij in lijst(pagina)}
    assert "Van Hein Blok: contracten die je bewaakt" in [deel.kop for deel in pagina.delen]
