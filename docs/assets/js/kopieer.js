// A button below each <pre data-kopieer> that puts its text on the clipboard, and says so to who listens too.
// Beside the address of a calendar, [data-agenda], the same for that address, in full as this reader reaches the site.
//
// The list of what can happen is folded: the fold that an address leads to (#verlengd) opens. Its journals are those of
// the account manager: who says to be another gets the name and the address of his own. Without this module the text
// can be selected, every fold opens by hand, and a line at each journal says whose name belongs there.

// An intranet without https has no navigator.clipboard; the older way needs a selection.
async function kopieer(tekst, blok) {
  try {
    await navigator.clipboard.writeText(tekst);
    return true;
  } catch {
    const doos = document.createElement("textarea");
    doos.value = tekst;
    doos.style.position = "fixed";
    document.body.append(doos);
    doos.select();
    const gelukt = document.execCommand("copy");
    doos.remove();
    if (!gelukt) getSelection().selectAllChildren(blok);
    return gelukt;
  }
}

function maakKnop(blok) {
  const [knop, gezegd] = kopieerknop(blok, "Kopieer de regels", "De regels zijn");
  knop.className = "gebeurd__knop";
  const rij = document.createElement("p");
  rij.className = "gebeurd__kopieer";
  rij.append(knop, " ", gezegd);
  blok.after(rij);
}

function kopieerknop(blok, woorden, wat) {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.textContent = woorden;
  const gezegd = document.createElement("span");
  gezegd.className = "zacht";
  gezegd.setAttribute("role", "status");
  knop.addEventListener("click", async () => {
    gezegd.textContent = "";
    const tekst = blok.innerText.trimEnd();
    const gelukt = await kopieer(blok.tagName === "PRE" ? `${tekst}\n` : tekst, blok);
    knop.focus();
    gezegd.textContent = gelukt ? "Gekopieerd" : `Dat lukt hier niet. ${wat} geselecteerd: druk op Ctrl+C.`;
  });
  return [knop, gezegd];
}

function maakAdres(vak) {
  const adres = vak.querySelector("code");
  const halen = vak.querySelector("a[download]");
  const doen = halen.parentElement;
  adres.textContent = halen.href;
  let volgen = vak.querySelector("a[data-volg]");
  if (!volgen) {
    volgen = document.createElement("a");
    volgen.textContent = "Volgen";
    volgen.setAttribute("aria-label", halen.getAttribute("aria-label").replace("Downloaden", "Volgen"));
    doen.prepend(volgen, " ");
  }
  volgen.href = halen.href.replace(/^https?:/, "webcal:");
  const [knop, gezegd] = kopieerknop(adres, "Kopieer het adres", "Het adres is");
  knop.className = "agenda__knop";
  knop.setAttribute("aria-label", halen.getAttribute("aria-label").replace("Downloaden", "Kopieer het adres"));
  doen.prepend(knop, " ");
  doen.append(" ", gezegd);
}

function openDoel() {
  const vouw = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".gebeurd details");
  if (!vouw) return;
  vouw.open = true;
  vouw.scrollIntoView();
}

const WIE = "handboek-wie"; // as editing keeps it (macros/bewerken/scherm/opslag.js)

function onthouden(ik) {
  try {
    if (ik) localStorage.setItem(WIE, ik);
    return localStorage.getItem(WIE) ?? "";
  } catch {
    return ik ?? ""; // where nothing can be kept, it holds for this page
  }
}

function toonDagboek(blad, ik) {
  const { wie, weken, open, begin } = blad.dataset;
  const staatEr = weken.split(" ").includes(ik);
  const adres = staatEr ? open : begin;
  for (const link of blad.querySelectorAll("a[data-dagboek]")) {
    link.querySelector("mark").textContent = ik;
    if (!adres) continue;
    link.href = adres.replace(`-${wie}.yml`, `-${ik}.yml`);
    link.title = staatEr ? "Open dit bestand" : "Begin dit bestand";
  }
  for (const zin of blad.querySelectorAll(".gebeurd__anders")) zin.hidden = true;
}

// Of a large team the page names only who works for the client; the page of the talks has a link to everybody.
async function voegCollegasToe(keuze) {
  // Where that page cannot be had, the colleagues of this client are all there is to choose from, as without a script.
  const antwoord = await fetch(keuze.dataset.meer).catch(() => null);
  if (!antwoord?.ok) return;
  const bekend = new Set([...keuze.options].map((optie) => optie.value));
  const blad = new DOMParser().parseFromString(await antwoord.text(), "text/html");
  for (const link of blad.querySelectorAll('#overleg-lijst-blad dt a[href*="overleg/"]')) {
    const id = link.getAttribute("href").split("/").at(-2);
    if (!bekend.has(id)) keuze.add(new Option(link.textContent, id));
  }
}

async function vraagWie(blad) {
  const keuze = blad.querySelector(".gebeurd__wie select");
  if (!keuze) return;
  keuze.closest("p").hidden = false;
  if (keuze.dataset.meer && location.protocol.startsWith("http")) await voegCollegasToe(keuze);
  const ik = onthouden();
  if ([...keuze.options].some((optie) => optie.value === ik)) {
    keuze.value = ik;
    toonDagboek(blad, ik);
  }
  keuze.addEventListener("change", () => toonDagboek(blad, onthouden(keuze.value) && keuze.value));
}

for (const blad of document.querySelectorAll(".gebeurd[data-wie]")) vraagWie(blad);
for (const blok of document.querySelectorAll("pre[data-kopieer]")) maakKnop(blok);
if (location.protocol.startsWith("http")) {
  for (const vak of document.querySelectorAll("[data-agenda]")) maakAdres(vak);
}
openDoel();
addEventListener("hashchange", openDoel);
