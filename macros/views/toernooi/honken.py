"""Honken: how far every client is on the bases of this year, what was decided after each, and the years before."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from markupsafe import Markup

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.toernooi import EERDER, Honkjaar, honkjaar, in_spel_nog, opnieuw_uitzetten, toernooien
from macros.model.afspraken import Honkstand
from macros.model.gedeeld import Honk
from macros.portefeuille.klantfeiten import loopt
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Blad, Feiten, Leeg, Opsomming, Tussenkop, Vouw, Zin
from macros.views.delen.onderdeel import Kaart, kaart, kaartstand, overzicht, tabel
from macros.views.delen.register import Kolom, Register, labelkolom, register
from macros.views.delen.stukken import Aaneen, Bij, Link, Nadruk, Stappen, hoofdletter, klant
from macros.views.delen.tabel import Bron, managergegeven
from macros.views.render import Inhoud
from macros.woorden import taal
from macros.woorden.labels import Label
from macros.woorden.opmaak import opmaak

BESLUIT = {"go": Label("GO", "✓", "goed"), "no_go": Label("NO GO", "✕", "risico")}
"""What a team decides after a base."""
STANDEN = {"gehaald": "gehaald", "eerder": "gehaald vóór de herstart", "gepland": "gepland", "bezig": "bezig"}
"""The words for the state of a base; an open one has none."""
LEGENDA = {**{stand: STANDEN[stand] for stand in ("gehaald", "bezig", "gepland", "eerder")}, "open": "open"}
UIT = "Wil je dat wel? Zet het onderdeel honken aan bij de instellingen."
BEGIN = "Zo begin je: zet bij een klant de honken van dit jaar uit, met honk 1 op bezig."
GEEN_TOERNOOI = (
    "Honk 12 hoort bij een collega, niet bij een klant: het is het toernooi voor nieuwe klanten. Er is nu geen"
    " toernooi."
)
ONDERHANDELEN = 8
KIEZEN = "handboek/onderhandelen/#verkopen-of-onderhandelen"
VERSCHIL = (
    "Kies wat het is: verkopen zolang een ander het ook kan, onderhandelen zodra er bijna geen alternatief meer is."
)
HOOFDSTUK = {
    7: "onderhandelen/#accountbespreking",
    ONDERHANDELEN: "onderhandelen/#verkopen-of-onderhandelen",
    9: "nazorg/#na-de-handtekening",
    10: "nazorg/#ophalen",
    11: "netwerken/",
}
"""Where the handbook tells how a base is played, for those with a chapter of their own."""
Rij = tuple[Dossier, Honkjaar]


@overzicht
def honken(portefeuille: Portefeuille) -> Blad:
    """Make the register of bases."""
    if not portefeuille.gedeeld.instellingen.onderdelen.honken:
        return Blad("honken", (Zin("Jullie team werkt niet met de twaalf honken."), Leeg(UIT)))
    jaar = portefeuille.peildatum.year
    op_naam = sorted(portefeuille.dossiers.values(), key=lambda dossier: (dossier.naam, dossier.id))
    nu = _rijen(jaar, op_naam)
    gezet = {dossier.id for dossier, _ in nu}
    zonder = [dossier for dossier in op_naam if loopt(dossier) and dossier.id not in gezet]
    opnieuw = [dossier for dossier in zonder if opnieuw_uitzetten(dossier.account.honken, jaar)]
    nooit = [dossier for dossier in zonder if dossier not in opnieuw]
    andere = sorted({ander for dossier in op_naam for ander in dossier.account.honken} - {jaar}, reverse=True)
    return Blad(
        "honken",
        (
            Zin(_zin(jaar, nu, opnieuw, nooit)),
            *((_tabel(jaar, nu), _legenda()) if nu else (Leeg(BEGIN),)),
            _zonder(f"Opnieuw uitzetten voor {jaar}", "opnieuw", opnieuw),
            _zonder("Nog nooit uitgezet", "nog-niet", nooit),
            *(_vouw(ander, _rijen(ander, op_naam), komt_nog=ander > jaar) for ander in andere),
            Tussenkop("Honk 12: werven van nieuwe klanten", "honk-12", handboek="honken/#honk-12"),
            *_wervers(portefeuille),
            Tussenkop("De twaalf honken", "twaalf"),
            Opsomming(tuple(_titel(honk) for honk in portefeuille.gedeeld.honken.honken), genummerd=True),
        ),
    )


@tabel("honken", "Honken", "honken/", "Een klant met zijn honken in een jaar.")
def honkentabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give every year, the latest first; nothing where the team does not work with them."""
    if not portefeuille.gedeeld.instellingen.onderdelen.honken:
        return
    op_naam = sorted(portefeuille.dossiers.values(), key=lambda dossier: (dossier.naam, dossier.id))
    for jaar in sorted({portefeuille.peildatum.year, *(j for d in op_naam for j in d.account.honken)}, reverse=True):
        yield Bron(KOLOMMEN, _rijen(jaar, op_naam), str(jaar))


