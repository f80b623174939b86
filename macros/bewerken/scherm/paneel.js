// The panel beside the page in which something is changed: one form at a time, what the check says, and how it becomes.

import { deelVan, uitHtml } from "./bladzijde.js";
import { inWoorden, knop, maak, zinnenlijst } from "./bouwen.js";
import { formulier } from "./formulier.js";
import { bijElkeStap, gedeeld, roep, stapNu, start, vandaag } from "./gegevens.js";
import * as opslag from "./opslag.js";

const RUST = 350; // milliseconds without typing before the check looks
const RUST_ELDERS = 1500; // and before it looks at what follows for every client
const STAPPEN = {
  ophalen: "De controle wordt opgehaald. Je kunt vast typen.",
  python: "De controle start. Je kunt vast typen.",
  pakketten: "De controle start. Je kunt vast typen.",
  lezer: "De controle is bijna klaar.",
  klaar: "",
  mislukt: "De controle start hier niet. Wat je typt blijft bewaard; de controle kijkt na het indienen.",
};

/** @typedef {import("./gegevens.js").Veld} Veld */
/** @typedef {{titel: string, uitleg?: string, sleutel: string, velden: Veld[], eerst?: string[], waarden: Record<string, any>,
 *   maakWijziging: (waarden: Record<string, any>) => opslag.Wijziging | null, klant: string, keuzes: (veld: Veld) => [string, string][],
 *   open?: (veld: Veld, waarde: any) => void, pagina: {familie: string, pad: string} | null, deel?: string, elders?: string[],
 *   doe?: string, terug?: () => void, klaar?: (html: string | null) => void}} Taak */

/** @type {HTMLDialogElement | null} */
let venster = null;
/** @type {Element | null} */
let vorige = null;
let ronde = 0;
/** @type {() => void} */
let bijSluiten = () => {};

bijElkeStap(() => {
  const regel = venster?.querySelector(".bewerken__stap");
  if (regel) regel.textContent = stapWoorden();
});

const stapWoorden = () => /** @type {Record<string, string>} */ (STAPPEN)[stapNu()] ?? "";

export function sluit() {
  venster?.close();
}

/** Put the focus where it was, or on the same pencil of a page that was filled again. */
function terugNaarPotlood() {
  if (!(vorige instanceof HTMLElement)) return;
  const naam = vorige.getAttribute("aria-label");
  const zelfde = naam ? document.querySelector(`.aanpassen[aria-label="${CSS.escape(naam)}"]`) : null;
  /** @type {HTMLElement} */ (vorige.isConnected ? vorige : (zelfde ?? vorige)).focus();
}
addEventListener("handboek-blad", terugNaarPotlood);

/** @param {string} titel @param {Node[]} inhoud @param {() => void} [terug] @param {boolean} [breed] with room for how it becomes */
export function toon(titel, inhoud, terug, breed = false) {
  bijSluiten();
  bijSluiten = () => {};
  if (!venster) {
    venster = /** @type {HTMLDialogElement} */ (maak("dialog", { className: "bewerken", "aria-labelledby": "bewerken-titel" }));
    venster.addEventListener("close", () => {
      ronde++;
      bijSluiten();
      bijSluiten = () => {};
      terugNaarPotlood();
    });
    document.body.append(venster);
  }
  const kop = maak(
    "div",
    { className: "bewerken__kop" },
    terug && knop("Terug", terug, "klein"),
    maak("h2", { id: "bewerken-titel", tabIndex: -1 }, titel),
    maak("button", { type: "button", className: "bewerken__sluit", "aria-label": "Sluiten", bij: { click: sluit } }, "×"),
  );
  venster.replaceChildren(kop, ...inhoud);
  venster.classList.toggle("bewerken--breed", breed);
  if (!venster.open) {
    vorige = document.activeElement;
    venster.showModal();
  }
  venster.scrollTop = 0;
  /** @type {HTMLElement} */ (venster.querySelector("#bewerken-titel")).focus();
}

