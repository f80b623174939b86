// A button below each <pre data-kopieer> that puts its text on the clipboard, and says so to who listens too.
//
// The list of what can happen is folded: the fold that an address leads to (#verlengd) opens. Without this module the
// text can be selected, and every fold opens by hand.

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

for (const blok of document.querySelectorAll("pre[data-kopieer]")) maakKnop(blok);
openDoel();
addEventListener("hashchange", openDoel);
