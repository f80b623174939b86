// Filters for lists and timelines: one form of selects, and items that carry the answers in data attributes.
//
// <form class="filter" data-filter="acties-lijst" data-telt="*" hidden>   the id of what is filtered, and which of its
//                                                          items the form counts; shown only when this runs
//   <select name="wie">…                                     an item stays when data-wie holds the chosen word
//   <output class="filter__telling">                         how many are left, read aloud
// Inside the target: [data-item] is one item, [data-deel] a part that hides when empty, [data-telling] its number,
// [data-leeg] the words for when nothing is left.
// A sentence <span data-sommen="acties-lijst" data-koppen="Te laat|Deze week">3 te laat</span> counts again under a
// choice, and once tijd.js moved an item; with data-woord="contract|contracten" it says how many the form counts.
// The choice stands in the address (?wie=anouk-de-wit), so a filtered page can be kept and sent.

function past(item, keuzes) {
  return keuzes.every(([naam, waarde]) => (item.dataset[naam] ?? "").split(" ").includes(waarde));
}

function telDelen(doel) {
  for (const deel of doel.querySelectorAll("[data-deel]")) {
    const over = deel.querySelectorAll("[data-item]:not([hidden])").length;
    deel.hidden = over === 0;
    for (const telling of deel.querySelectorAll("[data-telling]")) {
      if (telling.closest("[data-deel]") === deel) telling.textContent = over;
    }
  }
}

function schrijfSommen(doel, gekozen, over) {
  for (const som of document.querySelectorAll("[data-sommen]")) {
    const lijst = document.getElementById(som.dataset.sommen);
    if (!doel.contains(lijst)) continue;
    som.dataset.heel ??= som.textContent;
    if (!gekozen && !("verlopen" in lijst.dataset)) som.textContent = som.dataset.heel;
    else if (som.dataset.woord) som.textContent = `${over} ${som.dataset.woord.split("|")[over === 1 ? 0 : 1]} voor deze keuze.`;
    else som.textContent = telKoppen(lijst, som.dataset.koppen.split("|"));
  }
}

function telKoppen(lijst, koppen) {
  const delen = [];
  for (const deel of lijst.querySelectorAll(":scope > [data-deel]")) {
    const kop = deel.querySelector(".werklijst__kop")?.firstChild.textContent.trim();
    const over = deel.querySelectorAll("[data-item]:not([hidden])").length;
    if (over > 0 && koppen.includes(kop)) delen.push(`${over} ${kop.toLocaleLowerCase("nl")}`);
  }
  return delen.length > 0 ? `${delen.join(", ")}.` : "Niets voor deze keuze.";
}

function pasToe(form, doel) {
  const keuzes = [...new FormData(form)].filter(([, waarde]) => waarde !== "");
  const items = [...doel.querySelectorAll("[data-item]")];
  for (const item of items) item.hidden = !past(item, keuzes);
  telDelen(doel);
  const geteld = items.filter((item) => item.matches(form.dataset.telt));
  const over = geteld.filter((item) => !item.hidden).length;
  for (const leeg of doel.querySelectorAll("[data-leeg]")) leeg.hidden = over > 0;
  const telling = form.querySelector(".filter__telling");
  if (telling) telling.value = keuzes.length === 0 ? "" : over === 0 ? "Niets gevonden" : `${over} van ${geteld.length}`;
  schrijfSommen(doel, keuzes.length > 0, over);
  doel.dispatchEvent(new CustomEvent("gefilterd"));
}

function schrijfAdres(form) {
  const adres = new URL(location.href);
  for (const keuze of form.querySelectorAll("select[name]")) {
    if (keuze.value === "") adres.searchParams.delete(keuze.name);
    else adres.searchParams.set(keuze.name, keuze.value);
  }
  history.replaceState(history.state, "", adres);
}

function leesAdres(form) {
  const adres = new URL(location.href);
  for (const keuze of form.querySelectorAll("select[name]")) {
    const waarde = adres.searchParams.get(keuze.name);
    if ([...keuze.options].some((optie) => optie.value === waarde)) keuze.value = waarde;
  }
}

for (const form of document.querySelectorAll("form[data-filter]")) {
  const doel = document.getElementById(form.dataset.filter);
  if (!doel) continue;
  form.hidden = false;
  leesAdres(form);
  pasToe(form, doel);
  form.addEventListener("change", () => {
    schrijfAdres(form);
    pasToe(form, doel);
  });
  form.addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
}
