"""Section 14: an export, read from its text alone."""
import struct
from verify import Fault, H, Log, PRE, Reader, entry_in, open_sealed, stands, state_of

def words_of(head): return [int.from_bytes(head[:6], "big") >> 42 - 6 * i & 63 for i in range(8)]

def report_on(logs, fault=None, signer=None):
    def state(e, log):
        if fault is None: return state_of(e, log)
        return ("stood", None) if e["verdict"] == "ok" else ("void", e["verdict"][6:])

    def one(log, entries):
        last, head = log.head or (None, None)
        said = [(e, *state(e, log)) for e in entries]
        rows = [{"seq": e["h"]["seq"], "hash": e["hash"].hex(), "kind": e["h"]["kind"], "state": s, "reason": why} for e, s, why in said]
        return {"logId": log.id.hex(), "first": head and 0, "last": last, "head": head and head.hex(),
                "headWords": head and words_of(head), "entries": rows}

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
            logs.append((log, entries))
            for i in range(size):
                place = (n, i)
                entries.append(entry_in(r, log))
            place = (n, None)
            if r.num(4): raise Fault("export-layout")
            for i, e in enumerate(entries):
                place = (n, i)
                if e["body"] is not None and e["hash"] in log.redacted: raise Fault("export-redacted")
        place = (None, None)
        r.fault = "export-footer"
        if len(b) - r.at != 81: raise Fault("export-footer")
        device, which = r.take(16), r.num(1)
        if which >= count or logs[which][0].devices.get(device, {}).get("state") != "active": raise Fault("export-footer")
        signer = logs[which][0].devices[device]
        heads = b"".join(struct.pack(">Q", log.head[0]) + log.head[1] + struct.pack(">I", len(es)) for log, es in logs)
        if not stands(signer["ed"], b[r.at:], "export", H("export", b[:r.at]) + bytes([count]) + heads): raise Fault("export-footer")
    except Fault as f: return report_on(logs, {"type": f.args[0], "log": place[0], "entry": place[1]})
    return report_on(logs, None, {"log": which, "device": device.hex(), "member": signer["member"].hex()})
