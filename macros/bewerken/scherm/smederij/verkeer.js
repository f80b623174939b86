// @ts-check
import { SmederijFout } from './fout.js';

/** One question to a git server and its answer, or why there is none. */

/** Milliseconds that a person waits for one answer. */
export const GEDULD = 30_000;

/**
 * What a server may answer with instead of a success: a sentence for it, or nothing when the usual one fits.
 * @typedef {(status: number, tekst: string) => SmederijFout|null} Uitleg
 */

/** A server at one address. */
export class Verkeer {
  /**
   * @param {string} adres address of the API, without a slash at its end
   * @param {{koppen?: () => Record<string, string>, geduld?: number, uitleg?: Uitleg, verlopen?: () => void}} [meer]
   *   `koppen`: headers of every question; `verlopen`: called when the server no longer knows who asks
   */
  constructor(adres, { koppen = () => ({}), geduld = GEDULD, uitleg = () => null, verlopen = () => {} } = {}) {
    this.adres = adres;
    this._koppen = koppen;
    this._geduld = geduld;
    this._uitleg = uitleg;
    this._verlopen = verlopen;
  }

  /**
   * The JSON of an answer.
   * @param {string} pad
   * @param {{methode?: string, inhoud?: unknown}} [hoe] with `inhoud` it is a POST of JSON, unless `methode` says otherwise
   * @returns {Promise<any>}
   */
  async vraag(pad, hoe = {}) {
    const antwoord = await this._haal(pad, hoe);
    await this._keur(antwoord);
    return alsJson(antwoord);
  }

  /**
   * The JSON of an answer, or null when what was asked for does not exist.
   * @param {string} pad
   * @returns {Promise<any>}
   */
  async misschien(pad) {
    const antwoord = await this._haal(pad, {});
    if (antwoord.status === 404) return null;
    await this._keur(antwoord);
    return alsJson(antwoord);
  }

  /**
   * The bytes of an answer, or null when there is no such thing.
   * @param {string} pad
   * @param {Record<string, string>} koppen
   */
  async bytes(pad, koppen) {
    const antwoord = await this._haal(pad, { koppen });
    if (antwoord.status === 404) return null;
    await this._keur(antwoord);
    return antwoord.arrayBuffer();
  }

  /**
   * @param {string} pad
   * @param {{methode?: string, inhoud?: unknown, koppen?: Record<string, string>}} hoe
   */
  async _haal(pad, { methode, inhoud, koppen = {} }) {
    const heeft = inhoud !== undefined;
    return haal(
      this.adres + pad,
      {
        method: methode ?? (heeft ? 'POST' : 'GET'),
        headers: { Accept: 'application/json', ...(heeft && { 'Content-Type': 'application/json' }), ...this._koppen(), ...koppen },
        body: heeft ? JSON.stringify(inhoud) : undefined,
      },
      this._geduld,
    );
  }

  /** @param {Response} antwoord */
  async _keur(antwoord) {
    // Azure answers who is not known with a page to log in: a success, but not of ours.
    if (antwoord.ok && antwoord.status !== 203) return;
    const tekst = await antwoord.text().catch(() => '');
    const fout = this._uitleg(antwoord.status, tekst) ?? zin(antwoord.status, tekst);
    if (fout.soort === 'aanmelden') this._verlopen();
    throw fout;
  }
}

/**
 * The JSON of a success. What is none comes from something in between, such as a page to log in to the network.
 * @param {Response} antwoord
 * @returns {Promise<any>}
 */
async function alsJson(antwoord) {
  try {
    return await antwoord.json();
  } catch (oorzaak) {
    const tekst = 'Er kwam een antwoord dat niet van de git-server is. Open de git-server in een ander tabblad, meld je daar aan als dat gevraagd wordt, en probeer het hier opnieuw.';
    throw new SmederijFout('verbinding', tekst, { opnieuw: true, oorzaak });
  }
}

/**
 * The usual sentence for a status.
 * @param {number} status
 * @param {string} oorzaak what the server said
 */
