"""Sort out all rows of a register: contracts, the reason why not, and terms that belong to one contract."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from macros.afleidingen.contract.datums import dag_erna
from macros.invoer import cellen
from macros.invoer.cellen import NietLeesbaarError, Notatie, bepaal
from macros.invoer.contractrij import Contractrij, Opmerking, OverslaanError, Rijlezer
from macros.invoer.mapping import Mapping
from macros.invoer.tabel import Rij, Tabel
from macros.load.inlassen import Waarde


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


def _een_contract(termijnen: list[Contractrij], uit: Gelezen, dag: date) -> Contractrij:
    """Return the contract of these terms; what the last one says of title, price and options is how it stands now."""
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
        verlengingen.append({"datum": min(start, dag), "nieuwe_einddatum": eind, "soort": "overeenkomst"})
        goed.append(rij)
    if not verlengingen:
        return eerste
    uit.samengevoegd += len(verlengingen)
    waarden = [waarde for rij in goed if isinstance(waarde := rij.velden.get("contractwaarde_totaal"), int)]
    velden = {**goed[-1].velden, **{naam: eerste.velden[naam] for naam in ("startdatum", "einddatum")}}
    velden |= {"contractwaarde_totaal": sum(waarden)} if waarden else {}
    velden["verlengingen"] = verlengingen
    return replace(goed[-1], rij=eerste.rij, contract_id=eerste.contract_id, velden=velden)


def _datum(rij: Contractrij, naam: str) -> date:
    """Return a day of a term; one without an end ends last."""
    waarde = rij.velden.get(naam)
    return waarde if isinstance(waarde, date) else date.max
