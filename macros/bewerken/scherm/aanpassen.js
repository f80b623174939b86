// What can be changed on this page, and the way from a click to a form: events, boxes of the canvas and facts.

import { alsId, inWoorden, knop, maak, naamVan } from "./bouwen.js";
import { bladzijde, gebeurtenislink, toonVoorstel } from "./bladzijde.js";
import { gedeeld, klant as klantgegevens, roep, start, vandaag } from "./gegevens.js";
import * as opslag from "./opslag.js";
import { gelijk, sluit, toon, vraag } from "./paneel.js";

/** @typedef {import("./gegevens.js").Veld} Veld */
/** @typedef {import("./gegevens.js").Klant} Klant */
/** @typedef {import("./gegevens.js").Gedeeld} Gedeeld */
/** @typedef {(string | number)[]} Pad */
/** @typedef {{bestand: string, klasse: string, klant: string, waarden: any, gegevens: Klant | null, alles: Gedeeld}} Plek */

const SIMPEL = new Set(["tekst", "getal", "dag", "ja_nee", "keuze", "of"]);

/** @param {string} id @returns {Promise<{alles: Gedeeld, gegevens: Klant, waarden: any}>} */
async function gereed(id) {
  const [alles, gegevens] = await Promise.all([gedeeld(), klantgegevens(id)]);
  const eigen = (await opslag.alle()).filter((een) => een.klant === id);
  const waarden = structuredClone(gegevens.waarden);
  for (const een of eigen) pasToe(waarden, een, `${id}.yml`);
  return { alles, gegevens, waarden };
}

/** Make a change in plain values, so that a form shows what was typed before. @param {any} waarden @param {any} een @param {string} bestand */
function pasToe(waarden, een, bestand) {
  if (een.bestand !== bestand || !["zet", "erbij", "weg"].includes(een.soort)) return;
  const weg = een.soort === "zet" ? een.pad : een.pad.slice(0, -1);
  let ding = waarden;
  for (const stap of weg) {
    const onder = Array.isArray(ding) ? ding.find((item, nummer) => item?.id === stap || nummer === stap) : ding?.[stap];
    if (onder === undefined && !Array.isArray(ding)) ding[stap] = {};
    ding = onder ?? ding[stap];
    if (!ding) return;
  }
  const laatste = een.pad.at(-1);
  if (een.soort === "zet") Object.assign(ding, een.velden);
  else if (een.soort === "erbij") (ding[laatste] ??= []).push(structuredClone(een.item));
  else if (Array.isArray(ding)) ding.splice(ding.findIndex((item, nummer) => item?.id === laatste || nummer === laatste), 1);
}

/** What a question lets choose. @param {Plek} plek @param {Veld} veld @returns {[string, string][]} */
function keuzes({ alles, gegevens }, veld) {
  if (veld.opties) return veld.opties;
  if (veld.van?.opties && veld.soort === "lijst") return veld.van.opties;
  const soort = veld.keuze;
  if (!soort) return [];
  if (soort === "klant" || soort === "klant_of_anoniem") return alles.klanten;
  return gegevens?.keuzes[soort] ?? alles.keuzes[soort] ?? [];
}

const paginaVan = (/** @type {string} */ id) => {
  const hier = bladzijde(location);
  return hier && hier.klant === id ? { familie: hier.familie, pad: hier.pad } : { familie: "account", pad: `accounts/${id}/` };
};

/** After something was kept: show it on the page when it is the page of this client. @param {string} id */
const naafloop = (id) => (/** @type {string | null} */ html) => {
  sluit();
  if (html && bladzijde(location)?.klant === id) toonVoorstel(html);
};

// --- events ---

/** Open the form of an event. @param {string} id @param {string} welke @param {Record<string, any>} [antwoorden] @param {() => void} [terug] */
export async function gebeurtenis(id, welke, antwoorden = {}, terug) {
  const { alles, gegevens, waarden } = await gereed(id);
  const een = alles.gebeurtenissen.find((ander) => ander.id === welke);
  if (!een) return;
  const plek = { bestand: "", klasse: "", klant: id, waarden, gegevens, alles };
  const op = await vandaag();
  await vraag({
    titel: `${een.titel}: ${gegevens.naam}`,
    uitleg: een.uitleg,
    velden: een.vragen,
    waarden: antwoorden,
    klant: id,
    keuzes: (veld) => keuzes(plek, veld),
    pagina: paginaVan(id),
    terug,
    klaar: naafloop(id),
    maakWijziging(gegeven) {
      const ingevuld = Object.fromEntries(Object.entries(gegeven).filter(([, waarde]) => !gelijk(waarde, "") && !gelijk(waarde, [])));
      if (!Object.keys(ingevuld).some((naam) => !een.vragen.find((veld) => veld.naam === naam)?.vandaag)) return null;
      return { id: "", klant: id, op, wie: gegevens.accountmanager, soort: "gebeurtenis", gebeurtenis: welke, antwoorden: ingevuld };
    },
  });
}

