"""Section 20: the link of a further device, the letters between the two, their words, and the welcome."""
import struct
from verify import DAY, Fault, H, PRE, Reader, b64, device_id, ed_key, hkdf, need, stands, text_of, x_key
from sheets import SIZES, ends, piece
from wraps import unwrapped

KINDS = ("hello", "request", "reveal", "same", "welcome", "ended")

def read_link(text):
    found = text.split("#l=", 1)
    got = b64(found[1].strip()) if len(found) == 2 else None
    need(got is not None, "link-data")
    need(len(got) >= 65, "link-cut")
    need(got[0] == 1, "link-version")
    return {"commitment": got[1:33], "secret": got[33:65], "relay": text_of(got[65:], "link-data")}

def link_keys(secret):
    store = hkdf(secret, b"", "link-store", b"", 32)
    return {"store": store, "letterbox": H("batches", store), "letterKey": hkdf(secret, b"", "link-key", b"", 32)}

def read_letter(b, secret, n):
    keys, bad = link_keys(secret), "letter-layout"
    need(len(b) in SIZES, bad)
    r = piece(b, "letter", keys["letterKey"], keys["letterbox"] + struct.pack(">I", n))
    layout, kind = r.num(1), r.num(1)
    content = r.take(r.num(4))
    need(layout == 1, bad)
    ends(r)
    need(kind < len(KINDS) and (kind == n or kind == 5 and 2 <= n <= 4) and n != 5, "letter-kind")
    return {"kind": KINDS[kind], "content": content}

def standing(b): return {"logId": b[:32], "member": b[32:48], "ed": b[48:80], "x25519": b[80:112]}

def read_hello(b):
    need(len(b) == 225 and (b[112] == 1 or b[112] == 0 and not any(b[113:])), "layout")
    own, shared = standing(b[:112]), standing(b[113:]) if b[112] else None
    need(all(ed_key(s["ed"]) and x_key(s["x25519"]) for s in (own, shared) if s), "keys")
    return {"own": own, "shared": shared}

def read_request(b, hello):
    said = read_hello(hello)
    need(len(b) == 352 and (said["shared"] or not any(b[160:320])), "layout")
    asked = [(s, b[i:i + 160]) for s, i in ((said["own"], 0), (said["shared"], 160)) if s]
    need(all(ed_key(p[:32]) and x_key(p[32:64]) for _, p in asked), "keys")
    for s, p in asked:
        over = s["logId"] + s["member"] + device_id(s["ed"], s["x25519"]) + p[:96]
        need(stands(p[:32], p[96:], "pop-device", over), "pop")
    return {"ed": b[:32], "sharedEd": b[160:192] if said["shared"] else None, "nB": b[320:]}

def link_words(hello, request, na):
    bits = int.from_bytes(H("sas-link", hello + request + na)[:6], "big") >> 6
    return {"words": [bits >> 36 - 6 * i & 63 for i in range(7)], "hash": H("link", hello + request + na)}

def read_welcome(b, link_hash, by, device, private):
    r, bad = Reader(b, "layout"), "layout"
    enc = r.take(32)
    ct = r.take(r.num(4))
    sig = r.take(64)
    need(r.at == len(b), bad)
    need(stands(by, sig, "link-welcome", link_hash + b[:-64]), "signature")
    try: plain = unwrapped(private, PRE + b"welcome" + link_hash + device, {"enc": enc, "ct": ct})
    except Fault: raise Fault("welcome") from None
    r = Reader(plain, bad)
    layout = r.num(1)
    need(layout in (1, 2), bad)
    out = {"store": r.take(32), "batchKey": r.take(32), "head": {"seq": r.num(8), "hash": r.take(32)}}
    shared, sheet = r.num(1), r.num(1)
    there, paper = r.take(40), r.take(42)
    count = r.num(4)
    need(shared <= 1 and sheet <= 1 and len(plain) - r.at == count * 37 + (36 if layout == 2 else 0), bad)
    need((shared or not any(there)) and (sheet or not any(paper)), bad)
    out["shared"] = {"seq": int.from_bytes(there[:8], "big"), "hash": there[8:]} if shared else None
    need(all(h is None or h["seq"] < 2**53 for h in (out["head"], out["shared"])), bad)
    out["sheet"] = {"locator": paper[:32], "day": text_of(paper[32:], bad)} if sheet else None
    need(not sheet or DAY.fullmatch(out["sheet"]["day"]), bad)
    out["keys"] = [{"of": r.num(1), "epoch": r.num(4), "key": r.take(32)} for _ in range(count)]
    need(all(k["of"] <= shared for k in out["keys"]), bad)
    for k in out["keys"]: k["of"] = ("own", "shared")[k["of"]]
    if layout == 2:
        out["parcel"] = {"secret": r.take(32), "pieces": r.num(4)}
        need(1 <= out["parcel"]["pieces"] <= 2048, bad)
    return out

def read_piece(b, secret, i):
    """One piece of what was put away (section 20.6)."""
    need(len(b) in SIZES, "parcel-layout")
    store = hkdf(secret, b"", "parcel-store", struct.pack(">I", i // 8), 32)
    r = piece(b, "parcel", hkdf(secret, b"", "parcel-key", b"", 32), H("batches", store) + struct.pack(">I", i % 8))
    layout, content = r.num(1), r.take(r.num(4))
    need(layout == 1, r.fault)
    ends(r)
    return {"store": store, "n": i % 8, "content": content}

def read_space(body, private_log, log, member, device, private):
    """What opens for this device (section 21); what does not is not there."""
    found = []
    if b64(body["there"]) != device: return found
    for k in body["keys"]:
        try:
            w, info = {"enc": b64(k["enc"]), "ct": b64(k["ct"])}, PRE + b"space" + private_log + log + member
            need(k["epoch"] > 0 and len(w["enc"]) == 32 and len(w["ct"]) == 48, "space")
            found.append({"epoch": k["epoch"], "key": unwrapped(private, info + struct.pack(">I", k["epoch"]) + device, w)})
        except (Fault, TypeError): continue
    return found
