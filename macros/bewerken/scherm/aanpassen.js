// What can be changed on this page, and the way from a click to a form: events, boxes of the canvas and facts.

import { gebeurtenislink } from "./bladzijde.js";
import { alsId, knop, maak } from "./bouwen.js";
import { ingevuld, keuzes, naafloop, paginaVan, pasToe, simpel, toonDeel, toonDing } from "./dingen.js";
import { gedeeld, klant as klantgegevens, roep, start, vandaag, vormVan } from "./gegevens.js";
import * as opslag from "./opslag.js";
import { toon, vraag } from "./paneel.js";

/** @typedef {import("./gegevens.js").Veld} Veld */
/** @typedef {import("./gegevens.js").Gedeeld} Gedeeld */
/** @typedef {import("./gegevens.js").Klant} Klant */
/** @typedef {import("./dingen.js").Plek} Plek */

/** The questions of a thing that come first. */
const EERST = {
  vak: ["conclusie", "punten", "oordeel", "oordeel_bron"],
  klant: ["naam", "omschrijving", "waarom_klant_blijft", "waarde"],
};
/** What stands around the boxes of a canvas. */
const ROND = ["coach", "sessie_op", "deelnemers", "tussenevaluatie", "goedkeuring", "klantbesluit", "plan_b"];
const NIEUW = ["naam", "sector", "branche", "omvang", "klant_sinds", "omschrijving"];

/** A client with its own changes made in it. @param {string} id @param {string} [deel] of the page @returns {Promise<Plek & {gegevens: Klant}>} */
async function gereed(id, deel) {
  const [alles, gegevens] = await Promise.all([gedeeld(), klantgegevens(id)]);
  const waarden = structuredClone(gegevens.waarden);
  for (const een of await opslag.alle()) pasToe(waarden, een, `${id}.yml`);
  return { bestand: `${id}.yml`, klant: id, waarden, gegevens, alles, deel };
}

/** @param {Gedeeld} alles @param {string} klasse @param {string | undefined} naam @returns {Veld | undefined} */
const veldVan = (alles, klasse, naam) => vormVan(alles, klasse).velden.find((veld) => veld.naam === naam);

// --- events ---

/** Open the form of an event. @param {string} id @param {string} welke @param {Record<string, any>} [antwoorden] @param {() => void} [terug] */
export async function gebeurtenis(id, welke, antwoorden = {}, terug) {
  const plek = await gereed(id);
  const { alles, gegevens } = plek;
  const een = alles.gebeurtenissen.find((ander) => ander.id === welke);
  if (!een) return;
  const op = await vandaag();
  await vraag({
    titel: `${een.titel}: ${gegevens.naam}`,
    sleutel: [id, welke, ...Object.values(antwoorden)].join(" "),
    uitleg: een.uitleg,
    velden: een.vragen,
    eerst: een.vragen.slice(0, 1).map((veld) => veld.naam),
    waarden: antwoorden,
    klant: id,
    keuzes: (veld) => keuzes(plek, veld),
    pagina: paginaVan(id),
    terug,
    klaar: naafloop(id),
    maakWijziging(gegeven) {
      const gaf = ingevuld(gegeven);
      if (!Object.keys(gaf).some((naam) => !een.vragen.find((veld) => veld.naam === naam)?.vandaag)) return null;
      return { id: "", klant: id, op, wie: gegevens.accountmanager, soort: "gebeurtenis", gebeurtenis: welke, antwoorden: gaf };
    },
  });
}

/** Choose what happened, or which facts to change. @param {string} id */
export async function kiezen(id) {
  const { alles, gegevens } = await gereed(id);
  const kan = alles.gebeurtenissen.filter((een) => gegevens.gebeurtenissen.includes(een.id));
  const terug = () => kiezen(id);
  const groepen = [...new Set(kan.map((een) => een.groep))];
  const regel = (/** @type {string} */ woorden, /** @type {() => void} */ doe) => maak("li", {}, knop(woorden, doe, "regel"));
  // What may wait stands there a second time, for the links of Vandaag; here each thing has one line, that ends it.
  const werk = Object.values(gegevens.nu).filter((een) => een.gebeurtenis !== "uitstel");
  const nu = werk.map((een) => regel(een.titel, () => gebeurtenis(id, een.gebeurtenis, een.antwoorden, terug)));
  const gesprek = kan.find((een) => een.id === "gesprek");
  const lijst = groepen.map((groep) => {
    const eigen = kan.filter((een) => een.groep === groep && een !== gesprek);
    return maak("details", { className: "bewerken__groep" }, maak("summary", {}, groep), maak("ul", {}, ...eigen.map((een) => regel(een.titel, () => gebeurtenis(id, een.id, {}, terug)))));
  });
  const koppen = Object.keys(alles.klantpagina).map((kop) => regel(kopwoorden(kop), () => feiten(id, kop, terug)));
  const vouw = (/** @type {string} */ kop, /** @type {Node[]} */ rijen) => maak("details", { className: "bewerken__groep" }, maak("summary", {}, kop), maak("ul", {}, ...rijen));
  toon(`Aanpassen: ${gegevens.naam}`, [
    maak(
      "div",
      { className: "bewerken__kiezen" },
      gesprek && knop("Gesprek vastleggen", () => gebeurtenis(id, "gesprek", {}, terug), "hoofd"),
      nu.length ? maak("h3", {}, "Dit ligt er nu") : null,
      nu.length ? maak("ul", {}, ...nu.slice(0, 4)) : null,
      nu.length > 4 ? vouw(`Nog ${nu.length - 4}`, nu.slice(4)) : null,
      maak("h3", {}, "Wat is er gebeurd?"),
      ...lijst,
      maak("h3", {}, "Of verander een feit"),
      vouw("Wat er over deze klant staat", koppen),
    ),
  ]);
  start().catch(() => {});
}

