"""What was agreed with the client: expectations, assumptions, problems, ideas and promises of both sides."""

from collections.abc import Iterator

from macros.afleidingen.contract.datums import binnen
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant import afspraken
from macros.afleidingen.klant.afspraken import nagevraagd_op, open_aannames
from macros.model.account import Aanname, Toezegging
from macros.model.kansen import Innovatie
from macros.model.samenwerking import Opstart, Probleem, Verwachting, VorigeLeverancier
from macros.views.delen import namen
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import geleden, over
from macros.views.delen.werklijst import Deel, Regel, Werklijst, item, lijst, lijsten
from macros.woorden import labels, taal
from macros.woorden.labels import Label

VERMOED = Label("Vermoed: vraag het na", "?", "let-op")


@klantmacro
def account_verwachtingen(dossier: Dossier) -> Werklijst:
    """List expectations with the weightiest first, then assumptions, problems and innovations."""
    account = dossier.account
    verwachtingen = sorted(account.verwachtingen, key=lambda v: -(v.prioriteit or 0))
    return lijsten(
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
                [(p.is_open, _probleem(dossier, p)) for p in account.problemen],
                "Geen open problemen bekend.",
                "opgelost",
            ),
            lijst(
                "Wat de klant nog niet doet",
                [(i.is_open, _innovatie(dossier, i)) for i in account.innovaties],
                "Nog niets bedacht wat de klant nog niet doet.",
                "ingevoerd of vervallen",
                anker="innovaties",
            ),
            *_opstart(account.opstart),
        )
    )


def aannames(dossier: Dossier) -> Deel:
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
    gevraagd = nagevraagd_op(verwachting, dossier.account, dossier.peildatum)
    gecheckt = "; ".join(stap.tekst for stap in gevraagd.stappen)  # a second one tells what the other file says
    if gevraagd.waarde and not binnen(gevraagd.waarde, houdbaar, dossier.peildatum):
        gecheckt = f"navragen: laatst gedaan op {taal.datum(gevraagd.waarde)}"
    return item(
        verwachting.tekst,
        VERMOED if verwachting.soort == "vermoed" else labels.woord(labels.VERWACHTING_STAND, verwachting.stand),
        namen.contact(dossier, verwachting.van),
        labels.VERWACHTING_TERMIJN[verwachting.termijn].tekst.lower() if verwachting.termijn else None,
        f"prioriteit {verwachting.prioriteit}" if verwachting.prioriteit else None,
        f"meten: {verwachting.meting}" if verwachting.meting else None,
        gecheckt,
    )


def _probleem(dossier: Dossier, probleem: Probleem) -> Regel:
    return item(
        probleem.tekst,
        labels.PROBLEEM_STATUS[probleem.status],
        f"prioriteit {probleem.prioriteit}" if probleem.prioriteit else None,
        namen.aan_zet_of_niemand(dossier, probleem.eigenaar),
        f"sinds {taal.datum(probleem.sinds)} ({geleden(probleem.sinds, dossier.peildatum)})"
        if probleem.sinds
        else None,
    )


def _innovatie(dossier: Dossier, idee: Innovatie) -> Regel:
    """Word one idea: whose it is and by when it is talked about, while it lives."""
    dag = idee.voor_datum if idee.is_open else None
    wacht = dossier.uitstellen.voor("innovatie")
    stand = dossier.stand(dag, wacht) if dag else ""
    bespreken = f"bespreken voor {taal.datum(dag)}" if dag else None
    nabij = f"{bespreken}, {over(dossier, dag).woorden}" if dag and stand in DRINGEND else bespreken
    return item(
        idee.tekst,
        labels.INNOVATIE_UITKOMST[idee.uitkomst]
        if idee.uitkomst
        else labels.STAND[stand]
        if stand in DRINGEND
        else None,
        idee.status,
        namen.aan_zet(dossier, idee.eigenaar) if idee.is_open else namen.collega(dossier, idee.eigenaar),
        nabij,
    )


def _opstart(opstart: Opstart | None) -> Iterator[Deel]:
    """Tell how the work began, and what went wrong at the supplier before us; nothing where nobody wrote it down."""
    regels = [*_begin(opstart), *_vorige(opstart.vorige_leverancier)] if opstart else []
    if regels:
        yield lijst("Hoe we begonnen", [(True, regel) for regel in regels], "", "", anker="opstart")


