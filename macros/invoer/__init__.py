"""From a contract register (CSV, XLSX, OCDS JSON) to account files, without guessing.

The order is: `mapping` and `tabel` read what there is, `rijen` makes a contract of each row or says why not, `groepen`
gathers the contracts per client, `plannen` sets beside what stands in the folder and decides, and only then is anything
written. Each step hands its remarks to the report.
"""
