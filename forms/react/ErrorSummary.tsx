/** What is wrong, in one place; each line leads to its field. */
import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import type { FormError } from '../types.ts';
import { useFormScreen } from './form-context.ts';
import { controlId } from './form-plan.ts';

interface ErrorSummaryProps {
  errors: readonly FormError[];
  isStep: boolean;
  onGo(pointer: string): void;
}

const MOST_SHOWN = 12;

export function ErrorSummary({ errors, isStep, onGo }: ErrorSummaryProps) {
  const { say, idPrefix } = useFormScreen();
  const region = useRef<HTMLDivElement>(null);
  const count = errors.length;
  useEffect(() => {
    if (count > 0) region.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  return (
    <div ref={region} aria-live="polite">
      {count > 0 ? (
        <Alert
          className="mc-summary"
          type="error"
          showIcon
          title={say(isStep ? 'stepErrors' : 'errors', { count })}
          description={
            <ul>
              {errors.slice(0, MOST_SHOWN).map(({ pointer, message }) => (
                <li key={pointer + message}>
                  <a
                    href={`#${controlId(idPrefix, pointer)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      onGo(pointer);
                    }}
                  >
                    {message}
                  </a>
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
    </div>
  );
}
