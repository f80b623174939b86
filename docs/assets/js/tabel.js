// Sort and filter for tables: <div class="tabel" data-tabel="klanten"><table class="tabel__tabel"><thead>…
//
// <th data-sorteer="tekst|getal">   its words become a button that sorts; a cell may give data-waarde to sort by
// <th data-filter>                  a select with the values of this column (data-filter on a cell: its value)
// data-zoek on the wrapper          a search box over all cells
// The state stands in the address, with the name of the table in front: ?klanten-op=fase&klanten-zoek=zorg.

const VERGELIJK = new Intl.Collator("nl", { numeric: true, sensitivity: "base" });

class Tabel {
  constructor(omslag) {
    this.naam = omslag.dataset.tabel;
    this.omslag = omslag;
    this.tabel = omslag.querySelector("table");
    this.lijf = this.tabel.tBodies[0];
    this.rijen = [...this.lijf.rows];
    this.koppen = [...this.tabel.tHead.rows[0].cells];
    this.knoppen = this.koppen.map((kop, kolom) => this.maakKnop(kop, kolom));
    this.maakBalk();
    this.leesAdres();
  }

  maakKnop(kop, kolom) {
    if (!kop.dataset.sorteer) return null;
    const knop = document.createElement("button");
    knop.type = "button";
    knop.className = "tabel__knop";
    const uitleg = kop.querySelector(".begrip"); // a link may not stand inside a button
    knop.append(...[...kop.childNodes].filter((deel) => deel !== uitleg));
    kop.prepend(knop);
    knop.addEventListener("click", () => this.sorteer(kolom, kop.getAttribute("aria-sort") === "ascending"));
    return knop;
  }

  maakBalk() {
    this.balk = document.createElement("div");
    this.balk.className = "tabel__balk";
    this.velden = [];
    if ("zoek" in this.omslag.dataset) this.maakZoek();
    this.koppen.forEach((kop, kolom) => "filter" in kop.dataset && this.maakKeuze(kop, kolom));
    if (this.velden.length === 0) return;
    this.telling = document.createElement("output");
    this.telling.className = "tabel__telling";
    this.balk.append(this.telling);
    this.omslag.prepend(this.balk);
  }

  maakZoek() {
    const zoek = document.createElement("input");
    zoek.type = "search";
    this.voegToe(zoek, "zoek", this.omslag.dataset.zoek || "Zoek in deze tabel", "input");
    this.teksten = new Map(this.rijen.map((rij) => [rij, rij.textContent.toLocaleLowerCase("nl")]));
    this.velden.push({ naam: "zoek", veld: zoek, past: (rij, w) => this.teksten.get(rij).includes(w.trim().toLocaleLowerCase("nl")) });
  }

  maakKeuze(kop, kolom) {
    const keuze = document.createElement("select");
    const waarden = [...new Set(this.rijen.flatMap((rij) => waardenVoorFilter(rij.cells[kolom])))];
    keuze.add(new Option("Alle", ""));
    for (const waarde of waarden.sort(VERGELIJK.compare)) keuze.add(new Option(waarde, waarde));
    const titel = kop.textContent.trim();
    const naam = kop.dataset.filter || titel.toLocaleLowerCase("nl").replaceAll(/[^a-z]+/g, "-");
    this.voegToe(keuze, naam, titel, "change");
    this.velden.push({ naam, veld: keuze, past: (rij, w) => waardenVoorFilter(rij.cells[kolom]).includes(w) });
  }

  voegToe(veld, naam, titel, gebeurtenis) {
    const label = document.createElement("label");
    label.className = "tabel__veld";
    veld.name = `${this.naam}-${naam}`;
    label.append(`${titel} `, veld);
    this.balk.append(label);
    veld.addEventListener(gebeurtenis, () => {
      this.schrijf(veld.name, veld.value);
      this.filter();
    });
  }

