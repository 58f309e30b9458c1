"""Section 14: an export, read from its text alone."""
import struct
from verify import Fault, H, Log, PRE, Reader, entry_in, open_sealed, stands, state_of

def words_of(head): return [int.from_bytes(head[:6], "big") >> 42 - 6 * i & 63 for i in range(8)]

def receipts_in(r, log):
    """What servers signed of this log, each as its fields."""
    count, before, words = r.num(4), b"", []
    if count > 64 or len(r.b) - r.at < 145 * count: raise Fault("export-layout")
    for n in range(count):
        b = r.take(145)
        relay, kind, seq, hash_, hour, incarnation = struct.unpack(">32sBQ32sII", b[:81])
        good = b > before and kind in (1, 2) and seq < 2**53
        said = ("head", "receipt")[kind - 1] if good else ""
        if not good or not stands(relay, b[81:], said, log.id + b[33:81]): raise Fault("export-receipt", n)
        before = b
        words.append({"relay": relay.hex(), "as": said, "seq": seq, "hash": hash_.hex(), "hour": hour, "incarnation": incarnation})
    return words

def vouched_in(words, entries):
    ours = [e["hash"].hex() for e in entries]
    def chain(w): return "later" if w["seq"] >= len(ours) else "here" if ours[w["seq"]] == w["hash"] else "another"
    return [{**w, "chain": chain(w)} for w in words]

def contradict(a, b):
    if (a["relay"], a["incarnation"]) != (b["relay"], b["incarnation"]): return False
    if a["seq"] == b["seq"]: return a["hash"] != b["hash"]
    low, high = sorted((a, b), key=lambda w: w["seq"])
    return low["chain"] == "another" and high["chain"] == "here"

def contradictions_in(words):
    found = {}
    for n, w in enumerate(words):
        for i in range(n):
            if contradict(words[i], w): found.setdefault((w["relay"], w["incarnation"]), [i, n])
    return list(found.values())

def report_on(logs, fault=None, signer=None):
    def state(e, log):
        if fault is None: return state_of(e, log)
        return ("stood", None, None) if e["verdict"] == "ok" else ("void", e["verdict"][6:], None)

    def one(log, entries, words):
        words = [] if fault else vouched_in(words, entries)
        last, head = log.head or (None, None)
        said = [(e, *state(e, log)) for e in entries]
        rows = [{"seq": e["h"]["seq"], "hash": e["hash"].hex(), "kind": e["h"]["kind"], "state": s, "reason": why, "day": day} for e, s, why, day in said]
        return {"logId": log.id.hex(), "first": head and 0, "last": last, "head": head and head.hex(),
                "headWords": head and words_of(head), "entries": rows, "vouched": words, "contradictions": contradictions_in(words)}

    return {"sound": fault is None, "fault": fault, "signer": signer, "logs": [one(*pair) for pair in logs]}

def read_export(b, passphrase):
    """The report of 14.4; None when a passphrase is wanted and there is none."""
    logs, place = [], (None, None)
    try:
        if len(b) < 7 or b[:6] != PRE or b[6] not in (1, 2): raise Fault("export-form")
        if b[6] == 2:
            if passphrase is None: return None
            b = open_sealed(b, passphrase)
            if b[:7] != PRE + b"\x01": raise Fault("export-form")
        r = Reader(b, "export-layout")
        r.at = 7
        count = r.num(1)
        if not 1 <= count <= 16: raise Fault("export-layout")
        for n in range(count):
            place = (n, None)
            log_id, size = r.take(32), r.num(4)
            if size == 0: raise Fault("export-layout")
            if logs and log_id <= logs[-1][0].id: raise Fault("export-order")
            log, entries = Log(log_id), []
            logs.append((log, entries, []))
            for i in range(size):
                place = (n, i)
                entries.append(entry_in(r, log))
            place = (n, None)
            logs[-1][2].extend(receipts_in(r, log))
            for i, e in enumerate(entries):
                place = (n, i)
                if e["body"] is not None and e["hash"] in log.redacted: raise Fault("export-redacted")
        place = (None, None)
        r.fault = "export-footer"
        if len(b) - r.at != 81: raise Fault("export-footer")
        device, which = r.take(16), r.num(1)
        if which >= count or logs[which][0].devices.get(device, {}).get("state") != "active": raise Fault("export-footer")
        signer = logs[which][0].devices[device]
        heads = b"".join(struct.pack(">Q", log.head[0]) + log.head[1] + struct.pack(">I", len(es)) for log, es, _ in logs)
        if not stands(signer["ed"], b[r.at:], "export", H("export", b[:r.at]) + bytes([count]) + heads): raise Fault("export-footer")
    except Fault as f: return report_on(logs, {"type": f.args[0], "log": place[0], "entry": place[1], **({"receipt": f.args[1]} if f.args[1:] else {})})
    return report_on(logs, None, {"log": which, "device": device.hex(), "member": signer["member"].hex()})
