import { describe, it } from '@jest/globals';
import { keepCompiled } from '../support/keep-compiled.ts';

const HEAD = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:motcua="urn:motcua:bpmn:1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="urn:t">`;
const ROOTS = `<message id="m1" name="Paid"/><message id="m2"/><message id="m3" name="=word"><extensionElements><zeebe:subscription correlationKey="=key"/></extensionElements></message>
 <signal id="s1" name="Storm"/><signal id="s2"/><error id="e1" name="Broken" errorCode="E-1"/><error id="e2" name="Named"/><error id="e3"/>
 <escalation id="l1" name="Late" escalationCode="L-1"/><escalation id="l2" name="Named"/><escalation id="l3"/>
 <globalUserTask id="g1" name="Global"/><globalScriptTask id="g2"><script>1 + 1</script></globalScriptTask><resource id="r1" name="clerks"/>
 <timerEventDefinition id="shared"><timeDuration>PT1H</timeDuration></timerEventDefinition>`;

/** The element X between a start and an end. */
const between = (inside: string, more = ''): string =>
  `${HEAD}${ROOTS}<process id="P" name="Process" isExecutable="true"><startEvent id="S"/>${inside}<endEvent id="E"/>
 <sequenceFlow id="f1" sourceRef="S" targetRef="X"/><sequenceFlow id="f2" sourceRef="X" targetRef="E"/>${more}</process></definitions>`;
const ext = (inside: string) => `<extensionElements>${inside}</extensionElements>`;
const expression = (tag: string, text: string) => `<${tag} xsi:type="tFormalExpression">${text}</${tag}>`;

