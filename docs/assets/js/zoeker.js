// What the search box finds: `maakZoeker(index, lees)` reads what macros/site/zoeken.py wrote; `.zoek(vraag)` gives places,
// best first. No page, no network: tests ask it in Node. With very many clients they stand beside the index, in blocks
// (zoekblokken.py); `lees(naam)` fetches such a file, and only the blocks that promise most for a question are asked for.
//
// A word of the question counts for a word of a place when it is that word, its plural, its beginning, a part of it from
// four letters on, or, when there is no such word at all, one slip away from it (five letters and more) or a part of what was
// asked. A title counts most, then other words for the place, then its text; a rare word more than a common one. Before all
// that comes the page that antwoorden.yml gives for just this question, then the paragraph that explains just this word.

/**
 * @typedef {{ plek: string, titel: string, onder: string, tekst: string, gezocht: string[] }} Gevonden
 *   `gezocht`: the words of this place that the question meant, without accents and in small letters.
 * @typedef {{ vorm: number, soorten: Record<string, string>, bladen: [string, string, string?, string?, number?][],
 *   antwoorden: [string, number][], begrippen: [string, number][], klantbladen: [string, string, string][],
 *   klanten: Klant[], blokken: string[], letters: Record<string, string> }} Index
 * @typedef {[string, string, string, string, string, string[]]} Klant
 * @typedef {Record<string, [number[], number[]]>} Woorden word → the blocks in whose names it stands, and others where it stands
 * @typedef {{ plek: string, titel: string, onder: string, tekst: string, gewicht: number, lengte: number,
 *   klant?: { canvas: string } }} Plek
 * @typedef {{ bij: Map<string, Map<number, number>>, aantal: number }} Deel
 *   `bij`: word → number of a place → the weight of the field in which it stands; `aantal`: so many places.
 */

/** How the lists of the index are read; zoeken.py says which form it wrote. */
const VORM = 2;
const HOOGSTENS = 20;
const PER_PAGINA = 3;
const KLANTEN = 5;
/** So many blocks hold more clients than anybody reads, and few bytes. */
const BLOKKEN = 8;
/** So much less than the best that was found by its words is no answer. */
const RUIS = 25;
const ANTWOORD = 1e6;
const BEGRIP = 1e5;
const TITEL = 10;
const WOORDEN = 7;
const ONDER = 2;
const TEKST = 1;
const STOPWOORDEN = new Set(
  "aan als at bij dan dat de deze die dit door een en er for had heb hebben heeft het hij hoe iets ik in is je kan kun me met mij mijn moet na naar niet nog of om on onze ons op over per te the to tot u uit van voor waar waarom wanneer wat we welke wie wij wil worden wordt ze zijn zo".split(" "),
);

const ZONDER_ACCENTEN = /^[\x20-\x7e]*$/;
/** @param {string} tekst as somebody types it who skips capitals and accents */
export function kaal(tekst) {
  return (ZONDER_ACCENTEN.test(tekst) ? tekst : tekst.normalize("NFD").replace(/\p{M}/gu, "")).toLowerCase();
}

