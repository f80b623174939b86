// Forms of what stands in a file: one thing, a list of things, or a map, however deep it lies.

import { bladzijde, toonVoorstel } from "./bladzijde.js";
import { alsId, inWoorden, knop, maak, naamVan } from "./bouwen.js";
import { vandaag, vormVan } from "./gegevens.js";
import { gelijk, sluit, toon, vraag } from "./paneel.js";

/** @typedef {import("./gegevens.js").Veld} Veld */
/** @typedef {import("./gegevens.js").Klant} Klant */
/** @typedef {import("./gegevens.js").Gedeeld} Gedeeld */
/** @typedef {(string | number)[]} Pad */
/**
 * Where a form is about: a file with what stands in it now, and the part of the page that shows it.
 * @typedef {{bestand: string, klant: string, waarden: any, gegevens: Klant | null, alles: Gedeeld, deel?: string}} Plek
 */
/**
 * One thing and its form; `terug` leads to what was shown before.
 * @typedef {{pad: Pad, velden: Veld[], titel: string, eerst?: string[], terug?: () => void}} Ding
 */

const SIMPEL = new Set(["tekst", "getal", "dag", "ja_nee", "keuze", "of"]);

/** Whether a field is answered where it is asked, and does not open as a form of its own. @param {Veld} veld */
export const simpel = (veld) =>
  SIMPEL.has(veld.soort) || (veld.soort === "lijst" && Boolean(veld.keuze || !veld.van || veld.van.opties || ["tekst", "dag", "getal"].includes(veld.van.soort)));

/** Make a change in plain values, so that a form shows what was typed before. @param {any} waarden @param {any} een @param {string} bestand */
export function pasToe(waarden, een, bestand) {
  if (een.bestand !== bestand || !["zet", "erbij", "weg"].includes(een.soort)) return;
  const weg = een.soort === "zet" ? een.pad : een.pad.slice(0, -1);
  let ding = waarden;
  for (const stap of weg) {
    const onder = Array.isArray(ding) ? ding.find((item, nummer) => item?.id === stap || nummer === stap) : ding?.[stap];
    if ((onder === undefined || onder === null) && ding && !Array.isArray(ding)) ding[stap] = {};
    ding = onder ?? ding?.[stap];
    if (!ding) return;
  }
  const laatste = een.pad.at(-1);
  if (een.soort === "zet") Object.assign(ding, een.velden);
  else if (een.soort === "erbij") (ding[laatste] ??= []).push(structuredClone(een.item));
  else if (Array.isArray(ding)) {
    const plek = ding.findIndex((item, nummer) => item?.id === laatste || nummer === laatste);
    if (plek >= 0) ding.splice(plek, 1);
  }
}

/** What a question lets choose. @param {Pick<Plek, "alles" | "gegevens">} plek @param {Veld} veld @returns {[string, string][]} */
export function keuzes({ alles, gegevens }, veld) {
  if (veld.opties) return veld.opties;
  if (veld.van?.opties && veld.soort === "lijst") return veld.van.opties;
  const soort = veld.keuze;
  if (!soort) return [];
  if (soort === "klant" || soort === "klant_of_anoniem") return alles.klanten;
  const eigen = gegevens?.keuzes[soort] ?? alles.keuzes[soort] ?? [];
  const genoemd = new Set(eigen.map((een) => een?.[0]));
  // Where nothing stands, the rest of us does.
  return eigen.flatMap((een) => (een ? [een] : alles.keuzes.collega.filter(([id]) => !genoemd.has(id))));
}

/** The page that shows a client: this one, or else the page of the client. @param {string} id */
export function paginaVan(id) {
  const hier = bladzijde(location);
  return hier && hier.klant === id ? { familie: hier.familie, pad: hier.pad } : { familie: "account", pad: `accounts/${id}/` };
}

/** After something was kept: show it on the page when it is the page of this client. @param {string} id */
export const naafloop = (id) => (/** @type {string | null} */ html) => {
  sluit();
  if (html && bladzijde(location)?.klant === id) toonVoorstel(html);
};

