"""The handover dossier of a client: what a successor reads before the first talk, on paper two to four sheets.

It is about the last change of account manager while that is new, and else about the next one. It names people,
judgements and money, so that it is for us alone: it says so on top and on each sheet.
"""

from collections.abc import Iterator

from macros.afleidingen.contact.bezetting import afwezig_op
from macros.afleidingen.contact.contact import gehouden_momenten
from macros.afleidingen.contact.web import aanwezig
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import open_toezeggingen
from macros.model.team import Contactpersoon
from macros.portefeuille.klantfeiten import driehoek_van
from macros.portefeuille.overdracht import (
    NIEUW,
    Wissel,
    daarna,
    eerste_dagen,
    is_hier,
    mensen,
    niet_overgedragen,
    wissel,
)
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Blad, Feiten, Leeg, Naast, Opsomming, Tussenkop, Zin
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Bij, Dag, Link, Onder, Reeks, telwoord
from macros.views.delen.veranderd import losse, regel, vanaf
from macros.views.klant.account_afspraken import toezeggingregel
from macros.views.klant.account_mensen import ROLLEN, houding, vervuld_door
from macros.views.klant.accountkop import jaarwaarde
from macros.views.klant.gesprek import zere_plekken
from macros.views.overdracht.eerstedagen import daarna_alinea, stappentabel
from macros.views.overdracht.geprobeerd import Poging, geprobeerd
from macros.views.overdracht.rest import restzin
from macros.views.overdracht.verhaal import keerpunten, verhaal
from macros.views.overdracht.vragen import vragen
from macros.views.overdracht.woorden import INTERN, WAARSCHUWING
from macros.views.overdracht.zeer import eerder_zeer
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

BELOFTEN, ZEER, MENSEN, POGINGEN, STAPPEN, NIEUWS = 5, 7, 7, 9, 12, 4
"""How many of each fit; the rest is counted, with the way to it."""
DAARNA = 3
"""With fewer steps than this in the thirty days, what comes after them is told too."""


@klantmacro
def overdracht(dossier: Dossier) -> Blad:
    """Make the dossier of one client."""
    van = wissel(dossier)
    return Blad(
        "overdracht",
        (
            Alinea((INTERN, WAARSCHUWING)),
            Zin(_wissel(dossier, van)),
            Alinea((*_stand(dossier), taal.met_punten(jaarwaarde(dossier)))),
            Tussenkop("Het verhaal", "verhaal"),
            Feiten(tuple((kop, tekst) for kop, tekst in verhaal(dossier) if tekst)),
            *_keerpunten(dossier),
            *_nieuws(dossier),
            Tussenkop("Toezeggingen", "toezeggingen"),
            Naast((_beloften(dossier, "wij"), _beloften(dossier, "klant"))),
            Tussenkop("Waar het zeer doet", "zeer"),
            _zeer(dossier),
            Tussenkop("Wie kent wie", "wie-kent-wie"),
            _mensen(dossier),
            *_over_mensen(dossier),
            Tussenkop("Wat er geprobeerd is", "geprobeerd"),
            _geprobeerd(dossier),
            Tussenkop("De eerste dertig dagen", "eerste-dagen"),
            *_eerste_dagen(dossier, van),
            *_rest(dossier),
            Tussenkop(_vraag_aan(dossier, van), "vragen"),
            *_vragen(dossier, van),
            Alinea(Reeks(tuple(_verder(dossier)), " ·"), zacht=True),
        ),
    )


# --- from whom to whom ---


def _wissel(dossier: Dossier, van: Wissel) -> str:
    """Say from whom to whom this client goes, and when."""
    gever, nieuw = namen.collega(dossier, van.van), namen.collega(dossier, van.naar)
    if not van.naar:
        return f"Nu de klant van {gever}. Wie hem overneemt, is nog niet bekend."
    if van.naar != dossier.account.driehoek.accountmanager:
        return f"Nog op naam van {gever}, en gaat naar {nieuw}. Leg de overdracht vast als die er is."
    op = f"op {taal.datum(van.op)}" if van.op else "op een dag die niet is opgeschreven"
    return f"Overgedragen van {gever} naar {nieuw}, {op}."


def _stand(dossier: Dossier) -> Iterator[Label]:
    yield from namen.fase(dossier)
    yield labels.KLANTBEELD[dossier.klantbeeld.niveau]


# --- the story ---


def _keerpunten(dossier: Dossier) -> Iterator[Inhoud]:
    punten = keerpunten(dossier)
    yield Tussenkop("Keerpunten", "keerpunten", niveau=3)
    if punten:
        yield Feiten(tuple((taal.datum_compact(een.datum), een.tekst) for een in punten))
    else:
        yield Leeg("Er is nog niets gebeurd dat is opgeschreven.")


