"""New faces and the web of relations (domain 2.5, 2.11, 3.8)."""

from datetime import date

import pytest
from kleine_klant import LOPEND, maak, teksten


def persoon(velden: str, beheer: str = "2025-06-01") -> str:
    """An account with one contact person."""
    return (
        LOPEND
        + f"""
in_beheer_sinds: {beheer}
contactpersonen: [{{id: bakker, naam: H. Bakker, functie: manager, laag: tactisch, {velden}}}]
"""
    )


@pytest.mark.parametrize(
    ("velden", "uiterlijk"),
    [
        ("sinds: 2026-02-01", date(2026, 3, 3)),
        ("sinds: 2025-06-02", date(2025, 7, 2)),
        ("sinds: 2025-06-01", None),
        ("sinds: 2024-01-01", None),
        ("rol_bvt: beslisser", None),
        ("sinds: 2026-02-01, kennismaking_op: 2026-03-16", None),
        ("sinds: 2026-02-01, kennismaking_op: 2026-03-17", date(2026, 3, 3)),
        ("sinds: 2026-02-01, vertrokken_op: 2026-03-02", None),
        ("sinds: 2026-02-01, vertrokken_op: 2026-03-10", None),
        ("sinds: 2026-02-01, vertrokken_op: 2026-06-01", date(2026, 3, 3)),
        ("sinds: 2026-03-01, vertrokken_op: 2026-03-20", None),
    ],
)
def test_introduction_within_thirty_days(velden: str, uiterlijk: date | None) -> None:
    """
    Only for people who came after we did, until we met; who leaves before that is dropped.
    """
    kennismaking = maak(persoon(velden)).kennismaking

    assert uiterlijk == (kennismaking["bakker"].waarde if kennismaking else None)


def test_introductions_count_from_the_first_contract_when_nothing_else_is_known() -> None:
    """
    Without `in_beheer_sinds` it is the earliest startdatum.
    """
    assert ["bakker"] == list(maak(persoon("sinds: 2025-01-02", "null")).kennismaking)
    assert {} == maak(persoon("sinds: 2025-01-01", "null")).kennismaking


def test_late_introduction_is_homework() -> None:
    """
    The exact words.
    """
    acme = maak(persoon("sinds: 2026-02-01"))

    assert ["Kennismaking met H. Bakker: 13 dagen te laat (3 maart 2026)"] == teksten(acme, "kennismaking_te_laat")
    assert "waarom-kennismaking-bakker" in {punt.anker for punt in acme.huiswerk}


def test_holes_in_the_web_in_order() -> None:
    """
    Persons in file order, then no decider, then layers from top to bottom.
    """
    acme = maak(
        LOPEND
        + """
contactpersonen:
  - {id: een, naam: A. Een, functie: f, laag: tactisch, rol_bvt: beinvloeder, relaties: [anouk-de-wit, rik-smeets]}
  - {id: twee, naam: B. Twee, functie: f, laag: tactisch, rol_bvt: gebruiker}
  - {id: drie, naam: C. Drie, functie: f, laag: tactisch, rol_bvt: beinvloeder}
"""
    )

    assert [
        ("te_weinig_relaties", "een", "A. Een: 2 van minstens 3 collega's kennen deze beïnvloeder"),
        ("te_weinig_relaties", "drie", "C. Drie: 0 van minstens 3 collega's kennen deze beïnvloeder"),
        ("geen_beslisser", None, "Geen beslisser bekend"),
        ("lege_laag", "strategisch", "Niemand bekend in de strategische laag"),
        ("lege_laag", "operationeel", "Niemand bekend in de operationele laag"),
    ] == [(gat.soort, gat.wie, gat.tekst) for gat in acme.web_gaten]
    assert [gat.tekst for gat in acme.web_gaten] == teksten(acme, "web_gat")


def test_who_has_left_fills_no_hole() -> None:
    """
    The last decider left: nobody decides, the layer is empty, and nobody came in that place.
    """
    acme = maak(persoon("rol_bvt: beslisser, vertrokken_op: 2026-03-16"))

    assert ["geen_beslisser", "lege_laag", "lege_laag", "lege_laag", "geen_opvolger"] == [
        gat.soort for gat in acme.web_gaten
    ]


def test_three_colleagues_are_enough() -> None:
    """
    The number is a setting.
    """
    drie = "rol_bvt: beslisser, relaties: [anouk-de-wit, rik-smeets, sara-bos]"

    assert "te_weinig_relaties" not in {gat.soort for gat in maak(persoon(drie)).web_gaten}
    vier = maak(persoon(drie), instellingen="relaties_minimaal: 4").web_gaten
    assert "H. Bakker: 3 van minstens 4 collega's kennen deze beslisser" == vier[0].tekst
