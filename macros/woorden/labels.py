"""The Dutch words of the site for every choice and state, each with a symbol and a CSS class.

Source of the words: domain §5.10, and domain §2 for the values. A word says what it is to a colleague ("Nog niet
overtuigd"), the symbol keeps it readable in grey print, the class (`status--<klasse>` in basis.css) gives the colour.
A table has exactly one entry for each value of the model, in the order in which a reader sorts them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Label:
    """One word of the site."""

    tekst: str
    """What the reader sees."""
    symbool: str = ""
    """One character that tells the states apart without colour; empty for a plain word."""
    klasse: str = "gewoon"
    """End of the CSS class: `goed`, `let-op`, `risico`, `te-laat`, `gepland`, `stil`, `weg`, `segment` or `gewoon`."""

    def __html__(self) -> str:
        """Print the word with its symbol and colour: `{{ label }}` in a template; pages hold many, so each is kept."""
        return _html(self)


@cache
def _html(label: Label) -> Markup:
    """Write the marks of a label; the symbol is an attribute that basis.css shows and a screen reader skips."""
    symbool = Markup(' data-symbool="{}"').format(label.symbool) if label.symbool else ""
    return Markup('<span class="status status--{}"{}>{}</span>').format(label.klasse, symbool, label.tekst)


ONBEKEND = Label("Onbekend", "?", "stil")


def woord(tabel: Mapping[str, Label], waarde: str | None) -> Label:
    """Return the label of `waarde`; ONBEKEND for None, the bare text for a value that a team made up itself."""
    if waarde is None:
        return ONBEKEND
    return tabel.get(waarde) or Label(waarde)


def _woorden(**teksten: str) -> dict[str, Label]:
    """Make a table of plain words without symbol or colour."""
    return {waarde: Label(tekst) for waarde, tekst in teksten.items()}


def _goed(tekst: str) -> Label:
    return Label(tekst, "●", "goed")


def _let_op(tekst: str) -> Label:
    return Label(tekst, "▲", "let-op")


def _risico(tekst: str) -> Label:
    return Label(tekst, "◆", "risico")


def _te_laat(tekst: str) -> Label:
    return Label(tekst, "!", "te-laat")


def _gepland(tekst: str) -> Label:
    return Label(tekst, "○", "gepland")


def _stil(tekst: str) -> Label:
    return Label(tekst, "–", "stil")


# What an account or contract is (3.7), the most urgent first; what was settled against us has a word of its own.
FASE = {
    "verlopen": _te_laat("Einddatum voorbij: wat is afgesproken?"),
    "opgezegd": _risico("Opgezegd"),
    "retentie": _let_op("Verlenging voorbereiden"),
    "opstart": _gepland("Opstart"),
    "operationeel": _goed("Operationeel"),
    "geregeld": _goed("Geregeld"),
    "verloren": _risico("Verloren, loopt nog"),
    "onbepaald": _goed("Onbepaalde tijd"),
    "nog_niet_gestart": _gepland("Nog niet gestart"),
    "beeindigd": _stil("Beëindigd"),
}
DEELS_OPGEZEGD, DEELS_VERLOREN = _risico("Deels opgezegd"), _risico("Deels verloren")
"""Beside the phase of a client of which one contract stops and another goes on."""
GEEN_CONTRACT = _stil("Geen contract")
KWEEKVIJVER = _gepland("In de kweekvijver")


def fase(waarde: str | None) -> Label:
    """Return the label of a phase; an account without contracts has none."""
    return FASE[waarde] if waarde else GEEN_CONTRACT


SEGMENT = {
    "A": Label("A-klant", "A", "segment"),
    "B": Label("B-klant", "B", "segment"),
    "C": Label("C-klant", "C", "segment"),
}

# How near a date is (2.11).
STAND = {
    "te_laat": _te_laat("Te laat"),
    "deze_week": Label("Deze week", "▲", "let-op"),
    "deze_maand": Label("Deze maand", "◐", "gepland"),
    "op_tijd": _gepland("Later"),
    "uitgesteld": _stil("Uitgesteld"),
}
GEDAAN = Label("Gedaan", "✓", "goed")
GEPLAND = _gepland("Gepland")
AFGEROND = _stil("Afgerond")

CANVAS_STAND = {
    "ontbreekt": _te_laat("Nog niet begonnen"),
    "verouderd": Label("Navragen", "?", "let-op"),
    "bezig": Label("Nog bezig", "◐", "gepland"),
    "volledig": _goed("Volledig"),
    "niet_nodig": _stil("Niet nodig"),
}

OORDEEL = {"groen": _goed("Op orde"), "oranje": _let_op("Let op"), "rood": _risico("Risico")}
GEEN_OORDEEL = Label("Nog geen oordeel", "○", "stil")
OORDEEL_BRON = _woorden(
    gesprek="gesprek", mail="mail", meting="meting", review="frisse blik", inschatting="eigen inschatting"
)

KLANTBEELD = {
    "zorg": _risico("Zorg"),
    "let_op": _let_op("Let op"),
    "rustig": _goed("Rustig"),
    "onbekend": ONBEKEND,
}
INSCHATTING = {"vertrekt": _risico("Vertrekt"), "twijfel": _let_op("Twijfel"), "verlengt": _goed("Verlengt")}
HOUDING = {
    "kritisch": _risico("Nog niet overtuigd"),
    "neutraal": Label("Neutraal", "◐", "gepland"),
    "positief": _goed("Positief"),
    "fan": Label("Fan", "★", "goed"),
    "onbekend": ONBEKEND,
}
GARANTIE = {
    "geschonden": _risico("Onder de 8, nog geen plan"),
    "herstel": _let_op("Onder de 8, herstelplan loopt"),
    "gehaald": _goed("8 of hoger"),
}
JUISTE_KLANT = {
    "onjuist": _risico("Past niet bij onze afspraken"),
    "twijfel": _let_op("Twijfel"),
    "juist": _goed("Past bij ons"),
}
CRITERIUM = {
    "voldoet_niet": _risico("Voldoet niet"),
    "deels": _let_op("Deels"),
    "voldoet": _goed("Voldoet"),
    "onbekend": ONBEKEND,
}
ZWAARTE = _woorden(knock_out="harde eis", zwaar="zwaar", licht="licht")

# People
LAAG = _woorden(strategisch="Strategisch", tactisch="Tactisch", operationeel="Operationeel")
ROL_BVT = _woorden(
    beslisser="Beslisser", beinvloeder="Beïnvloeder", inkoper="Inkoper", gebruiker="Gebruiker", geen="Geen"
)
ROL = _woorden(
    accountmanager="Accountmanager",
    contractmanager="Contractmanager",
    projectmanager="Projectmanager",
    leidinggevende="Leidinggevende",
    directie="Directie",
    retentieproces_eigenaar="Eigenaar van het retentieproces",
)
CONTRACTMANAGER_SOORT = _woorden(
    lijnmanager="lijnmanager", specialist="specialist", ervaren_lijnmanager="ervaren lijnmanager"
)
VORM = _woorden(
    bezoek="Bezoek",
    belafspraak="Belafspraak",
    overleg="Overleg",
    bericht="Bericht",
    procesafstemming="Procesafstemming",
    nazorg="Nazorg",
)
CONTACTREGEL = {
    "directie-strategisch": Label("Directie, strategisch"),
    "am-tactisch": Label("Accountmanager, tactisch"),
    "cm-operationeel": Label("Contractmanager, operationeel"),
    "procesafstemming": Label("Procesafstemming"),
}
SIGNAAL = {
    "klacht": _risico("Klacht"),
    "stille_klacht": _let_op("Stille klacht"),
    "concurrent": _let_op("Concurrent"),
    "prijs": _let_op("Prijs"),
    "bovendruk": _let_op("Bovendruk"),
    "onderdruk": _let_op("Onderdruk"),
    "wijziging": Label("Wijziging", "◐", "gepland"),
    "koopsignaal": _goed("Koopsignaal"),
}
NIEUWSBRIEF = _woorden(toestemming="met toestemming", bestaande_klant="als bestaande klant", nee="niet")

# Contracts
SOORT_CONTRACT = _woorden(
    bepaalde_tijd="Bepaalde tijd",
    onbepaalde_tijd="Onbepaalde tijd",
    raamovereenkomst="Raamovereenkomst",
    project="Project",
)
OMVANG_KLASSE = _woorden(normaal="Normaal", groot_complex="Groot of complex", zeer_groot="Zeer groot")
OPTIE_WIE = _woorden(klant="de klant", wij="wij", samen="samen")
VERLENGING_SOORT = _woorden(stilzwijgend="Stilzwijgend verlengd", overeenkomst="Verlengd bij overeenkomst")
PROCEDURE = _woorden(
    openbaar="openbaar", niet_openbaar="niet-openbaar", onderhands="onderhands", onbekend="procedure onbekend"
)
VERLENGBESLUIT = {"stoppen": _risico("Stoppen"), "aanpassen": _let_op("Aanpassen"), "doorgaan": _goed("Doorgaan")}
RESULTAAT = {
    "verloren": _risico("Verloren"),
    "aanbesteed_verloren": _risico("Aanbesteding verloren"),
    "verlengd_slechter": _let_op("Verlengd, voorwaarden slechter"),
    "verlengd": _goed("Verlengd"),
    "verlengd_beter": _goed("Verlengd, voorwaarden beter"),
    "aanbesteed_gewonnen": _goed("Aanbesteding gewonnen"),
}
C_BESLUIT = _woorden(behouden="Behouden", afbouwen="Afbouwen", afscheid="Afscheid nemen")
JUISTE_KLANT_BESLUIT = _woorden(
    doorgaan="Doorgaan", voorwaarden_aanpassen="Voorwaarden aanpassen", afscheid="Afscheid nemen"
)

# Working together
VERWACHTING_TERMIJN = _woorden(direct="Direct", kort="Kort", lang="Lang")
VERWACHTING_STAND = {
    "niet_gehaald": _risico("Niet gehaald"),
    "niet_begonnen": _gepland("Niet begonnen"),
    "loopt": Label("Loopt", "◐", "gepland"),
    "gehaald": Label("Gehaald", "✓", "goed"),
    "vervallen": _stil("Vervallen"),
}
PROBLEEM_STATUS = {
    "open": _let_op("Open"),
    "loopt": Label("Loopt", "◐", "gepland"),
    "opgelost": Label("Opgelost", "✓", "goed"),
}
AANNAME_STAND = {
    "open": Label("Nog navragen", "?", "let-op"),
    "klopt": Label("Klopt", "✓", "goed"),
    "klopt_niet": _risico("Klopt niet"),
    "vervallen": _stil("Vervallen"),
}
TOEZEGGING_STAND = {
    "open": _gepland("Open"),
    "nagekomen": Label("Nagekomen", "✓", "goed"),
    "gebroken": _risico("Niet nagekomen"),
    "vervallen": _stil("Vervallen"),
}
WIJZIGING_SOORT = _woorden(
    contactpersoon="Ander contact bij de klant",
    eigenaar_fusie="Nieuwe eigenaar of fusie",
    reorganisatie="Reorganisatie",
    huisstijl_naam="Andere naam of huisstijl",
    strategie="Andere strategie",
    inkoopbeleid="Ander inkoopbeleid",
    eigen_team="Wisseling in ons team",
)
KANS_SOORT = _woorden(
    cross="Iets anders erbij",
    up="Meer van hetzelfde",
    verlenging="Verlenging",
    ontwikkelproject="Ontwikkelproject",
    verwijzing="Verwijzing",
)
KANS_UITKOMST = {"gewonnen": Label("Gewonnen", "✓", "goed"), "vervallen": _stil("Gaat niet door")}
INNOVATIE_UITKOMST = {"ingevoerd": Label("Doet de klant nu", "✓", "goed"), "vervallen": _stil("Gaat niet door")}
AANLEIDING = _woorden(jaarlijks="jaarlijks", wijziging="na een wijziging", retentiefase="voor de verlenging")

# The canvas
DOEL_SOORT = _woorden(behoud="Behoud", voorwaarden="Voorwaarden", groei="Groei")
DOEL_STATUS = {
    "open": _gepland("Open"),
    "gehaald": Label("Gehaald", "✓", "goed"),
    "niet_gehaald": _risico("Niet gehaald"),
    "vervallen": _stil("Vervallen"),
}
ACTIE_STATUS = {
    "open": _gepland("Open"),
    "loopt": Label("Loopt", "◐", "gepland"),
    "klaar": Label("Klaar", "✓", "goed"),
    "vervallen": _stil("Vervallen"),
}
WERKT_HET = {"nee": _risico("Werkt niet"), "deels": _let_op("Werkt deels"), "ja": _goed("Werkt")}
GOEDKEURING_STAND = {
    "gevraagd": _gepland("Gevraagd"),
    "akkoord": Label("Akkoord", "✓", "goed"),
    "afgewezen": _risico("Afgewezen"),
}
