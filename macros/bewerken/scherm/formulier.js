// A form from questions: it shows what may be answered, gives the answers back, and says at a field what is wrong.
//
// It knows kinds of answers and nothing of clients. Parts of a thing that are things themselves open as a form of their
// own; who shows the form says how (`open`).

import { inWoorden, knop, maak } from "./bouwen.js";

/** @typedef {import("./gegevens.js").Veld} Veld */
/** @typedef {{keuzes: (veld: Veld) => [string, string][], open?: (veld: Veld, waarde: any) => void,
 *   bijTypen: () => void, vandaag: string, eerst?: string[]}} Omgeving */
/** @typedef {{veld: Veld, element: HTMLElement, lees: () => any, zegt: HTMLElement, besturing: HTMLElement}} Vakje */

const WEINIG = 5; // so many choices stand below each other, more fold into a list
const VROEG = 4; // so many questions are asked at once when nothing says which matter
let teller = 0;

/**
 * @param {Veld[]} velden @param {Record<string, any>} waarden @param {Omgeving} om
 * @returns {{element: HTMLElement, lees: () => Record<string, any>, meld: (naam: string, tekst: string) => boolean,
 *   open: () => string[], vouwUit: () => void, wis: () => void}}
 */
export function formulier(velden, waarden, om) {
  const vakjes = velden.map((veld) => vakje(veld, waarden[veld.naam], om));
  const vroeg = vakjes.filter(({ veld }) => veld.nodig || veld.vandaag || heeft(waarden[veld.naam]) || om.eerst?.includes(veld.naam));
  if (!om.eerst) for (const een of vakjes) if (vroeg.length < VROEG && !vroeg.includes(een)) vroeg.push(een);
  const volgorde = vakjes.filter((een) => vroeg.includes(een));
  const later = vakjes.filter((een) => !vroeg.includes(een));
  const vouw = later.length > 1 && maak("details", { className: "bewerken__meer" }, maak("summary", {}, `Nog ${later.length} dingen die erbij kunnen`), ...later.map((een) => een.element));
  return {
    element: maak("div", { className: "bewerken__velden" }, ...volgorde.map((een) => een.element), ...(vouw ? [vouw] : later.map((een) => een.element))),
    lees: () => Object.fromEntries(vakjes.filter((een) => een.lees !== niets).map((een) => [een.veld.naam, een.lees()])),
    meld(naam, tekst) {
      const een = vakjes.find(({ veld }) => veld.naam === naam);
      if (!een) return false;
      een.zegt.textContent = tekst;
      een.besturing.setAttribute("aria-invalid", "true");
      if (vouw && later.includes(een)) /** @type {HTMLDetailsElement} */ (vouw).open = true;
      return true;
    },
    /** The questions that need an answer and have none. */
    open: () => vakjes.filter((een) => een.veld.nodig && een.lees !== niets && !heeft(een.lees())).map((een) => een.veld.naam),
    /** Show the questions that lie in the fold. */
    vouwUit() {
      if (vouw) /** @type {HTMLDetailsElement} */ (vouw).open = true;
    },
    wis() {
      for (const een of vakjes) {
        een.zegt.textContent = "";
        een.besturing.removeAttribute("aria-invalid");
      }
    },
  };
}

const niets = () => undefined;
/** @param {any} waarde */
const heeft = (waarde) => waarde !== undefined && waarde !== null && waarde !== "" && !(Array.isArray(waarde) && !waarde.length);

/** @param {Veld} veld @param {any} waarde @param {Omgeving} om @returns {Vakje} */
function vakje(veld, waarde, om) {
  const id = `bewerken-${++teller}`;
  const { besturing, lees, groep } = besturingVan(veld, waarde, om, id);
  const zegt = maak("p", { className: "bewerken__fout", id: `${id}-fout`, role: "alert" });
  const hulp = veld.hulp && maak("p", { className: "bewerken__hulp", id: `${id}-hulp` }, veld.hulp);
  besturing.setAttribute("aria-describedby", `${id}-fout${hulp ? ` ${id}-hulp` : ""}`);
  const titel = `${veld.titel}${veld.nodig ? " (nodig)" : ""}`;
  const element = groep
    ? maak("fieldset", { className: "bewerken__veld" }, maak("legend", { className: "bewerken__titel" }, titel), hulp, besturing, zegt)
    : maak("div", { className: "bewerken__veld" }, maak("label", { className: "bewerken__titel", htmlFor: id }, titel), hulp, besturing, zegt);
  element.addEventListener("input", om.bijTypen);
  element.addEventListener("change", om.bijTypen);
  return { veld, element, lees, zegt, besturing };
}

