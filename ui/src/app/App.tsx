// The whole of the pages: what they all need, and which page is shown.

import "@mantine/core/styles.css";
import "./app.css";

import { Button, MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { IntlProvider } from "react-intl";
import { Redirect, Route, Router, Switch } from "wouter";
import { useHashLocation } from "wouter/use-hash-location";
import type { Connection, Language } from "../backend";
import { messages, systemLanguage } from "../i18n/messages";
import { useWords } from "../i18n/useWords";
import { KeysHelp } from "../keys/KeysHelp";
import { ChangePage } from "../pages/change/ChangePage";
import { ConnectPage } from "../pages/connect/ConnectPage";
import { FindPage } from "../pages/find/FindPage";
import { HistoryPage } from "../pages/history/HistoryPage";
import { OutboxPage } from "../pages/outbox/OutboxPage";
import { RegisterPage } from "../pages/register/RegisterPage";
import { SettingsPage } from "../pages/settings/SettingsPage";
import { WelcomePage } from "../pages/welcome/WelcomePage";
import { useKeepingViews, useRestoredViews } from "../store/kept";
import { useStore } from "../store/store";
import { colorScheme } from "./colorScheme";
import { ConnectionContext } from "./connection";
import { Frame } from "./Frame";
import { toldOf } from "./opened";
import { placeOf, places } from "./places";
import { RecoveryCode } from "./RecoveryCode";
import { useStanding } from "./standing";
import { TroubleNote } from "./TroubleNote";
import { theme } from "./theme";

export function App() {
  const [client] = useState(newQueryClient);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorScheme}>
      <QueryClientProvider client={client}>
        <Router hook={useHashLocation}>
          <Pages />
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Pages() {
  const standing = useStanding();
  const language = standing.data?.language ?? systemLanguage(navigator.languages);
  return (
    <Speaking language={language}>
      {standing.data?.open && <RecoveryCode connectionId={standing.data.open.id} />}
      {standing.data ? (
        <Switch>
          <Route path={places.connect}>
            <ConnectPage />
            <KeysHelp />
          </Route>
          <Route>
            {standing.data.open ? (
              <Desk connection={standing.data.open} />
            ) : (
              <>
                <WelcomePage standing={standing.data} />
                <KeysHelp />
              </>
            )}
          </Route>
        </Switch>
      ) : (
        <Starting error={standing.error} onRetry={() => standing.refetch()} />
      )}
    </Speaking>
  );
}

function Desk({ connection }: { connection: Connection }) {
  const hasCode = useStore(toldOf(connection.id), ({ recoveryCode }) => recoveryCode !== null);
  const isRestored = useRestoredViews(connection.id);
  useKeepingViews();
  // Nothing is typed before the recovery code is kept.
  if (hasCode || !isRestored) return null;
  return (
    <ConnectionContext value={connection}>
      <Frame>
        <Switch>
          <Route path="/change/:entity/:id" component={ChangePage} />
          <Route path={places.findCards}>
            <FindPage key="business_cards" entity="business_cards" />
          </Route>
          <Route path={places.findLeads}>
            <FindPage key="leads" entity="leads" />
          </Route>
          <Route path={places.findClients}>
            <FindPage key="clients" entity="clients" />
          </Route>
          <Route path={places.registerCard}>
            <RegisterPage entity="business_cards" />
          </Route>
          <Route path={places.registerLead}>
            <RegisterPage entity="leads" />
          </Route>
          <Route path={places.registerClient}>
            <RegisterPage entity="clients" />
          </Route>
          <Route path={places.outbox} component={OutboxPage} />
          <Route path={places.history} component={HistoryPage} />
          <Route path={places.settings} component={SettingsPage} />
          <Route path={places.welcome}>
            <Redirect to={placeOf(connection.id).get().place} replace />
          </Route>
          <Redirect to={places.registerCard} replace />
        </Switch>
      </Frame>
    </ConnectionContext>
  );
}

function Speaking({ language, children }: { language: Language; children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <IntlProvider locale={language} messages={messages[language]}>
      {children}
    </IntlProvider>
  );
}

function Starting({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const { say } = useWords();
  if (!error) return <main className="lone-page">{say("app.opening")}</main>;
  return (
    <main className="lone-page">
      <TroubleNote title={say("app.failed")} error={error}>
        <Button onClick={onRetry}>{say("action.try_again")}</Button>
      </TroubleNote>
    </main>
  );
}

// Calls are few in a minute: nothing is asked for again unless a person asks.
function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: "always",
        staleTime: 60_000,
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