def _nieuws(dossier: Dossier) -> Iterator[Inhoud]:
    """Tell what changed lately in the files, what matters first; only with a history. Our work stands in the days."""
    los = [een for een in losse(vanaf(dossier, dossier.peildatum - NIEUW)) if een.zin.soort != "werk"]
    if los:
        yield Tussenkop(f"Wat er de laatste {NIEUW.days} dagen veranderde", "veranderd", niveau=3)
        yield Opsomming(tuple(regel(dossier, een) for een in los[:NIEUWS]))
        yield _meer(dossier, len(los) - NIEUWS, "wijziging", "wijzigingen", "veranderd")


def _beloften(dossier: Dossier, van: str) -> Inhoud:
    wij = van == "wij"
    open_ = open_toezeggingen(dossier.account, van)
    kop = Tussenkop("Wij beloofden" if wij else "De klant beloofde", niveau=3)
    if not open_:
        return kop, Leeg(
            "Wij beloofden niets dat nog open staat." if wij else "De klant beloofde niets dat nog open staat."
        )
    regels = tuple(toezeggingregel(dossier, een).wat for een in open_[:BELOFTEN])
    return kop, Opsomming(regels), _meer(dossier, len(open_) - BELOFTEN, "toezegging", "toezeggingen", "beloften")


def _zeer(dossier: Dossier) -> Inhoud:
    regels = [*zere_plekken(dossier), *eerder_zeer(dossier)]
    if not regels:
        return Leeg("Geen klacht, laag cijfer, gemiste verwachting, probleem of verlies opgeschreven.")
    return Opsomming(tuple(regels[:ZEER])), _meer(dossier, len(regels) - ZEER, "punt", "punten", "tijdlijn")


# --- who knows whom ---


def _mensen(dossier: Dossier) -> Inhoud:
    hier = mensen(dossier)
    tabel = register(
        "Wie over ons beslist staat bovenaan",
        (
            Kolom("Wie bij de klant", lambda een: (een.naam, Bij(_functie(een)))),
            Kolom("Rol en houding", lambda een: _rol(dossier, een)),
            Kolom("Wie van ons, en hoe", lambda een: _kennen(dossier, een)),
            Kolom("Wat telt", lambda een: (een.belang, Bij(een.onze_waarde and f"wij: {een.onze_waarde}"))),
        ),
        hier[:MENSEN],
        leeg="We kennen hier nog niemand. Begin met wie het contract tekende.",
    )
    return tabel, _meer(dossier, len(hier) - MENSEN, "mens", "mensen", "mensen")


def _functie(persoon: Contactpersoon) -> str:
    functie = persoon.functie if persoon.functie != persoon.naam else ""
    sinds = f"sinds {taal.datum_compact(persoon.sinds)}" if persoon.sinds else ""
    weg = f"vertrekt op {taal.datum_compact(persoon.vertrokken_op)}" if persoon.vertrokken_op else ""
    return ", ".join(filter(None, (functie, sinds, weg)))


def _rol(dossier: Dossier, persoon: Contactpersoon) -> Inhoud:
    rol = labels.ROL_BVT[persoon.rol_bvt].tekst if persoon.rol_bvt else "Rol onbekend"
    label, bij = houding(dossier, persoon)
    invloed = f", invloed {persoon.invloed}" if persoon.invloed else ""
    return f"{rol}{invloed}", Onder(label), Bij(bij)


def _kennen(dossier: Dossier, persoon: Contactpersoon) -> Inhoud:
    """Name who of us knows somebody, who left apart, with the last talk: who, when, in which form."""
    wie = [f"{namen.collega(dossier, een)}{'' if is_hier(dossier, een) else ' (weg)'}" for een in persoon.relaties]
    gesprekken = [m for m in dossier.account.contactmomenten if persoon.id in m.met and m.datum <= dossier.peildatum]
    laatst = max(gesprekken, key=lambda moment: moment.datum, default=None)
    if laatst is None:
        hoe = "nog niet gesproken"
    else:
        door = namen.collega(dossier, laatst.wie)
        vorm = labels.VORM[laatst.vorm].tekst.lower()
        hoe = f"{vorm}{f' met {door}' if door else ''} op {taal.datum_compact(laatst.datum)}"
    return taal.opsomming(wie) or "Niemand", Bij(f"laatst: {hoe}" if laatst else hoe)


def _over_mensen(dossier: Dossier) -> Iterator[Inhoud]:
    """Say which holes the web has, who left, and who of us has which role."""
    gaten = [f"{gat.tekst}." if not gat.tekst.endswith("?") else gat.tekst for gat in dossier.web_gaten]
    weg = [een for een in dossier.account.contactpersonen if not aanwezig(een, dossier.peildatum)]
    if weg:
        gaten.append(f"Vertrokken: {taal.opsomming([een.voluit for een in weg])}.")
    if gaten:
        yield Alinea(" ".join(gaten))
    hoek = driehoek_van(dossier)
    rollen = [f"{naam.lower()} {wie}" for rol, naam, _ in ROLLEN if (wie := vervuld_door(dossier, hoek, rol))]
    yield Alinea(f"Van ons: {taal.opsomming(rollen)}.")


