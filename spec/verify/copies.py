"""Section 16: a copy, read from its text alone."""
import re
from verify import Fault, Log, Reader, PRE, entry_in, open_sealed, says, state_of

class Short(Reader):
    def __init__(self, b): super().__init__(b, "copy-layout")

def need(holds, fault="copy-layout"):
    if not holds: raise Fault(fault)

def text_of(b):
    try: return b.decode("utf-8")
    except UnicodeDecodeError: raise Fault("copy-layout") from None

class Laid:
    """Takes every entry unjudged, so that the layout is read to its end before any chain is."""
    def __init__(self): self.all = []
    def take(self, header, sig, body): self.all.append((header, sig, body))

def part_in(r):
    which, member, log_id, size, laid = r.num(1), r.take(16), r.take(32), r.num(4), Laid()
    need(which <= 1 and size > 0)
    entries = []
    for _ in range(size):
        try: entries.append(entry_in(r, laid))
        except Fault: raise Fault("copy-layout") from None
    need(r.num(4) == 0)
    return {"which": ("private", "shared")[which], "member": member, "id": log_id, "entries": entries, "laid": laid.all}

def judged(p):
    log = Log(p["id"])
    for e, (header, sig, body) in zip(p["entries"], p["laid"]):
        try: e["verdict"] = log.take(header, sig, body)
        except Fault: raise Fault("copy-chain") from None
    need(not any(e["body"] is not None and e["hash"] in log.redacted for e in p["entries"]), "copy-chain")
    need(any(d["member"] == p["member"] for d in log.devices.values()), "copy-chain")
    states = [s + (": " + why if why else "") for s, why, _ in (state_of(e, log) for e in p["entries"])]
    return {"which": p["which"], "member": p["member"].hex(), "head": log.head[1].hex(), "states": states}

def thing_in(r):
    kind, ref, origin, data = r.num(1), r.take(32), r.take(32), None
    data = r.take(r.num(4))
    need(kind in (1, 4))
    try: says(data)
    except Fault: raise Fault("copy-layout") from None
    return {"kind": kind, "ref": ref.hex(), "from": origin.hex() if any(origin) else None, "data": data.decode("utf-8")}

def read_copy(b, passphrase):
    magic = re.match(rb"gs/v([1-9])/(.)", b, re.S)
    need(magic, "copy-form")
    form = magic[2][0]
    need(magic[1] == b"1" and form <= 3, "copy-newer")
    need(form not in (1, 2), "copy-export")
    need(form == 3, "copy-form")
    b = open_sealed(b, passphrase, "copy")
    need(not b or b[0] <= 1, "copy-newer")
    r = Short(b)
    need(r.num(1) == 1)
    day, lock = text_of(r.take(10)), r.num(1)
    need(re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])", day))
    count = r.num(1)
    need(1 <= count <= 14)
    parts = [part_in(r) for _ in range(count)]
    need(len({p["id"] for p in parts}) == count and all(p["which"] == "private" for p in parts[:-1]))
    rows = [[text_of(r.take(r.num(2))), text_of(r.take(r.num(4)))] for _ in range(r.num(4))]
    need(len({name for name, _ in rows}) == len(rows))
    things = [thing_in(r) for _ in range(r.num(4))]
    need(len(b) % 4096 == 0 and len(b) - r.at < 4096 and not any(b[r.at:]))
    return {"day": day, "lock": lock, "parts": [judged(p) for p in parts], "rows": rows, "things": things}
