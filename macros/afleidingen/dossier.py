"""One account with everything that follows from it at the peildatum: what every page, list and output reads.

Names are those of domain 2.11. A dossier is made once per build and never changes.
"""

from dataclasses import dataclass
from datetime import date

from macros.afleidingen.canvas import canvasstand
from macros.afleidingen.canvas.canvaskwaliteit import Verscherping, kan_scherper
from macros.afleidingen.canvas.canvasstand import Canvasstand, Contractcanvas
from macros.afleidingen.contact import contact
from macros.afleidingen.contact.berichten import Berichtstand, bereikt, berichten
from macros.afleidingen.contact.contact import Contactstand, contactregels
from macros.afleidingen.contact.web import Webgat, aanwezig, beslist_mee, kennismakingen, web_gaten
from macros.afleidingen.contract import datums
from macros.afleidingen.contract.agenda import Agendapunt, agenda
from macros.afleidingen.contract.fasen import BESLOTEN, deels_opgezegd
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.verlies import getoonde_fase
from macros.afleidingen.klant import blikken, huiswerk, klantbeeld, segment, terugblikken
from macros.afleidingen.klant.afspraken import Respijt, Uitstellen, stand_met
from macros.afleidingen.klant.gaten import Gat, gaten
from macros.afleidingen.klant.huiswerk import Huiswerk, Uitgesteld, Werkstand
from macros.afleidingen.klant.klantbeeld import Klantbeeld, Signalen
from macros.afleidingen.klant.segment import Kern, maak_kern
from macros.afleidingen.klant.tevredenheid import Cijfer, cijfer_laatste, garantie
from macros.afleidingen.onmogelijk import onmogelijk, strijdig
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, nvt
from macros.load.plaatsen import Plaatsen
from macros.load.problem import FOUT, ProblemenGevonden
from macros.model.account import Account
from macros.model.basis import Segment
from macros.model.dagboek import Aantekening
from macros.model.gedeeld import Gedeeld

