// @ts-check
import { SmederijFout } from './fout.js';

/**
 * Handing in, the same at every git server: look whether somebody was first, put the commits on a branch of their own,
 * and ask for a pull request. A kind of server gives the steps (`Gereedschap`).
 *
 * @typedef {{pad: string, tekst: string}} Bestand `pad` from the top of the repository, with `/`
 * @typedef {{bericht: string, bestanden: Bestand[]}} Commit
 * @typedef {{tak: string, titel: string, tekst: string, basis: string, commits: Commit[]}} Voorstel `tak` is of this
 *   proposal alone: a second try with the same name goes on at it
 * @typedef {{adres: string, nummer: number}} Ingediend
 * @typedef {{tekst: string, merk: string}} Stand of a file; `merk` is its id at the server (the sha of its blob)
 */

/**
 * @typedef {object} Gereedschap
 * @property {() => Promise<string>} hoofd the commit of the main branch
 * @property {(ref: string, pad: string) => Promise<Stand|null>} bestand a file at a commit; null when it is not there
 * @property {(tak: string) => Promise<string|null>} kop the commit of a branch; null when there is no such branch
 * @property {(tak: string, kop: string|null, basis: string, commits: Commit[], staat: Map<string, Stand|null>) => Promise<void>}
 *   schrijf put commits on a branch, which is made at `basis` when `kop` is null; `staat` tells what stands there now
 * @property {(tak: string, titel: string, tekst: string) => Promise<Ingediend>} vraagAan make the pull request
 * @property {(tak: string) => Promise<Ingediend|null>} open the open pull request of a branch
 * @property {{titel: number, tekst: number}} ruimte characters that fit in a title and in a text
 */

/** @typedef {{aangemeld: boolean, begin(): Promise<void>, rondAf(adres: string): Promise<boolean>}} Aanmelder */

/** So many questions at a time: a server may count more as an attack. */
const TEGELIJK = 4;

/** A git server, whatever its kind. */
export class Werkbank {
  /**
   * @param {Aanmelder} aanmelder
   * @param {Gereedschap} gereedschap
   */
  constructor(aanmelder, gereedschap) {
    this._aanmelder = aanmelder;
    this._gereedschap = gereedschap;
  }

  get aangemeld() {
    return this._aanmelder.aangemeld;
  }

  /** Log in. At most servers the person leaves this page, and comes back at the address that was given. */
  aanmelden() {
    return this._aanmelder.begin();
  }

  /**
   * Finish the login when `adres` is a return from the server; false when it is not.
   * The caller takes the code out of the address bar.
   * @param {string} adres
   */
  afronden(adres) {
    return this._aanmelder.rondAf(adres);
  }

  /** The commit of the main branch now. */
  stand() {
    return this._gereedschap.hoofd();
  }

  /**
   * The text of files at a commit; null for one that is not there.
   * @param {string} commit
   * @param {string[]} paden
   * @returns {Promise<Record<string, string|null>>}
   */
  async lees(commit, paden) {
    const staat = await this._staat(commit, paden);
    return Object.fromEntries([...staat].map(([pad, stand]) => [pad, stand && stand.tekst]));
  }

  /**
   * Hand in. Nothing on the main branch changes, and doing it again goes on where it stopped.
   *
   * Raises SmederijFout: of kind `intussen` when one of these files changed on the main branch since `basis` (read
   * again, apply again, hand in again), of kind `half` when the branch stands there but not all of the rest.
   * @param {Voorstel} voorstel
   * @returns {Promise<Ingediend>}
   */
  async indienen(voorstel) {
    const bedoeld = voorstel.commits.filter((commit) => commit.bestanden.length > 0);
    if (!bedoeld.length) throw new SmederijFout('server', 'Er is niets om in te dienen: alles staat er al zo.');
    const basis = await this._ongemoeid(voorstel.basis, paden(bedoeld));
    await this._zetKlaar({ ...voorstel, commits: bedoeld }, basis);
    return this._vraagAan(voorstel);
  }

  /**
   * What stands at the base in these files; raises SmederijFout when somebody changed one of them since.
   * @param {string} basis
   * @param {string[]} namen
   */
  async _ongemoeid(basis, namen) {
    const [nu, toen] = [await this.stand(), await this._staat(basis, namen)];
    if (nu !== basis) {
      const nieuw = await this._staat(nu, namen);
      const anders = namen.filter((pad) => nieuw.get(pad)?.tekst !== toen.get(pad)?.tekst);
      if (anders.length) {
        const tekst = `Een collega was je net voor: ${anders.join(', ')} veranderde zojuist. Kijk je voorstel na en dien het opnieuw in.`;
        throw new SmederijFout('intussen', tekst, { opnieuw: true });
      }
    }
    return toen;
  }

