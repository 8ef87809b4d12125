// What the page does better with a script. Everything works without it.

// Older browsers do not open a closed question for an address that leads into its answer.
const reveal = () => {
  let target;
  try {
    target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return;
  }
  const closed = target?.closest("details:not([open])");
  if (!closed) return;
  closed.open = true;
  target.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();

// Older browsers cannot be told by CSS to print closed answers.
if (!CSS.supports("selector(::details-content)")) {
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}

// The device's own menu for sharing, and printing: both need a script, so their buttons wait for it.
for (const button of document.querySelectorAll("[data-share]")) {
  const share = button.closest("[data-url]");
  const status = share.querySelector("[role=status]");
  const { title, text, url } = share.dataset;
  const data = { title, url, ...(text && { text }) };
  if (!navigator.share || (navigator.canShare && !navigator.canShare(data))) {
    button.parentElement.remove();
    continue;
  }
  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await navigator.share(data);
    } catch (error) {
      // Who closes the menu knows that nothing was shared.
      if (error.name !== "AbortError") status.textContent = button.dataset.failed;
    }
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Copies the link; where that is not possible, shows the field that holds it.
for (const button of document.querySelectorAll("[data-copy]")) {
  const share = button.closest("[data-url]");
  const field = share.querySelector("input");
  const status = share.querySelector("[role=status]");
  const showField = () => share.classList.add("shows-field");
  if (!navigator.clipboard) {
    button.parentElement.remove();
    showField();
    continue;
  }
  // Emptied first, so that a second copy is announced as well.
  const say = (text) => {
    status.textContent = "";
    requestAnimationFrame(() => (status.textContent = text));
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(share.dataset.url);
      say(button.dataset.done);
    } catch {
      showField();
      field.focus();
      field.select();
      say(button.dataset.failed);
    }
  });
}

// Marks the section being read in the table of contents. Observers miss jumps in which no heading crosses the screen.
const marks = [...document.querySelectorAll(".contents a")].map((link) => [
  document.getElementById(decodeURIComponent(link.hash.slice(1))),
  link,
]);
if (marks.length) {
  let frame = 0;
  const mark = () => {
    frame = 0;
    let current;
    for (const [heading, link] of marks) {
      if (heading?.getBoundingClientRect().top <= innerHeight * 0.3) current = link;
      link.removeAttribute("aria-current");
    }
    current?.setAttribute("aria-current", "location");
  };
  addEventListener("scroll", () => (frame ||= requestAnimationFrame(mark)), { passive: true });
  mark();
}
