// @ts-check
import { Aanmelding } from './aanmelden.js';
import { naarBase64, uitBase64 } from './bytes.js';
import { Verkeer, bezet, verboden } from './verkeer.js';
import { Werkbank } from './werkbank.js';

/** GitLab: its commits API takes many files at once, its answers say `merge request`. */

/**
 * @param {import('./index.js').Instelling} instelling
 * @param {string} terugadres
 * @param {number} [geduld]
 */
export function gitlab({ adres, project, client_id, hoofdtak }, terugadres, geduld) {
  const loket = {
    uitgever: adres,
    vraag: `${adres}/oauth/authorize`,
    ruil: `${adres}/oauth/token`,
    // The smallest that may make a branch and a merge request.
    bereik: 'api',
  };
  const aanmelding = new Aanmelding(loket, client_id ?? '', terugadres, geduld);
  const verkeer = new Verkeer(`${adres}/api/v4/projects/${encodeURIComponent(project)}`, {
    koppen: () => aanmelding.koppen(),
    verlopen: () => aanmelding.vergeet(),
    geduld,
    uitleg,
  });
  /** @param {string} tak */
  const tak_ = (tak) => `/repository/branches/${encodeURIComponent(tak)}`;
  /** @param {any} verzoek */
  const ingediend = (verzoek) => ({ adres: verzoek.web_url, nummer: verzoek.iid });

  return new Werkbank(aanmelding, {
    ruimte: { titel: 255, tekst: 100_000 },
    hoofd: async () => (await verkeer.vraag(tak_(hoofdtak))).commit.id,
    kop: async (tak) => (await verkeer.misschien(tak_(tak)))?.commit.id ?? null,
    bestand: async (ref, pad) => {
      const gevonden = await verkeer.misschien(
        `/repository/files/${encodeURIComponent(pad)}?ref=${encodeURIComponent(ref)}`,
      );
      return gevonden && { tekst: uitBase64(gevonden.content, pad), merk: gevonden.blob_id };
    },
    schrijf: async (tak, kop, basis, commits, staat) => {
      let nieuw = kop === null;
      for (const { bericht, bestanden } of commits) {
        await verkeer.vraag('/repository/commits', {
          inhoud: {
            branch: tak,
            ...(nieuw && { start_sha: basis }),
            commit_message: bericht,
            actions: bestanden.map(({ pad, tekst }) => ({
              action: staat.get(pad) ? 'update' : 'create',
              file_path: pad,
              content: naarBase64(tekst),
              encoding: 'base64',
            })),
          },
        });
        nieuw = false;
        for (const { pad, tekst } of bestanden) staat.set(pad, { tekst, merk: '' });
      }
    },
    vraagAan: async (tak, titel, tekst) =>
      ingediend(
        await verkeer.vraag('/merge_requests', {
          inhoud: {
            source_branch: tak,
            target_branch: hoofdtak,
            title: titel,
            description: tekst,
            remove_source_branch: true,
          },
        }),
      ),
    open: async (tak) => {
      const vraag = new URLSearchParams({ state: 'opened', source_branch: tak, target_branch: hoofdtak });
      const [eerste] = await verkeer.vraag(`/merge_requests?${vraag}`);
      return eerste ? ingediend(eerste) : null;
    },
  });
}

/**
 * GitLab says with 400 what others say with a status of its own.
 * @param {number} status
 * @param {string} tekst
 */
function uitleg(status, tekst) {
  if (status !== 400) return null;
  if (/not allowed to push|protected/i.test(tekst)) return verboden(tekst);
  return /already exists|doesn't exist|changed|stale|could not update/i.test(tekst) ? bezet(tekst) : null;
}
