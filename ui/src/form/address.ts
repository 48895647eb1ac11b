// Address from the postal code, and the code from the address. What was typed is never replaced, only
// what was put there from another code; everything else is offered. A change is only offered: what the
// service does not show may be there.

import { flushSync } from "react-dom";
import { backend, type Place, type PostalCode, type PostalPlaces } from "../backend";
import { goOnFrom } from "../keys/goOn";
import { createStore, type Store, useStore } from "../store/store";
import { type Form, type FormStore, give, typeInto, type Values, valueIn } from "./form";

type Filled = Readonly<Record<"pref_id" | "address", string>>;

/** What was found for a form. */
type Finding = {
  /** The values with which that form began: for another form it says nothing. */
  begun: Values;
  /** The postal code for which places were found last. */
  zip: string;
  /** What was put into the form. */
  filled: Filled;
  /** What stood in the address when these places were offered for it. */
  before: string;
  places: readonly Place[];
  codes: readonly PostalCode[];
  told: "nothing" | "filled" | "unknown";
  /** The place that was filled in, as far as it was. */
  place: string;
  /** Year and month of the list. */
  list: string;
};

/** Something to take: a place for the address, or a code for the postal code. */
export type Offer = { text: string; detail: string; whole: string; take: () => void };

/** The fields that offers are made for. */
export type Offering = "zip" | "address";

export function isOffering(key: string): key is Offering {
  return key === "zip" || key === "address";
}

/** To be called with every field that is left. */
export function addressLeft(store: FormStore, field: string): void {
  if (field === "zip") findPlaces(store);
  if (field === "address") findCodes(store);
}

/** What was found for the form as it stands. */
export function useFinding(store: FormStore): Finding {
  const finding = useStore(findingOf(store), (finding) => finding);
  const begun = useStore(store, (form) => form.begun);
  return finding.begun === begun ? finding : nothing;
}

/** What can be taken into this field. */
export function useOffers(store: FormStore, key: Offering): readonly Offer[] {
  const { places, codes, before } = useFinding(store);
  const address = useStore(store, (form) => valueIn(form, "address"));
  const zip = useStore(store, (form) => valueIn(form, "zip"));
  if (key === "zip") {
    if (zip !== "") return [];
    return codes.map((code) => ({
      text: code.zip,
      whole: code.zip,
      detail: code.part === "" ? code.place : `${code.place} (${code.part})`,
      take: () => takeCode(store, code),
    }));
  }
  // Typing on narrows them down.
  const fits = (place: Place) => place.address !== address && place.address.startsWith(address);
  return places
    .filter((place) => address === before || fits(place))
    .map((place) => ({
      text: place.address,
      whole: wholeOf(place),
      detail: place.address.startsWith(place.prefecture) ? "" : place.prefecture,
      take: () => takePlace(store, place),
    }));
}

/** Whether the code still stands there for which places were found. */
export function useIsAsAsked(store: FormStore): boolean {
  const { zip } = useFinding(store);
  return useStore(store, (form) => digitsIn(valueIn(form, "zip")) === digitsIn(zip));
}

function digitsIn(text: string): string {
  return text.normalize("NFKC").replace(/\D/g, "");
}

/** Whether the address is as it was put there: one goes on behind it. */
export function useIsFilled(store: FormStore): boolean {
  const { filled } = useFinding(store);
  return useStore(store, (form) => isFilled(form, filled));
}

function isFilled(form: Form, { address }: Filled): boolean {
  return address !== "" && valueIn(form, "address") === address;
}

/** Offers and tells nothing any more. */
export function dismiss(store: FormStore): void {
  findingOf(store).set({ places: [], codes: [], told: "nothing" });
}

async function findPlaces(store: FormStore): Promise<void> {
  const { begun, change, phase, values } = store.get();
  const zip = values.zip ?? "";
  if (phase !== "typing" || (change && zip === (begun.zip ?? ""))) return;
  const isLatest = begin(store);
  const found = await backend.postalPlaces(zip).catch(() => null);
  if (!found?.zip || !isLatest()) return;
  if (found.zip === findingIn(store).zip) return;
  // At once, so that whoever went on with Enter meanwhile goes past what stands there now.
  flushSync(() => lay(store, found));
  const caret = document.activeElement;
  if (caret instanceof HTMLInputElement && caret.name === "pref_id") goPast(caret);
}

/** Who waits in a field that was filled in meanwhile goes on; who types there is left alone. */
function goPast(field: HTMLInputElement): void {
  if (field.form && field.dataset.given) goOnFrom(field, field.form);
}

