// The row of all registers slides on a phone: bring the present one in sight. Without this module it starts at the first.

const hier = document.querySelector(".registers__lijst [aria-current]");
if (hier) {
  const rij = hier.closest("ul");
  rij.scrollLeft = hier.offsetLeft - rij.offsetLeft - (rij.clientWidth - hier.offsetWidth) / 2;
}