/** @typedef {{besturing: HTMLElement, lees: () => any, groep?: boolean}} Besturing */

/** @param {Veld} veld @param {any} waarde @param {Omgeving} om @param {string} id @returns {Besturing} */
function besturingVan(veld, waarde, om, id) {
  const opties = om.keuzes(veld);
  if (veld.soort === "lijst" && (veld.keuze || veld.opties || veld.van?.opties)) return vinkjes(veld, waarde ?? [], opties, id);
  if (veld.soort === "lijst" && (!veld.van || ["tekst", "dag", "getal"].includes(veld.van.soort))) return regels(veld, waarde ?? [], id);
  if (["deel", "lijst", "kaart"].includes(veld.soort)) return deel(veld, waarde, om);
  if (veld.soort === "of") return eenVan(veld, waarde, om, id);
  if (veld.soort === "ja_nee") return keuze(veld, waarde, [["true", "Ja"], ["false", "Nee"]], id, (tekst) => tekst === "true");
  if (opties.length || veld.keuze || veld.soort === "keuze") return keuze(veld, waarde, opties, id, (tekst) => tekst);
  if (veld.soort === "dag") return dag(veld, waarde, om, id);
  if (veld.soort === "getal") return getal(veld, waarde, id);
  return tekst(veld, waarde, id);
}

/** @param {Veld} veld @param {any} waarde @param {string} id @returns {Besturing} */
function tekst(veld, waarde, id) {
  const doos = /** @type {HTMLTextAreaElement} */ (
    maak("textarea", { id, rows: veld.lang ? 2 : 1, value: waarde ?? "", className: "bewerken__tekst", required: veld.nodig })
  );
  const groei = () => {
    doos.style.height = "auto";
    doos.style.height = `${doos.scrollHeight + 2}px`;
  };
  doos.addEventListener("input", groei);
  if (!veld.lang) doos.addEventListener("keydown", (toets) => toets.key === "Enter" && !toets.isComposing && toets.preventDefault());
  requestAnimationFrame(groei);
  if (!veld.hoogstens || veld.hoogstens > 1000) return { besturing: doos, lees: () => doos.value };
  const tel = maak("span", { className: "bewerken__tel" });
  const telling = () => {
    const over = /** @type {number} */ (veld.hoogstens) - doos.value.length;
    tel.textContent = over < 0 ? `${-over} tekens te veel` : over < 60 ? `nog ${over} tekens` : "";
    tel.classList.toggle("bewerken__tel--te-veel", over < 0);
  };
  doos.addEventListener("input", telling);
  telling();
  doos.after(tel);
  queueMicrotask(() => doos.after(tel));
  return { besturing: doos, lees: () => doos.value };
}

/** @param {Veld} veld @param {any} waarde @param {Omgeving} om @param {string} id @returns {Besturing} */
function dag(veld, waarde, om, id) {
  const doos = /** @type {HTMLInputElement} */ (
    maak("input", { id, type: "date", value: waarde ?? (veld.vandaag ? om.vandaag : ""), className: "bewerken__kort", required: veld.nodig })
  );
  // A date that the file has in another form cannot be shown in the box: nothing is lost as long as nobody types.
  const vreemd = waarde && !doos.value ? waarde : "";
  return { besturing: doos, lees: () => gekozenDag(doos) || vreemd };
}

/** What stands in the box of a day; for 30 February a day that the check refuses, or the old day would go unseen.
 * @param {HTMLInputElement} doos */
const gekozenDag = (doos) => doos.value || (doos.validity.badInput ? "0000-00-00" : "");

/** @param {Veld} veld @param {any} waarde @param {string} id @returns {Besturing} */
function getal(veld, waarde, id) {
  const toon = typeof waarde === "number" ? String(waarde).replace(".", ",") : (waarde ?? "");
  const doos = /** @type {HTMLInputElement} */ (
    maak("input", { id, type: "text", inputMode: veld.heel ? "numeric" : "decimal", value: toon, placeholder: veld.zonder === undefined ? undefined : inWoorden(veld.zonder), className: "bewerken__kort", autocomplete: "off", required: veld.nodig })
  );
  return { besturing: doos, lees: () => alsGetal(doos.value, Boolean(veld.heel)) };
}