const TASKS: [string, string][] = [
  [
    'all that motcua says of a step',
    '<userTask id="X" name="Check" motcua:unit="u" motcua:role="clerk" motcua:form="f" motcua:status="2" motcua:documents="receipt,  slip" motcua:actions="extend stop" motcua:citation="Art. 5" motcua:duration="PT4H" motcua:durationKind="calendar"/>',
  ],
  ['a step that takes no time', '<userTask id="X" motcua:durationKind="none"/>'],
  ['a duration that is none', '<userTask id="X" motcua:duration="soon"/>'],
  ['a kind of duration that is none', '<userTask id="X" motcua:duration="P1D" motcua:durationKind="solar"/>'],
  ['a status that is none', '<userTask id="X" motcua:status="11"/>'],
  ['a status of nought', '<userTask id="X" motcua:status="0"/>'],
  ['a status in parts', '<userTask id="X" motcua:status="1.5"/>'],
  ['the first and the last status', '<userTask id="X" motcua:status="10" motcua:citation=""/>'],
  ['an assignee', '<userTask id="X" motcua:assignee="=boss" motcua:sameAs="S"/>'],
  ['a form of Zeebe by id', `<userTask id="X">${ext('<zeebe:formDefinition formId="zf"/>')}</userTask>`],
  ['a form of Zeebe by key', `<userTask id="X">${ext('<zeebe:formDefinition formKey="zk"/>')}</userTask>`],
  ['a form of Camunda by reference', '<userTask id="X" camunda:formRef="cr" camunda:formKey="ck"/>'],
  ['a form of Camunda by key', '<userTask id="X" camunda:formKey="ck"/>'],
  [
    'an assignee and groups of Zeebe',
    `<userTask id="X">${ext('<zeebe:assignmentDefinition assignee="a" candidateGroups="g"/>')}</userTask>`,
  ],
  [
    'groups of Zeebe alone',
    `<userTask id="X">${ext('<zeebe:assignmentDefinition candidateGroups="g"/>')}</userTask>`,
  ],
  [
    'an assignee of Camunda',
    '<userTask id="X" camunda:assignee="${starter}" camunda:candidateGroups="#{g}"/>',
  ],
  ['groups of Camunda that no FEEL says', '<userTask id="X" camunda:candidateGroups="${bean.groups()}"/>'],
  ['our words before others', '<userTask id="X" motcua:role="clerk" camunda:assignee="x"/>'],
  [
    'a potential owner',
    `<userTask id="X"><potentialOwner><resourceAssignmentExpression>${expression('formalExpression', 'user(boss), group(staff)')}</resourceAssignmentExpression></potentialOwner></userTask>`,
  ],
  [
    'a user in brackets',
    `<userTask id="X"><potentialOwner><resourceAssignmentExpression>${expression('formalExpression', 'user(boss)')}</resourceAssignmentExpression></potentialOwner></userTask>`,
  ],
  [
    'a group in brackets',
    `<userTask id="X"><potentialOwner><resourceAssignmentExpression>${expression('formalExpression', 'group(staff)')}</resourceAssignmentExpression></potentialOwner></userTask>`,
  ],
  [
    'a human performer',
    `<userTask id="X"><humanPerformer><resourceAssignmentExpression>${expression('formalExpression', '${boss}')}</resourceAssignmentExpression></humanPerformer></userTask>`,
  ],
  [
    'a resource by reference',
    '<userTask id="X"><potentialOwner><resourceRef>r1</resourceRef></potentialOwner></userTask>',
  ],
  ['a task without a type', '<task id="X"/>'],
  ['a job of ours', '<serviceTask id="X" motcua:topic="post" motcua:resultVariable="r"/>'],
  [
    'a job of Camunda',
    '<serviceTask id="X" camunda:type="external" camunda:topic="ct" camunda:resultVariable="cr"/>',
  ],
  ['a class of Camunda', '<serviceTask id="X" camunda:class="org.example.Run"/>'],
  [
    'a job of Zeebe',
    `<serviceTask id="X">${ext('<zeebe:taskDefinition type="zt" retries="3"/><zeebe:taskHeaders/>')}</serviceTask>`,
  ],
  [
    'a decision of Zeebe',
    `<businessRuleTask id="X">${ext('<zeebe:calledDecision decisionId="d" resultVariable="dr"/>')}</businessRuleTask>`,
  ],
  ['a decision of Camunda', '<businessRuleTask id="X" camunda:decisionRef="d" camunda:resultVariable="cr"/>'],
  ['a send task with a message', '<sendTask id="X" messageRef="m1" camunda:topic="t"/>'],
  ['a receive task', '<receiveTask id="X" messageRef="m1" motcua:correlation="=key"/>'],
  ['a receive task without a name', '<receiveTask id="X"/>'],
  ['a receive task with a message without a name', '<receiveTask id="X" messageRef="m2"/>'],
  [
    'a script of FEEL',
    '<scriptTask id="X" scriptFormat="feel" camunda:resultVariable="r"><script>=1 + a</script></scriptTask>',
  ],
  [
    'a script of Zeebe',
    `<scriptTask id="X">${ext('<zeebe:script expression="=a + 1" resultVariable="r"/>')}</scriptTask>`,
  ],
  ['a script in another tongue', '<scriptTask id="X" scriptFormat="groovy"><script>x</script></scriptTask>'],
  ['a script that is empty', '<scriptTask id="X"><script></script></scriptTask>'],
  ['a script that does not parse', '<scriptTask id="X"><script>1 +</script></scriptTask>'],
  ['a script as a job', '<scriptTask id="X" motcua:topic="run"/>'],
  ['quantities', '<userTask id="X" startQuantity="2" completionQuantity="3"/>'],
  ['quantities that are none', '<userTask id="X" startQuantity="0" completionQuantity="-1"/>'],
  ['a global user task', '<callActivity id="X" calledElement="g1"/>'],
  ['a global script task', '<callActivity id="X" calledElement="tns:g2"/>'],
  ['a call of nothing', '<callActivity id="X"/>'],
  ['a call of what nobody knows', '<callActivity id="X" calledElement="Q"/>'],
  [
    'a call by an expression',
    '<callActivity id="X" calledElement="${which}" camunda:calledElementBinding="version" camunda:calledElementVersion="3"/>',
  ],
  [
    'a call of ours, pinned',
    '<callActivity id="X" calledElement="=which" motcua:binding="pinned" motcua:version="7"/>',
  ],
  ['a call of the latest', '<callActivity id="X" calledElement="=which" motcua:binding="latest"/>'],
  [
    'a call by a version tag',
    '<callActivity id="X" calledElement="=which" camunda:calledElementBinding="versionTag" camunda:calledElementVersionTag="v1"/>',
  ],
  [
    'a call of Zeebe',
    `<callActivity id="X">${ext('<zeebe:calledElement processId="=which" bindingType="versionTag" versionTag="t" propagateAllChildVariables="false" propagateAllParentVariables="false"/>')}</callActivity>`,
  ],
  [
    'a call of Zeebe that passes all',
    `<callActivity id="X">${ext('<zeebe:calledElement processId="=which" propagateAllChildVariables="true"/><zeebe:ioMapping><zeebe:input source="=a" target="b"/><zeebe:output source="=c" target="d"/></zeebe:ioMapping>')}</callActivity>`,
  ],
  [
    'a call with all variables of Camunda',
    `<callActivity id="X" calledElement="=which">${ext('<camunda:in variables="all"/><camunda:out variables="all"/><camunda:in businessKey="#{k}"/>')}</callActivity>`,
  ],
  [
    'a call with some variables of Camunda',
    `<callActivity id="X" calledElement="=which">${ext('<camunda:in source="a" target="b"/><camunda:in sourceExpression="${a + 1}" target="c"/><camunda:in source="lost"/><camunda:out source="x y" target="z"/>')}</callActivity>`,
  ],
  [
    'a call with extensions that map nothing',
    `<callActivity id="X" calledElement="=which">${ext('<zeebe:properties/>')}</callActivity>`,
  ],
  [
    'mappings of ours',
    `<userTask id="X">${ext('<motcua:ioMapping><motcua:input source="=a.b" target="c.d"/><motcua:output source="=e" target="f"/><motcua:other source="=e" target="f"/><motcua:input source="=a"/></motcua:ioMapping>')}</userTask>`,
  ],
  [
    'mappings of Camunda',
    `<userTask id="X">${ext('<camunda:inputOutput><camunda:inputParameter name="plain">text</camunda:inputParameter><camunda:inputParameter name="none"/><camunda:inputParameter>lost</camunda:inputParameter><camunda:inputParameter name="list"><camunda:list><camunda:value>1</camunda:value></camunda:list></camunda:inputParameter><camunda:inputParameter name="map"><camunda:map><camunda:entry key="k">v</camunda:entry><camunda:entry>w</camunda:entry></camunda:map></camunda:inputParameter><camunda:inputParameter name="script"><camunda:script scriptFormat="feel">a + 1</camunda:script></camunda:inputParameter><camunda:inputParameter name="other"><camunda:script scriptFormat="js">a</camunda:script></camunda:inputParameter><camunda:inputParameter name="odd"><camunda:odd/></camunda:inputParameter><camunda:outputParameter name="out">${o}</camunda:outputParameter></camunda:inputOutput>')}</userTask>`,
  ],
  [
    'data associations',
    `<dataObject id="d1" name="Paper"/><dataObjectReference id="d2" name="Ref" dataObjectRef="d1"/><dataStoreReference id="d3" name=" "/>
   <userTask id="X"><ioSpecification><dataInput id="i1" name="in 1"/><dataInput id="i2"/><dataOutput id="o1" name="out1"/><inputSet/><outputSet/></ioSpecification>
   <dataInputAssociation id="a1"><sourceRef>d2</sourceRef><targetRef>i1</targetRef></dataInputAssociation>
   <dataInputAssociation id="a2"><targetRef>i2</targetRef><assignment>${expression('from', '=a')}${expression('to', '${b}')}</assignment></dataInputAssociation>
   <dataInputAssociation id="a4"><sourceRef>d3</sourceRef><targetRef>i2</targetRef>${expression('transformation', '=a + 1')}</dataInputAssociation>
   <dataOutputAssociation id="a3"><sourceRef>o1</sourceRef><targetRef>d2</targetRef></dataOutputAssociation></userTask>`,
  ],
];

