"""The calendars that a colleague can take along: the list of them, and the address of each with what to do with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros.afleidingen.dossier import Dossier
from macros.model.instellingen import Instellingen
from macros.portefeuille.agendadag import bestandsnaam, met_naam
from macros.portefeuille.agendas import OPZEGDATUMS, TEAM, met_agenda, van_allen, van_collega, van_klant
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Alinea, Blad, Tussenkop
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Code, Link, Onder, klant
from macros.views.render import Inhoud, Stuk, veilig
from macros.woorden.opmaak import opmaak

WAT = {
    TEAM: ("Het hele team", "Wat iedereen moet doen: contracten, opleveringen, frisse blikken en terugblikken"),
    OPZEGDATUMS: ("Alleen opzegdatums", "Elke opzegdeadline, de herinneringen eraan en de dag om in actie te komen"),
}


@dataclass(frozen=True, slots=True)
class Adres(Stuk):
    """The address of a calendar, and the ways to take it along; the browser adds a button that copies it."""

    pad: str
    """Below the root of the site."""
    naam: str
    """What a screen reader says behind the words of a link."""
    site: str = ""
    """Address of the site, ending in a slash. Without one only the browser knows it, and there is no link to follow."""

    def html(self, basis: str) -> Markup:
        """Print them; a program that follows the calendar looks again by itself, a file that was fetched stays."""
        naam = veilig(self.naam)
        volgen, halen = (
            opmaak('<a href="{}" aria-label="{}: {}"{}>{}</a>', adres, woord, naam, merk, woord)
            for adres, woord, merk in (
                (veilig(f"webcal://{self.site.partition('://')[2]}{self.pad}"), "Volgen", Markup(" data-volg")),
                (veilig(f"{basis}{self.pad}"), "Downloaden", Markup(" download")),
            )
        )
        return opmaak(
            '<span class="agenda" data-agenda><code class="agenda__adres">{}</code> '
            '<span class="agenda__doen">{}{}</span></span>',
            veilig(f"{self.site}{self.pad}"),
            volgen + " " if self.site else "",
            halen,
        )


def van_deze_klant(dossier: Dossier) -> Inhoud:
    """Give the calendar of one client, with the way to how to use it; nothing for a hidden one, which has none."""
    if dossier.verborgen:
        return None
    pad, site = van_klant(bestandsnaam(dossier)), _site(dossier.gedeeld.instellingen)
    return Adres(pad, f"agenda van {dossier.naam}", site), Onder(Link("Zo gebruik je hem", "agenda/", scherm=True))


@overzicht
def agendas(portefeuille: Portefeuille) -> Blad:
    """List the calendars of everybody and of each colleague; of a client it stands on its own page."""
    site = _site(portefeuille.gedeeld.instellingen)
    return Blad("agendas", (_register(portefeuille, site), *_codes(portefeuille)))


def _register(portefeuille: Portefeuille, site: str) -> Inhoud:
    wat = "Eigen werk, met herinneringen en gesprekken"
    rijen = [
        *((naam, bij, van_allen(soort), soort) for soort, (naam, bij) in WAT.items()),
        *((persoon.naam, wat, van_collega(persoon.id), persoon.id) for persoon in met_agenda(portefeuille)),
    ]
    kolommen: tuple[Kolom[tuple[str, str, str, str]], ...] = (
        Kolom("Agenda", lambda rij: rij[0]),
        Kolom("Wat erin staat", lambda rij: rij[1]),
        Kolom("Adres", lambda rij: Adres(rij[2], rij[0], site)),
    )
    return register("De agenda's van het team en van elke collega", kolommen, rijen)


def _codes(portefeuille: Portefeuille) -> Iterator[Inhoud]:
    """Which client each code stands for, where the team shows no names: an entry leads here, and to no client."""
    dossiers = [dossier for dossier in portefeuille.dossiers.values() if not dossier.verborgen]
    if not dossiers or met_naam(dossiers[0]):
        return
    kolommen: tuple[Kolom[Dossier], ...] = (
        Kolom("Code", lambda dossier: Code(bestandsnaam(dossier)), sorteer=bestandsnaam),
        Kolom("Klant", klant, sorteer=lambda dossier: dossier.naam),
    )
    yield Tussenkop("Welke klant hoort bij een code?", "codes")
    yield Alinea("In de agenda's staat een code in plaats van de klant. Alleen op deze site zie je wie dat is.")
    yield register(
        "Klanten met hun code, op naam van de klant",
        kolommen,
        sorted(dossiers, key=lambda dossier: (dossier.naam, dossier.id)),
        naam="codes",
        zoek="Zoek een code of klant",
        anker=bestandsnaam,
    )


def _site(instellingen: Instellingen) -> str:
    return f"{instellingen.site_url.rstrip('/')}/" if instellingen.site_url else ""
