"""The tables for who guards a contract or leads a project: dates, expectations, promises (domain 5.3 and 5.4)."""

from datetime import date, timedelta

from macros.afleidingen.contact.versheid import gehouden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.model.account import Project
from macros.views.delen import namen
from macros.views.overleg.kring import Kring
from macros.views.overleg.overlegdelen import OP_HET_SCHERM, VER, Cel, Deel, klant_cel
from macros.woorden import labels, taal

AFGEROND = frozenset({"gehaald", "vervallen"})
"""States in which an expectation asks nothing of a project."""


def contracten(kring: Kring) -> Deel:
    """The contracts a contract manager guards: until when notice can be given, options, price changes."""
    rijen = sorted(kring.contracten, key=lambda paar: (_eerst(*paar), paar[0].naam, paar[1].contract.titel))
    return Deel(
        anker="overleg-contracten",
        kop="Contracten die je bewaakt",
        koppen=("Contract", "Opzeggen kan tot en met", "In actie uiterlijk", "Optie uiterlijk", "Indexering", "Daarna"),
        rijen=tuple(
            (
                Cel(f"{dossier.naam}: {stand.contract.titel}", f"accounts/{dossier.id}/#contract-{stand.contract.id}"),
                *(_dag(dossier, stand, naam) for naam in DAGEN),
                Cel(daarna(stand)),
            )
            for dossier, stand in rijen[:OP_HET_SCHERM]
        ),
        aantal=len(rijen),
        leeg="Er is geen lopend contract op deze naam.",
        verder=(("Kalender", "kalender/"), ("Wie is waarvan", "driehoek/"), ("Nog aan te vullen", "aanvullen/")),
    )


DAGEN = ("opzegdeadline", "actiedatum_opzegging", "optiedeadline", "indexering_op")
"""The dates of a contract manager, in reading order."""


def _dag(dossier: Dossier, stand: Contractstand, naam: str) -> Cel:
    """A date that is still to come; that of the action stands while notice can be given, also when it has passed."""
    grens = stand.opzegdeadline.waarde if naam == "actiedatum_opzegging" else getattr(stand, naam).waarde
    if grens is None or grens < dossier.peildatum or stand.fase.waarde in {"opgezegd", "geregeld"}:
        return Cel()
    anker = f"waarom-{stand.contract.id}-{naam.replace('_', '-')}"
    return Cel(dag=getattr(stand, naam).waarde, doel=f"accounts/{dossier.id}/#{anker}")


def _eerst(dossier: Dossier, stand: Contractstand) -> date:
    """The first day that asks something; an end that passed without outcome comes before all others."""
    if stand.fase.waarde == "verlopen":
        return date.min
    dagen = [cel.dag for naam in DAGEN if (cel := _dag(dossier, stand, naam)).dag]
    return min(dagen, default=VER)


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
            return "geregeld"
        case "onbepaald":
            return "loopt door zonder afspraak" if contract.voortgezet_zonder_afspraak else "onbepaalde tijd"
    if contract.stilzwijgende_verlenging:
        return "verlengt vanzelf" + (", laatste keer nog niet vastgelegd" if stand.einddatum_voorlopig else "")
    return f"stopt{op}"


def dienstverlening(kring: Kring) -> Deel:
    """What is open in the service of the clients whose contracts this colleague guards, the heaviest first."""
    rijen = []
    for dossier in {dossier.id: dossier for dossier, _ in kring.contracten}.values():
        for probleem in dossier.account.problemen:
            if probleem.status != "opgelost":
                label = labels.PROBLEEM_STATUS[probleem.status]
                rijen.append((probleem.prioriteit or 0, dossier, probleem.tekst, "Probleem", label))
        for verwachting in dossier.account.verwachtingen:
            if verwachting.stand == "niet_gehaald":
                label = labels.VERWACHTING_STAND["niet_gehaald"]
                rijen.append((verwachting.prioriteit or 0, dossier, verwachting.tekst, "Verwachting", label))
    rijen.sort(key=lambda rij: (-rij[0], rij[1].naam))
    return Deel(
        anker="overleg-dienstverlening",
        kop="Open in de dienstverlening",
        koppen=("Klant", "Wat", "Soort", "Stand"),
        rijen=tuple(
            (klant_cel(dossier), Cel(tekst, f"accounts/{dossier.id}/#verwachtingen"), Cel(soort), Cel(label=label))
            for _, dossier, tekst, soort, label in rijen[:OP_HET_SCHERM]
        ),
        aantal=len(rijen),
        leeg="Geen open problemen, en geen verwachting die niet gehaald is.",
    )


