"""Sort out all rows of a register: contracts, the reason why not, and terms that belong to one contract.

Then the contracts are gathered per client: one name, or the names that the mapping takes together. Here is also the
text of a new account file and of a first set of shared files, with hints for who goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from macros.afleidingen.contract.datums import dag_erna
from macros.invoer import cellen
from macros.invoer.cellen import NietLeesbaarError, Notatie, bepaal, gelijkvormig, slug
from macros.invoer.contractrij import Contractrij, Opmerking, OverslaanError, Rijlezer
from macros.invoer.doelmap import INSTELLINGEN, TEAM
from macros.invoer.mapping import Mapping
from macros.invoer.tabel import Rij, Tabel
from macros.load.wijzigen.inlassen import Waarde, blok, scalair
from macros.model.basis import GERESERVEERD


@dataclass(slots=True)
class Gelezen:
    """All rows of a register, sorted out."""

    buiten: int = 0
    """Rows that the filters leave out; they count for nothing else."""
    contracten: list[Contractrij] = field(default_factory=list)
    overgeslagen: list[Opmerking] = field(default_factory=list)
    twijfel: list[Opmerking] = field(default_factory=list)
    aannames: list[str] = field(default_factory=list)
    samengevoegd: int = 0
    """Rows that became a later term of a contract of an earlier row."""
    sleutels: set[str] = field(default_factory=set)
    """Keys of every row inside the filters, also of the skipped ones: those have not left the register."""

    @property
    def gelezen(self) -> int:
        """Number of rows inside the filters: the contracts, their later terms and the skipped ones together."""
        return len(self.contracten) + self.samengevoegd + len(self.overgeslagen)


def lees_rijen(tabel: Tabel, mapping: Mapping, dag: date) -> Gelezen:
    """Sort out every row on the day of the import.

    Raises `NietLeesbaarError` for absent columns, unclear notation or no row left.
    """
    tabel.eis(mapping.kolommen())
    binnen = [rij for rij in tabel.rijen if _binnen(rij, mapping)]
    if not tabel.rijen:
        raise NietLeesbaarError("onder de regel met kolomnamen staat niets")
    if not binnen:
        raise NietLeesbaarError(f"geen van de {len(tabel.rijen)} rijen komt door de filters; kijk de filters na")
    notatie, aannames = bepaal(binnen, mapping)
    uit = Gelezen(buiten=len(tabel.rijen) - len(binnen), aannames=[*tabel.aannames, *aannames])
    eerder: dict[str, Rij] = {}
    for rij in binnen:
        try:
            sleutel = _sleutel(rij, mapping, notatie)
            uit.sleutels.add(sleutel)
            _weiger_dubbel(rij, sleutel, eerder, mapping)
            uit.contracten.append(Rijlezer(rij, mapping, notatie, uit.twijfel, dag).contract(sleutel))
        except OverslaanError as reden:
            uit.overgeslagen.append(Opmerking(rij.nummer, str(reden)))
    if mapping.contracten.samenvoegen:
        _voeg_samen(uit, dag)
    return uit


def _binnen(rij: Rij, mapping: Mapping) -> bool:
    return all(een.laat_door(cellen.tekst(rij.cel(een.kolom))) for een in mapping.filters)


def _sleutel(rij: Rij, mapping: Mapping, notatie: Notatie) -> str:
    delen = [cellen.tekst(rij.cel(kolom)) for kolom in mapping.sleutelkolommen()]
    if not any(delen) or all(notatie.is_leeg(deel) for deel in delen):
        raise OverslaanError(f"geen sleutel: '{', '.join(mapping.sleutelkolommen())}' is leeg")
    return " | ".join(delen)


def _weiger_dubbel(rij: Rij, sleutel: str, eerder: dict[str, Rij], mapping: Mapping) -> None:
    """Refuse a row that the reader does not trust, or whose key an earlier row has."""
    if rij.bezwaar:
        raise OverslaanError(rij.bezwaar)
    eerste = eerder.setdefault(sleutel, rij)
    if eerste is rij:
        return
    if eerste.cellen == rij.cellen:
        raise OverslaanError(f"precies dezelfde rij als rij {eerste.nummer}")
    if not mapping.contracten.samenvoegen:
        raise OverslaanError(
            f"sleutel '{sleutel}' staat met andere inhoud al in rij {eerste.nummer}; neem er een kolom bij, of zet "
            "'samenvoegen: true' als het termijnen van één contract zijn"
        )


def _voeg_samen(uit: Gelezen, dag: date) -> None:
    """Make one contract of the rows with one key: the first term, and a renewal for each that ends later."""
    per_sleutel: dict[str, list[Contractrij]] = {}
    for rij in uit.contracten:
        per_sleutel.setdefault(rij.sleutel, []).append(rij)
    uit.contracten = [_een_contract(termijnen, uit, dag) for termijnen in per_sleutel.values()]


_VAN_DE_EERSTE = ("startdatum", "einddatum", "jaarwaarde")
"""What a contract says of its first term."""


def _een_contract(termijnen: list[Contractrij], uit: Gelezen, dag: date) -> Contractrij:
    """Return the contract of these terms; what the last one says of title and options is how it stands now.

    Each term keeps its own price per year: the first with the contract, a later one with its renewal.
    """
    # Of two terms from one day the longest: the other is an older version of it.
    termijnen = sorted(termijnen, key=lambda rij: _datum(rij, "einddatum"), reverse=True)
    eerste, *verder = sorted(termijnen, key=lambda rij: _datum(rij, "startdatum"))
    goed = [eerste]
    verlengingen: list[Waarde] = []
    for rij in verder:
        start, eind, vorige = _datum(rij, "startdatum"), _datum(rij, "einddatum"), _datum(goed[-1], "einddatum")
        if not vorige < eind < date.max:
            tekst = f"termijn eindigt niet later dan die van rij {goed[-1].rij}, of heeft geen einddatum"
            uit.overgeslagen.append(Opmerking(rij.rij, tekst))
            continue
        if start > dag_erna(vorige):
            uit.twijfel.append(Opmerking(rij.rij, f"tussen {vorige} en {start} zit een gat in de termijnen"))
        prijs = {"jaarwaarde": rij.velden["jaarwaarde"]} if "jaarwaarde" in rij.velden else {}
        verlengingen.append({"datum": min(start, dag), "nieuwe_einddatum": eind, "soort": "overeenkomst", **prijs})
        goed.append(rij)
    if not verlengingen:
        return eerste
    uit.samengevoegd += len(verlengingen)
    waarden = [waarde for rij in goed if isinstance(waarde := rij.velden.get("contractwaarde_totaal"), int)]
    velden = {naam: waarde for naam, waarde in goed[-1].velden.items() if naam != "jaarwaarde"}
    velden |= {naam: eerste.velden[naam] for naam in _VAN_DE_EERSTE if naam in eerste.velden}
    velden |= {"contractwaarde_totaal": sum(waarden)} if waarden else {}
    velden["verlengingen"] = verlengingen
    return replace(goed[-1], rij=eerste.rij, contract_id=eerste.contract_id, velden=velden)


def _datum(rij: Contractrij, naam: str) -> date:
    """Return a day of a term; one without an end ends last."""
    waarde = rij.velden.get(naam)
    return waarde if isinstance(waarde, date) else date.max


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
