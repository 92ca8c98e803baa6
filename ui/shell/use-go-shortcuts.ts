/** `g` then a letter goes to a place; `?` opens the help; `/` goes to the search box. */
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useSession } from '../session/session-context.tsx';
import { isTyping } from './is-typing.ts';
import { placesFor, type Room } from './navigation.tsx';

export function useGoShortcuts({ room, onHelp }: { room: Room; onHelp: () => void }): void {
  const { may } = useSession();
  const navigate = useNavigate();
  const isGoing = useRef(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isGoing.current) {
        isGoing.current = false;
        const place = placesFor(may).find(({ shortcut }) => shortcut === event.key);
        if (!place) return;
        event.preventDefault();
        if (place.room === room) void navigate(place.href);
        else location.assign(place.href);
      } else if (event.key === 'g') {
        isGoing.current = true;
      } else if (event.key === '?') {
        onHelp();
      } else if (event.key === '/') {
        const search = document.querySelector<HTMLInputElement>(
          'input[type="search"], [role="search"] input',
        );
        if (!search) return;
        event.preventDefault();
        search.focus();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [may, navigate, room, onHelp]);
}
