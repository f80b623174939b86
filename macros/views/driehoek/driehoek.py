"""Driehoek: who fills the roles of each client and what is not right about it, the load per colleague, wie is waarvan.

By client and by name: never a ranking of people. What nobody wrote down is unknown, and not a reassurance.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from macros.afleidingen.contact.driehoek import ROUTES, Driehoekstand, Route
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.klantfeiten import Belasting, Last, driehoek_van, loopt, soorten_van
from macros.portefeuille.klantfeiten import lasten as lasten_van
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Blad, Leeg, Tussenkop, Zin
from macros.views.delen.onderdeel import OP_ORDE, Kaart, kaart, kaartstand, overzicht, tabel
from macros.views.delen.register import Gegeven, Kolom, register
from macros.views.delen.stukken import Achter, Bij, Link, Onder, Reeks, klant
from macros.views.delen.tabel import Bron, getalgegeven, met_segment
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

ERNST = ("niemand", "rol_leeg", "dubbele_rol", "te_licht", "aanspreekpunt", "stuurgroep")
"""Which kind of point comes first."""
RISICO = frozenset({"niemand", "rol_leeg"})
"""Kinds that leave the client without somebody."""
NIET_BEKEND = Label("Nog niet te zeggen", "?", "stil")
BELASTING = {
    "boven": Label("Meer dan afgesproken", "◆", "risico"),
    "boven_met_waarneming": Label("Met waarneming te veel", "▲", "let-op"),
    "binnen": Label("Binnen de afspraak", "●", "goed"),
    "niet_afgesproken": Label("Geen maximum afgesproken", "?", "stil"),
}
TE_VEEL = {"boven": "Meer dan afgesproken", "boven_met_waarneming": "Met waarneming meer dan afgesproken"}
BEGIN = (
    "Begin bij de contractmanager: vul bij elke klant in wie dat is. Pas dan zie je of die bij het contract past en "
    "hoeveel contracten iemand heeft."
)
Hoek = tuple[Dossier, Driehoekstand]


@overzicht
def driehoek(portefeuille: Portefeuille) -> Blad:
    """Make the overview of roles and load."""
    hoeken = _op_ernst(portefeuille)
    lasten = lasten_van(portefeuille)
    zonder = hoeken and not any(hoek.rollen["contractmanager"] for _, hoek in hoeken)
    return Blad(
        "driehoek",
        (
            Zin((_zin(hoeken, lasten), Link("De regels", "handboek/driehoek/#rollen"))) if hoeken else None,
            Leeg(BEGIN) if zonder else None,
            register(
                "Wie vult de driehoek, wat te regelen is bovenaan",
                KOLOMMEN,
                hoeken,
                naam="driehoek",
                zoek="Zoek een klant of collega",
                leeg="Nog geen klant met een lopend contract. Zet een contract in het bestand van een klant: dan zie"
                " je hier wie de driehoek vult.",
            ),
            Tussenkop("Klanten en contracten per collega", "belasting"),
            register(
                ("Op naam;", Link("zo tellen we", "handboek/driehoek/#belasting")),
                _lastkolommen(portefeuille),
                lasten,
                leeg="Nog niemand met een klant of contract.",
            ),
            Tussenkop("Wie is waarvan", "wie-is-waarvan"),
            register(
                (
                    "Bij wie een vraag hoort; de namen staan op de pagina van de klant.",
                    Link("De regel", "handboek/driehoek/#routering"),
                ),
                ROUTEKOLOMMEN,
                ROUTES,
            ),
        ),
    )


@tabel("driehoek", "Driehoek", "driehoek/", "Een klant met een lopend contract, en wie welke rol vult.")
def driehoektabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give every triangle, what is to be arranged on top."""
    yield Bron(KOLOMMEN, _op_ernst(portefeuille))


