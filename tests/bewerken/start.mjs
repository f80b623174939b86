// node start.mjs RUNTIME: starts Python as the Worker does and prints what it answers, and in what time, as JSON.
//
// In the folder stand motor.mjs, bundel.zip and invoer.json: {pyodide, asm, standaard, geheugen, wiel, gelezen, versie,
// abi, vragen: [[name, arguments], …]}. It leaves gelezen.zip there.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

const [runtime] = process.argv.slice(2);
const invoer = JSON.parse(readFileSync("invoer.json", "utf8"));
const haal = (pad) => import(pathToFileURL(pad).href);
const bytes = (pad) => new Uint8Array(readFileSync(pad));

const begin = performance.now();
const { start } = await haal("motor.mjs");
const python = await start(
  {
    loadPyodide: (await haal(`${runtime}/${invoer.pyodide}`)).loadPyodide,
    maakModule: (await haal(`${runtime}/${invoer.asm}`)).default,
    map: `${runtime}/`,
    standaard: `${runtime}/${invoer.standaard}`,
    geheugen: invoer.geheugen && new Uint8Array(gunzipSync(readFileSync(`${runtime}/${invoer.geheugen}`))),
    wiel: bytes(`${runtime}/${invoer.wiel}`),
    bundel: bytes("bundel.zip"),
    gelezen: invoer.gelezen && bytes(invoer.gelezen),
    versie: invoer.versie,
    abi: invoer.abi,
  },
  () => {},
);
const tijden = [performance.now() - begin];
const antwoorden = invoer.vragen.map(([naam, args]) => {
  const van = performance.now();
  const antwoord = JSON.parse(python.roep(naam, JSON.stringify(args)));
  tijden.push(performance.now() - van);
  return antwoord;
});
writeFileSync("gelezen.zip", python.gelezen());
console.log(JSON.stringify({ tijden, antwoorden }));
