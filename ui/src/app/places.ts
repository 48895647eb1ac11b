// Where the pages are, and on which of them the program was left.

import { useEffect } from "react";
import { useLocation } from "wouter";
import type { Entity } from "../backend";
import { keptPerConnection } from "../store/kept";
import { partsOf } from "../store/reading";

const names: Record<Entity, string> = { business_cards: "card", leads: "lead", clients: "client" };

export const places = {
  welcome: "/",
  connect: "/connect",
  registerCard: "/register/card",
  registerLead: "/register/lead",
  registerClient: "/register/client",
  findCards: "/find/cards",
  findLeads: "/find/leads",
  findClients: "/find/clients",
  /** The form in which a registered record is changed. */
  change: (entity: Entity, id: number) => `/change/${names[entity]}/${id}`,
  outbox: "/outbox",
  history: "/history",
  settings: "/settings",
} as const;

/** The page that was open last, for each connection. */
export const placeOf = keptPerConnection<{ place: string }>(
  "place",
  () => ({ place: places.registerCard }),
  {
    keep: (left) => left,
    restore: (kept) => {
      const { place } = partsOf(kept);
      return typeof place === "string" ? { place } : {};
    },
  },
);

/** Keeps which page is open. To be used once. */
export function useKeepingPlace(connectionId: string): void {
  const [place] = useLocation();
  useEffect(() => {
    if (place !== places.welcome) placeOf(connectionId).set({ place });
  }, [connectionId, place]);
}