function lay(store: FormStore, { zip, places, common, list }: PostalPlaces): void {
  const form = store.get();
  const { filled } = findingIn(store);
  const isFree = (key: keyof Filled) => ["", filled[key]].includes(valueIn(form, key));
  const of = prefOf(common);
  const isPrefFree = valueIn(form, "pref_id") === "" || (isFree("pref_id") && isFree("address"));
  const isAddressFree = isFree("address") && (isPrefFree || valueIn(form, "pref_id") === of);
  const put: Filled = form.change
    ? filled
    : {
        pref_id: isPrefFree ? of : filled.pref_id,
        address: isAddressFree ? (common?.address ?? "") : filled.address,
      };
  if (!form.change) {
    if (isPrefFree) typeText(store, "pref_id", put.pref_id);
    if (isAddressFree) typeText(store, "address", put.address);
  }
  const isPut = !form.change && common && (isAddressFree || (isPrefFree && of !== ""));
  const isOffered = form.change || (isFree("address") && !(isAddressFree && places.length === 1));
  findingOf(store).set({
    begun: form.begun,
    zip: zip ?? "",
    filled: put,
    before: valueIn(store.get(), "address"),
    places: isOffered ? places : [],
    codes: [],
    told: places.length === 0 ? "unknown" : isPut ? "filled" : "nothing",
    place: common ? wholeOf({ ...common, address: isAddressFree ? common.address : "" }) : "",
    list,
  });
}

async function findCodes(store: FormStore): Promise<void> {
  const { begun, change, phase, values } = store.get();
  const { zip = "", pref_id = "", address = "" } = values;
  if (phase !== "typing" || zip !== "" || address === "") return;
  if (change && address === begun.address) return;
  const isLatest = begin(store);
  const codes = await backend.postalCodes(pref_id, address).catch(() => []);
  if (isLatest() && valueIn(store.get(), "zip") === "") {
    findingOf(store).set({ ...findingIn(store), begun, codes, places: [], told: "nothing" });
  }
}

function takeCode(store: FormStore, { zip }: PostalCode): void {
  typeInto(store, "zip", zip);
  // It was found by the address: there is nothing to find for it.
  findingOf(store).set({ zip, codes: [] });
}

function takePlace(store: FormStore, place: Place): void {
  const of = prefOf(place);
  if (of !== "") typeText(store, "pref_id", of);
  typeText(store, "address", place.address);
  const filled = { pref_id: of, address: place.address };
  findingOf(store).set({ filled, places: [], told: "filled", place: wholeOf(place) });
}

/** The place with its prefecture, which an address may hold itself. */
function wholeOf({ prefecture, address }: Place): string {
  return address.startsWith(prefecture) ? address : prefecture + address;
}

function prefOf(place: Place | null): string {
  return place?.pref_id ? String(place.pref_id) : "";
}

/** One goes on behind an address, and past a prefecture. */
function typeText(store: FormStore, key: keyof Filled, text: string): void {
  if (valueIn(store.get(), key) === text) return;
  if (key === "address") typeInto(store, key, text);
  else give(store, key, text);
}

/** Begins to look for something; tells whether nothing else was looked for since, in the same form. */
function begin(store: FormStore): () => boolean {
  const { begun } = store.get();
  const turn = {};
  turns.set(store, turn);
  return () => {
    const now = store.get();
    return turns.get(store) === turn && now.begun === begun && now.phase === "typing";
  };
}

const turns = new WeakMap<FormStore, object>();

function findingIn(store: FormStore): Finding {
  const finding = findingOf(store).get();
  return finding.begun === store.get().begun ? finding : nothing;
}

function findingOf(store: FormStore): Store<Finding> {
  const known = findings.get(store);
  if (known) return known;
  const finding = createStore(() => nothing);
  findings.set(store, finding);
  store.subscribe(() => forgetEmptied(store, finding));
  return finding;
}

/** A postal code that was emptied is found anew as it is typed again. What it put there is still known. */
function forgetEmptied(store: FormStore, finding: Store<Finding>): void {
  const { zip, told } = finding.get();
  if (zip === "" || valueIn(store.get(), "zip") !== "") return;
  finding.set({ zip: "", told: told === "unknown" ? "nothing" : told });
}

const findings = new WeakMap<FormStore, Store<Finding>>();

const nothing: Finding = {
  begun: {},
  zip: "",
  filled: { pref_id: "", address: "" },
  before: "",
  places: [],
  codes: [],
  told: "nothing",
  place: "",
  list: "",
};
