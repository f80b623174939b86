// The Worker in which our own Python runs. It is started by who begins to change something, and by nobody else.
//
// In: {id, naam, args}, where `naam` is one of VRAGEN of loket.py. Out: {id, uit} or {id, fout: {soort, tekst}},
// and, while it starts, {stap}: "ophalen", "python", "pakketten", "lezer", "klaar", or {stap: "mislukt", fout}.

import { ABI, GEHEUGEN, RUNTIME, STANDAARD, VERSIE, WIEL } from "./delen.js"; // written by the build
import { start } from "./motor.js";

const MAP = new URL(RUNTIME, import.meta.url).href;
const BUNDEL = new URL("bundel.zip", import.meta.url).href;
const LADE = "handboek-bewerken";
const RUST = 8000; // milliseconds without a question before what Python compiled is put away

/** @param {string} stap */
const meld = (stap) => self.postMessage({ stap });

/** @param {string} adres */
async function haal(adres) {
  const antwoord = await fetch(adres);
  if (!antwoord.ok) throw new Error(`${antwoord.status}: ${adres}`);
  return antwoord;
}

/** @param {string} adres */
const bytes = async (adres) => new Uint8Array(await (await haal(adres)).arrayBuffer());

/**
 * A browser that cannot unpack starts without the memory.
 * @param {string} adres
 */
async function uitgepakt(adres) {
  if (typeof DecompressionStream === "undefined") return null;
  try {
    const { body } = await haal(adres);
    return body && new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
  } catch {
    return null;
  }
}

// What Python compiled at an earlier visit, for this bundle; on a site without https there is no place for it.
async function uitLade() {
  try {
    const gevonden = await (await caches.open(LADE)).match(`${BUNDEL}?gelezen`);
    return gevonden ? new Uint8Array(await gevonden.arrayBuffer()) : null;
  } catch {
    return null;
  }
}

/** @param {Uint8Array<ArrayBuffer>} inhoud */
async function inLade(inhoud) {
  try {
    await caches.delete(LADE); // that of an older bundle
    await (await caches.open(LADE)).put(`${BUNDEL}?gelezen`, new Response(inhoud));
  } catch {
    // Then the next start takes a second longer.
  }
}

async function begin() {
  meld("ophalen");
  const [pyodide, asm, geheugen, wiel, bundel, gelezen] = await Promise.all([
    import(`${MAP}pyodide.js`),
    import(`${MAP}pyodide.asm.js`),
    uitgepakt(MAP + GEHEUGEN),
    bytes(MAP + WIEL),
    bytes(BUNDEL),
    uitLade(),
  ]);
  const motor = await start(
    {
      loadPyodide: pyodide.loadPyodide,
      maakModule: asm.default,
      map: MAP,
      standaard: MAP + STANDAARD,
      versie: VERSIE,
      abi: ABI,
      geheugen,
      wiel,
      bundel,
      gelezen,
    },
    meld,
  );
  return { roep: motor.roep, gelezen: gelezen ? null : motor.gelezen };
}

const motor = begin();
let rust = 0;

motor.catch((fout) => self.postMessage({ stap: "mislukt", fout: String(fout) }));

self.addEventListener("message", async (/** @type {MessageEvent} */ { data: { id, naam, args } }) => {
  clearTimeout(rust);
  try {
    const { roep } = await motor;
    self.postMessage({ id, ...JSON.parse(roep(naam, JSON.stringify(args))) });
  } catch (fout) {
    self.postMessage({ id, fout: { soort: fout instanceof Error ? fout.name : "Error", tekst: String(fout) } });
  }
  rust = setTimeout(bewaar, RUST);
});

async function bewaar() {
  const gestart = await motor.catch(() => null);
  if (!gestart?.gelezen) return;
  const inhoud = gestart.gelezen();
  gestart.gelezen = null;
  await inLade(inhoud);
}