# --- what was tried, and what comes ---


def _geprobeerd(dossier: Dossier) -> Inhoud:
    alles = geprobeerd(dossier)
    tabel = register(
        "Het laatste bovenaan",
        (
            Kolom[Poging]("Wanneer", lambda een: Dag(een.dag)),
            Kolom[Poging]("Wat we deden", lambda een: een.wat, breed="ruim"),
            Kolom[Poging]("Hoe het afliep", lambda een: een.uitkomst, breed="ruim"),
        ),
        alles[:POGINGEN],
        leeg="Er is nog geen plan, herstel, frisse blik, signaal of kans opgeschreven.",
    )
    return tabel, _meer(dossier, len(alles) - POGINGEN, "poging", "pogingen", "tijdlijn")


def _eerste_dagen(dossier: Dossier, van: Wissel) -> Iterator[Inhoud]:
    stappen = eerste_dagen(dossier, van)
    vanaf_ = "de overdracht" if van.op == van.begin else "vandaag"
    yield Alinea(
        f"Vanaf {vanaf_}, {taal.datum(van.begin)}, tot en met {taal.datum(van.tot)}. Wat te laat is, staat bovenaan."
    )
    yield stappentabel(
        dossier, stappen[:STAPPEN], "In deze dertig dagen hoeft er niets. Bel toch even: stilte telt ook."
    )
    yield _meer(dossier, len(stappen) - STAPPEN, "stap", "stappen", "momenten")
    if len(stappen) < DAARNA:
        yield daarna_alinea(daarna(dossier, van))


def _rest(dossier: Dossier) -> Iterator[Inhoud]:
    if resten := niet_overgedragen(dossier):
        yield Tussenkop("Nog niet overgedragen", "rest", niveau=3)
        yield Opsomming(tuple(restzin(dossier, rest) for rest in resten))


def _vraag_aan(dossier: Dossier, van: Wissel) -> str:
    return f"Vraag dit aan {namen.collega(dossier, van.van)}"


def _vragen(dossier: Dossier, van: Wissel) -> Iterator[Inhoud]:
    if not is_hier(dossier, van.van):
        yield Alinea((f"{namen.collega(dossier, van.van)} werkt hier niet meer.", _anders(dossier, van)))
    elif afwezig := afwezig_op(dossier.gedeeld.personen[van.van], dossier.peildatum):
        tot = taal.datum(afwezig.tot)
        yield Alinea((f"{namen.collega(dossier, van.van)} is er niet tot en met {tot}.", _anders(dossier, van)))
    yield Opsomming(tuple((een.tekst, Bij(een.waarom)) for een in vragen(dossier, van)), genummerd=True)


def _anders(dossier: Dossier, van: Wissel) -> str:
    """Say whom to ask instead of who left or is away: who of us was at this client, most talks first."""
    tel: dict[str, int] = {}
    for moment in gehouden_momenten(dossier.account, dossier.peildatum):
        if moment.wie and moment.wie not in {van.van, van.naar} and is_hier(dossier, moment.wie):
            tel[moment.wie] = tel.get(moment.wie, 0) + 1
    wie = sorted(tel, key=lambda een: (-tel[een], een))[:2]
    if not wie:
        return "Bel als dat kan, of vraag het de klant zelf: wie nieuw is, mag vragen."
    aantal, sprak = telwoord(sum(tel[een] for een in wie)), "spraken" if len(wie) > 1 else "sprak"
    return f"Vraag het {namen.collegas(dossier, wie)}: die {sprak} de klant {aantal} keer."


def _verder(dossier: Dossier) -> Iterator[Inhoud]:
    klant = f"accounts/{dossier.id}/"
    yield Link(f"Alles over {dossier.naam}", klant)
    yield Link("Voor je naar binnen gaat", f"{klant}gesprek/")
    if dossier.canvas_hoort:
        yield Link("Retentiecanvas", f"{klant}canvas/{next(iter(dossier.canvassen), 'nieuw')}/")
    yield Link("De overdracht vastleggen", f"{klant}gebeurd/")
    yield "De lijst voor wie geeft en wie krijgt:", Link("Overdracht", "inwerken/overdracht/")


def _meer(dossier: Dossier, aantal: int, een: str, meer: str, anker: str) -> Inhoud:
    """Count what did not fit, with the way to it; nothing when all fitted."""
    if aantal <= 0:
        return None
    return Alinea(Link(f"en nog {taal.aantal(aantal, een, meer)}", f"accounts/{dossier.id}/#{anker}"), zacht=True)
