// Language, connections, practice, names, how long the history is kept, the
// recovery code.

import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { Confirm } from "../../app/Confirm";
import { useConnection } from "../../app/connection";
import { LanguageSwitch } from "../../app/LanguageSwitch";
import { OpeningTrouble } from "../../app/OpeningTrouble";
import { places } from "../../app/places";
import { useStanding, useStandingChanges } from "../../app/standing";
import { TroubleNote } from "../../app/TroubleNote";
import { useWords } from "../../i18n/useWords";
import { ConnectionsList } from "./ConnectionsList";
import { KeepingHistory } from "./KeepingHistory";
import { Names } from "./names/Names";
import classes from "./SettingsPage.module.css";
import { ShowRecoveryCode } from "./ShowRecoveryCode";

export function SettingsPage() {
  const { say } = useWords();
  const [, go] = useLocation();
  const standing = useStanding().data;
  const connections = standing?.connections ?? [];
  return (
    <Stack gap="xl" className={classes.page}>
      <Title order={1}>{say("settings.title")}</Title>
      <Stack gap="xs" align="flex-start">
        <Title order={2}>{say("language.label")}</Title>
        <LanguageSwitch />
      </Stack>
      <Stack gap="xs">
        <Title order={2}>{say("settings.connections")}</Title>
        {connections.length === 0 && <Text>{say("settings.no_connections")}</Text>}
        <ConnectionsList connections={connections} open={standing?.open ?? null} />
        <Group>
          <Button variant="default" onClick={() => go(places.connect)}>
            {say("settings.add")}
          </Button>
        </Group>
      </Stack>
      <Practice />
      <Names />
      <KeepingHistory />
      <ShowRecoveryCode />
    </Stack>
  );
}

function Practice() {
  const { say } = useWords();
  const connection = useConnection();
  const changes = useStandingChanges();
  const practising = useMutation({ mutationFn: changes.practise });
  const resetting = useMutation({ mutationFn: changes.resetPractice });
  const [asked, ask] = useState(false);
  return (
    <Stack gap="xs">
      <Title order={2}>{say("settings.practice")}</Title>
      <Text>{say("settings.practice_hint")}</Text>
      {practising.error && (
        <OpeningTrouble
          id="practice"
          error={practising.error}
          onRetry={() => practising.mutate()}
        />
      )}
      {resetting.error && <TroubleNote error={resetting.error} />}
      <Group>
        {connection.kind === "practice" ? (
          <Button variant="default" loading={resetting.isPending} onClick={() => ask(true)}>
            {say("settings.reset")}
          </Button>
        ) : (
          <Button
            variant="default"
            loading={practising.isPending}
            onClick={() => practising.mutate()}
          >
            {say("settings.practise")}
          </Button>
        )}
        <Text role="status">{resetting.isSuccess && say("settings.reset_done")}</Text>
      </Group>
      <Confirm
        opened={asked}
        title={say("settings.reset")}
        question={say("settings.reset_confirm")}
        action={say("settings.reset")}
        onConfirm={() => resetting.mutate(connection)}
        onClose={() => ask(false)}
      />
    </Stack>
  );
}
