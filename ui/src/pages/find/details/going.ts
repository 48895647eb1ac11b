// From a record to others: to their page, with a search already made.

import { useLocation } from "wouter";
import { useConnection } from "../../../app/connection";
import { places } from "../../../app/places";
import type { Entity } from "../../../backend";
import type { Terms } from "../keeping";
import { findingOf, searchFor } from "../looking";

const placeOf: Readonly<Record<Entity, string>> = {
  business_cards: places.findCards,
  clients: places.findClients,
  leads: places.findLeads,
};

/** Goes to the page of a kind of record and searches there; `opens` the first that is found. */
export function useGoing(): (to: Entity, terms: Terms, opens?: boolean) => void {
  const connection = useConnection();
  const [, navigate] = useLocation();
  return (to, terms, opens = false) => {
    const finding = findingOf(connection.id, to);
    searchFor(finding, terms);
    finding.caret.set({ row: 0, isOpen: opens });
    navigate(placeOf[to]);
  };
}
