"""The people at the client: what they do, how they stand towards our work, and when we last spoke."""

from macros.afleidingen.contact.versheid import versheid
from macros.afleidingen.contact.web import aanwezig
from macros.afleidingen.dossier import Dossier
from macros.model.mensen import Contactpersoon
from macros.views.delen.blad import Alinea, Blad, Opsomming, Vouw
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Bij, Over, Waarom
from macros.views.delen.wanneer import geleden
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

NIET_BIJGEHOUDEN = "–"
"""For who does not decide or influence, the last talk is not followed."""
ROLVOLGORDE = tuple(labels.ROL_BVT)
PRIVE = "Verjaardagen en hobby's zet je in je eigen agenda; dit leest iedereen op het intranet."


@klantmacro
def account_mensen(dossier: Dossier) -> Blad:
    """List the people at the client, deciders first and in each role the most influential first."""
    nu = [persoon for persoon in dossier.account.contactpersonen if aanwezig(persoon, dossier.peildatum)]
    nu.sort(key=lambda persoon: (_rolplaats(persoon), -(persoon.invloed or 0)))
    weg = tuple(
        f"{persoon.naam}, {persoon.functie}, tot {taal.datum(persoon.vertrokken_op)}"
        for persoon in dossier.account.contactpersonen
        if not aanwezig(persoon, dossier.peildatum) and persoon.vertrokken_op
    )
    return Blad(
        "",
        (
            register(
                "Mensen bij de klant",
                _kolommen(dossier),
                nu,
                leeg="Nog geen contactpersonen. Voeg er een toe: dan zie je met wie we de relatie hebben.",
            ),
            Vouw(f"{len(weg)} vertrokken", Opsomming(weg)) if weg else None,
            Alinea(PRIVE, zacht=True),
        ),
    )


def _kolommen(dossier: Dossier) -> tuple[Kolom[Contactpersoon], ...]:
    def houding_(persoon: Contactpersoon) -> Inhoud:
        label, bij = houding(dossier, persoon)
        return label, Bij(bij)

    return (
        Kolom("Wie", _wie),
        Kolom("Rol", lambda persoon: (_rol(persoon), Bij(labels.LAAG[persoon.laag].tekst))),
        Kolom("Houding", houding_),
        Kolom("Laatst gesproken", lambda persoon: _gesproken(dossier, persoon)),
    )


def _wie(persoon: Contactpersoon) -> Inhoud:
    belang = ". ".join(filter(None, (persoon.belang, persoon.onze_waarde and f"Wij: {persoon.onze_waarde}")))
    return persoon.naam, Bij(persoon.functie), Bij(belang)


def _rol(persoon: Contactpersoon) -> str:
    rol = labels.ROL_BVT[persoon.rol_bvt].tekst if persoon.rol_bvt else "Rol onbekend"
    return f"{rol}, invloed {persoon.invloed}" if persoon.invloed else rol


def _gesproken(dossier: Dossier, persoon: Contactpersoon) -> Inhoud:
    """How long ago the last talk was, and by when we should have met."""
    op, woorden = dossier.laatst_gesproken.get(persoon.id), NIET_BIJGEHOUDEN
    if persoon.id in dossier.laatst_gesproken:
        woorden = geleden(op, dossier.peildatum) if op else "nog nooit"
    voor = dossier.kennismaking.get(persoon.id)
    kennis = Bij(("kennismaken voor", Waarom(voor, f"waarom-kennismaking-{persoon.id}"))) if voor else None
    return Over(op, woorden, "geleden") if op else woorden, kennis


def _rolplaats(persoon: Contactpersoon) -> int:
    return ROLVOLGORDE.index(persoon.rol_bvt) if persoon.rol_bvt else len(ROLVOLGORDE)


def houding(dossier: Dossier, persoon: Contactpersoon) -> tuple[Label, str]:
    """Word how a person stands towards our work; an old or undated judgement asks to be renewed."""
    if persoon.houding is None or persoon.houding == "onbekend":
        return labels.ONBEKEND, ""
    label = labels.HOUDING[persoon.houding]
    vers = versheid(persoon.houding_op, dossier.gedeeld.instellingen.oordeel_houdbaar_dagen, dossier.peildatum)
    bron = labels.OORDEEL_BRON[persoon.houding_bron].tekst if persoon.houding_bron else ""
    op = taal.datum_compact(persoon.houding_op) if persoon.houding_op else ""
    if vers != "vers":
        label = Label(f"{label.tekst}, {'navragen' if vers == 'navragen' else 'ongedateerd'}", "?", "stil")
    return label, ", ".join(filter(None, (bron, op)))
