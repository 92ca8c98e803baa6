/** Where one is in a form of several steps; steps already passed can be opened again. */
import { Steps } from 'antd';
import { useFormScreen } from './form-context.ts';
import type { PlannedGroup } from './form-plan.ts';

interface StepBarProps {
  steps: readonly PlannedGroup[];
  current: number;
  onGo(step: number): void;
}

export function StepBar({ steps, current, onGo }: StepBarProps) {
  const { say } = useFormScreen();
  const now = steps[current];
  return (
    <nav className="mc-steps" aria-label={say('step', { step: current + 1, count: steps.length })}>
      <Steps
        size="small"
        current={current}
        onChange={(step) => {
          if (step < current) onGo(step);
        }}
        items={steps.map(({ title }, index) => ({ title, disabled: index > current }))}
      />
      <p className="mc-step-phone">
        {say('step', { step: current + 1, count: steps.length })} · <strong>{now?.title}</strong>
      </p>
      <h2 className="mc-step-title">{now?.title}</h2>
    </nav>
  );
}
