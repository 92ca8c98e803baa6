import type { Severity } from '../types.ts';

/** What the compiler can find: severity and the sentences, `{...}` filled from the finding. */
export const Findings: Record<string, { severity: Severity; vi: string; en: string }> = {
  'xml.too-large': {
    severity: 'error',
    vi: 'Tệp lớn hơn 5 MB nên không được đọc.',
    en: 'The file is larger than 5 MB and is not read.',
  },
  'xml.entities': {
    severity: 'error',
    vi: 'Tệp chứa DOCTYPE hoặc thực thể (entity); vì an toàn, tệp như vậy không được đọc.',
    en: 'The file holds a DOCTYPE or entities; for safety such a file is not read.',
  },
  'xml.malformed': {
    severity: 'error',
    vi: 'Tệp không phải là XML đúng cú pháp: {reason}.',
    en: 'The file is not well-formed XML: {reason}.',
  },
  'xml.not-bpmn': {
    severity: 'error',
    vi: 'Tệp không phải là mô hình BPMN 2.0.',
    en: 'The file is not a BPMN 2.0 model.',
  },
  'xml.unknown-content': {
    severity: 'info',
    vi: 'Bỏ qua nội dung không thuộc BPMN: {reason}.',
    en: 'Content that is not BPMN is left out: {reason}.',
  },
  'id.duplicate': {
    severity: 'error',
    vi: 'Có hai phần tử cùng mã “{id}”; mỗi phần tử phải có mã riêng.',
    en: 'Two elements have the id "{id}"; each needs its own.',
  },
  'id.duplicate-shape': {
    severity: 'info',
    vi: 'Hai hình vẽ cùng mã “{id}”; việc chạy quy trình không bị ảnh hưởng.',
    en: 'Two drawn shapes have the id "{id}"; the run is not affected.',
  },
  'reference.undeclared': {
    severity: 'warning',
    vi: '{type} “{id}” không được khai báo trong tệp; mã này được dùng làm tên.',
    en: '{type} "{id}" is not declared in the file; this id is taken for its name.',
  },
  'name.from-id': {
    severity: 'warning',
    vi: 'Thông điệp hoặc tín hiệu “{id}” không có tên; mã của nó được dùng làm tên.',
    en: 'The message or signal "{id}" has no name; its id is taken for one.',
  },
  'flow.unknown-default': {
    severity: 'warning',
    vi: 'Luồng mặc định “{id}” không đi ra từ phần tử này nên bị bỏ qua.',
    en: 'The default flow "{id}" does not leave this element and is left out.',
  },
  'id.illegal': {
    severity: 'info',
    vi: 'Mã “{id}” không đúng quy tắc của XML (bắt đầu bằng chữ cái không dấu hoặc dấu gạch dưới, không có dấu cách); vẫn được hiểu như đã viết.',
    en: 'The id "{id}" is not one that XML allows (a plain letter or an underscore first, no blanks); it is taken as written.',
  },
  'id.unreadable': {
    severity: 'error',
    vi: 'Một phần tử có mã (id) không đọc được.',
    en: 'An element has an id that cannot be read.',
  },
  'id.missing': {
    severity: 'error',
    vi: 'Một phần tử loại {type} không có mã (id).',
    en: 'An element of type {type} has no id.',
  },
  'process.none': {
    severity: 'error',
    vi: 'Tệp không có quy trình nào để chạy.',
    en: 'The file holds no process to run.',
  },
  'process.not-executable': {
    severity: 'info',
    vi: 'Quy trình không được đánh dấu là thực thi (isExecutable); vẫn được coi là chạy được.',
    en: 'The process is not marked executable (isExecutable); it is taken as one that runs.',
  },
  'process.no-start': {
    severity: 'error',
    vi: 'Quy trình không có sự kiện bắt đầu và không có bước nào để bắt đầu.',
    en: 'The process has no start event and no step to begin with.',
  },
  'process.several-starts': {
    severity: 'warning',
    vi: 'Có nhiều sự kiện bắt đầu thường; nếu không chọn rõ thì sự kiện đầu tiên được dùng.',
    en: 'There are several plain start events; the first is used unless one is named.',
  },
  'sub-process.no-start': {
    severity: 'error',
    vi: 'Quy trình con không có bước nào để bắt đầu.',
    en: 'The sub-process has nothing to begin with.',
  },
  'sub-process.start-trigger': {
    severity: 'error',
    vi: 'Quy trình con thường chỉ nhận sự kiện bắt đầu thường, không nhận loại {trigger}.',
    en: 'An embedded sub-process takes a plain start event only, not a {trigger} one.',
  },
  'event-sub-process.start': {
    severity: 'error',
    vi: 'Quy trình con sự kiện phải có đúng một sự kiện bắt đầu, có nguyên nhân kích hoạt.',
    en: 'An event sub-process needs exactly one start event, with a trigger.',
  },
  'event-sub-process.flow': {
    severity: 'error',
    vi: 'Quy trình con sự kiện không được có luồng đi vào hoặc đi ra.',
    en: 'An event sub-process takes no sequence flow in or out.',
  },
  'flow.dangling': {
    severity: 'error',
    vi: 'Luồng “{id}” thiếu điểm đầu hoặc điểm cuối.',
    en: 'Sequence flow "{id}" lacks its source or its target.',
  },
  'flow.crosses-scope': {
    severity: 'error',
    vi: 'Luồng “{id}” vượt qua ranh giới quy trình hoặc quy trình con.',
    en: 'Sequence flow "{id}" crosses the border of a process or sub-process.',
  },
  'flow.into-start': {
    severity: 'error',
    vi: 'Không được có luồng đi vào sự kiện bắt đầu hoặc sự kiện biên.',
    en: 'No sequence flow may enter a start event or a boundary event.',
  },
  'flow.out-of-end': {
    severity: 'error',
    vi: 'Không được có luồng đi ra từ sự kiện kết thúc.',
    en: 'No sequence flow may leave an end event.',
  },
  'flow.condition-ignored': {
    severity: 'warning',
    vi: 'Điều kiện trên luồng này không được xét: cổng song song và cổng sự kiện không chọn theo điều kiện.',
    en: 'The condition on this flow is not looked at: parallel and event-based gateways do not choose by conditions.',
  },
  'flow.condition-at-event': {
    severity: 'warning',
    vi: 'Luồng đi ra từ một sự kiện không nên có điều kiện; điều kiện này vẫn được xét, hãy đặt nó sau một cổng.',
    en: 'A flow out of an event should have no condition; this one is looked at all the same, better behind a gateway.',
  },
  'flow.not-taken': {
    severity: 'warning',
    vi: 'Luồng “{id}” không bao giờ được đi: sự kiện liên kết ném và hoạt động bù trừ không có luồng đi ra.',
    en: 'Flow "{id}" is never taken: no flow leaves a throwing link event or a compensation activity.',
  },
  'node.unreachable': {
    severity: 'warning',
    vi: 'Không có đường nào dẫn tới phần tử này.',
    en: 'No path leads to this element.',
  },
  'gateway.no-way-out': {
    severity: 'error',
    vi: 'Cổng không có luồng đi ra.',
    en: 'The gateway has no outgoing flow.',
  },
  'gateway.flow-without-condition': {
    severity: 'warning',
    vi: 'Luồng “{id}” không có điều kiện và không phải luồng mặc định; luồng này luôn đúng khi được xét tới.',
    en: 'Flow "{id}" has no condition and is not the default; it holds whenever it is looked at.',
  },
  'gateway.no-default': {
    severity: 'info',
    vi: 'Cổng không có luồng mặc định; nếu không điều kiện nào đúng thì hồ sơ dừng lại ở đây với một sự cố.',
    en: 'The gateway has no default flow; when no condition holds, the instance stops here with an incident.',
  },
  'gateway.race': {
    severity: 'error',
    vi: 'Sau cổng sự kiện chỉ được là sự kiện bắt giữ (thông điệp, hẹn giờ, tín hiệu, điều kiện) hoặc bước nhận; “{id}” thì không.',
    en: 'Only catching events (message, timer, signal, conditional) or receive tasks may follow an event-based gateway; "{id}" is not one.',
  },
  'gateway.race-shared': {
    severity: 'warning',
    vi: 'Sự kiện “{id}” sau cổng sự kiện còn có luồng khác đi vào; qua luồng đó nó chờ một mình.',
    en: 'Event "{id}" behind the event-based gateway has another incoming flow; by that one it waits alone.',
  },
  'gateway.direction': {
    severity: 'warning',
    vi: 'Cổng được ghi là {direction} nhưng các luồng vẽ khác; các luồng mới quyết định.',
    en: 'The gateway is marked {direction} but drawn otherwise; what is drawn counts.',
  },
  'gateway.activation': {
    severity: 'warning',
    vi: 'Cổng phức hợp không có điều kiện kích hoạt; nó hoạt động như cổng bao hàm.',
    en: 'The complex gateway has no activation condition; it acts as an inclusive one.',
  },
  'join.never-completes': {
    severity: 'error',
    vi: 'Cổng gộp này không bao giờ đủ nhánh: các luồng đi vào không thể cùng có mặt.',
    en: 'This join can never complete: its incoming flows can never all arrive.',
  },
  'expression.syntax': {
    severity: 'error',
    vi: 'Biểu thức ở {where} sai cú pháp FEEL ({reason}).',
    en: 'The expression in {where} is not FEEL ({reason}).',
  },
  'expression.as-text': {
    severity: 'warning',
    vi: '“{text}” không phải biểu thức FEEL; được lấy nguyên văn làm giá trị.',
    en: '"{text}" is not a FEEL expression; the text itself is the value.',
  },
  'expression.language': {
    severity: 'error',
    vi: 'Ngôn ngữ biểu thức “{language}” ở {where} không được hỗ trợ; hãy dùng FEEL.',
    en: 'The expression language "{language}" in {where} is not supported; use FEEL.',
  },
  'script.format': {
    severity: 'error',
    vi: 'Định dạng kịch bản “{format}” không được hỗ trợ; chỉ FEEL được chạy.',
    en: 'Script format "{format}" is not supported; only FEEL is run.',
  },
  'script.empty': {
    severity: 'warning',
    vi: 'Bước kịch bản không có nội dung; bước hoàn thành ngay.',
    en: 'The script task has no script; it completes at once.',
  },
  'message.no-name': {
    severity: 'error',
    vi: 'Không có tên thông điệp nên không thể chờ thông điệp nào.',
    en: 'There is no message name, so no message can be waited for.',
  },
  'message-flow.same-pool': {
    severity: 'warning',
    vi: 'Luồng thông điệp phải nối hai bên khác nhau; luồng này ở trong cùng một bên.',
    en: 'A message flow connects two pools; this one stays in one.',
  },
  'receive.no-message': {
    severity: 'warning',
    vi: 'Bước nhận không nêu thông điệp nào; bước chờ thông điệp mang mã hoặc tên của chính nó.',
    en: 'The receive task names no message; it waits for one of its own id or name.',
  },
  'signal.no-name': {
    severity: 'error',
    vi: 'Không có tên tín hiệu.',
    en: 'There is no signal name.',
  },
  'timer.no-value': {
    severity: 'error',
    vi: 'Hẹn giờ không có ngày, khoảng thời gian hoặc chu kỳ.',
    en: 'The timer has no date, duration or cycle.',
  },
  'timer.value': {
    severity: 'error',
    vi: 'Giá trị hẹn giờ “{value}” không đúng ISO-8601.',
    en: 'The timer value "{value}" is not ISO-8601.',
  },
  'timer.cron': {
    severity: 'error',
    vi: 'Biểu thức cron “{value}” không được hỗ trợ; hãy dùng chu kỳ ISO-8601 như R3/PT10H.',
    en: 'The cron expression "{value}" is not supported; use an ISO-8601 cycle such as R3/PT10H.',
  },
  'conditional.no-condition': {
    severity: 'error',
    vi: 'Sự kiện điều kiện không có điều kiện.',
    en: 'The conditional event has no condition.',
  },
  'event.trigger': {
    severity: 'error',
    vi: 'Sự kiện loại {trigger} không được đặt ở vị trí này ({kind}).',
    en: 'A {trigger} event cannot stand here ({kind}).',
  },
  'event.parallel-multiple': {
    severity: 'error',
    vi: 'Sự kiện bắt đầu hoặc sự kiện biên chờ đồng thời nhiều nguyên nhân (parallel multiple) không được hỗ trợ.',
    en: 'A start or boundary event that waits for several triggers together (parallel multiple) is not supported.',
  },
  'event.must-interrupt': {
    severity: 'error',
    vi: 'Sự kiện loại {trigger} luôn phải ngắt hoạt động mà nó gắn vào.',
    en: 'A {trigger} event always interrupts what it stands on.',
  },
  'event.no-trigger': {
    severity: 'error',
    vi: 'Sự kiện này phải có nguyên nhân kích hoạt (thông điệp, hẹn giờ, tín hiệu...).',
    en: 'This event needs a trigger (message, timer, signal...).',
  },
  'error.no-code': {
    severity: 'warning',
    vi: 'Sự kiện lỗi không có mã lỗi; chỉ sự kiện bắt mọi lỗi mới nhận được.',
    en: 'The error event has no code; only an event that catches every error takes it.',
  },
  'boundary.no-host': {
    severity: 'error',
    vi: 'Sự kiện biên không gắn với hoạt động nào.',
    en: 'The boundary event is not attached to an activity.',
  },
  'boundary.host': {
    severity: 'error',
    vi: 'Sự kiện biên gắn vào “{id}”, là phần tử không nhận sự kiện biên này.',
    en: 'The boundary event stands on "{id}", which takes no such event.',
  },
  'link.no-target': {
    severity: 'error',
    vi: 'Không có sự kiện liên kết nhận mang tên “{name}” trong cùng quy trình.',
    en: 'No catching link event is named "{name}" in the same process.',
  },
  'link.ambiguous': {
    severity: 'error',
    vi: 'Có nhiều sự kiện liên kết nhận cùng tên “{name}”.',
    en: 'Several catching link events are named "{name}".',
  },
  'transaction.no-cancel': {
    severity: 'warning',
    vi: 'Giao dịch bị hủy tại “{id}” nhưng không có sự kiện biên hủy; khi bị hủy, luồng dừng tại đây.',
    en: 'The transaction is cancelled at "{id}" but carries no cancel boundary event; when cancelled, the flow ends here.',
  },
  'compensation.no-handler': {
    severity: 'error',
    vi: 'Sự kiện bù trừ không nối với hoạt động bù trừ nào (isForCompensation).',
    en: 'The compensation event is not linked to a compensation activity (isForCompensation).',
  },
  'compensation.in-flow': {
    severity: 'error',
    vi: 'Hoạt động bù trừ không được nằm trên luồng thường; chỉ sự kiện bù trừ dẫn tới nó.',
    en: 'A compensation activity cannot stand in the normal flow; only its compensation event leads to it.',
  },
  'compensation.several-handlers': {
    severity: 'error',
    vi: 'Hoạt động này có nhiều hoạt động bù trừ; chỉ được có một.',
    en: 'This activity has several compensation activities; it can have one only.',
  },
  'compensation.unknown-activity': {
    severity: 'error',
    vi: 'Hoạt động cần bù trừ “{id}” không có trong quy trình.',
    en: 'The activity to compensate, "{id}", is not in the process.',
  },
  'call.no-target': {
    severity: 'error',
    vi: 'Hoạt động gọi không nêu quy trình được gọi.',
    en: 'The call activity names no process to call.',
  },
  'call.unknown-target': {
    severity: 'error',
    vi: 'Không tìm thấy quy trình được gọi “{id}”.',
    en: 'The called process "{id}" is not known.',
  },
  'call.itself': {
    severity: 'warning',
    vi: 'Quy trình gọi lại chính nó; hãy chắc chắn có đường dừng.',
    en: 'The process calls itself; make sure that a path stops it.',
  },
  'multi-instance.no-count': {
    severity: 'error',
    vi: 'Hoạt động nhiều lần không nêu số lần cũng không nêu danh sách.',
    en: 'The multi-instance activity has neither a cardinality nor a collection.',
  },
  'loop.no-condition': {
    severity: 'error',
    vi: 'Vòng lặp không có điều kiện cũng không có số lần tối đa; nó sẽ không bao giờ dừng.',
    en: 'The loop has neither a condition nor a maximum; it would never stop.',
  },
  'quantity.invalid': {
    severity: 'error',
    vi: 'startQuantity và completionQuantity phải là số nguyên từ 1 trở lên.',
    en: 'startQuantity and completionQuantity must be whole numbers of at least 1.',
  },
  'element.unsupported': {
    severity: 'error',
    vi: 'Phần tử {type} không được hỗ trợ.',
    en: 'Element {type} is not supported.',
  },
  'element.ignored': {
    severity: 'info',
    vi: 'Phần tử {type} không ảnh hưởng tới việc chạy và được bỏ qua.',
    en: 'Element {type} has no effect on the run and is left out.',
  },
  'task.abstract': {
    severity: 'info',
    vi: 'Bước không có loại được coi là việc làm thủ công.',
    en: 'A task without a type is taken as manual work.',
  },
  'attribute.value': {
    severity: 'error',
    vi: 'Thuộc tính {attribute} có giá trị không hợp lệ: “{value}”.',
    en: 'Attribute {attribute} has a value that does not fit: "{value}".',
  },
  'attribute.unknown-element': {
    severity: 'error',
    vi: 'Thuộc tính {attribute} chỉ tới phần tử “{value}” không có trong quy trình.',
    en: 'Attribute {attribute} points to "{value}", which is not in the process.',
  },
  'listener.ignored': {
    severity: 'warning',
    vi: 'Trình lắng nghe (listener) chạy mã riêng nên bị bỏ qua.',
    en: 'Listeners run code of their own and are left out.',
  },
};
