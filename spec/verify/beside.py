"""Sections 14.2, 14.5 and 16.1: what stands under a passphrase, and the files behind an export or a copy."""
import re, struct, unicodedata
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from files import COUNTS, MOST, PIECE, TYPE, is_name, read
from verify import PRE, Fault, Reader, b64, need, open_with, opened, says, state_of, text_of

SIZES = {64 + n * (PIECE + 16) - 1 for n in COUNTS}

def open_sealed(b, passphrase, what="export", head=71):
    """What is inside; with a head of 75, which holds its length, what stands behind it, too."""
    need(len(b) >= head + 16, what + "-layout")
    end = head + struct.unpack(">I", b[71:75])[0] if head == 75 else len(b)
    need(head + 16 <= end <= len(b), what + "-layout")
    phrase = unicodedata.normalize("NFKC", passphrase).encode()
    stretched = Argon2id(salt=b[7:39], length=32, iterations=3, lanes=1, memory_cost=65536).derive(phrase)
    plain = opened(stretched, b"", what, b"", b[39:71], b[head:end], b[:head], (what + "-passphrase", what + "-sealed"))
    return plain if head == 71 else (plain, b[end:])

def has_files(b): return b[:7] in (PRE + b"\x05", PRE + b"\x06")

def unsealed(b, passphrase):
    """The plain file, and the bytes behind it where they stood outside; None where a passphrase is wanted."""
    need(b[:6] == PRE and b[6:7] in (b"\x01", b"\x02", b"\x05", b"\x06"), "export-form")
    form, behind = b[6], None
    if form in (2, 6) and passphrase is None: return None, None
    if form == 2: b = open_sealed(b, passphrase)
    if form == 6: b, behind = open_sealed(b, passphrase, head=75)
    need(b[:7] == PRE + (b"\x01" if form < 5 else b"\x05"), "export-form")
    return b, behind

def told(named, fault): return {} if named is None else {"files": [] if fault else named}

def which(f): return {"file" if f.args[0] == "export-file" else "receipt": f.args[1]} if f.args[1:] else {}

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

def copied_file(r):
    f = {"ref": r.take(32), "draft": text_of(r.take(r.num(2)), "copy-layout")}
    f |= r.fields("logId32 device16 blob32 key32 size4")
    f["type"] = text_of(r.take(r.num(1)), "copy-layout")
    f["length"] = r.num(4)
    need((f["draft"] == "") == any(f["ref"]), "copy-layout")
    need(re.fullmatch(TYPE, f["type"]) and 1 <= f["size"] <= MOST, "copy-layout")
    need(f["length"] in SIZES, "copy-layout")
    return f

def copied_files(r):
    count = r.num(4)
    need(1 <= count <= 4096, "copy-layout")
    files = [copied_file(r) for _ in range(count)]
    need(len({f["blob"] for f in files}) == count, "copy-layout")
    return files

def held_files(files, behind):
    need(len(behind) == sum(f["length"] for f in files), "copy-sealed")
    at = 0
    for f in files:
        try: read(behind[at:at + f["length"]], f["logId"], f["device"], f["blob"], f.pop("key"), f["size"])
        except Fault: raise Fault("copy-sealed") from None
        at += f.pop("length")
        f["ref"] = f["ref"] if any(f["ref"]) else None
    return [{k: v.hex() if isinstance(v, bytes) else v for k, v in f.items()} for f in files]
