/** What an actor may do: one CASL ability from his roles. Records are checked with their units by the capability. */
import { AbilityBuilder, createMongoAbility, type MongoAbility } from '@casl/ability';
import type { RoleKey } from '../contract/access.ts';
import type { Actor } from './actor.ts';

export type Action = 'read' | 'create' | 'update' | 'manage' | 'operate' | 'appraise' | 'publish' | 'sign';
export type Subject =
  | 'Dossier'
  | 'Task'
  | 'Document'
  | 'Blob'
  | 'Procedure'
  | 'Process'
  | 'Form'
  | 'Template'
  | 'Calendar'
  | 'User'
  | 'Unit'
  | 'ApiKey'
  | 'Audit'
  | 'Report'
  | 'Clock'
  | 'Job'
  | 'Backup'
  | 'Message'
  | 'all';

export type Ability = MongoAbility<[Action, Subject]>;

type Grant = readonly [Action | Action[], Subject | Subject[]];

/** Every signed-in member of staff. */
const STAFF: Grant[] = [
  [
    'read',
    [
      'Dossier',
      'Task',
      'Document',
      'Blob',
      'Procedure',
      'Process',
      'Form',
      'Template',
      'Calendar',
      'Unit',
      'User',
      'Report',
    ],
  ],
  ['create', 'Blob'],
];

const GRANTS: Record<RoleKey, Grant[]> = {
  admin: [['manage', 'all']],
  'procedure-owner': [
    ...STAFF,
    [
      ['create', 'update', 'publish'],
      ['Process', 'Procedure'],
    ],
    // Keeps running processes going: incidents, jumps, messages from outside.
    ['operate', 'Process'],
    ['create', 'Message'],
  ],
  'form-designer': [
    ...STAFF,
    [
      ['create', 'update', 'publish'],
      ['Form', 'Template'],
    ],
  ],
  appraiser: [
    ...STAFF,
    [['appraise', 'publish'], 'Process'],
    ['publish', ['Form', 'Template']],
    ['update', 'Calendar'],
    ['read', 'Audit'],
  ],
  counter: [...STAFF, [['create', 'operate'], 'Dossier'], ['operate', ['Task', 'Document']]],
  specialist: [...STAFF, ['operate', ['Dossier', 'Task', 'Document']]],
  leader: [...STAFF, ['operate', ['Dossier', 'Task', 'Document']], ['sign', 'Document']],
  clerk: [...STAFF, ['operate', ['Dossier', 'Task', 'Document']]],
  citizen: [
    ['read', ['Procedure', 'Form', 'Dossier', 'Document', 'Blob']],
    ['create', ['Dossier', 'Blob']],
    ['operate', 'Dossier'],
  ],
};

/** The system may do everything; nobody known may do nothing beyond public endpoints. */
export function abilityFor({ kind, roles }: Actor): Ability {
  const key = kind === 'system' ? kind : roles.join();
  const ability = known.get(key) ?? abilityOf(kind, roles);
  known.set(key, ability);
  return ability;
}

/** Roles are few, and so are their combinations that people hold. */
const known = new Map<string, Ability>();

function abilityOf(kind: Actor['kind'], roles: Actor['roles']): Ability {
  const { can, build } = new AbilityBuilder<Ability>(createMongoAbility);
  if (kind === 'system') can('manage', 'all');
  for (const role of roles) {
    for (const [actions, subjects] of GRANTS[role]) can(actions, subjects);
  }
  return build();
}
