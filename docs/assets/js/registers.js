// The row of all registers slides on a phone: bring the present one to its left edge, so that no name is
// cut off there. Without this module it starts at the first.

const hier = document.querySelector(".registers__lijst [aria-current]");
if (hier) {
  const rij = hier.closest("ul");
  rij.scrollLeft = hier.offsetLeft - rij.offsetLeft - Number.parseFloat(getComputedStyle(rij).paddingLeft);
}

// A long register has a page for each colleague: a link with ?wie=… to the register leads on to that one.
const wie = new URL(location.href).searchParams.get("wie");
const bladen = document.querySelectorAll(".collegablad[data-collegas] a[data-wie]");
const eigen = wie && [...bladen].find((link) => link.dataset.wie === wie);
if (eigen) location.replace(eigen.href);
