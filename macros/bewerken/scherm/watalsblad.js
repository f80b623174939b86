// The page /wat-als/: choose what may happen at which client, and see what moves. Steps pile up, and each can be taken
// away; the address carries them, so that a link is a scenario. Nothing is kept and nothing leaves this machine.

import { knop, maak } from "./bouwen.js";
import { bijElkeStap, roep, stapNu, watalsGegeven } from "./gegevens.js";

/** @typedef {{soort: string, klant: string, contract: string, dag: string, bedrag: string}} Stap */
/** @typedef {Awaited<ReturnType<typeof watalsGegeven>>} Gegeven */

const LEEG = { soort: "", klant: "", contract: "", dag: "", bedrag: "" };
const VELDEN = /** @type {(keyof Stap)[]} */ (["soort", "klant", "contract", "dag", "bedrag"]);
/** @type {Record<string, {titel: string, dag?: string, hulp?: string, nodig?: boolean}>} */
const SOORTEN = {
  verlies: { titel: "De klant zegt op", dag: "Laatste dag", hulp: "Laat je dit leeg, dan is dat zo vroeg als het contract toelaat." },
  uitstel: { titel: "Het besluit wacht", dag: "Wacht tot", nodig: true },
  optie: { titel: "De optie wordt gelicht" },
  verlengd: { titel: "Het contract wordt verlengd", dag: "Nieuwe einddatum", nodig: true },
};
const MISLUKT = "Dat lukt nu niet. Kijk of je verbinding hebt, en probeer het opnieuw.";

/** The steps in an address. @param {string} zoek @returns {Stap[]} */
function uitAdres(zoek) {
  return new URLSearchParams(zoek).getAll("stap").map((tekst) => {
    const delen = tekst.split("~");
    return /** @type {Stap} */ (Object.fromEntries(VELDEN.map((naam, plek) => [naam, delen[plek] ?? ""])));
  });
}

/** @param {Stap[]} stappen */
function naarAdres(stappen) {
  const zoek = new URLSearchParams(stappen.map((stap) => ["stap", VELDEN.map((naam) => stap[naam]).join("~").replace(/~+$/, "")]));
  history.replaceState(null, "", stappen.length ? `?${zoek.toString().replaceAll("%7E", "~")}` : location.pathname);
}

/** The figures of now have a place of their own until a scenario shows them too. @param {boolean} wel */
const toonNu = (wel) => document.getElementById("wat-als-nu")?.toggleAttribute("hidden", !wel);

