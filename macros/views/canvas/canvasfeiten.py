"""What the site itself knows for a box of the Retentiecanvas: one line of facts, counted or quoted (domain 4.3)."""

from collections.abc import Callable, Sequence
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import open_aannames
from macros.model.canvas import Canvas, Goedkeuring
from macros.views.delen import namen
from macros.woorden import labels, taal


def _feiten_waardepropositie(dossier: Dossier, canvas: Canvas | None, _: Sequence[str]) -> str:
    """Count the checked indicators, and say which colour they propose (domain 4.2)."""
    vak = canvas.vakken.get("waardepropositie") if canvas else None
    aantal, totaal = len(vak.indicatoren) if vak else 0, len(dossier.gedeeld.canvas.indicatoren)
    instellingen = dossier.gedeeld.instellingen
    if aantal >= instellingen.indicatoren_rood:
        voorstel = "risico"
    else:
        voorstel = "let op" if aantal >= instellingen.indicatoren_oranje else "op orde"
    return f"{aantal} van {totaal} signalen aangevinkt" + (f", voorstel: {voorstel}" if vak else "")


def _feiten_verwachtingen(dossier: Dossier, _: Canvas | None, __: Sequence[str]) -> str:
    lopend = [v for v in dossier.account.verwachtingen if v.stand != "vervallen"]
    toetsen = len(open_aannames(dossier.account))
    aannames = f"; {taal.aantal(toetsen, 'aanname', 'aannames')} te toetsen" if toetsen else ""
    if not lopend:
        return f"Nog geen verwachtingen vastgelegd{aannames}"
    per_termijn = [f"{sum(v.termijn == t for v in lopend)} {t}" for t in labels.VERWACHTING_TERMIJN]
    gehaald = sum(v.stand == "gehaald" for v in lopend)
    return f"{', '.join(per_termijn)}; {gehaald} van {len(lopend)} gehaald{aannames}"


def _feiten_relaties(dossier: Dossier, _: Canvas | None, __: Sequence[str]) -> str:
    nu = [p for p in dossier.account.contactpersonen if not p.vertrokken_op or p.vertrokken_op > dossier.peildatum]
    beslissers = sum(p.rol_bvt == "beslisser" for p in nu)
    meepraters = sum(p.rol_bvt == "beinvloeder" for p in nu)
    gaten = len(dossier.web_gaten)
    return "; ".join(
        (
            taal.aantal(beslissers, "beslisser", "beslissers")
            + f", {taal.aantal(meepraters, 'beïnvloeder', 'beïnvloeders')}",
            taal.aantal(gaten, "gat", "gaten") + " in ons web" if gaten else "web op orde",
        )
    )


def _feiten_prestatie(dossier: Dossier, _: Canvas | None, __: Sequence[str]) -> str:
    cijfer = dossier.cijfer_laatste
    gehouden = [r for r in dossier.account.fresheyes if r.uitgevoerd_op and r.uitgevoerd_op <= dossier.peildatum]
    delen = []
    if cijfer:
        cijfers = " en ".join(taal.getal(c) for c in (cijfer.resultaat, cijfer.samenwerking) if c is not None)
        delen.append(f"Cijfers {cijfers} ({taal.datum_compact(cijfer.datum)})")
    if gehouden:
        blik = max(gehouden, key=lambda review: review.uitgevoerd_op or date.min)
        scores = [pijler.score for pijler in (blik.verwachtingen, blik.relaties, blik.expertise) if pijler]
        delen.append("frisse blik " + ", ".join(str(score) for score in scores if score is not None))
    return "; ".join(delen) or "Nog geen cijfer en nog geen frisse blik"


def _feiten_concurrentie(dossier: Dossier, _: Canvas | None, __: Sequence[str]) -> str:
    anderen = [f"{c.naam}{f' ({c.sterkte})' if c.sterkte else ''}" for c in dossier.account.concurrenten[:3]]
    meer = len(dossier.account.concurrenten) - len(anderen)
    return (
        (f"Bekend: {', '.join(anderen)}" + (f" en nog {meer}" if meer else "")) if anderen else "Geen concurrent bekend"
    )


def _feiten_contract(dossier: Dossier, _: Canvas | None, contracten: Sequence[str]) -> str:
    """End, notice, tacit renewal, options and margin of the contract that is decided first."""
    delen = []
    for stand in (dossier.contracten[naam] for naam in contracten[:1]):
        if stand.einddatum_actueel.waarde:
            delen.append(f"einde {taal.datum_compact(stand.einddatum_actueel.waarde)}")
        if stand.opzegdeadline.waarde:
            delen.append(f"opzeggen t/m {taal.datum_compact(stand.opzegdeadline.waarde)}")
        if stand.contract.stilzwijgende_verlenging:
            delen.append(f"stilzwijgend {stand.contract.stilzwijgende_verlenging.maanden} mnd")
        if opties := sum(optie.status == "open" for optie in stand.contract.opties):
            delen.append(taal.aantal(opties, "optie", "opties"))
    if marges := dossier.account.marge_procent:
        delen.append(f"marge {taal.procent(marges[max(marges)])} ({max(marges)})")
    return ", ".join(delen)


def _feiten_team(dossier: Dossier, canvas: Canvas | None, _: Sequence[str]) -> str:
    """Who was asked to approve what, and what they said."""
    return "; ".join(_goedkeuring(dossier, vraag) for vraag in (canvas.goedkeuring if canvas else ()))


def _goedkeuring(dossier: Dossier, vraag: Goedkeuring) -> str:
    stand = labels.woord(labels.GOEDKEURING_STAND, vraag.stand).tekst.lower()
    waarover = f" ({vraag.waarover})" if vraag.waarover else ""
    return f"{namen.collega(dossier, vraag.wie) or 'nog niemand'}: {stand}{waarover}"


FEITEN: dict[str, Callable[[Dossier, Canvas | None, Sequence[str]], str]] = {
    "waardepropositie": _feiten_waardepropositie,
    "verwachtingen": _feiten_verwachtingen,
    "relaties": _feiten_relaties,
    "prestatie": _feiten_prestatie,
    "concurrentie": _feiten_concurrentie,
    "contract": _feiten_contract,
    "team": _feiten_team,
}
"""Which boxes the site fills in a line of: by the id of the box."""
