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

  // A little work while the person reads the letter once more: it lets the post take the quick lane.
  var form = document.getElementById("send");
  if (!form || !window.crypto || !crypto.subtle || !window.TextEncoder) return;
  var told = form.dataset, encoder = new TextEncoder();
  var hex = function (buffer) {
    return Array.prototype.map.call(new Uint8Array(buffer), function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
  };
  var solve = async function () {
    for (var n = 0; n <= Number(told.most); n++) {
      var digest = await crypto.subtle.digest("SHA-256", encoder.encode(told.salt + n));
      if (hex(digest) === told.challenge) return n;
    }
    return null;
  };
  solve().then(function (number) {
    if (number === null) return;
    form.elements.work.value = btoa(JSON.stringify({
      algorithm: "SHA-256", challenge: told.challenge, number: number, salt: told.salt, signature: told.signature
    }));
  });
})();
