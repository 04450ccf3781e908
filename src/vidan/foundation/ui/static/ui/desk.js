// Shortcuts of the desk: j and k go down and up a list, Enter opens, / goes to the search field; in a sheet that is entered
// in place, arrows go to the same field of the line above or below. All have a plain twin.
(function () {
  "use strict";
  // What a page keeps in this tab until it has been sent ("vidan-visit:<account>:...") ends with signing out, and for whoever comes next.
  var who = document.querySelector("[data-who]");
  var forget = function (spared) {
    try {
      Object.keys(sessionStorage).forEach(function (key) {
        if (key.startsWith("vidan-") && !(spared && key.split(":")[1] === spared)) { sessionStorage.removeItem(key); }
      });
    } catch { /* a browser without storage has kept nothing */ }
  };
  if (who) { forget(who.dataset.who); }
  document.addEventListener("submit", function (event) { if (event.target.matches("[data-leaves]")) { forget(""); } });
  var rows = function () { return Array.prototype.slice.call(document.querySelectorAll(".work tbody tr")); };
  var go = function (step) {
    var all = rows();
    if (!all.length) return;
    var at = all.findIndex(function (row) { return row.classList.contains("here"); });
    var to = Math.min(all.length - 1, Math.max(0, at + step));
    all.forEach(function (row, i) { row.classList.toggle("here", i === to); });
    var link = all[to].querySelector("a");
    if (link) link.focus();
  };
  var along = function (field, step) {
    var all = Array.prototype.slice.call(document.querySelectorAll(".entering input"));
    var place = function (one) { return Array.prototype.indexOf.call(one.closest(".entering").querySelectorAll("input"), one); };
    var column = all.filter(function (one) { return place(one) === place(field); });
    var next = column[column.indexOf(field) + step];
    if (next) { next.focus(); next.select(); }
  };
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches(".entering input") && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      along(event.target, event.key === "ArrowDown" ? 1 : -1);
      return;
    }
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "/") {
      var field = document.querySelector("input[type=search]");
      if (field) { event.preventDefault(); field.focus(); }
    }
  });
})();
