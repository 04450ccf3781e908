// What lies on the device: the posts (rounds it may send for, each with its secret and questionnaire), sealed replies and
// counts that wait, and a few settings. A version of the application may only add to this, never drop what waits.

const NAME = "vidan-may";
const VERSION = 1;
const STORES = { posts: "id", replies: "token", contacts: "token", settings: "name" };

let opened = null;

function open() {
  opened = opened || new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, VERSION);
    asked.onupgradeneeded = () => {
      Object.keys(STORES)
        .filter((name) => !asked.result.objectStoreNames.contains(name))
        .forEach((name) => asked.result.createObjectStore(name, { keyPath: STORES[name] }));
    };
    asked.onsuccess = () => {
      asked.result.onversionchange = () => { asked.result.close(); opened = null; };
      resolve(asked.result);
    };
    asked.onerror = () => { opened = null; reject(asked.error); };
  });
  return opened;
}

// Strict: what is called kept lies on the disk, also when the power goes the next moment.
async function within(names, mode, work) {
  const base = await open();
  return new Promise((resolve, reject) => {
    const all = base.transaction(names, mode, { durability: "strict" });
    let found = null;
    all.oncomplete = () => resolve(found && found.result);
    all.onabort = () => reject(all.error);
    found = work(all);
  });
}

export function put(store, value) {
  return within([store], "readwrite", (all) => all.objectStore(store).put(value));
}

export function get(store, key) {
  return within([store], "readonly", (all) => all.objectStore(store).get(key));
}

export function all(store) {
  return within([store], "readonly", (one) => one.objectStore(store).getAll());
}

// Forget rows of the two stores that wait, in one step.
export function forget(tokens) {
  return within(["replies", "contacts"], "readwrite", (both) => {
    tokens.forEach((token) => {
      both.objectStore("replies").delete(token);
      both.objectStore("contacts").delete(token);
    });
  });
}

export function removePost(id) {
  return within(["posts"], "readwrite", (one) => { one.objectStore("posts").delete(id); });
}

export async function setting(name) {
  const row = await get("settings", name);
  return row ? row.value : null;
}

export function set(name, value) {
  return put("settings", { name, value });
}

// The post that the device asks for now, or null.
export async function present() {
  const id = await setting("post");
  return id === null ? null : (await get("posts", id)) || null;
}
