// Narrows the marks of what changed ([data-gewijzigd="2026-11-12"]) to those from a later day.
//
// The number counts each change once: not its short mark on paper, nor the one in the part of a client page.
// The choice ([data-sinds]) is hidden until this runs: without it all marks stand there, from the first choice on.

const keuze = document.querySelector("[data-sinds]");
if (keuze) {
  const [lijst, dag] = [keuze.querySelector("select"), keuze.querySelector("input")];
  const gezegd = keuze.querySelector("[role=status]");
  const toon = () => {
    dag.parentElement.hidden = lijst.value !== "";
    const vanaf = lijst.value || dag.value || dag.min;
    const merken = [...document.querySelectorAll("[data-gewijzigd]")];
    for (const merk of merken) merk.hidden = merk.dataset.gewijzigd < vanaf;
    for (const houder of document.querySelectorAll("[data-gewijzigd-houder]")) {
      houder.hidden = !houder.querySelector("[data-gewijzigd]:not([hidden])");
    }
    const over = merken.filter((merk) => !merk.hidden && !merk.closest("[data-kort], [data-gewijzigd-houder]")).length;
    gezegd.textContent = over === 1 ? "1 wijziging" : `${over} wijzigingen`;
  };
  for (const veld of [lijst, dag]) veld.addEventListener("change", toon);
  keuze.hidden = false;
  toon();
}
