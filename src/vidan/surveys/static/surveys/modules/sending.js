// Sending what waits, each thing once: it is forgotten only when the server has said that it has it. Lost answers, two tabs and
// tries without end do no harm, since the server knows each token.

import { all, forget, get, put, removePost, setting } from "./keeping.js";
import { heard } from "./calendar.js";
import { toBase64url } from "./sealing.js";

const MOST_ROWS = 50;
const MOST_LETTERS = 600000;
const PATIENCE = 60000;

let going = null;

// How many replies and counts wait on the device.
export async function waiting() {
  return { replies: (await all("replies")).length, contacts: (await all("contacts")).length };
}

// Send everything of every post; a second call meanwhile waits for the first. Returns "sent", "no_network" or "not_taken".
export function sendAll() {
  going = going || alone(sendPosts).finally(() => { going = null; });
  return going;
}

// Ask the server what this post asks, and what day it is; returns as sendAll().
export async function renew(post) {
  const { outcome, told } = await call(post, "phieu/", {});
  if (outcome === "sent") {
    post.told = told;
    post.state = "open";
  }
  await noted(post, outcome, told);
  return outcome;
}

function alone(work) {
  return navigator.locks ? navigator.locks.request("vidan-may-gui", work) : work();
}

async function sendPosts() {
  const posts = await all("posts");
  const current = await setting("post");
  let worst = "sent";
  for (const post of posts) {
    const outcome = await sendPost(post);
    if (outcome !== "sent") worst = outcome;
    else if (post.id !== current) await removePost(post.id); // an earlier round, and nothing of it waits any more
  }
  return worst;
}

async function sendPost(post) {
  for (;;) {
    const batch = fitting((await of("replies", post)).map(asReply), (await of("contacts", post)).map(asContact));
    if (!batch.replies.length && !batch.contacts.length) return "sent";
    const how = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(batch) };
    const { outcome, told } = await call(post, "gui/", how);
    if (outcome !== "sent") {
      await noted(post, outcome, told);
      return outcome;
    }
    await forget(told.taken);
    post.sent = Date.now() + (post.ahead || 0);
    await noted(post, outcome, told);
    if (!told.taken.length) return "not_taken";
  }
}

async function of(store, post) {
  return (await all(store)).filter((row) => row.post === post.id);
}

function asReply(row) {
  return { token: row.token, body: toBase64url(row.body) };
}

function asContact({ token, stratum, on, outcome }) {
  return { token, stratum, on, outcome };
}

// As much as is taken at once; what is left goes in the next batch.
function fitting(replies, contacts) {
  let letters = 0;
  const some = replies.slice(0, MOST_ROWS).filter((one, at) => {
    letters += one.body.length;
    return at === 0 || letters < MOST_LETTERS;
  });
  return { replies: some, contacts: contacts.slice(0, MOST_ROWS) };
}

// The answer as {outcome, told}. A page that is no answer of ours (a hotel's, a proxy's) is no answer.
async function call(post, place, how) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  const headers = { ...how.headers, Authorization: `Device ${post.secret}` };
  try {
    const answer = await fetch(place, { ...how, headers, signal: stop.signal, cache: "no-store", credentials: "omit", redirect: "error" });
    const told = await answer.json();
    const known = answer.ok ? Array.isArray(told.taken) || told.form : told.why;
    return known ? { outcome: answer.ok ? "sent" : "not_taken", told } : { outcome: "not_taken", told: {} };
  } catch (_lost) {
    return { outcome: navigator.onLine ? "not_taken" : "no_network", told: {} };
  } finally {
    clearTimeout(timer);
  }
}

// What the server said of the time, and of the post's end, is kept with it. Read again first: another tab may have written.
async function noted(post, outcome, told) {
  if (told.now) heard(post, told.now);
  if (outcome === "sent") post.state = "open";
  else if (["ended", "over", "unknown"].includes(told.why)) post.state = told.why;
  if (await get("posts", post.id)) await put("posts", post);
}
