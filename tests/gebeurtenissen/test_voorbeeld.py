"""A recipe does what it says: put where it says, with the questions answered, the file is read without an error."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import yaml as yaml_
from voorbeeldklanten import ACCOUNTS, PEILDATUM

from macros.controles.nakijken import proeflees
from macros.gebeurtenissen.alle import GEBEURTENISSEN, die_passen
from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.gebeurtenissen.plekken import MAP, Plek
from macros.gebeurtenissen.voorbeeld import Keus, Recept, recept
from macros.load.load import Lader
from macros.load.wijzigen.inlassen import einde, veld, wortel
from macros.model.account import Kweekvijver
from macros.model.werk import SOORTEN

LADER = Lader(ACCOUNTS)
KLANTEN = LADER.namen


@cache
def situatie(klant: str) -> Situatie:
    """A client of the tests today, seen by its account manager, with its name also where the site hides it."""
    account, _ = LADER.account(klant)
    assert account is not None
    return Situatie(account, LADER.gedeeld, PEILDATUM, account.driehoek.accountmanager)


def recepten(klant: str) -> Iterator[tuple[str, Recept]]:
    """Every event that can happen at a client, written out."""
    hier = situatie(klant)
    for gebeurtenis in die_passen(hier):
        uitgeschreven = recept(gebeurtenis, hier)
        assert uitgeschreven is not None, gebeurtenis.id
        yield gebeurtenis.id, uitgeschreven


def ingevuld(yaml: str) -> str:
    """What a reader makes of the lines: an answer for every question, a number for every bare "…"."""

    def antwoord(vraag: re.Match[str]) -> str:
        if kies := re.search(r"Kies uit (\w+)", vraag[0]):
            return kies[1]
        if "(zoals 2026-12-31)" in vraag[0]:
            return '"2026-09-01"' if "eerste dag" in vraag[0] or "wachten" in vraag[0] else '"2029-12-31"'
        return '"nieuw"' if "Korte naam" in vraag[0] or "korte id" in vraag[0] else '"Iets dat gezegd is"'

    return re.sub(r'"… [^"]*"', antwoord, yaml).replace(": …", ": 5")


def gekozen(plek: Plek, keuzes: tuple[Keus, ...]) -> Plek:
    """Take one of the answers that stand beside the lines for every choice in them."""

    def kies(yaml: str) -> str:
        for keus in keuzes:
            if keus.veld and not keus.erbij and keus.opties:
                antwoord = "geen" if "geen" in keus.opties else next(iter(keus.opties))
                antwoord = antwoord if antwoord in ("true", "false") else f'"{antwoord}"'
                yaml = re.sub(
                    rf'(\b{keus.veld}: (?:\[(?:[\w-]+, )*)?)(?:"… [^"]*"|…(?=[],}}\n]))', rf"\g<1>{antwoord}", yaml
                )
        return yaml

    return replace(plek, tekst=kies(plek.tekst), kort=kies(plek.kort))


STAP = re.compile(
    r"[Bb]ij `(?P<lijst>[\w]+)`|met `id: (?P<stuk>[^`]+)`(?=,)|in het (?P<hoeveelste>\d+)e stuk|"
    r"regel `id: (?P<bij>[^`]+)`|regel `(?P<veld>\w+):`"
)
"""A step of the way in the words of a place."""
GAT = "\x00"


def geplaatst(tekst: str, plek: Plek) -> str:
    """Do what the words of a place say."""
    zin, _, weg = plek.waar.partition(" Staan er al regels")
    oud, yaml = re.findall(r"`(\w+):`", weg), ingevuld(plek.tekst)
    if zin.startswith("Onderaan het bestand"):
        return (tekst or "regels:\n") + yaml
    knoop: Any = wortel(tekst)
    for stap in () if zin.startswith("Helemaal") else STAP.finditer(zin.partition(", onder alles")[0]):
        knoop = _kind(knoop, stap)
    if isinstance(knoop, yaml_.SequenceNode):
        assert not knoop.flow_style, "the words are about a list with a dash for each item"
        return _na_regel(tekst, einde(tekst, knoop), yaml)
    assert isinstance(knoop, yaml_.MappingNode)
    for sleutel, waarde in knoop.value:
        if sleutel.value in oud:  # what is taken away leaves a hole of the same length, so that all places stay right
            begin, eind = sleutel.start_mark.index, einde(tekst, waarde)
            tekst = tekst[:begin] + re.sub(r"[^\n]", GAT, tekst[begin:eind]) + tekst[eind:]
    if knoop.flow_style:
        eind = knoop.end_mark.index - 1
        return re.sub(f"{GAT}+(, *|$)", "", f"{tekst[:eind]}, {ingevuld(plek.kort)}{tekst[eind:]}")
    plaats = len(tekst) if zin.startswith("Helemaal") else _plaats(tekst, knoop, zin)
    return re.sub(rf"(?m)^ *{GAT}+.*\n", "", _na_regel(tekst, plaats, yaml))


def _kind(knoop: Any, stap: re.Match[str]) -> Any:
    if stap["hoeveelste"]:
        return knoop.value[int(stap["hoeveelste"]) - 1]
    if kenmerk := stap["stuk"] or stap["bij"]:
        return next(een for een in knoop.value if (naam := veld(een, "id")) and naam.value == kenmerk.strip('"'))
    gevonden = veld(knoop, stap["lijst"] or stap["veld"])
    assert gevonden is not None, stap[0]
    return gevonden


def _plaats(tekst: str, knoop: yaml_.MappingNode, zin: str) -> int:
    """The line below which fields go: that of the id, that of the dash, or that of the key."""
    if "regel `id:" in zin:
        return int(next(waarde.end_mark.index for sleutel, waarde in knoop.value if sleutel.value == "id"))
    if "streepje" in zin:
        return int(einde(tekst, knoop.value[0][1]))
    begin = knoop.value[0][0].start_mark
    return int(begin.index - begin.column - 1)


def _na_regel(tekst: str, plaats: int, yaml: str) -> str:
    eind = tekst.find("\n", max(plaats - 1, 0)) + 1 or len(tekst)
    return tekst[:eind] + yaml + tekst[eind:]


@pytest.mark.parametrize("klant", KLANTEN)
def test_every_recipe_can_be_followed(klant: str) -> None:
    """
    Each event of each client, by its words alone: no error, and the client says something new.
    """
    eigen, hier = f"{klant}.yml", situatie(klant)
    lader, samen = Lader(ACCOUNTS), {eigen: (ACCOUNTS / eigen).read_text(encoding="utf-8")}
    for naam, een in recepten(klant):
        tekst = (ACCOUNTS / eigen).read_text(encoding="utf-8")
        for plek in [gekozen(plek, een.keuzes) for plek in een.plekken]:
            bestand = plek.bestand.removeprefix(f"{MAP}/")
            if bestand == eigen:
                tekst = geplaatst(tekst, plek)
                if een.plekken[-1].bestand != plek.bestand:  # the id that a line of the journal names
                    samen[eigen] = geplaatst(samen[eigen], plek)
            else:  # lines of the journal and of shared files live side by side
                pad = ACCOUNTS / bestand
                samen[bestand] = geplaatst(samen.get(bestand) or (pad.read_text() if pad.exists() else ""), plek)
        account, problemen = lader.met({klant: tekst.encode()}).account(klant)
        assert not problemen, (naam, [str(probleem) for probleem in problemen], een.plekken)
        assert account != hier.account or een.plekken[0].bestand != f"{MAP}/{eigen}", naam

    account, gedeeld, alles = proeflees(ACCOUNTS, klant, samen.pop(eigen), samen)

    assert not alles, [str(probleem) for probleem in alles]
    assert account is not None
    assert len(gedeeld.dagboek[klant]) >= 3
    assert len(gedeeld.berichten.berichten) == len(hier.gedeeld.berichten.berichten) + 1


def test_a_list_that_was_begun_since_is_not_begun_again() -> None:
    """
    The page was made in the night; who puts a second thing at the end the same day is told to leave out its first line.
    """
    een = recept(GEBEURTENISSEN["wijziging"], situatie("meerdal-zorggroep"))

    assert een is not None
    assert een.plekken[0].tekst.startswith("wijzigingen:\n")
    assert "vandaag al `wijzigingen:`" in een.plekken[0].waar
    assert "Laat die regel dan weg" in een.plekken[0].waar


def test_what_is_known_is_filled_in() -> None:
    """
    An item on Vandaag names its promise: the lines close that one, not the first.
    """
    hier = situatie("bouwbedrijf-hoenderveen")

    een = recept(GEBEURTENISSEN["nagekomen"], hier, {"wat": "t2"})

    assert een is not None
    assert "    klaar: [t2]\n" in een.plekken[0].tekst
    assert een.opdracht.endswith("--wat t2")


def test_a_leaver_is_not_succeeded_by_himself() -> None:
    """
    The example must be one that may be written down: another follows.
    """
    een = recept(GEBEURTENISSEN["vertrokken"], situatie("meerdal-zorggroep"))

    assert een is not None
    assert 'vertrokken_op: 2026-03-16\n    opvolger: "… ' in een.plekken[0].tekst


def test_what_a_number_is_stands_bare() -> None:
    """
    A number between quotes is an error, so its place has none, and its question stands beside the lines.
    """
    een = recept(GEBEURTENISSEN["cijfer"], situatie("meerdal-zorggroep"))

    assert een is not None
    assert "cijfer_resultaat: …\n" in een.plekken[0].tekst
    assert ["cijfer_resultaat", "cijfer_samenwerking"] == [veld_ for veld_, _ in een.getallen]


def test_what_the_reader_must_choose_is_a_question() -> None:
    """
    Lines that nobody looked at are refused: no first of a list stands there as a fact, in any event of any client.
    """
    for klant in KLANTEN:
        for naam, een in recepten(klant):
            tekst = "".join(plek.tekst for plek in een.plekken)
            for keus in een.keuzes:
                if keus.veld and not keus.erbij and len(keus.opties) > 1 and keus.veld not in BEKEND:
                    assert re.search(rf"\b{keus.veld}: (\[[\w, -]*)?(\"… |…)", tekst), (naam, keus.veld, tekst)


BEKEND = {
    "bron", "eenheid", "houding_bron", "oordeel_bron", "overdracht_voor_tekenen",  # one answer is right nearly always
    "door", "eigenaar", "contractmanager", "id", "klaar", "wie",
}  # fmt: skip


def test_short_names_in_a_list_stand_bare() -> None:
    """
    Between quotes two names would be one: no list of choices, in any event of any client, has quotes in it.
    """
    met_lijst = 0
    for klant in KLANTEN:
        for naam, een in recepten(klant):
            tekst = "".join(plek.tekst for plek in een.plekken)
            for keus in (keus for keus in een.keuzes if keus.meer and not keus.erbij):
                met_lijst += f"{keus.veld}: […]\n" in tekst
                assert not re.search(rf'\b{keus.veld}: \[[^]\n]*"', tekst), (naam, keus.veld, tekst)

    assert met_lijst


def test_a_choice_that_is_known_is_no_question() -> None:
    """
    With one contract there is nothing to choose, and who keeps the client does what is to be done.
    """
    een = recept(GEBEURTENISSEN["cijfer"], situatie("meerdal-zorggroep"))

    assert een is not None
    assert "gegeven_door: h-bakker\n" in een.plekken[0].tekst
    assert "door: anouk-de-wit\n" in een.plekken[0].tekst


@pytest.mark.parametrize(
    ("gebeurtenis", "veld_"),
    [
        ("verlengd", "jaarwaarde"), ("verlengd", "vanaf"), ("cijfer", "opdracht"), ("cijfer", "door"),
        ("nieuw-gezicht", "rol_bvt"), ("nieuw-gezicht", "sinds"), ("nieuw-contract", "jaarwaarde"),
        ("nieuw-contract", "opzegtermijn"), ("frisse-blik", "aanleiding"), ("frisse-blik-gepland", "aanleiding"),
        ("belofte", "vorm"), ("belofte", "van"), ("opgevolgd", "vorm"), ("gesprek", "vorm"),
    ],
)  # fmt: skip
def test_what_few_would_do_without_is_in_the_lines(gebeurtenis: str, veld_: str) -> None:
    """
    What the page of the client shows of it, is asked at once.
    """
    een = recept(GEBEURTENISSEN[gebeurtenis], situatie("bouwbedrijf-hoenderveen"))

    assert een is not None
    assert f"{veld_}: " in een.plekken[-1].tekst


def test_more_than_one_is_shown_with_a_comma() -> None:
    """
    Whoever adds a second name sees how a list of two is written.
    """
    een = recept(GEBEURTENISSEN["klopt-nog"], situatie("meerdal-zorggroep"))

    assert een is not None
    assert {"klopt_nog": "[h-bakker, v1]", "vorm": ""}.items() <= {k.veld: k.meer for k in een.keuzes}.items()


def test_what_may_be_added_is_a_line_with_its_place() -> None:
    """
    The rest stands below the lines, as it is written in the file.
    """
    een = recept(GEBEURTENISSEN["nieuw-gezicht"], situatie("meerdal-zorggroep"))

    assert een is not None
    assert [("kennismaking_op: …", "sinds", 4)] == [
        (keus.erbij, keus.onder, keus.diep) for keus in een.keuzes if keus.veld == "kennismaking_op"
    ]


@pytest.mark.parametrize("klant", KLANTEN)
def test_what_may_be_added_stands_beside_its_neighbour(klant: str) -> None:
    """
    Each addition of each event names a line that is there, and as many spaces as make it a neighbour of that line.
    """
    for naam, een in recepten(klant):
        tekst = "".join(plek.tekst for plek in een.plekken)
        for keus in (keus for keus in een.keuzes if keus.erbij):
            regel = re.search(rf"(?m)^( *(?:- )?){keus.onder}:", tekst)

            assert keus.onder, (naam, keus)
            assert regel, (naam, keus)
            assert len(regel[1]) == keus.diep, (naam, keus, tekst)


def test_an_option_says_what_not_exercised_means() -> None:
    """
    The status is a choice, and the day of use goes when it was not used.
    """
    een = recept(GEBEURTENISSEN["optie"], situatie("gemeente-vlierwoude"))

    assert een is not None
    assert "Kies uit gelicht, niet_gelicht" in een.plekken[0].tekst
    assert "`datum_gelicht`" in een.noot


@pytest.mark.parametrize(
    ("gebeurtenis", "woorden"),
    [
        ("cijfer", "onder de norm, een 8?"),
        ("cijfer", "`start` is de dag waarop het begint, zoals 2026-03-16"),
        ("vertrokken", "Gaat iemand later weg? Zet dan die dag bij `vertrokken_op`"),
        ("nieuw-contract", "Volgt het een vorig contract op?"),
        ("bericht", "De korte naam van een klant staat in het adres van zijn pagina"),
    ],
)
def test_what_depends_is_said_below_the_lines(gebeurtenis: str, woorden: str) -> None:
    """
    What the lines cannot know stands below them.
    """
    een = recept(GEBEURTENISSEN[gebeurtenis], situatie("meerdal-zorggroep"))

    assert een is not None
    assert woorden in een.noot


def test_a_new_contract_ends_the_nursery() -> None:
    """
    Of a client in the kweekvijver the block says to take that away; of no other.
    """
    hier = situatie("meerdal-zorggroep")
    vijver = hier._replace(account=replace(hier.account, kweekvijver=Kweekvijver(), contracten=[]))

    eerder, nu = (recept(GEBEURTENISSEN["nieuw-contract"], een) for een in (vijver, hier))

    assert eerder is not None
    assert nu is not None
    assert "Haal ook `kweekvijver` weg" in eerder.noot
    assert "vorig contract" not in eerder.noot
    assert "kweekvijver" not in nu.noot


def test_a_message_to_nobody_is_told_before_it_is_written() -> None:
    """
    Where nobody may get it, the block says so.
    """
    hier = situatie("meerdal-zorggroep")
    niemand = hier._replace(account=replace(hier.account, contactpersonen=[]))

    stil, wel = (recept(GEBEURTENISSEN["bericht"], een) for een in (niemand, hier))

    assert stil is not None
    assert wel is not None
    assert "hier telt dit bericht niet" in stil.noot
    assert "hier telt dit bericht niet" not in wel.noot


def test_vandaag_and_the_block_say_the_same() -> None:
    """
    What is written down in a journal is done when a journal says so: no kind of work names another place.
    """
    for klant in KLANTEN:
        for naam, een in recepten(klant):
            if "/_dagboek/" in een.plekken[-1].bestand:
                for soort in GEBEURTENISSEN[naam].wist:
                    assert re.search("dagboek|gesprek", SOORTEN[soort].klaar_als), (naam, soort)


def test_a_handover_asks_whether_the_client_knows() -> None:
    """
    What the handbook promises to ask, can be added.
    """
    een = recept(GEBEURTENISSEN["overdracht"], situatie("meerdal-zorggroep"))
    plan = recept(GEBEURTENISSEN["tussenevaluatie"], situatie("meerdal-zorggroep"))

    assert een is not None
    assert plan is not None
    assert "aanspreekpunt_bekend_bij_klant" in "".join(
        [*(plek.tekst for plek in een.plekken), *(keus.erbij for keus in een.keuzes)]
    )
    assert "bijstelling: " in plan.plekken[0].tekst


ZELDEN = {
    "bericht": {"segmenten"},
    "cijfer": {"project"},
    "gesprek": {"laag", "regel"},
    "lessen-nagelopen": {"persoon"},  # the place of the lines says it
    "procesafstemming": {"regel"},
}
"""What is hardly ever answered, by event."""


@pytest.mark.parametrize("naam", GEBEURTENISSEN)
def test_everything_that_is_asked_stands_there(naam: str) -> None:
    """
    What a terminal asks, the regels hold or what stands below them names; save what is hardly ever needed.
    """
    overal: list[set[str]] = []
    for klant in KLANTEN:
        if een := dict(recepten(klant)).get(naam):
            regels = [
                *(plek.tekst for plek in een.plekken),
                *(f"{keus.veld}: {keus.erbij}" for keus in een.keuzes),
                een.noot,
            ]
            vragen = [vraag for vraag in GEBEURTENISSEN[naam].vragen if not vraag.vandaag]
            vragen = [vraag for vraag in vragen if f" --{vraag.naam.replace('_', '-')} " not in een.opdracht]
            overal.append({v.naam for v in vragen if not any((v.veld or v.naam) in regel for regel in regels)})

    assert ZELDEN.get(naam, set()) == set.intersection(*overal)
