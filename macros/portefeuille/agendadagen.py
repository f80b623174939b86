"""The days of one client that leave the site in a calendar: of its contracts and projects, the reviews, the round.

Their words are those of this module, with the name of the client and the titles of its contracts; of the steps behind
a day only those without a text of a file, because such a text may name somebody.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.contract.agenda import WERK, Agendapunt
from macros.afleidingen.contract.datums import gehouden, plus_maanden
from macros.afleidingen.contract.looptijd import perioden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.terugblikken import terugblik_open
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, zin
from macros.model.werk import SOORTEN
from macros.portefeuille.agendadag import Agendadag, Over, agendadag, met_naam, op_dag, roepnaam
from macros.portefeuille.beurt import beurt, klantbeurt, projectbeurt
from macros.portefeuille.drukte import MAANDEN
from macros.woorden import labels, taal

BESLISSEND = ("opzegdeadline", "uiterste_publicatie", "einddatum_actueel", "laatste_dag", "optiedeadline")
"""Days on which a contract is decided, by how their kind begins."""
VANZELF = "Deze dag komt vanzelf: er valt niets af te vinken."
HERINNERING = "Dit is een herinnering: er valt nog niets af te vinken."
KLAAR = {**WERK, "opzegdeadline": "opzegdeadline", "optie_vragen": "optie"}
"""The kind of work that ends with an entry of the agenda; the others happen by themselves."""
OPTIES = ("optiedeadline", "optie_vragen")
"""The entries that are about one of the open options."""


class _Woorden(NamedTuple):
    """What a day of the client as a whole says."""

    titel: str
    waarom: str
    anker: str
    """Place on the client's page."""


KENNISMAKEN = _Woorden(
    "Kennismaken met een nieuw gezicht", "Bij de klant is iemand nieuw, of zit iemand op een nieuwe plek.", "mensen"
)
BERICHT = _Woorden("Nuttig bericht sturen", "Elke klant krijgt geregeld een bericht waar die wat aan heeft.", "contact")


def agendadagen(dossier: Dossier) -> tuple[Agendadag, ...]:
    """Give every day of one client that is to come or still to do, by day; of a client that is hidden none."""
    if dossier.verborgen:
        return ()
    bronnen = (_contracten(dossier), _projecten(dossier), _terugkijken(dossier), _ronde(dossier))
    return tuple(sorted((dag for bron in bronnen for dag in bron), key=op_dag))


def _klaar(werk: str | None) -> str:
    return f"Klaar als {SOORTEN[werk].klaar_als}." if werk else VANZELF


def _waarom(verklaard: VerklaardeDatum) -> str:
    """The steps of a day in one line; one with a text in it (a name, a reason) stays inside."""
    stappen = [stap for stap in verklaard.stappen if not any(isinstance(deel, str) for deel in stap.waarden)]
    return f"Waarom: {zin(stappen)}." if stappen else ""


# --- contracts and projects ---


def _contracten(dossier: Dossier) -> Iterator[Agendadag]:
    """What the calendar of the site lists: two years, and after those only what decides a contract.

    Each reminder that is to come is a day of its own.
    """
    grens = plus_maanden(dossier.peildatum.replace(day=1), MAANDEN)
    for punt in dossier.agenda:
        stand = dossier.contracten[punt.contract]
        voorbij = punt.datum < dossier.peildatum
        ver = punt.datum >= grens and not punt.soort.startswith(BESLISSEND)
        verlopen = stand.fase.waarde == "verlopen" and punt.soort != "einddatum_actueel" and not punt.wacht
        if not punt.gedaan and not ver and not (voorbij and (verlopen or punt.is_herinnering)):
            yield _contractdag(dossier, stand, punt)


def _contractdag(dossier: Dossier, stand: Contractstand, punt: Agendapunt) -> Agendadag:
    soort, _, nummer = punt.soort.partition("-")
    over, klaar = soort, _klaar(KLAAR.get(soort))
    if punt.is_herinnering:
        over = "opzegdeadline" if punt.soort.startswith("herinnering-opzegging") else "start_retentiefase"
        soort, nummer, klaar = punt.soort, "", HERINNERING
    wacht = punt.wacht if punt.datum < dossier.peildatum else None
    namen = (roepnaam(dossier), stand.contract.titel) if met_naam(dossier) else (roepnaam(dossier),)
    return agendadag(
        dossier,
        Over(
            soort=soort,
            contract=stand.contract.id,
            nummer=int(nummer or 1),
            periode=_periode(dossier, stand, punt),
            verzet=over,
            wacht=wacht,
        ),
        dag=punt.datum,
        titel=f"{punt.naam}: {', '.join(namen)}",
        uitleg=(_waarom(_verklaard(stand, over, int(nummer or 1))), klaar),
        anker=punt.anker,
        wie=beurt(dossier, stand, punt.soort, wacht.tot if wacht else punt.datum).ids,
    )


def _verklaard(stand: Contractstand, over: str, nummer: int) -> VerklaardeDatum:
    verklaard: VerklaardeDatum = stand.optiedeadlines[nummer - 1] if over in OPTIES else getattr(stand, over)
    return verklaard


