"""The front page: the week of each colleague in one line and at most seven things, and words for an empty one."""

import re
from collections.abc import Callable
from datetime import date

from leesbaar import regel, woorden

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.delen.werklijst import Deel
from macros.views.vandaag.vandaag import Vandaag, vandaag
from macros.views.vandaag.weekblok import UITKLAPBAAR, Weekblok

Maak = Callable[..., Portefeuille]
ZONDER = "onderdelen: {berichten: false}"
GROEPEN = ("Moet deze week", "Mag wachten", "Uitgesteld")


def beloften(aantal: int, dag: str = "2026-03-18", letter: str = "t", klant: str = "acme") -> str:
    """A client to whom we promised this many things for one day."""
    regels = [f"  - {{id: {letter}{n}, tekst: Belofte {n}, van: wij, voor_datum: {dag}}}" for n in range(aantal)]
    return "\n".join([f"id: {klant}", f"naam: {klant}", "toezeggingen:", *regels])


def week(pagina: Vandaag, wie: str = "anouk-de-wit") -> Weekblok:
    """The week of one colleague."""
    [blok] = [blok for blok in pagina.weken if blok.id == wie]
    return blok


def groepen(blok: Weekblok) -> dict[str, Deel]:
    """The parts of a week by their headings."""
    return {woorden(deel.kop): deel for deel in blok.lijst.delen}


def zichtbaar(blok: Weekblok) -> dict[str, int]:
    """How many things of each group show."""
    return {kop: len(deel.regels) for kop, deel in groepen(blok).items() if kop in GROEPEN}


def gevouwen(deel: Deel) -> int:
    """How many rows of a group are folded."""
    return sum(len(eigen.regels) for eigen in deel.delen)


def test_a_week_shows_seven_things_and_folds_the_rest(portefeuille: Maak) -> None:
    """
    Of nine that must be done five show; of nine that may wait one, beside the one that was put off.
    """
    klant = beloften(9) + "\n" + "\n".join(beloften(9, "2026-04-01", "m").splitlines()[3:])
    uitstel = "\nuitstel: [{onderwerp: toezegging, tot: 2026-04-01, reden: x}]"
    later = beloften(1, "2026-03-01", klant="later") + uitstel

    blok = week(vandaag(portefeuille(klant, later, instellingen=ZONDER)))

    assert {"Moet deze week": 5, "Mag wachten": 1, "Uitgesteld": 1} == zichtbaar(blok)
    delen = groepen(blok)
    assert (4, 8) == (gevouwen(delen["Moet deze week"]), gevouwen(delen["Mag wachten"]))
    assert "Nog 4" == woorden(delen["Moet deze week"].delen[0].kop)


def test_how_many_show_is_a_setting(portefeuille: Maak) -> None:
    """
    A team that wants to see three things, one of them that must be done, gets those.
    """
    klant = beloften(3) + "\n" + "\n".join(beloften(3, "2026-04-01", "m").splitlines()[3:])
    eigen = f"{ZONDER}\nvandaag_hoogstens: 3\nvandaag_per_persoon_per_week: 1"

    blok = week(vandaag(portefeuille(klant, instellingen=eigen)))

    assert {"Moet deze week": 1, "Mag wachten": 2} == zichtbaar(blok)


def test_all_that_is_late_at_a_client_is_one_line_that_opens(portefeuille: Maak) -> None:
    """
    What to begin with stands as any other row, with its days, its reason and its ways; behind it the same of the rest.
    """
    pagina = vandaag(portefeuille(beloften(3, "2026-03-01"), instellingen=ZONDER))

    [rij] = groepen(week(pagina))["Moet deze week"].regels
    gelezen = regel(rij)
    assert ("15 dagen te laat", "acme") == (gelezen["wanneer"], gelezen["klant"])
    assert gelezen["wat"].startswith("Kom na: Belofte 0 Toezegging van ons. Klaar als")
    assert "En nog 2 te laat bij deze klant" in gelezen["wat"]
    assert 2 == gelezen["wat"].count("15 dagen te laat")
    assert "Zo leg je het vast Mag dit wachten?" == gelezen["doe"]
    assert 3 == gelezen["wat"].count("Klaar als in een dagboek staat dat ze nagekomen is, of niet.")
    assert 2 == gelezen["wat"].count("Zo leg je het vast Mag dit wachten?")


