// The connections that were made: open one, or remove it with its key. One that holds what is unsent
// goes only when the person says what becomes of that.

import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Confirm } from "../../app/Confirm";
import { OpeningTrouble } from "../../app/OpeningTrouble";
import { useStandingChanges } from "../../app/standing";
import { TroubleNote } from "../../app/TroubleNote";
import { type Connection, type Trouble, troubleOf } from "../../backend";
import { writeMoment } from "../../i18n/dates";
import { useWords } from "../../i18n/useWords";
import classes from "./SettingsPage.module.css";

// Whether something is unsent can not be looked up then.
const unreadable = new Set<Trouble["code"]>([
  "database_key_gone",
  "database_damaged",
  "database_newer",
  "keychain_missing",
]);

type Props = { connections: Connection[]; open: Connection | null };

export function ConnectionsList({ connections, open }: Props) {
  const { say } = useWords();
  const intl = useIntl();
  const changes = useStandingChanges();
  const opening = useMutation({ mutationFn: changes.open });
  const removing = useMutation({ mutationFn: changes.remove });
  const [toRemove, askToRemove] = useState<Connection | null>(null);
  const refusal = removing.error ? troubleOf(removing.error) : null;
  const unsent = refusal?.code === "unsent_records" ? refusal.records : null;
  const isUnknown = refusal !== null && unreadable.has(refusal.code);
  const isKept = unsent !== null || isUnknown;
  const kept = isKept ? (removing.variables?.connection ?? null) : null;
  const nameOf = useNames(connections);
  const unknown = refusal?.code === "keychain_missing" ? "key_stays" : "unsent_unknown";
  const isBusy = opening.isPending || removing.isPending;
  return (
    <Stack gap="xs">
      {opening.error && opening.variables && (
        <OpeningTrouble
          id={opening.variables.id}
          title={say("welcome.not_opened", { host: nameOf(opening.variables) })}
          error={opening.error}
          onRetry={() => opening.variables && opening.mutate(opening.variables)}
        />
      )}
      {removing.error && !isKept && <TroubleNote error={removing.error} />}
      <ul className={classes.connections}>
        {connections.map((connection) => (
          <li key={connection.id} className={classes.connection}>
            <div className={classes.about}>
              <Text fw={600} className={classes.host}>
                {connection.host}
              </Text>
              <Text c="dimmed">{say(`settings.kept_${connection.kept}`)}</Text>
              {connection.connected_at && (
                <Text c="dimmed">
                  {say("settings.connected_at", { at: writeMoment(intl, connection.connected_at) })}
                </Text>
              )}
            </div>
            <Group gap="xs" wrap="nowrap">
              {connection.id === open?.id ? (
                <Badge
                  size="lg"
                  variant="light"
                  tt="none"
                  leftSection={<IconCheck size={16} aria-hidden />}
                >
                  {say("settings.is_open")}
                </Badge>
              ) : (
                <Button
                  variant="default"
                  disabled={isBusy}
                  loading={opening.isPending && opening.variables?.id === connection.id}
                  aria-label={say("settings.open_named", { host: nameOf(connection) })}
                  onClick={() => opening.mutate(connection)}
                >
                  {say("action.open")}
                </Button>
              )}
              <Button
                variant="subtle"
                color="red"
                disabled={isBusy}
                aria-label={say("settings.remove_named", { host: nameOf(connection) })}
                onClick={() => askToRemove(connection)}
              >
                {say("action.remove")}
              </Button>
            </Group>
          </li>
        ))}
      </ul>
      <Confirm
        opened={toRemove !== null}
        title={say("settings.remove_title")}
        question={say("settings.remove_confirm", { host: toRemove ? nameOf(toRemove) : "" })}
        action={say("action.remove")}
        onConfirm={() =>
          toRemove &&
          removing.mutate({ connection: toRemove, discardUnsent: false, leaveKey: false })
        }
        onClose={() => askToRemove(null)}
      />
      <Confirm
        opened={kept !== null}
        title={say("settings.remove_title")}
        question={
          isUnknown
            ? say(`settings.${unknown}`, { host: kept ? nameOf(kept) : "" })
            : say("settings.unsent", { host: kept ? nameOf(kept) : "", records: unsent ?? 0 })
        }
        action={
          isUnknown
            ? say("settings.remove_anyway")
            : say("settings.remove_unsent", { records: unsent ?? 0 })
        }
        cancel={say("settings.keep_connection")}
        onConfirm={() =>
          kept &&
          removing.mutate({
            connection: kept,
            discardUnsent: true,
            leaveKey: refusal?.code === "keychain_missing",
          })
        }
        onClose={() => removing.reset()}
      />
    </Stack>
  );
}

/** Its host; where several lead there, when it was made too. */
function useNames(connections: readonly Connection[]): (connection: Connection) => string {
  const intl = useIntl();
  return ({ host, connected_at }) => {
    const isOne = connections.filter((other) => other.host === host).length < 2;
    return isOne || !connected_at ? host : `${host} (${writeMoment(intl, connected_at)})`;
  };
}
