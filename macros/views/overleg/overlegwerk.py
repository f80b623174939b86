"""The tables for who guards a contract or leads a project: dates, expectations, promises (domain 5.3 and 5.4)."""

from datetime import date, timedelta

from macros.afleidingen.contract.datums import gehouden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.model.account import Project
from macros.model.samenwerking import Probleem
from macros.portefeuille.klantfeiten import loopt
from macros.views.delen import namen
from macros.views.delen.register import Kolom
from macros.views.delen.stukken import Link, dag, klant
from macros.views.overleg.kring import Kring
from macros.views.overleg.overlegdelen import VER, Deel, maak_deel
from macros.views.render import Inhoud
from macros.woorden import labels, taal

AFGEROND = frozenset({"gehaald", "vervallen"})
"""States in which an expectation asks nothing of a project."""
DAGEN = {
    "opzegdeadline": "Opzeggen kan tot en met",
    "actiedatum_opzegging": "In actie uiterlijk",
    "optiedeadline": "Optie uiterlijk",
    "indexering_op": "Indexering",
}
"""The dates of a contract manager with their headings, in reading order."""
VERDER = (("Driehoek en werkdruk", "driehoek/"), ("Nog aan te vullen", "aanvullen/"))
Bewaakt = tuple[Dossier, Contractstand]
Geleid = tuple[Dossier, Project]
Open = tuple[Dossier, Link, str, str, Inhoud]
"""Something open at a client: what, its kind, whose it is, and its state or last day."""


def contracten(kring: Kring, wie: str = "") -> Deel:
    """The contracts that a contract manager guards: until when notice can be given, options, price changes.

    `wie`: the id of that colleague, who then has an own calendar.
    """
    return maak_deel(
        "contracten",
        "Contracten die je bewaakt",
        "De eerste dag waarop iets moet bovenaan",
        CONTRACTEN,
        sorted(kring.contracten, key=lambda rij: (_eerst(*rij), rij[0].naam, rij[1].contract.titel)),
        leeg="Er is geen lopend contract op deze naam.",
        verder=(("Kalender", f"kalender/{wie}/" if wie else "kalender/"), *VERDER),
    )


def dienstverlening(kring: Kring) -> Deel:
    """What is open in the service of this colleague's clients, over all of them, the heaviest first."""
    return maak_deel(
        "dienstverlening",
        "Open in de dienstverlening",
        "Wat het zwaarst weegt bovenaan",
        _open("Stand"),
        open_in_dienst(kring),
        leeg="Geen open problemen, en geen verwachting die niet gehaald is.",
    )


def open_in_dienst(kring: Kring) -> list[Open]:
    """Problems at the own clients, at those whose contracts are guarded and of this name; expectations by contract."""
    bewaakt = {dossier.id: dossier for dossier, _ in kring.contracten}
    klanten = bewaakt | {dossier.id: dossier for dossier in kring.klanten if loopt(dossier)}
    rijen = [(p.prioriteit or 0, _probleem(dossier, p)) for dossier, p in kring.problemen if dossier.id not in klanten]
    for dossier in klanten.values():
        rijen += [(p.prioriteit or 0, _probleem(dossier, p)) for p in dossier.account.problemen if p.is_open]
    for dossier in bewaakt.values():
        for verwachting in dossier.account.verwachtingen:
            if verwachting.stand == "niet_gehaald":
                label = labels.VERWACHTING_STAND["niet_gehaald"]
                wat = Link(verwachting.tekst, f"accounts/{dossier.id}/#verwachtingen")
                rijen.append((verwachting.prioriteit or 0, (dossier, wat, "Verwachting", "", label)))
    rijen.sort(key=lambda rij: (-rij[0], rij[1][0].naam))
    return [rij for _, rij in rijen]


def _probleem(dossier: Dossier, probleem: Probleem) -> Open:
    """A problem is of whoever its file names, on every page."""
    wat = Link(probleem.tekst, f"accounts/{dossier.id}/#verwachtingen")
    wie = namen.aan_zet_of_niemand(dossier, probleem.eigenaar)
    return dossier, wat, "Probleem", wie, labels.PROBLEEM_STATUS[probleem.status]


def geleid(kring: Kring) -> list[Geleid]:
    """Give the projects that this colleague still leads: until the client gave a mark."""
    return [(dossier, p) for dossier, p in kring.projecten if not gehouden(p.evaluatie, dossier.peildatum)]


def projecten(kring: Kring) -> Deel:
    """The projects a project manager still leads; the first delivery on top."""
    return maak_deel(
        "projecten",
        "Projecten die je leidt",
        "De eerste oplevering bovenaan",
        PROJECTEN,
        sorted(geleid(kring), key=lambda rij: (rij[1].oplevering or VER, rij[0].naam)),
        leeg="Er is geen project op deze naam dat loopt of op een cijfer wacht.",
        verder=(
            ("Klantcijfers", "klantcijfers/"),
            ("Driehoek en werkdruk", "driehoek/"),
            ("Acties en toezeggingen", "acties/"),
        ),
    )


