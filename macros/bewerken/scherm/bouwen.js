// Making pieces of a page, without a word of HTML in a string.

/** @param {string} soort @param {Record<string, any>} [eigen] @param {(Node | string | null | undefined | false)[]} kinderen */
export function maak(soort, eigen = {}, ...kinderen) {
  const stuk = document.createElement(soort);
  for (const [naam, waarde] of Object.entries(eigen)) {
    if (waarde === undefined || waarde === false || waarde === null) continue;
    if (naam === "bij") for (const [wat, doe] of Object.entries(waarde)) stuk.addEventListener(wat, /** @type {any} */ (doe));
    else if (naam in stuk && naam !== "list" && naam !== "form") /** @type {any} */ (stuk)[naam] = waarde;
    else stuk.setAttribute(naam, waarde === true ? "" : String(waarde));
  }
  stuk.append(...kinderen.filter((kind) => kind !== null && kind !== undefined && kind !== false));
  return stuk;
}

/** @param {string} tekst @param {() => void} doe @param {string} [soort] */
export const knop = (tekst, doe, soort = "") =>
  maak("button", { type: "button", className: `bewerken__knop ${soort && `bewerken__knop--${soort}`}`.trim(), bij: { click: doe } }, tekst);

const MEER = 4; // so many sentences are read at once, the others fold

/** Sentences below each other; nothing for none. @param {string[]} zinnen @param {string} kop @returns {HTMLElement[]} */
export function zinnenlijst(zinnen, kop) {
  if (!zinnen.length) return [];
  const regel = (/** @type {string} */ zin) => maak("li", {}, zin);
  const vroeg = zinnen.length > MEER + 1 ? zinnen.slice(0, MEER) : zinnen;
  const later = zinnen.slice(vroeg.length);
  const vouw = maak("details", { className: "bewerken__meer" }, maak("summary", {}, `Nog ${later.length}`), maak("ul", {}, ...later.map(regel)));
  return [maak("p", {}, kop), maak("ul", {}, ...vroeg.map(regel)), ...(later.length ? [vouw] : [])];
}

const DAG = new Intl.DateTimeFormat("nl-NL", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A value in a few words. @param {any} waarde @returns {string} */
export function inWoorden(waarde) {
  if (waarde === null || waarde === undefined || waarde === "") return "leeg";
  if (typeof waarde === "boolean") return waarde ? "ja" : "nee";
  if (typeof waarde === "number") return waarde.toLocaleString("nl-NL");
  if (Array.isArray(waarde)) return waarde.length ? waarde.map(inWoorden).join(", ") : "leeg";
  if (typeof waarde === "object") return naamVan(waarde);
  if (/^\d{4}-\d{2}-\d{2}$/.test(waarde) && !Number.isNaN(Date.parse(waarde))) return DAG.format(Date.parse(waarde));
  return String(waarde).replace(/\s+/g, " ").trim();
}

/** What a thing is called. @param {Record<string, any>} ding @returns {string} */
export function naamVan(ding) {
  const delen = ["titel", "naam", "tekst", "kern", "conclusie", "onderwerp", "reden", "datum", "id"];
  const deel = delen.find((naam) => ding[naam]);
  const waarde = deel ? ding[deel] : Object.values(ding)[0];
  const woorden = inWoorden(typeof waarde === "object" && waarde ? Object.values(waarde)[0] : waarde);
  return woorden.length > 90 ? `${woorden.slice(0, 90).replace(/\s\S*$/, "")} …` : woorden;
}

/** The id that a name becomes. @param {string} naam @param {Iterable<string>} bezet */
export function alsId(naam, bezet) {
  const kaal = naam.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().match(/[a-z0-9]+/g) ?? ["dit"];
  const kort = kaal.slice(0, 5).join("-").slice(0, 60);
  const al = new Set(bezet);
  let id = kort;
  for (let nummer = 2; al.has(id); nummer++) id = `${kort}-${nummer}`;
  return id;
}