def _periode(dossier: Dossier, stand: Contractstand, punt: Agendapunt) -> str:
    """Which of its periods a day of a contract is about: counted, so that another day of the same one changes nothing.

    A renewal and an exercised option begin a new one. Of a contract without an end it is the year of notice, counted
    from the first; a change of price has the year it happens in.
    """
    contract = stand.contract
    if punt.soort == "indexering_op":
        return str(punt.datum.year)
    if contract.einddatum is None:
        return str(stand.grens.year - contract.startdatum.year) if stand.grens else "0"
    gelicht = sum(optie.status == "gelicht" for optie in contract.opties)
    return f"{len(perioden(contract, dossier.peildatum))}.{gelicht}"


def _projecten(dossier: Dossier) -> Iterator[Agendadag]:
    """Deliveries that are still to come; the title of a project stays inside."""
    for project in dossier.account.projecten:
        dag = project.oplevering
        if dag and dag >= dossier.peildatum and not gehouden(project.evaluatie, dossier.peildatum):
            yield agendadag(
                dossier,
                Over(soort="oplevering", contract=project.id),
                dag=dag,
                titel=f"Oplevering van een project: {roepnaam(dossier)}",
                uitleg=("Deze dag is afgesproken voor de oplevering. Daarna volgt de evaluatie.", _klaar("evaluatie")),
                anker="driehoek",
                wie=projectbeurt(dossier, project, dag).ids,
            )


# --- the client as a whole ---


def _terugkijken(dossier: Dossier) -> Iterator[Agendadag]:
    """The reviews that the manager plans: how many were held tells one from the next."""
    account = dossier.account
    persoon = dossier.gedeeld.personen.get(account.driehoek.accountmanager)
    wie = persoon.leidinggevende if persoon else None
    for soort, veld, geweest, contracten in (
        ("frisse_blik", "fresheyes_vervalt", account.fresheyes, ()),
        ("terugblik", "postmortem_vervalt", account.postmortems, terugblik_open(account, dossier.peildatum)),
    ):
        verklaard: VerklaardeDatum = getattr(dossier, veld)
        aantal = sum(gehouden(een.uitgevoerd_op, dossier.peildatum) for een in geweest)
        over = Over(soort=soort, periode=str(aantal), verzet=veld)
        woorden = _Woorden(SOORTEN[soort].woord, _waarom(verklaard), "tevredenheid")
        yield from _klantdag(dossier, verklaard, woorden, over, wie=wie, contracten=tuple(contracten))


def _ronde(dossier: Dossier) -> Iterator[Agendadag]:
    """Keeping in touch: each rule, each new face and the next message, a day each that moves on when it was done."""
    for stand in dossier.contact:
        yield from _contact(dossier, stand)
    for wie, verklaard in dossier.kennismaking.items():
        over = Over(soort="kennismaking", nummer=wie, verzet=f"kennismaking-{wie}")
        yield from _klantdag(dossier, verklaard, KENNISMAKEN, over, contracten=(wie,))
    over = Over(soort="bericht", verzet="bericht_volgende")
    yield from _klantdag(dossier, dossier.bericht_volgende, BERICHT, over)


def _contact(dossier: Dossier, stand: Contactstand) -> Iterator[Agendadag]:
    """One rule; its own id may name somebody, so it is told by form and layer."""
    vorm = labels.VORM[stand.vorm].tekst
    over = Over(soort="contact", nummer=stand.regel, verzet=f"contact-{stand.regel}", wacht=stand.wacht)
    titel = vorm if stand.vorm == "procesafstemming" else f"{vorm} op {stand.laag} niveau"
    waarom = f"Afgesproken is contact om de {taal.aantal(stand.elke_dagen, 'dag', 'dagen')}."
    yield from _klantdag(dossier, stand.volgende, _Woorden(titel, waarom, "contact"), over, door=stand.personen)


def _klantdag(  # noqa: PLR0913  each is a fact of the day
    dossier: Dossier,
    verklaard: Verklaard[date] | VerklaardeDatum,
    woorden: _Woorden,
    over: Over,
    *,
    wie: str | None = None,
    door: tuple[str, ...] = (),
    contracten: tuple[str, ...] = (),
) -> Iterator[Agendadag]:
    """Give a day of the client as a whole; none that passed before we kept it.

    `wie` is whose work it is when not the account manager's, `door` who does it, where that is known already.
    """
    dag = verklaard.waarde
    if dag is None or dossier.geerfd(dag):
        return
    wacht = over.wacht or dossier.uitstellen.voor(over.soort, contracten=contracten)
    yield agendadag(
        dossier,
        replace(over, wacht=wacht if dag < dossier.peildatum else None),
        dag=dag,
        titel=f"{woorden.titel}: {roepnaam(dossier)}",
        uitleg=(woorden.waarom, _klaar(over.soort)),
        anker=woorden.anker,
        wie=door or klantbeurt(dossier, dag, wie).ids,
    )