GEEN_BESLISMOMENT = nvt("er is niets te beslissen", handboek="contractdatums/#beslismoment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One account with every derived value."""

    account: Account
    gedeeld: Gedeeld
    peildatum: date
    contracten: dict[str, Contractstand]
    """By id, in file order."""
    agenda: tuple[Agendapunt, ...]
    """The entries of all contracts, by date."""
    fase: Verklaard[str | None]
    deels_opgezegd: bool
    """A contract is under notice, and another one runs on."""
    segment: Verklaard[Segment | None]
    segment_berekend: Segment | None
    score: Verklaard[float | None]
    beslismoment: VerklaardeDatum
    """The earliest of all contracts."""
    dagen_tot_beslismoment: int | None
    canvassen: dict[str, Canvasstand]
    """Every canvas of the file, newest first."""
    canvas_per_contract: dict[str, Contractcanvas]
    canvas_stand: str
    """The worst of all contracts."""
    canvas_volledigheid: int | None
    """Percentage of the current canvas in the worst state."""
    op_tijd_gestart: bool | None
    kan_scherper: tuple[Verscherping, ...]
    """Remarks about the quality of the canvases in use."""
    fresheyes_vervalt: VerklaardeDatum
    postmortem_vervalt: VerklaardeDatum
    bericht_volgende: VerklaardeDatum
    berichten_12m: int | None
    """None when the part `berichten` is off."""
    windstilte_sinds: VerklaardeDatum
    garantie: Verklaard[str | None]
    cijfer_laatste: Cijfer | None
    juiste_klant_stand: Verklaard[str | None]
    klantbeeld: Klantbeeld
    huiswerk: tuple[Huiswerk, ...]
    uitgesteld: tuple[Uitgesteld, ...]
    web_gaten: tuple[Webgat, ...]
    gaten: tuple[Gat, ...]
    contact: tuple[Contactstand, ...]
    """By due day, then by rule."""
    uitstellen: Uitstellen
    """What may wait."""
    kennismaking: dict[str, Verklaard[date]]
    """Introductions still to be made, by contact person."""
    gesproken: dict[str, date]
    """Last personal talk with everyone at the client who was ever in one."""
    ingangsdatum: date | None
    """Due base; None while contact rules and messages rest."""

    @property
    def id(self) -> str:
        """What its pages and all that refers to it go by: the name of its file, on the site a code for a hidden one."""
        return self.account.id

    def stand(self, dag: date, wacht: Respijt | None = None) -> str:
        """How near a due day of this client is (`datums.stand`); `uitgesteld` for what waits."""
        stand = datums.stand(dag, self.peildatum, self.gedeeld.instellingen, self.account.in_beheer_sinds)
        return stand_met(wacht, stand)

    def geerfd(self, dag: date) -> bool:
        """Whether a day had passed before we kept this client (`datums.geerfd`)."""
        return datums.geerfd(dag, self.peildatum, self.account.in_beheer_sinds)

    @property
    def laatst_gesproken(self) -> dict[str, VerklaardeDatum]:
        """The last personal talk with everyone present who decides or is heard: their silence is followed."""
        mensen = [p.id for p in self.account.contactpersonen if beslist_mee(p) and aanwezig(p, self.peildatum)]
        return {wie: contact.gesproken_met(self.account, wie, self.peildatum) for wie in mensen}

    @property
    def aantekeningen(self) -> tuple[Aantekening, ...]:
        """Its lines in the journal, by file and place; none of a hidden client, because they may name it."""
        return () if self.verborgen else self.gedeeld.dagboek.get(self.id, ())

    @property
    def canvas_hoort(self) -> bool:
        """Whether a canvas belongs to this client: it has one, or a contract that is not decided asks for one."""
        return bool(self.canvassen) or any(
            canvasstand.is_verplicht(stand, self.segment.waarde, self.gedeeld.instellingen)
            for stand in self.contracten.values()
            if stand.fase.waarde not in BESLOTEN
        )

    @property
    def getoonde_fase(self) -> str | None:
        """Its phase as pages word it (`verlies.getoonde_fase`)."""
        return getoonde_fase(self.contracten.values())

    @property
    def deels_verloren(self) -> bool:
        """Whether a contract was lost and still runs, while the phase of the client is about another one."""
        return self.getoonde_fase != "verloren" and any(stand.verloren for stand in self.contracten.values())

    def gedaan(self, contract: str, soort: str) -> bool:
        """Whether the agenda says that nothing is left to do for this entry of a contract."""
        return any(punt.gedaan for punt in self.agenda if (punt.contract, punt.soort) == (contract, soort))

    @property
    def verborgen(self) -> bool:
        """Whether the site leaves its name out (`verhuld`): this client is gone and wants no mention."""
        return self.account.anoniem and self.fase.waarde == "beeindigd"

    @property
    def naam(self) -> str:
        """What this client is called; on the site "Naam niet getoond" for a hidden one."""
        return self.account.naam


def dossier_van(account: Account, gedeeld: Gedeeld, plaats: Plaatsen, peildatum: date) -> Dossier:
    """Derive one account.

    Raises ProblemenGevonden when facts of its contracts contradict the computed dates, or lie in a year that cannot be
    computed with.
    """
    bestand = f"{account.id}.yml"
    try:
        regels = (onmogelijk, strijdig)
        fouten = [fout for regel in regels for fout in regel(account, gedeeld.instellingen, peildatum)]
        if not fouten:
            return dossier(account, gedeeld, peildatum)
    except datums.JaarOnbekend as fout:
        probleem = plaats.probleem(bestand, ("contracten",), FOUT, "jaar-onbekend", str(fout))
        raise ProblemenGevonden([probleem]) from fout
    raise ProblemenGevonden(plaats.probleem(bestand, f.loc, FOUT, f.code, f.tekst) for f in fouten)


def dossier(account: Account, gedeeld: Gedeeld, peildatum: date) -> Dossier:
    """Derive everything about one account at the peildatum.

    Raises JaarOnbekend when a date falls in a year whose holidays are not known.
    """
    kern = maak_kern(account, gedeeld, peildatum)
    inst, standen = gedeeld.instellingen, kern.standen
    canvassen = canvasstand.canvasstanden(account.canvassen, gedeeld, kern.contracten, peildatum)
    per_contract = canvasstand.contractcanvassen(kern, canvassen)
    cijfers = garantie(account.evaluaties, inst, peildatum)
    juist = segment.juiste_klant_stand(account, gedeeld.criteria)
    bericht = _berichten(kern)
    beslismoment = _beslismoment(standen)
    werk = Werkstand(
        account=account,
        gedeeld=gedeeld,
        peildatum=peildatum,
        contracten=kern.contracten,
        canvas_per_contract=per_contract,
        fresheyes_vervalt=blikken.fresheyes_vervalt(account, standen, inst, peildatum),
        postmortem_vervalt=terugblikken.postmortem_vervalt(account, inst, peildatum),
        kennismaking=kennismakingen(account, kern.in_beheer_sinds, inst, peildatum),
        web_gaten=web_gaten(account.contactpersonen, inst.relaties_minimaal, peildatum),
        contact=contact.contact(kern, contactregels(account, kern.segment.waarde, gedeeld)),
        bericht_volgende=bericht.volgende,
        gaten=_gaten(kern, canvassen),
    )
    te_doen, wacht = huiswerk.huiswerk(werk, kern.uitstellen)
    signalen = Signalen(account, gedeeld, peildatum, standen, canvassen, cijfers, juist.waarde)
    return Dossier(
        account=account,
        gedeeld=gedeeld,
        peildatum=peildatum,
        contracten=kern.contracten,
        agenda=_agenda(kern, per_contract),
        fase=kern.fase,
        deels_opgezegd=deels_opgezegd(standen),
        segment=kern.segment,
        segment_berekend=segment.segment_berekend(kern.score.waarde, gedeeld.segmentatie.drempels),
        score=kern.score,
        beslismoment=beslismoment,
        dagen_tot_beslismoment=(beslismoment.waarde - peildatum).days if beslismoment.waarde else None,
        canvassen=canvassen,
        canvas_per_contract=per_contract,
        canvas_stand=canvasstand.slechtste([eis.stand for eis in per_contract.values()]),
        canvas_volledigheid=canvasstand.volledigheid_account(per_contract, canvassen),
        op_tijd_gestart=canvasstand.op_tijd_account(per_contract),
        kan_scherper=kan_scherper(kern, canvassen, werk.contact),
        fresheyes_vervalt=werk.fresheyes_vervalt,
        postmortem_vervalt=werk.postmortem_vervalt,
        bericht_volgende=bericht.volgende,
        berichten_12m=bericht.aantal_12m,
        windstilte_sinds=kern.windstilte_sinds,
        garantie=cijfers.stand,
        cijfer_laatste=cijfer_laatste(account.evaluaties, peildatum),
        juiste_klant_stand=juist,
        klantbeeld=klantbeeld.klantbeeld(signalen),
        huiswerk=te_doen,
        uitgesteld=wacht,
        uitstellen=kern.uitstellen,
        web_gaten=werk.web_gaten,
        gaten=werk.gaten,
        contact=werk.contact,
        kennismaking=werk.kennismaking,
        gesproken=contact.gesproken(account, peildatum),
        ingangsdatum=kern.ingangsdatum,
    )


def _berichten(kern: Kern) -> Berichtstand:
    gedeeld, peildatum = kern.gedeeld, kern.peildatum
    dagen = bereikt(gedeeld.berichten.berichten, kern.account, kern.segment.waarde, kern.standen, peildatum)
    return berichten(dagen, kern.ingangsdatum, gedeeld.instellingen, peildatum)


def _gaten(kern: Kern, canvassen: dict[str, Canvasstand]) -> tuple[Gat, ...]:
    return gaten(
        kern.account,
        kern.gedeeld,
        peildatum=kern.peildatum,
        fasen={naam: stand.fase.waarde for naam, stand in kern.contracten.items()},
        fase=kern.fase.waarde,
        segment=kern.segment.waarde,
        huidige_canvassen=frozenset(naam for naam, stand in canvassen.items() if stand.huidig and not stand.afgerond),
    )


def _beslismoment(standen: list[Contractstand]) -> VerklaardeDatum:
    """The earliest decision moment of the contracts, explained as that contract does."""
    momenten = [(stand.beslismoment.waarde, stand) for stand in standen if stand.beslismoment.waarde]
    return min(momenten, key=lambda moment: moment[0])[1].beslismoment if momenten else GEEN_BESLISMOMENT


def _agenda(kern: Kern, canvassen: dict[str, Contractcanvas]) -> tuple[Agendapunt, ...]:
    punten = [
        punt
        for naam, stand in kern.contracten.items()
        for punt in agenda(
            stand, kern.gedeeld.instellingen, kern.peildatum, kern.account.in_beheer_sinds, kern.uitstellen
        )
        if punt.soort != "tussenevaluatie_op" or canvassen[naam].tussenevaluatie
    ]
    return tuple(sorted(punten, key=lambda punt: punt.datum))
