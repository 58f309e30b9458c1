"""Section 18: the code of a sheet, batches, a slot, and what a private entry holds for the recovery key."""
import re, struct
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from verify import Fault, H, Log, PRE, Reader, b64, gcm, hkdf, header_of, unwrapped

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIZES = [step + 80 for step in (16384, 65536, 262144, 1048576)]

def need(holds, fault):
    if not holds: raise Fault(fault)

def symbols(b, count):
    bits = int.from_bytes(b, "big") << 8
    return "".join(ALPHABET[bits >> len(b) * 8 + 8 - 5 * (i + 1) & 31] for i in range(count))

def print_code(code): return " ".join(re.findall("....", symbols(code, 26) + symbols(H("code", code), 2)))

def read_code(typed):
    text = re.sub(r"[\s\-\u2013\u2014]", "", typed).upper().replace("O", "0").replace("I", "1").replace("L", "1")
    need(all(c in ALPHABET for c in text), "code-symbol")
    need(len(text) == 28, "code-length")
    bits = 0
    for c in text[:26]: bits = bits << 5 | ALPHABET.index(c)
    code = (bits << 6).to_bytes(17, "big")
    need(symbols(H("code", code), 2) == text[26:], "code-check")
    return code

def recovery(seed):
    x = hkdf(seed, b"", "recovery-x", b"", 32)
    ed = Ed25519PrivateKey.from_private_bytes(hkdf(seed, b"", "recovery-ed", b"", 32)).public_key().public_bytes_raw()
    public = X25519PrivateKey.from_private_bytes(x).public_key().public_bytes_raw()
    return {"id": H("recovery-id", ed + public)[:16], "ed": ed, "x": public, "private": x}

def keys_of(code):
    locator = hkdf(code, b"", "locator", b"", 32)
    return {"locator": locator, "slot": H("locator", locator), "slotKey": hkdf(code, b"", "slot-key", b"", 32),
            "recovery": recovery(hkdf(code, b"", "recovery-seed", b"", 32))}

def piece(b, what, key, place):
    out = hkdf(key, b[:32], what, place, 76)
    need(out[44:] == b[32:64], what + "-key")
    plain = gcm(out[:32], out[32:44], b[64:], place)
    need(plain is not None, what + "-sealed")
    return Reader(plain, what + "-layout")

def text_of(b, fault):
    try: return b.decode("utf-8")
    except UnicodeDecodeError: raise Fault(fault) from None

def is_day(text): return bool(re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", text, re.ASCII))
def ends(r, fault): need(not any(r.b[r.at:]), fault)

def run_of(run, bad):
    """Header, signature and body of each; None where the body is not there."""
    all = []
    while run.at < len(run.b):
        flag, record = run.num(1), run.take(212)
        try: h = header_of(record[:148])
        except Fault: raise Fault(bad) from None
        need(flag <= 1, bad)
        all.append((record[:148], record[148:], run.take(h["bodyLen"]) if flag else None))
    return all

def entries_in(b, store, key, n):
    """Of a batch that opens; nothing of one that does not."""
    try:
        read_batch(b, store, key, n)
        r = piece(b, "batch", key, H("batches", store) + struct.pack(">I", n))
        r.take(11)
        return run_of(Reader(r.take(r.num(4)), "batch-layout"), "batch-layout")
    except Fault: return []

def log_of(log_id, entries):
    log = Log(log_id)
    for entry in entries: log.take(*entry)
    return log

def read_store(batches, store, key, log_id, held, settled):
    holds, given, each = run_of(Reader(held, "run"), "run"), 0, []
    for n, b in enumerate(batches):
        run, same = entries_in(b, store, key, n), 0
        while same < len(run) and given + same < len(holds) and holds[given + same] == run[same]: same += 1
        base, left = given + same, run[same:]
        try:
            need(run and (not left or settled <= base <= len(holds) and all(body is not None for _, _, body in left)), "passed")
            log_of(log_id, holds[:base] + left)
        except Fault:
            each.append("passed over")
            continue
        given = base + len(left)
        if left: holds = holds[:base] + left
        each.append(f"stands from {base}" if left else "held already")
    log = log_of(log_id, holds)
    return {"each": each, "given": given, "length": len(holds), "head": log.head[1].hex() if log.head else None}

def read_batch(b, store, key, n):
    bad = "batch-layout"
    need(len(b) in SIZES, bad)
    r = piece(b, "batch", key, H("batches", store) + struct.pack(">I", n))
    layout, day = r.num(1), text_of(r.take(10), bad)
    need(layout == 1 and is_day(day), bad)
    run = Reader(r.take(r.num(4)), bad)
    ends(r, bad)
    return {"day": day, "seqs": [header_of(header)["seq"] for header, _, _ in run_of(run, bad)]}

def read_slot(b, name, key):
    bad = "slot-layout"
    need(len(b) == 592, bad)
    r = piece(b, "slot", key, name)
    layout = r.num(1)
    said = {"logId": r.take(32), "member": r.take(16), "seq": r.num(8), "hash": r.take(32), "store": r.take(32), "batchKey": r.take(32)}
    n = r.num(2)
    need(layout == 1 and said["seq"] < 2**53 and n <= 357, bad)
    said["relay"] = text_of(r.take(n), bad)
    ends(r, bad)
    return said

def read_keys(body, private_log, code):
    """What opens; what does not is not there."""
    me, found = keys_of(code)["recovery"], []
    for k in body["keys"]:
        w = {"enc": b64(k["enc"]), "ct": b64(k["ct"])}
        info = PRE + b"sheet" + private_log + b64(k["log"]) + b64(k["member"]) + struct.pack(">I", k["epoch"]) + me["id"]
        try: key = unwrapped(me["private"], info, w)
        except Fault: continue
        found.append({"epoch": k["epoch"], "log": b64(k["log"]), "member": b64(k["member"]), "key": key})
    return found
