// A kiosk: whoever stands before it answers by himself; then, or after a minute of rest, it is as if nobody had been there.

import { begin } from "./asking.js";
import { onBack } from "./backing.js";
import { button, languages, make, show, worded } from "./drawing.js";
import { handIn } from "./handing.js";
import { ask } from "./questions.js";
import { stop, watch } from "./resting.js";
import { standing, whyNot } from "./standing.js";
import { say, speak } from "./words.js";

const THANKS_FOR = 8000;

let leaving = null;

// The start: in Vietnamese again, with nothing of the last person.
export async function home(post) {
  clearTimeout(leaving);
  stop();
  calm();
  onBack(null);
  speak("vi");
  document.body.dataset.at = "home";
  await drawHome(post);
  window.dispatchEvent(new Event("vidan-home"));
}

async function drawHome(post) {
  const refusal = whyNot(post);
  const lines = await standing(post);
  if (document.body.dataset.at !== "home") return; // somebody began while this was looked up
  const start = refusal ? make("p", { class: "said warning" }, refusal) : make("button", { type: "button", class: "main begin", onclick: () => questions(post) }, say("begin"));
  show(
    make("p", { class: "muted" }, post.told.round.front),
    worded("h1", post.told.round.title),
    refusal ? null : make("p", { class: "lead" }, say("promise")),
    start,
    languages(() => drawHome(post)),
    lines,
  );
}

function questions(post) {
  document.body.dataset.at = "reply";
  const reply = begin(post.told.form, false);
  const leave = () => home(post);
  const finish = async () => {
    if (await handIn(post, reply, post.told.device.stratum)) thanks(post);
    else full();
  };
  onBack(ask(reply, { title: post.told.round.title, rules: post.told.rules, bySection: false, finish, leave }));
  watch({ ask: askIfThere, calm, leave });
}

function thanks(post) {
  stop();
  onBack(null);
  show(make("h1", {}, say("thanks")), make("p", { class: "lead", role: "status" }, say("thanks_more")), button(say("again"), () => home(post), "main begin"));
  leaving = setTimeout(() => home(post), THANKS_FOR);
}

export function full() {
  document.getElementById("noi-dung").prepend(make("p", { class: "alert", role: "alert" }, say("full")));
  window.scrollTo(0, 0);
}

function askIfThere() {
  const dialog = make("div", { class: "there", role: "alertdialog", "aria-labelledby": "con-do", "aria-describedby": "con-do-them" },
    make("h2", { id: "con-do" }, say("still_there")),
    make("p", { id: "con-do-them" }, say("still_there_how")),
    button(say("still_yes"), calm, "main"));
  document.body.append(dialog);
  dialog.querySelector("button").focus();
}

function calm() {
  const dialog = document.querySelector(".there");
  if (!dialog) return;
  dialog.remove();
  const heading = document.querySelector("#noi-dung h1");
  if (heading) heading.focus();
}