/** Ask one thing, check while it is typed, and keep it in the proposal. @param {Taak} taak */
export async function vraag(taak) {
  const eigen = ++ronde;
  const alles = await gedeeld();
  const id = opslag.nieuweId();
  const eerder = await opslag.klad(taak.sleutel);
  const dag = await vandaag();
  if (eigen !== ronde) return;
  const wie = wieVraag(alles.keuzes.persoon ?? []);
  const zegt = maak("div", { className: "bewerken__zegt", role: "status" });
  const volgt = maak("div", { className: "bewerken__volgt" });
  const beeld = maak("div", { className: "bewerken__beeld md-typeset", inert: true });
  const beeldkop = maak("h3", {}, "Zo wordt het");
  const zo = maak("section", { className: "bewerken__zo", hidden: true }, beeldkop, beeld, volgt);
  const stap = maak("p", { className: "bewerken__stap", role: "status" }, stapWoorden());
  let klok = 0;
  let langeKlok = 0;
  /** @type {string | null} */
  let html = null;
  /** @type {{fouten: number, nagekeken: boolean}} */
  let stand = { fouten: 0, nagekeken: false };
  let bewaard = false;
  let bezig = false;
  const bijTypen = () => {
    clearTimeout(klok);
    stand.nagekeken = false;
    klok = window.setTimeout(() => {
      bewaarKlad();
      kijk();
    }, RUST);
  };
  const omgeving = { keuzes: taak.keuzes, bijTypen, vandaag: dag, open: taak.open, eerst: taak.eerst };
  let vorm = formulier(taak.velden, taak.waarden, omgeving);
  const leeg = vorm.lees();
  if (eerder) vorm = formulier(taak.velden, { ...taak.waarden, ...eerder }, omgeving);

  const wijziging = () => {
    const een = taak.maakWijziging(vorm.lees());
    return een && { ...een, id, wie: wie.lees() || een.wie, titel: taak.titel };
  };

  /** Keep what is typed, whatever happens to this tab. */
  function bewaarKlad() {
    if (bewaard) return;
    // Only what is other than it was: what somebody else changes in the rest stays theirs.
    const getypt = Object.entries(vorm.lees()).filter(([naam, waarde]) => JSON.stringify(waarde) !== JSON.stringify(leeg[naam]));
    opslag.bewaarKlad(taak.sleutel, getypt.length ? Object.fromEntries(getypt) : null).catch(() => {});
  }

  async function kijk() {
    const een = wijziging();
    if (!een || vorm.open().length) {
      vorm.wis();
      zegt.replaceChildren();
      toonNu();
      stand = { fouten: 0, nagekeken: true };
      return;
    }
    const andere = (await opslag.alle()).filter((ander) => ander.klant === een.klant && ander.id !== id);
    const vraag_ = { klant: een.klant, wijzigingen: [...andere, een], pagina: taak.pagina, laatste: true };
    let uit;
    try {
      uit = await roep("probeer", vraag_, [een.klant]);
    } catch {
      stap.textContent = STAPPEN.mislukt;
      return;
    }
    if (eigen !== ronde) return; // meanwhile something else is asked
    stap.textContent = "";
    html = uit.html;
    vorm.wis();
    toonUitkomst(uit);
    clearTimeout(langeKlok);
    if (taak.elders && !stand.fouten) langeKlok = window.setTimeout(() => kijkElders(vraag_), RUST_ELDERS);
  }

  /** What follows for the clients. @param {any} vraag_ */
  async function kijkElders(vraag_) {
    const klanten = /** @type {string[]} */ (taak.elders);
    volgt.replaceChildren(maak("p", {}, "Er wordt gekeken wat er voor de klanten verandert …"));
    let uit;
    try {
      uit = await roep("probeer", { ...vraag_, klanten }, klanten);
    } catch {
      volgt.replaceChildren();
      return;
    }
    if (eigen !== ronde) return;
    const delen = uit.elders.map((/** @type {any} */ een) =>
      maak("li", {}, maak("strong", {}, een.naam), maak("ul", {}, ...een.gevolgen.map((/** @type {string} */ zin) => maak("li", {}, zin)))),
    );
    const kop = delen.length ? `Dit verandert er bij ${delen.length === 1 ? "1 klant" : `${delen.length} klanten`}:` : "Voor geen enkele klant verandert er iets.";
    volgt.replaceChildren(maak("p", {}, kop), ...(delen.length ? [maak("ul", { className: "bewerken__elders" }, ...delen)] : []));
    zo.hidden = false;
  }

  /** @param {any} uit */
  function toonUitkomst(uit) {
    const los = [];
    let fouten = 0;
    for (const een of uit.problemen) {
      const vanMij = een.wijziging === id || !een.wijziging;
      if (een.soort !== "fout" && !vanMij) continue; // told at the other change
      if (een.soort === "fout" && vanMij) fouten++;
      const hier = een.wijziging === id && een.veld && een.soort === "fout" && vorm.meld(een.veld, zin(een.tekst));
      const woord = een.soort !== "fout" ? "Let op" : vanMij ? "Dit klopt nog niet" : "Dit klopt nog niet in je voorstel";
      if (!hier && vanMij && een.soort === "fout") vorm.vouwUit(); // what it asks for may lie there
      if (!hier) los.push(maak("li", { className: `bewerken__${een.soort}` }, `${woord}: ${een.tekst}`));
    }
    zegt.replaceChildren(...(los.length ? [maak("ul", {}, ...los)] : []));
    stand = { fouten, nagekeken: true };
    const delen = uit.html && taak.deel ? deelVan(/** @type {Element} */ (uitHtml(uit.html)), taak.deel) : [];
    if (delen.length) toonBeeld("Zo wordt het", delen);
    const gevolgen = zinnenlijst(uit.gevolgen ?? [], "Wat eruit volgt:");
    volgt.replaceChildren(...gevolgen);
    zo.hidden = !delen.length && !gevolgen.length;
  }

  /** @param {string} kop @param {Element[]} delen */
  function toonBeeld(kop, delen) {
    beeldkop.textContent = kop;
    beeld.replaceChildren(...delen.map(kaal));
    zo.hidden = false;
    zo.classList.toggle("bewerken__zo--nu", kop !== "Zo wordt het");
  }

  /** How it stands on the page. */
  function toonNu() {
    const delen = taak.deel ? deelVan(document, taak.deel) : [];
    zo.hidden = !delen.length;
    volgt.replaceChildren();
    if (delen.length) toonBeeld("Zo staat het er nu", delen);
  }

  async function bewaar() {
    if (bezig) return;
    bezig = true;
    try {
      await bewaar_();
    } finally {
      bezig = false;
    }
  }

  async function bewaar_() {
    clearTimeout(klok);
    if (!wie.keur()) return;
    const een = wijziging();
    if (!een) {
      zegt.replaceChildren(maak("p", {}, "Er is nog niets veranderd."));
      return;
    }
    const open = vorm.open();
    if (open.length) {
      vorm.wis();
      for (const naam of open) vorm.meld(naam, "Vul dit nog in.");
      naarFout();
      return;
    }
    if (!stand.nagekeken) {
      if (stapNu() !== "klaar") stap.textContent = "De controle kijkt nog even; daarna staat het in je voorstel.";
      await kijk();
    }
    if (eigen !== ronde) return;
    if (stand.fouten) {
      naarFout();
      return;
    }
    bewaard = true;
    await opslag.bewaarKlad(taak.sleutel, null);
    await opslag.bewaar(een);
    if (taak.klaar) taak.klaar(html);
    else sluit();
  }

  function naarFout() {
    const eerste = venster?.querySelector('[aria-invalid="true"]');
    const naar = eerste?.matches("input, select, textarea") ? eerste : (eerste?.querySelector("input, select, textarea, button") ?? zegt);
    if (naar === zegt) zegt.setAttribute("tabindex", "-1");
    /** @type {HTMLElement} */ (naar).focus();
  }

  async function gooiWeg() {
    if (wijziging() && !confirm("Weggooien wat je hier typte?")) return;
    bewaard = true;
    clearTimeout(klok);
    await opslag.bewaarKlad(taak.sleutel, null);
    sluit();
  }

  const vorm_ = maak(
    "form",
    { className: "bewerken__vorm", noValidate: true, bij: { submit: (/** @type {Event} */ gebeurtenis) => { gebeurtenis.preventDefault(); bewaar(); } } },
    maak(
      "div",
      { className: "bewerken__links" },
      taak.uitleg && maak("p", { className: "bewerken__uitleg" }, taak.uitleg),
      eerder && maak("p", { className: "bewerken__eerder" }, "Dit typte je eerder en zette je nog niet in je voorstel. ", knop("Begin opnieuw", opnieuw, "klein")),
      wie.element,
      vorm.element,
      zegt,
    ),
    zo,
    maak(
      "div",
      { className: "bewerken__voet" },
      maak("button", { type: "submit", className: "bewerken__knop bewerken__knop--hoofd" }, taak.doe ?? "Zet in mijn voorstel"),
      knop("Annuleren", gooiWeg),
      stap,
    ),
  );
  toon(taak.titel, [vorm_], taak.terug, Boolean(taak.deel));
  bijSluiten = () => {
    clearTimeout(klok);
    clearTimeout(langeKlok);
    if (!bewaard) bewaarKlad();
  };
  toonNu();
  start().catch(() => (stap.textContent = STAPPEN.mislukt));
  if (!taak.velden.length || eerder || Object.keys(taak.waarden).length) bijTypen();

  async function opnieuw() {
    bewaard = true;
    await opslag.bewaarKlad(taak.sleutel, null);
    await vraag(taak);
  }
}

