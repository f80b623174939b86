"""Warnings: what is allowed but rarely right. Each says where, what, and what to do."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros import controles
from macros.controles.nakijken import kijk_na
from macros.load import vaart
from macros.load.load import Lader, lees_map
from macros.load.problem import ProblemenGevonden
from macros.portefeuille.portefeuille import portefeuille

PEILDATUM = date(2026, 3, 16)
CONTRACT = "  - {{id: c, titel: C, startdatum: {}, einddatum: {}, jaarwaarde: 1{}}}\n"
SEGMENT_B = "segment_keuze: {segment: B, reden: Groot}\n"
SEGMENT_C = "segment_keuze: {segment: C, reden: Klein}\n"

Waarschuw = Callable[..., list[str]]


@pytest.fixture
def waarschuw(map_: Callable[..., Path]) -> Waarschuw:
    """Give the warnings about a folder as lines."""

    def zoek(acme: str = "", **bestanden: str) -> list[str]:
        return list(map(str, kijk_na(Lader(map_(acme, **bestanden)), PEILDATUM).waarschuwingen))

    return zoek


def contract(start: str, eind: str, extra: str = "") -> str:
    """Write a list of one contract."""
    return "contracten:\n" + CONTRACT.format(start, eind, f", {extra}" if extra else "")


GEVALLEN = {
    "verlopen": (
        contract("2024-01-01", "2026-01-31") + SEGMENT_B,
        ("acme.yml:5:58: waarschuwing: contract 'C' liep af op 31 januari 2026; "
        "leg bij uitkomsten vast hoe het afliep [verlopen]"),
    ),
    "voorlopig": (
        contract("2022-01-01", "2025-12-31", "stilzwijgende_verlenging: {maanden: 12}") + SEGMENT_B,
        ("acme.yml:5:58: waarschuwing: contract 'C' liep vanzelf door, voorlopig tot en met 31 december 2026; "
        "leg dat vast bij verlengingen [einddatum-voorlopig]"),
    ),
    "voortgezet": (
        contract("2022-01-01", "2025-12-31", "voortgezet_zonder_afspraak: true") + SEGMENT_B,
        ("acme.yml:5:113: waarschuwing: contract 'C' gaat door zonder afspraak; "
        "maak met de klant een nieuwe afspraak [voortgezet-zonder-afspraak]"),
    ),
    "opzegdatum": (
        contract("2025-01-01", "2029-12-31", "opzegdatum_uiterlijk: 2029-12-31") + SEGMENT_B,
        ("acme.yml:5:107: waarschuwing: contract 'C': de vaste opzegdatum ligt niet voor het einde (31 december 2029) "
        "en telt niet mee; kijk het na [opzegdatum-na-einde]"),
    ),
    "optie": (
        contract("2025-01-01", "2029-12-31", "opties: [{maanden: 12}]") + SEGMENT_B,
        ("acme.yml:5:94: waarschuwing: contract 'C': bij deze open optie staat geen uiterste dag; "
        "vul in tot wanneer de optie gebruikt mag worden (in het bestand: uiterlijk) [optie-zonder-uiterlijk]"),
    ),
    "te weinig tijd": (
        contract("2026-01-01", "2026-12-31", "stilzwijgende_verlenging: {maanden: 12}, "
                 "opzegtermijn: {aantal: 1, eenheid: maanden}") + SEGMENT_B,
        ("acme.yml:5:5: waarschuwing: contract 'C': te weinig tijd voor het beslismoment, 151 dagen en minstens 180 is "
        "beter; kies zelf een eerdere start (in het bestand: start_retentiefase_handmatig) [te-weinig-tijd]"),
    ),
    "raamovereenkomst": (
        contract("2025-01-01", "2029-01-01", "soort: raamovereenkomst") + SEGMENT_B,
        ("acme.yml:5:58: waarschuwing: raamovereenkomst 'C' duurt langer dan 48 maanden; kijk na of dat mag "
        "[raamovereenkomst-te-lang]"),
    ),
    "canvas ontbreekt": (
        contract("2024-01-01", "2026-12-31") + SEGMENT_B,
        ("acme.yml:5:5: waarschuwing: contract 'C' is in de retentiefase en heeft nog geen Retentiecanvas; "
        "begin er een (in het bestand: canvassen) [canvas-ontbreekt]"),
    ),
    "contract zonder canvas": (
        contract("2024-01-01", "2026-12-31") + SEGMENT_C,
        ("acme.yml:5:5: waarschuwing: contract 'C' is in de retentiefase en staat in geen canvas; "
        "leg minstens een verlengbesluit vast (in het bestand: verlengbesluit) [contract-zonder-canvas]"),
    ),
    "canvas voor contract": (
        contract("2024-01-01", "2029-12-31") + SEGMENT_B
        + "canvassen: [{id: '2023', contracten: [c], gestart_op: 2022-09-01}]\n",
        ("acme.yml:7:55: waarschuwing: canvas '2023' begon op 1 september 2022, voor het contract waar het over gaat "
        "(1 januari 2024); noem het contract dat toen liep, of kijk de dag na [canvas-voor-contract]"),
    ),
    "eigen collega": (
        "fresheyes: [{gepland_op: 2026-04-21, door: Rik Smeets, aanleiding: jaarlijks}]\n",
        ("acme.yml:5:44: waarschuwing: Rik Smeets werkt voor deze klant en kijkt dus niet met een frisse blik; "
        "vraag een ander [blik-van-eigen-collega]"),
    ),
    "vak te vol": (
        (f"canvassen:\n  - id: '2026'\n    gestart_op: 2026-01-01\n    vakken:\n"
        f"      relaties: {{conclusie: {'x' * 300}, punten: [{'y' * 101}]}}\n"
        "contactpersonen: [{id: a, naam: A, functie: B, laag: tactisch, rol_bvt: beslisser}]\n"),
        ("acme.yml:9:7: waarschuwing: vak 'relaties' is 401 tekens lang en er passen er 400; maak de tekst korter "
        "[vak-te-vol]"),
    ),
    "cijfer": (
        "evaluaties:\n  - {datum: 2026-01-01, cijfer_resultaat: 7.9, cijfer_samenwerking: 9}\n",
        ("acme.yml:6:5: waarschuwing: het cijfer van 1 januari 2026 ligt onder de norm (8) en er is geen "
        "herstelplan; maak er een met de klant [herstelplan-ontbreekt]"),
    ),
    "kweekvijver": (
        contract("2024-01-01", "2029-12-31") + SEGMENT_B + "kweekvijver: {sinds: 2025-01-01}\n",
        ("acme.yml:7:1: waarschuwing: deze klant heeft een contract en staat nog in de kweekvijver; haal kweekvijver "
        "weg [nog-in-kweekvijver]"),
    ),
    "zelfde manager": (
        "driehoek: {accountmanager: anouk-de-wit, contractmanager: anouk-de-wit}\n",
        ("acme.yml:4:59: waarschuwing: de contractmanager is ook de accountmanager; "
        "kies een ander, dan kijken er twee mensen mee [zelfde-manager]"),
    ),
    "laatste dag": (
        contract("2024-01-01", "2026-12-31", "opzegging: {ontvangen_op: 2026-02-01, door: klant}") + SEGMENT_B
        + "postmortems: [{contract: c, gepland_op: 2026-04-01}]\n",
        ("acme.yml:5:85: waarschuwing: contract 'C': de klant zegde op en de laatste dag staat er niet bij; vraag die "
        "na (in het bestand: per_datum) [laatste-dag-ontbreekt]"),
    ),
    "opvolger": (
        contract("2024-01-01", "2029-12-31") + SEGMENT_B + "contactpersonen:\n"
        "  - {id: a, naam: A, functie: B, laag: tactisch, rol_bvt: beslisser, vertrokken_op: 2026-03-01}\n",
        ("acme.yml:8:85: waarschuwing: A besliste mee en is weg; vul in wie het overnam, of dat niemand dat deed "
        "(in het bestand: opvolger) [opvolger-ontbreekt]"),
    ),
    "terugblik": (
        contract("2024-01-01", "2026-12-31", "opzegging: {ontvangen_op: 2026-02-01, door: klant, "
                 "per_datum: 2026-12-31}") + SEGMENT_B,
        ("acme.yml:5:85: waarschuwing: de klant zegde contract 'C' op; plan een terugblik "
        "(in het bestand: postmortems) [terugblik-niet-gepland]"),
    ),
    "vermoeden": (
        "verwachtingen:\n  - {id: v1, tekst: Snel, soort: vermoed, gecheckt_op: 2026-02-13}\n",
        ("acme.yml:6:5: waarschuwing: verwachting 'Snel' vermoeden we alleen; vraag die na en zet de dag erbij "
        "(in het bestand: gecheckt_op) [vermoeden-niet-nagevraagd]"),
    ),
    "verouderd": (
        "verwachtingen:\n  - {id: v1, tekst: Snel, soort: uitgesproken, gecheckt_op: 2025-09-13}\n",
        ("acme.yml:6:5: waarschuwing: verwachting 'Snel' is al 184 dagen niet nagevraagd; vraag die opnieuw na "
        "(in het bestand: gecheckt_op) [verwachting-verouderd]"),
    ),
    "verder na no go": (
        "honken:\n  2026:\n    2: {besluit: no_go}\n    3: {stand: bezig}\n",
        ("acme.yml:8:5: waarschuwing: honk 3 is begonnen na NO GO op honk 2; maak daar GO van, of zet honk 3 terug "
        "(in het bestand: besluit) [verder-na-no-go]"),
    ),
    "gesprek te oud": (
        "contactmomenten:\n  - {datum: 2024-03-16, vorm: bezoek}\n  - {datum: 2024-03-15, vorm: bezoek}\n",
        ("acme.yml:7:13: waarschuwing: 1 gesprek of notitie is ouder dan 24 maanden; langer bewaren we ze niet, "
        "'handboek opruimen' haalt ze weg [gesprek-te-oud]"),
    ),
    "lang weg": (
        "contactpersonen:\n  - {id: a, naam: A, functie: B, laag: tactisch, vertrokken_op: 2024-03-15}\n",
        ("acme.yml:6:65: waarschuwing: A is meer dan 24 maanden weg; 'handboek opruimen' haalt de gegevens weg en zet "
        "in gesprekken en toezeggingen een oud-contact (in het bestand: oud-contact) [persoon-lang-weg]"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("naam", GEVALLEN)
def test_each_warning_is_one_sentence_on_its_line(naam: str, waarschuw: Waarschuw) -> None:
    """
    And nothing else is said about that file.
    """
    acme, verwacht = GEVALLEN[naam]

    assert [f"accounts/{verwacht}"] == waarschuw(acme)


IN_ORDE = {
    "afgelopen met uitkomst": contract("2024-01-01", "2026-01-31", "uitkomsten: [{datum: 2026-01-20, "
                                       "resultaat: verloren}]") + SEGMENT_B,
    "optie met uiterlijk": contract("2025-01-01", "2029-12-31", "opties: [{maanden: 12, uiterlijk: 2029-10-01}]"),
    "raamovereenkomst van precies vier jaar": contract("2025-01-01", "2028-12-31", "soort: raamovereenkomst"),
    "verlengbesluit": contract("2024-01-01", "2026-12-31", "verlengbesluit: {besluit: doorgaan, op: 2026-03-01}")
    + SEGMENT_C,
    "canvas aanwezig": contract("2024-01-01", "2026-12-31") + SEGMENT_B
    + "canvassen: [{id: '2026', gestart_op: 2026-01-01, contracten: [c]}]\n",
    "herstelplan": "evaluaties: [{datum: 2026-01-01, cijfer_resultaat: 5, herstelplan: {start: 2026-01-02}}]\n",
    "geplande evaluatie": "evaluaties: [{datum: 2026-04-01}]\n",
    "precies de norm": "evaluaties: [{datum: 2026-01-01, cijfer_resultaat: 8, cijfer_samenwerking: 8}]\n",
    "terugblik gepland": contract("2024-01-01", "2026-12-31", "opzegging: {ontvangen_op: 2026-02-01, door: klant, "
                                  "per_datum: 2026-12-31}")
    + "postmortems: [{contract: c, gepland_op: 2026-04-01}]\n",
    "wij zegden op": contract("2024-01-01", "2026-12-31", "opzegging: {ontvangen_op: 2026-02-01, door: wij}"),
    "vers nagevraagd": "verwachtingen: [{id: v, tekst: T, soort: vermoed, gecheckt_op: 2026-02-14}]\n",
    "vervallen": "verwachtingen: [{id: v, tekst: T, soort: vermoed, stand: vervallen}]\n",
    "de laatste dag volgt": "contracten: [{id: c, titel: C, startdatum: 2024-01-01, soort: onbepaalde_tijd, "
    "opzegtermijn: {aantal: 3, eenheid: maanden}, opzegging: {ontvangen_op: 2026-02-01, door: klant}}]\n"
    "postmortems: [{contract: c, gepland_op: 2026-04-01}]\n" + SEGMENT_B,
    "niemand volgde op": contract("2024-01-01", "2029-12-31") + SEGMENT_B + "contactpersonen: [{id: a, naam: A, "
    "functie: B, laag: tactisch, rol_bvt: beslisser, vertrokken_op: 2026-03-01, opvolger: geen}]\n",
    "24 maanden weg": "contactpersonen: [{id: a, naam: A, functie: B, laag: tactisch, vertrokken_op: 2024-03-16}]\n",
}  # fmt: skip


@pytest.mark.parametrize("naam", IN_ORDE)
def test_what_is_in_order_gives_no_warning(naam: str, waarschuw: Waarschuw) -> None:
    """
    The edge of each rule.
    """
    assert [] == waarschuw(IN_ORDE[naam])


@pytest.mark.parametrize(
    ("aan", "mag", "dag", "aantal"),
    [
        ("{accounts: [acme]}", "", "2026-03-01", 1),
        ("{accounts: [acme]}", ", nieuwsbrief: nee", "2026-03-01", 1),
        ("{accounts: [acme]}", ", nieuwsbrief: toestemming", "2026-03-01", 0),
        ("alle", "", "2026-03-01", 0),
        ("{accounts: [acme]}", "", "2025-03-15", 0),
    ],
)
def test_a_message_that_nobody_may_get_is_told(waarschuw: Waarschuw, aan: str, mag: str, dag: str, aantal: int) -> None:
    """
    Who names the client thinks that it counts; one to all names nobody, and one of a year ago counts for nobody.
    """
    acme = f"contactpersonen:\n  - {{id: a, naam: A, functie: B, laag: tactisch{mag}}}\n"
    berichten = f"berichten: [{{datum: {dag}, onderwerp: Tips, aan: {aan}}}]\n"

    gezegd = [zin for zin in waarschuw(acme, berichten=berichten) if "bericht" in zin]

    assert aantal == len(gezegd)
    assert all("het bericht 'Tips' van 1 maart 2026 ging naar deze klant en telt niet" in zin for zin in gezegd)


def test_an_a_client_needs_a_sponsor_and_contact_rules(waarschuw: Waarschuw) -> None:
    """
    Both are asked while a contract runs.
    """
    regels = "directie-strategisch", "am-tactisch", "cm-operationeel", "procesafstemming"
    uit = ", ".join(f"{{id: {regel}, vervalt: true}}" for regel in regels)
    acme = (
        f"{contract('2025-01-01', '2029-12-31')}segment_keuze: {{segment: A, reden: Groot}}\ncontactregels: [{uit}]\n"
    )

    assert [
        (
            "accounts/acme.yml:3:1: waarschuwing: deze A-klant heeft geen sponsor in de directie; "
            "vul in wie het is (in het bestand: directie_sponsor) [sponsor-ontbreekt]"
        ),
        (
            "accounts/acme.yml:7:1: waarschuwing: deze A-klant heeft geen contactregels; zet er minstens één weer aan "
            "[contactregels-ontbreken]"
        ),
    ] == waarschuw(acme)


def test_the_largest_clients_are_a_clients(waarschuw: Waarschuw) -> None:
    """
    The revenue of the last full year decides.
    """
    acme = contract("2025-01-01", "2029-12-31") + SEGMENT_B + "omzet: {2025: 5000}\n"

    assert [
        (
            "accounts/acme.yml:7:15: waarschuwing: deze klant hoort bij de grootste in omzet over 2025, "
            "maar het segment is B; kijk dat na [top-zonder-a]"
        )
    ] == waarschuw(acme)


@pytest.mark.parametrize(("sessie_op", "aantal"), [("2026-03-31", 1), ("2026-04-01", 0), ("2026-03-15", 0)])
def test_who_is_away_takes_no_part_in_a_session(waarschuw: Waarschuw, sessie_op: str, aantal: int) -> None:
    """
    Only on a day that is still to come: of one behind us nobody can choose another.
    """
    team = """\
        personen:
          - {id: anouk-de-wit, naam: Anouk de Wit, afwezig: [{van: 2026-03-01, tot: 2026-03-31}]}
          - {id: rik-smeets, naam: Rik Smeets}
    """
    acme = f"canvassen: [{{id: '2026', gestart_op: 2026-01-01, sessie_op: {sessie_op}, deelnemers: [anouk-de-wit]}}]\n"
    gevonden = [regel for regel in waarschuw(acme, team=team) if regel.endswith("[sessie-afwezig]")]

    melding = (
        "accounts/acme.yml:5:86: waarschuwing: Anouk de Wit is afwezig op 31 maart 2026, de dag van de teamsessie; "
        "kies een andere dag of collega [sessie-afwezig]"
    )
    assert [melding] * aantal == gevonden


def test_nobody_has_too_much_work(waarschuw: Waarschuw) -> None:
    """
    Clients count for the account manager, contracts for the contract manager.
    """
    team = """\
        personen:
          - {id: anouk-de-wit, naam: Anouk de Wit, max_accounts: 0}
          - {id: rik-smeets, naam: Rik Smeets, max_contracten: 0}
    """

    assert [
        (
            "accounts/_gedeeld/team.yml:2:58: waarschuwing: Anouk de Wit heeft te veel klanten: 1, en hoogstens 0; "
            "verdeel het werk "
            "[te-veel-werk]"
        ),
        (
            "accounts/_gedeeld/team.yml:3:56: waarschuwing: Rik Smeets heeft te veel contracten: 1, en hoogstens 0; "
            "verdeel het werk [te-veel-werk]"
        ),
    ] == waarschuw(contract("2025-01-01", "2029-12-31"), team=team)


def test_a_fixed_peildatum_is_told(waarschuw: Waarschuw) -> None:
    """
    It stops the site on one day.
    """
    assert [
        (
            "accounts/_gedeeld/instellingen.yml:1:17: waarschuwing: de site staat stil op 16 maart 2026; haal "
            "die dag weg uit de instellingen als dit geen voorbeeld is (in het bestand: peildatum_vast) "
            "[vaste-peildatum]"
        )
    ] == waarschuw(instellingen="peildatum_vast: 2026-03-16\n")


def test_every_warning_has_its_rule_in_words() -> None:
    """
    The docstring is the rule, in Dutch, for the page about messages.
    """
    for controle in (*controles.PER_KLANT, *controles.OVER_ALLES):
        assert (controle.__doc__ or "").endswith(".")


STRIJDIG = {
    contract("2024-01-01", "2026-12-31",
             "verlengingen: [{datum: 2026-03-01, nieuwe_einddatum: 2026-12-31, soort: overeenkomst}]"):
        "deze verlenging begint op 1 januari 2027 en zou eerder eindigen dan ze begint; kijk nieuwe_einddatum na "
        "[einddatum]",
    contract("2024-01-01", "2026-12-31", "start_retentiefase_handmatig: 2025-07-02"):
        "deze start is later dan berekend (1 juli 2025); leg uit waarom, voeg toe: start_retentiefase_reden: … "
        "[start-zonder-reden]",
}  # fmt: skip


@pytest.mark.parametrize("acme", STRIJDIG)
def test_facts_that_contradict_computed_dates_are_errors(acme: str, map_: Callable[..., Path]) -> None:
    """
    They stop the build, though they only show once dates are computed.
    """
    with pytest.raises(ProblemenGevonden) as gevonden:
        portefeuille(lees_map(map_(acme)), PEILDATUM)

    [probleem] = gevonden.value.problemen
    assert str(probleem).endswith(f"fout: {STRIJDIG[acme]}")
    assert 5 == probleem.regel


def test_all_errors_come_at_once(map_: Callable[..., Path]) -> None:
    """
    What only shows once dates are computed is told together with what cannot be read, by the check and by the build.
    """
    wortel = map_(next(iter(STRIJDIG)))
    (wortel / "beta.yml").write_text("naam: Beta\n", encoding="utf-8")

    with pytest.raises(ProblemenGevonden) as gevonden:
        portefeuille(lees_map(wortel), PEILDATUM)

    fouten = kijk_na(Lader(wortel), PEILDATUM).fouten
    assert fouten == gevonden.value.problemen
    assert ["acme.yml", "beta.yml", "beta.yml", "beta.yml"] == [Path(fout.bestand).name for fout in fouten]


def test_nothing_is_derived_from_broken_shared_files(map_: Callable[..., Path]) -> None:
    """
    A contradiction could follow from the wrong setting: first the setting.
    """
    wortel = map_(next(iter(STRIJDIG)), instellingen="retentie_maanden: veel\n")

    nagekeken = kijk_na(Lader(wortel), PEILDATUM)

    assert ["accounts/_gedeeld/instellingen.yml"] == [fout.bestand for fout in nagekeken.fouten]
    assert nagekeken.gaten is None


def test_many_accounts_are_looked_at_in_shares(map_: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The answer is the same with one share as with three, errors and facts about the whole included.
    """
    wortel = map_(contract("2025-01-01", "2029-12-31") + SEGMENT_B + "omzet: {2025: 5000}\n")
    tekst = (wortel / "acme.yml").read_text(encoding="utf-8")
    for naam in ("beta", "ceta", "delta"):
        (wortel / f"{naam}.yml").write_text(tekst.replace("id: acme", f"id: {naam}"), encoding="utf-8")
    samen = kijk_na(Lader(wortel), PEILDATUM)
    assert 4 == samen.klanten
    assert {"top-zonder-a"} == {melding.code for melding in samen.waarschuwingen}

    monkeypatch.setattr(vaart, "_processen", lambda _aantal: 3)

    assert samen == kijk_na(Lader(wortel), PEILDATUM)


