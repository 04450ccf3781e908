// A film that lies at YouTube: only when somebody presses its still is anything asked of another host. Without scripts the still
// is a link to the film's page.
(function () {
  "use strict";
  document.addEventListener("click", function (event) {
    var still = event.target.closest("a[data-film]");
    if (!still || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    var frame = document.createElement("iframe");
    frame.src = "https://www.youtube-nocookie.com/embed/" + still.dataset.film + "?autoplay=1&rel=0";
    frame.title = still.dataset.title;
    frame.allow = "autoplay; fullscreen; encrypted-media";
    frame.allowFullscreen = true;
    frame.referrerPolicy = "strict-origin-when-cross-origin"; // the player refuses a page that does not say where it is
    still.replaceWith(frame);
    frame.focus();
  });
})();
