"""The worked examples of the handbook are true: every table of dates is computed again by the site's own rules."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from macros.afleidingen.contract.datums import DAG, plus_maanden, werkdagen_eerder
from macros.afleidingen.contract.momenten import Contractstand, contractstand
from macros.afleidingen.contract.opzegging import termijn_vooruit
from macros.model.account import Account
from macros.model.contract import Contract, Termijn
from macros.model.instellingen import Instellingen
from macros.woorden.labels import FASE

HANDBOEK = Path(__file__).resolve().parents[2] / "docs" / "handboek"
INSTELLINGEN = Instellingen()
PEILDATUM = date(2026, 3, 16)
CONTRACT = TypeAdapter(Contract)

Rij = dict[str, str]


def tabellen(hoofdstuk: str, *kolommen: str) -> list[Rij]:
    """Every row of the tables of a chapter whose first headings are `kolommen`; at least one."""
    gevonden: list[Rij] = []
    tekst = (HANDBOEK / f"{hoofdstuk}.md").read_text(encoding="utf-8")
    for blok in re.findall(r"(?:^\|.*\|\n)+", tekst, re.MULTILINE):
        kop, _, *rijen = ([cel.strip() for cel in regel.strip("|").split("|")] for regel in blok.splitlines())
        if tuple(kop[: len(kolommen)]) == kolommen:
            gevonden += [dict(zip(kop, rij, strict=True)) for rij in rijen]
    assert gevonden, f"geen tabel {kolommen} in {hoofdstuk}"
    return gevonden


def dag(tekst: str) -> date:
    """Read `31-12-2026`."""
    dagnummer, maand, jaar = map(int, tekst.removesuffix(", voorlopig").split("-"))
    return date(jaar, maand, dagnummer)


def termijn(tekst: str) -> Termijn:
    """Read "3 maanden"."""
    aantal, eenheid = tekst.split()
    return TypeAdapter(Termijn).validate_python({"aantal": int(aantal), "eenheid": eenheid})


def stand(peildatum: date = PEILDATUM, sector: str = "privaat", **velden: Any) -> Contractstand:
    """Derive the dates of one contract of one client."""
    contract = CONTRACT.validate_python({"id": "beheer", "titel": "Beheer", **velden})
    account = TypeAdapter(Account).validate_python(
        {"id": "klant", "naam": "Klant", "sector": sector, "driehoek": {"accountmanager": "lotte"}, "contracten": []}
    )
    return contractstand(contract, account, INSTELLINGEN, peildatum)


def gevallen(hoofdstuk: str, *kolommen: str) -> list[Any]:
    """Offer the rows of `tabellen` to pytest, each with its dates as its name."""
    rijen = tabellen(hoofdstuk, *kolommen)
    return [pytest.param(rij, id=" ".join(rij[kolom] for kolom in kolommen)) for rij in rijen]


@pytest.mark.parametrize("rij", gevallen("twee-fasen", "Startdatum", "Einddatum"))
def test_start_of_the_retention_phase(rij: Rij) -> None:
    """Long contracts count back months, short ones begin halfway."""
    berekend = stand(startdatum=dag(rij["Startdatum"]), einddatum=dag(rij["Einddatum"]))

    assert dag(rij["Start retentiefase"]) == berekend.start_retentiefase.waarde
    assert rij["Looptijd"] == f"{berekend.termijn_maanden} maanden"


@pytest.mark.parametrize("rij", gevallen("contractdatums", "Einddatum", "Opzegtermijn"))
def test_notice_deadline(rij: Rij) -> None:
    """The last day on which a notice can be received."""
    berekend = stand(
        startdatum=date(2024, 1, 1), einddatum=dag(rij["Einddatum"]), opzegtermijn=termijn(rij["Opzegtermijn"])
    )

    assert dag(rij.get("Opzegdeadline") or rij["Deadline"]) == berekend.opzegdeadline.waarde


@pytest.mark.parametrize("rij", gevallen("contractdatums", "Opzegdeadline", "Actiedatum"))
def test_action_date(rij: Rij) -> None:
    """Working days back from the deadline."""
    marge = INSTELLINGEN.werkdagen_marge_opzegging

    assert dag(rij["Actiedatum"]) == werkdagen_eerder(dag(rij["Opzegdeadline"]), marge, INSTELLINGEN.vrije_dagen)


@pytest.mark.parametrize("rij", gevallen("contractdatums", "Einde", "Erbij"))
def test_months_on_top_of_an_end(rij: Rij) -> None:
    """An option lengthens the period from the day after the end."""
    optie = {"maanden": int(rij["Erbij"].split()[0]), "status": "gelicht", "datum_gelicht": date(2026, 1, 5)}
    berekend = stand(startdatum=date(2024, 1, 1), einddatum=dag(rij["Einde"]), opties=[optie])

    assert dag(rij["Nieuw einde"]) == berekend.einddatum_actueel.waarde


@pytest.mark.parametrize("rij", gevallen("contractdatums", "Peildatum", "Fase", "Actuele einddatum"))
def test_tacit_renewal(rij: Rij) -> None:
    """A contract that rolls on while nobody records it."""
    berekend = stand(
        dag(rij["Peildatum"]),
        startdatum=date(2023, 1, 1),
        einddatum=date(2025, 12, 31),
        opzegtermijn=termijn("3 maanden"),
        stilzwijgende_verlenging={"maanden": 12},
    )

    assert rij["Fase"] == FASE[berekend.fase.waarde].tekst.lower()
    assert rij["Actuele einddatum"].endswith("voorlopig") is berekend.einddatum_voorlopig
    assert [dag(rij[kolom]) for kolom in ("Actuele einddatum", "Opzegdeadline", "Beslismoment")] == [
        berekend.einddatum_actueel.waarde,
        berekend.opzegdeadline.waarde,
        berekend.beslismoment.waarde,
    ]


@pytest.mark.parametrize("rij", gevallen("contractdatums", "Contract", "Start retentiefase", "Beslisdatum"))
def test_decision_date(rij: Rij) -> None:
    """The first day after the start of the phase on which the period can be decided."""
    omschrijving = rij["Contract"]
    begin, eind = re.findall(r"\d\d-\d\d-\d{4}", omschrijving)
    velden: dict[str, Any] = {"startdatum": dag(begin), "einddatum": dag(eind)}
    if opzegging := re.search(r"opzegtermijn (\d+ maanden)", omschrijving):
        velden["opzegtermijn"] = termijn(opzegging[1])
    if stilzwijgend := re.search(r"(?<!niet )stilzwijgend (\d+) maanden", omschrijving):
        velden["stilzwijgende_verlenging"] = {"maanden": int(stilzwijgend[1])}
    if optie := re.search(r"optie (\d+) maanden, uiterlijk (\d+ maanden)", omschrijving):
        velden["opties"] = [{"maanden": int(optie[1]), "uiterlijk": termijn(optie[2])}]

    berekend = stand(sector="publiek" if "aanbestedende" in omschrijving else "privaat", **velden)

    assert dag(rij["Start retentiefase"]) == berekend.start_retentiefase.waarde
    assert dag(rij["Beslisdatum"]) == berekend.beslisdatum.waarde


@pytest.mark.parametrize("rij", gevallen("contractdatums", "Startdatum", "Opzegtermijn", "Peildatum"))
def test_open_ended_contract(rij: Rij) -> None:
    """The deadline before the next anniversary."""
    berekend = stand(
        dag(rij["Peildatum"]),
        soort="onbepaalde_tijd",
        startdatum=dag(rij["Startdatum"]),
        opzegtermijn=termijn(rij["Opzegtermijn"]),
    )

    assert dag(rij["Opzegdeadline"]) == berekend.opzegdeadline.waarde


@pytest.mark.parametrize("rij", gevallen("contractdatums", "Ontvangen", "Opzegtermijn"))
def test_last_day_after_a_notice(rij: Rij) -> None:
    """The notice period forward from the day after receipt."""
    assert dag(rij["Laatste dag"]) == termijn_vooruit(dag(rij["Ontvangen"]), termijn(rij["Opzegtermijn"]))


@pytest.mark.parametrize("rij", gevallen("terugblik", "Ontvangen", "Terugblik uiterlijk"))
def test_look_back_after_a_notice(rij: Rij) -> None:
    """Months after the notice, clamped to the end of a shorter month."""
    assert dag(rij["Terugblik uiterlijk"]) == plus_maanden(dag(rij["Ontvangen"]), INSTELLINGEN.postmortem_maanden)


@pytest.mark.parametrize("rij", gevallen("twee-fasen", "Vastgelegd", "Peildatum", "Fase"))
def test_phase_of_a_contract(rij: Rij) -> None:
    """What is recorded counts at once; the end of a contract comes after its last day."""
    velden: dict[str, Any] = {"startdatum": date(2024, 1, 1), "einddatum": date(2026, 12, 31)}
    if uitkomst := re.match(r"uitkomst op ([\d-]+)", rij["Vastgelegd"]):
        velden["uitkomsten"] = [{"datum": dag(uitkomst[1]), "resultaat": "verlengd"}]
    if opzegging := re.match(r"opzegging per ([\d-]+)", rij["Vastgelegd"]):
        per_datum = dag(opzegging[1])
        velden["opzegging"] = {"ontvangen_op": date(2026, 1, 5), "door": "klant", "per_datum": per_datum}

    fase = FASE[stand(dag(rij["Peildatum"]), **velden).fase.waarde].tekst.lower()

    assert fase.startswith(rij["Fase"])


def test_moments_of_the_running_example() -> None:
    """The example that returns in every chapter: three years, three months' notice, tacit renewal by a year."""
    berekend = stand(
        startdatum=date(2024, 1, 1),
        einddatum=date(2026, 12, 31),
        opzegtermijn=termijn("3 maanden"),
        stilzwijgende_verlenging={"maanden": 12},
    )
    tekst = {pad.stem: pad.read_text(encoding="utf-8") for pad in HANDBOEK.glob("*.md")}

    assert berekend.tussenevaluatie_op.waarde == date(2026, 2, 14)
    assert "14 februari 2026" in tekst["twee-fasen"]
    assert berekend.voorstel_uiterlijk.waarde == date(2026, 7, 2)
    assert "2 juli 2026" in tekst["contractdatums"]
    assert berekend.aankondigen_op.waarde == date(2026, 8, 1)
    assert "1 augustus 2026" in tekst["contractdatums"]


def test_moments_after_a_conversation() -> None:
    """The examples of contact, message and introduction count plain days."""
    tekst = {naam: (HANDBOEK / f"{naam}.md").read_text(encoding="utf-8") for naam in ("contactschema", "invloedsweb")}

    assert date(2026, 2, 17) == date(2025, 12, 18) + 61 * DAG
    assert date(2026, 3, 14) == date(2026, 1, 12) + INSTELLINGEN.bericht_elke_dagen * DAG
    assert date(2026, 3, 3) == date(2026, 2, 1) + INSTELLINGEN.kennismaking_dagen * DAG
    assert all(moment in tekst["contactschema"] for moment in ("17 februari 2026", "14 maart 2026"))
    assert "3 maart 2026" in tekst["invloedsweb"]
