#!/usr/bin/env python3
"""A second reader of the record, from spec/ledger.md alone.

  verify.py vectors FOLDER                        holds every golden vector there against this reader
  verify.py export [--passphrase-file F] FILE...  one line of JSON for each file (spec/ledger.md, 14.4); ends with 0 only when each is sound

Python's standard library and the package `cryptography` (48 was used, 47 is the least). Nothing is asked of anybody, nothing is written.
"""
import base64, functools, hashlib, hmac, json, re, struct, sys, unicodedata
from pathlib import Path
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

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

def hkdf(ikm, salt, label, context, length): return HKDF(SHA256(), length, salt or None, PRE + label.encode() + context).derive(ikm)
def commitment_of(key): return hkdf(key, b"", "epoch", b"", 32)

def b64(text):
    """Canonical base64url without padding, or None."""
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text, re.ASCII) or len(text) % 4 == 1: return None
    out = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return out if base64.urlsafe_b64encode(out).rstrip(b"=").decode() == text else None

def to64(x): return base64.urlsafe_b64encode(x).rstrip(b"=").decode()

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
    x = x if x & 1 == sign else P - x
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

@functools.cache
def ed_key(key):
    p = point_of(key) if len(key) == 32 else None
    q = times(L, p) if p else None
    return bool(p) and p[1] not in SMALL_Y and q[0] == 0 and q[1] == q[2]

def x_key(key):
    n = int.from_bytes(key, "little")
    return len(key) == 32 and n < P and n not in LOW_U

def sig_bytes(sig):
    if len(sig) != 64 or int.from_bytes(sig[32:], "little") >= L: return False
    y = int.from_bytes(sig[:32], "little") & (2**255 - 1)
    return y < P and y not in SMALL_Y

def stands(key, sig, kind, message): return stands_over(key, sig, signed(kind, message))

def stands_over(key, sig, message):
    if not ed_key(key) or not sig_bytes(sig): return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(sig, message)
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
    if h["bodyLen"] not in (SIZES if h["kind"] in (1, 4) else range(32769)): raise Fault("body-length")
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

OPS = {1: "invite H32 C32", 2: "cancel target32", 3: "admit invite32 member16 ed32 x32 nB32 popJoin64 nA32", 4: "epoch", 5: "propose",
       6: "approve proposal32 hash32", 7: "verify subject16 devices32 how1", 8: "device.add member16 ed32 x32 rank1 nonce32 bundle32 popDevice64",
       9: "device.remove target16", 10: "leave", 11: "close", 12: "recovery.set ed32 x32 nonce32 popRecovery64 bundle32",
       13: "relay.set ed32 origin32", 14: "continue dir1 log32", 15: "version to1"}

def laid(r, fields): return {f: r.num(1) if n == "1" else r.take(int(n)) for f, n in re.findall(r"([A-Za-z]+)(\d+)", fields)}

def fields_in(r, op):
    name, _, fields = OPS[op].partition(" ")
    return {"op": name, **laid(r, fields)}

def genesis_of(b):
    r = Reader(b)
    return r.end({"core": b[:145], **laid(r, "nonce32 member16 ed32 x32 policy1 commitment32"), "wraps": wraps_in(r)})

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

KEY = re.compile(r"[a-z][A-Za-z0-9]{0,31}", re.ASCII)
NUMBER, LITERAL = re.compile(r"(0|-?[1-9][0-9]{0,15})(?=[,\]}]|\Z)"), re.compile(r"true|false|null")
TEXT = re.compile(r'"([^\0-\x1f"\\\ufeff]|\\["\\btnfr]|\\u00(0[0-7bef]|1[0-9a-f]))*"')

