// An extra on the pages of a draft: words selected inside one piece can be spoken of. Every page works without it.
(function () {
  "use strict";

  var form = document.getElementById("passage");
  if (!form || !window.getSelection) return;
  var LONGEST = 500, BEFORE = 120;

  // The piece whose words a node of the page belongs to.
  var pieceOf = function (node) {
    var element = node && (node.nodeType === 1 ? node : node.parentElement);
    return element && element.closest("[data-piece]");
  };

  var look = function () {
    var chosen = window.getSelection();
    var words = chosen.rangeCount ? chosen.toString().trim() : "";
    var piece = words && pieceOf(chosen.anchorNode);
    if (!piece || piece !== pieceOf(chosen.focusNode) || words.length > LONGEST) {
      form.hidden = true;
      return;
    }
    var range = chosen.getRangeAt(0), front = range.cloneRange();
    front.selectNodeContents(piece);
    front.setEnd(range.startContainer, range.startOffset);
    form.elements.piece.value = piece.dataset.piece;
    form.elements.quote.value = words;
    form.elements.before.value = front.toString().slice(-BEFORE);
    form.hidden = false;
  };

  // Touch has no mouseup of its own: the selection itself tells of every change.
  var waiting = 0;
  document.addEventListener("selectionchange", function () {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(look, 200);
  });
  // A press on the button must not clear the selection before the form is sent.
  form.addEventListener("mousedown", function (event) { event.preventDefault(); });
})();
