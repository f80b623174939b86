"""The story of the sample client: files that grow, days that follow each other, and a good end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.afleidingen.dossier import Dossier
from macros.controles.nakijken import kijk_na
from macros.load.load import Lader
from macros.load.wijzigen.inlassen import blok
from macros.site.naslag import VOORBEELDDELEN, Moment, losgemaakt, momenten, naslag, portefeuille_op, voeg_samen
from macros.site.onderdelen import OnderdeelError
from macros.site.pages import Bouw, voorbeeldportefeuille
from macros.site.pagina import Pagina
from macros.views.handboek.veldvoorbeeld import VOORBEELD
from macros.views.render import html


@pytest.fixture(scope="module")
def pagina() -> Pagina:
    """A page of the handbook."""
    return Bouw(voorbeeldportefeuille(), VOORBEELD).pagina("handboek/voorbeeld/")


def op(nummer: int) -> Dossier:
    """The client as it stood at one moment."""
    [dossier] = portefeuille_op(momenten()[nummer - 1], voorbeeldportefeuille().gedeeld).dossiers.values()
    return dossier


@pytest.mark.parametrize("moment", momenten(), ids=lambda moment: moment.titel)
def test_each_moment_is_a_real_file(moment: Moment, tmp_path: Path) -> None:
    """
    Written beside the sample's team, a moment is read without a problem; the first holds the guess of the story.

    At its end the story still holds the talks of its beginning, which a team would have taken away.
    """
    (tmp_path / "_gedeeld").mkdir()
    team = (VOORBEELD / "_gedeeld" / "team.yml").read_bytes()
    (tmp_path / "_gedeeld" / "team.yml").write_bytes(team)
    (tmp_path / "stroomdal.yml").write_text(blok(dict(moment.klant)), encoding="utf-8")

    nagekeken = kijk_na(Lader(tmp_path), moment.peildatum)

    assert () == nagekeken.fouten
    vermoed = ["vermoeden-niet-nagevraagd"] * (moment.nummer == 1)
    vermoed += ["gesprek-te-oud"] * (moment.nummer >= 5)
    assert vermoed == [melding.code for melding in nagekeken.waarschuwingen]


def test_nothing_in_a_moment_is_from_later() -> None:
    """
    No judgement, conversation, mark or message that happened stands in the file before its day.
    """
    for moment in momenten():
        tekst = yaml.safe_dump([dict(moment.klant)["contactmomenten"], list(moment.berichten)])
        dagen = [date.fromisoformat(regel.split("'")[1]) for regel in tekst.splitlines() if "datum: '" in regel]

        assert dagen
        assert max(dagen) <= moment.peildatum


def test_the_life_of_a_client() -> None:
    """
    Start-up, work, a mark below the norm, the retention phase with a full canvas, and a better contract.
    """
    leven = [op(nummer) for nummer in range(1, 7)]

    assert ["opstart", "operationeel", "operationeel", "retentie", "retentie", "operationeel"] == [
        dossier.fase.waarde for dossier in leven
    ]
    assert ["let_op", "zorg", "rustig", "zorg", "let_op", "rustig"] == [dossier.klantbeeld.niveau for dossier in leven]
    assert leven[3].op_tijd_gestart is True
    assert 100 == leven[3].canvas_volledigheid
    assert date(2029, 12, 31) == leven[5].contracten["koeling-2023"].einddatum_actueel.waarde
    assert sorted(dossier.peildatum for dossier in leven) == [dossier.peildatum for dossier in leven]


def test_later_facts_come_on_top_of_earlier_ones() -> None:
    """
    Maps grow, an item is known by its id, a conversation is added, a plain value is replaced, the old file stays.
    """
    oud = {"naam": "A", "doelen": ["x"], "punten": [{"id": "p1", "status": "open", "wie": "b"}], "log": [{"dag": 1}]}
    nieuw = {"doelen": ["y"], "punten": [{"id": "p1", "status": "klaar"}, {"id": "p2"}], "log": [{"dag": 2}]}

    samen = voeg_samen(oud, nieuw)

    assert {
        "naam": "A",
        "doelen": ["y"],
        "punten": [{"id": "p1", "status": "klaar", "wie": "b"}, {"id": "p2"}],
        "log": [{"dag": 1}, {"dag": 2}],
    } == samen
    assert "open" == oud["punten"][0]["status"]  # type: ignore[index]


def test_a_part_stands_on_its_own() -> None:
    """
    Ids get a prefix, links about the client become words, signposts go, links to the handbook stay.
    """
    los = losgemaakt(
        '<h3 id="a">A</h3><nav><a href="../accounts/s/">Knop</a></nav> <a href="../accounts/s/#w">dag</a> '
        '<a href="../handboek/lessen/">les</a> <time datetime="2026-01-01" data-wanneer>morgen</time>',
        "m1",
        "../",
    )

    assert (
        '<h3 id="m1-a">A</h3> dag <a href="../handboek/lessen/">les</a> <time datetime="2026-01-01">morgen</time>'
        == los.replace("  ", " ")
    )


@pytest.mark.parametrize("deel", VOORBEELDDELEN)
def test_every_part_can_be_shown_at_every_moment(pagina: Pagina, deel: str) -> None:
    """
    Whatever page an author makes, the sample fills it, and no link of it leads to the client itself.
    """
    for moment in momenten():
        tekst = html(naslag()["voorbeeld"](pagina, deel, moment.nummer), pagina.basis)

        assert "accounts/stroomdal" not in tekst
        assert "Zo stond het op" in tekst


@pytest.mark.parametrize(
    ("naam", "woorden", "melding"),
    [
        ("voorbeeld", ("canvassen", 1), "'canvassen' is geen deel van een klantpagina; kies uit: accountkaart, canvas"),
        ("voorbeeld", ("canvas", 7), "er is geen moment 7; kies 1 tot en met 6"),
        ("velden", ("contrakt",), "er is geen bestand of onderdeel 'contrakt'; kies uit: aanbesteding, aanname"),
    ],
)
def test_a_wrong_call_says_what_to_write(
    pagina: Pagina, naam: str, woorden: tuple[str | int, ...], melding: str
) -> None:
    """
    Who misspells a part, a moment or a section reads which there are.
    """
    with pytest.raises(OnderdeelError) as fout:
        naslag()[naam](pagina, *woorden)

    assert str(fout.value).startswith(melding)