def test_each_thing_says_when_it_is_done_and_how(portefeuille: Maak) -> None:
    """
    Two ways: to write down that it is done, and to let it wait.
    """
    html = render.html(vandaag(portefeuille(beloften(1), instellingen=ZONDER)))

    assert "Klaar als in een dagboek staat dat ze nagekomen is, of niet." in html
    assert re.search(
        r'<a href="accounts/acme/gebeurd/#[a-z-]+-t0" aria-label="Zo leg je het vast Kom na: Belofte 0">', html
    )
    wacht = '<a href="accounts/acme/gebeurd/#uitstel-toezegging" aria-label="Mag dit wachten? Kom na: Belofte 0">'
    assert wacht in html


def test_the_line_counts_clients(portefeuille: Maak) -> None:
    """
    Of a client of which nine things are late it says that something is late at one client.
    """
    maak = portefeuille(beloften(9, "2026-03-01", klant="laat"), beloften(2, klant="nu"), instellingen=ZONDER)

    blok = week(vandaag(maak))

    assert "Deze week moet er iets bij 2 klanten; bij 1 is iets te laat." == blok.zin
    assert "iets bij 2 klanten, te laat bij laat" == blok.kort
    assert "Begin met laat: Kom na: Belofte 0, 15 dagen te laat, en nog 8." == woorden(blok.bij)
    assert blok.zin == vandaag(maak).zin, "the same clients for the whole team"


def test_the_line_of_a_team_counts_a_client_once(portefeuille: Maak) -> None:
    """
    Two colleagues have something to do for one client: that is one client.
    """
    klant = beloften(2).replace("Belofte 1, van: wij", "Belofte 1, van: wij, wie: rik-smeets")

    pagina = vandaag(portefeuille(klant, instellingen=ZONDER))

    assert "Deze week moet er iets bij 1 klant; niets is te laat." == pagina.zin
    assert pagina.telling.startswith("Een klant telt bij elke collega die er iets moet doen")
    assert not vandaag(portefeuille(beloften(2), instellingen=ZONDER)).telling


def test_an_a_client_in_its_retention_phase_is_never_folded_under_a_c_client(portefeuille: Maak) -> None:
    """
    Eight C clients of a few thousand are late with everything; the one thing of the A client is the first that shows.
    """
    contract = "contracten: [{{id: c, titel: C, startdatum: 2024-01-01, einddatum: {}, jaarwaarde: {}}}]\n"
    segment = "segment_keuze: {{segment: {}, reden: r, op: 2026-01-05}}\n"
    groot = f"{contract.format('2027-03-31', 900000)}{segment.format('A')}{beloften(1, klant='groot')}"
    klein = [
        f"{contract.format('2026-02-01', 4000)}{segment.format('C')}{beloften(4, '2025-06-01', klant=f'klein-{n}')}"
        for n in range(8)
    ]

    deel = groepen(week(vandaag(portefeuille(groot, *klein, instellingen=ZONDER))))["Moet deze week"]

    getoond = [regel(rij)["klant"] for rij in deel.regels]
    assert ("groot A", 5) == (getoond[0], len(getoond))
    assert {f"klein-{n} C" for n in range(8)} == {regel(rij)["klant"] for rij in deel.alle} - {"groot A"}