def test_an_earlier_start_needs_no_reason(map_: Callable[..., Path]) -> None:
    """
    Nor does a later one that gives it.
    """
    eerder = contract("2024-01-01", "2026-12-31", "start_retentiefase_handmatig: 2025-07-01")

    assert ["acme"] == list(portefeuille(lees_map(map_(eerder)), PEILDATUM).dossiers)


DAGBOEK = """\
toezeggingen:
  - {id: t1, tekst: Rapport, van: wij, gedaan_op: 2026-03-01}
  - {id: t2, tekst: Prijs, van: wij, stand: nagekomen, stand_op: 2026-03-02}
contactmomenten:
  - {datum: 2026-03-05, kern: Gebeld, signalen: [{id: s1, soort: klacht, tekst: Traag}]}
"""


@pytest.mark.parametrize(
    ("regels", "verwacht"),
    [
        (
            "{klant: acme, datum: 2026-03-17, kern: K, klaar: [t1]}",
            (
                ":2:47: waarschuwing: 17 maart 2026 moet nog komen, en wat dan klaar of nagevraagd is weet je nog "
                "niet; kijk de dag na [dagboek-van-morgen]"
            ),
        ),
        (
            "{klant: acme, datum: 2026-02-28, kern: K, klaar: [t1]}",
            (
                ":2:47: waarschuwing: op 28 februari 2026 was 't1' er nog niet: dat kwam er op 1 maart 2026; "
                "kijk de dag na, of noem iets anders [dagboek-voor-het-begin]"
            ),
        ),
        (
            "{klant: acme, datum: 2026-03-04, kern: K, klaar: [s1]}",
            (
                ":2:47: waarschuwing: op 4 maart 2026 was 's1' er nog niet: dat kwam er op 5 maart 2026; "
                "kijk de dag na, of noem iets anders [dagboek-voor-het-begin]"
            ),
        ),
        (
            "{klant: acme, datum: 2026-03-10, kern: K, klaar: [t2]}",
            (
                ":2:47: waarschuwing: 't2' was al klaar op 2 maart 2026; "
                "haal het hier weg, of noem wat je bedoelde [dagboek-al-gedaan]"
            ),
        ),
        (
            (
                "{klant: acme, datum: 2026-03-10, kern: K, klaar: [t1]}\n"
                "  - {klant: acme, datum: 2026-03-11, kern: K, klaar: [t1]}"
            ),
            (
                ":3:47: waarschuwing: 't1' was al klaar op 10 maart 2026; "
                "haal het hier weg, of noem wat je bedoelde [dagboek-al-gedaan]"
            ),
        ),
        ("{klant: acme, datum: 2026-03-10, kern: K, klaar: [t1, s1]}", ""),
        ("{klant: acme, datum: 2026-03-17, kern: K, met: [oud-contact]}", ""),
    ],
)
def test_a_line_of_the_journal_is_about_what_is_there(map_: Callable[..., Path], regels: str, verwacht: str) -> None:
    """
    Nothing is done tomorrow, before it was promised, or once more.
    """
    folder = map_(DAGBOEK)
    week = folder / "_dagboek/2026/w12-rik-smeets.yml"
    week.parent.mkdir(parents=True)
    week.write_text(f"regels:\n  - {regels}\n", encoding="utf-8")

    nagekeken = kijk_na(Lader(folder), date(2026, 3, 16))

    assert () == nagekeken.fouten
    plek = f"accounts/_dagboek/2026/w12-rik-smeets.yml{verwacht}"
    assert ([plek] if verwacht else []) == [str(een) for een in nagekeken.waarschuwingen]


