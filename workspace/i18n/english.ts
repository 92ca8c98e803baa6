import admin from './en/admin.json';
import calendar from './en/calendar.json';
import desk from './en/desk.json';
import documents from './en/documents.json';
import dossier from './en/dossier.json';
import incidents from './en/incidents.json';
import intake from './en/intake.json';
import portal from './en/portal.json';
import procedure from './en/procedure.json';
import reports from './en/reports.json';

export const english = {
  admin,
  calendar,
  desk,
  documents,
  dossier,
  incidents,
  intake,
  portal,
  procedure,
  reports,
};
