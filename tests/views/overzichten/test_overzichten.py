"""The front door of the registers: a card for each in the menu, which says what the register says."""

import re
from collections.abc import Callable

import pytest
from leesbaar import woorden
from menu import adressen, registers

from macros.portefeuille.portefeuille import Portefeuille
from macros.site.onderdelen import OVERZICHTEN
from macros.views.delen.onderdeel import OP_ORDE, kaarten, kaartstand
from macros.views.overzichten.overzichten import Menuregel, overzichten
from macros.views.render import html
from macros.views.vandaag.aanvullen import aanvullen

MACRO = {"aanvullen": lambda portefeuille: aanvullen(portefeuille, lambda _: "")}
"""Where a register is not called by its own name alone."""
ZEGT = {
    "contacten/": ("contactschema", None, "{} te laat"),
    "segmenten/": ("segmenten", "{} A-klant", None),
    "driehoek/": ("driehoek", None, "bij {} valt er iets te regelen"),
    "kansen/": ("kansen", None, "hebben er {} geen volgende stap"),
    "klantcijfers/": ("klantcijfers", "zitten er {} op een", "{} met een cijfer onder de 8 waar nog geen plan"),
    "reviews/": ("reviews", "{} van buiten", "{} te laat"),
    "lessen/": ("lessen_signalen", None, "{} klant(en lijken| lijkt) op een eerdere les"),
    "honken/": ("honken", "honken uitgezet bij {} klant", None),
    "toernooi/": ("toernooi", "Nog {} adressen in het spel", None),
    "op-het-spel/": ("op_het_spel", "Te beslissen in 18 maanden.*{}", None),
    "behoud/": ("behoud", "Klantretentie .*{}", None),
    "acties/": ("acties", None, "{} te laat"),
    "aanvullen/": ("aanvullen", "{} gegevens ontbreken", None),
}
"""By register: the macro of its page, and what that says with the number of the card and with what is wrong."""


def test_every_register_of_the_menu_has_a_card() -> None:
    """
    And no card is of a page that is not there.
    """
    assert set(registers()) == set(kaarten())
    assert "overzichten/" in adressen()


@pytest.mark.parametrize("pad", ZEGT)
def test_a_card_says_what_its_register_says(pad: str, voorbeeld: Portefeuille) -> None:
    """
    The headline number, and what is wrong, stand on the page itself.
    """
    naam, getal, mis = ZEGT[pad]
    kaart = kaarten()[pad](voorbeeld)
    pagina = woorden(html((MACRO.get(naam) or OVERZICHTEN[naam])(voorbeeld)))
    wrong = re.match(r"\d+", kaart.stand.tekst)

    assert getal is None or re.search(getal.format(rf"(?<!\w){re.escape(woorden(kaart.getal))}"), pagina)
    assert mis is None or (wrong and re.search(mis.format(rf"\b{wrong[0]}\b"), pagina))


def test_a_card_asks_counts_and_says_when_all_is_well(voorbeeld: Portefeuille) -> None:
    """
    A question, a number read on from, and one state: "Op orde" in words, and no alarm over what is not switched on.
    """
    assert OP_ORDE == kaartstand(0, "te laat", "te-laat")
    for maak in kaarten().values():
        kaart = maak(voorbeeld)

        assert kaart.vraag.endswith("?")
        assert f"{kaart.getal} {kaart.telt}".strip()
        assert OP_ORDE == kaart.stand or kaart.stand.klasse == "stil" or kaart.stand.tekst[0].isdigit()


def test_what_is_wrong_comes_first(voorbeeld: Portefeuille) -> None:
    """
    The worst in front, in the order of the menu where it weighs the same, and every sign is explained.
    """
    menu = [Menuregel(pad, pad) for pad in (*kaarten(), "eigen/")]

    pagina = overzichten(voorbeeld, menu)
    tekens = [kaart.stand.symbool.replace("–", "?") for _, kaart in pagina.ingangen if kaart]

    assert sorted(tekens, key="!◆▲?●".index) == tekens
    te_laat = [regel.pad for regel, kaart in pagina.ingangen if kaart and kaart.stand.klasse == "te-laat"]
    assert [pad for pad in kaarten() if pad in te_laat] == te_laat
    assert "acties/" in te_laat
    assert pagina.ingangen[-1].kaart is None
    assert list(dict.fromkeys(tekens)) == [teken.symbool for teken in pagina.tekens]


def test_only_what_cannot_wait_has_a_colour(voorbeeld: Portefeuille) -> None:
    """
    The page counts where somebody must act, and what may wait says so in quiet words.
    """
    pagina = overzichten(voorbeeld, [Menuregel(pad, pad) for pad in kaarten()])
    standen = [kaart.stand for _, kaart in pagina.ingangen if kaart]

    gekleurd = [stand for stand in standen if stand.klasse != "gewoon"]

    assert {"!", "◆"} == {stand.symbool for stand in gekleurd}
    assert pagina.zin.startswith(f"Bij {len(gekleurd)} van de {len(standen)} overzichten moet nu iets; bij ")
    assert 0 < len(gekleurd) < len(standen)


def test_the_card_of_behoud_answers_for_clients_and_revenue(voorbeeld: Portefeuille) -> None:
    """
    It asks about both, so it says both.
    """
    kaart = kaarten()["behoud/"](voorbeeld)

    assert re.fullmatch(r"klantretentie in \d{4}, en [\d,]+% van de omzet bleef \(bruto behoud\)", kaart.telt)


def test_the_menu_decides_what_stands_there(voorbeeld: Portefeuille) -> None:
    """
    A register that is off has no card; a page of the team itself without a card still has its name and its way.
    """
    menu = (Menuregel("Lessen", "lessen/"), Menuregel("Onze eigen pagina", "eigen/"))

    pagina = html(overzichten(voorbeeld, menu), "../")

    assert ["Lessen", "Onze eigen pagina"] == re.findall(r'<h2[^>]*><a href="\.\./[a-z]+/">(.*?)</a>', pagina)
    assert 1 == pagina.count("overzichten__getal")


def test_an_empty_portfolio_has_cards_too(portefeuille: Callable[..., Portefeuille]) -> None:
    """
    Before there is a client, each register still says what it answers, and none is in order.
    """
    menu = [Menuregel(pad, pad) for pad in kaarten()]

    ingangen = overzichten(portefeuille(), menu).ingangen

    assert all(kaart and kaart.vraag and OP_ORDE.tekst != kaart.stand.tekst for _, kaart in ingangen)
