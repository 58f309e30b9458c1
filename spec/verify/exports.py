"""Section 14: an export, read from its text alone."""
import struct
from beside import files_in, has_files, list_in, told, unsealed, which
from verify import Fault, H, Log, Reader, entry_in, need, stands, state_of

def receipts_in(r, log, entries):
    """What servers signed of this log, each held against its chain."""
    count, before, words = r.num(4), b"", []
    need(count <= 64 and len(r.b) - r.at >= 145 * count, "export-layout")
    for n in range(count):
        raw = r.take(145)
        w = Reader(raw).fields("relay32 as1 seq8 hash32 hour4 incarnation4 sig64")
        w["as"], sig = {1: "head", 2: "receipt"}.get(w["as"]), w.pop("sig")
        good = w["as"] and w["seq"] < 2**53 and raw > before and stands(w["relay"], sig, w["as"], log.id + raw[33:81])
        if not good: raise Fault("export-receipt", n)
        ours = entries[w["seq"]]["hash"] if w["seq"] < len(entries) else None
        chain = "later" if ours is None else "here" if ours == w["hash"] else "another"
        words.append(w | {"relay": w["relay"].hex(), "hash": w["hash"].hex(), "chain": chain})
        before = raw
    return words

def contradict(a, b):
    if (a["relay"], a["incarnation"]) != (b["relay"], b["incarnation"]): return False
    if a["seq"] == b["seq"]: return a["hash"] != b["hash"]
    return [w["chain"] for w in sorted((a, b), key=lambda w: w["seq"])] == ["another", "here"]

def contradictions_in(words):
    found = {}
    for n, later in enumerate(words):
        for i, one in enumerate(words[:n]):
            if contradict(one, later): found.setdefault((later["relay"], later["incarnation"]), [i, n])
    return list(found.values())

def report_on(logs, fault=None, signer=None, named=None):
    def row(e, log):
        state, reason, day = ("stood", None, None) if fault and e["verdict"] == "ok" else state_of(e, log)
        seq, kind = e["h"]["seq"], e["h"]["kind"]
        return dict(seq=seq, hash=e["hash"].hex(), kind=kind, state=state, reason=reason, day=day)

    def one(log, entries, words):
        last, head = log.head or (None, None)
        return {"logId": log.id.hex(), "first": head and 0, "last": last, "head": head and head.hex(),
                "headWords": head and [int.from_bytes(head[:6], "big") >> 42 - 6 * i & 63 for i in range(8)],
                "entries": [row(e, log) for e in entries], "vouched": words, "contradictions": contradictions_in(words)}

    all_logs = [one(log, entries, words if signer else []) for log, entries, words in logs]
    return {"sound": fault is None, "fault": fault, "signer": signer, "logs": all_logs} | told(named, fault)

def log_in(r, logs, place):
    """The next log; `place` says how far the reading came, for whoever asks after a fault."""
    log_id, size = r.take(32), r.num(4)
    need(size > 0, "export-layout")
    need(not logs or log_id > logs[-1][0].id, "export-order")
    log, entries, words = Log(log_id), [], []
    logs.append((log, entries, words))
    for place["entry"] in range(size): entries.append(entry_in(r, log))
    place["entry"] = None
    words += receipts_in(r, log, entries)
    for place["entry"], e in enumerate(entries):
        need(e["body"] is None or e["hash"] not in log.redacted, "export-redacted")
    place["entry"] = None

def signer_in(r, logs, least=False):
    r.fault = "export-footer"
    need(len(r.b) - r.at >= 81 if least else len(r.b) - r.at == 81, r.fault)
    device, which = r.take(16), r.num(1)
    of = logs[which][0].devices.get(device, {}) if which < len(logs) else {}
    need(of.get("state") == "active", r.fault)
    heads = b"".join(struct.pack(">Q32sI", *log.head, len(entries)) for log, entries, _ in logs)
    need(stands(of["ed"], r.b[r.at:r.at + 64], "export", H("export", r.b[:r.at]) + bytes([len(logs)]) + heads), r.fault)
    return {"log": which, "device": device.hex(), "member": of["member"].hex()}

def read_export(b, passphrase):
    """The report of 14.4; None when a passphrase is wanted and there is none."""
    logs, place, named = [], {"log": None, "entry": None}, [] if has_files(b) else None
    try:
        b, behind = unsealed(b, passphrase)
        if b is None: return None
        r = Reader(b, "export-layout")
        r.at, count = 8, b[7] if len(b) > 7 else 0
        need(1 <= count <= 16, "export-layout")
        for place["log"] in range(count): log_in(r, logs, place)
        place["log"] = None
        rows = [] if named is None else list_in(r, logs)
        signer = signer_in(r, logs, named is not None and behind is None)
        if rows: named = files_in(logs, rows, r.b[r.at + 64:] if behind is None else behind)
        return report_on(logs, None, signer, named)
    except Fault as f:
        return report_on(logs, {"type": f.args[0]} | place | which(f), None, named)
