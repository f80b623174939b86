"""Every number of the method and every switch, with its default (domain 2.10); a file holds only what differs."""

from typing import Annotated, Literal

from pydantic import Field, Strict

from macros.model.basis import (
    Aantal,
    Bedrag,
    Boolean,
    Cijfer,
    Datum,
    Deel,
    Jaar,
    Positief,
    Schaal5,
    Segment,
    Serveradres,
    Siteadres,
    Tekst,
    onderdeel,
    veld,
)
from macros.model.soort import Soort

Valuta = Annotated[str, Strict(), Field(pattern=r"^[A-Z]{3}$"), Soort("drie hoofdletters, zoals EUR", "^[A-Z]{3}$")]
"""ISO 4217 code."""
Smederij = Literal["patch", "gitlab", "forgejo", "github", "azure"]
"""Kind of git server that takes proposals; with `patch` a person sends the file along."""
Weging = Literal["segment", "klantbeeld", "besluit", "jaarwaarde", "fase"]
"""What says how much it costs a client when something stays lying."""


@onderdeel
class VrijeDagen:
    """Days off besides, or instead of, the national holidays."""

    toevoegen: list[Datum] = veld("Erbij", "Dagen waarop wij ook vrij zijn.", default_factory=list)
    weglaten: list[Datum] = veld("Eraf", "Feestdagen waarop wij gewoon werken.", default_factory=list)


@onderdeel
class Vakantie:
    """A holiday period; shown only."""

    naam: Tekst = veld("Naam", "Bijvoorbeeld: bouwvak.")
    van: Datum = veld("Van", "De eerste dag.")
    tot: Datum = veld("Tot en met", "De laatste dag.")


@onderdeel
class Onderdelen:
    """Parts of the site; one that is off has no page, no gap, no reason and no homework."""

    honken: Boolean = veld("Honken", "Werken jullie met de twaalf honken?", default=False)
    toernooi: Boolean = veld("Toernooi", "Doen jullie het toernooi voor nieuwe klanten?", default=False)
    scores: Boolean = veld("Scores", "Rekenen jullie het segment uit met scores?", default=False)
    zelfscan: Boolean = veld("Zelfscan", "Vullen accountmanagers de zelfscan in?", default=True)
    berichten: Boolean = veld("Berichten", "Houden jullie de nuttige berichten bij?", default=True)


@onderdeel
class Voorstellen:
    """Where a proposal made on a page goes; which of these a kind needs, `load/samenhang.py` says."""

    soort: Smederij = veld(
        "Soort", "Wie neemt het aan? Bij `patch` mail of bewaar je het; `forgejo` is ook voor Gitea.", default="patch"
    )
    """`azure` is Azure DevOps Services."""
    adres: Serveradres | None = veld("Adres", "Het webadres van de git-server, zonder het project.", default=None)
    project: Tekst | None = veld("Project", "Waar het handboek staat, zoals verkoop/retentiehandboek.", default=None)
    """`group/…/project`, `owner/project`, or for Azure `organisation/project/repository`."""
    client_id: Tekst | None = veld(
        "Nummer van de toepassing", "Wat de git-server gaf toen je de site daar aanmeldde.", default=None
    )
    """Public: it says which site asks, and is no secret."""
    aanmeldadres: Serveradres | None = veld(
        "Aanmeldadres", "Alleen bij azure: waar jullie organisatie zich aanmeldt.", default=None
    )
    """`https://login.microsoftonline.com/<id of the organisation>`."""
    hoofdtak: Tekst = veld("Hoofdtak", "De tak waaruit de site wordt gemaakt.", default="main")


