// Small helps on the public pages; every page works without them.
(function () {
  "use strict";

  // The receipt's QR carries the code in the fragment, which no server sees: fill the field and take it out of the address.
  var field = document.querySelector("#lookup #code");
  var found = /^#(\d{16})$/.exec(location.hash);
  if (field && found) {
    field.value = found[1].replace(/(\d{4})(?=\d)/g, "$1 ");
    history.replaceState(null, "", location.pathname);
  }

  var print = document.querySelector("[data-print]");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", function () { window.print(); });
  }
})();
