"""`handboek show`: every derived value of one account, as JSON in the order of design §10 and as text for a person.

A value that does not apply is null, a date is ISO, and names are those of domain 2.11.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verklaring import Stap, Verklaard, alle_bevestigde, regels
from macros.woorden import taal


def _namen(tekst: str) -> tuple[str, ...]:
    return tuple(tekst.split())


CONTRACTWAARDEN = _namen("""
    fase einddatum_actueel einddatum_voorlopig einddatum_maximaal start_retentiefase tussenevaluatie_op beslisdatum
    voorstel_uiterlijk opzegdeadline actiedatum_opzegging aankondigen_op optiedeadline uiterste_publicatie beslismoment
""")
"""What is shown of each contract, in this order."""
ACCOUNTWAARDEN = _namen("""
    fase deels_opgezegd segment segment_berekend score beslismoment op_tijd_gestart canvas_stand canvas_volledigheid
    fresheyes_vervalt postmortem_vervalt bericht_volgende berichten_12m garantie juiste_klant_stand windstilte_sinds
""")
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
    bronnen |= {f"laatst_gesproken.{wie}": verklaard for wie, verklaard in dossier.laatst_gesproken.items()}
    bronnen |= {f"bevestigd.{pad}": dag for pad, dag in alle_bevestigde(dossier.account).items()}
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


def _plat(waarde: object) -> Any:
    """A value without its explanation; a date as ISO text."""
    if isinstance(waarde, Verklaard):
        waarde = waarde.waarde
    return waarde.isoformat() if isinstance(waarde, date) else waarde


# --- as text ---

BREEDTE = 22
"""Width of the column with names."""


def show_tekst(dossier: Dossier, *, explain: bool) -> str:
    """Everything about one account as Dutch text, one value a line; with `explain` its steps below it."""
    return "\n".join(_regels(dossier, explain=explain)) + "\n"


def _regels(dossier: Dossier, *, explain: bool) -> Iterator[str]:
    yield f"{dossier.account.naam} ({dossier.id}), stand op {taal.datum(dossier.peildatum)}"
    yield ""
    for naam in ACCOUNTWAARDEN:
        yield from _waarde(naam, getattr(dossier, naam), explain=explain)
    redenen = [f"{een.tekst} ({een.herkomst})" if een.herkomst else een.tekst for een in dossier.klantbeeld.redenen]
    yield from _lijst(f"klantbeeld: {dossier.klantbeeld.niveau}", redenen)
    yield from _lijst("huiswerk", [punt.tekst for punt in dossier.huiswerk])
    wacht = [f"{punt.tekst} ({punt.uitstel.woorden})" for punt in dossier.uitgesteld]
    yield from _lijst("uitgesteld", wacht)
    yield from _lijst("web_gaten", [gat.tekst for gat in dossier.web_gaten])
    yield from _lijst("gaten", [f"{gat.veld}: {gat.tekst}" for gat in dossier.gaten])
    yield from _contact(dossier, explain=explain)
    yield from _waarden("kennismaking", dossier.kennismaking, explain=explain)
    yield from _waarden("laatst_gesproken", dossier.laatst_gesproken, explain=explain)
    if dagen := alle_bevestigde(dossier.account):
        yield from _waarden("bevestigd", dagen, explain=explain)
    for naam, stand in dossier.contracten.items():
        waarden = {waarde: getattr(stand, waarde) for waarde in CONTRACTWAARDEN}
        yield from _waarden(f"contract {naam}: {stand.contract.titel}", waarden, explain=explain)


def _contact(dossier: Dossier, *, explain: bool) -> Iterator[str]:
    yield from _kop("contact", leeg=not dossier.contact)
    for stand in dossier.contact:
        te_laat = f", {taal.aantal(stand.dagen_te_laat, 'dag', 'dagen')}" if stand.dagen_te_laat else ""
        yield f"  {stand.regel:<{BREEDTE}}  {taal.datum(stand.volgende.waarde)} ({_tekst(stand.stand)}{te_laat})"
        yield from _stappen(stand.volgende.stappen, explain=explain)


def _kop(tekst: str, *, leeg: bool) -> Iterator[str]:
    """A heading; one with nothing below it says so."""
    yield ""
    yield tekst
    if leeg:
        yield "  geen"


def _lijst(kop: str, teksten: Sequence[str]) -> Iterator[str]:
    yield from _kop(kop, leeg=not teksten)
    for tekst in teksten:
        yield f"  - {tekst}"


def _waarden(kop: str, waarden: Mapping[str, object], *, explain: bool) -> Iterator[str]:
    yield from _kop(kop, leeg=not waarden)
    for naam, waarde in waarden.items():
        yield from _waarde(naam, waarde, explain=explain)


def _waarde(naam: str, waarde: object, *, explain: bool) -> Iterator[str]:
    kaal = waarde.waarde if isinstance(waarde, Verklaard) else waarde
    yield f"  {naam:<{BREEDTE}}  {_tekst(kaal)}"
    if isinstance(waarde, Verklaard):
        yield from _stappen(waarde.stappen, explain=explain)


def _stappen(stappen: Sequence[Stap], *, explain: bool) -> Iterator[str]:
    if explain:
        for regel in regels(stappen):
            yield f"      {regel}"


def _tekst(waarde: object) -> str:
    """A value in words: `te_laat` as "te laat", nothing as a dash."""
    return taal.tekst(waarde).replace("_", " ") if waarde is not None else "-"
