// Builds styles, script, fonts and mark into the site's static folder: node frontend/build.mjs
import { build } from "esbuild";
import { compile } from "sass";
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeReceiptCheck } from "./complain/receipt_check.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, "src/qorgau/portal/site/static/site");
const fonts = join(root, "node_modules/@fontsource-variable/golos-text/files");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const styles = compile(join(root, "frontend/site.scss"), {
  style: "compressed",
  // MoJ Frontend names GOV.UK Frontend as "node_modules/...", seen from the root.
  loadPaths: [root],
  quietDeps: true,
});
// Pictures of the components that this site does not show are not served either.
writeFileSync(join(out, "site.css"), styles.css.replace(/url\("?\/assets\/[^)]*\)/g, "none"));
const complaining = compile(join(root, "frontend/styles/complain.scss"), { style: "compressed", loadPaths: [root] });
writeFileSync(join(out, "complain.css"), complaining.css);

await build({
  entryPoints: { site: join(root, "frontend/site.js") },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2020"],
  legalComments: "none",
  logLevel: "warning",
});

// The pages of complainants, each with what it needs and no more; none of them shares code with the register's.
const page = (name) => join(root, `frontend/complain/${name}.js`);
await build({
  entryPoints: {
    complain: page("complain"),
    kiosk: page("kiosk"),
    mailbox: page("mailbox"),
    carry_out: page("carry_out"),
    receipt: page("receipt"),
    offline: page("offline"),
  },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2022"],
  loader: { ".txt": "text" },
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});
// Pages of recommendations that draw, count or upload.
await build({
  entryPoints: { treaty: join(root, "frontend/treaty/treaty.js") },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2020"],
  legalComments: "none",
  logLevel: "warning",
});
writeReceiptCheck(root, out);

// Latin for English, Cyrillic for Russian, extended Cyrillic for the nine further letters of Kazakh.
for (const subset of ["latin", "cyrillic", "cyrillic-ext"]) {
  copyFileSync(join(fonts, `golos-text-${subset}-wght-normal.woff2`), join(out, `golos-text-${subset}.woff2`));
}
for (const picture of readdirSync(join(root, "frontend/pictures"))) {
  copyFileSync(join(root, "frontend/pictures", picture), join(out, picture));
}
console.log(`Assets built: ${readdirSync(out).join(", ")}`);
