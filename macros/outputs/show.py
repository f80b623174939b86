"""The JSON of `handboek show`: every derived value of one account, in the order of design §10.

A value that does not apply is null, a date is ISO, and names are those of domain 2.11.
"""

from datetime import date
from typing import Any

from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verklaring import Stap, Verklaard

CONTRACTWAARDEN = (
    "fase", "einddatum_actueel", "einddatum_voorlopig", "einddatum_maximaal", "start_retentiefase",
    "tussenevaluatie_op", "beslisdatum", "voorstel_uiterlijk", "opzegdeadline", "actiedatum_opzegging",
    "aankondigen_op", "optiedeadline", "uiterste_publicatie", "beslismoment",
)  # fmt: skip
"""What is shown of each contract, in this order."""
ACCOUNTWAARDEN = (
    "fase", "segment", "segment_berekend", "score", "beslismoment", "op_tijd_gestart", "canvas_stand",
    "canvas_volledigheid", "fresheyes_vervalt", "postmortem_vervalt", "bericht_volgende", "berichten_12m", "garantie",
    "juiste_klant_stand", "windstilte_sinds",
)  # fmt: skip
"""The single values of an account, in this order."""


def show(dossier: Dossier) -> dict[str, Any]:
    """Everything about one account, ready for `json.dumps`."""
    return {
        "id": dossier.id,
        "naam": dossier.account.naam,
        "peildatum": dossier.peildatum.isoformat(),
        **{naam: _plat(getattr(dossier, naam)) for naam in ACCOUNTWAARDEN},
        "klantbeeld": {
            "niveau": dossier.klantbeeld.niveau,
            "redenen": [{"soort": reden.soort, "tekst": reden.tekst} for reden in dossier.klantbeeld.redenen],
        },
        "huiswerk": [{"soort": punt.soort, "tekst": punt.tekst} for punt in dossier.huiswerk],
        "web_gaten": [{"soort": gat.soort, "wie": gat.wie, "tekst": gat.tekst} for gat in dossier.web_gaten],
        "gaten": [{"veld": gat.veld, "tekst": gat.tekst} for gat in dossier.gaten],
        "contact": [
            {
                "regel": stand.regel,
                "volgende": _plat(stand.volgende),
                "stand": stand.stand,
                "dagen_te_laat": stand.dagen_te_laat,
            }
            for stand in dossier.contact
        ],
        "kennismaking": {wie: _plat(verklaard) for wie, verklaard in dossier.kennismaking.items()},
        "laatst_gesproken": {wie: _plat(dag) for wie, dag in dossier.laatst_gesproken.items()},
        "contracten": {naam: _contract(stand) for naam, stand in dossier.contracten.items()},
    }


def stappen(dossier: Dossier) -> dict[str, tuple[Stap, ...]]:
    """The steps of every value that explains itself, by its path in `show`."""
    bronnen = {naam: getattr(dossier, naam) for naam in ACCOUNTWAARDEN}
    bronnen |= {f"contact.{stand.regel}": stand.volgende for stand in dossier.contact}
    bronnen |= {f"kennismaking.{wie}": verklaard for wie, verklaard in dossier.kennismaking.items()}
    for naam, stand in dossier.contracten.items():
        bronnen |= {f"contracten.{naam}.{waarde}": getattr(stand, waarde) for waarde in CONTRACTWAARDEN}
    return {pad: bron.stappen for pad, bron in bronnen.items() if isinstance(bron, Verklaard) and bron.stappen}


def uitleg(dossier: Dossier) -> dict[str, list[dict[str, str]]]:
    """The same steps, ready for `json.dumps`: what `--explain` adds under the key `uitleg`."""
    return {pad: [_stap(stap) for stap in reeks] for pad, reeks in stappen(dossier).items()}


def _stap(stap: Stap) -> dict[str, str]:
    velden = {"soort": stap.soort, "tekst": stap.tekst, "veld": stap.veld, "handboek": stap.handboek}
    return {naam: waarde for naam, waarde in velden.items() if waarde}


def _contract(stand: Contractstand) -> dict[str, Any]:
    return {naam: _plat(getattr(stand, naam)) for naam in CONTRACTWAARDEN}


def _plat(waarde: object) -> Any:  # noqa: ANN401  a value of any JSON type
    """A value without its explanation; a date as ISO text."""
    if isinstance(waarde, Verklaard):
        waarde = waarde.waarde
    return waarde.isoformat() if isinstance(waarde, date) else waarde
