// Counts in the page what an input method's keys must not do, and what shows that it works.
(() => {
  const counts = { ended: 0, updates: 0, released: 0, submits: 0, jumps: 0, saves: 0 };
  window.counts = counts;
  const count = (name, event) => window.addEventListener(event, () => (counts[name] += 1), true);
  count("ended", "compositionend");
  count("updates", "compositionupdate");
  count("released", "keyup");
  count("submits", "submit");
  count("jumps", "focusin");
  count("jumps", "hashchange");
  // What is handed to the program goes this way.
  const { fetch } = window;
  window.fetch = (...request) => {
    if (/\/submit$/.test(String(request[0]))) counts.saves += 1;
    return fetch.apply(window, request);
  };
  return true;
})()
