// Which page this is, what of it can be changed, and how its part looks after a change.

import { OEFENEN, SITE } from "./gegevens.js";

/** @typedef {{familie: string, pad: string, klant: string, canvas: string}} Bladzijde */

/** The page of a client at an address; null for any other page. @param {URL | Location} adres @returns {Bladzijde | null} */
export function bladzijde(adres) {
  if (OEFENEN && adres === location) return bladzijde(new URL(oefenblad()?.dataset.oefenblad ?? "", SITE));
  const pad = decodeURIComponent(adres.pathname.slice(SITE.pathname.length)).replace(/index\.html$/, "");
  const delen = pad.match(/^accounts\/([a-z0-9-]+)\/(?:(canvas)\/([^/]+)\/|(gesprek|sessie|klant|gebeurd|overdracht)\/)?$/);
  if (!delen) return null;
  return { familie: delen[2] ?? delen[4] ?? "account", pad, klant: delen[1] ?? "", canvas: delen[3] ?? "" };
}

/** Where the exercises show a page of a practice client; null everywhere else. */
export const oefenblad = () => /** @type {HTMLElement | null} */ (document.querySelector("[data-oefenblad]"));

/** The place that a link to an event names: client and anchor; null for any other link.
 * @param {string} adres @returns {{klant: string, anker: string} | null} */
export function gebeurtenislink(adres) {
  const doel = new URL(adres, location.href);
  const hier = bladzijde(doel);
  if (!hier || hier.familie !== "gebeurd" || doel.hash.length < 2) return null;
  return { klant: hier.klant, anker: decodeURIComponent(doel.hash.slice(1)) };
}

/** What the brain made of the page, as nodes that run nothing. @param {string} html @returns {Element | null} */
export function uitHtml(html) {
  return new DOMParser().parseFromString(html, "text/html").querySelector("article");
}

/** The part of a page below a heading, in a fold of a client, or a box of the canvas. @param {ParentNode} blad @param {string} id @returns {Element[]} */
export function deelVan(blad, id) {
  const kop = blad.querySelector(`#${CSS.escape(id)}`);
  if (id === "voet") return [...blad.querySelectorAll(".canvas__voet")];
  const vak = kop?.closest("section.canvas__vak");
  if (vak) return [vak];
  // On the page of a client the id stands on what is folded, or on the line of what is empty: of that is nothing to show.
  if (kop?.closest(".account-delen")) return kop.matches("li") ? [] : [kop];
  const delen = [];
  for (let stuk = kop?.nextElementSibling; stuk && stuk.tagName !== "H2"; stuk = stuk.nextElementSibling) delen.push(stuk);
  return delen;
}

/** Put the page of the proposal in the place of this page. @param {string} html */
export function toonVoorstel(html) {
  const nieuw = uitHtml(html);
  const blad = oefenblad();
  const oud = blad ?? document.querySelector("article");
  if (!nieuw || !oud) return;
  if (blad) vanDaar(nieuw, new URL(blad.dataset.oefenblad ?? "", SITE));
  oud.replaceChildren(...nieuw.childNodes);
  if (!blad) oud.classList.add("bewerken-voorstel");
  dispatchEvent(new Event("handboek-blad")); // the pencils went with what stood there
}

/** Links of a page that is shown elsewhere, from where it would stand. @param {Element} blad @param {URL} daar */
function vanDaar(blad, daar) {
  for (const link of blad.querySelectorAll("a[href]")) {
    const adres = link.getAttribute("href") ?? "";
    if (!adres.startsWith("#")) link.setAttribute("href", new URL(adres, daar).href);
  }
}
