"""Every odd case of the date rules and of daily work occurs at some client of the portfolio of the tests.

Views, prints and handbook pages are tried on these clients, so a case that disappears here is a case nobody sees.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from voorbeeldklanten import PEILDATUM

from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille

ZATERDAG = 5
HALF_JAAR = timedelta(days=183)

Geval = Callable[[Dossier], bool]


def contract(past: Callable[[Contractstand], Any]) -> Geval:
    """The case that some contract of the client is so."""
    return lambda d: any(past(stand) for stand in d.contracten.values())


def item(lijst: str, past: Callable[[Any], Any]) -> Geval:
    """The case that some item of this list of the account file is so."""
    return lambda d: any(past(deel) for deel in getattr(d.account, lijst))


def signaal(soort: str, *, opgevolgd: bool) -> Geval:
    """The case that the client gave such a signal, and that we did something with it or not."""
    return item(
        "contactmomenten",
        lambda moment: any(s.soort == soort and bool(s.opgevolgd_op) == opgevolgd for s in moment.signalen),
    )


def wij_beloofden(past: Callable[[Any], Any]) -> Geval:
    """The case that some promise of ours is so."""
    return item("toezeggingen", lambda t: t.van == "wij" and past(t))


def komt_nog(dag: date | None) -> bool:
    return dag is not None and dag > PEILDATUM


def fase(naam: str) -> Callable[[Contractstand], bool]:
    return lambda stand: stand.fase.waarde == naam


def over(lijst: str) -> Callable[[Dossier], Any]:
    return lambda d: getattr(d.account, lijst)


def maanden(stand: Contractstand) -> int:
    return stand.termijn_maanden or 999


CONTRACTGEVALLEN: dict[str, Geval] = {
    "shorter than 18 months": contract(lambda s: maanden(s) < 18),
    "shorter than two years": contract(lambda s: 18 <= maanden(s) < 24),
    "exactly two years": contract(lambda s: maanden(s) == 24),
    "open-ended": contract(lambda s: s.contract.soort == "onbepaalde_tijd" and not s.contract.opzegging),
    "notice on open-ended, last day computed": contract(
        lambda s: s.contract.soort == "onbepaalde_tijd" and s.contract.opzegging and not s.contract.opzegging.per_datum
    ),
    "five contracts": lambda d: len(d.contracten) == 5,
    "one canvas for two contracts": lambda d: any(len(c.canvas.contracten) == 2 for c in d.canvassen.values()),
    "successor already signed": lambda d: {"geregeld", "nog_niet_gestart"}
    == {stand.fase.waarde for stand in d.contracten.values()},
    "taken in during the phase, canvas made": lambda d: any(
        c.ingestapt and c.canvas for c in d.canvas_per_contract.values()
    ),
    "taken in during the phase, canvas missing": lambda d: any(
        c.ingestapt and c.stand == "ontbreekt" and c.op_tijd_gestart is False for c in d.canvas_per_contract.values()
    ),
    "option exercised early": contract(
        lambda s: (eind := s.contract.einddatum)
        and any(o.datum_gelicht and o.datum_gelicht < eind - HALF_JAAR for o in s.contract.opties)
    ),
    "open option": contract(lambda s: komt_nog(s.optiedeadline.waarde)),
    "option not exercised": contract(lambda s: any(o.status == "niet_gelicht" for o in s.contract.opties)),
    "project without outcome": contract(lambda s: s.contract.soort == "project" and fase("verlopen")(s)),
    "client came back": lambda d: {"beeindigd", "nog_niet_gestart"} == {s.fase.waarde for s in d.contracten.values()}
    and bool(d.account.postmortems),
    "prospect parked": lambda d: bool(d.account.kweekvijver) and not d.contracten and d.fase.waarde is None,
    "lost, name hidden": lambda d: d.account.anoniem and d.fase.waarde == "beeindigd" and bool(d.account.afsluiting),
    "quiet after the last contract": lambda d: d.windstilte_sinds.waarde is not None and bool(d.contact),
    "notice by us": contract(lambda s: s.contract.opzegging and s.contract.opzegging.door == "wij"),
    "notice by the client": contract(
        lambda s: s.contract.opzegging and s.contract.opzegging.door == "klant" and s.contract.opzegging.per_datum
    ),
    "ends on a leap day": contract(lambda s: s.einddatum_actueel.waarde == date(2028, 2, 29)),
    "notice deadline in a weekend": contract(
        lambda s: (dag := s.opzegdeadline.waarde) and komt_nog(dag) and dag.weekday() >= ZATERDAG
    ),
    "end moved by agreement": contract(lambda s: any(v.soort == "overeenkomst" for v in s.contract.verlengingen)),
    "tacit renewal not recorded yet": contract(lambda s: s.einddatum_voorlopig),
    "tacit renewal ahead": contract(lambda s: komt_nog(s.aankondigen_op.waarde)),
    "tacit renewal only once": contract(
        lambda s: s.contract.stilzwijgende_verlenging and not s.contract.stilzwijgende_verlenging.herhaalt
    ),
    "continued without agreement": contract(lambda s: s.contract.voortgezet_zonder_afspraak and fase("onbepaald")(s)),
    "notice in calendar months": contract(
        lambda s: s.contract.opzegtermijn and s.contract.opzegtermijn.eenheid == "kalendermaanden"
    ),
    "notice in weeks": contract(lambda s: s.contract.opzegtermijn and s.contract.opzegtermijn.eenheid == "weken"),
    "notice day named by the contract": contract(
        lambda s: s.contract.opzegdatum_uiterlijk and s.opzegdeadline.waarde == s.contract.opzegdatum_uiterlijk
    ),
    "counted back from the longest end": contract(lambda s: s.contract.retentie_tegen == "maximaal"),
    "start chosen by hand": contract(
        lambda s: s.contract.start_retentiefase_handmatig and s.contract.start_retentiefase_reden
    ),
    "framework agreement": contract(lambda s: s.contract.soort == "raamovereenkomst"),
    "public, options and a tender": lambda d: d.account.sector == "publiek"
    and contract(lambda s: s.optiedeadline.waarde and s.uiterste_publicatie.waarde and s.contract.aanbesteding)(d),
    "indexation": contract(lambda s: s.contract.indexering),
    "light form for a C client": lambda d: d.segment.waarde == "C"
    and bool(d.account.c_besluit)
    and contract(lambda s: fase("retentie")(s) and s.contract.verlengbesluit)(d),
    "proposal sent": contract(lambda s: fase("retentie")(s) and s.contract.voorstel),
}  # fmt: skip

KLANTGEVALLEN: dict[str, Geval] = {
    "segment chosen against the score": lambda d: d.segment_berekend not in (None, d.segment.waarde),
    "postponed homework": lambda d: bool(d.uitgesteld),
    "introduction still to come": lambda d: any(PEILDATUM <= v.waarde for v in d.kennismaking.values()),
    "introduction late": lambda d: any(v.waarde < PEILDATUM for v in d.kennismaking.values()),
    "removed contact person": item("contactmomenten", lambda m: "oud-contact" in m.met),
    "deputy did the visit": lambda d: (
        d.account.driehoek.accountmanager == "bram-oudkerk"
        and item("contactmomenten", lambda m: m.wie == "yasmina-el-hadri")(d)
        and any(c.regel == "am-tactisch" and c.laatste == date(2026, 3, 10) for c in d.contact)
    ),
    "guarantee broken": lambda d: d.garantie.waarde == "geschonden",
    "guarantee being repaired": lambda d: d.garantie.waarde == "herstel",
    "second mark after repair": item("evaluaties", lambda e: e.herstelplan and e.herstelplan.hercijfer),
    "warning sign seen": item("signalen", lambda s: s.les and not s.gedaan_op),
    "warning sign handled": item("signalen", lambda s: s.gedaan_op),
    "complaint open": signaal("klacht", opgevolgd=False),
    "silent complaint handled": signaal("stille_klacht", opgevolgd=True),
    "buying signal without chance": signaal("koopsignaal", opgevolgd=False),
    "buying signal became a chance": signaal("koopsignaal", opgevolgd=True),
    "assumption open": item("aannames", lambda a: a.stand == "open"),
    "promise of ours, not due yet": wij_beloofden(lambda t: t.stand == "open" and t.voor_datum >= PEILDATUM),
    "promise of ours, late": wij_beloofden(lambda t: t.stand == "open" and t.voor_datum < PEILDATUM),
    "promise of ours, broken": wij_beloofden(lambda t: t.stand == "gebroken"),
    "promise of ours, kept": wij_beloofden(lambda t: t.stand == "nagekomen"),
    "promise of the client, late": item(
        "toezeggingen", lambda t: t.van == "klant" and t.stand == "open" and t.voor_datum < PEILDATUM
    ),
    "expectation only supposed": item("verwachtingen", lambda v: v.soort == "vermoed"),
    "expectation not met": item("verwachtingen", lambda v: v.stand == "niet_gehaald"),
    "fresh look planned": item("fresheyes", lambda f: komt_nog(f.gepland_op)),
    "fresh look by a bureau": item("fresheyes", lambda f: f.uitgevoerd_op and f.extern),
    "fresh look by a colleague": item("fresheyes", lambda f: f.uitgevoerd_op and f.extern is False),
    "taken over from another supplier": lambda d: bool(d.account.opstart and d.account.opstart.vorige_leverancier),
    "look back held, with lessons": item("postmortems", lambda p: p.uitgevoerd_op and p.lessen),
    "look back planned": item("postmortems", lambda p: p.gepland_op and not p.uitgevoerd_op),
    "handed over": lambda d: bool(d.account.vorige_accountmanager and d.account.overgedragen_op),
    "project with evaluation": item("projecten", lambda p: p.evaluatie),
    "project without evaluation": item("projecten", lambda p: p.oplevering < PEILDATUM and not p.evaluatie),
    "planned visit": item("contactmomenten", lambda m: m.datum > PEILDATUM),
    "own contact rule": lambda d: any(c.regel == "pm-werkvloer" for c in d.contact),
    "default rule switched off": item("contactregels", lambda r: r.vervalt),
    "meeting at the client": lambda d: d.account.bespreking is not None,
    "bases of this year": lambda d: 2026 in d.account.honken,
    "back to base one": lambda d: any(h.terug_naar_1 for jaar in d.account.honken.values() for h in jaar.values()),
    "person left": item("contactpersonen", lambda p: p.vertrokken_op),
    "message late": lambda d: any(h.soort == "bericht_te_laat" for h in d.huiswerk),
    "contact late": lambda d: any(c.stand == "te_laat" for c in d.contact),
    "contact due this week": lambda d: any(c.stand == "deze_week" for c in d.contact),
    "contact due this month": lambda d: any(c.stand == "deze_maand" for c in d.contact),
    "no contract manager": lambda d: d.account.driehoek.contractmanager is None,
    "canvas stale": lambda d: d.canvas_stand == "verouderd",
    "canvas missing": lambda d: d.canvas_stand == "ontbreekt",
    "canvas under way": lambda d: d.canvas_stand == "bezig" and (d.canvas_volledigheid or 0) > 0,
    "canvas complete": lambda d: d.canvas_stand == "volledig",
    "canvas empty": lambda d: any(c.volledigheid == 0 for c in d.canvassen.values()),
    "canvas of an earlier period": lambda d: any(not c.huidig for c in d.canvassen.values()),
    **{f"has {lijst}": over(lijst) for lijst in ("problemen", "innovaties", "trainingen", "wijzigingen", "kansen")},
}
GEVALLEN = CONTRACTGEVALLEN | KLANTGEVALLEN


@pytest.mark.parametrize("geval", GEVALLEN)
def test_every_odd_case_occurs(geval: str, voorbeeld: Portefeuille) -> None:
    """At least one client shows this case."""
    assert [d.id for d in voorbeeld.dossiers.values() if GEVALLEN[geval](d)]
