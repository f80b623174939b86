"""Berichten: active clients that got enough messages in twelve months."""

from collections.abc import Sequence

from macros.afleidingen.contact.berichten import bereikt, lezers
from macros.afleidingen.contract.datums import min_maanden
from macros.portefeuille.klantjaren import actief
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Maat, Retentiecijfer, Telling

LEEG = "Er is nog geen bericht vastgelegd. Zet wat je verstuurde in accounts/_gedeeld/berichten.yml."


def cijfer(portefeuille: Portefeuille, over: Sequence[int]) -> Retentiecijfer | None:
    """Count the clients; None for a team that keeps no messages."""
    inst = portefeuille.gedeeld.instellingen
    if not inst.onderdelen.berichten:
        return None
    return Retentiecijfer(
        id="berichten",
        titel="Berichten",
        formule=(
            f"klanten die minstens {inst.berichten_per_jaar} berichten kregen in twaalf maanden, "
            "gedeeld door klanten met een contract"
        ),
        maten=(Maat("", berichten(portefeuille, over)),),
        leeg="" if portefeuille.gedeeld.berichten.berichten else LEEG,
        nu=True,
    )


def berichten(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[Telling, ...]:
    """Clients that got at least `berichten_per_jaar` messages in twelve months, over active clients."""
    minstens, lijst = portefeuille.gedeeld.instellingen.berichten_per_jaar, portefeuille.gedeeld.berichten.berichten
    rijen = []
    for dossier, jaar, dag in actief(portefeuille, over):
        standen = list(dossier.contracten.values())
        sinds = min_maanden(dag, 12)
        aantal = sum(op > sinds for op in bereikt(lijst, dossier.account, dossier.segment.waarde, standen, dag))
        tekst = str(aantal) if lezers(dossier.account, dag) else f"{aantal}: niemand mag ze krijgen"
        rijen.append(Telling(dossier.id, jaar, float(aantal >= minstens), 1, tekst, anker="contact"))
    return tuple(rijen)
