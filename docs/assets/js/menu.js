// The menu for who has no mouse: the theme opens it, and the parts below it, with labels of hidden tick boxes. A label
// takes a click only; here each of them becomes a button with a name, that says whether it is open and takes Enter and
// the space bar. The menu of a narrow window gets the focus when it opens, keeps it, and gives it back at Esc.

const lade = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
const knop = echteKnop(document.querySelector('.md-header label[for="__drawer"]'));
const menu = document.querySelector(".md-sidebar--primary");
const smal = matchMedia("(max-width: 76.234375em)");
const rest = ".md-header, .md-banner, .registers, .md-content, .md-sidebar--secondary, .md-footer";

/** @param {Element | null} label at the head of the page, always in sight @returns a button in its place: to a screen reader a label is none */
function echteKnop(label) {
  if (!label) return null;
  const nieuw = document.createElement("button");
  nieuw.type = "button";
  nieuw.className = `${label.className} menuknop`;
  nieuw.setAttribute("aria-label", "Menu");
  nieuw.append(...label.childNodes);
  label.replaceWith(nieuw);
  const zeg = () => nieuw.setAttribute("aria-expanded", String(lade?.checked));
  zeg();
  lade?.addEventListener("change", zeg);
  nieuw.addEventListener("click", () => lade?.click());
  return nieuw;
}

/** @param {HTMLLabelElement} label what it opens or closes, in words */
function naam(label) {
  const deel = (label.textContent?.trim() || label.previousElementSibling?.textContent || "").trim().replace(/\s+/g, " ");
  if (label.htmlFor === "__drawer") return "Menu sluiten";
  return label.matches(".md-nav__title") ? `Terug uit ${deel}` : `${deel}: wat eronder staat`;
}

for (const label of /** @type {NodeListOf<HTMLLabelElement>} */ (document.querySelectorAll('label[for^="__nav_"], label[for="__drawer"]:not(.md-overlay)'))) {
  const vak = /** @type {HTMLInputElement | null} */ (document.getElementById(label.htmlFor));
  // In the title of the menu stands a link: a button cannot hold it, and Esc closes the menu too.
  if (!vak || label.querySelector("a")) continue;
  label.setAttribute("role", "button");
  label.setAttribute("aria-label", naam(label));
  label.tabIndex = 0;
  const zeg = () => label.setAttribute("aria-expanded", String(vak.checked));
  zeg();
  vak.addEventListener("change", () => {
    zeg();
    // A part of the menu lies over what it came from: who opened it goes on inside, and comes back to where that was.
    if (label.matches(".md-nav__title") === vak.checked && smal.matches && document.activeElement?.matches("label")) label.focus();
  });
  label.addEventListener("keydown", (gebeurtenis) => {
    if (gebeurtenis.key !== " ") return; // Enter is the theme's
    gebeurtenis.preventDefault();
    label.click();
  });
}

lade?.addEventListener("change", () => {
  for (const deel of document.querySelectorAll(rest)) deel.toggleAttribute("inert", lade.checked);
  if (lade.checked) {
    const eerste = [...(menu?.querySelectorAll("a[href], label[role=button]") ?? [])].find((een) => een.checkVisibility({ visibilityProperty: true }));
    /** @type {HTMLElement | undefined} */ (eerste)?.focus();
  } else knop?.focus();
});
document.addEventListener("keydown", (gebeurtenis) => {
  if (gebeurtenis.key === "Escape" && lade?.checked && !document.querySelector("dialog[open]")) lade.click();
});
// A wider window shows the menu without its button.
smal.addEventListener("change", ({ matches }) => {
  if (!matches && lade?.checked) lade.click();
});
