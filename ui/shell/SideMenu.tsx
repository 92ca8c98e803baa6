import { Menu } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useSession } from '../session/session-context.tsx';
import { type Place, placesFor, type Room } from './navigation.tsx';

/** The places this person may go to. */
export function SideMenu({ room, onGo }: { room: Room; onGo?: () => void }) {
  const { t } = useTranslation('ui');
  const { may } = useSession();
  const { pathname } = useLocation();
  const places = placesFor(may);
  const current = places.find(({ href }) => href !== '/' && pathname.startsWith(href));
  return (
    <nav aria-label={t('nav.label')}>
      <Menu
        mode="inline"
        style={{ borderInlineEnd: 0, paddingTop: 12 }}
        selectedKeys={current ? [current.key] : []}
        items={places.map((place) => ({
          key: place.key,
          icon: place.icon,
          label: <PlaceLink place={place} room={room} onGo={onGo} name={t(`nav.${place.key}`)} />,
        }))}
      />
    </nav>
  );
}

interface LinkProps {
  place: Place;
  room: Room;
  name: string;
  onGo?: () => void;
}

function PlaceLink({ place, room, name, onGo }: LinkProps) {
  if (place.room !== room) return <a href={place.href}>{name}</a>;
  return (
    <Link to={place.href} onClick={onGo}>
      {name}
    </Link>
  );
}
