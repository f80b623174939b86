// The page /voorstel/: what was changed and not handed in, what the check says of it, and handing in.

import { inWoorden, knop, maak, zinnenlijst } from "./bouwen.js";
import { gedeeld, roep, SITE, vandaag } from "./gegevens.js";
import * as opslag from "./opslag.js";
import { smederij, SmederijFout } from "./smederij/index.js";

const BEZIG = "handboek-indienen";
const NAMEN = /** @type {Record<string, string>} */ ({ gitlab: "GitLab", forgejo: "de git-server", github: "GitHub", azure: "Azure DevOps" });

/** @type {HTMLElement} */
let blad;
/** @type {import("./smederij/index.js").Smederij | null} */
let server = null;
/** What is said below the list: it stays when the list is drawn again. */
const gezegd = maak("div", { className: "voorstel__zegt", role: "status" });
let ronde = 0;
let bezig = false;

/** Fill the page, and go on where a login ended. @param {HTMLElement} element */
export async function voorstelblad(element) {
  blad = element;
  const { voorstellen } = await gedeeld();
  const terug = new URL("voorstel/", SITE).href;
  server = voorstellen.soort === "patch" ? null : smederij(voorstellen, terug);
  opslag.bijVerandering(() => toon());
  // Back from the server's page with the arrow of the browser: what stands there was on its way out.
  addEventListener("pageshow", (komt) => komt.persisted && location.reload());
  if (!server || !sessionStorage.getItem(BEZIG)) {
    await toon();
    return;
  }
  bezig = true;
  try {
    const binnen = await server.afronden(location.href);
    history.replaceState(null, "", terug);
    await toon();
    if (binnen) await dienIn();
  } catch (fout) {
    history.replaceState(null, "", terug);
    await toon();
    meld(zinVan(fout));
  } finally {
    sessionStorage.removeItem(BEZIG);
    bezig = false;
  }
}

/** @param {any} fout */
const zinVan = (fout) => (fout instanceof SmederijFout ? fout.message : "Er ging iets mis. Je wijzigingen staan nog hier. Probeer het opnieuw.");

/** @param {string | Node} wat @param {string} [soort] */
function meld(wat, soort = "fout") {
  gezegd.replaceChildren(wat instanceof HTMLFormElement ? wat : maak("p", { className: `voorstel__${soort}` }, wat));
}

async function toon() {
  const eigen_ = ++ronde;
  const wijzigingen = await opslag.alle();
  const { voorstellen, klanten } = await gedeeld();
  if (eigen_ !== ronde) return;
  if (!wijzigingen.length) {
    blad.replaceChildren(
      maak("p", {}, "Je hebt niets klaarstaan. Open een klant en klik op een potlood (✎) bij wat je wilt veranderen."),
      maak("p", {}, maak("a", { href: new URL("accounts/", SITE).href }, "Naar de klanten")),
      gezegd,
    );
    return;
  }
  const perKlant = new Map();
  for (const een of wijzigingen) perKlant.set(een.klant, [...(perKlant.get(een.klant) ?? []), een]);
  const delen = [...perKlant].map(([id, eigen]) => deelVan(id, naamVan(id, klanten, eigen), eigen));
  const naar = server ? NAMEN[voorstellen.soort] : "";
  blad.replaceChildren(
    maak("p", {}, `Dit veranderde je en diende je nog niet in. Het staat alleen op dit apparaat.`),
    ...delen.map(({ element }) => element),
    gezegd,
    maak(
      "p",
      { className: "voorstel__knoppen" },
      server ? knop(`Dien in bij ${naar}`, () => begin_(), "hoofd") : knop("Bewaar als bestand om te mailen", () => alsBestand(), "hoofd"),
      knop("Haal alles weg", () => confirm("Alle wijzigingen die hier staan weghalen?") && opslag.vergeetAlles()),
    ),
    maak("p", { className: "zacht" }, server ? "Na het indienen kijkt iemand mee. Daarna staat het op de site." : `Mail het bestand aan wie het handboek beheert, of lees het in met: git am --keep-non-patch voorstel.patch`),
  );
  for (const een of delen) if (eigen_ === ronde) await een.kijk();
}

/** @param {string} id @param {[string, string][]} klanten @param {any[]} eigen */
function naamVan(id, klanten, eigen) {
  if (id === "_gedeeld") return "Instellingen en gedeelde bestanden";
  return klanten.find(([naam]) => naam === id)?.[1] ?? eigen.find((een) => een.soort === "nieuw")?.velden.naam ?? id;
}

