"""The page with what can happen at a client, and the way to it from each thing that asks for somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import chain

import pytest
from voorbeeldklanten import voorbeeldklanten

from macros.aandacht import aandacht, alle_aandacht
from macros.aandacht.punt import Aandachtspunt
from macros.afleidingen.dossier import dossier
from macros.model.afspraken import Uitstel
from macros.model.dagboek import Aantekening, Dagboekregel
from macros.model.review import Fresheyes
from macros.model.team import Afwezigheid
from macros.model.werk import UITSTELBAAR
from macros.portefeuille.acties import Openstaand, openstaand
from macros.views import render
from macros.views.delen.bestandsadres import adressen, nieuw_bestand, weekadres
from macros.views.delen.vastleggen import mag_dit_wachten, situatie_van, vastlegger, wat_wacht, zo_leg_je_het_vast
from macros.views.klant.gebeurd import account_gebeurd, gebeurd

WEEK = "accounts/_dagboek/2026/w12-anouk-de-wit.yml"
BEGIN = "https://git.example/r/edit/main/accounts/"


def geen(_: str) -> str:
    """Where nobody knows how a file is changed."""
    return ""


def forge(naam: str) -> str:
    """Where a forge changes a file."""
    return f"{BEGIN}{naam}.yml"


KLANTEN = sorted(voorbeeldklanten().dossiers)


@pytest.mark.parametrize("klant", KLANTEN)
def test_every_way_ends_at_lines(klant: str) -> None:
    """
    What Vandaag and Acties link to stands on the page of that client, once, as do the groups its own page links to.
    """
    dossier = voorbeeldklanten().dossiers[klant]
    blad = render.html(gebeurd(dossier, geen))
    ids = re.findall(r' id="([^"]*)"', blad)

    alles: Iterable[Aandachtspunt | Openstaand] = chain(aandacht(dossier), openstaand(dossier))
    punten = [punt for punt in alles if not punt.uitstel]
    wegen = [weg.doel for punt in punten if (weg := zo_leg_je_het_vast(punt, voorbeeldklanten()))]
    groepen = re.findall(r'href="([^"]*)"', render.html(account_gebeurd(dossier)))

    assert len(ids) == len(set(ids))
    assert [] == [weg for weg in (*wegen, *groepen) if weg.removeprefix(f"accounts/{klant}/gebeurd/#") not in ids]


def test_the_lines_are_about_the_thing_that_asks() -> None:
    """
    Of two promises the second one is closed by the lines below its own name.
    """
    blad = render.html(gebeurd(voorbeeldklanten().dossiers["bouwbedrijf-hoenderveen"], geen))

    [stuk] = re.findall(r'id="nagekomen-t2".*?</details>', blad, re.DOTALL)

    assert "klaar: [t2]" in stuk
    assert "Kom na: Voorstel voor de afkoop van laptops" in stuk


def test_what_may_wait_has_no_way() -> None:
    """
    Nor has what is about more clients and ends at each of them apart.
    """
    alle = voorbeeldklanten()
    wacht = [punt for punt in alle_aandacht(alle) if punt.uitstel]

    assert wacht
    assert not [punt for punt in wacht if zo_leg_je_het_vast(punt, alle)]
    assert zo_leg_je_het_vast(replace(wacht[0], id="", uitstel=None), alle) is None


def test_a_round_over_all_clients_is_written_down_at_one() -> None:
    """
    The round over the lessons of a colleague leads to a client of that colleague, where its lines stand.
    """
    alle = voorbeeldklanten()
    ronde = replace(next(iter(alle_aandacht(alle))), id="", soort="lessen", uitstel=None, over="bram-oudkerk")

    weg = zo_leg_je_het_vast(ronde, alle)

    assert weg is not None
    klant = alle.dossiers[weg.doel.split("/")[1]]
    assert klant.account.driehoek.accountmanager == "bram-oudkerk"
    assert f'id="{weg.doel.partition("#")[2]}"' in render.html(gebeurd(klant, geen))


def test_a_canvas_is_begun_or_filled() -> None:
    """
    Of two events that end the same work the one that is about the same thing stands there.
    """
    alle = voorbeeldklanten()
    wegen = [
        weg.doel for punt in alle_aandacht(alle) if punt.soort == "canvas" and (weg := zo_leg_je_het_vast(punt, alle))
    ]

    assert {"canvas-begonnen", "canvas-vak"} == {re.sub(r".*#(canvas-[a-z]+).*", r"\1", weg) for weg in wegen}


@pytest.mark.parametrize(
    ("wijzig", "maak"),
    [
        (
            "https://git.example/r/edit/main/accounts/_dagboek/2026/w12-x.yml",
            "https://git.example/r/new/main/accounts/_dagboek/2026?filename=w12-x.yml&value=regels%3A%0A",
        ),
        (
            "https://git.example/g/r/-/edit/main/accounts/_dagboek/2026/w12-x.yml",
            "https://git.example/g/r/-/new/main/accounts/_dagboek/2026?file_name=w12-x.yml",
        ),
        (
            "https://git.example/r/_edit/main/accounts/_dagboek/2026/w12-x.yml",
            "https://git.example/r/_new/main/accounts/_dagboek/2026?filename=w12-x.yml&value=regels%3A%0A",
        ),
        ("https://git.example/r?path=/accounts/w12-x.yml", ""),
    ],
)
def test_a_new_file_begins_with_its_name(wijzig: str, maak: str) -> None:
    """
    Each kind of forge has its own address for a file that is not there yet; of one that has none nothing is made up.
    """
    assert maak == nieuw_bestand(wijzig)


def test_every_file_opens_with_one_click() -> None:
    """
    The client's file and a week that is there are changed, a week that is not there is begun.
    """
    situatie = situatie_van(voorbeeldklanten().dossiers["meerdal-zorggroep"])
    oud = "accounts/_dagboek/2026/w11-anouk-de-wit.yml"
    regel = Dagboekregel(klant="meerdal-zorggroep", datum=date(2026, 3, 9), kern="Gebeld")
    eerder = Aantekening("2026w11-anouk-de-wit-1", "anouk-de-wit", oud.removeprefix("accounts/"), 0, regel)
    situatie = situatie._replace(gedeeld=replace(situatie.gedeeld, dagboek={regel.klant: (eerder,)}))
    week = "accounts/_dagboek/2030/w01-anouk-de-wit.yml"

    gevonden = adressen(situatie, ["accounts/meerdal-zorggroep.yml", oud, week], forge)

    assert forge("meerdal-zorggroep") == gevonden["accounts/meerdal-zorggroep.yml"].doel
    assert f"https://git.example/r/edit/main/{oud}" == gevonden[oud].doel
    assert gevonden[week].doel.startswith("https://git.example/r/new/main/accounts/_dagboek/2030?")


def test_where_a_file_is_unknown_the_page_says_how_to_find_it() -> None:
    """
    Without a forge each name leads to the paragraph about that kind of file, and the page itself to handing in.
    """
    dossier = voorbeeldklanten().dossiers["meerdal-zorggroep"]
    gevonden = adressen(
        situatie_van(dossier), [WEEK, "accounts/meerdal-zorggroep.yml", "accounts/_gedeeld/berichten.yml"], geen
    )

    assert ["bijdragen/#dagboek", "bijdragen/#feit", "bijdragen/#team"] == [een.doel for een in gevonden.values()]
    assert 'bijdragen/#indienen">Zo dien je het in</a>' in render.html(gebeurd(dossier, geen))


def test_the_journal_opens_for_whoever_reads() -> None:
    """
    The page holds both addresses of a journal, and who has one of this week: a colleague gets his own.
    """
    dossier = voorbeeldklanten().dossiers["meerdal-zorggroep"]
    week = WEEK.replace("anouk-de-wit", "rik-smeets").removeprefix("accounts/")
    regel = Dagboekregel(klant="meerdal-zorggroep", datum=date(2026, 3, 16), kern="Gebeld")
    ander = Aantekening("2026w12-rik-smeets-1", "rik-smeets", week, 0, regel)
    eerder = Aantekening("2026w11-bram-1", "bram", week.replace("w12-rik-smeets", "w11-bram"), 0, regel)
    situatie = situatie_van(dossier)
    situatie = situatie._replace(gedeeld=replace(situatie.gedeeld, dagboek={regel.klant: (ander, eerder)}))

    gevonden = weekadres(situatie, forge)

    assert ("anouk-de-wit", ("rik-smeets",)) == (gevonden.wie, gevonden.weken)
    assert gevonden.open.endswith("/w12-anouk-de-wit.yml")
    assert "filename=w12-anouk-de-wit.yml" in gevonden.begin


def test_a_journal_shows_where_the_name_of_the_reader_goes() -> None:
    """
    At each block of the journal stands whose it is, and what to do when that is another; nowhere else.
    """
    dossier = voorbeeldklanten().dossiers["meerdal-zorggroep"]

    blad = render.html(gebeurd(dossier, forge))

    dagboeken = blad.count("/w12-<mark>anouk-de-wit</mark>.yml</code>")
    assert 0 < dagboeken == blad.count("Ben je niet Anouk de Wit?") == blad.count("<a data-dagboek ")
    assert dagboeken < blad.count('class="gebeurd__waar"')
    assert '<option value="rik-smeets">' in blad


def test_who_stands_in_writes_in_his_own_journal() -> None:
    """
    At the client of a colleague who is away the lines are for who does the work now.
    """
    dossier = voorbeeldklanten().dossiers["meerdal-zorggroep"]
    eigen = dossier.gedeeld.personen["anouk-de-wit"]
    weg = replace(eigen, afwezig=[Afwezigheid(van=dossier.peildatum, tot=date(2026, 12, 31), vervanger="rik-smeets")])
    gedeeld = replace(dossier.gedeeld, personen=dossier.gedeeld.personen | {eigen.id: weg})

    assert "anouk-de-wit" == situatie_van(dossier).wie
    assert "rik-smeets" == situatie_van(replace(dossier, gedeeld=gedeeld)).wie


def test_a_look_that_is_not_planned_leads_to_planning_it() -> None:
    """
    While no day is set the lines plan one; with a day they write down what came of it.
    """
    alle = voorbeeldklanten()
    punt = replace(next(iter(alle_aandacht(alle))), id="meerdal-zorggroep", soort="frisse_blik", uitstel=None, over="")
    dossier = alle.dossiers["meerdal-zorggroep"]
    blik = Fresheyes(gepland_op=date(2026, 4, 1))
    gepland = replace(dossier, account=replace(dossier.account, fresheyes=[blik]))

    assert "frisse-blik-gepland" == getattr(vastlegger(punt, dossier), "id", "")
    assert "frisse-blik" == getattr(vastlegger(punt, gepland), "id", "")


def test_a_long_list_of_answers_is_folded() -> None:
    """
    What may wait is any kind of work; what is of this client, such as a person to meet, comes first.
    """
    dossier = voorbeeldklanten().dossiers["meerdal-zorggroep"]

    [stuk] = re.findall(r' id="uitstel".*?In de terminal', render.html(gebeurd(dossier, geen)), re.DOTALL)

    assert re.search(r"<summary>Kies uit \d\d</summary><code>beheer-2024</code>", stuk)
    assert "<code>frisse_blik</code> Frisse blik (alles van deze soort)" in stuk


@pytest.mark.parametrize("klant", KLANTEN)
def test_what_lies_there_is_the_first_that_may_wait(klant: str) -> None:
    """
    Before the fold stands everything that is asked of this client now, in the words of Vandaag.
    """
    dossier = voorbeeldklanten().dossiers[klant]
    alles: Iterable[Aandachtspunt | Openstaand] = chain(aandacht(dossier), openstaand(dossier))
    titels = {render.veilig(punt.titel) for punt in alles if not punt.uitstel and punt.soort in UITSTELBAAR}

    [stuk] = re.findall(
        r' id="uitstel".*?<code>onderwerp</code>: (.*?)<summary>Kies uit',
        render.html(gebeurd(dossier, geen)),
        re.DOTALL,
    )

    assert [] == [titel for titel in titels if titel not in stuk]
    assert bool(titels) == ("dit ligt er nu" in stuk)


@pytest.mark.parametrize("klant", KLANTEN)
def test_what_may_wait_is_filled_in(klant: str) -> None:
    """
    "Mag dit wachten?" leads to what the thing is about; put off under that name it waits, and nothing of another kind.
    """
    alles = voorbeeldklanten()
    eigen = alles.dossiers[klant]
    blad = render.html(gebeurd(eigen, geen))
    for punt in aandacht(eigen):
        link = mag_dit_wachten(punt, alles)
        if link is None:
            continue
        assert f'<code id="{link.doel.split("#")[1]}">{wat_wacht(punt, eigen)}</code>' in blad
        wacht = Uitstel(onderwerp=wat_wacht(punt, eigen), tot=date(2026, 4, 1), reden="Eerst het andere werk")
        later = dossier(replace(eigen.account, uitstel=[wacht]), eigen.gedeeld, eigen.peildatum)
        nu = {(een.soort, een.over, een.titel): een.uitstel for een in aandacht(later)}
        eerder = {(een.soort, een.over, een.titel) for een in aandacht(eigen) if een.uitstel}
        # A thing may go by another title while it waits; it is gone from what must be done all the same.
        assert nu.get((punt.soort, punt.over, punt.titel), wacht) is not None, punt.titel
        anders = {een[0] for een, respijt in nu.items() if respijt and een not in eerder}
        assert anders <= {punt.soort}, punt.titel


def test_of_a_large_team_only_who_works_for_the_client_is_named() -> None:
    """The page of a client of a thousand weighs what one of fourteen weighs: who else there is, stands elsewhere."""
    klein = voorbeeldklanten().dossiers["meerdal-zorggroep"]
    personen = dict(klein.gedeeld.personen)
    personen |= {f"nieuw-{n}": replace(personen["sara-bos"], id=f"nieuw-{n}", naam=f"Nieuw {n}") for n in range(100)}
    groot = replace(klein, gedeeld=replace(klein.gedeeld, personen=personen))

    view = gebeurd(groot, geen)
    blad, kleine = render.html(view), render.html(gebeurd(klein, geen))

    assert view.meer_collegas
    assert "anouk-de-wit" in view.collegas
    assert "nieuw-1" not in blad
    assert 'href="#andere-collegas"' in blad
    assert 'id="andere-collegas"' in blad
    assert "andere-collegas" not in kleine
    assert len(blad) < len(kleine) * 1.05
