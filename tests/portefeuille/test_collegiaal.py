"""The rota of the collegiale frisse blik: independent, present, never twice in a row, spread, and always the same."""

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.afleidingen.dossier import dossier
from macros.model.team import Afwezigheid, Persoon
from macros.portefeuille.collegiaal import Aanvraag, Voorstel, aanwezig, verdeel, voorstellen
from macros.portefeuille.portefeuille import Portefeuille

PEILDATUM = date(2026, 3, 16)
TEAM = """
    personen:
      - {id: a, naam: Anna}
      - {id: b, naam: Bert}
      - {id: c, naam: Cor}
"""
KLANT = """
    id: %s
    driehoek: {accountmanager: a}
    contracten: [{id: c, titel: C, startdatum: 2025-04-01, einddatum: 2028-12-31}]
"""

Wie = Callable[..., dict[str, str | None]]


@pytest.fixture
def wie(account: Callable[[str], Any], gedeeld: Callable[..., Any]) -> Wie:
    """Who is proposed for each of these clients, at 16 March 2026."""

    def maak(*klanten: str, team: str = TEAM) -> dict[str, str | None]:
        delen = gedeeld(team=team)
        dossiers = {klant.id: dossier(klant, delen, PEILDATUM) for klant in map(account, klanten)}
        gevonden = voorstellen(Portefeuille(dossiers, delen, PEILDATUM, vast=False))
        return {naam: voorstel.persoon for naam, voorstel in gevonden.items()}

    return maak


def klant(naam: str = "acme", meer: str = "") -> str:
    """A client of Anna whose first look is due on 1 April 2026."""
    return KLANT % naam + meer


@pytest.mark.parametrize(
    "rol",
    [
        "driehoek: {accountmanager: a, contractmanager: b}",
        "driehoek: {accountmanager: a, projectmanagers: [b]}",
        "driehoek: {accountmanager: a, directie_sponsor: b}",
        "driehoek: {accountmanager: b}\n    vorige_accountmanager: a",
        "contactregels: [{id: r, wie: b, laag: tactisch, elke_dagen: 30}]",
        "projecten: [{id: p, titel: P, start: 2020-01-01, projectmanager: b}]",
        "projecten: [{id: p, titel: P, start: 2020-01-01, contractmanager: b}]",
        "projecten: [{id: p, titel: P, start: 2020-01-01, stuurgroep: [b]}]",
    ],
)
def test_nobody_of_the_team_is_proposed(wie: Wie, rol: str) -> None:
    """
    Whatever the role, and the former account manager neither.
    """
    regels = klant().replace("    driehoek: {accountmanager: a}\n", "") if rol.startswith("driehoek") else klant()

    assert {"acme": "c"} == wie(f"{regels}    {rol}")


@pytest.mark.parametrize(
    ("lijnen", "voorgesteld"),
    [
        ({"a": "b"}, "c"),
        ({"a": "b", "b": "c"}, None),
        ({"b": "a"}, "c"),
        ({"c": "b", "b": "a"}, None),
        ({"a": "c", "c": "a"}, "b"),
        ({"a": "c", "b": "c"}, "b"),
    ],
    ids=[
        "the manager",
        "a manager further up",
        "who is managed",
        "further down",
        "a ring",
        "a colleague with one boss",
    ],
)
def test_who_steers_or_is_steered_is_not_fresh(wie: Wie, lijnen: dict[str, str], voorgesteld: str | None) -> None:
    """
    Nobody marks the work of the own manager, nor that of the own people.
    """
    team = TEAM
    for onder, boven in lijnen.items():
        team = team.replace(f"id: {onder},", f"id: {onder}, leidinggevende: {boven},")

    assert {"acme": voorgesteld} == wie(klant(), team=team)


def test_a_manager_of_one_contract_is_of_the_team(wie: Wie) -> None:
    """
    An override of a single contract counts, also when that contract has ended.
    """
    oud = "{id: oud, titel: O, startdatum: 2025-04-01, einddatum: 2025-12-31, contractmanager: b, opzegging: {ontvangen_op: 2025-08-01, door: wij, per_datum: 2025-12-31}}"  # noqa: E501

    assert {"acme": "c"} == wie(klant().replace("contracten: [", f"contracten: [{oud}, "))


