"""The schemas for an editor: what the loader accepts they accept, and what is plainly wrong they refuse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import best_match
from modelwaarden import van
from modelwandel import klassen

from macros.load import yaml12
from macros.load.keuren import adapter
from macros.load.omgeving import PROJECT
from macros.load.schemaregel import SOORTEN, soort_van
from macros.load.velden import velden_van
from macros.outputs.schema import schema

SCHEMAS = {soort: schema(klasse, soort) for soort, klasse in SOORTEN.items()}
PORTEFEUILLES = (
    "accounts",
    "tests/data/portefeuille",
    "tests/data/meerdal",
    "macros/oefenen/accounts",
    "macros/views/handboek/voorbeeld",
)
DELEN = [(soort, deel) for soort, wortel in SOORTEN.items() for deel in klassen(wortel)]


def _voorbeelden() -> Iterator[tuple[Path, str]]:
    for map_ in PORTEFEUILLES:
        for pad in sorted((PROJECT / map_).rglob("*.yml")):
            yield pad, soort_van(pad.relative_to(PROJECT / map_).as_posix())
    yield from ((pad, pad.stem) for pad in sorted((PROJECT / "macros/model/standaard").glob("*.yml")))


VOORBEELDEN = list(_voorbeelden())
"""Every example file, and its kind."""


def als_json(waarde: Any) -> Any:
    """What another program sees: a key is always a text."""
    if isinstance(waarde, dict):
        return {str(sleutel): als_json(deel) for sleutel, deel in waarde.items()}
    return [als_json(deel) for deel in waarde] if isinstance(waarde, list) else waarde


def bezwaar(soort: str, waarde: Any, deel: type | None = None) -> str:
    """What the schema of a kind of file says of a value, or of one of a part of such a file; empty when nothing."""
    eigen = SCHEMAS[soort]
    if deel and deel is not SOORTEN[soort]:
        eigen = {"$ref": f"#/$defs/{deel.__name__}", "$defs": eigen["$defs"]}
    fout = best_match(Draft202012Validator(eigen, format_checker=FormatChecker()).iter_errors(als_json(waarde)))
    return f"{fout.json_path}: {fout.message}" if fout else ""


def lees(tekst: str) -> Any:
    """The values of a file, as our own reader gives them."""
    lezing = yaml12.lees(dedent(tekst).encode())
    assert not lezing.fouten
    return lezing.waarde


@pytest.mark.parametrize("soort", SOORTEN)
def test_each_is_a_valid_schema(soort: str) -> None:
    """
    The schemas themselves follow the draft that they name.
    """
    Draft202012Validator.check_schema(SCHEMAS[soort])


@pytest.mark.parametrize(("pad", "soort"), VOORBEELDEN, ids=lambda deel: str(deel).removeprefix(f"{PROJECT}/"))
def test_every_example_is_right(pad: Path, soort: str) -> None:
    """
    No editor draws a line under anything in a file that we show.
    """
    assert not bezwaar(soort, yaml12.lees(pad.read_bytes()).waarde)


@pytest.mark.parametrize(("soort", "deel"), DELEN, ids=lambda een: een if isinstance(een, str) else een.__name__)
@settings(max_examples=settings().max_examples // 3)
@given(data=st.data())
def test_what_the_model_accepts_the_schema_accepts(soort: str, deel: type, data: st.DataObject) -> None:
    """
    Whatever a colleague may write in a part of a file, short forms and empty fields too, is right in an editor.
    """
    waarde = data.draw(van(deel))

    adapter(deel).validate_python(waarde)
    assert not bezwaar(soort, waarde, deel)


FOUT = {
    "an unknown key": ("account", "klantnumer: '12'"),
    "an unknown key below": ("account", "contactpersonen: [{id: x, naam: X, functie: y, laag: tactisch, rol: z}]"),
    "a private fact": ("account", "contactpersonen: [{id: x, naam: X, functie: y, laag: tactisch, hobby: z}]"),
    "another choice": ("account", "sector: half"),
    "a choice in capitals": ("account", "omvang: xl"),
    "a number for a text": ("account", "klantnummer: 12"),
    "a text for a number": ("account", "omzet: {2025: '12'}"),
    "an amount with a point": ("account", "omzet: {2025: 438.5}"),
    "an amount below zero": ("account", "omzet: {2025: -1}"),
    "a year of two digits": ("account", "omzet: {25: 12}"),
    "a yes": ("account", "anoniem: ja"),
    "a day the Dutch way": ("account", "klant_sinds: 01-02-2024"),
    "a day that is none": ("account", "klant_sinds: 2024-02-30"),
    "a day long ago": ("account", "klant_sinds: 1824-02-03"),
    "a text that is too long": ("account", f"omschrijving: {'x' * 301}"),
    "a text of spaces": ("account", "branche: '  '"),
    "a name for an id": ("account", "vorige_accountmanager: Anouk de Wit"),
    "a device of Windows": ("account", "vorige_accountmanager: con"),
    "an address without https": ("account", "verwijzingen: {crm: www.crm.example}"),
    "a map for a list": ("account", "contactmomenten: {datum: 2026-01-01}"),
    "an empty list": ("account", "contactmomenten:"),
    "a text for a list": ("account", "doelen_klant: groeien"),
    "a term in words": ("account", "contracten: [{id: x, titel: X, startdatum: 2024-01-01, opzegtermijn: 3 maanden}]"),
    "a base that is not there": ("account", "honken: {2026: {12: {stand: open}}}"),
    "a required field": ("account", "contracten: [{id: x, titel: X}]"),
    "a required field that is empty": ("account", "contracten: [{id: x, titel: X, startdatum: }]"),
    "a required field above": ("account", "driehoek: {contractmanager: x}"),
    "a month of thirteen": (
        "account",
        "canvassen: [{id: a, gestart_op: 2026-01-01, klantbesluit: {begroting_maand: 13}}]",
    ),
    "no client": ("dagboek", "regels: [{datum: 2026-03-17, kern: Gebeld}]"),
    "a signal of another kind": ("dagboek", "regels: [{klant: a, datum: 2026-03-17, kern: x, signaal: {soort: blij}}]"),
    "two of three segments": ("segmentatie", "{groepen: [{id: a, naam: A}], segmenten: {A: {}, B: {}}}"),
    "no group": ("segmentatie", "groepen: []"),
    "a message for everybody in other words": ("berichten", "berichten: [{datum: 2026-01-01, aan: iedereen}]"),
    "a setting as a text": ("instellingen", "retentiefase_maanden: '18'"),
    "a currency as a sign": ("instellingen", "valuta: €"),
    "a round of seven": ("werving", "{jaar: 2026, start_op: 2026-01-01, rondes: [{nummer: 7}]}"),
    "an answer to an eighth question": ("team", "personen: [{id: a, naam: A, zelfscan: {vragen: {8: true}}}]"),
}
KOP = {"id": "acme", "naam": "Acme", "driehoek": {"accountmanager": "x"}, "contracten": []}


@pytest.mark.parametrize(("soort", "tekst"), FOUT.values(), ids=FOUT)
def test_what_is_wrong_is_refused(soort: str, tekst: str) -> None:
    """
    The editor sees it before the check does; both refuse it.
    """
    waarde = (KOP if soort == "account" else {}) | lees(tekst)

    assert bezwaar(soort, waarde)
    with pytest.raises(ValueError, match="validation error"):
        adapter(SOORTEN[soort]).validate_python(waarde)


def test_a_file_that_lacks_what_every_client_has() -> None:
    """
    A client has a name, somebody who is responsible, and a list of contracts.
    """
    zonder = [naam for naam in KOP if bezwaar("account", {n: w for n, w in KOP.items() if n != naam})]

    assert list(KOP) == zonder
    assert not bezwaar("account", KOP)


def stukken(waarde: Any) -> Iterator[dict[str, Any]]:
    """Every map in a schema."""
    if isinstance(waarde, dict):
        yield waarde
        for deel in waarde.values():
            yield from stukken(deel)
    elif isinstance(waarde, list):
        for deel in waarde:
            yield from stukken(deel)


@pytest.mark.parametrize(("soort", "deel"), DELEN, ids=lambda een: een if isinstance(een, str) else een.__name__)
def test_every_field_has_its_words(soort: str, deel: type) -> None:
    """
    An editor shows the title and the help of the model, and no word of the code.
    """
    eigen = SCHEMAS[soort] if deel is SOORTEN[soort] else SCHEMAS[soort]["$defs"][deel.__name__]
    velden = velden_van(deel)

    woorden = {naam: (vorm["title"], vorm["description"]) for naam, vorm in eigen["properties"].items()}

    assert {naam: (info.title, info.description) for naam, info in velden.items()} == woorden
    assert [naam for naam, info in velden.items() if info.is_required()] == eigen.get("required", [])
    assert eigen["additionalProperties"] is False
    assert "description" not in eigen


def test_every_choice_has_its_meaning() -> None:
    """
    A list of choices says of each what it is: "Nog niet overtuigd" for `kritisch`.
    """
    keuzes = [stuk for eigen in SCHEMAS.values() for stuk in stukken(eigen) if "enum" in stuk]
    houding = SCHEMAS["account"]["$defs"]["Contactpersoon"]["properties"]["houding"]

    assert "Nog niet overtuigd" == dict(zip(houding["enum"], houding["enumDescriptions"], strict=True))["kritisch"]
    assert all(len(stuk["enum"]) == len(stuk["enumDescriptions"]) for stuk in keuzes)
    assert [] == [woord for stuk in keuzes for woord in stuk["enumDescriptions"] if "_" in woord or woord[0].islower()]


def test_an_editor_says_in_dutch_what_belongs_somewhere() -> None:
    """
    Each value that can be of the wrong kind has a sentence; a value that differs from nothing needs none.
    """
    waarden = [
        s for eigen in SCHEMAS.values() for s in stukken(eigen) if {"pattern", "format", "enum", "minimum"} & set(s)
    ]

    assert [] == [een for een in waarden if "errorMessage" not in een]
    assert "hier hoort: bedrag in hele euro's, zonder punt" in {een["errorMessage"] for een in waarden}


def test_keys_that_are_numbers_are_told_by_a_pattern() -> None:
    """
    The language server of VS Code does not find a number among named keys, nor judge its name.
    """
    honken = SCHEMAS["account"]["properties"]["honken"]

    assert ["^[0-9]{4,4}$"] == list(honken["patternProperties"])
    assert ["^(1|2|3|4|5|6|7|8|9|10|11)$"] == list(honken["patternProperties"]["^[0-9]{4,4}$"]["patternProperties"])
    genoemd = {naam for eigen in SCHEMAS.values() for stuk in stukken(eigen) for naam in stuk.get("properties", ())}
    assert not any(naam.isdigit() for naam in genoemd if isinstance(naam, str))


def test_a_setting_says_what_counts_without_it() -> None:
    """
    A default is shown where it is a value of its own: a number, a choice, a list that holds something.
    """
    velden = SCHEMAS["instellingen"]["properties"]

    assert (18, [60, 14], "EUR") == tuple(
        velden[naam]["default"] for naam in ("retentiefase_maanden", "herinnering_voor_retentie_dagen", "valuta")
    )
    assert "default" not in velden["peildatum_vast"]
    assert "default" not in velden["vakanties"]
