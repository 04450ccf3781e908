// Shortcuts of the desk: j and k go down and up a list, Enter opens, / goes to the search field. All have a plain twin.
(function () {
  "use strict";
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
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "/") {
      var field = document.querySelector("input[type=search]");
      if (field) { event.preventDefault(); field.focus(); }
    }
  });
})();
