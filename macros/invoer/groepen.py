"""Gather the contracts of a register per client: one name, or the names that the mapping takes together.

Here is also the text of a new account file and of a first set of shared files, with hints for who goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from macros.invoer.cellen import gelijkvormig, slug
from macros.invoer.contractrij import Contractrij
from macros.invoer.doelmap import INSTELLINGEN, TEAM
from macros.invoer.mapping import Mapping
from macros.load.inlassen import Waarde, blok, scalair
from macros.model.basis import GERESERVEERD


@dataclass(slots=True)
class Klant:
    """A client as the register knows it."""

    naam: str
    id_bron: str
    """Text that the id of a new account is made of."""
    aliassen: list[str] = field(default_factory=list)
    """Other spellings in the register."""
    moeder: str = ""
    """Name of the parent company; empty when there is none."""
    algemeen: dict[str, Waarde] = field(default_factory=dict)
    """Fields of a new account; each from the first row that has it."""
    accountmanager: str = ""
    """As the register writes it, from the first row that does; empty when none does."""
    contracten: list[Contractrij] = field(default_factory=list)

    @property
    def namen(self) -> set[str]:
        """Every name of this client in the form in which names are compared."""
        return {gelijkvormig(naam) for naam in (self.naam, *self.aliassen)}


def groepeer(rijen: list[Contractrij], mapping: Mapping) -> list[Klant]:
    """Return the clients in the order of the register."""
    hoofdnaam = {gelijkvormig(naam): hoofd for hoofd, namen in mapping.accounts.samen.items() for naam in namen}
    klanten: dict[str, Klant] = {}
    for rij in rijen:
        naam = hoofdnaam.get(gelijkvormig(rij.klant), rij.klant)
        bron = naam if rij.klant_id == rij.klant else rij.klant_id
        sleutel = gelijkvormig(bron)
        klant = klanten.setdefault(sleutel, Klant(naam, bron))
        if rij.klant not in (klant.naam, *klant.aliassen):
            klant.aliassen.append(rij.klant)
        klant.contracten.append(rij)
        klant.moeder = klant.moeder or rij.moeder
        klant.accountmanager = klant.accountmanager or rij.accountmanager
        # The right side wins, so the first row that says something is believed.
        klant.algemeen = {**rij.algemeen, **klant.algemeen}
    for klant in klanten.values():
        klant.moeder = "" if gelijkvormig(klant.moeder) in klant.namen else klant.moeder
    return list(klanten.values())


def vrije_id(bron: str, bezet: set[str], anders: str) -> str:
    """Return the id form of `bron`, with a number behind it when that id is taken, and take it."""
    stam = slug(bron) or anders
    gekozen, nummer = stam, 2
    while gekozen in bezet or gekozen in GERESERVEERD:
        gekozen, nummer = f"{stam}-{nummer}", nummer + 1
    bezet.add(gekozen)
    return gekozen


def moeders(klanten: list[Klant]) -> list[Klant]:
    """Return the parent companies that have no contract themselves."""
    bekend = {naam for klant in klanten for naam in klant.namen}
    gevonden: dict[str, Klant] = {}
    for klant in klanten:
        if klant.moeder and gelijkvormig(klant.moeder) not in bekend:
            sector = {naam: waarde for naam, waarde in klant.algemeen.items() if naam == "sector"}
            gevonden.setdefault(gelijkvormig(klant.moeder), Klant(klant.moeder, klant.moeder, algemeen=sector))
    return list(gevonden.values())


# --- the text of new files ---

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
    algemeen: dict[str, Waarde],
    accountmanager: str,
    contracten: Sequence[dict[str, Waarde]],
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


def contractblok(contract: dict[str, Waarde]) -> str:
    """Return one contract as an item of the list `contracten`, a key a line."""
    eerste, *rest = blok(contract).splitlines()
    return f"  - {eerste}\n" + "".join(f"    {regel}\n" for regel in rest)


def starterset(personen: dict[str, str], valuta: str) -> dict[str, str]:
    """Return the smallest set of shared files for these account managers: file name → text."""
    mensen = [contractblok({"id": id_, "naam": naam, "rollen": ["accountmanager"]}) for id_, naam in personen.items()]
    return {
        INSTELLINGEN: "# Alleen wat anders is dan de standaard van het handboek.\n" + blok({"valuta": valuta}),
        TEAM: "# Alle collega's die in een account genoemd worden.\npersonen:\n" + "".join(mensen),
    }
