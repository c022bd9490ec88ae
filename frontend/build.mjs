// Builds styles, script, fonts and mark into the site's static folder: node frontend/build.mjs
import { build } from "esbuild";
import { compile } from "sass";
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

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

// Latin for English, Cyrillic for Russian, extended Cyrillic for the nine further letters of Kazakh.
for (const subset of ["latin", "cyrillic", "cyrillic-ext"]) {
  copyFileSync(join(fonts, `golos-text-${subset}-wght-normal.woff2`), join(out, `golos-text-${subset}.woff2`));
}
for (const picture of readdirSync(join(root, "frontend/pictures"))) {
  copyFileSync(join(root, "frontend/pictures", picture), join(out, picture));
}
console.log(`Assets built: ${readdirSync(out).join(", ")}`);
