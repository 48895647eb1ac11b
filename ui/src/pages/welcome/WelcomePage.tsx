// The first page, and the one that is shown while no connection is open.

import { Button, Loader, Stack, Text, Title } from "@mantine/core";
import { IconPlugConnected, IconSchool } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { LanguageSwitch } from "../../app/LanguageSwitch";
import { OpeningTrouble } from "../../app/OpeningTrouble";
import { places } from "../../app/places";
import { useOpeningOfLast, useStandingChanges } from "../../app/standing";
import type { Standing } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { ConnectionsList } from "../settings/ConnectionsList";
import classes from "./WelcomePage.module.css";

export function WelcomePage({ standing }: { standing: Standing }) {
  const { say } = useWords();
  const [, go] = useLocation();
  const { practise } = useStandingChanges();
  const practising = useMutation({ mutationFn: practise });
  return (
    <main className="lone-page">
      <Stack gap="lg">
        <div className={classes.head}>
          <Title order={1}>Meishi Desk</Title>
          <LanguageSwitch />
        </div>
        <Text size="md">{say("welcome.lead")}</Text>
        <OpeningOfLast standing={standing} />
        {practising.error && (
          <OpeningTrouble
            id="practice"
            title={say("welcome.not_opened", { host: say("practice.name") })}
            error={practising.error}
            onRetry={() => practising.mutate()}
          />
        )}
        <div className={classes.ways}>
          <section className={classes.way}>
            <Button
              size="md"
              className={classes.button}
              leftSection={<IconPlugConnected size={20} aria-hidden />}
              aria-describedby="connect-hint"
              onClick={() => go(places.connect)}
            >
              {say("welcome.connect")}
            </Button>
            <Text id="connect-hint">{say("welcome.connect_hint")}</Text>
          </section>
          <section className={classes.way}>
            <Button
              size="md"
              className={classes.button}
              variant="default"
              leftSection={<IconSchool size={20} aria-hidden />}
              aria-describedby="practise-hint"
              loading={practising.isPending}
              onClick={() => practising.mutate()}
            >
              {say("welcome.practise")}
            </Button>
            <Text id="practise-hint">{say("welcome.practise_hint")}</Text>
          </section>
        </div>
        {standing.connections.length > 0 && (
          <Stack gap="xs">
            <Title order={2}>{say("settings.connections")}</Title>
            <ConnectionsList connections={standing.connections} open={null} />
          </Stack>
        )}
      </Stack>
    </main>
  );
}

function OpeningOfLast({ standing }: { standing: Standing }) {
  const { say } = useWords();
  const opening = useOpeningOfLast(standing);
  if (standing.last === null) return null;
  const known = standing.connections.find(({ id }) => id === standing.last);
  const host = known?.host ?? say("practice.name");
  if (opening.isFetching) {
    return (
      <div className={classes.opening} role="status">
        <Loader size="sm" aria-hidden />
        <div>
          <Text>{say("welcome.opening", { host })}</Text>
          <Text c="dimmed">{say("welcome.opening_hint")}</Text>
        </div>
      </div>
    );
  }
  if (!opening.error) return null;
  return (
    <OpeningTrouble
      id={standing.last}
      title={say("welcome.not_opened", { host })}
      error={opening.error}
      onRetry={() => opening.refetch()}
    />
  );
}
