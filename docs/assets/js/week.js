// Whose week stands in front on Vandaag.
//
// The page holds the week of every colleague, folded in a list. Who says who he is gets his own in front, open, with the
// list behind it: by ?wie=anouk-de-wit in the address (a link to somebody's week), else by what this browser remembers
// from an earlier choice, here or when something was changed. ?wie=team is the list. Without a choice nothing happens.
// Of a large team each week is a page of its own (data-bladen says where), and the choice leads there.
// What turned late since the page was made (tijd.js) is counted in the line of its week.

const WIE = "handboek-wie"; // as kopieer.js and editing keep it
const TEAM = "team";

/** @returns {string} who said to read here; empty when nobody did, or nothing can be kept */
function onthouden() {
  try {
    return localStorage.getItem(WIE) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} wie */
function onthoud(wie) {
  try {
    localStorage.setItem(WIE, wie);
  } catch {
    // it holds for this page
  }
}

/** @param {string} wie */
function schrijfAdres(wie) {
  const adres = new URL(location.href);
  adres.searchParams.set("wie", wie);
  adres.hash = "";
  history.replaceState(history.state, "", adres);
}

/** @param {HTMLElement} blad */
function kiesWeek(blad) {
  const vraag = /** @type {HTMLElement | null} */ (blad.querySelector(".vandaag__wie"));
  const keuze = vraag?.querySelector("select");
  const mijn = blad.querySelector(".vandaag__mijn");
  const team = /** @type {HTMLDetailsElement | null} */ (blad.querySelector(".vandaag__weken"));
  const terug = /** @type {HTMLAnchorElement | null} */ (blad.querySelector(".vandaag__terug"));
  if (!vraag || !keuze || !mijn || !team || !terug) return;
  const weken = /** @type {HTMLDetailsElement[]} */ ([...team.querySelectorAll(":scope > .vandaag__week")]);
  const bestaat = (/** @type {string | null} */ wie) => [...keuze.options].some((optie) => optie.value === wie);

  const { bladen } = blad.dataset;
  /** @param {string} wie */
  const adresVan = (wie) => `${bladen}${wie}/`;

  /** @param {string} wie */
  const toon = (wie) => {
    const gekozen = weken.find((week) => week.id === `week-${wie}`);
    for (const week of weken) {
      if (week.parentElement === mijn) week.open = false;
      team.append(week);
    }
    if (gekozen) {
      gekozen.open = true;
      mijn.append(gekozen);
      blad.dataset.wie = wie;
    } else delete blad.dataset.wie;
    team.open = !gekozen;
    keuze.value = wie;
    const ik = onthouden();
    terug.hidden = ik === wie || !bestaat(ik);
    terug.href = `?wie=${ik}`;
  };

  keuze.addEventListener("change", () => {
    if (keuze.value !== TEAM) onthoud(keuze.value);
    if (bladen && keuze.value !== TEAM) return location.assign(adresVan(keuze.value));
    schrijfAdres(keuze.value);
    toon(keuze.value);
  });
  vraag.hidden = false;
  const genoemd = location.hash.startsWith("#week-") ? location.hash.slice("#week-".length) : null;
  const gevraagd = [bladen ? genoemd : null, new URL(location.href).searchParams.get("wie"), onthouden(), TEAM];
  const wie = gevraagd.find(bestaat) ?? TEAM;
  if (bladen && wie !== TEAM) return location.replace(adresVan(wie));
  toon(wie);
  // The week that an address leads to opens, also behind another one.
  const doel = document.getElementById(location.hash.slice(1));
  if (doel instanceof HTMLDetailsElement && weken.includes(doel)) doel.open = true;
}

/** @param {Element} week */
function telNieuw(week) {
  const nieuw = week.querySelectorAll("[data-werd-laat]").length;
  const zin = week.querySelector(":scope > .zin");
  if (nieuw && zin) zin.append(` Sinds deze pagina is gemaakt ${nieuw === 1 ? "werd 1 ding" : `werden ${nieuw} dingen`} te laat.`);
}

for (const week of document.querySelectorAll(".vandaag__week")) telNieuw(week);
for (const blad of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".vandaag"))) kiesWeek(blad);