/** Answers without those that were not given. @param {Record<string, any>} gegeven */
export const ingevuld = (gegeven) => Object.fromEntries(Object.entries(gegeven).filter(([, waarde]) => !gelijk(waarde, "") && !gelijk(waarde, [])));

/** @param {any} waarden @param {Pad} pad @returns {any} */
function waardeOp(waarden, pad) {
  let ding = waarden;
  for (const stap of pad) ding = Array.isArray(ding) ? ding.find((item, nummer) => item?.id === stap || nummer === stap) : ding?.[stap];
  return ding;
}

/** What every form of a place shares. @param {Plek} plek @param {string} titel @param {Pad} pad @param {string} wat */
const gemeen = (plek, titel, pad, wat) => ({
  titel,
  sleutel: [plek.bestand, ...pad, wat].join(" "),
  klant: plek.klant,
  keuzes: (/** @type {Veld} */ veld) => keuzes(plek, veld),
  pagina: plek.gegevens ? paginaVan(plek.klant) : null,
  deel: plek.deel,
  elders: plek.gegevens ? undefined : plek.alles.klanten.map(([id]) => id),
  klaar: naafloop(plek.klant),
});

/** @param {Plek} plek @param {Pad} pad */
const wijziging = async (plek, pad) => ({ id: "", klant: plek.klant, op: await vandaag(), wie: plek.gegevens?.accountmanager ?? "", bestand: plek.bestand, pad });

/** Form of one thing: what is simple is asked here, what is a thing itself opens. @param {Plek} plek @param {Ding} ding */
export async function toonDing(plek, ding) {
  const { pad, velden, titel, terug } = ding;
  const nu = waardeOp(plek.waarden, pad) ?? {};
  const begin = await wijziging(plek, pad);
  await vraag({
    ...gemeen(plek, titel, pad, titel),
    velden: velden.filter((veld) => veld.naam !== "id"),
    eerst: ding.eerst,
    waarden: nu,
    terug,
    open: (veld) => toonDeel(plek, [...pad, veld.naam], veld, () => toonDing(plek, ding)),
    maakWijziging(gegeven) {
      const anders = Object.keys(gegeven).filter((naam) => !gelijk(gegeven[naam], nu[naam]));
      if (!anders.length) return null;
      const nieuw = anders.map((naam) => [naam, gelijk(gegeven[naam], "") || gelijk(gegeven[naam], []) ? null : gegeven[naam]]);
      const was = anders.map((naam) => [naam, nu[naam] ?? null]);
      const titels = Object.fromEntries(velden.filter((veld) => anders.includes(veld.naam)).map((veld) => [veld.naam, veld.titel]));
      return { ...begin, soort: "zet", velden: Object.fromEntries(nieuw), was: Object.fromEntries(was), titels };
    },
  });
}

/** What a field holds that is no simple answer: one thing, a list of things, or a map.
 * @param {Plek} plek @param {Pad} pad @param {Veld} veld @param {() => void} [terug] @returns {Promise<void> | void} */
export function toonDeel(plek, pad, veld, terug) {
  if (veld.soort === "kaart") return kaart(plek, pad, veld, terug);
  if (veld.soort === "of") return toonDeel(plek, pad, { ...veld.van.find((/** @type {Veld} */ een) => een.soort === "deel"), naam: veld.naam, titel: veld.titel, hulp: "" }, terug);
  if (veld.soort === "lijst") return lijst(plek, pad, veld, terug);
  return toonDing(plek, { pad, velden: vormVan(plek.alles, veld.klasse).velden, titel: veld.titel, terug });
}

