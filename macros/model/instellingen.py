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
    Tekst,
    Webadres,
    onderdeel,
    veld,
)

Valuta = Annotated[str, Strict(), Field(pattern=r"^[A-Z]{3}$")]
"""ISO 4217 code."""


@onderdeel
class VrijeDagen:
    """Days off besides, or instead of, the national holidays."""

    toevoegen: list[Datum] = veld("Erbij", "Dagen waarop wij ook vrij zijn.", default_factory=list)
    """Extra days off."""
    weglaten: list[Datum] = veld("Eraf", "Feestdagen waarop wij gewoon werken.", default_factory=list)
    """Holidays that count as working days."""


@onderdeel
class Vakantie:
    """A holiday period; shown only."""

    naam: Tekst = veld("Naam", "Bijvoorbeeld: bouwvak.")
    """Name."""
    van: Datum = veld("Van", "De eerste dag.")
    """First day."""
    tot: Datum = veld("Tot en met", "De laatste dag.")
    """Last day, inclusive."""


@onderdeel
class Onderdelen:
    """Parts of the site; one that is off has no page, no gap, no reason and no homework."""

    honken: Boolean = veld("Honken", "Werken jullie met de twaalf honken?", default=False)
    """The twelve bases."""
    toernooi: Boolean = veld("Toernooi", "Doen jullie het toernooi voor nieuwe klanten?", default=False)
    """The yearly tournament."""
    scores: Boolean = veld("Scores", "Rekenen jullie het segment uit met scores?", default=False)
    """Scores that make the segment."""
    zelfscan: Boolean = veld("Zelfscan", "Vullen accountmanagers de zelfscan in?", default=True)
    """Self-scan of account managers."""
    berichten: Boolean = veld("Berichten", "Houden jullie de nuttige berichten bij?", default=True)
    """Useful messages."""