/** Fill the page. @param {HTMLElement} blad */
export async function watalsblad(blad) {
  const gegeven = await watalsGegeven();
  /** @type {Stap[]} */
  let stappen = [];
  let ronde = 0;
  const zegt = maak("p", { className: "wat-als__zegt", role: "status" });
  const fout = maak("p", { className: "bewerken__fout", id: "wat-als-fout", role: "alert" });
  const lijst = maak("div", { className: "wat-als__stappen" });
  const uitkomst = maak("section", { className: "wat-als__uitkomst", "aria-label": "Wat er schuift", hidden: true });
  const vorm = formulier(gegeven, fout, (stap) => reken([...stappen, stap], true));
  blad.classList.remove("aanpassen-regel");
  blad.replaceChildren(vorm.element, lijst, zegt, uitkomst);
  bijElkeStap(wacht);

  function wacht() {
    if (stapNu() === "mislukt") zegt.textContent = "Rekenen lukt in deze browser niet. Met een opdracht kan het wel: handboek wat-als.";
    else if (stapNu() !== "klaar" && ronde) zegt.textContent = "Het rekenwerk start. De eerste keer duurt dat een paar seconden.";
  }

  /** Play these steps; one that cannot be is left out, and is told about. @param {Stap[]} nieuw @param {boolean} [uitVorm] */
  async function reken(nieuw, uitVorm = false) {
    const eigen = ++ronde;
    fout.textContent = "";
    if (!nieuw.length) {
      toonStappen([], []);
      uitkomst.hidden = true;
      toonNu(true);
      zegt.textContent = "Er staat niets meer in je scenario.";
      return;
    }
    zegt.textContent = "Even rekenen …";
    wacht();
    const vraag = { stappen: nieuw, euros: gegeven.euros, momenten: gegeven.momenten };
    let uit;
    try {
      uit = await roep("wat_als", vraag, [...new Set(nieuw.map((stap) => stap.klant))]);
    } catch {
      if (eigen === ronde && stapNu() !== "mislukt") zegt.textContent = MISLUKT;
      return;
    }
    if (eigen !== ronde) return;
    if (uit.fout) {
      const over = nieuw.filter((_, nummer) => nummer !== uit.stap);
      if (!uitVorm && over.length) await reken(over);
      if (!stappen.length) zegt.textContent = "";
      else if (uitVorm) zegt.textContent = "Je scenario is gebleven zoals het was.";
      fout.textContent = `${uit.fout.charAt(0).toUpperCase()}${uit.fout.slice(1)}.`.replace(/\.\.$/, ".");
      return;
    }
    toonStappen(nieuw, uit.titels);
    uitkomst.replaceChildren(...new DOMParser().parseFromString(uit.html, "text/html").body.childNodes);
    uitkomst.hidden = false;
    toonNu(false);
    zegt.textContent = uit.zin;
  }

  /** @param {Stap[]} nieuw @param {string[]} titels */
  function toonStappen(nieuw, titels) {
    stappen = nieuw;
    naarAdres(stappen);
    vorm.erbij(stappen.length > 0);
    if (!stappen.length) {
      lijst.replaceChildren();
      vorm.element.querySelector("select")?.focus(); // the button that was pressed is gone
      return;
    }
    const regels = titels.map((titel, plek) =>
      maak(
        "li",
        {},
        maak("span", {}, `${titel.charAt(0).toUpperCase()}${titel.slice(1)}`),
        maak("button", { type: "button", className: "bewerken__knop bewerken__knop--klein", "aria-label": `Haal weg: ${titel}`, bij: { click: () => haalWeg(plek) } }, "Haal weg"),
      ),
    );
    lijst.replaceChildren(
      maak("h2", { id: "wat-als-scenario", tabIndex: -1 }, "Je scenario"),
      maak("ul", { className: "kaal" }, ...regels),
      maak("p", { className: "zacht" }, "Het adres van deze pagina draagt dit scenario: stuur het door of bewaar het. "),
      maak("p", {}, knop("Begin opnieuw", () => reken([]), "klein")),
    );
  }

  /** @param {number} plek */
  async function haalWeg(plek) {
    await reken(stappen.filter((_, nummer) => nummer !== plek));
    document.getElementById("wat-als-scenario")?.focus();
  }

  const gevraagd = uitAdres(location.search);
  if (gevraagd.length) {
    vorm.kies(gevraagd[0] ?? LEEG);
    await reken(gevraagd);
  } else vorm.element.querySelector("select")?.focus();
}

/** The form: a client, what happens there, and what belongs to that.
 * @param {Gegeven} gegeven @param {HTMLElement} fout @param {(stap: Stap) => void} doe */
