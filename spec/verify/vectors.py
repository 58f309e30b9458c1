"""Holds the golden vectors of spec/vectors against the reader in verify.py: every type, and every value a vector speaks of."""
import hmac, json, struct
from verify import *
from verify import Fault, Log, Reader
from copies import read_copy
from exports import read_export
from wraps import unwrap, unwrapped
from links import link_keys, link_words, read_hello, read_letter, read_link, read_piece, read_request, read_space, read_welcome
from files import files, make
from sheets import keys_of, print_code, read_batch, read_code, read_keys, read_slot, read_store

x = bytes.fromhex

def plain(v):
    """Bytes as hex, however deep."""
    if isinstance(v, bytes): return v.hex()
    if isinstance(v, dict): return {k: plain(w) for k, w in v.items()}
    return [plain(w) for w in v] if isinstance(v, list) else v

def ok_or(passes): return {"type": "ok" if passes else "refused"}

def hashes(v):
    kind, f = v["is"], {k: x(w) for k, w in v.items() if isinstance(w, str) and k not in ("name", "type", "is", "tag", "label")}
    out = {"H": lambda: H(v["tag"], f["x"]), "signed": lambda: signed(v["tag"], f["x"]), "HMAC": lambda: mac(f["key"], f["x"]),
           "HKDF": lambda: hkdf(f["ikm"], f["salt"], v["label"], f["context"], v["length"]), "commitment": lambda: commitment_of(f["key"]),
           "device": lambda: device_id(f["ed"], f["x25519"]), "entry": lambda: entry_hash(f["header"], f["sig"]),
           "version": lambda: H("version", f["device"] + f["uid"] + f["data"])}[kind]()
    return {"type": "ok", "out": out.hex()}

def header(v): return {"type": "ok", "value": plain(header_of(x(v["header"])))}

def data(v):
    value = data_of(b"".join(x(h) * n for h, n in v["parts"]))
    return {"type": "ok", "value": value} if "value" in v else {"type": "ok"}

def keys(v): return ok_or({"ed25519": ed_key, "x25519": x_key, "signature": sig_bytes}[v["check"]](x(v["bytes"])))
def signatures(v): return ok_or(stands(x(v["key"]), x(v["signature"]), v["tag"], x(v["message"])))
def edges(v): return ok_or(stands_over(x(v["key"]), x(v["signature"]), x(v["message"])))

def bodies(v):
    try: return {"type": "ok", "value": plain({"genesis": genesis_of, "control": control_of, "redact": redact_of}[v["as"]](x(v["body"])))}
    except Fault as f: return {"type": "unknown" if f.args[0] == "op-unknown" else f.args[0]}

def whole(log):
    """What record.json says beside: everything the fold keeps."""
    return {"version": log.version, "rotationOwed": log.owed, "closed": log.closed,
            "members": [{"id": m["id"], "since": m["since"], "left": m["left"], "recovery": m["recovery"] and m["recovery"][0],
                         "devices": m["devices"]} for m in log.members.values()],
            "devices": [{"id": d, "state": of["state"], "addedBy": of["addedBy"]} for d, of in log.devices.items()],
            "proposals": [{"ref": ref, "state": p["state"], "approvedBy": list(p["by"])} for ref, p in log.proposals.items()],
            "compared": list(log.compared.values()), "relay": log.relay and {"ed": log.relay["ed"], "origin": log.relay["origin"]},
            "taking": [{"hash": k, "by": list(by)} for k, by in log.taking.items()]}