/** @param {string} tekst @returns {string[]} */
export function woorden(tekst) {
  return kaal(tekst).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** @param {(woord: string) => string} maak the same, remembered: each question asks it of every word of the index */
function onthouden(maak) {
  /** @type {Map<string, string>} */
  const gemaakt = new Map();
  return (/** @type {string} */ woord) => {
    let uit = gemaakt.get(woord);
    if (uit === undefined) gemaakt.set(woord, (uit = maak(woord)));
    return uit;
  };
}

/** A word without the end of a plural or a verb: termijnen → termijn, canvassen → canvas, lessen → les. */
const stam = onthouden((woord) => {
  const kort = woord.length > 4 ? woord.replace(/(?:en|e|s)$/, "") : woord;
  const enkel = kort.length < woord.length ? kort.replace(/([bcdfgklmnprst])\1$/, "$1") : kort;
  return enkel.replace(/v$/, "f").replace(/z$/, "s");
});

/** @param {string} gevraagd @param {string} gevraagdeStam @param {string} woord @returns {number} 0 is: something else */
function gelijkenis(gevraagd, gevraagdeStam, woord) {
  if (woord === gevraagd) return 1;
  if (stam(woord) === gevraagdeStam) return 0.9;
  if (gevraagd.length > 1 && woord.startsWith(gevraagd)) return 0.45 + (0.4 * gevraagd.length) / woord.length;
  if (gevraagdeStam.length > 3 && woord.startsWith(gevraagdeStam)) return 0.5;
  return gevraagdeStam.length > 3 && woord.includes(gevraagdeStam) ? 0.35 : 0;
}

/** What sounds the same, written in one way: who writes "termein" hears "termijn". */
const klank = onthouden((woord) => woord.replace(/ei/g, "ij").replace(/ou/g, "au"));

/** One slip, where two words part: letters of the one and of the other to pass by. */
const SLIPS = [[1, 1], [1, 0], [0, 1]];
/** @param {string} vraag @param {string} woord how much the one is the other with a letter more, less, other, or two swapped:
 *   0.6 as a whole, 0.4 when the last letters of the word are missing, 0 when it is not */
function opEenNa(vraag, woord) {
  let deel = 0;
  while (deel < vraag.length && vraag[deel] === woord[deel]) deel += 1;
  const slips = vraag[deel] === woord[deel + 1] && vraag[deel + 1] === woord[deel] ? [...SLIPS, [2, 2]] : SLIPS;
  let hoe = 0;
  for (const [meer, ander] of slips) {
    const rest = vraag.slice(deel + meer);
    if (woord.startsWith(rest, deel + ander)) hoe = Math.max(hoe, woord.length <= deel + ander + rest.length ? 0.6 : 0.4);
  }
  return hoe;
}

/** @param {string} vraag @param {string} ander the same when the question was mistyped, its last letters may be missing */
function bijna(vraag, ander) {
  if (vraag.length < 5 || ander.length < 4) return 0;
  const hoe = opEenNa(klank(vraag), klank(ander));
  return hoe === 0 && ander.length > 4 && (vraag.startsWith(ander) || vraag.endsWith(ander)) ? 0.4 : hoe; // klachtafhandeling: klacht
}

/** @param {string} vraag @returns {string[]} the words that matter: the small ones only when there is nothing else */
function kern(vraag) {
  const alle = [...new Set(woorden(vraag))];
  const over = alle.filter((woord) => !STOPWOORDEN.has(woord));
  return over.length > 0 ? over : alle;
}

/** @param {Index} index @param {(naam: string) => Promise<any>} lees gives what stands in a file beside the index
 * @throws {RangeError} when a page that was open already meets an index of another form */
export function maakZoeker(index, lees) {
  if (index.vorm !== VORM) throw new RangeError(`the index has form ${index.vorm}, this page reads ${VORM}`);
  /** @type {Plek[]} */
  const plekken = [];

  /** @param {Deel} deel @param {number} nummer @param {string} tekst @param {number} gewicht */
  function leg({ bij }, nummer, tekst, gewicht) {
    for (const woord of woorden(tekst)) {
      let plaatsen = bij.get(woord);
      if (!plaatsen) bij.set(woord, (plaatsen = new Map()));
      if ((plaatsen.get(nummer) ?? 0) < gewicht) plaatsen.set(nummer, gewicht);
    }
  }

  /** @param {Deel} deel @param {Omit<Plek, "lengte">} plek @param {string} meer other words */
  function erbij(deel, plek, meer = "") {
    const nummer = plekken.push({ ...plek, lengte: Math.max(1, woorden(plek.titel).length) }) - 1;
    deel.aantal += 1;
    leg(deel, nummer, plek.titel, TITEL);
    leg(deel, nummer, meer, WOORDEN);
    leg(deel, nummer, plek.onder, ONDER);
    leg(deel, nummer, plek.tekst, TEKST);
  }

  /** @param {Deel} deel @param {Klant[]} klanten */
  function klantenErbij(deel, klanten) {
    for (const [id, naam, onder, meer, canvas, mensen] of klanten) {
      const plek = `accounts/${id || woorden(naam).join("-")}/`;
      erbij(deel, { plek, titel: naam, onder: onder ? `Klant · ${onder}` : "Klant", tekst: "", gewicht: 1.2, klant: { canvas } }, meer);
      for (let nummer = 0; nummer < mensen.length; nummer += 2) {
        const [persoon, functie] = mensen.slice(nummer, nummer + 2);
        erbij(deel, { plek: `${plek}#mensen`, titel: persoon || functie, onder: persoon ? `${functie} · ${naam}` : naam, tekst: "", gewicht: persoon ? 0.9 : 0.5 });
      }
    }
    return deel;
  }

  /** @type {Deel} the handbook, and the clients that stand in the index itself */
  const vooraf = { bij: new Map(), aantal: 0 };
  let pagina = "";
  for (const [plek, titel, tekst = "", meer = "", gewicht = 1] of index.bladen) {
    const soort = index.soorten[plek.split("/")[0]] ?? "Overzicht";
    const deel = plek.includes("#");
    if (!deel) pagina = titel;
    const onder = deel ? `${soort} › ${pagina}` : soort;
    erbij(vooraf, { plek, titel, onder, tekst, gewicht: deel ? gewicht : gewicht * 1.3 }, meer);
  }
  klantenErbij(vooraf, index.klanten);
  const vast = [...index.antwoorden.map((een) => ({ een, meer: ANTWOORD })), ...index.begrippen.map((een) => ({ een, meer: BEGRIP }))]
    .map(({ een: [vraag, nummer], meer }) => ({ woorden: kern(vraag), nummer, meer }));

  /** @type {Map<string, Promise<any>>} by name: what was fetched, and what is made of it */
  const gehaald = new Map();
  /** @param {string} naam @param {(inhoud: any) => any} maak */
  function eenmaal(naam, maak = (inhoud) => inhoud) {
    let belofte = gehaald.get(naam);
    if (!belofte) {
      gehaald.set(naam, (belofte = lees(naam).then(maak)));
      belofte.catch(() => gehaald.delete(naam)); // a next question may find the network again
    }
    return belofte;
  }

  /** @param {string[]} gevraagd @returns {Promise<Deel[]>} the blocks that promise most, the same ones for the same question */
  async function klantblokken(gevraagd) {
    /** @type {Woorden[]} */
    const bekend = await Promise.all(gevraagd.map(([letter]) => (index.letters[letter] ? eenmaal(`woorden-${index.letters[letter]}.json`) : {})));
    /** @type {Map<number, number>} */
    const punten = new Map();
    gevraagd.forEach((vraag, volgnummer) => {
      /** @type {Map<number, number>} */
      const hier = new Map();
      for (const [woord, hoe] of verwant(vraag, Object.keys(bekend[volgnummer]))) {
        const [inNaam, elders] = bekend[volgnummer][woord];
        for (const nummer of inNaam) hier.set(nummer, Math.max(hier.get(nummer) ?? 0, hoe * TITEL));
        for (const nummer of elders) hier.set(nummer, Math.max(hier.get(nummer) ?? 0, hoe * WOORDEN));
      }
      const zeldzaam = Math.log(1 + index.blokken.length / (hier.size || 1));
      for (const [nummer, hoe] of hier) punten.set(nummer, (punten.get(nummer) ?? 0) + hoe * zeldzaam);
    });
    const beste = [...punten].sort(([a, hoe], [b, ander]) => ander - hoe || a - b).slice(0, BLOKKEN);
    return Promise.all(beste.map(([nummer]) => eenmaal(`klanten-${index.blokken[nummer]}.json`, (klanten) => klantenErbij({ bij: new Map(), aantal: 0 }, klanten))));
  }

  /** @param {string} vraag @param {Iterable<string>} bekend words of the index
   * @returns {Map<string, number>} word of the index → how much it is the word of the question */
  function verwant(vraag, bekend) {
    const zoekstam = stam(vraag);
    const gevonden = new Map();
    for (const woord of bekend) {
      const hoe = gelijkenis(vraag, zoekstam, woord);
      if (hoe > 0) gevonden.set(woord, hoe);
    }
    if (gevonden.size > 0) return gevonden;
    for (const woord of bekend) {
      const hoe = bijna(vraag, woord);
      if (hoe > 0) gevonden.set(woord, hoe);
    }
    return gevonden;
  }

  /** @param {string[]} gevraagd @param {Map<number, number>} punten adds what is fixed for these words */
  function vasteAntwoorden(gevraagd, punten) {
    for (const antwoord of vast) {
      if (antwoord.woorden.length !== gevraagd.length) continue;
      let hoe = 1;
      for (const vraag of gevraagd) {
        const zoekstam = stam(vraag);
        hoe *= Math.max(...antwoord.woorden.map((woord) => {
          const zelfde = gelijkenis(vraag, zoekstam, woord);
          // Who is still typing has the beginning of a word; a part from its middle is another word.
          return zelfde >= 0.9 ? zelfde : vraag.length > 3 && woord.startsWith(vraag) ? zelfde / 10 : bijna(vraag, woord) >= 0.6 ? 0.6 : 0;
        }));
      }
      if (hoe > 0) punten.set(antwoord.nummer, Math.max(punten.get(antwoord.nummer) ?? 0, antwoord.meer * hoe));
    }
  }

  /** @param {string} vraag @returns {Promise<Gevonden[]>} */
  async function zoek(vraag) {
    const gevraagd = kern(vraag);
    if (gevraagd.length === 0) return [];
    const delen = [vooraf, ...(await klantblokken(gevraagd))];
    const hoeveel = delen.reduce((som, { aantal }) => som + aantal, 0);
    const alle = new Set(delen.flatMap(({ bij }) => [...bij.keys()]));
    const perWoord = gevraagd.map((woord) => verwant(woord, alle));
    /** @type {Map<number, { punten: number, raak: number, inTitel: number, gezocht: Set<string>, over: string[] }>} */
    const gevonden = new Map();
    perWoord.forEach((treffers, volgnummer) => {
      /** @type {Map<number, [number, string, number]>} */
      const beste = new Map();
      for (const [woord, hoe] of treffers) {
        for (const { bij } of delen) {
          for (const [nummer, veld] of bij.get(woord) ?? []) {
            const punten = veld * hoe;
            if (punten > (beste.get(nummer)?.[0] ?? 0)) beste.set(nummer, [punten, woord, veld]);
          }
        }
      }
      const zeldzaam = Math.log(1 + hoeveel / (beste.size || 1));
      for (const [nummer, [punten, woord, veld]] of beste) {
        let een = gevonden.get(nummer);
        if (!een) gevonden.set(nummer, (een = { punten: 0, raak: 0, inTitel: 0, gezocht: new Set(), over: [...gevraagd] }));
        een.punten += punten * zeldzaam;
        een.raak += 1;
        if (veld === TITEL) een.inTitel += 1;
        een.gezocht.add(woord);
        een.over = een.over.filter((ander) => ander !== gevraagd[volgnummer]);
      }
    });

    /** @type {Map<number, number>} */
    const vastePunten = new Map();
    vasteAntwoorden(gevraagd, vastePunten);
    const lijst = [...gevonden].map(([nummer, een]) => {
      const plek = plekken[nummer];
      const deel = een.raak / gevraagd.length;
      const punten = een.punten * deel * deel * (1 + (0.6 * een.inTitel) / plek.lengte) * plek.gewicht;
      return { plek, punten: punten + (vastePunten.get(nummer) ?? 0), gezocht: [...een.gezocht], over: een.over, raak: een.inTitel };
    });
    for (const [nummer, punten] of vastePunten) {
      if (!gevonden.has(nummer)) lijst.push({ plek: plekken[nummer], punten, gezocht: [], over: [], raak: 0 });
    }
    lijst.sort((a, b) => b.punten - a.punten || a.plek.titel.localeCompare(b.plek.titel, "nl"));
    const klanten = lijst.filter(({ plek, raak }) => plek.klant && raak > 0);
    const klantbladen = klanten.filter(({ over }) => over.length > 0).slice(0, KLANTEN)
      .flatMap(({ plek, punten, gezocht, over }) => bladenVan(plek, over, gezocht, punten));
    const eerste = lijst[0];
    if (eerste && eerste === klanten[0] && eerste.over.length === 0) klantbladen.push(...bladenVan(eerste.plek, [], eerste.gezocht, eerste.punten).slice(0, PER_PAGINA));
    return beste([...lijst, ...klantbladen]);
  }

  /** Above the client itself when something else was asked of it, below it when not.
   * @param {Plek} klant @param {string[]} over the words that its name does not answer @param {string[]} gezocht @param {number} punten */
  function bladenVan(klant, over, gezocht, punten) {
    return index.klantbladen.flatMap(([pad, titel, meer], volgnummer) => {
      const hoe = over.map((vraag) => Math.max(...woorden(`${titel} ${meer}`).map((woord) => gelijkenis(vraag, stam(vraag), woord) || bijna(vraag, woord))));
      if (hoe.some((een) => een < 0.4)) return [];
      const plek = klant.plek + pad.replace("{canvas}", klant.klant?.canvas || "nieuw");
      const som = hoe.reduce((een, ander) => een + ander, 0);
      return [{ plek: { ...klant, plek, titel: `${titel}: ${klant.titel}` }, punten: som > 0 ? punten * (10 + som) - volgnummer : punten * 0.99 - volgnummer / 100, gezocht, over: [], raak: 0 }];
    });
  }

  /** @param {{ plek: Plek, punten: number, gezocht: string[] }[]} lijst @returns {Gevonden[]} a page fills no list by itself */
  function beste(lijst) {
    /** @type {Map<string, number>} */
    const aantallen = new Map();
    const gehad = new Set();
    /** @type {Gevonden[]} */
    const uit = [];
    const genoeg = Math.max(0, ...lijst.map(({ punten }) => punten).filter((punten) => punten < BEGRIP / 100)) / RUIS;
    for (const { plek, gezocht, punten } of lijst.sort((a, b) => b.punten - a.punten)) {
      if (punten < genoeg) break;
      const blad = plek.plek.split("#")[0];
      const aantal = aantallen.get(blad) ?? 0;
      const sleutel = `${plek.plek} ${plek.titel}`;
      if (aantal >= PER_PAGINA || gehad.has(sleutel)) continue;
      aantallen.set(blad, aantal + 1);
      gehad.add(sleutel);
      uit.push({ plek: plek.plek, titel: plek.titel, onder: plek.onder, tekst: plek.tekst, gezocht });
      if (uit.length === HOOGSTENS) break;
    }
    return uit;
  }

  return { zoek };
}
