#!/usr/bin/env python3
"""A second reader of the record, from spec/ledger.md alone.

  verify.py vectors FOLDER                        holds every golden vector there against this reader
  verify.py export [--passphrase-file F] FILE...  one line of JSON for each file (spec/ledger.md, 14.4); ends with 0 only when each is sound

Python's standard library and the package `cryptography` (48 was used). Nothing is asked of anybody, nothing is written.
"""
import base64, hashlib, hmac, json, re, struct, sys, unicodedata
from pathlib import Path
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
PRE = b"gs/v1/"

class Fault(Exception):
    """Something is wrong; the argument is its one type."""

# 3: hashes, derived keys

def H(tag, x): return hashlib.sha256(PRE + tag.encode() + b"\0" + x).digest()
def signed(kind, m): return PRE + kind.encode() + b"\0" + m
def mac(key, m): return hmac.new(key, m, "sha256").digest()
def entry_hash(header, sig): return H("hash", header + sig)
def device_id(ed, x): return H("device", ed + x)[:16]

def expand(prk, info, length):
    out, block, n = b"", b"", 1
    while len(out) < length:
        block = mac(prk, block + info + bytes([n]))
        out, n = out + block, n + 1
    return out[:length]

def hkdf(ikm, salt, label, context, length):
    return expand(mac(salt or bytes(32), ikm), PRE + label.encode() + context, length)

def commitment_of(key): return hkdf(key, b"", "epoch", b"", 32)

def b64(text):
    """Canonical base64url without padding, or None."""
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text, re.ASCII) or len(text) % 4 == 1: return None
    out = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return out if base64.urlsafe_b64encode(out).rstrip(b"=").decode() == text else None

def to64(x):
    return base64.urlsafe_b64encode(x).rstrip(b"=").decode()

# 4: key checks

