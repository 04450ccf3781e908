// Handing a reply in: sealed at once, kept, and sent when there is a network.

import { told } from "./asking.js";
import { today } from "./calendar.js";
import { put } from "./keeping.js";
import { newToken, seal } from "./sealing.js";
import { sendAll } from "./sending.js";

// False when the device has no room: the reply is still in memory, and what waits was tried to be sent.
export async function handIn(post, reply, stratum) {
  const token = newToken();
  const plain = told(reply, { stratum, way: post.told.device.way, on: today(post), secondsAnItem: post.told.seconds_an_item });
  const body = await seal(post.told.round, token, plain);
  try {
    await put("replies", { token, post: post.id, body });
  } catch (_full) {
    await sendAll();
    return false;
  }
  sendAll();
  return true;
}

export function countContact(post, stratum, outcome) {
  const row = { token: newToken(), post: post.id, stratum, on: today(post), outcome };
  return put("contacts", row).then(() => row.token);
}
