"""What the client expects, what we only assume, what is wrong, what could be new, and how we began."""

from collections.abc import Iterator

from macros.afleidingen.contact.versheid import binnen
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import open_aannames
from macros.model.samenwerking import Innovatie, Opstart, Probleem, Verwachting, VorigeLeverancier
from macros.views.delen import namen
from macros.views.delen.lijsten import Lijst, Lijsten, Regel, bij, lijst
from macros.views.delen.wanneer import geleden
from macros.views.klant.afspraken import aannameregel
from macros.woorden import labels, taal
from macros.woorden.labels import Label

VERMOED = Label("Vermoed: vraag het na", "?", "let-op")


def account_verwachtingen(dossier: Dossier) -> Lijsten:
    """List expectations with the weightiest first, then assumptions, problems and innovations."""
    account = dossier.account
    verwachtingen = sorted(account.verwachtingen, key=lambda v: -(v.prioriteit or 0))
    return Lijsten(
        (
            lijst(
                "Verwachtingen",
                [(v.stand != "vervallen", _verwachting(dossier, v)) for v in verwachtingen],
                "Nog geen verwachtingen vastgelegd. Vraag bij het volgende gesprek wat de klant direct, op korte en op "
                "lange termijn verwacht.",
                "vervallen",
            ),
            aannames(dossier),
            lijst(
                "Problemen",
                [(p.status != "opgelost", _probleem(dossier, p)) for p in account.problemen],
                "Geen open problemen bekend.",
                "opgelost",
            ),
            lijst(
                "Wat de klant nog niet doet",
                [(True, _innovatie(i)) for i in account.innovaties],
                "Nog geen vernieuwing bedacht.",
                "",
            ),
            *_opstart(account.opstart),
        )
    )


def aannames(dossier: Dossier) -> Lijst:
    """List what we assume, the first to be known on top."""
    klaar = [aanname for aanname in dossier.account.aannames if aanname.stand != "open"]
    return lijst(
        "Aannames",
        [
            (aanname.stand == "open", aannameregel(dossier, aanname))
            for aanname in (*open_aannames(dossier.account), *klaar)
        ],
        "Geen open aannames.",
        "uitgezocht of vervallen",
        anker="aannames",
    )


def _verwachting(dossier: Dossier, verwachting: Verwachting) -> Regel:
    """Word one expectation; one that we only suspect asks to be checked, whatever state we think it has."""
    houdbaar = dossier.gedeeld.instellingen.verwachting_verouderd_dagen
    op = verwachting.gecheckt_op
    if op is None:
        gecheckt = "nog niet nagevraagd"
    elif binnen(op, houdbaar, dossier.peildatum):
        gecheckt = f"nagevraagd op {taal.datum(op)}"
    else:
        gecheckt = f"navragen: laatst gedaan op {taal.datum(op)}"
    return Regel(
        tekst=verwachting.tekst,
        label=VERMOED if verwachting.soort == "vermoed" else labels.woord(labels.VERWACHTING_STAND, verwachting.stand),
        bij=bij(
            namen.contact(dossier, verwachting.van),
            labels.VERWACHTING_TERMIJN[verwachting.termijn].tekst.lower() if verwachting.termijn else None,
            f"prioriteit {verwachting.prioriteit}" if verwachting.prioriteit else None,
            f"meten: {verwachting.meting}" if verwachting.meting else None,
            gecheckt,
        ),
    )


def _probleem(dossier: Dossier, probleem: Probleem) -> Regel:
    return Regel(
        tekst=probleem.tekst,
        label=labels.PROBLEEM_STATUS[probleem.status],
        bij=bij(
            f"prioriteit {probleem.prioriteit}" if probleem.prioriteit else None,
            namen.collega(dossier, probleem.eigenaar) or "nog niemand",
            f"sinds {taal.datum(probleem.sinds)} ({geleden(probleem.sinds, dossier.peildatum)})"
            if probleem.sinds
            else None,
        ),
    )


def _innovatie(innovatie: Innovatie) -> Regel:
    return Regel(tekst=innovatie.tekst, bij=bij(innovatie.status))


def _opstart(opstart: Opstart | None) -> Iterator[Lijst]:
    """Tell how the work began, and what went wrong at the supplier before us; nothing where nobody wrote it down."""
    regels = [*_begin(opstart), *_vorige(opstart.vorige_leverancier)] if opstart else []
    if regels:
        yield lijst("Hoe we begonnen", [(True, regel) for regel in regels], "", "", anker="opstart")


def _begin(opstart: Opstart) -> Iterator[Regel]:
    if opstart.kickoff_op:
        yield Regel(f"Kick-off op {taal.datum(opstart.kickoff_op)}")
    if opstart.overdracht_voor_tekenen is not None:
        niet = "" if opstart.overdracht_voor_tekenen else "niet "
        yield Regel(f"De uitvoering sprak de klant {niet}voor de handtekening")


def _vorige(vorige: VorigeLeverancier | None) -> Iterator[Regel]:
    """Word the four answers about the supplier before us."""
    if vorige:
        antwoorden = (
            ("Zo begon de vorige leverancier", vorige.verleden),
            ("Dat ging mis", vorige.heden),
            ("Bij ons moet anders", vorige.toekomst),
            ("Onze les", vorige.les),
        )
        yield from (Regel(f"{vraag}: {antwoord}") for vraag, antwoord in antwoorden if antwoord)
