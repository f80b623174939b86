// The way into changing what stands here: a pencil at what can be changed, and the bar of the proposal.
//
// What is behind it (forms, the check, Python) is fetched when somebody reaches for a pencil, and not before. Without
// this module the pencil of the page leads to the file, and each thing to write down has its lines to copy.

/** @typedef {typeof import("../../../macros/bewerken/scherm/begin.js")} Begin */

const WORTEL = new URL("../../", import.meta.url);
const KLANTBLAD = /^accounts\/([a-z0-9-]+)\/(?:(canvas|gebeurd|gesprek|sessie)\/(?:[^/]+\/)?)?(?:index\.html)?$/;
// Headings of a client's page below which something stands that somebody wrote (formulieren.py, KLANTPAGINA).
const KOPPEN = "momenten lessen contracten canvas driehoek mensen verwachtingen beloften contact tevredenheid kansen tijdlijn";
// Headings of the page about the shared files that are a file.
const BESTANDEN = "team lessen berichten segmentatie criteria canvas vragenlijsten honken";
const pad = decodeURIComponent(location.pathname.slice(WORTEL.pathname.length)).replace(/index\.html$/, "");

/** @type {Promise<Begin> | undefined} */
let scherm;
export function haal() {
  scherm ??= fetch(new URL("bewerken/nu.json", WORTEL), { cache: "no-cache" })
    .then((antwoord) => antwoord.json())
    .then((nu) => import(new URL(`bewerken/${nu.scherm}/begin.js`, WORTEL).href));
  scherm.catch(() => (scherm = undefined));
  return scherm;
}

/** @param {string} woorden @param {(begin: Begin) => unknown} doe @param {string} [opschrift] on a button that stands alone */
function maakKnop(woorden, doe, opschrift) {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = opschrift ? "aanpassen aanpassen--woord" : "aanpassen";
  if (opschrift) knop.textContent = opschrift;
  else knop.title = "Aanpassen";
  knop.setAttribute("aria-label", woorden);
  for (const soort of ["pointerenter", "focus"]) knop.addEventListener(soort, () => haal().catch(() => {}), { once: true });
  knop.addEventListener("click", async () => {
    knop.setAttribute("aria-busy", "true");
    knop.classList.remove("aanpassen--mislukt");
    try {
      await doe(await haal());
    } catch {
      knop.title = "Dat lukt nu niet. Kijk of je verbinding hebt, en probeer het opnieuw.";
      knop.setAttribute("aria-label", `${woorden}. ${knop.title}`);
      knop.classList.add("aanpassen--mislukt");
    } finally {
      knop.removeAttribute("aria-busy");
    }
  });
  return knop;
}

