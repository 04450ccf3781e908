// Helps on the pages of a survey, which work without it: all questions stand on one page, and show and hide as they are answered.
(function () {
  "use strict";

  // The QR of an invitation carries its code in the fragment, which no server sees: fill the field and take it out of the address.
  var field = document.querySelector("#invited #code"), found = /^#(\d{12})$/.exec(location.hash);
  if (field && found) {
    field.value = found[1].replace(/(\d{4})(?=\d)/g, "$1 ");
    history.replaceState(null, "", location.pathname);
  }

  var form = document.querySelector("form#send"), part = document.getElementById("cau-hoi");
  if (!form || !part) { return; }
  var all = document.getElementById("tat-ca");
  if (all) {
    part.textContent = "";
    part.appendChild(all.content);
    form.elements.whole.value = "1";
    var button = form.querySelector("[data-send]");
    button.textContent = button.dataset.send;
  }
  if (form.elements.whole.value !== "1") { return; }

  function answers(asked) {
    if (asked.hidden) { return []; }
    return Array.prototype.filter.call(asked.querySelectorAll("input, select, textarea"), function (one) {
      return /^(radio|checkbox)$/.test(one.type) ? one.checked : one.value.trim();
    }).map(function (one) { return one.value.trim(); });
  }
  function holds(told) {
    var asked = part.querySelector('[data-code="' + told.question + '"]'), given = asked ? answers(asked) : [];
    function among(one) { return told.values.indexOf(one) >= 0; }
    function number(one) { return parseFloat(String(one).replace(",", ".")); }
    switch (told.asks) {
      case "is": return given.some(among);
      case "is_not": return given.length > 0 && !given.some(among);
      case "at_least": return given.some(function (one) { return number(one) >= number(told.values[0]); });
      default: return given.some(function (one) { return number(one) <= number(told.values[0]); });
    }
  }
  function show() {
    part.querySelectorAll("[data-show-if]").forEach(function (asked) {
      asked.hidden = !JSON.parse(asked.dataset.showIf).every(holds);
    });
    part.querySelectorAll("section").forEach(function (section) {
      section.hidden = !section.querySelector(".asked:not([hidden])");
    });
  }
  part.querySelectorAll(".when").forEach(function (words) { words.hidden = true; });
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
})();
