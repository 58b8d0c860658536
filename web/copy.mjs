// Puts the third-party files that pages need into src/samenspel/ui/static/vendor/ (git-ignored).
// Everything is named here; a missing file stops the copy.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const target = join(here, "..", "src", "samenspel", "ui", "static", "vendor");

const utrecht = [
  "alert", "breadcrumb-nav", "button", "data-badge", "form-field", "form-field-description",
  "form-field-error-message", "form-label", "link", "pagination", "select", "skip-link", "table", "textarea", "textbox",
];
const legible = "@fontsource-variable/atkinson-hyperlegible-next";
const files = [
  ["htmx.org", "dist/htmx.min.js", "htmx.js"],
  ["axe-core", "axe.min.js", "test/axe.js"],
  [legible, "files/atkinson-hyperlegible-next-latin-wght-normal.woff2", "fonts/legible-latin.woff2"],
  [legible, "files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2", "fonts/legible-latin-ext.woff2"],
];

const list = [];
const licences = new Map();

function read(name, file) {
  const path = join(modules, name, file);
  if (!existsSync(path)) throw new Error(`${name}: ${file} is not there; run npm ci first`);
  return readFileSync(path);
}

function licence(name) {
  const about = JSON.parse(read(name, "package.json"));
  const text = readdirSync(join(modules, name)).find((file) => /^licen[cs]e/i.test(file));
  licences.set(name, text ? read(name, text).toString() : `${about.license}\n`);
  return [about.version, about.license];
}

function write(name, path, content) {
  const [version, terms] = licence(name);
  const out = join(target, path);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, content);
  const digest = createHash("sha256").update(content).digest("hex");
  list.push(`${path}  ${name}@${version}  ${terms}  sha256:${digest}`);
}

/** Source maps are not brought along, so nothing may point at them. */
const unmapped = (content) => content.toString().replace(/\/[/*][#@]\s*sourceMappingURL=[^\n*]*(\*\/)?/g, "");

/** Comments go, and so does the air: the licence text stands beside the file. */
const squeezed = (css) => unmapped(css).replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s*\n\s*/g, "\n").trim();

rmSync(target, { recursive: true, force: true });
for (const [name, from, to] of files) {
  const content = read(name, from);
  write(name, to, /\.(js|css)$/.test(to) ? unmapped(content) : content);
}

// Component style sheets become one file: one request.
const sheets = utrecht.map((part) => [`@utrecht/${part}-css`, squeezed(read(`@utrecht/${part}-css`, "dist/index.css"))]);
const sheet = sheets.map(([, css]) => css).join("\n");
sheets.forEach(([name]) => licence(name));
write("@utrecht/button-css", "vendor.css", sheet);
list.push(...sheets.map(([name]) => `  in vendor.css: ${name}@${licence(name)[0]}`));

// An open zero for running text: one character of Figtree instead of the whole font.
const figtree = "@fontsource-variable/figtree";
const zero = await subsetFont(read(figtree, "files/figtree-latin-wght-normal.woff2"), "0", { targetFormat: "woff2" });
write(figtree, "fonts/open-zero.woff2", zero);

for (const [name, text] of licences) {
  const out = join(target, "licences", `${name.replace(/[@]/g, "").replace("/", "-")}.txt`);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, text);
}
writeFileSync(join(target, "LIST.txt"), `${list.join("\n")}\n`);
console.log(`vendor: ${list.length} entries`);
