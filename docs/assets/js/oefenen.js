// The exercises of the page that calls this: a button at each, how many were done, and a way to begin again.
//
// What was done stays on this device. The practice clients are fetched when an exercise is opened, and not before.

import { haal } from "./aanpassen.js";

const LADE = "handboek-oefeningen";

/** @typedef {{gedaan?: boolean, antwoord?: string, regels?: string}} Stand */

/** How each exercise stands, by its number. @returns {Record<number, Stand>} */
function voortgang() {
  try {
    return JSON.parse(localStorage.getItem(LADE) ?? "{}") ?? {};
  } catch {
    return {};
  }
}

/** @param {Record<number, Stand>} alles */
function bewaar(alles) {
  try {
    localStorage.setItem(LADE, JSON.stringify(alles));
  } catch {
    // A full device: then the exercise can be done, and is not remembered.
  }
  toonStand();
}

/** @param {number} nummer @param {Stand} erbij */
const zet = (nummer, erbij) => bewaar({ ...voortgang(), [nummer]: { ...voortgang()[nummer], ...erbij } });

/** Forget one exercise, or all. @param {number} [nummer] */
function vergeet(nummer) {
  const alles = nummer ? voortgang() : {};
  if (nummer) delete alles[nummer];
  bewaar(alles);
}

const boek = { voortgang, zet, vergeet };
const balk = document.querySelector(".oefenstand");
const koppen = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('article h2[id^="oefening-"]')]);

/** @param {string} woorden @param {() => Promise<void>} doe */
function maakKnop(woorden, doe) {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "aanpassen aanpassen--woord";
  knop.textContent = woorden;
  knop.addEventListener("click", async () => {
    knop.setAttribute("aria-busy", "true");
    try {
      await doe();
    } catch {
      knop.after(" Dat lukt nu niet. Kijk of je verbinding hebt, en probeer het opnieuw.");
    } finally {
      knop.removeAttribute("aria-busy");
    }
  });
  return knop;
}

/** @type {Map<number, {regel: HTMLElement, knop: HTMLButtonElement, plek: HTMLElement}>} */
const oefeningen = new Map();

for (const kop of koppen) {
  const nummer = Number(kop.id.slice("oefening-".length));
  let einde = /** @type {Element} */ (kop);
  while (einde.nextElementSibling && einde.nextElementSibling.tagName !== "H2") einde = einde.nextElementSibling;
  const regel = document.createElement("p");
  regel.className = "aanpassen-regel";
  const plek = document.createElement("div");
  plek.className = "oefening";
  const knop = maakKnop("", async () => (await (await haal()).oefeningen()).doe(nummer, plek, boek));
  einde.after(regel, plek);
  oefeningen.set(nummer, { regel, knop, plek });
}

function toonStand() {
  const alles = voortgang();
  const gedaan = [...oefeningen.keys()].filter((nummer) => alles[nummer]?.gedaan);
  for (const [nummer, { regel, knop }] of oefeningen) {
    knop.textContent = alles[nummer] ? `Ga verder met oefening ${nummer}` : `Doe oefening ${nummer}`;
    regel.replaceChildren(knop, gedaan.includes(nummer) ? " ✓ Gedaan" : "");
  }
  if (!balk) return;
  const woorden = document.createElement("p");
  woorden.setAttribute("role", "status");
  woorden.textContent = gedaan.length ? `${gedaan.length} van de ${oefeningen.size} oefeningen gedaan.` : "Je hebt nog geen oefening gedaan.";
  const opnieuw = Object.keys(alles).length ? maakKnop("Begin helemaal opnieuw", async () => (await (await haal()).oefeningen()).opnieuw(boek)) : "";
  balk.replaceChildren(woorden, opnieuw);
}

if (typeof indexedDB !== "undefined" && typeof WebAssembly !== "undefined") toonStand();
addEventListener("handboek-oefenen", toonStand);
