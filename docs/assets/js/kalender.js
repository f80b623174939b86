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

// The groups a reader can choose. The page comes grouped by who acts first; the words of the other choices are those of
// the filter, so a choice that the filter does not have is not offered.
const GEWOON = "beurt";
const GROEPEN = { beurt: "wie aan zet is", wie: "accountmanager", segment: "segment", fase: "fase" };

// A contract has more people than one; the first is the account manager.
const groepVan = (naam, rij) => rij.dataset[naam].split(" ")[0];

const optiesVan = (naam) => [...document.querySelectorAll(`.filter select[name="${naam}"] option`)];

function lijfVoor(woorden, rijen, tabel) {
  const lijf = document.createElement("tbody");
  lijf.dataset.deel = "";
  const kop = tabel.querySelector(".tijdlijn__groep").cloneNode(true);
  const naam = kop.querySelector(".tijdlijn__groepnaam");
  const telling = naam.querySelector("[data-telling]");
  telling.textContent = rijen.filter((rij) => !rij.hidden).length;
  naam.replaceChildren(`${woorden} `, telling);
  lijf.append(kop, ...rijen);
  lijf.hidden = rijen.every((rij) => rij.hidden);
  return lijf;
}

function groepeer(tabel, naam, rijen) {
  const opties = optiesVan(naam);
  const plek = (waarde) => opties.findIndex((optie) => optie.value === waarde);
  const waarden = [...new Set(rijen.map((rij) => groepVan(naam, rij)))].sort((a, b) => plek(a) - plek(b));
  const lijven = waarden.map((waarde) => {
    const eigen = rijen.filter((rij) => groepVan(naam, rij) === waarde);
    return lijfVoor(opties[plek(waarde)]?.textContent ?? waarde, eigen, tabel);
  });
  for (const lijf of [...tabel.tBodies]) lijf.remove();
  tabel.append(...lijven);
}

function zetTerug(tabel, lijven) {
  for (const lijf of [...tabel.tBodies]) lijf.remove();
  for (const [lijf, eigen] of lijven) {
    lijf.append(...eigen);
    lijf.hidden = eigen.every((rij) => rij.hidden);
    lijf.querySelector("[data-telling]").textContent = eigen.filter((rij) => !rij.hidden).length;
  }
  tabel.append(...lijven.keys());
}

function maakGroepkeuze(kalender) {
  const tabel = kalender.querySelector(".tijdlijn__tabel");
  const lijven = new Map([...tabel.tBodies].map((lijf) => [lijf, [...lijf.querySelectorAll("tr[data-item]")]]));
  const rijen = [...lijven.values()].flat();
  const label = document.createElement("label");
  const keuze = document.createElement("select");
  label.className = "tijdlijn__groepkeuze";
  for (const [naam, titel] of Object.entries(GROEPEN)) {
    if (naam === GEWOON || optiesVan(naam).length > 0) keuze.add(new Option(titel, naam));
  }
  label.append("Groepeer op ", keuze);
  kalender.querySelector(".tijdlijn__zoom").append(label);
  const kies = () => (keuze.value === GEWOON ? zetTerug(tabel, lijven) : groepeer(tabel, keuze.value, rijen));
  keuze.addEventListener("change", () => {
    schrijf("groep", keuze.value, GEWOON);
    kies();
  });
  const gevraagd = new URL(location.href).searchParams.get("groep");
  if ([...keuze.options].some((optie) => optie.value === gevraagd && gevraagd !== GEWOON)) {
    keuze.value = gevraagd;
    kies();
  }
}

for (const kalender of document.querySelectorAll("[data-kalender]")) {
  if (!kalender.querySelector(".tijdlijn__tabel")) continue;
  zoom(kalender);
  maakGroepkeuze(kalender);
}
