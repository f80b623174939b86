"""What one account or shared file may not say: contradictions, references that lead nowhere, private facts."""

from collections.abc import Callable
from pathlib import Path
from textwrap import indent

import pytest

from macros.load.load import lees_map

KOP = "id: acme\nnaam: Acme\ndriehoek: {accountmanager: anouk-de-wit}\n"
CONTRACTEN = """\
contracten:
  - {id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}
"""
PERSONEN = """\
contactpersonen:
  - {id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch}
"""
TEAM = "personen:\n  - {id: anouk-de-wit, naam: Anouk de Wit}\n  - {id: rik-smeets, naam: Rik Smeets}\n"

Fouten = Callable[..., list[str]]


@pytest.fixture
def fouten(tmp_path: Path) -> Fouten:
    """Read one account, with shared files by name, and give its problems without the file name."""

    def lees(account: str = "", **bestanden: str) -> list[str]:
        wortel = tmp_path / "accounts"
        (wortel / "_gedeeld").mkdir(parents=True)
        for naam, inhoud in {"team": TEAM, **bestanden}.items():
            (wortel / "_gedeeld" / f"{naam}.yml").write_text(inhoud, encoding="utf-8")
        delen = [KOP, "" if account.startswith("contracten:") else CONTRACTEN, account]
        (wortel / "acme.yml").write_text("".join(delen), encoding="utf-8")
        return [f"{p.tekst} [{p.code}]" for p in lees_map(wortel).problemen]

    return lees


def contract(regels: str) -> str:
    """Write one contract with these extra lines."""
    kern = "id: c\ntitel: C\nstartdatum: 2026-01-01\n" + regels
    return "contracten:\n  -\n" + indent(kern, "    ") + "\n"


STRIJDIG = {
    contract(""): "contract 'c' heeft geen einddatum; voeg toe: einddatum: 2027-03-31 [verplicht-veld]",
    contract("einddatum: 2025-12-31"):
        "contract 'c' eindigt voordat het begint (2026-01-01); kijk beide datums na [einddatum]",
    contract("soort: onbepaalde_tijd\neinddatum: 2026-12-31"):
        "contract 'c' is voor onbepaalde tijd en heeft toch een einddatum; haal een van beide weg [einddatum]",
    contract("einddatum: 2026-12-31\nopties: [{maanden: 12, status: gelicht}]"):
        "een gelichte optie heeft geen datum; voeg toe: datum_gelicht: 2026-12-31 [verplicht-veld]",
    contract("einddatum: 2026-12-31\nopties:\n  - {maanden: 6, status: niet_gelicht}\n"
             "  - {maanden: 6, status: gelicht, datum_gelicht: 2026-06-01}"):
        "deze optie is gelicht na een optie die niet is gelicht; dat kan niet, kijk de volgorde na [optie-volgorde]",
    contract("einddatum: 2026-12-31\nopties: [{maanden: 12, status: niet_gelicht, datum_gelicht: 2026-06-01}]"):
        "deze optie is niet gelicht, en toch staat er een dag bij; haal datum_gelicht weg, of schrijf gelicht "
        "[optie-niet-gelicht]",
    contract('einddatum: 2026-12-31\nopties: [{maanden: 12, status: "… Gelicht?", datum_gelicht: 2026-06-01}]'):
        "hier staat nog de vraag 'Gelicht?'; schrijf je antwoord, of haal de regel weg [niet-ingevuld]",
    contract("einddatum: 2026-12-31\nopties: [{maanden: 12, datum_gelicht: 2026-06-01}]"):
        "deze optie is nog open, en toch staat er een dag bij; haal datum_gelicht weg, of schrijf gelicht "
        "[optie-niet-gelicht]",
    CONTRACTEN + "  - {id: beheer, titel: Nog een, startdatum: 2026-01-01, einddatum: 2026-12-31}\n":
        "id 'beheer' komt twee keer voor; geef elk een eigen id [dubbele-id]",
    "fresheyes: [{door: Bureau Helder}]\n":
        "een frisse blik heeft geen datum; voeg gepland_op of uitgevoerd_op toe [verplicht-veld]",
    "contactregels: [{id: kwartaal, wie: accountmanager, laag: tactisch}]\n":
        "contactregel 'kwartaal' heeft geen elke_dagen; voeg dat toe [verplicht-veld]",
    "contactpersonen: [{id: oud-contact, naam: X, functie: Y, laag: tactisch}]\n":
        "id 'oud-contact' is bedoeld voor mensen die al weggehaald zijn; kies een andere id [gereserveerd]",
    "canvassen: [{id: nieuw, gestart_op: 2026-01-01}]\n":
        "id 'nieuw' is al het adres van het lege formulier; kies een andere, zoals \"2026\" [gereserveerd]",
}  # fmt: skip


