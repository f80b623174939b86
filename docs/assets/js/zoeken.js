// The search: a button in the head opens a dialog with a box and what is found; the words it found are marked on the page.
//
// The index and zoeker.js are fetched when somebody goes to search, not before. The box keeps the focus while the arrows
// go through the list (the pattern of a combobox); each line is a link, so a middle click opens it in a tab of its own.
// `/` opens the search from anywhere but a field. Whoever speaks to the computer may switch that key off, on this device.

/** @typedef {import("./zoeker.js").Gevonden} Gevonden */

const WORTEL = new URL("../../", import.meta.url);
const TOETS_UIT = "handboek-zoektoets-uit";
const VOOR_EN_NA = 70;
const HOOGSTENS = 400;
const BEGIN = "Typ de naam van een klant of collega, een woord of een vraag.";

/** @type {Promise<typeof import("./zoeker.js") & { zoeker: ReturnType<typeof import("./zoeker.js").maakZoeker> }> | undefined} */
let onderweg;
function haal() {
  onderweg ??= Promise.all([import("./zoeker.js"), lees("search_index.json")])
    .then(([zoeker, index]) => ({ ...zoeker, zoeker: zoeker.maakZoeker(index, lees) }));
  onderweg.catch(() => (onderweg = undefined));
  return onderweg;
}

/** @param {string} naam of a file of the index */
async function lees(naam) {
  const antwoord = await fetch(new URL(`search/${naam}`, WORTEL));
  if (!antwoord.ok) throw new Error(`${naam}: ${antwoord.status}`);
  return antwoord.json();
}

/** @param {string} soort @param {Record<string, string>} kenmerken @param {...(Node | string)} inhoud */
function maak(soort, kenmerken, ...inhoud) {
  const deel = document.createElement(soort);
  for (const [naam, waarde] of Object.entries(kenmerken)) deel.setAttribute(naam, waarde);
  deel.append(...inhoud);
  return deel;
}

// --- the key ---

function toetsAan() {
  try {
    return localStorage.getItem(TOETS_UIT) === null;
  } catch {
    return true;
  }
}

/** @param {boolean} aan */
function zetToets(aan) {
  try {
    if (aan) localStorage.removeItem(TOETS_UIT);
    else localStorage.setItem(TOETS_UIT, "ja");
  } catch {
    // Without a place to keep it, it holds for this page.
  }
}

// --- the dialog ---

const veld = /** @type {HTMLInputElement} */ (maak("input", {
  class: "zoeken__veld", type: "search", role: "combobox", "aria-label": "Zoeken", "aria-autocomplete": "list", "aria-expanded": "false",
  "aria-controls": "zoeken-lijst", "aria-describedby": "zoeken-stand", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go",
  placeholder: "Zoeken",
}));
const sluit = maak("button", { class: "zoeken__sluit", type: "button" }, "Sluiten");
const stand = maak("p", { class: "zoeken__stand", id: "zoeken-stand", role: "status" });
const lijst = maak("div", { class: "zoeken__lijst", id: "zoeken-lijst", role: "listbox", "aria-label": "Gevonden" });
const vinkje = /** @type {HTMLInputElement} */ (maak("input", { type: "checkbox" }));
const dialoog = /** @type {HTMLDialogElement} */ (maak("dialog", { class: "zoeken", "aria-label": "Zoeken in het handboek" },
  maak("form", { class: "zoeken__vorm", role: "search" }, veld, sluit), stand, lijst,
  maak("p", { class: "zoeken__voet" }, "↑ ↓ kiezen, Enter openen, Esc sluiten", maak("label", { class: "zoeken__toets" }, vinkje, "/ opent zoeken"))));

let gekozen = -1;
/** @param {number} nummer */
function kies(nummer) {
  const regels = [...lijst.children];
  gekozen = regels.length > 0 ? (nummer + regels.length) % regels.length : -1;
  regels.forEach((regel, ander) => regel.setAttribute("aria-selected", String(ander === gekozen)));
  if (gekozen < 0) veld.removeAttribute("aria-activedescendant");
  else {
    veld.setAttribute("aria-activedescendant", regels[gekozen].id);
    regels[gekozen].scrollIntoView({ block: "nearest" });
  }
}

/** @param {string} tekst @param {string[]} gezocht @param {typeof import("./zoeker.js").kaal} kaal */
function gemarkeerd(tekst, gezocht, kaal) {
  const deel = document.createDocumentFragment();
  for (const stuk of tekst.split(/([\p{L}\p{M}\p{N}]+)/u)) {
    deel.append(gezocht.includes(kaal(stuk)) ? maak("mark", {}, stuk) : stuk);
  }
  return deel;
}

/** @param {string} tekst @param {string[]} gezocht @param {typeof import("./zoeker.js").kaal} kaal the part in which it was found */
function uitsnede(tekst, gezocht, kaal) {
  const plek = [...tekst.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].find(([woord]) => gezocht.includes(kaal(woord)))?.index ?? 0;
  const begin = plek > VOOR_EN_NA ? tekst.indexOf(" ", plek - VOOR_EN_NA) + 1 : 0;
  const einde = tekst.length > plek + VOOR_EN_NA ? tekst.indexOf(" ", plek + VOOR_EN_NA) : -1;
  return `${begin > 0 ? "… " : ""}${tekst.slice(begin, einde < 0 ? undefined : einde)}${einde < 0 ? "" : " …"}`;
}

