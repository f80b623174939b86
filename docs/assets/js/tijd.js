// Keeps a page honest on the days after it was built: "over 12 dagen" and lateness are worked out again from <time>.
//
// <time datetime="2026-03-30" data-wanneer>over 14 dagen</time>   the words follow the reader's own day
// <li data-stand="deze_week"> … <time … data-wanneer> …           becomes te_laat once that day has passed; not what
//                                                                 was put off (uitgesteld)
// In a list by standing such an item moves to the part [data-op=te_laat], and filter.js counts again; it is marked
// [data-werd-laat], which week.js counts.
// On top stands that the counts are of the day of the build; a page older than pagina-verouderd-dagen warns as well.
// <time datetime="2026-11-22" data-herzien>22 november 2026</time>   gets a remark once that is a year ago
// Nothing else happens with <meta name="peildatum-vast" content="ja"> (the example) or on the day of the build itself.

const DAG = 24 * 60 * 60 * 1000;
const HERZIEN_DAGEN = 365;

const meta = (naam) => document.querySelector(`meta[name="${naam}"]`)?.content;

// Days are counted in UTC: a day in which summer time starts is a day as any other.
const alsDag = (tekst) => Date.parse(`${tekst}T00:00:00Z`) / DAG;

function vandaag() {
  const delen = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });
  return alsDag(delen.format(new Date()));
}

const dagen = (aantal) => (aantal === 1 ? "1 dag" : `${aantal} dagen`);

// The same words as `wanneer` in macros/views/delen/stukken.py.
function wanneer(over, vorm) {
  if (over < 0) return vorm === "geleden" ? `${dagen(-over)} geleden` : `${dagen(-over)} te laat`;
  if (over === 0) return "vandaag";
  return over === 1 ? "morgen" : `over ${dagen(over)}`;
}

function werkBij(nu) {
  for (const tijd of document.querySelectorAll("time[data-wanneer]")) {
    const over = alsDag(tijd.dateTime) - nu;
    tijd.textContent = wanneer(over, tijd.dataset.wanneer);
    const rij = tijd.closest("[data-stand]:not([data-stand=uitgesteld])");
    if (over >= 0 || !rij || tijd.dataset.wanneer === "geleden") continue;
    if (rij.dataset.stand !== "te_laat") rij.dataset.werdLaat = "";
    rij.dataset.stand = "te_laat";
    verplaats(rij);
  }
}

function verplaats(rij) {
  const deel = rij.closest("[data-op]");
  const laat = deel?.parentElement.querySelector(":scope > [data-op=te_laat]");
  if (!laat || deel === laat) return;
  let nieuw = laat.querySelector(":scope > [data-nieuw]");
  if (!nieuw) {
    nieuw = document.createElement("section");
    Object.assign(nieuw.dataset, { deel: "", nieuw: "" });
    const kop = document.createElement(`h${Number(laat.querySelector(".werklijst__kop").tagName[1]) + 1}`);
    kop.className = "werklijst__kop";
    kop.textContent = "Te laat sinds deze pagina is gemaakt";
    const lijst = document.createElement("ul");
    lijst.className = rij.parentElement.className;
    nieuw.append(kop, lijst);
    laat.insertBefore(nieuw, laat.querySelector(":scope > details"));
  }
  nieuw.lastElementChild.append(rij);
  laat.hidden = false;
  laat.parentElement.dataset.verlopen = "";
}

// What was counted at the build (totals, headlines, groups) stays as it was; only days and lateness were worked out again.
function zegHoeOud(oud, dag, hoogstens) {
  const stand = `De aantallen op deze pagina zijn van ${dag}`;
  const melding = document.createElement("p");
  const verouderd = oud > hoogstens;
  melding.className = verouderd ? "tijd__verouderd" : "tijd__eerder";
  melding.setAttribute("role", "status");
  melding.textContent = verouderd
    ? `Deze pagina is ${dagen(oud)} oud. ${stand} en kunnen achterhaald zijn; vraag de beheerder om de site opnieuw te maken.`
    : `${stand}; wat sindsdien te laat werd, is bijgewerkt.`;
  (document.querySelector(".md-content__inner") ?? document.body).prepend(melding);
}

// A text grows old by the calendar of the reader, whatever day the figures of the site are about.
function toetsHerzien(nu) {
  for (const tijd of document.querySelectorAll("time[data-herzien]")) {
    if (nu - alsDag(tijd.dateTime) <= HERZIEN_DAGEN) continue;
    const merk = document.createElement("strong");
    merk.className = "hoofdstuk__oud";
    merk.textContent = "langer dan een jaar geleden: vraag de eigenaar of het nog klopt";
    tijd.after(" ", merk);
  }
}

toetsHerzien(vandaag());
const peildatum = meta("peildatum");
if (peildatum && meta("peildatum-vast") !== "ja") {
  const nu = vandaag();
  const oud = nu - alsDag(peildatum);
  if (oud !== 0) werkBij(nu);
  if (oud > 0) zegHoeOud(oud, meta("peildatum-tekst"), Number(meta("pagina-verouderd-dagen") ?? 8));
}