@pytest.mark.parametrize("account", STRIJDIG)
def test_a_contradiction_is_one_error(account: str, fouten: Fouten) -> None:
    """
    Facts that cannot both be true stop the build.
    """
    assert [STRIJDIG[account]] == fouten(account)


def test_a_place_that_is_still_open_is_refused(fouten: Fouten) -> None:
    """
    Lines of the page hold a bare "…" where a number or a word goes; left standing it is no fact, also not a text.
    """
    gezegd = fouten('evaluaties: [{datum: 2026-01-01, cijfer_resultaat: …, goed: "…"}]\ndoelen_klant: ["Meer …"]\n')

    assert ["hier staat nog '…'; schrijf je antwoord, of haal de regel weg [niet-ingevuld]"] * 2 == gezegd


def test_an_override_of_a_default_rule_names_only_what_differs(fouten: Fouten) -> None:
    """
    So does a rule that is switched off.
    """
    assert [] == fouten("contactregels: [{id: am-tactisch, elke_dagen: 30}, {id: cm-operationeel, vervalt: true}]\n")


NERGENS = {
    "vorige_accountmanager: anouk\n":
        "vorige_accountmanager: 'anouk' staat niet in _gedeeld/team.yml; bedoel je 'anouk-de-wit'? [verwijzing]",
    "toezeggingen: [{id: t1, tekst: Bellen, van: klant, wie: h-bakkr}]\n" + PERSONEN:
        "wie: 'h-bakkr' is geen collega en geen contactpersoon van deze klant; bedoel je 'h-bakker'? [verwijzing]",
    "verwachtingen: [{id: v1, tekst: Snel, van: p-jansen}]\n" + PERSONEN:
        "van: 'p-jansen' is geen contactpersoon van deze klant; "
        "kies uit h-bakker, oud-contact, of voeg het daar toe [verwijzing]",
    "canvassen: [{id: '2026', gestart_op: 2026-01-01, contracten: [behoud]}]\n":
        "contracten: 'behoud' is geen contract van deze klant; kies uit beheer, of voeg het daar toe [verwijzing]",
    "signalen: [{datum: 2026-01-01, les: te-laat}]\n":
        "les: 'te-laat' staat niet in _gedeeld/lessen.yml; verbeter de naam, of voeg het daar toe [verwijzing]",
    "canvassen: [{id: '2026', gestart_op: 2026-01-01, vakken: {strategy: {conclusie: x}}}]\n":
        "'strategy' is geen tekstvak van het canvas; bedoel je 'strategie'? [verwijzing]",
    "canvassen: [{id: '2026', gestart_op: 2026-01-01, vakken: {doelen: {conclusie: x}}}]\n":
        "'doelen' is geen tekstvak van het canvas; kies uit concurrentie, contract, prestatie, relaties, strategie, "
        "team, verwachtingen, waardepropositie, of voeg het daar toe [verwijzing]",
    "canvassen: [{id: '2026', gestart_op: 2026-01-01, acties: [{id: a1, tekst: X, doel: d1}]}]\n":
        "doel: 'd1' is geen doel van dit canvas; verbeter de naam, of voeg het daar toe [verwijzing]",
    "juiste_klant: {scores: {past_bijons: voldoet}}\n":
        "'past_bijons' is geen criterium in _gedeeld/criteria.yml; bedoel je 'past_bij_ons'? [verwijzing]",
    "waarde: {scores: {marge: 3}}\n":
        "'marge' is geen element van deze groep in _gedeeld/segmentatie.yml; bedoel je 'brutomarge'? [verwijzing]",
    "groep: diensten\n":
        "groep: 'diensten' is geen groep in _gedeeld/segmentatie.yml; bedoel je 'dienstverlening'? [verwijzing]",
    "moeder: acme\n":
        "moeder: 'acme' is geen klant: er is geen bestand met die naam; "
        "verbeter de naam, of voeg het daar toe [verwijzing]",
    "contactmomenten: [{datum: 2026-01-01, signalen: [{soort: koopsignaal, kans: k1}]}]\n":
        "kans: 'k1' is geen kans van deze klant; verbeter de naam, of voeg het daar toe [verwijzing]",
    "contactmomenten: [{datum: 2026-01-01, regel: am-taktisch}]\n":
        "regel: 'am-taktisch' is geen contactregel; bedoel je 'am-tactisch'? [verwijzing]",
    "contactregels: [{id: am-tactisch, wie: acountmanager}]\n":
        "wie: 'acountmanager' is geen rol en geen collega in _gedeeld/team.yml; bedoel je 'accountmanager'? "
        "[verwijzing]",
    "uitstel: [{onderwerp: canvas_bezg, tot: 2026-06-01, reden: Vakantie}]\n":
        "onderwerp: 'canvas_bezg' is geen regel, contract, contactpersoon, canvas of soort werk; "
        "bedoel je 'canvas_bezig'? "
        "[verwijzing]",
    "projecten: [{id: p, titel: P, evaluatie: 2026-01-01}]\n":
        "evaluatie: '2026-01-01' is niet de datum van een evaluatie van deze klant; "
        "verbeter de naam, of voeg het daar toe [verwijzing]",
}  # fmt: skip