TE_VERNIEUWEN = """\
contactpersonen:
  - {id: p-vos, naam: P. Vos, functie: inkoper, laag: operationeel}
  - {id: h-bakker, naam: H. Bakker, functie: hoofd, laag: tactisch, houding: positief, houding_op: 2026-01-08}
verwachtingen: [{id: v1, tekst: Snel, stand: loopt, gecheckt_op: 2026-02-20}]
canvassen:
  - {id: "2024", contracten: [c], gestart_op: 2026-01-05, vakken: {relaties: {conclusie: Goed, oordeel: groen},
     prestatie: {conclusie: Goed, oordeel: groen}}}
  - {id: "2026", contracten: [c], gestart_op: 2026-03-01, vakken: {relaties: {conclusie: Goed, oordeel: groen}}}
"""
NIETS = "dus deze regel vernieuwt niets; schrijf"


@pytest.mark.parametrize(
    ("dag", "naam", "verwacht"),
    [
        (
            "2026-03-10",
            "p-vos",
            f"bij P. Vos staat geen houding, {NIETS} bij die persoon houding, houding_op en houding_bron",
        ),
        (
            "2026-03-10",
            "c",
            (
                f"bij het contract 'C' staat geen inschatting, {NIETS} bij dat contract `inschatting: "
                "{verwachting: …, waarom: …}`"
            ),
        ),
        (
            "2026-03-10",
            "inschatting",
            (
                f"bij geen enkel contract staat een inschatting, {NIETS} bij het contract `inschatting: "
                "{verwachting: …, waarom: …}`"
            ),
        ),
        (
            "2026-03-10",
            "prestatie",
            (
                f"in het nieuwste canvas heeft het vak 'prestatie' geen oordeel, {NIETS} daar oordeel, oordeel_op en "
                "oordeel_bron"
            ),
        ),
        ("2026-02-10", "prestatie", ""),
        ("2026-03-10", "h-bakker", ""),
        ("2026-03-10", "v1", ""),
        ("2026-03-10", "relaties", ""),
        ("2026-01-01", "relaties", ""),
    ],
)
def test_what_still_holds_renews_something(map_: Callable[..., Path], dag: str, naam: str, verwacht: str) -> None:
    """
    A line that confirms what nobody judged says so; what was judged in the canvas of its day is fine.
    """
    folder = map_(contract("2025-01-01", "2029-12-31") + TE_VERNIEUWEN)
    week = folder / "_dagboek/2026/w12-rik-smeets.yml"
    week.parent.mkdir(parents=True)
    regel = f"{{klant: acme, datum: {dag}, kern: K, met: [h-bakker], klopt_nog: [{naam}]}}"
    week.write_text(f"regels:\n  - {regel}\n", encoding="utf-8")

    nagekeken = kijk_na(Lader(folder), date(2026, 3, 16))

    gezegd = [str(een) for een in nagekeken.waarschuwingen if "_dagboek" in een.bestand]
    plek = "accounts/_dagboek/2026/w12-rik-smeets.yml:2:64: waarschuwing: "
    assert () == nagekeken.fouten
    assert ([f"{plek}{verwacht}, of haal '{naam}' hier weg [dagboek-vernieuwt-niets]"] if verwacht else []) == gezegd