def logs(v, shared):
    log, said = Log(x(v["logId"])), []

    def take(e): return log.take(x(e["header"]), x(e["sig"]), None if e["body"] is None else x(e["body"]))
    # What stands before belongs to the log it was written for; where another was asked for, the first entry says so.
    for e in shared[v["after"]]:
        try: take(e)
        except Fault: break
    try:
        for e in v["entries"]: said.append(take(e))
    except Fault as f: said.append("fault: " + f.args[0])
    members = [{"id": m["id"], "since": m["since"], "devices": m["devices"]} for m in log.members.values()]
    state = {"head": {"seq": log.head[0], "hash": log.head[1]} if log.head else None, "epoch": {"number": log.epoch[0], "commitment": log.epoch[1]},
             "members": members, "invites": [{"H": i["H"], "state": i["state"]} for i in log.invites.values()], "redacted": sorted(log.redacted)}
    if "proposals" in v["state"]: state.update(whole(log))
    worst = next((s for s in said if s.startswith("fault")), next((s for s in said if s != "ok"), "ok"))
    return {"type": worst, "verdicts": said, "state": plain(state)}

def refs(v):
    got = b64(v["text"])
    if got is None or v["is"] == "ref" and len(got) != 32: return ok_or(False)
    return {"type": "ok", "bytes": got.hex()} if v["is"] != "ref" else {"type": "ok", "device": got[:16].hex(), "uid": got[16:].hex()}

def seen(v):
    if v["is"] == "name": return {"type": "ok", "seen": H("seen", x(v["epochKey"]) + b64(v["ref"]))[:10].hex()}
    pad = hkdf(x(v["epochKey"]), b"", "seen", x(v["logId"]) + x(v["device"]) + x(v["uid"]), 16)
    plain = bytes(a ^ b for a, b in zip(pad, x(v["blind"])))
    return {"type": "none"} if any(plain[10:]) else {"type": "ok", "seen": plain[:10].hex()}

def runs(v):
    r, sizes = Reader(x(v["run"]), "run"), []
    while r.at < len(r.b):
        if len(sizes) == 64: raise Fault("run")
        flag, h = r.num(1), None
        head = r.take(212)
        h = header_of(head[:148])
        if flag > 1: raise Fault("run")
        sizes.append(len(r.take(h["bodyLen"])) if flag else None)
    return {"type": "ok", "bodies": sizes}

def seals(v):
    h = header_of(x(v["header"]))
    if v["body"] is None: raise Fault("missing")
    if v["epochKey"] is None: raise Fault("key")
    body = x(v["body"])
    out = open_with(hkdf(x(v["epochKey"]), body[:32], "mk", h["logId"] + h["device"] + h["uid"], 32), h, body)
    return {"type": "ok", "data": out.decode(), "ref": to64(h["device"] + h["uid"]), "version": to64(H("version", h["device"] + h["uid"] + out))}

def wraps(v):
    h, body = header_of(x(v["header"])), v["body"] and x(v["body"])
    try:
        if h["kind"] == 0: g = genesis_of(body); e = {"number": 1, "commitment": g["commitment"], "wraps": g["wraps"]}
        else: e = control_of(body)["epoch"] if h["kind"] == 2 and body else None
    except (Fault, KeyError, TypeError): e = None
    key = e and unwrap(x(v["x25519Private"]), device_id(x(v["ed"]), x(v["x25519"])), h, e)
    return {"type": "ok", "number": e["number"], "key": key.hex()} if key else {"type": "none"}

def mac(key, m): return hmac.new(key, m, "sha256").digest()

def invite_keys(secret):
    invite_id = hkdf(secret, b"", "invite-id", b"", 32)
    return invite_id, hkdf(secret, b"", "invite-key", b"", 32), H("invite", invite_id)

def invites(v):
    if v["is"] == "keys": return dict(zip(("type", "inviteId", "macKey", "mailbox"), ("ok", *plain(list(invite_keys(x(v["secret"])))))))
    _, found, text = v["link"].partition("#j=")
    got = b64(text.strip()) if found else None
    if got is None: raise Fault("link-data")
    if len(got) < 65: raise Fault("link-cut")
    if got[0] != 1: raise Fault("link-version")
    try: relay = got[65:].decode()
    except UnicodeDecodeError: raise Fault("link-data") from None
    return {"type": "ok", "logId": got[1:33].hex(), "secret": got[33:65].hex(), "relay": relay}

