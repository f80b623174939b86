"""Who knows whom at a client: the people with what counts for them, and which holes there are."""

from collections.abc import Iterator

from macros.afleidingen.contact.web import aanwezig
from macros.afleidingen.dossier import Dossier
from macros.model.team import Contactpersoon
from macros.portefeuille.klantfeiten import driehoek_van
from macros.portefeuille.overdracht import is_hier, mensen
from macros.views.delen import namen
from macros.views.delen.blad import Alinea
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Bij, Onder
from macros.views.klant.account_mensen import ROLLEN, houding, vervuld_door
from macros.views.overdracht.woorden import getoond, meer
from macros.views.render import Inhoud
from macros.woorden import labels, taal

MENSEN = 5
"""How many people fit; the rest is counted, with the way to it."""


def mensentabel(dossier: Dossier) -> Inhoud:
    """Make the table; who does not fit is counted."""
    hier = mensen(dossier)
    tabel = register(
        "Wie over ons beslist staat bovenaan",
        (
            Kolom("Wie bij de klant", lambda een: (een.naam, Bij(_functie(een)))),
            Kolom("Rol en houding", lambda een: _rol(dossier, een)),
            Kolom("Wie van ons, en hoe", lambda een: _kennen(dossier, een)),
            Kolom("Wat telt", lambda een: (een.belang, Bij(een.onze_waarde and f"wat wij bieden: {een.onze_waarde}"))),
        ),
        getoond(hier, MENSEN),
        leeg="We kennen hier nog niemand. Begin met wie het contract tekende.",
    )
    return tabel, meer(dossier, hier, MENSEN, ("mens", "mensen"), "mensen")


def _functie(persoon: Contactpersoon) -> str:
    functie = persoon.functie if persoon.functie != persoon.naam else ""
    sinds = f"sinds {taal.datum_compact(persoon.sinds)}" if persoon.sinds else ""
    weg = f"vertrekt op {taal.datum_compact(persoon.vertrokken_op)}" if persoon.vertrokken_op else ""
    return ", ".join(filter(None, (functie, sinds, weg)))


def _rol(dossier: Dossier, persoon: Contactpersoon) -> Inhoud:
    rol = labels.ROL_BVT[persoon.rol_bvt].tekst if persoon.rol_bvt else "Rol onbekend"
    label, bij = houding(dossier, persoon)
    invloed = f", invloed {persoon.invloed} van 5" if persoon.invloed else ""
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


def over_mensen(dossier: Dossier) -> Iterator[Inhoud]:
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
