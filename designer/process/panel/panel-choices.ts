/** What the panel offers to choose from: the catalogue's keys under their Vietnamese names. */
export interface Choice {
  value: string;
  label: string;
}

export interface PanelChoices {
  units: Choice[];
  roles: Choice[];
  forms: Choice[];
  statuses: Choice[];
  documents: Choice[];
  actions: Choice[];
}
