// A few lines of a list of postal codes, as the program answers from its own.

import type { Place, PostalCode, PostalPlaces } from "../../src/backend";

const tokyo = { pref_id: 13, prefecture: "東京都" };
const iwate = { pref_id: null, prefecture: "岩手県" };
const city = "岩手県和賀郡西和賀町";

const list: Record<string, { places: Place[]; common: Place | null }> = {
  "100-0001": one({ ...tokyo, address: "千代田区千代田" }),
  "100-0005": one({ ...tokyo, address: "千代田区丸の内" }),
  "530-0001": one({ pref_id: 27, prefecture: "大阪府", address: "大阪市北区梅田" }),
  "029-5503": {
    places: ["穴明", "湯田", "清水ケ野"].map((town) => ({ ...iwate, address: city + town })),
    common: { ...iwate, address: city },
  },
  "498-0000": {
    places: [
      { pref_id: null, prefecture: "愛知県", address: "愛知県弥富市" },
      { pref_id: null, prefecture: "三重県", address: "三重県桑名郡木曽岬町" },
    ],
    common: null,
  },
};

export function postalPlaces(text: string): PostalPlaces {
  const digits = text.normalize("NFKC").replace(/[^0-9]/g, "");
  const zip = digits.length === 7 ? `${digits.slice(0, 3)}-${digits.slice(3)}` : null;
  const { places, common } = list[zip ?? ""] ?? { places: [], common: null };
  return { zip, places, common, list: "2026-10" };
}

export function postalCodes({ address }: { pref: string; address: string }): PostalCode[] {
  if (address.includes("北一条西")) {
    const place = "北海道札幌市中央区北一条西";
    return [
      { zip: "060-0001", place, part: "1〜19丁目" },
      { zip: "064-0821", place, part: "20〜28丁目" },
    ];
  }
  if (!address.includes("千代田区千代田")) return [];
  return [{ zip: "100-0001", place: "東京都千代田区千代田", part: "" }];
}

function one(place: Place) {
  return { places: [place], common: place };
}
