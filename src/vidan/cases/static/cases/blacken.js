/* Shows the lines of the form as bars on the pages, and writes a line when a mouse or pen is dragged over a page.
   Without it the numbers are typed from the ruler; a finger scrolls the page as always. */
(function () {
  "use strict";
  var field = document.getElementById("id_bars");
  if (!field) { return; }

  function add(sheet, edges) {
    var bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    sheet.querySelector("svg").appendChild(bar);
    place(bar, edges);
    return bar;
  }
  function place(bar, edges) {
    bar.setAttribute("x", edges[0]); bar.setAttribute("y", edges[1]);
    bar.setAttribute("width", Math.max(0, edges[2] - edges[0])); bar.setAttribute("height", Math.max(0, edges[3] - edges[1]));
  }
  function show() {
    document.querySelectorAll(".scan rect").forEach(function (bar) { bar.remove(); });
    field.value.replace(/,/g, ".").split("\n").forEach(function (line) {
      var told = line.trim().split(/\s+/).map(Number);
      var sheet = document.querySelector('[data-page="' + told[0] + '"]');
      if (told.length === 5 && sheet && told.every(isFinite)) { add(sheet, told.slice(1)); }
    });
  }

  document.querySelectorAll("[data-page]").forEach(function (sheet) {
    var image = sheet.querySelector("img"), from = null, bar = null;
    function at(event) {
      var box = image.getBoundingClientRect();
      function part(value, most) { return Math.round(Math.min(100, Math.max(0, value / most * 100)) * 10) / 10; }
      return [part(event.clientX - box.left, box.width), part(event.clientY - box.top, box.height)];
    }
    function edges(to) {
      return [Math.min(from[0], to[0]), Math.min(from[1], to[1]), Math.max(from[0], to[0]), Math.max(from[1], to[1])];
    }
    sheet.addEventListener("pointerdown", function (event) {
      if (event.button || event.pointerType === "touch") { return; }
      from = at(event);
      bar = add(sheet, edges(from));
      sheet.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    sheet.addEventListener("pointermove", function (event) { if (from) { place(bar, edges(at(event))); } });
    sheet.addEventListener("pointerup", function (event) {
      if (!from) { return; }
      var told = edges(at(event));
      from = null;
      if (told[2] > told[0] && told[3] > told[1]) {
        field.value = (field.value.trim() ? field.value.trim() + "\n" : "") + [sheet.dataset.page].concat(told).join(" ");
      }
      show();
    });
  });
  field.addEventListener("input", show);
  show();
})();
