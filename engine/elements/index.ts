import type { NodeKind } from '../compile/program.ts';
import type { Behaviour } from './behaviour.ts';
import { boundaryEvent } from './boundary-event.ts';
import { callActivity } from './call-activity.ts';
import { catchEvent } from './catch-event.ts';
import { complexGateway } from './complex-gateway.ts';
import { endEvent } from './end-event.ts';
import { eventBasedGateway } from './event-based-gateway.ts';
import { exclusiveGateway } from './exclusive-gateway.ts';
import { inclusiveGateway } from './inclusive-gateway.ts';
import { parallelGateway } from './parallel-gateway.ts';
import { receiveTask } from './receive-task.ts';
import { scriptTask } from './script-task.ts';
import { businessRuleTask, sendTask, serviceTask } from './service-task.ts';
import { startEvent } from './start-event.ts';
import { eventSubProcess, subProcess } from './sub-process.ts';
import { throwEvent } from './throw-event.ts';
import { userTask } from './user-task.ts';

/** What each kind of element does. */
export const behaviours: Record<NodeKind, Behaviour> = {
  startEvent,
  endEvent,
  throwEvent,
  catchEvent,
  boundaryEvent,
  userTask,
  manualTask: userTask,
  serviceTask,
  businessRuleTask,
  sendTask,
  receiveTask,
  scriptTask,
  callActivity,
  subProcess,
  eventSubProcess,
  exclusiveGateway,
  inclusiveGateway,
  parallelGateway,
  complexGateway,
  eventBasedGateway,
};