def test_the_contracts_reply_is_not_hidden_in_the_month(portefeuille: Maak) -> None:
    """
    A notice of last week, to be answered within two weeks, is among what must be done.
    """
    klant = """
        id: acme
        contracten: [{id: c, titel: Servicedesk, startdatum: 2024-01-01, einddatum: 2026-12-31,
          opzegging: {ontvangen_op: 2026-03-10, door: klant}}]
    """

    deel = groepen(week(vandaag(portefeuille(klant, instellingen=ZONDER))))["Moet deze week"]

    assert "Reageer op de opzegging: Servicedesk" in woorden(deel.regels[0].wat)
    assert ("deze_week", "over 8 dagen") == (deel.regels[0].stand, regel(deel.regels[0])["wanneer"])


def test_what_does_not_fit_in_a_fold_is_on_the_page_of_that_colleague(portefeuille: Maak) -> None:
    """
    The page stays small: beyond the fold a link says how many more there are.
    """
    html = render.html(vandaag(portefeuille(beloften(5 + UITKLAPBAAR + 3), instellingen=ZONDER)))

    assert '<a href="overleg/anouk-de-wit/#werk">Nog 3 op de pagina van Anouk de Wit</a>' in html


def test_an_empty_week_says_what_comes_next(portefeuille: Maak) -> None:
    """
    First what may wait, else the first decision on an own contract, else that there is nothing.
    """
    klant = "id: acme\ncontracten: [{id: c, titel: Nieuw, startdatum: 2025-06-01, einddatum: 2029-05-31}]"

    later = vandaag(portefeuille(beloften(1, "2026-04-01"), instellingen=ZONDER))
    rust = vandaag(portefeuille(klant, instellingen=ZONDER + "\ncontactregels: []" if False else ZONDER))

    assert week(later).zin.startswith(
        "Niets moet deze week. Eerstvolgende: Kom na: Belofte 0 (acme), over 16 dagen, op 1"
    )
    besluit = (
        "Niets moet deze week, en er staat niets te wachten. Eerstvolgende: het beslismoment (Acme), op 31 mei 2029."
    )
    assert besluit == week(rust).zin


def test_an_empty_portfolio_has_words(portefeuille: Maak) -> None:
    """
    Without any client the page still says something, and everyone can be chosen.
    """
    pagina = vandaag(portefeuille())

    assert "Niets moet deze week. Er staat ook geen beslismoment van een contract in de bestanden." == pagina.zin
    assert ["Anouk de Wit", "Bram Oudkerk", "Johan Prins", "Rik Smeets"] == [naam for _, naam in pagina.namen]
    assert all(blok.leeg and blok.zin for blok in pagina.weken)


def test_who_is_away_and_who_stands_in_say_so(portefeuille: Maak) -> None:
    """
    The week of the one is empty and leads to that of the other, where the work has the name of whose it is.
    """
    klant = beloften(1, "2026-06-17") + "\ndriehoek: {accountmanager: bram-oudkerk}"

    pagina = vandaag(portefeuille(klant, peildatum=date(2026, 6, 15), instellingen=ZONDER))

    bram, anouk = week(pagina, "bram-oudkerk"), week(pagina)
    assert "Afwezig tot en met 30 juni 2026. Anouk de Wit neemt waar." == woorden(bram.bij)
    assert "De week van Anouk de Wit" in woorden(bram.aanwezig)
    assert "Neemt waar voor Bram Oudkerk" in woorden(anouk.bij)
    [rij] = groepen(anouk)["Moet deze week"].regels
    assert "acme van Bram Oudkerk" == regel(rij)["klant"]


def test_the_rounds_of_the_team_are_folded_apart(portefeuille: Maak) -> None:
    """
    The round over the lessons is in no group and in no count; its heading says what it is and when.
    """
    pagina = vandaag(portefeuille(beloften(1), lessen="lessen: [{id: les, titel: Vraag het}]", instellingen=ZONDER))

    [kop] = [kop for kop in groepen(week(pagina)) if kop.startswith("Ritme van het team")]
    assert "Ritme van het team Loop de lessen na, vandaag" == kop
    assert groepen(week(pagina))[kop].dicht
    assert "Deze week moet er iets bij 1 klant; niets is te laat." == week(pagina).zin