@onderdeel
class Instellingen:
    """All settings; units stand in the names."""

    retentiefase_maanden: Positief = veld(
        "Retentiefase", "Maanden voor het einde dat de retentiefase begint.", default=18
    )
    """Whole calendar months."""
    kort_contract_grens_maanden: Positief = veld(
        "Kort contract", "Een contract korter dan dit aantal maanden is kort.", default=24
    )
    """Shorter terms use `kort_contract_deel`."""
    kort_contract_deel: Deel = veld(
        "Deel van kort contract", "Bij een kort contract begint de retentiefase na dit deel.", default=0.5
    )
    """Part of the term, 0 to 1."""
    herinnering_voor_retentie_dagen: list[Positief] = veld(
        "Herinnering retentiefase", "Dagen voor de start van de retentiefase.", default_factory=lambda: [60, 14]
    )
    """Calendar days."""
    herinnering_voor_opzegging_dagen: list[Positief] = veld(
        "Herinnering opzegging", "Dagen voor de opzegdeadline.", default_factory=lambda: [90, 60, 30]
    )
    """Calendar days."""
    werkdagen_marge_opzegging: Aantal = veld(
        "Marge voor opzegging", "Zoveel werkdagen voor de opzegdeadline kom je in actie.", default=20
    )
    """Working days."""
    voorstel_voor_beslisdatum_dagen: Aantal = veld(
        "Voorstel", "Zoveel dagen voor de beslisdatum ligt ons voorstel er.", default=90
    )
    """Calendar days."""
    aankondigen_dagen: Aantal = veld(
        "Aankondigen", "Zoveel dagen voor de opzegdeadline melden we dat het contract doorloopt.", default=60
    )
    """Calendar days; tacit renewals only."""
    retentie_te_kort_dagen: Aantal = veld(
        "Te weinig tijd", "Minder dagen tussen start en beslisdatum is te weinig.", default=180
    )
    """Calendar days; below it: a warning."""
    optie_vragen_vooraf_maanden: Aantal = veld(
        "Opties bespreken", "Maanden voor het einde dat we opties bespreken.", default=6
    )
    """Whole calendar months."""
    aanbesteding_inschrijving_dagen: Aantal = veld("Inschrijven", "Dagen om in te schrijven.", default=45)
    """Calendar days."""
    aanbesteding_beoordeling_dagen: Aantal = veld("Beoordelen", "Dagen die de klant beoordeelt.", default=30)
    """Calendar days."""
    aanbesteding_opschorting_dagen: Aantal = veld("Wachttijd na gunning", "Dagen tussen gunnen en tekenen.", default=20)
    """Calendar days."""
    aanbesteding_implementatie_dagen: Aantal = veld("Overstappen", "Dagen om over te stappen.", default=90)
    """Calendar days; a contract may say otherwise."""
    raamovereenkomst_maximum_maanden: Positief = veld(
        "Raamovereenkomst", "Langer dan dit aantal maanden mag bijna nooit.", default=48
    )
    """Longer: a warning."""
    opstart_dagen: Positief = veld("Opstart", "De eerste dagen van een contract zijn opstart.", default=90)
    """Calendar days."""
    kickoff_dagen: Positief = veld("Kick-off", "Binnen zoveel dagen is er een kick-off.", default=14)
    """Calendar days."""
    opstart_checks_dagen: list[Positief] = veld(
        "Navragen in de opstart", "Dagen na de start dat we navragen.", default_factory=lambda: [30, 90]
    )
    """Calendar days."""
    kennismaking_dagen: Positief = veld("Kennismaking", "Binnen zoveel dagen kennen we een nieuw gezicht.", default=30)
    """Calendar days."""
    vermoed_dagen: Positief = veld("Vermoeden", "Een vermoede verwachting vraag je binnen zoveel dagen na.", default=30)
    """Calendar days."""
    verwachting_verouderd_dagen: Positief = veld(
        "Verwachting verouderd", "Na zoveel dagen vraag je een verwachting opnieuw na.", default=183
    )
    """Calendar days."""
    fresheyes_maanden: Positief = veld("Frisse blik", "Om de hoeveel maanden een frisse blik?", default=12)
    """Whole calendar months."""
    fresheyes_na_wijziging_maanden: Positief = veld(
        "Frisse blik na wijziging", "Binnen zoveel maanden na een wijziging.", default=3
    )
    """Whole calendar months."""
    postmortem_maanden: Positief = veld("Terugblik", "Binnen zoveel maanden na een vertrek.", default=2)
    """Whole calendar months."""
    postmortem_advies_weken: list[Positief] = veld(
        "Beste moment voor terugblik", "Tussen deze weken na het vertrek.", default_factory=lambda: [2, 6]
    )
    """Weeks: from, to."""
    cijfer_norm: Cijfer = veld("Norm voor cijfers", "Een cijfer onder deze norm vraagt om herstel.", default=8.0)
    """Mark 1 to 10."""
    garantie_maanden: Positief = veld("Garantie", "Cijfers van zoveel maanden tellen mee.", default=12)
    """Whole calendar months."""
    herstelplan_escalatie_dagen: Positief = veld(
        "Herstelplan", "Na zoveel dagen zonder plan gaat het naar de leidinggevende.", default=14
    )
    """Calendar days."""
    project_evaluatie_dagen: Positief = veld("Projectevaluatie", "Dagen na de oplevering.", default=14)
    """Calendar days."""
    training_check_maanden: Positief = veld("Training navragen", "Maanden na de training.", default=6)
    """Whole calendar months."""
    training_terug_maanden: Positief = veld("Training herhalen", "Maanden na de training.", default=12)
    """Whole calendar months."""
    berichten_per_jaar: Aantal = veld("Berichten per jaar", "Hoeveel nuttige berichten krijgt elke klant?", default=6)
    """Messages in twelve months."""
    bericht_elke_dagen: Positief = veld("Bericht om de", "Dagen tussen twee berichten.", default=61)
    """Calendar days."""
    lessencheck_dagen: Literal[7, 31] = veld(
        "Lessen nalopen", "Om de hoeveel dagen: elke week (7) of maand (31)?", default=31
    )
    """Calendar days; the team chooses 7 or 31."""
    les_woorden_minimaal: Positief = veld(
        "Woorden die op een les lijken", "Zoveel woorden heeft een signaal minstens gemeen met een les.", default=2
    )
    """Number of different words."""
    les_woorden_deel: Deel = veld(
        "Deel van de les", "Welk deel van de woorden van het signaal uit de les moet er staan?", default=0.5
    )
    """Part of the words of the warning sign, 0 to 1."""
    relaties_minimaal: Positief = veld(
        "Relaties per beslisser", "Zoveel collega's kennen elke beslisser en beïnvloeder.", default=3
    )
    """Number of colleagues."""
    segmentatie_per_maanden: Positief = veld("Segmenten nalopen", "Om de hoeveel maanden?", default=12)
    """Whole calendar months."""
    peiljaar: Jaar | None = veld(
        "Peiljaar", "Over welk jaar tellen omzet en scores? Leeg is: het vorige jaar.", default=None
    )
    """Absent: the last full calendar year before the peildatum."""
    top_deel: Deel = veld("Top", "Welk deel van de klanten is de top? 0.2 is twintig procent.", default=0.2)
    """Part of the accounts, 0 to 1."""
    ronde_weken_min: Positief = veld("Toernooironde minstens", "Weken.", default=6)
    """Weeks."""
    ronde_weken_max: Positief = veld("Toernooironde hoogstens", "Weken.", default=10)
    """Weeks."""
    toernooi_start: Literal[64, 32] = veld("Toernooi begint met", "64 of 32 adressen.", default=64)
    """Number of addresses."""
    canvas_verplicht_segmenten: list[Segment] = veld(
        "Retentiecanvas verplicht", "Voor welke segmenten?", default_factory=lambda: ["A", "B"]
    )
    """Segments that need a canvas in retention."""
    canvas_verplicht_vanaf: Bedrag | None = veld(
        "Retentiecanvas verplicht vanaf", "Bij deze jaarwaarde altijd; leeg is: niet gebruikt.", default=None
    )
    """Whole units of `valuta` per year."""
    canvas_verouderd_dagen: Positief = veld("Canvas verouderd", "Na zoveel dagen vraag je een canvas na.", default=92)
    """Calendar days."""
    canvas_print_doelen: Positief = veld("Doelen op papier", "Zoveel doelen passen op de print.", default=5)
    """Number of goals."""
    canvas_print_acties: Positief = veld("Acties op papier", "Zoveel acties passen op de print.", default=8)
    """Number of actions."""
    indicatoren_oranje: Positief = veld("Oranje vanaf", "Zoveel signalen stellen oranje voor.", default=3)
    """Number of indicators."""
    indicatoren_rood: Positief = veld("Rood vanaf", "Zoveel signalen stellen rood voor.", default=6)
    """Number of indicators."""
    oordeel_houdbaar_dagen: Positief = veld("Oordeel houdbaar", "Na zoveel dagen vraag je een oordeel na.", default=92)
    """Calendar days."""
    klantbeeld_zorg_vanaf: Positief = veld("Zorg vanaf", "Zoveel keer let op is samen zorg.", default=3)
    """Number of reasons."""
    klantbeeld_klacht_dagen: Aantal = veld("Klacht open", "Na zoveel dagen telt een open klacht als zorg.", default=14)
    """Calendar days."""
    klantbeeld_signaal_dagen: Positief = veld("Signaal telt", "Zoveel dagen telt een signaal mee.", default=90)
    """Calendar days."""
    klantbeeld_belofte_dagen: Positief = veld(
        "Belofte telt", "Zoveel dagen telt een gebroken belofte mee.", default=180
    )
    """Calendar days."""
    klantbeeld_rustig_dagen: Positief = veld("Rustig", "Binnen zoveel dagen moet er iets gehoord zijn.", default=92)
    """Calendar days."""
    klantbeeld_prioriteit_vanaf: Schaal5 = veld(
        "Prioriteit vanaf", "Vanaf deze prioriteit telt een verwachting mee.", default=4
    )
    """1 to 5."""
    stand_week_dagen: Positief = veld("Deze week", "Binnen zoveel dagen is `deze week`.", default=7)
    """Calendar days, today included."""
    stand_maand_dagen: Positief = veld("Deze maand", "Binnen zoveel dagen is `deze maand`.", default=31)
    """Calendar days, today included."""
    persoon_bewaren_maanden: Positief = veld("Persoon bewaren", "Maanden na vertrek.", default=24)
    """Whole calendar months."""
    moment_bewaren_maanden: Positief = veld("Contactmoment bewaren", "Maanden.", default=24)
    """Whole calendar months."""
    vandaag_per_persoon_per_week: Positief = veld(
        "Vandaag", "Zoveel punten per persoon per week; de rest onder `meer`.", default=5
    )
    """Number of items."""
    feed_per_persoon_per_maand: Positief = veld("Agenda", "Zoveel afspraken per persoon per maand.", default=20)
    """Number of items; the rest in one."""
    drukke_maand_vanaf: Positief = veld(
        "Drukke maand vanaf", "Met minder momenten is een maand voor niemand druk.", default=3
    )
    """Key moments of one colleague in a month; below it a month is never busy."""
    pagina_verouderd_dagen: Positief = veld("Pagina verouderd", "Na zoveel dagen waarschuwt een pagina.", default=8)
    """Calendar days."""
    peildatum_vast: Datum | None = veld(
        "Vaste peildatum", "Alleen voor een voorbeeld: reken alsof het deze dag is.", default=None
    )
    """Only for an example portfolio; `check` warns."""
    toon_contactnamen: Boolean = veld(
        "Namen tonen", "`false` toont op overzichten functies in plaats van namen.", default=True
    )
    """Names or functions on overview pages."""
    valuta: Valuta = veld("Valuta", "De code van de munt, zoals EUR.", default="EUR")
    """ISO 4217."""
    tijdzone: Tekst = veld("Tijdzone", "Voor de datum van vandaag.", default="Europe/Amsterdam")
    """IANA name."""
    vrije_dagen: VrijeDagen = veld("Vrije dagen", "Wijk af van de landelijke feestdagen.", default_factory=VrijeDagen)
    """Extra and skipped days off."""
    vakanties: list[Vakantie] = veld(
        "Vakanties", "Schoolvakanties en bouwvak; alleen om te tonen.", default_factory=list
    )
    """Shown only."""
    onderdelen: Onderdelen = veld(
        "Onderdelen", "Welke onderdelen van de methode gebruiken jullie?", default_factory=Onderdelen
    )
    """Switches."""
    site_url: Webadres | None = veld(
        "Webadres van de site", "Voor agenda's en mail; leeg is: niet bekend.", default=None
    )
    """https address that feeds, sitemap, canonical links and mails share."""
