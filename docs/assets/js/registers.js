// The row of all registers slides on a phone: bring the present one to its left edge, so that no name is
// cut off there. Without this module it starts at the first.

const hier = document.querySelector(".registers__lijst [aria-current]");
if (hier) {
  const rij = hier.closest("ul");
  rij.scrollLeft = hier.offsetLeft - rij.offsetLeft - Number.parseFloat(getComputedStyle(rij).paddingLeft);
}
