// The way into changing what stands here: a pencil at each box and heading of a client, and the bar of the proposal.
//
// What is behind it (forms, the check, Python) is fetched when somebody reaches for a pencil, and not before. Without
// this module the pencil of the page leads to the file, and each thing to write down has its lines to copy.

const WORTEL = new URL("../../", import.meta.url);
const KLANTBLAD = /^accounts\/[a-z0-9-]+\/(?:(?:canvas\/[^/]+|gebeurd|gesprek|sessie)\/)?(?:index\.html)?$/;
const pad = decodeURIComponent(location.pathname.slice(WORTEL.pathname.length));

let scherm;
function haal() {
  scherm ??= fetch(new URL("bewerken/nu.json", WORTEL), { cache: "no-cache" })
    .then((antwoord) => antwoord.json())
    .then((nu) => import(new URL(`bewerken/${nu.scherm}/begin.js`, WORTEL).href));
  scherm.catch(() => (scherm = undefined));
  return scherm;
}

function wek(ding) {
  for (const soort of ["pointerenter", "focus"]) ding.addEventListener(soort, () => haal().catch(() => {}), { once: true });
}

function maakKnop(woorden, doe) {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "aanpassen";
  knop.setAttribute("aria-label", `Aanpassen: ${woorden}`);
  knop.title = "Aanpassen";
  wek(knop);
  knop.addEventListener("click", async () => {
    knop.setAttribute("aria-busy", "true");
    try {
      doe(await haal());
    } catch {
      knop.title = "Dat lukt nu niet. Kijk of je verbinding hebt, en probeer het opnieuw.";
      knop.classList.add("aanpassen--mislukt");
    } finally {
      knop.removeAttribute("aria-busy");
    }
  });
  return knop;
}

function maakBalk() {
  const aantal = Number(localStorage.getItem("handboek-voorstel-aantal")) || 0;
  const balk = document.querySelector(".aanpassen-balk") ?? document.createElement("a");
  balk.className = "aanpassen-balk";
  balk.href = new URL("voorstel/", WORTEL).href;
  balk.textContent = aantal === 1 ? "1 wijziging klaar. Bekijk je voorstel" : `${aantal} wijzigingen klaar. Bekijk je voorstel`;
  balk.hidden = aantal === 0;
  if (!balk.isConnected) document.body.append(balk);
}

// Where there is no place to keep a proposal, there is nothing to offer.
if (typeof indexedDB !== "undefined" && typeof WebAssembly !== "undefined") {
  maakBalk();
  addEventListener("storage", maakBalk);
  addEventListener("handboek-voorstel", maakBalk);
  if (KLANTBLAD.test(pad)) {
    const kop = document.querySelector("article h1");
    kop?.after(maakKnop("deze klant", (begin) => begin.kies()));
    kop?.nextElementSibling?.classList.add("aanpassen--woord");
    for (const een of document.querySelectorAll("article h2[id]")) {
      const woorden = een.textContent.replace(/#$/, "").trim();
      een.append(maakKnop(woorden, (begin) => begin.opKop(een.id, woorden)));
    }
  }
  const blad = document.getElementById("voorstel");
  if (blad) haal().then((begin) => begin.voorstel(blad));
  document.addEventListener("click", (gebeurtenis) => {
    const link = gebeurtenis.target.closest?.('a[href*="gebeurd/#"]');
    if (!link || gebeurtenis.ctrlKey || gebeurtenis.metaKey || gebeurtenis.shiftKey) return;
    gebeurtenis.preventDefault();
    haal()
      .then((begin) => begin.opLink(link.href))
      .then((open) => open || location.assign(link.href))
      .catch(() => location.assign(link.href));
  });
}
