// Where the pages are.

export const places = {
  welcome: "/",
  connect: "/connect",
  registerCard: "/register/card",
  findCards: "/find/cards",
  settings: "/settings",
} as const;
