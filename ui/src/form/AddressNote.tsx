// Beside postal code and prefecture: what was filled in from the code, and what can be taken. Its room
// is kept free. Behind the address in the order of the keys: one step back leads there.

import { ActionIcon, Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useWords } from "../i18n/useWords";
import classes from "./AddressNote.module.css";
import { dismiss, useFinding, useIsAsAsked, useIsFilled, useOffers } from "./address";
import type { FormStore } from "./form";

export function AddressNote({ store }: { store: FormStore }) {
  const { say } = useWords();
  const { told, place, list } = useFinding(store);
  const isFilled = useIsFilled(store);
  const isAsAsked = useIsAsAsked(store);
  const places = useOffers(store, "address");
  const codes = useOffers(store, "zip");
  const [only, other] = [...places, ...codes];
  const isOne = only !== undefined && other === undefined;
  const isTold = told === "filled" && isFilled;
  const texts = [
    isOne && say(codes.length > 0 ? "postal.zip" : "postal.address"),
    !isOne && codes.length > 0 && say("postal.zips", { count: codes.length }),
    !isOne && places.length > 0 && say("postal.places", { count: places.length }),
    told === "unknown" && isAsAsked && say("postal.unknown", { month: monthOf(list) }),
  ];
  return (
    <div className={classes.note}>
      <p role="status" className={classes.told}>
        {isTold && (
          <span className={only && "visually-hidden"}>{say("postal.filled", { place })} </span>
        )}
        {texts.filter(Boolean).join(" ")}
      </p>
      <div className={classes.offer}>
        {isOne && (
          <Button
            className={classes.take}
            variant="default"
            title={only.whole}
            aria-label={say("postal.take", { text: only.whole })}
            onClick={only.take}
          >
            {only.text}
          </Button>
        )}
        {only && (
          <ActionIcon
            variant="subtle"
            size={32}
            aria-label={say("postal.dismiss")}
            title={say("postal.dismiss")}
            onClick={() => dismiss(store)}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </div>
  );
}

/** The middle of a month like 2026-10, which is in it everywhere. */
function monthOf(list: string): number {
  const [year = 0, month = 1] = list.split("-").map(Number);
  return Date.UTC(year, month - 1, 15, 12);
}
