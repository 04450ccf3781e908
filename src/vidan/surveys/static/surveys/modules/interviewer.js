// An interviewer's telephone: he chooses where he stands, asks one person after another, and counts whom he asked in vain.

import { begin } from "./asking.js";
import { onBack } from "./backing.js";
import { today } from "./calendar.js";
import { button, languages, make, show, worded } from "./drawing.js";
import { countContact, handIn } from "./handing.js";
import { forget, set, setting } from "./keeping.js";
import { full } from "./kiosk.js";
import { ask } from "./questions.js";
import { standing, whyNot } from "./standing.js";
import { say } from "./words.js";

const OUTCOMES = ["refused", "unreachable"];

let place = null;

export async function home(post, told = null) {
  onBack(null);
  document.body.dataset.at = "home";
  const places = post.told.strata.map((one) => one.id);
  place = places.length === 1 ? places[0] : places.includes(place) ? place : null;
  const refusal = whyNot(post);
  const [lines, counts] = [await standing(post), await countsOf(today(post))];
  if (document.body.dataset.at !== "home") return; // somebody is asked already
  show(
    make("p", { class: "muted" }, post.told.round.front),
    worded("h1", post.told.round.title),
    refusal ? make("p", { class: "said warning" }, refusal) : make("div", {}, choosing(post), asking(post), told),
    make("h2", {}, say("today")),
    make("p", { class: "num counts" }, `${say("replies")}: ${counts.replies} · ${OUTCOMES.map((one) => `${say(one)}: ${counts[one]}`).join(" · ")}`),
    lines,
    languages(() => home(post)),
  );
  window.dispatchEvent(new Event("vidan-home"));
}

function choosing(post) {
  const strata = post.told.strata;
  if (strata.length === 1) return make("p", {}, strata[0].name);
  const list = make("select", { id: "noi-hoi", onchange: () => { place = Number(list.value) || null; } },
    make("option", { value: "" }, say("choose_place")),
    ...strata.map((one) => make("option", { value: one.id, selected: one.id === place }, one.name)));
  return make("div", { class: "field" }, make("label", { for: "noi-hoi" }, say("place")), list);
}

function asking(post) {
  const count = (outcome) => () => atPlace(async () => home(post, await counting(post, outcome)));
  return make("div", { class: "acts" },
    make("button", { type: "button", class: "main begin", onclick: () => atPlace(() => questions(post)) }, say("ask_one")),
    ...OUTCOMES.map((one) => button(say(one), count(one))));
}

// Everything begins with where the interviewer stands.
function atPlace(go) {
  if (place) return go();
  const list = document.getElementById("noi-hoi");
  const field = list.closest(".field");
  if (!field.classList.contains("wrong")) list.before(make("p", { class: "late state", role: "alert" }, say("choose_place")));
  field.classList.add("wrong");
  list.focus();
  return null;
}

function questions(post) {
  document.body.dataset.at = "reply";
  const reply = begin(post.told.form, true);
  const stratum = place;
  const finish = async () => {
    if (!(await handIn(post, reply, stratum))) return full();
    await add(today(post), "replies", 1);
    return home(post, make("p", { class: "said", role: "status" }, say("thanks_more")));
  };
  onBack(ask(reply, { title: post.told.round.title, rules: post.told.rules, bySection: true, finish, leave: () => home(post) }));
}

// One person asked in vain; it can be taken back while it waits on the device.
async function counting(post, outcome) {
  const token = await countContact(post, place, outcome);
  await add(today(post), outcome, 1);
  const back = async () => {
    await forget([token]);
    await add(today(post), outcome, -1);
    home(post);
  };
  return make("div", { class: "said", role: "status" }, make("p", {}, say("counted", { what: say(outcome) }), " ", button(say("take_back"), back, "plain")));
}

const NOTHING = { replies: 0, refused: 0, unreachable: 0 };

async function countsOf(day) {
  const kept = await setting("counts");
  return kept && kept.day === day ? kept : { ...NOTHING, day };
}

async function add(day, name, count) {
  const counts = await countsOf(day);
  await set("counts", { ...counts, [name]: counts[name] + count });
}
