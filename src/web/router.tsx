/** Pages by path, with the browser's own history. The server answers every page's path with index.html. */
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ComponentProps,
  type ReactNode,
} from 'react';

export interface Route {
  readonly path: string;
  /** The part after `?`, read. */
  readonly query: URLSearchParams;
  /** The part after `#`, without it. */
  readonly fragment: string;
  readonly go: (to: string) => void;
  /** Changes the address without a new entry in the history. */
  readonly replace: (to: string) => void;
}

const RouteContext = createContext<Route | undefined>(undefined);

/** The page that is open, and how to open another. */
export function useRoute(): Route {
  const route = use(RouteContext);
  if (!route) throw new Error('useRoute outside RouteProvider');
  return route;
}

const hereNow = () => window.location.pathname + window.location.search + window.location.hash;

export function RouteProvider({ children }: { readonly children: ReactNode }) {
  const [address, setAddress] = useState(hereNow);
  useEffect(() => {
    const read = () => setAddress(hereNow());
    window.addEventListener('popstate', read);
    return () => window.removeEventListener('popstate', read);
  }, []);
  const go = useCallback((to: string) => {
    window.history.pushState(null, '', to);
    setAddress(hereNow());
    window.scrollTo(0, 0);
  }, []);
  const replace = useCallback((to: string) => {
    window.history.replaceState(null, '', to);
    setAddress(hereNow());
  }, []);
  const route = useMemo<Route>(() => {
    const { pathname, search, hash } = new URL(address, window.location.origin);
    return { path: pathname, query: new URLSearchParams(search), fragment: hash.slice(1), go, replace };
  }, [address, go, replace]);
  return <RouteContext value={route}>{children}</RouteContext>;
}

/** A link to a page of ours. With a modifier key or another button it stays an ordinary link. */
export function Link({ href, children, ...rest }: ComponentProps<'a'> & { readonly href: string }) {
  const { go } = useRoute();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(href);
      }}
    >
      {children}
    </a>
  );
}
