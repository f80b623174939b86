"""Steps link to paragraphs of the handbook that exist, and empty dates say why."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.verklaring import Stap, Verklaard

Stand = Callable[..., Contractstand]

HOOFDMAP = Path(__file__).parents[3]
HANDBOEK = HOOFDMAP / "docs" / "handboek"
ANKERS = {
    f"{pagina.stem}/#{anker}"
    for pagina in HANDBOEK.glob("*.md")
    for anker in re.findall(r"\{: #([a-z-]+)", pagina.read_text(encoding="utf-8"))
}
DRIE_JAAR = "startdatum: 2024-01-01\neinddatum: 2026-12-31\n"
VOORBIJ = "startdatum: 2023-01-01\neinddatum: 2025-12-31\n"
ONBEPAALD = "soort: onbepaalde_tijd\nstartdatum: 2024-01-01\n"
OPZEGTERMIJN = "opzegtermijn: {aantal: 3, eenheid: maanden}\n"
CONTRACTEN = [
    DRIE_JAAR,
    DRIE_JAAR + OPZEGTERMIJN,
    DRIE_JAAR + "opzegdatum_uiterlijk: 2026-09-01",
    DRIE_JAAR + "opties: [{maanden: 12}]",
    DRIE_JAAR + "opties: [{maanden: 12, uiterlijk: {aantal: 1, eenheid: maanden}}]\nretentie_tegen: maximaal",
    DRIE_JAAR + "start_retentiefase_handmatig: 2025-01-01",
    DRIE_JAAR + "uitkomsten: [{datum: 2026-03-01, resultaat: verlengd}]",
    "startdatum: 2026-01-01\neinddatum: 2026-12-31",
    VOORBIJ + OPZEGTERMIJN + "stilzwijgende_verlenging: {maanden: 12}",
    VOORBIJ + "voortgezet_zonder_afspraak: true",
    VOORBIJ + "soort: project\nindexering: {maand: 1}",
    ONBEPAALD + "indexering: {maand: 7}",
    ONBEPAALD + OPZEGTERMIJN + "opzegging: {ontvangen_op: 2026-03-01, door: klant}",
]


def waarden(stand: Contractstand) -> Iterator[Verklaard[Any]]:
    """Give every explained value of a contract."""
    velden = (getattr(stand, naam) for naam in Contractstand.__slots__)
    yield from (veld for veld in velden if isinstance(veld, Verklaard))
    yield from stand.optiedeadlines


def stappen(stand: Contractstand) -> Iterator[Stap]:
    for waarde in waarden(stand):
        yield from waarde.stappen


@pytest.mark.parametrize("sector", ["privaat", "publiek"])
@pytest.mark.parametrize("contract", CONTRACTEN)
def test_every_rule_links_a_paragraph_of_the_handbook(stand: Stand, contract: str, sector: str) -> None:
    """A rule without a paragraph, or with a misspelt one, would be a dead end on every page."""
    alle = list(stappen(stand(contract, extra=f"sector: {sector}")))

    assert {stap.handboek for stap in alle if stap.soort == "regel"} <= ANKERS
    assert not [stap for stap in alle if stap.handboek and stap.soort != "regel"]


@pytest.mark.parametrize("contract", CONTRACTEN)
def test_every_fact_and_setting_says_where_it_stands(stand: Stand, contract: str) -> None:
    """A fact names its field below the contract, a setting its id."""
    alle = list(stappen(stand(contract, extra="sector: publiek")))

    assert all(stap.veld.startswith("contracten.beheer.") for stap in alle if stap.soort == "feit")
    assert all(re.fullmatch("[a-z_]+", stap.veld) for stap in alle if stap.soort == "instelling")


@pytest.mark.parametrize("contract", CONTRACTEN)
def test_every_value_has_steps_that_read_as_dutch(stand: Stand, contract: str) -> None:
    """No value stands alone; an empty one has a reason, and no step shows a Python value."""
    for waarde in waarden(stand(contract)):
        assert waarde.stappen
        assert not [stap.tekst for stap in waarde.stappen if re.search(r"None|\{|\}|\d{4}-\d\d", stap.tekst)]


def test_every_link_in_the_derivations_exists() -> None:
    """Those of rules that no contract above needs are right as well."""
    bestanden = (HOOFDMAP / "macros" / "afleidingen").rglob("*.py")
    links = {
        (bestand.name, link)
        for bestand in bestanden
        for link in re.findall(r'handboek="([^"]+)"', bestand.read_text(encoding="utf-8"))
    }

    assert links
    assert not [(bestand, link) for bestand, link in links if link not in ANKERS]
