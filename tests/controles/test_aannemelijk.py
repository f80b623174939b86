"""Facts that cannot be are errors, facts that hardly are warn: nothing that a typing mistake causes stays silent."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.controles.nakijken import kijk_na
from macros.load.load import Lader

PEILDATUM = date(2026, 3, 16)
TACIT = "stilzwijgende_verlenging: {maanden: 12}, opzegtermijn: {aantal: 3, eenheid: maanden}"


def contract(extra: str, start: str = "2024-01-01", eind: str | None = "2026-06-30") -> str:
    """Write a list of one contract."""
    einde = f"einddatum: {eind}, " if eind else "soort: onbepaalde_tijd, "
    return f"contracten:\n  - {{id: c, titel: C, startdatum: {start}, {einde}{extra}}}\n"


VERLENGD = (
    "jaarwaarde: 120000, verlengingen: [{datum: 2025-06-01, nieuwe_einddatum: 2027-12-31, soort: overeenkomst, %s}]"
)

FOUTEN = {
    "a price from a day and no price": (contract(VERLENGD % "vanaf: 2026-07-01"), "prijs-vanaf"),
    "a price after the end": (contract(VERLENGD % "jaarwaarde: 130000, vanaf: 2028-01-01"), "prijs-vanaf"),
    "a price before the start": (contract(VERLENGD % "jaarwaarde: 130000, vanaf: 2023-12-31"), "prijs-vanaf"),
    "the retention phase starts after the end": (
        contract("start_retentiefase_handmatig: 2027-06-01, start_retentiefase_reden: Later"),
        "start-na-einde",
    ),
    "notice before the start": (contract("opzegging: {ontvangen_op: 2014-03-01, door: klant}"), "voor-het-begin"),
    "the last day before receipt": (
        contract("opzegging: {ontvangen_op: 2026-03-01, per_datum: 2026-02-01, door: klant}"),
        "laatste-dag",
    ),
    "no end and options": (contract("opties: [{maanden: 12}]", eind=None), "onbepaalde-tijd"),
    "no end and tacit renewal": (contract("stilzwijgende_verlenging: {maanden: 12}", eind=None), "onbepaalde-tijd"),
    "a renewal of a century ago": (
        contract("verlengingen: [{datum: 1924-01-01, nieuwe_einddatum: 2027-06-30, soort: overeenkomst}]"),
        "voor-het-begin",
    ),
    "an option used before the start": (
        contract("opties: [{maanden: 12, status: gelicht, datum_gelicht: 2023-01-01}]"),
        "voor-het-begin",
    ),
    "a call of tomorrow": (contract("inschatting: {verwachting: verlengt, op: 2026-03-17}"), "oordeel-van-morgen"),
    "a box judged tomorrow": (
        (
            'contracten: []\ncanvassen:\n  - {id: "2026", gestart_op: 2026-01-01, vakken: {prestatie: {conclusie: A, '
            "oordeel: groen, oordeel_op: 2026-03-17, oordeel_bron: gesprek}}}\n"
        ),
        "oordeel-van-morgen",
    ),
    "an expectation checked tomorrow": (
        "contracten: []\nverwachtingen: [{id: v, tekst: Snel, gecheckt_op: 2062-03-17}]\n",
        "oordeel-van-morgen",
    ),
    "a reason of a dot": ('contracten: []\nuitstel: [{onderwerp: gaten, tot: 2026-04-15, reden: "."}]\n', "uitstel"),
    "waiting for a lifetime": (
        "contracten: []\nuitstel: [{onderwerp: gaten, tot: 2099-04-15, reden: Wacht op de fusie}]\n",
        "uitstel",
    ),
}

WAARSCHUWINGEN = {
    "an outcome of 2062": (
        contract("uitkomsten: [{datum: 2062-05-12, resultaat: verlengd}]"),
        (
            "contract 'C': de uitkomst van 12 mei 2062 moet nog komen en telt pas vanaf die dag; kijk het jaar na "
            "[in-de-toekomst]"
        ),
    ),
    "renewed, but until when": (
        contract("uitkomsten: [{datum: 2026-03-13, resultaat: verlengd}]"),
        (
            "contract 'C' is verlengd, maar tot wanneer staat er niet; voeg bij verlengingen de nieuwe einddatum toe, "
            "of noem bij opvolger het nieuwe contract [verlengd-zonder-einde]"
        ),
    ),
    "notice of 2062": (
        contract("opzegging: {ontvangen_op: 2062-03-01, door: klant}"),
        (
            "contract 'C': de opzegging van 1 maart 2062 moet nog komen en telt pas vanaf die dag; kijk het jaar na "
            "[in-de-toekomst]"
        ),
    ),
    "notice 46 days after the deadline": (
        contract(f"opzegging: {{ontvangen_op: 2025-11-15, door: klant}}, {TACIT}", eind="2025-12-31"),
        (
            "contract 'C': deze opzegging kwam 46 dagen na de opzegdeadline (30 september 2025); het contract kan "
            "doorlopen tot en met 31 december 2026, kijk dat na [opzegging-te-laat]"
        ),
    ),
    "a last day long after the end": (
        contract("opzegging: {ontvangen_op: 2026-03-01, per_datum: 2028-02-01, door: klant}", eind="2026-12-31"),
        (
            "contract 'C': de laatste dag (1 februari 2028) ligt na het einde van het contract (31 december 2026); "
            "kijk beide na [laatste-dag]"
        ),
    ),
    "a last day before the term of notice": (
        contract(
            "opzegtermijn: {aantal: 2, eenheid: maanden}, "
            "opzegging: {ontvangen_op: 2026-03-10, per_datum: 2026-03-31, door: klant}",
            eind="2026-12-31",
        ),
        (
            "contract 'C': de laatste dag (31 maart 2026) komt eerder dan de opzegtermijn toelaat; kijk beide na, of "
            "spraken jullie dit samen af? [laatste-dag]"
        ),
    ),
    "a look back planned after its last day": (
        contract("opzegging: {ontvangen_op: 2026-03-01, door: klant, per_datum: 2026-06-30}")
        + "postmortems: [{contract: c, gepland_op: 2027-12-01}]\n",
        (
            "deze terugblik is gepland op 1 december 2027, en uiterlijk op 1 mei 2026 hoort hij gehouden te zijn; "
            "plan hem eerder [terugblik-te-laat]"
        ),
    ),
    "an option used too late": (
        contract(
            "opties: [{maanden: 12, uiterlijk: {aantal: 3, eenheid: maanden}, status: gelicht, "
            "datum_gelicht: 2025-12-20}]",
            eind="2025-12-31",
        ),
        (
            "contract 'C': deze optie is gebruikt op 20 december 2025, na de uiterste dag (30 september 2025); kijk na "
            "of ze nog geldt [optie-te-laat]"
        ),
    ),
    "an open option whose day passed": (
        contract("opties: [{maanden: 24, uiterlijk: 2026-01-31}]", eind="2026-04-30"),
        (
            "contract 'C': deze optie kon tot en met 31 januari 2026 gebruikt worden; vul in of dat gebeurd "
            "is, want nu rekent de site nog met een langer contract (in het bestand: status: gelicht of niet_gelicht) "
            "[optie-te-laat]"
        ),
    ),
    "a tender of 2072": (
        contract("aanbesteding: {verwachte_publicatie: 2072-03-02}"),
        (
            "contract 'C': de aanbesteding verschijnt na het einde van het contract (30 juni 2026); kijk het jaar na "
            "[publicatie-na-einde]"
        ),
    ),
    "a notice period longer than the term": (
        contract("opzegtermijn: {aantal: 12, eenheid: maanden}", start="2026-01-01"),
        (
            "contract 'C': de opzegtermijn is langer dan de looptijd, dus opzeggen kan nooit op tijd; kijk beide na "
            "[opzegtermijn-te-lang]"
        ),
    ),
    "revenue a thousand times less": (
        "contracten: []\nomzet: {2024: 410000, 2025: 410}\n",
        "de omzet van 2025 is 1.000 keer zo klein dan die van 2024; kijk na of het bedrag klopt [bedrag-valt-op]",
    ),
    "a price of a renewal a thousand times less": (
        contract(VERLENGD % "jaarwaarde: 120"),
        (
            "contract 'C': de jaarwaarde is 1.000 keer zo klein dan die ervoor; kijk na of het bedrag klopt "
            "[bedrag-valt-op]"
        ),
    ),
    "the same talk twice": (
        "contracten: []\ncontactmomenten:\n"
        + "  - {datum: 2026-03-12, wie: anouk-de-wit, kern: Gebeld over de planning}\n" * 2,
        "dit gesprek van 12 maart 2026 staat hierboven ook al; haal een van beide weg [dubbel-gesprek]",
    ),
}
STIL = {
    "notice on the deadline": contract(
        f"opzegging: {{ontvangen_op: 2025-09-30, door: klant}}, {TACIT}", eind="2025-12-31"
    ),
    "renewed with a new end": contract(
        "uitkomsten: [{datum: 2026-03-13, resultaat: verlengd}], "
        "verlengingen: [{datum: 2026-03-13, nieuwe_einddatum: 2028-06-30, soort: overeenkomst}]"
    ),
    "an option used on its last day": contract(
        "opties: [{maanden: 12, uiterlijk: 2026-01-31, status: gelicht, datum_gelicht: 2026-01-31}]"
    ),
    "revenue that halved": "contracten: []\nomzet: {2024: 410000, 2025: 205000}\n",
}
CODES = {code.rpartition("[")[2].rstrip("]") for _, code in WAARSCHUWINGEN.values()}


@pytest.mark.parametrize(("inhoud", "code"), FOUTEN.values(), ids=FOUTEN)
def test_what_cannot_be_is_an_error(map_: Callable[..., Path], inhoud: str, code: str) -> None:
    """
    It stops the build: what would follow from it disappears in silence.
    """
    gevonden = kijk_na(Lader(map_(inhoud)), PEILDATUM).fouten

    assert [code] == [fout.code for fout in gevonden]


@pytest.mark.parametrize(("inhoud", "melding"), WAARSCHUWINGEN.values(), ids=WAARSCHUWINGEN)
def test_what_hardly_is_warns(map_: Callable[..., Path], inhoud: str, melding: str) -> None:
    """
    The sentence says what is odd, with both days, and what to look at.
    """
    gevonden = kijk_na(Lader(map_(inhoud)), PEILDATUM)

    assert () == gevonden.fouten
    assert [melding] == [
        str(een).partition("waarschuwing: ")[2] for een in gevonden.waarschuwingen if een.code in CODES
    ]


@pytest.mark.parametrize("inhoud", STIL.values(), ids=STIL)
def test_what_can_be_stays_silent(map_: Callable[..., Path], inhoud: str) -> None:
    """
    On the last day that counts nothing is odd yet.
    """
    gevonden = kijk_na(Lader(map_(inhoud)), PEILDATUM)

    assert () == gevonden.fouten
    assert [] == [str(een) for een in gevonden.waarschuwingen if een.code in CODES]