def projecten(kring: Kring) -> Deel:
    """The projects a project manager leads, until the client gave a mark; the first delivery on top."""
    open_ = [(dossier, p) for dossier, p in kring.projecten if not gehouden(p.evaluatie, dossier.peildatum)]
    open_.sort(key=lambda paar: (paar[1].oplevering or VER, paar[0].naam))
    return Deel(
        anker="overleg-projecten",
        kop="Projecten die je leidt",
        koppen=("Project", "Oplevering", "Cijfer vragen uiterlijk", "In de stuurgroep bij de klant"),
        rijen=tuple(
            (
                Cel(f"{dossier.naam}: {project.titel}", f"accounts/{dossier.id}/#driehoek"),
                Cel(dag=project.oplevering),
                _evaluatie(dossier, project),
                Cel(_stuurgroep(dossier, project)),
            )
            for dossier, project in open_[:OP_HET_SCHERM]
        ),
        aantal=len(open_),
        leeg="Er is geen project op deze naam dat loopt of op een cijfer wacht.",
        verder=(("Klantcijfers", "klantcijfers/"), ("Wie is waarvan", "driehoek/"), ("Acties", "acties/")),
    )


def beloofd_en_verwacht(kring: Kring) -> Deel:
    """What we promised the clients of the own projects, and what they expect."""
    klanten = {dossier.id: dossier for dossier, p in kring.projecten if not gehouden(p.evaluatie, dossier.peildatum)}
    rijen = []
    for dossier in sorted(klanten.values(), key=lambda dossier: dossier.naam):
        for toezegging in dossier.account.toezeggingen:
            if toezegging.van == "wij" and toezegging.stand == "open":
                wat = Cel(toezegging.tekst, f"accounts/{dossier.id}/#beloften")
                rijen.append((klant_cel(dossier), wat, Cel("Toezegging"), Cel(dag=toezegging.voor_datum)))
        for verwachting in dossier.account.verwachtingen:
            if verwachting.stand not in AFGEROND:
                wat = Cel(verwachting.tekst, f"accounts/{dossier.id}/#verwachtingen")
                van = namen.contact_op_overzicht(dossier, verwachting.van)
                rijen.append((klant_cel(dossier), wat, Cel(f"Verwachting van {van}" if van else "Verwachting"), Cel()))
    return Deel(
        anker="overleg-beloofd",
        kop="Beloofd en verwacht bij die klanten",
        koppen=("Klant", "Wat", "Soort", "Uiterlijk"),
        rijen=tuple(rijen[:OP_HET_SCHERM]),
        aantal=len(rijen),
        leeg="Bij de klanten van deze projecten staat niets open.",
    )


def _evaluatie(dossier: Dossier, project: Project) -> Cel:
    """The last day to ask for a mark; nothing while no delivery is known."""
    dagen = timedelta(days=dossier.gedeeld.instellingen.project_evaluatie_dagen)
    doel = f"accounts/{dossier.id}/#tevredenheid"
    return Cel(dag=project.oplevering + dagen, doel=doel) if project.oplevering else Cel()


def _stuurgroep(dossier: Dossier, project: Project) -> str:
    """The people of the client in the steering group, with what they do there."""
    mensen = [persoon.id for persoon in dossier.account.contactpersonen if persoon.id in project.stuurgroep]
    return "; ".join(namen.contact_op_overzicht(dossier, persoon) for persoon in mensen)
