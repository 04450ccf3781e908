/* Dragging on a page writes a line of the form: page, left, top, right, bottom in per cent. Without it the numbers are typed. */
(function () {
  "use strict";
  var field = document.getElementById("id_bars");
  if (!field) { return; }
  document.querySelectorAll("[data-page]").forEach(function (sheet) {
    var image = sheet.querySelector("img"), from = null, bar = null;
    function at(event) {
      var box = image.getBoundingClientRect();
      function part(value, most) { return Math.round(Math.min(100, Math.max(0, value / most * 100)) * 10) / 10; }
      return [part(event.clientX - box.left, box.width), part(event.clientY - box.top, box.height)];
    }
    function draw(to) {
      var left = Math.min(from[0], to[0]), top = Math.min(from[1], to[1]);
      bar.setAttribute("x", left); bar.setAttribute("y", top);
      bar.setAttribute("width", Math.abs(to[0] - from[0])); bar.setAttribute("height", Math.abs(to[1] - from[1]));
      return [left, top, Math.max(from[0], to[0]), Math.max(from[1], to[1])];
    }
    image.draggable = false;
    sheet.addEventListener("pointerdown", function (event) {
      if (event.button) { return; }
      from = at(event);
      bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      sheet.querySelector("svg").appendChild(bar);
      sheet.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    sheet.addEventListener("pointermove", function (event) { if (from) { draw(at(event)); } });
    sheet.addEventListener("pointerup", function (event) {
      if (!from) { return; }
      var edges = draw(at(event));
      if (edges[2] > edges[0] && edges[3] > edges[1]) {
        field.value = field.value.replace(/\s*$/, function (end) { return field.value.trim() ? "\n" : ""; }) + [sheet.dataset.page].concat(edges).join(" ");
      } else {
        bar.remove();
      }
      from = null;
    });
  });
})();
