"""Section 14.5: files that an export holds beside its entries."""
from files import COUNTS, PIECE, is_name, read
from verify import Fault, Reader, b64, need, open_with, says, state_of

SIZES = {64 + n * (PIECE + 16) - 1 for n in COUNTS}

def list_in(r, logs):
    """14.5: whose files stand behind the footer."""
    need(len(r.b) - r.at >= 4, "export-layout")
    count = r.num(4)
    need(1 <= count <= 4096 and len(r.b) - r.at >= 41 * count, "export-layout")
    rows, before = [], b""
    for n in range(count):
        raw = r.take(41)
        row = Reader(raw).fields("log1 entry4 blob32 length4")
        of = logs[row["log"]][1] if row["log"] < len(logs) else []
        if not (row["entry"] < len(of) and raw[:37] > before and row["length"] in SIZES): raise Fault("export-file", n)
        rows.append(row)
        before = raw[:37]
    return rows

def names_in(logs):
    """What each entry of kind 1 that is ok names: by log and entry, its device, and by blob id the first name of it."""
    found = {}
    for n, (log, entries, _) in enumerate(logs):
        for i, e in enumerate(entries):
            if e["h"]["kind"] != 1 or state_of(e, log)[0] != "ok": continue
            names = {}
            for name in all_names(says(open_with(e["mk"], e["h"], e["body"]))["body"]):
                names.setdefault(b64(name["blob"]), name)
            found[n, i] = log.id, e["h"]["device"], names
    return found

def all_names(v):
    if is_name(v): return [v]
    inner = v.values() if isinstance(v, dict) else v if isinstance(v, list) else []
    return [name for one in inner for name in all_names(one)]

def files_in(logs, rows, behind):
    need(len(behind) == sum(row["length"] for row in rows), "export-layout")
    naming, here, at = names_in(logs), set(), 0
    for n, row in enumerate(rows):
        place, file = (row["log"], row["entry"]), behind[at:at + row["length"]]
        log, device, names = naming.get(place, (None, None, {}))
        name = names.get(row["blob"])
        try: need(name, "file-name") or read(file, log, device, row["blob"], b64(name["key"]), name["size"])
        except Fault: raise Fault("export-file", n) from None
        at += row["length"]
        here.add((place, row["blob"]))
    return [{"log": n, "entry": i, "blob": blob.hex(), "size": name["size"], "type": name["type"],
             "state": "here" if ((n, i), blob) in here else "missing"}
            for (n, i), (_, _, names) in naming.items() for blob, name in sorted(names.items())]
