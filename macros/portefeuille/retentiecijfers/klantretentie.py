"""Klantretentie: of the clients at the start of each year, how many stayed."""

from collections.abc import Sequence

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.besluiten import besluiten
from macros.portefeuille.klantjaren import Klantjaar, klantjaren
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Maat, Retentiecijfer, Telling
from macros.woorden import taal

LEEG = "Er is nog geen klant die aan het begin van een van deze jaren al klant was."


def cijfer(portefeuille: Portefeuille, over: Sequence[int]) -> Retentiecijfer:
    """Count who stayed, and the other side of it: who left."""
    tellingen = klantretentie(portefeuille, over)
    noot = _verlopen_noot(portefeuille)
    leeg = "" if any(telling.noemer for telling in tellingen) else LEEG
    if not leeg and noot and not any(besluit.is_beslist for besluit in besluiten(portefeuille)):
        # While no end was ever recorded every client seems to stay: that is no fact.
        leeg = f"Dit is nog niet te zeggen. {noot}"
    return Retentiecijfer(
        id="klantretentie",
        titel="Klantretentie",
        formule="klanten van het begin van het jaar die bleven, gedeeld door alle klanten van het begin",
        maten=(Maat("", tellingen), Maat("verloop", tuple(map(_verloop, tellingen)), alleen_samen=True)),
        leeg=leeg,
        noot=noot,
    )


def klantretentie(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[Telling, ...]:
    """Of the clients at the start of each year: how many stayed. Who came in that year is shown, and not counted."""
    return tuple(
        _telling(dossier, stand) for dossier in portefeuille.dossiers.values() for stand in klantjaren(dossier, over)
    )


def _telling(dossier: Dossier, stand: Klantjaar) -> Telling:
    gebleven = stand.begin and stand.weg_op is None
    return Telling(dossier.id, stand.jaar, float(gebleven), float(stand.begin), _woorden(stand), anker="contracten")


def _woorden(stand: Klantjaar) -> str:
    woord = "nieuw" if stand.nieuw else "teruggekomen" if stand.terug else "gebleven"
    if stand.weg_op is None:
        return woord
    weg = f"vertrokken per {taal.datum_compact(stand.weg_op)}"
    return weg if stand.begin else f"{woord}, {weg}"


def _verloop(telling: Telling) -> Telling:
    return Telling(telling.id, telling.jaar, telling.noemer - telling.teller, telling.noemer, telling.tekst)


def _verlopen_noot(portefeuille: Portefeuille) -> str:
    verlopen = sum(dossier.fase.waarde == "verlopen" for dossier in portefeuille.dossiers.values())
    if not verlopen:
        return ""
    wie = taal.aantal(verlopen, "klant heeft", "klanten hebben")
    telt = "Die telt" if verlopen == 1 else "Die tellen"
    return f"{wie} een contract waarvan de einddatum voorbij is zonder uitkomst. {telt} nog mee als klant."
