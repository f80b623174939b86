// What a wide screen has room for is folded on a phone, where the answers come first. Without this module it stands open.

const smal = matchMedia("(max-width: 45em)");
/** @type {NodeListOf<HTMLDetailsElement>} */
const delen = document.querySelectorAll("details[data-smal]");

function vouw() {
  const doel = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (const deel of delen) deel.open = !smal.matches || (doel instanceof Node && deel.contains(doel));
}

vouw();
smal.addEventListener("change", vouw);
addEventListener("beforeprint", () => delen.forEach((deel) => (deel.open = true)));
addEventListener("afterprint", vouw);
