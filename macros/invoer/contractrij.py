"""Make a contract of one row of a register, or say why not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from macros.afleidingen.contract.datums import DAG, maanden_tussen, min_maanden, plus_maanden
from macros.invoer import cellen, verlengtekst
from macros.invoer.cellen import Notatie
from macros.invoer.mapping import TOTAAL_GEDEELD, Mapping, Vast, kolommen_van
from macros.invoer.tabel import Rij
from macros.invoer.verlengtekst import Duur
from macros.load.wijzigen.inlassen import Waarde

HOOGSTE_BEDRAG = 10**13
_DAGEN_PER_JAAR = Decimal("365.25")


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
    accountmanager: str
    """As the register writes it; empty when it does not."""
    algemeen: dict[str, Waarde]
    """Fields of a new account: `klantnummer`, `branche`, `sector`."""
    velden: dict[str, Waarde]
    """Fields of the contract that the register owns, in the order in which they are written."""
    onbruikbaar: frozenset[str] = frozenset()
    """Amounts that the register does have, but not in a form that can be written."""


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


def laatste_dag(velden: dict[str, Any]) -> date | None:
    """Return the last day of a contract at the latest, every option exercised; None when it may go on for ever."""
    eind, stilzwijgend = velden.get("einddatum"), velden.get("stilzwijgende_verlenging")
    if not isinstance(eind, date) or (isinstance(stilzwijgend, dict) and stilzwijgend["herhaalt"]):
        return None
    verlengingen, opties = velden.get("verlengingen", ()), velden.get("opties", ())
    for een in verlengingen:
        eind = een["nieuwe_einddatum"]
    maanden = sum(een["maanden"] for een in (*opties, *([stilzwijgend] if stilzwijgend else [])))
    return plus_maanden(eind + DAG, maanden) - DAG


@dataclass(frozen=True, slots=True)
class Rijlezer:
    """Reads one row; doubts go to `twijfel`, a row that cannot be used raises `OverslaanError`."""

    rij: Rij
    mapping: Mapping
    notatie: Notatie
    twijfel: list[Opmerking]
    dag: date
    """The day of the import: an unknown start is put there."""
    onbruikbaar: set[str] = field(default_factory=set)

    def contract(self, sleutel: str) -> Contractrij:
        """Return the contract of this row."""
        account, contract = self.mapping.accounts, self.mapping.contracten
        klant = self._verplicht(account.naam, "naam van de klant")
        titel = self._verplicht(contract.titel, "titel")
        nummer = self._tekst(contract.contractnummer)
        velden: dict[str, Waarde] = {"titel": titel}
        velden |= {"contractnummer": nummer} if nummer else {}
        velden |= self._looptijd()
        velden |= self._bedragen(velden) | self._opzegtermijn() | self._stilzwijgend() | self._opties(velden)
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
            accountmanager=self._tekst(self.mapping.accountmanager.kolom),
            algemeen=algemeen,
            velden=velden,
            onbruikbaar=frozenset(self.onbruikbaar),
        )

    def _twijfel(self, tekst: str) -> None:
        self.twijfel.append(Opmerking(self.rij.nummer, tekst))

    def _tekst(self, bron: str | None) -> str:
        """Return the text of a `Veldbron`, without mail addresses; empty when every cell it needs is empty."""
        if bron is None:
            return ""
        if isinstance(bron, Vast):
            return str(bron)
        waarden = {kolom: self.rij.cel(kolom) for kolom in kolommen_van(bron)}
        for kolom in [kolom for kolom, cel in waarden.items() if cellen.is_foutwaarde(cel)]:
            self._twijfel(f"'{kolom}' is '{cellen.tekst(waarden[kolom])}', een mislukte formule: niet overgenomen")
            waarden[kolom] = ""
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
        """Return the first and last day; with a length of time the one that is absent is counted from the other."""
        contract = self.mapping.contracten
        start, eind = self._dag(contract.startdatum, "startdatum"), self._dag(contract.einddatum, "einddatum")
        duur = self._duur(contract.looptijd, "looptijd", nodig=not eind)
        if duur and start and not eind:
            eind = _verder(start, duur) - DAG
        elif duur and eind and not start:
            start = _terug(eind + DAG, duur)
        if start and eind and eind < start:
            raise OverslaanError(f"einddatum {eind} ligt voor startdatum {start}")
        if duur and not start and not eind:
            raise OverslaanError("geen startdatum en geen einddatum: met alleen een looptijd is er geen dag bekend")
        if eind is None and contract.zonder_einddatum == "overslaan":
            raise OverslaanError(
                "geen einddatum; heeft het register een looptijd, zet dan 'looptijd' in het vertaalbestand, of "
                "'zonder_einddatum: onbepaalde_tijd' als het contract nooit vanzelf eindigt"
            )
        if start is None and contract.zonder_startdatum == "overslaan":
            kolom = f": '{contract.startdatum}' is leeg" if contract.startdatum else ""
            raise OverslaanError(
                f"geen startdatum{kolom}; zet 'looptijd' in het vertaalbestand als het register die heeft, of "
                "'zonder_startdatum: schatten'"
            )
        velden: dict[str, Waarde] = {"startdatum": start or min(self.dag, eind or self.dag)}
        velden |= {} if start else {"startdatum_geschat": True}
        if eind is None:
            self._twijfel("geen einddatum: geschreven als onbepaalde tijd")
            return {"soort": "onbepaalde_tijd", **velden}
        return {**velden, "einddatum": eind}

    def _dag(self, kolom: str | None, naam: str) -> date | None:
        cel = self.rij.cel(kolom) if kolom else ""
        if self.notatie.is_leeg(cel):
            return None
        dag = cellen.datum(cel, self.notatie.datum)
        if dag is None:
            tekst = _kort(cellen.tekst(cel))
            waarom = cellen.geen_dag(cel, self.notatie.datum)
            eindeloos = naam == "einddatum" and "buiten" in waarom
            raad = f"; betekent dat 'geen einde', zet '{tekst}' dan bij 'leeg'" if eindeloos else ""
            raise OverslaanError(f"{naam} '{tekst}' {waarom}{raad}")
        return dag

    def _duur(self, bron: str | None, naam: str, *, nodig: bool = False) -> Duur | None:
        """Return a length of time; None, with a remark when a text is not certain, when there is none.

        What cannot be read is something else than nothing: without a length that is needed there is no contract.
        """
        tekst = self._tekst(bron)
        gelezen = verlengtekst.duur(tekst, " ".join(kolommen_van(bron))) if bron else Duur()
        if not gelezen.zeker and nodig:
            raise OverslaanError(f"{naam} '{_kort(tekst)}' is niet zeker, en zonder is er geen einddatum")
        if not gelezen.zeker:
            self._twijfel(f"{naam} '{_kort(tekst)}' is niet zeker: niet geschreven")
        return gelezen if gelezen.aantal else None

    def _bedrag(self, kolom: str, veld: str) -> dict[str, Waarde]:
        """Return an amount in whole units; nothing, with a remark, when it says nothing about the contract's worth."""
        cel, valutakolom = self.rij.cel(kolom), self.mapping.contracten.valuta
        valuta = cellen.tekst(self.rij.cel(valutakolom)).upper() if valutakolom else ""
        if self.notatie.is_leeg(cel):
            return {}
        getal = cellen.getal(cel, self.notatie.getal)
        tekst = f"waarde '{_kort(cellen.tekst(cel))}' is"
        if valuta and valuta != self.mapping.valuta:
            waarom = f"waarde in {valuta} en niet in {self.mapping.valuta}"
        elif cellen.is_foutwaarde(cel):
            waarom = f"{tekst} een mislukte formule"
        elif getal is None or getal > HOOGSTE_BEDRAG:
            waarom = f"{tekst} geen bedrag in de vorm {self.notatie.getal}"
        elif getal <= 0:
            waarom = f"{tekst} {'negatief' if getal < 0 else 'nul'}"
        else:
            return {veld: cellen.heel(getal)}
        self._twijfel(f"{waarom}: niet overgenomen")
        self.onbruikbaar.add(veld)
        return {}

    def _bedragen(self, velden: dict[str, Waarde]) -> dict[str, Waarde]:
        contract = self.mapping.contracten
        bedragen = self._bedrag(contract.waarde, "contractwaarde_totaal") if contract.waarde else {}
        if contract.jaarwaarde != TOTAAL_GEDEELD:
            return bedragen | (self._bedrag(contract.jaarwaarde, "jaarwaarde") if contract.jaarwaarde else {})
        totaal, start, eind = bedragen.get("contractwaarde_totaal"), velden["startdatum"], velden.get("einddatum")
        # Over an unknown length nothing can be divided.
        if "startdatum_geschat" not in velden and isinstance(start, date) and isinstance(eind, date):
            bedragen |= {"jaarwaarde": jaarwaarde(totaal, start, eind)} if isinstance(totaal, int) else {}
        self.onbruikbaar.update({"jaarwaarde"} if "contractwaarde_totaal" in self.onbruikbaar else ())
        return bedragen

    def _opzegtermijn(self) -> dict[str, Waarde]:
        duur = self._duur(self.mapping.contracten.opzegtermijn, "opzegtermijn")
        return {"opzegtermijn": {"aantal": duur.aantal, "eenheid": duur.eenheid}} if duur else {}

    def _stilzwijgend(self) -> dict[str, Waarde]:
        duur = self._duur(self.mapping.contracten.stilzwijgende_verlenging, "stilzwijgende verlenging")
        if duur and duur.eenheid != "maanden":
            self._twijfel(f"stilzwijgende verlenging van {duur.aantal} {duur.eenheid}: dat moet in maanden")
            return {}
        return {"stilzwijgende_verlenging": {"maanden": duur.aantal, "herhaalt": not duur.eenmalig}} if duur else {}

    def _opties(self, velden: dict[str, Waarde]) -> dict[str, Waarde]:
        bron, start, eind = self.mapping.contracten.opties, velden["startdatum"], velden.get("einddatum")
        # The cell itself where it is one column: the lines of a running text are sentences.
        tekst = (
            str(self.rij.cel(bron.kolom)) if bron and bron.lopende_tekst else self._tekst(bron.kolom if bron else None)
        )
        if bron is None or self.notatie.is_leeg(tekst):
            return {}
        maanden = looptijd_maanden(start, eind) if isinstance(start, date) and isinstance(eind, date) else None
        maanden = None if "startdatum_geschat" in velden else maanden
        lees = verlengtekst.lees_lopende_tekst if bron.lopende_tekst else verlengtekst.lees
        gelezen = lees(verlengtekst.met_eenheid(tekst, " ".join(kolommen_van(bron.kolom))), maanden)
        if gelezen.twijfel:
            self._twijfel(f"opties niet zeker ({gelezen.twijfel}): '{_kort(verlengtekst.fragment(tekst))}'")
        return {"opties": [{"maanden": een} for een in gelezen.maanden]} if gelezen.maanden else {}


def _verder(dag: date, duur: Duur) -> date:
    """Return the day a length of time later."""
    if duur.eenheid.endswith("maanden"):
        return plus_maanden(dag, duur.aantal)
    return dag + timedelta(days=duur.aantal * (7 if duur.eenheid == "weken" else 1))


def _terug(dag: date, duur: Duur) -> date:
    """Return the day a length of time earlier."""
    if duur.eenheid.endswith("maanden"):
        return min_maanden(dag, duur.aantal)
    return dag - timedelta(days=duur.aantal * (7 if duur.eenheid == "weken" else 1))


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= 120 else tekst[:119] + "…"
