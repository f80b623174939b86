// The panel beside the page in which something is changed: one form at a time, what the check says, and how it becomes.

import { inWoorden, knop, maak } from "./bouwen.js";
import { formulier } from "./formulier.js";
import { bijElkeStap, gedeeld, roep, start, vandaag } from "./gegevens.js";
import { deelVan, uitHtml } from "./bladzijde.js";
import * as opslag from "./opslag.js";

const RUST = 350; // milliseconds without typing before the check looks
const STAPPEN = {
  ophalen: "De controle wordt opgehaald. Je kunt vast typen.",
  python: "De controle start. Je kunt vast typen.",
  pakketten: "De controle start. Je kunt vast typen.",
  lezer: "De controle is bijna klaar.",
  klaar: "",
  mislukt: "De controle start hier niet. Wat je typt blijft bewaard; de controle kijkt na het indienen.",
};

/** @typedef {import("./gegevens.js").Veld} Veld */
/** @typedef {{titel: string, uitleg?: string, velden: Veld[], waarden: Record<string, any>,
 *   maakWijziging: (waarden: Record<string, any>) => opslag.Wijziging | null, klant: string, keuzes: (veld: Veld) => [string, string][],
 *   open?: (veld: Veld, waarde: any) => void, pagina: {familie: string, pad: string} | null, deel?: string, extra?: Node[],
 *   terug?: () => void, klaar?: (html: string | null) => void}} Taak */

/** @type {HTMLDialogElement | null} */
let venster = null;
/** @type {Element | null} */
let vorige = null;
let ronde = 0;

bijElkeStap((stap) => {
  const regel = venster?.querySelector(".bewerken__stap");
  if (regel) regel.textContent = /** @type {any} */ (STAPPEN)[stap] ?? "";
});

export function sluit() {
  venster?.close();
}

/** @param {string} titel @param {Node[]} inhoud @param {() => void} [terug] */
export function toon(titel, inhoud, terug) {
  if (!venster) {
    venster = /** @type {HTMLDialogElement} */ (maak("dialog", { className: "bewerken", "aria-labelledby": "bewerken-titel" }));
    venster.addEventListener("close", () => {
      ronde++;
      if (vorige instanceof HTMLElement) vorige.focus();
    });
    document.body.append(venster);
  }
  const kop = maak(
    "header",
    { className: "bewerken__kop" },
    terug && knop("Terug", terug, "klein"),
    maak("h2", { id: "bewerken-titel", tabIndex: -1 }, titel),
    maak("button", { type: "button", className: "bewerken__sluit", "aria-label": "Sluiten", bij: { click: sluit } }, "×"),
  );
  venster.replaceChildren(kop, ...inhoud);
  if (!venster.open) {
    vorige = document.activeElement;
    venster.showModal();
  }
  /** @type {HTMLElement} */ (venster.querySelector("#bewerken-titel")).focus();
}

