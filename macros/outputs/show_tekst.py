"""The plain text of `handboek show`: the same values as the JSON, to read in a terminal, with their steps if asked."""

from collections.abc import Iterator, Mapping, Sequence

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verklaring import Stap, Verklaard, regels
from macros.outputs.show import ACCOUNTWAARDEN, CONTRACTWAARDEN
from macros.woorden import taal

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
    yield from _lijst(f"klantbeeld: {dossier.klantbeeld.niveau}", [reden.tekst for reden in dossier.klantbeeld.redenen])
    yield from _lijst("huiswerk", [punt.tekst for punt in dossier.huiswerk])
    wacht = [f"{punt.tekst} (tot en met {taal.datum(punt.tot)}: {punt.reden})" for punt in dossier.uitgesteld]
    yield from _lijst("uitgesteld", wacht)
    yield from _lijst("web_gaten", [gat.tekst for gat in dossier.web_gaten])
    yield from _lijst("gaten", [f"{gat.veld}: {gat.tekst}" for gat in dossier.gaten])
    yield from _contact(dossier, explain=explain)
    yield from _waarden("kennismaking", dossier.kennismaking, explain=explain)
    yield from _waarden("laatst_gesproken", dossier.laatst_gesproken, explain=explain)
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
