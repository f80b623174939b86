// What the search box finds: `maakZoeker(index)` reads what macros/site/zoeken.py wrote; `.zoek(vraag)` gives places, best
// first. No page, no network: tests ask it in Node.
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
 *   klanten: [string, string, string, string, string, string[]][] }} Index
 * @typedef {{ plek: string, titel: string, onder: string, tekst: string, gewicht: number, lengte: number,
 *   klant?: { canvas: string } }} Plek
 */

/** How the lists of the index are read; zoeken.py says which form it wrote. */
const VORM = 1;
const HOOGSTENS = 20;
const PER_PAGINA = 3;
const KLANTEN = 5;
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

/** @param {string} tekst as somebody types it who skips capitals and accents */
export function kaal(tekst) {
  return tekst.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** @param {string} tekst @returns {string[]} */
export function woorden(tekst) {
  return kaal(tekst).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** @param {string} woord without the end of a plural or a verb: termijnen → termijn, canvassen → canvas, lessen → les */
export function stam(woord) {
  const kort = woord.length > 4 ? woord.replace(/(?:en|e|s)$/, "") : woord;
  const enkel = kort.length < woord.length ? kort.replace(/([bcdfgklmnprst])\1$/, "$1") : kort;
  return enkel.replace(/v$/, "f").replace(/z$/, "s");
}

/** @param {string} a @param {string} b whether one slip makes the one of the other: a letter more, less, other, or two swapped */
export function eenVerschil(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let begin = 0;
  while (begin < a.length && a[begin] === b[begin]) begin += 1;
  let [i, j] = [a.length, b.length];
  while (i > begin && j > begin && a[i - 1] === b[j - 1]) [i, j] = [i - 1, j - 1];
  const [meer, minder] = [a.slice(begin, i), b.slice(begin, j)];
  return meer.length + minder.length <= 2 && meer.length <= 1 && minder.length <= 1
    || (meer.length === 2 && minder.length === 2 && meer[0] === minder[1] && meer[1] === minder[0]);
}

/** @param {string} gevraagd @param {string} gevraagdeStam @param {string} woord @returns {number} 0 is: something else */
function gelijkenis(gevraagd, gevraagdeStam, woord) {
  if (woord === gevraagd) return 1;
  if (stam(woord) === gevraagdeStam) return 0.9;
  if (gevraagd.length > 1 && woord.startsWith(gevraagd)) return 0.45 + (0.4 * gevraagd.length) / woord.length;
  if (gevraagdeStam.length > 3 && woord.startsWith(gevraagdeStam)) return 0.5;
  return gevraagdeStam.length > 3 && woord.includes(gevraagdeStam) ? 0.35 : 0;
}

/** @param {string} woord what sounds the same, written in one way: who writes "termein" hears "termijn" */
function klank(woord) {
  return woord.replace(/ei/g, "ij").replace(/ou/g, "au");
}

/** @param {string} vraag @param {string} ander the same when the question was mistyped, its last letters may be missing */
function bijna(vraag, ander) {
  if (vraag.length < 5 || ander.length < 4) return 0;
  const [gevraagd, woord] = [klank(vraag), klank(ander)];
  if (eenVerschil(gevraagd, woord)) return 0.6;
  if (ander.length > 4 && (vraag.startsWith(ander) || vraag.endsWith(ander))) return 0.4; // klachtafhandeling: klacht
  return [-1, 0, 1].some((meer) => woord.length > gevraagd.length + meer && eenVerschil(gevraagd, woord.slice(0, gevraagd.length + meer))) ? 0.4 : 0;
}

/** @param {string} vraag @returns {string[]} the words that matter: the small ones only when there is nothing else */
function kern(vraag) {
  const alle = [...new Set(woorden(vraag))];
  const over = alle.filter((woord) => !STOPWOORDEN.has(woord));
  return over.length > 0 ? over : alle;
}

/** @param {Index} index @throws {RangeError} when a page that was open already meets an index of another form */
export function maakZoeker(index) {
  if (index.vorm !== VORM) throw new RangeError(`the index has form ${index.vorm}, this page reads ${VORM}`);
  /** @type {Plek[]} */
  const plekken = [];
  /** @type {Map<string, Map<number, number>>} word → number of a place → the weight of the field in which it stands */
  const bij = new Map();

  /** @param {number} nummer @param {string} tekst @param {number} gewicht */
  function leg(nummer, tekst, gewicht) {
    for (const woord of woorden(tekst)) {
      let plaatsen = bij.get(woord);
      if (!plaatsen) bij.set(woord, (plaatsen = new Map()));
      if ((plaatsen.get(nummer) ?? 0) < gewicht) plaatsen.set(nummer, gewicht);
    }
  }

  /** @param {Omit<Plek, "lengte">} plek @param {string} meer other words */
  function erbij(plek, meer = "") {
    const nummer = plekken.push({ ...plek, lengte: Math.max(1, woorden(plek.titel).length) }) - 1;
    leg(nummer, plek.titel, TITEL);
    leg(nummer, meer, WOORDEN);
    leg(nummer, plek.onder, ONDER);
    leg(nummer, plek.tekst, TEKST);
  }

  let pagina = "";
  for (const [plek, titel, tekst = "", meer = "", gewicht = 1] of index.bladen) {
    const soort = index.soorten[plek.split("/")[0]] ?? "Overzicht";
    const deel = plek.includes("#");
    if (!deel) pagina = titel;
    const onder = deel ? `${soort} › ${pagina}` : soort;
    erbij({ plek, titel, onder, tekst, gewicht: deel ? gewicht : gewicht * 1.3 }, meer);
  }
  for (const [id, naam, onder, meer, canvas, mensen] of index.klanten) {
    const plek = `accounts/${id || woorden(naam).join("-")}/`;
    erbij({ plek, titel: naam, onder: onder ? `Klant · ${onder}` : "Klant", tekst: "", gewicht: 1.2, klant: { canvas } }, meer);
    for (let nummer = 0; nummer < mensen.length; nummer += 2) {
      const [persoon, functie] = mensen.slice(nummer, nummer + 2);
      erbij({ plek: `${plek}#mensen`, titel: persoon || functie, onder: persoon ? `${functie} · ${naam}` : naam, tekst: "", gewicht: persoon ? 0.9 : 0.5 });
    }
  }
  const vast = [...index.antwoorden.map((een) => ({ een, meer: ANTWOORD })), ...index.begrippen.map((een) => ({ een, meer: BEGRIP }))]
    .map(({ een: [vraag, nummer], meer }) => ({ woorden: kern(vraag), nummer, meer }));

  /** @param {string} vraag @returns {Map<string, number>} word of the index → how much it is the word of the question */
  function verwant(vraag) {
    const zoekstam = stam(vraag);
    const gevonden = new Map();
    let zeker = false;
    for (const woord of bij.keys()) {
      const hoe = gelijkenis(vraag, zoekstam, woord);
      if (hoe > 0) gevonden.set(woord, hoe);
      zeker ||= hoe > 0;
    }
    if (!zeker) for (const woord of bij.keys()) if (bijna(vraag, woord)) gevonden.set(woord, bijna(vraag, woord));
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

  /** @param {string} vraag @returns {Gevonden[]} */
  function zoek(vraag) {
    const gevraagd = kern(vraag);
    if (gevraagd.length === 0) return [];
    const perWoord = gevraagd.map(verwant);
    /** @type {Map<number, { punten: number, raak: number, inTitel: number, gezocht: Set<string>, over: string[] }>} */
    const gevonden = new Map();
    perWoord.forEach((treffers, volgnummer) => {
      /** @type {Map<number, [number, string]>} */
      const beste = new Map();
      let aantal = 0;
      for (const [woord, hoe] of treffers) {
        for (const [nummer, veld] of bij.get(woord) ?? []) {
          const punten = veld * hoe;
          if (!beste.has(nummer)) aantal += 1;
          if (punten > (beste.get(nummer)?.[0] ?? 0)) beste.set(nummer, [punten, woord]);
        }
      }
      const zeldzaam = Math.log(1 + plekken.length / (aantal || 1));
      for (const [nummer, [punten, woord]] of beste) {
        let een = gevonden.get(nummer);
        if (!een) gevonden.set(nummer, (een = { punten: 0, raak: 0, inTitel: 0, gezocht: new Set(), over: [...gevraagd] }));
        een.punten += punten * zeldzaam;
        een.raak += 1;
        if ((bij.get(woord)?.get(nummer) ?? 0) === TITEL) een.inTitel += 1;
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
