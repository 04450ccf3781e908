// The day, by the clock of the server as it was heard last: the device's own may be wrong, or be set back while it lies unused.

const HOURS_AHEAD = 7; // the time of Việt Nam all year

// Keep what the server said of the time on a post.
export function heard(post, now) {
  post.ahead = now - Date.now();
  post.seen = now;
}

// The day here as 2018-03-13. Never before the last moment that the server told.
export function today(post) {
  const moment = Math.max(Date.now() + (post.ahead || 0), post.seen || 0);
  return new Date(moment + HOURS_AHEAD * 3600000).toISOString().slice(0, 10);
}

export function dayInWords(day) {
  return day.split("-").reverse().join("/");
}

// When something was sent, as people say it.
export function momentInWords(moment) {
  const local = new Date(moment + HOURS_AHEAD * 3600000).toISOString();
  return `${dayInWords(local.slice(0, 10))}, ${local.slice(11, 16)}`;
}
