"""Make a contract of each row of a register, or say why not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from macros.afleidingen.contract.datums import maanden_tussen, plus_maanden
from macros.invoer import cellen, verlengtekst
from macros.invoer.cellen import NietLeesbaarError, Notatie, bepaal
from macros.invoer.mapping import TOTAAL_GEDEELD, Mapping, kolommen_van
from macros.invoer.tabel import Rij, Tabel
from macros.load.inlassen import Waarde

HOOGSTE_BEDRAG = 10**13
_DAGEN_PER_JAAR = Decimal("365.25")
_TERMIJN = re.compile(r"(\d{1,3}) ?(dag(?:en)?|we(?:ek|ken)|maand(?:en)?|mnd|days?|weeks?|months?)", re.IGNORECASE)
_EENHEDEN = {"da": "dagen", "we": "weken", "ma": "maanden", "mn": "maanden", "mo": "maanden"}


class OverslaanError(Exception):
    """This row cannot become a contract; the message is a Dutch phrase."""


@dataclass(frozen=True, slots=True, order=True)
class Opmerking:
    """What a colleague should know about one row."""

    rij: int
    tekst: str
    """Dutch phrase, without the row number."""


@dataclass(frozen=True, slots=True)
class Contractrij:
    """One row that can become a contract."""

    rij: int
    sleutel: str
    """Key of the row in its register."""
    klant: str
    klant_id: str
    """Text that the id of a new account is made of."""
    contract_id: str
    """Text that the id of a new contract is made of."""
    moeder: str
    algemeen: dict[str, Waarde]
    """Fields of a new account: `klantnummer`, `branche`, `sector`."""
    velden: dict[str, Waarde]
    """Fields of the contract that the register owns, in the order in which they are written."""


@dataclass(slots=True)
class Gelezen:
    """All rows of a register, sorted out."""

    buiten: int = 0
    """Rows that the filters leave out; they count for nothing else."""
    contracten: list[Contractrij] = field(default_factory=list)
    overgeslagen: list[Opmerking] = field(default_factory=list)
    twijfel: list[Opmerking] = field(default_factory=list)
    aannames: list[str] = field(default_factory=list)
    sleutels: set[str] = field(default_factory=set)
    """Keys of every row inside the filters, also of the skipped ones: those have not left the register."""

    @property
    def gelezen(self) -> int:
        """Number of rows inside the filters: the contracts and the skipped ones together."""
        return len(self.contracten) + len(self.overgeslagen)


def lees_rijen(tabel: Tabel, mapping: Mapping) -> Gelezen:
    """Sort out every row; raises `NietLeesbaarError` for absent columns, unclear notation or no row left."""
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
            _weiger_dubbel(rij, sleutel, eerder)
            uit.contracten.append(_Lezer(rij, mapping, notatie, uit.twijfel).contract(sleutel))
        except OverslaanError as reden:
            uit.overgeslagen.append(Opmerking(rij.nummer, str(reden)))
    return uit


def looptijd_maanden(start: date, eind: date) -> int | None:
    """Return the length in whole months; None when it is no whole number.

    A last day with the number of the first (1 January to 1 January) counts as whole too: registers often write so.
    """
    # First as it should be written, up to and including the last day.
    for grens in (eind + timedelta(days=1), eind):
        maanden = maanden_tussen(start, grens)
        if maanden > 0 and plus_maanden(start, maanden) == grens:
            return maanden
    return None


def jaarwaarde(totaal: int, start: date, eind: date) -> int:
    """Divide a total over the years of the contract; in less than a year the total is all there is."""
    maanden = looptijd_maanden(start, eind)
    # No whole months: by days, the last one included.
    jaren = Decimal(maanden) / 12 if maanden else Decimal((eind - start).days + 1) / _DAGEN_PER_JAAR
    return cellen.heel(totaal / max(jaren, Decimal(1)))


def _binnen(rij: Rij, mapping: Mapping) -> bool:
    return all(een.laat_door(cellen.tekst(rij.cel(een.kolom))) for een in mapping.filters)


def _sleutel(rij: Rij, mapping: Mapping, notatie: Notatie) -> str:
    delen = [cellen.tekst(rij.cel(kolom)) for kolom in mapping.sleutelkolommen()]
    if not any(delen) or all(notatie.is_leeg(deel) for deel in delen):
        raise OverslaanError(f"geen sleutel: '{', '.join(mapping.sleutelkolommen())}' is leeg")
    return " | ".join(delen)


def _weiger_dubbel(rij: Rij, sleutel: str, eerder: dict[str, Rij]) -> None:
    """Refuse a row that the reader does not trust, or whose key an earlier row has."""
    if rij.bezwaar:
        raise OverslaanError(rij.bezwaar)
    eerste = eerder.setdefault(sleutel, rij)
    if eerste is rij:
        return
    if eerste.cellen == rij.cellen:
        raise OverslaanError(f"precies dezelfde rij als rij {eerste.nummer}")
    raise OverslaanError(
        f"sleutel '{sleutel}' staat met andere inhoud al in rij {eerste.nummer}; neem er een kolom bij"
    )


@dataclass(frozen=True, slots=True)
class _Lezer:
    """Reads one row; doubts go to `twijfel`, a row that cannot be used raises `OverslaanError`."""

    rij: Rij
    mapping: Mapping
    notatie: Notatie
    twijfel: list[Opmerking]

    def contract(self, sleutel: str) -> Contractrij:
        account, contract = self.mapping.accounts, self.mapping.contracten
        klant = self._verplicht(account.naam, "naam van de klant")
        titel = self._verplicht(contract.titel, "titel")
        nummer = self._tekst(contract.contractnummer)
        velden: dict[str, Waarde] = {"titel": titel}
        velden |= {"contractnummer": nummer} if nummer else {}
        velden |= self._looptijd() | self._waarde()
        velden |= self._jaarwaarde(velden) | self._opzegtermijn() | self._opties(velden)
        document = self._tekst(contract.document)
        velden |= {"document": document} if document else {}
        namen = {"klantnummer": account.klantnummer, "branche": account.branche}
        algemeen: dict[str, Waarde] = {naam: tekst for naam, bron in namen.items() if (tekst := self._tekst(bron))}
        algemeen |= {"sector": account.sector} if account.sector else {}
        return Contractrij(
            rij=self.rij.nummer,
            sleutel=sleutel,
            klant=klant,
            klant_id=self._tekst(account.id) or klant,
            contract_id=self._tekst(contract.id) or nummer or titel,
            moeder=self._tekst(account.moeder),
            algemeen=algemeen,
            velden=velden,
        )

    def _twijfel(self, tekst: str) -> None:
        self.twijfel.append(Opmerking(self.rij.nummer, tekst))

    def _tekst(self, bron: str | None) -> str:
        """Return the text of a `Veldbron`, without mail addresses; empty when every cell it needs is empty."""
        if bron is None:
            return ""
        waarden = {kolom: self.rij.cel(kolom) for kolom in kolommen_van(bron)}
        gevuld = {kolom: "" if self.notatie.is_leeg(cel) else cellen.tekst(cel) for kolom, cel in waarden.items()}
        if not any(gevuld.values()):
            return ""
        ruw = gevuld[bron] if bron in gevuld else re.sub(r"\{([^{}]+)\}", lambda plek: gevuld[plek[1]], bron)
        kaal, had_adres = cellen.zonder_adressen(ruw.strip())
        if had_adres:
            self._twijfel(f"mailadres weggelaten uit '{', '.join(waarden)}'")
        if cellen.is_dubbel_gecodeerd(kaal):
            self._twijfel(f"'{_kort(kaal)}' lijkt verkeerd gecodeerd en is zo overgenomen")
        return kaal

    def _verplicht(self, bron: str, naam: str) -> str:
        tekst = self._tekst(bron)
        if not tekst:
            raise OverslaanError(f"geen {naam}: '{', '.join(kolommen_van(bron))}' is leeg")
        return tekst

    def _looptijd(self) -> dict[str, Waarde]:
        contract = self.mapping.contracten
        start = self._dag(contract.startdatum, "startdatum")
        if start is None:
            raise OverslaanError(f"geen startdatum: '{contract.startdatum}' is leeg")
        eind = self._dag(contract.einddatum, "einddatum") if contract.einddatum else None
        if eind is None and contract.zonder_einddatum == "overslaan":
            raise OverslaanError(
                "geen einddatum; zet 'zonder_einddatum: onbepaalde_tijd' in het vertaalbestand als dat klopt"
            )
        if eind is None:
            self._twijfel("geen einddatum: geschreven als onbepaalde tijd")
            return {"soort": "onbepaalde_tijd", "startdatum": start}
        if eind < start:
            raise OverslaanError(f"einddatum {eind} ligt voor startdatum {start}")
        return {"startdatum": start, "einddatum": eind}

    def _dag(self, kolom: str, naam: str) -> date | None:
        cel = self.rij.cel(kolom)
        if self.notatie.is_leeg(cel):
            return None
        dag = cellen.datum(cel, self.notatie.datum)
        if dag is None:
            raise OverslaanError(f"{naam} '{_kort(cellen.tekst(cel))}' is geen dag in de vorm {self.notatie.datum}")
        return dag

    def _bedrag(self, kolom: str) -> int | None:
        """Return an amount in whole units; nothing, with a remark, when it says nothing about the contract's worth."""
        cel = self.rij.cel(kolom)
        if self.notatie.is_leeg(cel):
            return None
        getal = cellen.getal(cel, self.notatie.getal)
        tekst = _kort(cellen.tekst(cel))
        if getal is None or getal > HOOGSTE_BEDRAG:
            self._twijfel(f"waarde '{tekst}' is geen bedrag in de vorm {self.notatie.getal}: geen waarde geschreven")
        elif getal <= 0:
            soort = "negatief" if getal < 0 else "nul"
            self._twijfel(f"waarde '{tekst}' is {soort}: geen waarde geschreven")
        else:
            return cellen.heel(getal)
        return None

    def _in_onze_valuta(self) -> bool:
        kolom = self.mapping.contracten.valuta
        cel = self.rij.cel(kolom) if kolom else ""
        valuta = cellen.tekst(cel).upper()
        if not valuta or valuta == self.mapping.valuta:
            return True
        self._twijfel(f"waarde in {valuta} en niet in {self.mapping.valuta}: geen waarde geschreven")
        return False

    def _waarde(self) -> dict[str, Waarde]:
        kolom = self.mapping.contracten.waarde
        bedrag = self._bedrag(kolom) if kolom and self._in_onze_valuta() else None
        return {} if bedrag is None else {"contractwaarde_totaal": bedrag}

    def _jaarwaarde(self, velden: dict[str, Waarde]) -> dict[str, Waarde]:
        keuze = self.mapping.contracten.jaarwaarde
        totaal, start, eind = (velden.get(naam) for naam in ("contractwaarde_totaal", "startdatum", "einddatum"))
        bedrag = None
        if keuze == TOTAAL_GEDEELD:
            if isinstance(totaal, int) and isinstance(start, date) and isinstance(eind, date):
                bedrag = jaarwaarde(totaal, start, eind)
        elif keuze and self._in_onze_valuta():
            bedrag = self._bedrag(keuze)
        return {} if bedrag is None else {"jaarwaarde": bedrag}

    def _opzegtermijn(self) -> dict[str, Waarde]:
        kolom = self.mapping.contracten.opzegtermijn
        cel = self.rij.cel(kolom) if kolom else ""
        if self.notatie.is_leeg(cel):
            return {}
        treffer = _TERMIJN.fullmatch(cellen.tekst(cel))
        if not treffer or not int(treffer[1]):
            self._twijfel(f"opzegtermijn '{_kort(cellen.tekst(cel))}' is niet zeker: niet geschreven")
            return {}
        return {"opzegtermijn": {"aantal": int(treffer[1]), "eenheid": _EENHEDEN[treffer[2][:2].lower()]}}

    def _opties(self, velden: dict[str, Waarde]) -> dict[str, Waarde]:
        bron, start, eind = self.mapping.contracten.opties, velden["startdatum"], velden.get("einddatum")
        cel = self.rij.cel(bron.kolom) if bron else ""
        if bron is None or self.notatie.is_leeg(cel):
            return {}
        maanden = looptijd_maanden(start, eind) if isinstance(start, date) and isinstance(eind, date) else None
        lees = verlengtekst.lees_lopende_tekst if bron.lopende_tekst else verlengtekst.lees
        gelezen = lees(str(cel), maanden)
        if gelezen.twijfel:
            self._twijfel(f"opties niet zeker ({gelezen.twijfel}): '{_kort(verlengtekst.fragment(str(cel)))}'")
        return {"opties": [{"maanden": een} for een in gelezen.maanden]} if gelezen.maanden else {}


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= 120 else tekst[:119] + "…"
