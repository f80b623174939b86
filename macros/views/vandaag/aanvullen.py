"""Nog aan te vullen: what misses per client and what filling it buys, contract dates to verify, warnings of the check.

A missing fact is no fault. Clients run by what hurts most: nobody who guards the contracts, a renewal in preparation,
then the segment; the gaps of one client keep the order of the model (domain 2.12).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from macros import controles
from macros.aandacht.punt import SEGMENTEN
from macros.afleidingen.canvas.canvaskwaliteit import SOORTEN as KWALITEIT
from macros.afleidingen.contact.driehoek import contractmanager_van
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.load.problem import Bevinding
from macros.portefeuille.klantfeiten import feiten
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.aantekening import weekblad
from macros.views.delen.blad import Alinea, Blad, Opsomming, Zin
from macros.views.delen.onderdeel import Kaart, kaart, kaartstand, tabel
from macros.views.delen.stukken import Bij, Link, Zacht, hoofdletter, klant
from macros.views.delen.tabel import Bron, lijstbron
from macros.views.delen.werklijst import Deel, Regel, Werklijst, kenmerken, werklijst
from macros.views.render import Inhoud
from macros.woorden import taal

CONTRACTMANAGER = "driehoek.contractmanager"
"""The first gap of all: nobody guards the contracts."""
DRINGEND = ("verlopen", "retentie", "opgezegd", "opstart")
"""Phases in which a missing fact hurts more."""
ELDERS = frozenset({*KWALITEIT, "vak-te-vol", "verlopen", "einddatum-voorlopig", "voortgezet-zonder-afspraak"})
"""Warnings that stand on the canvas itself, or here among the contracts to verify."""
HOOGSTENS = 5
"""Gaps of one client that are written out; the client page has them all."""


UITLEG = ("Een leeg veld houdt niets tegen.", Link("Waarom de site hierom vraagt", "handboek/klantbeeld/#gaten"))
OPVALLEND = "Dit valt de controle op. Het houdt niets tegen, maar meestal hoort er iets te veranderen."

Adres = Callable[[str], str]
"""Gives the address where a client's file is changed, empty when there is none."""


def aanvullen(portefeuille: Portefeuille, bewerk_url: Adres) -> Blad:
    """Make the register of what misses: contracts to verify, clients with gaps, and what the check warns of."""
    met_gaten = _met_gaten(portefeuille)
    lijst = _lijst(portefeuille, met_gaten, bewerk_url)
    return Blad("aanvullen", (Zin(_zin(met_gaten)), Alinea(UITLEG, zacht=True), lijst))


@tabel("aanvullen", "Nog aan te vullen", "aanvullen/", "Een klant waarvan iets ontbreekt, of iets om na te kijken.")
def aanvultabel(portefeuille: Portefeuille) -> Iterator[Bron]:
    """Give the same rows, without the ways to change a file."""
    yield lijstbron(_lijst(portefeuille, _met_gaten(portefeuille), lambda _: ""))


def _met_gaten(portefeuille: Portefeuille) -> list[Dossier]:
    return sorted((dossier for dossier in portefeuille.dossiers.values() if dossier.gaten), key=_pijn)


def _lijst(portefeuille: Portefeuille, met_gaten: Iterable[Dossier], bewerk_url: Adres) -> Werklijst:
    dossiers = portefeuille.dossiers.values()
    delen = (
        _deel("Contracten om na te vragen", "contracten", [regel for d in dossiers for regel in _navragen(d)]),
        _deel("Per klant", "klanten", [_klant(dossier, bewerk_url) for dossier in met_gaten]),
        _deel("Klopt dit nog?", "meldingen", list(_opvallend(portefeuille, bewerk_url)), OPVALLEND),
    )
    return werklijst(portefeuille, "aanvullen-lijst", delen)


@kaart("aanvullen/")
def aanvulkaart(portefeuille: Portefeuille) -> Kaart:
    """Count what misses, and the contracts of which nobody knows what was agreed."""
    dossiers = portefeuille.dossiers.values()
    mist = sum(len(dossier.gaten) for dossier in dossiers)
    navragen = sum(1 for dossier in dossiers for _ in _navragen(dossier))
    telt = "gegeven ontbreekt" if mist == 1 else "gegevens ontbreken"
    stand = kaartstand(navragen, "contract om na te vragen" if navragen == 1 else "contracten om na te vragen")
    return Kaart("Wat weten we nog niet, en wat klopt misschien niet meer?", mist, telt, stand)


def _deel(kop: str, anker: str, regels: Sequence[Regel], noot: str = "") -> Deel | None:
    return Deel(kop, regels, noot=noot, anker=anker, aantal=len(regels)) if regels else None


def _pijn(dossier: Dossier) -> tuple[bool, bool, int, int, str]:
    """Sort by what hurts most."""
    bewaakt = all(gat.veld != CONTRACTMANAGER for gat in dossier.gaten)
    rustig = dossier.fase.waarde not in DRINGEND
    return bewaakt, rustig, SEGMENTEN.index(dossier.segment.waarde), -len(dossier.gaten), dossier.naam


def _zin(met_gaten: Iterable[Dossier]) -> str:
    aantallen = [len(dossier.gaten) for dossier in met_gaten]
    if not aantallen:
        return "Er ontbreekt niets: alle gegevens waar de site om vraagt, zijn ingevuld."
    gegevens = taal.aantal(sum(aantallen), "gegeven ontbreekt", "gegevens ontbreken")
    return f"{gegevens} bij {taal.aantal(len(aantallen), 'klant', 'klanten')}. Bovenaan staat wat het meest oplevert."


