// @ts-check
import { azure } from './azure.js';
import { SmederijFout } from './fout.js';
import { forgejo } from './forgejo.js';
import { github } from './github.js';
import { gitlab } from './gitlab.js';

export { SmederijFout };

/**
 * Where proposals go: the setting `voorstellen`, as the model has checked it.
 * @typedef {object} Instelling
 * @property {'gitlab'|'forgejo'|'github'|'azure'|'patch'} soort
 * @property {string} adres of the server, without a slash at its end
 * @property {string} project
 * @property {string|null} [client_id]
 * @property {string|null} [aanmeldadres] only of `azure`
 * @property {string} hoofdtak
 */

/** @typedef {import('./werkbank.js').Werkbank} Smederij */
/** @typedef {import('./werkbank.js').Voorstel} Voorstel */
/** @typedef {import('./werkbank.js').Ingediend} Ingediend */

const SOORTEN = { azure, forgejo, github, gitlab };

/**
 * The git server of this site. Nothing is asked before somebody logs in.
 *
 * Raises SmederijFout for `patch`: that is no server, the person saves or mails the proposal.
 * @param {Instelling} instelling
 * @param {string} terugadres where a login ends, exactly as the server knows it: the site with `voorstel/`
 * @param {{geduld?: number}} [meer] `geduld`: milliseconds to wait for one answer
 * @returns {Smederij}
 */
export function smederij(instelling, terugadres, { geduld } = {}) {
  if (instelling.soort === 'patch') {
    throw new SmederijFout('server', 'Dit handboek heeft geen git-server voor voorstellen. Bewaar of mail je voorstel als bestand.');
  }
  return SOORTEN[instelling.soort](instelling, terugadres, geduld);
}
