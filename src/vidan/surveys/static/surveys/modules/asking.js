// One reply while it is asked: it lives in memory only, until it is sealed or dropped.

import { check, itemsAsked, questionsOf, shown } from "./conditions.js";

// `bySection`: a section a page, for an interviewer; else a question a page.
export function begin(form, bySection) {
  return {
    form,
    given: {},
    at: 0,
    begun: performance.now(),
    pages: bySection ? form.sections.map(mixedQuestions) : single(form),
    choices: Object.fromEntries(questionsOf(form).map((one) => [one.code, mixedChoices(one)])),
  };
}

export function answersOf(reply) {
  return check(reply.form, reply.given).answers;
}

// The questions of the present page that are shown after what was answered.
export function asked(reply, at = reply.at) {
  const answers = answersOf(reply);
  return reply.pages[at].filter((question) => shown(question, answers));
}

// What is wrong on the present page, by the code of the question.
export function wrongHere(reply) {
  const { wrong } = check(reply.form, reply.given);
  const here = asked(reply).filter((question) => wrong[question.code]);
  return Object.fromEntries(here.map((question) => [question.code, wrong[question.code]]));
}

// The place of the next page that has something to ask, or of the one before; null beyond either end.
export function beside(reply, step) {
  for (let at = reply.at + step; at >= 0 && at < reply.pages.length; at += step) {
    if (asked(reply, at).length) return at;
  }
  return null;
}

// How many pages up to the present one have something to ask.
export function count(reply) {
  return reply.pages.slice(0, reply.at + 1).filter((_page, at) => asked(reply, at).length).length;
}

// What is sealed: domain and server read exactly this (services/accept.py, Given).
export function told(reply, { stratum, way, on, secondsAnItem }) {
  const answers = answersOf(reply);
  const seconds = (performance.now() - reply.begun) / 1000;
  const tooFast = seconds < itemsAsked(reply.form, answers) * secondsAnItem;
  return { stratum, way, on, answers, too_fast: tooFast, repeated: false };
}

function single(form) {
  return form.sections.reduce((all, section) => all.concat(mixedQuestions(section).map((one) => [one])), []);
}

function mixedQuestions(section) {
  return section.shuffle ? mixed(section.questions) : section.questions;
}

function mixedChoices(question) {
  const given = (question.kind === "matrix" ? question.lines : question.choices) || [];
  return question.shuffle ? mixed(given) : given;
}

function mixed(list) {
  const drawn = crypto.getRandomValues(new Uint32Array(list.length));
  return list.map((one, at) => [drawn[at], one]).sort((a, b) => a[0] - b[0]).map((pair) => pair[1]);
}