/** A number as people write it; what may be two things stays text, and the check says so.
 * @param {string} getypt @param {boolean} heel @returns {number | string} */
export function alsGetal(getypt, heel) {
  const kaal = getypt.replace(/[\s€]/g, "");
  if (/^-?\d{1,3}(\.\d{3})+$/.test(kaal) && heel) return Number(kaal.replaceAll(".", ""));
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(kaal)) return Number(kaal.replaceAll(".", "").replace(",", "."));
  if (/^-?\d{1,3}\.\d{3}$/.test(kaal)) return getypt.trim();
  return /^-?\d+([.,]\d+)?$/.test(kaal) ? Number(kaal.replace(",", ".")) : getypt.trim();
}

/** @param {Veld} veld @param {any} waarde @param {[string, string][]} opties @param {string} id
 * @param {(gekozen: string) => any} alsWaarde @returns {Besturing} */
function keuze(veld, waarde, opties, id, alsWaarde) {
  const nu = waarde === undefined || waarde === null ? "" : String(waarde);
  // What stands in the file and cannot be chosen any more stays until somebody chooses.
  const alles = nu && !opties.some(([naam]) => String(naam) === nu) ? [.../** @type {[string, string][]} */ ([[nu, nu]]), ...opties] : opties;
  if (alles.length <= WEINIG && alles.length) {
    const rij = maak("div", { className: "bewerken__keuzes", id });
    const leeg = veld.nodig ? [] : /** @type {[string, string][]} */ ([["", veld.zonder === undefined ? "Niet ingevuld" : `Niet ingevuld (dan geldt: ${woordVan(veld, opties)})`]]);
    for (const [naam, woord] of [...alles, ...leeg]) {
      const rondje = maak("input", { type: "radio", name: id, value: String(naam), checked: String(naam) === nu });
      rij.append(maak("label", { className: "bewerken__keus" }, rondje, ` ${woord}`));
    }
    const gekozen = () => /** @type {HTMLInputElement | null} */ (rij.querySelector("input:checked"))?.value ?? "";
    return { besturing: rij, groep: true, lees: () => (gekozen() ? alsWaarde(gekozen()) : "") };
  }
  const lijst = /** @type {HTMLSelectElement} */ (maak("select", { id, className: "bewerken__kies", required: veld.nodig }));
  lijst.append(maak("option", { value: "" }, veld.nodig ? "Kies …" : "Niet ingevuld"));
  for (const [naam, woord] of alles) lijst.append(maak("option", { value: String(naam), selected: String(naam) === nu }, String(woord)));
  return { besturing: lijst, lees: () => (lijst.value ? alsWaarde(lijst.value) : "") };
}

/** @param {Veld} veld @param {[string, string][]} opties */
const woordVan = (veld, opties) => opties.find(([naam]) => String(naam) === String(veld.zonder))?.[1] ?? inWoorden(veld.zonder);

/** @param {Veld} veld @param {string[]} waarde @param {[string, string][]} opties @param {string} id @returns {Besturing} */
function vinkjes(veld, waarde, opties, id) {
  const al = (Array.isArray(waarde) ? waarde : [waarde]).map(String);
  const weg = al.filter((een) => !opties.some(([naam]) => String(naam) === een));
  const rij = maak("div", { className: "bewerken__keuzes bewerken__keuzes--lijst", id });
  for (const [naam, woord] of [...weg.map((een) => /** @type {[string, string]} */ ([een, een])), ...opties]) {
    const vinkje = maak("input", { type: "checkbox", value: String(naam), checked: al.includes(String(naam)) });
    rij.append(maak("label", { className: "bewerken__keus" }, vinkje, ` ${woord}`));
  }
  if (!rij.children.length) rij.append(maak("p", { className: "bewerken__hulp" }, "Er is nog niets om uit te kiezen."));
  const aan = () => [...rij.querySelectorAll("input:checked")].map((een) => /** @type {HTMLInputElement} */ (een).value);
  return { besturing: rij, groep: true, lees: aan };
}