@kaart("honken/")
def honkenkaart(portefeuille: Portefeuille) -> Kaart:
    """Count the clients with bases this year, and those for whom they are to be set out again."""
    jaar, dossiers = portefeuille.peildatum.year, portefeuille.dossiers.values()
    nu = [dossier.id for dossier, _ in _rijen(jaar, dossiers)]
    zonder = [dossier for dossier in dossiers if loopt(dossier) and dossier.id not in nu]
    opnieuw = sum(opnieuw_uitzetten(dossier.account.honken, jaar) for dossier in zonder)
    telt = f"{'klant' if len(nu) == 1 else 'klanten'} met honken in {jaar}"
    nooit = kaartstand(len(zonder), "nog nooit uitgezet", "stil")
    stand = kaartstand(opnieuw, "opnieuw uitzetten", anders=nooit)
    return Kaart("Hoe ver zijn we dit jaar met elke klant?", len(nu), telt, stand)


def _rijen(jaar: int, dossiers: Iterable[Dossier]) -> list[Rij]:
    """Clients whose bases were set out in this year."""
    paren = ((dossier, honkjaar(dossier.account.honken, jaar, dossier.peildatum)) for dossier in dossiers)
    return [(dossier, stand) for dossier, stand in paren if stand]


def _zin(jaar: int, nu: Sequence[Rij], opnieuw: Sequence[Dossier], nooit: Sequence[Dossier]) -> str:
    """Say for how many clients the bases are set out, and for how many they wait: those of earlier are asked for."""
    klanten = (taal.aantal(len(wie), "klant", "klanten") for wie in (nu, opnieuw, nooit))
    gezet, eerder, zonder = (f"bij {hoeveel}" for hoeveel in klanten)
    zinnen = [f"Voor {jaar} zijn de honken uitgezet {gezet if nu else 'bij nog geen enkele klant'}."]
    if opnieuw:
        zinnen.append(f"{hoofdletter(eerder)} moeten ze opnieuw.")
    if nooit:
        zinnen.append(f"{hoofdletter(zonder)} met een lopend contract zijn ze nog nooit uitgezet.")
    return " ".join(zinnen)


def _tabel(jaar: int, rijen: Sequence[Rij]) -> Register:
    return register(f"Honken in {jaar}, op naam van de klant", KOLOMMEN, rijen, naam=f"honken{jaar}")


def _legenda() -> Alinea:
    tekens = Markup(" ").join(
        opmaak('<span class="honken__teken" data-stand="{}">{}</span> {}', stand, nummer, woord)
        for nummer, (stand, woord) in enumerate(LEGENDA.items(), start=1)
    )
    terug = Aaneen((Link("terug naar honk 1", "handboek/honken/#terug-naar-1"), "."))
    besluit = Link("besluit: GO is doorgaan, NO GO is eerst iets afspreken.", "handboek/honken/#go")
    teken = opmaak("{}.", tekens)
    return Alinea((teken, "De telling begint opnieuw na", terug, "Na elk honk volgt een", besluit), zacht=True)


def _zonder(kop: str, anker: str, zonder: Sequence[Dossier]) -> Vouw | None:
    namen_ = Opsomming(tuple(klant(dossier) for dossier in zonder), kort=True)
    return Vouw(kop, namen_, len(zonder), anker=anker) if zonder else None


def _vouw(jaar: int, rijen: Sequence[Rij], *, komt_nog: bool) -> Vouw:
    kop = f"{jaar}{' (komt nog)' if komt_nog else ''}"
    return Vouw(kop, _tabel(jaar, rijen), len(rijen), anker=f"jaar-{jaar}")


def _plaatjes(rij: Rij) -> Inhoud:
    """The bases as a row of plates, the same in words for who cannot see them, and what was written down per base."""
    dossier, stand = rij
    plaatjes = Markup().join(opmaak('<li data-stand="{}">{}</li>', s, n) for n, s in stand.standen.items())
    namen_van = {honk.nummer: _naam(honk) for honk in dossier.gedeeld.honken.honken}
    stappen = tuple(
        _stap(nummer, honk, stand, namen_van.get(nummer, f"Honk {nummer}"))
        for nummer, honk in sorted(_gezet(rij).items())
    )
    return (
        opmaak('<ol class="kaal honken__rij" aria-hidden="true">{}</ol>', plaatjes),
        Stappen(_woorden(stand), stappen),
        Bij(_onderhandelen(stand, _gezet(rij).get(ONDERHANDELEN))),
        Bij(_herstart(stand)),
        Bij(_no_go(stand)),
    )


def _verder(dossier: Dossier) -> str:
    """Name who else is in the triangle, behind the account manager."""
    rollen = dossier.account.driehoek
    wie = filter(None, (rollen.contractmanager, *rollen.projectmanagers))
    return ", ".join(namen.collega(dossier, een) for een in dict.fromkeys(wie) if een != rollen.accountmanager)


def _gezet(rij: Rij) -> dict[int, Honkstand]:
    return dict(rij[0].account.honken[rij[1].jaar])


