// Asking one reply, page after page, with the same questions, errors and buttons on a kiosk and on a telephone.

import { answersOf, beside, count, wrongHere } from "./asking.js";
import { shown } from "./conditions.js";
import { button, languages, make, show, worded } from "./drawing.js";
import { field, fieldId, isOneInput } from "./fields.js";
import { say, speaks } from "./words.js";

// `finish` is called when the last page is answered, `leave` when somebody wants no more. Returns how to go a page back.
// `rules` says what bounds an answer, by language and code.
export function ask(reply, { title, rules, bySection, finish, leave }) {
  const draw = (wrong = {}) => page(reply, wrong, { title, rules, bySection, finish, leave, draw });
  draw();
  return () => step(reply, -1, draw);
}

function page(reply, wrong, told) {
  const blocks = reply.pages[reply.at].map((question) => ({ question, part: null }));
  const next = make("button", { type: "submit", class: "main" });
  // After each answer: what is shown on this page, and whether it is the last.
  const follow = () => {
    const answers = answersOf(reply);
    blocks.forEach((one) => { one.part.hidden = !shown(one.question, answers); });
    next.textContent = say(beside(reply, 1) === null ? "send" : "next");
  };
  blocks.forEach((one) => { one.part = block(reply, one.question, wrong[one.question.code], told, follow); });
  follow();
  const form = make("form", { class: "asking", novalidate: true, autocomplete: "off" }, ...blocks.map((one) => one.part), acts(reply, next, told.draw));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    forward(reply, next, told);
  });
  const foot = make("div", { class: "leaving" }, button(say("stop"), told.leave, "plain"), languages(() => told.draw(wrong)));
  show(...heading(reply, told), form, foot);
  const first = form.querySelector(".wrong input, .wrong textarea, .wrong button");
  if (first) first.focus();
}

function heading(reply, { title, bySection }) {
  if (!bySection) return [make("p", { class: "muted step" }, worded("span", title), " · ", say("step", { n: count(reply) }))];
  const part = make("p", { class: "muted step" }, say("part", { n: reply.at + 1, all: reply.pages.length }));
  return [part, worded("h1", reply.form.sections[reply.at].title)];
}

function acts(reply, next, draw) {
  const back = beside(reply, -1) === null ? null : button(say("back"), () => step(reply, -1, draw));
  return make("div", { class: "acts" }, next, back);
}

// One question with its hint, what is wrong with it, and its control. On a page of its own it is the heading of the page.
function block(reply, question, wrong, told, follow) {
  const { bySection } = told;
  const take = (said) => {
    reply.given[question.code] = said;
    follow();
  };
  const control = field(question, reply.choices[question.code], reply.given[question.code], take);
  const id = fieldId(question);
  const words = worded("span", question.label);
  const optional = question.required ? null : make("span", { class: "muted optional" }, ` (${say("optional")})`);
  const notes = [hint(question, told.rules, id), fault(question, wrong, id)].filter((one) => one);
  const described = notes.map((one) => one.id).join(" ") || undefined;
  const look = { class: wrong ? "question wrong" : "question" };
  if (isOneInput(question)) {
    if (described) control.setAttribute("aria-describedby", described);
    if (wrong) control.setAttribute("aria-invalid", "true");
    const label = make("label", { for: id }, words, optional);
    return make("div", look, bySection ? label : make("h1", {}, label), ...notes, control);
  }
  const legend = make("legend", {}, bySection ? words : make("h1", {}, words), optional);
  return make("fieldset", { ...look, "aria-describedby": described }, legend, ...notes, control);
}

function hint(question, rules, id) {
  const own = question.hint && question.hint.vi ? worded("span", question.hint) : null;
  const ours = question.kind === "ranking" ? say("choose_order") : rules[speaks()][question.code] || null;
  return own || ours ? make("div", { class: "hint", id: `${id}-hint` }, own, own && ours ? " " : null, ours) : null;
}

function fault(question, wrong, id) {
  return wrong ? make("p", { class: "late state", id: `${id}-error`, role: "alert" }, say(wrong === "missing" && question.kind === "matrix" ? "wrong_line" : `wrong_${wrong}`)) : null;
}

async function forward(reply, next, told) {
  const wrong = wrongHere(reply);
  if (Object.keys(wrong).length) {
    told.draw(wrong);
  } else if (beside(reply, 1) !== null) {
    step(reply, 1, told.draw);
  } else {
    next.disabled = true; // pressed twice, it is one reply
    await told.finish();
    next.disabled = false;
  }
}

function step(reply, by, draw) {
  const at = beside(reply, by);
  if (at === null) return;
  reply.at = at;
  draw();
}
