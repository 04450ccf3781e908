// A kiosk that nobody touches for a minute returns to its start; twenty seconds before, it asks whether somebody is still there.

const ASKS_AFTER = 40000;
const ENDS_AFTER = 20000;
const SIGNS = ["pointerdown", "keydown", "input", "touchmove", "wheel"];

let timer = null;
let hear = null;

// `ask` asks, `calm` takes the asking back once there is a sign of somebody, `leave` returns to the start.
export function watch({ ask, calm, leave }) {
  stop();
  hear = () => {
    clearTimeout(timer);
    calm();
    timer = setTimeout(() => {
      ask();
      timer = setTimeout(leave, ENDS_AFTER);
    }, ASKS_AFTER);
  };
  SIGNS.forEach((sign) => document.addEventListener(sign, hear, true));
  hear();
}

export function stop() {
  clearTimeout(timer);
  if (hear) SIGNS.forEach((sign) => document.removeEventListener(sign, hear, true));
  hear = null;
}
