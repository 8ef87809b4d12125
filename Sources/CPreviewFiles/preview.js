// Keeps the page up to date with its sources, and shows what keeps the site from being built.
//
// The page is fetched again and compared with what the server sent before. Only what differs between the two is changed in the page,
// so open answers, the scroll position, the focus, what is typed and what scripts made of the page stay.
"use strict";
(() => {
  const own = "/__martlet/";
  let version = document.currentScript.dataset.version;

  // What the server sent, and the node of the page that each of its nodes became. This script runs before the others of the page.
  let base = document.documentElement.cloneNode(true);
  const live = new WeakMap();
  const pair = (sent, shown) => {
    live.set(sent, shown);
    sent.childNodes.forEach((child, index) => pair(child, shown.childNodes[index]));
  };
  pair(base, document.documentElement);

  // Comparing

  const isElement = (node) => node.nodeType === Node.ELEMENT_NODE;
  const isSheet = (node) => node.nodeName === "LINK" && node.relList.contains("stylesheet");
  const isScript = (node) => node.nodeName === "SCRIPT" && /^$|module|javascript/.test(node.type);
  const isIgnored = (node) => node.nodeName === "NOSCRIPT" || (isScript(node) && node.getAttribute("src") === own + "preview.js");

  // What a node is, beyond its name: nodes of two kinds are never the same one.
  const kind = (node) => {
    const says = { LINK: ["rel", "type"], META: ["name", "property", "http-equiv"], SCRIPT: ["type"], INPUT: ["type", "name"] }[node.nodeName] ?? [];
    return [node.nodeName, ...says.map((attribute) => node.getAttribute(attribute))].join(" ");
  };

  // What a node is known by among its siblings: its id, or else all of it.
  const name = (node) => (isElement(node) && node.id ? node.nodeName + "#" + node.id : kind(node) + node.textContent);

  // For each new sibling the one that it was: of the same name; of those that are left, the next of the same kind between two that are
  // paired.
  const paired = (before, after) => {
    const pairs = new Map();
    const known = new Map();
    for (const node of before) known.set(name(node), [...(known.get(name(node)) ?? []), node]);
    for (const node of after) {
      const match = known.get(name(node))?.shift();
      if (match) pairs.set(node, match);
    }
    const taken = new Set(pairs.values());
    let start = 0;
    for (const node of after) {
      const match = pairs.get(node);
      if (match) {
        start = Math.max(start, before.indexOf(match) + 1);
        continue;
      }
      for (let index = start; index < before.length && !taken.has(before[index]); index += 1) {
        if (kind(before[index]) !== kind(node) || (isElement(node) && (node.id || before[index].id))) continue;
        pairs.set(node, before[index]);
        taken.add(before[index]);
        start = index + 1;
        break;
      }
    }
    return pairs;
  };

  // Changing

  let needsReload = false;

  const adopt = (node) => {
    if (isScript(node) || node.querySelector?.("script:not([type*=json])")) needsReload = true;
    const copy = document.importNode(node, true);
    pair(node, copy);
    return copy;
  };

  // A style sheet stays until the one that takes its place is there.
  const swapSheet = (after, shown) => {
    const sheet = document.importNode(after, true);
    sheet.onload = sheet.onerror = () => shown.remove();
    shown.after(sheet);
    live.set(after, sheet);
  };

  const patchAttributes = (before, after, shown) => {
    const names = new Set([...before.getAttributeNames(), ...after.getAttributeNames()]);
    for (const name of names) {
      const value = after.getAttribute(name);
      if (value === before.getAttribute(name)) continue;
      if (value === null) shown.removeAttribute(name);
      else shown.setAttribute(name, value);
    }
  };

  const patch = (before, after) => {
    const shown = live.get(before);
    live.set(after, shown);
    if (!shown || isIgnored(after)) return;
    if (!isElement(after)) {
      if (before.data !== after.data) shown.data = after.data;
      return;
    }
    if (isSheet(before) && isSheet(after) && before.outerHTML !== after.outerHTML) return swapSheet(after, shown);
    if (isScript(after) && before.outerHTML !== after.outerHTML) needsReload = true;
    patchAttributes(before, after, shown);
    patchChildren(before, after, shown);
  };

  const patchChildren = (before, after, shown) => {
    const pairs = paired([...before.childNodes], [...after.childNodes]);
    const kept = new Set(pairs.values());
    for (const child of before.childNodes) if (!kept.has(child)) live.get(child)?.remove();
    let last = null;
    for (const child of after.childNodes) {
      const match = pairs.get(child);
      if (match) {
        const known = live.get(match);
        // What a script has moved or removed stays so.
        if (known?.parentNode === shown && isBehind(last, known)) place(known, shown, last);
        patch(match, child);
      } else {
        place(adopt(child), shown, last);
      }
      if (live.get(child)?.parentNode === shown) last = live.get(child);
    }
  };

  const isBehind = (last, node) => last?.parentNode === node.parentNode && last.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
  const place = (node, parent, last) => parent.insertBefore(node, last?.parentNode === parent ? last.nextSibling : parent.firstChild);

  // Fetching

  const fetchPage = async () => {
    const response = await fetch(location.href, { cache: "no-cache" });
    const isPage = response.headers.get("Content-Type")?.startsWith("text/html");
    if (response.redirected && response.ok) return location.replace(response.url);
    return { status: response.status, tree: isPage && new DOMParser().parseFromString(await response.text(), "text/html") };
  };

  let hadPage = true;
  let failure = null;

  const refresh = async () => {
    let page = await fetchPage();
    // Some programs save by deleting a file first.
    if (page?.status === 404 && hadPage) {
      await new Promise((done) => setTimeout(done, 400));
      page = await fetchPage();
    }
    if (!page?.tree) return;
    hadPage = page.status === 200;
    const messages = page.tree.getElementById("martlet-messages");
    // A page that cannot be shown leaves the one that was there, below what is wrong with it.
    failure = messages && !document.getElementById("martlet-messages") && messages;
    if (failure) return;
    const after = page.tree.documentElement;
    needsReload = false;
    patch(base, after);
    base = after;
    if (needsReload) location.reload();
  };

  // The panel over the page

  const host = document.createElement("martlet-preview");
  const root = host.attachShadow({ mode: "open" });
  root.innerHTML = `<link rel="stylesheet" href="${own}preview.css">
    <dialog class="martlet-panel" lang="en" dir="ltr" aria-labelledby="title">
      <div class="martlet-head"><h2 id="title"></h2><button type="button" class="close">Close</button><p></p></div>
      <div class="martlet-messages" tabindex="0" role="region" aria-labelledby="title"></div>
    </dialog>
    <button type="button" class="martlet-chip" lang="en" aria-haspopup="dialog" hidden></button>
    <p class="martlet-offline" lang="en" role="status" hidden></p>`;
  const [panel, chip, offline] = ["dialog", ".martlet-chip", ".martlet-offline"].map((selector) => root.querySelector(selector));
  const close = () => panel.open && panel.close();
  root.querySelector(".close").onclick = close;
  chip.onclick = () => panel.showModal();
  panel.addEventListener("click", (event) => event.target === panel && close());
  document.documentElement.append(host);

  let dismissed = null;
  let shownMessages = null;
  let hadErrors = false;
  panel.addEventListener("close", () => (dismissed = shownMessages));

  // Shows messages: errors at once, unless the reader has closed these very ones; warnings when asked for.
  const show = (title, list, opens = true) => {
    shownMessages = list;
    root.getElementById("title").textContent = title;
    panel.querySelector(".martlet-head p").textContent = opens ? "The page below is as it was before." : "";
    panel.querySelector(".martlet-messages").innerHTML = list;
    chip.textContent = title;
    chip.classList.toggle("has-errors", opens);
    panel.classList.toggle("has-warnings", !opens);
    chip.hidden = false;
    if (opens && list !== dismissed && !panel.open) panel.showModal();
    if (!opens && hadErrors) close();
    hadErrors = opens;
  };

  const hide = () => {
    close();
    chip.hidden = true;
    dismissed = shownMessages = null;
  };

  const counted = (number, noun) => (number ? [`${number} ${noun}${number === 1 ? "" : "s"}`] : []);

  const tell = async ({ errors, warnings }) => {
    // A page of messages says them itself.
    if (failure) return show(failure.querySelector("h1").textContent, failure.querySelector("ol").outerHTML);
    if (document.getElementById("martlet-messages") || (!errors && !warnings)) return hide();
    const response = await fetch(own + "messages", { cache: "no-store" });
    show([...counted(errors, "error"), ...counted(warnings, "warning")].join(", "), await response.text(), errors > 0);
  };

  // News. One thing at a time; of several that come meanwhile, the last counts.

  let news = null;
  let isBusy = false;
  const work = async () => {
    if (isBusy) return;
    isBusy = true;
    while (news) {
      const next = news;
      news = null;
      const isNew = next.version !== version;
      version = next.version;
      try {
        if (isNew) await refresh();
        await tell(next);
      } catch {
        // The server is gone; when it is back, it tells everything anew.
        version = null;
      }
    }
    isBusy = false;
  };

  // A tab that is not seen takes no connection: browsers have six for a server.
  let source = null;
  const listen = () => {
    source?.close();
    source = null;
    if (document.hidden) return;
    source = new EventSource(own + "events");
    source.onopen = () => (offline.hidden = true);
    source.onerror = () => {
      offline.textContent = "The preview has ended";
      offline.hidden = false;
    };
    source.addEventListener("news", (event) => {
      news = JSON.parse(event.data);
      work();
    });
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
})();