/** Choose what happened, or which facts to change. @param {string} id */
export async function kiezen(id) {
  const { alles, gegevens } = await gereed(id);
  const groepen = new Map();
  for (const een of alles.gebeurtenissen.filter((ander) => gegevens.gebeurtenissen.includes(ander.id))) {
    groepen.set(een.groep, [...(groepen.get(een.groep) ?? []), een]);
  }
  const terug = () => kiezen(id);
  const nu = Object.values(gegevens.nu).map((ding) => maak("li", {}, knop(ding.titel, () => gebeurtenis(id, ding.gebeurtenis, ding.antwoorden, terug), "regel")));
  const lijst = [...groepen].map(([groep, eigen]) =>
    maak("details", { className: "bewerken__groep" }, maak("summary", {}, groep), maak("ul", {}, ...eigen.map((/** @type {any} */ een) => maak("li", {}, knop(een.titel, () => gebeurtenis(id, een.id, {}, terug), "regel"))))),
  );
  const koppen = Object.keys(alles.klantpagina).map((kop) => maak("li", {}, knop(kopwoorden(kop), () => feiten(id, kop, terug), "regel")));
  toon(`Aanpassen: ${gegevens.naam}`, [
    maak(
      "div",
      { className: "bewerken__kiezen" },
      nu.length ? maak("h3", {}, "Dit ligt er nu") : null,
      nu.length ? maak("ul", {}, ...nu) : null,
      maak("h3", {}, "Wat is er gebeurd?"),
      ...lijst,
      maak("h3", {}, "Of verander een feit"),
      maak("ul", {}, ...koppen),
    ),
  ]);
  start().catch(() => {});
}

