// A page with a form: the fields, what can be done, the keys.

import { Title } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useConnection } from "../app/connection";
import { readingsInto } from "../kana/readings";
import { goOnByPart, goOnWithEnter } from "../keys/goOn";
import { isPutBack, isSave, isSaveForColleague } from "../keys/guard";
import { useWindowKeys } from "../keys/useWindowKeys";
import { useStore } from "../store/store";
import { addressLeft } from "./address";
import { companyNameLeft } from "./companyName";
import { DraftsLink } from "./DraftsLink";
import { Fields } from "./Fields";
import classes from "./FormPage.module.css";
import { focusAtEnd, focusOn, focusOnChange, useFocusOnProblem } from "./focus";
import { isUntouched, putBack } from "./form";
import { beginCompany, type FormName, formsOf, resume } from "./forms";
import { useKeeping } from "./keeping";
import { NewCompanyDialog } from "./NewCompanyDialog";
import { pinWithKey } from "./Pin";
import { TidyStatus } from "./TidyNote";

type Props = {
  name: FormName;
  title: string;
  /** `forColleague`: another person of the same company comes next. */
  onSave: (forColleague: boolean) => void;
  /** Stands above the fields. */
  above: ReactNode;
  /** Stands beside them. */
  beside?: ReactNode;
  /** What can be done, at the foot of the page. */
  bar: ReactNode;
};

export function FormFrame({ name, title, onSave, above, beside, bar }: Props) {
  const forms = formsOf(useConnection().id);
  const store = forms[name];
  const turn = useStore(forms.atWork, (atWork) => atWork.turn[name]);
  const form = useRef<HTMLFormElement>(null);
  useFocusOnProblem(store, form);
  useKeeping(store);

  // Where the person left off: after what was typed last, or in the empty form's first field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for each record
  useEffect(() => {
    if (!form.current) return;
    const { caret } = forms.atWork.get();
    if (caret !== null) {
      forms.atWork.set({ caret: null });
      focusOn(form.current, caret);
    } else if (name === "change") focusOnChange(form.current);
    else focusAtEnd(form.current, isUntouched(store.get()));
  }, [turn]);

  useWindowKeys((event) => {
    const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]');
    if (isInDialog) return;
    if (isPutBack(event) && putBack(store)) event.preventDefault();
    if (!isSave(event)) return;
    event.preventDefault();
    onSave(isSaveForColleague(event));
  });

  return (
    <div className={classes.page}>
      <div className={classes.body} data-beside={Boolean(beside)}>
        <form
          ref={form}
          className={classes.form}
          aria-label={title}
          autoComplete="off"
          noValidate
          onSubmit={(event) => event.preventDefault()}
          onKeyDown={({ nativeEvent, currentTarget }) => {
            pinWithKey(nativeEvent);
            goOnWithEnter(nativeEvent, currentTarget);
            goOnByPart(nativeEvent, currentTarget);
          }}
          {...readingsInto(store)}
          onBlur={({ target }) => {
            if (!(target instanceof HTMLInputElement)) return;
            addressLeft(store, target.name);
            companyNameLeft(store, target.name);
          }}
        >
          <div className={classes.head}>
            <Title order={1} tabIndex={-1} className={classes.title}>
              {title}
            </Title>
            <DraftsLink />
          </div>
          {above}
          <TidyStatus store={store} />
          <Fields
            key={turn}
            store={store}
            onRegisterCompany={(company) => beginCompany(forms, name, company)}
          />
        </form>
        {beside}
      </div>
      {bar}
      <NewCompanyDialog name={name} />
    </div>
  );
}

/** Nothing can be typed before what was typed last is there: neither ever overwrites the other. */
export function useResumed(): boolean {
  const { id } = useConnection();
  useEffect(() => {
    resume(formsOf(id));
  }, [id]);
  return useStore(formsOf(id).atWork, ({ isResumed }) => isResumed);
}