@pytest.mark.parametrize("account", NERGENS)
def test_a_reference_that_leads_nowhere_is_one_error(account: str, fouten: Fouten) -> None:
    """
    It says where the id should stand, and what it looks like.
    """
    assert [NERGENS[account]] == fouten(account)


def test_a_person_who_was_removed_may_still_be_named(fouten: Fouten) -> None:
    """
    History keeps its place without the name.
    """
    assert [] == fouten(
        "verwachtingen: [{id: v1, tekst: Snel, van: oud-contact}]\n"
        "contactmomenten: [{datum: 2026-01-01, met: [oud-contact]}]\n"
        "toezeggingen: [{id: t1, tekst: Bellen, van: klant, wie: oud-contact}]\n"
    )


GEDEELD = {
    ("team", "personen:\n  - {id: anouk-de-wit, naam: A, leidinggevende: jan}\n"):
        "leidinggevende: 'jan' staat niet in _gedeeld/team.yml; kies uit anouk-de-wit, of voeg het daar toe "
        "[verwijzing]",
    ("team", "personen:\n  - {id: anouk-de-wit, naam: A}\n  - {id: directie, naam: B}\n"):
        "id 'directie' is de naam van een rol; kies een andere id [gereserveerd]",
    ("berichten", "berichten: [{datum: 2026-01-01, aan: {accounts: [acne]}}]\n"):
        "accounts: 'acne' is geen klant: er is geen bestand met die naam; bedoel je 'acme'? [verwijzing]",
    ("berichten", "berichten: [{datum: 2026-01-01, nagebeld: {acne: 2026-01-02}}]\n"):
        "'acne' is geen klant: er is geen bestand met die naam; bedoel je 'acme'? [verwijzing]",
    ("lessen", "lessen: [{id: l, titel: L, account: acne}]\n"):
        "account: 'acne' is geen klant: er is geen bestand met die naam; bedoel je 'acme'? [verwijzing]",
    ("segmentatie", "groepen: [{id: a, naam: A, elementen: [{id: x, naam: X, gewicht: 60}]}]\n"):
        "de gewichten van groep 'a' zijn samen 60; maak er samen 100 van [gewichten]",
    ("segmentatie",
     "groepen: [{id: a, naam: A, elementen: [{id: x, naam: X, gewicht: 100}]}]\ndrempels: {A: 40, B: 45}\n"):
        "de drempel van B is niet lager dan die van A; maak B lager [drempels]",
    ("criteria",
     "juiste_klanten: [{id: a, tekst: A, zwaarte: licht}]\njuiste_voorwaarden: [{id: a, tekst: A, zwaarte: licht}]\n"):
        "id 'a' staat ook bij juiste_klanten; geef elk een eigen id [dubbele-id]",
    ("honken", "honken: [{nummer: 8, titel: Onderhandelen, hoofdstuk: onderhandelen}]\n"):
        "'hoofdstuk' bestaat niet meer: het zei waar in het handboek meer staat; de honken hebben daar één hoofdstuk: "
        "haal dit weg [vervallen-veld]",
    ("vragenlijsten", "vragenlijsten: [{id: scan, titel: Scan, bron: S2}]\n"):
        "'bron' bestaat niet meer: het zei uit welke bron een vragenlijst komt; het handboek noemt van elke methode "
        "de bron: haal deze regel weg [vervallen-veld]",
    ("instellingen", "tijdzone: Mars\n"):
        "tijdzone 'Mars' bestaat niet; schrijf bijvoorbeeld Europe/Amsterdam [verkeerde-waarde]",
    ("instellingen", "voorstellen: {soort: forgejo, adres: https://git.example, project: a/b}\n"):
        "voorstellen met soort forgejo heeft geen client_id; voeg toe: client_id: … [verplicht-veld]",
    ("instellingen", "voorstellen: {soort: azure, adres: https://dev.azure.com, project: a/b c/d, client_id: x}\n"):
        "voorstellen met soort azure heeft geen aanmeldadres; voeg toe: "
        "aanmeldadres: https://login.microsoftonline.com/… [verplicht-veld]",
    ("instellingen", "voorstellen: {adres: https://git.example}\n"):
        "adres hoort niet bij soort patch; haal deze regel weg of schrijf een andere soort [verkeerde-waarde]",
    ("instellingen", "voorstellen: {soort: github, adres: http://git.example, project: a/b}\n"):
        "adres: 'http://git.example' is geen adres van een git-server; begin met https://, "
        "zoals https://git.intern.example [webadres]",
    ("instellingen", "voorstellen: {soort: github, adres: https://github.com, project: https://github.com/a/b}\n"):
        "project 'https://github.com/a/b' kan niet bij github; schrijf het zonder adres ervoor, "
        "zoals bedrijf/retentiehandboek [verkeerde-waarde]",
    ("instellingen", "voorstellen: {soort: gitlab, adres: http://127.0.0.1:8003, project: a, client_id: x}\n"):
        "project 'a' kan niet bij gitlab; schrijf het zonder adres ervoor, "
        "zoals verkoop/retentiehandboek [verkeerde-waarde]",
    ("instellingen", "voorstellen: {hoofdtak: mijn tak}\n"):
        "hoofdtak 'mijn tak' kan geen tak zijn; schrijf alleen de naam, zoals main [verkeerde-waarde]",
    ("instellingen", "retentie_maanden: 18\n"):
        "'retentie_maanden' is geen veld van de instellingen; bedoel je 'retentiefase_maanden'? [onbekend-veld]",
}  # fmt: skip