def letters(v):
    b, slot = x(v["bytes"]), v["letter"]
    log_id, invite = x(v["logId"]), x(v["inviteHash"])
    if len(b) != {"request": 208, "reveal": 128, "ended": 65}.get(slot, 69): raise Fault("layout")
    if slot == "request":
        _, k, mailbox = invite_keys(x(v["secret"]))
        if mac(k, b"join\x01" + log_id + invite + b[:176]) != b[176:]: raise Fault("mac")
        member, ed, xk, nb, pop = b[:16], b[16:48], b[48:80], b[80:112], b[112:176]
        if not ed_key(ed) or not x_key(xk): raise Fault("keys")
        if not stands(ed, pop, "pop-join", log_id + b[:112] + mailbox): raise Fault("pop")
        return {"type": "ok", **plain({"member": member, "ed": ed, "x25519": xk, "nB": nb})}
    n, verdict = (0, 0) if slot == "reveal" else (0, b[0]) if slot == "ended" else (int.from_bytes(b[:4], "big"), b[4])
    if slot == "reveal":
        if b[:32] != x(v["requestHash"]): raise Fault("other-request")
        if H("sas-commit", b[32:64]) != x(v["commitment"]): raise Fault("commitment")
    elif not 1 <= verdict <= 3: raise Fault("layout")
    covered = log_id + invite + x(v["requestHash"]) + struct.pack(">IB", n, verdict)
    if not stands(x(v["ed"]), b[-64:], "join-" + slot, covered): raise Fault("signature")
    if slot == "reveal": return {"type": "ok", "nA": b[32:64].hex()}
    if slot == "ended": return {"type": "ok", "reason": ("different", "two-requests", "cancelled")[verdict - 1]}
    return {"type": "ok", "n": n, "answer": ("same", "different", "not-yet")[verdict - 1]}

def words(v):
    f = H("sas", b"".join(x(v[k]) for k in ("logId", "inviterEd", "inviterX", "joinerEd", "joinerX", "nA", "nB")))
    bits = int.from_bytes(f[:6], "big") >> 6
    return {"type": "ok" if [bits >> 36 - 6 * i & 63 for i in range(7)] == v["words"] else "differs"}

def exports(v):
    r = read_export(x(v["file"]), v["passphrase"])
    states = [[e["state"] + (": " + e["reason"] if e["reason"] else "") for e in log["entries"]] for log in r["logs"]]
    return {"type": r["fault"]["type"] if r["fault"] else "ok", "fault": r["fault"], "signer": r["signer"], "states": states,
            "heads": [{"head": log["head"], "headWords": log["headWords"]} for log in r["logs"]],
            **({k: [log[k] for log in r["logs"]] for k in ("vouched", "contradictions")} if "vouched" in v else {}),
            **({"days": [[e["day"] for e in log["entries"]] for log in r["logs"]]} if "days" in v else {})}

def with_files(v):
    parts = bytearray(b"".join(make(m) for m in v["behind"]))
    if v["flip"] >= 0: parts[v["flip"]] ^= 1
    file = x(v["head"]) + bytes(parts[:len(parts) - v["short"]]) + x(v["more"])
    if hashlib.sha256(file).hexdigest() != v["sha"]: raise Fault("made otherwise")
    return file

def export_files(v):
    file = with_files(v)
    r = read_export(file, v["passphrase"])
    return exports(v | {"file": file.hex()}) | {"files": r.get("files")}

def copies(v):
    c = read_copy(x(v["file"]), v["passphrase"])
    return {"type": "ok", **c}

def copy_files(v): return {"type": "ok", **read_copy(with_files(v), v["passphrase"])}

def lengths(of, want): return isinstance(of, dict) and set(of) == set(want) and all(is_bytes(of[f], n) for f, n in want.items())