def test_what_may_wait_by_agreement_has_its_reason(portefeuille: Maak) -> None:
    """
    It stands in a group of its own with its reason, and offers no way to do it.
    """
    klant = f"{beloften(2)}\nuitstel: [{{onderwerp: toezegging_te_laat, tot: 2026-04-01, reden: klant verhuist}}]"

    deel = groepen(week(vandaag(portefeuille(klant, instellingen=ZONDER))))["Uitgesteld"]

    assert ["Tot en met 1 april 2026: klant verhuist"] * 2 == [woorden(rij.wat)[-39:] for rij in deel.alle]
    assert {()} == {rij.doe for rij in deel.alle}


def test_gaps_are_of_the_own_clients(portefeuille: Maak) -> None:
    """
    Of each colleague the most important clients, an A client before a C client; a parked prospect is left out.
    """
    klanten = [
        f"id: {naam}\nnaam: {naam}\nsegment_keuze: {{segment: {segment}, reden: r}}\n"
        f"driehoek: {{accountmanager: {wie}}}\n"
        "contracten: [{id: c, titel: C, startdatum: 2025-01-01, einddatum: 2029-12-31}]"
        for naam, segment, wie in (
            ("zeta", "C", "anouk-de-wit"),
            ("alfa", "A", "anouk-de-wit"),
            ("beta", "A", "bram-oudkerk"),
        )
    ]

    pagina = vandaag(portefeuille(*klanten, "id: vijver\nkweekvijver: {sinds: 2025-01-01}", peildatum=date(2026, 1, 5)))

    def met_gaten(wie: str) -> list[str]:
        [deel] = [deel for kop, deel in groepen(week(pagina, wie)).items() if kop.startswith("Nog aan te vullen")]
        return [regel(rij)["klant"] for rij in deel.regels]

    assert (["alfa", "zeta"], ["beta"]) == (met_gaten("anouk-de-wit"), met_gaten("bram-oudkerk"))


def test_the_order_is_explained_as_the_team_agreed_it(portefeuille: Maak) -> None:
    """
    One sentence from the settings.
    """
    eigen = "vandaag_volgorde: [jaarwaarde, segment]\nvandaag_contract_zwaarder: false"

    assert woorden(vandaag(portefeuille(instellingen=eigen)).uitleg).startswith(
        "In elke week eerst wie het meest waard is, dan A-klanten. De hele regel"
    )
    assert woorden(vandaag(portefeuille(instellingen="vandaag_volgorde: []")).uitleg).startswith(
        "Bovenaan staat wat de klant het meest raakt"
    )


def test_the_page_of_a_large_team_stays_small(portefeuille: Maak) -> None:
    """
    Forty people with sixty things each: each has seven and ten in a fold, and the rest is counted.
    """
    team = "\n".join(f"  - {{id: am-{n}, naam: Collega {n}}}" for n in range(40))
    klanten = [beloften(60, klant=f"klant-{n}") + f"\ndriehoek: {{accountmanager: am-{n}}}" for n in range(40)]

    html = str(render.html(vandaag(portefeuille(*klanten, team=f"personen:\n{team}", instellingen=ZONDER))))

    assert 40 * 15 == html.count("<li ")
    assert ["45"] * 40 == re.findall(r"Nog (\d+) op de pagina", html)


def test_a_client_that_wants_no_mention_is_not_named(portefeuille: Maak) -> None:
    """
    Its look back is still due, without its name.
    """
    klant = """
        id: weg-2025
        naam: Ravelink
        anoniem: true
        contracten:
          - {id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2025-12-31,
             opzegging: {ontvangen_op: 2025-09-01, door: klant}}
    """

    html = render.html(vandaag(portefeuille(klant)))

    assert "Naam niet getoond" in html
    assert "Ravelink" not in html
