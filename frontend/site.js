// Every page works without this file; with it, components respond at once and lists refresh by themselves.
import {
  Button,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
  createAll,
} from "govuk-frontend";
import htmx from "htmx.org";
import { bodyChart } from "./body_chart.js";
import { clockCheck } from "./clock_check.js";

const COMPONENTS = [
  Button,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
  Tabs,
];

// The strict content security policy allows neither eval nor styles written into the page.
Object.assign(htmx.config, {
  allowEval: false,
  allowScriptTags: false,
  includeIndicatorStyles: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
});

document.body.classList.add("js-enabled", "govuk-frontend-supported");
const enliven = (scope) => COMPONENTS.forEach((component) => createAll(component, undefined, scope));
enliven(document);
bodyChart(document);
clockCheck(document);
document.addEventListener("htmx:load", (event) => {
  if (event.target !== document.body) enliven(event.detail.elt);
});

// A list that refreshes by itself rests while nobody looks at it, and never pulls a field from under a hand.
document.addEventListener("htmx:beforeRequest", (event) => {
  const { elt, requestConfig } = event.detail;
  if (!elt.matches("[data-refreshes]") || requestConfig.triggeringEvent?.isTrusted) return;
  const typing = elt.contains(document.activeElement) && document.activeElement.matches("input, select, textarea");
  if (document.hidden || typing) event.preventDefault();
});
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const note = document.querySelector("[data-stale-note]");
  // The element that asked: after the swap the event itself names its parent.
  if (note && detail.requestConfig.elt.matches("[data-refreshes]")) note.hidden = detail.successful;
});

// Paper shows what the screen folds away.
addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll("details:not([open])")) {
    folded.open = true;
    folded.dataset.openedForPrint = "";
  }
});
addEventListener("afterprint", () => {
  for (const opened of document.querySelectorAll("details[data-opened-for-print]")) {
    opened.open = false;
    delete opened.dataset.openedForPrint;
  }
});
