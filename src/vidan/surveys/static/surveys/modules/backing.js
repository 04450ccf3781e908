// The way back of a telephone or a browser goes a page back in the questionnaire and never out of the application.

let act = null;

export function onBack(what) {
  act = what;
}

export function guardBack() {
  history.pushState(null, "");
  window.addEventListener("popstate", () => {
    history.pushState(null, "");
    if (act) act();
  });
}
