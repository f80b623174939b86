"""The reference of the tables that leave the site: what one row is, and what stands in each column."""

from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Alinea, Blad, Tussenkop, Vouw
from macros.views.delen.onderdeel import overzicht, tabellen
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Aaneen, Code, Link
from macros.woorden.tabel import SOORTEN, Veld


@overzicht
def tabelkolommen(portefeuille: Portefeuille) -> Blad:
    """List every table with its columns; which columns some have depends on what the team set."""
    delen = []
    for tabel in tabellen(portefeuille, met_rijen=False):
        # Without the place on it: a part that holds nothing today may not be there.
        waar = Link("de pagina", tabel.pad.partition("#")[0], f"van {tabel.titel}")
        kolommen = register(f"Kolommen van {tabel.titel}", KOLOMMEN, tabel.velden)
        delen += [
            Tussenkop(tabel.titel, f"tabel-{tabel.naam}", niveau=3),
            Alinea((tabel.uitleg, "Bestand", Code(f"{tabel.naam}.csv"), "bij", Aaneen((waar, ".")))),
            Vouw("Kolommen", kolommen, len(tabel.velden)),
        ]
    return Blad("tabelkolommen", tuple(delen))


KOLOMMEN: tuple[Kolom[Veld], ...] = (
    Kolom("Kolom", lambda veld: Code(veld.naam)),
    Kolom("Soort", lambda veld: SOORTEN[veld.soort]),
    Kolom("Wat erin staat", lambda veld: veld.uitleg, breed="ruim"),
)
