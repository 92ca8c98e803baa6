import { TidyCommand } from './tidy-command.ts';

interface CommandStack {
  registerHandler(command: string, handler: unknown): void;
}

export const TIDY = 'motcua.tidy';

function TidyRegistration(this: object, commandStack: CommandStack) {
  commandStack.registerHandler(TIDY, TidyCommand);
}
TidyRegistration.$inject = ['commandStack'];

export const tidyModule = {
  __init__: ['tidyRegistration'],
  tidyRegistration: ['type', TidyRegistration],
};