class Data:
    """One value after the other, from left to right; no deeper than eight levels call themselves."""
    def __init__(self, s): self.s, self.at, self.values = s, 0, 0
    def sees(self): return self.s[self.at:self.at + 1]

    def passes(self, sign):
        if self.sees() != sign: return False
        self.at += 1
        return True

    def expect(self, sign):
        if not self.passes(sign): raise Fault("data-grammar")

    def match(self, pattern, fault):
        m = pattern.match(self.s, self.at)
        if not m: raise Fault(fault)
        self.at = m.end()
        return json.loads(m[0])

    def value(self, depth=0):
        self.values += 1
        if self.values > 4096: raise Fault("data-values")
        c = self.sees() or "end"
        if c == '"': return self.match(TEXT, "data-text")
        if c in "-0123456789":
            n = self.match(NUMBER, "data-number")
            if abs(n) > 2**53 - 1: raise Fault("data-number")
            return n
        if c not in "[{": return self.match(LITERAL, "data-grammar")
        if depth == 8: raise Fault("data-depth")
        self.at += 1
        if c == "[": return self.many([], self.item, "]", depth + 1)
        return self.many({}, self.named, "}", depth + 1)

    def many(self, out, one, shut, depth):
        if self.passes(shut): return out
        one(out, depth)
        while self.passes(","): one(out, depth)
        self.expect(shut)
        return out

    def item(self, out, depth): out.append(self.value(depth))

    def named(self, out, depth):
        if self.sees() != '"': raise Fault("data-grammar")
        key = self.match(TEXT, "data-text")
        if not KEY.fullmatch(key) or key in out: raise Fault("data-key")
        self.expect(":")
        out[key] = self.value(depth)

def data_of(b):
    if len(b) > 65532: raise Fault("data-length")
    try: d = Data(b.decode("utf-8"))
    except UnicodeDecodeError: raise Fault("data-utf8") from None
    value = d.value()
    if d.sees(): raise Fault("data-grammar")
    return value

def is_bytes(v, n): return isinstance(v, str) and len(b64(v) or b"") == n

DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)

