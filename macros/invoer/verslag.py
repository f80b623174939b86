"""What an import says: what it assumed, what it skipped or doubted and why, and a sum that must hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from macros.invoer.plannen import Plan
from macros.invoer.rijen import Gelezen, Opmerking


def verslag(kop: str, doel: Path, gelezen: Gelezen, plan: Plan) -> list[str]:
    """Return the report as Dutch lines; `kop` names the register and its file."""
    regels = [kop]
    regels += [f"  {aanname}" for aanname in gelezen.aannames]
    regels.append(f"Rijen in het bestand: {gelezen.buiten + gelezen.gelezen}, buiten de filters: {gelezen.buiten}")
    overgeslagen = sorted(gelezen.overgeslagen + plan.overgeslagen)
    if not plan.weigeringen:
        regels += _lijst("Overgeslagen", _rijen(overgeslagen))
        regels += _lijst("Twijfel: kijk dit zelf na", _rijen(sorted({*gelezen.twijfel, *plan.twijfel})))
        regels += _lijst("Gewijzigd", plan.wijzigingen)
        regels += _lijst("Niet meer in het register; het bestand is niet veranderd", plan.verdwenen)
    else:
        regels += _lijst("Er is niets geschreven", plan.weigeringen)
    geschreven = plan.nieuwe_contracten + plan.bijgewerkt
    regels.append(f"Accounts: {plan.nieuwe_accounts} nieuw, {_bestaand(plan)} bijgewerkt, in {doel}")
    regels.append(_som(gelezen.gelezen, geschreven, plan.gelijk if plan.bijwerken else None, len(overgeslagen)))
    return regels


def _bestaand(plan: Plan) -> int:
    """Count the existing account files that change."""
    nieuw = plan.nieuwe_accounts + sum(pad.parent.name == "_gedeeld" for pad in plan.bestanden)
    return len(plan.bestanden) - nieuw


def _som(gelezen: int, geschreven: int, gelijk: int | None, overgeslagen: int) -> str:
    """Return the sum in words; raises `AssertionError` when rows got lost, for then the import itself is wrong."""
    if gelezen != geschreven + (gelijk or 0) + overgeslagen:
        raise AssertionError(f"{gelezen} rijen gelezen, maar {geschreven} + {gelijk} + {overgeslagen} verantwoord")
    al_gelijk = "" if gelijk is None else f" + al gelijk {gelijk}"
    return f"Gelezen {gelezen} = geschreven {geschreven}{al_gelijk} + overgeslagen {overgeslagen}"


def _rijen(opmerkingen: list[Opmerking]) -> Iterator[str]:
    return (f"rij {een.rij}: {een.tekst}" for een in opmerkingen)


def _lijst(kop: str, regels: Iterator[str] | list[str]) -> list[str]:
    """Return a heading with a count and its lines; nothing when there are none."""
    alle = [f"  {regel}" for regel in regels]
    return [f"{kop} ({len(alle)}):", *alle] if alle else []
