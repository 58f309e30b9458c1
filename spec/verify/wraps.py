"""Section 9.2: what is sealed to one device or one recovery key."""
import struct
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from verify import Fault, PRE, commitment_of, need, x_key

HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)

def unwrapped(x, info, w):
    """What a wrap holds."""
    need(x_key(w["enc"]), "wrap")
    try: return HPKE.decrypt(w["enc"] + w["ct"], X25519PrivateKey.from_private_bytes(x), info)
    except (InvalidTag, ValueError): raise Fault("wrap") from None

def unwrap(x, me, h, e):
    """The epoch key in the wrap for this device; None when there is none for it."""
    w = next((w for w in e["wraps"] if w["id"] == me), None)
    if w is None: return None
    place = struct.pack(">Q32sI", h["seq"], h["prev"], e["number"])
    key = unwrapped(x, PRE + b"epoch" + h["logId"] + place + h["device"] + me, w)
    need(commitment_of(key) == e["commitment"], "commitment")
    return key
