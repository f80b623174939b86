// @ts-check
import { Aanmelding } from './aanmelden.js';
import { naarBase64, alsTekst } from './bytes.js';
import { SmederijFout } from './fout.js';
import { Verkeer } from './verkeer.js';
import { Werkbank } from './werkbank.js';

/** Azure DevOps Services, where people log in at Entra: a push holds one commit, and the first one makes the branch. */

/** Azure DevOps as Entra knows it: the same number for every organisation. */
const AZURE_DEVOPS = '499b84ac-1321-427f-aa17-267ca6975798';
const VERSIE = 'api-version=7.1';

/**
 * @param {import('./index.js').Instelling} instelling
 * @param {string} terugadres
 * @param {number} [geduld]
 */
export function azure({ adres, project, client_id, aanmeldadres, hoofdtak }, terugadres, geduld) {
  const [organisatie, team, opslag] = project.split('/').map(encodeURIComponent);
  const loket = {
    uitgever: `${aanmeldadres}/v2.0`,
    vraag: `${aanmeldadres}/oauth2/v2.0/authorize`,
    ruil: `${aanmeldadres}/oauth2/v2.0/token`,
    bereik: `${AZURE_DEVOPS}/vso.code_write`,
  };
  const aanmelding = new Aanmelding(loket, client_id ?? '', terugadres, geduld);
  const verkeer = new Verkeer(`${adres}/${organisatie}/${team}/_apis/git/repositories/${opslag}`, {
    koppen: () => aanmelding.koppen(),
    verlopen: () => aanmelding.vergeet(),
    geduld,
  });
  /** @param {string} tak */
  const kop = async (tak) => {
    const naam = `refs/heads/${tak}`;
    // The filter is a beginning: `main` finds `main-old` too.
    const gevonden = await verkeer.vraag(`/refs?filter=${encodeURIComponent(`heads/${tak}`)}&${VERSIE}`);
    return gevonden.value.find((/** @type {any} */ een) => een.name === naam)?.objectId ?? null;
  };
  /** @param {any} verzoek */
  const ingediend = (verzoek) => ({
    adres: `${adres}/${organisatie}/${team}/_git/${opslag}/pullrequest/${verzoek.pullRequestId}`,
    nummer: verzoek.pullRequestId,
  });

  return new Werkbank(aanmelding, {
    ruimte: { titel: 400, tekst: 4000 },
    hoofd: async () => {
      const gevonden = await kop(hoofdtak);
      if (gevonden) return gevonden;
      throw new SmederijFout('project', `Dit project heeft geen tak ${hoofdtak}. Vraag de beheerder of het goed staat.`);
    },
    kop,
    bestand: async (ref, pad) => {
      const vraag = new URLSearchParams({
        path: `/${pad}`,
        'versionDescriptor.versionType': 'commit',
        'versionDescriptor.version': ref,
        $format: 'octetStream',
      });
      const bytes = await verkeer.bytes(`/items?${vraag}&${VERSIE}`, { Accept: 'application/octet-stream' });
      return bytes && { tekst: alsTekst(bytes, pad), merk: '' };
    },
    schrijf: async (tak, nu, basis, commits, staat) => {
      // For a branch that is not there yet the commit to begin at stands in the place of its old head.
      let oud = nu ?? basis;
      for (const { bericht, bestanden } of commits) {
        const gedaan = await verkeer.vraag(`/pushes?${VERSIE}`, {
          inhoud: {
            refUpdates: [{ name: `refs/heads/${tak}`, oldObjectId: oud }],
            commits: [
              {
                comment: bericht,
                changes: bestanden.map(({ pad, tekst }) => ({
                  changeType: staat.get(pad) ? 'edit' : 'add',
                  item: { path: `/${pad}` },
                  newContent: { content: naarBase64(tekst), contentType: 'base64encoded' },
                })),
              },
            ],
          },
        });
        oud = gedaan.refUpdates[0].newObjectId;
        for (const { pad, tekst } of bestanden) staat.set(pad, { tekst, merk: '' });
      }
    },
    vraagAan: async (tak, titel, tekst) =>
      ingediend(
        await verkeer.vraag(`/pullrequests?${VERSIE}`, {
          inhoud: {
            sourceRefName: `refs/heads/${tak}`,
            targetRefName: `refs/heads/${hoofdtak}`,
            title: titel,
            description: tekst,
          },
        }),
      ),
    open: async (tak) => {
      const vraag = new URLSearchParams({
        'searchCriteria.status': 'active',
        'searchCriteria.sourceRefName': `refs/heads/${tak}`,
        'searchCriteria.targetRefName': `refs/heads/${hoofdtak}`,
      });
      const [eerste] = (await verkeer.vraag(`/pullrequests?${vraag}&${VERSIE}`)).value;
      return eerste ? ingediend(eerste) : null;
    },
  });
}
