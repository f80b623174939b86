"""The yearly tournament for new clients (domain 2.10, `_werving/<jaar>.yml`)."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.basis import Aantal, Boolean, Datum, Jaar, Omvang, Slug, Tekst, onderdeel, veld

Rondenummer = Annotated[int, Field(strict=True, ge=1, le=6)]


@onderdeel
class Ronde:
    """One round of the tournament."""

    nummer: Rondenummer = veld("Nummer", "1 tot en met 6.")
    stand: Tekst | None = veld("Stand", "Hoe staat deze ronde ervoor?", default=None)
    start: Datum | None = veld("Start", "De eerste dag van de ronde.", default=None)
    eind: Datum | None = veld("Eind", "De laatste dag van de ronde.", default=None)
    doel_aantal: Aantal | None = veld("Doel", "Hoeveel adressen blijven er over?", default=None)


@onderdeel
class Adres:
    """One address in the tournament."""

    id: Slug = veld("Id", "Korte naam.")
    naam: Tekst = veld("Naam", "De naam van het bedrijf.")
    eigenaar: Slug | None = veld("Eigenaar", "De collega die het adres volgt.", default=None)
    omvang_verwacht: Omvang | None = veld("Verwachte omvang", "Hoe groot kan deze klant worden?", default=None)
    ronde_bereikt: Rondenummer | None = veld("Ronde bereikt", "Tot welke ronde kwam dit adres?", default=None)
    volgende_stap: Tekst | None = veld("Volgende stap", "Wat doen we nu?", default=None)
    laatste_contact: Datum | None = veld("Laatste contact", "De dag van het laatste contact.", default=None)
    besluit: Literal["go", "no_go"] | None = veld("Besluit", "Gaan we door (go) of niet (no_go)?", default=None)
    besluit_op: Datum | None = veld("Besloten op", "De dag van het besluit.", default=None)
    reden: Tekst | None = veld("Reden", "Waarom dit besluit?", default=None)
    terug_in_kweekvijver: Boolean = veld("Terug in kweekvijver", "Houden we dit adres in het oog?", default=False)


@onderdeel
class Werving:
    """`_werving/<jaar>.yml`: the tournament of one year."""

    jaar: Jaar = veld("Jaar", "Hetzelfde jaar als in de naam van het bestand.")
    start_op: Datum = veld("Start", "De eerste dag van het toernooi.")
    eigenaar: Slug | None = veld("Eigenaar", "De collega die het toernooi leidt.", default=None)
    startaantal: Literal[64, 32] | None = veld("Startaantal", "64 of 32 adressen.", default=None)
    """Absent: setting `toernooi_start`."""
    rondes: list[Ronde] = veld("Rondes", "De rondes.", default_factory=list)
    adressen: list[Adres] = veld("Adressen", "De adressen.", default_factory=list)
