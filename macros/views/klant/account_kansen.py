"""What more there is with a client: its own goals, our chances with the question after more, and the competitors."""

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.kansen import eigenaar_van
from macros.model.kansen import GeenKans, Kans
from macros.views.delen import namen
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import Bij, Waarom
from macros.views.delen.werklijst import Deel, Regel, Werklijst, item, lijst, lijsten
from macros.views.kansen.kansen import GEEN_STAP, STAPPEN, STIL, herkomst, kansstand, nabij, vraag
from macros.views.render import Inhoud
from macros.woorden import labels, taal


@klantmacro
def account_kansen(dossier: Dossier) -> Werklijst:
    """List the client's own goals, our chances with the most valuable first, and the competitors by strength."""
    account = dossier.account
    anderen = sorted(account.concurrenten, key=lambda ander: -(ander.sterkte or 0))
    return lijsten(
        (
            lijst(
                "Doelen van de klant",
                [(True, item(doel)) for doel in account.doelen_klant],
                "Nog niet bekend wat de klant zelf wil bereiken.",
                "",
            ),
            _kansen(dossier),
            lijst(
                "Concurrenten",
                [
                    (
                        True,
                        item(ander.naam, None, ander.wat, f"sterkte {ander.sterkte} van 5" if ander.sterkte else None),
                    )
                    for ander in anderen
                ],
                "Geen concurrent bekend.",
                "",
                noot=_aandeel(dossier),
            ),
        )
    )


def _kansen(dossier: Dossier) -> Deel:
    """The chances, and what is still asked; below it when we looked and there was none."""
    kansen = sorted(dossier.account.kansen, key=lambda kans: -(kans.waarde_jaar or 0))
    gekeken = sorted(dossier.account.geen_kans, key=lambda een: een.op, reverse=True)
    klaar = [_regel(dossier, kans) for kans in kansen if not kans.is_open]
    delen = [
        Deel(f"{len(klaar)} gewonnen of vervallen", klaar, dicht=True) if klaar else None,
        Deel(f"{len(gekeken)} keer gekeken en geen kans", [_gekeken(een) for een in gekeken], dicht=True)
        if gekeken
        else None,
    ]
    return Deel(
        "Kansen",
        [_regel(dossier, kans) for kans in kansen if kans.is_open],
        "Nog geen kansen genoteerd.",
        _gevraagd(dossier),
        delen=[deel for deel in delen if deel],
    )


def _gevraagd(dossier: Dossier) -> Inhoud:
    """Say until when it is asked whether there is more; nothing when it is not."""
    dag = vraag(dossier)
    if dag.waarde is None:
        return None
    return "Is hier een kans? Kijk uiterlijk", Waarom(dag, "waarom-kansvraag")


def _regel(dossier: Dossier, kans: Kans) -> Regel:
    """Word one chance, with its next step while it lives."""
    stand = kansstand(dossier, kans)
    label = STAPPEN[stand] if stand in STIL else None
    stap = _stap(dossier, kans) if kans.is_open else ""
    bij = taal.met_punten(
        labels.KANS_SOORT[kans.soort].tekst if kans.soort else None,
        f"{namen.bedrag(dossier, kans.waarde_jaar)} per jaar" if kans.waarde_jaar else None,
        kans.status,
        f"genoteerd op {taal.datum(kans.genoteerd_op)}" if kans.genoteerd_op else None,
    )
    uit = herkomst(dossier, kans)
    return Regel(
        (
            kans.tekst,
            labels.KANS_UITKOMST[kans.uitkomst] if kans.uitkomst else label,
            Bij(bij),
            Bij(stap),
            Bij(("uit:", uit)) if uit else None,
        )
    )


def _stap(dossier: Dossier, kans: Kans) -> str:
    if kansstand(dossier, kans) == GEEN_STAP:
        return namen.aan_zet(dossier, eigenaar_van(dossier.account, kans.eigenaar)) if kans.eigenaar else ""
    over = nabij(dossier, kans)
    dag = f"voor {taal.datum(kans.voor_datum)}{f', {over.woorden}' if over else ''}" if kans.voor_datum else ""
    wie = namen.aan_zet(dossier, eigenaar_van(dossier.account, kans.eigenaar))
    return f"Volgende stap: {taal.met_punten(kans.volgende_stap, wie, dag)}"


def _gekeken(een: GeenKans) -> Regel:
    return item(een.reden, None, f"bekeken op {taal.datum(een.op)}")


def _aandeel(dossier: Dossier) -> str:
    aandeel = dossier.account.ons_aandeel
    return "" if aandeel is None else f"Wij leveren {taal.procent(aandeel)} van wat deze klant in ons vak inkoopt."