def wraps_said(said):
    """Wraps as DATA has them; None when they are none."""
    if not isinstance(said, list) or not said or not all(lengths(w, {"id": 16, "enc": 32, "ct": 48}) for w in said): return None
    wraps = [{k: b64(t) for k, t in w.items()} for w in said]
    ids = [w["id"] for w in wraps]
    return wraps if ids == sorted(set(ids)) else None

def held(v):
    if v["is"] == "uid": return {"type": "ok", "uid": hkdf(x(v["seed"]), b"", "held-uid", x(v["logId"]) + b64(v["round"]) + x(v["member"]), 16).hex()}
    body = v["body"]
    if v["is"] == "release":
        good = isinstance(body, dict) and set(body) == {"target", "wraps"} and is_bytes(body["target"], 32)
        return {"type": "ok" if good and wraps_said(body["wraps"]) else "layout"}
    if v["is"] == "of-round":
        return {"type": "ok" if held_in(body, {v["size"]}) and body["round"] == v["round"] else "layout"}
    if not held_in(body): raise Fault("layout")
    return {"type": "ok", "answer": open_held(x(v["k"]), {f: x(v[f]) for f in ("logId", "device", "uid")}, body)}

def is_epoch(n): return type(n) is int and 1 <= n < 2**32

def asked_for(body):
    """The epochs an asking names; None when it is none."""
    said = body["epochs"] if isinstance(body, dict) and set(body) == {"epochs"} else None
    if not isinstance(said, list) or not said or not all(is_epoch(n) for n in said): return None
    return said if said == sorted(set(said)) else None

def given(body):
    if not isinstance(body, dict) or set(body) != {"epoch", "wraps"} or not is_epoch(body["epoch"]): return None
    wraps = wraps_said(body["wraps"])
    return wraps and (body["epoch"], wraps)

def owed(v):
    """What a device asks for, and what it gives (17)."""
    sets, keys = {b["number"]: b["ids"] for b in v["begun"]}, set(v["keys"])
    owner = {d["id"]: m["id"] for m in v["members"] for d in m["devices"]}
    reading = {d["id"]: m["id"] for m in v["members"] for d in m["devices"] + [m["recovery"]] if d and d.get("active", True)}
    asks, gives = {}, []
    for e in v["entries"]:
        if e["kind"] != 1 or e["said"] is None: continue
        if e["said"]["kind"] == "record.lacks":
            for n in asked_for(e["said"]["body"]) or []:
                if n < e["epoch"] and e["device"] in sets.get(n, ()): asks[e["device"], n] = e["seq"]
        if e["said"]["kind"] == "record.gives" and given(e["said"]["body"]):
            n, wraps = given(e["said"]["body"])
            gives.append((e["device"], n, {w["id"].hex() for w in wraps}, e["seq"]))
    def reached(device, n, by): return any(g[1] == n and device in g[2] and g[3] > asks[device, n] and by(g[0]) for g in gives)
    me = v["device"]
    lacks = [n for n in sorted(sets) if n < v["inForce"] and n not in keys and me in sets[n] and ((me, n) not in asks or reached(me, n, lambda _: True))]
    out = []
    for n in sorted(set(sets) & keys):
        who = {owner[d] for d, m in asks if m == n and d != me and d in reading and not reached(d, n, lambda by: owner[by] == owner[me])}
        to = sorted(i for i in sets[n] if i != me and reading.get(i) in who)
        if to: out.append({"epoch": n, "to": to})
    return {"type": "ok", "lacks": lacks, "gives": out}

