"""What verify.py is called with, and what it answers. Only here is anything read from a disk or written to a screen."""
import json, re
from pathlib import Path
from exports import read_export
from vectors import hold

def main(args, usage):
    if args[:1] == ["vectors"] and len(args) == 2:
        return hold(Path(args[1]))
    passphrase = None
    if args[1:2] == ["--passphrase-file"] and len(args) > 3:
        passphrase = re.sub(r"\r?\n\Z", "", Path(args[2]).read_bytes().decode("utf-8"))
        del args[1:3]
    if args[:1] != ["export"] or len(args) < 2:
        print(usage)
        return 2
    codes = []
    for name in args[1:]:
        report = read_export(Path(name).read_bytes(), passphrase)
        print(json.dumps(report, ensure_ascii=False, separators=(",", ":")), flush=True)
        fault = report["fault"] if report else {"type": "export-passphrase"}
        codes.append(0 if fault is None else 2 if fault["type"] in ("export-form", "export-passphrase") else 1)
    return max(codes)
