"""Section 23: files beside entries. A vector says how its file is made; it is made here, and then read."""
import hashlib, re, struct
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from verify import Fault, H, b64, hkdf

PIECE, MOST = 65536, 384 * 65536 - 5
COUNTS = [1, 2, 3] + [q * 2**k // 4 for k in range(2, 9) for q in (4, 5, 6, 7) if q * 2**k // 4 <= 384]
TYPE = r"[a-z0-9][a-z0-9!#$&^_.+-]{0,63}/[a-z0-9][a-z0-9!#$&^_.+-]{0,63}"

def need(holds, fault):
    if not holds: raise Fault("file-" + fault)

def keys_of(key, salt, log, device):
    out = hkdf(key, salt, "file", log + device, 76)
    return out[:32], out[32:44], out[44:]

def nonce(base, i): return (int.from_bytes(base, "big") ^ i).to_bytes(12, "big")
def blob_id(device, file): return H("blob", device + hashlib.sha256(file).digest())

def make(m):
    salt, key, log, device, fill = (bytes.fromhex(m[k]) for k in ("salt", "key", "logId", "device", "fill"))
    inner, base, commit = keys_of(key, salt, log, device)
    plain = struct.pack(">I", m["length"]) + (fill * (m["filled"] // len(fill) + 1))[:m["filled"]]
    tail = bytes.fromhex(m["tail"])
    plain = plain.ljust(m["pieces"] * PIECE - 1 - len(tail), b"\0") + tail
    file = salt + commit
    for i in range(m["pieces"]): file += AESGCM(inner).encrypt(nonce(base, i), plain[i * PIECE:(i + 1) * PIECE], None)
    file = bytearray(file[:m["cut"][0]] + file[m["cut"][1]:] + bytes.fromhex(m["more"]))
    if m["flip"] >= 0: file[m["flip"]] ^= 1
    return bytes(file)

def read(file, log, device, blob, key, size):
    count = next((n for n in COUNTS if 64 + n * (PIECE + 16) - 1 == len(file)), None)
    need(count, "size")
    need(blob_id(device, file) == blob, "id")
    inner, base, commit = keys_of(key, file[:32], log, device)
    need(commit == file[32:64], "key")
    pieces = [file[64 + i * (PIECE + 16):64 + (i + 1) * (PIECE + 16)] for i in range(count)]
    try: plain = b"".join(AESGCM(inner).decrypt(nonce(base, i), piece, None) for i, piece in enumerate(pieces))
    except InvalidTag: raise Fault("file-sealed") from None
    length = struct.unpack(">I", plain[:4])[0]
    need(0 < length == size and length + 4 <= len(plain) and not any(plain[4 + length:]), "padding")
    return plain[4:4 + length]

def is_name(v):
    if not isinstance(v, dict) or sorted(v) != ["blob", "key", "size", "type"]: return False
    try: fits = len(b64(v["blob"])) == 32 and len(b64(v["key"])) == 32
    except Exception: return False
    size = v["size"]
    known = isinstance(v["type"], str) and bool(re.fullmatch(TYPE, v["type"]))
    return fits and known and type(size) is int and 1 <= size <= MOST

def files(v):
    if v["is"] == "name": return {"type": "ok" if is_name(v["value"]) else "none"}
    file = make(v["made"])
    if hashlib.sha256(file).hexdigest() != v["sha"]: raise Fault("made otherwise")
    log, device, blob, key = (bytes.fromhex(v[k]) for k in ("logId", "device", "blob", "key"))
    return {"type": "ok", "content": hashlib.sha256(read(file, log, device, blob, key, v["size"])).hexdigest()}
