"""Which retention figures there are, how each is computed, and what to write down before it says anything."""

from collections.abc import Iterator

from macros.portefeuille import klantzorg
from macros.portefeuille.klantjaren import klantretentie
from macros.portefeuille.omzetjaren import bruto, netto, omzetjaren, omzetloop
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Telling
from macros.portefeuille.verlengingen import Besluit, besluiten, op_tijd_gestart, verlengde_waarde, verlengingsgraad
from macros.views.behoud.behoud_blokken import Maat, Opzet
from macros.woorden import taal

LEEG_KLANTEN = "Er is nog geen klant die aan het begin van een van deze jaren al klant was."
LEEG_OMZET = (
    "Van geen enkele klant is de omzet van twee volle jaren bekend. Vul bij je klanten omzet in, per jaar: dan zie je "
    "hoeveel omzet blijft."
)
LEEG_UITKOMST = (
    "Er is nog geen uitkomst, verlenging of opzegging vastgelegd. Begin bij de contracten waarvan de einddatum voorbij "
    "is: zet onder uitkomsten hoe het afliep."
)
LEEG_CANVAS = "Er is nog geen Retentiecanvas. Begin er een bij een klant in de retentiefase: dan telt de startdag."
LEEG_BLIK = "Er is nog geen frisse blik vastgelegd. Zet onder fresheyes wanneer iemand van buiten bij de klant keek."
LEEG_TERUGBLIK = "In deze jaren is geen opzegging door een klant of verloren aanbesteding vastgelegd."
LEEG_CONTACT = (
    "Er is nog geen contactmoment vastgelegd, of geen klant met een contactschema. Geef je klanten een segment en leg "
    "het eerste gesprek vast."
)
LEEG_BERICHT = "Er is nog geen bericht vastgelegd. Zet wat je verstuurde in accounts/_gedeeld/berichten.yml."
LEEG_CIJFER = "Er is nog geen cijfer vastgelegd. Vraag na een opdracht twee cijfers en zet ze onder evaluaties."


def opzetten(portefeuille: Portefeuille, over: tuple[int, ...]) -> Iterator[Opzet]:
    """Give every figure over these years, in the order of the handbook."""
    alle = besluiten(portefeuille)
    yield _klantretentie(portefeuille, over, alle)
    yield _omzetretentie(portefeuille, over)
    yield _verlengingsgraad(alle, over)
    yield _op_tijd_gestart(portefeuille, over)
    yield _frisse_blik(portefeuille, over)
    yield _terugblik(portefeuille, over)
    yield _contactdiscipline(portefeuille)
    if portefeuille.gedeeld.instellingen.onderdelen.berichten:
        yield _berichten(portefeuille, over)
    yield _cijfer(portefeuille, over)


def _klantretentie(portefeuille: Portefeuille, over: tuple[int, ...], alle: tuple[Besluit, ...]) -> Opzet:
    klant = klantretentie(portefeuille, over)
    verlopen = sum(dossier.fase.waarde == "verlopen" for dossier in portefeuille.dossiers.values())
    noot = _verlopen_noot(verlopen)
    leeg = "" if any(telling.noemer for telling in klant) else LEEG_KLANTEN
    if not leeg and verlopen and not any(besluit.is_beslist for besluit in alle):
        # While no end was ever recorded every client seems to stay: that is no fact.
        leeg = f"Dit is nog niet te zeggen. {noot}"
    return Opzet(
        id="klantretentie",
        titel="Klantretentie",
        formule="klanten van het begin van het jaar die bleven, gedeeld door alle klanten van het begin",
        maten=(Maat("", klant), Maat("verloop", tuple(map(_verloop, klant)), alleen_samen=True)),
        leeg=leeg,
        noot=noot,
    )


def _verloop(telling: Telling) -> Telling:
    """The other side of client retention: who left."""
    return Telling(telling.id, telling.jaar, telling.noemer - telling.teller, telling.noemer, telling.tekst)


def _omzetretentie(portefeuille: Portefeuille, over: tuple[int, ...]) -> Opzet:
    omzet = omzetjaren(portefeuille, over)
    noten = (_onbekend_noot(omzetloop(jaar, omzet).onbekend, jaar) for jaar in over)
    return Opzet(
        id="omzetretentie",
        titel="Omzetretentie",
        formule="omzet van de klanten van vorig jaar: bruto zonder groei (nooit boven 100%), netto met groei",
        maten=(Maat("bruto", bruto(omzet), geld=True), Maat("netto", netto(omzet), geld=True)),
        leeg="" if bruto(omzet) else LEEG_OMZET,
        noot=" ".join(filter(None, noten)),
        elders="retentiefactor",
    )


