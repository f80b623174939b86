"""What we ourselves have not done for a client, with its exact words, and what of it may wait (table of domain 2.11).

Never part of the klantbeeld. What may wait by an `uitstel` is left out of the list and kept apart.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.canvas.canvasstand import (
    BEZIG,
    ONTBREEKT,
    VEROUDERD,
    Canvasstand,
    Contractcanvas,
    in_retentie,
    verplicht_voor,
)
from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.contact.web import Webgat
from macros.afleidingen.contract.datums import dagen_te_laat
from macros.afleidingen.contract.momenten import Contractstand, besloten, verstuurd
from macros.afleidingen.klant.afspraken import Respijt, Uitstellen
from macros.afleidingen.klant.gaten import Gat
from macros.afleidingen.klant.terugblikken import terugblik_open
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld
from macros.woorden import taal


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkstand:
    """Everything homework is made of."""

    account: Account
    gedeeld: Gedeeld
    peildatum: date
    contracten: Mapping[str, Contractstand]
    canvas_per_contract: Mapping[str, Contractcanvas]
    fresheyes_vervalt: VerklaardeDatum
    postmortem_vervalt: VerklaardeDatum
    kennismaking: dict[str, Verklaard[date]]
    web_gaten: tuple[Webgat, ...]
    contact: tuple[Contactstand, ...]
    bericht_volgende: VerklaardeDatum
    gaten: tuple[Gat, ...]

    @property
    def retentie(self) -> list[Contractstand]:
        """The contracts in retention, in file order."""
        return [stand for stand in self.contracten.values() if in_retentie(stand)]

    def te_laat(self, dag: date | None) -> int:
        """Days since a due day passed; 0 when there is none, it has not passed or it was before our time."""
        return dagen_te_laat(dag, self.peildatum, self.account.in_beheer_sinds) if dag else 0

    @property
    def leidinggevende(self) -> str:
        """The manager of the account manager, who plans the reviews; else the account manager."""
        accountmanager = self.account.driehoek.accountmanager
        persoon = self.gedeeld.personen.get(accountmanager)
        return (persoon and persoon.leidinggevende) or accountmanager


@dataclass(frozen=True, slots=True)
class Punt:
    """One thing to do, before anyone looked whether it may wait."""

    soort: str
    tekst: str
    anker: str
    wie: str | None = None
    """None: the account manager."""
    datum: date | None = None
    dagen_te_laat: int = 0
    onderwerpen: tuple[str, ...] = ()
    """Rule or canvas: an `uitstel` of one of these lets it wait."""
    contracten: tuple[str, ...] = ()
    """Contracts, or the person, it is for: it may wait when every one of them may."""


# --- every kind of homework, in the order of the site ---


def te_laat(dagen: int, dag: date) -> str:
    """Words for a day that has passed: "30 dagen te laat (14 februari 2026)"; the table knows no singular."""
    return f"{dagen} dagen te laat ({taal.datum(dag)})"


def _canvassen(werk: Werkstand) -> Iterator[Punt]:
    """Each required canvas once, or the light decision where none is required."""
    gezien: set[str] = set()
    for stand in werk.retentie:
        contract = stand.contract
        eis = werk.canvas_per_contract[contract.id]
        if eis.verplicht and eis.stand == ONTBREEKT:
            tekst = f"Retentiecanvas voor {contract.titel}: nog niet begonnen"
            yield Punt("canvas_ontbreekt", tekst, "waarom-canvas-stand", contracten=(contract.id,))
        elif eis.verplicht and eis.canvas and eis.canvas.canvas.id not in gezien:
            gezien.add(eis.canvas.canvas.id)
            yield from _canvas(eis.canvas, verplicht_voor(werk.canvas_per_contract, eis.canvas))
        elif not eis.verplicht and not besloten(stand, werk.peildatum):
            tekst = f"{contract.titel}: nog geen verlengbesluit"
            anker = f"waarom-{contract.id}-beslisdatum"
            yield Punt("verlengbesluit_ontbreekt", tekst, anker, contracten=(contract.id,))


def _canvas(canvas: Canvasstand, contracten: tuple[str, ...]) -> Iterator[Punt]:
    naam = canvas.canvas.id
    if canvas.stand == VEROUDERD and canvas.bijgewerkt_op:
        tekst = f"Retentiecanvas {naam}: navragen, laatst bijgewerkt {taal.datum(canvas.bijgewerkt_op)}"
        yield Punt("canvas_verouderd", tekst, "waarom-canvas-stand", onderwerpen=(naam,), contracten=contracten)
    elif canvas.stand == BEZIG:
        tekst = f"Retentiecanvas {naam}: nog {canvas.totaal - canvas.gevuld} van {canvas.totaal} vakken"
        yield Punt("canvas_bezig", tekst, "waarom-canvas-stand", onderwerpen=(naam,), contracten=contracten)


def _tussenevaluaties(werk: Werkstand) -> Iterator[Punt]:
    """Only a canvas that is required and begun has a plan to evaluate."""
    for stand in werk.retentie:
        if stand.tussenevaluatie_gehouden is None and werk.canvas_per_contract[stand.contract.id].tussenevaluatie:
            yield from _contractpunt(werk, stand, "tussenevaluatie_op", stand.tussenevaluatie_op.waarde)


def _voorstellen(werk: Werkstand) -> Iterator[Punt]:
    for stand in werk.retentie:
        if not verstuurd(stand, werk.peildatum):
            yield from _contractpunt(werk, stand, "voorstel_uiterlijk", stand.voorstel_uiterlijk.waarde)


def _contractpunt(werk: Werkstand, stand: Contractstand, veld: str, dag: date | None) -> Iterator[Punt]:
    """Something of the retention phase whose day has passed; `veld` is the derived value that says which day."""
    # `tussenevaluatie_op` → `tussenevaluatie`, `voorstel_uiterlijk` → `voorstel`: kind and first word of the text.
    contract, naam = stand.contract, veld.partition("_")[0]
    if dag and (dagen := werk.te_laat(dag)):
        tekst = f"{naam.capitalize()} {contract.titel}: {te_laat(dagen, dag)}"
        anker = f"waarom-{contract.id}-{veld.replace('_', '-')}"
        yield Punt(f"{naam}_te_laat", tekst, anker, None, dag, dagen, contracten=(contract.id,))


def _reviews(werk: Werkstand) -> Iterator[Punt]:
    wie = werk.leidinggevende
    dag = werk.fresheyes_vervalt.waarde
    if dag and (dagen := werk.te_laat(dag)):
        tekst = f"Frisse blik: {te_laat(dagen, dag)}"
        yield Punt("review_te_laat", tekst, "waarom-fresheyes-vervalt", wie, dag, dagen)
    dag = werk.postmortem_vervalt.waarde
    if dag and (dagen := werk.te_laat(dag)):
        tekst = f"Terugblik: {te_laat(dagen, dag)}"
        verloren = terugblik_open(werk.account, werk.peildatum)
        yield Punt("terugblik_te_laat", tekst, "waarom-postmortem-vervalt", wie, dag, dagen, contracten=verloren)


def _kennismakingen(werk: Werkstand) -> Iterator[Punt]:
    namen = {persoon.id: persoon.naam for persoon in werk.account.contactpersonen}
    for wie, uiterlijk in werk.kennismaking.items():
        dag = uiterlijk.waarde
        if dagen := werk.te_laat(dag):
            tekst = f"Kennismaking met {namen[wie]}: {te_laat(dagen, dag)}"
            anker = f"waarom-kennismaking-{wie}"
            yield Punt("kennismaking_te_laat", tekst, anker, None, dag, dagen, contracten=(wie,))


def _toezeggingen(werk: Werkstand) -> Iterator[Punt]:
    for toezegging in werk.account.toezeggingen:
        dag = toezegging.voor_datum
        van_ons = toezegging.van == "wij" and toezegging.stand == "open"
        if van_ons and dag and (dagen := werk.te_laat(dag)):
            wie = toezegging.wie if toezegging.wie in werk.gedeeld.personen else None
            tekst = f"Toezegging: {toezegging.tekst}, {te_laat(dagen, dag)}"
            yield Punt("toezegging_te_laat", tekst, "waarom-toezeggingen", wie, dag, dagen)


def _webgaten(werk: Werkstand) -> Iterator[Punt]:
    for gat in werk.web_gaten:
        yield Punt("web_gat", gat.tekst, "waarom-web-gaten")


def _contacten(werk: Werkstand) -> Iterator[Punt]:
    for stand in werk.contact:
        dag = stand.volgende.waarde
        if dagen := werk.te_laat(dag):
            gesproken = "niet gesproken" if stand.laatste else "nog niet gesproken"
            stil = (werk.peildatum - stand.sinds).days
            tekst = f"{stand.naam}: {stil} dagen {gesproken} (afspraak: {stand.elke_dagen})"
            wie = next(iter(stand.personen), None)
            yield Punt("contact_te_laat", tekst, f"waarom-contact-{stand.regel}", wie, dag, dagen, (stand.regel,))


def _berichten(werk: Werkstand) -> Iterator[Punt]:
    dag = werk.bericht_volgende.waarde
    if dag and (dagen := werk.te_laat(dag)):
        yield Punt("bericht_te_laat", f"Bericht: {te_laat(dagen, dag)}", "waarom-bericht-volgende", None, dag, dagen)


def _gaten(werk: Werkstand) -> Iterator[Punt]:
    if werk.gaten:
        yield Punt("gaten", f"{taal.aantal(len(werk.gaten), 'gegeven', 'gegevens')} nog aan te vullen", "waarom-gaten")


SOORTEN: tuple[Callable[[Werkstand], Iterator[Punt]], ...] = (
    _canvassen,
    _tussenevaluaties,
    _voorstellen,
    _reviews,
    _kennismakingen,
    _toezeggingen,
    _webgaten,
    _contacten,
    _berichten,
    _gaten,
)
"""Every kind of homework, in the order of the site."""


# --- what of it may wait ---


@dataclass(frozen=True, slots=True)
class Huiswerk:
    """One thing we should have done."""

    soort: str
    tekst: str
    wie: str | None
    """Colleague who should act; a contact person's id never stands here."""
    datum: date | None
    """Day it was due; None for what has no day."""
    dagen_te_laat: int
    anker: str
    """Where on the client page it is explained."""

    @property
    def woorden(self) -> str:
        """What pages say: of a canvas that is not full also that those boxes are empty."""
        return f"{self.tekst} leeg" if self.soort == "canvas_bezig" else self.tekst


