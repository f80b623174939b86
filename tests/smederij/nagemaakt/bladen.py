"""The pages of the stand-in forge, for people: the login, the proposals, one proposal with its merge button."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from vraag import Antwoord, GeweigerdError
from werkplaats import HOOFDTAK, Voorstel, Werkplaats

MENSEN = ("Lotte Kramer", "Bram Oudkerk")
STIJL = """
body { font: 1rem/1.5 sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
pre { background: #f4f4f4; overflow-x: auto; padding: 1rem; }
ins { background: #d7f5dd; text-decoration: none; } del { background: #fbdada; text-decoration: none; }
"""


def blad(titel: str, inhoud: str) -> Antwoord:
    """Make a page; `inhoud` is HTML of our own."""
    kop = f'<!doctype html><html lang="nl"><meta charset="utf-8"><title>{escape(titel)}</title><style>{STIJL}</style>'
    waar = '<p><a href="/">Oefensmederij</a>: een git-server om mee te oefenen, alleen op deze computer.</p>'
    return Antwoord(inhoud=f"{kop}<h1>{escape(titel)}</h1>{inhoud}{waar}".encode(), soort="text/html; charset=utf-8")


def aanmelden(velden: Mapping[str, str]) -> Antwoord:
    """Ask who it is, and whether the site may act for that person."""
    verborgen = "".join(
        f'<input type="hidden" name="{escape(naam)}" value="{escape(waarde)}">' for naam, waarde in velden.items()
    )
    wie = "".join(
        f'<p><label><input type="radio" name="wie" value="{naam}"{" checked" * (nummer == 0)}> {naam}</label></p>'
        for nummer, naam in enumerate(MENSEN)
    )
    knoppen = '<p><button name="keuze" value="toestaan">Toestaan</button> <button name="keuze">Weigeren</button></p>'
    return blad(
        "Mag Retentiehandboek voorstellen voor je indienen?",
        f'<form method="post" action="/toestaan">{verborgen}{wie}{knoppen}</form>',
    )


def overzicht(plaats: Werkplaats) -> Antwoord:
    """List all proposals."""
    regels = "".join(
        f'<li><a href="/voorstel/pulls/{een.nummer}">{escape(een.titel)}</a> ({een.staat}, {escape(een.wie)})</li>'
        for een in reversed(plaats.voorstellen)
    )
    return blad("Voorstellen", f"<ul>{regels}</ul>" if regels else "<p>Er is nog niets ingediend.</p>")


def voorstel(plaats: Werkplaats, nummer: str) -> Antwoord:
    """Show one proposal: its title, its text, its commits and what they change."""
    if not 0 < int(nummer) <= len(plaats.voorstellen):
        raise GeweigerdError(404, "there is no such proposal")
    een = plaats.voorstellen[int(nummer) - 1]
    bewaar = plaats.bewaarplaats
    berichten = "".join(f"<li>{escape(bericht)}</li>" for bericht in bewaar.berichten(HOOFDTAK, een.tak))
    wijzigingen = "".join(_regel(regel) for regel in bewaar.verschil(HOOFDTAK, een.tak).splitlines())
    return blad(
        een.titel,
        f"<p>Voorstel {een.nummer} van {escape(een.wie)}, op tak <code>{escape(een.tak)}</code>.</p>{_stand(een)}"
        f'<pre class="tekst">{escape(een.tekst)}</pre><h2>Wijzigingen</h2><ol>{berichten}</ol>'
        f'<pre class="verschil">{wijzigingen}</pre>',
    )


def _stand(een: Voorstel) -> str:
    if een.staat == "open":
        return f'<form method="post" action="/samenvoegen/{een.nummer}"><p><button>Samenvoegen</button></p></form>'
    return "<p><b>Samengevoegd.</b> De site wordt opnieuw gemaakt; ververs hem over een halve minuut.</p>"


def _regel(regel: str) -> str:
    """One line of a difference."""
    merk = {"+": "ins", "-": "del"}.get(regel[:1], "")
    return f"<{merk}>{escape(regel)}</{merk}>\n" if merk else f"{escape(regel)}\n"