SMALL_Y = {0, 1, P - 1} | {int.from_bytes(bytes.fromhex(h), "little") for h in (
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")}
LOW_U = {0, 1, P - 1} | {int.from_bytes(bytes.fromhex(h), "little") for h in (
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157")}
D = -121665 * pow(121666, P - 2, P) % P

def point_of(key):
    """The point in extended coordinates, or None when these bytes are no point of the curve."""
    n = int.from_bytes(key, "little")
    sign, y = n >> 255, n & (2**255 - 1)
    if y >= P: return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P == P - u % P: x = x * pow(2, (P - 1) // 4, P) % P
    if v * x * x % P != u: return None
    if x == 0 and sign: return None
    if x & 1 != sign: x = P - x
    return (x, y, 1, x * y % P)

def add(a, b):
    A, B = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    C, E = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = B - A, E - C, E + C, B + A
    return (e * f % P, g * h % P, f * g % P, e * h % P)

def times(n, p):
    out = (0, 1, 1, 0)
    while n:
        if n & 1: out = add(out, p)
        p, n = add(p, p), n >> 1
    return out

KNOWN = {}

def ed_key(key):
    if key not in KNOWN:
        p = point_of(key) if len(key) == 32 else None
        q = times(L, p) if p else None
        KNOWN[key] = bool(p) and p[1] not in SMALL_Y and q[0] == 0 and q[1] == q[2]
    return KNOWN[key]

def x_key(key):
    n = int.from_bytes(key, "little")
    return len(key) == 32 and n < P and n not in LOW_U

def sig_bytes(sig):
    if len(sig) != 64 or int.from_bytes(sig[32:], "little") >= L: return False
    y = int.from_bytes(sig[:32], "little") & (2**255 - 1)
    return y < P and y not in SMALL_Y

def stands(key, sig, kind, message):
    if not ed_key(key) or not sig_bytes(sig): return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(sig, signed(kind, message))
        return True
    except InvalidSignature:
        return False

# 2: the header; 5: open bodies

SIZES = {256 * 2**i + 80 for i in range(9)}
FIELDS = ("v", "logId", "seq", "prev", "epoch", "device", "kind", "zero", "uid", "bodyLen", "bodyHash")

def header_of(b):
    if len(b) != 148: raise Fault("header-length")
    h = dict(zip(FIELDS, struct.unpack(">B32sQ32sI16sBH16sI32s", b)))
    if h["v"] != 1: raise Fault("version")
    if h["seq"] > 2**53 - 1: raise Fault("seq")
    if h["kind"] > 4: raise Fault("kind")
    if h.pop("zero"): raise Fault("header-zero")
    fits = h["bodyLen"] in SIZES if h["kind"] in (1, 4) else h["bodyLen"] <= 32768
    if not fits: raise Fault("body-length")
    return h

class Reader:
    """Fields one after the other; short or left over is the fault given."""
    def __init__(self, b, fault="layout"): self.b, self.at, self.fault = b, 0, fault

    def take(self, n):
        if self.at + n > len(self.b): raise Fault(self.fault)
        self.at += n
        return self.b[self.at - n:self.at]

    def num(self, n): return int.from_bytes(self.take(n), "big")

    def end(self, value):
        if self.at != len(self.b): raise Fault(self.fault)
        return value

def wraps_in(r): return [{"id": r.take(16), "enc": r.take(32), "ct": r.take(48)} for _ in range(r.num(2))]
def epoch_in(r): return {"number": r.num(4), "commitment": r.take(32), "wraps": wraps_in(r)}

def genesis_of(b):
    r = Reader(b)
    g = {"core": b[:145], "nonce": r.take(32), "member": r.take(16), "ed": r.take(32), "x": r.take(32), "policy": r.num(1),
         "commitment": r.take(32), "wraps": wraps_in(r)}
    return r.end(g)

OPS = {1: "invite H32 C32", 2: "cancel target32", 3: "admit invite32 member16 ed32 x32 nB32 popJoin64 nA32", 4: "epoch", 5: "propose",
       6: "approve proposal32 hash32", 7: "verify subject16 devices32 how1", 8: "device.add member16 ed32 x32 rank1 nonce32 bundle32 popDevice64",
       9: "device.remove target16", 10: "leave", 11: "close", 12: "recovery.set ed32 x32 nonce32 popRecovery64 bundle32",
       13: "relay.set ed32 origin32", 14: "continue dir1 log32", 15: "version to1"}

def fields_in(r, op):
    name, *fields = OPS[op].split()
    sized = [re.fullmatch(r"([A-Za-z]+)(\d+)", f).groups() for f in fields]
    return {"op": name, **{f: r.num(1) if n == "1" else r.take(int(n)) for f, n in sized}}

def control_of(b):
    r = Reader(b)
    op = r.num(1)
    if op not in OPS: raise Fault("op-unknown")
    c = fields_in(r, op)
    if op == 5:
        act = r.num(1)
        if act not in (3, 11, 13, 15): raise Fault("layout")
        c["act"] = fields_in(r, act)
    if op == 9:
        c["kept"] = [r.take(16) for _ in range(r.num(1))]
        c["epoch"] = None if r.at == len(b) else epoch_in(r)
    if op in (3, 4, 12): c["epoch"] = epoch_in(r)
    if op == 14: c["heads"] = [{"seq": r.num(8), "hash": r.take(32)} for _ in range(2)]
    if max(c.get("rank", 0), c.get("dir", 0)) > 1 or any(x["seq"] > 2**53 - 1 for x in c.get("heads", ())): raise Fault("layout")
    return r.end(c)

def redact_of(b):
    r = Reader(b)
    n = r.num(1)
    if not 1 <= n <= 16: raise Fault("layout")
    targets = [{"entryHash": r.take(32), "device": r.take(16), "uid": r.take(16)} for _ in range(n)]
    return r.end({"targets": targets, "blobs": [r.take(32) for _ in range(r.num(2))]})

# 6: DATA

NUMBER, LITERAL = re.compile(r"0|-?[1-9][0-9]*"), re.compile(r"true|false|null")
SHORT = {8: "b", 9: "t", 10: "n", 12: "f", 13: "r"}
ESCAPES = {'\\"', "\\\\"} | {"\\" + s for s in SHORT.values()} | {"\\u%04x" % c for c in range(32) if c not in SHORT}
KEY = re.compile(r"[a-z][A-Za-z0-9]{0,31}", re.ASCII)

def text_in(s, at):
    """After the opening quote: the text and the place after the closing one."""
    start = at
    while at < len(s):
        c = s[at]
        if c == '"': return json.loads(s[start - 1:at + 1]), at + 1
        if c == "\\":
            e = s[at:at + 6] if s[at + 1:at + 2] == "u" else s[at:at + 2]
            if e not in ESCAPES: raise Fault("data-text")
            at += len(e)
        elif c < " " or c == "\ufeff": raise Fault("data-text")
        else: at += 1
    raise Fault("data-text")

def data_of(b):
    if len(b) > 65532: raise Fault("data-length")
    try: s = b.decode("utf-8")
    except UnicodeDecodeError: raise Fault("data-utf8") from None
    at, values, stack, root, key, want = 0, 0, [], [], None, "value"

    def put(value):
        if not stack: root.append(value)
        elif isinstance(stack[-1], list): stack[-1].append(value)
        else: stack[-1][key] = value

    def key_at(at):
        if s[at:at + 1] != '"': raise Fault("data-grammar")
        name, at = text_in(s, at + 1)
        if not KEY.fullmatch(name) or name in stack[-1]: raise Fault("data-key")
        if s[at:at + 1] != ":": raise Fault("data-grammar")
        return name, at + 1

    while True:
        c = s[at:at + 1]
        if want == "value":
            values += 1
            if values > 4096: raise Fault("data-values")
            if c and c in "[{":
                if len(stack) == 8: raise Fault("data-depth")
                new = [] if c == "[" else {}
                put(new)
                stack.append(new)
                at += 1
                if s[at:at + 1] == ("]" if c == "[" else "}"): want = "after"
                elif c == "{": key, at = key_at(at)
                continue
            if c == '"': value, at = text_in(s, at + 1)
            elif c and c in "-0123456789":
                m = NUMBER.match(s, at)
                if not m or abs(int(m[0])) > 2**53 - 1 or s[m.end():m.end() + 1] not in ("", ",", "]", "}"): raise Fault("data-number")
                value, at = int(m[0]), m.end()
            else:
                m = LITERAL.match(s, at)
                if not m: raise Fault("data-grammar")
                value, at = {"true": True, "false": False, "null": None}[m[0]], m.end()
            put(value)
            want = "after"
        elif not stack:
            if c: raise Fault("data-grammar")
            return root[0]
        elif c == ",":
            at += 1
            if isinstance(stack[-1], dict): key, at = key_at(at)
            want = "value"
        elif c and c == ("]" if isinstance(stack[-1], list) else "}"):
            stack.pop()
            at += 1
        else: raise Fault("data-grammar")

def is_bytes(v, n): return isinstance(v, str) and (b64(v) is not None) and len(b64(v)) == n

def says(data):
    """What an entry says: the object with exactly the five keys (section 6)."""
    try: v = data_of(data)
    except Fault: raise Fault("data") from None
    if not isinstance(v, dict) or set(v) != {"kind", "body", "day", "basis", "blind"}: raise Fault("data")
    basis = v["basis"]
    good = isinstance(v["kind"], str) and isinstance(v["day"], str) and is_bytes(v["blind"], 16)
    good = good and re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", v["day"], re.ASCII)
    good = good and isinstance(basis, dict) and set(basis) == {"seq", "hash"}
    if not good or type(basis["seq"]) is not int or basis["seq"] < 0: raise Fault("data")
    if not is_bytes(basis["hash"], 32) and not (basis["hash"] == "" and basis["seq"] == 0): raise Fault("data")
    return v

# 7: the fold

BY_RECOVERY = {"device.add", "device.remove", "recovery.set", "leave", "close"}
AFTER_CLOSE = {"epoch", "device.add", "device.remove", "recovery.set", "leave", "relay.set", "continue"}

class Log:
    def __init__(self, log_id):
        self.id, self.head, self.version, self.epoch, self.owed, self.closed = log_id, None, 1, (0, bytes(32)), False, None
        self.members, self.devices, self.eds, self.invites, self.proposals = [], {}, set(), [], {}
        self.compared, self.relay, self.uids, self.contents, self.redacted, self.taking = [], None, set(), {}, set(), {}

    def signer(self, name):
        """(device, left or recovery; its member; its ed), or None when it may sign nothing."""
        d = self.devices.get(name)
        if d: return None if d["state"] == "removed" else ("left" if d["state"] == "left" else "device", self.member(d["member"]), d["ed"])
        m = next((m for m in self.members if m["recovery"] and m["recovery"][0] == name), None)
        return m and ("recovery", m, m["recovery"][1])

    def member(self, name): return next((m for m in self.members if m["id"] == name), None)
    def present(self): return [m for m in self.members if m["left"] is None]

    def readers(self):
        return {d for d, of in self.devices.items() if of["state"] == "active"} | {m["recovery"][0] for m in self.members if m["recovery"]}

    def take(self, header, sig, body):
        """ok or void: reason; a structural fault is raised, and then nothing has changed."""
        h = header_of(header)
        if h["logId"] != self.id: raise Fault("log")
        if h["v"] != self.version: raise Fault("version")
        if h["seq"] != (self.head[0] + 1 if self.head else 0): raise Fault("seq")
        if h["prev"] != (self.head[1] if self.head else bytes(32)): raise Fault("prev")
        if (h["kind"] == 0) != (h["seq"] == 0): raise Fault("genesis")
        by = self.signer(h["device"])
        if h["seq"] and by is None: raise Fault("signer")
        try: ed = by[2] if h["seq"] else genesis_of(body or b"")["ed"]
        except Fault: raise Fault("signature") from None
        if not stands(ed, sig, "entry", header): raise Fault("signature")
        if body is None:
            if h["kind"] not in (1, 4): raise Fault("body-absent")
        elif len(body) != h["bodyLen"]: raise Fault("body-length")
        elif H("body", body) != h["bodyHash"]: raise Fault("body-hash")
        if h["seq"] == 0: self.begin(h, genesis_of(body))
        reason = None if h["seq"] == 0 else "uid-used" if (h["device"], h["uid"]) in self.uids else "epoch" if h["epoch"] != self.epoch[0] else None
        here = entry_hash(header, sig)
        self.uids.add((h["device"], h["uid"]))
        if h["kind"] in (1, 4): self.contents[here] = (h["kind"], h["device"], h["uid"], h["seq"])
        self.head = (h["seq"], here)
        if reason is None and h["seq"]:
            try: (self.content, self.content, self.control, self.redact, self.content)[h["kind"]](h, body, *by[:2])
            except Fault as f: reason = f.args[0]
        return "ok" if reason is None else "void: " + reason

    def begin(self, h, g):
        good = g["policy"] == 0 and h["epoch"] == 0 and self.id == H("log", g["core"]) and ed_key(g["ed"]) and x_key(g["x"])
        good = good and h["device"] == device_id(g["ed"], g["x"]) and [w["id"] for w in g["wraps"]] == [h["device"]]
        if not good: raise Fault("genesis")
        self.join(g, 0)
        self.epoch = (1, g["commitment"])

    def join(self, c, since):
        self.members.append({"id": c["member"], "since": since, "left": None, "recovery": None, "devices": [device_id(c["ed"], c["x"])]})
        self.add_device(c, None)

    def add_device(self, c, by):
        self.devices[device_id(c["ed"], c["x"])] = {"member": c["member"], "ed": c["ed"], "x": c["x"], "state": "active", "addedBy": by}
        self.eds.add(c["ed"])

    def content(self, h, body, kind, me):
        if kind != "device": raise Fault("not-active")
        if self.closed is not None: raise Fault("closed")
        if self.owed: raise Fault("rotation-owed")

    def redact(self, h, body, kind, me):
        if kind == "recovery": raise Fault("not-active")
        gone, taking = set(self.redacted), dict(self.taking)
        for t in redact_of(body)["targets"]:
            kind, device, uid, seq = self.contents.get(t["entryHash"], (None, None, None, None))
            if kind is None or (device, uid) != (t["device"], t["uid"]): raise Fault("target")
            them = [m["id"] for m in self.members if m["since"] <= seq and (m["left"] is None or m["left"] > seq)]
            if me["id"] not in (them if kind == 4 else [self.devices[device]["member"]]): raise Fault("not-author")
            if kind == 4 and t["entryHash"] not in gone:
                said = taking.pop(t["entryHash"], [])
                said = said if me["id"] in said else said + [me["id"]]
                if not set(them) <= set(said):
                    taking[t["entryHash"]] = said
                    continue
            gone.add(t["entryHash"])
        self.redacted, self.taking = gone, taking

    def control(self, h, body, kind, me):
        c = control_of(body)
        if kind == "left" or kind == "recovery" and c["op"] not in BY_RECOVERY: raise Fault("not-active")
        moves = c["op"] == "propose" and c["act"]["op"] == "relay.set" or c["op"] == "cancel" and c["target"] in self.proposals
        moves = moves or c["op"] == "approve" and self.proposals.get(c["proposal"], {}).get("op") == "relay.set"
        if self.closed is not None and not moves and c["op"] not in AFTER_CLOSE: raise Fault("closed")
        first = kind == "recovery" or me["devices"][0] == h["device"]
        name = {"epoch": "epoch_", "continue": "continue_", "version": "version_"}.get(c["op"], c["op"].replace(".", "_"))
        getattr(self, name)(h, c, me, first, body)

    def invite(self, h, c, me, *_):
        if any(i["H"] == c["H"] for i in self.invites): raise Fault("invite-seen")
        if len(self.present()) >= 8: raise Fault("members")
        self.invites.append({"H": c["H"], "C": c["C"], "ref": h["device"] + h["uid"], "member": me["id"], "state": "open"})

    def cancel(self, h, c, me, *_):
        found = next((i for i in self.invites if i["ref"] == c["target"]), self.proposals.get(c["target"]))
        what = "proposal" if c["target"] in self.proposals else "invite"
        if not found or found["state"] not in ("open", "complete"): raise Fault(what + "-gone")
        if found["member"] != me["id"]: raise Fault("not-proposer" if what == "proposal" else "not-inviter")
        found["state"] = "cancelled"

    def joiner(self, c, me, needs_approval):
        i = next((i for i in self.invites if i["ref"] == c["invite"] and i["state"] == "open"), None)
        if i is None: raise Fault("invite-gone")
        if H("sas-commit", c["nA"]) != i["C"]: raise Fault("commitment")
        if needs_approval is True: raise Fault("needs-approval")
        if needs_approval is None and i["member"] != me["id"]: raise Fault("not-inviter")
        if len(self.present()) >= 8: raise Fault("members")
        self.keys(c)
        d = device_id(c["ed"], c["x"])
        if d in self.devices or self.member(c["member"]): raise Fault("id-seen")
        if not stands(c["ed"], c["popJoin"], "pop-join", self.id + c["member"] + c["ed"] + c["x"] + c["nB"] + i["H"]): raise Fault("pop")
        return i, d

    def keys(self, c):
        if not ed_key(c["ed"]) or "x" in c and not x_key(c["x"]): raise Fault("key")

    def admit(self, h, c, me, first, body):
        agreed = any(p["state"] == "complete" and p["bytes"] == body[:241] for p in self.proposals.values())
        i, d = self.joiner(c, me, not agreed if len(self.present()) > 1 else None)
        self.renew(c["epoch"], self.readers() | {d})
        self.join(c, h["seq"])
        i["state"] = "used"
        self.lapse()

    def lapse(self):
        for p in self.proposals.values():
            if p["state"] in ("open", "complete"): p["state"] = "lapsed"

    def renew(self, e, ids):
        if e["number"] != self.epoch[0] + 1: raise Fault("epoch-number")
        if [w["id"] for w in e["wraps"]] != sorted(ids): raise Fault("wraps")
        self.epoch, self.owed = (e["number"], e["commitment"]), False

    def epoch_(self, h, c, *_): self.renew(c["epoch"], self.readers())

    def propose(self, h, c, me, first, body):
        act = c["act"]
        if len(self.present()) <= (2 if act["op"] == "close" else 1): raise Fault("direct")
        if act["op"] == "admit": self.joiner(act, me, None)
        if act["op"] == "close" and not first: raise Fault("not-senior")
        if act["op"] == "relay.set": self.keys(act)
        if act["op"] == "version" and act["to"] != self.version + 1: raise Fault("version-number")
        self.proposals[h["device"] + h["uid"]] = {"member": me["id"], "op": act["op"], "act": act, "bytes": body[1:], "by": [me["id"]], "state": "open"}

    def approve(self, h, c, me, first, body):
        p = self.proposals.get(c["proposal"])
        if not p or p["state"] != "open": raise Fault("proposal-gone")
        if H("propose", p["bytes"]) != c["hash"]: raise Fault("proposal-hash")
        if p["op"] == "close" and not first: raise Fault("not-senior")
        if p["op"] == "version" and p["act"]["to"] != self.version + 1: raise Fault("version-number")
        p["by"] = p["by"] if me["id"] in p["by"] else p["by"] + [me["id"]]
        if not {m["id"] for m in self.present()} <= set(p["by"]): return
        p["state"] = "complete"
        if p["op"] == "close": self.closed = h["seq"]
        if p["op"] == "relay.set": self.relay = p["act"]
        if p["op"] == "version": self.version = p["act"]["to"]

    def verify(self, h, c, me, *_):
        m = self.member(c["subject"])
        if not m or m["left"] is not None: raise Fault("subject")
        if H("devices", b"".join(sorted(m["devices"]))) != c["devices"]: raise Fault("devices")
        self.compared = [v for v in self.compared if (v["by"], v["subject"]) != (me["id"], c["subject"])]
        self.compared.append({"by": me["id"], "subject": c["subject"], "how": c["how"]})

    def device_add(self, h, c, me, *_):
        if c["member"] != me["id"]: raise Fault("not-yours")
        self.keys(c)
        d = device_id(c["ed"], c["x"])
        if d in self.devices or c["ed"] in self.eds: raise Fault("id-seen")
        if len(me["devices"]) >= 16: raise Fault("devices")
        over = self.id + me["id"] + h["device"] + c["ed"] + c["x"] + c["nonce"]
        if not stands(c["ed"], c["popDevice"], "pop-device", over): raise Fault("pop")
        above = me["devices"].index(h["device"]) if h["device"] in me["devices"] else 0
        me["devices"].insert(above if c["rank"] else len(me["devices"]), d)
        self.add_device(c, h["device"])

    def device_remove(self, h, c, me, *_):
        own, target, mine = h["device"], c["target"], me["devices"]
        if (target == own) != (c["epoch"] is None): raise Fault("layout")
        if self.devices.get(target, {}).get("state") != "active": raise Fault("device-gone")
        if target not in mine: raise Fault("not-yours")
        place = mine.index(own) if own in mine else -1
        if mine.index(target) < place: raise Fault("not-senior")

        def comes_from(d): return d is not None and (d == target or comes_from(self.devices.get(d, {}).get("addedBy")))
        along = [] if own == target else [d for d in mine[place + 1:] if d != target and comes_from(d)]
        if c["kept"] != sorted(set(c["kept"])) or not set(c["kept"]) <= set(along): raise Fault("kept")
        gone = {target} | set(along) - set(c["kept"])
        if gone >= set(mine): raise Fault("last-device")
        if c["epoch"]: self.renew(c["epoch"], self.readers() - gone)
        else: self.owed = True
        me["devices"] = [d for d in mine if d not in gone]
        for d in gone: self.devices[d]["state"] = "removed"

    def leave(self, h, c, me, first, _):
        if not first: raise Fault("not-senior")
        for d in me["devices"]: self.devices[d]["state"] = "left"
        for i in self.invites:
            if i["member"] == me["id"] and i["state"] == "open": i["state"] = "cancelled"
        me.update(left=h["seq"], recovery=None, devices=[])
        self.owed = True
        self.lapse()

    def close(self, h, c, me, first, _):
        if not first: raise Fault("not-senior")
        if len(self.present()) > 2: raise Fault("needs-approval")
        self.closed = h["seq"]

    def recovery_set(self, h, c, me, first, _):
        none = not any(c["ed"] + c["x"])
        if none and any(c["nonce"] + c["popRecovery"] + c["bundle"]): raise Fault("layout")
        if not first: raise Fault("not-senior")
        new, over = None, self.id + me["id"] + h["device"] + c["ed"] + c["x"] + c["nonce"]
        if not none:
            self.keys(c)
            if c["ed"] in self.eds: raise Fault("id-seen")
            if not stands(c["ed"], c["popRecovery"], "pop-recovery", over): raise Fault("pop")
            new = (H("recovery-id", c["ed"] + c["x"])[:16], c["ed"])
        self.renew(c["epoch"], self.readers() - {(me["recovery"] or (None,))[0]} | ({new[0]} if new else set()))
        me["recovery"] = new
        if new: self.eds.add(c["ed"])

    def relay_set(self, h, c, me, *_):
        if len(self.present()) > 1: raise Fault("needs-approval")
        self.keys(c)
        self.relay = c

    def continue_(self, *_): pass

    def version_(self, h, c, *_):
        if len(self.present()) > 1: raise Fault("needs-approval")
        if c["to"] != self.version + 1: raise Fault("version-number")
        self.version = c["to"]

# 9: sealed bodies and wraps

def gcm(key, nonce, ct, aad):
    try: return AESGCM(key).decrypt(nonce, ct, aad)
    except (InvalidTag, ValueError): return None

def open_with(mk, h, body):
    """DATA of a body with the one key of this entry."""
    out = hkdf(mk, b"", "body", b"", 76)
    if not hmac.compare_digest(out[44:], body[32:64]): raise Fault("key-commit")
    aad = bytes([h["v"]]) + h["logId"] + struct.pack(">I", h["epoch"]) + h["device"] + bytes([h["kind"]]) + h["uid"]
    plain = gcm(out[:32], out[32:44], body[64:], aad)
    if plain is None: raise Fault("seal")
    n = int.from_bytes(plain[:4], "big")
    if n + 4 > len(plain) or any(plain[4 + n:]): raise Fault("padding")
    says(plain[4:4 + n])
    return plain[4:4 + n]

def unwrapped(x, info, w):
    """What a wrap holds; HPKE, base mode (RFC 9180)."""
    if not x_key(w["enc"]): raise Fault("wrap")
    private = X25519PrivateKey.from_private_bytes(x)
    kem, suite = b"KEM\0\x20", b"HPKE\0\x20\0\x01\0\x02"

    def extract(salt, s, label, ikm): return mac(salt or bytes(32), b"HPKE-v1" + s + label + ikm)
    def labeled(prk, s, label, i, n): return expand(prk, struct.pack(">H", n) + b"HPKE-v1" + s + label + i, n)
    dh = private.exchange(X25519PublicKey.from_public_bytes(w["enc"]))
    shared = labeled(extract(b"", kem, b"eae_prk", dh), kem, b"shared_secret", w["enc"] + private.public_key().public_bytes_raw(), 32)
    context = b"\0" + extract(b"", suite, b"psk_id_hash", b"") + extract(b"", suite, b"info_hash", info)
    secret = extract(shared, suite, b"secret", b"")
    key = gcm(labeled(secret, suite, b"key", context, 32), labeled(secret, suite, b"base_nonce", context, 12), w["ct"], b"")
    if key is None: raise Fault("wrap")
    return key

def unwrap(x, me, h, e):
    """The epoch key in the wrap for this device; None when there is none for it."""
    w = next((w for w in e["wraps"] if w["id"] == me), None)
    if w is None: return None
    key = unwrapped(x, PRE + b"epoch" + h["logId"] + struct.pack(">Q", h["seq"]) + h["prev"] + struct.pack(">I", e["number"]) + h["device"] + me, w)
    if commitment_of(key) != e["commitment"]: raise Fault("commitment")
    return key

# 14: exports

def open_sealed(b, passphrase, what="export"):
    if len(b) < 87: raise Fault(what + "-layout")
    phrase = unicodedata.normalize("NFKC", passphrase).encode()
    stretched = Argon2id(salt=b[7:39], length=32, iterations=3, lanes=1, memory_cost=65536).derive(phrase)
    out = hkdf(stretched, b"", what, b"", 76)
    if not hmac.compare_digest(out[44:], b[39:71]): raise Fault(what + "-passphrase")
    plain = gcm(out[:32], out[32:44], b[71:], b[:71])
    if plain is None: raise Fault(what + "-sealed")
    return plain

def entry_in(r, log):
    flag = r.num(1) if len(r.b) - r.at >= 213 else None
    if flag not in (0, 1, 3): raise Fault("export-layout")
    header, sig = r.take(148), r.take(64)
    h = header_of(header)
    if flag == 3 and h["kind"] not in (1, 4): raise Fault("export-layout")
    body = r.take(h["bodyLen"]) if flag else None
    mk = r.take(32) if flag == 3 else None
    return {"h": h, "hash": entry_hash(header, sig), "body": body, "mk": mk, "verdict": log.take(header, sig, body)}

def state_of(e, log):
    if e["verdict"] != "ok": return "void", e["verdict"][6:]
    if e["h"]["kind"] not in (1, 4): return "ok", None
    if e["hash"] in log.redacted: return "redacted", None
    if e["body"] is None: return "absent", None
    try:
        if e["mk"] is None: raise Fault("key")
        open_with(e["mk"], e["h"], e["body"])
    except Fault as f: return "unreadable", f.args[0]
    return "ok", None

def words_of(head):
    bits = int.from_bytes(head[:6], "big")
    return [bits >> 42 - 6 * i & 63 for i in range(8)]

def report_on(logs, fault=None, signer=None):
    def one(log, entries):
        states = [state_of(e, log) if fault is None else ("stood", None) if e["verdict"] == "ok" else ("void", e["verdict"][6:]) for e in entries]
        head = log.head[1] if log.head else None
        return {"logId": log.id.hex(), "first": 0 if head else None, "last": log.head[0] if head else None, "head": head.hex() if head else None,
                "headWords": words_of(head) if head else None,
                "entries": [{"seq": e["h"]["seq"], "hash": e["hash"].hex(), "kind": e["h"]["kind"], "state": s, "reason": why}
                            for e, (s, why) in zip(entries, states)]}
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

def main(args):
    if args[:1] == ["vectors"] and len(args) == 2:
        import vectors
        return vectors.hold(Path(args[1]))
    passphrase = None
    if args[1:2] == ["--passphrase-file"] and len(args) > 3:
        passphrase = re.sub(r"\r?\n\Z", "", Path(args[2]).read_bytes().decode("utf-8"))
        del args[1:3]
    if args[:1] != ["export"] or len(args) < 2:
        print(__doc__)
        return 2
    worst = 0
    for name in args[1:]:
        report = read_export(Path(name).read_bytes(), passphrase)
        print(json.dumps(report, ensure_ascii=False, separators=(",", ":")), flush=True)
        type_ = report and report["fault"] and report["fault"]["type"]
        worst = max(worst, 2 if report is None or type_ in ("export-form", "export-passphrase") else 0 if report["sound"] else 1)
    return worst

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    sys.modules["verify"] = sys.modules[__name__]
    sys.exit(main(sys.argv[1:]))
