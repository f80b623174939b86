// What the site gives to who edits: forms, shared files and clients, each fetched once; and the worker that runs Python.

/** @typedef {{naam: string, titel: string, hulp: string, soort: string, nodig?: boolean, vandaag?: boolean,
 *   zonder?: string | number | boolean, keuze?: string, opties?: [string, string][], van?: any, klasse?: string,
 *   hoogstens?: number, lang?: boolean, heel?: boolean, titels?: Record<string, string>}} Veld */
/** @typedef {{id: string, titel: string, groep: string, uitleg: string, handboek: string, vragen: Veld[]}} Gebeurtenis */
/** @typedef {{begin: any, klanten: [string, string][], klassen: Record<string, {titel: string, velden: Veld[]}>,
 *   klantpagina: Record<string, string[]>, gebeurtenissen: Gebeurtenis[], bestanden: Record<string, string>,
 *   keuzes: Record<string, [string, string][]>, vakken: Record<string, string>,
 *   voorstellen: import("./smederij/index.js").Instelling}} Gedeeld */
/** @typedef {{id: string, naam: string, accountmanager: string, teksten: Record<string, string>,
 *   waarden: Record<string, any>, keuzes: Record<string, ([string, string] | null)[]>, gebeurtenissen: string[],
 *   nu: Record<string, {gebeurtenis: string, titel: string, antwoorden: Record<string, any>}>}} Klant */

const WORTEL = new URL("../", import.meta.url);
/** The root of the site. */
export const SITE = new URL("../", WORTEL);
/** Whether this is the page of the exercises: there everything is about the invented clients, and nothing is handed in. */
export const OEFENEN = location.pathname.replace(/index\.html$/, "") === new URL("inwerken/oefenen/", SITE).pathname;

/** @type {Map<string, Promise<any>>} */
const gehaald = new Map();

/** The day as the server knows it: the clock of a phone may be wrong. */
let serverdag = "";

/** @param {string} pad @returns {Promise<any>} */
async function haal(pad) {
  const antwoord = await fetch(new URL(pad, WORTEL), pad === "nu.json" ? { cache: "no-cache" } : {});
  if (!antwoord.ok) throw new Error(`${antwoord.status}: ${pad}`);
  if (pad === "nu.json") serverdag = inNederland(new Date(antwoord.headers.get("Date") ?? Date.now()));
  return antwoord.json();
}

/** @param {string} pad @returns {Promise<any>} */
function eenmaal(pad) {
  let belofte = gehaald.get(pad);
  if (!belofte) {
    belofte = haal(pad);
    gehaald.set(pad, belofte);
    belofte.catch(() => gehaald.delete(pad)); // a train tunnel is no reason to give up for good
  }
  return belofte;
}

/** @returns {Promise<{gegevens: string, runtime: string, scherm: string}>} */
export const nu = () => eenmaal("nu.json");

/** @param {Date} moment */
const inNederland = (moment) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" }).format(moment);

/** Today: that of an example site, else never before the day on which the site was made. */
export async function vandaag() {
  const { peildatum, vast } = (await gedeeld()).begin;
  return vast || serverdag < peildatum ? peildatum : serverdag;
}

/** The form of a thing of the model. @param {Gedeeld} alles @param {string | undefined} klasse @returns {{titel: string, velden: Veld[]}} */
export function vormVan(alles, klasse) {
  const vorm = alles.klassen[klasse ?? ""];
  if (!vorm) throw new Error(`no form for ${klasse}`);
  return vorm;
}

/** @returns {Promise<Gedeeld>} of the site itself */
const vanSite = async () => eenmaal(`${(await nu()).gegevens}/gedeeld.json`);

/** @returns {Promise<Gedeeld>} */
export const gedeeld = async () => (OEFENEN ? (await oefenhoek()).gedeeld : vanSite());

/** @param {string} id @returns {Promise<Klant>} */
export async function klant(id) {
  if (!OEFENEN) return eenmaal(`${(await nu()).gegevens}/klanten/${id}.json`);
  const gevonden = (await oefenhoek()).klanten[id];
  if (!gevonden) throw new Error(`no practice client ${id}`);
  return gevonden;
}

/** @returns {Promise<Record<string, any>>} */
const sjablonen = async () => eenmaal(`${(await nu()).gegevens}/sjablonen.json`);

/** What a scenario is compared with, and what may be asked of each client.
 * @returns {Promise<{euros: number[], momenten: Record<string, number>, klanten: Record<string, {naam: string, contracten: [string, string, string[]][]}>}>} */
export const watalsGegeven = async () => eenmaal(`${(await nu()).gegevens}/watals.json`);

// --- Python ---

