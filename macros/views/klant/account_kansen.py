"""Where the client wants to go, what we could do together, and who else is at the door."""

from macros.afleidingen.dossier import Dossier
from macros.views.delen import namen
from macros.views.delen.lijsten import Lijsten, Regel, bij, lijst
from macros.woorden import labels, taal


def account_kansen(dossier: Dossier) -> Lijsten:
    """List the client's own goals, our chances with the most valuable first, and the competitors by strength."""
    account = dossier.account
    kansen = sorted(account.kansen, key=lambda kans: -(kans.waarde_jaar or 0))
    anderen = sorted(account.concurrenten, key=lambda ander: -(ander.sterkte or 0))
    return Lijsten(
        (
            lijst(
                "Doelen van de klant",
                [(True, Regel(doel)) for doel in account.doelen_klant],
                "Nog niet bekend wat de klant zelf wil bereiken.",
                "",
            ),
            lijst(
                "Kansen",
                [
                    (
                        True,
                        Regel(
                            kans.tekst,
                            bij=bij(
                                labels.KANS_SOORT[kans.soort].tekst if kans.soort else None,
                                f"{namen.bedrag(dossier, kans.waarde_jaar)} per jaar" if kans.waarde_jaar else None,
                                kans.status,
                                f"uit: {kans.bron}" if kans.bron else None,
                            ),
                        ),
                    )
                    for kans in kansen
                ],
                "Nog geen kansen genoteerd.",
                "",
            ),
            lijst(
                "Concurrenten",
                [
                    (
                        True,
                        Regel(
                            ander.naam, bij=bij(ander.wat, f"sterkte {ander.sterkte} van 5" if ander.sterkte else None)
                        ),
                    )
                    for ander in anderen
                ],
                "Geen concurrent bekend.",
                "",
                noot=_aandeel(dossier),
            ),
        )
    )


def _aandeel(dossier: Dossier) -> str:
    aandeel = dossier.account.ons_aandeel
    return "" if aandeel is None else f"Wij leveren {taal.procent(aandeel)} van wat deze klant in ons vak inkoopt."
