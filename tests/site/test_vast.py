"""What is left out of the style sheet before it is named: nothing that a browser would read."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from macros.site import vast

VIEWS = Path(vast.__file__).parents[1] / "views"
REGELS = """tekst => {
  const blad = new CSSStyleSheet()
  blad.replaceSync(tekst)
  return [...blad.cssRules].map(regel => regel.cssText)
}"""


def test_a_browser_reads_the_same_rules_without_comments(browser: Browser) -> None:
    """
    In every sheet of ours: the same rules in the same order, in fewer bytes.
    """
    bladen = [pad.read_text(encoding="utf-8") for pad in sorted(VIEWS.rglob("*.css"))]
    pagina = browser.new_page()
    heel, kort = ([pagina.evaluate(REGELS, tekst) for tekst in teksten] for teksten in (bladen, map(vast.kort, bladen)))
    pagina.close()

    assert len(bladen) > 20
    assert sum(map(len, heel)) > 500
    assert heel == kort
    assert "/*" not in "".join(map(vast.kort, bladen))
