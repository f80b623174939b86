// @ts-check
import { SmederijFout } from './fout.js';
import { haal } from './verkeer.js';

/**
 * Logging in at a git server with OAuth and PKCE: the person goes to the server and comes back with a code that only
 * this tab can use. What the server gives for it stays in a variable, and is gone with the page.
 */

/** Where a tab keeps what it needs when the person is back; no secret that is worth anything without the code. */
const BEWAAR = 'handboek-aanmelden';

/**
 * @typedef {object} Loket where a server lets people log in
 * @property {string} uitgever the server, as it calls itself
 * @property {string} vraag address of its page
 * @property {string} ruil address where the code becomes a token
 * @property {string} bereik what we ask for, in words of the server
 */

export class Aanmelding {
  /**
   * @param {Loket} loket
   * @param {string} client_id
   * @param {string} terugadres where the person comes back, exactly as the server knows it
   * @param {number} [geduld]
   */
  constructor(loket, client_id, terugadres, geduld) {
    this._loket = loket;
    this._client = { client_id, token_endpoint_auth_method: 'none' };
    this._terugadres = terugadres;
    this._geduld = geduld;
    this._sleutel = '';
  }

  get aangemeld() {
    return this._sleutel !== '';
  }

  /** Headers that say who asks; raises SmederijFout when nobody logged in. */
  koppen() {
    if (!this._sleutel) throw new SmederijFout('aanmelden', 'Je bent nog niet aangemeld. Meld je eerst aan bij de git-server.');
    return { Authorization: `Bearer ${this._sleutel}` };
  }

  vergeet() {
    this._sleutel = '';
  }

  /** Leave for the page of the server. Nothing of this page runs on: its drafts must be kept before. */
  async begin() {
    const oauth = await this._bibliotheek();
    const geheim = oauth.generateRandomCodeVerifier();
    const staat = oauth.generateRandomState();
    try {
      sessionStorage.setItem(BEWAAR, JSON.stringify({ geheim, staat, loket: this._loket.uitgever }));
    } catch (oorzaak) {
      const tekst = 'Je browser bewaart niets voor deze site, dus aanmelden lukt niet. Sta opslag toe of gebruik een ander venster.';
      throw new SmederijFout('aanmelden', tekst, { oorzaak });
    }
    const adres = new URL(this._loket.vraag);
    adres.search = new URLSearchParams({
      response_type: 'code',
      client_id: this._client.client_id,
      redirect_uri: this._terugadres,
      scope: this._loket.bereik,
      state: staat,
      code_challenge: await oauth.calculatePKCECodeChallenge(geheim),
      code_challenge_method: 'S256',
    }).toString();
    location.assign(adres);
    await new Promise(() => {});
  }

  /**
   * Finish when the person is back; false when this address is no return from a server.
   * @param {string} adres
   */
  async rondAf(adres) {
    const gegeven = new URL(adres).searchParams;
    if (!gegeven.has('state') || !(gegeven.has('code') || gegeven.has('error'))) return false;
    const bewaard = this._bewaard();
    if (!bewaard || bewaard.staat !== gegeven.get('state') || bewaard.loket !== this._loket.uitgever) {
      throw new SmederijFout('aanmelden', 'Deze aanmelding begon ergens anders of is al gebruikt. Meld je hier opnieuw aan.');
    }
    if (gegeven.get('error') === 'access_denied') {
      throw new SmederijFout('aanmelden', 'Je gaf de git-server geen toestemming, dus je bent niet aangemeld. Meld je opnieuw aan en kies voor toestaan.');
    }
    const oauth = await this._bibliotheek();
    const uitgever = {
      issuer: this._loket.uitgever,
      authorization_endpoint: this._loket.vraag,
      token_endpoint: this._loket.ruil,
    };
    try {
      const goed = oauth.validateAuthResponse(uitgever, this._client, gegeven, bewaard.staat);
      const antwoord = await oauth.authorizationCodeGrantRequest(
        uitgever,
        this._client,
        oauth.None(),
        goed,
        this._terugadres,
        bewaard.geheim,
        {
          [oauth.customFetch]: (/** @type {string} */ url, /** @type {any} */ verzoek) => haal(url, verzoek, this._geduld),
          // The settings take http only on this machine itself.
          [oauth.allowInsecureRequests]: this._loket.ruil.startsWith('http:'),
        },
      );
      const uitkomst = await oauth.processAuthorizationCodeResponse(uitgever, this._client, antwoord);
      this._sleutel = uitkomst.access_token;
      return true;
    } catch (oorzaak) {
      if (oorzaak instanceof SmederijFout) throw oorzaak;
      const tekst = 'Aanmelden is niet gelukt: de git-server kent deze site niet of anders. Vraag de beheerder om client_id en het adres met voorstel/ na te kijken.';
      throw new SmederijFout('aanmelden', tekst, { oorzaak });
    }
  }

  /**
   * What `begin` kept, once: a second return with the same code is no login.
   * @returns {{geheim: string, staat: string, loket: string}|null}
   */
  _bewaard() {
    try {
      const tekst = sessionStorage.getItem(BEWAAR);
      sessionStorage.removeItem(BEWAAR);
      return tekst ? JSON.parse(tekst) : null;
    } catch {
      return null;
    }
  }

  async _bibliotheek() {
    if (!globalThis.crypto?.subtle) {
      throw new SmederijFout('aanmelden', 'Aanmelden kan alleen als het adres van de site met https:// begint. Vraag de beheerder daarom.');
    }
    try {
      return await import('../derden/oauth4webapi.js');
    } catch (oorzaak) {
      const tekst = 'De pagina kon niet helemaal laden. Kijk of je verbinding hebt en probeer het opnieuw.';
      throw new SmederijFout('verbinding', tekst, { opnieuw: true, oorzaak });
    }
  }
}
