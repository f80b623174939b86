// What the pencil of a page opens (docs/assets/js/aanpassen.js).

import { feiten, gebeurtenis, gedeeldBestand, kiezen, nieuweKlant, rondCanvas, vak, volgLink } from "./aanpassen.js";
import { bladzijde, toonVoorstel } from "./bladzijde.js";
import { gedeeld, klant, roep, start } from "./gegevens.js";
import * as opslag from "./opslag.js";

const stijl = document.createElement("link");
stijl.rel = "stylesheet";
stijl.href = new URL("bewerken.css", import.meta.url).href;
document.head.append(stijl);
const gestyled = new Promise((klaar) => {
  stijl.onload = stijl.onerror = klaar;
});
opslag.bijVerandering(() => dispatchEvent(new Event("handboek-voorstel")));

const nu = bladzijde(location);
if (nu) klant(nu.klant).catch(() => {});
start().catch(() => {});

/** Everything that can be changed at the client of this page. */
export async function kies() {
  await gestyled;
  const hier = bladzijde(location);
  if (hier) await kiezen(hier.klant);
}

/** What stands below a heading. @param {string} id @param {string} woorden */
export async function opKop(id, woorden) {
  await gestyled;
  const hier = bladzijde(location);
  if (!hier) return;
  const { klantpagina } = await gedeeld();
  if (hier.canvas) {
    if (hier.canvas === "nieuw") await gebeurtenis(hier.klant, "canvas");
    else if (id === "voet") await rondCanvas(hier.klant, hier.canvas);
    else await vak(hier.klant, hier.canvas, id.slice(4), woorden);
  } else if (klantpagina[id]) await feiten(hier.klant, id);
  else await kiezen(hier.klant);
}

/** A link to an event, if there is a form for it. @param {string} adres */
export async function opLink(adres) {
  await gestyled;
  return volgLink(adres);
}

/** Show this page as it would be with all changes that were not handed in. */
export async function toonMijn() {
  const hier = bladzijde(location);
  if (!hier) return;
  const wijzigingen = (await opslag.alle()).filter((een) => een.klant === hier.klant);
  const pagina = { familie: hier.familie, pad: hier.pad };
  const { html } = await roep("probeer", { klant: hier.klant, wijzigingen, pagina }, [hier.klant]);
  if (html) toonVoorstel(html);
}

/** What the page of the exercises opens. */
export async function oefeningen() {
  await gestyled;
  return import("./oefenhoek.js");
}

/** Fill the page of what would be. @param {HTMLElement} element */
export async function watals(element) {
  await gestyled;
  const { watalsblad } = await import("./watalsblad.js");
  await watalsblad(element);
}

/** Fill the page of the proposal. @param {HTMLElement} element */
export async function voorstel(element) {
  await gestyled;
  const { voorstelblad } = await import("./voorstelblad.js");
  await voorstelblad(element);
}

/** The form of a new client. */
export async function nieuw() {
  await gestyled;
  await nieuweKlant();
}

/** The form of a shared file. @param {string} bestand @param {string} woorden */
export async function instellingen(bestand, woorden) {
  await gestyled;
  await gedeeldBestand(bestand, woorden);
}
