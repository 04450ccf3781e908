// Building parts of the page. Text is always text: nothing that was typed or stored is read as markup.

import { inWords, say, speak, speaks } from "./words.js";

export function make(tag, given = {}, ...inside) {
  const part = document.createElement(tag);
  Object.keys(given).forEach((name) => {
    if (name.startsWith("on")) part.addEventListener(name.slice(2), given[name]);
    else if (given[name] === true) part.setAttribute(name, "");
    else if (given[name] !== false && given[name] !== undefined) part.setAttribute(name, given[name]);
  });
  part.append(...inside.filter((one) => one !== null));
  return part;
}

// A text of the questionnaire, marked with its language where that is not the page's.
export function worded(tag, text, given = {}) {
  const { lang, text: words } = inWords(text);
  return make(tag, lang === speaks() ? given : { ...given, lang }, words);
}

export function button(words, press, look = "") {
  return make("button", { type: "button", class: look, onclick: press }, words);
}

// Put a page in place of the one before, which is gone with all that was typed into it, and lead there whoever reads by ear.
export function show(...parts) {
  const main = document.getElementById("noi-dung");
  main.replaceChildren(...parts.filter((one) => one !== null));
  const heading = main.querySelector("h1");
  document.title = `${heading ? heading.textContent : ""} · Vì Dân`;
  window.scrollTo(0, 0);
  if (heading) {
    heading.setAttribute("tabindex", "-1");
    heading.focus();
  }
}

// The button of the other language; `again` draws the same page in it.
export function languages(again) {
  const other = speaks() === "vi" ? { code: "en", name: "English" } : { code: "vi", name: "Tiếng Việt" };
  const press = () => { speak(other.code); again(); };
  return make("button", { type: "button", class: "plain language", lang: other.code, onclick: press }, other.name);
}

export function plainPage(heading, ...rest) {
  show(make("h1", {}, say(heading)), ...rest);
}