def _begin(opstart: Opstart) -> Iterator[Regel]:
    if opstart.kickoff_op:
        yield item(f"Kick-off op {taal.datum(opstart.kickoff_op)}")
    if opstart.overdracht_voor_tekenen is not None:
        niet = "" if opstart.overdracht_voor_tekenen else "niet "
        yield item(f"De uitvoering sprak de klant {niet}voor de handtekening")


def _vorige(vorige: VorigeLeverancier | None) -> Iterator[Regel]:
    """Word the four answers about the supplier before us."""
    if vorige:
        antwoorden = (
            ("Zo begon de vorige leverancier", vorige.verleden),
            ("Dat ging mis", vorige.heden),
            ("Bij ons moet anders", vorige.toekomst),
            ("Onze les", vorige.les),
        )
        yield from (item(f"{vraag}: {antwoord}") for vraag, antwoord in antwoorden if antwoord)


KLAAR = "nagekomen, gebroken of vervallen"


@klantmacro
def account_beloften(dossier: Dossier) -> Werklijst:
    """List the open promises of both sides, the first due on top."""
    return lijsten((beloften(dossier, "wij"), beloften(dossier, "klant")))


def beloften(dossier: Dossier, van: str) -> Deel:
    """List the promises of one side: `wij` or `klant`."""
    eigen = [toezegging for toezegging in dossier.account.toezeggingen if toezegging.van == van]
    eigen.sort(key=lambda toezegging: (toezegging.voor_datum is None, toezegging.voor_datum))
    return lijst(
        "Wij beloofden" if van == "wij" else "De klant beloofde",
        [(toezegging.stand == "open", toezeggingregel(dossier, toezegging)) for toezegging in eigen],
        "Geen open toezeggingen van ons." if van == "wij" else "Geen open toezeggingen van de klant.",
        KLAAR,
        anker="waarom-toezeggingen" if van == "wij" else "",
    )


DRINGEND = frozenset({"te_laat", "deze_week"})
"""Stands that say more than that it is open; what comes later is told by its day."""


def toezeggingregel(dossier: Dossier, toezegging: Toezegging, vraag: str = "") -> Regel:
    """Word one promise of either side; `vraag` stands in front of its words."""
    return item(
        f"{vraag}{toezegging.tekst}",
        _label(dossier, toezegging, labels.TOEZEGGING_STAND),
        namen.iemand(dossier, toezegging.wie),
        voor(dossier, toezegging),
        f"beloofd op {taal.datum(toezegging.gedaan_op)}" if toezegging.gedaan_op else None,
        f"bekend op {taal.datum(toezegging.stand_op)}" if toezegging.stand_op else None,
    )


def aannameregel(dossier: Dossier, aanname: Aanname) -> Regel:
    """Word one assumption, with how we find out."""
    return item(
        aanname.tekst,
        _label(dossier, aanname, labels.AANNAME_STAND),
        f"zo zoeken we het uit: {aanname.toets}" if aanname.toets else None,
        namen.collega(dossier, aanname.wie),
        voor(dossier, aanname) if aanname.stand == "open" else None,
        f"sinds {taal.datum(aanname.stand_op)}" if aanname.stand_op else None,
    )


def voor(dossier: Dossier, afspraak: Aanname | Toezegging) -> str | None:
    """Say when it is due and, while it is open and near or late, how near: "voor 6 maart 2026, 10 dagen te laat"."""
    if afspraak.voor_datum is None:
        return None
    dag = f"voor {taal.datum(afspraak.voor_datum)}"
    dringend = afspraakstand(dossier, afspraak) in DRINGEND
    return f"{dag}, {over(dossier, afspraak.voor_datum).woorden}" if dringend else dag


def _label(dossier: Dossier, afspraak: Aanname | Toezegging, eigen: dict[str, Label]) -> Label:
    """The state it has, unless its day says more."""
    stand = afspraakstand(dossier, afspraak)
    return labels.STAND[stand] if stand in DRINGEND else eigen[afspraak.stand]


def afspraakstand(dossier: Dossier, afspraak: Aanname | Toezegging) -> str:
    """How near its day is; empty when it is no longer open, or may wait."""
    inst, sinds = dossier.gedeeld.instellingen, dossier.account.in_beheer_sinds
    van_ons = isinstance(afspraak, Toezegging) and afspraak.van == "wij"
    soort = "aanname" if isinstance(afspraak, Aanname) else "toezegging" if van_ons else "toezegging_klant"
    wacht = dossier.uitstellen.voor(soort)
    return "" if wacht else afspraken.stand(afspraak, dossier.peildatum, inst, sinds) or ""
