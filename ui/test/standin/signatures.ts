// What the stand-in reads in a signature: lines of a key and a value. It is the program that can
// read real ones.

import type { Entity, Proposal } from "../../src/backend";

/** A signature in the stand-in's form, and what a card takes from it. */
export const signature = [
  "client_name: Blue Harbour Ltd",
  "family_name: Smith",
  "first_name: Anna",
  "tel: ０３-0000-1234",
  "email: anna.smith@blueharbour.example",
  "pref_id: 13",
  "address: 千代田区架空町1-2-3",
  "note: Sales Manager",
].join("\n");

export function readSignature(_: Entity, text: string): Proposal[] {
  return text.split("\n").flatMap((line) => {
    const [, key, value] = /^(\w+): (.+)$/.exec(line) ?? [];
    return key && value ? [{ key, value, is_rest: key === "note" }] : [];
  });
}