def beloofd_en_verwacht(kring: Kring) -> Deel:
    """What we promised the clients of the own projects, and what they expect."""
    klanten = {dossier.id: dossier for dossier, _ in geleid(kring)}
    rijen: list[Open] = []
    for dossier in sorted(klanten.values(), key=lambda dossier: dossier.naam):
        pad = f"accounts/{dossier.id}/"
        for toezegging in dossier.account.toezeggingen:
            if toezegging.van == "wij" and toezegging.stand == "open":
                wat = Link(toezegging.tekst, f"{pad}#beloften")
                wie = namen.aan_zet_of_niemand(dossier, toezegging.wie)
                rijen.append((dossier, wat, "Toezegging", wie, dag(toezegging.voor_datum)))
        for verwachting in dossier.account.verwachtingen:
            if verwachting.stand not in AFGEROND:
                van = namen.contact_op_overzicht(dossier, verwachting.van)
                wat = Link(verwachting.tekst, f"{pad}#verwachtingen")
                rijen.append((dossier, wat, f"Verwachting van {van}" if van else "Verwachting", "", None))
    return maak_deel(
        "beloofd",
        "Beloofd en verwacht bij die klanten",
        "Op naam van de klant",
        _open("Uiterlijk"),
        rijen,
        leeg="Bij de klanten van deze projecten staat niets open.",
    )


def _dag(dossier: Dossier, stand: Contractstand, naam: str) -> date | None:
    """A date that is still to come; that of the action stands until it is done or too late, also when it passed."""
    grens = stand.opzegdeadline.waarde if naam == "actiedatum_opzegging" else getattr(stand, naam).waarde
    besloten = stand.fase.waarde in {"opgezegd", "geregeld"} or dossier.gedaan(stand.contract.id, naam)
    if grens is None or grens < dossier.peildatum or besloten:
        return None
    gevonden: date | None = getattr(stand, naam).waarde
    return gevonden


def _eerst(dossier: Dossier, stand: Contractstand) -> date:
    """The first day that asks something; an end that passed without outcome comes before all others."""
    if stand.fase.waarde == "verlopen":
        return date.min
    return min((gevonden for naam in DAGEN if (gevonden := _dag(dossier, stand, naam))), default=VER)


def daarna(stand: Contractstand) -> str:
    """Say what happens at the end of the period when nobody does anything."""
    contract, eind = stand.contract, stand.laatste_dag.waarde or stand.einddatum_actueel.waarde
    op = f" op {taal.datum_compact(eind)}" if eind else ""
    match stand.fase.waarde:
        case "verlopen":
            return f"einddatum voorbij{op}"
        case "opgezegd":
            return f"opgezegd, stopt{op}"
        case "geregeld":
            return f"verloren, stopt{op}" if stand.verloren else "geregeld"
        case "onbepaald":
            return "loopt door zonder afspraak" if contract.voortgezet_zonder_afspraak else "onbepaalde tijd"
    if contract.stilzwijgende_verlenging:
        return "verlengt vanzelf" + (", laatste keer nog niet vastgelegd" if stand.einddatum_voorlopig else "")
    return f"stopt{op}"


def _dagkolom(naam: str, kop: str) -> Kolom[Bewaakt]:
    def cel(rij: Bewaakt) -> Inhoud:
        dossier, stand = rij
        anker = f"waarom-{stand.contract.id}-{naam.replace('_', '-')}"
        return dag(_dag(dossier, stand, naam), doel=f"accounts/{dossier.id}/#{anker}")

    return Kolom(kop, cel)


def _open(laatste: str) -> tuple[Kolom[Open], ...]:
    return (
        Kolom("Klant", lambda rij: klant(rij[0])),
        Kolom("Wat", lambda rij: rij[1]),
        Kolom("Soort", lambda rij: rij[2]),
        Kolom("Wie", lambda rij: rij[3]),
        Kolom(laatste, lambda rij: rij[4]),
    )


def _evaluatie(rij: Geleid) -> Inhoud:
    """The last day to ask for a mark; nothing while no delivery is known."""
    dossier, project = rij
    if project.oplevering is None:
        return None
    dagen = timedelta(days=dossier.gedeeld.instellingen.project_evaluatie_dagen)
    return dag(project.oplevering + dagen, doel=f"accounts/{dossier.id}/#tevredenheid")


def _stuurgroep(rij: Geleid) -> str:
    """The people of the client in the steering group, with what they do there."""
    dossier, project = rij
    mensen = [persoon.id for persoon in dossier.account.contactpersonen if persoon.id in project.stuurgroep]
    return "; ".join(namen.contact_op_overzicht(dossier, persoon) for persoon in mensen)


def _project(rij: Geleid) -> Link:
    return Link(f"{rij[0].naam}: {rij[1].titel}", f"accounts/{rij[0].id}/#driehoek")


def _contract(rij: Bewaakt) -> Link:
    dossier, contract = rij[0], rij[1].contract
    return Link(f"{dossier.naam}: {contract.titel}", f"accounts/{dossier.id}/#contract-{contract.id}")


CONTRACTEN: tuple[Kolom[Bewaakt], ...] = (
    Kolom("Contract", _contract),
    *(_dagkolom(naam, kop) for naam, kop in DAGEN.items()),
    Kolom("Daarna", lambda rij: daarna(rij[1])),
)
PROJECTEN: tuple[Kolom[Geleid], ...] = (
    Kolom("Project", _project),
    Kolom("Oplevering", lambda rij: dag(rij[1].oplevering)),
    Kolom("Cijfer vragen uiterlijk", _evaluatie),
    Kolom("In de stuurgroep bij de klant", _stuurgroep),
)
