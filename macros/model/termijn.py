"""Terms of a contract: notice, tacit renewal, options and renewals (domain 2.3)."""

from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from macros.model.basis import Boolean, Datum, Gat, Positief, onderdeel, veld


@onderdeel
class Termijn:
    """A period of notice; months are counted from the day after the end, `kalendermaanden` are full months."""

    aantal: Positief = veld("Aantal", "Hoeveel dagen, weken of maanden?")
    eenheid: Literal["dagen", "weken", "maanden", "kalendermaanden"] = veld("Eenheid", "Dagen, weken of maanden?")


def _termijn_of_datum(waarde: object) -> str:
    return "termijn" if isinstance(waarde, (dict, Termijn)) else "datum"


TermijnOfDatum = Annotated[
    Annotated[Termijn, Tag("termijn")] | Annotated[Datum, Tag("datum")], Discriminator(_termijn_of_datum)
]


@onderdeel
class StilzwijgendeVerlenging:
    """The contract goes on by itself when nobody gives notice."""

    maanden: Positief = veld("Maanden", "Met hoeveel maanden loopt het contract vanzelf door?")
    herhaalt: Boolean = veld("Herhaalt", "Gebeurt dat daarna telkens weer? `false` is: één keer.", default=True)


@onderdeel
class Optie:
    """An option to extend the term; options stand in order of use."""

    maanden: Positief = veld("Maanden", "Met hoeveel maanden verlengt deze optie het contract?")
    wie: Literal["klant", "wij", "samen"] = veld("Wie beslist", "Wie mag de optie gebruiken?", default="klant")
    uiterlijk: TermijnOfDatum | None = veld(
        "Uiterlijk",
        "Tot wanneer mag het? Een datum, of hoe lang voor het einde: {aantal: 3, eenheid: maanden}.",
        default=None,
        gat=Gat("open", "Vul in tot wanneer de optie gebruikt mag worden: dan mis je die dag niet"),
    )
    """Counted from the then end date; absent: no option deadline."""
    status: Literal["open", "gelicht", "niet_gelicht"] = veld("Status", "Is de optie al gebruikt?", default="open")
    """`gelicht` needs `datum_gelicht`."""
    datum_gelicht: Datum | None = veld("Gebruikt op", "De dag waarop de optie is gebruikt.", default=None)


@onderdeel
class Verlenging:
    """A confirmed renewal outside the options; the only place where a tacit renewal is recorded."""

    datum: Datum = veld("Datum", "De dag waarop dit is afgesproken of inging.")
    nieuwe_einddatum: Datum = veld("Nieuwe einddatum", "De laatste dag van het verlengde contract.")
    soort: Literal["stilzwijgend", "overeenkomst"] = veld("Soort", "Vanzelf doorgelopen, of samen afgesproken?")
