// The proposal on this device: changes that were not handed in yet. Two tabs share it; a closed tab loses nothing.
//
// Only how many there are by client stands in localStorage, so that any page can say that there are some without opening the rest.

/** @typedef {{id: string, klant: string, op: string, wie: string, soort: string, [naam: string]: any}} Wijziging */

import { OEFENEN } from "./gegevens.js";

// What is tried at the exercises is kept apart: it is no proposal.
const LADE = OEFENEN ? "handboek-oefenen" : "handboek-voorstel";
const AANTAL = `${LADE}-aantal`;
const WIE = OEFENEN ? "handboek-oefenen-wie" : "handboek-wie";
const omroep = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(LADE);
/** @type {Set<() => void>} */
const luisteraars = new Set();
omroep?.addEventListener("message", () => luisteraars.forEach((meld) => meld()));

/** @returns {Promise<IDBDatabase>} */
function lade() {
  return new Promise((goed, fout) => {
    const vraag = indexedDB.open(LADE, 1);
    vraag.onupgradeneeded = () => {
      vraag.result.createObjectStore("wijzigingen", { keyPath: "id" });
      vraag.result.createObjectStore("klad");
    };
    vraag.onsuccess = () => goed(vraag.result);
    vraag.onerror = () => fout(vraag.error);
  });
}

/** @param {IDBTransactionMode} hoe @param {(doos: IDBObjectStore) => IDBRequest} werk @param {string} [doos] @returns {Promise<any>} */
async function doe(hoe, werk, doos = "wijzigingen") {
  const open = await lade();
  try {
    return await new Promise((goed, fout) => {
      const ronde = open.transaction(doos, hoe);
      const vraag = werk(ronde.objectStore(doos));
      ronde.oncomplete = () => goed(vraag.result);
      ronde.onerror = ronde.onabort = () => fout(ronde.error);
    });
  } finally {
    open.close();
  }
}

/** @returns {Promise<Wijziging[]>} in the order in which they were made */
export async function alle() {
  /** @type {Wijziging[]} */
  const gevonden = await doe("readonly", (doos) => doos.getAll());
  return gevonden.sort((a, b) => a.gemaakt - b.gemaakt);
}

/** Keep a change, or another version of it. @param {Wijziging} een */
export async function bewaar(een) {
  await doe("readwrite", (doos) => doos.put({ gemaakt: Date.now(), ...een }));
  await meld();
}

/** Take a change away; a later one of the same fields then starts where this one started. @param {string} id */
export async function vergeet(id) {
  const wijzigingen = await alle();
  const weg = wijzigingen.find((een) => een.id === id);
  const later = wijzigingen.find(
    (een) => weg?.soort === "zet" && een.soort === "zet" && een.gemaakt > weg.gemaakt && een.bestand === weg.bestand && JSON.stringify(een.pad) === JSON.stringify(weg.pad),
  );
  if (weg && later) {
    const was = Object.fromEntries(Object.keys(later.was).map((naam) => [naam, naam in weg.was ? weg.was[naam] : later.was[naam]]));
    await doe("readwrite", (doos) => doos.put({ ...later, was }));
  }
  await doe("readwrite", (doos) => doos.delete(id));
  await meld();
}

export async function vergeetAlles() {
  await doe("readwrite", (doos) => doos.clear());
  await meld();
}

/** Forget what was changed and typed at one client. @param {string} klant */
export async function vergeetKlant(klant) {
  for (const een of await alle()) if (een.klant === klant) await doe("readwrite", (doos) => doos.delete(een.id));
  const sleutels = /** @type {string[]} */ (await doe("readonly", (doos) => doos.getAllKeys(), "klad"));
  for (const sleutel of sleutels) if (sleutel.split(/[ .]/)[0] === klant) await bewaarKlad(sleutel, null);
  await meld();
}

/** What was typed in a form and not kept yet, by the key of that form. @param {string} sleutel @returns {Promise<Record<string, any> | null>} */
export const klad = async (sleutel) => (await doe("readonly", (doos) => doos.get(sleutel), "klad")) ?? null;

/** @param {string} sleutel @param {Record<string, any> | null} getypt null forgets it */
export async function bewaarKlad(sleutel, getypt) {
  await doe("readwrite", (doos) => (getypt ? doos.put(getypt, sleutel) : doos.delete(sleutel)), "klad");
}

async function meld() {
  /** @type {Record<string, number>} */
  const aantallen = {};
  for (const { klant } of await alle()) aantallen[klant] = (aantallen[klant] ?? 0) + 1;
  onthoud(AANTAL, JSON.stringify(aantallen));
  omroep?.postMessage("anders");
  for (const luisteraar of luisteraars) luisteraar();
}

/** Hear that the proposal changed, here or in another tab. @param {() => void} luisteraar */
export function bijVerandering(luisteraar) {
  luisteraars.add(luisteraar);
}

export const nieuweId = () =>
  crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16)).join("");

/** Who edits, as chosen on this device; empty when nobody said. */
export const wie = () => localStorage.getItem(WIE) ?? "";

/** @param {string} id */
export const ikBen = (id) => onthoud(WIE, id);

/** @param {string} sleutel @param {string} waarde */
function onthoud(sleutel, waarde) {
  try {
    localStorage.setItem(sleutel, waarde);
  } catch {
    // Full: then the bar does not count along, and a name is asked again; the changes themselves are kept elsewhere.
  }
}