/** A sentence begins with a capital and has an end. @param {string} tekst */
const zin = (tekst) => `${tekst.charAt(0).toUpperCase()}${tekst.slice(1)}${/[.?!]$/.test(tekst) ? "" : "."}`;

/** A copy that names nothing a second time. @param {Element} stuk */
function kaal(stuk) {
  const kopie = /** @type {Element} */ (stuk.cloneNode(true));
  for (const een of [kopie, ...kopie.querySelectorAll("[id], [aria-labelledby]")]) for (const naam of ["id", "aria-labelledby"]) een.removeAttribute(naam);
  for (const een of kopie.querySelectorAll(".aanpassen")) een.remove();
  return kopie;
}

/** Who edits is asked once. @param {[string, string][]} collegas */
function wieVraag(collegas) {
  const bekend = opslag.wie();
  if (collegas.some(([naam]) => naam === bekend)) return { element: null, lees: () => bekend, keur: () => true };
  const lijst = /** @type {HTMLSelectElement} */ (
    maak(
      "select",
      { id: "bewerken-wie", className: "bewerken__kies", required: true, "aria-describedby": "bewerken-wie-hulp bewerken-wie-fout", bij: { change: () => lijst.value && opslag.ikBen(lijst.value) } },
      maak("option", { value: "" }, "Kies je naam …"),
      ...collegas.map(([naam, woord]) => maak("option", { value: naam }, woord)),
    )
  );
  const fout = maak("p", { className: "bewerken__fout", id: "bewerken-wie-fout", role: "alert" });
  const hulp = maak("p", { className: "bewerken__hulp", id: "bewerken-wie-hulp" }, "Dat vragen we één keer. Het staat alleen op dit apparaat.");
  const element = maak("div", { className: "bewerken__veld bewerken__wie" }, maak("label", { className: "bewerken__titel", htmlFor: "bewerken-wie" }, "Wie ben je?"), hulp, lijst, fout);
  return {
    element,
    lees: () => lijst.value,
    keur() {
      fout.textContent = lijst.value ? "" : "Kies eerst je naam.";
      if (!lijst.value) lijst.focus();
      return Boolean(lijst.value);
    },
  };
}

/** @param {any} een @param {any} ander */
export const gelijk = (een, ander) => JSON.stringify(een ?? "") === JSON.stringify(ander ?? "") || (inWoorden(een) === "leeg" && inWoorden(ander) === "leeg");
