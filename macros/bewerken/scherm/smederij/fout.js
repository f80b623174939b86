// @ts-check
/**
 * What went wrong between this page and the git server, in one sentence for the person who sits there.
 *
 * - `aanmelden`: log in (again); `rechten`: this person may not; `project`: the server does not know it;
 * - `intussen`: somebody else was first, read again and hand in again; `bezet`: the branch moved under our hands;
 * - `verbinding`: offline, no answer, too slow; `toelaten`: this site may not ask that server (CORS, CSP);
 * - `half`: the changes stand on their branch, the rest does not; `server`: anything else the server said.
 * @typedef {'aanmelden'|'rechten'|'project'|'intussen'|'bezet'|'verbinding'|'toelaten'|'half'|'server'} Foutsoort
 */

/** The message is Dutch: what happened, and what to do. */
export class SmederijFout extends Error {
  /**
   * @param {Foutsoort} soort
   * @param {string} zin
   * @param {{opnieuw?: boolean, oorzaak?: unknown}} [meer] `opnieuw`: doing the same once more makes sense;
   *   `oorzaak`: what the server or the browser said, for the console
   */
  constructor(soort, zin, { opnieuw = false, oorzaak } = {}) {
    super(zin, { cause: oorzaak });
    this.name = 'SmederijFout';
    this.soort = soort;
    this.opnieuw = opnieuw;
  }
}
