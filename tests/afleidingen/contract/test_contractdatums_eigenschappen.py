"""What holds for every contract and every day of 2000-2100, whatever the dates."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from macros.afleidingen.contract.agenda import agenda
from macros.afleidingen.contract.datums import (
    DAG,
    JaarOnbekend,
    maanden_tussen,
    plus_maanden,
    termijn_terug,
    werkdagen_eerder,
)
from macros.afleidingen.contract.fasen import VOLGORDE, accountfase
from macros.afleidingen.contract.looptijd import huidige_periode
from macros.afleidingen.contract.momenten import Contractstand, contractstand
from macros.afleidingen.verklaring import Verklaard
from macros.model.account import Account, Driehoek
from macros.model.contract import (
    Contract,
    Optie,
    Opzegging,
    SoortContract,
    StilzwijgendeVerlenging,
    Termijn,
    Uitkomst,
    Verlenging,
)
from macros.model.instellingen import Instellingen, VrijeDagen

INSTELLINGEN = Instellingen()
EERSTE, LAATSTE = date(2000, 1, 1), date(2100, 12, 31)

dagen = st.dates(EERSTE, LAATSTE)
maanden = st.integers(1, 60)
termijnen = st.builds(
    Termijn, aantal=st.integers(1, 24), eenheid=st.sampled_from(["dagen", "weken", "maanden", "kalendermaanden"])
)
opties = st.builds(
    Optie, maanden=maanden, uiterlijk=st.none() | termijnen, status=st.sampled_from(["open", "niet_gelicht"])
) | st.builds(Optie, maanden=maanden, status=st.just("gelicht"), datum_gelicht=dagen)
opzeggingen = st.builds(Opzegging, ontvangen_op=dagen, door=st.just("klant"), per_datum=st.none() | dagen)
uitkomsten = st.lists(st.builds(Uitkomst, datum=dagen, resultaat=st.just("verlengd")), max_size=2)
clausules = st.builds(StilzwijgendeVerlenging, maanden=maanden, herhaalt=st.booleans())


@st.composite
def contracten(draw: st.DrawFn) -> Contract:
    """Draw a contract as the loader would let it through: each end lies after the start of its period."""
    soorten: list[SoortContract] = ["bepaalde_tijd", "raamovereenkomst", "project", "onbepaalde_tijd"]
    soort = draw(st.sampled_from(soorten))
    start = draw(dagen)
    eind = None if soort == "onbepaalde_tijd" else draw(st.dates(start, LAATSTE))
    verlenging = st.builds(
        Verlenging,
        datum=dagen,
        nieuwe_einddatum=st.dates(eind or start, LAATSTE),
        soort=st.sampled_from(["stilzwijgend", "overeenkomst"]),
    )
    return Contract(
        id="beheer",
        titel="Beheer",
        soort=soort,
        startdatum=start,
        einddatum=eind,
        opzegtermijn=draw(st.none() | termijnen),
        opzegdatum_uiterlijk=draw(st.none() | dagen),
        stilzwijgende_verlenging=draw(st.none() | clausules),
        opties=draw(st.lists(opties, max_size=3)) if eind else [],
        verlengingen=draw(st.lists(verlenging, max_size=1)) if eind else [],
        retentie_tegen=draw(st.sampled_from(["actueel", "maximaal"])),
        voortgezet_zonder_afspraak=draw(st.booleans()),
        start_retentiefase_handmatig=draw(st.none() | dagen),
        opzegging=draw(st.none() | opzeggingen),
        uitkomsten=draw(uitkomsten),
    )


def account(contract: Contract) -> Account:
    driehoek = Driehoek(accountmanager="anouk-de-wit")
    return Account(id="acme", naam="Acme & Zonen", driehoek=driehoek, sector="publiek", contracten=[contract])


def stand(contract: Contract, peildatum: date) -> Contractstand | None:
    """Derive everything; None when a date runs past the holidays that are known, which ends in 2100."""
    try:
        return contractstand(contract, account(contract), INSTELLINGEN, peildatum)
    except JaarOnbekend as fout:
        if 1966 <= fout.jaar <= 2100:
            raise
        return None


@given(contracten(), dagen)
def test_every_contract_has_a_phase_and_explained_dates(contract: Contract, peildatum: date) -> None:
    """Nothing crashes: the phase is one of nine, every value has steps that can be read, the calendar is in order."""
    beheer = stand(contract, peildatum)
    if beheer is None:
        return

    assert beheer.fase.waarde in VOLGORDE
    assert accountfase([beheer]).waarde == beheer.fase.waarde
    for naam in Contractstand.__slots__:
        waarde = getattr(beheer, naam)
        if isinstance(waarde, Verklaard):
            assert all(stap.tekst for stap in waarde.stappen)
            assert waarde.stappen
    punten = agenda(beheer, INSTELLINGEN, peildatum)
    assert [punt.datum for punt in punten] == sorted(punt.datum for punt in punten)
    assert len(punten) == len({punt.soort for punt in punten})


@given(contracten(), dagen)
def test_no_deadline_lies_after_the_end(contract: Contract, peildatum: date) -> None:
    """Notice and options come before the end, action and announcement before notice, decisions by the last end."""
    beheer = stand(contract, peildatum)
    if beheer is None or beheer.einddatum_actueel.waarde is None or beheer.termijn_maanden is None:
        return

    eind, uiterste_eind = beheer.einddatum_actueel.waarde, beheer.einddatum_maximaal.waarde
    assert uiterste_eind is not None
    assert eind <= uiterste_eind
    deadline = beheer.opzegdeadline.waarde
    assert deadline is None or deadline < eind
    assert beheer.optiedeadline.waarde is None or beheer.optiedeadline.waarde <= eind
    assert beheer.beslisdatum.waarde is None or beheer.beslisdatum.waarde <= uiterste_eind
    for eerder in (beheer.actiedatum_opzegging.waarde, beheer.aankondigen_op.waarde):
        assert eerder is None or (deadline is not None and eerder < deadline)


@given(contracten(), dagen)
def test_a_decision_moment_lies_ahead(contract: Contract, peildatum: date) -> None:
    """It never lies before the peildatum, and mid-term evaluation and proposal lie before the decision."""
    beheer = stand(contract, peildatum)
    if beheer is None:
        return

    besluit, start = beheer.beslisdatum.waarde, beheer.start_retentiefase.waarde
    assert beheer.beslismoment.waarde is None or beheer.beslismoment.waarde >= peildatum
    if besluit:
        assert start is not None
        assert beheer.tussenevaluatie_op.waarde is not None
        assert beheer.voorstel_uiterlijk.waarde is not None
        assert start < besluit
        assert start <= beheer.tussenevaluatie_op.waarde < besluit
        assert beheer.voorstel_uiterlijk.waarde < besluit


@given(contracten(), dagen, dagen)
def test_the_decision_date_does_not_move_with_the_peildatum(contract: Contract, dag: date, later: date) -> None:
    """Two days in one period see the same dates; only a provisional renewal or notice changes them."""
    contract = replace(contract, opzegging=None)
    eerste, tweede = stand(contract, dag), stand(contract, later)
    if eerste is None or tweede is None or eerste.grens != tweede.grens:
        return

    for naam in ("start_retentiefase", "beslisdatum", "tussenevaluatie_op", "voorstel_uiterlijk", "einddatum_actueel"):
        assert getattr(eerste, naam).waarde == getattr(tweede, naam).waarde


@given(contracten(), dagen)
def test_a_provisional_period_holds_the_peildatum(contract: Contract, peildatum: date) -> None:
    """Rolling ends with a period that has not passed, unless the clause or a decision ended it before."""
    beheer = stand(contract, peildatum)
    if beheer is None or not beheer.einddatum_voorlopig:
        return
    eind, clausule = beheer.einddatum_actueel.waarde, contract.stilzwijgende_verlenging

    assert eind is not None
    assert clausule is not None
    assert beheer.periode_start <= peildatum
    if clausule.herhaalt and not contract.opzegging and not contract.uitkomsten:
        assert peildatum <= eind


@given(dagen, st.integers(-1200, 1200), st.integers(-1200, 1200))
def test_months_keep_their_day_or_the_last_of_the_month(dag: date, heen: int, meer: int) -> None:
    """The day number stays unless the month is too short; more months never give an earlier day."""
    uitkomst = plus_maanden(dag, heen)

    assert uitkomst.day == dag.day or (uitkomst.day < dag.day and (uitkomst + DAG).day == 1)
    assert heen == (uitkomst.year - dag.year) * 12 + uitkomst.month - dag.month
    assert (plus_maanden(dag, meer) > uitkomst) == (meer > heen)


@given(dagen, st.integers(0, 1200))
def test_a_term_is_the_most_months_that_fit(begin: date, aantal: int) -> None:
    """Counting the months back gives the number that was added."""
    grens = plus_maanden(begin, aantal)

    assert aantal == maanden_tussen(begin, grens)
    assert aantal - 1 == maanden_tussen(begin, grens - DAG)


@given(dagen, st.integers(1, 120))
def test_an_end_on_the_last_of_the_month_stays_there(dag: date, aantal: int) -> None:
    """Through leap years and short months: the boundary is a first day, so the end is a last day."""
    grens = dag.replace(day=1)

    assert plus_maanden(grens, aantal).day == 1
    assert (termijn_terug(grens, Termijn(aantal=aantal, eenheid="maanden")) + DAG).day == 1
    assert termijn_terug(grens, Termijn(aantal=aantal, eenheid="maanden")) == termijn_terug(
        grens, Termijn(aantal=aantal, eenheid="kalendermaanden")
    )


@given(dagen, st.integers(1, 40))
def test_options_do_not_drift(start: date, keren: int) -> None:
    """Many small options end on the same day as one long option."""
    eind = plus_maanden(start, 12) - DAG
    klein = [Optie(maanden=1, status="gelicht", datum_gelicht=start)] * keren
    groot = [Optie(maanden=keren, status="gelicht", datum_gelicht=start)]
    contract = Contract(id="beheer", titel="Beheer", startdatum=start, einddatum=eind)

    maandelijks, eenmalig = (huidige_periode(replace(contract, opties=keuze), start) for keuze in (klein, groot))

    assert eenmalig == maandelijks


@given(st.dates(EERSTE + timedelta(days=60), LAATSTE), st.integers(1, 30), st.lists(dagen, max_size=3))
def test_working_days_before_a_date(datum: date, aantal: int, vrij: list[date]) -> None:
    """The result is a working day, further back for more days, and days off only move it back."""
    dag = werkdagen_eerder(datum, aantal, VrijeDagen())

    assert dag.weekday() < 5
    assert dag <= datum - timedelta(days=aantal)
    assert werkdagen_eerder(datum, aantal + 1, VrijeDagen()) < dag
    assert werkdagen_eerder(datum, aantal, VrijeDagen(toevoegen=vrij)) <= dag
