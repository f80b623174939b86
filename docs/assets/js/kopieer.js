// A button below each <pre data-kopieer> that puts its text on the clipboard, and says so to who listens too.
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
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "gebeurd__knop";
  knop.textContent = "Kopieer de regels";
  const gezegd = document.createElement("span");
  gezegd.className = "zacht";
  gezegd.setAttribute("role", "status");
  knop.addEventListener("click", async () => {
    gezegd.textContent = "";
    const gelukt = await kopieer(`${blok.innerText.trimEnd()}\n`, blok);
    knop.focus();
    gezegd.textContent = gelukt ? "Gekopieerd" : "Dat lukt hier niet. De regels zijn geselecteerd: druk op Ctrl+C.";
  });
  const rij = document.createElement("p");
  rij.className = "gebeurd__kopieer";
  rij.append(knop, " ", gezegd);
  blok.after(rij);
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

function vraagWie(blad) {
  const keuze = blad.querySelector(".gebeurd__wie select");
  if (!keuze) return;
  keuze.closest("p").hidden = false;
  const ik = onthouden();
  if ([...keuze.options].some((optie) => optie.value === ik)) {
    keuze.value = ik;
    toonDagboek(blad, ik);
  }
  keuze.addEventListener("change", () => toonDagboek(blad, onthouden(keuze.value) && keuze.value));
}

for (const blad of document.querySelectorAll(".gebeurd[data-wie]")) vraagWie(blad);
for (const blok of document.querySelectorAll("pre[data-kopieer]")) maakKnop(blok);
openDoel();
addEventListener("hashchange", openDoel);
