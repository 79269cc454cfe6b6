import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon } from '../layout/icon';

interface Announcement {
  text: string;
  /** A page to offer with it. */
  link?: { to: string; label: string };
}

type Announce = (text: string, link?: Announcement['link']) => void;

const AnnounceContext = createContext<Announce>(() => undefined);
const AnnouncementContext = createContext<Announcement | undefined>(undefined);

/** Shows a short message at the bottom of the page; screen readers read it out. */
export function useAnnounce(): Announce {
  return use(AnnounceContext);
}

const shownForMs = 7000;

export function Announcer({ children }: { children: ReactNode }) {
  const [announcement, setAnnouncement] = useState<Announcement>();
  const announce = useCallback<Announce>((text, link) => setAnnouncement({ text, link }), []);

  useEffect(() => {
    if (!announcement) return;
    const timer = setTimeout(() => setAnnouncement(undefined), shownForMs);
    return () => clearTimeout(timer);
  }, [announcement]);

  return (
    <AnnounceContext value={announce}>
      <AnnouncementContext value={announcement}>{children}</AnnouncementContext>
    </AnnounceContext>
  );
}

/** One on the page and one in each modal dialog, because screen readers ignore what is outside a modal dialog. */
export function AnnouncementRegion() {
  const announcement = use(AnnouncementContext);
  // The region is always in the page: screen readers often miss one that is added together with its text.
  return (
    <div className="announcer" role="status">
      {announcement && (
        <p className="announcement">
          <Icon name="check" />
          <span>{announcement.text}</span>
          {announcement.link && <Link href={announcement.link.to}>{announcement.link.label}</Link>}
        </p>
      )}
    </div>
  );
}