@dataclass(frozen=True, slots=True)
class Uitgesteld:
    """Homework that may wait."""

    soort: str
    tekst: str
    uitstel: Respijt
    """Until when, and why."""


def huiswerk(werk: Werkstand, uitstellen: Uitstellen) -> tuple[tuple[Huiswerk, ...], tuple[Uitgesteld, ...]]:
    """What is still to do, and what of it may wait, both in the order of the site."""
    lijst: list[Huiswerk] = []
    wacht: list[Uitgesteld] = []
    for maak in SOORTEN:
        for punt in maak(werk):
            uitstel = uitstellen.voor(punt.soort, *punt.onderwerpen, contracten=punt.contracten)
            if uitstel:
                wacht.append(Uitgesteld(punt.soort, _zonder_laat(punt), uitstel))
            else:
                wie = punt.wie or werk.account.driehoek.accountmanager
                lijst.append(Huiswerk(punt.soort, punt.tekst, wie, punt.datum, punt.dagen_te_laat, punt.anker))
    return tuple(lijst), tuple(wacht)


def _zonder_laat(punt: Punt) -> str:
    """Its words without how late it would be: what waits is not late."""
    laat = te_laat(punt.dagen_te_laat, punt.datum) if punt.datum else ""
    return punt.tekst.replace(laat, f"uiterlijk {taal.datum(punt.datum)}") if laat and punt.datum else punt.tekst