/** Ask one thing, check while it is typed, and keep it in the proposal. @param {Taak} taak */
export async function vraag(taak) {
  const eigen = ++ronde;
  const alles = await gedeeld();
  const id = opslag.nieuweId();
  const wie = await wieVraag();
  const zegt = maak("div", { className: "bewerken__zegt", role: "status" });
  const zoWordtHet = maak("div", { className: "bewerken__zo", hidden: true });
  const stap = maak("p", { className: "bewerken__stap", role: "status" });
  let klok = 0;
  /** @type {string | null} */
  let html = null;
  /** @type {{fouten: number, nagekeken: boolean}} */
  let stand = { fouten: 0, nagekeken: false };
  const bijTypen = () => {
    clearTimeout(klok);
    stand.nagekeken = false;
    klok = window.setTimeout(() => kijk(), RUST);
  };
  const vorm = formulier(taak.velden, taak.waarden, {
    keuzes: taak.keuzes,
    bijTypen,
    vandaag: await vandaag(),
    open: taak.open,
  });

  const wijziging = () => {
    const een = taak.maakWijziging(vorm.lees());
    return een && { ...een, id, wie: wie.lees() || een.wie };
  };

  async function kijk() {
    const een = wijziging();
    vorm.wis();
    if (!een) {
      zegt.replaceChildren();
      zoWordtHet.hidden = true;
      stand = { fouten: 0, nagekeken: true };
      return;
    }
    const eerder = (await opslag.alle()).filter((ander) => ander.klant === een.klant && ander.id !== id);
    let uit;
    try {
      uit = await roep("probeer", { klant: een.klant, wijzigingen: [...eerder, een], pagina: taak.pagina }, [een.klant]);
    } catch {
      stap.textContent = STAPPEN.mislukt;
      return;
    }
    if (eigen !== ronde) return; // meanwhile something else is asked
    html = uit.html;
    toonUitkomst(uit);
  }

  /** @param {any} uit */
  function toonUitkomst(uit) {
    const los = [];
    let fouten = 0;
    for (const een of uit.problemen) {
      if (een.soort === "fout") fouten++;
      const hier = een.wijziging === id && een.veld && een.soort === "fout" && vorm.meld(een.veld, een.tekst);
      if (!hier) los.push(maak("li", { className: `bewerken__${een.soort}` }, `${een.soort === "fout" ? "Dit klopt nog niet" : "Let op"}: ${een.tekst}`));
    }
    zegt.replaceChildren(...(los.length ? [maak("ul", {}, ...los)] : []));
    stand = { fouten, nagekeken: true };
    const delen = uit.html && taak.deel ? deelVan(/** @type {Element} */ (uitHtml(uit.html)), taak.deel) : [];
    const gevolgen = (uit.gevolgen ?? []).map((/** @type {any} */ zin) => maak("li", {}, zin.tekst ?? zin));
    const stukken = [];
    if (delen.length) stukken.push(maak("div", { className: "bewerken__beeld md-typeset", inert: true }, ...delen));
    if (gevolgen.length) stukken.push(maak("p", {}, "Wat eruit volgt:"), maak("ul", {}, ...gevolgen));
    zoWordtHet.hidden = !stukken.length;
    zoWordtHet.replaceChildren(maak("h3", {}, "Zo wordt het"), ...stukken);
  }

  async function bewaar() {
    clearTimeout(klok);
    if (!wie.keur()) return;
    const een = wijziging();
    if (!een) {
      zegt.replaceChildren(maak("p", {}, "Er is nog niets veranderd."));
      return;
    }
    if (!stand.nagekeken) await kijk();
    if (stand.fouten) {
      const eerste = venster?.querySelector('[aria-invalid="true"]');
      const naar = eerste?.matches("input, select, textarea") ? eerste : (eerste?.querySelector("input, select, textarea") ?? zegt);
      if (naar === zegt) zegt.setAttribute("tabindex", "-1");
      /** @type {HTMLElement} */ (naar).focus();
      return;
    }
    await opslag.bewaar(een);
    if (taak.klaar) taak.klaar(html);
    else sluit();
  }

  const vorm_ = maak(
    "form",
    { className: "bewerken__vorm", noValidate: true, bij: { submit: (/** @type {Event} */ gebeurtenis) => { gebeurtenis.preventDefault(); bewaar(); } } },
    ...(taak.uitleg ? [maak("p", { className: "bewerken__uitleg" }, taak.uitleg)] : []),
    wie.element,
    vorm.element,
    ...(taak.extra ?? []),
    zegt,
    zoWordtHet,
    maak(
      "footer",
      { className: "bewerken__voet" },
      maak("button", { type: "submit", className: "bewerken__knop bewerken__knop--hoofd" }, "Zet in mijn voorstel"),
      knop("Annuleren", sluit),
      stap,
    ),
  );
  toon(taak.titel, [vorm_], taak.terug);
  start().catch(() => (stap.textContent = STAPPEN.mislukt));
  if (Object.keys(taak.waarden).length && taak.maakWijziging(vorm.lees())) bijTypen();

  async function wieVraag() {
    const bekend = opslag.wie();
    const collegas = alles.keuzes.persoon;
    if (collegas.some(([naam]) => naam === bekend)) return { element: null, lees: () => bekend, keur: () => true };
    const lijst = /** @type {HTMLSelectElement} */ (maak("select", { id: "bewerken-wie", className: "bewerken__kies", required: true, bij: { change: () => lijst.value && opslag.ikBen(lijst.value) } }, maak("option", { value: "" }, "Kies je naam …"), ...collegas.map(([naam, woord]) => maak("option", { value: naam }, woord))));
    const fout = maak("p", { className: "bewerken__fout", role: "alert" });
    const element = maak("div", { className: "bewerken__veld bewerken__wie" }, maak("label", { className: "bewerken__titel", htmlFor: "bewerken-wie" }, "Wie ben je?"), maak("p", { className: "bewerken__hulp" }, "Dat vragen we één keer. Het staat alleen op dit apparaat."), lijst, fout);
    return {
      element,
      lees: () => lijst.value,
      keur() {
        fout.textContent = lijst.value ? "" : "Kies eerst je naam.";
        if (!lijst.value) lijst.focus();
        return Boolean(lijst.value);
      },
    };
  }
}

/** @param {any} een @param {any} ander */
export const gelijk = (een, ander) => JSON.stringify(een ?? "") === JSON.stringify(ander ?? "") || (inWoorden(een) === "leeg" && inWoorden(ander) === "leeg");