@onderdeel
class Instellingen:
    """All settings. Units stand in the names: calendar days and whole calendar months, unless a line says otherwise.

    Money is in whole units of `valuta`; a part (`_deel`) runs from 0 to 1.
    """

    retentiefase_maanden: Positief = veld(
        "Retentiefase", "Maanden voor het einde dat de retentiefase begint.", default=18
    )
    kort_contract_grens_maanden: Positief = veld(
        "Kort contract", "Een contract korter dan dit aantal maanden is kort.", default=24
    )
    kort_contract_deel: Deel = veld(
        "Deel van kort contract", "Bij een kort contract begint de retentiefase na dit deel.", default=0.5
    )
    herinnering_voor_retentie_dagen: list[Positief] = veld(
        "Herinnering retentiefase", "Dagen voor de start van de retentiefase.", default_factory=lambda: [60, 14]
    )
    herinnering_voor_opzegging_dagen: list[Positief] = veld(
        "Herinnering opzegging", "Dagen voor de opzegdeadline.", default_factory=lambda: [90, 60, 30]
    )
    werkdagen_marge_opzegging: Aantal = veld(
        "Marge voor opzegging", "Zoveel werkdagen voor de opzegdeadline kom je in actie.", default=20
    )
    """Working days."""
    voorstel_voor_beslisdatum_dagen: Aantal = veld(
        "Voorstel", "Zoveel dagen voor de beslisdatum ligt ons voorstel er.", default=90
    )
    aankondigen_dagen: Aantal = veld(
        "Aankondigen", "Zoveel dagen voor de opzegdeadline melden we dat het contract doorloopt.", default=60
    )
    """Tacit renewals only."""
    retentie_te_kort_dagen: Aantal = veld(
        "Te weinig tijd", "Minder dagen tussen start en beslisdatum is te weinig.", default=180
    )
    """Below it: a warning."""
    optie_vragen_vooraf_maanden: Aantal = veld(
        "Opties bespreken", "Maanden voor het einde dat we opties bespreken.", default=6
    )
    aanbesteding_inschrijving_dagen: Aantal = veld("Inschrijven", "Dagen om in te schrijven.", default=45)
    aanbesteding_beoordeling_dagen: Aantal = veld("Beoordelen", "Dagen die de klant beoordeelt.", default=30)
    aanbesteding_opschorting_dagen: Aantal = veld("Wachttijd na gunning", "Dagen tussen gunnen en tekenen.", default=20)
    aanbesteding_implementatie_dagen: Aantal = veld("Overstappen", "Dagen om over te stappen.", default=90)
    """A contract may say otherwise."""
    raamovereenkomst_maximum_maanden: Positief = veld(
        "Raamovereenkomst", "Langer dan dit aantal maanden mag bijna nooit.", default=48
    )
    """Longer: a warning."""
    opstart_dagen: Positief = veld("Opstart", "De eerste dagen van een contract zijn opstart.", default=90)
    kickoff_dagen: Positief = veld("Kick-off", "Binnen zoveel dagen is er een kick-off.", default=14)
    opstart_checks_dagen: list[Positief] = veld(
        "Navragen in de opstart", "Dagen na de start dat we navragen.", default_factory=lambda: [30, 90]
    )
    kennismaking_dagen: Positief = veld("Kennismaking", "Binnen zoveel dagen kennen we een nieuw gezicht.", default=30)
    vermoed_dagen: Positief = veld("Vermoeden", "Een vermoede verwachting vraag je binnen zoveel dagen na.", default=30)
    verwachting_verouderd_dagen: Positief = veld(
        "Verwachting verouderd", "Na zoveel dagen vraag je een verwachting opnieuw na.", default=183
    )
    fresheyes_maanden: Positief = veld("Frisse blik", "Om de hoeveel maanden een frisse blik?", default=12)
    fresheyes_na_wijziging_maanden: Positief = veld(
        "Frisse blik na wijziging", "Binnen zoveel maanden na een wijziging.", default=3
    )
    postmortem_maanden: Positief = veld("Terugblik", "Binnen zoveel maanden na een vertrek.", default=2)
    postmortem_advies_weken: list[Positief] = veld(
        "Beste moment voor terugblik", "Tussen deze weken na het vertrek.", default_factory=lambda: [2, 6]
    )
    """From, to."""
    cijfer_norm: Cijfer = veld("Norm voor cijfers", "Een cijfer onder deze norm vraagt om herstel.", default=8.0)
    garantie_maanden: Positief = veld("Garantie", "Cijfers van zoveel maanden tellen mee.", default=12)
    herstelplan_escalatie_dagen: Positief = veld(
        "Herstelplan", "Na zoveel dagen zonder plan gaat het naar de leidinggevende.", default=14
    )
    project_evaluatie_dagen: Positief = veld("Projectevaluatie", "Dagen na de oplevering.", default=14)
    training_check_maanden: Positief = veld("Training navragen", "Maanden na de training.", default=6)
    training_terug_maanden: Positief = veld("Training herhalen", "Maanden na de training.", default=12)
    kansvraag_dagen: Positief = veld(
        "Vraag naar een kans", "Zoveel dagen na een nieuw contract, een verlenging of een goed cijfer.", default=30
    )
    kansvraag_vervalt_dagen: Positief = veld(
        "Vraag naar een kans vervalt", "Na zoveel dagen zonder antwoord vraagt de site het niet meer.", default=183
    )
    """So that the past asks nothing."""
    berichten_per_jaar: Aantal = veld("Berichten per jaar", "Hoeveel nuttige berichten krijgt elke klant?", default=6)
    bericht_elke_dagen: Positief = veld("Bericht om de", "Dagen tussen twee berichten.", default=61)
    lessencheck_dagen: Literal[7, 31] = veld(
        "Lessen nalopen", "Om de hoeveel dagen: elke week (7) of maand (31)?", default=31
    )
    les_woorden_minimaal: Positief = veld(
        "Woorden die op een les lijken", "Zoveel woorden heeft een signaal minstens gemeen met een les.", default=2
    )
    """Different words."""
    les_woorden_deel: Deel = veld(
        "Deel van de les", "Welk deel van de woorden van het signaal uit de les moet er staan?", default=0.5
    )
    """Part of the words of the warning sign, 0 to 1."""
    relaties_minimaal: Positief = veld(
        "Relaties per beslisser", "Zoveel collega's kennen elke beslisser en beïnvloeder.", default=3
    )
    segmentatie_per_maanden: Positief = veld("Segmenten nalopen", "Om de hoeveel maanden?", default=12)
    peiljaar: Jaar | None = veld(
        "Peiljaar", "Over welk jaar tellen omzet en scores? Leeg is: het vorige jaar.", default=None
    )
    """Absent: the last full calendar year before the peildatum."""
    top_deel: Deel = veld("Top", "Welk deel van de klanten is de top? 0.2 is twintig procent.", default=0.2)
    ronde_weken_min: Positief = veld("Toernooironde minstens", "Weken.", default=6)
    ronde_weken_max: Positief = veld("Toernooironde hoogstens", "Weken.", default=10)
    toernooi_start: Literal[64, 32] = veld("Toernooi begint met", "64 of 32 adressen.", default=64)
    canvas_verplicht_segmenten: list[Segment] = veld(
        "Retentiecanvas verplicht", "Voor welke segmenten?", default_factory=lambda: ["A", "B"]
    )
    canvas_verplicht_vanaf: Bedrag | None = veld(
        "Retentiecanvas verplicht vanaf", "Bij deze jaarwaarde altijd; leeg is: niet gebruikt.", default=None
    )
    canvas_verouderd_dagen: Positief = veld("Canvas verouderd", "Na zoveel dagen vraag je een canvas na.", default=92)
    coach_leest_dagen: Positief = veld(
        "De coach leest binnen", "Zoveel dagen na het begin, de teamsessie of een wijziging.", default=7
    )
    canvas_print_doelen: Positief = veld("Doelen op papier", "Zoveel doelen passen op de print.", default=5)
    canvas_print_acties: Positief = veld("Acties op papier", "Zoveel acties passen op de print.", default=8)
    indicatoren_oranje: Positief = veld("Oranje vanaf", "Zoveel signalen stellen oranje voor.", default=3)
    indicatoren_rood: Positief = veld("Rood vanaf", "Zoveel signalen stellen rood voor.", default=6)
    oordeel_houdbaar_dagen: Positief = veld("Oordeel houdbaar", "Na zoveel dagen vraag je een oordeel na.", default=92)
    klantbeeld_zorg_vanaf: Positief = veld("Zorg vanaf", "Zoveel keer let op is samen zorg.", default=3)
    klantbeeld_klacht_dagen: Aantal = veld("Klacht open", "Na zoveel dagen telt een open klacht als zorg.", default=14)
    klantbeeld_signaal_dagen: Positief = veld("Signaal telt", "Zoveel dagen telt een signaal mee.", default=90)
    klantbeeld_belofte_dagen: Positief = veld(
        "Toezegging telt", "Zoveel dagen telt een gebroken toezegging mee.", default=180
    )
    klantbeeld_rustig_dagen: Positief = veld("Rustig", "Binnen zoveel dagen moet er iets gehoord zijn.", default=92)
    klantbeeld_prioriteit_vanaf: Schaal5 = veld(
        "Prioriteit vanaf", "Vanaf deze prioriteit telt een verwachting mee.", default=4
    )
    uitstel_maximum_dagen: Positief = veld(
        "Uitstel hoogstens", "Zo lang mag iets hoogstens wachten, in dagen vanaf vandaag.", default=180
    )
    stand_week_dagen: Positief = veld("Deze week", "Binnen zoveel dagen is `deze week`.", default=7)
    """Today included."""
    stand_maand_dagen: Positief = veld("Deze maand", "Binnen zoveel dagen is `deze maand`.", default=31)
    """Today included."""
    persoon_bewaren_maanden: Positief = veld("Persoon bewaren", "Maanden na vertrek.", default=24)
    moment_bewaren_maanden: Positief = veld("Contactmoment bewaren", "Maanden.", default=24)
    geschiedenis_maanden: Positief = veld(
        "Wat veranderde", "Van zoveel maanden vertelt de site wat er in de bestanden veranderde.", default=15
    )
    vandaag_hoogstens: Positief = veld(
        "Vandaag hoogstens", "Zoveel dingen ziet iemand hoogstens van zijn week; de rest is dichtgevouwen.", default=7
    )
    vandaag_per_persoon_per_week: Positief = veld(
        "Vandaag moet", "Zoveel dingen staan er daarvan hoogstens bij wat deze week moet.", default=5
    )
    vandaag_volgorde: list[Weging] = veld(
        "Vandaag volgorde",
        "Waarop let je het eerst als je kiest wat bovenaan staat? Wat je weglaat, telt niet mee.",
        default_factory=lambda: ["segment", "klantbeeld", "besluit", "jaarwaarde", "fase"],
    )
    vandaag_besluit_dagen: Positief = veld(
        "Vandaag besluit", "Besluiten die binnen hetzelfde aantal dagen vallen, zijn even dichtbij.", default=92
    )
    """Width of a step, counted from today: within one step the next of `vandaag_volgorde` decides."""
    vandaag_contract_zwaarder: Boolean = veld(
        "Vandaag contract", "Telt een klant een segment zwaarder als het om het contract zelf gaat?", default=True
    )
    """A B client then counts as an A client for that one thing."""
    feed_per_persoon_per_maand: Positief = veld(
        "Agenda", "Zoveel dagen per maand staan in de agenda van een collega; de rest is één regel.", default=20
    )
    """That of the rest included."""
    feed_met_klantnaam: Boolean = veld(
        "Klantnaam in agenda's",
        "Bij `false` staat in agenda's en de feed een code voor de klant, en noemt een weekbericht geen klant.",
        default=True,
    )
    drukke_maand_vanaf: Positief = veld(
        "Drukke maand vanaf", "Met minder momenten is een maand voor niemand druk.", default=3
    )
    """Key moments of one colleague in a month; below it a month is never busy."""
    pagina_verouderd_dagen: Positief = veld("Pagina verouderd", "Na zoveel dagen waarschuwt een pagina.", default=8)
    peildatum_vast: Datum | None = veld(
        "Vaste peildatum", "Alleen voor een voorbeeld: reken alsof het deze dag is.", default=None
    )
    """`check` warns."""
    toon_contactnamen: Boolean = veld(
        "Namen tonen", "`false` toont op overzichten functies in plaats van namen.", default=True
    )
    valuta: Valuta = veld("Valuta", "De code van de munt, zoals EUR.", default="EUR")
    tijdzone: Tekst = veld("Tijdzone", "Voor de datum van vandaag.", default="Europe/Amsterdam")
    """IANA name."""
    vrije_dagen: VrijeDagen = veld("Vrije dagen", "Wijk af van de landelijke feestdagen.", default_factory=VrijeDagen)
    vakanties: list[Vakantie] = veld(
        "Vakanties", "Schoolvakanties en bouwvak; alleen om te tonen.", default_factory=list
    )
    onderdelen: Onderdelen = veld(
        "Onderdelen", "Welke onderdelen van de methode gebruiken jullie?", default_factory=Onderdelen
    )
    site_url: Siteadres | None = veld(
        "Webadres van de site", "Voor agenda's en mail; leeg is: niet bekend.", default=None
    )
    """Shared by feeds, sitemap, canonical links and mails."""
    voorstellen: Voorstellen = veld(
        "Voorstellen", "Waar een voorstel heen gaat dat je op een pagina maakt.", default_factory=Voorstellen
    )
