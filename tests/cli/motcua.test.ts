import { describe, expect, it } from '@jest/globals';
import { languageOfLocale } from '../../server/cli/terminal.ts';
import { runCli } from '../support/run-cli.ts';

const ABSENT = '/nowhere/at-all';

describe('the command', () => {
  it('lists its commands in Vietnamese, and in English when asked', async () => {
    const vietnamese = await runCli(['--help']);
    expect(vietnamese).toMatchObject({ code: 0, err: '' });
    expect(vietnamese.out).toContain('Các lệnh:');
    expect(vietnamese.out).toMatch(/^ {2}render {2}/m);
    expect((await runCli(['--help'], 'en')).out).toContain('Commands:');
  });

  it('shows how a command is used', async () => {
    const { code, out } = await runCli(['render', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('motcua render TEMPLATE.hbs --data DATA.json --out FILE.pdf|.html');
  });

  it.each<[string, string[], string]>([
    ['no command', [], 'Chưa nêu lệnh'],
    ['an unknown command', ['reder'], '"reder"'],
    ['a name that every object has', ['constructor'], '"constructor"'],
    ['an unknown option', ['render', 'a.hbs', '--dta', 'x'], '--dta'],
    ['an option without its value', ['render', 'a.hbs', '--data'], '--data'],
    ['a missing argument', ['render', '--data', 'a', '--out', 'b.pdf'], 'TEMPLATE.hbs'],
    ['an argument too many', ['render', 'a', 'b', '--data', 'a', '--out', 'b.pdf'], '"b"'],
    ['a missing option', ['render', 'a.hbs', '--out', 'b.pdf'], '--data'],
    ['an ending it cannot write', ['render', 'a.hbs', '--data', 'a', '--out', 'b.doc'], 'b.doc'],
    ['a size it does not know', ['render', 'a', '--data', 'a', '--out', 'b.pdf', '--size', 'A3'], 'A4, A5'],
  ])('answers 2 and one sentence to %s', async (_name, argv, sentence) => {
    const outcome = await runCli(argv);
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain(sentence);
    expect(outcome.err).not.toContain('\n');
  });

  it('answers 1 to a file that is not there', async () => {
    const outcome = await runCli(['render', ABSENT, '--data', ABSENT, '--out', 'a.pdf']);
    expect(outcome).toEqual({ code: 1, out: '', err: `Không tìm thấy tệp ${ABSENT}.` });
  });

  it.each([
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'vi_VN.UTF-8' }, 'vi'],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'vi_VN' }, 'vi'],
    [{ LANG: 'C' }, 'vi'],
    [{}, 'vi'],
  ])('takes its language from the locale %j: %s', (env, language) => {
    expect(languageOfLocale(env)).toBe(language);
  });
});