/** @param {string} id @param {string} naam @param {opslag.Wijziging[]} eigen */
function deelVan(id, naam, eigen) {
  const lijst = maak("ul", { className: "voorstel__lijst" });
  const regels = new Map();
  for (const een of eigen) {
    const zin = maak("span", {}, een.titel ?? "Een wijziging");
    const fout = maak("ul", { className: "voorstel__fouten" });
    const weg = knop("Haal weg", () => opslag.vergeet(een.id), "klein");
    lijst.append(maak("li", {}, maak("div", { className: "voorstel__regel" }, zin, weg), fout));
    regels.set(een.id, { zin, fout, weg });
  }
  const los = maak("ul", { className: "voorstel__fouten" }, maak("li", { className: "zacht" }, "De controle kijkt dit na …"));
  const volgt = maak("div", { className: "voorstel__volgt" });
  const kop = id === "_gedeeld" || eigen.some((een) => een.soort === "nieuw") ? naam : maak("a", { href: new URL(`accounts/${id}/`, SITE).href }, naam);
  const element = maak("section", { className: "voorstel__klant" }, maak("h2", {}, kop), lijst, los, volgt);

  async function kijk() {
    let uit;
    try {
      uit = await roep("probeer", { klant: id, wijzigingen: eigen, elk: true }, [id]);
    } catch {
      los.replaceChildren(maak("li", {}, "De controle start hier niet; ze kijkt na het indienen."));
      return;
    }
    for (const een of eigen) {
      const zinnen = uit.zinnen.filter((/** @type {any} */ zin) => zin.wijziging === een.id).map((/** @type {any} */ zin) => zin.tekst);
      const { zin, weg } = regels.get(een.id);
      if (zinnen.length) zin.replaceChildren(...zinnen.flatMap((/** @type {string} */ tekst, /** @type {number} */ nummer) => (nummer ? [maak("br"), tekst] : [tekst])));
      weg.setAttribute("aria-label", `Haal weg: ${zin.textContent}`);
    }
    for (const { fout } of regels.values()) fout.replaceChildren();
    los.replaceChildren();
    for (const een of uit.problemen) {
      const waar = regels.get(een.wijziging)?.fout ?? los;
      waar.append(maak("li", { className: `voorstel__${een.soort}` }, `${een.soort === "fout" ? "Dit klopt nog niet" : "Let op"}: ${een.tekst}`));
    }
    volgt.replaceChildren(...zinnenlijst(uit.gevolgen, "Wat eruit volgt:"));
  }
  return { element, kijk };
}

// --- handing in ---

async function begin_() {
  const eigen = /** @type {import("./smederij/index.js").Smederij} */ (server);
  if (bezig) return;
  bezig = true;
  try {
    if (!eigen.aangemeld) {
      sessionStorage.setItem(BEZIG, "1");
      meld("Je meldt je eerst aan. Daarna kom je hier terug.", "bericht");
      await eigen.aanmelden();
      if (!eigen.aangemeld) return; // the browser is on its way to the server
      sessionStorage.removeItem(BEZIG);
    }
    await dienIn();
  } catch (fout) {
    sessionStorage.removeItem(BEZIG);
    meld(zinVan(fout));
  } finally {
    bezig = false;
  }
}

/** @param {Record<string, string | null>} nieuwste @returns {Promise<any>} null when something stands in the way */
async function gemaakt(nieuwste) {
  const wijzigingen = await opslag.alle();
  const { keuzes, klanten: namen } = await gedeeld();
  const wie = opslag.wie();
  const naam = keuzes.persoon?.find(([id]) => id === wie)?.[1] ?? "Een collega";
  const klanten = [...new Set(wijzigingen.map((een) => een.klant))];
  const uit = await roep("indienen", { wijzigingen, nieuwste, wie: naam, op: await vandaag() }, klanten);
  if (uit.problemen.length) {
    await toon();
    meld("Dit klopt nog niet. Kijk hierboven wat er anders moet.");
    return null;
  }
  if (uit.botsingen.length) {
    vraagBotsingen(uit.botsingen, wijzigingen, namen);
    return null;
  }
  if (!uit.commits) {
    await opslag.vergeetAlles();
    meld("Alles wat je veranderde staat al zo in het handboek. Er is niets meer om in te dienen.", "bericht");
    return null;
  }
  return uit;
}

