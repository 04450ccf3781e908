// Sentences of the page and texts of the questionnaire in the language that was chosen.

const told = JSON.parse(document.getElementById("cau-chu").textContent);
let language = "vi";

export function speak(code) {
  language = code;
  document.documentElement.lang = code;
}

export function speaks() {
  return language;
}

export function say(name, slots = {}) {
  return Object.keys(slots).reduce((text, slot) => text.split(`{${slot}}`).join(slots[slot]), told[language][name]);
}

// A text of the questionnaire: {lang, text}; where nobody wrote it in English it stays Vietnamese and is marked so.
export function inWords(text) {
  const english = language === "en" && text.en;
  return { lang: english ? "en" : "vi", text: english ? text.en : text.vi };
}
