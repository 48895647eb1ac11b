// In which window of the page something is: keys pressed in one mean nothing behind it.

/** None for what is on the page itself. */
export function dialogOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[role="dialog"]') : null;
}
