// Sealing a reply to the round, so that this device cannot open it again: surveys/device_seal.py says how it lies.
// A key pair is made for each reply and forgotten.

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const NONCE = 12;
const STEP = 512; // lengths tell nothing finer than this of what was written

export function newToken() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export async function seal(round, token, told) {
  const theirs = await crypto.subtle.importKey("raw", fromBase64url(round.key), CURVE, false, []);
  const once = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", once.publicKey));
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, once.privateKey, 256);
  const base = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const way = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info: bytes(`vidan reply ${round.code}`) };
  const key = await crypto.subtle.deriveKey(way, base, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const how = { name: "AES-GCM", iv: nonce, additionalData: bytes(token) };
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, padded(JSON.stringify(told))));
  const whole = new Uint8Array(point.length + NONCE + sealed.length);
  whole.set(point);
  whole.set(nonce, point.length);
  whole.set(sealed, point.length + NONCE);
  return whole;
}

export function toBase64url(data) {
  let text = "";
  data.forEach((byte) => { text += String.fromCharCode(byte); });
  return btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

function fromBase64url(text) {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}

function bytes(text) {
  return new TextEncoder().encode(text);
}

// Blanks at the end change nothing of what JSON says.
function padded(text) {
  const plain = bytes(text);
  const whole = new Uint8Array(Math.ceil(plain.length / STEP) * STEP).fill(0x20);
  whole.set(plain);
  return whole;
}
