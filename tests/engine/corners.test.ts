import { describe, expect, it } from '@jest/globals';
import { compileProcess } from '../../engine/index.ts';
import { buildProcess } from '../support/build-process.ts';
import { playWildly, type Toys } from '../support/wild-player.ts';

/** Small processes for what seldom happens; `name: drawing, toys`. */
const CORNERS: Record<string, [string, Toys]> = {
  'scripts with and without a result': [
    'start S\nscript A script="null" motcua:resultVariable=a\nscript B script="missing.x"\nscript C script="[1, 2]"\nscript D script="{d: 1, e: 2}"\nscript F script="lost + 1" motcua:resultVariable=f\nuser W\nend E\nS -> A -> B -> C -> D -> F -> W -> E',
    { outputs: [{ lost: 1 }, {}], jumps: ['A', 'W'] },
  ],
  'a script as a job, and one that is empty': [
    'start S\nscript A motcua:topic=run\nscript B\nend E\nS -> A -> B -> E',
    { outputs: [{ r: 1 }] },
  ],
  'a call of a name that data say': [
    'start S\ncall C calls="=which" motcua:binding=pinned motcua:version=3 in="x := a.b"\nuser W\nend E\nS -> C -> W -> E',
    {
      outputs: [{ which: 'Q' }, { a: { b: 1 } }, { which: 'Q', a: { b: 2 } }],
      codes: ['E1'],
      jumps: ['C', 'W'],
    },
  ],
  'a complex join without a condition': [
    'start S\nor F\nuser A\nuser B\ncomplex J\nuser W\nend E\nS -> F\nF -> A : a > 0\nF -> B : b > 0\nA -> J\nB -> J\nJ -> W -> E',
    { input: { a: 1, b: 1 }, outputs: [{}], jumps: ['A', 'J', 'W'] },
  ],
  'a complex join that fires again': [
    'start S\nxor Again0\nand F\nuser A\nuser B\nuser C\ncomplex J activation="activationCount >= 2 and A_to_J >= 0"\nxor X default=no\nuser W\nend E\nS -> Again0 -> F\nF -> A -> J\nF -> B -> J\nF -> C -> J\nJ -> W -> X\nX -> Again0 : again = true\nX -no-> E',
    { outputs: [{ again: true }, { again: true }, { again: false }], jumps: ['F', 'A', 'B'] },
  ],
  'a complex join inside a sub-process': [
    'start S\nsubprocess Sub {\nstart S1\nand F\nuser A\nuser B\ncomplex J activation="activationCount = 1"\nuser W\nend E1\nS1 -> F\nF -> A -> J\nF -> B -> J\nJ -> W -> E1\n}\nend E\nS -> Sub -> E',
    { outputs: [{}], jumps: ['A', 'W', 'Sub'] },
  ],
  'a sub-process without a start': [
    'start S\nsubprocess Sub {\nuser A\nuser B\nuser C\nA -> C\n}\nuser W\nend E\nS -> Sub -> W -> E',
    { outputs: [{}], jumps: ['A', 'B', 'Sub'] },
  ],
  'ad hoc, one after the other': [
    'start S\nadhoc Sub ordering=Sequential completion="enough = true" {\nuser A\nuser B\nuser C\n}\nuser W\nend E\nS -> Sub -> W -> E',
    { outputs: [{ enough: false }, { enough: true }, {}], jumps: ['B', 'W', 'Sub'] },
  ],
  'an end that throws several things': [
    'start S\nsubprocess Sub {\nstart S1\nuser A\nend E1 message=M1 signal=S1 escalation=L1\nS1 -> A -> E1\n}\nboundary B on=Sub escalation=L1 nonInterrupting\nuser H\ncatch G signal=S1\nand F\nuser W\nend E\nS -> F\nF -> Sub -> W\nF -> G -> E\nB -> H',
    { outputs: [{}], messages: ['M1'], jumps: ['A', 'Sub', 'H'] },
  ],
  'a cancelled transaction inside another': [
    'start S\ntransaction Outer {\nstart S1\nuser A\nboundary CA on=A compensate\nuser UndoA forCompensation\nundo CA UndoA\ntransaction Inner {\nstart S2\nuser B\nboundary CB on=B compensate\nuser UndoB forCompensation\nundo CB UndoB\nsubprocess Deep {\nstart S3\nuser C\nend X cancel\nS3 -> C -> X\n}\nS2 -> B -> Deep\n}\nboundary N on=Inner cancel\nend Out cancel\nS1 -> A -> Inner\nN -> Out\n}\nboundary O on=Outer cancel\nuser W\nend E\nS -> Outer -> E\nO -> W',
    { outputs: [{}], codes: ['E1'], jumps: ['B', 'C', 'Inner', 'W'] },
  ],
  'compensation of repeated work': [
    'start S\nuser A multi=2\nboundary CA on=A compensate\nuser Undo forCompensation\nundo CA Undo\nsubprocess Sub {\nstart S1\nuser B\nboundary CB on=B compensate\nservice UndoB forCompensation motcua:topic=u\nundo CB UndoB\nend E1\nS1 -> B -> E1\n}\nthrow T compensate\nthrow One compensate=A\nuser W\nend E compensate=Sub\nS -> A -> Sub -> W -> One -> T -> E',
    { outputs: [{}, { n: 1 }], codes: ['E1'], jumps: ['A', 'B', 'W', 'T'] },
  ],
  'errors that nobody catches': [
    'start S\nsubprocess Sub {\nstart S1\nuser A\nend X error=E1\nS1 -> A -> X\n}\nuser W\nend E\nS -> Sub -> W -> E',
    { outputs: [{}], codes: ['E1', 'E2'], jumps: ['A', 'W'] },
  ],
  'errors caught by their code, by any, and told to variables': [
    'start S\nuser A\nboundary B1 on=A error=E1\nboundary B2 on=A error\nuser H1\nuser H2\neventsubprocess H {\nstart SH error=E3\nuser H3\nend EH\nSH -> H3 -> EH\n}\nend E\nS -> A -> E\nB1 -> H1 -> E\nB2 -> H2 -> E',
    { outputs: [{}], codes: ['E1', 'E2', 'E3'], jumps: ['A', 'H1', 'H2'] },
  ],
  'escalations on the way out': [
    'start S\nsubprocess Outer {\nstart S1\nsubprocess Inner {\nstart S2\nuser A\nthrow T escalation=L1\nuser B\nend X escalation=L2\nS2 -> A -> T -> B -> X\n}\nboundary N on=Inner escalation=L3 nonInterrupting\nuser HN\nS1 -> Inner\nN -> HN\n}\nboundary O1 on=Outer escalation=L1 nonInterrupting\nboundary O2 on=Outer escalation\nuser H1\nuser H2\nend E\nS -> Outer -> E\nO1 -> H1\nO2 -> H2',
    { outputs: [{}], codes: ['L1', 'L2', 'L3', 'L4'], jumps: ['A', 'B', 'Inner'] },
  ],
  'timers that come again and again': [
    'start S\nuser A\nboundary T1 on=A cycle=R2/PT1H nonInterrupting\nboundary T2 on=A cycle=R/PT2H nonInterrupting\nboundary T3 on=A cycle=R3/2026-02-01T00:00:00Z/P1D nonInterrupting\nboundary T4 on=A date=2026-06-01\nboundary T5 on=A timer=P1M\nboundary T6 on=A timer="=limit" counts=working\nuser N\nend E\nS -> A -> E\nT1 -> N\nT2 -> N\nT3 -> N\nT4 -> E\nT5 -> E\nT6 -> E',
    { input: { limit: 'PT16H' }, outputs: [{}], jumps: ['A'] },
  ],
  'timers whose data are wrong': [
    'start S\nuser A\nboundary T on=A timer="=limit"\ncatch C date="=when"\nuser W\nend E\nS -> A -> C -> W -> E\nT -> W',
    {
      input: { limit: 'soon' },
      outputs: [{ limit: 'PT1H' }, { when: 'never' }, { when: '2026-02-01T00:00:00Z' }],
      jumps: ['C', 'A'],
    },
  ],
  'messages with a key': [
    'start S\nand F\nreceive A message=M1 motcua:correlation="=key"\ncatch B message=M1\nrace R\ncatch R1 message=M2\ncatch R2 timer=P1D\nuser W\nend E\nS -> F\nF -> A -> E\nF -> B -> E\nF -> R\nR -> R1 -> W -> E\nR -> R2 -> W',
    { input: { key: 7 }, messages: ['M1', 'M2'], outputs: [{ p: 1 }, { key: 8 }], jumps: ['A', 'R', 'B'] },
  ],
  'conditions that come true later': [
    'start S\nuser A\nboundary C1 on=A condition="n > 2" nonInterrupting\nboundary C2 on=A condition="n > 5"\ncatch C condition="m = 1"\nuser N\nend E\nS -> A -> C -> E\nC1 -> N\nC2 -> C',
    { input: { n: 0 }, outputs: [{ n: 1 }, { n: 3 }, { n: 6 }, { m: 1 }], jumps: ['A', 'C'] },
  ],
  'gateways without a way out': [
    'start S\nxor X\nuser A\nuser B\nor O\nuser C\nuser D\nend E\nS -> X\nX -> A : a > 1\nX -> B : a > 2\nA -> O\nB -> O\nO -> C : c > 1\nO -> D : c > 2\nC -> E\nD -> E',
    { outputs: [{ a: 2 }, { a: 3, c: 3 }, { c: 0 }, { c: 2 }], jumps: ['X', 'O', 'A'] },
  ],
  'repeated work that is undecided': [
    'start S\nuser A collection=items element=item results=out result=answer\nuser B multi="=n" sequential completion="done = true"\nuser C loop="again = true" testBefore\nuser D max=2\nend E\nS -> A -> B -> C -> D -> E',
    {
      outputs: [
        { items: [1, 2] },
        { n: 2, again: true },
        { answer: 'x', done: true },
        { again: false },
        { n: -1 },
        { n: 'x' },
      ],
      jumps: ['A', 'B', 'C', 'D'],
    },
  ],
  'tokens by number': [
    'start S\nand F\nuser A startQuantity=2\nuser B completionQuantity=2\nuser W\nend E\nS -> F\nF -> A\nF -> A2\nuser A2\nA2 -> A\nF -> B -> W\nA -> W -> E',
    { outputs: [{}], jumps: ['A', 'B'] },
  ],
  'an event sub-process that stops everything': [
    'start S\nuser A multi=2\nsubprocess Sub {\nstart S1\nuser B\nend E1\nS1 -> B -> E1\neventsubprocess I {\nstart SI signal=S1\nuser H\nend EI\nSI -> H -> EI\n}\n}\nend E\nS -> A -> Sub -> E\neventsubprocess T {\nstart ST message=M1\nuser Stop\nend ET terminate\nST -> Stop -> ET\n}',
    { messages: ['M1'], signals: ['S1'], outputs: [{}], codes: ['x'], jumps: ['A', 'B', 'H'] },
  ],
  'work for the one who did another step': [
    'start S\nuser A motcua:assignee="=who" motcua:role="=role"\nuser B motcua:sameAs="A"\nuser C motcua:unit="=lost.unit"\nend E\nS -> A -> B -> C -> E',
    { input: { who: 'u1', role: 'clerk' }, outputs: [{}, { lost: { unit: 'k' } }], jumps: ['B', 'C'] },
  ],
};

const SEEDS = [3, 5, 13, 17, 29, 31];

describe('a process in which something seldom happens', () => {
  it.each(Object.entries(CORNERS))('%s', async (_, [drawing, toys]) => {
    const { process, diagnostics } = await compileProcess(buildProcess(drawing), { isCallable: () => true });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const seed of SEEDS) expect(playWildly(process!, toys, seed)).toMatchSnapshot(`seed ${seed}`);
  });
});