const KOPPEN = /** @type {Record<string, string>} */ ({
  klant: "Over de klant",
  momenten: "Wat mag wachten",
  lessen: "Lessen",
  contracten: "Contracten",
  canvas: "Retentiecanvas",
  driehoek: "Wie doet wat",
  mensen: "Mensen bij de klant",
  verwachtingen: "Verwachtingen en problemen",
  beloften: "Toezeggingen",
  contact: "Contact",
  tevredenheid: "Cijfers en frisse blikken",
  kansen: "Kansen en concurrenten",
  tijdlijn: "Wat er gebeurde",
});
/** @param {string} kop */
const kopwoorden = (kop) => KOPPEN[kop] ?? kop;

// --- facts ---

/** The facts below a heading of the client's page. @param {string} id @param {string} kop @param {() => void} [terug] */
export async function feiten(id, kop, terug) {
  const plek = await gereed(id, kop);
  const velden = vormVan(plek.alles, "Account").velden.filter((veld) => plek.alles.klantpagina[kop]?.includes(veld.naam));
  const [enige] = velden;
  if (enige && velden.length === 1 && !simpel(enige)) await toonDeel(plek, [enige.naam], enige, terug);
  else await toonDing(plek, { pad: [], velden, titel: kopwoorden(kop), eerst: kop === "klant" ? EERST.klant : undefined, terug });
}

/** A box of the canvas, its goals or its actions. @param {string} id @param {string} canvas @param {string} welk @param {string} titel */
export async function vak(id, canvas, welk, titel) {
  const plek = await gereed(id, `vak-${welk}`);
  const lijst = veldVan(plek.alles, "Canvas", plek.alles.vakken[welk]);
  if (lijst) return toonDeel(plek, ["canvassen", canvas, lijst.naam], lijst);
  // Signals belong to one box only (canvas.py).
  const velden = vormVan(plek.alles, "Vak").velden.filter((veld) => veld.naam !== "indicatoren" || welk === "waardepropositie");
  return toonDing(plek, { pad: ["canvassen", canvas, "vakken", welk], velden, titel, eerst: EERST.vak });
}

/** What stands around the boxes of a canvas. @param {string} id @param {string} canvas */
export async function rondCanvas(id, canvas) {
  const plek = await gereed(id, "voet");
  const velden = ROND.map((naam) => veldVan(plek.alles, "Canvas", naam)).filter((veld) => veld !== undefined);
  await toonDing(plek, { pad: ["canvassen", canvas], velden, titel: "Rond het canvas", eerst: ROND });
}

// --- a new client, settings and shared files ---

export async function nieuweKlant() {
  const alles = await gedeeld();
  const op = await vandaag();
  const velden = vormVan(alles, "Account").velden.filter((veld) => NIEUW.includes(veld.naam));
  const wie = { .../** @type {Veld} */ (veldVan(alles, "Driehoek", "accountmanager")), nodig: true };
  const bezet = [...alles.begin.klanten, ...(await opslag.alle()).map((een) => een.klant)];
  await vraag({
    titel: "Nieuwe klant",
    sleutel: "nieuwe klant",
    uitleg: "Dit is genoeg om te beginnen. Staat de klant op de site, dan vul je contracten en mensen aan op zijn pagina.",
    velden: [...velden, wie],
    waarden: { [wie.naam]: opslag.wie() },
    klant: "nieuw",
    keuzes: (veld) => keuzes({ gegevens: null, alles }, veld),
    pagina: null,
    maakWijziging(gegeven) {
      const { [wie.naam]: accountmanager, ...rest } = ingevuld(gegeven);
      if (!Object.keys(rest).length) return null;
      const id = alsId(rest.naam ?? "", bezet);
      const driehoek = accountmanager ? { driehoek: { [wie.naam]: accountmanager } } : {};
      return { id: "", klant: id, op, wie: accountmanager ?? "", soort: "nieuw", velden: { id, ...rest, ...driehoek } };
    },
  });
}

/** Settings and shared files, as facts. @param {string} bestand @param {string} titel */
export async function gedeeldBestand(bestand, titel) {
  const alles = await gedeeld();
  const { velden } = vormVan(alles, alles.bestanden[bestand]);
  toon(titel, [maak("p", { className: "bewerken__stap", role: "status" }, "De controle wordt opgehaald. Daarna zie je wat er staat.")]);
  const { waarden: nu } = await roep("waarden", { bestand }, []);
  const waarden = structuredClone(nu ?? {});
  for (const een of await opslag.alle()) pasToe(waarden, een, bestand);
  const [enige] = velden;
  const plek = { bestand, klant: "_gedeeld", waarden, gegevens: null, alles };
  if (enige && velden.length === 1 && !simpel(enige)) await toonDeel(plek, [enige.naam], enige);
  else await toonDing(plek, { pad: [], velden, titel });
}

// --- what somebody clicked ---

/** @param {string} adres of a link to an event @returns {Promise<boolean>} whether it was one that a form exists for */
export async function volgLink(adres) {
  const doel = gebeurtenislink(adres);
  if (!doel) return false;
  const [alles, gegevens] = await Promise.all([gedeeld(), klantgegevens(doel.klant)]);
  const ding = gegevens.nu[doel.anker];
  const welke = ding?.gebeurtenis ?? alles.gebeurtenissen.find((een) => een.id === doel.anker)?.id;
  if (!welke) return false;
  await gebeurtenis(doel.klant, welke, ding?.antwoorden ?? {});
  return true;
}
