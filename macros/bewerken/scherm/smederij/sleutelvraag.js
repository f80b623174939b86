// @ts-check
import { SmederijFout } from './fout.js';

/** The look of the form, with the tokens of the site. */
const STIJL = `
  .bewerken-sleutel { background: var(--rh-papier); border: 1px solid var(--rh-lijn); border-radius: var(--rh-hoek);
    color: var(--rh-inkt); max-width: 30rem; padding: 0 var(--rh-ruimte-5) var(--rh-ruimte-4); width: calc(100% - 2rem); }
  .bewerken-sleutel::backdrop { background: rgb(0 0 0 / 40%); }
  .bewerken-sleutel input { background: var(--rh-papier); border: 1px solid var(--rh-inkt-zacht);
    border-radius: var(--rh-hoek); color: var(--rh-inkt); display: block; font: inherit; padding: .4rem .5rem; width: 100%; }
  .bewerken-sleutel [role="alert"]:not(:empty) { color: var(--rh-risico); }
  .bewerken-sleutel .md-button:not(.md-button--primary) { border-color: var(--rh-lijn); color: var(--rh-accent); }
  .bewerken-sleutel .md-button { margin: 0 var(--rh-ruimte-2) var(--rh-ruimte-2) 0; }
`;

/** Asks for a token in a small form on the page; it is kept in a variable, and gone with the tab. */
export class Sleutelvraag {
  /**
   * @param {string} adres of the server, for the link to where a token is made
   * @param {string} project
   * @param {(koppen: Record<string, string>) => Promise<unknown>} proef a question that only a right token may ask
   */
  constructor(adres, project, proef) {
    this._adres = adres;
    this._project = project;
    this._proef = proef;
    this._sleutel = '';
  }

  get aangemeld() {
    return this._sleutel !== '';
  }

  /** Headers that say who asks; raises SmederijFout when nobody did. */
  koppen() {
    if (!this._sleutel) throw new SmederijFout('aanmelden', 'Je bent nog niet aangemeld. Vul eerst je toegangssleutel in.');
    return { Authorization: `Bearer ${this._sleutel}` };
  }

  vergeet() {
    this._sleutel = '';
  }

  /** A token comes by hand: no address is a return. */
  async rondAf() {
    return false;
  }

  /** Show the form until the token is right or the person stops; raises SmederijFout then. */
  async begin() {
    const venster = this._venster();
    const blad = new CSSStyleSheet();
    blad.replaceSync(STIJL);
    document.adoptedStyleSheets.push(blad);
    document.body.append(venster);
    venster.showModal();
    try {
      await new Promise((klaar, gestopt) => {
        venster.addEventListener('close', () => gestopt(new SmederijFout('aanmelden', 'Je vulde geen toegangssleutel in, dus je bent niet aangemeld.')));
        venster.querySelector('form')?.addEventListener('submit', (gebeurtenis) => {
          gebeurtenis.preventDefault();
          this._probeer(venster).then((goed) => goed && klaar(undefined), gestopt);
        });
        venster.querySelector('[data-stop]')?.addEventListener('click', () => venster.close());
      });
    } finally {
      venster.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((een) => een !== blad);
    }
  }

  /**
   * Whether the token that was filled in is right; if not, the form says why.
   * @param {HTMLDialogElement} venster
   */
  async _probeer(venster) {
    const veld = /** @type {HTMLInputElement} */ (venster.querySelector('input'));
    const melding = /** @type {HTMLElement} */ (venster.querySelector('[role=alert]'));
    const sleutel = veld.value.trim();
    // What a header cannot hold is no token; a browser would say so in English.
    if (!/^[\x21-\x7e]+$/.test(sleutel)) {
      melding.textContent = 'Dit is geen toegangssleutel. Plak hem in één keer, zonder spaties.';
      return false;
    }
    try {
      await this._proef({ Authorization: `Bearer ${sleutel}` });
      this._sleutel = sleutel;
      return true;
    } catch (fout) {
      if (!(fout instanceof SmederijFout)) throw fout;
      const fouteSleutel = 'Deze toegangssleutel klopt niet of is verlopen. Maak een nieuwe en plak die hier.';
      melding.textContent = fout.soort === 'aanmelden' ? fouteSleutel : fout.message;
      veld.select();
      return false;
    }
  }

  _venster() {
    const venster = document.createElement('dialog');
    venster.className = 'bewerken-sleutel md-typeset';
    venster.setAttribute('aria-labelledby', 'bewerken-sleutel-kop');
    venster.innerHTML = `
      <form method="dialog">
        <h2 id="bewerken-sleutel-kop">Aanmelden bij GitHub</h2>
        <p>Plak je toegangssleutel voor <b></b>. Deze pagina onthoudt hem tot je het tabblad sluit.
          <a target="_blank" rel="noopener noreferrer">Een sleutel maken</a></p>
        <p><label>Toegangssleutel
          <input type="password" name="sleutel" required autocomplete="off" spellcheck="false" autofocus></label></p>
        <p role="alert"></p>
        <p><button type="submit" class="md-button md-button--primary">Aanmelden</button>
          <button type="button" class="md-button" data-stop>Annuleren</button></p>
      </form>`;
    const link = /** @type {HTMLAnchorElement} */ (venster.querySelector('a'));
    link.href = `${this._adres}/settings/personal-access-tokens/new`;
    /** @type {HTMLElement} */ (venster.querySelector('b')).textContent = this._project;
    return venster;
  }
}
