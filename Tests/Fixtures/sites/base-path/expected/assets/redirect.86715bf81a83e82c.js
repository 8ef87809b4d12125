// Goes on to the new address with what the reader's own address says after it.
const target = new URL(document.currentScript.dataset.target, location.href);
target.search ||= location.search;
target.hash ||= location.hash;
location.replace(target);
