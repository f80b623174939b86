// Checklists that remember: each point of <div class="afvinklijst" data-vinkjes="dag-1"> gets a box to tick.
//
// The ticks stay in this browser (localStorage), under one key, by list and by the words of the point: a point that is
// rewritten is a new point. Without this module, or where a browser keeps nothing, it is the list on paper.

const SLEUTEL = "handboek-vinkjes";

function lees() {
  try {
    return JSON.parse(localStorage.getItem(SLEUTEL)) ?? {};
  } catch {
    return {}; // somebody else's text under our key: start anew
  }
}

function bewaart() {
  try {
    localStorage.setItem(`${SLEUTEL}-proef`, "");
    localStorage.removeItem(`${SLEUTEL}-proef`);
    return true;
  } catch {
    return false; // switched off, or full
  }
}

function schrijf(lijst, punt, aan) {
  const alles = lees();
  const over = (alles[lijst] ?? []).filter((eerder) => eerder !== punt);
  alles[lijst] = aan ? [...over, punt] : over;
  localStorage.setItem(SLEUTEL, JSON.stringify(alles));
}

function maakVinkje(regel, lijst, nummer, werkBij) {
  const woorden = regel.textContent.trim().replace(/\s+/g, " ");
  const vinkje = document.createElement("input");
  vinkje.type = "checkbox";
  vinkje.id = `vinkje-${lijst}-${nummer}`;
  vinkje.className = "vinkjes__vinkje";
  vinkje.checked = (lees()[lijst] ?? []).includes(woorden);
  vinkje.addEventListener("change", () => {
    schrijf(lijst, woorden, vinkje.checked);
    werkBij();
  });
  const label = document.createElement("label");
  label.htmlFor = vinkje.id;
  label.append(...regel.childNodes);
  regel.append(vinkje, label);
  return vinkje;
}

function maakLijst(blok) {
  const stand = document.createElement("output");
  stand.className = "vinkjes__stand";
  const vinkjes = [];
  const werkBij = () => {
    const klaar = vinkjes.filter((vinkje) => vinkje.checked).length;
    stand.value = `${klaar} van ${vinkjes.length} gedaan`;
  };
  for (const regel of blok.querySelectorAll(":scope > ul > li")) {
    vinkjes.push(maakVinkje(regel, blok.dataset.vinkjes, vinkjes.length + 1, werkBij));
  }
  blok.classList.add("vinkjes");
  blok.append(stand);
  werkBij();
  return () => {
    for (const vinkje of vinkjes) vinkje.checked = false;
    werkBij();
  };
}

function maakKnop(maakLeeg) {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "vinkjes__knop";
  knop.textContent = "Wis mijn vinkjes";
  knop.addEventListener("click", () => {
    localStorage.removeItem(SLEUTEL);
    for (const leeg of maakLeeg) leeg();
  });
  const uitleg = document.createElement("p");
  uitleg.className = "zacht vinkjes__wis";
  uitleg.append("Je vinkjes staan alleen in deze browser, op deze computer. Niemand anders ziet ze. ", knop);
  return uitleg;
}

const blokken = [...document.querySelectorAll("[data-vinkjes]")];
if (blokken.length > 0 && bewaart()) {
  const maakLeeg = blokken.map(maakLijst);
  blokken.at(-1).after(maakKnop(maakLeeg));
}
