// The control of one question, by its kind; `take` is called with what it says each time that changes.

import { LEVELS, LONGEST } from "./conditions.js";
import { make, worded } from "./drawing.js";
import { say } from "./words.js";

export function field(question, choices, given, take) {
  return FIELDS[question.kind](question, choices, given, take);
}

const FIELDS = { single, multiple, scale, matrix, ranking, number: line, date: line, short: line, long: written };

// Whether the control is one input that a label can name; else the question is a group.
export function isOneInput(question) {
  return FIELDS[question.kind] === line || FIELDS[question.kind] === written;
}

export function fieldId(question) {
  return `q-${question.code}`;
}

function single(question, choices, given, take) {
  const options = choices.map((choice) => ({ value: choice.code, words: worded("span", choice.label) }));
  return radios(fieldId(question), options, given, take);
}

function scale(question, _choices, given, take) {
  return radios(fieldId(question), levels(), given, take);
}

function levels() {
  return LEVELS.map((level) => ({ value: level, words: make("span", {}, say(`scale_${level}`)) }));
}

function radios(name, options, given, take) {
  return make("div", { class: "choices" }, ...options.map(({ value, words }) => tick("radio", name, value, given === value, words, () => take(value))));
}

function multiple(question, choices, given, take) {
  const chosen = new Set(given || []);
  const change = (code) => (event) => {
    if (event.target.checked) chosen.add(code);
    else chosen.delete(code);
    take(Array.from(chosen));
  };
  return make("div", { class: "choices" }, ...choices.map((choice) => (
    tick("checkbox", fieldId(question), choice.code, chosen.has(choice.code), worded("span", choice.label), change(choice.code)))));
}

function tick(type, name, value, isChosen, words, onchange) {
  const input = make("input", { type, name, value, checked: isChosen, autocomplete: "off", onchange });
  return make("label", { class: "choice" }, input, words);
}

function matrix(question, lines, given, take) {
  const told = { ...(given || {}) };
  return make("div", { class: "lines" }, ...lines.map((row) => (
    make("fieldset", {}, worded("legend", row.label), radios(`${fieldId(question)}-${row.code}`, levels(), told[row.code], (level) => {
      told[row.code] = level;
      take({ ...told });
    })))));
}

// Touched one after the other; the place is in the name that is read out.
function ranking(_question, choices, given, take) {
  let order = (given || []).slice();
  const list = make("div", { class: "choices ranking" });
  const draw = (focus) => {
    list.replaceChildren(...choices.map((choice) => {
      const place = order.indexOf(choice.code);
      const press = () => {
        order = place < 0 ? order.concat(choice.code) : order.filter((one) => one !== choice.code);
        take(order.slice());
        draw(choice.code);
      };
      const number = make("span", { class: "place num" }, place < 0 ? "–" : `${place + 1}.`);
      return make("button", { type: "button", class: "choice", "aria-pressed": String(place >= 0), "data-code": choice.code, onclick: press }, number, " ", worded("span", choice.label));
    }));
    const again = focus && list.querySelector(`[data-code="${focus}"]`);
    if (again) again.focus();
  };
  draw();
  return list;
}

function line(question, _choices, given, take) {
  const type = question.kind === "date" ? "date" : "text";
  const keys = question.kind === "number" ? "decimal" : undefined;
  return typed("input", question, given, take, { type, inputmode: keys, maxlength: LONGEST[question.kind], class: question.kind === "short" ? "" : "short" });
}

function written(question, _choices, given, take) {
  return typed("textarea", question, given, take, { rows: 5, maxlength: LONGEST.long });
}

function typed(tag, question, given, take, more) {
  const input = make(tag, { id: fieldId(question), autocomplete: "off", spellcheck: "false", oninput: () => take(input.value), ...more });
  input.value = given || "";
  return input;
}
