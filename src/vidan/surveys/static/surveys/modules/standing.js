// How things stand with this device: whether it may ask now, what waits on it, and when it was sent last.

import { dayInWords, momentInWords, today } from "./calendar.js";
import { button, make } from "./drawing.js";
import { all, forget, get } from "./keeping.js";
import { sendAll, waiting } from "./sending.js";
import { say } from "./words.js";

const CLOSED = { ended: "ended", unknown: "ended", over: "over" };

// Why nobody can be asked now, as a sentence; null when somebody can.
export function whyNot(post) {
  const { first, last } = post.told.round;
  const day = today(post);
  if (CLOSED[post.state]) return say(CLOSED[post.state]);
  if (day < first) return say("not_begun", { day: dayInWords(first) });
  return day > last ? say("over") : null;
}

// The lines about what waits, with the button that sends it.
export async function standing(post) {
  const part = make("section", { class: "standing" });
  await draw(part, post, "");
  return part;
}

async function draw(part, post, outcome) {
  const { replies, contacts } = await waiting();
  const now = (await get("posts", post.id)) || post;
  const lines = [
    say("which_device", { label: now.told.device.label }),
    replies ? say("waiting", { n: replies }) : null,
    contacts ? say("counts_waiting", { n: contacts }) : null,
    replies || contacts ? null : say("nothing_waits"),
    navigator.serviceWorker.controller ? say("works_alone") : say("not_yet_alone"),
    now.sent ? say("last_sent", { when: momentInWords(now.sent) }) : say("never_sent"),
  ];
  const send = button(say("send_now"), async () => {
    send.disabled = true;
    send.textContent = say("sending");
    draw(part, post, await sendAll());
  });
  const told = make("p", { role: "status" }, outcome && outcome !== "sent" && now.state === "open" ? say(outcome) : "");
  part.replaceChildren(...[
    make("p", { class: "muted" }, lines.filter((one) => one).join(" ")),
    told,
    now.state === "over" && (replies || contacts) ? dropping(part, now, replies) : null,
    (replies || contacts) && now.state !== "over" ? send : null,
  ].filter((one) => one));
}

// Nothing takes them any more and nobody can read them here: whoever holds the device may clear it.
function dropping(part, post, count) {
  const drop = async () => {
    const rows = [...(await all("replies")), ...(await all("contacts"))].filter((row) => row.post === post.id);
    await forget(rows.map((row) => row.token));
    draw(part, post, "");
  };
  return make("div", {}, make("p", {}, say("round_over", { n: count })), button(say("drop"), drop));
}