def _verlengingsgraad(alle: tuple[Besluit, ...], over: tuple[int, ...]) -> Opzet:
    aantal, waarde = verlengingsgraad(alle, over), verlengde_waarde(alle, over)
    zonder = len(aantal) - len(waarde)
    return Opzet(
        id="verlengingsgraad",
        titel="Verlengingsgraad",
        formule="verlengde contracten, gedeeld door contracten die in dat jaar aan een beslissing toe waren",
        maten=(Maat("aantal", aantal), Maat("jaarwaarde", waarde, geld=True)),
        leeg="" if any(besluit.is_beslist and besluit.telt for besluit in alle) else LEEG_UITKOMST,
        noot=f"Zonder jaarwaarde, dus alleen geteld: {zonder}." if zonder else "",
    )


def _op_tijd_gestart(portefeuille: Portefeuille, over: tuple[int, ...]) -> Opzet:
    canvassen = any(dossier.account.canvassen for dossier in portefeuille.dossiers.values())
    return Opzet(
        id="op-tijd-gestart",
        titel="Op tijd gestart",
        formule="canvassen die op tijd begonnen, gedeeld door contracten die in dat jaar de retentiefase ingingen",
        maten=(Maat("", op_tijd_gestart(portefeuille, over)),),
        leeg="" if canvassen else LEEG_CANVAS,
    )


def _frisse_blik(portefeuille: Portefeuille, over: tuple[int, ...]) -> Opzet:
    extern, collega = klantzorg.frisse_blik(portefeuille, over)
    gehouden = any(blik.uitgevoerd_op for d in portefeuille.dossiers.values() for blik in d.account.fresheyes)
    maanden = portefeuille.gedeeld.instellingen.fresheyes_maanden
    return Opzet(
        id="frisse-blik",
        titel="Frisse blik",
        formule=f"klanten met een frisse blik jonger dan {maanden} maanden, gedeeld door klanten met een contract",
        maten=(Maat("van buiten", extern), Maat("van een collega", collega)),
        leeg="" if gehouden else LEEG_BLIK,
        nu=True,
    )


def _terugblik(portefeuille: Portefeuille, over: tuple[int, ...]) -> Opzet:
    terug = klantzorg.terugblik_op_tijd(portefeuille, over)
    maanden = portefeuille.gedeeld.instellingen.postmortem_maanden
    return Opzet(
        id="terugblik-op-tijd",
        titel="Terugblik op tijd",
        formule=f"terugblikken binnen {maanden} maanden, gedeeld door opzeggingen en verloren aanbestedingen",
        maten=(Maat("", terug),),
        leeg="" if terug else LEEG_TERUGBLIK,
    )


def _contactdiscipline(portefeuille: Portefeuille) -> Opzet:
    contact = klantzorg.contactdiscipline(portefeuille)
    gesproken = any(dossier.account.contactmomenten for dossier in portefeuille.dossiers.values())
    return Opzet(
        id="contactdiscipline",
        titel="Contactdiscipline",
        formule="contactregels die niet te laat zijn, gedeeld door alle contactregels, op de peildatum",
        maten=(Maat("", contact),),
        leeg="" if contact and gesproken else LEEG_CONTACT,
        nu=True,
    )


def _berichten(portefeuille: Portefeuille, over: tuple[int, ...]) -> Opzet:
    minstens = portefeuille.gedeeld.instellingen.berichten_per_jaar
    return Opzet(
        id="berichten",
        titel="Berichten",
        formule=f"klanten met minstens {minstens} berichten in twaalf maanden, gedeeld door klanten met een contract",
        maten=(Maat("", klantzorg.berichten(portefeuille, over)),),
        leeg="" if portefeuille.gedeeld.berichten.berichten else LEEG_BERICHT,
        nu=True,
    )


def _cijfer(portefeuille: Portefeuille, over: tuple[int, ...]) -> Opzet:
    cijfers = klantzorg.cijfers(portefeuille, over)
    norm = taal.getal(portefeuille.gedeeld.instellingen.cijfer_norm)
    return Opzet(
        id="cijfer",
        titel=f"Een {norm} of hoger",
        formule=f"klanten met als laatste cijfer van het jaar minstens een {norm}, gedeeld door klanten met een cijfer",
        maten=(Maat("", cijfers),),
        leeg="" if cijfers else LEEG_CIJFER,
    )


def _verlopen_noot(verlopen: int) -> str:
    if not verlopen:
        return ""
    wie = taal.aantal(verlopen, "klant heeft", "klanten hebben")
    telt = "Die telt" if verlopen == 1 else "Die tellen"
    return f"{wie} een contract waarvan de einddatum voorbij is zonder uitkomst. {telt} nog mee als klant."


def _onbekend_noot(onbekend: int, jaar: int) -> str:
    if not onbekend:
        return ""
    return f"Van {taal.aantal(onbekend, 'klant', 'klanten')} is de omzet over {jaar} niet bekend: die tellen niet mee."
