// What a person does to the page, each giving true once it is done and false while it can not be.
(() => {
  const shown = (element) =>
    element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";

  const hit = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  };

  // Uncovered, so that a person's click would reach it; they scroll only where they have to.
  const within_reach = (element) => {
    if (hit(element)) return true;
    element.scrollIntoView({ block: "center", inline: "nearest" });
    return hit(element);
  };

  const usable = (element) =>
    shown(element) && !element.disabled && element.getAttribute("aria-disabled") !== "true";

  const field = (name) =>
    [...document.querySelectorAll(`[name="${CSS.escape(name)}"], input[aria-label="${CSS.escape(name)}"]`)].find(usable);

  const words_on = (element) =>
    [element.getAttribute("aria-label"), element.innerText].map((words) =>
      (words ?? "").replace(/\s+/g, " ").trim(),
    );

  const pressable =
    "button, a[href], summary, label, [role=button], [role=tab], [role=option], [role=menuitem], [role=radio], [role=row], [role=grid] tbody > tr > *";

  const pressed = (words) => {
    const all = [...document.querySelectorAll(pressable)].filter(usable);
    const exact = all.filter((element) => words_on(element).some((name) => words.includes(name)));
    // A button may show its key behind its words.
    const longer = all.filter((element) =>
      words.some((some) => words_on(element)[1].startsWith(`${some} `)),
    );
    const target = [...exact, ...longer].find(within_reach);
    if (!target) return false;
    for (const name of ["pointerdown", "mousedown", "pointerup", "mouseup"]) {
      target.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true }));
    }
    target.click();
    return true;
  };

  return {
    fill(name, text) {
      const input = field(name);
      if (!input || !within_reach(input)) return false;
      input.focus();
      const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), "value");
      set.call(input, text);
      input.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
      return true;
    },
    choose(name, text) {
      const select = field(name);
      if (!select || !within_reach(select)) return false;
      const option = [...select.options].find((option) => option.text === text);
      if (!option) return false;
      select.value = option.value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      return true;
    },
    press(...words) {
      return pressed(words);
    },
    press_start(words) {
      const all = [...document.querySelectorAll(pressable)].filter(usable);
      const target = all
        .filter((element) => element.role === "option" || element.innerText.startsWith(words))
        .find((element) => element.innerText.includes(words) && within_reach(element));
      target?.click();
      return target !== undefined;
    },
    cell_holds: (row, column, text) =>
      document.querySelector(`[data-cell="${row}:${column}"]`)?.innerText.includes(text) ?? false,
    press_cell(row, column) {
      const cell = document.querySelector(`[data-cell="${row}:${column}"]`);
      if (!cell || !within_reach(cell)) return false;
      cell.click();
      return true;
    },
    scroll_to(words) {
      const heading = [...document.querySelectorAll("h1, h2, h3")].find(
        (heading) => heading.innerText.trim() === words,
      );
      heading?.scrollIntoView();
      return heading !== undefined;
    },
    sees: (words) => document.body.innerText.includes(words),
    sees_trouble: () =>
      !document.querySelector("[data-loading=true], [aria-busy=true]") &&
      [...document.querySelectorAll("[role=alert]")].some(shown),
    // What turns for ever is no movement that one waits for.
    rests: () =>
      document.getAnimations().every(
        ({ playState, effect }) =>
          playState !== "running" || effect.getComputedTiming().iterations === Infinity,
      ),
    sees_not: (words) => !document.body.innerText.includes(words),
    holds: (name, text) => field(name)?.value === text,
  };
})()
