// @ts-check
import { SmederijFout } from './fout.js';

/** Text becomes bytes and bytes become text, without a change of any of them. */

/** So many bytes at a time: more arguments than this and a browser refuses the call. */
const STUK = 0x8000;

/**
 * The base64 of a text in UTF-8; line ends and a mark at the start stay as they are.
 * @param {string} tekst
 */
export function naarBase64(tekst) {
  const bytes = new TextEncoder().encode(tekst);
  const delen = [];
  for (let plek = 0; plek < bytes.length; plek += STUK) {
    delen.push(String.fromCharCode(...bytes.subarray(plek, plek + STUK)));
  }
  return btoa(delen.join(''));
}

/**
 * The text in some base64, which may be broken over lines.
 * @param {string} base64
 * @param {string} pad the file, for who reads the error
 */
export function uitBase64(base64, pad) {
  return alsTekst(Uint8Array.from(atob(base64.replace(/\s/g, '')), (teken) => teken.charCodeAt(0)), pad);
}

/**
 * The text in some bytes; raises SmederijFout when they are no UTF-8, because writing back would change them.
 * @param {Uint8Array|ArrayBuffer} bytes
 * @param {string} pad
 */
export function alsTekst(bytes, pad) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (oorzaak) {
    throw new SmederijFout('server', `Het bestand ${pad} is geen gewone tekst. Vraag de beheerder om het te herstellen.`, {
      oorzaak,
    });
  }
}