/** @param {Gevonden} een @param {number} nummer @param {typeof import("./zoeker.js").kaal} kaal */
function regel({ plek, titel, onder, tekst, gezocht }, nummer, kaal) {
  const adres = new URL(plek, WORTEL);
  if (gezocht.length > 0) adres.searchParams.set("h", gezocht.join(" "));
  const kenmerken = { class: "zoeken__regel", id: `zoeken-${nummer}`, role: "option", tabindex: "-1", href: adres.href, "aria-selected": "false" };
  const deel = maak("a", kenmerken, maak("span", { class: "zoeken__titel" }, gemarkeerd(titel, gezocht, kaal)), maak("span", { class: "zoeken__onder" }, gemarkeerd(onder, gezocht, kaal)));
  if (tekst) deel.append(maak("span", { class: "zoeken__tekst" }, gemarkeerd(uitsnede(tekst, gezocht, kaal), gezocht, kaal)));
  return deel;
}

async function toon() {
  const vraag = veld.value.trim();
  if (vraag === "") {
    lijst.replaceChildren();
    stand.textContent = BEGIN;
  } else {
    try {
      const { zoeker, kaal } = await haal();
      const gevonden = await zoeker.zoek(vraag);
      if (vraag !== veld.value.trim()) return; // another letter came while something was under way
      lijst.replaceChildren(...gevonden.map((een, nummer) => regel(een, nummer, kaal)));
      stand.textContent = gevonden.length === 0 ? `Niets gevonden voor “${vraag}”. Probeer een ander woord.` : `${gevonden.length} gevonden`;
    } catch {
      onderweg = undefined; // a publication took away what that index leads to: the next letter begins anew
      lijst.replaceChildren();
      stand.textContent = "Zoeken lukt nu niet. Laad de pagina opnieuw; helpt dat niet, kijk dan of je verbinding hebt.";
    }
  }
  lijst.hidden = lijst.childElementCount === 0;
  veld.setAttribute("aria-expanded", String(!lijst.hidden));
  kies(0);
}

function open() {
  if (dialoog.open) return;
  if (!dialoog.isConnected) document.body.append(dialoog);
  vinkje.checked = toetsAan();
  dialoog.showModal();
  veld.focus();
  veld.select();
  haal().catch(() => {});
  getoond = toon();
}

/** @type {Promise<void>} the list that belongs to what stands in the box; Enter waits for it */
let getoond = Promise.resolve();
veld.addEventListener("input", () => (getoond = toon()));
veld.addEventListener("keydown", (gebeurtenis) => {
  const stap = { ArrowDown: 1, ArrowUp: -1 }[gebeurtenis.key];
  if (stap) {
    gebeurtenis.preventDefault();
    kies(gekozen + stap);
  }
});
dialoog.querySelector("form")?.addEventListener("submit", async (gebeurtenis) => {
  gebeurtenis.preventDefault();
  await getoond;
  /** @type {HTMLElement | undefined} */ (lijst.children[gekozen])?.click();
});
lijst.addEventListener("click", () => dialoog.close()); // a place on this page: the dialog would stay over it
sluit.addEventListener("click", () => dialoog.close());
dialoog.addEventListener("click", (gebeurtenis) => {
  if (gebeurtenis.target === dialoog) dialoog.close(); // the part around it
});
vinkje.addEventListener("change", () => zetToets(vinkje.checked));

const knop = document.querySelector(".zoeken-knop");
knop?.addEventListener("click", open);
knop?.addEventListener("pointerenter", () => haal().catch(() => {}), { once: true });
document.addEventListener("keydown", (gebeurtenis) => {
  if (gebeurtenis.key !== "/" || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.altKey || !toetsAan()) return;
  const doel = gebeurtenis.target instanceof HTMLElement ? gebeurtenis.target : null;
  if (doel?.isContentEditable || doel?.matches("input, textarea, select") || document.querySelector("dialog[open]")) return;
  gebeurtenis.preventDefault();
  open();
});

// --- what was found, on the page: ?h= holds the words ---

async function markeer() {
  const gezocht = new URL(location.href).searchParams.get("h");
  const artikel = document.querySelector("article");
  if (!gezocht || !artikel || typeof CSS.highlights === "undefined") return;
  const { kaal, woorden } = await import("./zoeker.js");
  const alle = new Set(woorden(gezocht));
  const bereiken = [];
  const lopers = document.createTreeWalker(artikel, NodeFilter.SHOW_TEXT);
  while (lopers.nextNode() && bereiken.length < HOOGSTENS) {
    const tekst = lopers.currentNode;
    for (const { 0: woord, index } of (tekst.nodeValue ?? "").matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      if (!alle.has(kaal(woord))) continue;
      const bereik = new Range();
      bereik.setStart(tekst, index);
      bereik.setEnd(tekst, index + woord.length);
      bereiken.push(bereik);
    }
  }
  CSS.highlights.set("gezocht", new Highlight(...bereiken));
}
markeer();
