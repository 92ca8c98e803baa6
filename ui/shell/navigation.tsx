/** The places of the house: who sees which, where it is, and its shortcut. A table, read by the shell. */
import {
  BarChartOutlined,
  CalendarOutlined,
  DesktopOutlined,
  EditOutlined,
  FileSearchOutlined,
  FormOutlined,
  GlobalOutlined,
  PartitionOutlined,
  TeamOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

export type Room = 'workspace' | 'designer';

export interface Place {
  /** key of its name: `nav.{key}` */
  key: string;
  href: string;
  room: Room;
  icon: ReactNode;
  /** any of these abilities shows it */
  abilities: string[];
  /** typed after `g` */
  shortcut?: string;
}

export const PLACES: Place[] = [
  {
    key: 'desk',
    href: '/ban-lam-viec',
    room: 'workspace',
    icon: <DesktopOutlined />,
    abilities: ['desk'],
    shortcut: 'b',
  },
  {
    key: 'toSign',
    href: '/trinh-ky',
    room: 'workspace',
    icon: <EditOutlined />,
    abilities: ['sign'],
    shortcut: 'k',
  },
  {
    key: 'counter',
    href: '/tiep-nhan',
    room: 'workspace',
    icon: <FormOutlined />,
    abilities: ['counter'],
    shortcut: 't',
  },
  {
    key: 'dossiers',
    href: '/ho-so',
    room: 'workspace',
    icon: <FileSearchOutlined />,
    abilities: ['desk', 'counter'],
    shortcut: 'h',
  },
  {
    key: 'reports',
    href: '/thong-ke',
    room: 'workspace',
    icon: <BarChartOutlined />,
    abilities: ['reports'],
  },
  { key: 'studio', href: '/thiet-ke', room: 'designer', icon: <PartitionOutlined />, abilities: ['studio'] },
  {
    key: 'calendar',
    href: '/lich-lam-viec',
    room: 'workspace',
    icon: <CalendarOutlined />,
    abilities: ['calendar'],
  },
  {
    key: 'incidents',
    href: '/quy-trinh-vuong',
    room: 'workspace',
    icon: <WarningOutlined />,
    abilities: ['incidents'],
  },
  { key: 'admin', href: '/quan-tri', room: 'workspace', icon: <TeamOutlined />, abilities: ['admin'] },
  { key: 'portal', href: '/', room: 'workspace', icon: <GlobalOutlined />, abilities: [] },
];

/** The places a person with these abilities may go to; the portal is everybody's. */
export const placesFor = (may: (ability: string) => boolean): Place[] =>
  PLACES.filter(({ abilities }) => abilities.length === 0 || abilities.some(may));