@pytest.mark.parametrize("geval", GEDEELD)
def test_shared_files_are_checked_too(geval: tuple[str, str], fouten: Fouten) -> None:
    """
    A reference from a shared file to an account counts as much as the other way round.
    """
    naam, inhoud = geval

    assert [GEDEELD[geval]] == fouten(**{naam: inhoud})


def test_a_lesson_may_be_about_nobody(fouten: Fouten) -> None:
    """
    A client that left may stay unnamed.
    """
    assert [] == fouten(lessen="lessen: [{id: l, titel: L, account: anoniem}]\n")


PRIVE = ["verjaardag", "hobby", "hobby's", "gezin", "kinderen", "partner", "auto", "koffie", "sport", "Geboortedatum"]
BEREIKBAAR = ["telefoon", "e-mail", "email", "mobiel", "E-mailadres"]


@pytest.mark.parametrize("sleutel", PRIVE)
def test_a_private_fact_is_refused_with_the_reason(sleutel: str, fouten: Fouten) -> None:
    """
    Everyone reads these files, and git keeps them.
    """
    persoon = f"contactpersonen:\n  - {{id: a, naam: A, functie: B, laag: tactisch, {sleutel}: x}}\n"

    assert [
        (
            f"'{sleutel}' bewaren we niet: alle collega's lezen dit mee, "
            f"en privégegevens mogen hier niet staan van de AVG; "
            "haal het weg, verjaardagen en hobby's zet je in je eigen agenda [privacy]"
        )
    ] == fouten(persoon)


