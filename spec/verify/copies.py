"""Section 16: a copy, read from its text alone."""
import re
from beside import copied_files, held_files, open_sealed
from verify import DAY, Fault, Log, Reader, PRE, entry_in, need, says, state_of, text_of

BAD = "copy-layout"

class Laid:
    """Takes every entry unjudged, so that the layout is read to its end before any chain is."""
    def __init__(self): self.all = []
    def take(self, *entry): self.all.append(entry)

def day_in(r):
    day = text_of(r.take(10), BAD)
    need(DAY.fullmatch(day), BAD)
    return day

def ended_in(r):
    why = r.num(1)
    need(why <= 4, BAD)
    return {"why": ("apart", "left", "closed", "alone", "moved")[why], "day": day_in(r)}

def part_in(r):
    which = r.num(1)
    need(which <= 2, BAD)
    ended = ended_in(r) if which == 2 else {}
    p, size, laid = r.fields("member16 id32"), r.num(4), Laid()
    need(size > 0, BAD)
    try: p["entries"] = [entry_in(r, laid) for _ in range(size)]
    except Fault: raise Fault(BAD) from None
    need(r.num(4) == 0, BAD)
    return p | {"which": ("private", "shared", "earlier")[which], "ended": ended, "laid": laid.all}

def judged(p):
    log = Log(p["id"])
    try:
        for e, laid in zip(p["entries"], p["laid"]): e["verdict"] = log.take(*laid)
    except Fault: raise Fault("copy-chain") from None
    need(not any(e["body"] is not None and e["hash"] in log.redacted for e in p["entries"]), "copy-chain")
    need(p["member"] in log.members, "copy-chain")
    states = [s + (": " + why if why else "") for s, why, _ in (state_of(e, log) for e in p["entries"])]
    return {"which": p["which"], **p["ended"], "member": p["member"].hex(), "head": log.head[1].hex(), "states": states}

def thing_in(r):
    kind, ref, origin = r.num(1), r.take(32), r.take(32)
    data = r.take(r.num(4))
    need(kind in (1, 4), BAD)
    try: says(data)
    except Fault: raise Fault(BAD) from None
    return {"kind": kind, "ref": ref.hex(), "from": origin.hex() if any(origin) else None, "data": data.decode("utf-8")}

def read_copy(b, passphrase):
    magic = re.match(rb"gs/v([1-9])/(.)", b, re.S)
    need(magic, "copy-form")
    form = magic[2][0]
    need(magic[1] == b"1" and form != 4 and form <= 7, "copy-newer")
    need(form not in (1, 2, 5, 6), "copy-export")
    need(form in (3, 7), "copy-form")
    b, behind = open_sealed(b, passphrase, "copy", 75) if form == 7 else (open_sealed(b, passphrase, "copy"), b"")
    need(not b or (b[0] <= 5 if form == 7 else b[0] in (0, 1, 3)), "copy-newer")
    r = Reader(b, BAD)
    layout, day, lock, count = r.num(1), day_in(r), r.num(1), r.num(1)
    need((layout == 5 if form == 7 else layout > 0) and 1 <= count <= 14, BAD)
    parts = [part_in(r) for _ in range(count)]
    sorts = [("private", "earlier", "shared").index(p["which"]) for p in parts]
    need(len({p["id"] for p in parts}) == count and sorts == sorted(sorts) and sorts.count(2) <= 1, BAD)
    need(form == 7 or (layout == 3) == (1 in sorts), BAD)
    rows = [[text_of(r.take(r.num(2)), BAD), text_of(r.take(r.num(4)), BAD)] for _ in range(r.num(4))]
    need(len({name for name, _ in rows}) == len(rows), BAD)
    things = [thing_in(r) for _ in range(r.num(4))]
    files = copied_files(r) if form == 7 else []
    need(len(b) % 4096 == 0 and len(b) - r.at < 4096 and not any(b[r.at:]), BAD)
    copy = {"day": day, "lock": lock, "parts": [judged(p) for p in parts], "rows": rows, "things": things}
    return copy | {"files": held_files(files, behind)} if form == 7 else copy
