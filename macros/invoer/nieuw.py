"""The text of a new account file and of a first set of shared files, with hints for the colleague who goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from macros.invoer.mapping import NieuweAccountmanager
from macros.load.inlassen import Waarde, blok, scalair

_CONTRACTMANAGER = "  # contractmanager: id-van-een-collega   # dit is het eerste wat de site je vraagt\n"
_CONTRACTHINT = """\
# Zoek per contract op wat het register niet weet, en zet het bij dat contract. Bijvoorbeeld:
#     opzegtermijn: {aantal: 3, eenheid: maanden}
#     stilzwijgende_verlenging: {maanden: 12, herhaalt: true}
"""
_MENSENHINT = """\
# Wie ken je daar? Alleen de naam op het werk, de functie en de laag; geen mailadres en geen telefoonnummer.
# contactpersonen:
#   - {id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch}
"""


def accounttekst(
    algemeen: Mapping[str, Waarde],
    accountmanager: str,
    contracten: Sequence[Mapping[str, Waarde]],
    *,
    register: str,
    peildatum: date,
) -> str:
    """Return a whole account file; `algemeen` holds `id`, `naam` and what else the register says of the client."""
    delen = [
        f"# Gemaakt uit het register {register} op {peildatum}. Wat het register niet weet, vul je zelf in.\n",
        blok({**algemeen, "in_beheer_sinds": peildatum}),
        f"driehoek:\n  accountmanager: {scalair(accountmanager)}\n",
        _CONTRACTMANAGER,
        "contracten: []\n" if not contracten else _CONTRACTHINT + "contracten:\n",
        *(contractblok(contract) for contract in contracten),
        _MENSENHINT,
    ]
    return "".join(delen)


def contractblok(contract: Mapping[str, Waarde]) -> str:
    """Return one contract as an item of the list `contracten`, a key a line."""
    eerste, *rest = blok(contract).splitlines()
    return f"  - {eerste}\n" + "".join(f"    {regel}\n" for regel in rest)


def starterset(accountmanager: NieuweAccountmanager, valuta: str) -> dict[str, str]:
    """Return the smallest set of shared files: file name → text; everything else has a default."""
    persoon: dict[str, Waarde] = {"id": accountmanager.id, "naam": accountmanager.naam, "rollen": ["accountmanager"]}
    return {
        "instellingen.yml": "# Alleen wat anders is dan de standaard van het handboek.\n" + blok({"valuta": valuta}),
        "team.yml": "# Alle collega's die in een account genoemd worden.\npersonen:\n" + contractblok(persoon),
    }
