#!/usr/bin/env python3
"""A second reader of the record, from spec/ledger.md alone.

  verify.py vectors FOLDER                        holds every golden vector there against this reader
  verify.py export [--passphrase-file F] FILE...  one line of JSON for each file (14.4); 0 only when each is sound

Python's standard library and the package `cryptography` (48 was used, 47 is the least).
Nothing is asked of anybody, nothing is written.
"""
import base64, functools, hashlib, hmac, json, re, struct, sys
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

class Fault(Exception):
    """Something is wrong; the first argument is its one type."""

def need(holds, fault):
    if not holds: raise Fault(fault)

# 3: hashes, derived keys

PRE = b"gs/v1/"
def H(tag, x): return hashlib.sha256(PRE + tag.encode() + b"\0" + x).digest()
def signed(kind, m): return PRE + kind.encode() + b"\0" + m
def entry_hash(header, sig): return H("hash", header + sig)
def device_id(ed, x): return H("device", ed + x)[:16]
def commitment_of(key): return hkdf(key, b"", "epoch", b"", 32)
def to64(x): return base64.urlsafe_b64encode(x).rstrip(b"=").decode()

def hkdf(ikm, salt, label, context, length):
    return HKDF(SHA256(), length, salt or None, PRE + label.encode() + context).derive(ikm)

def b64(text):
    """Canonical base64url without padding, or None."""
    if not re.fullmatch(r"[A-Za-z0-9_-]*", text, re.ASCII) or len(text) % 4 == 1: return None
    out = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return out if to64(out) == text else None

# 4: key checks

