"""The practice corner: what the browser is given, and that each exercise can be done with its forms."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.bewerken import brein
from macros.bewerken.oefenhoek import kijk_na, oefenhoek
from macros.oefenen.oefening import LEERLING, PEILDATUM
from macros.oefenen.oefeningen import OEFENINGEN

OP = PEILDATUM.isoformat()


@pytest.fixture
def hoek(tmp_path: Path) -> Iterator[dict[str, Any]]:
    """The corner as it begins."""
    eerder = list(brein._werk)  # noqa: SLF001  what another test put at hand
    yield oefenhoek({"sjablonen": {}, "uit": ""}, str(tmp_path / "accounts"))
    brein._werk[:] = eerder  # noqa: SLF001


def _gebeurtenis(klant: str, welke: str, **antwoorden: object) -> dict[str, Any]:
    return {
        "id": welke,
        "klant": klant,
        "op": OP,
        "wie": LEERLING,
        "soort": "gebeurtenis",
        "gebeurtenis": welke,
        "antwoorden": antwoorden,
    }


def _zet(klant: str, pad: list[str], velden: dict[str, Any], was: dict[str, Any] | None = None) -> dict[str, Any]:
    return {
        "id": "-".join(pad) or "velden",
        "klant": klant,
        "op": OP,
        "wie": LEERLING,
        "soort": "zet",
        "bestand": f"{klant}.yml",
        "pad": pad,
        "velden": velden,
        "was": was or dict.fromkeys(velden),
    }


def _erbij(klant: str, pad: list[str], item: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": f"erbij-{pad[-1]}",
        "klant": klant,
        "op": OP,
        "wie": LEERLING,
        "soort": "erbij",
        "bestand": f"{klant}.yml",
        "pad": pad,
        "item": item,
    }


VAK = ["canvassen", "2026", "vakken"]
OTTER, LINDEHOF = "zwembad-de-otter", "zorgcentrum-de-lindehof"
PROEF: dict[int, dict[str, Any]] = {
    1: {"antwoord": "30 november 2026"},
    2: {
        "wijzigingen": [
            _zet(
                OTTER,
                [*VAK, "relaties"],
                {
                    "conclusie": "Onbekend bij de directeur.",
                    "oordeel": "oranje",
                    "oordeel_op": OP,
                    "oordeel_bron": "gesprek",
                },
            ),
            _zet(OTTER, [*VAK, "strategie"], {"conclusie": "De directeur merkt waarom het bad elke dag opengaat."}),
            _erbij(
                OTTER,
                ["canvassen", "2026", "doelen"],
                {
                    "id": "d1",
                    "soort": "behoud",
                    "tekst": "Verlengen",
                    "maat": "maanden",
                    "doelwaarde": 48,
                    "datum": "2027-04-01",
                },
            ),
            _erbij(
                OTTER,
                ["canvassen", "2026", "acties"],
                {"id": "a1", "tekst": "Rondleiding geven", "wie": "wim-kuiper", "gereed_op": "2026-10-02"},
            ),
        ]
    },
    4: {
        "wijzigingen": [
            _gebeurtenis(
                "museum-het-pakhuis",
                "frisse-blik-gepland",
                gepland_op="2026-10-06",
                door="Bureau Kompas",
                extern=True,
                aanleiding="jaarlijks",
            )
        ]
    },
    5: {
        "wijzigingen": [
            _gebeurtenis(
                "kantorenpark-westerdok",
                "klant-zegt-op",
                contract="glas-2024",
                ontvangen_op="2026-09-10",
                per_datum="2026-12-31",
                reden="Een ander is goedkoper",
                gepland_op="2026-10-12",
                door="Bureau Kompas",
            )
        ]
    },
    6: {
        "wijzigingen": [
            _gebeurtenis(LINDEHOF, "segment", segment="A", reden="Van één huis naar drie", op=OP),
            _zet(LINDEHOF, ["driehoek"], {"directie_sponsor": "karim-haddad"}),
        ]
    },
    3: {
        "antwoord": "[verwijzing]",
        "regels": OEFENINGEN[2].regels and OEFENINGEN[2].regels[1].replace("[bouma]", "[k-bouma]"),
    },
}


def test_the_corner_gives_what_a_site_gives(hoek: dict[str, Any]) -> None:
    """
    Six clients with their forms, on the day of the story, and each exercise with the pages it is done on.
    """
    assert OP == hoek["gedeeld"]["begin"]["peildatum"]
    assert {een.account for een in OEFENINGEN} == set(hoek["klanten"])
    assert [een.account for een in OEFENINGEN] == [een["klant"] for een in hoek["oefeningen"]]
    assert ["accounts/zwembad-de-otter/canvas/2026/", "accounts/zwembad-de-otter/"] == [
        pad for _, pad in hoek["oefeningen"][1]["bladen"]
    ]


@pytest.mark.parametrize("nummer", PROEF)
def test_an_exercise_is_judged(nummer: int, hoek: dict[str, Any]) -> None:
    """
    Something is missing at first, and nothing with the right changes.
    """
    leeg = {"nummer": nummer, "wijzigingen": [], "antwoord": "", "regels": hoek["oefeningen"][nummer - 1]["regels"]}

    assert kijk_na(leeg)["ontbreekt"]
    assert [] == kijk_na(leeg | PROEF[nummer])["ontbreekt"]
