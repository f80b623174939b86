"""YAML is read without guessing, and what can be misread is one Dutch problem with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.load.bestanden import MAXIMUM_BYTES
from macros.load.yaml12 import Lezing, lees

GETYPEERD = [
    ("no", "no"),
    ("on", "on"),
    ("yes", "yes"),
    ("True", "True"),
    ("~", "~"),
    ("12:30", "12:30"),
    ("1_000", "1_000"),
    ("0612345678", "0612345678"),
    ("+31612345678", "+31612345678"),
    ("0123", "0123"),
    ("0x1F", "0x1F"),
    ("1e3", "1e3"),
    (".5", ".5"),
    (".inf", ".inf"),
    ("=", "="),
    ("2026-12-31", "2026-12-31"),
    ("9" * 16, "9" * 16),
    ('"3"', "3"),
    ("3", 3),
    ("-3", -3),
    ("0", 0),
    ("7.5", 7.5),
    ("true", True),
    ("false", False),
    ("null", None),
    ("", None),
]


@pytest.mark.parametrize(("tekst", "waarde"), GETYPEERD)
def test_only_plain_numbers_true_false_and_null_have_a_type(tekst: str, waarde: object) -> None:
    """
    Everything else is the text that somebody wrote.
    """
    gelezen = lees(f"a: {tekst}".encode()).waarde

    assert gelezen is not None
    assert waarde == gelezen["a"]
    assert isinstance(gelezen["a"], type(waarde))


def test_years_are_numbers_as_keys_and_other_words_stay_text() -> None:
    """
    Amounts hang on a year; `true` or `1.5` as a name is just a word.
    """
    gelezen = lees(b"omzet: {2025: 1}\ntrue: 2\nnull: 3\n1.5: 4\n<<: 5").waarde

    assert {"omzet": {2025: 1}, "true": 2, "null": 3, "1.5": 4, "<<": 5} == gelezen


DEFECTEN = {
    "leeg": (b"", 1, 1, "leeg-bestand", "het bestand is leeg; vul het in of haal het weg"),
    "alleen commentaar": (b"# niets\n", 1, 1, "leeg-bestand", "het bestand is leeg; vul het in of haal het weg"),
    "lijst": (
        b"- naam: Acme\n", 1, 1, "geen-map",
        "het bestand is een lijst; schrijf regels met een naam en een waarde, zoals `naam: Acme`, zonder streepje",
    ),
    "losse tekst": (
        b"Acme", 1, 1, "geen-map",
        "het bestand is losse tekst; schrijf regels met een naam en een waarde, zoals `naam: Acme`, zonder streepje",
    ),
    "dubbele sleutel": (
        b"naam: A\nid: b\nnaam: C\n", 3, 1, "dubbele-sleutel",
        "'naam' staat hier twee keer; haal deze regel weg en zet wat eronder staat bij de eerste",
    ),
    "dubbele sleutel, anders geschreven": (
        b'a: {b: 1, "b": 2}', 1, 11, "dubbele-sleutel",
        "'b' staat hier twee keer; haal deze regel weg en zet wat eronder staat bij de eerste",
    ),
    "anker": (
        b"a: &x 1", 1, 4, "anker", "een tekst mag niet met & beginnen; zet de hele tekst tussen aanhalingstekens",
    ),
    "anker op een groep": (
        b"a: &x\n  b: 1", 1, 4, "anker", "een tekst mag niet met & beginnen; zet de hele tekst tussen aanhalingstekens",
    ),
    "alias": (
        b"a: *x", 1, 4, "anker", "een tekst mag niet met * beginnen; zet de hele tekst tussen aanhalingstekens",
    ),
    "vette tekst": (
        b"a: *vet*", 1, 4, "anker", "een tekst mag niet met * beginnen; zet de hele tekst tussen aanhalingstekens",
    ),
    "etiket": (
        b"a: !!str 3", 1, 4, "etiket", "een tekst mag niet met ! beginnen; zet de hele tekst tussen aanhalingstekens",
    ),
    "twee documenten": (
        b"a: 1\n---\nb: 2", 2, 1, "meer-documenten",
        "hier begint met --- een tweede deel; zet één klant in één bestand",
    ),
    "opdracht": (
        b"%YAML 1.2\n---\na: 1", 1, 1, "opdracht", "een regel mag niet met % beginnen; haal die regel weg",
    ),
    "tab": (b"a:\n\tb: 1", 2, 1, "tab", "hier staat een tab; gebruik gewone spaties"),
    "tab na dubbele punt": (b"a:\tb", 1, 3, "tab", "hier staat een tab; gebruik gewone spaties"),
    "bom": (
        b"\xef\xbb\xbfa: 1", 1, 1, "bom",
        "het bestand begint met een onzichtbaar merkteken (BOM); sla het op als UTF-8 zonder BOM",
    ),
    "utf-16": (
        "a: 1".encode("utf-16"), 1, 1, "bom",
        "het bestand begint met een onzichtbaar merkteken (BOM); sla het op als UTF-8 zonder BOM",
    ),
    "windows-1252": (
        "id: a\nnaam: Café".encode("cp1252"), 2, 10, "geen-utf-8",
        "hier staat een teken dat niet als UTF-8 is opgeslagen; sla het bestand op als UTF-8",
    ),
    "stuurteken": (
        b"a: x\x07y", 1, 5, "stuurteken", "hier staat een onzichtbaar stuurteken; haal het weg en typ opnieuw",
    ),
    "regelscheider uit Word": (
        "a: x\u2028y".encode(), 1, 5, "stuurteken",
        "hier staat een onzichtbaar stuurteken; haal het weg en typ opnieuw",
    ),
    "vaste spatie": (
        "a:\u00a0b".encode(), 1, 3, "vaste-spatie",
        "hier staat een vaste spatie, vaak geplakt uit Word of een webpagina; typ een gewone spatie",
    ),
    "te groot": (
        b"a: " + b"x" * MAXIMUM_BYTES, 1, 1, "te-groot",
        "het bestand is groter dan 256 KiB; haal oude contactmomenten weg of splits de klant",
    ),
    "te diep": (
        b"a: " + b"[" * 25 + b"]" * 25, 1, 23, "te-diep",
        "hier zijn meer dan 20 niveaus in elkaar gezet; maak het platter",
    ),
    "duizenden haakjes": (
        b"a: " + b"[" * 100_000, 1, 23, "te-diep",
        "hier zijn meer dan 20 niveaus in elkaar gezet; maak het platter",
    ),
    "lijst als sleutel": (
        b"[a]: b", 1, 1, "sleutel", "voor een dubbele punt hoort een gewoon woord; kijk de haakjes na",
    ),
    "dubbele punt in tekst": (
        b"naam: Acme: de klant", 1, 11, "dubbele-punt",
        ("een dubbele punt met een spatie erachter kan niet in een tekst; "
        'zet de tekst tussen aanhalingstekens: naam: "Acme: de klant"'),
    ),
    "dubbele punt vergeten": (
        b"id: a\nnaam\nbranche: zorg", 2, 1, "dubbele-punt", "deze regel mist een dubbele punt; schrijf `naam: waarde`",
    ),
    "aanhalingsteken open": (
        b"naam: 'Acme\nid: a", 1, 7, "aanhalingsteken",
        "hier begint een tekst met ', en het tweede ' ontbreekt; zet het aan het eind van de tekst",
    ),
    "tekst na aanhalingsteken": (
        b"naam: 'it's'", 1, 11, "aanhalingsteken",
        "de tekst sluit hier al, want er staat een ' in; zet \" om de hele tekst",
    ),
    "haakje open": (
        b"a: [1, 2\nb: 3", 1, 4, "haakje", "de lijst die hier begint mist een komma of het haakje ]",
    ),
    "accolade open": (
        b"a: {x: 1\nb: 3", 1, 4, "haakje", "het stuk dat hier begint mist een komma of de accolade }",
    ),
    "apenstaart": (
        b"a: @acme", 1, 4, "eerste-teken",
        "een tekst mag niet met @ beginnen; zet de hele tekst tussen aanhalingstekens",
    ),
    "verkeerd inspringen": (
        b"a:\n  b: 1\n c: 2", 3, 2, "inspringen",
        "deze regel begint 1 spatie te ver naar links; zet hem recht onder 'b'",
    ),
    "streepje op de regel": (
        b"a: - b", 1, 4, "inspringen",
        "een streepje kan hier niet; zet de lijst op een nieuwe regel, twee spaties verder",
    ),
    "backslash": (
        b'a: "C:\\q"', 1, 4, "escape", "na \\ staat een teken dat niet kan; gebruik enkele aanhalingstekens",
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", DEFECTEN)
def test_each_defect_is_one_clear_problem(naam: str) -> None:
    """
    One sentence says where, what is wrong and what to write instead.
    """
    inhoud, *verwacht = DEFECTEN[naam]

    [fout] = lees(inhoud).fouten

    assert verwacht == list(fout)


def test_a_double_key_keeps_its_first_value() -> None:
    """
    Reading goes on after it, so that the other problems of the file are told too.
    """
    assert {"a": 1, "b": 3} == lees(b"a: 1\na: {x: [1, 2]}\nb: 3").waarde


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_ever_raise(inhoud: bytes) -> None:
    """
    Whatever a file holds, the answer is values or problems with a place in it.
    """
    lezing = lees(inhoud)

    assert isinstance(lezing, Lezing)
    assert lezing.waarde is not None or lezing.fouten
    assert all(fout.regel >= 1 and fout.kolom >= 1 for fout in lezing.fouten)