/** @param {Plek} plek @param {Pad} pad @param {Veld} veld @param {() => void} [terug] */
function lijst(plek, pad, veld, terug) {
  const hier = () => lijst(plek, pad, veld, terug);
  const items = waardeOp(plek.waarden, pad) ?? [];
  const { velden, titel } = vormVan(plek.alles, veld.van?.klasse);
  const rijen = items.map((/** @type {any} */ item, /** @type {number} */ nummer) => {
    const eigen = [...pad, item?.id ?? nummer];
    const weg = knop("Haal weg", () => haalWeg(plek, eigen, item, hier), "klein");
    weg.setAttribute("aria-label", `Haal weg: ${inWoorden(item)}`);
    return maak("li", { className: "bewerken__item" }, knop(inWoorden(item), () => toonDing(plek, { pad: eigen, velden, titel: naamVan(item), terug: hier }), "regel"), weg);
  });
  toon(
    veld.titel,
    [
      maak(
        "div",
        { className: "bewerken__kiezen" },
        veld.hulp ? maak("p", { className: "bewerken__hulp" }, veld.hulp) : null,
        rijen.length ? maak("ul", {}, ...rijen) : maak("p", {}, "Hier staat nog niets."),
        knop(`Nieuw: ${titel}`, () => nieuw(plek, pad, veld.van?.klasse, items, hier), "hoofd"),
      ),
    ],
    terug,
  );
}

/** @param {Plek} plek @param {Pad} pad @param {string} klasse @param {any[]} items @param {() => void} terug */
async function nieuw(plek, pad, klasse, items, terug) {
  const { velden, titel } = vormVan(plek.alles, klasse);
  const metId = velden.some((veld) => veld.naam === "id");
  const begin = await wijziging(plek, pad);
  await vraag({
    ...gemeen(plek, `Nieuw: ${titel}`, pad, "nieuw"),
    velden: velden.filter((veld) => veld.naam !== "id" && simpel(veld)),
    waarden: {},
    terug,
    maakWijziging(gegeven) {
      const item = ingevuld(gegeven);
      if (!Object.keys(item).length) return null;
      const id = metId ? { id: alsId(naamVan(item), items.map((ander) => ander?.id)) } : {};
      return { ...begin, soort: "erbij", item: { ...id, ...item } };
    },
  });
}

/** @param {Plek} plek @param {Pad} pad @param {any} item @param {() => void} terug */
async function haalWeg(plek, pad, item, terug) {
  const begin = await wijziging(plek, pad);
  await vraag({
    ...gemeen(plek, `Weghalen: ${inWoorden(item)}`, pad, "weg"),
    uitleg: "Haal alleen weg wat er nooit had moeten staan. Is iets afgelopen of veranderd? Kies dan wat er gebeurd is.",
    velden: [],
    waarden: {},
    terug,
    maakWijziging: () => ({ ...begin, soort: "weg", was: item }),
  });
}

/** A map with free keys: known keys by their titles, or years. @param {Plek} plek @param {Pad} pad @param {Veld} veld @param {() => void} [terug] */
async function kaart(plek, pad, veld, terug) {
  const nu = waardeOp(plek.waarden, pad) ?? {};
  const bekend = veld.titels ? Object.entries(veld.titels) : keuzes(plek, veld);
  const jaar = Number((await vandaag()).slice(0, 4));
  const sleutels = bekend.length ? bekend.map(([naam]) => naam) : [...new Set([...Object.keys(nu), String(jaar), String(jaar - 1)])].sort().reverse();
  const titelVan = (/** @type {string} */ naam) => bekend.find(([ander]) => ander === naam)?.[1] ?? naam;
  if (SIMPEL.has(veld.van.soort)) {
    const velden = sleutels.map((naam) => ({ ...veld.van, naam, titel: titelVan(naam), hulp: "" }));
    return toonDing(plek, { pad, velden, titel: veld.titel, eerst: sleutels, terug });
  }
  const hier = () => kaart(plek, pad, veld, terug);
  const openDeel = (/** @type {string} */ naam) => toonDeel(plek, [...pad, naam], { ...veld.van, naam, titel: titelVan(naam), hulp: "" }, hier);
  const rijen = sleutels.map((naam) => maak("li", {}, knop(titelVan(naam), () => openDeel(naam), "regel")));
  toon(veld.titel, [maak("div", { className: "bewerken__kiezen" }, maak("ul", {}, ...rijen))], terug);
}