/** Texts below each other, with room for one more. @param {Veld} veld @param {string[]} waarde @param {string} id @returns {Besturing} */
function regels(veld, waarde, id) {
  const rij = maak("div", { className: "bewerken__regels", id });
  const soort = veld.van?.soort;
  /** @param {string} inhoud */
  const erbij = (inhoud) => {
    const nummer = rij.querySelectorAll(".bewerken__regel").length + 1;
    const kaal = { ...veld, vandaag: false, nodig: false };
    const { besturing } = soort === "dag" ? dag(kaal, inhoud, /** @type {any} */ ({}), "") : soort === "getal" ? getal({ ...kaal, heel: veld.van.heel }, inhoud, "") : tekst({ ...veld, naam: veld.naam, hoogstens: veld.van?.hoogstens ?? veld.hoogstens, nodig: false }, inhoud, "");
    besturing.removeAttribute("id");
    besturing.setAttribute("aria-label", `${veld.titel}, ${nummer}`);
    besturing.classList.add("bewerken__regel");
    knopErbij.before(besturing);
    return besturing;
  };
  const knopErbij = knop("Nog een", () => erbij("").focus(), "klein");
  rij.append(knopErbij);
  for (const inhoud of waarde.length ? waarde : [""]) erbij(String(inhoud));
  const lees = () => [...rij.querySelectorAll(".bewerken__regel")].map((een) => gekozenDag(/** @type {HTMLInputElement} */ (een)).trim()).filter(Boolean).map((een) => (soort === "getal" ? alsGetal(een, Boolean(veld.van.heel)) : een));
  return { besturing: rij, groep: true, lees };
}

/** A part that is a thing, a list of things or a map: it opens as a form of its own.
 * @param {Veld} veld @param {any} waarde @param {Omgeving} om @returns {Besturing} */
function deel(veld, waarde, om) {
  const kort = !heeft(waarde) ? "Nog niets" : Array.isArray(waarde) ? waarde.map(inWoorden).join(", ") : waarde.titel || waarde.naam || waarde.tekst ? inWoorden(waarde) : "Ingevuld";
  const openknop = knop("Openen", () => om.open?.(veld, waarde), "klein");
  openknop.setAttribute("aria-label", `Openen: ${veld.titel}`);
  const rij = maak("div", { className: "bewerken__deel" }, maak("span", { className: "bewerken__kort-deel" }, kort), " ", openknop);
  return { besturing: rij, groep: true, lees: niets };
}

/** A field that takes two kinds of answers. @param {Veld} veld @param {any} waarde @param {Omgeving} om @param {string} id @returns {Besturing} */
function eenVan(veld, waarde, om, id) {
  const soorten = /** @type {Veld[]} */ (veld.van).map((een) => ({ ...een, naam: veld.naam, titel: veld.titel, hulp: "", nodig: false }));
  const past = Math.max(0, soorten.findIndex((een) => pastBij(een, waarde)));
  const delen = soorten.map((een, nummer) => besturingVan(een, nummer === past ? waarde : undefined, om, `${id}-${nummer}`));
  const namen = soorten.map((een) => ({ dag: "Een dag", getal: "Een getal", tekst: "In woorden", keuze: "Kiezen" })[een.soort] ?? "Iets anders");
  const rij = maak("div", { id });
  let gekozen = past;
  delen.forEach((een, nummer) => {
    const rondje = maak("input", { type: "radio", name: id, checked: nummer === past, bij: { change: () => {
      gekozen = nummer;
      delen.forEach((ander, plek) => (ander.besturing.hidden = plek !== nummer));
    } } });
    een.besturing.hidden = nummer !== past;
    if (!een.besturing.getAttribute("aria-label")) een.besturing.setAttribute("aria-label", namen[nummer] ?? "");
    rij.append(maak("label", { className: "bewerken__keus" }, rondje, ` ${namen[nummer]}`), een.besturing);
  });
  return { besturing: rij, groep: true, lees: () => (delen[gekozen]?.lees === niets ? waarde : delen[gekozen]?.lees()) };
}

/** @param {Veld} soort @param {any} waarde */
function pastBij(soort, waarde) {
  if (waarde && typeof waarde === "object") return soort.soort === "deel";
  if (typeof waarde === "number") return soort.soort === "getal";
  if (soort.soort === "dag") return /^\d{4}-\d{2}-\d{2}$/.test(waarde ?? "");
  return ["tekst", "keuze"].includes(soort.soort);
}