def test_a_deputy_is_no_outsider(wie: Wie) -> None:
    """
    Who stands in for the account manager today, or on the day of the look, works for the client.
    """
    weg = TEAM.replace("naam: Anna", "naam: Anna, afwezig: [{van: 2026-03-01, tot: %s, vervanger: b}]")

    assert ["c", "c", "b"] == [
        wie(klant(), team=weg % tot)["acme"] for tot in ("2026-04-01", "2026-03-16", "2026-03-15")
    ]


@pytest.mark.parametrize(
    "velden",
    [
        "afwezig: [{van: 2026-04-01, tot: 2026-04-01}]",
        "uit_dienst_op: 2026-03-31",
        "in_dienst_sinds: 2026-04-02",
    ],
)
def test_who_is_not_there_on_the_day_is_not_proposed(wie: Wie, velden: str) -> None:
    """
    The look is due on 1 April.
    """
    assert {"acme": "c"} == wie(klant(), team=TEAM.replace("naam: Bert", f"naam: Bert, {velden}"))


def test_a_late_look_is_held_today(wie: Wie) -> None:
    """
    Absence on the day that passed does not matter, absence today does.
    """
    laat = klant().replace("2025-04-01", "2025-02-01")
    toen = TEAM.replace("naam: Bert", "naam: Bert, afwezig: [{van: 2026-02-01, tot: 2026-02-01}]")
    nu = TEAM.replace("naam: Bert", "naam: Bert, afwezig: [{van: 2026-03-16, tot: 2026-03-16}]")

    assert ["b", "c"] == [wie(laat, team=team)["acme"] for team in (toen, nu)]


def test_never_the_same_twice_in_a_row(wie: Wie) -> None:
    """
    Also when an outsider looked in between, and whoever is the busiest.
    """
    buiten = "{uitgevoerd_op: 2025-03-15, door: Bureau Helder, extern: true}"
    drukte = [
        klant(f"druk-{nr}", "    fresheyes: [{uitgevoerd_op: 2025-12-01, door: Cor, extern: false}]") for nr in range(3)
    ]

    gevonden = wie(
        klant("acme", f"    fresheyes: [{{uitgevoerd_op: 2024-03-01, door: Bert, extern: false}}, {buiten}]"), *drukte
    )

    assert "c" == gevonden["acme"]


def test_nobody_left(wie: Wie) -> None:
    """
    A team of one has no independent colleague; then the proposal says so.
    """
    assert {"acme": None} == wie(klant(), team="personen: [{id: a, naam: Anna}]")


@pytest.mark.parametrize(
    "meer",
    [
        "    segment_keuze: {segment: A, reden: R}",
        "    fresheyes: [{gepland_op: 2026-04-20}]",
        "    fresheyes: [{gepland_op: 2026-03-10}]",
    ],
)
def test_who_asks_for_no_colleague(wie: Wie, meer: str) -> None:
    """
    An A client wants an outsider; what is planned needs nobody; a plan that passed first needs its result.
    """
    assert {} == wie(klant("acme", meer))


def test_without_a_running_contract_nobody_is_proposed(wie: Wie) -> None:
    """
    No look is due.
    """
    assert {} == wie(
        "id: acme\ndriehoek: {accountmanager: a}\ncontracten: []", "id: leeg\ndriehoek: {accountmanager: b}"
    )


def test_looks_of_last_year_and_plans_are_load(wie: Wie) -> None:
    """
    Bert looked within twelve months and Cor longer ago, so Cor is asked; a plan counts as a look.
    """

    def gedaan(datum: str, veld: str = "uitgevoerd_op") -> str:
        blik = f"    fresheyes: [{{{veld}: {datum}, door: Bert, extern: false}}]"
        return klant("elders", blik + "\n    segment_keuze: {segment: A, reden: Vraagt zelf geen collega}")

    assert ["c", "b", "c"] == [
        wie(klant(), elders)["acme"]
        for elders in (gedaan("2025-03-17"), gedaan("2025-03-16"), gedaan("2026-05-01", "gepland_op"))
    ]


# Any team and any requests

IDS = [f"p{nr}" for nr in range(6)]
DAGEN = st.integers(0, 400).map(lambda dagen: PEILDATUM + timedelta(days=dagen))