function formulier(gegeven, fout, doe) {
  const klant = lijstje("wat-als-klant");
  const soort = lijstje("wat-als-soort");
  const contract = lijstje("wat-als-contract");
  const dag = invoerveld({ id: "wat-als-dag", type: "date", className: "bewerken__kort" });
  const bedrag = invoerveld({ id: "wat-als-bedrag", type: "text", inputMode: "numeric", autocomplete: "off", className: "bewerken__kort" });
  const dagveld = veld("Dag", dag, "wat-als-dag-hulp");
  const bedragveld = veld("Nieuwe jaarwaarde", bedrag, "wat-als-bedrag-hulp", "Een heel getal, zoals 180000. Laat leeg als de prijs blijft.");
  const contractveld = veld("Welk contract?", contract);
  const verder = maak("button", { type: "submit", className: "bewerken__knop bewerken__knop--hoofd" }, "Reken uit");

  klant.append(...Object.entries(gegeven.klanten).map(([id, een]) => maak("option", { value: id }, een.naam)));

  const vanKlant = () => gegeven.klanten[klant.value]?.contracten ?? [];

  function naKlant() {
    const kan = new Set(vanKlant().flatMap(([, , soorten]) => soorten));
    const oud = soort.value;
    soort.replaceChildren(...Object.entries(SOORTEN).filter(([naam]) => kan.has(naam)).map(([naam, { titel }]) => maak("option", { value: naam }, titel)));
    if (kan.has(oud)) soort.value = oud;
    naSoort();
  }

  function naSoort() {
    const hoe = SOORTEN[soort.value] ?? { titel: "" };
    const past = vanKlant().filter(([, , soorten]) => soorten.includes(soort.value));
    const alles = soort.value === "verlies" && past.length > 1 ? [maak("option", { value: "" }, "Alle contracten")] : [];
    contract.replaceChildren(...alles, ...past.map(([id, titel]) => maak("option", { value: id }, titel)));
    dagveld.hidden = !hoe.dag;
    dag.required = Boolean(hoe.nodig);
    zetWoorden(dagveld, hoe.dag ?? "", hoe.hulp ?? "");
    bedragveld.hidden = soort.value !== "verlengd";
  }

  klant.addEventListener("change", naKlant);
  soort.addEventListener("change", naSoort);
  naKlant();
  const element = maak(
    "form",
    {
      className: "wat-als__vorm",
      bij: {
        submit: (/** @type {Event} */ gebeurtenis) => {
          gebeurtenis.preventDefault();
          const metDag = !dagveld.hidden;
          doe({ soort: soort.value, klant: klant.value, contract: contract.value, dag: metDag ? dag.value : "", bedrag: bedragveld.hidden ? "" : bedrag.value.trim() });
        },
      },
    },
    veld("Welke klant?", klant),
    veld("Wat gebeurt er?", soort),
    contractveld,
    dagveld,
    bedragveld,
    fout,
    maak("p", {}, verder),
  );
  return {
    element,
    /** @param {boolean} al */
    erbij: (al) => (verder.textContent = al ? "Doe dit erbij" : "Reken uit"),
    /** @param {Stap} stap */
    kies(stap) {
      if (!gegeven.klanten[stap.klant]) return;
      klant.value = stap.klant;
      naKlant();
      if ([...soort.options].some((keus) => keus.value === stap.soort)) soort.value = stap.soort;
      naSoort();
    },
  };
}

/** @param {string} id */
const lijstje = (id) => /** @type {HTMLSelectElement} */ (maak("select", { id, className: "bewerken__kies" }));

/** @param {Record<string, any>} eigen */
const invoerveld = (eigen) => /** @type {HTMLInputElement} */ (maak("input", eigen));

/** @param {string} titel @param {HTMLElement} invoer @param {string} [hulpId] @param {string} [hulp] */
function veld(titel, invoer, hulpId, hulp = "") {
  if (hulpId) invoer.setAttribute("aria-describedby", hulpId);
  return maak(
    "div",
    { className: "bewerken__veld" },
    maak("label", { className: "bewerken__titel", htmlFor: invoer.id }, titel),
    invoer,
    hulpId && maak("span", { id: hulpId, className: "bewerken__hulp" }, hulp),
  );
}

/** @param {HTMLElement} deel @param {string} titel @param {string} hulp */
function zetWoorden(deel, titel, hulp) {
  const [kop, bij] = [deel.querySelector("label"), deel.querySelector(".bewerken__hulp")];
  if (kop) kop.textContent = titel;
  if (bij) bij.textContent = hulp;
}
