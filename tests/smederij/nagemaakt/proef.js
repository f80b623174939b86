// What a test calls on a bare page of the site: one forge, whose answers and errors become plain values.
import { SmederijFout, smederij } from '/scherm/smederij/index.js';

Object.assign(window, {
  maak(instelling, meer) {
    window.smid = smederij(instelling, `${location.origin}/voorstel/`, meer);
  },
  async doe(naam, ...woorden) {
    try {
      return { uit: await window.smid[naam](...woorden) };
    } catch (fout) {
      if (!(fout instanceof SmederijFout)) throw fout;
      return { fout: fout.message, soort: fout.soort, opnieuw: fout.opnieuw };
    }
  },
  klaar: true,
});