@pytest.mark.parametrize("sleutel", BEREIKBAAR)
def test_addresses_stay_in_the_crm(sleutel: str, fouten: Fouten) -> None:
    """
    As a key they are refused anywhere.
    """
    assert [
        (
            f"'{sleutel}' bewaren we hier niet (AVG): e-mailadressen en telefoonnummers staan in het CRM; "
            "haal het hier weg [privacy]"
        )
    ] == fouten(f"driehoek2: {{{sleutel}: x}}\n")[1:]


@pytest.mark.parametrize(
    ("tekst", "wat"),
    [
        ("bel 06-12345678", "een telefoonnummer"),
        ("+31 6 1234 5678", "een telefoonnummer"),
        ("(020) 123 45 67", "een telefoonnummer"),
        ("mail naar h.bakker@meerdal.example.nl", "een e-mailadres"),
    ],
)
def test_addresses_in_the_text_about_a_person_are_refused(tekst: str, wat: str, fouten: Fouten) -> None:
    """
    Wherever it stands in the record of a contact person.
    """
    persoon = f'contactpersonen:\n  - {{id: a, naam: A, functie: B, laag: tactisch, belang: "{tekst}"}}\n'

    assert [f"hier staat {wat}; dat bewaren we in het CRM en niet hier (AVG): haal het weg [privacy]"] == fouten(
        persoon
    )


@pytest.mark.parametrize(
    "regel",
    [
        "toezeggingen: [{id: t, tekst: Bel hem op 06-12345678 terug, van: wij, stand: open}]",
        "wijzigingen: [{datum: 2026-01-01, soort: overig, tekst: Stuur het naar h.bakker@meerdal.example.nl}]",
    ],
)
def test_addresses_in_a_sentence_are_refused(regel: str, fouten: Fouten) -> None:
    """
    A talk, a promise or a note is read by everyone too.
    """
    assert any("dat bewaren we in het CRM en niet hier" in fout for fout in fouten(f"{regel}\n"))


def test_numbers_of_a_register_are_no_phone_numbers(fouten: Fouten) -> None:
    """
    They are as long, and begin with a nought as often.
    """
    assert [] == fouten("klantnummer: debiteur 0201234567\n")


@pytest.mark.parametrize("tekst", ["Binnen 4 uur verholpen", "Begroting 2025: 1.250.000", "sinds 2026-02-01", "v2.0.1"])
def test_ordinary_numbers_are_no_phone_numbers(tekst: str, fouten: Fouten) -> None:
    """
    Dates, amounts and versions may be written.
    """
    persoon = f'contactpersonen:\n  - {{id: a, naam: A, functie: B, laag: tactisch, belang: "{tekst}"}}\n'

    assert [] == fouten(persoon)


@pytest.mark.parametrize("id_", ["con", "nul", "com1", "lpt9"])
def test_an_id_that_windows_keeps_for_itself(fouten: Fouten, id_: str) -> None:
    """
    Ids become files and folders, and a colleague with Windows could not even fetch those.
    """
    [fout] = fouten(f"contracten:\n  - {{id: {id_}, titel: T, startdatum: 2026-01-01, einddatum: 2026-12-31}}\n")

    assert f"id: '{id_}' kan niet: zo mag op Windows geen bestand heten; maak de naam langer [slug]" == fout
