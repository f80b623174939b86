// What `neerzetten.py` writes beside the Worker: where the runtime of this site is, and how its files are called.
export const RUNTIME: string;
export const STANDAARD: string;
export const GEHEUGEN: string;
export const WIEL: string;
export const VERSIE: string;
export const ABI: string;
