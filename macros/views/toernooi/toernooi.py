"""Toernooi: how far the knock-out is, which round is due, what to do with each address that is left."""

from collections.abc import Iterator, Sequence
from datetime import date

from macros.afleidingen.contact.contact import gehouden_momenten
from macros.afleidingen.klant.toernooi import KLAAR, MINSTENS, TE_LAAT, Rondestand, Toernooi, bereikt, toernooien
from macros.model.gedeeld import Adres
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Blad, Leeg, Opsomming, Tussenkop, Vouw, Zin
from macros.views.delen.onderdeel import OP_ORDE, Kaart, kaart, kaartstand, overzicht, tabel
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Bij, Dag, Link, Over, Zacht, dag, geleden, klant, of, wanneer
from macros.views.delen.tabel import Bron, daggegeven
from macros.views.render import Inhoud
from macros.views.toernooi.toernooischema import schema
from macros.woorden import taal
from macros.woorden.labels import Label

STANDEN = ("adressen", "suspects", "prospects", "ideeën toetsen", "accountplan", "onderhandeling", "klant")
"""What an address is called after each round; the first is the start."""
STAND = {
    "te_laat": Label("Te laat", "!", "te-laat"),
    "bezig": Label("Bezig", "◐", "gepland"),
    "gepland": Label("Gepland", "○", "gepland"),
    "klaar": Label("Klaar", "✓", "goed"),
    "vervallen": Label("Vervallen", "–", "stil"),
}
"""The states of a round."""
LET_OP = Label("Let op", "▲", "let-op")
GEEN_STAP = Label("Nog geen volgende stap", "▲", "let-op")


UIT = (
    "Jullie team doet geen toernooi voor nieuwe klanten. Wil je dat wel? Zet het onderdeel toernooi aan bij de"
    " instellingen."
)
BEGIN = "Er is nog geen toernooi. Zo begin je: maak de lijst van {}, met de dag van begin en de adressen."


@overzicht
def toernooi(portefeuille: Portefeuille) -> Blad:
    """Make the page: the tournament of now and one that is planned, the nursery pond, earlier tournaments folded."""
    gedeeld = portefeuille.gedeeld
    if not gedeeld.instellingen.onderdelen.toernooi:
        return Blad("toernooi", (Leeg(UIT),))
    nu, eerder = toernooien(gedeeld.werving, gedeeld.instellingen, portefeuille.peildatum)
    geparkeerd = tuple(_geparkeerd(portefeuille))
    return Blad(
        "toernooi",
        (
            *(blok for stand in nu for blok in (_kop(stand), *_jaargang(stand, portefeuille))),
            None if nu else Leeg(BEGIN.format(portefeuille.peildatum.year)),
            Tussenkop("Kweekvijver", "kweekvijver", handboek="toernooi/#kweekvijver"),
            Opsomming(geparkeerd)
            if geparkeerd
            else Leeg("Er staat geen bedrijf met een eigen bestand in de kweekvijver."),
            *(
                Vouw(_kop(stand).tekst, _jaargang(stand, portefeuille), anker=f"toernooi-{stand.werving.jaar}")
                for stand in eerder
            ),
        ),
    )