function zin(status, oorzaak) {
  const meer = { oorzaak: `${status}: ${oorzaak.slice(0, 500)}` };
  if (status === 401 || status === 203) {
    return new SmederijFout('aanmelden', 'Je aanmelding is verlopen. Meld je opnieuw aan; je voorstel staat hier nog.', meer);
  }
  if (status === 429 || (status === 403 && /rate limit/i.test(oorzaak))) {
    return new SmederijFout('verbinding', 'De git-server krijgt te veel vragen. Wacht een minuut en probeer het opnieuw.', {
      ...meer,
      opnieuw: true,
    });
  }
  if (status === 403) return verboden(meer.oorzaak);
  if (status === 404) {
    const tekst = 'De git-server kent dit project niet, of jij mag het niet zien. Vraag de beheerder of het goed staat.';
    return new SmederijFout('project', tekst, meer);
  }
  if (status === 409 || status === 412 || status === 422) return bezet(meer.oorzaak);
  if (status === 413) {
    return new SmederijFout('server', 'Het voorstel is te groot voor de git-server. Dien het in twee delen in.', meer);
  }
  if (status >= 500) return storing(status, meer.oorzaak);
  const tekst = `De git-server neemt dit niet aan (${status}). Bewaar je voorstel als bestand en vraag de beheerder ernaar.`;
  return new SmederijFout('server', tekst, meer);
}

/** @param {string} oorzaak */
export function verboden(oorzaak) {
  const tekst = 'Je mag hier niet schrijven. Vraag de beheerder van de git-server om schrijfrecht op dit project.';
  return new SmederijFout('rechten', tekst, { oorzaak });
}

/** @param {string} oorzaak */
export function bezet(oorzaak) {
  const tekst = 'Er veranderde net iets op de git-server. Dien je voorstel nog een keer in.';
  return new SmederijFout('bezet', tekst, { opnieuw: true, oorzaak });
}

/**
 * @param {number} status
 * @param {unknown} oorzaak
 */
function storing(status, oorzaak) {
  const tekst = `De git-server heeft een storing (${status}). Probeer het over een paar minuten opnieuw.`;
  return new SmederijFout('verbinding', tekst, { opnieuw: true, oorzaak });
}

/**
 * `fetch` with patience; raises SmederijFout that says why no answer came.
 * @param {string} adres
 * @param {RequestInit} verzoek
 * @param {number} [geduld] milliseconds
 */
export async function haal(adres, verzoek, geduld = GEDULD) {
  const beleid = kijkNaarBeleid(adres);
  try {
    return await fetch(adres, {
      ...verzoek,
      // No cookie of a session at the server: what counts is who logged in here.
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(geduld),
    });
  } catch (oorzaak) {
    if (oorzaak instanceof DOMException && oorzaak.name === 'TimeoutError') {
      const tekst = 'De git-server antwoordt niet op tijd. Probeer het zo nog eens; wat al klaarstaat wordt niet dubbel gedaan.';
      throw new SmederijFout('verbinding', tekst, { opnieuw: true, oorzaak });
    }
    throw await waarom(adres, beleid.gezien, oorzaak);
  } finally {
    beleid.klaar();
  }
}

/**
 * Why a question did not get through. The browser does not say, so it is found out: a server that answers when its
 * answer is not read does not allow this site to read it.
 * @param {string} adres
 * @param {() => boolean} beleid whether the policy of the page stopped it
 * @param {unknown} oorzaak
 */
async function waarom(adres, beleid, oorzaak) {
  if (globalThis.navigator?.onLine === false) {
    const tekst = 'Er is geen verbinding met het netwerk. Je voorstel blijft hier staan; dien het in als je weer verbinding hebt.';
    return new SmederijFout('verbinding', tekst, { opnieuw: true, oorzaak });
  }
  // The browser reports on its policy a moment after it stopped the question.
  await new Promise((verder) => setTimeout(verder, 50));
  if (beleid()) {
    const tekst = 'Deze site mag de git-server niet bereiken. Vraag de beheerder om connect-src aan te passen.';
    return new SmederijFout('toelaten', tekst, { oorzaak });
  }
  try {
    await fetch(new URL('/', adres), {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(5000),
    });
  } catch {
    const tekst = 'De git-server is niet te bereiken. Kijk of je verbinding hebt met het netwerk van kantoor en probeer het opnieuw.';
    return new SmederijFout('verbinding', tekst, { opnieuw: true, oorzaak });
  }
  const tekst = 'De git-server laat deze site niet toe. Vraag de beheerder om het adres van de site daar toe te laten (CORS).';
  return new SmederijFout('toelaten', tekst, { oorzaak });
}

/**
 * Notice it when the policy of the page (CSP) stops a question to this server.
 * @param {string} adres
 */
function kijkNaarBeleid(adres) {
  let gezien = false;
  const { origin } = new URL(adres);
  /** @param {SecurityPolicyViolationEvent} melding */
  const kijk = (melding) => {
    gezien ||= melding.effectiveDirective === 'connect-src' && melding.blockedURI.startsWith(origin);
  };
  globalThis.document?.addEventListener('securitypolicyviolation', kijk);
  return {
    gezien: () => gezien,
    klaar: () => globalThis.document?.removeEventListener('securitypolicyviolation', kijk),
  };
}
