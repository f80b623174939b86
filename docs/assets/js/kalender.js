// The timeline of the calendar: scroll to today, keep the zoom in the address, put the bars in other groups.
// Zooming itself is CSS on the radio buttons; without this file the timeline is complete.

const PIXELS_VOOR_VANDAAG = 0.3; // where today stands in the window: room to look back a little

function naarVandaag(rol) {
  const tabel = rol.querySelector("table");
  const vandaag = Number.parseFloat(tabel.style.getPropertyValue("--vandaag"));
  if (Number.isNaN(vandaag)) return;
  const namen = tabel.tHead.rows[0].cells[0].offsetWidth;
  const plek = ((tabel.offsetWidth - namen) * vandaag) / 100;
  rol.scrollLeft = plek - (rol.clientWidth - namen) * PIXELS_VOOR_VANDAAG;
}

function schrijf(naam, waarde, gewoon) {
  const adres = new URL(location.href);
  if (waarde === gewoon) adres.searchParams.delete(naam);
  else adres.searchParams.set(naam, waarde);
  history.replaceState(history.state, "", adres);
}

function zoom(kalender) {
  const rol = kalender.querySelector(".tijdlijn__rol");
  const gevraagd = new URL(location.href).searchParams.get("zoom");
  for (const keuze of kalender.querySelectorAll('input[name="zoom"]')) {
    if (keuze.value === gevraagd) keuze.checked = true;
    keuze.addEventListener("change", () => {
      schrijf("zoom", keuze.value, "jaar");
      naarVandaag(rol);
    });
  }
  naarVandaag(rol);
}

// The groups a reader can choose; the words of a choice come from the filter of the page, so they are the same.
const GROEPEN = { wie: "accountmanager", segment: "segment", fase: "fase" };

// What has ended belongs to nobody any more, so it is a group of its own: the counts of the others are of what runs.
const EINDE = "beeindigd";
// A contract has more people than one; the first is the account manager.
const groepVan = (naam, rij) => (rij.dataset.fase === EINDE ? EINDE : rij.dataset[naam].split(" ")[0]);

function woorden(naam, waarde) {
  if (waarde === EINDE) return "Beëindigd";
  const optie = document.querySelector(`.filter select[name="${naam}"] option[value="${CSS.escape(waarde)}"]`);
  return optie?.textContent ?? waarde;
}

function volgordeVan(naam, rijen) {
  const opties = [...document.querySelectorAll(`.filter select[name="${naam}"] option`)].map((optie) => optie.value);
  const plek = (waarde) => (waarde === EINDE ? opties.length : opties.indexOf(waarde));
  return [...new Set(rijen.map((rij) => groepVan(naam, rij)))].sort((a, b) => plek(a) - plek(b));
}

function groepeer(tabel, naam, rijen) {
  const lijven = volgordeVan(naam, rijen).map((waarde) => {
    const eigen = rijen.filter((rij) => groepVan(naam, rij) === waarde);
    const lijf = document.createElement("tbody");
    lijf.dataset.deel = "";
    const kop = lijf.insertRow();
    kop.className = "tijdlijn__groep";
    const cel = document.createElement("th");
    cel.scope = "rowgroup";
    cel.colSpan = 2;
    const telling = document.createElement("span");
    telling.className = "zacht";
    telling.dataset.telling = "";
    telling.textContent = eigen.filter((rij) => !rij.hidden).length;
    const kopnaam = document.createElement("span");
    kopnaam.className = "tijdlijn__groepnaam";
    kopnaam.append(`${woorden(naam, waarde)} `, telling);
    cel.append(kopnaam);
    kop.append(cel);
    lijf.append(...eigen);
    lijf.hidden = eigen.every((rij) => rij.hidden);
    return lijf;
  });
  for (const lijf of [...tabel.tBodies]) lijf.remove();
  tabel.append(...lijven);
}

function maakGroepkeuze(kalender) {
  const tabel = kalender.querySelector(".tijdlijn__tabel");
  const rijen = [...tabel.querySelectorAll("tr[data-item]")];
  const label = document.createElement("label");
  const keuze = document.createElement("select");
  label.className = "tijdlijn__groepkeuze";
  for (const [naam, titel] of Object.entries(GROEPEN)) keuze.add(new Option(titel, naam));
  label.append("Groepeer op ", keuze);
  kalender.querySelector(".tijdlijn__zoom").append(label);
  keuze.addEventListener("change", () => {
    schrijf("groep", keuze.value, "wie");
    groepeer(tabel, keuze.value, rijen);
  });
  const gevraagd = new URL(location.href).searchParams.get("groep");
  if (gevraagd in GROEPEN && gevraagd !== "wie") {
    keuze.value = gevraagd;
    groepeer(tabel, gevraagd, rijen);
  }
}

for (const kalender of document.querySelectorAll("[data-kalender]")) {
  if (!kalender.querySelector(".tijdlijn__tabel")) continue;
  zoom(kalender);
  maakGroepkeuze(kalender);
}