def says(data):
    """What an entry says: the object with exactly the five keys (section 6)."""
    try: v = data_of(data)
    except Fault: raise Fault("data") from None
    if not isinstance(v, dict) or set(v) != {"kind", "body", "day", "basis", "blind"}: raise Fault("data")
    basis = v["basis"]
    good = isinstance(v["kind"], str) and isinstance(v["day"], str) and is_bytes(v["blind"], 16) and DAY.fullmatch(v["day"])
    if not good or not isinstance(basis, dict) or set(basis) != {"seq", "hash"}: raise Fault("data")
    if type(basis["seq"]) is not int or basis["seq"] < 0: raise Fault("data")
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
        if d and d["state"] == "removed": return None
        if d: return "left" if d["state"] == "left" else "device", self.member(d["member"]), d["ed"]
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
        used = (h["device"], h["uid"]) in self.uids
        here = entry_hash(header, sig)
        self.uids.add((h["device"], h["uid"]))
        if h["kind"] in (1, 4): self.contents[here] = (h["kind"], h["device"], h["uid"], h["seq"], None if by[0] == "recovery" else by[1]["id"])
        self.head = (h["seq"], here)
        if h["kind"] == 0: return "ok"
        try:
            if used: raise Fault("uid-used")
            if h["epoch"] != self.epoch[0]: raise Fault("epoch")
            {2: self.control, 3: self.redact}.get(h["kind"], self.content)(h, body, *by[:2])
        except Fault as f: return "void: " + f.args[0]
        return "ok"

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
            kind, device, uid, seq, author = self.contents.get(t["entryHash"], (None,) * 5)
            if kind is None or (device, uid) != (t["device"], t["uid"]): raise Fault("target")
            them = [m["id"] for m in self.members if m["since"] <= seq and (m["left"] is None or m["left"] > seq)]
            if me["id"] not in (them if kind == 4 else [author]): raise Fault("not-author")
            if kind == 4 and t["entryHash"] not in gone:
                said = taking.get(t["entryHash"], [])
                taking[t["entryHash"]] = said = said if me["id"] in said else said + [me["id"]]
                if not set(them) <= set(said): continue
                del taking[t["entryHash"]]
            gone.add(t["entryHash"])
        self.redacted, self.taking = gone, taking

    def control(self, h, body, kind, me):
        c = control_of(body)
        if kind == "left" or kind == "recovery" and c["op"] not in BY_RECOVERY: raise Fault("not-active")
        moves = c["op"] == "propose" and c["act"]["op"] == "relay.set" or c["op"] == "cancel" and c["target"] in self.proposals
        moves = moves or c["op"] == "approve" and self.proposals.get(c["proposal"], {}).get("op") == "relay.set"
        if self.closed is not None and not moves and c["op"] not in AFTER_CLOSE: raise Fault("closed")
        first = kind == "recovery" or me["devices"][0] == h["device"]
        getattr(self, "on_" + c["op"].replace(".", "_"))(h, c, me, first, body)

    def on_invite(self, h, c, me, *_):
        if any(i["H"] == c["H"] for i in self.invites): raise Fault("invite-seen")
        if len(self.present()) >= 8: raise Fault("members")
        self.invites.append({"H": c["H"], "C": c["C"], "ref": h["device"] + h["uid"], "member": me["id"], "state": "open"})

    def on_cancel(self, h, c, me, *_):
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

    def on_admit(self, h, c, me, first, body):
        agreed = any(p["state"] == "complete" and p["bytes"] == body[:241] for p in self.proposals.values())
        i, d = self.joiner(c, me, not agreed if len(self.present()) > 1 else None)
        self.renew(c["epoch"], self.readers() | {d})
        self.join(c, h["seq"])
        i["state"] = "used"
        self.end(self.proposals.values(), "lapsed")

    def end(self, things, state):
        for one in things:
            if one["state"] in ("open", "complete"): one["state"] = state

    def renew(self, e, ids):
        if e["number"] != self.epoch[0] + 1: raise Fault("epoch-number")
        if [w["id"] for w in e["wraps"]] != sorted(ids): raise Fault("wraps")
        self.epoch, self.owed = (e["number"], e["commitment"]), False

    def on_epoch(self, h, c, *_): self.renew(c["epoch"], self.readers())

    def on_propose(self, h, c, me, first, body):
        act = c["act"]
        if len(self.present()) <= (2 if act["op"] == "close" else 1): raise Fault("direct")
        self.check(act, me, first)
        new = {"member": me["id"], "op": act["op"], "act": act, "bytes": body[1:], "by": [me["id"]], "state": "open"}
        self.proposals[h["device"] + h["uid"]] = new

    def on_approve(self, h, c, me, first, body):
        p = self.proposals.get(c["proposal"])
        if not p or p["state"] != "open": raise Fault("proposal-gone")
        if H("propose", p["bytes"]) != c["hash"]: raise Fault("proposal-hash")
        if p["op"] != "admit": self.check(p["act"], me, first)
        p["by"] = p["by"] if me["id"] in p["by"] else p["by"] + [me["id"]]
        if not {m["id"] for m in self.present()} <= set(p["by"]): return
        p["state"] = "complete"
        self.bring(p["act"], h)

    def on_verify(self, h, c, me, *_):
        m = self.member(c["subject"])
        if not m or m["left"] is not None: raise Fault("subject")
        if H("devices", b"".join(sorted(m["devices"]))) != c["devices"]: raise Fault("devices")
        self.compared = [v for v in self.compared if (v["by"], v["subject"]) != (me["id"], c["subject"])]
        self.compared.append({"by": me["id"], "subject": c["subject"], "how": c["how"]})

    def on_device_add(self, h, c, me, *_):
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

    def on_device_remove(self, h, c, me, *_):
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

    def on_leave(self, h, c, me, first, _):
        if not first: raise Fault("not-senior")
        for d in me["devices"]: self.devices[d]["state"] = "left"
        self.end([i for i in self.invites if i["member"] == me["id"]], "cancelled")
        me.update(left=h["seq"], recovery=None, devices=[])
        self.owed = True
        self.end(self.proposals.values(), "lapsed")

    def on_recovery_set(self, h, c, me, first, _):
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

    def on_continue(self, *_): pass

    def check(self, act, me, first):
        """The reasons of an act beside who has to agree."""
        if act["op"] == "admit": self.joiner(act, me, None)
        if act["op"] == "close" and not first: raise Fault("not-senior")
        if act["op"] == "relay.set": self.keys(act)
        if act["op"] == "version" and act["to"] != self.version + 1: raise Fault("version-number")

    def bring(self, act, h):
        if act["op"] == "close": self.closed = h["seq"]
        if act["op"] == "relay.set": self.relay = act
        if act["op"] == "version": self.version = act["to"]

    def on_close(self, h, c, me, first, _):
        if c["op"] == "close": self.check(c, me, first)
        if len(self.present()) > (2 if c["op"] == "close" else 1): raise Fault("needs-approval")
        self.check(c, me, first)
        self.bring(c, h)
    on_relay_set = on_version = on_close

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

HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)

def unwrapped(x, info, w):
    """What a wrap holds."""
    if not x_key(w["enc"]): raise Fault("wrap")
    try: return HPKE.decrypt(w["enc"] + w["ct"], X25519PrivateKey.from_private_bytes(x), info)
    except (InvalidTag, ValueError): raise Fault("wrap") from None

def unwrap(x, me, h, e):
    """The epoch key in the wrap for this device; None when there is none for it."""
    w = next((w for w in e["wraps"] if w["id"] == me), None)
    if w is None: return None
    place = struct.pack(">Q", h["seq"]) + h["prev"] + struct.pack(">I", e["number"])
    key = unwrapped(x, PRE + b"epoch" + h["logId"] + place + h["device"] + me, w)
    if commitment_of(key) != e["commitment"]: raise Fault("commitment")
    return key

# 15: held answers

def held_in(body, sizes=range(256, 65537)):
    """Whether a body is a held answer, in a box of one of these sizes."""
    box = b64(body["box"]) if isinstance(body, dict) and set(body) == {"round", "salt", "commit", "box"} and isinstance(body["box"], str) else None
    if box is None or len(box) - 16 not in sizes or len(box) + 64 not in SIZES: return False
    return all(is_bytes(body[f], 32) for f in ("round", "salt", "commit"))

def open_held(k, h, body):
    out = hkdf(k, b64(body["salt"]), "held", h["logId"] + h["device"] + h["uid"], 76)
    if not hmac.compare_digest(out[44:], b64(body["commit"])): raise Fault("held-commit")
    plain = gcm(out[:32], out[32:44], b64(body["box"]), b64(body["round"]))
    if plain is None: raise Fault("held-seal")
    n = int.from_bytes(plain[:4], "big")
    if n + 4 > len(plain) or any(plain[4 + n:]): raise Fault("held-padding")
    try: return data_of(plain[4:4 + n])
    except Fault: raise Fault("held-data") from None

# 14: what a file holds

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
    if flag not in (0, 1, 3, 7): raise Fault("export-layout")
    header, sig = r.take(148), r.take(64)
    h = header_of(header)
    if flag >= 3 and h["kind"] not in ((1, 4) if flag == 3 else (1,)): raise Fault("export-layout")
    body = r.take(h["bodyLen"]) if flag else None
    mk = r.take(32) if flag >= 3 else None
    k = r.take(32) if flag == 7 else None
    return {"k": k, "h": h, "hash": entry_hash(header, sig), "body": body, "mk": mk, "verdict": log.take(header, sig, body)}

def state_of(e, log):
    if e["verdict"] != "ok": return "void", e["verdict"][6:], None
    if e["h"]["kind"] not in (1, 4): return "ok", None, None
    if e["hash"] in log.redacted: return "redacted", None, None
    if e["body"] is None: return "absent", None, None
    try:
        if e["mk"] is None: raise Fault("key")
        said = says(open_with(e["mk"], e["h"], e["body"]))
        if e["k"] and not held_in(said["body"]): raise Fault("held")
        if e["k"]: open_held(e["k"], e["h"], said["body"])
    except Fault as f: return "unreadable", f.args[0], None
    return "ok", None, said["day"]

def main(args):
    if args[:1] == ["vectors"] and len(args) == 2:
        import vectors
        return vectors.hold(Path(args[1]))
    from exports import read_export
    passphrase = None
    if args[1:2] == ["--passphrase-file"] and len(args) > 3:
        passphrase = re.sub(r"\r?\n\Z", "", Path(args[2]).read_bytes().decode("utf-8"))
        del args[1:3]
    if args[:1] != ["export"] or len(args) < 2:
        print(__doc__)
        return 2
    codes = []
    for name in args[1:]:
        report = read_export(Path(name).read_bytes(), passphrase)
        print(json.dumps(report, ensure_ascii=False, separators=(",", ":")), flush=True)
        fault = report["fault"] if report else {"type": "export-passphrase"}
        codes.append(0 if fault is None else 2 if fault["type"] in ("export-form", "export-passphrase") else 1)
    return max(codes)

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    sys.modules["verify"] = sys.modules[__name__]
    sys.exit(main(sys.argv[1:]))