def _klant(dossier: Dossier, bewerk_url: Adres) -> Regel:
    """List what misses of one client and what filling it buys."""
    meer = len(dossier.gaten) - HOOGSTENS
    gaten: list[Inhoud] = [gat.tekst for gat in dossier.gaten[:HOOGSTENS]]
    if meer > 0:
        gaten.append(Zacht(Link(f"en nog {meer}", f"accounts/{dossier.id}/#gaten")))
    return Regel(
        Opsomming(tuple(gaten), genummerd=True),
        (klant(dossier, "gaten", segment=True), namen.fase(dossier)),
        (*_wie_levert(dossier), _bewerk("invullen", dossier, bewerk_url)),
        kenmerken=_driehoek(dossier),
    )


def _driehoek(dossier: Dossier) -> dict[str, str]:
    """What the filter looks at: everyone of the triangle finds the client under the own name."""
    return kenmerken(dossier, " ".join(namen.driehoek(dossier)))


def _wie_levert(dossier: Dossier) -> Iterator[Inhoud]:
    """Name who delivers what misses: facts of a contract its contract manager, all else the account manager."""
    manager = dossier.account.driehoek.contractmanager
    van_contract = [manager and gat.veld.startswith("contracten.") for gat in dossier.gaten]
    if not all(van_contract):
        yield namen.aan_zet(dossier)
    if manager and any(van_contract):
        yield Bij(f"contractgegevens: {namen.aan_zet(dossier, manager)}")


def _bewerk(woord: str, dossier: Dossier, bewerk_url: Adres) -> Inhoud:
    adres = bewerk_url(dossier.id)
    return Link(woord, adres, f"bij {dossier.naam}", scherm=True) if adres else None


def _navragen(dossier: Dossier) -> Iterator[Regel]:
    """Ask to verify contracts, each with a link to the explained day."""
    for naam, stand in dossier.contracten.items():
        tekst = _navraag(stand)
        if tekst:
            yield Regel(
                (stand.contract.titel, Bij(f"{tekst}.")),
                klant(dossier, f"waarom-{naam}-einddatum-actueel", segment=True),
                namen.aan_zet(dossier, contractmanager_van(stand, dossier.account)),
                kenmerken=_driehoek(dossier),
            )


def _opvallend(portefeuille: Portefeuille, bewerk_url: Adres) -> Iterator[Regel]:
    """The warnings of `handboek check`, by client, save what this page and the canvas say; about shared files last."""
    samen: dict[str, list[Bevinding]] = {}
    for bestand, bevinding in controles.over_alles(feiten(portefeuille)):
        samen.setdefault(bestand, []).append(bevinding)
    for dossier in portefeuille.dossiers.values():
        bevindingen = [*controles.over_klant(dossier), *samen.pop(f"{dossier.id}.yml", ())]
        if meldingen := tuple(_meldingen(bevindingen)):
            yield Regel(
                Opsomming(meldingen),
                klant(dossier, segment=True),
                (namen.aan_zet(dossier), *_aanpassen(dossier, bevindingen, bewerk_url)),
                kenmerken=_driehoek(dossier),
            )
    for bestand, bevindingen in samen.items():
        over = "Instellingen" if bestand == controles.INSTELLINGEN else "Team"
        yield Regel(Opsomming(tuple(_meldingen(bevindingen))), over, kenmerken={"wie": "", "segment": ""})


def _aanpassen(dossier: Dossier, bevindingen: Iterable[Bevinding], bewerk_url: Adres) -> Iterator[Inhoud]:
    """Where it can be changed: in the file of the client, and in the week of the journal that a warning is about."""
    yield _bewerk("aanpassen", dossier, bewerk_url)
    for regel in dict.fromkeys(filter(None, (weekblad(dossier.account, b.loc) for b in bevindingen))):
        if adres := bewerk_url(regel.bestand.removesuffix(".yml")):
            yield Link(f"dagboek van {regel.naam}, week {regel.week}", adres, f"bij {dossier.naam}")


def _meldingen(bevindingen: Iterable[Bevinding]) -> Iterator[Inhoud]:
    """Say what is odd and what to do about it, with the page that explains the rule."""
    for gevonden in bevindingen:
        if gevonden.code not in ELDERS:
            uitleg = Link("Uitleg", f"bijdragen/meldingen/#{gevonden.code}", f"bij {gevonden.code}", scherm=True)
            yield f"{hoofdletter(gevonden.tekst)}.", Zacht(uitleg)


def _navraag(stand: Contractstand) -> str:
    """Say what to verify about a contract; empty when its dates are agreed."""
    eind = stand.einddatum_actueel.waarde
    op = f" op {taal.datum(eind)}" if eind else ""
    if stand.fase.waarde == "verlopen":
        return f"Liep af{op}. Vul in wat is afgesproken: een uitkomst, een verlenging of een opzegging"
    if stand.fase.waarde == "beeindigd":
        return ""
    if stand.contract.voortgezet_zonder_afspraak:
        return f"Liep af{op} en gaat door zonder afspraak. Leg vast tot wanneer, en hoe je kunt opzeggen"
    if stand.einddatum_voorlopig and eind:
        return f"Vanzelf verlengd tot en met {taal.datum(eind)}. Controleer dit en zet het bij de verlengingen"
    return ""
