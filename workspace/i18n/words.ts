import type { RoomWords } from '../../ui/i18n/setup-i18n.ts';
import admin from './vi/admin.json';
import calendar from './vi/calendar.json';
import desk from './vi/desk.json';
import documents from './vi/documents.json';
import dossier from './vi/dossier.json';
import incidents from './vi/incidents.json';
import intake from './vi/intake.json';
import portal from './vi/portal.json';
import procedure from './vi/procedure.json';
import reports from './vi/reports.json';

export const workspaceWords: RoomWords = {
  vi: { admin, calendar, desk, documents, dossier, incidents, intake, portal, procedure, reports },
  en: async () => (await import('./english.ts')).english,
};