/** @param {ParentNode} waar @param {string} kiezer @param {(begin: Begin, id: string, woorden: string) => unknown} doe @param {string} [klasse] */
function bijKoppen(waar, kiezer, doe, klasse = "aanpassen-kop") {
  for (const kop of waar.querySelectorAll(kiezer)) {
    const woorden = (kop.textContent ?? "").replace(/¶|#$/g, "").replace(/^\s*\d+\s/, "").trim();
    kop.classList.add(klasse);
    kop.after(maakKnop(`Aanpassen: ${woorden}`, (begin) => doe(begin, kop.id, woorden)));
  }
}

/** @param {ParentNode} waar whose parts are folded: the pencil stands behind the fold, for a button in a summary is none */
function bijDelen(waar) {
  for (const inhoud of waar.querySelectorAll(".account-delen > div > details > [id]")) {
    if (!KOPPEN.split(" ").includes(inhoud.id)) continue;
    const vouw = inhoud.closest("details");
    const woorden = vouw?.querySelector("h2")?.textContent ?? "";
    vouw?.after(maakKnop(`Aanpassen: ${woorden}`, (begin) => begin.opKop(inhoud.id, woorden)));
  }
  for (const leegte of waar.querySelectorAll(".account-delen li[id]")) {
    if (!KOPPEN.split(" ").includes(leegte.id)) continue;
    const woorden = leegte.querySelector("b")?.textContent ?? "";
    leegte.append(maakKnop(`Aanpassen: ${woorden}`, (begin) => begin.opKop(leegte.id, woorden)));
  }
}

function zetPotloden() {
  // At the exercises a page of an invented client stands inside this page.
  const binnen = /** @type {HTMLElement | null} */ (document.querySelector("[data-oefenblad]"));
  const waar = binnen ?? document;
  const bladkop = waar.querySelector("article h1");
  const klantblad = KLANTBLAD.exec(binnen?.dataset.oefenblad ?? pad);
  const kiezer = (/** @type {string} */ namen) => namen.split(" ").map((naam) => `article h2#${naam}`).join();
  if (klantblad) {
    // Before the heading: on paper a sheet is known by what follows its heading.
    bladkop?.before(maakKnop("Deze klant aanpassen", (begin) => begin.kies(), "Aanpassen"));
    if (klantblad[2] === "canvas") {
      bijKoppen(waar, 'article h2[id^="vak-"]', (begin, id, woorden) => begin.opKop(id, woorden), "aanpassen-vakkop");
      const voet = waar.querySelector("article .canvas__voet");
      voet?.classList.add("aanpassen-voet");
      voet?.append(maakKnop("Aanpassen: coach, teamsessie, goedkeuring en besluit", (begin) => begin.opKop("voet", "Rond het canvas")));
    } else if (!klantblad[2]) bijDelen(waar);
  } else if (pad === "accounts/") bladkop?.before(maakKnop("Nieuwe klant", (begin) => begin.nieuw(), "Nieuwe klant"));
  else if (pad === "bijdragen/instellingen/") bladkop?.before(maakKnop("Instellingen aanpassen", (begin) => begin.instellingen("_gedeeld/instellingen.yml", "Instellingen"), "Aanpassen"));
  else if (pad === "bijdragen/gedeeld/") bijKoppen(waar, kiezer(BESTANDEN), (begin, id, woorden) => begin.instellingen(`_gedeeld/${id}.yml`, woorden));
}

// --- the bar of the proposal ---

/** @returns {Record<string, number>} how many changes wait, by client */
function klaar() {
  try {
    return JSON.parse(localStorage.getItem("handboek-voorstel-aantal") ?? "{}") ?? {};
  } catch {
    return {};
  }
}

function maakBalk() {
  const aantallen = klaar();
  const aantal = Object.values(aantallen).reduce((som, een) => som + een, 0);
  let balk = /** @type {HTMLElement | null} */ (document.querySelector(".aanpassen-balk"));
  if (!balk) {
    balk = document.createElement("div");
    balk.className = "aanpassen-balk";
    balk.setAttribute("role", "status");
    document.body.append(balk);
  }
  balk.hidden = !aantal || pad === "voorstel/";
  if (balk.hidden) return;
  const link = document.createElement("a");
  link.href = new URL("voorstel/", WORTEL).href;
  link.textContent = "Bekijk je voorstel";
  balk.replaceChildren(`${aantal === 1 ? "1 wijziging" : `${aantal} wijzigingen`} klaar. `, link);
  const klant = KLANTBLAD.exec(pad)?.[1];
  if (klant && aantallen[klant] && !document.querySelector("article.bewerken-voorstel")) {
    balk.append(maakKnop("Toon deze pagina met mijn wijzigingen", (begin) => begin.toonMijn(), "Laat hier zien"));
  }
}

// Where there is no place to keep a proposal, there is nothing to offer; what is written down is never of another day.
if (!document.querySelector('meta[name="andere-dag"]') && typeof indexedDB !== "undefined" && typeof WebAssembly !== "undefined") {
  maakBalk();
  for (const soort of ["storage", "handboek-voorstel"]) addEventListener(soort, maakBalk);
  zetPotloden();
  addEventListener("handboek-blad", () => {
    zetPotloden();
    maakBalk();
  });
  // An event goes by that id too, on the pages of clients.
  const blad = /** @type {HTMLElement | null} */ (document.querySelector(".voorstel"));
  if (blad) haal().then((begin) => begin.voorstel(blad)).catch(() => blad.append("Dat lukt nu niet. Kijk of je verbinding hebt en of dit geen privévenster is, en laad de pagina opnieuw."));
  document.addEventListener("click", (gebeurtenis) => {
    const doel = gebeurtenis.target instanceof Element ? gebeurtenis.target : null;
    const link = /** @type {HTMLAnchorElement | null} */ (doel?.closest('a[href*="gebeurd/#"]'));
    if (!link || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
    gebeurtenis.preventDefault();
    haal()
      .then((begin) => begin.opLink(link.href))
      .then((open) => open || location.assign(link.href))
      .catch(() => location.assign(link.href));
  });
}
