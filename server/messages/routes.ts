import { askerOf } from '../access/asker.ts';
import {
  sendMessage as messageBody,
  messageTaken,
  sendSignal as signalBody,
  signalSent,
} from '../contract/messages.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { sendMessage } from './send-message.ts';
import { sendSignal } from './send-signal.ts';

const tag = 'Tích hợp';

/** Messages and signals for waiting processes; an `Idempotency-Key` makes a repetition harmless. */
export const messageRoutes = (runtime: Runtime): Endpoint[] => [
  endpoint({
    method: 'post',
    path: '/messages',
    summary: 'Gửi thông điệp tới đúng một hồ sơ đang chờ, theo khóa đối chiếu hoặc mã hồ sơ',
    tag,
    auth: 'session',
    ability: ['create', 'Message'],
    body: messageBody,
    response: messageTaken,
    handler: (context) =>
      sendMessage(runtime, {
        body: context.body,
        asker: askerOf(context),
        key: context.header('idempotency-key'),
      }),
  }),
  endpoint({
    method: 'post',
    path: '/signals',
    summary: 'Phát tín hiệu tới mọi hồ sơ đang chờ; các hồ sơ nhận trong nền',
    tag,
    auth: 'session',
    ability: ['create', 'Message'],
    body: signalBody,
    response: signalSent,
    status: 202,
    handler: (context) =>
      sendSignal(runtime, {
        body: context.body,
        asker: askerOf(context),
        key: context.header('idempotency-key'),
      }),
  }),
];