async function dienIn() {
  const eigen = /** @type {import("./smederij/index.js").Smederij} */ (server);
  meld("Je voorstel gaat nu weg …", "bericht");
  const wijzigingen = await opslag.alle();
  const { bestanden } = await roep("raakt", { wijzigingen }, []);
  const basis = await eigen.stand();
  const uit = await gemaakt(await eigen.lees(basis, bestanden));
  if (!uit) return;
  const tak = `voorstel/${opslag.wie() || "collega"}-${wijzigingen[0]?.id.slice(0, 8)}`;
  const { adres } = await eigen.indienen({ tak, titel: uit.titel, tekst: uit.tekst, basis, commits: uit.commits });
  for (const een of wijzigingen) await opslag.vergeet(een.id); // what was added meanwhile in another tab stays
  meld(maak("span", {}, "Ingediend. ", maak("a", { href: adres }, "Bekijk je voorstel"), ". Het staat op de site zodra iemand het goedkeurt."), "klaar");
}

async function alsBestand() {
  try {
    const uit = await gemaakt({});
    if (!uit) return;
    const adres = URL.createObjectURL(new Blob([uit.patch], { type: "text/plain" }));
    const link = maak("a", { href: adres, download: "voorstel.patch" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(adres), 10000);
    meld("Het bestand voorstel.patch staat bij je downloads. Mail het, en haal je wijzigingen hier weg als het is ingelezen.", "klaar");
  } catch (fout) {
    meld(zinVan(fout));
  }
}

/** Show both versions of what somebody else changed meanwhile, and let the person choose.
 * @param {any[]} botsingen @param {opslag.Wijziging[]} wijzigingen @param {[string, string][]} klanten */
function vraagBotsingen(botsingen, wijzigingen, klanten) {
  const delen = botsingen.map((een, nummer) => {
    const naam = `botsing-${nummer}`;
    const eigen = wijzigingen.find((ander) => ander.id === een.wijziging);
    const waar = eigen ? [naamVan(eigen.klant, klanten, [eigen]), eigen.titel, eigen.titels?.[een.veld]].filter(Boolean).join(", ") : "Een wijziging";
    const rij = maak(
      "fieldset",
      { className: "voorstel__botsing" },
      maak("legend", {}, `${waar}: ${een.tekst}`),
      maak("label", {}, maak("input", { type: "radio", name: naam, value: "nu", required: true }), ` Houd wat er nu staat: ${inWoorden(een.nu)}`),
      maak("label", {}, maak("input", { type: "radio", name: naam, value: "wil" }), ` Neem wat ik schreef: ${inWoorden(een.wil)}`),
    );
    return { een, rij, naam };
  });
  const vorm = maak(
    "form",
    {
      bij: {
        submit: async (/** @type {Event} */ gebeurtenis) => {
          gebeurtenis.preventDefault();
          gezegd.replaceChildren();
          for (const { een, rij } of delen) {
            const gekozen = /** @type {HTMLInputElement} */ (rij.querySelector("input:checked")).value;
            const eigen = wijzigingen.find((ander) => ander.id === een.wijziging);
            if (eigen) await kies(eigen, een, gekozen === "wil");
          }
          await toon();
          await (server ? begin_() : alsBestand());
        },
      },
    },
    maak("p", {}, "Intussen veranderde iemand anders hetzelfde. Kies wat er moet staan."),
    ...delen.map(({ rij }) => rij),
    maak("button", { type: "submit", className: "bewerken__knop bewerken__knop--hoofd" }, "Ga verder"),
  );
  meld(vorm, "botst");
}

/** @param {opslag.Wijziging} eigen @param {any} botsing @param {boolean} wil */
async function kies(eigen, botsing, wil) {
  if (!botsing.veld) {
    if (wil) await opslag.bewaar({ ...eigen, was: botsing.nu });
    else await opslag.vergeet(eigen.id);
    return;
  }
  const { [botsing.veld]: _weg, ...rest } = eigen.velden;
  if (wil) await opslag.bewaar({ ...eigen, was: { ...eigen.was, [botsing.veld]: botsing.nu } });
  else if (Object.keys(rest).length) await opslag.bewaar({ ...eigen, velden: rest });
  else await opslag.vergeet(eigen.id);
}
