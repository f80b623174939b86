"""Events of our own team: looks, messages, a handover, what may wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.gebeurtenissen.gebeurtenis import (
    BERICHTEN,
    Antwoorden,
    Gebeurtenis,
    Gevolg,
    In,
    OnvolledigError,
    Situatie,
    Vraag,
    erbij,
    gegeven,
    met_dag,
    vul,
    zet,
)
from macros.load.wijzigen.adres import Erbij, Zet
from macros.load.wijzigen.inlassen import Waarde
from macros.model.account import Account, CBesluit, Driehoek, SegmentKeuze
from macros.model.afspraken import Uitstel
from macros.model.gedeeld import Bericht, Doelgroep
from macros.model.review import Fresheyes, Pijlerscore, Postmortem
from macros.model.samenwerking import JuisteKlant

GROEP = "Ons team"


def _overdracht(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    oud = situatie.account.driehoek.accountmanager
    if antwoorden["accountmanager"] == oud:
        raise OnvolledigError("dat is al de accountmanager van deze klant; noem de nieuwe")
    yield Zet(("driehoek", "accountmanager"), antwoorden["accountmanager"])
    yield Zet(("vorige_accountmanager",), oud)
    yield Zet(("overgedragen_op",), antwoorden.get("overgedragen_op", situatie.dag))
    if situatie.account.aanspreekpunt_bekend_bij_klant is not None or "aanspreekpunt_bekend_bij_klant" in antwoorden:
        bekend = antwoorden.get("aanspreekpunt_bekend_bij_klant", False)
        yield Zet(("aanspreekpunt_bekend_bij_klant",), bekend)


def _blik_gehouden(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    scores: dict[str, Waarde] = {}
    for pijler in ("verwachtingen", "relaties", "expertise"):
        if deel := gegeven(antwoorden, f"{pijler}:score", f"{pijler}_conclusie:conclusie"):
            scores[pijler] = deel
    velden = gegeven(met_dag(situatie, antwoorden, "uitgevoerd_op"), "uitgevoerd_op", "door", "extern", "aanleiding")
    gepland = (nummer for nummer, blik in enumerate(situatie.account.fresheyes) if blik.uitgevoerd_op is None)
    if (plek := next(gepland, None)) is None:
        yield Erbij(("fresheyes",), velden | scores)
    else:
        yield from vul(situatie, ("fresheyes", plek), velden | scores)


def _terugblik(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    contract, namen = antwoorden["contract"], ("uitgevoerd_op", "door", "extern", "verleden", "heden", "toekomst")
    velden = gegeven(met_dag(situatie, antwoorden, "uitgevoerd_op"), *namen)
    for nummer, blik in enumerate(situatie.account.postmortems):
        if blik.contract == contract and blik.uitgevoerd_op is None:
            yield from vul(situatie, ("postmortems", nummer), velden)
            return
    yield Erbij(("postmortems",), {"contract": contract, **velden})


def _bericht(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    """One message is one item of the shared list, however many clients got it."""
    velden = gegeven(met_dag(situatie, antwoorden, "datum"), "datum", "soort", "onderwerp", "gericht_aan")
    segmenten, ook = antwoorden.get("segmenten", ()), antwoorden.get("ook", ())
    aan: Waarde = "alle"
    if "aan" not in antwoorden:
        hier = [] if segmenten and not ook else [situatie.account.id, *ook]
        delen = {"segmenten": list(segmenten), "accounts": list(dict.fromkeys(hier))}
        aan = {naam: deel for naam, deel in delen.items() if deel}
    elif segmenten or ook:
        raise OnvolledigError("het ging naar alle klanten of naar een deel; noem dan geen segmenten of klanten erbij")
    yield In(BERICHTEN, Erbij(("berichten",), {**velden, "aan": aan}))


def _toets(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    toets, dag = situatie.account.juiste_klant, antwoorden.get("getoetst_op", situatie.dag)
    scores = dict(antwoorden["scores"])
    if toets is None:
        yield Zet(("juiste_klant",), {"scores": scores, "getoetst_op": dag})
        return
    # Of what was judged before, the rest stays.
    yield from (
        vul(situatie, ("juiste_klant", "scores"), scores)
        if toets.scores
        else (Zet(("juiste_klant", "scores"), scores),)
    )
    yield Zet(("juiste_klant", "getoetst_op"), dag)


def _uitstel(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    tot: date = antwoorden["tot"]
    maximum = situatie.gedeeld.instellingen.uitstel_maximum_dagen
    if (tot - situatie.dag).days > maximum:
        raise OnvolledigError(f"iets mag hoogstens {maximum} dagen wachten; kies een eerdere dag")
    yield Erbij(("uitstel",), gegeven(antwoorden, "onderwerp", "tot", "reden"))


def _segment(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    account, velden = situatie.account, gegeven(met_dag(situatie, antwoorden, "op"), "segment", "reden", "op")
    if account.segment_keuze is None and "segment" not in velden and account.waarde:
        # Computed from scores, and they still hold.
        yield Zet(("waarde", "definitief_op"), velden["op"])
        return
    if account.segment_keuze is None and len(velden) < 3:
        raise OnvolledigError("dit is de eerste keuze voor deze klant: noem het segment en de reden")
    yield from vul(situatie, ("segment_keuze",), velden)


TEAM = (
    Gebeurtenis(
        "frisse-blik-gepland",
        "Een frisse blik is gepland",
        GROEP,
        "Iemand die niet bij deze klant werkt, komt kijken.",
        (
            Vraag("gepland_op", Fresheyes, nodig=True),
            Vraag("door", Fresheyes, vraag="Wie komt kijken? Een bureau, of een collega die hier niet werkt."),
            Vraag("extern", Fresheyes),
            Vraag("aanleiding", Fresheyes),
        ),
        erbij("fresheyes", namen=("gepland_op", "door", "extern", "aanleiding")),
        ("frisse_blik",),
        "frisse-blik/#frisse-blik",
        lambda situatie: not any(blik.gepland_op and blik.uitgevoerd_op is None for blik in situatie.account.fresheyes),
    ),
    Gebeurtenis(
        "frisse-blik",
        "Een frisse blik is gehouden",
        GROEP,
        "Drie scores met een conclusie: verwachtingen, relaties en vakkennis.",
        (
            Vraag("door", Fresheyes, nodig=True),
            Vraag("extern", Fresheyes, nodig=True),
            Vraag("verwachtingen", Pijlerscore, "score", nodig=True, vraag="Verwachtingen: een cijfer van 1 tot 5."),
            Vraag("verwachtingen_conclusie", Pijlerscore, "conclusie", vraag="Verwachtingen: de conclusie in één zin."),
            Vraag("relaties", Pijlerscore, "score", nodig=True, vraag="Relaties: een cijfer van 1 tot 5."),
            Vraag("relaties_conclusie", Pijlerscore, "conclusie", vraag="Relaties: de conclusie in één zin."),
            Vraag("expertise", Pijlerscore, "score", nodig=True, vraag="Vakkennis: een cijfer van 1 tot 5."),
            Vraag("expertise_conclusie", Pijlerscore, "conclusie", vraag="Vakkennis: de conclusie in één zin."),
            Vraag("aanleiding", Fresheyes),
            Vraag("uitgevoerd_op", Fresheyes, vandaag=True),
        ),
        _blik_gehouden,
        ("frisse_blik",),
        "frisse-blik/#frisse-blik",
    ),
    Gebeurtenis(
        "terugblik",
        "Een terugblik is gehouden",
        GROEP,
        "Na een vertrek: hoe begon het, hoe is het nu, en wat gaat de klant doen?",
        (
            Vraag("contract", Postmortem, keuze="contract", nodig=True),
            Vraag("door", Postmortem),
            Vraag("extern", Postmortem),
            Vraag("verleden", Postmortem),
            Vraag("heden", Postmortem),
            Vraag("toekomst", Postmortem),
            Vraag("uitgevoerd_op", Postmortem, vandaag=True),
        ),
        _terugblik,
        ("terugblik",),
        "terugblik/#terugblik",
        lambda situatie: bool(situatie.account.contracten),
    ),
    Gebeurtenis(
        "segment",
        "Het segment is nagelopen",
        GROEP,
        "Past het segment nog? Is het hetzelfde gebleven, dan is de dag genoeg.",
        (
            Vraag("segment", SegmentKeuze),
            Vraag("reden", SegmentKeuze),
            Vraag("op", SegmentKeuze, vandaag=True),
        ),
        _segment,
        ("segmenten",),
        "segmenten/#nalopen",
    ),
    Gebeurtenis(
        "toets",
        "We toetsten of klant en voorwaarden passen",
        GROEP,
        "Elk criterium krijgt een oordeel. Klopt er een niet, dan hoort daar een besluit bij.",
        (
            Vraag("scores", JuisteKlant, keuze="criterium", nodig=True, vraag="Hoe staat elk criterium ervoor?"),
            Vraag("getoetst_op", JuisteKlant, vandaag=True),
        ),
        _toets,
        ("toets",),
        "juiste-klant/#juiste-klant",
        lambda situatie: bool(situatie.gedeeld.criteria.alle),
    ),
    Gebeurtenis(
        "klantbesluit",
        "Er is besloten over een klant die niet past",
        GROEP,
        "Een criterium klopt niet: gaan we door, passen we de voorwaarden aan of nemen we afscheid?",
        (Vraag("besluit", JuisteKlant, nodig=True),),
        zet("juiste_klant", namen=("besluit",)),
        ("klantbesluit",),
        "juiste-klant/#besluit",
        lambda situatie: situatie.account.juiste_klant is not None,
    ),
    Gebeurtenis(
        "c-besluit",
        "Er is besloten over een C-klant",
        GROEP,
        "Houden we deze klant, bouwen we af of nemen we afscheid?",
        (
            Vraag("besluit", CBesluit, nodig=True),
            Vraag("reden", CBesluit),
            Vraag("datum", CBesluit, vandaag=True),
        ),
        zet("c_besluit", dag="datum", namen=("besluit", "datum", "reden")),
        ("c_besluit",),
        "segmenten/#c-besluit",
    ),
    Gebeurtenis(
        "bericht",
        "Er ging een nuttig bericht uit",
        GROEP,
        "Een tip, een artikel of een uitnodiging. Ging het naar meer klanten, meld het dan één keer en noem die erbij; "
        "was het aan iedereen, schrijf dan `aan: alle`.",
        (
            Vraag("onderwerp", Bericht, nodig=True),
            Vraag("soort", Bericht),
            Vraag("ook", Doelgroep, "accounts", meer=True, vraag="Welke klanten kregen het ook?"),
            Vraag("segmenten", Doelgroep),
            Vraag("aan", Bericht, vraag="Ging het naar alle klanten?"),
            Vraag("gericht_aan", Bericht),
            Vraag("datum", Bericht, vandaag=True),
        ),
        _bericht,
        ("bericht",),
        "contactschema/#berichten",
    ),
    Gebeurtenis(
        "overdracht",
        "Deze klant krijgt een andere accountmanager",
        GROEP,
        "De klant gaat over: wie neemt hem, en vanaf wanneer?",
        (
            Vraag("accountmanager", Driehoek, keuze="collega", nodig=True, vraag="Wie is de nieuwe accountmanager?"),
            Vraag("overgedragen_op", Account, vandaag=True),
            Vraag("aanspreekpunt_bekend_bij_klant", Account),
        ),
        _overdracht,
        handboek="invloedsweb/#eigen-team",
        daarna="Wie de klant krijgt, leest nu het dossier: Overdracht, op de pagina van de klant. Op papier maak je "
        "het met `handboek pdf overdracht {klant}`.",
    ),
    Gebeurtenis(
        "uitstel",
        "Dit mag wachten",
        GROEP,
        "Iets hoeft nu niet: tot wanneer, en waarom? Op die dag komt het terug.",
        (
            Vraag("onderwerp", Uitstel, keuze="onderwerp", nodig=True),
            Vraag("tot", Uitstel, nodig=True),
            Vraag("reden", Uitstel, nodig=True),
        ),
        _uitstel,
        handboek="klantbeeld/#acties",
    ),
)
