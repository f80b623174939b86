// The page /wat-als/: a button that fetches what plays a scenario. A link that carries one asked for it already.

import { haal } from "./aanpassen.js";

const blad = /** @type {HTMLElement | null} */ (document.querySelector(".wat-als"));
const MISLUKT = "Dat lukt nu niet. Kijk of je verbinding hebt, en probeer het opnieuw.";

if (blad && typeof WebAssembly !== "undefined") {
  const knop = document.createElement("button");
  knop.type = "button";
  knop.className = "aanpassen aanpassen--woord";
  knop.textContent = "Reken een scenario door";
  const zegt = document.createElement("p");
  zegt.setAttribute("role", "status");
  const begin = async () => {
    knop.setAttribute("aria-busy", "true");
    zegt.textContent = "Het rekenwerk wordt opgehaald …";
    try {
      await (await haal()).watals(blad);
    } catch {
      zegt.textContent = MISLUKT;
    } finally {
      knop.removeAttribute("aria-busy");
    }
  };
  for (const soort of ["pointerenter", "focus"]) knop.addEventListener(soort, () => haal().catch(() => {}), { once: true });
  knop.addEventListener("click", begin);
  blad.replaceChildren(knop, zegt);
  if (new URLSearchParams(location.search).has("stap")) begin();
} else if (blad) {
  blad.textContent = "In deze browser kan dit niet. Met een opdracht kan het wel: handboek wat-als verlies bakkerij-de-vries.";
}