const multi = (inside: string, attributes = '', extra = '') =>
  `<userTask id="X">${extra}<multiInstanceLoopCharacteristics ${attributes}>${inside}</multiInstanceLoopCharacteristics></userTask>`;
const LOOPS: [string, string][] = [
  ['so many', multi(expression('loopCardinality', '3'))],
  [
    'so many as data say, one after the other',
    multi(expression('loopCardinality', '=n'), 'isSequential="true"'),
  ],
  ['no count', multi('')],
  ['a count that does not parse', multi(expression('loopCardinality', '=n +'))],
  [
    'a collection of ours',
    multi(
      ext('<motcua:x/>'),
      'motcua:collection="items" motcua:elementVariable="item" motcua:outputCollection="results" motcua:outputElement="=answer"',
    ),
  ],
  [
    'a collection by an expression',
    multi(
      '',
      'motcua:collection="=[1, 2]" motcua:outputCollection="results" motcua:outputElement="=answer.part + 1"',
    ),
  ],
  ['a collection of Camunda', multi('', 'camunda:collection="${people}" camunda:elementVariable="person"')],
  [
    'counting as Camunda does',
    '<userTask id="X" camunda:assignee="a"><multiInstanceLoopCharacteristics motcua:collection="items"/></userTask>',
  ],
  [
    'a collection of Zeebe',
    multi(
      ext(
        '<zeebe:loopCharacteristics inputCollection="=items" inputElement="item" outputCollection="out" outputElement="=item.x"/>',
      ),
    ),
  ],
  [
    'results without what each gives',
    multi(ext('<zeebe:loopCharacteristics inputCollection="=items" outputCollection="out"/>')),
  ],
  [
    'a condition to stop',
    multi(
      `${expression('loopCardinality', '3')}${expression('completionCondition', 'numberOfCompletedInstances = 2')}`,
    ),
  ],
  [
    'data that go in and out',
    multi(
      '<loopDataInputRef>i1</loopDataInputRef><loopDataOutputRef>o1</loopDataOutputRef><inputDataItem id="x1" name="each"/><outputDataItem id="x2" name="answer"/>',
      '',
      '<ioSpecification><dataInput id="i1" name="many"/><dataOutput id="o1" name="answers"/><inputSet/><outputSet/></ioSpecification><dataInputAssociation id="a1"><sourceRef>d1</sourceRef><targetRef>i1</targetRef></dataInputAssociation><dataOutputAssociation id="a2"><sourceRef>o1</sourceRef><targetRef>d1</targetRef></dataOutputAssociation>',
    ),
  ],
  [
    'data that go in by name',
    multi(
      '<loopDataInputRef>i1</loopDataInputRef>',
      '',
      '<ioSpecification><dataInput id="i1" name="many"/><inputSet/><outputSet/></ioSpecification>',
    ),
  ],
  [
    'an event for each',
    multi(expression('loopCardinality', '2'), 'behavior="None" noneBehaviorEventRef="shared"'),
  ],
  [
    'an event for the first',
    multi(expression('loopCardinality', '2'), 'behavior="One" oneBehaviorEventRef="shared"'),
  ],
  [
    'events by conditions',
    multi(
      `${expression('loopCardinality', '2')}<complexBehaviorDefinition>${expression('condition', 'a = 1')}<event id="v"><signalEventDefinition signalRef="s1"/></event></complexBehaviorDefinition><complexBehaviorDefinition>${expression('condition', 'b = 1')}</complexBehaviorDefinition>`,
      'behavior="Complex"',
    ),
  ],
  [
    'again while a condition holds',
    `<userTask id="X"><standardLoopCharacteristics testBefore="true" loopMaximum="4">${expression('loopCondition', 'again')}</standardLoopCharacteristics></userTask>`,
  ],
  ['again so many times', '<userTask id="X"><standardLoopCharacteristics loopMaximum="4"/></userTask>'],
  ['again for nothing', '<userTask id="X"><standardLoopCharacteristics/></userTask>'],
  [
    'again a number of times that is none',
    '<userTask id="X"><standardLoopCharacteristics loopMaximum="-1"/></userTask>',
  ],
];