@st.composite
def personen(draw: st.DrawFn) -> list[Persoon]:
    """A team of whom some leave, arrive or are away."""
    team = []
    for naam in draw(st.lists(st.sampled_from(IDS), unique=True, max_size=6)):
        van, tot = sorted((draw(DAGEN), draw(DAGEN)))
        afwezig = [Afwezigheid(van=van, tot=tot)] if draw(st.booleans()) else []
        uit, sinds = draw(st.none() | DAGEN), draw(st.none() | DAGEN)
        team.append(Persoon(id=naam, naam=naam, uit_dienst_op=uit, in_dienst_sinds=sinds, afwezig=afwezig))
    return team


GROEP = st.frozensets(st.sampled_from(IDS), max_size=4)
AANVRAGEN = st.lists(
    st.builds(Aanvraag, id=st.text("xyz", min_size=1, max_size=3), dag=DAGEN, team=GROEP, vorige=GROEP),
    unique_by=lambda vraag: vraag.id,
    max_size=12,
)
DRUKTE = st.dictionaries(st.sampled_from(IDS), st.integers(0, 5))


def kan(persoon: Persoon, vraag: Aanvraag) -> bool:
    """Whether this colleague may look at this client."""
    return persoon.id not in vraag.team and persoon.id not in vraag.vorige and aanwezig(persoon, vraag.dag)


@given(personen(), AANVRAGEN, DRUKTE)
def test_each_proposal_keeps_the_rules(team: list[Persoon], vragen: list[Aanvraag], drukte: dict[str, int]) -> None:
    """
    Never of the team, never twice in a row, always present; nobody only when nobody can.
    """
    per_id = {persoon.id: persoon for persoon in team}

    verdeeld = verdeel(vragen, team, drukte)

    for vraag in vragen:
        wie = verdeeld[vraag.id].persoon
        if wie is None:
            assert not any(kan(persoon, vraag) for persoon in team)
        else:
            assert kan(per_id[wie], vraag)


@given(personen(), AANVRAGEN, DRUKTE, st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(
    team: list[Persoon],
    vragen: list[Aanvraag],
    drukte: dict[str, int],
    kans: Any,
) -> None:
    """
    Same data, same proposals.
    """
    eerst = verdeel(vragen, team, drukte)
    geschud = list(vragen), list(team)
    for lijst in geschud:
        kans.shuffle(lijst)

    assert eerst == verdeel(*geschud, dict(reversed(drukte.items())))


@given(personen(), AANVRAGEN, DRUKTE)
def test_the_least_busy_is_asked(team: list[Persoon], vragen: list[Aanvraag], drukte: dict[str, int]) -> None:
    """
    At the moment of each proposal nobody who could do it had fewer looks; the proposal says how many.
    """
    verdeeld, telling = verdeel(vragen, team, drukte), Counter(drukte)

    for vraag in sorted(vragen, key=lambda vraag: (vraag.dag, vraag.id)):
        voorstel = verdeeld[vraag.id]
        if voorstel.persoon:
            assert voorstel.drukte == min(telling[persoon.id] for persoon in team if kan(persoon, vraag))
            assert Voorstel(voorstel.persoon, telling[voorstel.persoon]) == voorstel
            telling[voorstel.persoon] += 1


@given(AANVRAGEN, st.lists(st.sampled_from(IDS), unique=True, min_size=2))
def test_work_is_spread(vragen: list[Aanvraag], ids: list[str]) -> None:
    """
    Where everyone can do everything the busiest does at most one more than the quietest.
    """
    vrij = [Aanvraag(vraag.id, vraag.dag, frozenset(), frozenset()) for vraag in vragen]

    verdeeld = verdeel(vrij, [Persoon(id=naam, naam=naam) for naam in ids], {})

    per_collega = [sum(v.persoon == naam for v in verdeeld.values()) for naam in ids]
    assert max(per_collega) - min(per_collega) <= 1


@given(personen(), AANVRAGEN, DRUKTE, st.data())
def test_a_look_far_away_changes_nothing_nearby(
    team: list[Persoon], vragen: list[Aanvraag], drukte: dict[str, int], data: st.DataObject
) -> None:
    """
    A client whose look is due later than the others can come or go.
    """
    later = Aanvraag("later", PEILDATUM + timedelta(days=999), data.draw(GROEP), frozenset())

    eerst, daarna = verdeel(vragen, team, drukte), verdeel([later, *vragen], team, drukte)

    assert eerst == {naam: voorstel for naam, voorstel in daarna.items() if naam != "later"}