def _besluit(rij: Rij) -> str | None:
    """Give the last decision; None without one."""
    besloten = [honk for honk in _gezet(rij).values() if honk.besluit]
    laatste = max(besloten, key=lambda honk: honk.datum or date.min, default=None)
    return laatste.besluit if laatste else None


def _naam(honk: Honk) -> str:
    return f"Honk {honk.nummer}, {honk.titel}"


def _titel(honk: Honk) -> Inhoud:
    hoofdstuk = HOOFDSTUK.get(honk.nummer)
    titel = Link(honk.titel, f"handboek/{hoofdstuk}") if hoofdstuk else honk.titel
    hint = VERSCHIL if honk.nummer == ONDERHANDELEN else None
    return Nadruk(honk.nummer), titel, Bij(honk.kern), Bij(hint)


def _woorden(stand: Honkjaar) -> str:
    """Name the bases by state: "gehaald: 1 en 2; bezig: 3"."""
    delen = []
    for soort, woord in STANDEN.items():
        nummers = [str(nummer) for nummer, gevonden in stand.standen.items() if gevonden == soort]
        if nummers:
            delen.append(f"{woord}: {taal.opsomming(nummers)}")
    return "; ".join(delen) or "nog niets gehaald"


def _onderhandelen(stand: Honkjaar, honk: Honkstand | None) -> Inhoud:
    """Say what was chosen at base 8; asked once it is under way, because the two are different talks."""
    if honk and honk.positie:
        return f"Honk {ONDERHANDELEN}: we {honk.positie}"
    if stand.standen[ONDERHANDELEN] not in ("bezig", "gehaald"):
        return None
    return Link(f"Honk {ONDERHANDELEN}: kies verkopen of onderhandelen", KIEZEN)


def _herstart(stand: Honkjaar) -> str:
    if stand.herstart is None:
        return ""
    reden = f": {stand.herstart.reden}" if stand.herstart.reden else ""
    return f"Terug naar honk 1 op {taal.datum(stand.herstart.datum)}{reden}"


def _no_go(stand: Honkjaar) -> str:
    wacht = "spreek af wat er eerst moet, en wanneer je opnieuw beslist"
    return f"NO GO na honk {stand.no_go}: {wacht}" if stand.no_go else ""


def _stap(nummer: int, honk: Honkstand, stand: Honkjaar, naam: str) -> Inhoud:
    woord = STANDEN.get(stand.standen[nummer], "open")
    if honk.datum and stand.standen[nummer] == EERDER:
        woord = f"gehaald op {taal.datum_compact(honk.datum)}, vóór de herstart"
    elif honk.datum:
        woord = f"{woord} op {taal.datum_compact(honk.datum)}"
    if honk.positie:
        woord = f"{woord}, we {honk.positie}"
    return f"{naam}: {woord}", BESLUIT[honk.besluit] if honk.besluit else None, honk.notitie


def _wervers(portefeuille: Portefeuille) -> Iterator[Inhoud]:
    """Base 12: how many addresses each colleague still has in the tournament of now."""
    gedeeld = portefeuille.gedeeld
    nu = toernooien(gedeeld.werving, gedeeld.instellingen, portefeuille.peildatum)[0]
    werving = nu[-1].werving if nu and gedeeld.instellingen.onderdelen.toernooi else None
    van = [(adres.eigenaar or werving.eigenaar or "", adres) for adres in werving.adressen] if werving else []
    totaal = Counter(persoon for persoon, _ in van if persoon)
    over = Counter(persoon for persoon, adres in van if in_spel_nog(adres))
    if not werving or not totaal:
        yield Leeg(GEEN_TOERNOOI)
        return
    staat = "Honk 12 hoort bij een collega, niet bij een klant. Zo staat het in het"
    yield Alinea((staat, Aaneen((Link(f"toernooi van {werving.jaar}", "toernooi/"), "."))))
    op_naam = sorted((portefeuille.naam(persoon), persoon) for persoon in totaal)
    yield Feiten(
        tuple(
            (naam, f"{over[persoon]} van {taal.aantal(totaal[persoon], 'adres', 'adressen')} nog in het spel")
            for naam, persoon in op_naam
        )
    )


KOLOMMEN: tuple[Kolom[Rij], ...] = (
    Kolom("Klant", lambda rij: klant(rij[0]), sorteer=True),
    Kolom("Gehaald", lambda rij: f"{rij[1].honk_stand} van 11", lambda rij: rij[1].honk_stand, getal=True),
    Kolom("Honk 1 tot en met 11", _plaatjes, kort="Honken"),
    labelkolom("Laatste besluit", _besluit, BESLUIT),
    Kolom(
        "Wie",
        lambda rij: (namen.accountmanager(rij[0]), Bij(_verder(rij[0]))),
        lambda rij: namen.accountmanager(rij[0]),
        filter=lambda rij: "|".join(namen.collega(rij[0], wie) for wie in namen.driehoek(rij[0])),
        gegevens=(managergegeven(lambda rij: rij[0]),),
    ),
)
