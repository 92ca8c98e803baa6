/** The ten-step procedure that the kernel and bpmn-engine are measured with. */
import * as elements from 'bpmn-elements';
import { BpmnModdle } from 'bpmn-moddle';
import serialise, { TypeResolver } from 'moddle-context-serializer';

/** What bpmn-engine does right too: see docs/reference/bpmn.md. */
export const TEN_STEPS = `
  start S
  user Receive
  user Assign
  user Examine
  and Ask
  user OpinionA
  user OpinionB
  and Collect
  user Draft
  user Review
  user Sign
  user Register
  user Return
  end E
  S -> Receive -> Assign -> Examine -> Ask
  Ask -> OpinionA -> Collect
  Ask -> OpinionB -> Collect
  Collect -> Draft -> Review -> Sign -> Register -> Return -> E
`;
/** A task as bpmn-engine hands it out. */
export interface WaitingTask {
  id: string;
  signal(output: object): void;
}

export type PeerSource = ReturnType<typeof serialise>;

/** What bpmn-engine runs: parsed once, as the kernel's process is compiled once. */
export const peerSource = async (xml: string): Promise<PeerSource> =>
  serialise((await new BpmnModdle().fromXML(xml)) as never, TypeResolver(elements as never));
