// An exercise on the page of the exercises: a page of an invented client with its pencils, an answer, and what is missing.

import { bladzijde, oefenblad, toonVoorstel } from "./bladzijde.js";
import { knop, maak, zinnenlijst } from "./bouwen.js";
import { bijElkeStap, oefenhoek, roep, stapNu } from "./gegevens.js";
import * as opslag from "./opslag.js";

/** How each exercise stands: `docs/assets/js/oefenen.js`.
 * @typedef {{voortgang: () => Record<number, Stand>, zet: (nummer: number, erbij: Stand) => void, vergeet: (nummer?: number) => void}} Boek
 * @typedef {{gedaan?: boolean, antwoord?: string, regels?: string}} Stand */

/** @type {HTMLElement | null} the exercise that is open */
let open = null;
bijElkeStap(() => {
  const regel = open?.querySelector(".oefening__stap");
  if (regel) regel.textContent = stapNu() === "mislukt" ? "Oefenen lukt in deze browser niet. Je kunt de oefening wel lezen, of op je computer doen." : "De oefenklanten worden klaargezet. De eerste keer duurt dat een paar seconden.";
});
document.addEventListener("click", (klik) => {
  const link = klik.target instanceof Element ? /** @type {HTMLAnchorElement | null} */ (klik.target.closest("[data-oefenblad] a[href]")) : null;
  if (!link || klik.defaultPrevented || klik.ctrlKey || klik.metaKey || klik.shiftKey) return;
  naarOefenklant(link, klik);
});

/** A link to another page of a practice client opens where this one stands. @param {HTMLAnchorElement} link @param {Event} klik */
function naarOefenklant(link, klik) {
  const doel = bladzijde(new URL(link.href));
  const hier = bladzijde(location);
  if (!doel || !hier || doel.klant !== hier.klant || doel.familie === "gebeurd") return;
  klik.preventDefault();
  toon(doel.pad).then(() => document.getElementById(decodeURIComponent(new URL(link.href).hash.slice(1)))?.scrollIntoView());
}

/** @param {number} nummer @param {HTMLElement} plek @param {Boek} boek */
export async function doe(nummer, plek, boek) {
  if (open && open !== plek) sluit(open);
  open = plek;
  plek.replaceChildren(maak("p", { className: "oefening__stap", role: "status" }, "De oefenklanten worden klaargezet. De eerste keer duurt dat een paar seconden."));
  const { oefeningen, ik } = await oefenhoek();
  const deze = oefeningen[nummer - 1];
  if (!deze || open !== plek) return;
  opslag.ikBen(ik);
  const bewaard = boek.voortgang()[nummer] ?? {};
  const antwoord = /** @type {HTMLInputElement | null} */ (deze.antwoord ? maak("input", { id: `antwoord-${nummer}`, type: "text", value: bewaard.antwoord ?? "", autocomplete: "off", className: "bewerken__kies", bij: { change: onthoud } }) : null);
  const regels = /** @type {HTMLTextAreaElement | null} */ (
    deze.regels ? maak("textarea", { id: `regels-${nummer}`, rows: 8, spellcheck: false, value: bewaard.regels ?? deze.regels, className: "oefening__regels", bij: { change: onthoud } }) : null
  );
  const uitkomst = maak("div", { className: "oefening__uitkomst", role: "status" });
  const bladen = deze.bladen.map(([woord, pad]) => knop(woord, () => toon(pad), "klein"));
  plek.replaceChildren(
    maak(
      "form",
      { className: "oefening__nakijken", noValidate: true, bij: { submit: (/** @type {Event} */ gebeurtenis) => { gebeurtenis.preventDefault(); kijkNa(); } } },
      regels && maak("label", { htmlFor: regels.id }, "De regels van het gesprek"),
      regels,
      antwoord && maak("label", { htmlFor: antwoord.id }, "Jouw antwoord"),
      antwoord,
      maak(
        "p",
        { className: "oefening__knoppen" },
        maak("button", { type: "submit", className: "bewerken__knop bewerken__knop--hoofd" }, "Kijk na"),
        knop("Begin deze oefening opnieuw", begin, "klein"),
        knop("Sluiten", () => sluit(plek), "klein"),
      ),
      uitkomst,
    ),
    bladen.length > 1 ? maak("p", { className: "oefening__knoppen" }, "Bekijk: ", ...bladen) : "",
    maak("section", { className: "oefening__blad", "data-oefenblad": deze.bladen[0]?.[1] ?? "", "aria-label": "Pagina van de oefenklant" }),
  );
  await toon(deze.bladen[0]?.[1] ?? "");

  function onthoud() {
    boek.zet(nummer, { ...(antwoord && { antwoord: antwoord.value }), ...(regels && { regels: regels.value }) });
  }

  async function kijkNa() {
    onthoud();
    const wijzigingen = (await opslag.alle()).filter((een) => een.klant === deze?.klant);
    const uit = await roep("kijk_na", { nummer, wijzigingen, antwoord: antwoord?.value ?? "", regels: regels?.value ?? "" }, []);
    const goed = !uit.ontbreekt.length;
    boek.zet(nummer, { gedaan: goed || Boolean(boek.voortgang()[nummer]?.gedaan) });
    uitkomst.classList.toggle("oefening__uitkomst--goed", goed);
    if (goed) uitkomst.replaceChildren(maak("p", {}, maak("strong", {}, "✓ Goed! "), uit.goed));
    else uitkomst.replaceChildren(...zinnenlijst(uit.ontbreekt, "Nog niet goed:"), maak("p", {}, `Hint: ${uit.hint}`));
  }

  async function begin() {
    if (deze) await opslag.vergeetKlant(deze.klant);
    boek.vergeet(nummer);
    await doe(nummer, plek, boek);
  }
}

/** Show a page of a practice client with what was changed in it. @param {string} pad */
async function toon(pad) {
  const blad = oefenblad();
  if (!blad) return;
  blad.dataset.oefenblad = pad;
  const hier = bladzijde(location);
  if (!hier) return;
  const wijzigingen = (await opslag.alle()).filter((een) => een.klant === hier.klant);
  const { html } = await roep("probeer", { klant: hier.klant, wijzigingen, pagina: { familie: hier.familie, pad } }, []);
  if (html) toonVoorstel(html);
}

/** @param {HTMLElement} plek */
function sluit(plek) {
  plek.replaceChildren();
  if (open === plek) open = null;
  dispatchEvent(new Event("handboek-oefenen"));
}

/** Everything as at the beginning. @param {Boek} boek */
export async function opnieuw(boek) {
  await opslag.vergeetAlles();
  const { klanten } = await oefenhoek();
  for (const id of Object.keys(klanten)) await opslag.vergeetKlant(id);
  boek.vergeet();
  if (open) sluit(open);
}
