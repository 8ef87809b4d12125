// Comforts: everything works without them.
const all = (selector) => [...document.querySelectorAll(selector)];
const named = (hash) => {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {}
};

// Opens the answer that the address names, where the browser does not.
const reveal = () => {
  const target = named(location.hash);
  const closed = target?.closest("details:not([open])");
  if (closed) {
    closed.open = true;
    target.scrollIntoView();
  }
};
addEventListener("hashchange", reveal);
reveal();

// Prints closed answers, where style sheets cannot.
if (!CSS.supports("selector(::details-content)")) {
  let closed;
  const set = (open) => closed.forEach((details) => (details.open = open));
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    set(true);
  });
  addEventListener("afterprint", () => set(false));
}

for (const share of all(".share")) {
  const { url, title, text } = share.dataset;
  const data = { title, url, ...(text && { text }) };
  const field = share.querySelector("input");
  const status = share.querySelector("[role=status]");
  const say = (words) => {
    status.textContent = "";
    requestAnimationFrame(() => (status.textContent = words));
  };
  const actions = {
    share: (button) =>
      navigator.share(data).catch((error) => error.name == "AbortError" || say(button.dataset.failed)),
    print: () => print(),
    copy: async (button) => {
      try {
        await navigator.clipboard.writeText(url);
        say(button.dataset.done);
      } catch {
        share.classList.add("shows-field");
        field.focus();
        field.select();
        say(button.dataset.failed);
      }
    },
  };
  for (const name in actions)
    for (const button of share.querySelectorAll(`[data-${name}]`)) {
      button.hidden = name == "share" && !(navigator.canShare?.(data) ?? navigator.share);
      button.onclick = () => actions[name](button);
    }
}

// Marks the part being read in the contents. (Observers miss jumps.)
const marks = all(".contents a").map((link) => [named(link.hash), link]);
let frame;
const mark = () => {
  frame = 0;
  let current;
  for (const [heading, link] of marks) {
    if (heading?.getBoundingClientRect().top <= innerHeight * 0.3) current = link;
    link.removeAttribute("aria-current");
  }
  current?.setAttribute("aria-current", "location");
};
if (marks[0]) {
  addEventListener("scroll", () => (frame ||= requestAnimationFrame(mark)), { passive: true });
  mark();
}
