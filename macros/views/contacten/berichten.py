"""Messages to all clients: who heard too little, and what went out or is planned."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contract.datums import min_maanden, stand
from macros.afleidingen.dossier import Dossier
from macros.model.gedeeld import Bericht
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import berichten
from macros.views.delen.lijsten import Lijst, Regel, bij, lijst
from macros.views.delen.wanneer import wanneer
from macros.woorden import labels, taal


@dataclass(frozen=True, slots=True)
class Berichtrij:
    """What one client heard from us."""

    account: str
    klant: str
    accountmanager: str
    """Id of the account manager."""
    segment: str
    """A, B, C or `geen`."""
    aantal: int
    """Messages in the last twelve months."""
    genoeg: bool
    nieuwsbrief: str
    """How many people there may get a message, by ground."""
    volgende: date
    """Day the next one is due."""
    stand: str
    """`te_laat`, `deze_week`, `deze_maand` or `op_tijd`."""
    wanneer: str
    """How near that is."""


def rijen(dossiers: Iterable[Dossier], portefeuille: Portefeuille) -> Iterator[Berichtrij]:
    """Yield the clients that should hear from us; none when the team keeps no messages."""
    instellingen, peildatum = portefeuille.gedeeld.instellingen, portefeuille.peildatum
    for dossier in dossiers:
        volgende = dossier.bericht_volgende.waarde
        if volgende is not None and dossier.berichten_12m is not None:
            yield Berichtrij(
                account=dossier.id,
                klant=dossier.naam,
                accountmanager=dossier.account.driehoek.accountmanager,
                segment=dossier.segment.waarde or "geen",
                aantal=dossier.berichten_12m,
                genoeg=dossier.berichten_12m >= instellingen.berichten_per_jaar,
                nieuwsbrief=berichten.nieuwsbrief(dossier, lambda mensen: taal.getal(len(mensen))),
                volgende=volgende,
                stand=stand(volgende, peildatum, instellingen),
                wanneer=wanneer(volgende, peildatum),
            )


def verstuurd(portefeuille: Portefeuille) -> Lijst:
    """List the messages of the last twelve months with what is planned on top; older ones are folded."""
    sinds = min_maanden(portefeuille.peildatum, 12)
    alle = sorted(portefeuille.gedeeld.berichten.berichten, key=lambda bericht: bericht.datum, reverse=True)
    return lijst(
        "Wat we stuurden",
        [(bericht.datum > sinds, _bericht(portefeuille, bericht)) for bericht in alle],
        "Nog geen bericht vastgelegd. Zet wat je verstuurde in berichten.yml.",
        "langer dan een jaar geleden",
    )


def _bericht(portefeuille: Portefeuille, bericht: Bericht) -> Regel:
    """Word one message: when, what kind, to whom, and who was called about it."""
    nagebeld = berichten.nagebeld(bericht, ((d.id, d.naam) for d in portefeuille.dossiers.values()))
    return Regel(
        tekst=berichten.onderwerp(bericht),
        label=labels.GEPLAND if bericht.datum > portefeuille.peildatum else None,
        bij=bij(
            taal.datum(bericht.datum),
            bericht.soort if bericht.onderwerp else None,
            f"aan {_aan(portefeuille, bericht)}",
            f"nagebeld: {nagebeld}" if nagebeld else None,
        ),
    )


def _aan(portefeuille: Portefeuille, bericht: Bericht) -> str:
    """Say who gets a message: "gebruikers van A-klanten"."""
    if bericht.aan == "alle":
        wie = "alle klanten"
    else:
        klanten = [portefeuille.dossiers[wie].naam for wie in bericht.aan.accounts]
        wie = taal.opsomming([*(f"{segment}-klanten" for segment in bericht.aan.segmenten), *klanten]) or "niemand"
    return f"{bericht.gericht_aan} van {wie}" if bericht.gericht_aan else wie
