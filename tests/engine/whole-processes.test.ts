import { describe, expect, it } from '@jest/globals';
import { compileProcess } from '../../engine/index.ts';
import { buildFile, buildProcess } from '../support/build-process.ts';
import { keepCompiled } from '../support/keep-compiled.ts';
import { playWildly, type Toys } from '../support/wild-player.ts';

/** Processes that hold many elements at once, so that each meets all the others. */
const PROCESSES: [string, string, Toys][] = [
  [
    'compensation in a transaction',
    `
    start S
    transaction Tx {
      start S1
      and F
      user Reserve
      boundary CR on=Reserve compensate
      service Release forCompensation motcua:topic=release
      undo CR Release
      service Pay motcua:topic=pay motcua:resultVariable=paid
      boundary CP on=Pay compensate
      user PayBack forCompensation
      undo CP PayBack
      boundary Broke on=Pay error=E1
      and J
      xor Ok default=yes
      end Cancelled cancel
      end E1
      S1 -> F
      F -> Reserve -> J
      F -> Pay -> J
      J -> Ok
      Ok -yes-> E1
      Ok -> Cancelled : ok = false
      end Stop cancel
      Broke -> Stop
    }
    boundary Undone on=Tx cancel
    boundary Late on=Tx timer=P1D
    user Explain
    user After
    throw Back compensate=Tx
    end E
    end E2 compensate
    S -> Tx -> After -> Back -> E
    Undone -> Explain -> E
    Late -> E2`,
    {
      codes: ['E1', 'other'],
      outputs: [{ ok: true }, { ok: false }, { n: 3 }],
      jumps: ['After', 'Reserve', 'Tx'],
    },
  ],
  [
    'repeated work',
    `
    start S
    user Ask collection=agencies element=agency results=opinions result=opinion completion="numberOfCompletedInstances >= 2"
    boundary Remind on=Ask cycle=R2/PT4H nonInterrupting
    boundary Give on=Ask timer=P3D
    boundary Fault on=Ask error=E1
    user Reminder
    subprocess Each multi=3 sequential {
      start S1
      user Draft loop="again = true" max=3
      script Sum script="loopCounter + 1" motcua:resultVariable=sum
      end E1
      S1 -> Draft -> Sum -> E1
    }
    boundary Esc on=Each escalation=L1 nonInterrupting
    user Chief
    user Check loop="n > 5" testBefore
    call Sub calls=Other collection=agencies element=agency
    end E
    S -> Ask -> Each -> Check -> Sub -> E
    Remind -> Reminder
    Give -> Each
    Fault -> Check
    Esc -> Chief`,
    {
      input: { agencies: ['a', 'b', 'c'], n: 1 },
      codes: ['E1', 'L1'],
      outputs: [{ opinion: 'yes' }, { again: true }, { again: false, n: 9 }, { n: 2 }],
      jumps: ['Each', 'Check', 'Draft'],
    },
  ],
  [
    'event sub-processes',
    `
    start S
    user Work
    subprocess Inner {
      start S1
      user Detail
      throw Tell escalation=L1
      service Job motcua:topic=t
      end E1
      S1 -> Detail -> Tell -> Job -> E1
      eventsubprocess OnError {
        start SE error=E1
        user Mend
        end EE
        SE -> Mend -> EE
      }
      eventsubprocess OnEscalation {
        start SL escalation=L1 nonInterrupting
        user Note
        end EL
        SL -> Note -> EL
      }
    }
    user After
    end E
    S -> Work -> Inner -> After -> E
    eventsubprocess OnMessage {
      start SM message=M1 nonInterrupting
      user Answer
      end EM
      SM -> Answer -> EM
    }
    eventsubprocess OnTimer {
      start ST timer=P5D
      user TooLate
      throw Shout signal=S1
      end ET
      ST -> TooLate -> Shout -> ET
    }
    eventsubprocess OnData {
      start SC condition="n > 5" nonInterrupting
      user Look
      end EC
      SC -> Look -> EC
    }`,
    {
      codes: ['E1', 'L1', 'x'],
      messages: ['M1', 'M2'],
      outputs: [{ n: 1 }, { n: 9 }, {}],
      jumps: ['After', 'Detail', 'Mend'],
    },
  ],
  [
    'gateways in loops',
    `
    start S
    xor In
    or Split default=d
    user A
    user B
    user C
    or Join
    and Three
    user K
    user L
    user M
    complex Some activation="activationCount >= 2"
    user D
    xor Again default=no
    and Both
    user X
    user Y
    and Meet
    end E
    S -> In -> Split
    Split -> A : a > 1
    Split -> B : b > 1
    Split -d-> C
    A -> Join
    B -> Join
    C -> Join
    Join -> Three
    Three -> K -> Some
    Three -> L -> Some
    Three -> M -> Some
    Some -> D -> Again
    Again -> In : again = true
    Again -no-> Both
    Both -> X -> Meet
    Both -> Y -> Meet
    Meet -> E`,
    {
      input: { a: 2, b: 2 },
      outputs: [{ again: true }, { again: false }, { a: 0 }, { b: 0, a: 5 }],
      jumps: ['A', 'Join', 'X', 'Split'],
    },
  ],
  [
    'races, links and signals',
    `
    start S
    race R
    catch M message=M1
    catch T timer=PT8H counts=working
    catch G signal=S1
    receive Rec message=M2
    user Paid
    user Waited
    catch Cond condition="n > 5"
    throw Go link=L
    catch Come link=L
    throw Cry signal=S1
    xor Met
    and F
    catch Date date=2026-03-01T00:00:00Z
    end E
    end Stop terminate
    S -> R
    R -> M -> Paid -> Met
    R -> T -> Waited -> Cond -> Met
    R -> G -> Rec -> Met -> F
    F -> Go
    F -> Date -> Stop
    Come -> Cry -> E`,
    {
      messages: ['M1', 'M2'],
      signals: ['S1', 'S2'],
      outputs: [{ n: 1 }, { n: 7 }],
      jumps: ['Paid', 'R', 'Cond', 'Date'],
    },
  ],
  [
    'sub-processes in sub-processes',
    `
    start S
    subprocess One {
      start S1
      subprocess Two collection=items element=item {
        start S2
        user Deep
        boundary Slow on=Deep timer=P1D nonInterrupting
        end Hurry escalation=L1
        end E2
        S2 -> Deep -> E2
        Slow -> Hurry
      }
      boundary Heard on=Two escalation=L1
      user Redo
      adhoc Any completion="enough = true" {
        user P1
        user Q1
      }
      end E1
      S1 -> Two -> Any -> E1
      Heard -> Redo -> Any
    }
    boundary Wrong on=One error
    user Repair startQuantity=1 completionQuantity=2
    send Tell message=M1
    rule Decide motcua:resultVariable=decided
    end E
    end F error=E9
    xor Last default=ok
    S -> One -> Tell -> Decide -> Last
    Last -ok-> E
    Last -> F : decided = "no"
    Wrong -> Repair -> E`,
    {
      input: { items: [1, 2] },
      codes: ['L1', 'E1'],
      messages: ['M1'],
      outputs: [{ enough: true }, { enough: false }, { decided: 'no' }, {}],
      jumps: ['Two', 'Redo', 'Any', 'Last', 'Deep'],
    },
  ],
  [
    'data that go in and come out',
    `
    start S
    user Fill in="name := applicant.name; copy := [1, 2]" out="amount := paid * 2" motcua:duration=PT4H motcua:role=clerk motcua:unit=desk motcua:form=f1 motcua:status=2 motcua:documents=receipt
    xor Big default=small
    service Post motcua:topic=post in="body := amount" out="posted := ok"
    call Sub calls=Other in="x := amount" out="y := z"
    user Sign motcua:assignee="=applicant.name" motcua:sameAs=Fill
    end E
    S -> Fill -> Big
    Big -> Post : amount > 10
    Big -small-> Sub
    Post -> Sign
    Sub -> Sign -> E`,
    {
      input: { applicant: { name: 'N' } },
      outputs: [{ paid: 2 }, { paid: 20, ok: true }, { z: 1 }, { paid: 'x' }],
      jumps: ['Sign', 'Fill', 'Sub'],
    },
  ],
];

const SEEDS = [7, 11, 19, 23, 42];

describe('a process that holds many elements', () => {
  it.each(PROCESSES)('%s: is compiled as recorded', async (_, drawing) => {
    const { diagnostics } = await keepCompiled(file(drawing));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(PROCESSES)('%s: goes as recorded, however it is played', async (_, drawing, toys) => {
    const { process } = await compileProcess(file(drawing));
    for (const seed of SEEDS) expect(playWildly(process!, toys, seed)).toMatchSnapshot(`seed ${seed}`);
  });
});

const file = (drawing: string): string =>
  drawing.includes('calls=Other')
    ? buildFile({ P: drawing, Other: 'start OS\nuser Inside\nend OE\nOS -> Inside -> OE' })
    : buildProcess(drawing);
