// The last step of preparing a device: its secret is put away in the device and is on no page any more.

import { heard } from "./calendar.js";
import { put, set } from "./keeping.js";

async function prepare() {
  const block = document.getElementById("may-moi");
  const { secret, told } = JSON.parse(block.textContent);
  block.remove();
  const post = { id: told.device.id, secret, told, state: "open", ahead: 0, seen: 0, sent: 0 };
  heard(post, told.now);
  try {
    if (!window.isSecureContext || !window.crypto.subtle || !navigator.serviceWorker) throw new Error("not able");
    await put("posts", post);
    await set("post", post.id);
    location.replace(document.getElementById("mo-may").href);
  } catch (_cannot) {
    document.getElementById("khong-duoc").hidden = false;
    document.getElementById("dang-lam").hidden = true;
  }
}

prepare();
