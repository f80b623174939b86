// Python in the browser: from the files of the runtime and the bundle to one function that asks our own code.
//
// What it needs is handed over, so that Node can start it in a test as a Worker does in a browser.

/**
 * @typedef {object} Delen
 * @property {(opties: object) => Promise<any>} loadPyodide  of pyodide.mjs
 * @property {(instellingen: object) => Promise<any>} maakModule  what pyodide.asm.mjs exports
 * @property {string} map  address or path of the folder with the runtime, with a slash at its end
 * @property {string} standaard  address or path of python_stdlib.zip
 * @property {Uint8Array | null} geheugen  the memory of a Python that has read its standard library
 * @property {Uint8Array} wiel  pydantic_core
 * @property {Uint8Array} bundel  our own code and what it uses
 * @property {Uint8Array | null} gelezen  what `gelezen()` gave at an earlier start with this bundle
 * @property {string} versie  of Python, such as 3.14
 * @property {string} abi  what the wheel and this Pyodide are made for, such as 2026_0
 */

const PAGINA = 65536;
const UITPAKKEN = `
import io, os, sys, zipfile
def pak_uit(inhoud, doel):
    with zipfile.ZipFile(io.BytesIO(inhoud.to_bytes())) as archief:
        for naam in archief.namelist():
            if not naam.endswith("/"):
                pad = os.path.join(doel, naam)
                os.makedirs(os.path.dirname(pad), exist_ok=True)
                with open(pad, "wb") as bestand:
                    bestand.write(archief.read(naam))
                os.utime(pad, (0, 0))  # so that what Python compiled at an earlier start is still of this file
def gelezen(doel):
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w", strict_timestamps=False) as archief:
        for map_, _, namen in os.walk(doel):
            if map_.endswith("__pycache__"):
                for naam in namen:
                    pad = os.path.join(map_, naam)
                    archief.write(pad, os.path.relpath(pad, doel))
    return stroom.getvalue()
`;

/**
 * Start Python. `meld` hears how far it is.
 * @param {Delen} delen
 * @param {(stap: string) => void} meld
 */
export async function start(delen, meld) {
  meld("python");
  const py = await wek(delen);
  meld("pakketten");
  const doel = `/lib/python${delen.versie}/site-packages`;
  const eigen = py.globals.get("dict")();
  py.runPython(UITPAKKEN, { globals: eigen });
  const pakUit = eigen.get("pak_uit");
  for (const archief of [delen.wiel, delen.bundel, delen.gelezen]) if (archief) pakUit(archief, doel);
  py.runPython("import importlib, sys; importlib.invalidate_caches(); sys.dont_write_bytecode = False");
  meld("lezer");
  const roep = py.pyimport("macros.bewerken.loket").roep;
  meld("klaar");
  return {
    /** @type {(naam: string, argumenten: string) => string} */
    roep,
    /**
     * What Python compiled, for a next start.
     * @type {() => Uint8Array<ArrayBuffer>}
     */
    gelezen: () => {
      const antwoord = eigen.get("gelezen")(doel);
      const bytes = antwoord.toJs();
      antwoord.destroy();
      return bytes;
    },
  };
}

/**
 * With a memory Python is there at once. One that this browser cannot use costs time, nothing else.
 * @param {Delen} delen
 */
async function wek(delen) {
  const { geheugen } = delen;
  const basis = {
    indexURL: delen.map,
    stdLibURL: delen.standaard,
    lockFileContents: { info: { abi_version: delen.abi, arch: "wasm32", platform: "", python: "" }, packages: {} },
    env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" },
  };
  if (geheugen) {
    try {
      return await delen.loadPyodide({
        ...basis,
        _loadSnapshot: geheugen,
        createPyodideModule: async (/** @type {object} */ instellingen) => {
          const module = await delen.maakModule(instellingen);
          const nodig = Math.floor(geheugen.length / PAGINA) * PAGINA;
          if (module.HEAP8.length < nodig) module.growMemory(nodig);
          return module;
        },
      });
    } catch {
      // Below, without it.
    }
  }
  return delen.loadPyodide({ ...basis, createPyodideModule: delen.maakModule });
}