def rewraps(v):
    if v["is"] == "owed": return owed(v)
    if v["is"] == "lacks": return {"type": "ok" if asked_for(v["body"]) else "layout"}
    h, got, me = header_of(x(v["header"])), given(v["body"]), device_id(x(v["ed"]), x(v["x25519"]))
    if h["kind"] != 1 or not got: raise Fault("layout")
    n, wraps = got
    e = next((b for b in v["begun"] if b["number"] == n), None)
    if e is None or n >= h["epoch"]: raise Fault("epoch")
    if not all(w["id"].hex() in e["ids"] for w in wraps): raise Fault("set")
    w = next((w for w in wraps if w["id"] == me), None)
    if w is None: return {"type": "none"}
    key = unwrapped(x(v["x25519Private"]), PRE + b"rewrap" + h["logId"] + struct.pack(">I", n) + x(e["commitment"]) + h["device"] + me, w)
    if commitment_of(key) != x(e["commitment"]): raise Fault("commitment")
    return {"type": "ok", "number": n, "key": key.hex()}

def links(v):
    f = {k: x(w) for k, w in v.items() if isinstance(w, str) and k not in ("name", "type", "is", "link", "relay", "kind")}
    if v["is"] == "space":
        found = read_space(v["body"], f["privateLog"], f["log"], f["member"], f["device"], f["private"])
        return {"type": "ok" if found else "none", "found": plain(found)}
    def said(): return link_words(f["hello"], f["request"], f["nA"])
    return {"type": "ok", **plain({
        "link": lambda: read_link(v["link"]), "keys": lambda: link_keys(f["secret"]), "words": said,
        "parcel": lambda: read_piece(f["bytes"], f["secret"], v["i"]),
        "letter": lambda: read_letter(f["bytes"], f["secret"], v["n"]), "hello": lambda: read_hello(f["content"]),
        "request": lambda: read_request(f["content"], f["hello"]),
        "welcome": lambda: read_welcome(f["content"], said()["hash"], f["by"], f["device"], f["private"])}[v["is"]]())}

def sheets(v):
    if v["is"] == "code": code = read_code(v["typed"]); return {"type": "ok", "code": code.hex(), "printed": print_code(code)}
    if v["is"] == "keys":
        k = keys_of(x(v["code"]))
        return {"type": "ok", **plain({n: k[n] for n in ("locator", "slot", "slotKey")}), **plain({n: k["recovery"][n] for n in ("id", "ed")}),
                "x25519": k["recovery"]["x"].hex()}
    if v["is"] == "slot": return {"type": "ok", **plain(read_slot(x(v["bytes"]), x(v["slot"]), x(v["slotKey"])))}
    if v["is"] == "batch": return {"type": "ok", **read_batch(x(v["bytes"]), x(v["store"]), x(v["batchKey"]), v["n"])}
    if v["is"] == "store":
        return {"type": "ok", **read_store([x(b) for b in v["batches"]], x(v["store"]), x(v["batchKey"]), x(v["logId"]), x(v["held"]), v["settled"])}
    found = read_keys(v["body"], x(v["privateLog"]), x(v["code"]))
    return {"type": "ok" if found else "none", "found": plain(found)}

READERS = {"rewraps": rewraps, "held": held, "sheets": sheets, "links": links, "files": files, "seen": seen,
           "hashes": hashes, "header": header, "data": data, "keys": keys, "signatures": signatures, "edges": edges, "bodies": bodies, "logs": logs,
           "record": logs, "refs": refs, "runs": runs, "seals": seals, "wraps": wraps, "invites": invites, "letters": letters, "words": words,
           "exports": exports, "export-files": export_files, "copies": copies, "copy-files": copy_files}

def hold(folder):
    held, differ = 0, 0
    for path in sorted(folder.glob("*.json")):
        file = json.loads(path.read_text("utf-8"))
        reader = READERS[path.stem]
        for v in file["vectors"]:
            try: got = reader(v, file["shared"]) if reader is logs else reader(v)
            except Fault as f: got = {"type": f.args[0]}
            wrong = [k for k, w in got.items() if v.get(k) != w]
            held += 1
            if wrong:
                differ += 1
                print(f"{path.stem}: {v['name']}: {[(k, got[k], v.get(k)) for k in wrong]}"[:600])
    print(f"{held} vectors held, {differ} differ")
    return 1 if differ or held == 0 else 0
