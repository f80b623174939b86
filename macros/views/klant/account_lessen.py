"""Lijkt op een eerdere les: what was recorded at one client that we have seen go wrong before, and what we did."""

from macros.afleidingen.contract.datums import gehouden
from macros.afleidingen.dossier import Dossier
from macros.model.afspraken import Lessignaal
from macros.views.delen.blad import Blad, Leeg, Opsomming, Vouw
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import Bij, Link
from macros.views.lessen.lessen import gezien, les_adres, lijkt_op
from macros.views.render import Inhoud
from macros.woorden import taal


@klantmacro
def account_lessen(dossier: Dossier) -> Blad:
    """Show the lessons that find this client, and the signs that were dealt with, the latest first."""
    gelijk = tuple(gezien(gelijk, les_adres(dossier, gelijk.les.id)) for gelijk in lijkt_op(dossier))
    gedaan = [signaal for signaal in dossier.account.signalen if gehouden(signaal.gedaan_op, dossier.peildatum)]
    gedaan.sort(key=lambda signaal: signaal.datum, reverse=True)
    afgehandeld = Opsomming(tuple(_gedaan(dossier, signaal) for signaal in gedaan))
    return Blad(
        "",
        (
            Opsomming(gelijk) if gelijk else Leeg(("Niets genoteerd dat op een", Link("les", "lessen/"), "lijkt.")),
            Vouw(f"{len(gedaan)} eerder gezien en afgehandeld", afgehandeld) if gedaan else None,
        ),
    )


def _gedaan(dossier: Dossier, signaal: Lessignaal) -> Inhoud:
    """What was seen, what we did and what came of it."""
    titels = {les.id: les.titel for les in dossier.gedeeld.lessen.lessen}
    bij = taal.met_punten(
        f"gezien op {taal.datum(signaal.datum)}",
        f"les: {titels[signaal.les]}" if signaal.signaal and signaal.les in titels else "",
        f"stap: {signaal.actiestap}" if signaal.actiestap else "",
        f"gedaan op {taal.datum(signaal.gedaan_op)}" if signaal.gedaan_op else "",
        f"uitkomst: {signaal.uitkomst}" if signaal.uitkomst else "",
    )
    return signaal.signaal or titels.get(signaal.les or "", "Waarschuwingssignaal"), Bij(bij)
