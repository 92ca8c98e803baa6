import { toFieldPathId } from '@rjsf/utils';
import { Alert, Button } from 'antd';
import {
  type FormEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { compileForm } from '../compile-form.ts';
import type { Form } from '../form.ts';
import type { FormError, Language } from '../types.ts';
import { validateForm } from '../validate-form.ts';
import { settle } from '../visible-data.ts';
import { createDraftStore } from './draft-store.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { createErrorStore } from './error-store.ts';
import { FormScreenContext, type Origins, type UploadFile } from './form-context.ts';
import { controlId } from './form-plan.ts';
import { onlyStep, stepOf } from './form-steps.ts';
import { FORM_STYLES } from './form-styles.ts';
import { createListCache, type LoadList } from './list-cache.ts';
import { createRevealStore } from './reveal-store.ts';
import { SteadyField } from './SteadyField.tsx';
import { StepBar } from './StepBar.tsx';
import { settledView } from './settled-view.ts';
import { sayIn } from './texts.ts';
import { useFormData } from './use-form-data.ts';
import { usePlan } from './use-plan.ts';
import { useRegistry } from './use-registry.ts';
import { withRequiredGroups } from './with-required-groups.ts';

export interface FormViewProps {
  /** the two documents of a form version */
  schema: unknown;
  ui?: unknown;
  /** what is filled in so far; `undefined` starts with the form's defaults */
  value?: unknown;
  /** every change, with what is hidden still in it: keep it as the draft */
  onChange?(value: unknown): void;
  /** the checked answer, without hidden fields */
  onSubmit?(data: unknown): void;
  /** told instead of `onSubmit` when something is wrong */
  onInvalid?(errors: FormError[]): void;
  language?: Language;
  disabled?: boolean;
  /** `YYYY-MM-DD` in Asia/Ho_Chi_Minh, for dates that must not lie in the future */
  today?: string;
  /** id of the `<form>`, for a submit button elsewhere on the page (`<button form={id}>`) */
  id?: string;
  /** the submit button's words; `null`: no button, the page has its own */
  submitText?: string | null;
  /** beside the submit button */
  actions?: ReactNode;
  /** fields that were filled in beforehand: while the value is that one, its origin stands below */
  origins?: Origins;
  /** errors that the server found, shown at their fields */
  serverErrors?: readonly FormError[];
  upload?: UploadFile;
  /** the items of a named list, of those within a value of the list above when it is given */
  loadList?: LoadList;
  fileName?(id: string): string | undefined;
  fileHref?(id: string): string;
}

export function FormView(props: FormViewProps) {
  const { schema, ui, language = 'vi' } = props;
  const { form, problems } = useMemo(() => compileForm({ schema, ui }), [schema, ui]);
  if (form) return <FilledForm {...props} form={form} />;
  return (
    <Alert
      type="error"
      showIcon
      title={sayIn(language)('brokenForm')}
      description={
        <ul>
          {problems.slice(0, 10).map(({ pointer, message }) => (
            <li key={pointer + message.vi}>{message[language]}</li>
          ))}
        </ul>
      }
    />
  );
}

function FilledForm(props: FormViewProps & { form: Form }) {
  const { form, language = 'vi', disabled = false, today } = props;
  const [data, change] = useFormData(props);
  const settled = useMemo(() => settle(form, data), [form, data]);
  const plan = usePlan(form, settled, language);
  const [step, setStep] = useState(0);
  const [hasTried, setTried] = useState(false);
  const [summary, setSummary] = useState<readonly FormError[]>([]);
  const generatedId = useId().replaceAll(':', '');
  const formId = props.id ?? `form${generatedId}`;
  const formElement = useRef<HTMLFormElement>(null);
  const errors = useMemo(createErrorStore, []);
  const left = useRef(new Set<string>());
  const say = useMemo(() => sayIn(language), [language]);

  const { loadList } = props;
  const lists = useMemo(() => createListCache(loadList), [loadList]);
  const [reveal] = useState(createRevealStore);
  const [draft] = useState(() => createDraftStore(data));
  useLayoutEffect(() => draft.set(data), [draft, data]);

  const check = (): FormError[] =>
    validateForm(form, withRequiredGroups(plan, data), language, { today, lists }).errors;
  const latest = useRef({ check, hasTried });
  latest.current = { check, hasTried };

  const screen = useMemo(
    () => ({
      language,
      say,
      errors,
      idPrefix: formId,
      onLeave: (pointer: string) => {
        left.current.add(pointer);
        errors.set(shownErrors(latest.current.check(), latest.current.hasTried, left.current));
      },
      upload: props.upload,
      lists,
      draft,
      reveal,
      origins: props.origins,
      fileName: props.fileName,
      fileHref: props.fileHref,
    }),
    [
      language,
      say,
      errors,
      formId,
      lists,
      draft,
      reveal,
      props.origins,
      props.upload,
      props.fileName,
      props.fileHref,
    ],
  );

  // an error on the screen goes away as soon as the value is right
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the data change
  useEffect(() => {
    if (errors.all().length === 0) return;
    const now = latest.current.check();
    errors.set(shownErrors(now, latest.current.hasTried, left.current));
    setSummary((shown) => shown.filter(({ pointer }) => now.some((error) => error.pointer === pointer)));
  }, [data]);

  const { serverErrors } = props;
  useEffect(() => {
    if (!serverErrors || serverErrors.length === 0) return;
    errors.set(serverErrors);
    setSummary(serverErrors);
  }, [serverErrors, errors]);

  const steps = plan.control.steps ?? [];
  const current = Math.min(step, Math.max(0, steps.length - 1));
  const isLastStep = current >= steps.length - 1;

  const goTo = (pointer: string) => {
    const target = stepOf(steps, pointer);
    if (target >= 0) setStep(target);
    reveal.show(pointer);
    // after the step is drawn
    requestAnimationFrame(() => focusField(formElement.current, controlId(formId, pointer)));
  };

  const show = (found: FormError[]) => {
    setTried(true);
    errors.set(found);
    setSummary(found);
    const [first] = found;
    if (first) goTo(first.pointer);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (disabled) return;
    const found = check();
    if (!isLastStep) {
      const here = found.filter(({ pointer }) => stepOf(steps, pointer) === current);
      if (here.length > 0) return show(here);
      // the next step starts without complaints
      errors.set([]);
      left.current.clear();
      setSummary([]);
      setTried(false);
      setStep(current + 1);
      formElement.current?.scrollIntoView({ block: 'start' });
      return;
    }
    if (found.length > 0) {
      show(found);
      props.onInvalid?.(found);
      return;
    }
    errors.set([]);
    setSummary([]);
    props.onSubmit?.(settle(form, withRequiredGroups(plan, data)).data);
  };

  const registry = useRegistry(plan, formId);
  const root = useMemo(() => toFieldPathId('', { idPrefix: formId, idSeparator: '_' } as never), [formId]);
  const shownSteps = useMemo(() => onlyStep(plan, current), [plan, current]);

  return (
    <FormScreenContext value={screen}>
      <style href="motcua-form" precedence="medium">
        {FORM_STYLES}
      </style>
      <form
        id={formId}
        ref={formElement}
        className="mc-form"
        noValidate
        autoComplete="off"
        onSubmit={submit}
        lang={language}
      >
        {steps.length > 1 ? <StepBar steps={steps} current={current} onGo={setStep} /> : null}
        <ErrorSummary errors={summary} isStep={!isLastStep} onGo={goTo} />
        <SteadyField
          name=""
          schema={plan.schema}
          uiSchema={shownSteps}
          formData={settledView(data, settled.data)}
          fieldPathId={root}
          registry={registry}
          onChange={change}
          onBlur={noop}
          onFocus={noop}
          disabled={disabled}
          readonly={false}
          required
        />
        {props.submitText === null && isLastStep && current === 0 && !props.actions ? null : (
          <div className="mc-form-actions">
            {current > 0 ? <Button onClick={() => setStep(current - 1)}>{say('back')}</Button> : null}
            {isLastStep && props.submitText === null ? null : (
              <Button type="primary" htmlType="submit" disabled={disabled}>
                {isLastStep ? (props.submitText ?? say('submit')) : say('next')}
              </Button>
            )}
            {props.actions}
          </div>
        )}
      </form>
    </FormScreenContext>
  );
}

const noop = () => undefined;

/** Before the first attempt only fields that were left complain, and not of being empty. */
function shownErrors(errors: FormError[], hasTried: boolean, left: ReadonlySet<string>): FormError[] {
  return hasTried
    ? errors
    : errors.filter(({ pointer, keyword }) => left.has(pointer) && keyword !== 'required');
}

function focusField(form: HTMLFormElement | null, id: string): void {
  const frame = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(id)}"]`);
  frame?.scrollIntoView({ block: 'center' });
  frame
    ?.querySelector<HTMLElement>('input, textarea, button, [tabindex="0"]')
    ?.focus({ preventScroll: true });
}
