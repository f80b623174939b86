// Answers questions with the search worker of a built site, as a browser runs it: node zoekwerker.js <site> < questions
// Questions are a JSON list; the answer is a JSON map of question → addresses of the found places, grouped by page.
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const site = process.argv[2];
const folder = path.join(site, "assets/javascripts/workers");
const worker = fs.readdirSync(folder).find((name) => /^search\..*\.min\.js$/.test(name));

let listener;
const waiting = [];
const world = {
  console, URL, TextDecoder, TextEncoder, setTimeout, clearTimeout,
  addEventListener: (_kind, answer) => { listener = answer; },
  postMessage: (message) => waiting.shift()(message),
  importScripts: (...scripts) => scripts.forEach((script) => run(path.resolve(folder, script))),
};
world.self = world;
const context = vm.createContext(world);
const run = (file) => vm.runInContext(fs.readFileSync(file, "utf8"), context);
const send = (type, data) => new Promise((resolve) => { waiting.push(resolve); listener({ data: { type, data } }); });

(async () => {
  run(path.join(folder, worker));
  const index = JSON.parse(fs.readFileSync(path.join(site, "search/search_index.json"), "utf8"));
  await send(0, { ...index, options: { suggest: false } });
  const answers = {};
  for (const question of JSON.parse(fs.readFileSync(0, "utf8"))) {
    const { data } = await send(2, question);
    answers[question] = data.items.map((page) => page.map((place) => place.location));
  }
  console.log(JSON.stringify(answers));
})();