@tabel("belasting", "Klanten per collega", "driehoek/#belasting", "Een collega met klanten of contracten.")
def belastingtabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give the load of every colleague, by name."""
    yield Bron(_lastkolommen(portefeuille), lasten_van(portefeuille))


def _op_ernst(portefeuille: Portefeuille) -> list[Hoek]:
    return sorted(_hoeken(portefeuille), key=lambda rij: (_rang(rij[1]), rij[0].naam))


@kaart("driehoek/")
def driehoekkaart(portefeuille: Portefeuille) -> Kaart:
    """Count the clients whose triangle is right, and those where something is to be arranged."""
    hoeken = _hoeken(portefeuille)
    goed = sum(not hoek.punten and not hoek.onbekend for _, hoek in hoeken)
    regelen = sum(bool(hoek.punten) for _, hoek in hoeken)
    risico = any(punt.soort in RISICO for _, hoek in hoeken for punt in hoek.punten)
    onbekend = len(hoeken) - goed - regelen
    weet_niet = kaartstand(onbekend, "nog niet te zeggen", "stil")
    tekst = "met iets te regelen" + (f", {onbekend} nog niet te zeggen" if onbekend else "")
    stand = kaartstand(regelen, tekst, "risico" if risico else "let-op", anders=weet_niet)
    telt = f"van {taal.aantal(len(hoeken), 'klant', 'klanten')} met elke rol op orde"
    return Kaart("Is elke rol gevuld, en wie heeft te veel?", goed, telt, stand)


def _hoeken(portefeuille: Portefeuille) -> list[Hoek]:
    return [(dossier, driehoek_van(dossier)) for dossier in portefeuille.dossiers.values() if loopt(dossier)]


def _zin(hoeken: Sequence[Hoek], lasten: Sequence[Belasting]) -> str:
    """Say at how many clients something is to be arranged, and who has more than was agreed, by name with how much."""
    regelen = sum(bool(hoek.punten) for _, hoek in hoeken)
    per_stand = {stand: [zin for last in lasten for zin in _te_veel(last, stand)] for stand in TE_VEEL}
    zinnen = (f"{TE_VEEL[stand]}: {taal.opsomming(wie)}." for stand, wie in per_stand.items() if wie)
    lopend = taal.aantal(len(hoeken), "klant", "klanten")
    druk = " ".join(zinnen) or "Niemand heeft meer dan afgesproken."
    return f"{lopend} met een lopend contract; bij {regelen} valt er iets te regelen. {druk}"


def _te_veel(last: Belasting, stand: str) -> Iterator[str]:
    """Name a colleague with as much of this state: "Anouk de Wit (6 klanten van hoogstens 5)"."""
    for deel, een, meer in ((last.accounts, "klant", "klanten"), (last.contracten, "contract", "contracten")):
        if deel.stand == stand:
            samen = taal.aantal(deel.aantal + deel.erbij, een, meer)
            yield f"{last.persoon.naam} ({samen} van hoogstens {deel.maximum})"


def _rang(hoek: Driehoekstand) -> int:
    """Place of a triangle, the most serious 0; behind what asks for something what is not known, then what is right."""
    if not hoek.punten:
        return len(ERNST) + (not hoek.onbekend)
    return min(ERNST.index(punt.soort) for punt in hoek.punten)


def _stand(hoek: Driehoekstand) -> Label:
    """Count the points in the colour of the most serious, or say that it cannot be told."""
    if not hoek.punten:
        return NIET_BEKEND if hoek.onbekend else OP_ORDE
    risico = any(punt.soort in RISICO for punt in hoek.punten)
    klasse, symbool = ("risico", "◆") if risico else ("let-op", "▲")
    return Label(taal.aantal(len(hoek.punten), "punt", "punten"), symbool, klasse)


def _rol(kop: str, rol: str) -> Kolom[Hoek]:
    """A column of who fills a role, with who acts today for somebody who is away or left."""

    def cel(rij: Hoek) -> str:
        dossier, hoek = rij
        return ", ".join(namen.collega(dossier, wie, hoek.waarnemers.get(wie)) for wie in hoek.rollen[rol])

    return Kolom(kop, lambda rij: cel(rij) or "–", sorteer=True, kort=kop.removesuffix("manager"))


def _te_regelen(rij: Hoek) -> Inhoud:
    hoek = rij[1]
    onbekend = f"Niet ingevuld: {taal.opsomming(hoek.onbekend)}" if hoek.onbekend else ""
    return _stand(hoek), *(Onder(punt.tekst) for punt in hoek.punten), Bij(onbekend)


def _lastkolommen(portefeuille: Portefeuille) -> tuple[Kolom[Belasting], ...]:
    return (
        Kolom(
            "Collega",
            lambda last: (last.persoon.naam, Bij(_over(last, portefeuille))),
            gegevens=(
                Gegeven("collega", lambda last: last.persoon.naam, "naam van de collega"),
                Gegeven("let_op", lambda last: _over(last, portefeuille), "lijnmanager, afwezig of uit dienst"),
            ),
        ),
        Kolom(
            "Klanten, als accountmanager",
            lambda last: _last(last.accounts, portefeuille),
            kort="Klanten",
            gegevens=_lastgegevens("klanten", lambda last: last.accounts),
        ),
        Kolom(
            "Contracten, als contractmanager",
            lambda last: _last(last.contracten, portefeuille),
            kort="Contracten",
            gegevens=_lastgegevens("contracten", lambda last: last.contracten),
        ),
    )


def _lastgegevens(wat: str, welke: Callable[[Belasting], Last]) -> tuple[Gegeven[Belasting], ...]:
    return (
        getalgegeven(wat, lambda last: welke(last).aantal, f"{wat} op eigen naam"),
        getalgegeven(f"{wat}_voor_ander", lambda last: welke(last).erbij or None, f"{wat} die diegene nu waarneemt"),
        getalgegeven(f"{wat}_hoogstens", lambda last: welke(last).maximum, "hoeveel er is afgesproken"),
        Gegeven(f"{wat}_stand", lambda last: BELASTING[welke(last).stand].tekst, "of dat binnen de afspraak is"),
    )


def _over(last: Belasting, portefeuille: Portefeuille) -> str:
    """Say who has people to lead besides the contracts, who left or is away, and who is of two kinds."""
    lijn = "ook lijnmanager" if last.persoon.lijnmanager else ""
    return ", ".join(filter(None, (lijn, _weg(last, portefeuille), _soorten(last, portefeuille))))


def _soorten(last: Belasting, portefeuille: Portefeuille) -> str:
    """Name the kinds of contract manager one colleague is written down as, where clients differ."""
    genoteerd = soorten_van(portefeuille.team).get(last.persoon.id, ())
    return f"staat bij klanten als {taal.opsomming(genoteerd)}: kies er één" if genoteerd else ""


def _weg(last: Belasting, portefeuille: Portefeuille) -> str:
    persoon, dag = last.persoon, portefeuille.peildatum
    if persoon.uit_dienst_op and persoon.uit_dienst_op < dag:
        return f"uit dienst sinds {taal.datum(persoon.uit_dienst_op)}"
    weg = next((afwezig for afwezig in persoon.afwezig if afwezig.van <= dag <= afwezig.tot), None)
    return f"afwezig tot en met {taal.datum(weg.tot)}" if weg else ""


def hoeveel(last: Last) -> str:
    """Say how many there are: in the own name, and for somebody else."""
    return f"{last.aantal}, en {last.erbij} voor een ander" if last.erbij else str(last.aantal)


def _last(last: Last, portefeuille: Portefeuille) -> Inhoud:
    """How many of how many, and behind it at which clients; nothing where there is nothing to compare."""
    per_klant = {**last.eigen}
    for wie, aantal in last.waargenomen.items():
        per_klant[wie] = per_klant.get(wie, 0) + aantal
    if not per_klant and last.maximum is None:
        return None
    op_naam = sorted(((portefeuille.team.dossiers[wie], aantal) for wie, aantal in per_klant.items()), key=_op_naam)
    return (
        hoeveel(last),
        None if last.maximum is None else f"van hoogstens {last.maximum}",
        BELASTING[last.stand],
        _achter([_klant(*paar) for paar in op_naam]),
    )


def _achter(klanten: Sequence[Inhoud]) -> Inhoud:
    return Achter(taal.aantal(len(klanten), "klant", "klanten"), Reeks(tuple(klanten))) if klanten else None


def _op_naam(paar: tuple[Dossier, int]) -> tuple[str, str]:
    return paar[0].naam, paar[0].id


def _klant(dossier: Dossier, aantal: int) -> Inhoud:
    return (klant(dossier, "driehoek"), f"({aantal})") if aantal > 1 else klant(dossier, "driehoek")


def _eigenaar(route: Route) -> str:
    met = f", met de {_rollen([route.met])} voor de strategie" if route.met else ""
    return _rollen([route.eigenaar]) + met


def _rollen(rollen: Iterable[str]) -> str:
    """Name roles in a sentence: "contractmanager en accountmanager"."""
    return taal.opsomming([labels.ROL[rol].tekst.lower() for rol in rollen])


KOLOMMEN: tuple[Kolom[Hoek], ...] = (
    Kolom(
        "Klant",
        lambda rij: klant(rij[0], "driehoek", segment=True),
        sorteer=True,
        gegevens=met_segment(lambda rij: rij[0]),
    ),
    _rol("Accountmanager", "accountmanager"),
    _rol("Contractmanager", "contractmanager"),
    _rol("Projectmanager", "projectmanager"),
    _rol("Sponsor", "directie"),
    Kolom(
        "Te regelen",
        _te_regelen,
        lambda rij: _rang(rij[1]),
        filter=lambda rij: "Iets te regelen" if rij[1].punten else _stand(rij[1]).tekst,
        breed="ruim",
        gegevens=(
            Gegeven("stand", lambda rij: _stand(rij[1]).tekst, "op orde, het aantal punten, of nog niet te zeggen"),
            Gegeven("te_regelen", lambda rij: " ".join(f"{p.tekst}." for p in rij[1].punten), "wat er niet klopt"),
            Gegeven("niet_ingevuld", lambda rij: taal.opsomming(rij[1].onbekend), "wat nog niemand opschreef"),
        ),
    ),
)
ROUTEKOLOMMEN: tuple[Kolom[Route], ...] = (
    Kolom("De klant komt met", lambda route: route.vraag),
    Kolom("Oppakken", _eigenaar),
    Kolom("Ook laten weten", lambda route: _rollen(route.ook) or "–", kort="Ook weten"),
)
