import { expect, test } from "vitest";
import { contract } from "../src/backend";
import { filterGroups, filtersOf, usualFilters } from "../src/pages/find-cards/filters";
import { fieldsOf, moreGroup, shownGroups } from "../src/pages/register-card/layout";

test("every parameter of a new card stands in the form, once", () => {
  const published = contract.business_cards.fields.filter(({ create }) => create !== null);
  const placed = [...shownGroups, moreGroup].flatMap(fieldsOf).map(({ field }) => field.key);
  expect(published).toHaveLength(27);
  expect([...placed].sort()).toEqual(published.map(({ key }) => key).sort());
});

test("what a new card needs is never folded away", () => {
  expect(fieldsOf(moreGroup).filter(({ field }) => field.create === "required")).toEqual([]);
});

test("every search parameter of cards stands among the filters, once", () => {
  const published = contract.business_cards.searches.map(({ parameter }) => parameter);
  const placed = [...usualFilters, ...filterGroups.flatMap(filtersOf)];
  expect(published).toHaveLength(28);
  expect(placed.map(({ parameter }) => parameter).sort()).toEqual([...published].sort());
  expect(usualFilters).toHaveLength(5);
});