def little(b): return int.from_bytes(b, "little")

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
SMALL_Y = {0, 1, P - 1} | {little(bytes.fromhex(h)) for h in (
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a")}
LOW_U = {0, 1, P - 1} | {little(bytes.fromhex(h)) for h in (
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157")}

def plus(a, b):
    """The sum of two points of the curve."""
    (x1, y1), (x2, y2) = a, b
    k = D * x1 * x2 * y1 * y2
    return (x1 * y2 + x2 * y1) * pow(1 + k, -1, P) % P, (y1 * y2 + x1 * x2) * pow(1 - k, -1, P) % P

def times(n, p):
    half = times(n // 2, plus(p, p)) if n > 1 else (0, 1)
    return plus(half, p) if n % 2 else half

def good_y(b):
    """Whether the y in these bytes is below p, and none of small order."""
    return little(b) % 2**255 < P and little(b) % 2**255 not in SMALL_Y

@functools.cache
def ed_key(key):
    if len(key) != 32 or not good_y(key): return False
    y = little(key) % 2**255
    xx = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    root = pow(xx, (P + 3) // 8, P)
    # Either sign of x will do: both points have the same order.
    x = root if root * root % P == xx else root * pow(2, (P - 1) // 4, P) % P
    return x * x % P == xx and times(L, (x, y)) == (0, 1)

def x_key(key): return len(key) == 32 and little(key) < P and little(key) not in LOW_U
def sig_bytes(sig): return len(sig) == 64 and little(sig[32:]) < L and good_y(sig[:32])
def stands(key, sig, kind, message): return stands_over(key, sig, signed(kind, message))

def stands_over(key, sig, message):
    if not ed_key(key) or not sig_bytes(sig): return False
    try: Ed25519PublicKey.from_public_bytes(key).verify(sig, message)
    except InvalidSignature: return False
    return True

# 2: the header; 5: open bodies

class Reader:
    """Fields one after the other; short or left over is the fault given."""
    def __init__(self, b, fault="layout"): self.b, self.at, self.fault = b, 0, fault
    def num(self, n): return int.from_bytes(self.take(n), "big")
    def many(self, size, layout): return [self.fields(layout) for _ in range(self.num(size))]

    def take(self, n):
        need(self.at + n <= len(self.b), self.fault)
        self.at += n
        return self.b[self.at - n:self.at]

    def fields(self, layout):
        """Names, each with its length; what has at most 8 bytes is a number."""
        pairs = [(name, int(n)) for name, n in re.findall(r"([A-Za-z]+)(\d+)", layout)]
        return {name: self.num(n) if n <= 8 else self.take(n) for name, n in pairs}

    def end(self, value):
        need(self.at == len(self.b), self.fault)
        return value

SIZES = {256 * 2**i + 80 for i in range(9)}
OPS = {1: "invite H32 C32", 2: "cancel target32", 3: "admit invite32 member16 ed32 x32 nB32 popJoin64 nA32", 4: "epoch",
       5: "propose", 6: "approve proposal32 hash32", 7: "verify subject16 devices32 how1", 10: "leave", 11: "close",
       8: "device.add member16 ed32 x32 rank1 nonce32 bundle32 popDevice64", 9: "device.remove target16",
       12: "recovery.set ed32 x32 nonce32 popRecovery64 bundle32", 13: "relay.set ed32 origin32",
       14: "continue dir1 log32", 15: "version to1"}

def header_of(b):
    need(len(b) == 148, "header-length")
    h = Reader(b).fields("v1 logId32 seq8 prev32 epoch4 device16 kind1 zero2 uid16 bodyLen4 bodyHash32")
    need(h["v"] == 1, "version")
    need(h["seq"] < 2**53, "seq")
    need(h["kind"] <= 4, "kind")
    need(h.pop("zero") == 0, "header-zero")
    need(h["bodyLen"] in (SIZES if h["kind"] in (1, 4) else range(32769)), "body-length")
    return h

def wraps_in(r): return {"wraps": r.many(2, "id16 enc32 ct48")}
def epoch_in(r): return r.fields("number4 commitment32") | wraps_in(r)

def op_in(r, known, fault):
    op = r.num(1)
    need(op in known, fault)
    name, _, layout = OPS[op].partition(" ")
    return {"op": name} | r.fields(layout)

def genesis_of(b, fault="layout"):
    r = Reader(b, fault)
    core = r.fields("nonce32 member16 ed32 x32 policy1 commitment32")
    return r.end({"core": b[:145]} | core | wraps_in(r))

def control_of(b):
    r = Reader(b)
    c = op_in(r, OPS, "op-unknown")
    op = c["op"]
    if op == "propose": c["act"] = op_in(r, (3, 11, 13, 15), "layout")
    if op == "device.remove": c["kept"] = [r.take(16) for _ in range(r.num(1))]
    if op in ("admit", "epoch", "recovery.set", "device.remove"):
        c["epoch"] = None if op == "device.remove" and r.at == len(b) else epoch_in(r)
    if op == "continue": c["heads"] = [r.fields("seq8 hash32") for _ in range(2)]
    need(c.get("rank", 0) <= 1 and c.get("dir", 0) <= 1 and all(x["seq"] < 2**53 for x in c.get("heads", ())), "layout")
    return r.end(c)

def redact_of(b):
    r = Reader(b)
    targets = r.many(1, "entryHash32 device16 uid16")
    need(1 <= len(targets) <= 16, "layout")
    return r.end({"targets": targets, "blobs": [r.take(32) for _ in range(r.num(2))]})

# 6: DATA

KEY, LITERAL = re.compile(r"[a-z][A-Za-z0-9]{0,31}", re.ASCII), re.compile(r"true|false|null")
NUMBER = re.compile(r"(0|-?[1-9][0-9]{0,15})(?=[,\]}]|\Z)")
TEXT = re.compile(r'"([^\0-\x1f"\\\ufeff]|\\["\\btnfr]|\\u00(0[0-7bef]|1[0-9a-f]))*"')
DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)

class Data:
    """One value after the other, from left to right; no deeper than eight levels call themselves."""
    def __init__(self, s): self.s, self.at, self.values = s, 0, 0
    def sees(self): return self.s[self.at:self.at + 1]

    def passes(self, sign):
        if self.sees() != sign: return False
        self.at += 1
        return True

    def match(self, pattern, fault):
        m = pattern.match(self.s, self.at)
        need(m, fault)
        self.at, value = m.end(), json.loads(m[0])
        need(not isinstance(value, int) or abs(value) < 2**53, fault)
        return value

    def value(self, depth=0):
        self.values += 1
        need(self.values <= 4096, "data-values")
        c = self.sees() or "end"
        if c == '"': return self.match(TEXT, "data-text")
        if c in "-0123456789": return self.match(NUMBER, "data-number")
        if c not in "[{": return self.match(LITERAL, "data-grammar")
        need(depth < 8, "data-depth")
        self.at += 1
        return self.many("]" if c == "[" else "}", depth + 1)

    def many(self, shut, depth):
        values, keys, more = [], [], not self.passes(shut)
        while more:
            if shut == "}": keys.append(self.key(keys))
            values.append(self.value(depth))
            more = self.passes(",")
            need(more or self.passes(shut), "data-grammar")
        return dict(zip(keys, values)) if shut == "}" else values

    def key(self, before):
        need(self.sees() == '"', "data-grammar")
        key = self.match(TEXT, "data-text")
        need(KEY.fullmatch(key) and key not in before, "data-key")
        need(self.passes(":"), "data-grammar")
        return key

def text_of(b, fault):
    try: return b.decode("utf-8")
    except UnicodeDecodeError: raise Fault(fault) from None

def data_of(b, fault=None):
    """The value; with a fault given, that one in the place of each."""
    try:
        need(len(b) <= 65532, "data-length")
        d = Data(text_of(b, "data-utf8"))
        value = d.value()
        need(not d.sees(), "data-grammar")
        return value
    except Fault as f: raise Fault(fault or f.args[0]) from None

def is_bytes(v, n): return isinstance(v, str) and len(b64(v) or b"") == n
def is_object(v, keys): return isinstance(v, dict) and set(v) == set(keys.split())

def says(data):
    """What an entry says: the object with exactly the five keys (section 6)."""
    v = data_of(data, "data")
    need(is_object(v, "kind body day basis blind") and is_object(v["basis"], "seq hash"), "data")
    need(isinstance(v["kind"], str) and isinstance(v["day"], str) and DAY.fullmatch(v["day"]), "data")
    seq, hash_ = v["basis"]["seq"], v["basis"]["hash"]
    need(is_bytes(v["blind"], 16) and type(seq) is int and seq >= 0, "data")
    need(is_bytes(hash_, 32) or (seq, hash_) == (0, ""), "data")
    return v

# 9: sealed bodies

def opened(secret, salt, label, context, commit, ct, aad, faults):
    """What a derived key opens; the faults are that of the commitment and that of the seal."""
    out = hkdf(secret, salt, label, context, 76)
    need(hmac.compare_digest(out[44:], commit), faults[0])
    try: return AESGCM(out[:32]).decrypt(out[32:44], ct, aad)
    except (InvalidTag, ValueError): raise Fault(faults[1]) from None

def unpadded(plain, fault):
    end = 4 + int.from_bytes(plain[:4], "big")
    need(end <= len(plain) and not any(plain[end:]), fault)
    return plain[4:end]

def open_with(mk, h, body):
    """DATA of a body with the one key of this entry."""
    aad = struct.pack(">B32sI16sB16s", *(h[f] for f in ("v", "logId", "epoch", "device", "kind", "uid")))
    data = unpadded(opened(mk, b"", "body", b"", body[32:64], body[64:], aad, ("key-commit", "seal")), "padding")
    says(data)
    return data

# 15: held answers

def held_in(body, sizes=range(256, 65537)):
    """Whether a body is a held answer, in a box of one of these sizes."""
    if not is_object(body, "round salt commit box") or not isinstance(body["box"], str): return False
    box = b64(body["box"]) or b""
    return len(box) - 16 in sizes and len(box) + 64 in SIZES and all(is_bytes(body[f], 32) for f in body if f != "box")

def open_held(k, h, body):
    round_, salt, commit, box = (b64(body[f]) for f in ("round", "salt", "commit", "box"))
    where, faults = h["logId"] + h["device"] + h["uid"], ("held-commit", "held-seal")
    return data_of(unpadded(opened(k, salt, "held", where, commit, box, round_, faults), "held-padding"), "held-data")

# 7: the fold

BY_RECOVERY = {"device.add", "device.remove", "recovery.set", "leave", "close"}
AFTER_CLOSE = {"epoch", "device.add", "device.remove", "recovery.set", "leave", "relay.set", "continue"}

class Log:
    """A log up to its head; take() judges the next entry and has its effect."""
    def __init__(self, log_id):
        self.id, self.head, self.version, self.epoch = log_id, None, 1, (0, bytes(32))
        self.owed, self.closed, self.relay = False, None, None
        self.members, self.devices, self.invites, self.proposals, self.compared = {}, {}, {}, {}, {}
        self.contents, self.taking, self.redacted, self.uids, self.eds = {}, {}, set(), set(), set()

    def signer(self, name):
        """What it is (active, left, removed or recovery), its member, its ed."""
        d = self.devices.get(name)
        if d: return d["state"], self.members[d["member"]], d["ed"]
        papers = [m for m in self.members.values() if m["recovery"] and m["recovery"][0] == name]
        return ("recovery", papers[0], papers[0]["recovery"][1]) if papers else ("none", None, None)

    def present(self): return [m for m in self.members.values() if m["left"] is None]

    def there_at(self, seq):
        """Who belonged to the log at that place."""
        return {m["id"] for m in self.members.values() if m["since"] <= seq and (m["left"] is None or m["left"] > seq)}

    def take(self, header, sig, body):
        """ok or void: reason; a structural fault is raised, and then nothing has changed."""
        h = header_of(header)
        seq, before = (self.head[0] + 1, self.head[1]) if self.head else (0, bytes(32))
        need(h["logId"] == self.id, "log")
        need(h["v"] == self.version, "version")
        need(h["seq"] == seq, "seq")
        need(h["prev"] == before, "prev")
        need((h["kind"] == 0) == (seq == 0), "genesis")
        role, me, ed = self.signer(h["device"])
        need(seq == 0 or role not in ("none", "removed"), "signer")
        if seq == 0: ed = genesis_of(body or b"", "signature")["ed"]
        need(stands(ed, sig, "entry", header), "signature")
        need(body is not None or h["kind"] in (1, 4), "body-absent")
        need(body is None or len(body) == h["bodyLen"], "body-length")
        need(body is None or H("body", body) == h["bodyHash"], "body-hash")
        if seq == 0: self.begin(h, genesis_of(body))
        self.head, name = (seq, entry_hash(header, sig)), (h["device"], h["uid"])
        if h["kind"] in (1, 4): self.contents[self.head[1]] = h | {"author": None if role == "recovery" else me["id"]}
        used = name in self.uids
        self.uids.add(name)
        try:
            need(not used, "uid-used")
            need(h["epoch"] == self.epoch[0] or seq == 0, "epoch")
            if seq: {1: self.content, 2: self.control, 3: self.redact, 4: self.content}[h["kind"]](h, body, role, me)
        except Fault as f: return "void: " + f.args[0]
        return "ok"

    def begin(self, h, g):
        need(g["policy"] == h["epoch"] == 0 and self.id == H("log", g["core"]), "genesis")
        need(ed_key(g["ed"]) and x_key(g["x"]), "genesis")
        need([w["id"] for w in g["wraps"]] == [h["device"]] == [device_id(g["ed"], g["x"])], "genesis")
        self.join(g, 0)
        self.epoch = (1, g["commitment"])

    def join(self, c, since):
        self.members[c["member"]] = {"id": c["member"], "since": since, "left": None, "recovery": None, "devices": []}
        self.add_device(c, 0, None)

    def add_device(self, c, place, by):
        d = device_id(c["ed"], c["x"])
        self.members[c["member"]]["devices"].insert(place, d)
        self.devices[d] = {"member": c["member"], "ed": c["ed"], "x": c["x"], "state": "active", "addedBy": by}
        self.eds.add(c["ed"])

    def content(self, h, body, role, me):
        need(role == "active", "not-active")
        need(self.closed is None, "closed")
        need(not self.owed, "rotation-owed")

    def redact(self, h, body, role, me):
        need(role != "recovery", "not-active")
        gone, taking = set(self.redacted), dict(self.taking)
        for t in redact_of(body)["targets"]:
            name, of = t["entryHash"], self.contents.get(t["entryHash"])
            need(of and (of["device"], of["uid"]) == (t["device"], t["uid"]), "target")
            them = {of["author"]} if of["kind"] == 1 else self.there_at(of["seq"])
            need(me["id"] in them, "not-author")
            taking[name] = taking.get(name, {}) | {me["id"]: 1}
            if name in gone or them <= set(taking[name]):
                gone.add(name)
                del taking[name]
        self.redacted, self.taking = gone, taking

    def control(self, h, body, role, me):
        c = control_of(body)
        need(role == "active" or role == "recovery" and c["op"] in BY_RECOVERY, "not-active")
        about = c.get("act") or self.proposals.get(c.get("proposal"), {}).get("act") or c
        goes_on = c["op"] in AFTER_CLOSE or about["op"] == "relay.set"
        need(self.closed is None or goes_on or c["op"] == "cancel" and c["target"] in self.proposals, "closed")
        # What an operation asks of its entry beside the header; first: nobody of this member is senior to its signer.
        h = h | dict(ref=h["device"] + h["uid"], body=body, first=role == "recovery" or me["devices"][0] == h["device"])
        getattr(self, "on_" + c["op"].replace(".", "_"))(c, h, me)

    def on_invite(self, c, h, me):
        need(all(i["H"] != c["H"] for i in self.invites.values()), "invite-seen")
        need(len(self.present()) < 8, "members")
        self.invites[h["ref"]] = {"H": c["H"], "C": c["C"], "member": me["id"], "state": "open"}

    def on_cancel(self, c, h, me):
        what, whose = ("proposal", "proposer") if c["target"] in self.proposals else ("invite", "inviter")
        found = (self.invites | self.proposals).get(c["target"])
        need(found and found["state"] in ("open", "complete"), what + "-gone")
        need(found["member"] == me["id"], "not-" + whose)
        found["state"] = "cancelled"

    def joiner(self, c, me, agreed=None):
        """The reasons of an admit; agreed is None where nobody else is asked."""
        i = self.invites.get(c["invite"], {"state": "none"})
        need(i["state"] == "open", "invite-gone")
        need(H("sas-commit", c["nA"]) == i["C"], "commitment")
        need(agreed is not False, "needs-approval")
        need(agreed or i["member"] == me["id"], "not-inviter")
        need(len(self.present()) < 8, "members")
        self.keys(c)
        need(device_id(c["ed"], c["x"]) not in self.devices and c["member"] not in self.members, "id-seen")
        over = self.id + c["member"] + c["ed"] + c["x"] + c["nB"] + i["H"]
        need(stands(c["ed"], c["popJoin"], "pop-join", over), "pop")

    def keys(self, c): need(ed_key(c["ed"]) and ("x" not in c or x_key(c["x"])), "key")

    def on_admit(self, c, h, me):
        agreed = any(p["state"] == "complete" and p["bytes"] == h["body"][:241] for p in self.proposals.values())
        self.joiner(c, me, agreed if len(self.present()) > 1 else None)
        self.renew(c["epoch"], also={device_id(c["ed"], c["x"])})
        self.join(c, h["seq"])
        self.invites[c["invite"]]["state"] = "used"
        self.end(self.proposals.values(), "lapsed")

    def end(self, things, state):
        for one in things: one["state"] = state if one["state"] in ("open", "complete") else one["state"]

    def renew(self, e, gone=frozenset(), also=frozenset()):
        """A new epoch, for those who read on."""
        need(e["number"] == self.epoch[0] + 1, "epoch-number")
        active = {d for d, of in self.devices.items() if of["state"] == "active"}
        papers = {m["recovery"][0] for m in self.members.values() if m["recovery"]}
        need([w["id"] for w in e["wraps"]] == sorted((active | papers) - gone | also), "wraps")
        self.epoch, self.owed = (e["number"], e["commitment"]), False

    def on_epoch(self, c, h, me): self.renew(c["epoch"])

    def on_propose(self, c, h, me):
        act = c["act"]
        need(len(self.present()) > (2 if act["op"] == "close" else 1), "direct")
        self.check(act, h, me)
        self.proposals[h["ref"]] = dict(member=me["id"], act=act, bytes=h["body"][1:], by={me["id"]: 1}, state="open")

    def on_approve(self, c, h, me):
        p = self.proposals.get(c["proposal"], {"state": "none"})
        need(p["state"] == "open", "proposal-gone")
        need(H("propose", p["bytes"]) == c["hash"], "proposal-hash")
        if p["act"]["op"] != "admit": self.check(p["act"], h, me)
        p["by"][me["id"]] = 1
        if {m["id"] for m in self.present()} <= set(p["by"]):
            p["state"] = "complete"
            self.bring(p["act"], h)

    def on_verify(self, c, h, me):
        m = self.members.get(c["subject"])
        need(m and m["left"] is None, "subject")
        need(H("devices", b"".join(sorted(m["devices"]))) == c["devices"], "devices")
        self.compared.pop((me["id"], c["subject"]), None)
        self.compared[me["id"], c["subject"]] = {"by": me["id"], "subject": c["subject"], "how": c["how"]}

    def proof(self, c, pop, kind, h, me):
        need(stands(c["ed"], c[pop], kind, self.id + me["id"] + h["device"] + c["ed"] + c["x"] + c["nonce"]), "pop")

    def on_device_add(self, c, h, me):
        need(c["member"] == me["id"], "not-yours")
        self.keys(c)
        need(device_id(c["ed"], c["x"]) not in self.devices and c["ed"] not in self.eds, "id-seen")
        need(len(me["devices"]) < 16, "devices")
        self.proof(c, "popDevice", "pop-device", h, me)
        signer = me["devices"].index(h["device"]) if h["device"] in me["devices"] else 0
        self.add_device(c, signer if c["rank"] else len(me["devices"]), h["device"])

    def comes_from(self, d, other):
        return d is not None and (d == other or self.comes_from(self.devices.get(d, {}).get("addedBy"), other))

    def on_device_remove(self, c, h, me):
        own, target, mine = h["device"], c["target"], me["devices"]
        need((target == own) == (c["epoch"] is None), "layout")
        need(self.devices.get(target, {}).get("state") == "active", "device-gone")
        need(target in mine, "not-yours")
        place = mine.index(own) if own in mine else -1
        need(mine.index(target) >= place, "not-senior")
        along = {d for d in mine[place + 1:] if own != target != d and self.comes_from(d, target)}
        need(c["kept"] == sorted(set(c["kept"])) and set(c["kept"]) <= along, "kept")
        gone = {target} | along - set(c["kept"])
        need(not gone >= set(mine), "last-device")
        if c["epoch"]: self.renew(c["epoch"], gone)
        else: self.owed = True
        me["devices"] = [d for d in mine if d not in gone]
        for d in gone: self.devices[d]["state"] = "removed"

    def on_leave(self, c, h, me):
        need(h["first"], "not-senior")
        for d in me["devices"]: self.devices[d]["state"] = "left"
        self.end([i for i in self.invites.values() if i["member"] == me["id"]], "cancelled")
        self.end(self.proposals.values(), "lapsed")
        me.update(left=h["seq"], recovery=None, devices=[])
        self.owed = True

    def on_recovery_set(self, c, h, me):
        none = not any(c["ed"] + c["x"])
        need(not none or not any(c["nonce"] + c["popRecovery"] + c["bundle"]), "layout")
        need(h["first"], "not-senior")
        new = None if none else (H("recovery-id", c["ed"] + c["x"])[:16], c["ed"])
        if new:
            self.keys(c)
            need(c["ed"] not in self.eds, "id-seen")
            self.proof(c, "popRecovery", "pop-recovery", h, me)
        self.renew(c["epoch"], {me["recovery"][0]} if me["recovery"] else set(), {new[0]} if new else set())
        me["recovery"] = new
        self.eds |= {c["ed"]} if new else set()

    def on_continue(self, c, h, me): pass

    def check(self, act, h, me):
        """The reasons of an act beside who has to agree."""
        if act["op"] == "admit": self.joiner(act, me)
        need(act["op"] != "close" or h["first"], "not-senior")
        if act["op"] == "relay.set": self.keys(act)
        need(act["op"] != "version" or act["to"] == self.version + 1, "version-number")

    def bring(self, act, h):
        if act["op"] == "close": self.closed = h["seq"]
        if act["op"] == "relay.set": self.relay = act
        if act["op"] == "version": self.version = act["to"]

    def on_close(self, c, h, me):
        need(c["op"] != "close" or h["first"], "not-senior")
        need(len(self.present()) <= (2 if c["op"] == "close" else 1), "needs-approval")
        self.check(c, h, me)
        self.bring(c, h)
    on_relay_set = on_version = on_close

# 14: what a file holds

def entry_in(r, log):
    flag = r.num(1) if len(r.b) - r.at >= 213 else None
    need(flag in (0, 1, 3, 7), "export-layout")
    header, sig = r.take(148), r.take(64)
    h = header_of(header)
    need(h["kind"] in {0: range(5), 1: range(5), 3: (1, 4), 7: (1,)}[flag], "export-layout")
    body, mk, k = (r.take(n) if flag >= least else None for n, least in ((h["bodyLen"], 1), (32, 3), (32, 7)))
    return dict(h=h, hash=entry_hash(header, sig), body=body, mk=mk, k=k, verdict=log.take(header, sig, body))

def state_of(e, log):
    """The word for an entry of a sound file, its reason, and the day it says."""
    if e["verdict"] != "ok": return "void", e["verdict"][6:], None
    if e["h"]["kind"] not in (1, 4): return "ok", None, None
    if e["hash"] in log.redacted: return "redacted", None, None
    if e["body"] is None: return "absent", None, None
    try:
        need(e["mk"], "key")
        said = says(open_with(e["mk"], e["h"], e["body"]))
        need(not e["k"] or held_in(said["body"]), "held")
        if e["k"]: open_held(e["k"], e["h"], said["body"])
    except Fault as f: return "unreadable", f.args[0], None
    return "ok", None, said["day"]

if __name__ == "__main__":
    from program import main
    sys.exit(main(sys.argv[1:], __doc__))