@tabel("toernooi", "Toernooi", "toernooi/", "Een bedrijf dat nog in het spel is.")
def toernooitabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give who is left of every tournament of now; nothing where the team holds none."""
    gedeeld = portefeuille.gedeeld
    if gedeeld.instellingen.onderdelen.toernooi:
        for stand in toernooien(gedeeld.werving, gedeeld.instellingen, portefeuille.peildatum)[0]:
            yield Bron(_kolommen(stand, portefeuille), _over(stand), _kop(stand).tekst)


@kaart("toernooi/")
def toernooikaart(portefeuille: Portefeuille) -> Kaart:
    """Count the addresses that are left of the tournament of now, and what asks attention there."""
    gedeeld = portefeuille.gedeeld
    nu, _ = toernooien(gedeeld.werving, gedeeld.instellingen, portefeuille.peildatum)
    over = sum(len(stand.in_spel) for stand in nu)
    let_op = sum(len(list(_let_op(stand, portefeuille.peildatum))) for stand in nu)
    telt = f"{'adres' if over == 1 else 'adressen'} nog in het spel"
    vraag = "Wie wordt dit jaar onze nieuwe klant?"
    leeg = OP_ORDE if nu else Label("Nog geen toernooi", "?", "stil")
    tekst = "vraagt aandacht" if let_op == 1 else "vragen aandacht"
    return Kaart(vraag, over, telt, kaartstand(let_op, tekst, anders=leeg))


def _kop(stand: Toernooi) -> Tussenkop:
    return Tussenkop(f"Toernooi {stand.werving.jaar}", f"toernooi-{stand.werving.jaar}")


def _jaargang(stand: Toernooi, portefeuille: Portefeuille) -> tuple[Inhoud, ...]:
    """Where it stands and what asks attention, the bracket, the rounds, who is left and who dropped out."""
    peildatum, jaar, eigenaar = portefeuille.peildatum, stand.werving.jaar, stand.werving.eigenaar
    let_op = tuple((LET_OP, tekst) for tekst in _let_op(stand, peildatum))
    weken = Link("een vast aantal weken", "handboek/toernooi/#rondes")
    start = stand.werving.start_op
    begonnen = f"Begonnen op {taal.datum(start)}." if start <= peildatum and stand.werving.adressen else ""
    leiding = f"Leiding: {portefeuille.naam(eigenaar)}." if eigenaar else ""
    return (
        Zin((_zin(stand, peildatum), Zacht(" ".join(filter(None, (begonnen, leiding)))))),
        Opsomming(let_op) if let_op else None,
        schema(stand, STANDEN),
        register(("Rondes: elke ronde duurt", weken), RONDEN, stand.rondes, kaarten=False),
        register(
            "Nog in het spel: zonder volgende stap bovenaan, daarna wie we het langst niet spraken",
            _kolommen(stand, portefeuille),
            _over(stand),
            naam=f"toernooi{jaar}",
        ),
        _afgevallen("Afgevallen, terug in de kweekvijver", f"kweekvijver-{jaar}", stand.kweekvijver),
        _afgevallen("Afgevallen, van de lijst", f"af-{jaar}", stand.van_de_lijst),
    )


def _zin(stand: Toernooi, peildatum: date) -> str:
    """Say where the tournament stands: won, over, still to begin, or in which round."""
    if stand.klant:
        namen = taal.opsomming([adres.naam for adres in stand.klant])
        return f"Gewonnen: {namen}. Vier het met het team."
    if stand.werving.start_op > peildatum:
        return f"Begint op {taal.datum(stand.werving.start_op)}."
    if not stand.werving.adressen:
        return f"Begonnen op {taal.datum(stand.werving.start_op)}, maar er staan nog geen adressen in."
    if not stand.in_spel:
        return "Alle adressen zijn afgevallen."
    over = taal.aantal(len(stand.in_spel), "adres", "adressen")
    ronde = stand.ronde
    if ronde is None or ronde.uiterlijk is None:
        return f"Nog {over} in het spel. De volgende ronde heeft nog geen startdatum."
    wat = f"ronde {ronde.nummer}, {STANDEN[ronde.nummer]}"
    uiterlijk = f"{taal.datum(ronde.uiterlijk)}, {wanneer(ronde.uiterlijk, peildatum)}"
    return f"Nog {over} in het spel: {wat}. Besluit uiterlijk {uiterlijk}."


def _let_op(stand: Toernooi, peildatum: date) -> Iterator[str]:
    """What asks attention; nothing of a tournament that was won, or still has to begin."""
    if stand.klant or stand.werving.start_op > peildatum:
        return
    yield from (
        f"Ronde {ronde.nummer} is {wanneer(ronde.uiterlijk, peildatum)}: "
        f"{taal.aantal(ronde.zonder_besluit, 'adres', 'adressen')} zonder besluit."
        for ronde in stand.rondes
        if ronde.stand == TE_LAAT and ronde.uiterlijk
    )
    if stand.ontbreekt > 0:
        missen = "mist er nog 1" if stand.ontbreekt == 1 else f"missen er nog {stand.ontbreekt}"
        yield f"De lijst begint met {stand.startaantal} adressen; er {missen}."
    elif stand.ontbreekt < 0:
        yield f"Er staan {len(stand.werving.adressen)} adressen op een lijst voor {stand.startaantal}."
    klein = [adres.naam for adres in stand.in_spel if _te_klein(adres)]
    if klein:
        wat = "gaat door, maar belooft" if len(klein) == 1 else "gaan door, maar beloven"
        yield f"{taal.opsomming(klein)} {wat} minder dan maat L."
    if stand.opnieuw_op <= peildatum:
        yield f"Dit toernooi loopt langer dan een jaar: sinds {taal.datum(stand.opnieuw_op)} mag het opnieuw beginnen."


def _te_klein(adres: Adres) -> bool:
    """Whether an address was told to go on while it promises less than size L."""
    return adres.besluit == "go" and adres.omvang_verwacht is not None and adres.omvang_verwacht not in MINSTENS


def _bij(ronde: Rondestand) -> Iterator[str]:
    if ronde.woorden:
        yield ronde.woorden
    if ronde.stand in {"bezig", TE_LAAT}:
        yield f"nog {ronde.zonder_besluit} zonder besluit"
    if ronde.eind and ronde.vroegst and ronde.uiterlijk and ronde.stand != "vervallen":
        if ronde.eind > ronde.uiterlijk:
            yield "einde ligt na de uiterste dag"
        elif ronde.eind < ronde.vroegst:
            yield "korter dan afgesproken"
    if ronde.stand == KLAAR and ronde.bereikt != ronde.doel:
        yield f"{'meer' if ronde.bereikt > ronde.doel else 'minder'} dan het doel"


def _begin(ronde: Rondestand) -> Inhoud:
    return dag(ronde.start, f"na ronde {ronde.nummer - 1}")


def _tussen(ronde: Rondestand) -> Inhoud:
    return (Dag(ronde.vroegst), "en", Dag(ronde.uiterlijk)) if ronde.vroegst and ronde.uiterlijk else None


def _aandacht(adres: Adres) -> tuple[bool, date, str]:
    """Without a next step first, then the longest without contact."""
    return adres.volgende_stap is not None, adres.laatste_contact or date.min, adres.naam


def _over(stand: Toernooi) -> list[Adres]:
    return sorted((adres for adres in stand.in_spel if adres not in stand.klant), key=_aandacht)


def _kolommen(stand: Toernooi, portefeuille: Portefeuille) -> tuple[Kolom[Adres], ...]:
    """The columns of the addresses that are left."""

    def contact(adres: Adres) -> Inhoud:
        gesproken = adres.laatste_contact
        if gesproken is None:
            return Zacht("nog geen contact")
        return Dag(gesproken), Over(gesproken, geleden(gesproken, portefeuille.peildatum), "geleden")

    def maat(adres: Adres) -> Inhoud:
        omvang = adres.omvang_verwacht
        return Label(omvang, "▲", "let-op") if omvang and _te_klein(adres) else of(omvang, "onbekend")

    def wie(adres: Adres) -> str:
        eigenaar = adres.eigenaar or stand.werving.eigenaar
        return portefeuille.naam(eigenaar) if eigenaar else ""

    return (
        Kolom("Adres", lambda adres: adres.naam, sorteer=True),
        Kolom("Volgende stap", lambda adres: adres.volgende_stap or GEEN_STAP),
        Kolom(
            "Laatste contact",
            contact,
            lambda adres: adres.laatste_contact,
            gegevens=(daggegeven("laatste_contact", lambda adres: adres.laatste_contact, "wanneer we ze spraken"),),
        ),
        Kolom("Maat", maat, filter=lambda adres: adres.omvang_verwacht or "Onbekend"),
        Kolom("Stand", lambda adres: STANDEN[bereikt(adres, stand.startstand)], filter=True),
        Kolom("Wie", wie, sorteer=True, filter=True),
    )


def _afgevallen(kop: str, anker: str, adressen: Sequence[Adres]) -> Vouw | None:
    """Fold addresses that dropped out, by name, with when and why."""

    def regel(adres: Adres) -> Inhoud:
        op = f"op {taal.datum(adres.besluit_op)}" if adres.besluit_op else ""
        return adres.naam, Bij(": ".join(filter(None, (op, adres.reden))))

    return Vouw(kop, Opsomming(tuple(map(regel, adressen))), len(adressen), anker) if adressen else None


def _geparkeerd(portefeuille: Portefeuille) -> Iterator[Inhoud]:
    """Accounts in the nursery pond: they get light attention, and may play again."""
    for dossier in sorted(portefeuille.dossiers.values(), key=lambda dossier: dossier.naam):
        vijver = dossier.account.kweekvijver
        if vijver is not None and not dossier.contracten:
            sinds = f"sinds {taal.datum(vijver.sinds)}" if vijver.sinds else ""
            contact = max((m.datum for m in gehouden_momenten(dossier.account, dossier.peildatum)), default=None)
            dagen = Over(contact, geleden(contact, dossier.peildatum), "geleden") if contact else None
            gehoord = ("laatste contact", dagen) if dagen else "nog geen contact gehad"
            yield klant(dossier), Bij(": ".join(filter(None, (sinds, vijver.waarom)))), Bij(gehoord)


RONDEN: tuple[Kolom[Rondestand], ...] = (
    Kolom("Ronde", lambda ronde: (str(ronde.nummer), Zacht(STANDEN[ronde.nummer]))),
    Kolom("Door", lambda ronde: ronde.bereikt, getal=True),
    Kolom("Doel", lambda ronde: ronde.doel, getal=True),
    Kolom("Begin", _begin),
    Kolom("Klaar tussen", _tussen),
    Kolom("Gepland einde", lambda ronde: dag(ronde.eind)),
    Kolom("Stand", lambda ronde: (STAND[ronde.stand], Bij(", ".join(_bij(ronde))))),
)
