import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DocumentResource } from '../../server/contract/documents.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { formatInstant } from '../../ui/format/format-time.ts';
import { DocumentState } from './DocumentState.tsx';

/** A paper in a few lines: title, number, who must sign or has signed, what became of it. */
export function DocumentFacts({ paper, all }: { paper: DocumentResource; all: DocumentResource[] }) {
  const { t } = useTranslation('documents');
  const { title, number, issuedAt, draft, signed, sent, withdrawn, replaces, replacedBy, seal } = paper;
  const next = all.find(({ id }) => id === replacedBy);
  const lines = [
    draft && !signed && t('fact.signer', { unit: draft.signer.unitName }),
    draft?.proposedDueAt && !number && t('fact.newDate', { at: formatInstant(draft.proposedDueAt) }),
    signed && t('fact.signed', { by: signed.by, at: formatInstant(signed.at) }),
    seal && t('fact.seal', { subject: seal.subject }),
    sent && t('fact.sent', { to: sent.to, at: formatInstant(sent.at) }),
    replaces && t('fact.replaces', { number: replaces.number }),
    next && t('fact.replacedBy', { number: next.number }),
    withdrawn && t('fact.withdrawn', { by: withdrawn.by, reason: withdrawn.reason }),
  ].filter(Boolean);
  return (
    <>
      <Flex gap="4px 10px" wrap="wrap" align="center">
        <strong style={{ fontWeight: 600 }}>{title}</strong>
        <DocumentState state={paper.state} />
      </Flex>
      <div style={QUIET}>
        {number && `${t('fact.number', { number })} · `}
        <DateTime at={issuedAt} />
      </div>
      {lines.map((line) => (
        <div key={String(line)} style={QUIET}>
          {line}
        </div>
      ))}
    </>
  );
}

const QUIET = { color: '#51606f' };