  filter() {
    const actief = this.velden.filter(({ veld }) => veld.value.trim() !== "");
    let over = 0;
    for (const rij of this.rijen) {
      rij.hidden = !actief.every(({ veld, past }) => past(rij, veld.value));
      if (!rij.hidden) over += 1;
    }
    if (!this.telling) return;
    this.telling.value = over === 0 ? "Niets gevonden" : actief.length ? `${over} van ${this.rijen.length}` : "";
  }

  sorteer(kolom, aflopend) {
    const kop = this.koppen[kolom];
    const waarde = kop.dataset.sorteer === "getal" ? getalVan : tekstVan;
    const rang = (a, b) => (typeof a === "number" ? a - b : VERGELIJK.compare(a, b));
    const paren = this.rijen.map((rij) => [waarde(rij.cells[kolom]), rij]);
    // What is unknown stays last, whichever way the rest runs.
    const onbekend = ([w]) => w === "" || Number.isNaN(w);
    paren.sort((x, y) => onbekend(x) - onbekend(y) || (onbekend(x) ? 0 : rang(x[0], y[0]) * (aflopend ? -1 : 1)));
    this.lijf.append(...paren.map(([, rij]) => rij));
    for (const ander of this.koppen) ander.removeAttribute("aria-sort");
    kop.setAttribute("aria-sort", aflopend ? "descending" : "ascending");
    this.schrijf(`${this.naam}-op`, (aflopend ? "-" : "") + sleutel(kop));
  }

  leesAdres() {
    const adres = new URL(location.href);
    for (const { veld } of this.velden) veld.value = adres.searchParams.get(veld.name) ?? "";
    for (const { veld } of this.velden) if (veld.selectedIndex === -1) veld.value = "";
    const op = adres.searchParams.get(`${this.naam}-op`);
    const kolom = op ? this.koppen.findIndex((kop) => kop.dataset.sorteer && sleutel(kop) === op.replace(/^-/, "")) : -1;
    if (kolom >= 0) this.sorteer(kolom, op.startsWith("-"));
    this.filter();
  }

  schrijf(naam, waarde) {
    const adres = new URL(location.href);
    if (waarde === "") adres.searchParams.delete(naam);
    else adres.searchParams.set(naam, waarde);
    history.replaceState(history.state, "", adres);
  }
}

const sleutel = (kop) => kop.textContent.trim().toLocaleLowerCase("nl").replaceAll(/[^a-z]+/g, "-");
const tekstVan = (cel) => cel.dataset.waarde ?? cel.textContent.trim();
const getalVan = (cel) => Number.parseFloat(tekstVan(cel));
// A cell may go by several values: a client by its own account manager and by who stands in.
const waardenVoorFilter = (cel) => cel.dataset.filter?.split("|") ?? [cel.textContent.trim()];

for (const omslag of document.querySelectorAll(".tabel[data-tabel]")) {
  if (omslag.querySelector("thead") && omslag.querySelector("tbody tr + tr")) new Tabel(omslag);
  omslag.dataset.klaar = ""; // tabel.css keeps the room of the bar until now
}

// What scrolls sideways is reached with the keyboard and has a name: that of the table, or the heading above it. The
// theme wraps a table of a text when its own script runs.
function bereikbaar() {
  for (const rol of document.querySelectorAll(".tabel, .md-typeset__scrollwrap, .account-web, .werkdruk__omslag")) {
    if (rol.scrollWidth > rol.clientWidth) {
      rol.tabIndex = 0;
      rol.setAttribute("role", "region");
      rol.setAttribute("aria-label", naamVan(rol));
    } else for (const kenmerk of ["tabindex", "role", "aria-label"]) rol.removeAttribute(kenmerk);
  }
}

function naamVan(rol) {
  const titel = rol.querySelector("caption")?.textContent.trim();
  const koppen = [...document.querySelectorAll("article :is(h1, h2, h3, h4)")];
  const kop = koppen.findLast((kop) => kop.compareDocumentPosition(rol) & Node.DOCUMENT_POSITION_FOLLOWING);
  return titel || `Tabel bij ${kop?.firstChild.textContent.trim() ?? document.title}`;
}

addEventListener("load", bereikbaar);
addEventListener("resize", bereikbaar);