/** @typedef {{goed: (uit: any) => void, fout: (reden: Error) => void, klok: ReturnType<typeof setTimeout>}} Wachtend */

const WACHT = 30000; // milliseconds for an answer
const WACHT_BEGIN = 180000; // for the start, with all that has to be fetched

/** @type {Worker | null} */
let werker = null;
/** @type {Promise<void> | null} */
let begonnen = null;
let nummer = 0;
/** @type {Map<number, Wachtend>} */
const wachtend = new Map();
/** @type {Set<string>} */
const geladen = new Set();
/** @type {Set<() => void>} */
const luisteraars = new Set();
let stap = "ophalen";

/** How far Python is: "ophalen" … "klaar", or "mislukt". */
export const stapNu = () => stap;

/** Hear that Python is at another step. @param {() => void} meld */
export function bijElkeStap(meld) {
  luisteraars.add(meld);
}

/** @param {string} nieuw */
function meldStap(nieuw) {
  stap = nieuw;
  for (const meld of luisteraars) meld();
}

/** @param {string} reden */
function weg(reden) {
  werker?.terminate();
  werker = null;
  begonnen = null;
  hoek = null;
  geladen.clear();
  if (stap !== "mislukt") meldStap("ophalen"); // the next question begins again
  for (const { fout, klok } of wachtend.values()) {
    clearTimeout(klok);
    fout(new Error(reden));
  }
  wachtend.clear();
}

/** @param {string} naam @param {any} args @param {number} [wacht] @returns {Promise<any>} */
async function vraag(naam, args, wacht = WACHT) {
  if (!werker) {
    const adres = new URL(`${(await nu()).runtime}/werker.js`, WORTEL);
    werker ??= maakWerker(adres);
  }
  const id = ++nummer;
  const eigen = werker;
  return new Promise((goed, fout) => {
    // A worker that the browser took away says nothing.
    const klok = setTimeout(() => weg("geen antwoord"), wacht);
    wachtend.set(id, { goed, fout, klok });
    eigen.postMessage({ id, naam, args });
  });
}

/** @param {URL} adres @returns {Worker} */
function maakWerker(adres) {
  const nieuw = new Worker(adres, { type: "module" });
  nieuw.addEventListener("message", ({ data }) => {
    if (data.stap) {
      // "klaar" is when our own part has begun too.
      if (data.stap !== "klaar") meldStap(data.stap);
      if (data.stap === "mislukt") weg(data.fout);
      return;
    }
    const wie = wachtend.get(data.id);
    wachtend.delete(data.id);
    clearTimeout(wie?.klok);
    if (data.fout) wie?.fout(new Error(data.fout.tekst));
    else wie?.goed(data.uit);
  });
  nieuw.addEventListener("error", (fout) => weg(fout.message || "het rekenwerk stopte"));
  return nieuw;
}

/** @typedef {{klant: string, bladen: [string, string][], antwoord: boolean, regels: string}} Oefening */
/** @typedef {{gedeeld: Gedeeld, klanten: Record<string, Klant>, ik: string, oefeningen: Oefening[]}} Oefenhoek */

/** @type {Promise<Oefenhoek> | null} */
let hoek = null;

/** The practice clients: there they come from Python itself. @returns {Promise<Oefenhoek>} */
export function oefenhoek() {
  hoek ??= (async () => {
    const [alles, paginas] = await Promise.all([vanSite(), sjablonen()]);
    const uit = await vraag("oefenhoek", { sjablonen: paginas, uit: alles.begin.elders.uit }, WACHT_BEGIN);
    meldStap("klaar");
    return uit;
  })();
  hoek.catch(() => (hoek = null));
  return hoek;
}

/** Start Python while the person still reads or types. @returns {Promise<void>} */
export function start() {
  begonnen ??= (async () => {
    if (OEFENEN) {
      await oefenhoek();
      return;
    }
    const [alles, paginas] = await Promise.all([gedeeld(), sjablonen()]);
    await vraag("begin", { ...alles.begin, sjablonen: paginas }, WACHT_BEGIN);
    meldStap("klaar");
  })();
  begonnen.catch(() => (begonnen = null));
  return begonnen;
}

/** Ask the brain, with the files of these clients at hand.
 * @param {string} naam @param {any} args @param {string[]} klanten @returns {Promise<any>} */
export async function roep(naam, args, klanten) {
  await start();
  const bekend = new Set((await gedeeld()).begin.klanten);
  for (const id of klanten) {
    if (geladen.has(id) || !bekend.has(id)) continue;
    const { teksten } = await klant(id);
    await vraag("laad", { klant: id, teksten });
    geladen.add(id);
  }
  return vraag(naam, args);
}
