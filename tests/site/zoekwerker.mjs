// Answers questions with the search box of a built site: node zoekwerker.mjs <site> < questions
// Questions are a JSON list; the answer is a JSON map of question → addresses of the found places, best first.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const site = process.argv[2];
// The name of the folder carries the hash of what stands in it.
const scripts = readdirSync(path.join(site, "assets")).find((map) => map.startsWith("js-"));
// By its text: older versions of Node take a file that ends in .js for no module.
const script = readFileSync(path.join(site, "assets", scripts, "zoeker.js"), "base64");
const { maakZoeker } = await import(`data:text/javascript;base64,${script}`);
const lees = async (naam) => JSON.parse(readFileSync(path.join(site, "search", naam), "utf8"));
const zoeker = maakZoeker(await lees("search_index.json"), lees);
const questions = JSON.parse(readFileSync(0, "utf8"));
const answers = {};
for (const question of questions) answers[question] = (await zoeker.zoek(question)).map(({ plek }) => plek);
console.log(JSON.stringify(answers));
