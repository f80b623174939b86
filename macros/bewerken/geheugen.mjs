// For `make runtime`: a Python that has read its standard library, as a memory that starts at once.
//
// node geheugen.mjs FOLDER WHEEL BUNDLE OUT: FOLDER holds Pyodide. A first start with all of it says which modules of the
// standard library our code uses; a second one reads those and nothing else, so that the memory depends on no package.

import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [map, wiel, bundel, uit] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${map}/pyodide.mjs`).href);
const abi = /_(\d+_\d+)_wasm32\.whl$/.exec(wiel)[1];
const lijst = { info: { abi_version: abi, arch: "wasm32", platform: "", python: "" }, packages: {} };
const opties = { indexURL: `${map}/`, lockFileContents: lijst, env: { HOME: "/home/pyodide", PYTHONHASHSEED: "0" } };

const GEBRUIKT = `
import importlib, json, pkgutil, sys
for kamer in ("load", "gebeurtenissen", "controles", "views", "site", "bewerken"):
    kamer = importlib.import_module(f"macros.{kamer}")
    for module in pkgutil.walk_packages(kamer.__path__, f"{kamer.__name__}."):
        importlib.import_module(module.name)
json.dumps(sorted(
    naam for naam, module in sys.modules.items()
    if (getattr(module, "__file__", None) or "").startswith("/lib/python") and ".zip/" in module.__file__
    and not naam.startswith(("_pyodide", "pyodide", "_sysconfigdata"))
))
`;

const eerst = await loadPyodide(opties);
for (const [archief, soort] of [[wiel, "wheel"], [bundel, "zip"]]) {
  const doel = eerst.runPython("import site; site.getsitepackages()[0]");
  eerst.unpackArchive(new Uint8Array(readFileSync(archief)), soort, { extractDir: doel });
}
const gebruikt = JSON.parse(eerst.runPython(GEBRUIKT));

const klein = await loadPyodide({ ...opties, _makeSnapshot: true });
klein.runPython(`import ${gebruikt.join(", ")}, gc\nimportlib.invalidate_caches()\ngc.collect()`);
writeFileSync(uit, klein.makeMemorySnapshot());
console.log(klein.version, klein.runPython("import sys; '.'.join(map(str, sys.version_info[:3]))"));