  /**
   * Put what is still to be done on the branch; when the branch moves meanwhile, look again, once.
   * @param {Voorstel} voorstel
   * @param {Map<string, Stand|null>} toen
   */
  async _zetKlaar({ tak, basis, commits }, toen) {
    for (let keer = 1; ; keer += 1) {
      const kop = await this._gereedschap.kop(tak);
      const staat = kop === null ? toen : await this._staat(kop, [...toen.keys()]);
      try {
        const rest = kop === null ? commits : resterend(commits, toen, staat);
        if (rest.length) await this._gereedschap.schrijf(tak, kop, basis, rest, new Map(staat));
        return;
      } catch (fout) {
        if (fout instanceof SmederijFout && fout.soort === 'bezet' && keer === 1) continue;
        throw await this._half(tak, kop, fout);
      }
    }
  }

  /**
   * Say that a part is done, when it is.
   * @param {string} tak
   * @param {string|null} eerst
   * @param {unknown} fout
   */
  async _half(tak, eerst, fout) {
    const nu = await this._gereedschap.kop(tak).catch(() => eerst);
    if (nu === eerst || !(fout instanceof SmederijFout)) return fout;
    const tekst = `Een deel van je voorstel staat al klaar, de rest nog niet. ${fout.message} Dien je het nog eens in, dan gaat het daar verder.`;
    return new SmederijFout('half', tekst, { opnieuw: true, oorzaak: fout });
  }

  /**
   * Ask for the pull request of the branch, or find the one that is there.
   * @param {Voorstel} voorstel
   */
  async _vraagAan({ tak, titel, tekst }) {
    const { open, vraagAan, ruimte } = this._gereedschap;
    try {
      return (await open(tak)) ?? (await vraagAan(tak, kort(titel, ruimte.titel), kort(tekst, ruimte.tekst)));
    } catch (fout) {
      // A first try whose answer got lost may have made it after all.
      const toch = fout instanceof SmederijFout && fout.soort === 'bezet' ? await open(tak).catch(() => null) : null;
      if (toch) return toch;
      const reden = fout instanceof SmederijFout ? fout.message : '';
      const zin = `Je wijzigingen staan veilig op de git-server, maar het voorstel zelf is er nog niet. ${reden} Dien je het nog eens in, dan gaat het daar verder.`;
      throw new SmederijFout('half', zin, { opnieuw: true, oorzaak: fout });
    }
  }

  /**
   * @param {string} ref
   * @param {string[]} namen
   * @returns {Promise<Map<string, Stand|null>>}
   */
  async _staat(ref, namen) {
    /** @type {Map<string, Stand|null>} */
    const gevonden = new Map(namen.map((pad) => [pad, null]));
    const wachtrij = [...gevonden.keys()];
    const loket = async () => {
      for (let pad = wachtrij.pop(); pad !== undefined; pad = wachtrij.pop()) {
        gevonden.set(pad, await this._gereedschap.bestand(ref, pad));
      }
    };
    await Promise.all(Array.from({ length: TEGELIJK }, loket));
    return gevonden;
  }
}

/**
 * What is left of the commits for a branch of an earlier try: those after the last one that is wholly there, each
 * without the files that already say so.
 * @param {Commit[]} commits
 * @param {Map<string, Stand|null>} toen what stands at the base
 * @param {Map<string, Stand|null>} staat what stands on the branch
 */
export function resterend(commits, toen, staat) {
  const begin = new Map([...toen].map(([pad, stand]) => [pad, stand?.tekst]));
  let gedaan = 0;
  const tot = new Map(begin);
  commits.forEach((commit, nummer) => {
    for (const { pad, tekst } of commit.bestanden) tot.set(pad, tekst);
    if ([...tot].every(([pad, tekst]) => staat.get(pad)?.tekst === tekst)) gedaan = nummer + 1;
  });
  const nu = new Map([...staat].map(([pad, stand]) => [pad, stand?.tekst]));
  return commits.slice(gedaan).flatMap((commit) => {
    const bestanden = commit.bestanden.filter(({ pad, tekst }) => nu.get(pad) !== tekst);
    for (const { pad, tekst } of bestanden) nu.set(pad, tekst);
    return bestanden.length ? [{ ...commit, bestanden }] : [];
  });
}

/** @param {Commit[]} commits */
function paden(commits) {
  return [...new Set(commits.flatMap((commit) => commit.bestanden.map(({ pad }) => pad)))];
}

/**
 * @param {string} tekst
 * @param {number} ruimte
 */
function kort(tekst, ruimte) {
  return tekst.length > ruimte ? `${tekst.slice(0, ruimte - 1)}…` : tekst;
}

/**
 * The parts of a path, each fit for an address; the slashes between them stay.
 * @param {string} pad
 */
export function inAdres(pad) {
  return pad.split('/').map(encodeURIComponent).join('/');
}
