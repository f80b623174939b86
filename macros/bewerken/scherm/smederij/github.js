// @ts-check
import { naarBase64, alsTekst } from './bytes.js';
import { SmederijFout } from './fout.js';
import { Sleutelvraag } from './sleutelvraag.js';
import { Verkeer } from './verkeer.js';
import { Werkbank, inAdres } from './werkbank.js';

/**
 * GitHub: no login without a server of our own, so the person pastes a token. Blobs, trees and commits are made loose,
 * and stand on the branch all at once or not at all.
 */

const KOPPEN = { 'X-GitHub-Api-Version': '2022-11-28' };

/**
 * @param {import('./index.js').Instelling} instelling
 * @param {string} _terugadres
 * @param {number} [geduld]
 */
export function github({ adres, project, hoofdtak }, _terugadres, geduld) {
  const api = new URL(adres).host === 'github.com' ? 'https://api.github.com' : `${adres}/api/v3`;
  const [eigenaar] = project.split('/');
  const aanmelding = new Sleutelvraag(adres, project, (koppen) =>
    new Verkeer(api, { koppen: () => ({ ...KOPPEN, ...koppen }), geduld }).vraag(`/repos/${inAdres(project)}`),
  );
  const verkeer = new Verkeer(`${api}/repos/${inAdres(project)}`, {
    koppen: () => ({ ...KOPPEN, ...aanmelding.koppen() }),
    verlopen: () => aanmelding.vergeet(),
    geduld,
  });
  /** @param {string} tak */
  const ref = async (tak) => (await verkeer.misschien(`/git/ref/heads/${inAdres(tak)}`))?.object.sha ?? null;
  /** @param {any} verzoek */
  const ingediend = (verzoek) => ({ adres: verzoek.html_url, nummer: verzoek.number });

  return new Werkbank(aanmelding, {
    ruimte: { titel: 250, tekst: 60_000 },
    hoofd: async () => {
      const kop = await ref(hoofdtak);
      if (kop) return kop;
      throw new SmederijFout('project', 'De git-server kent dit project of zijn hoofdtak niet, of jij mag het niet zien. Vraag de beheerder of het goed staat.');
    },
    kop: ref,
    bestand: async (commit, pad) => {
      const koppen = { Accept: 'application/vnd.github.raw+json' };
      const bytes = await verkeer.bytes(`/contents/${inAdres(pad)}?ref=${encodeURIComponent(commit)}`, koppen);
      return bytes && { tekst: alsTekst(bytes, pad), merk: '' };
    },
    schrijf: async (tak, kop, basis, commits) => {
      let ouder = kop ?? basis;
      let boom = (await verkeer.vraag(`/git/commits/${ouder}`)).tree.sha;
      for (const { bericht, bestanden } of commits) {
        const delen = [];
        for (const { pad, tekst } of bestanden) {
          const blob = await verkeer.vraag('/git/blobs', { inhoud: { content: naarBase64(tekst), encoding: 'base64' } });
          delen.push({ path: pad, mode: '100644', type: 'blob', sha: blob.sha });
        }
        boom = (await verkeer.vraag('/git/trees', { inhoud: { base_tree: boom, tree: delen } })).sha;
        ouder = (await verkeer.vraag('/git/commits', { inhoud: { message: bericht, tree: boom, parents: [ouder] } })).sha;
      }
      if (kop === null) await verkeer.vraag('/git/refs', { inhoud: { ref: `refs/heads/${tak}`, sha: ouder } });
      else await verkeer.vraag(`/git/refs/heads/${inAdres(tak)}`, { methode: 'PATCH', inhoud: { sha: ouder } });
    },
    vraagAan: async (tak, titel, tekst) =>
      ingediend(await verkeer.vraag('/pulls', { inhoud: { base: hoofdtak, head: tak, title: titel, body: tekst } })),
    open: async (tak) => {
      const vraag = new URLSearchParams({ state: 'open', head: `${eigenaar}:${tak}`, base: hoofdtak });
      const [eerste] = await verkeer.vraag(`/pulls?${vraag}`);
      return eerste ? ingediend(eerste) : null;
    },
  });
}
