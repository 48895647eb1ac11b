// A change whose record can not be found at the service any more.

import { Text } from "@mantine/core";
import type { OutboxRecord } from "../../backend";
import { useWords } from "../../i18n/useWords";
import type { Deed } from "../../outbox/actions";
import classes from "./OutboxPage.module.css";
import { WaysOut } from "./WaysOut";

type Props = { record: OutboxRecord; isBusy: boolean; onDeed: (deed: Deed) => void };

export function Gone(props: Props) {
  const { say } = useWords();
  return (
    <div className={classes.deciding}>
      <Text>{say("conflict.gone")}</Text>
      <WaysOut send="conflict.send_anyway" {...props} />
    </div>
  );
}
