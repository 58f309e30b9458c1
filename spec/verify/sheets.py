"""Section 18: the code of a sheet, batches, a slot, and what a private entry holds for the recovery key."""
import re, struct
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from verify import DAY, Fault, H, Log, PRE, Reader, b64, header_of, hkdf, need, opened, text_of
from wraps import unwrapped

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SIZES = [step + 80 for step in (16384, 65536, 262144, 1048576)]

def symbols(b, count):
    bits = int.from_bytes(b, "big") << 8
    return "".join(ALPHABET[bits >> len(b) * 8 + 8 - 5 * (i + 1) & 31] for i in range(count))

def print_code(code): return " ".join(re.findall("....", symbols(code, 26) + symbols(H("code", code), 2)))

def read_code(typed):
    text = re.sub(r"[\s\-\u2013\u2014]", "", typed).upper().translate(str.maketrans("OIL", "011"))
    need(all(c in ALPHABET for c in text), "code-symbol")
    need(len(text) == 28, "code-length")
    bits = sum(ALPHABET.index(c) << 5 * (25 - i) for i, c in enumerate(text[:26]))
    code = (bits << 6).to_bytes(17, "big")
    need(symbols(H("code", code), 2) == text[26:], "code-check")
    return code

def derived(secret, label): return hkdf(secret, b"", label, b"", 32)

def recovery(seed):
    x, secret = derived(seed, "recovery-x"), Ed25519PrivateKey.from_private_bytes(derived(seed, "recovery-ed"))
    ed, public = (k.public_key().public_bytes_raw() for k in (secret, X25519PrivateKey.from_private_bytes(x)))
    return {"id": H("recovery-id", ed + public)[:16], "ed": ed, "x": public, "private": x}

def keys_of(code):
    locator = derived(code, "locator")
    return {"locator": locator, "slot": H("locator", locator), "slotKey": derived(code, "slot-key"),
            "recovery": recovery(derived(code, "recovery-seed"))}

def piece(b, what, key, place):
    faults = (what + "-key", what + "-sealed")
    return Reader(opened(key, b[:32], what, place, b[32:64], b[64:], place, faults), what + "-layout")

def ends(r): need(not any(r.b[r.at:]), r.fault)

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
        fits = not left or settled <= base <= len(holds) and all(body is not None for _, _, body in left)
        try:
            need(run and fits, "passed")
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
    need(len(b) in SIZES, "batch-layout")
    r = piece(b, "batch", key, H("batches", store) + struct.pack(">I", n))
    layout, day = r.num(1), text_of(r.take(10), r.fault)
    need(layout == 1 and DAY.fullmatch(day), r.fault)
    run = Reader(r.take(r.num(4)), r.fault)
    ends(r)
    return {"day": day, "seqs": [header_of(header)["seq"] for header, _, _ in run_of(run, r.fault)]}

def read_slot(b, name, key):
    need(len(b) == 592, "slot-layout")
    r = piece(b, "slot", key, name)
    layout, said, n = r.num(1), r.fields("logId32 member16 seq8 hash32 store32 batchKey32"), r.num(2)
    need(layout == 1 and said["seq"] < 2**53 and n <= 357, r.fault)
    said["relay"] = text_of(r.take(n), r.fault)
    ends(r)
    return said

def read_keys(body, private_log, code):
    """What opens; what does not is not there."""
    me, found = keys_of(code)["recovery"], []
    for k in body["keys"]:
        log, member, w = b64(k["log"]), b64(k["member"]), {"enc": b64(k["enc"]), "ct": b64(k["ct"])}
        info = PRE + b"sheet" + private_log + log + member + struct.pack(">I", k["epoch"]) + me["id"]
        try: found.append({"epoch": k["epoch"], "log": log, "member": member, "key": unwrapped(me["private"], info, w)})
        except Fault: continue
    return found