const caught = (definition: string, attributes = '') =>
  `<intermediateCatchEvent id="X" name="Named" ${attributes}>${definition}</intermediateCatchEvent>`;
const thrown = (definition: string, attributes = '') =>
  `<intermediateThrowEvent id="X" name="Named" ${attributes}>${definition}</intermediateThrowEvent>`;
const timer = (inside: string, attributes = '') =>
  caught(`<timerEventDefinition ${attributes}>${inside}</timerEventDefinition>`);
const EVENTS: [string, string][] = [
  ['a timer by working time', timer(expression('timeDuration', 'PT8H'), 'motcua:counts="working"')],
  [
    'a timer by the calendar',
    caught(
      `<timerEventDefinition>${expression('timeDuration', 'P1D')}</timerEventDefinition>`,
      'motcua:counts="calendar"',
    ),
  ],
  ['a timer that counts otherwise', timer(expression('timeDuration', 'P1D'), 'motcua:counts="moon"')],
  ['a date', timer(expression('timeDate', '2026-03-01T00:00:00Z'))],
  ['a cycle', timer(expression('timeCycle', 'R3/PT1H'))],
  ['a cycle of cron', timer(expression('timeCycle', '0 0 9 * * ?'))],
  ['a word that is no cron', timer(expression('timeCycle', 'when all of us say'))],
  ['a date that is none', timer(expression('timeDate', '2026-99-99'))],
  ['a duration that is none', timer(expression('timeDuration', 'P'))],
  ['a duration out of data', timer(expression('timeDuration', '=limit'))],
  ['a duration out of Camunda data', timer(expression('timeDuration', '${limit}'))],
  ['a duration by a name', timer(expression('timeDuration', 'limit'))],
  ['a timer without a value', timer('')],
  ['a shared timer', caught('<eventDefinitionRef>shared</eventDefinitionRef>')],
  ['a message', caught('<messageEventDefinition messageRef="m1"/>')],
  ['a message without a name', caught('<messageEventDefinition messageRef="m2"/>')],
  ['a message that is none', caught('<messageEventDefinition/>')],
  ['a message by an expression, with a key', caught('<messageEventDefinition messageRef="m3"/>')],
  ['a message thrown', thrown('<messageEventDefinition messageRef="m1"/>')],
  ['a message thrown without a name', thrown('<messageEventDefinition/>')],
  ['a signal', caught('<signalEventDefinition signalRef="s1"/>')],
  ['a signal by its id', caught('<signalEventDefinition signalRef="s2"/>')],
  ['a signal that is none', caught('<signalEventDefinition/>')],
  [
    'a condition',
    caught(`<conditionalEventDefinition>${expression('condition', 'a = 1')}</conditionalEventDefinition>`),
  ],
  ['a condition that is none', caught('<conditionalEventDefinition/>')],
  [
    'several triggers',
    caught('<messageEventDefinition messageRef="m1"/><signalEventDefinition signalRef="s1"/>'),
  ],
  [
    'several triggers that are all needed',
    caught(
      '<messageEventDefinition messageRef="m1"/><signalEventDefinition signalRef="s1"/>',
      'parallelMultiple="true"',
    ),
  ],
  ['an escalation', thrown('<escalationEventDefinition escalationRef="l1"/>')],
  ['an escalation by its name', thrown('<escalationEventDefinition escalationRef="l2"/>')],
  ['an escalation by its id', thrown('<escalationEventDefinition escalationRef="l3"/>')],
  ['an escalation that is none', thrown('<escalationEventDefinition/>')],
  ['a compensation that waits for nothing', thrown('<compensateEventDefinition waitForCompletion="false"/>')],
  ['a link by the name of its event', thrown('<linkEventDefinition/>')],
  ['an event that nothing understands', thrown('<terminateEventDefinition/>')],
];
const on = (definition: string, attributes = '') =>
  `<userTask id="X"/><boundaryEvent id="B" attachedToRef="X" ${attributes}>${definition}</boundaryEvent><endEvent id="E9"/><sequenceFlow id="f9" sourceRef="B" targetRef="E9"/>`;