const KOPPEN = /** @type {Record<string, string>} */ ({ klant: "Over de klant", momenten: "Wat mag wachten" });
/** @param {string} kop */
const kopwoorden = (kop) => KOPPEN[kop] ?? document.getElementById(kop)?.textContent?.replace(/#$/, "").trim() ?? kop.charAt(0).toUpperCase() + kop.slice(1);

// --- facts ---

/** The facts below a heading of the client's page. @param {string} id @param {string} kop @param {() => void} [terug] */
export async function feiten(id, kop, terug) {
  const { alles, gegevens, waarden } = await gereed(id);
  const plek = { bestand: `${id}.yml`, klasse: "Account", klant: id, waarden, gegevens, alles };
  const velden = alles.klassen.Account.velden.filter((veld) => alles.klantpagina[kop].includes(veld.naam));
  const enige = velden.length === 1 && !SIMPEL.has(velden[0].soort) ? velden[0] : null;
  const opnieuw = () => feiten(id, kop, terug);
  if (enige) await open(plek, [enige.naam], enige, kop, terug ?? sluit, opnieuw);
  else await ding(plek, [], "Account", velden, kopwoorden(kop), kop, terug, opnieuw);
}

/** A box of the canvas, its goals or its actions. @param {string} id @param {string} canvas @param {string} vak @param {string} titel */
export async function vak(id, canvas, vak, titel) {
  const { alles, gegevens, waarden } = await gereed(id);
  const plek = { bestand: `${id}.yml`, klasse: "Account", klant: id, waarden, gegevens, alles };
  const velden = alles.klassen.Canvas.velden;
  const lijst = velden.find((veld) => veld.naam === vak && veld.soort === "lijst");
  const opnieuw = () => vak_(id, canvas, vak, titel);
  if (lijst) return open(plek, ["canvassen", canvas, vak], lijst, `vak-${vak}`, undefined, opnieuw);
  return ding(plek, ["canvassen", canvas, "vakken", vak], "Vak", alles.klassen.Vak.velden, titel, `vak-${vak}`, undefined, opnieuw);
}
const vak_ = vak;

/** @param {any} waarden @param {Pad} pad @returns {any} */
function waardeOp(waarden, pad) {
  let ding = waarden;
  for (const stap of pad) ding = Array.isArray(ding) ? ding.find((item, nummer) => item?.id === stap || nummer === stap) : ding?.[stap];
  return ding;
}

/** Form of one thing: what is simple is asked here, what is a thing itself opens.
 * @param {Plek} plek @param {Pad} pad @param {string} klasse @param {Veld[]} velden @param {string} titel @param {string} deel
 * @param {(() => void) | undefined} terug @param {() => void} opnieuw */
async function ding(plek, pad, klasse, velden, titel, deel, terug, opnieuw) {
  const nu = waardeOp(plek.waarden, pad) ?? {};
  const op = await vandaag();
  const zichtbaar = velden.filter((veld) => veld.naam !== "id");
  const hier = () => ding(plek, pad, klasse, velden, titel, deel, terug, opnieuw);
  await vraag({
    titel,
    velden: zichtbaar,
    waarden: nu,
    klant: plek.klant,
    keuzes: (veld) => keuzes(plek, veld),
    pagina: plek.gegevens ? paginaVan(plek.klant) : null,
    deel,
    terug,
    klaar: naafloop(plek.klant),
    open: (veld) => open(plek, [...pad, veld.naam], veld, deel, hier, opnieuw),
    maakWijziging(gegeven) {
      const anders = Object.keys(gegeven).filter((naam) => !gelijk(gegeven[naam], nu[naam]));
      if (!anders.length) return null;
      const velden_ = Object.fromEntries(anders.map((naam) => [naam, gelijk(gegeven[naam], "") || gelijk(gegeven[naam], []) ? null : gegeven[naam]]));
      const was = Object.fromEntries(anders.map((naam) => [naam, nu[naam] ?? null]));
      return { id: "", klant: plek.klant, op, wie: plek.gegevens?.accountmanager ?? "", soort: "zet", bestand: plek.bestand, pad, velden: velden_, was };
    },
  });
}

/** What a field holds that is no simple answer: one thing, a list of things, or a map.
 * @param {Plek} plek @param {Pad} pad @param {Veld} veld @param {string} deel @param {(() => void) | undefined} terug @param {() => void} opnieuw */
async function open(plek, pad, veld, deel, terug, opnieuw) {
  const klassen = plek.alles.klassen;
  const hier = () => open(plek, pad, veld, deel, terug, opnieuw);
  if (veld.soort === "deel") return ding(plek, pad, /** @type {string} */ (veld.klasse), klassen[/** @type {string} */ (veld.klasse)].velden, veld.titel, deel, terug, opnieuw);
  if (veld.soort === "kaart") return kaart(plek, pad, veld, deel, terug, opnieuw);
  const items = waardeOp(plek.waarden, pad) ?? [];
  const klasse = veld.van?.klasse;
  const rijen = items.map((/** @type {any} */ item, /** @type {number} */ nummer) => {
    const sleutel = item?.id ?? nummer;
    return maak(
      "li",
      { className: "bewerken__item" },
      knop(inWoorden(item), () => ding(plek, [...pad, sleutel], klasse, klassen[klasse].velden, naamVan(item), deel, hier, opnieuw), "regel"),
      knop("Haal weg", () => haalWeg(plek, [...pad, sleutel], item, deel, hier), "klein"),
    );
  });
  toon(veld.titel, [
    maak(
      "div",
      { className: "bewerken__kiezen" },
      veld.hulp ? maak("p", { className: "bewerken__hulp" }, veld.hulp) : null,
      rijen.length ? maak("ul", {}, ...rijen) : maak("p", {}, "Hier staat nog niets."),
      knop(`Nieuw: ${klassen[klasse].titel}`, () => nieuw(plek, pad, klasse, items, deel, hier), "hoofd"),
    ),
  ], terug);
}

/** @param {Plek} plek @param {Pad} pad @param {string} klasse @param {any[]} items @param {string} deel @param {() => void} terug */
async function nieuw(plek, pad, klasse, items, deel, terug) {
  const { velden, titel } = plek.alles.klassen[klasse];
  const metId = velden.some((veld) => veld.naam === "id" && veld.nodig);
  const op = await vandaag();
  await vraag({
    titel: `Nieuw: ${titel}`,
    velden: velden.filter((veld) => veld.naam !== "id" && (SIMPEL.has(veld.soort) || veld.soort === "lijst" && (veld.keuze || veld.van?.soort !== "deel"))),
    waarden: {},
    klant: plek.klant,
    keuzes: (veld) => keuzes(plek, veld),
    pagina: plek.gegevens ? paginaVan(plek.klant) : null,
    deel,
    terug,
    klaar: naafloop(plek.klant),
    maakWijziging(gegeven) {
      const ingevuld = Object.fromEntries(Object.entries(gegeven).filter(([, waarde]) => !gelijk(waarde, "") && !gelijk(waarde, [])));
      if (!Object.keys(ingevuld).length) return null;
      const id = metId ? { id: alsId(naamVan(ingevuld), items.map((item) => item?.id)) } : {};
      return { id: "", klant: plek.klant, op, wie: plek.gegevens?.accountmanager ?? "", soort: "erbij", bestand: plek.bestand, pad, item: { ...id, ...ingevuld } };
    },
  });
}

/** @param {Plek} plek @param {Pad} pad @param {any} item @param {string} deel @param {() => void} terug */
async function haalWeg(plek, pad, item, deel, terug) {
  const op = await vandaag();
  await vraag({
    titel: `Weghalen: ${inWoorden(item)}`,
    uitleg: "Haal alleen weg wat er nooit had moeten staan. Is iets afgelopen of veranderd? Kies dan wat er gebeurd is.",
    velden: [],
    waarden: {},
    klant: plek.klant,
    keuzes: () => [],
    pagina: plek.gegevens ? paginaVan(plek.klant) : null,
    deel,
    terug,
    klaar: naafloop(plek.klant),
    maakWijziging: () => ({ id: "", klant: plek.klant, op, wie: plek.gegevens?.accountmanager ?? "", soort: "weg", bestand: plek.bestand, pad, was: item }),
  });
}

/** A map with free keys: known keys by their titles, or years. @param {Plek} plek @param {Pad} pad @param {Veld} veld
 * @param {string} deel @param {(() => void) | undefined} terug @param {() => void} opnieuw */
async function kaart(plek, pad, veld, deel, terug, opnieuw) {
  const nu = waardeOp(plek.waarden, pad) ?? {};
  const bekend = veld.titels ? Object.entries(veld.titels) : keuzes(plek, veld);
  const hier = () => kaart(plek, pad, veld, deel, terug, opnieuw);
  const jaar = Number((await vandaag()).slice(0, 4));
  const sleutels = bekend.length ? bekend.map(([naam]) => naam) : [...new Set([...Object.keys(nu), String(jaar), String(jaar - 1)])].sort();
  const titelVan = (/** @type {string} */ naam) => bekend.find(([ander]) => ander === naam)?.[1] ?? naam;
  if (SIMPEL.has(veld.van.soort)) {
    const velden = sleutels.map((naam) => ({ ...veld.van, naam, titel: titelVan(naam), hulp: "" }));
    return ding(plek, pad, "", velden, veld.titel, deel, terug, opnieuw);
  }
  const openDeel = (/** @type {string} */ naam) => open(plek, [...pad, naam], { ...veld.van, naam, titel: titelVan(naam), hulp: "" }, deel, hier, opnieuw);
  toon(veld.titel, [
    maak("div", { className: "bewerken__kiezen" }, maak("ul", {}, ...sleutels.map((naam) => maak("li", {}, knop(titelVan(naam), () => openDeel(naam), "regel"))))),
  ], terug);
}

// --- a new client, settings and shared files ---

export async function nieuweKlant() {
  const alles = await gedeeld();
  const op = await vandaag();
  const namen = ["naam", "sector", "branche", "omvang", "klant_sinds", "omschrijving"];
  const velden = alles.klassen.Account.velden.filter((veld) => namen.includes(veld.naam));
  const wie = { ...alles.klassen.Driehoek.velden[0] };
  await vraag({
    titel: "Nieuwe klant",
    uitleg: "Dit is genoeg om te beginnen. Daarna vul je contracten en mensen aan op de pagina van de klant.",
    velden: [...velden, wie],
    waarden: { [wie.naam]: opslag.wie() },
    klant: "nieuw",
    keuzes: (veld) => keuzes({ bestand: "", klasse: "", klant: "", waarden: {}, gegevens: null, alles }, veld),
    pagina: null,
    maakWijziging(gegeven) {
      if (!gegeven.naam?.trim()) return null;
      const id = alsId(gegeven.naam, alles.begin.klanten);
      const { [wie.naam]: accountmanager, ...rest } = gegeven;
      const ingevuld = Object.fromEntries(Object.entries(rest).filter(([, waarde]) => !gelijk(waarde, "")));
      return { id: "", klant: id, op, wie: accountmanager, soort: "nieuw", velden: { id, ...ingevuld, driehoek: { [wie.naam]: accountmanager } } };
    },
  });
}

/** Settings and shared files, as facts. @param {string} bestand */
export async function gedeeldBestand(bestand) {
  const alles = await gedeeld();
  const klasse = alles.bestanden[bestand];
  const { waarden: nu } = await roep("waarden", { bestand }, []);
  const waarden = structuredClone(nu ?? {});
  for (const een of await opslag.alle()) pasToe(waarden, een, bestand);
  const plek = { bestand, klasse, klant: "_gedeeld", waarden, gegevens: null, alles };
  await ding(plek, [], klasse, alles.klassen[klasse].velden, alles.klassen[klasse].titel, "", undefined, () => gedeeldBestand(bestand));
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
