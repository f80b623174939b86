"""The field reference: every field of the model, in words that hold, with a line that can be copied."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from leesbaar import blokken, tabel, woorden
from pydantic import TypeAdapter

from macros.load import yaml12
from macros.load.velden import velden_van
from macros.model.basis import Voorwaarde
from macros.model.contract import Contract
from macros.model.instellingen import Instellingen as Model
from macros.site.naslag import HANDBOEK, veldplaatsen, vindplaatsen
from macros.site.pages import voorbeeldportefeuille
from macros.views.delen.blad import Alinea, Tussenkop
from macros.views.delen.register import Register
from macros.views.handboek.instellingen import BRON, instellingen
from macros.views.handboek.velden import (
    BESTANDEN,
    kenmerk,
    onderdelen_van,
    secties,
    velden,
)
from macros.views.handboek.veldvoorbeeld import LEVEN, hints_van, soort, voorbeeldregel
from macros.views.handboek.veldwoorden import SOMS_VERPLICHT, UITLEG, VOORWAARDE

KLASSEN = sorted(
    {klasse for wortel in BESTANDEN for klasse in (wortel, *onderdelen_van(wortel))}, key=lambda klasse: klasse.__name__
)
VELDEN = [(klasse, naam) for klasse in KLASSEN for naam in velden_van(klasse)]


def heet(waarde: object) -> str | None:
    """Name a class in the output of pytest."""
    return waarde.__name__ if isinstance(waarde, type) else None


def veld(sectie: str, naam: str) -> Any:
    """One field of a section."""
    return next(een for een in secties()[sectie][0].velden if een.naam == naam)


@pytest.mark.parametrize("klasse", KLASSEN, ids=heet)
def test_the_example_lines_are_right(klasse: type) -> None:
    """
    What the page tells to type, all lines of a section together, is accepted by the model.
    """
    regels = "\n".join(voorbeeldregel(klasse, naam) for naam in velden_van(klasse))

    assert TypeAdapter(klasse).validate_python(yaml12.lees(regels.encode()).waarde)


def test_every_field_has_a_place() -> None:
    """
    Each field of each class stands once in the section of its class, and no two have one id.
    """
    alle = secties()
    ankers = [een.anker for klasse in KLASSEN for een in alle[kenmerk(klasse)][0].velden]

    assert len(VELDEN) == len(ankers) == len(set(ankers))
    assert "veld-contract-opzegtermijn" in ankers


def test_what_two_files_of_one_page_share_is_described_once() -> None:
    """
    The outcome of a talk stands in a client's file and in a journal; its section names both places.
    """
    ankers = [een.anker for bestand in ("account", "weekblad") for een in secties()[bestand]]

    assert len(ankers) == len(set(ankers))
    assert ("contactmomenten › proces", "regels › proces") == secties()["procesuitkomst"][0].plekken


@pytest.mark.parametrize(
    ("naam", "woorden"),
    [
        ("startdatum", "datum, zoals 2026-12-31"),
        ("jaarwaarde", "bedrag in hele euro's, zonder punt"),
        ("soort", "een van: bepaalde_tijd, onbepaalde_tijd, raamovereenkomst, project"),
        ("opzegtermijn", "een termijn"),
        ("opties", "lijst; elk onderdeel: een optie"),
        ("tussentijds_opzegbaar", "true (ja) of false (nee)"),
    ],
)
def test_a_kind_of_value_in_words(naam: str, woorden: str) -> None:
    """
    The reader sees plain Dutch, never the name of a type.
    """
    assert woorden == soort(hints_van(Contract)[naam])


def test_a_kind_without_words_is_refused() -> None:
    """
    A new kind of value in the model cannot go unexplained.
    """
    with pytest.raises(TypeError, match="no Dutch words"):
        soort(bytes)


def test_whether_a_field_is_needed() -> None:
    """
    Required, sometimes required, asked for with what it buys, or free; a default says what counts without the field.
    """
    assert "Verplicht" == veld("contract", "titel").nodig.tekst
    assert ("Soms verplicht", "Verplicht, behalve bij een contract voor onbepaalde tijd.") == (
        veld("contract", "einddatum").nodig.tekst,
        veld("contract", "einddatum").waarom,
    )
    assert veld("contract", "inschatting").waarom.startswith("In de retentiefase. Geef je eigen inschatting: dan ")
    assert "Mag weg" == veld("contract", "document").nodig.tekst
    assert "bepaalde_tijd" == veld("contract", "soort").zonder


def test_no_text_holds_a_place_to_fill_in() -> None:
    """
    A gap that counts ("nog {open} van {totaal}") reads as a sentence here.
    """
    teksten = [een.waarom for delen in secties().values() for deel in delen for een in deel.velden]

    assert [] == [tekst for tekst in teksten if "{" in tekst or "  " in tekst]


def test_tables_of_words_name_what_exists() -> None:
    """
    Every condition of a gap has words; what is said of a field or section belongs to one that is there.
    """
    assert set(get_args(Voorwaarde)) == set(VOORWAARDE)
    assert {(klasse.__name__, naam) for klasse, naam in VELDEN} >= set(SOMS_VERPLICHT)
    assert set(secties()) >= set(UITLEG)
    assert set(velden_van(Model)) >= set(BRON)


def ankers(pagina: str) -> Iterator[str]:
    """The ids of the headings of a chapter."""
    for regel in (HANDBOEK / f"{pagina}.md").read_text(encoding="utf-8").splitlines():
        if regel.startswith("#") and "{: #" in regel:
            yield regel.partition("{: #")[2].removesuffix(" }")


def test_explanations_are_in_the_handbook() -> None:
    """
    Every link to an explanation leads to a chapter and, with an anchor, to a heading of it.
    """
    for plek in (*UITLEG.values(), *vindplaatsen().values()):
        pagina, _, anker = plek.partition("/#")

        assert (HANDBOEK / f"{pagina.removesuffix('/')}.md").is_file(), plek
        assert not anker or anker in ankers(pagina), plek


def test_the_place_that_states_a_rule_wins() -> None:
    """
    Of all places that quote a number, the one where it is the rule itself is linked.
    """
    assert "twee-fasen/#start-retentiefase" == vindplaatsen()["retentiefase_maanden"]
    assert "opstart/#kick-off" == vindplaatsen()["kickoff_dagen"]
    assert "zichtbaar" not in veldplaatsen()


def test_a_part_alone_and_a_file_with_its_parts() -> None:
    """
    A page may show one section, or a file with everything in it.
    """
    termijn, team = velden("termijn", {}), velden("team", {})

    assert ["Termijn"] == [kop.tekst for kop in blokken(termijn, Tussenkop)]
    assert ["Team", "Persoon", "Afwezigheid", "Zelfscan"] == [kop.tekst for kop in blokken(team, Tussenkop)]
    [staat] = blokken(termijn, Alinea)
    assert "Staat onder contracten › opzegtermijn en contracten › opties › uiterlijk." in woorden(staat)
    [eenheid] = [rij for rij in tabel(blokken(termijn, Register)[0]) if rij["Veld"].startswith("eenheid ")]
    assert "zonder dit veld" not in eenheid["Wat je invult"]
    assert "Verplicht" == eenheid["Nodig?"]


def test_settings_with_the_value_of_today() -> None:
    """
    Every setting is listed with its value, its default and where that comes from; an own choice is marked.
    """
    [register] = blokken(instellingen(voorbeeldportefeuille(), vindplaatsen()), Register)
    rijen = {rij["Instelling"].split()[0]: rij for rij in tabel(register)}
    bronnen = {naam: rij.cellen[-1].filter for naam, rij in zip(rijen, register.rijen, strict=True)}

    assert set(velden_van(Model)) == set(rijen)
    assert ("18", "18") == (rijen["retentiefase_maanden"]["Nu"], rijen["retentiefase_maanden"]["Standaard"])
    assert "Team Account Retentie Planning (Tenacity)" == bronnen["retentiefase_maanden"]
    assert "Afspraak van het team" == bronnen["kickoff_dagen"]
    assert ("2026-03-16 Eigen keuze", "leeg") == (rijen["peildatum_vast"]["Nu"], rijen["peildatum_vast"]["Standaard"])


def test_examples_come_from_files_of_the_package() -> None:
    """
    The lines to copy name nobody who is not invented: they are read from the sample clients.
    """
    assert "naam: Kaasmakerij Stroomdal" in (LEVEN / "1.yml").read_text(encoding="utf-8")
    assert "titel: Onderhoud koeling" == voorbeeldregel(Contract, "titel")
