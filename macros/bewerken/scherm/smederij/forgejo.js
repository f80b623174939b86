// @ts-check
import { Aanmelding } from './aanmelden.js';
import { naarBase64, uitBase64 } from './bytes.js';
import { Verkeer, bezet } from './verkeer.js';
import { Werkbank, inAdres } from './werkbank.js';

/** Forgejo and Gitea: a branch is made at a commit, then each commit of ours is one question with several files. */

/**
 * @param {import('./index.js').Instelling} instelling
 * @param {string} terugadres
 * @param {number} [geduld]
 */
export function forgejo({ adres, project, client_id, hoofdtak }, terugadres, geduld) {
  const loket = {
    uitgever: adres,
    vraag: `${adres}/login/oauth/authorize`,
    ruil: `${adres}/login/oauth/access_token`,
    // Servers that know no scopes give what the person may; others only this.
    bereik: 'write:repository',
  };
  const aanmelding = new Aanmelding(loket, client_id ?? '', terugadres, geduld);
  const verkeer = new Verkeer(`${adres}/api/v1/repos/${inAdres(project)}`, {
    koppen: () => aanmelding.koppen(),
    verlopen: () => aanmelding.vergeet(),
    geduld,
    uitleg,
  });
  /** @param {any} verzoek */
  const ingediend = (verzoek) => ({ adres: verzoek.html_url, nummer: verzoek.number });

  return new Werkbank(aanmelding, {
    ruimte: { titel: 255, tekst: 60_000 },
    hoofd: async () => (await verkeer.vraag(`/branches/${inAdres(hoofdtak)}`)).commit.id,
    kop: async (tak) => (await verkeer.misschien(`/branches/${inAdres(tak)}`))?.commit.id ?? null,
    bestand: async (ref, pad) => {
      const gevonden = await verkeer.misschien(`/contents/${inAdres(pad)}?ref=${encodeURIComponent(ref)}`);
      return gevonden && { tekst: uitBase64(gevonden.content, pad), merk: gevonden.sha };
    },
    schrijf: async (tak, kop, basis, commits, staat) => {
      if (kop === null) {
        await verkeer.vraag('/branches', { inhoud: { new_branch_name: tak, old_ref_name: basis } });
      }
      for (const { bericht, bestanden } of commits) {
        const gedaan = await verkeer.vraag('/contents', {
          inhoud: {
            branch: tak,
            message: bericht,
            files: bestanden.map(({ pad, tekst }) => {
              const nu = staat.get(pad);
              return { path: pad, content: naarBase64(tekst), ...(nu ? { operation: 'update', sha: nu.merk } : { operation: 'create' }) };
            }),
          },
        });
        bestanden.forEach(({ pad, tekst }, nummer) => staat.set(pad, { tekst, merk: gedaan.files[nummer].sha }));
      }
    },
    vraagAan: async (tak, titel, tekst) =>
      ingediend(await verkeer.vraag('/pulls', { inhoud: { base: hoofdtak, head: tak, title: titel, body: tekst } })),
    open: async (tak) => {
      // The newest change first: the one that a second try looks for is among them.
      const lijst = await verkeer.vraag('/pulls?state=open&sort=recentupdate&limit=50');
      const eigen = lijst.find((/** @type {any} */ een) => een.head.ref === tak && een.base.ref === hoofdtak);
      return eigen ? ingediend(eigen) : null;
    },
  });
}

/**
 * A file that is gone from the branch is a fault of the server to it, but something that changed to us.
 * @param {number} status
 * @param {string} tekst
 */
function uitleg(status, tekst) {
  return status === 500 && tekst.includes('object does not exist') ? bezet(tekst) : null;
}
