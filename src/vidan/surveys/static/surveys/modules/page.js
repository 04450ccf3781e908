// The application on a device: it finds out what it is to ask, and sends what waits whenever it can.

import { guardBack } from "./backing.js";
import { make, plainPage } from "./drawing.js";
import { home as interviewer } from "./interviewer.js";
import { present } from "./keeping.js";
import { home as kiosk } from "./kiosk.js";
import { renew, sendAll } from "./sending.js";
import { say } from "./words.js";

const TRY_EVERY = 300000;
const LOOK_EVERY = 3600000;
const HOMES = { kiosk, interviewer };

let isStale = false;

function able() {
  return Boolean(window.isSecureContext && window.crypto.subtle && window.indexedDB && navigator.serviceWorker);
}

async function start() {
  if (!able()) return plainPage("cannot", make("p", {}, say("cannot_how")));
  const post = await present().catch(() => undefined);
  if (post === undefined) return plainPage("cannot", make("p", {}, say("cannot_how")));
  const home = post ? () => HOMES[post.told.device.way](post) : notReady;
  await keepPage(home);
  if (post === null) return notReady();
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  guardBack();
  // What changed while this device was away shows at its start only: nobody is interrupted.
  const lookAgain = async () => {
    const before = JSON.stringify([post.told.strata, post.state]);
    await renew(post);
    await sendAll();
    if (document.body.dataset.at === "home" && before !== JSON.stringify([post.told.strata, post.state])) home();
  };
  await home();
  lookAgain();
  window.addEventListener("online", lookAgain);
  setInterval(sendAll, TRY_EVERY);
  return setInterval(lookAgain, LOOK_EVERY);
}

function notReady() {
  const link = make("a", { class: "button main", href: document.getElementById("noi-dung").dataset.desk }, say("to_desk"));
  plainPage("not_ready", make("p", {}, say("not_ready_how")), make("p", {}, link));
}

// Page and files are kept on the device by the service worker. A new version is taken when nobody is answering.
async function keepPage(home) {
  const keeper = navigator.serviceWorker;
  let before = keeper.controller;
  keeper.addEventListener("controllerchange", () => {
    isStale = Boolean(before);
    before = keeper.controller;
    if (isStale) takeNew();
    else if (document.body.dataset.at === "home") home(); // it says now that it works without a network
  });
  window.addEventListener("vidan-home", takeNew);
  const kept = await keeper.register("sw.js").catch(() => null);
  if (kept) setInterval(() => kept.update().catch(() => null), LOOK_EVERY);
}

function takeNew() {
  if (isStale && document.body.dataset.at === "home") location.reload();
}

start();
