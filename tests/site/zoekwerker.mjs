// Answers questions with the search box of a built site: node zoekwerker.mjs <site> < questions
// Questions are a JSON list; the answer is a JSON map of question → addresses of the found places, best first.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const site = process.argv[2];
// The name of the folder carries the hash of what stands in it.
const scripts = readdirSync(path.join(site, "assets")).find((map) => map.startsWith("js-"));
const { maakZoeker } = await import(pathToFileURL(path.join(site, "assets", scripts, "zoeker.js")).href);
const zoeker = maakZoeker(JSON.parse(readFileSync(path.join(site, "search/search_index.json"), "utf8")));
const questions = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(Object.fromEntries(questions.map((een) => [een, zoeker.zoek(een).map(({ plek }) => plek)]))));
