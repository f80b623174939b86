"""The handover dossier of a client: what a successor reads before the first talk, on paper two to four sheets.

It is about the last change of account manager while that is new, and else about the next one. It names people,
judgements and money, so that it is for us alone: it says so on top and on each sheet.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros.afleidingen.contact.bezetting import afwezig_op
from macros.afleidingen.contact.contact import gehouden_momenten
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import open_toezeggingen
from macros.model.afspraken import Toezegging
from macros.portefeuille.overdracht import (
    NIEUW,
    Wissel,
    daarna,
    eerste_dagen,
    is_hier,
    niet_overgedragen,
    wissel,
)
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Blad, Feiten, Leeg, Naast, Opsomming, Tussenkop, Zin
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Bij, Dag, Link, Reeks, telwoord
from macros.views.delen.veranderd import losse, regel, vanaf
from macros.views.klant.account_afspraken import toezeggingregel
from macros.views.klant.accountkop import jaarwaarde
from macros.views.klant.gesprek import zere_plekken
from macros.views.overdracht.band import band
from macros.views.overdracht.besluit import besluit
from macros.views.overdracht.eerstedagen import daarna_alinea, stappentabel
from macros.views.overdracht.geprobeerd import Poging, geprobeerd
from macros.views.overdracht.verhaal import keerpunten, verhaal
from macros.views.overdracht.vragen import vragen
from macros.views.overdracht.wie_kent_wie import mensentabel, over_mensen
from macros.views.overdracht.woorden import INTERN, WAARSCHUWING, getoond, meer, restzin
from macros.views.overdracht.zeer import eerder_zeer
from macros.views.render import Inhoud, Stuk, veilig
from macros.woorden import labels, taal
from macros.woorden.labels import Label
from macros.woorden.opmaak import opmaak

BELOFTEN, ZEER, POGINGEN, STAPPEN, NIEUWS = 4, 5, 9, 11, 3
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
            None if van.naar else Schrijfregel("Wie neemt over:"),
            Alinea((*_stand(dossier), taal.met_punten(jaarwaarde(dossier)))),
            Tussenkop("Het verhaal", "verhaal"),
            Feiten(tuple((kop, tekst) for kop, tekst in verhaal(dossier) if tekst)),
            *besluit(dossier),
            Tussenkop("Hoe we ervoor staan", "stand", niveau=3),
            Feiten(tuple(band(dossier))),
            *_keerpunten(dossier),
            *_nieuws(dossier),
            Tussenkop("Toezeggingen", "toezeggingen"),
            Naast((_beloften(dossier, van, "wij"), _beloften(dossier, van, "klant"))),
            Tussenkop("Waar het zeer doet", "zeer"),
            _zeer(dossier),
            Tussenkop("Wie kent wie", "wie-kent-wie"),
            mensentabel(dossier),
            *over_mensen(dossier),
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


@dataclass(frozen=True, slots=True)
class Schrijfregel(Stuk):
    """A line to write a name on with a pen; only on paper."""

    woorden: str

    def html(self, basis: str) -> Markup:  # noqa: ARG002  every piece is asked the same
        """Print the line."""
        return opmaak('<p class="overdracht__schrijf">{}</p>', veilig(self.woorden))


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
        yield Opsomming(tuple(regel(dossier, een) for een in getoond(los, NIEUWS)))
        yield meer(dossier, los, NIEUWS, ("wijziging", "wijzigingen"), "veranderd")


def _beloften(dossier: Dossier, wissel_: Wissel, van: str) -> Inhoud:
    wij = van == "wij"
    open_ = open_toezeggingen(dossier.account, van)
    kop = Tussenkop("Wij beloofden" if wij else "De klant beloofde", niveau=3)
    if not open_:
        return kop, Leeg(
            "Wij beloofden niets dat nog open staat." if wij else "De klant beloofde niets dat nog open staat."
        )
    regels = tuple(
        (toezeggingregel(dossier, een).wat, Bij(_houdt(dossier, wissel_, een) if wij else None))
        for een in getoond(open_, BELOFTEN)
    )
    return (
        kop,
        Opsomming(regels),
        meer(dossier, open_, BELOFTEN, ("toezegging", "toezeggingen"), "beloften"),
    )


def _houdt(dossier: Dossier, wissel_: Wissel, toezegging: Toezegging) -> str:
    """Say who keeps a promise of ours after the handover, as the thirty days do."""
    if toezegging.wie is None:
        return "nog niemand houdt dit bij"
    if toezegging.wie != wissel_.van:
        return f"blijft bij {namen.aan_zet(dossier, toezegging.wie)}"
    return f"gaat over naar {namen.collega(dossier, wissel_.naar) or 'de opvolger'}"


def _zeer(dossier: Dossier) -> Inhoud:
    regels = [*zere_plekken(dossier), *eerder_zeer(dossier)]
    if not regels:
        return Leeg("Geen klacht, laag cijfer, gemiste verwachting, probleem of verlies opgeschreven.")
    return Opsomming(tuple(getoond(regels, ZEER))), meer(dossier, regels, ZEER, ("punt", "punten"), "tijdlijn")


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
        getoond(alles, POGINGEN),
        leeg="Er is nog geen plan, herstel, frisse blik, signaal of kans opgeschreven.",
    )
    return tabel, meer(dossier, alles, POGINGEN, ("poging", "pogingen"), "tijdlijn")


def _eerste_dagen(dossier: Dossier, van: Wissel) -> Iterator[Inhoud]:
    stappen = eerste_dagen(dossier, van)
    vanaf_ = "de overdracht" if van.op == van.begin else "vandaag"
    laat = " Wat te laat is, staat bovenaan." if any(stap.dag < dossier.peildatum for stap in stappen) else ""
    yield Alinea(f"Vanaf {vanaf_}, {taal.datum(van.begin)}, tot en met {taal.datum(van.tot)}.{laat}")
    yield stappentabel(
        dossier,
        getoond(stappen, STAPPEN),
        "In deze dertig dagen hoeft er niets. Bel toch even: stilte telt ook.",
    )
    yield meer(dossier, stappen, STAPPEN, ("stap", "stappen"), "momenten")
    if len(stappen) < DAARNA:
        yield daarna_alinea([(dossier, stap) for stap in daarna(dossier, van)])


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
