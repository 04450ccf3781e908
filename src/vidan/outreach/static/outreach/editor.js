// The editor of an article: what is seen is what will stand there. Without it (old browser, no scripts) the text field takes plain
// paragraphs. What is allowed is decided on the server (article_text.py); this only draws the same elements.
const template = document.getElementById("thanh-nut");
const field = document.getElementById("id_body");

const PARAGRAPH = /<(p|h2|h3|ul|ol|table|blockquote)\b/i;
const escaped = (line) => line.replace(/&/g, "&amp;").replace(/</g, "&lt;");
const asHtml = (text) => PARAGRAPH.test(text) ? text : text.split("\n").filter((line) => line.trim()).map((line) => `<p>${escaped(line)}</p>`).join("");

// Word's styles go before the browser reads them, which the page's policy would hold against it; headings come to our two levels.
const tidied = (html) => html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/<[^<>]+>/g, (tag) => tag
  .replace(/\sstyle=("[^"]*"|'[^']*'|[^\s>]+)/gi, "").replace(/^<(\/?)h1\b/i, "<$1h2").replace(/^<(\/?)h[456]\b/i, "<$1h3"));

function begin(library) {
  const { Editor, Document, Paragraph, Text, Bold, Italic, HardBreak, Heading, BulletList, OrderedList, ListItem, Blockquote, Link, Table,
    TableRow, TableHeader, TableCell, History, Gapcursor } = library;
  const label = document.querySelector(`label[for="${field.id}"]`);
  label.id = "body-label";
  const tools = template.content.firstElementChild.cloneNode(true);
  const place = document.createElement("div");
  place.className = "written";
  field.before(tools, place);
  field.hidden = true;
  const editor = new Editor({
    element: place,
    injectCSS: false, // our stylesheet has it; the page's policy lets no script add styles
    content: asHtml(field.value),
    extensions: [Document, Paragraph, Text, Bold, Italic, HardBreak, Heading.configure({ levels: [2, 3] }), BulletList, OrderedList,
      ListItem, Blockquote, Link.configure({ openOnClick: false, protocols: ["http", "https", "mailto"] }), Table.configure({ resizable: false }),
      TableRow, TableHeader, TableCell, History, Gapcursor],
    editorProps: {
      transformPastedHTML: tidied,
      attributes: { role: "textbox", "aria-multiline": "true", "aria-labelledby": label.id, lang: "vi", class: "article" },
    },
    onUpdate: ({ editor }) => { field.value = editor.getHTML(); },
  });
  label.addEventListener("click", () => editor.commands.focus());
  const link = () => {
    const address = window.prompt(template.dataset.link, editor.getAttributes("link").href || "");
    if (address === null) return;
    const chain = editor.chain().focus().extendMarkRange("link");
    (address.trim() ? chain.setLink({ href: address.trim() }) : chain.unsetLink()).run();
  };
  const does = {
    bold: () => editor.chain().focus().toggleBold().run(),
    italic: () => editor.chain().focus().toggleItalic().run(),
    heading2: () => editor.chain().focus().toggleHeading({ level: 2 }).run(),
    heading3: () => editor.chain().focus().toggleHeading({ level: 3 }).run(),
    bulletList: () => editor.chain().focus().toggleBulletList().run(),
    orderedList: () => editor.chain().focus().toggleOrderedList().run(),
    blockquote: () => editor.chain().focus().toggleBlockquote().run(),
    link,
    table: () => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    undo: () => editor.chain().focus().undo().run(),
  };
  const isOn = (name) => name.startsWith("heading") ? editor.isActive("heading", { level: Number(name.slice(-1)) }) : editor.isActive(name);
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) does[button.dataset.does]();
  });
  editor.on("transaction", () => {
    for (const button of tools.querySelectorAll("[aria-pressed]")) button.setAttribute("aria-pressed", String(isOn(button.dataset.does)));
  });
}

if (template && field) import(template.dataset.library).then(begin, () => {});
