// Where the pages are.

export const places = {
  welcome: "/",
  connect: "/connect",
  registerCard: "/register/card",
  findCards: "/find/cards",
  outbox: "/outbox",
  history: "/history",
  settings: "/settings",
} as const;
