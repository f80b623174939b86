"""Decide what an import writes, before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from macros.invoer.bijwerken import eenmalig_geschreven, werk_bij
from macros.invoer.cellen import gelijkvormig, slug
from macros.invoer.contractrij import Contractrij, Opmerking, laatste_dag
from macros.invoer.doelmap import GEDEELD, TEAM, Map, NietTeGebruikenError
from macros.invoer.mapping import Mapping
from macros.invoer.rijen import Gelezen, Klant, accounttekst, groepeer, moeders, starterset, vrije_id
from macros.load.schemaregel import schemaregel
from macros.load.wijzigen.inlassen import NietInTeLassenError, Waarde

GROOTSTE_BESTAND = 256 * 1024
"""Bytes; the reader of account files refuses more."""


@dataclass(slots=True)
class Plan:
    """What will be written, and what there is to say about it."""

    bijwerken: bool = False
    """Existing files may change: `--update`."""
    bestanden: dict[Path, str] = field(default_factory=dict)
    """File → its whole new text, in the order of writing: shared files and parent companies first."""
    gelezen: dict[Path, str] = field(default_factory=dict)
    """File → the text it had when the plan was made; a file that is not in it did not exist."""
    nieuwe_accounts: int = 0
    nieuwe_contracten: int = 0
    bijgewerkt: int = 0
    """Contracts of which a field changes."""
    gelijk: int = 0
    """Contracts that stand in the files already, as the register has them."""
    wijzigingen: list[str] = field(default_factory=list)
    twijfel: list[Opmerking] = field(default_factory=list)
    verdwenen: list[str] = field(default_factory=list)
    """Contracts that the register does not have any more."""
    overgeslagen: list[Opmerking] = field(default_factory=list)
    """Rows that are not written because of what stands in the folder."""
    afgelopen: list[Opmerking] = field(default_factory=list)
    """Rows of contracts that ended before we kept the client here; they are not written either."""
    weigeringen: list[str] = field(default_factory=list)
    """Why nothing at all is written."""


def maak_plan(gelezen: Gelezen, mapping: Mapping, doel: Map, peildatum: date, *, bijwerken: bool) -> Plan:
    """Plan a whole import; raises `NietTeGebruikenError` when the folder does not go with the mapping."""
    _controleer_gedeeld(doel, mapping)
    plan = _Planner(mapping, doel, peildatum, bijwerken=bijwerken).plan(gelezen)
    if plan.weigeringen:
        plan.bestanden.clear()
        plan.nieuwe_accounts = plan.nieuwe_contracten = plan.bijgewerkt = plan.gelijk = 0
        plan.wijzigingen.clear()
        plan.afgelopen.clear()
        plan.overgeslagen = [Opmerking(een.rij, "er is niets geschreven") for een in gelezen.contracten]
    return plan


def _controleer_gedeeld(doel: Map, mapping: Mapping) -> None:
    """Refuse a folder with another currency, or whose team does not have the account manager of the mapping."""
    if doel.valuta is None:
        return
    if doel.valuta != mapping.valuta:
        raise NietTeGebruikenError(
            f"het vertaalbestand heeft bedragen in {mapping.valuta}, en {doel.pad}/{GEDEELD}/instellingen.yml "
            f"in {doel.valuta}; gebruik een andere map of pas 'valuta' aan"
        )
    if TEAM in doel.gedeeld and mapping.accountmanager.id not in doel.personen:
        raise NietTeGebruikenError(
            f"accountmanager '{mapping.accountmanager.id}' staat niet in {doel.pad}/{GEDEELD}/team.yml; zet die erbij"
        )


class _Planner:
    """Puts clients of the register beside the account files."""

    def __init__(self, mapping: Mapping, doel: Map, peildatum: date, *, bijwerken: bool) -> None:
        self.mapping, self.doel, self.peildatum, self.bijwerken = mapping, doel, peildatum, bijwerken
        self.bekend = doel.contracten_uit(mapping.register)
        self.bezet = set(doel.bestanden)
        self.ids: dict[str, str] = {}
        self.personen = dict(doel.personen) or {mapping.accountmanager.id: mapping.accountmanager.naam}
        self.uit = Plan(bijwerken)

    def plan(self, gelezen: Gelezen) -> Plan:
        klanten = [klant for klant in groepeer(gelezen.contracten, self.mapping) if self._heeft_lopend(klant)]
        plaatsen = [(klant, self._plaats(klant)) for klant in [*klanten, *moeders(klanten)]]
        for klant, naam in plaatsen:
            self.ids |= dict.fromkeys(klant.namen, naam)
            self._weiger_dubbel(klant, naam, gelezen.sleutels)
        # False first: a parent company without a contract is written before the clients that name it.
        for klant, naam in sorted(plaatsen, key=lambda een: bool(een[0].contracten)):
            if naam not in self.doel.bestanden:
                self._nieuw_account(klant, naam)
        if self.bijwerken:
            self._werk_bij(plaatsen)
            self._meld_verdwenen(gelezen)
        if self.uit.bestanden:
            gedeeld = starterset(self.personen, self.mapping.valuta)
            ontbreekt = [naam for naam in gedeeld if naam == TEAM or self.doel.valuta is None]
            starter = {
                self.doel.pad / GEDEELD / naam: schemaregel(self.doel.pad, f"{GEDEELD}/{naam}") + gedeeld[naam]
                for naam in ontbreekt
                if naam not in self.doel.gedeeld
            }
            self.uit.bestanden = {**starter, **self.uit.bestanden}
        return self.uit

    def _heeft_lopend(self, klant: Klant) -> bool:
        """Leave out the contracts that ended before we kept this client here; tell whether there is any other."""
        naam = self.doel.met_naam(klant.namen)
        sinds = (self.doel.bestanden[naam].in_beheer_sinds if naam else None) or self.peildatum
        blijft = []
        for rij in klant.contracten:
            eind = laatste_dag(rij.velden) if self.mapping.contracten.afgelopen == "overslaan" else None
            if eind is None or eind >= sinds or rij.sleutel in self.bekend:
                blijft.append(rij)
            else:
                self.uit.afgelopen.append(Opmerking(rij.rij, f"eindigde op {eind}, voor {sinds}"))
        klant.contracten = blijft
        return bool(blijft)

    def _weiger_dubbel(self, klant: Klant, naam: str, sleutels: set[str]) -> None:
        """Leave out new rows that look like a contract that stands in a file already, typed or under another key."""
        van_dit_register = {plek for sleutel, plek in self.bekend.items() if sleutel in sleutels}
        alle = {(id_, nummer) for id_, een in self.doel.bestanden.items() for nummer in range(len(een.contracten))}
        for rij in [rij for rij in klant.contracten if rij.sleutel not in self.bekend and self.bijwerken]:
            if lijkt := self.doel.lijkt_op(rij, naam, alle - van_dit_register):
                klant.contracten.remove(rij)
                bron = f'{{register: {self.mapping.register}, sleutel: "{rij.sleutel}"}}'
                self.uit.twijfel.append(
                    Opmerking(rij.rij, f"lijkt op {lijkt}; is het dat, zet daar dan bij: bron: {bron}")
                )
                self.uit.overgeslagen.append(Opmerking(rij.rij, "lijkt op een contract dat er al is; zie Twijfel"))

    def _accountmanager(self, klant: Klant) -> str:
        """Return the id of the account manager of a new account; in a new folder the register makes the team."""
        naam, anders = klant.accountmanager, self.mapping.accountmanager.id
        if not naam:
            return anders
        for id_, bekend in self.personen.items():
            if naam == id_ or gelijkvormig(naam) == gelijkvormig(bekend):
                return id_
        if TEAM not in self.doel.gedeeld and slug(naam):
            id_ = vrije_id(naam, set(self.personen), "collega")
            self.personen[id_] = naam
            return id_
        tekst = f"accountmanager '{naam}' staat niet in team.yml: '{klant.naam}' kreeg {anders}"
        self.uit.twijfel.append(Opmerking(klant.contracten[0].rij, tekst))
        return anders

    def _plaats(self, klant: Klant) -> str:
        """Return the id of the account that the new contracts of a client go to, existing or new."""
        # The account that holds most of its rows; a colleague may have moved some of them.
        waar = Counter(self.bekend[rij.sleutel][0] for rij in klant.contracten if rij.sleutel in self.bekend)
        bestaand = waar.most_common(1)[0][0] if waar else self.doel.met_naam(klant.namen) or self._met_id(klant)
        if bestaand and klant.contracten and not self.bijwerken:
            self.uit.weigeringen.append(f"{self.doel.bestanden[bestaand].pad} bestaat al ({klant.naam})")
        if bestaand:
            return bestaand
        stam = slug(klant.id_bron)
        naam = vrije_id(klant.id_bron, self.bezet, "account")
        if naam != stam and klant.contracten:
            waarom = f"'{stam}' is al vergeven" if stam else "de naam heeft geen gewone letters"
            self.uit.twijfel.append(Opmerking(klant.contracten[0].rij, f"'{klant.naam}' kreeg id '{naam}': {waarom}"))
        return naam

    def _met_id(self, klant: Klant) -> str | None:
        """Return an existing account with the id this client would get: most likely a colleague changed its name."""
        naam = slug(klant.id_bron)
        if naam not in self.doel.bestanden:
            return None
        if self.bijwerken and klant.contracten:
            nu = self.doel.bestanden[naam].waarden.get("naam")
            tekst = f"'{klant.naam}' hoort bij {naam}.yml, dat nu '{nu}' heet: klopt dat?"
            self.uit.twijfel.append(Opmerking(klant.contracten[0].rij, tekst))
        return naam

    def _nieuw_account(self, klant: Klant, naam: str) -> None:
        bezet: set[str] = set()
        nieuwe_rijen = [rij for rij in klant.contracten if rij.sleutel not in self.bekend]
        if klant.contracten and not nieuwe_rijen:
            return
        contracten = [self._contract(rij, bezet) for rij in nieuwe_rijen]
        algemeen: dict[str, Waarde] = {"id": naam, "naam": klant.naam}
        algemeen |= {"aliassen": list(klant.aliassen)} if klant.aliassen else {}
        moeder = self.ids.get(gelijkvormig(klant.moeder))
        velden: dict[str, Waarde] = {**klant.algemeen, **({"moeder": moeder} if moeder and moeder != naam else {})}
        algemeen |= {veld: velden[veld] for veld in ("klantnummer", "moeder", "branche", "sector") if veld in velden}
        tekst = accounttekst(
            algemeen,
            self._accountmanager(klant),
            contracten,
            register=self.mapping.register,
            peildatum=self.peildatum,
        )
        self._schrijf(self.doel.pad / f"{naam}.yml", schemaregel(self.doel.pad, f"{naam}.yml") + tekst)
        self.uit.nieuwe_accounts += 1
        self.uit.nieuwe_contracten += len(contracten)

    def _contract(self, rij: Contractrij, bezet: set[str]) -> dict[str, Waarde]:
        bron: dict[str, Waarde] = {"register": self.mapping.register, "sleutel": rij.sleutel}
        eenmalig = eenmalig_geschreven(rij.velden, self.mapping.contracten.eenmalig)
        bron |= {"eenmalig": eenmalig} if eenmalig else {}
        return {"id": vrije_id(rij.contract_id, bezet, "contract"), **rij.velden, "bron": bron}

    def _werk_bij(self, plaatsen: list[tuple[Klant, str]]) -> None:
        """Update every existing file that rows of this register belong to."""
        oud: dict[str, dict[int, Contractrij]] = {}
        nieuw: dict[str, list[Contractrij]] = {}
        for klant, naam in plaatsen:
            for rij in klant.contracten:
                if rij.sleutel in self.bekend:
                    bestand, plek = self.bekend[rij.sleutel]
                    self._vergelijk_klant(klant, rij, bestand)
                    oud.setdefault(bestand, {})[plek] = rij
                elif naam in self.doel.bestanden:
                    nieuw.setdefault(naam, []).append(rij)
        for naam in sorted(oud.keys() | nieuw.keys()):
            self._werk_bestand_bij(naam, oud.get(naam, {}), nieuw.get(naam, []))

    def _vergelijk_klant(self, klant: Klant, rij: Contractrij, bestand: str) -> None:
        """Remark on a contract that the register has with a client of another name than our file."""
        account = self.doel.bestanden[bestand]
        if klant.namen & account.namen:
            return
        ander = self.doel.met_naam(klant.namen)
        raad = (
            f"is het overgegaan naar {ander}.yml?" if ander else "heet de klant anders, zet die naam dan bij 'aliassen'"
        )
        self.uit.twijfel.append(
            Opmerking(rij.rij, f"staat in het register bij '{klant.naam}' en bij ons in {bestand}.yml: {raad}")
        )

    def _werk_bestand_bij(self, naam: str, oud: dict[int, Contractrij], nieuw: list[Contractrij]) -> None:
        bestand = self.doel.bestanden[naam]
        bezet = {str(contract.get("id")) for contract in bestand.contracten}
        contracten = [self._contract(rij, bezet) for rij in nieuw]
        try:
            uit = werk_bij(bestand, oud, contracten, self.mapping.contracten.eenmalig)
        except NietInTeLassenError as reden:
            tekst = f"{bestand.pad.name} is niet bijgewerkt: {reden}"
            self.uit.overgeslagen += [Opmerking(rij.rij, tekst) for rij in (*oud.values(), *nieuw)]
            return
        if uit.tekst != bestand.tekst:
            self.uit.gelezen[bestand.pad] = bestand.tekst
            self._schrijf(bestand.pad, uit.tekst)
        self.uit.nieuwe_contracten += len(nieuw)
        self.uit.bijgewerkt += len(uit.gewijzigd)
        self.uit.gelijk += len(oud) - len(uit.gewijzigd)
        self.uit.wijzigingen += uit.wijzigingen
        self.uit.twijfel += uit.twijfel
        for contract in contracten:
            self.uit.wijzigingen.append(f"{bestand.pad.name}: contract {contract['id']} toegevoegd")

    def _meld_verdwenen(self, gelezen: Gelezen) -> None:
        for sleutel, (naam, plek) in self.bekend.items():
            if sleutel not in gelezen.sleutels:
                bestand = self.doel.bestanden[naam]
                self.uit.verdwenen.append(
                    f"{bestand.pad.name}, contract {bestand.contracten[plek].get('id')}: {sleutel}"
                )

    def _schrijf(self, pad: Path, tekst: str) -> None:
        omvang = len(tekst.encode())
        if omvang > GROOTSTE_BESTAND:
            self.uit.weigeringen.append(
                f"{pad.name} zou {omvang} bytes worden en dat leest de site niet: verdeel de klant"
            )
        self.uit.bestanden[pad] = tekst
