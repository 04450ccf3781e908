// The day of work through a lost connection. Without this the checklist is an ordinary form with one button. With it each item is sent as
// it is written; what could not be sent waits in this tab (sessionStorage, under the account that wrote it) and goes when the network is
// back. It ends when it has been sent, with the tab, and with signing out (ui/desk.js).
(function () {
  "use strict";
  var form = document.getElementById("bang-kiem"), line = document.getElementById("mang");
  if (!form || !line || !window.fetch) { return; }
  var key = "vidan-visit:" + form.dataset.who + ":" + location.pathname.replace(/^\/en\//, "/");
  var waiting = read(), sending = false, timer = 0, again = 0;

  function read() {
    try { return JSON.parse(sessionStorage.getItem(key)) || {}; } catch { return {}; }
  }
  function keep() {
    try {
      if (Object.keys(waiting).length) { sessionStorage.setItem(key, JSON.stringify(waiting)); } else { sessionStorage.removeItem(key); }
    } catch { /* the page itself still holds what was typed */ }
  }
  function section(prefix) { return form.querySelector('[data-prefix="' + prefix + '"]'); }
  function field(prefix, name) { return form.elements[prefix + "-" + name]; }
  function typed(prefix) {
    return { seen: field(prefix, "seen").value, note: field(prefix, "note").value };
  }
  function same(one, other) { return one && one.seen === other.seen && one.note === other.note; }
  function say(kind, more) {
    line.hidden = false;
    line.className = "letter front text" + (kind === "offline" || kind === "wrong" || kind === "away" ? " soon" : "");
    line.textContent = line.dataset[kind] + (more ? " " + more : "");
  }
  function tell(prefix, words) {
    var told = section(prefix).querySelector("[data-told]");
    told.textContent = words || "";
    told.hidden = !words;
  }
  function left() { return Object.keys(waiting).length; }
  function stands() {
    if (form.querySelector("[data-told]:not([hidden])")) { say("wrong"); } else if (!left()) { say("saved"); }
  }

  function changed(event) {
    var part = event.target.closest("[data-prefix]");
    if (!part) { return; }
    waiting[part.dataset.prefix] = typed(part.dataset.prefix);
    keep();
    clearTimeout(timer);
    timer = setTimeout(send, event.type === "change" ? 0 : 1200);
  }

  function send() {
    if (sending) { return; }
    var prefix = Object.keys(waiting).find(function (one) { return waiting[one].seen && !waiting[one].wrong; });
    if (!prefix) { stands(); return; }
    sending = true;
    var told = waiting[prefix], body = new FormData();
    body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    body.append(prefix + "-seen", told.seen);
    body.append(prefix + "-note", told.note);
    body.append(prefix + "-version", field(prefix, "version").value);
    say("sending");
    fetch(section(prefix).dataset.item, { method: "POST", body: body, credentials: "same-origin", redirect: "manual" }).then(function (answer) {
      sending = false;
      if (answer.type === "opaqueredirect" || answer.status === 403 || answer.status === 404) { say("away"); return; }
      return answer.json().then(function (what) {
        if (answer.ok) {
          field(prefix, "version").value = what.version;
          tell(prefix, "");
          if (same(waiting[prefix], told)) { delete waiting[prefix]; }
        } else {
          tell(prefix, what.wrong);
          if (what.version) { field(prefix, "version").value = what.version; }  // he has read what stands: writing again counts
          if (same(waiting[prefix], told)) { waiting[prefix].wrong = true; }
        }
        keep();
        send();
      });
    }).catch(function () {
      sending = false;
      say("offline", String(left()));
      clearTimeout(again);
      again = setTimeout(send, 5000);
    });
  }

  Object.keys(waiting).forEach(function (prefix) {  // what this tab still holds from before the page was loaded again
    if (!section(prefix)) { delete waiting[prefix]; return; }
    field(prefix, "seen").value = waiting[prefix].seen;
    field(prefix, "note").value = waiting[prefix].note;
  });
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", function (event) {
    event.preventDefault();  // an ordinary post without a network would lead away from what was typed
    form.querySelectorAll("[data-prefix]").forEach(function (part) {
      var prefix = part.dataset.prefix, told = typed(prefix);
      if (told.seen) { waiting[prefix] = told; } else if (told.note.trim()) { tell(prefix, line.dataset.choose); }
    });
    keep();
    send();
  });
  window.addEventListener("online", send);
  if (left()) { send(); }
})();