const BOUNDARIES: [string, string][] = [
  [
    'an error',
    on(
      '<errorEventDefinition errorRef="e1" camunda:errorCodeVariable="c" camunda:errorMessageVariable="m"/>',
    ),
  ],
  ['an error by its name', on('<errorEventDefinition errorRef="e2"/>')],
  ['an error by its id', on('<errorEventDefinition errorRef="e3"/>')],
  ['any error', on('<errorEventDefinition/>')],
  [
    'an escalation beside the work',
    on(
      '<escalationEventDefinition escalationRef="l1" camunda:escalationCodeVariable="c"/>',
      'cancelActivity="false"',
    ),
  ],
  ['an event that hears nothing', on('')],
  ['a terminate', on('<terminateEventDefinition/>')],
];
const ENDS: [string, string][] = [
  [
    'an error without a code',
    '<userTask id="X"/><endEvent id="E2"><errorEventDefinition/></endEvent><sequenceFlow id="f3" sourceRef="X" targetRef="E2"/>',
  ],
  [
    'several things at once',
    '<userTask id="X"/><endEvent id="E2"><messageEventDefinition messageRef="m1"/><signalEventDefinition signalRef="s1"/><escalationEventDefinition escalationRef="l1"/></endEvent><sequenceFlow id="f3" sourceRef="X" targetRef="E2"/>',
  ],
];

describe('what the compiler reads', () => {
  it.each(TASKS)('of a task: %s', (_, xml) => keep(xml));
  it.each(LOOPS)('of repeated work: %s', (_, xml) => keep(`<dataObject id="d1" name="Paper"/>${xml}`));
  it.each(EVENTS)('of an event: %s', (_, xml) => keep(xml));
  it.each(BOUNDARIES)('on the border: %s', (_, xml) => keep(xml));
  it.each(ENDS)('at an end: %s', (_, xml) => keep(xml));
});

async function keep(xml: string): Promise<void> {
  await keepCompiled(between(xml), { isCallable: (id) => id !== 'Q' });
}
