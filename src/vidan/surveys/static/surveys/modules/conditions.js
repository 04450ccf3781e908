// Which questions are shown and what counts as an answer: domain/questionnaire/answers.py said again for a device without a
// network. A test gives both the same cases. What is not shown is not kept; a wrong answer counts as none for later questions.

export const LEVELS = ["1", "2", "3", "4", "5"];
export const LONGEST = { short: 200, long: 2000 };

export function questionsOf(form) {
  return form.sections.reduce((all, section) => all.concat(section.questions), []);
}

export function shown(question, answers) {
  return (question.show_if || []).every((condition) => holds(condition, answers[condition.question]));
}

// {answers, wrong}, both by the code of the question.
export function check(form, given) {
  const answers = {};
  const wrong = {};
  questionsOf(form).forEach((question) => {
    if (!shown(question, answers)) return;
    const read = READ[question.kind](question, given[question.code]);
    if (read.wrong) wrong[question.code] = read.wrong;
    else if (question.required && isOpen(question, read.taken)) wrong[question.code] = "missing";
    else if (!isEmpty(read.taken)) answers[question.code] = read.taken;
  });
  return { answers, wrong };
}

// How many things were asked: a question is one, a matrix as many as it has lines.
export function itemsAsked(form, answers) {
  return questionsOf(form)
    .filter((question) => shown(question, answers))
    .reduce((sum, question) => sum + (question.kind === "matrix" ? question.lines.length : 1), 0);
}

// Less than, equal, greater than zero, for decimal numbers as text: no digit is lost.
export function compare(one, other) {
  const digits = Math.max(decimals(one), decimals(other));
  const difference = whole(one, digits) - whole(other, digits);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

const took = (taken) => ({ taken });
const isWrong = (wrong) => ({ wrong });
const codes = (choices) => choices.map((choice) => choice.code);

function holds(condition, answer) {
  const given = Array.isArray(answer) ? answer : typeof answer === "string" ? [answer] : [];
  const value = condition.values[0];
  switch (condition.asks) {
    case "is": return given.some((one) => condition.values.includes(one));
    case "is_not": return given.length > 0 && !given.some((one) => condition.values.includes(one));
    case "at_least": return given.some((one) => compare(one, value) >= 0);
    default: return given.some((one) => compare(one, value) <= 0);
  }
}

function isEmpty(taken) {
  return taken === null || taken === "" || (typeof taken === "object" && Object.keys(taken).length === 0);
}

function isOpen(question, taken) {
  return isEmpty(taken) || (question.kind === "matrix" && Object.keys(taken).length < question.lines.length);
}

const READ = {
  single: text((question, said) => (codes(question.choices).includes(said) ? took(said) : isWrong("not_a_choice"))),
  scale: text((_question, said) => (LEVELS.includes(said) ? took(said) : isWrong("not_a_choice"))),
  number: text(readNumber),
  date: text((_question, said) => readDay(said)),
  short: text(readWords),
  long: text(readWords),
  multiple: readSeveral,
  ranking: readSeveral,
  matrix: readLines,
};

function text(read) {
  return (question, given) => {
    if (given === undefined || given === null) return took(null);
    if (typeof given !== "string") return isWrong("not_a_choice");
    const said = given.trim();
    return said ? read(question, said) : took(null);
  };
}

function readWords(question, said) {
  return Array.from(said).length <= LONGEST[question.kind] ? took(said) : isWrong("too_long");
}

function readNumber(question, said) {
  const plain = said.replace(/,/g, ".");
  if (!/^-?[0-9]{1,12}(\.[0-9]{1,6})?$/.test(plain)) return isWrong("not_a_number");
  const low = question.least !== undefined && compare(plain, question.least) < 0;
  const high = question.most !== undefined && compare(plain, question.most) > 0;
  return low || high ? isWrong("out_of_bounds") : took(plain);
}

function readDay(said) {
  const iso = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(said);
  const ours = /^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})$/.exec(said);
  if (!iso && !ours) return isWrong("not_a_day");
  const [year, month, day] = (iso ? iso.slice(1) : ours.slice(1).reverse()).map(Number);
  const found = new Date(0);
  found.setUTCFullYear(year, month - 1, day);
  const same = found.getUTCFullYear() === year && found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
  return same && year > 0 ? took(found.toISOString().slice(0, 10)) : isWrong("not_a_day");
}

function readSeveral(question, given) {
  if (given === undefined || given === null) return took(null);
  if (!Array.isArray(given) || !given.every((one) => typeof one === "string")) return isWrong("not_a_choice");
  const known = codes(question.choices);
  const told = given.filter((one) => one);
  if (told.some((one) => !known.includes(one))) return isWrong("not_a_choice");
  if (new Set(told).size < told.length) return isWrong("rank_twice");
  if (question.kind === "ranking") {
    return told.length === 0 || told.length === known.length ? took(told) : isWrong("too_few");
  }
  const count = String(told.length);
  if (told.length && question.least !== undefined && compare(count, question.least) < 0) return isWrong("too_few");
  if (question.most !== undefined && compare(count, question.most) > 0) return isWrong("too_many");
  return took(known.filter((one) => told.includes(one)));
}

function readLines(question, given) {
  if (given === undefined || given === null) return took(null);
  if (typeof given !== "object" || Array.isArray(given)) return isWrong("not_a_choice");
  const taken = {};
  for (const line of codes(question.lines)) {
    const level = given[line] || "";
    if (level === "") continue;
    if (!LEVELS.includes(level)) return isWrong("not_a_choice");
    taken[line] = level;
  }
  return took(taken);
}

function decimals(number) {
  return (number.split(".")[1] || "").length;
}

function whole(number, digits) {
  const [before, after = ""] = number.split(".");
  return BigInt(before + after.padEnd(digits, "0"));
}
